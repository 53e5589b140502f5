//! `collectionFormat` becomes `style` and `explode` (Swagger 2.0, Parameter Object;
//! OpenAPI 3.0.3 §4.7.12.3).

use serde_json::Value;

use super::Rewrite;
use crate::check::invalid_word;
use crate::node::Node;
use crate::{Diagnostic, Location, codes};

/// How the items of a list are written one after another.
const FORMATS: [&str; 5] = ["csv", "ssv", "tsv", "pipes", "multi"];

/// The members of a parameter or encoding that say how a list is written.
pub(super) type Serialisation = Vec<(&'static str, Value)>;

impl<'v> Rewrite<'v, '_> {
    /// How the value of the parameter at `node`, which stands in `place`, is
    /// written; `None` where that needs no word in 3.0.
    pub(super) fn serialisation(
        &mut self,
        node: &Node<'_, 'v>,
        place: &str,
    ) -> Option<Serialisation> {
        let format = node.value.get("collectionFormat");
        if let Some(word) = format {
            self.check_format(node, word);
        }
        if !is_list(node.value) {
            return None;
        }
        let format = format.and_then(Value::as_str).unwrap_or("csv");
        match (place, format) {
            ("path" | "header", "csv") => None,
            ("path" | "header", _) => {
                self.warn_of_format(node, format, "commas");
                None
            }
            (_, "multi") => None,
            (_, "ssv") => Some(delimited("spaceDelimited")),
            (_, "pipes") => Some(delimited("pipeDelimited")),
            (_, "tsv") => {
                self.warn_of_format(node, format, "spaces");
                Some(delimited("spaceDelimited"))
            }
            (_, _) => Some(delimited("form")),
        }
    }

    /// Whether the items at `node` are lists themselves, which 3.0 cannot write
    /// into a parameter: each is then text, for the caller to join.
    pub(super) fn flatten(&mut self, node: &Node<'_, 'v>) -> bool {
        let is_nested = is_list(node.value);
        if is_nested {
            let message = "a list of lists in a parameter cannot be said in OpenAPI 3.0; the inner list is read as a string";
            let location = node.location();
            self.report.push(
                Diagnostic::warning(codes::COLLECTION_FORMAT, location, message)
                    .hint("its items are joined by whoever calls the operation"),
            );
        }
        is_nested
    }

    fn check_format(&mut self, node: &Node<'_, 'v>, word: &Value) {
        let location = node.location().key("collectionFormat");
        match word.as_str() {
            Some(word) if FORMATS.contains(&word) => {}
            Some(word) => {
                let diagnostic = invalid_word(location, word, &FORMATS);
                self.report.push(diagnostic);
            }
            None => self.wrong_type(location, "a string"),
        }
    }

    fn warn_of_format(&mut self, node: &Node<'_, 'v>, format: &str, nearest: &str) {
        let message = format!(
            "`{format}` cannot be said here in OpenAPI 3.0; items are separated by {nearest}"
        );
        let code = codes::COLLECTION_FORMAT;
        let location = format_location(node);
        self.report
            .push(Diagnostic::warning(code, location, message));
    }
}

/// Where the format of the parameter at `node` is said.
pub(super) fn format_location(node: &Node<'_, '_>) -> Location {
    let location = node.location();
    match node.get("collectionFormat") {
        Some(_) => location.key("collectionFormat"),
        None => location,
    }
}

fn delimited(style: &str) -> Serialisation {
    vec![("style", style.into()), ("explode", false.into())]
}

fn is_list(value: &Value) -> bool {
    value.get("type").and_then(Value::as_str) == Some("array")
}
