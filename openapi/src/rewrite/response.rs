//! Responses and headers (Swagger 2.0, Response Object, Header Object).

use serde_json::{Map, Value};

use super::at::At;
use super::media::{MediaTypes, essence, is_json};
use super::{Rewrite, identity};
use crate::node::Node;
use crate::specification::Kind;
use crate::wording::quoted;
use crate::{Diagnostic, Location, codes};

const BINARY: &str = "application/octet-stream";

impl<'v> Rewrite<'v, '_> {
    /// Rewrites the responses of an operation that makes the media types `produces`.
    pub(super) fn responses(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        produces: Option<&MediaTypes>,
    ) -> Value {
        let produces = produces.cloned().unwrap_or_default();
        self.members(node, at, |rewrite, key, response, at| {
            if key.starts_with("x-") {
                return response.value.clone();
            }
            rewrite.response_of_operation(response, at, &produces)
        })
    }

    /// A response that operations share has the media types of the root. It is
    /// written out where the operation has others.
    fn response_of_operation(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        produces: &MediaTypes,
    ) -> Value {
        let is_shared = match &self.produces {
            Some(shared) => shared.is_same(produces),
            None => produces.0.is_empty(),
        };
        let target = node
            .reference()
            .filter(|_| !is_shared)
            .and_then(|reference| self.follow(&node.location(), reference))
            .filter(|(_, value)| value.get("schema").is_some());
        match target {
            Some((location, value)) => {
                self.note(at, location.clone());
                self.response(&Node::start(&location, value), at, produces)
            }
            None => self.response(node, at, produces),
        }
    }

    /// Rewrites a response.
    pub(super) fn response(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        produces: &MediaTypes,
    ) -> Value {
        self.visited.insert(identity(node.value));
        if node.reference().is_some() {
            return self.refer(node, at, Kind::Response);
        }
        if !node.value.is_object() {
            return node.value.clone();
        }
        let mut response = Map::new();
        for (key, member) in node.members() {
            let at = at.key(key);
            let value = match key {
                "schema" | "examples" => continue,
                "headers" => self.members(&member, &at, |rewrite, _, header, at| {
                    rewrite.header(header, at)
                }),
                "content" => {
                    self.warn_of_later(&member, key);
                    self.content(&member, &at)
                }
                _ => member.value.clone(),
            };
            response.insert(key.to_owned(), value);
        }
        if !response.contains_key("content") {
            let content = self.response_content(node, &at.key("content"), produces);
            if !content.is_empty() {
                response.insert("content".to_owned(), content.into());
            }
        }
        response.into()
    }

    /// A header says its type as a parameter does.
    fn header(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        if !node.value.is_object() || node.reference().is_some() {
            return node.value.clone();
        }
        let mut header = self.own_members(node, at, Kind::Header);
        if node.get("content").is_none() {
            let schema = self.value_of(node, at, Kind::Header);
            header.insert("schema".to_owned(), schema);
        }
        // All that a list in a header can be is separated by commas, which needs no word.
        self.serialisation(node, "header");
        header.into()
    }

    /// Media types as 3.0 has them.
    pub(super) fn content(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        self.members(node, at, |rewrite, _, media_type, at| {
            rewrite.members(media_type, at, |rewrite, key, member, at| match key {
                "schema" => rewrite.schema(member, at),
                _ => member.value.clone(),
            })
        })
    }

    fn response_content(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        produces: &MediaTypes,
    ) -> Map<String, Value> {
        let mut content = Map::new();
        if let Some(schema) = node.get("schema") {
            for (name, place) in response_types(&schema, produces, || schema.location()).0 {
                let at = at.key(&name);
                self.note(&at, place);
                let schema = self.shared_schema(&schema, &at.key("schema"));
                let media_type = Map::from_iter([("schema".to_owned(), schema)]);
                content.insert(name, media_type.into());
            }
        }
        if let Some(examples) = node.get("examples") {
            self.add_examples(&examples, at, &mut content, node.get("schema").is_some());
        }
        content
    }

    /// Examples stand under their media type (Swagger 2.0, Example Object).
    fn add_examples(
        &mut self,
        examples: &Node<'_, 'v>,
        at: &At<'_>,
        content: &mut Map<String, Value>,
        has_schema: bool,
    ) {
        let mut ignored = None;
        for (name, example) in examples.members().filter(|(name, _)| is_media_type(name)) {
            let wanted = essence(name);
            let known = content.keys().find(|known| essence(known) == wanted);
            let key = match known {
                Some(known) => known.clone(),
                None if has_schema => {
                    ignored.get_or_insert((name, example.location()));
                    continue;
                }
                None => name.to_owned(),
            };
            let at = at.key(&key);
            if !content.contains_key(&key) {
                self.note(&at, example.location());
            }
            self.note(&at.key("example"), example.location());
            let media_type = content.entry(key).or_insert_with(|| Map::new().into());
            if let Some(media_type) = media_type.as_object_mut() {
                media_type.insert("example".to_owned(), example.value.clone());
            }
        }
        let others = examples.members().filter(|(name, _)| !is_media_type(name));
        let mut others = others.filter(|(name, _)| !name.starts_with("x-"));
        let other = others.next().map(|(name, node)| (name, node.location()));
        if let Some((name, location)) = other.or(ignored) {
            self.warn_of_example(name, location);
        }
    }

    fn warn_of_example(&mut self, name: &str, location: Location) {
        let message = format!("the response has no media type {}", quoted(name));
        let code = codes::IGNORED_EXAMPLE;
        self.report.push(
            Diagnostic::warning(code, location, message)
                .on_key()
                .hint("examples stand under the media types of `produces`; others are ignored"),
        );
    }
}

/// The media types of a response. A file is not JSON, whatever `produces` says of the others.
fn response_types(
    schema: &Node<'_, '_>,
    produces: &MediaTypes,
    place: impl Fn() -> Location,
) -> MediaTypes {
    if schema.text("type") != Some("file") {
        return produces.or_json(place);
    }
    let mut types = produces.clone();
    types.0.retain(|(name, _)| !is_json(name));
    match (types.0.first(), produces.0.first()) {
        (Some(_), _) => types,
        (None, Some((_, place))) => MediaTypes(vec![("*/*".to_owned(), place.clone())]),
        (None, None) => MediaTypes(vec![(BINARY.to_owned(), place())]),
    }
}

fn is_media_type(name: &str) -> bool {
    name.contains('/')
}
