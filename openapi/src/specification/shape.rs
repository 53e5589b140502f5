//! The words in which the tables of a specification are written.

/// A kind of object of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Document,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Components,
    Paths,
    PathItem,
    Operation,
    ExternalDocs,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Callback,
    Example,
    Link,
    Header,
    Tag,
    Schema,
    Discriminator,
    Xml,
    SecurityScheme,
    OAuthFlows,
    ImplicitFlow,
    PasswordFlow,
    ClientCredentialsFlow,
    AuthorizationCodeFlow,
    SecurityRequirement,
}

impl Kind {
    /// The kind with its article, for messages.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Document => "a description",
            Self::Info => "an info object",
            Self::Contact => "a contact",
            Self::License => "a license",
            Self::Server => "a server",
            Self::ServerVariable => "a server variable",
            Self::Components => "a components object",
            Self::Paths => "a paths object",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::ExternalDocs => "an external documentation object",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Responses => "a responses object",
            Self::Response => "a response",
            Self::Callback => "a callback",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Header => "a header",
            Self::Tag => "a tag",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::Xml => "an XML object",
            Self::SecurityScheme => "a security scheme",
            Self::OAuthFlows => "an OAuth flows object",
            Self::ImplicitFlow
            | Self::PasswordFlow
            | Self::ClientCredentialsFlow
            | Self::AuthorizationCodeFlow => "an OAuth flow",
            Self::SecurityRequirement => "a security requirement",
        }
    }
}

/// What a place holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Any value.
    Any,
    /// A string.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A whole number that is not negative.
    Count,
    /// One of these strings.
    Word(&'static [&'static str]),
    /// An object of the kind.
    Object(Kind),
    /// An object of the kind or a reference to one.
    Reusable(Kind),
    /// A schema, a reference to one, or a boolean.
    BooleanOrSchema,
    /// An array.
    List(&'static Shape),
    /// An object with names of the author's as keys.
    Map(&'static Shape),
}

impl Shape {
    /// The shape with its article, for messages.
    pub(crate) fn noun(&self) -> String {
        match self {
            Self::Any => "any value".to_owned(),
            Self::Text | Self::Word(_) => "a string".to_owned(),
            Self::Boolean => "a boolean".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Count => "a whole number that is not negative".to_owned(),
            Self::Object(kind) | Self::Reusable(kind) => {
                format!("{}, which is an object", kind.noun())
            }
            Self::BooleanOrSchema => "a boolean or a schema".to_owned(),
            Self::List(_) => "an array".to_owned(),
            Self::Map(_) => "an object".to_owned(),
        }
    }

    /// The kind of object that may stand here.
    pub(crate) fn kind(&self) -> Option<Kind> {
        match self {
            Self::Object(kind) | Self::Reusable(kind) => Some(*kind),
            Self::BooleanOrSchema => Some(Kind::Schema),
            Self::Any
            | Self::Text
            | Self::Boolean
            | Self::Number
            | Self::Count
            | Self::Word(_)
            | Self::List(_)
            | Self::Map(_) => None,
        }
    }
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It may be left out.
    Optional,
    /// It must be there.
    Required,
    /// The specification requires it. Without it nothing is lost but what it
    /// would say, so it is taken to be empty.
    Expected,
}

/// A field of a kind of object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) shape: Shape,
    /// Whether it must be there.
    pub(crate) presence: Presence,
    /// Whether it is only there to be read by people: what is wrong in it is
    /// warned of, and it is left out.
    pub(crate) remark: bool,
}

/// A field that may be left out.
pub(crate) const fn optional(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        shape,
        presence: Presence::Optional,
        remark: false,
    }
}

/// A field that must be there.
pub(crate) const fn required(name: &'static str, shape: Shape) -> Field {
    Field {
        presence: Presence::Required,
        ..optional(name, shape)
    }
}

/// A field that is taken to be empty where it is missing.
pub(crate) const fn expected(name: &'static str, shape: Shape) -> Field {
    Field {
        presence: Presence::Expected,
        ..optional(name, shape)
    }
}

/// A field for people.
pub(crate) const fn remark(name: &'static str, shape: Shape) -> Field {
    Field {
        remark: true,
        ..optional(name, shape)
    }
}
