//! The values of `enum` and `const` that are written as scalars of another type than the stated one.

use serde_json::{Number, Value};

use crate::document::{JsonType, JsonTypes};

/// The values as those of the only type stated, each once; `None` where that is what they are.
pub(super) fn spelt(values: Option<&[Value]>, types: JsonTypes) -> Option<Box<[Value]>> {
    let json_type = only(types)?;
    let values = values?;
    if values
        .iter()
        .all(|value| as_type(value, json_type).is_none())
    {
        return None;
    }
    let mut spelt = Vec::new();
    for value in values {
        let value = as_type(value, json_type).unwrap_or_else(|| value.clone());
        if !spelt.contains(&value) {
            spelt.push(value);
        }
    }
    Some(spelt.into())
}

/// The value of a `const` as that of the only type stated; `None` where that is what it is.
pub(super) fn spelt_constant(value: &Value, types: JsonTypes) -> Option<Box<Value>> {
    as_type(value, only(types)?).map(Box::new)
}

/// The type that is stated, null aside, where it is one.
pub(crate) fn only(types: JsonTypes) -> Option<JsonType> {
    let mut types = types.iter().filter(|found| *found != JsonType::Null);
    types.next().filter(|_| types.next().is_none())
}

/// What a scalar of another type is as one of this type, if it is the spelling of one.
pub(crate) fn as_type(value: &Value, json_type: JsonType) -> Option<Value> {
    match (json_type, value) {
        (JsonType::String, Value::Number(number)) => Some(number.to_string().into()),
        (JsonType::String, Value::Bool(boolean)) => Some(boolean.to_string().into()),
        (JsonType::Integer | JsonType::Number, Value::String(text)) => {
            let number: Value = text.parse::<Number>().ok()?.into();
            json_type.admits(&number).then_some(number)
        }
        (JsonType::Boolean, Value::String(text)) => text.parse().map(Value::Bool).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(json_type: JsonType, values: &Value) -> Option<Value> {
        let values = values.as_array().cloned();
        spelt(values.as_deref(), json_type.into()).map(|values| values.to_vec().into())
    }

    #[test]
    fn scalars_are_of_the_type_that_is_stated() {
        let text = of(JsonType::String, &json!([1, "1", true, "all", null]));
        assert_eq!(text, Some(json!(["1", "true", "all", null])));
        let whole = of(JsonType::Integer, &json!(["1", 2, "x", "1.5"]));
        assert_eq!(whole, Some(json!([1, 2, "x", "1.5"])));
        let boolean = of(JsonType::Boolean, &json!(["true", false]));
        assert_eq!(boolean, Some(json!([true, false])));
        assert_eq!(of(JsonType::String, &json!(["a", null])), None);
        assert_eq!(of(JsonType::Number, &json!([1, 2.5])), None);
        let constant = spelt_constant(&json!(1), JsonType::String.into());
        assert_eq!(constant, Some(Box::new(json!("1"))));
        assert_eq!(spelt_constant(&json!(1), JsonType::Integer.into()), None);
    }
}
