//! The objects of OpenAPI 3.0, field by field (OpenAPI 3.0.3 §4.7).

use super::shape::Shape::{
    Any, Boolean, BooleanOrSchema, Count, List, Map, Number, Object, Reusable, Text, Word,
};
use super::shape::{Field, Kind, Shape, expected, optional, remark, required};

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
        | Kind::AuthorizationCodeFlow => None,
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
        Object(_) | Reusable(_) | BooleanOrSchema => {
            let kind = shape.kind()?;
            fields(kind)
                .iter()
                .find(|field| field.name == token)
                .map(|field| &field.shape)
                .or_else(|| patterned(kind).filter(|_| !is_extension(kind, token)))
        }
        Any | Text | Boolean | Number | Count | Word(_) => None,
    }
}

const DOCUMENT: &[Field] = &[
    required("openapi", Text),
    expected("info", Object(Kind::Info)),
    optional("servers", List(&Object(Kind::Server))),
    expected("paths", Object(Kind::Paths)),
    optional("components", Object(Kind::Components)),
    optional("security", List(&Object(Kind::SecurityRequirement))),
    optional("tags", List(&Object(Kind::Tag))),
    remark("externalDocs", Object(Kind::ExternalDocs)),
];

const INFO: &[Field] = &[
    expected("title", Text),
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

const LICENSE: &[Field] = &[expected("name", Text), optional("url", Text)];

const SERVER: &[Field] = &[
    required("url", Text),
    remark("description", Text),
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
    expected("responses", Object(Kind::Responses)),
    optional("callbacks", Map(&Reusable(Kind::Callback))),
    optional("deprecated", Boolean),
    optional("security", List(&Object(Kind::SecurityRequirement))),
    optional("servers", List(&Object(Kind::Server))),
];

const EXTERNAL_DOCS: &[Field] = &[remark("description", Text), required("url", Text)];

const PARAMETER: &[Field] = &[
    required("name", Text),
    required("in", Word(&["query", "header", "path", "cookie"])),
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
    optional("content", Map(&Object(Kind::MediaType))),
];

const REQUEST_BODY: &[Field] = &[
    remark("description", Text),
    expected("content", Map(&Object(Kind::MediaType))),
    optional("required", Boolean),
];

const MEDIA_TYPE: &[Field] = &[
    optional("schema", Reusable(Kind::Schema)),
    remark("example", Any),
    remark("examples", Map(&Reusable(Kind::Example))),
    optional("encoding", Map(&Object(Kind::Encoding))),
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
];

const RESPONSE: &[Field] = &[
    expected("description", Text),
    optional("headers", Map(&Reusable(Kind::Header))),
    optional("content", Map(&Object(Kind::MediaType))),
    remark("links", Map(&Reusable(Kind::Link))),
];

const EXAMPLE: &[Field] = &[
    remark("summary", Text),
    remark("description", Text),
    optional("value", Any),
    optional("externalValue", Text),
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
    optional("content", Map(&Object(Kind::MediaType))),
];

const TAG: &[Field] = &[
    required("name", Text),
    remark("description", Text),
    remark("externalDocs", Object(Kind::ExternalDocs)),
];

const SCHEMA: &[Field] = &[
    optional("type", Text),
    optional("properties", Map(&Reusable(Kind::Schema))),
    remark("description", Text),
    optional("format", Text),
    optional("items", Reusable(Kind::Schema)),
    optional("required", List(&Text)),
    remark("example", Any),
    optional("enum", List(&Any)),
    optional("nullable", Boolean),
    remark("title", Text),
    optional("default", Any),
    optional("allOf", List(&Reusable(Kind::Schema))),
    optional("oneOf", List(&Reusable(Kind::Schema))),
    optional("anyOf", List(&Reusable(Kind::Schema))),
    optional("not", Reusable(Kind::Schema)),
    optional("additionalProperties", BooleanOrSchema),
    optional("multipleOf", Number),
    optional("maximum", Number),
    optional("exclusiveMaximum", Boolean),
    optional("minimum", Number),
    optional("exclusiveMinimum", Boolean),
    optional("maxLength", Count),
    optional("minLength", Count),
    optional("pattern", Text),
    optional("maxItems", Count),
    optional("minItems", Count),
    optional("uniqueItems", Boolean),
    optional("maxProperties", Count),
    optional("minProperties", Count),
    optional("discriminator", Object(Kind::Discriminator)),
    optional("readOnly", Boolean),
    optional("writeOnly", Boolean),
    remark("xml", Object(Kind::Xml)),
    remark("externalDocs", Object(Kind::ExternalDocs)),
    optional("deprecated", Boolean),
];

const DISCRIMINATOR: &[Field] = &[
    required("propertyName", Text),
    optional("mapping", Map(&Text)),
];

const XML: &[Field] = &[
    optional("name", Text),
    optional("namespace", Text),
    optional("prefix", Text),
    optional("attribute", Boolean),
    optional("wrapped", Boolean),
];

const SECURITY_SCHEME: &[Field] = &[
    required("type", Word(&["apiKey", "http", "oauth2", "openIdConnect"])),
    remark("description", Text),
    optional("name", Text),
    optional("in", Word(&["query", "header", "cookie"])),
    optional("scheme", Text),
    remark("bearerFormat", Text),
    optional("flows", Object(Kind::OAuthFlows)),
    optional("openIdConnectUrl", Text),
];

const OAUTH_FLOWS: &[Field] = &[
    optional("implicit", Object(Kind::ImplicitFlow)),
    optional("password", Object(Kind::PasswordFlow)),
    optional("clientCredentials", Object(Kind::ClientCredentialsFlow)),
    optional("authorizationCode", Object(Kind::AuthorizationCodeFlow)),
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
