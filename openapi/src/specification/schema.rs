//! The keywords of schemas: those of OpenAPI 3.0, and those of JSON Schema
//! 2020-12 that 3.1 and 3.2 have (OpenAPI 3.0.3 §4.7.24, 3.1.1 §4.8.24).

use super::shape::Shape::{
    Any, Boolean, BooleanOrSchema, Count, Dependency, ExclusiveBound, List, Map, Number, Object,
    Reusable, SchemaOrSchemas, Text, Types,
};
use super::shape::{Field, Kind, Shape, optional, remark, required, since};
use crate::version::Version::{V3_0, V3_1, V3_2};

/// A schema, a reference to one, or from 3.1 on a boolean.
const ONE: Shape = Reusable(Kind::Schema);

pub(super) const SCHEMA: &[Field] = &[
    optional("type", Types),
    optional("properties", Map(&ONE)),
    remark("description", Text),
    optional("format", Text),
    optional("items", SchemaOrSchemas),
    optional("required", List(&Text)),
    remark("example", Any),
    optional("enum", List(&Any)),
    optional("nullable", Boolean).until(V3_0),
    remark("title", Text),
    optional("default", Any),
    optional("allOf", List(&ONE)),
    optional("oneOf", List(&ONE)),
    optional("anyOf", List(&ONE)),
    optional("not", ONE),
    optional("additionalProperties", BooleanOrSchema),
    optional("multipleOf", Number),
    optional("maximum", Number),
    optional("exclusiveMaximum", ExclusiveBound),
    optional("minimum", Number),
    optional("exclusiveMinimum", ExclusiveBound),
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
    // JSON Schema 2020-12 core §8, §10, §11.
    since(V3_1, remark("$schema", Text)),
    since(V3_1, remark("$vocabulary", Any)),
    since(V3_1, optional("$id", Text)),
    since(V3_1, optional("$anchor", Text)),
    since(V3_1, optional("$dynamicRef", Text)),
    since(V3_1, optional("$dynamicAnchor", Text)),
    since(V3_1, remark("$comment", Text)),
    since(V3_1, optional("$defs", Map(&ONE))),
    since(V3_1, optional("definitions", Map(&ONE))),
    since(V3_1, optional("prefixItems", List(&ONE))),
    since(V3_1, optional("additionalItems", ONE)),
    since(V3_1, optional("contains", ONE)),
    since(V3_1, optional("patternProperties", Map(&ONE))),
    since(V3_1, optional("propertyNames", ONE)),
    since(V3_1, optional("dependentSchemas", Map(&ONE))),
    since(V3_1, optional("dependencies", Map(&Dependency))),
    since(V3_1, optional("if", ONE)),
    since(V3_1, optional("then", ONE)),
    since(V3_1, optional("else", ONE)),
    since(V3_1, optional("unevaluatedItems", ONE)),
    since(V3_1, optional("unevaluatedProperties", ONE)),
    // JSON Schema 2020-12 validation §6, §8, §9.
    since(V3_1, optional("const", Any)),
    since(V3_1, optional("minContains", Count)),
    since(V3_1, optional("maxContains", Count)),
    since(V3_1, optional("dependentRequired", Map(&List(&Text)))),
    since(V3_1, optional("contentEncoding", Text)),
    since(V3_1, optional("contentMediaType", Text)),
    since(V3_1, optional("contentSchema", ONE)),
    since(V3_1, remark("examples", List(&Any))),
];

pub(super) const DISCRIMINATOR: &[Field] = &[
    required("propertyName", Text),
    optional("mapping", Map(&Text)),
    since(V3_2, optional("defaultMapping", Text)),
];

pub(super) const XML: &[Field] = &[
    since(V3_2, optional("nodeType", Text)),
    optional("name", Text),
    optional("namespace", Text),
    optional("prefix", Text),
    optional("attribute", Boolean),
    optional("wrapped", Boolean),
];
