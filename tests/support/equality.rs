//! Equal as JSON: numbers by value, objects in any order, strings by their text, and date-times by
//! instant where the description says that they are date-times.

use std::collections::BTreeSet;

use bindery_openapi::Document;
use bindery_openapi::document::{AdditionalProperties, Schema, SchemaId};
use event_apis::bindery::jiff::Timestamp;
use serde_json::{Map, Number, Value};

/// Whether two values of these schemas are equal, with nothing added and nothing lost.
pub fn equal(
    document: &Document,
    schemas: impl IntoIterator<Item = SchemaId>,
    left: &Value,
    right: &Value,
) -> bool {
    Described::by(document, schemas).equal(left, right)
}

/// What the description says of one value: its schemas, and all that they consist of.
struct Described<'d> {
    document: &'d Document,
    schemas: BTreeSet<SchemaId>,
}

impl<'d> Described<'d> {
    /// Every variant of a union is taken, so that what one of them says of a place counts.
    fn by(document: &'d Document, schemas: impl IntoIterator<Item = SchemaId>) -> Self {
        let mut members = BTreeSet::new();
        let mut waiting: Vec<SchemaId> = schemas.into_iter().collect();
        while let Some(id) = waiting.pop() {
            if members.insert(id) {
                let schema = document.schema(id);
                waiting.extend(schema.reference);
                waiting.extend(
                    [&schema.all_of, &schema.any_of, &schema.one_of]
                        .into_iter()
                        .flatten(),
                );
            }
        }
        Self {
            document,
            schemas: members,
        }
    }

    fn equal(&self, left: &Value, right: &Value) -> bool {
        match (left, right) {
            (Value::Number(left), Value::Number(right)) => same_number(left, right),
            (Value::String(left), Value::String(right)) => {
                left == right || self.is_date_time() && same_instant(left, right)
            }
            (Value::Array(left), Value::Array(right)) => self.equal_arrays(left, right),
            (Value::Object(left), Value::Object(right)) => self.equal_objects(left, right),
            (left, right) => left == right,
        }
    }

    fn equal_arrays(&self, left: &[Value], right: &[Value]) -> bool {
        let items = self.part(|schema| schema.array.as_ref()?.items);
        let mut pairs = left.iter().zip(right);
        left.len() == right.len() && pairs.all(|(left, right)| items.equal(left, right))
    }

    fn equal_objects(&self, left: &Map<String, Value>, right: &Map<String, Value>) -> bool {
        left.len() == right.len()
            && left.iter().all(|(name, left)| {
                let property = self.part(|schema| property(schema, name));
                right
                    .get(name)
                    .is_some_and(|right| property.equal(left, right))
            })
    }

    /// What is said of a part of the value.
    fn part(&self, schema_of: impl Fn(&Schema) -> Option<SchemaId>) -> Self {
        let schemas = self.schemas.iter();
        let parts = schemas.filter_map(|id| schema_of(self.document.schema(*id)));
        Self::by(self.document, parts)
    }

    fn is_date_time(&self) -> bool {
        let mut schemas = self.schemas.iter().map(|id| self.document.schema(*id));
        schemas.any(|schema| schema.format.as_deref() == Some("date-time"))
    }
}

/// The schema of a property: its own, else that of the properties that are not named.
fn property(schema: &Schema, name: &str) -> Option<SchemaId> {
    let object = schema.object.as_ref()?;
    let own = object.properties.iter().find(|it| &*it.name == name);
    own.map(|it| it.schema)
        .or(match object.additional_properties {
            Some(AdditionalProperties::Schema(schema)) => Some(schema),
            Some(AdditionalProperties::Any | AdditionalProperties::Forbidden) | None => None,
        })
}

/// Integers are compared exactly: 2⁵³ and its successor are one `f64`.
fn same_number(left: &Number, right: &Number) -> bool {
    if left.is_f64() || right.is_f64() {
        left.as_f64() == right.as_f64()
    } else {
        left == right
    }
}

fn same_instant(left: &str, right: &str) -> bool {
    let instants = (left.parse::<Timestamp>(), right.parse::<Timestamp>());
    matches!(instants, (Ok(left), Ok(right)) if left == right)
}
