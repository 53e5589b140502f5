//! The model every later stage reads: an OpenAPI 3.1 shaped description with
//! all references resolved and every node carrying where it came from.
//!
//! Older versions are lifted to this shape, which loses nothing. Schemas live
//! in one arena and refer to each other by [`SchemaId`], so a recursive schema
//! is nothing special. Everything else is small and stands where it is used:
//! a `$ref` to a parameter, response, header, request body or path item has
//! already been replaced by what it names.

mod above;
mod arena;
mod around;
mod children;
mod components;
mod direction;
mod json_type;
mod meant;
mod operation;
mod parameter;
mod response;
mod same;
mod schema;
mod security;

pub use arena::{SchemaArena, SchemaId};
pub use around::Around;
pub use components::{Components, NamedPart, NamedSchema};
pub use direction::Direction;
pub use json_type::{JsonType, JsonTypes};
pub use meant::TypesTogether;
pub use operation::{Callback, HttpMethod, Operation, PathItem, Webhook};
pub use parameter::{Parameter, ParameterIn, ParameterStyle, ParameterValue};
pub use response::{Encoding, Header, MediaType, RequestBody, Response, StatusPattern};
pub use schema::{
    AdditionalProperties, ArrayKeywords, Bound, Discriminator, NumberKeywords, ObjectKeywords,
    Property, Schema, StringKeywords,
};
pub use security::{
    ApiKeyIn, OAuthFlow, OAuthFlowKind, SecurityRequirement, SecurityScheme, SecuritySchemeKind,
};

use crate::Location;

/// An OpenAPI description, resolved (OpenAPI 3.1.1 §4.8.1).
#[derive(Clone, Debug)]
pub struct Document {
    /// The `openapi` or `swagger` field as written, such as `3.0.3`.
    pub version: String,
    /// The title of the API.
    pub title: String,
    /// The version of the API itself, not of OpenAPI.
    pub api_version: String,
    /// What `info.description` says, in CommonMark.
    pub description: Option<String>,
    /// The servers of the whole description; empty where it names none.
    pub servers: Vec<Server>,
    /// The tags the description declares, in order.
    pub tags: Vec<Tag>,
    /// The path items, in the order written.
    pub paths: Vec<PathItem>,
    /// The requests that the API makes of its own accord, in the order written.
    pub webhooks: Vec<Webhook>,
    /// The requests that the API makes after an operation was called.
    pub callbacks: Vec<Callback>,
    /// What `components` names.
    pub components: Components,
    /// The requirements of every operation that states none of its own.
    /// An empty list means that none are stated.
    pub security: Vec<SecurityRequirement>,
    /// Every schema of the description.
    pub schemas: SchemaArena,
    /// The place of the root object.
    pub location: Location,
}

impl Document {
    /// Every operation with its path item, in the order written.
    pub fn operations(&self) -> impl Iterator<Item = (&PathItem, &Operation)> {
        self.paths.iter().flat_map(|path| {
            path.operations
                .iter()
                .map(move |operation| (path, operation))
        })
    }

    /// The schema that `id` names.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        self.schemas.get(id)
    }

    /// Follows `$ref` until a schema that is not only a reference.
    ///
    /// Returns the schema itself where it has keywords beside `$ref`. A cycle
    /// of bare references ends at the schema it started from.
    pub fn resolve(&self, id: SchemaId) -> SchemaId {
        self.schemas.resolve(id)
    }

    /// The component whose schema `id` is, if it is one.
    pub fn component_of(&self, id: SchemaId) -> Option<&NamedSchema> {
        self.components
            .schemas
            .iter()
            .find(|named| named.schema == id)
    }
}

/// A server (OpenAPI 3.1.1 §4.8.5), with its variables already replaced by their defaults.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// The URL, absolute or relative to where the description is served.
    pub url: String,
    /// The URL as written, with its variables in braces.
    pub template: String,
    /// The variables that the template names, in the order written.
    pub variables: Vec<ServerVariable>,
    /// What the description says of it.
    pub description: Option<String>,
    /// The place of the server object.
    pub location: Location,
}

/// A variable of a server's URL (OpenAPI 3.1.1 §4.8.6).
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// The name in the template.
    pub name: String,
    /// What stands there unless another value is chosen.
    pub default: String,
    /// The values it can have; empty where it can have any.
    pub values: Vec<String>,
    /// What the description says of it.
    pub description: Option<String>,
}

/// A declared tag (OpenAPI 3.1.1 §4.8.22).
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The name operations use.
    pub name: String,
    /// What the description says of it.
    pub description: Option<String>,
}
