//! Form parameters become one object, and how its properties are written
//! (OpenAPI 3.0.3 §4.7.14.3, §4.7.14.4, §4.7.15).

use serde_json::{Map, Value, json};

use super::at::At;
use super::collection::format_location;
use super::media::{MediaTypes, essence};
use super::parameter::Listed;
use super::{Rewrite, identity};
use crate::node::Node;
use crate::specification::Kind;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";

impl<'v> Rewrite<'v, '_> {
    /// The request body that a list of form parameters is.
    pub(super) fn form(
        &mut self,
        parts: &[Listed<'v>],
        at: &At<'_>,
        consumes: &MediaTypes,
    ) -> Value {
        let Some(first) = parts.first() else {
            return Map::new().into();
        };
        self.note(at, first.from.clone());
        let types = form_types(parts, consumes, first);
        let mut content = Map::new();
        let mut first_schema = None;
        for (name, place) in types.0 {
            let content_at = at.key("content");
            let at = content_at.key(&name);
            self.note(&at, place);
            let mut media_type = Map::new();
            let schema_at = at.key("schema");
            let schema = match &first_schema {
                None => {
                    first_schema = Some(schema_at.location());
                    self.form_schema(parts, &schema_at)
                }
                Some(first) => json!({ "$ref": self.written_as(first.file, first) }),
            };
            media_type.insert("schema".to_owned(), schema);
            let encoding = self.encodings(parts, &at.key("encoding"));
            if !encoding.is_empty() {
                media_type.insert("encoding".to_owned(), encoding.into());
            }
            content.insert(name, media_type.into());
        }
        let required = parts.iter().any(|part| is_required(part));
        json!({ "content": content, "required": required })
    }

    fn form_schema(&mut self, parts: &[Listed<'v>], at: &At<'_>) -> Value {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for part in parts {
            let Some(name) = part.text("name") else {
                self.refuse_nameless(part);
                continue;
            };
            if properties.contains_key(name) {
                self.refuse_duplicate(part, name, parts);
                continue;
            }
            if is_required(part) {
                let required_at = at.key("required");
                let place = part.location.key("required");
                self.note(&required_at.index(required.len()), place);
                required.push(Value::from(name));
            }
            let properties_at = at.key("properties");
            let property = self.form_property(part, &properties_at.key(name));
            properties.insert(name.to_owned(), property);
        }
        let mut schema = Map::new();
        schema.insert("type".to_owned(), "object".into());
        schema.insert("properties".to_owned(), properties.into());
        if !required.is_empty() {
            schema.insert("required".to_owned(), required.into());
        }
        schema.into()
    }

    fn form_property(&mut self, part: &Listed<'v>, at: &At<'_>) -> Value {
        let node = Node::start(&part.location, part.value);
        self.visited.insert(identity(node.value));
        if let Some(schema) = node.get("schema") {
            self.warn_of_later(&schema, "schema");
            return self.shared_schema(&schema, at);
        }
        self.note_move(at, node.location());
        let mut property = self.inline_schema(&node, at, Kind::Parameter);
        for (key, member) in node.members() {
            let is_kept = matches!(key, "description" | "example" | "deprecated")
                || (key.starts_with("x-") && key != "x-example");
            if is_kept {
                property.entry(key).or_insert_with(|| member.value.clone());
            }
        }
        if let Some(example) = node.get("x-example") {
            self.note(&at.key("example"), example.location());
            property
                .entry("example")
                .or_insert_with(|| example.value.clone());
        }
        property.into()
    }

    fn encodings(&mut self, parts: &[Listed<'v>], at: &At<'_>) -> Map<String, Value> {
        let mut encodings = Map::new();
        for part in parts {
            let node = Node::start(&part.location, part.value);
            let serialisation = self.serialisation(&node, "formData");
            if let (Some(name), Some(serialisation)) = (part.text("name"), serialisation) {
                self.note(&at.key(name), format_location(&node));
                let encoding: Map<_, _> = serialisation
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect();
                encodings.insert(name.to_owned(), encoding.into());
            }
        }
        encodings
    }

    fn refuse_nameless(&mut self, part: &Listed<'v>) {
        let message = "a parameter must have the field `name`";
        self.report.push(Diagnostic::error(
            codes::MISSING_FIELD,
            part.location.clone(),
            message,
        ));
    }

    fn refuse_duplicate(&mut self, part: &Listed<'v>, name: &str, parts: &[Listed<'v>]) {
        let message = format!("the form parameter {} is listed twice", quoted(name));
        let diagnostic = Diagnostic::error(codes::DUPLICATE_PARAMETER, part.from.clone(), message);
        let first = parts.iter().find(|other| other.text("name") == Some(name));
        self.report.push(match first {
            Some(first) => diagnostic.related(first.from.clone(), "the first of them"),
            None => diagnostic,
        });
    }
}

/// Files need `multipart/form-data` (Swagger 2.0, Parameter Object, `type`).
fn form_types(parts: &[Listed<'_>], consumes: &MediaTypes, first: &Listed<'_>) -> MediaTypes {
    let file = parts.iter().find(|part| is_file(part.value));
    let mut types = consumes.0.clone();
    types.retain(|(name, _)| {
        let essence = essence(name);
        essence.starts_with("multipart/") || (file.is_none() && essence == URL_ENCODED)
    });
    if types.is_empty() {
        let name = if file.is_some() {
            MULTIPART
        } else {
            URL_ENCODED
        };
        types.push((name.to_owned(), file.unwrap_or(first).from.clone()));
    }
    MediaTypes(types)
}

fn is_required(part: &Listed<'_>) -> bool {
    part.value.get("required") == Some(&Value::Bool(true))
}

/// Whether the part is a file or a list of files.
fn is_file(value: &Value) -> bool {
    let is_file = |value: &Value| value.get("type").and_then(Value::as_str) == Some("file");
    is_file(value) || value.get("items").is_some_and(is_file)
}
