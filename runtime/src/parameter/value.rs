//! A parameter's value before it is laid out.

use std::fmt;

/// What a value is as a parameter: text, or a list or an object of such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParameterValue {
    /// `None`, an absent field, `null`: what RFC 6570 §2.3 calls undefined.
    Undefined,
    Text(String),
    List(Vec<ParameterValue>),
    Object(Vec<(String, ParameterValue)>),
}

/// Why a value cannot be written as a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParameterError(pub(crate) String);

impl fmt::Display for ParameterError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for ParameterError {}

impl serde::ser::Error for ParameterError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

impl ParameterValue {
    /// The text of a scalar; an error for a value inside a value, which the style has no form for.
    pub(super) fn into_text(self) -> Result<Option<String>, ParameterError> {
        match self {
            Self::Undefined => Ok(None),
            Self::Text(text) => Ok(Some(text)),
            Self::List(_) => Err(nested("an array")),
            Self::Object(_) => Err(nested("an object")),
        }
    }
}

fn nested(what: &str) -> ParameterError {
    ParameterError(format!(
        "{what} inside another value cannot be written in this style"
    ))
}
