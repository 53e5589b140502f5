//! Which version of OpenAPI a file says it is (OpenAPI 3.0.3 §4.1, 3.1.1 §4.1).

use std::fmt;

use serde_json::Value;

use crate::wording::quoted;
use crate::{Diagnostic, Location, Report, codes};

/// What is read, for messages.
const SUPPORTED: &str = "descriptions of OpenAPI 3.0, 3.1 and 3.2 are read, which say for example `\"openapi\": \"3.1.1\"`, and of Swagger 2.0";

/// A version that can be read, whatever the third number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Version {
    /// Swagger 2.0, which is rewritten as 3.0.
    V2_0,
    /// 3.0
    V3_0,
    /// 3.1
    V3_1,
    /// 3.2
    V3_2,
}

impl Version {
    /// The first version of the specification as the table has it.
    pub(crate) const OLDEST: Self = Self::V3_0;
    /// The last version that is known.
    pub(crate) const NEWEST: Self = Self::V3_2;

    /// The version that a description of this one is checked and lifted as.
    pub(crate) fn as_rewritten(self) -> Self {
        self.max(Self::OLDEST)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::V2_0 => "2.0",
            Self::V3_0 => "3.0",
            Self::V3_1 => "3.1",
            Self::V3_2 => "3.2",
        })
    }
}

/// The version of the description at `location`, or a diagnostic.
pub(crate) fn detect(root: &Value, location: &Location, report: &mut Report) -> Option<Version> {
    let field = ["openapi", "swagger"]
        .into_iter()
        .find_map(|name| Some((name, root.get(name)?)));
    let (place, message) = match field {
        // A number is what YAML makes of `3.1` without quotes; the check says so.
        Some(("openapi", Value::String(_) | Value::Number(_))) => {
            return detect_openapi(root, &location.key("openapi"), report);
        }
        Some(("swagger", version)) if is_2_0(version) => return Some(Version::V2_0),
        Some((name, Value::String(version))) => {
            let message = format!("Swagger {} is not supported", quoted(version));
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

fn detect_openapi(root: &Value, location: &Location, report: &mut Report) -> Option<Version> {
    let version = match root.get("openapi")? {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match parse(&version) {
        Parsed::Known(version) => Some(version),
        Parsed::Unknown => {
            let message = format!(
                "OpenAPI {} is not known; it is read as {}",
                quoted(&version),
                Version::NEWEST
            );
            let code = codes::UNKNOWN_VERSION;
            report.push(Diagnostic::warning(code, location.clone(), message).hint(SUPPORTED));
            Some(Version::NEWEST)
        }
        Parsed::Unsupported => {
            let message = format!("OpenAPI {} is not supported", quoted(&version));
            let code = codes::UNSUPPORTED_VERSION;
            report.push(Diagnostic::error(code, location.clone(), message).hint(SUPPORTED));
            None
        }
    }
}

/// What the text of a version says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parsed {
    /// One that is read.
    Known(Version),
    /// 3 and something that this table does not have.
    Unknown,
    /// Another major version, or no version at all.
    Unsupported,
}

/// Reads the first two numbers: `3.1`, `3.1.0` and `3.1.0-rc1` are the same.
fn parse(text: &str) -> Parsed {
    let mut numbers = text.trim().split(['.', '-', '+']);
    match (numbers.next(), numbers.next()) {
        (Some("3"), Some("0")) => Parsed::Known(Version::V3_0),
        (Some("3"), Some("1")) => Parsed::Known(Version::V3_1),
        (Some("3"), Some("2")) => Parsed::Known(Version::V3_2),
        (Some("3"), _) => Parsed::Unknown,
        _ => Parsed::Unsupported,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_two_numbers_decide() {
        for text in ["3.1", "3.1.0", " 3.1.2 ", "3.1.0-rc1", "3.1-beta"] {
            assert_eq!(parse(text), Parsed::Known(Version::V3_1), "{text}");
        }
        assert_eq!(parse("3.0.0-rc2"), Parsed::Known(Version::V3_0));
        assert_eq!(parse("3.2.0"), Parsed::Known(Version::V3_2));
        for text in ["3", "3.3.0", "3.x", "3.10.1"] {
            assert_eq!(parse(text), Parsed::Unknown, "{text}");
        }
        for text in ["4.0.0", "2.0", "", "one", "31.0"] {
            assert_eq!(parse(text), Parsed::Unsupported, "{text}");
        }
    }
}
