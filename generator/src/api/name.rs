//! Names: what the description calls a thing, and what Rust will.

use bindery_openapi::Location;

use super::TypeId;

/// A name in both worlds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What the description calls it, exactly.
    pub source: String,
    /// Where the description says so.
    pub location: Location,
    /// The Rust identifier; empty until the naming pass settles it.
    pub rust: String,
}

impl Name {
    /// A name that the naming pass has yet to settle.
    pub fn unsettled(source: impl Into<String>, location: Location) -> Self {
        Self {
            source: source.into(),
            location,
            rust: String::new(),
        }
    }
}

/// Where a type's name comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeName {
    /// A component's own name.
    Component(String),
    /// What stands in a response, a body, a parameter or a header that has a name in the components, or in a file of
    /// its own.
    Holder {
        /// That name.
        name: String,
        /// What it is of, as an identifier says it: `Response`.
        kind: &'static str,
    },
    /// What requests hold of a component that is something else in responses.
    Request {
        /// The component's type.
        of: TypeId,
        /// The component's name.
        component: String,
    },
    /// What a component is itself, whose type is a union of what is made from it.
    Base {
        /// The union.
        of: TypeId,
        /// The component's name.
        component: String,
    },
    /// An inline schema is named from its place: what it stands in, then the way to it.
    Part {
        /// What it stands in.
        root: TypeRoot,
        /// The way to it, such as a property's name, then `Item`.
        parts: Vec<String>,
    },
}

/// What an inline schema stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeRoot {
    /// A component's type.
    Type(TypeId),
    /// An operation.
    Call {
        /// The group's index.
        group: usize,
        /// The operation's index in its group.
        call: usize,
    },
}
