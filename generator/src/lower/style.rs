//! How a parameter is laid out: a style that fits its place and its type
//! (OpenAPI 3.1.1 §4.8.12.3).

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{Parameter as Described, ParameterStyle};

use super::Lowering;
use crate::api::{ParameterPlace, StyleKind, TypeId, TypeKind, TypeRef, WireStyle};
use crate::codes;

/// What a type is on the wire, where that is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layers {
    Scalar,
    Array { nested: bool },
    Object { nested: bool },
    Unknown,
}

impl Lowering<'_> {
    /// The style of a parameter: the one that is stated, or the default of its place where that one has no form there.
    pub(super) fn lower_style(
        &mut self,
        parameter: &Described,
        place: ParameterPlace,
        style: ParameterStyle,
        reference: &TypeRef,
    ) -> StyleKind {
        let stated = kind(style);
        let fitting = fit(stated, place);
        if fitting != stated {
            let message = format!(
                "the style `{}` has no form in {}; `{}` is used",
                name(stated),
                place_noun(place),
                name(fitting)
            );
            self.report_style(parameter, message);
        } else if let Some(what) = self.undefined(fitting, reference) {
            let message = format!("the style `{}` has no form for {what}", name(stated));
            self.report_style(parameter, message);
        }
        fitting
    }

    fn report_style(&mut self, parameter: &Described, message: String) {
        let location = parameter.location.clone();
        self.report
            .push(Diagnostic::warning(codes::UNFIT_STYLE, location, message).hint(
                "it is sent as servers commonly read it; see what the client sends before relying on it",
            ));
    }

    /// What the specification says nothing of, where `reference` is that.
    fn undefined(&self, style: StyleKind, reference: &TypeRef) -> Option<&'static str> {
        match (style, self.layers(reference, 0)) {
            (StyleKind::DeepObject, Layers::Scalar) => Some("a value that is no object"),
            (StyleKind::DeepObject, Layers::Array { .. }) => Some("an array; `name[0]=…` is sent"),
            (StyleKind::DeepObject, Layers::Object { .. }) => None,
            (_, Layers::Array { nested: true } | Layers::Object { nested: true }) => Some(
                "a value inside a value; the name of a list in an exploded object is repeated, for others JSON is sent",
            ),
            _ => None,
        }
    }

    fn layers(&self, reference: &TypeRef, depth: usize) -> Layers {
        let is_nested = |inner: &TypeRef| match self.layers(inner, depth + 1) {
            Layers::Array { .. } | Layers::Object { .. } => true,
            Layers::Scalar | Layers::Unknown => false,
        };
        match reference {
            _ if depth > 8 => Layers::Unknown,
            TypeRef::Array(item) => Layers::Array {
                nested: is_nested(&item.reference),
            },
            TypeRef::Tuple(items) => Layers::Array {
                nested: items.iter().any(|item| is_nested(&item.reference)),
            },
            TypeRef::Prefixed(array) => Layers::Array {
                nested: array.shapes().any(|item| is_nested(&item.reference)),
            },
            TypeRef::Map(value) => Layers::Object {
                nested: is_nested(&value.reference),
            },
            TypeRef::Nullable(inner) | TypeRef::Boxed(inner) => self.layers(inner, depth + 1),
            TypeRef::Named(TypeId(id)) => match &self.types[*id].kind {
                TypeKind::Struct(structure) => Layers::Object {
                    nested: structure
                        .properties
                        .iter()
                        .any(|property| is_nested(&property.shape.reference)),
                },
                TypeKind::OpenEnum(_) => Layers::Scalar,
                TypeKind::Union(_) => Layers::Unknown,
                TypeKind::Newtype(shape) => self.layers(&shape.reference, depth + 1),
                TypeKind::Alias(target) => self.layers(target, depth + 1),
            },
            TypeRef::Json
            | TypeRef::JsonObject
            | TypeRef::Never
            | TypeRef::Bytes
            | TypeRef::Stream
            | TypeRef::External(_) => Layers::Unknown,
            TypeRef::String
            | TypeRef::Boolean
            | TypeRef::Number(_)
            | TypeRef::Time(_)
            | TypeRef::Text(_)
            | TypeRef::File => Layers::Scalar,
        }
    }
}

/// The style itself, or the default of the place where the style has no form (§4.8.12.2.2).
fn fit(style: StyleKind, place: ParameterPlace) -> StyleKind {
    let fits = match place {
        ParameterPlace::Path => {
            matches!(
                style,
                StyleKind::Simple | StyleKind::Label | StyleKind::Matrix
            )
        }
        ParameterPlace::Query => !matches!(
            style,
            StyleKind::Simple | StyleKind::Label | StyleKind::Matrix | StyleKind::Cookie
        ),
        ParameterPlace::Header => style == StyleKind::Simple,
        ParameterPlace::Cookie => matches!(style, StyleKind::Form | StyleKind::Cookie),
    };
    match place {
        _ if fits => style,
        ParameterPlace::Path | ParameterPlace::Header => StyleKind::Simple,
        ParameterPlace::Query | ParameterPlace::Cookie => StyleKind::Form,
    }
}

pub(super) fn wire_style(kind: StyleKind, explode: bool, allow_reserved: bool) -> WireStyle {
    WireStyle::Style {
        kind,
        explode,
        allow_reserved,
    }
}

pub(super) fn kind(style: ParameterStyle) -> StyleKind {
    match style {
        ParameterStyle::Simple => StyleKind::Simple,
        ParameterStyle::Label => StyleKind::Label,
        ParameterStyle::Matrix => StyleKind::Matrix,
        ParameterStyle::Form => StyleKind::Form,
        ParameterStyle::Cookie => StyleKind::Cookie,
        ParameterStyle::SpaceDelimited => StyleKind::SpaceDelimited,
        ParameterStyle::PipeDelimited => StyleKind::PipeDelimited,
        ParameterStyle::DeepObject => StyleKind::DeepObject,
    }
}

fn name(style: StyleKind) -> &'static str {
    match style {
        StyleKind::Simple => "simple",
        StyleKind::Label => "label",
        StyleKind::Matrix => "matrix",
        StyleKind::Form => "form",
        StyleKind::Cookie => "cookie",
        StyleKind::SpaceDelimited => "spaceDelimited",
        StyleKind::PipeDelimited => "pipeDelimited",
        StyleKind::DeepObject => "deepObject",
    }
}

fn place_noun(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "a path",
        ParameterPlace::Query => "a query",
        ParameterPlace::Header => "a header",
        ParameterPlace::Cookie => "a cookie",
    }
}
