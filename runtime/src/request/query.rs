//! The whole query as one parameter (OpenAPI 3.2.0 §4.12.1).

use serde::Serialize;

use super::{RequestBuilder, json_text, parameter_error};
use crate::{
    form,
    parameter::{self, ParameterError, ParameterValue, percent_encode},
};

impl RequestBuilder {
    /// Makes the form of an object the whole query. The name is for errors alone.
    #[must_use]
    pub fn query_string_form<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        let written = parameter::read(value).and_then(|value| form::urlencoded(value, &[]));
        self.query_string(name, written)
    }

    /// Makes a JSON text, percent-encoded, the whole query. The name is for errors alone.
    #[must_use]
    pub fn query_string_json<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        let written = json_text(value).map(|value| match value {
            ParameterValue::Text(text) | ParameterValue::Literal(text) => {
                Some(percent_encode(&text))
            }
            ParameterValue::Undefined
            | ParameterValue::Object(_)
            | ParameterValue::List(_)
            | ParameterValue::File(_) => None,
        });
        self.query_string(name, written)
    }

    fn query_string(mut self, name: &str, text: Result<Option<String>, ParameterError>) -> Self {
        match text {
            Ok(text) => self.query.extend(text.filter(|text| !text.is_empty())),
            Err(error) => return self.failed(parameter_error(name, &error)),
        }
        self
    }
}
