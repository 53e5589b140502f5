//! Path items (OpenAPI 3.0.3 §4.7.8, §4.7.9, 3.2.0 §4.9), and what else has
//! them: webhooks and callbacks, whose requests the API makes.

use super::Lift;
use crate::Location;
use crate::document::{
    Callback, HttpMethod, Operation, Parameter, PathItem, SecurityRequirement, Server, Webhook,
};
use crate::files::Files;
use crate::node::Node;
use crate::reference::{get, through};
use crate::template;

/// What every operation of a description may inherit.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    /// The servers of the document.
    pub(super) servers: &'a [Server],
    /// The requirements of the document.
    pub(super) security: &'a [SecurityRequirement],
}

/// What an operation inherits.
pub(super) struct Inherited<'a> {
    /// The path's template; `None` where the request goes to a URL that the
    /// description does not know, as a webhook's does.
    pub(super) template: Option<&'a str>,
    /// The names in the template for which text with slashes may stand.
    pub(super) reserved: Vec<&'a str>,
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
    pub(super) fn lift_paths(&mut self, root: &Node<'_, 'v>, shared: Shared<'_>) -> Vec<PathItem> {
        let Some(paths) = self.get(root, "paths") else {
            return Vec::new();
        };
        paths
            .members()
            .filter(|(template, _)| template.starts_with('/'))
            .map(|(template, node)| self.lift_path(template, true, &node, shared))
            .collect()
    }

    /// Lifts `webhooks`, in the order written (OpenAPI 3.1.1 §4.8.1).
    pub(super) fn lift_webhooks(
        &mut self,
        root: &Node<'_, 'v>,
        shared: Shared<'_>,
    ) -> Vec<Webhook> {
        let Some(webhooks) = self.get(root, "webhooks") else {
            return Vec::new();
        };
        webhooks
            .members()
            .map(|(name, node)| Webhook {
                name: name.to_owned(),
                path: self.lift_path(name, false, &node, shared),
            })
            .collect()
    }

    /// Lifts the callbacks of the operations met so far, and of theirs (OpenAPI 3.1.1 §4.8.18).
    ///
    /// A callback may lead back to the operation it belongs to; each place is lifted once.
    pub(super) fn lift_callbacks(&mut self, shared: Shared<'_>) -> Vec<Callback> {
        let mut callbacks = Vec::new();
        while let Some((name, operation, location, value)) = self.pending_callbacks.pop_front() {
            if !self.seen_callbacks.insert(location.clone()) {
                continue;
            }
            let node = Node::start(&location, value);
            for (expression, node) in node.members() {
                if expression.starts_with("x-") {
                    continue;
                }
                let path = self.lift_path(expression, false, &node, shared);
                callbacks.push(Callback {
                    name: name.to_owned(),
                    operation: operation.clone(),
                    path,
                });
            }
        }
        callbacks
    }

    /// Notes the callbacks of the operation at `node`, to be lifted when all paths are.
    pub(super) fn note_callbacks(&mut self, node: &Node<'_, 'v>) {
        let Some(callbacks) = self.get(node, "callbacks") else {
            return;
        };
        for (name, callback) in callbacks.members() {
            let target = self.through(callback);
            let pending = (name, node.location(), target.location(), target.value);
            self.pending_callbacks.push_back(pending);
        }
    }

    /// Lifts the path item at `node` together with the one it refers to, if it
    /// does. Where both have an operation of the same method, its own wins.
    fn lift_path(
        &mut self,
        template: &'v str,
        is_path: bool,
        node: &Node<'_, 'v>,
        shared: Shared<'_>,
    ) -> PathItem {
        let target = node.reference().map(|_| self.through(node.clone()));
        let mut parameters = Vec::new();
        let mut servers = None;
        for item in target.iter().chain([node]) {
            parameters.extend(self.lift_parameters(item));
            servers = self.lift_servers(item).or(servers);
        }
        let path = node.location();
        let template = if is_path {
            template::in_braces(template, || declared_in_path(self.files, node))
        } else {
            template.into()
        };
        let template = &*template;
        let plain = if is_path {
            template::plain(template)
        } else {
            template.to_owned()
        };
        let inherited = Inherited {
            template: is_path.then_some(&plain),
            reserved: reserved(template),
            path: &path,
            parameters: &parameters,
            servers: servers.as_deref().unwrap_or(shared.servers),
            security: shared.security,
        };
        let mut operations = Vec::new();
        for item in [node].into_iter().chain(&target) {
            self.lift_operations(item, &inherited, &mut operations);
        }
        PathItem {
            operations,
            location: target.map_or(path.clone(), |target| target.location()),
            template: plain,
        }
    }

    fn lift_operations(
        &mut self,
        node: &Node<'_, 'v>,
        inherited: &Inherited<'_>,
        operations: &mut Vec<Operation>,
    ) {
        each_operation(self.files, node, |key, node| {
            let method = method(key).unwrap_or_else(|| HttpMethod::Other(key.to_owned()));
            if operations.iter().all(|other| other.method != method) {
                operations.extend(self.lift_operation(method, node, inherited));
            }
        });
    }
}

/// The names for which text with slashes may stand.
fn reserved(template: &str) -> Vec<&str> {
    let expressions = template::names(template)
        .into_iter()
        .map(template::expression);
    let reserved = expressions.filter(|expression| expression.is_reserved);
    reserved.filter_map(|expression| expression.name).collect()
}

/// The names of the path parameters that are declared for the path item at `node`, for what it
/// refers to and for their operations.
pub(crate) fn declared_in_path<'v>(files: &'v Files, node: &Node<'_, 'v>) -> Vec<&'v str> {
    let mut names = Vec::new();
    let mut gather = |node: &Node<'_, 'v>| {
        let list = get(files, node, "parameters");
        for item in list.iter().flat_map(Node::items) {
            let parameter = through(files, item);
            if parameter.text("in") == Some("path") {
                names.extend(parameter.text("name"));
            }
        }
    };
    for item in [node.clone(), through(files, node.clone())] {
        gather(&item);
        each_operation(files, &item, |_, operation| gather(operation));
    }
    names
}

/// Calls `visit` with each operation of the path item at `node`, and the field
/// or the method that it stands under (OpenAPI 3.0.3 §4.7.9.1, 3.2.0 §4.9.1).
pub(crate) fn each_operation<'v>(
    files: &'v Files,
    node: &Node<'_, 'v>,
    mut visit: impl FnMut(&'v str, &Node<'_, 'v>),
) {
    for (key, member) in node.members() {
        if key == "additionalOperations" {
            for (method, operation) in through(files, member).members() {
                visit(method, &through(files, operation));
            }
        } else if method(key).is_some() {
            visit(key, &through(files, member));
        }
    }
}

/// The method whose operation stands under the field `key`.
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
        "query" => Some(HttpMethod::Other("QUERY".to_owned())),
        _ => None,
    }
}
