//! The objects of OpenAPI 3.0, 3.1 and 3.2, field by field (OpenAPI 3.0.3 §4.7,
//! 3.1.1 §4.8, 3.2.0 §4). A field of all three stands as it is; one that came
//! later or went says so. The fields of schemas have a table of their own.

use super::schema::{DISCRIMINATOR, SCHEMA, XML};
use super::shape::Shape::{
    Any, Boolean, BooleanOrSchema, Count, Dependency, ExclusiveBound, List, Map, Number, Object,
    Reusable, SchemaOrSchemas, Text, Types, Word,
};
use super::shape::{Field, Kind, Shape, expected, optional, remark, required, since};
use crate::version::Version::{V3_0, V3_1, V3_2};

/// The fields of a kind of object.
pub(crate) fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Document => DOCUMENT,
        Kind::Info => INFO,
        Kind::Contact => CONTACT,
        Kind::License => LICENSE,
        Kind::Server => SERVER,
        Kind::ServerVariable => SERVER_VARIABLE,
        Kind::Components => COMPONENTS,
        Kind::PathItem => PATH_ITEM,
        Kind::Operation => OPERATION,
        Kind::ExternalDocs => EXTERNAL_DOCS,
        Kind::Parameter => PARAMETER,
        Kind::RequestBody => REQUEST_BODY,
        Kind::MediaType => MEDIA_TYPE,
        Kind::Encoding => ENCODING,
        Kind::Response => RESPONSE,
        Kind::Example => EXAMPLE,
        Kind::Link => LINK,
        Kind::Header => HEADER,
        Kind::Tag => TAG,
        Kind::Schema => SCHEMA,
        Kind::Discriminator => DISCRIMINATOR,
        Kind::Xml => XML,
        Kind::SecurityScheme => SECURITY_SCHEME,
        Kind::OAuthFlows => OAUTH_FLOWS,
        Kind::ImplicitFlow => IMPLICIT_FLOW,
        Kind::PasswordFlow | Kind::ClientCredentialsFlow => TOKEN_FLOW,
        Kind::AuthorizationCodeFlow => AUTHORIZATION_CODE_FLOW,
        Kind::DeviceAuthorizationFlow => DEVICE_AUTHORIZATION_FLOW,
        Kind::Paths | Kind::Responses | Kind::Callback | Kind::SecurityRequirement => &[],
    }
}

/// What stands under the keys that are the author's, in a kind of object that
/// has patterned fields.
pub(crate) fn patterned(kind: Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Paths | Kind::Callback => Some(&Reusable(Kind::PathItem)),
        Kind::Responses => Some(&Reusable(Kind::Response)),
        Kind::SecurityRequirement => Some(&List(&Text)),
        Kind::Document
        | Kind::Info
        | Kind::Contact
        | Kind::License
        | Kind::Server
        | Kind::ServerVariable
        | Kind::Components
        | Kind::PathItem
        | Kind::Operation
        | Kind::ExternalDocs
        | Kind::Parameter
        | Kind::RequestBody
        | Kind::MediaType
        | Kind::Encoding
        | Kind::Response
        | Kind::Example
        | Kind::Link
        | Kind::Header
        | Kind::Tag
        | Kind::Schema
        | Kind::Discriminator
        | Kind::Xml
        | Kind::SecurityScheme
        | Kind::OAuthFlows
        | Kind::ImplicitFlow
        | Kind::PasswordFlow
        | Kind::ClientCredentialsFlow
        | Kind::AuthorizationCodeFlow
        | Kind::DeviceAuthorizationFlow => None,
    }
}

/// Whether a key is an extension (OpenAPI 3.0.3 §4.9), which may hold anything.
pub(crate) fn is_extension(kind: Kind, key: &str) -> bool {
    key.starts_with("x-") && kind != Kind::SecurityRequirement
}

/// What stands under the key `token` of a place that holds `shape`, where the
/// specification says it.
pub(crate) fn shape_below(shape: &Shape, token: &str) -> Option<&'static Shape> {
    match shape {
        List(below) | Map(below) => Some(below),
        SchemaOrSchemas if token.parse::<usize>().is_ok() => Some(&Reusable(Kind::Schema)),
        Object(_) | Reusable(_) | BooleanOrSchema | SchemaOrSchemas | Dependency => {
            let kind = shape.kind()?;
            fields(kind)
                .iter()
                .find(|field| field.name == token)
                .map(|field| &field.shape)
                .or_else(|| patterned(kind).filter(|_| !is_extension(kind, token)))
        }
        Any | Text | Boolean | Number | Count | Word(_) | Types | ExclusiveBound => None,
    }
}

const DOCUMENT: &[Field] = &[
    required("openapi", Text),
    since(V3_2, optional("$self", Text)),
    expected("info", Object(Kind::Info)),
    since(V3_1, optional("jsonSchemaDialect", Text)),
    optional("servers", List(&Object(Kind::Server))),
    expected("paths", Object(Kind::Paths)).demanded_until(V3_0),
    since(V3_1, optional("webhooks", Map(&Reusable(Kind::PathItem)))),
    optional("components", Object(Kind::Components)),
    optional("security", List(&Object(Kind::SecurityRequirement))),
    optional("tags", List(&Object(Kind::Tag))),
    remark("externalDocs", Object(Kind::ExternalDocs)),
];

const INFO: &[Field] = &[
    expected("title", Text),
    since(V3_1, remark("summary", Text)),
    remark("description", Text),
    remark("termsOfService", Text),
    remark("contact", Object(Kind::Contact)),
    remark("license", Object(Kind::License)),
    expected("version", Text),
];

const CONTACT: &[Field] = &[
    optional("name", Text),
    optional("url", Text),
    optional("email", Text),
];

const LICENSE: &[Field] = &[
    expected("name", Text),
    since(V3_1, optional("identifier", Text)),
    optional("url", Text),
];

const SERVER: &[Field] = &[
    required("url", Text),
    remark("description", Text),
    since(V3_2, remark("name", Text)),
    optional("variables", Map(&Object(Kind::ServerVariable))),
];

const SERVER_VARIABLE: &[Field] = &[
    optional("enum", List(&Text)),
    required("default", Text),
    remark("description", Text),
];

const COMPONENTS: &[Field] = &[
    optional("schemas", Map(&Reusable(Kind::Schema))),
    optional("responses", Map(&Reusable(Kind::Response))),
    optional("parameters", Map(&Reusable(Kind::Parameter))),
    optional("examples", Map(&Reusable(Kind::Example))),
    optional("requestBodies", Map(&Reusable(Kind::RequestBody))),
    optional("headers", Map(&Reusable(Kind::Header))),
    optional("securitySchemes", Map(&Reusable(Kind::SecurityScheme))),
    optional("links", Map(&Reusable(Kind::Link))),
    optional("callbacks", Map(&Reusable(Kind::Callback))),
    since(V3_1, optional("pathItems", Map(&Reusable(Kind::PathItem)))),
    since(
        V3_2,
        optional("mediaTypes", Map(&Reusable(Kind::MediaType))),
    ),
];

const PATH_ITEM: &[Field] = &[
    remark("summary", Text),
    remark("description", Text),
    optional("get", Object(Kind::Operation)),
    optional("put", Object(Kind::Operation)),
    optional("post", Object(Kind::Operation)),
    optional("delete", Object(Kind::Operation)),
    optional("options", Object(Kind::Operation)),
    optional("head", Object(Kind::Operation)),
    optional("patch", Object(Kind::Operation)),
    optional("trace", Object(Kind::Operation)),
    since(V3_2, optional("query", Object(Kind::Operation))),
    since(
        V3_2,
        optional("additionalOperations", Map(&Object(Kind::Operation))),
    ),
    optional("servers", List(&Object(Kind::Server))),
    optional("parameters", List(&Reusable(Kind::Parameter))),
];

const OPERATION: &[Field] = &[
    optional("tags", List(&Text)),
    remark("summary", Text),
    remark("description", Text),
    remark("externalDocs", Object(Kind::ExternalDocs)),
    optional("operationId", Text),
    optional("parameters", List(&Reusable(Kind::Parameter))),
    optional("requestBody", Reusable(Kind::RequestBody)),
    expected("responses", Object(Kind::Responses)).demanded_until(V3_0),
    optional("callbacks", Map(&Reusable(Kind::Callback))),
    optional("deprecated", Boolean),
    optional("security", List(&Object(Kind::SecurityRequirement))),
    optional("servers", List(&Object(Kind::Server))),
];

const EXTERNAL_DOCS: &[Field] = &[remark("description", Text), required("url", Text)];

/// `querystring` is 3.2's.
const PARAMETER_PLACES: &[&str] = &["query", "header", "path", "cookie", "querystring"];

const PARAMETER: &[Field] = &[
    required("name", Text),
    required("in", Word(PARAMETER_PLACES)),
    remark("description", Text),
    optional("required", Boolean),
    optional("deprecated", Boolean),
    optional("allowEmptyValue", Boolean),
    optional("style", Text),
    optional("explode", Boolean),
    optional("allowReserved", Boolean),
    optional("schema", Reusable(Kind::Schema)),
    remark("example", Any),
    remark("examples", Map(&Reusable(Kind::Example))),
    optional("content", Map(&Reusable(Kind::MediaType))),
];

const REQUEST_BODY: &[Field] = &[
    remark("description", Text),
    expected("content", Map(&Reusable(Kind::MediaType))),
    optional("required", Boolean),
];

const MEDIA_TYPE: &[Field] = &[
    optional("schema", Reusable(Kind::Schema)),
    since(V3_2, optional("itemSchema", Reusable(Kind::Schema))),
    remark("example", Any),
    remark("examples", Map(&Reusable(Kind::Example))),
    optional("encoding", Map(&Object(Kind::Encoding))),
    since(
        V3_2,
        optional("prefixEncoding", List(&Object(Kind::Encoding))),
    ),
    since(V3_2, optional("itemEncoding", Object(Kind::Encoding))),
];

const ENCODING: &[Field] = &[
    optional("contentType", Text),
    optional("headers", Map(&Reusable(Kind::Header))),
    optional(
        "style",
        Word(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
    ),
    optional("explode", Boolean),
    optional("allowReserved", Boolean),
    since(V3_2, optional("encoding", Map(&Object(Kind::Encoding)))),
    since(
        V3_2,
        optional("prefixEncoding", List(&Object(Kind::Encoding))),
    ),
    since(V3_2, optional("itemEncoding", Object(Kind::Encoding))),
];

const RESPONSE: &[Field] = &[
    since(V3_2, remark("summary", Text)),
    expected("description", Text).demanded_until(V3_1),
    optional("headers", Map(&Reusable(Kind::Header))),
    optional("content", Map(&Reusable(Kind::MediaType))),
    remark("links", Map(&Reusable(Kind::Link))),
];

const EXAMPLE: &[Field] = &[
    remark("summary", Text),
    remark("description", Text),
    optional("value", Any),
    optional("externalValue", Text),
    since(V3_2, optional("dataValue", Any)),
    since(V3_2, optional("serializedValue", Text)),
];

const LINK: &[Field] = &[
    optional("operationRef", Text),
    optional("operationId", Text),
    optional("parameters", Map(&Any)),
    optional("requestBody", Any),
    remark("description", Text),
    optional("server", Object(Kind::Server)),
];

const HEADER: &[Field] = &[
    remark("description", Text),
    optional("required", Boolean),
    optional("deprecated", Boolean),
    optional("allowEmptyValue", Boolean),
    optional("style", Word(&["simple"])),
    optional("explode", Boolean),
    optional("allowReserved", Boolean),
    optional("schema", Reusable(Kind::Schema)),
    remark("example", Any),
    remark("examples", Map(&Reusable(Kind::Example))),
    optional("content", Map(&Reusable(Kind::MediaType))),
];

const TAG: &[Field] = &[
    required("name", Text),
    since(V3_2, remark("summary", Text)),
    since(V3_2, optional("parent", Text)),
    since(V3_2, optional("kind", Text)),
    remark("description", Text),
    remark("externalDocs", Object(Kind::ExternalDocs)),
];

/// `mutualTLS` is 3.1's.
const SECURITY_TYPES: &[&str] = &["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"];

const SECURITY_SCHEME: &[Field] = &[
    required("type", Word(SECURITY_TYPES)),
    remark("description", Text),
    optional("name", Text),
    optional("in", Word(&["query", "header", "cookie"])),
    optional("scheme", Text),
    remark("bearerFormat", Text),
    optional("flows", Object(Kind::OAuthFlows)),
    optional("openIdConnectUrl", Text),
    since(V3_2, optional("oauth2MetadataUrl", Text)),
    since(V3_2, optional("deprecated", Boolean)),
];

const OAUTH_FLOWS: &[Field] = &[
    optional("implicit", Object(Kind::ImplicitFlow)),
    optional("password", Object(Kind::PasswordFlow)),
    optional("clientCredentials", Object(Kind::ClientCredentialsFlow)),
    optional("authorizationCode", Object(Kind::AuthorizationCodeFlow)),
    since(
        V3_2,
        optional("deviceAuthorization", Object(Kind::DeviceAuthorizationFlow)),
    ),
];

const IMPLICIT_FLOW: &[Field] = &[
    expected("authorizationUrl", Text),
    optional("refreshUrl", Text),
    expected("scopes", Map(&Text)),
];

const TOKEN_FLOW: &[Field] = &[
    expected("tokenUrl", Text),
    optional("refreshUrl", Text),
    expected("scopes", Map(&Text)),
];

const AUTHORIZATION_CODE_FLOW: &[Field] = &[
    expected("authorizationUrl", Text),
    expected("tokenUrl", Text),
    optional("refreshUrl", Text),
    expected("scopes", Map(&Text)),
];

const DEVICE_AUTHORIZATION_FLOW: &[Field] = &[
    expected("deviceAuthorizationUrl", Text),
    expected("tokenUrl", Text),
    optional("refreshUrl", Text),
    expected("scopes", Map(&Text)),
];
