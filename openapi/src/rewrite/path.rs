//! Paths and path items (Swagger 2.0, Paths Object, Path Item Object).

use serde_json::{Map, Value};

use super::Rewrite;
use super::at::At;
use super::identity;
use super::operation::is_emptied;
use super::parameter::Inputs;
use crate::lift::method;
use crate::node::Node;
use crate::specification::Kind;

impl<'v> Rewrite<'v, '_> {
    /// Rewrites `paths`.
    pub(super) fn paths(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        self.members(node, at, |rewrite, template, item, at| {
            if template.starts_with("x-") {
                return item.value.clone();
            }
            rewrite.path_item(item, at)
        })
    }

    /// Rewrites a path item. Its parameters of the body and of forms go to its operations.
    pub(super) fn path_item(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        self.visited.insert(identity(node.value));
        if node.reference().is_some() {
            return self.refer(node, at, Kind::PathItem);
        }
        if !node.value.is_object() {
            return node.value.clone();
        }
        let mut inputs = Inputs::default();
        let mut item = Map::new();
        if let Some(list) = node.get("parameters") {
            let made = self.parameters(&list, &at.key("parameters"), &mut inputs);
            if !is_emptied(&made, list.value) {
                item.insert("parameters".to_owned(), made);
            }
        }
        for (key, member) in node.members() {
            let value = match key {
                "parameters" => continue,
                _ if method(key).is_some() => self.operation(&member, &at.key(key), &inputs),
                _ => member.value.clone(),
            };
            item.insert(key.to_owned(), value);
        }
        item.into()
    }
}
