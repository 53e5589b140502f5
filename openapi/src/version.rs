//! Which version of OpenAPI a file says it is (OpenAPI 3.0.3 §4.1).

use serde_json::Value;

use crate::wording::quoted;
use crate::{Diagnostic, Location, Report, codes};

/// What is read, for messages.
const SUPPORTED: &str =
    "descriptions of OpenAPI 3.0 are read, which say `\"openapi\": \"3.0.3\"`, and of Swagger 2.0";

/// A version that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// Swagger 2.0.
    V2_0,
    /// 3.0, whatever the third number.
    V3_0,
}

/// The version of the description at `location`, or a diagnostic.
pub(crate) fn detect(root: &Value, location: &Location, report: &mut Report) -> Option<Version> {
    let field = ["openapi", "swagger"]
        .into_iter()
        .find_map(|name| Some((name, root.get(name)?)));
    let (place, message) = match field {
        Some(("openapi", Value::String(version))) if is_3_0(version) => return Some(Version::V3_0),
        Some(("swagger", version)) if is_2_0(version) => return Some(Version::V2_0),
        Some((name, Value::String(version))) => {
            let kind = if name == "swagger" {
                "Swagger"
            } else {
                "OpenAPI"
            };
            let message = format!("{kind} {} is not supported", quoted(version));
            (location.key(name), message)
        }
        Some((name, _)) => (location.key(name), format!("`{name}` must be a string")),
        None if root.is_object() => (
            location.clone(),
            "the file does not say which version of OpenAPI it is".to_owned(),
        ),
        None => (location.clone(), "a description is an object".to_owned()),
    };
    report.push(Diagnostic::error(codes::UNSUPPORTED_VERSION, place, message).hint(SUPPORTED));
    None
}

fn is_3_0(version: &str) -> bool {
    let mut numbers = version.trim().split('.');
    numbers.next() == Some("3") && numbers.next() == Some("0")
}

/// YAML makes a number of `2.0` without quotes.
fn is_2_0(version: &Value) -> bool {
    match version {
        Value::String(text) => {
            let mut numbers = text.trim().split('.');
            numbers.next() == Some("2") && numbers.all(|number| number == "0")
        }
        Value::Number(number) => number.as_f64() == Some(2.0),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => false,
    }
}
