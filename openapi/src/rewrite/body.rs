//! Body parameters become request bodies (OpenAPI 3.0.3 §4.7.13).

use serde_json::{Map, Value};

use super::at::At;
use super::media::MediaTypes;
use super::parameter::Listed;
use super::{Rewrite, identity};
use crate::node::Node;
use crate::specification::Kind;
use crate::{Diagnostic, codes};

impl<'v> Rewrite<'v, '_> {
    /// The request body that a body parameter is.
    pub(super) fn body(
        &mut self,
        parameter: &Listed<'v>,
        at: &At<'_>,
        consumes: &MediaTypes,
    ) -> Value {
        let node = Node::start(&parameter.location, parameter.value);
        self.visited.insert(identity(node.value));
        self.note_move(at, node.location());
        let mut body = Map::new();
        for (key, member) in node.members() {
            if matches!(key, "description" | "required") || key.starts_with("x-") {
                body.insert(key.to_owned(), member.value.clone());
            }
        }
        let example = ["x-example", "example"]
            .into_iter()
            .find_map(|key| node.get(key));
        let mut content = Map::new();
        for (name, place) in consumes.or_json(|| node.location()).0 {
            let (content_at, mut media_type) = (at.key("content"), Map::new());
            let at = content_at.key(&name);
            self.note(&at, place);
            let schema = self.body_schema(&node, &at.key("schema"));
            media_type.insert("schema".to_owned(), schema);
            if let Some(example) = &example {
                self.note(&at.key("example"), example.location());
                media_type.insert("example".to_owned(), example.value.clone());
            }
            content.insert(name, media_type.into());
        }
        body.insert("content".to_owned(), content.into());
        body.into()
    }

    fn body_schema(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        if let Some(schema) = node.get("schema") {
            return self.shared_schema(&schema, at);
        }
        let location = node.location();
        self.note(at, location.clone());
        let message = "a body parameter must have the field `schema`";
        let keywords = ["type", "items", "properties", "enum", "$ref"];
        let is_inline = keywords.iter().any(|key| node.value.get(key).is_some());
        let hint = if is_inline {
            "what stands beside its name is read as the schema"
        } else {
            "without it, the body may be anything"
        };
        let code = codes::MISSING_FIELD;
        self.report
            .push(Diagnostic::warning(code, location, message).hint(hint));
        if is_inline {
            return self.inline_schema(node, at, Kind::Parameter).into();
        }
        Map::new().into()
    }
}
