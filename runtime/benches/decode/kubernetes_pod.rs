//! A pod, shaped as in the description of Kubernetes.

use super::shapes;

shapes! {
    struct IoK8sApimachineryPkgApisMetaV1ManagedFieldsEntry {
        #[serde(skip_serializing_if = "Option::is_none")]
        api_version: optional "apiVersion" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fields_type: optional "fieldsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fields_v1: optional "fieldsV1" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        manager: optional "manager" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        operation: optional "operation" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        subresource: optional "subresource" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        time: optional "time" = Option<DateTime>,
    }

    struct IoK8sApimachineryPkgApisMetaV1OwnerReference {
        api_version: required "apiVersion" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        block_owner_deletion: optional "blockOwnerDeletion" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        controller: optional "controller" = Option<bool>,
        kind: required "kind" = String,
        name: required "name" = String,
        uid: required "uid" = String,
    }

    struct IoK8sApimachineryPkgApisMetaV1ObjectMeta {
        #[serde(skip_serializing_if = "Option::is_none")]
        annotations: optional "annotations" = Option<BTreeMap<String, String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        creation_timestamp: optional "creationTimestamp" = Option<DateTime>,
        #[serde(skip_serializing_if = "Option::is_none")]
        deletion_grace_period_seconds: optional "deletionGracePeriodSeconds" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        deletion_timestamp: optional "deletionTimestamp" = Option<DateTime>,
        #[serde(skip_serializing_if = "Option::is_none")]
        finalizers: optional "finalizers" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generate_name: optional "generateName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        generation: optional "generation" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        labels: optional "labels" = Option<BTreeMap<String, String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        managed_fields: optional "managedFields" = Option<Vec<IoK8sApimachineryPkgApisMetaV1ManagedFieldsEntry>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        namespace: optional "namespace" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        owner_references: optional "ownerReferences" = Option<Vec<IoK8sApimachineryPkgApisMetaV1OwnerReference>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_version: optional "resourceVersion" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        self_link: optional "selfLink" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        uid: optional "uid" = Option<String>,
    }

    struct IoK8sApiCoreV1NodeSelectorRequirement {
        key: required "key" = String,
        operator: required "operator" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        values: optional "values" = Option<Vec<String>>,
    }

    struct IoK8sApiCoreV1NodeSelectorTerm {
        #[serde(skip_serializing_if = "Option::is_none")]
        match_expressions: optional "matchExpressions" = Option<Vec<IoK8sApiCoreV1NodeSelectorRequirement>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        match_fields: optional "matchFields" = Option<Vec<IoK8sApiCoreV1NodeSelectorRequirement>>,
    }

    struct IoK8sApiCoreV1PreferredSchedulingTerm {
        preference: required "preference" = IoK8sApiCoreV1NodeSelectorTerm,
        weight: required "weight" = i64,
    }

    struct IoK8sApiCoreV1NodeSelector {
        node_selector_terms: required "nodeSelectorTerms" = Vec<IoK8sApiCoreV1NodeSelectorTerm>,
    }

    struct IoK8sApiCoreV1NodeAffinity {
        #[serde(skip_serializing_if = "Option::is_none")]
        preferred_during_scheduling_ignored_during_execution: optional "preferredDuringSchedulingIgnoredDuringExecution" = Option<Vec<IoK8sApiCoreV1PreferredSchedulingTerm>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        required_during_scheduling_ignored_during_execution: optional "requiredDuringSchedulingIgnoredDuringExecution" = Option<IoK8sApiCoreV1NodeSelector>,
    }

    struct IoK8sApimachineryPkgApisMetaV1LabelSelectorRequirement {
        key: required "key" = String,
        operator: required "operator" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        values: optional "values" = Option<Vec<String>>,
    }

    struct IoK8sApimachineryPkgApisMetaV1LabelSelector {
        #[serde(skip_serializing_if = "Option::is_none")]
        match_expressions: optional "matchExpressions" = Option<Vec<IoK8sApimachineryPkgApisMetaV1LabelSelectorRequirement>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        match_labels: optional "matchLabels" = Option<BTreeMap<String, String>>,
    }

    struct IoK8sApiCoreV1PodAffinityTerm {
        #[serde(skip_serializing_if = "Option::is_none")]
        label_selector: optional "labelSelector" = Option<IoK8sApimachineryPkgApisMetaV1LabelSelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        namespace_selector: optional "namespaceSelector" = Option<IoK8sApimachineryPkgApisMetaV1LabelSelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        namespaces: optional "namespaces" = Option<Vec<String>>,
        topology_key: required "topologyKey" = String,
    }

    struct IoK8sApiCoreV1WeightedPodAffinityTerm {
        pod_affinity_term: required "podAffinityTerm" = IoK8sApiCoreV1PodAffinityTerm,
        weight: required "weight" = i64,
    }

    struct IoK8sApiCoreV1PodAffinity {
        #[serde(skip_serializing_if = "Option::is_none")]
        preferred_during_scheduling_ignored_during_execution: optional "preferredDuringSchedulingIgnoredDuringExecution" = Option<Vec<IoK8sApiCoreV1WeightedPodAffinityTerm>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        required_during_scheduling_ignored_during_execution: optional "requiredDuringSchedulingIgnoredDuringExecution" = Option<Vec<IoK8sApiCoreV1PodAffinityTerm>>,
    }

    struct IoK8sApiCoreV1PodAntiAffinity {
        #[serde(skip_serializing_if = "Option::is_none")]
        preferred_during_scheduling_ignored_during_execution: optional "preferredDuringSchedulingIgnoredDuringExecution" = Option<Vec<IoK8sApiCoreV1WeightedPodAffinityTerm>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        required_during_scheduling_ignored_during_execution: optional "requiredDuringSchedulingIgnoredDuringExecution" = Option<Vec<IoK8sApiCoreV1PodAffinityTerm>>,
    }

    struct IoK8sApiCoreV1Affinity {
        #[serde(skip_serializing_if = "Option::is_none")]
        node_affinity: optional "nodeAffinity" = Option<IoK8sApiCoreV1NodeAffinity>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pod_affinity: optional "podAffinity" = Option<IoK8sApiCoreV1PodAffinity>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pod_anti_affinity: optional "podAntiAffinity" = Option<IoK8sApiCoreV1PodAntiAffinity>,
    }

    struct IoK8sApiCoreV1ConfigMapKeySelector {
        key: required "key" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
    }

    struct IoK8sApiCoreV1ObjectFieldSelector {
        #[serde(skip_serializing_if = "Option::is_none")]
        api_version: optional "apiVersion" = Option<String>,
        field_path: required "fieldPath" = String,
    }

    struct IoK8sApiCoreV1ResourceFieldSelector {
        #[serde(skip_serializing_if = "Option::is_none")]
        container_name: optional "containerName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        divisor: optional "divisor" = Option<String>,
        resource: required "resource" = String,
    }

    struct IoK8sApiCoreV1SecretKeySelector {
        key: required "key" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
    }

    struct IoK8sApiCoreV1EnvVarSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        config_map_key_ref: optional "configMapKeyRef" = Option<IoK8sApiCoreV1ConfigMapKeySelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        field_ref: optional "fieldRef" = Option<IoK8sApiCoreV1ObjectFieldSelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_field_ref: optional "resourceFieldRef" = Option<IoK8sApiCoreV1ResourceFieldSelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_key_ref: optional "secretKeyRef" = Option<IoK8sApiCoreV1SecretKeySelector>,
    }

    struct IoK8sApiCoreV1EnvVar {
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        value: optional "value" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        value_from: optional "valueFrom" = Option<IoK8sApiCoreV1EnvVarSource>,
    }

    struct IoK8sApiCoreV1ConfigMapEnvSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
    }

    struct IoK8sApiCoreV1SecretEnvSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
    }

    struct IoK8sApiCoreV1EnvFromSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        config_map_ref: optional "configMapRef" = Option<IoK8sApiCoreV1ConfigMapEnvSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        prefix: optional "prefix" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_ref: optional "secretRef" = Option<IoK8sApiCoreV1SecretEnvSource>,
    }

    struct IoK8sApiCoreV1ExecAction {
        #[serde(skip_serializing_if = "Option::is_none")]
        command: optional "command" = Option<Vec<String>>,
    }

    struct IoK8sApiCoreV1HTTPHeader {
        name: required "name" = String,
        value: required "value" = String,
    }

    struct IoK8sApiCoreV1HTTPGetAction {
        #[serde(skip_serializing_if = "Option::is_none")]
        host: optional "host" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        http_headers: optional "httpHeaders" = Option<Vec<IoK8sApiCoreV1HTTPHeader>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        path: optional "path" = Option<String>,
        port: required "port" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        scheme: optional "scheme" = Option<String>,
    }

    struct IoK8sApiCoreV1TCPSocketAction {
        #[serde(skip_serializing_if = "Option::is_none")]
        host: optional "host" = Option<String>,
        port: required "port" = String,
    }

    struct IoK8sApiCoreV1LifecycleHandler {
        #[serde(skip_serializing_if = "Option::is_none")]
        exec: optional "exec" = Option<IoK8sApiCoreV1ExecAction>,
        #[serde(skip_serializing_if = "Option::is_none")]
        http_get: optional "httpGet" = Option<IoK8sApiCoreV1HTTPGetAction>,
        #[serde(skip_serializing_if = "Option::is_none")]
        tcp_socket: optional "tcpSocket" = Option<IoK8sApiCoreV1TCPSocketAction>,
    }

    struct IoK8sApiCoreV1Lifecycle {
        #[serde(skip_serializing_if = "Option::is_none")]
        post_start: optional "postStart" = Option<IoK8sApiCoreV1LifecycleHandler>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pre_stop: optional "preStop" = Option<IoK8sApiCoreV1LifecycleHandler>,
    }

    struct IoK8sApiCoreV1GRPCAction {
        port: required "port" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        service: optional "service" = Option<String>,
    }

    struct IoK8sApiCoreV1Probe {
        #[serde(skip_serializing_if = "Option::is_none")]
        exec: optional "exec" = Option<IoK8sApiCoreV1ExecAction>,
        #[serde(skip_serializing_if = "Option::is_none")]
        failure_threshold: optional "failureThreshold" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        grpc: optional "grpc" = Option<IoK8sApiCoreV1GRPCAction>,
        #[serde(skip_serializing_if = "Option::is_none")]
        http_get: optional "httpGet" = Option<IoK8sApiCoreV1HTTPGetAction>,
        #[serde(skip_serializing_if = "Option::is_none")]
        initial_delay_seconds: optional "initialDelaySeconds" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        period_seconds: optional "periodSeconds" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        success_threshold: optional "successThreshold" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        tcp_socket: optional "tcpSocket" = Option<IoK8sApiCoreV1TCPSocketAction>,
        #[serde(skip_serializing_if = "Option::is_none")]
        termination_grace_period_seconds: optional "terminationGracePeriodSeconds" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        timeout_seconds: optional "timeoutSeconds" = Option<i64>,
    }

    struct IoK8sApiCoreV1ContainerPort {
        container_port: required "containerPort" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_ip: optional "hostIP" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_port: optional "hostPort" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        protocol: optional "protocol" = Option<String>,
    }

    struct IoK8sApiCoreV1ContainerResizePolicy {
        resource_name: required "resourceName" = String,
        restart_policy: required "restartPolicy" = String,
    }

    struct IoK8sApiCoreV1ResourceClaim {
        name: required "name" = String,
    }

    struct IoK8sApiCoreV1ResourceRequirements {
        #[serde(skip_serializing_if = "Option::is_none")]
        claims: optional "claims" = Option<Vec<IoK8sApiCoreV1ResourceClaim>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        limits: optional "limits" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        requests: optional "requests" = Option<Json>,
    }

    struct IoK8sApiCoreV1Capabilities {
        #[serde(skip_serializing_if = "Option::is_none")]
        add: optional "add" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        drop: optional "drop" = Option<Vec<String>>,
    }

    struct IoK8sApiCoreV1SELinuxOptions {
        #[serde(skip_serializing_if = "Option::is_none")]
        level: optional "level" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        role: optional "role" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        type_: optional "type" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        user: optional "user" = Option<String>,
    }

    struct IoK8sApiCoreV1SeccompProfile {
        #[serde(skip_serializing_if = "Option::is_none")]
        localhost_profile: optional "localhostProfile" = Option<String>,
        type_: required "type" = String,
    }

    struct IoK8sApiCoreV1WindowsSecurityContextOptions {
        #[serde(skip_serializing_if = "Option::is_none")]
        gmsa_credential_spec: optional "gmsaCredentialSpec" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        gmsa_credential_spec_name: optional "gmsaCredentialSpecName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_process: optional "hostProcess" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        run_as_user_name: optional "runAsUserName" = Option<String>,
    }

    struct IoK8sApiCoreV1SecurityContext {
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_privilege_escalation: optional "allowPrivilegeEscalation" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        capabilities: optional "capabilities" = Option<IoK8sApiCoreV1Capabilities>,
        #[serde(skip_serializing_if = "Option::is_none")]
        privileged: optional "privileged" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        proc_mount: optional "procMount" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only_root_filesystem: optional "readOnlyRootFilesystem" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        run_as_group: optional "runAsGroup" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        run_as_non_root: optional "runAsNonRoot" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        run_as_user: optional "runAsUser" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        se_linux_options: optional "seLinuxOptions" = Option<IoK8sApiCoreV1SELinuxOptions>,
        #[serde(skip_serializing_if = "Option::is_none")]
        seccomp_profile: optional "seccompProfile" = Option<IoK8sApiCoreV1SeccompProfile>,
        #[serde(skip_serializing_if = "Option::is_none")]
        windows_options: optional "windowsOptions" = Option<IoK8sApiCoreV1WindowsSecurityContextOptions>,
    }

    struct IoK8sApiCoreV1VolumeDevice {
        device_path: required "devicePath" = String,
        name: required "name" = String,
    }

    struct IoK8sApiCoreV1VolumeMount {
        mount_path: required "mountPath" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        mount_propagation: optional "mountPropagation" = Option<String>,
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sub_path: optional "subPath" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sub_path_expr: optional "subPathExpr" = Option<String>,
    }

    struct IoK8sApiCoreV1Container {
        #[serde(skip_serializing_if = "Option::is_none")]
        args: optional "args" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        command: optional "command" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        env: optional "env" = Option<Vec<IoK8sApiCoreV1EnvVar>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        env_from: optional "envFrom" = Option<Vec<IoK8sApiCoreV1EnvFromSource>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        image: optional "image" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        image_pull_policy: optional "imagePullPolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        lifecycle: optional "lifecycle" = Option<IoK8sApiCoreV1Lifecycle>,
        #[serde(skip_serializing_if = "Option::is_none")]
        liveness_probe: optional "livenessProbe" = Option<IoK8sApiCoreV1Probe>,
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        ports: optional "ports" = Option<Vec<IoK8sApiCoreV1ContainerPort>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        readiness_probe: optional "readinessProbe" = Option<IoK8sApiCoreV1Probe>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resize_policy: optional "resizePolicy" = Option<Vec<IoK8sApiCoreV1ContainerResizePolicy>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resources: optional "resources" = Option<IoK8sApiCoreV1ResourceRequirements>,
        #[serde(skip_serializing_if = "Option::is_none")]
        security_context: optional "securityContext" = Option<IoK8sApiCoreV1SecurityContext>,
        #[serde(skip_serializing_if = "Option::is_none")]
        startup_probe: optional "startupProbe" = Option<IoK8sApiCoreV1Probe>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stdin: optional "stdin" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stdin_once: optional "stdinOnce" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        termination_message_path: optional "terminationMessagePath" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        termination_message_policy: optional "terminationMessagePolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        tty: optional "tty" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_devices: optional "volumeDevices" = Option<Vec<IoK8sApiCoreV1VolumeDevice>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_mounts: optional "volumeMounts" = Option<Vec<IoK8sApiCoreV1VolumeMount>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        working_dir: optional "workingDir" = Option<String>,
    }

    struct IoK8sApiCoreV1PodDNSConfigOption {
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        value: optional "value" = Option<String>,
    }

    struct IoK8sApiCoreV1PodDNSConfig {
        #[serde(skip_serializing_if = "Option::is_none")]
        nameservers: optional "nameservers" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        options: optional "options" = Option<Vec<IoK8sApiCoreV1PodDNSConfigOption>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        searches: optional "searches" = Option<Vec<String>>,
    }

    struct IoK8sApiCoreV1EphemeralContainer {
        #[serde(skip_serializing_if = "Option::is_none")]
        args: optional "args" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        command: optional "command" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        env: optional "env" = Option<Vec<IoK8sApiCoreV1EnvVar>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        env_from: optional "envFrom" = Option<Vec<IoK8sApiCoreV1EnvFromSource>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        image: optional "image" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        image_pull_policy: optional "imagePullPolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        lifecycle: optional "lifecycle" = Option<IoK8sApiCoreV1Lifecycle>,
        #[serde(skip_serializing_if = "Option::is_none")]
        liveness_probe: optional "livenessProbe" = Option<IoK8sApiCoreV1Probe>,
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        ports: optional "ports" = Option<Vec<IoK8sApiCoreV1ContainerPort>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        readiness_probe: optional "readinessProbe" = Option<IoK8sApiCoreV1Probe>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resize_policy: optional "resizePolicy" = Option<Vec<IoK8sApiCoreV1ContainerResizePolicy>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resources: optional "resources" = Option<IoK8sApiCoreV1ResourceRequirements>,
        #[serde(skip_serializing_if = "Option::is_none")]
        security_context: optional "securityContext" = Option<IoK8sApiCoreV1SecurityContext>,
        #[serde(skip_serializing_if = "Option::is_none")]
        startup_probe: optional "startupProbe" = Option<IoK8sApiCoreV1Probe>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stdin: optional "stdin" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stdin_once: optional "stdinOnce" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        target_container_name: optional "targetContainerName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        termination_message_path: optional "terminationMessagePath" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        termination_message_policy: optional "terminationMessagePolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        tty: optional "tty" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_devices: optional "volumeDevices" = Option<Vec<IoK8sApiCoreV1VolumeDevice>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_mounts: optional "volumeMounts" = Option<Vec<IoK8sApiCoreV1VolumeMount>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        working_dir: optional "workingDir" = Option<String>,
    }

    struct IoK8sApiCoreV1HostAlias {
        #[serde(skip_serializing_if = "Option::is_none")]
        hostnames: optional "hostnames" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ip: optional "ip" = Option<String>,
    }

    struct IoK8sApiCoreV1LocalObjectReference {
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
    }

    struct IoK8sApiCoreV1PodOS {
        name: required "name" = String,
    }

    struct IoK8sApiCoreV1PodReadinessGate {
        condition_type: required "conditionType" = String,
    }

    struct IoK8sApiCoreV1ClaimSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_claim_name: optional "resourceClaimName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_claim_template_name: optional "resourceClaimTemplateName" = Option<String>,
    }

    struct IoK8sApiCoreV1PodResourceClaim {
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        source: optional "source" = Option<IoK8sApiCoreV1ClaimSource>,
    }

    struct IoK8sApiCoreV1PodSchedulingGate {
        name: required "name" = String,
    }

    struct IoK8sApiCoreV1Sysctl {
        name: required "name" = String,
        value: required "value" = String,
    }

    struct IoK8sApiCoreV1PodSecurityContext {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_group: optional "fsGroup" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_group_change_policy: optional "fsGroupChangePolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        run_as_group: optional "runAsGroup" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        run_as_non_root: optional "runAsNonRoot" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        run_as_user: optional "runAsUser" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        se_linux_options: optional "seLinuxOptions" = Option<IoK8sApiCoreV1SELinuxOptions>,
        #[serde(skip_serializing_if = "Option::is_none")]
        seccomp_profile: optional "seccompProfile" = Option<IoK8sApiCoreV1SeccompProfile>,
        #[serde(skip_serializing_if = "Option::is_none")]
        supplemental_groups: optional "supplementalGroups" = Option<Vec<i64>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sysctls: optional "sysctls" = Option<Vec<IoK8sApiCoreV1Sysctl>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        windows_options: optional "windowsOptions" = Option<IoK8sApiCoreV1WindowsSecurityContextOptions>,
    }

    struct IoK8sApiCoreV1Toleration {
        #[serde(skip_serializing_if = "Option::is_none")]
        effect: optional "effect" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        key: optional "key" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        operator: optional "operator" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        toleration_seconds: optional "tolerationSeconds" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        value: optional "value" = Option<String>,
    }

    struct IoK8sApiCoreV1TopologySpreadConstraint {
        #[serde(skip_serializing_if = "Option::is_none")]
        label_selector: optional "labelSelector" = Option<IoK8sApimachineryPkgApisMetaV1LabelSelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        match_label_keys: optional "matchLabelKeys" = Option<Vec<String>>,
        max_skew: required "maxSkew" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        min_domains: optional "minDomains" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        node_affinity_policy: optional "nodeAffinityPolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        node_taints_policy: optional "nodeTaintsPolicy" = Option<String>,
        topology_key: required "topologyKey" = String,
        when_unsatisfiable: required "whenUnsatisfiable" = String,
    }

    struct IoK8sApiCoreV1AWSElasticBlockStoreVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        partition: optional "partition" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        volume_id: required "volumeID" = String,
    }

    struct IoK8sApiCoreV1AzureDiskVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        caching_mode: optional "cachingMode" = Option<String>,
        disk_name: required "diskName" = String,
        disk_uri: required "diskURI" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: optional "kind" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
    }

    struct IoK8sApiCoreV1AzureFileVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        secret_name: required "secretName" = String,
        share_name: required "shareName" = String,
    }

    struct IoK8sApiCoreV1CephFSVolumeSource {
        monitors: required "monitors" = Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        path: optional "path" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_file: optional "secretFile" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_ref: optional "secretRef" = Option<IoK8sApiCoreV1LocalObjectReference>,
        #[serde(skip_serializing_if = "Option::is_none")]
        user: optional "user" = Option<String>,
    }

    struct IoK8sApiCoreV1CinderVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_ref: optional "secretRef" = Option<IoK8sApiCoreV1LocalObjectReference>,
        volume_id: required "volumeID" = String,
    }

    struct IoK8sApiCoreV1KeyToPath {
        key: required "key" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        mode: optional "mode" = Option<i64>,
        path: required "path" = String,
    }

    struct IoK8sApiCoreV1ConfigMapVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        default_mode: optional "defaultMode" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        items: optional "items" = Option<Vec<IoK8sApiCoreV1KeyToPath>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
    }

    struct IoK8sApiCoreV1CSIVolumeSource {
        driver: required "driver" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        node_publish_secret_ref: optional "nodePublishSecretRef" = Option<IoK8sApiCoreV1LocalObjectReference>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_attributes: optional "volumeAttributes" = Option<BTreeMap<String, String>>,
    }

    struct IoK8sApiCoreV1DownwardAPIVolumeFile {
        #[serde(skip_serializing_if = "Option::is_none")]
        field_ref: optional "fieldRef" = Option<IoK8sApiCoreV1ObjectFieldSelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        mode: optional "mode" = Option<i64>,
        path: required "path" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_field_ref: optional "resourceFieldRef" = Option<IoK8sApiCoreV1ResourceFieldSelector>,
    }

    struct IoK8sApiCoreV1DownwardAPIVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        default_mode: optional "defaultMode" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        items: optional "items" = Option<Vec<IoK8sApiCoreV1DownwardAPIVolumeFile>>,
    }

    struct IoK8sApiCoreV1EmptyDirVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        medium: optional "medium" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        size_limit: optional "sizeLimit" = Option<String>,
    }

    struct IoK8sApiCoreV1TypedLocalObjectReference {
        #[serde(skip_serializing_if = "Option::is_none")]
        api_group: optional "apiGroup" = Option<String>,
        kind: required "kind" = String,
        name: required "name" = String,
    }

    struct IoK8sApiCoreV1TypedObjectReference {
        #[serde(skip_serializing_if = "Option::is_none")]
        api_group: optional "apiGroup" = Option<String>,
        kind: required "kind" = String,
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        namespace: optional "namespace" = Option<String>,
    }

    struct IoK8sApiCoreV1PersistentVolumeClaimSpec {
        #[serde(skip_serializing_if = "Option::is_none")]
        access_modes: optional "accessModes" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        data_source: optional "dataSource" = Option<IoK8sApiCoreV1TypedLocalObjectReference>,
        #[serde(skip_serializing_if = "Option::is_none")]
        data_source_ref: optional "dataSourceRef" = Option<IoK8sApiCoreV1TypedObjectReference>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resources: optional "resources" = Option<IoK8sApiCoreV1ResourceRequirements>,
        #[serde(skip_serializing_if = "Option::is_none")]
        selector: optional "selector" = Option<IoK8sApimachineryPkgApisMetaV1LabelSelector>,
        #[serde(skip_serializing_if = "Option::is_none")]
        storage_class_name: optional "storageClassName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_mode: optional "volumeMode" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_name: optional "volumeName" = Option<String>,
    }

    struct IoK8sApiCoreV1PersistentVolumeClaimTemplate {
        #[serde(skip_serializing_if = "Option::is_none")]
        metadata: optional "metadata" = Option<IoK8sApimachineryPkgApisMetaV1ObjectMeta>,
        spec: required "spec" = IoK8sApiCoreV1PersistentVolumeClaimSpec,
    }

    struct IoK8sApiCoreV1EphemeralVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_claim_template: optional "volumeClaimTemplate" = Option<IoK8sApiCoreV1PersistentVolumeClaimTemplate>,
    }

    struct IoK8sApiCoreV1FCVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        lun: optional "lun" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        target_wwns: optional "targetWWNs" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        wwids: optional "wwids" = Option<Vec<String>>,
    }

    struct IoK8sApiCoreV1FlexVolumeSource {
        driver: required "driver" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        options: optional "options" = Option<BTreeMap<String, String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_ref: optional "secretRef" = Option<IoK8sApiCoreV1LocalObjectReference>,
    }

    struct IoK8sApiCoreV1FlockerVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        dataset_name: optional "datasetName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dataset_uuid: optional "datasetUUID" = Option<String>,
    }

    struct IoK8sApiCoreV1GCEPersistentDiskVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        partition: optional "partition" = Option<i64>,
        pd_name: required "pdName" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
    }

    struct IoK8sApiCoreV1GitRepoVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        directory: optional "directory" = Option<String>,
        repository: required "repository" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        revision: optional "revision" = Option<String>,
    }

    struct IoK8sApiCoreV1GlusterfsVolumeSource {
        endpoints: required "endpoints" = String,
        path: required "path" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
    }

    struct IoK8sApiCoreV1HostPathVolumeSource {
        path: required "path" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        type_: optional "type" = Option<String>,
    }

    struct IoK8sApiCoreV1ISCSIVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        chap_auth_discovery: optional "chapAuthDiscovery" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        chap_auth_session: optional "chapAuthSession" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        initiator_name: optional "initiatorName" = Option<String>,
        iqn: required "iqn" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        iscsi_interface: optional "iscsiInterface" = Option<String>,
        lun: required "lun" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        portals: optional "portals" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_ref: optional "secretRef" = Option<IoK8sApiCoreV1LocalObjectReference>,
        target_portal: required "targetPortal" = String,
    }

    struct IoK8sApiCoreV1NFSVolumeSource {
        path: required "path" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        server: required "server" = String,
    }

    struct IoK8sApiCoreV1PersistentVolumeClaimVolumeSource {
        claim_name: required "claimName" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
    }

    struct IoK8sApiCoreV1PhotonPersistentDiskVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        pd_id: required "pdID" = String,
    }

    struct IoK8sApiCoreV1PortworxVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        volume_id: required "volumeID" = String,
    }

    struct IoK8sApiCoreV1ConfigMapProjection {
        #[serde(skip_serializing_if = "Option::is_none")]
        items: optional "items" = Option<Vec<IoK8sApiCoreV1KeyToPath>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
    }

    struct IoK8sApiCoreV1DownwardAPIProjection {
        #[serde(skip_serializing_if = "Option::is_none")]
        items: optional "items" = Option<Vec<IoK8sApiCoreV1DownwardAPIVolumeFile>>,
    }

    struct IoK8sApiCoreV1SecretProjection {
        #[serde(skip_serializing_if = "Option::is_none")]
        items: optional "items" = Option<Vec<IoK8sApiCoreV1KeyToPath>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
    }

    struct IoK8sApiCoreV1ServiceAccountTokenProjection {
        #[serde(skip_serializing_if = "Option::is_none")]
        audience: optional "audience" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        expiration_seconds: optional "expirationSeconds" = Option<i64>,
        path: required "path" = String,
    }

    struct IoK8sApiCoreV1VolumeProjection {
        #[serde(skip_serializing_if = "Option::is_none")]
        config_map: optional "configMap" = Option<IoK8sApiCoreV1ConfigMapProjection>,
        #[serde(skip_serializing_if = "Option::is_none")]
        downward_api: optional "downwardAPI" = Option<IoK8sApiCoreV1DownwardAPIProjection>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret: optional "secret" = Option<IoK8sApiCoreV1SecretProjection>,
        #[serde(skip_serializing_if = "Option::is_none")]
        service_account_token: optional "serviceAccountToken" = Option<IoK8sApiCoreV1ServiceAccountTokenProjection>,
    }

    struct IoK8sApiCoreV1ProjectedVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        default_mode: optional "defaultMode" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sources: optional "sources" = Option<Vec<IoK8sApiCoreV1VolumeProjection>>,
    }

    struct IoK8sApiCoreV1QuobyteVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        group: optional "group" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        registry: required "registry" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        tenant: optional "tenant" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        user: optional "user" = Option<String>,
        volume: required "volume" = String,
    }

    struct IoK8sApiCoreV1RBDVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        image: required "image" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        keyring: optional "keyring" = Option<String>,
        monitors: required "monitors" = Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pool: optional "pool" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_ref: optional "secretRef" = Option<IoK8sApiCoreV1LocalObjectReference>,
        #[serde(skip_serializing_if = "Option::is_none")]
        user: optional "user" = Option<String>,
    }

    struct IoK8sApiCoreV1ScaleIOVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        gateway: required "gateway" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        protection_domain: optional "protectionDomain" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        secret_ref: required "secretRef" = IoK8sApiCoreV1LocalObjectReference,
        #[serde(skip_serializing_if = "Option::is_none")]
        ssl_enabled: optional "sslEnabled" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        storage_mode: optional "storageMode" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        storage_pool: optional "storagePool" = Option<String>,
        system: required "system" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_name: optional "volumeName" = Option<String>,
    }

    struct IoK8sApiCoreV1SecretVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        default_mode: optional "defaultMode" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        items: optional "items" = Option<Vec<IoK8sApiCoreV1KeyToPath>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        optional: optional "optional" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_name: optional "secretName" = Option<String>,
    }

    struct IoK8sApiCoreV1StorageOSVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        read_only: optional "readOnly" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret_ref: optional "secretRef" = Option<IoK8sApiCoreV1LocalObjectReference>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_name: optional "volumeName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume_namespace: optional "volumeNamespace" = Option<String>,
    }

    struct IoK8sApiCoreV1VsphereVirtualDiskVolumeSource {
        #[serde(skip_serializing_if = "Option::is_none")]
        fs_type: optional "fsType" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        storage_policy_id: optional "storagePolicyID" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        storage_policy_name: optional "storagePolicyName" = Option<String>,
        volume_path: required "volumePath" = String,
    }

    struct IoK8sApiCoreV1Volume {
        #[serde(skip_serializing_if = "Option::is_none")]
        aws_elastic_block_store: optional "awsElasticBlockStore" = Option<IoK8sApiCoreV1AWSElasticBlockStoreVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        azure_disk: optional "azureDisk" = Option<IoK8sApiCoreV1AzureDiskVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        azure_file: optional "azureFile" = Option<IoK8sApiCoreV1AzureFileVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cephfs: optional "cephfs" = Option<IoK8sApiCoreV1CephFSVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cinder: optional "cinder" = Option<IoK8sApiCoreV1CinderVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        config_map: optional "configMap" = Option<IoK8sApiCoreV1ConfigMapVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        csi: optional "csi" = Option<IoK8sApiCoreV1CSIVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        downward_api: optional "downwardAPI" = Option<IoK8sApiCoreV1DownwardAPIVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        empty_dir: optional "emptyDir" = Option<IoK8sApiCoreV1EmptyDirVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ephemeral: optional "ephemeral" = Option<IoK8sApiCoreV1EphemeralVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fc: optional "fc" = Option<IoK8sApiCoreV1FCVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        flex_volume: optional "flexVolume" = Option<IoK8sApiCoreV1FlexVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        flocker: optional "flocker" = Option<IoK8sApiCoreV1FlockerVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        gce_persistent_disk: optional "gcePersistentDisk" = Option<IoK8sApiCoreV1GCEPersistentDiskVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        git_repo: optional "gitRepo" = Option<IoK8sApiCoreV1GitRepoVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        glusterfs: optional "glusterfs" = Option<IoK8sApiCoreV1GlusterfsVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_path: optional "hostPath" = Option<IoK8sApiCoreV1HostPathVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        iscsi: optional "iscsi" = Option<IoK8sApiCoreV1ISCSIVolumeSource>,
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        nfs: optional "nfs" = Option<IoK8sApiCoreV1NFSVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        persistent_volume_claim: optional "persistentVolumeClaim" = Option<IoK8sApiCoreV1PersistentVolumeClaimVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        photon_persistent_disk: optional "photonPersistentDisk" = Option<IoK8sApiCoreV1PhotonPersistentDiskVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        portworx_volume: optional "portworxVolume" = Option<IoK8sApiCoreV1PortworxVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        projected: optional "projected" = Option<IoK8sApiCoreV1ProjectedVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        quobyte: optional "quobyte" = Option<IoK8sApiCoreV1QuobyteVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        rbd: optional "rbd" = Option<IoK8sApiCoreV1RBDVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        scale_io: optional "scaleIO" = Option<IoK8sApiCoreV1ScaleIOVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        secret: optional "secret" = Option<IoK8sApiCoreV1SecretVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        storageos: optional "storageos" = Option<IoK8sApiCoreV1StorageOSVolumeSource>,
        #[serde(skip_serializing_if = "Option::is_none")]
        vsphere_volume: optional "vsphereVolume" = Option<IoK8sApiCoreV1VsphereVirtualDiskVolumeSource>,
    }

    struct IoK8sApiCoreV1PodSpec {
        #[serde(skip_serializing_if = "Option::is_none")]
        active_deadline_seconds: optional "activeDeadlineSeconds" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        affinity: optional "affinity" = Option<IoK8sApiCoreV1Affinity>,
        #[serde(skip_serializing_if = "Option::is_none")]
        automount_service_account_token: optional "automountServiceAccountToken" = Option<bool>,
        containers: required "containers" = Vec<IoK8sApiCoreV1Container>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dns_config: optional "dnsConfig" = Option<IoK8sApiCoreV1PodDNSConfig>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dns_policy: optional "dnsPolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        enable_service_links: optional "enableServiceLinks" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ephemeral_containers: optional "ephemeralContainers" = Option<Vec<IoK8sApiCoreV1EphemeralContainer>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_aliases: optional "hostAliases" = Option<Vec<IoK8sApiCoreV1HostAlias>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_ipc: optional "hostIPC" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_network: optional "hostNetwork" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_pid: optional "hostPID" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_users: optional "hostUsers" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        hostname: optional "hostname" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        image_pull_secrets: optional "imagePullSecrets" = Option<Vec<IoK8sApiCoreV1LocalObjectReference>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        init_containers: optional "initContainers" = Option<Vec<IoK8sApiCoreV1Container>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        node_name: optional "nodeName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        node_selector: optional "nodeSelector" = Option<BTreeMap<String, String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        os: optional "os" = Option<IoK8sApiCoreV1PodOS>,
        #[serde(skip_serializing_if = "Option::is_none")]
        overhead: optional "overhead" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        preemption_policy: optional "preemptionPolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        priority: optional "priority" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        priority_class_name: optional "priorityClassName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        readiness_gates: optional "readinessGates" = Option<Vec<IoK8sApiCoreV1PodReadinessGate>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_claims: optional "resourceClaims" = Option<Vec<IoK8sApiCoreV1PodResourceClaim>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        restart_policy: optional "restartPolicy" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        runtime_class_name: optional "runtimeClassName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        scheduler_name: optional "schedulerName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        scheduling_gates: optional "schedulingGates" = Option<Vec<IoK8sApiCoreV1PodSchedulingGate>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        security_context: optional "securityContext" = Option<IoK8sApiCoreV1PodSecurityContext>,
        #[serde(skip_serializing_if = "Option::is_none")]
        service_account: optional "serviceAccount" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        service_account_name: optional "serviceAccountName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        set_hostname_as_fqdn: optional "setHostnameAsFQDN" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        share_process_namespace: optional "shareProcessNamespace" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        subdomain: optional "subdomain" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        termination_grace_period_seconds: optional "terminationGracePeriodSeconds" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        tolerations: optional "tolerations" = Option<Vec<IoK8sApiCoreV1Toleration>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        topology_spread_constraints: optional "topologySpreadConstraints" = Option<Vec<IoK8sApiCoreV1TopologySpreadConstraint>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        volumes: optional "volumes" = Option<Vec<IoK8sApiCoreV1Volume>>,
    }

    struct IoK8sApiCoreV1PodCondition {
        #[serde(skip_serializing_if = "Option::is_none")]
        last_probe_time: optional "lastProbeTime" = Option<DateTime>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last_transition_time: optional "lastTransitionTime" = Option<DateTime>,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: optional "message" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: optional "reason" = Option<String>,
        status: required "status" = String,
        type_: required "type" = String,
    }

    struct IoK8sApiCoreV1ContainerStateRunning {
        #[serde(skip_serializing_if = "Option::is_none")]
        started_at: optional "startedAt" = Option<DateTime>,
    }

    struct IoK8sApiCoreV1ContainerStateTerminated {
        #[serde(skip_serializing_if = "Option::is_none")]
        container_id: optional "containerID" = Option<String>,
        exit_code: required "exitCode" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        finished_at: optional "finishedAt" = Option<DateTime>,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: optional "message" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: optional "reason" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        signal: optional "signal" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        started_at: optional "startedAt" = Option<DateTime>,
    }

    struct IoK8sApiCoreV1ContainerStateWaiting {
        #[serde(skip_serializing_if = "Option::is_none")]
        message: optional "message" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: optional "reason" = Option<String>,
    }

    struct IoK8sApiCoreV1ContainerState {
        #[serde(skip_serializing_if = "Option::is_none")]
        running: optional "running" = Option<IoK8sApiCoreV1ContainerStateRunning>,
        #[serde(skip_serializing_if = "Option::is_none")]
        terminated: optional "terminated" = Option<IoK8sApiCoreV1ContainerStateTerminated>,
        #[serde(skip_serializing_if = "Option::is_none")]
        waiting: optional "waiting" = Option<IoK8sApiCoreV1ContainerStateWaiting>,
    }

    struct IoK8sApiCoreV1ContainerStatus {
        #[serde(skip_serializing_if = "Option::is_none")]
        allocated_resources: optional "allocatedResources" = Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        container_id: optional "containerID" = Option<String>,
        image: required "image" = String,
        image_id: required "imageID" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        last_state: optional "lastState" = Option<IoK8sApiCoreV1ContainerState>,
        name: required "name" = String,
        ready: required "ready" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        resources: optional "resources" = Option<IoK8sApiCoreV1ResourceRequirements>,
        restart_count: required "restartCount" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        started: optional "started" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        state: optional "state" = Option<IoK8sApiCoreV1ContainerState>,
    }

    struct IoK8sApiCoreV1PodIP {
        #[serde(skip_serializing_if = "Option::is_none")]
        ip: optional "ip" = Option<String>,
    }

    struct IoK8sApiCoreV1PodStatus {
        #[serde(skip_serializing_if = "Option::is_none")]
        conditions: optional "conditions" = Option<Vec<IoK8sApiCoreV1PodCondition>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        container_statuses: optional "containerStatuses" = Option<Vec<IoK8sApiCoreV1ContainerStatus>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ephemeral_container_statuses: optional "ephemeralContainerStatuses" = Option<Vec<IoK8sApiCoreV1ContainerStatus>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host_ip: optional "hostIP" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        init_container_statuses: optional "initContainerStatuses" = Option<Vec<IoK8sApiCoreV1ContainerStatus>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: optional "message" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        nominated_node_name: optional "nominatedNodeName" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        phase: optional "phase" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pod_ip: optional "podIP" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pod_ips: optional "podIPs" = Option<Vec<IoK8sApiCoreV1PodIP>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        qos_class: optional "qosClass" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: optional "reason" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        resize: optional "resize" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        start_time: optional "startTime" = Option<DateTime>,
    }

    struct IoK8sApiCoreV1Pod {
        #[serde(skip_serializing_if = "Option::is_none")]
        api_version: optional "apiVersion" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: optional "kind" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        metadata: optional "metadata" = Option<IoK8sApimachineryPkgApisMetaV1ObjectMeta>,
        #[serde(skip_serializing_if = "Option::is_none")]
        spec: optional "spec" = Option<IoK8sApiCoreV1PodSpec>,
        #[serde(skip_serializing_if = "Option::is_none")]
        status: optional "status" = Option<IoK8sApiCoreV1PodStatus>,
    }
}
