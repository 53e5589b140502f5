//! A parameter's value before it is laid out.

use std::fmt;

use crate::File;

/// What a value is as a parameter or in a form: text, or a list or an object of such.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ParameterValue {
    /// `None`, an absent field, `null`: what RFC 6570 §2.3 calls undefined.
    Undefined,
    /// A string.
    Text(String),
    /// A number or a boolean, as JSON has it.
    Literal(String),
    List(Vec<ParameterValue>),
    Object(Vec<(String, ParameterValue)>),
    /// A file, which only a body in parts takes as it is.
    File(File),
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
    /// The text of a scalar. The styles have no form for a value inside a value (OpenAPI 3.1.1 §4.8.12.3); it is
    /// written as JSON, which is what servers that take one commonly read.
    pub(crate) fn into_text(self) -> Result<Option<String>, ParameterError> {
        match self {
            Self::Undefined => Ok(None),
            Self::Text(text) | Self::Literal(text) => Ok(Some(text)),
            Self::File(file) => file_text(&file).map(|text| Some(text.to_owned())),
            value @ (Self::List(_) | Self::Object(_)) => value.to_json().map(Some),
        }
    }

    /// The JSON text of the value.
    pub(crate) fn to_json(&self) -> Result<String, ParameterError> {
        Ok(match self {
            Self::Undefined => "null".to_owned(),
            Self::Text(text) => json_string(text),
            Self::Literal(text) => text.clone(),
            Self::List(elements) => {
                let elements: Result<Vec<_>, _> = elements.iter().map(Self::to_json).collect();
                format!("[{}]", elements?.join(","))
            }
            Self::Object(properties) => {
                let properties: Result<Vec<_>, _> = properties
                    .iter()
                    .map(|(name, value)| Ok(format!("{}:{}", json_string(name), value.to_json()?)))
                    .collect();
                format!("{{{}}}", properties?.join(","))
            }
            Self::File(file) => json_string(file_text(file)?),
        })
    }
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn file_text(file: &File) -> Result<&str, ParameterError> {
    let reason = "a file that is not text, or that is a stream, has no form here";
    file.text().ok_or_else(|| ParameterError(reason.to_owned()))
}
