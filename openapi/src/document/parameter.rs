//! Parameters (OpenAPI 3.1.1 §4.8.12).

use serde_json::Value;

use super::{MediaType, SchemaId};
use crate::Location;

/// A parameter of an operation.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// Where it goes.
    pub place: ParameterIn,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Whether it must be sent; always true in a path.
    pub required: bool,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// How its value is written.
    pub value: ParameterValue,
    /// The examples: `example` as one without a name, else `examples`.
    pub examples: Vec<Value>,
    /// The place of the parameter.
    pub location: Location,
}

/// How a parameter's value is described.
#[derive(Clone, Debug)]
pub enum ParameterValue {
    /// By a schema and a style, with the defaults of §4.8.12.2 filled in.
    Schema {
        /// The value's schema.
        schema: SchemaId,
        /// How it is serialised.
        style: ParameterStyle,
        /// Whether arrays and objects make a parameter for each member.
        explode: bool,
        /// Whether reserved characters go unescaped (query only).
        allow_reserved: bool,
    },
    /// By a media type: the value is serialised so, then escaped.
    Content(MediaType),
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterIn {
    /// In the path template.
    Path,
    /// In the query.
    Query,
    /// As the whole query, by a media type (OpenAPI 3.2.0 §4.12.1).
    QueryString,
    /// In a header.
    Header,
    /// In the `Cookie` header.
    Cookie,
}

/// How a parameter is serialised (OpenAPI 3.1.1 §4.8.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterStyle {
    /// `;color=blue` in a path.
    Matrix,
    /// `.blue` in a path.
    Label,
    /// `blue` in a path or header.
    Simple,
    /// `color=blue` in a query or cookie.
    Form,
    /// `color=blue%20black`.
    SpaceDelimited,
    /// `color=blue|black`.
    PipeDelimited,
    /// `color[R]=100`.
    DeepObject,
    /// OpenAPI 3.2's cookie style.
    Cookie,
}
