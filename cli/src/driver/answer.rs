//! What the program says of a text.

use serde_json::Value;

/// What became of a JSON text.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// It was decoded; this is the value encoded again, as text.
    Accepted(String),
    /// It was refused.
    Refused {
        /// The place in the text, a JSON Pointer.
        pointer: String,
        /// Why.
        message: String,
    },
    /// It was decoded, and the value cannot be encoded.
    Unwritable(String),
    /// The program ended, with what it said last.
    Crashed(String),
    /// The program did not answer in time.
    Hung,
}

impl Answer {
    /// The answer in a line of the program; `None` where it is none.
    pub(super) fn read(line: &str) -> Option<Self> {
        let (kind, rest) = line.split_at_checked(1)?;
        match kind {
            "+" => Some(Self::Accepted(rest.to_owned())),
            "-" => {
                let (pointer, message) = rest.split_once('\t')?;
                Some(Self::Refused {
                    pointer: text(pointer)?,
                    message: text(message)?,
                })
            }
            "!" => Some(Self::Unwritable(
                text(rest).unwrap_or_else(|| rest.to_owned()),
            )),
            _ => None,
        }
    }
}

/// The text that is written as JSON.
fn text(json: &str) -> Option<String> {
    match serde_json::from_str(json) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Accepted(text) => write!(formatter, "accepted, and encoded as `{text}`"),
            Self::Refused { pointer, message } if pointer.is_empty() => {
                write!(formatter, "refused: {message}")
            }
            Self::Refused { pointer, message } => {
                write!(formatter, "refused at `{pointer}`: {message}")
            }
            Self::Unwritable(message) => {
                write!(formatter, "accepted, and cannot be encoded: {message}")
            }
            Self::Crashed(said) => write!(formatter, "crashed: {said}"),
            Self::Hung => formatter.write_str("no answer in time"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer;

    #[test]
    fn each_kind_of_line_is_an_answer() {
        let read = |line| Answer::read(line).map(|answer| answer.to_string());
        assert_eq!(
            read("+[1]").as_deref(),
            Some("accepted, and encoded as `[1]`")
        );
        assert_eq!(
            read("-\"/a\"\t\"not\\na number\"").as_deref(),
            Some("refused at `/a`: not\na number")
        );
        assert_eq!(
            read("!\"no\"").as_deref(),
            Some("accepted, and cannot be encoded: no")
        );
        assert_eq!(read(""), None);
        assert_eq!(read("hello"), None);
    }
}
