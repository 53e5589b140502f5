//! Parameters, in the order a caller gives them: those required first, the path's
//! among them in the order of its template (OpenAPI 3.1.1 §4.8.12).

use bindery_openapi::document::{
    Operation, Parameter as Described, ParameterIn, ParameterValue, PathItem, SchemaId,
};

use super::Lowering;
use super::media::Content;
use super::object::Annotations;
use super::place::Place;
use super::style::wire_style;
use crate::api::{Name, Parameter, ParameterPlace, Shape, StyleKind, TypeRef, WireStyle};

/// How long the text of a default may be to be told in a setter's documentation.
const MAX_DEFAULT: usize = 60;

impl Lowering<'_> {
    pub(super) fn lower_parameters(
        &mut self,
        path: &PathItem,
        operation: &Operation,
        place: &Place,
    ) -> Vec<Parameter> {
        let mut described: Vec<&Described> = operation
            .parameters
            .iter()
            .filter(|parameter| is_sent(parameter))
            .collect();
        described.sort_by_key(|parameter| rank(parameter, &path.template));
        described
            .into_iter()
            .map(|parameter| self.lower_parameter(parameter, place))
            .collect()
    }

    fn lower_parameter(&mut self, parameter: &Described, place: &Place) -> Parameter {
        let sent_in = place_of(parameter.place);
        let query = self.query_style(parameter);
        let (schema, is_text) = match &parameter.value {
            ParameterValue::Schema { schema, .. } => (Some(*schema), false),
            ParameterValue::Content(media_type) => {
                let is_value = query.is_some() || self.content_of(media_type) == Content::Json;
                (media_type.schema.filter(|_| is_value), !is_value)
            }
        };
        let lowered = schema.map(|schema| self.lower_at(&[schema], &place.part(&parameter.name)));
        let unstated = match query {
            Some(WireStyle::QueryForm) => TypeRef::JsonObject,
            _ if is_text => TypeRef::String,
            _ => TypeRef::Json,
        };
        let reference = lowered.as_ref().map_or(&unstated, |it| &it.shape.reference);
        let style = match &parameter.value {
            ParameterValue::Schema {
                style,
                explode,
                allow_reserved,
                ..
            } => {
                let kind = self.lower_style(parameter, sent_in, *style, reference);
                wire_style(kind, *explode, *allow_reserved)
            }
            ParameterValue::Content(_) if is_text => style_of_text(sent_in),
            ParameterValue::Content(_) => WireStyle::Json,
        };
        let style = query.unwrap_or(style);
        // No style writes null (OpenAPI 3.1.1 §4.8.12.2): what may be left out needs no other way to send nothing.
        let writes_null = match style {
            WireStyle::Json | WireStyle::QueryJson => true,
            WireStyle::Style { .. } | WireStyle::QueryForm => false,
        };
        let admits_null = lowered.as_ref().is_some_and(|lowered| lowered.nullable);
        let said = schema.map(|schema| Annotations::of(self, &[schema]));
        let secret = said.as_ref().is_some_and(|said| said.secret);
        let schema_docs = said.and_then(|said| said.docs);
        Parameter {
            name: Name::unsettled(&parameter.name, parameter.location.clone()),
            place: sent_in,
            style,
            required: parameter.required,
            nullable: admits_null && (parameter.required || writes_null),
            shape: lowered.map_or_else(|| Shape::plain(unstated), |lowered| lowered.shape),
            docs: parameter.description.clone().or(schema_docs),
            deprecated: parameter.deprecated,
            secret,
            default: schema.and_then(|schema| self.told_default_of(schema)),
        }
    }

    /// How the parameter is the whole query, where it is and there is a form for it
    /// (OpenAPI 3.2.0 §4.12.1).
    fn query_style(&self, parameter: &Described) -> Option<WireStyle> {
        let ParameterValue::Content(media_type) = &parameter.value else {
            return None;
        };
        if parameter.place != ParameterIn::QueryString {
            return None;
        }
        match self.content_of(media_type) {
            Content::Form if media_type.encoding.is_empty() => Some(WireStyle::QueryForm),
            Content::Json => Some(WireStyle::QueryJson),
            Content::Form
            | Content::JsonLines
            | Content::EventStream
            | Content::Multipart
            | Content::Xml
            | Content::Text
            | Content::Binary => None,
        }
    }

    /// Why the parameter cannot be sent.
    pub(super) fn unsendable_parameter(&self, parameter: &Described) -> Option<String> {
        let is_query = parameter.place == ParameterIn::QueryString;
        if !is_query || self.query_style(parameter).is_some() {
            return None;
        }
        let what = match &parameter.value {
            ParameterValue::Content(media_type) if media_type.encoding.is_empty() => {
                media_type.essence()
            }
            ParameterValue::Content(_) => "a form with `encoding`".to_owned(),
            ParameterValue::Schema { .. } => "a value without a media type".to_owned(),
        };
        Some(format!(
            "a parameter in `querystring` of {what} is not generated"
        ))
    }

    /// The schema's default, where it is short enough to be told.
    fn told_default_of(&self, schema: SchemaId) -> Option<String> {
        let default = self.default_of(&[schema])?;
        Some(default.to_string()).filter(|text| text.len() <= MAX_DEFAULT)
    }
}

/// `Accept`, `Content-Type` and `Authorization` as header parameters are ignored (§4.8.12.1).
fn is_sent(parameter: &Described) -> bool {
    let reserved = ["accept", "content-type", "authorization"];
    let name = parameter.name.to_ascii_lowercase();
    parameter.place != ParameterIn::Header || !reserved.contains(&name.as_str())
}

/// Required before optional; in the path by position, then query, header, cookie.
fn rank(parameter: &Described, template: &str) -> (bool, u8, usize) {
    let position = template
        .find(&format!("{{{}}}", parameter.name))
        .unwrap_or_default();
    match parameter.place {
        ParameterIn::Path => (false, 0, position),
        ParameterIn::Query | ParameterIn::QueryString => (!parameter.required, 1, 0),
        ParameterIn::Header => (!parameter.required, 2, 0),
        ParameterIn::Cookie => (!parameter.required, 3, 0),
    }
}

/// How a text that is no JSON is written.
fn style_of_text(sent_in: ParameterPlace) -> WireStyle {
    match sent_in {
        ParameterPlace::Path | ParameterPlace::Header => {
            wire_style(StyleKind::Simple, false, false)
        }
        ParameterPlace::Query | ParameterPlace::Cookie => wire_style(StyleKind::Form, true, false),
    }
}

fn place_of(place: ParameterIn) -> ParameterPlace {
    match place {
        ParameterIn::Path => ParameterPlace::Path,
        ParameterIn::Query | ParameterIn::QueryString => ParameterPlace::Query,
        ParameterIn::Header => ParameterPlace::Header,
        ParameterIn::Cookie => ParameterPlace::Cookie,
    }
}
