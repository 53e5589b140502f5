//! JSON types and sets of them, the values of `type`.

use serde_json::Value;

/// A JSON type (JSON Schema 2020-12 validation §6.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JsonType {
    /// `null`
    Null,
    /// `boolean`
    Boolean,
    /// `object`
    Object,
    /// `array`
    Array,
    /// `number`, which `integer` is part of
    Number,
    /// `string`
    String,
    /// `integer`
    Integer,
}

impl JsonType {
    /// Every type, in the order of [`JsonTypes::iter`].
    pub const ALL: [Self; 7] = [
        Self::Null,
        Self::Boolean,
        Self::Object,
        Self::Array,
        Self::Number,
        Self::String,
        Self::Integer,
    ];

    /// The name as `type` has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::Array => "array",
            Self::Number => "number",
            Self::String => "string",
            Self::Integer => "integer",
        }
    }

    /// The type that `type` names so.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|json_type| json_type.as_str() == name)
    }

    /// Whether the value is of the type; whole numbers are integers however they are written.
    pub fn admits(self, value: &Value) -> bool {
        match self {
            Self::Null => value.is_null(),
            Self::Boolean => value.is_boolean(),
            Self::Object => value.is_object(),
            Self::Array => value.is_array(),
            Self::Number => value.is_number(),
            Self::String => value.is_string(),
            Self::Integer => {
                let is_whole = |number: f64| number.fract() == 0.0;
                value.is_i64() || value.is_u64() || value.as_f64().is_some_and(is_whole)
            }
        }
    }
}

/// A set of JSON types; empty where `type` is not stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct JsonTypes(u8);

impl JsonTypes {
    /// Adds a type.
    pub fn insert(&mut self, json_type: JsonType) {
        self.0 |= 1 << json_type as u8;
    }

    /// Removes a type.
    pub fn remove(&mut self, json_type: JsonType) {
        self.0 &= !(1 << json_type as u8);
    }

    /// Whether the type is in the set.
    pub fn contains(self, json_type: JsonType) -> bool {
        self.0 & (1 << json_type as u8) != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The types in the set.
    pub fn iter(self) -> impl Iterator<Item = JsonType> {
        JsonType::ALL
            .into_iter()
            .filter(move |json_type| self.contains(*json_type))
    }
}

impl From<JsonType> for JsonTypes {
    fn from(json_type: JsonType) -> Self {
        Self::from_iter([json_type])
    }
}

impl FromIterator<JsonType> for JsonTypes {
    fn from_iter<I: IntoIterator<Item = JsonType>>(types: I) -> Self {
        let mut set = Self::default();
        types
            .into_iter()
            .for_each(|json_type| set.insert(json_type));
        set
    }
}
