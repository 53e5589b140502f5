//! `application/x-www-form-urlencoded` (OpenAPI 3.1.1 §4.8.14.4, WHATWG URL §5.2).

use super::{Encoding, How};
use crate::{
    Style,
    media_type::is_json,
    parameter::{ParameterError, ParameterValue, Place, expand},
};

/// The form of an object; `None` where there is no value. Text is taken for a form that is already written.
///
/// Without an encoding each element of an array is a pair of its own, and an object is JSON (§4.8.15.1.1).
pub(crate) fn urlencoded(
    value: ParameterValue,
    encodings: &[Encoding],
) -> Result<Option<String>, ParameterError> {
    let properties = match value {
        ParameterValue::Undefined => return Ok(None),
        ParameterValue::Text(text) | ParameterValue::Literal(text) => return Ok(Some(text)),
        ParameterValue::Object(properties) => properties,
        ParameterValue::List(_) | ParameterValue::File(_) => {
            return Err(ParameterError("a form is an object".to_owned()));
        }
    };
    let mut pairs = Vec::with_capacity(properties.len());
    for (name, value) in properties {
        let how = Encoding::of(encodings, &name).map(|encoding| encoding.how);
        pairs.extend(pair(&name, value, how)?);
    }
    Ok(Some(pairs.join("&")))
}

fn pair(
    name: &str,
    value: ParameterValue,
    how: Option<How>,
) -> Result<Option<String>, ParameterError> {
    let (style, value) = match (how, value) {
        (_, ParameterValue::Undefined) => return Ok(None),
        (Some(How::Style(style)), value) => (style, value),
        (Some(How::MediaType(media_type)), value) if is_json(media_type) => {
            (Style::FORM, ParameterValue::Text(value.to_json()?))
        }
        (_, value @ ParameterValue::Object(_)) => {
            (Style::FORM, ParameterValue::Text(value.to_json()?))
        }
        (_, value) => (Style::FORM, value),
    };
    expand(name, style, Place::Query, value)
}
