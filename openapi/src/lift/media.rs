//! Media types, their examples and encodings (OpenAPI 3.0.3 §4.7.14, §4.7.15,
//! §4.7.19, 3.2.0 §4.14, §4.15, §4.19).

use openapiv3::QueryStyle;
use serde_json::Value;

use super::Lift;
use crate::document::{Encoding, MediaType, ParameterStyle};
use crate::node::Node;
use crate::specification::Kind;

impl<'v> Lift<'v, '_> {
    /// Lifts the member `content` of `node`. A media type may be a reference from 3.2 on.
    pub(super) fn lift_content(&mut self, node: &Node<'_, 'v>) -> Vec<MediaType> {
        let Some(list) = self.get(node, "content") else {
            return Vec::new();
        };
        list.members()
            .map(|(name, node)| self.lift_media_type(name, &self.through(node)))
            .collect()
    }

    fn lift_media_type(&mut self, name: &str, node: &Node<'_, 'v>) -> MediaType {
        MediaType {
            name: name.to_owned(),
            schema: node.get("schema").map(|schema| self.lift_schema(&schema)),
            item_schema: node
                .get("itemSchema")
                .map(|schema| self.lift_schema(&schema)),
            examples: self.lift_examples(node),
            encoding: self.lift_encodings(node),
            location: node.location(),
        }
    }

    /// `example` where there is one, else the values of `examples`, which exclude each other.
    pub(super) fn lift_examples(&self, node: &Node<'_, 'v>) -> Vec<Value> {
        if let Some(example) = node.stated("example") {
            return vec![example.clone()];
        }
        let Some(examples) = self.get(node, "examples") else {
            return Vec::new();
        };
        examples
            .members()
            .filter_map(|(_, example)| {
                let example = self.through(example).value;
                let value = example.get("dataValue").or(example.get("value"));
                value.cloned()
            })
            .collect()
    }

    fn lift_encodings(&mut self, node: &Node<'_, 'v>) -> Vec<Encoding> {
        let Some(list) = self.get(node, "encoding") else {
            return Vec::new();
        };
        list.members()
            .filter_map(|(property, node)| self.lift_encoding(property, &self.through(node)))
            .collect()
    }

    fn lift_encoding(&mut self, property: &str, node: &Node<'_, 'v>) -> Option<Encoding> {
        let part: openapiv3::Encoding = self.read(node, Kind::Encoding)?;
        Some(Encoding {
            property: property.to_owned(),
            content_type: part.content_type,
            headers: self.lift_headers(node),
            style: part.style.as_ref().map(lift_query_style),
            // The type cannot tell `false` from absent.
            explode: node.stated("explode").and_then(Value::as_bool),
            allow_reserved: part.allow_reserved,
        })
    }
}

/// The styles of a form's property.
fn lift_query_style(style: &QueryStyle) -> ParameterStyle {
    match style {
        QueryStyle::Form => ParameterStyle::Form,
        QueryStyle::SpaceDelimited => ParameterStyle::SpaceDelimited,
        QueryStyle::PipeDelimited => ParameterStyle::PipeDelimited,
        QueryStyle::DeepObject => ParameterStyle::DeepObject,
    }
}
