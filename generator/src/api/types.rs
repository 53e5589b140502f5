//! Types, their properties and the checks their values must pass.

use bindery_openapi::Location;
use bindery_openapi::document::Direction;
use serde_json::{Number, Value};

use super::{Assertion, Name, NumberType, TextType, TimeType, TypeName, Union};

/// A type's index in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub usize);

/// The file a type is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    /// The file of a component schema, named after that component's type.
    Component(TypeId),
    /// The file of the group with this index.
    Group(usize),
}

/// A type with a name of its own.
#[derive(Clone, Debug)]
pub struct TypeItem {
    /// Where its name comes from.
    pub origin: TypeName,
    /// The Rust identifier; empty until the naming pass settles it.
    pub rust: String,
    /// The file it is written to.
    pub home: Home,
    /// The module of the file, where this type is its owner; settled by the naming pass.
    pub file: String,
    /// Where the schema stands.
    pub location: Location,
    /// Where inline schemas of the same shape stand, whose type this is as well.
    pub also: Vec<Location>,
    /// Where its values go, for the type of a component that is not the same in both directions and is used in one.
    pub direction: Option<Direction>,
    /// What the description says of it.
    pub docs: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Whether null is admitted beside its values: wherever it is used it stands in an `Option`.
    pub nullable: bool,
    /// Whether its values must not show in `Debug`.
    pub secret: bool,
    /// What the user wants derived beside what always is.
    pub derives: Vec<String>,
    /// What it is.
    pub kind: TypeKind,
}

/// The kinds of named types.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeKind {
    /// An object with properties.
    Struct(Struct),
    /// A string with known values.
    OpenEnum(OpenEnum),
    /// One of several types.
    Union(Union),
    /// A type with checks, or one that refers to itself.
    Newtype(Shape),
    /// Another name for a type.
    Alias(TypeRef),
}

/// An object with properties.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// The properties, in the order written.
    pub properties: Vec<Property>,
    /// What becomes of properties it does not name.
    pub additional: Additional,
    /// Checks on the object as a whole.
    pub constraints: Vec<Constraint>,
    /// Whether callers make values of it, and so want a function that does.
    pub is_made: bool,
    /// What the schema describes and goes in the other direction only.
    pub left_out: Option<LeftOut>,
}

/// The properties that a direction leaves out.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Where the type's values go.
    pub direction: Direction,
    /// The names, in the order written.
    pub names: Vec<String>,
}

/// A property of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The wire name and the field.
    pub name: Name,
    /// Whether it may be absent, null or both.
    pub presence: Presence,
    /// The type of a value that is there and not null.
    pub shape: Shape,
    /// What the description says of it.
    pub docs: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Whether it must not show in `Debug`.
    pub secret: bool,
    /// What the description says that an absent value stands for.
    pub default: Option<Value>,
    /// The only value that whoever makes the struct has for it, a constant or a discriminator's. It says nothing of the
    /// shape that the type does not.
    pub fixed: Option<Value>,
}

/// The four kinds of presence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Always there, never null: `T`.
    Required,
    /// Always there, may be null: `Option<T>`.
    RequiredNullable,
    /// May be absent, never null: `Option<T>`.
    Optional,
    /// May be absent, may be null: `Field<T>`.
    OptionalNullable,
}

/// What becomes of properties that a struct does not name.
#[derive(Clone, Debug, PartialEq)]
pub enum Additional {
    /// The schema does not speak of them: dropped.
    Dropped,
    /// The schema forbids them: dropped in plain reading, refused by `decode`.
    Closed,
    /// The user wants none: refused in every reading.
    Refused,
    /// Kept, in the field with this Rust name.
    Kept {
        /// The field; settled by the naming pass.
        field: String,
        /// Their type.
        shape: Box<Shape>,
        /// Whether the schema forbids them all the same, so that `decode` refuses them.
        is_closed: bool,
    },
}

/// A type and the checks its values must pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The type.
    pub reference: TypeRef,
    /// The checks.
    pub constraints: Vec<Constraint>,
}

impl Shape {
    /// A type without checks.
    pub fn plain(reference: TypeRef) -> Self {
        Self {
            reference,
            constraints: Vec::new(),
        }
    }
}

/// A use of a type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeRef {
    /// A named type.
    Named(TypeId),
    /// `String`
    String,
    /// `bool`
    Boolean,
    /// A number.
    Number(NumberType),
    /// A date, with a time or without.
    Time(TimeType),
    /// Another text that has a type of its own.
    Text(TextType),
    /// Bytes, of a body that is taken as it is.
    Bytes,
    /// A body that is taken as it comes.
    Stream,
    /// A file: a body or a part of one that is sent as it is.
    File,
    /// No value at all.
    Never,
    /// Any JSON value, null among them.
    Json,
    /// Any JSON object.
    JsonObject,
    /// An array.
    Array(Box<Shape>),
    /// An object whose values are of one type.
    Map(Box<Shape>),
    /// An array of so many items, each of a type of its own.
    Tuple(Vec<Shape>),
    /// An array whose first items are each of a type of its own, where some may be absent or others follow.
    Prefixed(Box<Prefixed>),
    /// A value or null, inside an array, map or alias.
    Nullable(Box<TypeRef>),
    /// A type of the user's, by its path.
    External(String),
    /// A value behind a pointer, where a type holds itself.
    Boxed(Box<TypeRef>),
}

/// An array whose first items are each of a type of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Prefixed {
    /// The first items.
    pub prefix: Vec<PrefixItem>,
    /// How many items there always are, of the first ones.
    pub required: usize,
    /// All others, where there may be any.
    pub rest: Option<Shape>,
}

/// One of the first items of an array.
#[derive(Clone, Debug, PartialEq)]
pub struct PrefixItem {
    /// Whether it may be absent, null or both.
    pub presence: Presence,
    /// The type of a value that is there and not null.
    pub shape: Shape,
}

impl Prefixed {
    /// The types of all items.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        let prefix = self.prefix.iter().map(|item| &item.shape);
        prefix.chain(&self.rest)
    }

    /// The types of all items, to be changed.
    pub fn shapes_mut(&mut self) -> impl Iterator<Item = &mut Shape> {
        let prefix = self.prefix.iter_mut().map(|item| &mut item.shape);
        prefix.chain(&mut self.rest)
    }
}

/// A string with known values.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenEnum {
    /// The known values, in the order written.
    pub variants: Vec<ValueVariant>,
    /// The variant that takes every other value; settled by the naming pass.
    pub unknown: String,
    /// Checks beside the list.
    pub constraints: Vec<Constraint>,
}

/// A known value.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueVariant {
    /// The value and the variant.
    pub name: Name,
    /// Its index in the `enum` of the schema itself.
    pub index: Option<usize>,
    /// What the description says of it.
    pub docs: Option<String>,
}

/// A check on a value. The keywords of JSON Schema 2020-12 validation §6.
#[derive(Clone, Debug, PartialEq)]
pub enum Constraint {
    /// `minLength`
    MinLength(u64),
    /// `maxLength`
    MaxLength(u64),
    /// `pattern`
    Pattern(String),
    /// `format`, where it asserts and no type does.
    Format(&'static str),
    /// `minimum`
    Minimum(Number),
    /// `exclusiveMinimum`
    ExclusiveMinimum(Number),
    /// `maximum`
    Maximum(Number),
    /// `exclusiveMaximum`
    ExclusiveMaximum(Number),
    /// `multipleOf`
    MultipleOf(Number),
    /// `minItems`
    MinItems(u64),
    /// `maxItems`
    MaxItems(u64),
    /// `uniqueItems`
    UniqueItems,
    /// Checks on each item.
    Items(Vec<Constraint>),
    /// Checks on each of the first items.
    PrefixItems(Vec<Vec<Constraint>>),
    /// `minProperties`
    MinProperties(u64),
    /// `maxProperties`
    MaxProperties(u64),
    /// Checks on each value of a map.
    Values(Vec<Constraint>),
    /// `enum` or `const` of values that are not all strings.
    OneOf(Vec<Value>),
    /// An `anyOf` of objects made one struct: all of at least one of these sets of properties.
    AnyRequired(Vec<Vec<String>>),
    /// What no other check and no type states.
    Schema(Assertion),
}
