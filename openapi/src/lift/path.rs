//! Path items (OpenAPI 3.0.3 §4.7.8, §4.7.9).

use openapiv3::ReferenceOr;

use super::Lift;
use crate::Location;
use crate::document::{HttpMethod, Parameter, PathItem, SecurityRequirement, Server};
use crate::node::Node;
use crate::specification::{Kind, Shape};

/// What an operation inherits.
pub(super) struct Inherited<'a> {
    /// The path's template.
    pub(super) template: &'a str,
    /// The place of the template.
    pub(super) path: &'a Location,
    /// The parameters of the path item.
    pub(super) parameters: &'a [Parameter],
    /// The servers of the path item, else of the document.
    pub(super) servers: &'a [Server],
    /// The requirements of the document.
    pub(super) security: &'a [SecurityRequirement],
}

impl<'v> Lift<'v, '_> {
    /// Lifts `paths`, in the order written.
    pub(super) fn lift_paths(
        &mut self,
        root: &Node<'_, 'v>,
        servers: &[Server],
        security: &[SecurityRequirement],
    ) -> Vec<PathItem> {
        let Some(paths) = self.get(root, "paths") else {
            return Vec::new();
        };
        paths
            .members()
            .filter(|(template, _)| template.starts_with('/'))
            .map(|(template, path)| {
                let location = path.location();
                let item = self.through(path);
                self.lift_path(template, &item, &location, servers, security)
            })
            .collect()
    }

    /// Lifts the path item at `node`, which is `path` or what that refers to.
    fn lift_path(
        &mut self,
        template: &str,
        node: &Node<'_, 'v>,
        path: &Location,
        servers: &[Server],
        security: &[SecurityRequirement],
    ) -> PathItem {
        let parts: Option<Vec<ReferenceOr<openapiv3::Parameter>>> = self
            .get(node, "parameters")
            .and_then(|list| self.read_list(&list, &Shape::Reusable(Kind::Parameter)));
        let parameters = self.lift_parameters(&parts.unwrap_or_default(), node);
        let own_servers = self.lift_servers(node);
        let inherited = Inherited {
            template,
            path,
            parameters: &parameters,
            servers: own_servers.as_deref().unwrap_or(servers),
            security,
        };
        PathItem {
            template: template.to_owned(),
            operations: node
                .members()
                .filter_map(|(key, node)| {
                    self.lift_operation(method(key)?, &self.through(node), &inherited)
                })
                .collect(),
            location: node.location(),
        }
    }
}

/// The method whose operation stands under `key` (OpenAPI 3.0.3 §4.7.9.1).
pub(crate) fn method(key: &str) -> Option<HttpMethod> {
    match key {
        "get" => Some(HttpMethod::Get),
        "put" => Some(HttpMethod::Put),
        "post" => Some(HttpMethod::Post),
        "delete" => Some(HttpMethod::Delete),
        "options" => Some(HttpMethod::Options),
        "head" => Some(HttpMethod::Head),
        "patch" => Some(HttpMethod::Patch),
        "trace" => Some(HttpMethod::Trace),
        _ => None,
    }
}
