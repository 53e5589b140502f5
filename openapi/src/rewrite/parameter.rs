//! Parameters (Swagger 2.0, Parameter Object).
//!
//! What 2.0 says beside a parameter's name is a schema in 3.0. A body and the
//! parts of a form are parameters in 2.0 and a request body in 3.0.

use serde_json::{Map, Value};

use super::Rewrite;
use super::at::At;
use super::collection::format_location;
use super::identity;
use crate::check::invalid_word;
use crate::node::Node;
use crate::specification::{self, Kind};
use crate::{Diagnostic, Location, codes};

/// Where a parameter may stand. The last is 3.0's.
const PLACES: [&str; 6] = ["query", "header", "path", "formData", "body", "cookie"];

/// The kinds of place that are rewritten differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    Form,
    Other,
}

/// A parameter with its references followed.
#[derive(Clone, Debug)]
pub(super) struct Listed<'v> {
    pub(super) value: &'v Value,
    /// The place of the value.
    pub(super) location: Location,
    /// The place where it is listed.
    pub(super) from: Location,
}

impl<'v> Listed<'v> {
    pub(super) fn text(&self, key: &str) -> Option<&'v str> {
        self.value.get(key)?.as_str()
    }

    pub(super) fn place(&self) -> Place {
        match self.text("in") {
            Some(place) if place.eq_ignore_ascii_case("body") => Place::Body,
            Some(place) if place.eq_ignore_ascii_case("formData") => Place::Form,
            // As Swagger 1.2 has it.
            Some("form") => Place::Form,
            Some(_) | None => Place::Other,
        }
    }
}

/// What makes the request body of an operation.
#[derive(Clone, Debug, Default)]
pub(super) struct Inputs<'v> {
    pub(super) bodies: Vec<Listed<'v>>,
    pub(super) forms: Vec<Listed<'v>>,
}

impl<'v> Inputs<'v> {
    /// These, and those of the path item that they do not replace.
    pub(super) fn over(self, shared: &Self) -> Self {
        let is_replaced = |listed: &&Listed<'v>| {
            let mut own = self.forms.iter();
            own.any(|own| own.text("name") == listed.text("name"))
        };
        let inherited = shared.forms.iter().filter(|listed| !is_replaced(listed));
        Self {
            forms: inherited.cloned().chain(self.forms.clone()).collect(),
            bodies: match self.bodies.as_slice() {
                [] => shared.bodies.clone(),
                [..] => self.bodies,
            },
        }
    }
}

impl<'v> Rewrite<'v, '_> {
    /// Rewrites a list of parameters without those of the body and of forms, which `inputs` takes.
    pub(super) fn parameters(
        &mut self,
        list: &Node<'_, 'v>,
        at: &At<'_>,
        inputs: &mut Inputs<'v>,
    ) -> Value {
        let list = &self.through(list, at);
        self.visited.insert(identity(list.value));
        if !list.value.is_array() {
            return list.value.clone();
        }
        let mut others: Vec<Value> = Vec::new();
        for (index, item) in list.items().enumerate() {
            let listed = self.listed(&item);
            match listed.place() {
                Place::Body => inputs.bodies.push(listed),
                Place::Form => inputs.forms.push(listed),
                Place::Other => {
                    let at = at.index(others.len());
                    if others.len() != index {
                        self.note_move(&at, item.location());
                    }
                    others.push(self.parameter(&item, &at));
                }
            }
        }
        others.into()
    }

    /// The parameter at `node`, its references followed as far as they lead.
    pub(super) fn listed(&self, node: &Node<'_, 'v>) -> Listed<'v> {
        let from = node.location();
        let own = || (from.clone(), node.value);
        let (location, value) = match node.reference() {
            Some(_) if is_described(node.value) => own(),
            Some(reference) => self.follow(&from, reference).unwrap_or_else(own),
            None => own(),
        };
        Listed {
            value,
            location,
            from,
        }
    }

    /// Rewrites a parameter that stays one.
    pub(super) fn parameter(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        self.visited.insert(identity(node.value));
        let Some(object) = node.value.as_object() else {
            return node.value.clone();
        };
        if node.reference().is_some() && !is_described(node.value) {
            return self.refer(node, at, Kind::Parameter);
        }
        let place = node.text("in");
        if let Some(word) = place.filter(|word| !PLACES.contains(word)) {
            let places = &PLACES[..5];
            let diagnostic = invalid_word(node.location().key("in"), word, places);
            self.report.push(diagnostic);
        }
        let mut parameter = self.own_members(node, at, Kind::Parameter);
        if !object.contains_key("content") {
            let value = self.value_of(node, at, Kind::Parameter);
            parameter.insert("schema".to_owned(), value);
        }
        if !object.contains_key("style") {
            let place = place.unwrap_or_default();
            for (key, value) in self.serialisation(node, place).unwrap_or_default() {
                self.note(&at.key(key), format_location(node));
                parameter.insert(key.to_owned(), value);
            }
        }
        parameter.into()
    }

    /// The members that a parameter or header has in 3.0 too.
    pub(super) fn own_members(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        kind: Kind,
    ) -> Map<String, Value> {
        let mut own = Map::new();
        for (key, member) in node.members() {
            match key {
                "schema" | "collectionFormat" => {}
                "content" => {
                    self.warn_of_later(&member, key);
                    own.insert(key.to_owned(), self.content(&member, &at.key(key)));
                }
                "x-example" if !has(node.value, "example") => {
                    self.note(&at.key("example"), member.location());
                    own.insert("example".to_owned(), member.value.clone());
                }
                _ if is_keyword(key, kind) => {}
                _ => {
                    own.insert(key.to_owned(), member.value.clone());
                }
            }
        }
        own
    }

    /// The schema of a parameter, header or form's part: what it says of its value.
    pub(super) fn value_of(&mut self, node: &Node<'_, 'v>, at: &At<'_>, kind: Kind) -> Value {
        let at = at.key("schema");
        if let Some(schema) = node.get("schema") {
            self.warn_of_later(&schema, "schema");
            return self.shared_schema(&schema, &at);
        }
        self.note(&at, node.location());
        self.note_items(node, &at);
        self.inline_schema(node, &at, kind).into()
    }

    /// A reference may name the items of a parameter.
    pub(super) fn note_items(&mut self, node: &Node<'_, 'v>, schema: &At<'_>) {
        if node.get("items").is_some() {
            self.note_move(&schema.key("items"), node.location().key("items"));
        }
    }

    /// The keywords among the members of a parameter, as a schema at `at`.
    pub(super) fn inline_schema(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        kind: Kind,
    ) -> Map<String, Value> {
        let mut schema = Map::new();
        for (key, member) in node.members() {
            if !is_keyword(key, kind) {
                continue;
            }
            if key == "items" && self.flatten(&member) {
                schema.insert(key.to_owned(), serde_json::json!({ "type": "string" }));
                continue;
            }
            self.keyword(&mut schema, key, &member, at);
        }
        if schema.contains_key("$ref") {
            return self.reference_in(node, at, schema);
        }
        if !has_type(&schema) {
            self.warn_of_no_type(node, kind);
            schema.insert("type".to_owned(), "string".into());
        }
        schema
    }

    /// A schema by reference, written where the type should be.
    fn reference_in(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        schema: Map<String, Value>,
    ) -> Map<String, Value> {
        self.refer(node, at, Kind::Schema);
        let message = "`$ref` stands beside a name; it is read as the schema of the value";
        let location = node.location().key("$ref");
        self.report.push(Diagnostic::warning(
            codes::MISMATCHED_REFERENCE,
            location,
            message,
        ));
        schema
    }

    fn warn_of_no_type(&mut self, node: &Node<'_, 'v>, kind: Kind) {
        let message = format!("{} must have the field `type`", kind.noun());
        let code = codes::MISSING_FIELD;
        self.report.push(
            Diagnostic::warning(code, node.location(), message)
                .hint("without it, the value is taken to be a string"),
        );
    }
}

/// Whether an object with `$ref` is a parameter all the same, which says its name and place.
fn is_described(value: &Value) -> bool {
    has(value, "name") && has(value, "in")
}

fn has(value: &Value, key: &str) -> bool {
    value.get(key).is_some()
}

/// Whether the member `key` of a parameter or header belongs to its schema in 3.0.
fn is_keyword(key: &str, kind: Kind) -> bool {
    let is_field = |kind: Kind| {
        let mut fields = specification::fields(kind).iter();
        fields.any(|field| field.name == key)
    };
    match key {
        "$ref" | "x-nullable" | "x-isnullable" | "x-oneOf" | "x-anyOf" => true,
        _ if key.starts_with("x-enum") || key == "x-ms-enum" => true,
        _ if is_field(kind) => false,
        _ => is_field(Kind::Schema),
    }
}

/// Whether a schema says anything of the type of its values.
fn has_type(schema: &Map<String, Value>) -> bool {
    let telling = [
        "type",
        "enum",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "items",
        "properties",
        "default",
    ];
    telling.iter().any(|key| schema.contains_key(*key))
}
