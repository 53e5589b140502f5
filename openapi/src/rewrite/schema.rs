//! Schemas (Swagger 2.0, Schema Object): nearly those of 3.0, which come from
//! the same draft of JSON Schema.

use serde_json::{Map, Value, json};

use super::at::At;
use super::{Rewrite, identity};
use crate::node::Node;
use crate::specification::Kind;
use crate::{Diagnostic, codes};

impl<'v> Rewrite<'v, '_> {
    /// Rewrites a schema. How deep it is nested has been limited by the parser.
    pub(super) fn schema(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        if !node.value.is_object() {
            return node.value.clone();
        }
        self.visited.insert(identity(node.value));
        if node.reference().is_some() {
            return self.schema_reference(node, at);
        }
        let mut schema = Map::new();
        for (key, member) in node.members() {
            self.keyword(&mut schema, key, &member, at);
        }
        schema.into()
    }

    /// Rewrites a schema that several places share: it goes to the first of
    /// them, and the others refer to that, unless it is as short as a reference.
    pub(super) fn shared_schema(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        let first = self.first.get(&identity(node.value));
        if let Some(first) = first.filter(|_| !is_flat(node.value)) {
            let reference = self.written_as(at.location().file, first);
            self.note(at, node.location());
            return json!({ "$ref": reference });
        }
        self.first
            .entry(identity(node.value))
            .or_insert_with(|| at.location());
        self.note_move(at, node.location());
        self.schema(node, at)
    }

    /// Rewrites the keyword `key` of the schema that is made at `at`.
    pub(super) fn keyword(
        &mut self,
        schema: &mut Map<String, Value>,
        key: &str,
        member: &Node<'_, 'v>,
        at: &At<'_>,
    ) {
        let here = at.key(key);
        let mut set = |key: &str, value: Value| {
            schema.entry(key.to_owned()).or_insert(value);
        };
        if let Some(name) = called_in_3_0(key, member.value) {
            self.note(&at.key(name), member.location());
            set(name, member.value.clone());
            return;
        }
        match (key, member.value) {
            ("properties", Value::Object(_)) if member.reference().is_some() => {
                set(key, self.refer_to_any(member, &here));
            }
            ("properties", Value::Object(_)) => {
                let properties = self.members(member, &here, |rewrite, _, property, at| {
                    rewrite.schema(property, at)
                });
                set(key, properties);
            }
            ("items", Value::Array(_)) => set(key, self.tuple(member, &here)),
            ("items" | "not" | "additionalProperties", Value::Object(_)) => {
                set(key, self.schema(member, &here));
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(_)) => set(key, self.list(member, &here)),
            ("x-anyOf" | "x-oneOf", Value::Array(_)) => {
                let name = key.trim_start_matches("x-");
                let here = at.key(name);
                self.note_move(&here, member.location());
                set(name, self.list(member, &here));
            }
            ("type", Value::String(name)) if name == "file" => {
                set("type", "string".into());
                schema.insert("format".to_owned(), "binary".into());
            }
            ("type", Value::Array(types)) => {
                for (key, value) in types_as_in_3_0(types) {
                    self.note_types(&at.key(key), member);
                    set(key, value);
                }
            }
            ("discriminator", Value::String(_)) => {
                self.note(&here.key("propertyName"), member.location());
                set(key, json!({ "propertyName": member.value }));
            }
            // Tools write it into the schemas of bodies, where it means nothing.
            ("collectionFormat", _) => {}
            _ => set(key, member.value.clone()),
        }
    }

    /// A reference that may be null is the only member of an `allOf` in 3.0.
    fn schema_reference(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        let nullable = ["x-nullable", "x-isnullable", "nullable"]
            .iter()
            .any(|key| node.value.get(key) == Some(&Value::Bool(true)));
        if !nullable {
            return self.refer(node, at, Kind::Schema);
        }
        let list = at.key("allOf");
        let inner = list.index(0);
        self.note(&inner, node.location());
        self.refer(node, &inner, Kind::Schema);
        let mut schema = Map::new();
        for (key, member) in node.members() {
            match key {
                "$ref" => {
                    let reference = json!([{ "$ref": member.value }]);
                    schema.insert("allOf".to_owned(), reference);
                }
                _ => self.keyword(&mut schema, key, &member, at),
            }
        }
        schema.into()
    }

    /// Notes that what stands at `at` was made from a list of types, and each
    /// member of an `anyOf` from one of them.
    fn note_types(&mut self, at: &At<'_>, types: &Node<'_, 'v>) {
        self.note(at, types.location());
        let others = types.items().filter(|item| !is_null(item.value));
        for (index, item) in others.enumerate() {
            self.note(&at.index(index), item.location());
            self.note(&at.index(index).key("type"), item.location());
        }
    }

    fn list(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        node.items()
            .enumerate()
            .map(|(index, item)| self.schema(&item, &at.index(index)))
            .collect()
    }

    /// A schema for each item is draft 4's, which 2.0 leaves out.
    fn tuple(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        let message = "`items` is one schema in Swagger 2.0; of the list, each item may be any";
        let code = codes::WRONG_TYPE;
        self.report
            .push(Diagnostic::warning(code, node.location(), message));
        let list = at.key("anyOf");
        self.note_move(&list, node.location());
        json!({ "anyOf": self.list(node, &list) })
    }
}

/// What 3.0 calls a keyword that schemas of 2.0 have as an extension.
fn called_in_3_0(key: &str, value: &Value) -> Option<&'static str> {
    match (key, value) {
        ("x-nullable" | "x-isnullable", Value::Bool(_)) => Some("nullable"),
        ("x-deprecated", Value::Bool(_)) => Some("deprecated"),
        ("x-example", _) => Some("example"),
        _ => None,
    }
}

/// A list of types as draft 4 has it (JSON Schema draft 4 validation §5.5.2), in the words of 3.0.
fn types_as_in_3_0(types: &[Value]) -> Vec<(&'static str, Value)> {
    let others: Vec<_> = types.iter().filter(|value| !is_null(value)).collect();
    let mut members = match others.as_slice() {
        // The check says what is wrong with it.
        others if !others.iter().all(|other| other.is_string()) => {
            return vec![("type", types.into())];
        }
        [] => vec![("type", types.into())],
        [only] => vec![("type", (*only).clone())],
        [..] => {
            let each = others.iter().map(|name| json!({ "type": name }));
            vec![("anyOf", each.collect())]
        }
    };
    if !others.is_empty() && types.iter().any(is_null) {
        members.push(("nullable", true.into()));
    }
    members
}

fn is_null(name: &Value) -> bool {
    name.as_str() == Some("null")
}

/// Whether nothing stands below a schema.
fn is_flat(value: &Value) -> bool {
    let is_scalar = |value: &Value| !value.is_object() && !value.is_array();
    value
        .as_object()
        .is_none_or(|schema| schema.values().all(is_scalar))
}
