//! Whether what came back is what was given, in the reading in use.
//!
//! Numbers are compared by value, to the last digit, and texts of formats whose type the configuration says by the
//! instant that they are, where they are date-times.

use bindery_cli::driver::Exact;
use bindery_contract::{Interpretation, Judge, same_instant};
use bindery_openapi::document::SchemaId;
use serde_json::Value;

/// How what came back is compared.
pub struct Comparison<'a> {
    /// Whose schemas say which properties mean anything.
    pub judge: &'a Judge,
    /// The schema of the values.
    pub schema: SchemaId,
}

impl Comparison<'_> {
    /// Whether `encoded`, a JSON text, is the same as `given`. In the lenient reading properties may
    /// be missing of which no schema speaks.
    pub fn is_same(&self, given: &Value, encoded: &str) -> bool {
        let back = Exact::read(encoded);
        back.is_some_and(|back| self.kept(&[self.schema], given, &back))
    }

    fn kept(&self, ids: &[SchemaId], given: &Value, back: &Exact) -> bool {
        match (given, back) {
            (Value::Array(items), Exact::Array(back)) => {
                let mut pairs = items.iter().zip(back).enumerate();
                items.len() == back.len()
                    && pairs.all(|(at, (item, back))| {
                        self.kept(&self.judge.item_schemas(ids, given, at), item, back)
                    })
            }
            (Value::Object(properties), Exact::Object(back)) => {
                let was_given = back.keys().all(|name| properties.contains_key(name));
                let mut all = properties.iter();
                was_given
                    && all.all(|(name, value)| {
                        self.property_kept(ids, given, name, value, back.get(name))
                    })
            }
            (Value::String(text), Exact::String(back)) => {
                let may_differ = || self.judge.is_of_known_format(ids, given);
                text == back || same_instant(text, back) && may_differ()
            }
            (given, back) => Exact::from(given) == *back,
        }
    }

    fn property_kept(
        &self,
        ids: &[SchemaId],
        object: &Value,
        name: &str,
        given: &Value,
        back: Option<&Exact>,
    ) -> bool {
        let schemas = self.judge.property_schemas(ids, object, name);
        match (back, self.judge.interpretation()) {
            (Some(back), _) => self.kept(&schemas.unwrap_or_default(), given, back),
            (None, Interpretation::Default) => schemas.is_none(),
            (None, Interpretation::Strict) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ZOO: &str = r#"{
        "openapi": "3.0.3",
        "info": {"title": "Zoo", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Animal": {
            "type": "object",
            "properties": {"a": {"type": "number"}, "at": {"format": "date-time", "type": "string"}}
        }}}
    }"#;

    fn is_same(interpretation: Interpretation, given: &Value, encoded: &str) -> bool {
        is_same_to(&judge(interpretation), given, encoded)
    }

    fn judge(interpretation: Interpretation) -> Judge {
        let document = bindery_openapi::read_text("zoo.json", ZOO).document;
        Judge::with_interpretation(document.expect("it has no error"), interpretation)
    }

    fn is_same_to(judge: &Judge, given: &Value, encoded: &str) -> bool {
        let schema = judge.document().components.schemas[0].schema;
        Comparison { judge, schema }.is_same(given, encoded)
    }

    #[test]
    fn only_a_property_that_no_schema_names_may_be_missing_and_only_in_the_lenient_reading() {
        let given = json!({"a": 1, "b": 2});
        assert!(is_same(Interpretation::Default, &given, r#"{"a":1.0}"#));
        assert!(!is_same(Interpretation::Default, &given, r#"{"b":2}"#));
        assert!(!is_same(
            Interpretation::Default,
            &given,
            r#"{"a":1,"c":2}"#
        ));
        assert!(!is_same(Interpretation::Strict, &given, r#"{"a":1}"#));
    }

    #[test]
    fn date_times_of_one_instant_are_the_same_where_their_type_is_configured() {
        let given = json!({"at": "2024-01-01T00:00:00+00:00"});
        let configured = || {
            let formats = [("date-time".to_owned(), true)];
            judge(Interpretation::Strict).knowing_formats(formats.into())
        };
        let same = |back: &str| is_same_to(&configured(), &given, back);
        assert!(same(r#"{"at":"2024-01-01T00:00:00Z"}"#));
        assert!(!same(r#"{"at":"2024-01-01T00:00:01Z"}"#));
        let same = |back: &str| is_same(Interpretation::Strict, &given, back);
        assert!(same(r#"{"at":"2024-01-01T00:00:00+00:00"}"#));
        assert!(!same(r#"{"at":"2024-01-01T00:00:00Z"}"#));
    }

    #[test]
    fn numbers_are_compared_to_the_last_digit() {
        let given = json!({"a": 0.1});
        let same = |back: &str| is_same(Interpretation::Strict, &given, back);
        assert!(same(r#"{"a":0.10}"#));
        assert!(!same(r#"{"a":0.10000000000000000001}"#));
    }
}
