//! Media types, their examples and encodings (OpenAPI 3.0.3 §4.7.14, §4.7.15, §4.7.19).

use indexmap::IndexMap;
use openapiv3::QueryStyle;
use serde_json::Value;

use super::Lift;
use crate::document::{Encoding, MediaType, ParameterStyle};
use crate::node::Node;

impl<'v> Lift<'v, '_> {
    /// Lifts the member `content` of `node`.
    pub(super) fn lift_content(
        &mut self,
        content: &IndexMap<String, openapiv3::MediaType>,
        node: &Node<'_, 'v>,
    ) -> Vec<MediaType> {
        let Some(list) = self.get(node, "content") else {
            return Vec::new();
        };
        content
            .iter()
            .filter_map(|(name, part)| {
                let node = self.get(&list, name)?;
                Some(self.lift_media_type(name, part, &node))
            })
            .collect()
    }

    fn lift_media_type(
        &mut self,
        name: &str,
        part: &openapiv3::MediaType,
        node: &Node<'_, 'v>,
    ) -> MediaType {
        MediaType {
            name: name.to_owned(),
            schema: node.get("schema").map(|schema| self.lift_schema(&schema)),
            item_schema: None,
            examples: self.lift_examples(node),
            encoding: self.lift_encodings(&part.encoding, node),
            location: node.location(),
        }
    }

    /// `example` where there is one, else the values of `examples`, which exclude each other.
    pub(super) fn lift_examples(&self, node: &Node<'_, 'v>) -> Vec<Value> {
        if let Some(example) = node.value.get("example") {
            return vec![example.clone()];
        }
        let Some(examples) = self.get(node, "examples") else {
            return Vec::new();
        };
        examples
            .members()
            .filter_map(|(_, example)| self.through(example).value.get("value").cloned())
            .collect()
    }

    fn lift_encodings(
        &mut self,
        encodings: &IndexMap<String, openapiv3::Encoding>,
        node: &Node<'_, 'v>,
    ) -> Vec<Encoding> {
        let Some(list) = self.get(node, "encoding") else {
            return Vec::new();
        };
        encodings
            .iter()
            .filter_map(|(property, part)| {
                Some(self.lift_encoding(property, part, &self.get(&list, property)?))
            })
            .collect()
    }

    fn lift_encoding(
        &mut self,
        property: &str,
        part: &openapiv3::Encoding,
        node: &Node<'_, 'v>,
    ) -> Encoding {
        Encoding {
            property: property.to_owned(),
            content_type: part.content_type.clone(),
            headers: self.lift_headers(&part.headers, node),
            style: part.style.as_ref().map(lift_query_style),
            // The type cannot tell `false` from absent.
            explode: node.value.get("explode").and_then(Value::as_bool),
            allow_reserved: part.allow_reserved,
        }
    }
}

/// The styles of a query parameter and of a form's property.
pub(super) fn lift_query_style(style: &QueryStyle) -> ParameterStyle {
    match style {
        QueryStyle::Form => ParameterStyle::Form,
        QueryStyle::SpaceDelimited => ParameterStyle::SpaceDelimited,
        QueryStyle::PipeDelimited => ParameterStyle::PipeDelimited,
        QueryStyle::DeepObject => ParameterStyle::DeepObject,
    }
}
