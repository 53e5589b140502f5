//! The words in which the tables of the specification are written.

use crate::version::Version;

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
    DeviceAuthorizationFlow,
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
            | Self::AuthorizationCodeFlow
            | Self::DeviceAuthorizationFlow => "an OAuth flow",
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
    /// A schema, a reference to one, or a boolean, in every version.
    BooleanOrSchema,
    /// A schema; earlier drafts of JSON Schema have a list of them too, one for each item.
    SchemaOrSchemas,
    /// A schema, or a list of property names.
    Dependency,
    /// The name of a type; from 3.1 on also a list of them.
    Types,
    /// In 3.0 a boolean, from 3.1 on a number.
    ExclusiveBound,
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
            Self::Object(kind) | Self::Reusable(kind) if kind.noun().ends_with(" object") => {
                kind.noun().to_owned()
            }
            Self::Object(kind) | Self::Reusable(kind) => {
                format!("{}, which is an object", kind.noun())
            }
            Self::BooleanOrSchema => "a boolean or a schema".to_owned(),
            Self::SchemaOrSchemas => Self::Reusable(Kind::Schema).noun(),
            Self::Dependency => "a schema or a list of property names".to_owned(),
            Self::Types => "a string or a list of strings".to_owned(),
            Self::ExclusiveBound => "a number".to_owned(),
            Self::List(_) => "an array".to_owned(),
            Self::Map(_) => "an object".to_owned(),
        }
    }

    /// The kind of object that may stand here.
    pub(crate) fn kind(&self) -> Option<Kind> {
        match self {
            Self::Object(kind) | Self::Reusable(kind) => Some(*kind),
            Self::BooleanOrSchema | Self::SchemaOrSchemas | Self::Dependency => Some(Kind::Schema),
            Self::Types
            | Self::ExclusiveBound
            | Self::Any
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
    /// It may be left out, and is then taken to be empty.
    Assumed,
}

/// A field of a kind of object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) shape: Shape,
    presence: Presence,
    /// The last version that demands it.
    demanded_until: Version,
    /// The first version that has it.
    pub(crate) since: Version,
    /// The last version that has it.
    pub(crate) until: Version,
    /// Whether it is only there to be read by people: what is wrong in it is
    /// warned of, and it is left out.
    pub(crate) remark: bool,
}

impl Field {
    /// Whether it must be there in `version`.
    pub(crate) fn presence(&self, version: Version) -> Presence {
        match self.presence {
            Presence::Expected if version > self.demanded_until => Presence::Assumed,
            presence => presence,
        }
    }

    /// Whether `version` has it.
    pub(crate) fn is_of(&self, version: Version) -> bool {
        (self.since..=self.until).contains(&version)
    }

    /// From the next version on it may be left out.
    pub(super) const fn demanded_until(mut self, version: Version) -> Self {
        self.demanded_until = version;
        self
    }

    /// The next version has it no longer.
    pub(super) const fn until(mut self, version: Version) -> Self {
        self.until = version;
        self
    }
}

/// A field that came with `version`.
pub(crate) const fn since(version: Version, mut field: Field) -> Field {
    field.since = version;
    field
}

/// A field that may be left out.
pub(crate) const fn optional(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        shape,
        presence: Presence::Optional,
        demanded_until: Version::NEWEST,
        since: Version::OLDEST,
        until: Version::NEWEST,
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
