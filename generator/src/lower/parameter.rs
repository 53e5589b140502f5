//! Parameters, in the order a caller gives them: those required first, the path's
//! among them in the order of its template (OpenAPI 3.1.1 §4.8.12).

use bindery_openapi::document::{
    Operation, Parameter as Described, ParameterIn, ParameterStyle, ParameterValue, PathItem,
};

use super::Lowering;
use super::object::Annotations;
use super::place::Place;
use crate::api::{Name, Parameter, ParameterPlace, Shape, StyleKind, TypeRef, WireStyle};

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
        let (schema, style) = match &parameter.value {
            ParameterValue::Schema {
                schema,
                style,
                explode,
                allow_reserved,
            } => {
                let (explode, allow_reserved) = (*explode, *allow_reserved);
                let kind = style_kind(*style);
                (
                    Some(*schema),
                    WireStyle::Style {
                        kind,
                        explode,
                        allow_reserved,
                    },
                )
            }
            ParameterValue::Content(media_type) => (media_type.schema, WireStyle::Json),
        };
        let lowered = schema.map(|schema| self.lower_at(&[schema], &place.part(&parameter.name)));
        let secret = schema.is_some_and(|schema| Annotations::of(self, &[schema]).secret);
        let schema_docs = schema.and_then(|schema| Annotations::of(self, &[schema]).docs);
        Parameter {
            name: Name::unsettled(&parameter.name, parameter.location.clone()),
            place: place_of(parameter.place),
            style,
            required: parameter.required,
            nullable: lowered.as_ref().is_some_and(|lowered| lowered.nullable),
            shape: lowered.map_or_else(|| Shape::plain(TypeRef::Json), |lowered| lowered.shape),
            docs: parameter.description.clone().or(schema_docs),
            deprecated: parameter.deprecated,
            secret,
        }
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
        ParameterIn::Query => (!parameter.required, 1, 0),
        ParameterIn::Header => (!parameter.required, 2, 0),
        ParameterIn::Cookie => (!parameter.required, 3, 0),
    }
}

fn place_of(place: ParameterIn) -> ParameterPlace {
    match place {
        ParameterIn::Path => ParameterPlace::Path,
        ParameterIn::Query => ParameterPlace::Query,
        ParameterIn::Header => ParameterPlace::Header,
        ParameterIn::Cookie => ParameterPlace::Cookie,
    }
}

fn style_kind(style: ParameterStyle) -> StyleKind {
    match style {
        ParameterStyle::Simple => StyleKind::Simple,
        ParameterStyle::Label => StyleKind::Label,
        ParameterStyle::Matrix => StyleKind::Matrix,
        ParameterStyle::Form | ParameterStyle::Cookie => StyleKind::Form,
        ParameterStyle::SpaceDelimited => StyleKind::SpaceDelimited,
        ParameterStyle::PipeDelimited => StyleKind::PipeDelimited,
        ParameterStyle::DeepObject => StyleKind::DeepObject,
    }
}
