//! Operations, their parameters, bodies and outcomes, and the credentials they need.

use super::{Name, Shape};

/// Operations that go together.
#[derive(Clone, Debug)]
pub struct Group {
    /// The tag or prefix, and the module.
    pub name: Name,
    /// The type; settled by the naming pass.
    pub rust_type: String,
    /// What the description says of it.
    pub docs: Option<String>,
    /// The operations, in the order written.
    pub calls: Vec<Call>,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Call {
    /// The method's name; what it is called is settled by the naming pass.
    pub name: Name,
    /// What it can be called, from the shortest, without what its group already says, to what no other operation is.
    pub names: Vec<String>,
    /// The type; settled by the naming pass.
    pub rust_type: String,
    /// The operation's id in the description, else its method and path.
    pub id: String,
    /// The method, such as `GET`.
    pub method: String,
    /// The path template.
    pub path: String,
    /// A short summary.
    pub summary: Option<String>,
    /// What it does.
    pub docs: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Alternatives of credentials, each a set of schemes with the scopes they need.
    pub security: Vec<Vec<(String, Vec<String>)>>,
    /// The parameters: first those required, in the order a caller gives them.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<Body>,
    /// The media types it accepts, in order.
    pub accept: Vec<String>,
    /// The URL of the server it is on, where that is another than the other operations'.
    pub server: Option<String>,
    /// The media types under which a success is a stream.
    pub streams: Vec<String>,
    /// The headers of its replies.
    pub headers: Vec<ReplyHeader>,
    /// The outcomes that are successes.
    pub successes: Vec<Outcome>,
    /// The outcomes that are failures.
    pub failures: Vec<Outcome>,
    /// The type of several successes; settled by the naming pass where there are several.
    pub output_type: String,
    /// The type of documented failures; settled by the naming pass where there are any.
    pub failure_type: String,
    /// How its result goes on, where it comes in pages.
    pub pagination: Option<Pagination>,
}

/// An operation that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkippedOperation {
    /// The operation's id in the description, else its method and path.
    pub id: String,
    /// The method.
    pub method: String,
    /// The path template.
    pub path: String,
    /// Why, naming the feature that is not supported.
    pub reason: String,
    /// Where it stands.
    pub location: bindery_openapi::Location,
}

impl Call {
    /// The type of a page, where the operation has one success that holds a value.
    pub fn page(&self) -> Option<&super::TypeRef> {
        match self.successes.as_slice() {
            [
                Outcome {
                    body: OutcomeBody::Value { shape, .. },
                    ..
                },
            ] => Some(&shape.reference),
            _ => None,
        }
    }
}

/// A parameter.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The wire name and the Rust name.
    pub name: Name,
    /// Where it goes.
    pub place: ParameterPlace,
    /// How it is written.
    pub style: WireStyle,
    /// Whether it must be given.
    pub required: bool,
    /// Whether null may be given.
    pub nullable: bool,
    /// Its type.
    pub shape: Shape,
    /// What the description says of it.
    pub docs: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Whether it must not show in `Debug`.
    pub secret: bool,
    /// What the server takes where it is not given, as JSON.
    pub default: Option<String>,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterPlace {
    /// The path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

/// How a parameter is written (OpenAPI 3.1.1 §4.8.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WireStyle {
    /// By a style.
    Style {
        /// Which.
        kind: StyleKind,
        /// Whether arrays and objects are exploded.
        explode: bool,
        /// Whether reserved characters go as they are.
        allow_reserved: bool,
    },
    /// As a JSON text.
    Json,
    /// As the whole query, which is the form of an object (OpenAPI 3.2.0 §4.12.1).
    QueryForm,
    /// As the whole query, which is a JSON text.
    QueryJson,
}

/// The styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StyleKind {
    /// `simple`
    Simple,
    /// `label`
    Label,
    /// `matrix`
    Matrix,
    /// `form`
    Form,
    /// `cookie`
    Cookie,
    /// `spaceDelimited`
    SpaceDelimited,
    /// `pipeDelimited`
    PipeDelimited,
    /// `deepObject`
    DeepObject,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// The Rust name of the argument or setter; settled by the naming pass.
    pub name: Name,
    /// The enum of its media types, where there are several; settled by the naming pass.
    pub rust_type: String,
    /// The media types it can have, the one that is preferred first; never empty.
    pub media: Vec<BodyMedia>,
    /// Whether it must be given.
    pub required: bool,
    /// What the description says of it.
    pub docs: Option<String>,
}

/// A media type of a request body.
#[derive(Clone, Debug)]
pub struct BodyMedia {
    /// What names it among several, such as `json`, and the variant.
    pub name: Name,
    /// The media type that is sent.
    pub media_type: String,
    /// How it is written.
    pub encoding: BodyEncoding,
    /// Its type.
    pub shape: Shape,
}

/// How a request body is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyEncoding {
    /// As JSON.
    Json,
    /// As JSON, a line for each item.
    JsonLines,
    /// As a form.
    Form(Vec<FormEncoding>),
    /// In parts.
    Multipart(Vec<FormEncoding>),
    /// As text.
    Text,
    /// As it is.
    File,
}

/// How properties of a form are written, where it is not the default (OpenAPI 3.1.1 §4.8.15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormEncoding {
    /// The properties.
    pub properties: Vec<String>,
    /// What decides.
    pub rule: FormRule,
    /// The headers of each part.
    pub headers: Vec<(String, String)>,
}

/// What decides how a property of a form is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormRule {
    /// A style.
    Style(WireStyle),
    /// A media type, or several; empty where none is stated.
    MediaType(String),
}

/// A header of an operation's replies.
#[derive(Clone, Debug)]
pub struct ReplyHeader {
    /// The header's name, and the constant.
    pub name: Name,
    /// Its type.
    pub reference: super::TypeRef,
    /// Whether objects are exploded.
    pub explode: bool,
    /// Whether its text is JSON.
    pub json: bool,
    /// The statuses that it comes with.
    pub statuses: Vec<bindery_openapi::document::StatusPattern>,
    /// What the description says of it.
    pub docs: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
}

/// A documented response.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What names it, such as `NotFound`, and the variant.
    pub name: Name,
    /// The statuses it stands for.
    pub status: bindery_openapi::document::StatusPattern,
    /// What the description says of it.
    pub docs: Option<String>,
    /// The media types by which it is told from others of its status, and the failures' from what is not documented;
    /// empty where it takes any.
    pub media_types: Vec<String>,
    /// Whether it is the one of its status that takes a body of no stated media type.
    pub fallback: bool,
    /// What it holds.
    pub body: OutcomeBody,
}

/// What a response holds.
#[derive(Clone, Debug, PartialEq)]
pub enum OutcomeBody {
    /// Nothing that the description states.
    Nothing,
    /// A value, read as its media type says.
    Value {
        /// How it is read.
        media: MediaKind,
        /// Its type.
        shape: Shape,
    },
}

/// How a response's body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// As JSON.
    Json,
    /// As text.
    Text,
    /// As it is.
    Bytes,
    /// As it comes.
    Stream,
}

/// How a result goes on.
#[derive(Clone, Debug)]
pub struct Pagination {
    /// How the next page is asked for.
    pub next: Next,
    /// Where the items are, where the description says.
    pub items: Option<ItemList>,
}

/// How the next page is asked for.
#[derive(Clone, Debug)]
pub enum Next {
    /// By sending what the page says in a parameter.
    Cursor {
        /// The parameter's index.
        parameter: usize,
        /// The way from the page to the cursor.
        path: Vec<Step>,
    },
    /// By counting.
    PageNumber {
        /// The parameter's index.
        parameter: usize,
    },
}

/// A property on the way through a page.
#[derive(Clone, Debug)]
pub struct Step {
    /// The wire name, by which the naming pass finds the field.
    pub property: String,
    /// The field; settled by the naming pass.
    pub field: String,
    /// Its presence.
    pub presence: super::Presence,
}

/// Where a page's items are.
#[derive(Clone, Debug)]
pub struct ItemList {
    /// The property that holds them; `None` where the page is the list.
    pub step: Option<Step>,
    /// The type of an item.
    pub item: super::TypeRef,
}

/// A credential a client can hold.
#[derive(Clone, Debug)]
pub struct Credential {
    /// The scheme's name and the builder's method.
    pub name: Name,
    /// How it is sent.
    pub kind: CredentialKind,
    /// What the description says of it.
    pub docs: Option<String>,
}

/// How a credential is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CredentialKind {
    /// `Authorization: Bearer`, OAuth and `OpenID` Connect among them.
    Bearer,
    /// `Authorization: Basic`.
    Basic,
    /// `Authorization` with another scheme's name.
    Authorization(String),
    /// A header.
    Header(String),
    /// A query parameter.
    Query(String),
    /// A cookie.
    Cookie(String),
}
