//! Schemas: every keyword of JSON Schema 2020-12 that OpenAPI 3.1 admits.
//!
//! Keywords that few schemas have are grouped and boxed, so that a description
//! with two hundred thousand schemas stays small in memory.

use serde_json::{Number, Value};

use super::{JsonTypes, SchemaId};
use crate::Location;

/// A schema object. Every keyword holds at once, `$ref` among them
/// (JSON Schema 2020-12 core §8.2.3.1); a 3.0 reference has no other keyword.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a keyword of its own"
)]
pub struct Schema {
    /// Where it was written.
    pub location: Location,
    /// Whether it is a copy of what stands at its location, with `$dynamicRef` naming something else.
    pub is_copy: bool,
    /// The target of `$ref`.
    pub reference: Option<SchemaId>,
    /// Whether it is the schema `false`, which admits nothing.
    pub never: bool,
    /// `type`; empty where it is not stated, which admits every type.
    pub types: JsonTypes,
    /// `format`.
    pub format: Option<Box<str>>,
    /// `enum`. A 3.0 schema that is `nullable` has `null` added. An empty list, which admits
    /// nothing, stands where a tool found no values to list.
    pub enumeration: Option<Vec<Value>>,
    /// The values of `enum` as people mean them, where some are written as scalars of another type
    /// than the one stated: YAML makes numbers and booleans of text without quotes.
    pub spelt: Option<Box<[Value]>>,
    /// `const`.
    pub constant: Option<Value>,
    /// The value of `const` as people mean it, where it is written as a scalar of another type than the one stated.
    pub spelt_constant: Option<Box<Value>>,
    /// Keywords that hold for numbers.
    pub number: Option<Box<NumberKeywords>>,
    /// Keywords that hold for strings.
    pub string: Option<Box<StringKeywords>>,
    /// Keywords that hold for arrays.
    pub array: Option<Box<ArrayKeywords>>,
    /// Keywords that hold for objects.
    pub object: Option<Box<ObjectKeywords>>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Vec<SchemaId>,
    /// `oneOf`.
    pub one_of: Vec<SchemaId>,
    /// `not`.
    pub not: Option<SchemaId>,
    /// `if`, `then` and `else`.
    pub condition: Option<SchemaId>,
    /// What must hold where `if` does.
    pub then: Option<SchemaId>,
    /// What must hold where `if` does not.
    pub otherwise: Option<SchemaId>,
    /// `discriminator` (OpenAPI 3.1.1 §4.8.25).
    pub discriminator: Option<Box<Discriminator>>,
    /// `title`.
    pub title: Option<Box<str>>,
    /// `description`, in CommonMark.
    pub description: Option<Box<str>>,
    /// `default`.
    pub default: Option<Value>,
    /// `example` or `examples`.
    pub examples: Vec<Value>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
}

impl Schema {
    /// A schema that admits everything.
    pub fn any(location: Location) -> Self {
        Self {
            location,
            is_copy: false,
            reference: None,
            never: false,
            types: JsonTypes::default(),
            format: None,
            enumeration: None,
            spelt: None,
            constant: None,
            spelt_constant: None,
            number: None,
            string: None,
            array: None,
            object: None,
            all_of: Vec::new(),
            any_of: Vec::new(),
            one_of: Vec::new(),
            not: None,
            condition: None,
            then: None,
            otherwise: None,
            discriminator: None,
            title: None,
            description: None,
            default: None,
            examples: Vec::new(),
            deprecated: false,
            read_only: false,
            write_only: false,
        }
    }

    /// Whether `$ref` is the only thing it states, annotations aside.
    pub fn is_bare_reference(&self) -> bool {
        self.reference.is_some() && !self.asserts()
    }

    /// Whether it states any assertion of its own, beside `$ref`.
    pub fn asserts(&self) -> bool {
        self.asserts_alone()
            || !self.all_of.is_empty()
            || !self.any_of.is_empty()
            || !self.one_of.is_empty()
    }

    /// Whether `enum` lists a value. People who leave it empty mean to say nothing by it.
    pub fn lists_values(&self) -> bool {
        let values = self.enumeration.as_ref();
        values.is_some_and(|values| !values.is_empty())
    }

    /// Whether it states any assertion beside `$ref`, `allOf`, `anyOf` and `oneOf`.
    pub fn asserts_alone(&self) -> bool {
        !self.types.is_empty() || self.asserts_beside_types()
    }

    /// Whether it states any assertion beside `type`, `$ref`, `allOf`, `anyOf` and `oneOf`.
    pub fn asserts_beside_types(&self) -> bool {
        self.never
            || self.format.is_some()
            || self.enumeration.is_some()
            || self.constant.is_some()
            || self.number.is_some()
            || self.string.is_some()
            || self.array.is_some()
            || self.object.is_some()
            || self.not.is_some()
            || self.condition.is_some()
    }
}

/// Keywords that hold for numbers (JSON Schema 2020-12 validation §6.2).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberKeywords {
    /// `multipleOf`.
    pub multiple_of: Option<Number>,
    /// `minimum` or `exclusiveMinimum`, whichever binds.
    pub minimum: Option<Bound>,
    /// `maximum` or `exclusiveMaximum`, whichever binds.
    pub maximum: Option<Bound>,
}

/// A bound on a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The bound, exactly as written.
    pub value: Number,
    /// Whether the bound itself is refused.
    pub exclusive: bool,
}

/// Keywords that hold for strings (JSON Schema 2020-12 validation §6.3, §8).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StringKeywords {
    /// `minLength`, in code points.
    pub min_length: Option<u64>,
    /// `maxLength`, in code points.
    pub max_length: Option<u64>,
    /// `pattern`, in ECMA-262.
    pub pattern: Option<Box<str>>,
    /// `contentEncoding`.
    pub content_encoding: Option<Box<str>>,
    /// `contentMediaType`.
    pub content_media_type: Option<Box<str>>,
    /// `contentSchema`.
    pub content_schema: Option<SchemaId>,
}

/// Keywords that hold for arrays (JSON Schema 2020-12 core §10.3.1, §11.2, validation §6.4).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrayKeywords {
    /// `items`.
    pub items: Option<SchemaId>,
    /// `prefixItems`.
    pub prefix_items: Vec<SchemaId>,
    /// `contains`.
    pub contains: Option<SchemaId>,
    /// `minContains`.
    pub min_contains: Option<u64>,
    /// `maxContains`.
    pub max_contains: Option<u64>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<SchemaId>,
}

/// Keywords that hold for objects (JSON Schema 2020-12 core §10.3.2, §11.3, validation §6.5).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectKeywords {
    /// `properties`, in the order written.
    pub properties: Vec<Property>,
    /// `required`, in the order written.
    pub required: Vec<Box<str>>,
    /// `additionalProperties`, where stated.
    pub additional_properties: Option<AdditionalProperties>,
    /// `patternProperties`.
    pub pattern_properties: Vec<(Box<str>, SchemaId)>,
    /// `propertyNames`.
    pub property_names: Option<SchemaId>,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `dependentRequired`.
    pub dependent_required: Vec<(Box<str>, Vec<Box<str>>)>,
    /// `dependentSchemas`.
    pub dependent_schemas: Vec<(Box<str>, SchemaId)>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Option<SchemaId>,
}

impl ObjectKeywords {
    /// Whether `name` must be present.
    pub fn requires(&self, name: &str) -> bool {
        self.required.iter().any(|required| &**required == name)
    }
}

/// A property and its schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The name in the instance.
    pub name: Box<str>,
    /// What its value must be.
    pub schema: SchemaId,
}

/// What `additionalProperties` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdditionalProperties {
    /// `true`: any value.
    Any,
    /// `false`: none.
    Forbidden,
    /// A schema for their values.
    Schema(SchemaId),
}

/// Which property tells the variants of a union apart (OpenAPI 3.1.1 §4.8.25).
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// The property's name.
    pub property_name: Box<str>,
    /// Values and the schemas they stand for, in the order written.
    pub mapping: Vec<(Box<str>, SchemaId)>,
    /// The schema that stands for every other value, and for none (OpenAPI 3.2.0 §4.25).
    pub default: Option<SchemaId>,
}
