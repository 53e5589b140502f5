//! Operations (Swagger 2.0, Operation Object).

use serde_json::{Map, Value};

use super::at::At;
use super::media::MediaTypes;
use super::parameter::{Inputs, Listed};
use super::{Rewrite, identity};
use crate::node::Node;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

impl<'v> Rewrite<'v, '_> {
    /// Rewrites an operation, which takes what its path item says of the body.
    pub(super) fn operation(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        shared: &Inputs<'v>,
    ) -> Value {
        let node = &self.through(node, at);
        self.visited.insert(identity(node.value));
        if !node.value.is_object() {
            return node.value.clone();
        }
        let consumes = self.media_types(node, "consumes");
        let consumes = consumes.or_else(|| self.consumes.clone());
        let produces = self.media_types(node, "produces");
        let produces = produces.or_else(|| self.produces.clone());
        let mut inputs = Inputs::default();
        let mut operation = Map::new();
        for (key, member) in node.members() {
            let value = match key {
                "consumes" | "produces" | "schemes" => continue,
                "parameters" => {
                    let list = self.parameters(&member, &at.key(key), &mut inputs);
                    if is_emptied(&list, member.value) {
                        continue;
                    }
                    list
                }
                "responses" => self.responses(&member, &at.key(key), produces.as_ref()),
                "requestBody" => self.later_body(&member, &at.key(key)),
                "servers" | "callbacks" => {
                    self.warn_of_later(&member, key);
                    member.value.clone()
                }
                _ => member.value.clone(),
            };
            operation.insert(key.to_owned(), value);
        }
        let inputs = inputs.over(shared);
        if operation.contains_key("requestBody") {
            self.warn_of_more_bodies(&inputs.bodies, &inputs.forms);
        } else if let Some(body) =
            self.request_body(&inputs, &at.key("requestBody"), consumes.as_ref())
        {
            operation.insert("requestBody".to_owned(), body);
        }
        if let Some(servers) = self.servers_of_operation(node, at) {
            operation.insert("servers".to_owned(), servers);
        }
        operation.into()
    }

    fn later_body(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        self.warn_of_later(node, "requestBody");
        self.members(node, at, |rewrite, key, member, at| match key {
            "content" => rewrite.content(member, at),
            _ => member.value.clone(),
        })
    }

    /// There is one body, or one form, never both (Swagger 2.0, Parameter Object).
    fn request_body(
        &mut self,
        inputs: &Inputs<'v>,
        at: &At<'_>,
        consumes: Option<&MediaTypes>,
    ) -> Option<Value> {
        let consumes = consumes.cloned().unwrap_or_default();
        match inputs.bodies.split_first() {
            Some((body, more)) => {
                self.warn_of_more_bodies(more, &inputs.forms);
                Some(self.body(body, at, &consumes))
            }
            None if inputs.forms.is_empty() => None,
            None => Some(self.form(&inputs.forms, at, &consumes)),
        }
    }

    fn warn_of_more_bodies(&mut self, bodies: &[Listed<'v>], forms: &[Listed<'v>]) {
        for (kind, parameters) in [("body", bodies), ("form", forms)] {
            for parameter in parameters {
                let name = parameter.text("name").unwrap_or_default();
                let message = format!(
                    "the {kind} parameter {} is ignored: the operation has a body already",
                    quoted(name)
                );
                let location = parameter.from.clone();
                self.report.push(
                    Diagnostic::warning(codes::SECOND_BODY, location, message).hint(
                        "an operation has one body parameter, or form parameters, never both",
                    ),
                );
            }
        }
    }
}

/// Whether every item of a list went elsewhere.
pub(super) fn is_emptied(made: &Value, written: &Value) -> bool {
    made.as_array().is_some_and(Vec::is_empty) && made != written
}
