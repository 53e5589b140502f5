//! One schema after another, each of choices (JSON Schema 2020-12 core §10, §11, validation §6).

use bindery_mutator::Tape;
use serde_json::{Map, Value, json};

/// How deep schemas stand in each other.
const DEPTH: usize = 3;

/// The names of properties: few, so that schemas speak of the same ones.
const NAMES: &[&str] = &["a", "b", "c", "kind"];

/// What a scalar is, each time another.
const SCALARS: &[&str] = &[
    r#"{"type": "string"}"#,
    r#"{"type": "integer"}"#,
    r#"{"type": "number"}"#,
    r#"{"type": "boolean"}"#,
    r#"{"type": "null"}"#,
    r#"{"type": ["string", "null"]}"#,
    r#"{"type": ["integer", "string"]}"#,
    r#"{"type": ["number", "boolean", "null"]}"#,
    r#"{"type": "string", "minLength": 2}"#,
    r#"{"type": "string", "maxLength": 3}"#,
    r#"{"type": "string", "pattern": "^[a-c]+$"}"#,
    r#"{"type": "string", "pattern": "^\\d{2}$"}"#,
    r#"{"type": "string", "enum": ["a", "b", "x-y"]}"#,
    r#"{"type": "string", "format": "date-time"}"#,
    r#"{"type": "string", "format": "date"}"#,
    r#"{"type": "string", "format": "uuid"}"#,
    r#"{"type": "integer", "format": "int32"}"#,
    r#"{"type": "integer", "format": "uint8"}"#,
    r#"{"type": "integer", "minimum": -2, "maximum": 6}"#,
    r#"{"type": "number", "exclusiveMinimum": 0}"#,
    r#"{"type": "number", "multipleOf": 0.1}"#,
    r#"{"const": "a"}"#,
    r#"{"const": 1}"#,
    r#"{"const": null}"#,
    r#"{"enum": ["a", 1, null]}"#,
    r#"{"enum": [true, 2.5]}"#,
];

/// The schemas of a description, each of which may refer to those before it.
pub struct Schemas {
    tape: Tape,
    made: usize,
}

impl Schemas {
    /// Schemas by the choices of a tape.
    pub const fn new(tape: Tape) -> Self {
        Self { tape, made: 0 }
    }

    /// The next schema, with its name.
    pub fn next(&mut self) -> (String, Value) {
        let schema = match self.tape.below(3) {
            0 => self.object(DEPTH),
            1 => self.array(DEPTH),
            _ => self.composition(DEPTH),
        };
        self.made += 1;
        (name(self.made), Value::Object(schema))
    }

    fn schema(&mut self, depth: usize) -> Value {
        if self.made > 0 && self.one_in(7) {
            let number = 1 + self.tape.below(self.made);
            return json!({"$ref": format!("#/components/schemas/{}", name(number))});
        }
        if depth == 0 {
            return self.scalar();
        }
        match self.tape.below(40) {
            0..12 => self.scalar(),
            12..24 => Value::Object(self.object(depth)),
            24..29 => Value::Object(self.array(depth)),
            29..37 => Value::Object(self.composition(depth)),
            37 => json!({"not": self.schema(depth.saturating_sub(1))}),
            38 => json!({
                "if": self.schema(depth.saturating_sub(1)),
                "then": self.schema(depth.saturating_sub(1)),
                "else": self.schema(depth.saturating_sub(1)),
            }),
            _ => Value::Bool(!self.one_in(5)),
        }
    }

    fn scalar(&mut self) -> Value {
        serde_json::from_str(self.tape.of(SCALARS)).unwrap_or_default()
    }

    fn object(&mut self, depth: usize) -> Map<String, Value> {
        let mut object = Map::new();
        if !self.one_in(5) {
            object.insert("type".to_owned(), json!("object"));
        }
        let count = self.tape.below(4);
        let properties = (0..count).map(|_| (self.name(), self.schema(depth.saturating_sub(1))));
        object.insert("properties".to_owned(), properties.collect());
        if !self.one_in(3) {
            object.insert("required".to_owned(), json!([self.name()]));
        }
        self.others(depth, &mut object);
        self.seldom_of_objects(depth, &mut object);
        object
    }

    fn others(&mut self, depth: usize, object: &mut Map<String, Value>) {
        let others = match self.tape.below(6) {
            0 => Value::Bool(false),
            1 => self.schema(depth.saturating_sub(1)),
            2 if self.one_in(3) => Value::Bool(true),
            _ => return,
        };
        object.insert("additionalProperties".to_owned(), others);
    }

    fn seldom_of_objects(&mut self, depth: usize, object: &mut Map<String, Value>) {
        let name = self.name();
        for keyword in [
            "patternProperties",
            "minProperties",
            "maxProperties",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedProperties",
        ] {
            if !self.one_in(12) {
                continue;
            }
            let value = match keyword {
                "patternProperties" => json!({"^x": self.schema(depth.saturating_sub(1))}),
                "minProperties" => json!(1),
                "maxProperties" => json!(2),
                "propertyNames" => json!({"maxLength": 3}),
                "dependentRequired" => json!({&name: [self.name()]}),
                "dependentSchemas" => json!({&name: self.schema(depth.saturating_sub(1))}),
                _ => json!(false),
            };
            object.insert(keyword.to_owned(), value);
        }
    }

    fn array(&mut self, depth: usize) -> Map<String, Value> {
        let mut array = Map::new();
        if !self.one_in(6) {
            array.insert("type".to_owned(), json!("array"));
        }
        if !self.one_in(5) {
            array.insert("items".to_owned(), self.schema(depth.saturating_sub(1)));
        }
        if self.one_in(4) {
            let first = [
                self.schema(depth.saturating_sub(1)),
                self.schema(depth.saturating_sub(1)),
            ];
            array.insert("prefixItems".to_owned(), json!(first));
        }
        for (keyword, value) in [
            ("minItems", json!(1)),
            ("maxItems", json!(2)),
            ("uniqueItems", json!(true)),
        ] {
            if self.one_in(7) {
                array.insert(keyword.to_owned(), value);
            }
        }
        if self.one_in(10) {
            array.insert("contains".to_owned(), self.schema(depth.saturating_sub(1)));
        }
        array
    }

    fn composition(&mut self, depth: usize) -> Map<String, Value> {
        let mut around = match self.tape.below(8) {
            0 => self.object(depth.saturating_sub(1)),
            1 => self.array(depth.saturating_sub(1)),
            _ => Map::new(),
        };
        let keyword = self.tape.of(&["allOf", "oneOf", "anyOf"]);
        let count = 1 + self.tape.below(3);
        let members: Vec<Value> = (0..count)
            .map(|_| self.schema(depth.saturating_sub(1)))
            .collect();
        around.insert(keyword.to_owned(), json!(members));
        around
    }

    fn name(&mut self) -> String {
        self.tape.of(NAMES).to_owned()
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.tape.below(count) == 0
    }
}

fn name(number: usize) -> String {
    format!("Schema{number}")
}
