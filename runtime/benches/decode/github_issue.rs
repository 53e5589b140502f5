//! An issue, shaped as in the description of GitHub's API.

use super::shapes;

shapes! {
    struct NullableSimpleUser {
        avatar_url: required "avatar_url" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        email: optional "email" = Option<String>,
        events_url: required "events_url" = String,
        followers_url: required "followers_url" = String,
        following_url: required "following_url" = String,
        gists_url: required "gists_url" = String,
        gravatar_id: required "gravatar_id" = Option<String>,
        html_url: required "html_url" = String,
        id: required "id" = i64,
        login: required "login" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        node_id: required "node_id" = String,
        organizations_url: required "organizations_url" = String,
        received_events_url: required "received_events_url" = String,
        repos_url: required "repos_url" = String,
        site_admin: required "site_admin" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        starred_at: optional "starred_at" = Option<String>,
        starred_url: required "starred_url" = String,
        subscriptions_url: required "subscriptions_url" = String,
        type_: required "type" = String,
        url: required "url" = String,
    }

    struct SimpleUser {
        avatar_url: required "avatar_url" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        email: optional "email" = Option<String>,
        events_url: required "events_url" = String,
        followers_url: required "followers_url" = String,
        following_url: required "following_url" = String,
        gists_url: required "gists_url" = String,
        gravatar_id: required "gravatar_id" = Option<String>,
        html_url: required "html_url" = String,
        id: required "id" = i64,
        login: required "login" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        node_id: required "node_id" = String,
        organizations_url: required "organizations_url" = String,
        received_events_url: required "received_events_url" = String,
        repos_url: required "repos_url" = String,
        site_admin: required "site_admin" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        starred_at: optional "starred_at" = Option<String>,
        starred_url: required "starred_url" = String,
        subscriptions_url: required "subscriptions_url" = String,
        type_: required "type" = String,
        url: required "url" = String,
    }

    struct NullableMilestone {
        closed_at: required "closed_at" = Option<DateTime>,
        closed_issues: required "closed_issues" = i64,
        created_at: required "created_at" = DateTime,
        creator: required "creator" = Option<NullableSimpleUser>,
        description: required "description" = Option<String>,
        due_on: required "due_on" = Option<DateTime>,
        html_url: required "html_url" = String,
        id: required "id" = i64,
        labels_url: required "labels_url" = String,
        node_id: required "node_id" = String,
        number: required "number" = i64,
        open_issues: required "open_issues" = i64,
        state: required "state" = NullableMilestoneState,
        title: required "title" = String,
        updated_at: required "updated_at" = DateTime,
        url: required "url" = String,
    }

    struct NullableIntegrationPermissions {
        #[serde(skip_serializing_if = "Option::is_none")]
        checks: optional "checks" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        contents: optional "contents" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        deployments: optional "deployments" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        issues: optional "issues" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        metadata: optional "metadata" = Option<String>,
    }

    struct NullableIntegration {
        #[serde(skip_serializing_if = "Option::is_none")]
        client_id: optional "client_id" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        client_secret: optional "client_secret" = Option<String>,
        created_at: required "created_at" = DateTime,
        description: required "description" = Option<String>,
        events: required "events" = Vec<String>,
        external_url: required "external_url" = String,
        html_url: required "html_url" = String,
        id: required "id" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        installations_count: optional "installations_count" = Option<i64>,
        name: required "name" = String,
        node_id: required "node_id" = String,
        owner: required "owner" = Option<NullableSimpleUser>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pem: optional "pem" = Option<String>,
        permissions: required "permissions" = NullableIntegrationPermissions,
        #[serde(skip_serializing_if = "Option::is_none")]
        slug: optional "slug" = Option<String>,
        updated_at: required "updated_at" = DateTime,
        #[serde(skip_serializing_if = "Option::is_none")]
        webhook_secret: optional "webhook_secret" = Option<String>,
    }

    struct IssuePullRequest {
        diff_url: required "diff_url" = Option<String>,
        html_url: required "html_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        merged_at: optional "merged_at" = Option<DateTime>,
        patch_url: required "patch_url" = Option<String>,
        url: required "url" = Option<String>,
    }

    struct ReactionRollup {
        n1: required "+1" = i64,
        n1_: required "-1" = i64,
        confused: required "confused" = i64,
        eyes: required "eyes" = i64,
        heart: required "heart" = i64,
        hooray: required "hooray" = i64,
        laugh: required "laugh" = i64,
        rocket: required "rocket" = i64,
        total_count: required "total_count" = i64,
        url: required "url" = String,
    }

    struct NullableLicenseSimple {
        #[serde(skip_serializing_if = "Option::is_none")]
        html_url: optional "html_url" = Option<String>,
        key: required "key" = String,
        name: required "name" = String,
        node_id: required "node_id" = String,
        spdx_id: required "spdx_id" = Option<String>,
        url: required "url" = Option<String>,
    }

    struct RepositoryPermissions {
        admin: required "admin" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        maintain: optional "maintain" = Option<bool>,
        pull: required "pull" = bool,
        push: required "push" = bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        triage: optional "triage" = Option<bool>,
    }

    struct RepositoryTemplateRepositoryOwner {
        #[serde(skip_serializing_if = "Option::is_none")]
        avatar_url: optional "avatar_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        events_url: optional "events_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        followers_url: optional "followers_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        following_url: optional "following_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        gists_url: optional "gists_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        gravatar_id: optional "gravatar_id" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        html_url: optional "html_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        id: optional "id" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        login: optional "login" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        node_id: optional "node_id" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        organizations_url: optional "organizations_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        received_events_url: optional "received_events_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        repos_url: optional "repos_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        site_admin: optional "site_admin" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        starred_url: optional "starred_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        subscriptions_url: optional "subscriptions_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        type_: optional "type" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: optional "url" = Option<String>,
    }

    struct RepositoryTemplateRepositoryPermissions {
        #[serde(skip_serializing_if = "Option::is_none")]
        admin: optional "admin" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        maintain: optional "maintain" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pull: optional "pull" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        push: optional "push" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        triage: optional "triage" = Option<bool>,
    }

    struct RepositoryTemplateRepository {
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_auto_merge: optional "allow_auto_merge" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_merge_commit: optional "allow_merge_commit" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_rebase_merge: optional "allow_rebase_merge" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_squash_merge: optional "allow_squash_merge" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_update_branch: optional "allow_update_branch" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        archive_url: optional "archive_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        archived: optional "archived" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        assignees_url: optional "assignees_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        blobs_url: optional "blobs_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        branches_url: optional "branches_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        clone_url: optional "clone_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        collaborators_url: optional "collaborators_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        comments_url: optional "comments_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        commits_url: optional "commits_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        compare_url: optional "compare_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        contents_url: optional "contents_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        contributors_url: optional "contributors_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        created_at: optional "created_at" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        default_branch: optional "default_branch" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        delete_branch_on_merge: optional "delete_branch_on_merge" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        deployments_url: optional "deployments_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        description: optional "description" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        disabled: optional "disabled" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        downloads_url: optional "downloads_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        events_url: optional "events_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fork: optional "fork" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        forks_count: optional "forks_count" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        forks_url: optional "forks_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        full_name: optional "full_name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        git_commits_url: optional "git_commits_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        git_refs_url: optional "git_refs_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        git_tags_url: optional "git_tags_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        git_url: optional "git_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        has_downloads: optional "has_downloads" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        has_issues: optional "has_issues" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        has_pages: optional "has_pages" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        has_projects: optional "has_projects" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        has_wiki: optional "has_wiki" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        homepage: optional "homepage" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        hooks_url: optional "hooks_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        html_url: optional "html_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        id: optional "id" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        is_template: optional "is_template" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        issue_comment_url: optional "issue_comment_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        issue_events_url: optional "issue_events_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        issues_url: optional "issues_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        keys_url: optional "keys_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        labels_url: optional "labels_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        language: optional "language" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        languages_url: optional "languages_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        merge_commit_message: optional "merge_commit_message" = Option<RepositoryTemplateRepositoryMergeCommitMessage>,
        #[serde(skip_serializing_if = "Option::is_none")]
        merge_commit_title: optional "merge_commit_title" = Option<RepositoryTemplateRepositoryMergeCommitTitle>,
        #[serde(skip_serializing_if = "Option::is_none")]
        merges_url: optional "merges_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        milestones_url: optional "milestones_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        mirror_url: optional "mirror_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: optional "name" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        network_count: optional "network_count" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        node_id: optional "node_id" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        notifications_url: optional "notifications_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        open_issues_count: optional "open_issues_count" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: optional "owner" = Option<RepositoryTemplateRepositoryOwner>,
        #[serde(skip_serializing_if = "Option::is_none")]
        permissions: optional "permissions" = Option<RepositoryTemplateRepositoryPermissions>,
        #[serde(skip_serializing_if = "Option::is_none")]
        private: optional "private" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pulls_url: optional "pulls_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pushed_at: optional "pushed_at" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        releases_url: optional "releases_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        size: optional "size" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        squash_merge_commit_message: optional "squash_merge_commit_message" = Option<RepositoryTemplateRepositorySquashMergeCommitMessage>,
        #[serde(skip_serializing_if = "Option::is_none")]
        squash_merge_commit_title: optional "squash_merge_commit_title" = Option<RepositoryTemplateRepositorySquashMergeCommitTitle>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ssh_url: optional "ssh_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stargazers_count: optional "stargazers_count" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stargazers_url: optional "stargazers_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        statuses_url: optional "statuses_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        subscribers_count: optional "subscribers_count" = Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        subscribers_url: optional "subscribers_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        subscription_url: optional "subscription_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        svn_url: optional "svn_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        tags_url: optional "tags_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        teams_url: optional "teams_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        temp_clone_token: optional "temp_clone_token" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        topics: optional "topics" = Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        trees_url: optional "trees_url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        updated_at: optional "updated_at" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: optional "url" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        use_squash_pr_title_as_default: optional "use_squash_pr_title_as_default" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        visibility: optional "visibility" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        watchers_count: optional "watchers_count" = Option<i64>,
    }

    struct Repository {
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_auto_merge: optional "allow_auto_merge" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_forking: optional "allow_forking" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_merge_commit: optional "allow_merge_commit" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_rebase_merge: optional "allow_rebase_merge" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_squash_merge: optional "allow_squash_merge" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        allow_update_branch: optional "allow_update_branch" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        anonymous_access_enabled: optional "anonymous_access_enabled" = Option<bool>,
        archive_url: required "archive_url" = String,
        archived: required "archived" = bool,
        assignees_url: required "assignees_url" = String,
        blobs_url: required "blobs_url" = String,
        branches_url: required "branches_url" = String,
        clone_url: required "clone_url" = String,
        collaborators_url: required "collaborators_url" = String,
        comments_url: required "comments_url" = String,
        commits_url: required "commits_url" = String,
        compare_url: required "compare_url" = String,
        contents_url: required "contents_url" = String,
        contributors_url: required "contributors_url" = String,
        created_at: required "created_at" = Option<DateTime>,
        default_branch: required "default_branch" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        delete_branch_on_merge: optional "delete_branch_on_merge" = Option<bool>,
        deployments_url: required "deployments_url" = String,
        description: required "description" = Option<String>,
        disabled: required "disabled" = bool,
        downloads_url: required "downloads_url" = String,
        events_url: required "events_url" = String,
        fork: required "fork" = bool,
        forks: required "forks" = i64,
        forks_count: required "forks_count" = i64,
        forks_url: required "forks_url" = String,
        full_name: required "full_name" = String,
        git_commits_url: required "git_commits_url" = String,
        git_refs_url: required "git_refs_url" = String,
        git_tags_url: required "git_tags_url" = String,
        git_url: required "git_url" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        has_discussions: optional "has_discussions" = Option<bool>,
        has_downloads: required "has_downloads" = bool,
        has_issues: required "has_issues" = bool,
        has_pages: required "has_pages" = bool,
        has_projects: required "has_projects" = bool,
        has_wiki: required "has_wiki" = bool,
        homepage: required "homepage" = Option<String>,
        hooks_url: required "hooks_url" = String,
        html_url: required "html_url" = String,
        id: required "id" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        is_template: optional "is_template" = Option<bool>,
        issue_comment_url: required "issue_comment_url" = String,
        issue_events_url: required "issue_events_url" = String,
        issues_url: required "issues_url" = String,
        keys_url: required "keys_url" = String,
        labels_url: required "labels_url" = String,
        language: required "language" = Option<String>,
        languages_url: required "languages_url" = String,
        license: required "license" = Option<NullableLicenseSimple>,
        #[serde(skip_serializing_if = "Option::is_none")]
        master_branch: optional "master_branch" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        merge_commit_message: optional "merge_commit_message" = Option<RepositoryMergeCommitMessage>,
        #[serde(skip_serializing_if = "Option::is_none")]
        merge_commit_title: optional "merge_commit_title" = Option<RepositoryMergeCommitTitle>,
        merges_url: required "merges_url" = String,
        milestones_url: required "milestones_url" = String,
        mirror_url: required "mirror_url" = Option<String>,
        name: required "name" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        network_count: optional "network_count" = Option<i64>,
        node_id: required "node_id" = String,
        notifications_url: required "notifications_url" = String,
        open_issues: required "open_issues" = i64,
        open_issues_count: required "open_issues_count" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        organization: optional "organization" = Option<NullableSimpleUser>,
        owner: required "owner" = SimpleUser,
        #[serde(skip_serializing_if = "Option::is_none")]
        permissions: optional "permissions" = Option<RepositoryPermissions>,
        private: required "private" = bool,
        pulls_url: required "pulls_url" = String,
        pushed_at: required "pushed_at" = Option<DateTime>,
        releases_url: required "releases_url" = String,
        size: required "size" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        squash_merge_commit_message: optional "squash_merge_commit_message" = Option<RepositorySquashMergeCommitMessage>,
        #[serde(skip_serializing_if = "Option::is_none")]
        squash_merge_commit_title: optional "squash_merge_commit_title" = Option<RepositorySquashMergeCommitTitle>,
        ssh_url: required "ssh_url" = String,
        stargazers_count: required "stargazers_count" = i64,
        stargazers_url: required "stargazers_url" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        starred_at: optional "starred_at" = Option<String>,
        statuses_url: required "statuses_url" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        subscribers_count: optional "subscribers_count" = Option<i64>,
        subscribers_url: required "subscribers_url" = String,
        subscription_url: required "subscription_url" = String,
        svn_url: required "svn_url" = String,
        tags_url: required "tags_url" = String,
        teams_url: required "teams_url" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        temp_clone_token: optional "temp_clone_token" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        template_repository: optional "template_repository" = Option<RepositoryTemplateRepository>,
        #[serde(skip_serializing_if = "Option::is_none")]
        topics: optional "topics" = Option<Vec<String>>,
        trees_url: required "trees_url" = String,
        updated_at: required "updated_at" = Option<DateTime>,
        url: required "url" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        use_squash_pr_title_as_default: optional "use_squash_pr_title_as_default" = Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        visibility: optional "visibility" = Option<String>,
        watchers: required "watchers" = i64,
        watchers_count: required "watchers_count" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        web_commit_signoff_required: optional "web_commit_signoff_required" = Option<bool>,
    }

    struct Issue {
        #[serde(skip_serializing_if = "Option::is_none")]
        active_lock_reason: optional "active_lock_reason" = Option<String>,
        assignee: required "assignee" = Option<NullableSimpleUser>,
        #[serde(skip_serializing_if = "Option::is_none")]
        assignees: optional "assignees" = Option<Vec<SimpleUser>>,
        author_association: required "author_association" = AuthorAssociation,
        #[serde(skip_serializing_if = "Option::is_none")]
        body: optional "body" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        body_html: optional "body_html" = Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        body_text: optional "body_text" = Option<String>,
        closed_at: required "closed_at" = Option<DateTime>,
        #[serde(skip_serializing_if = "Option::is_none")]
        closed_by: optional "closed_by" = Option<NullableSimpleUser>,
        comments: required "comments" = i64,
        comments_url: required "comments_url" = String,
        created_at: required "created_at" = DateTime,
        #[serde(skip_serializing_if = "Option::is_none")]
        draft: optional "draft" = Option<bool>,
        events_url: required "events_url" = String,
        html_url: required "html_url" = String,
        id: required "id" = i64,
        labels: required "labels" = Vec<String>,
        labels_url: required "labels_url" = String,
        locked: required "locked" = bool,
        milestone: required "milestone" = Option<NullableMilestone>,
        node_id: required "node_id" = String,
        number: required "number" = i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        performed_via_github_app: optional "performed_via_github_app" = Option<NullableIntegration>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pull_request: optional "pull_request" = Option<IssuePullRequest>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reactions: optional "reactions" = Option<ReactionRollup>,
        #[serde(skip_serializing_if = "Option::is_none")]
        repository: optional "repository" = Option<Repository>,
        repository_url: required "repository_url" = String,
        state: required "state" = String,
        #[serde(skip_serializing_if = "Option::is_none")]
        state_reason: optional "state_reason" = Option<IssueStateReason>,
        #[serde(skip_serializing_if = "Option::is_none")]
        timeline_url: optional "timeline_url" = Option<String>,
        title: required "title" = String,
        updated_at: required "updated_at" = DateTime,
        url: required "url" = String,
        user: required "user" = Option<NullableSimpleUser>,
    }

    enum AuthorAssociation {
        COLLABORATOR = "COLLABORATOR",
        CONTRIBUTOR = "CONTRIBUTOR",
        FIRSTTIMER = "FIRST_TIMER",
        FIRSTTIMECONTRIBUTOR = "FIRST_TIME_CONTRIBUTOR",
        MANNEQUIN = "MANNEQUIN",
        MEMBER = "MEMBER",
        NONE = "NONE",
        OWNER = "OWNER",
    }

    enum NullableMilestoneState {
        Open = "open",
        Closed = "closed",
    }

    enum RepositoryMergeCommitMessage {
        PRBODY = "PR_BODY",
        PRTITLE = "PR_TITLE",
        BLANK = "BLANK",
    }

    enum RepositoryMergeCommitTitle {
        PRTITLE = "PR_TITLE",
        MERGEMESSAGE = "MERGE_MESSAGE",
    }

    enum RepositorySquashMergeCommitMessage {
        PRBODY = "PR_BODY",
        COMMITMESSAGES = "COMMIT_MESSAGES",
        BLANK = "BLANK",
    }

    enum RepositorySquashMergeCommitTitle {
        PRTITLE = "PR_TITLE",
        COMMITORPRTITLE = "COMMIT_OR_PR_TITLE",
    }

    enum RepositoryTemplateRepositoryMergeCommitMessage {
        PRBODY = "PR_BODY",
        PRTITLE = "PR_TITLE",
        BLANK = "BLANK",
    }

    enum RepositoryTemplateRepositoryMergeCommitTitle {
        PRTITLE = "PR_TITLE",
        MERGEMESSAGE = "MERGE_MESSAGE",
    }

    enum RepositoryTemplateRepositorySquashMergeCommitMessage {
        PRBODY = "PR_BODY",
        COMMITMESSAGES = "COMMIT_MESSAGES",
        BLANK = "BLANK",
    }

    enum RepositoryTemplateRepositorySquashMergeCommitTitle {
        PRTITLE = "PR_TITLE",
        COMMITORPRTITLE = "COMMIT_OR_PR_TITLE",
    }

    enum IssueStateReason {
        Completed = "completed",
        Reopened = "reopened",
        NotPlanned = "not_planned",
    }
}
