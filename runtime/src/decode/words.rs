//! What `serde_json` says, in the words of JSON.

/// What `serde_json` and Rust's own types call what JSON calls otherwise, and what comes next there.
const WORDS: &[(&str, &str, &str)] = &[
    ("invalid type: map, ", "invalid type: object, ", ""),
    ("invalid type: sequence, ", "invalid type: array, ", ""),
    ("floating point ", "number ", "`"),
    ("expected f32", "expected a number", ""),
    ("expected f64", "expected a number", ""),
    ("expected ident", "expected a JSON value", ""),
    ("expected unit", "expected null", ""),
    ("missing field ", "missing property ", "`"),
];

/// A message with its words replaced, and what it quotes as it is: texts and names are the body's and the
/// description's.
pub(super) fn in_json(message: &str) -> String {
    let mut said = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(first) = rest.chars().next() {
        let replaced = WORDS.iter().find_map(|(before, after, next)| {
            let rest = rest.strip_prefix(before)?;
            rest.starts_with(next).then_some((*after, rest))
        });
        let (word, after) = match (replaced, first) {
            (Some((after, rest)), _) => (after, rest),
            (None, '"' | '`') => rest.split_at(quoted(rest, first)),
            (None, _) => rest.split_at(first.len_utf8()),
        };
        said.push_str(word);
        rest = after;
    }
    said
}

/// How long the quotation is with which a text begins: texts are quoted with escapes, names between backticks.
fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = quote == '"',
            _ if next == quote => return at + next.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::in_json;

    #[test]
    fn words_are_those_of_json() {
        for (before, after) in [
            (
                "invalid type: map, expected f64",
                "invalid type: object, expected a number",
            ),
            (
                "invalid type: floating point `1.5`, expected unit",
                "invalid type: number `1.5`, expected null",
            ),
            ("missing field `a`", "missing property `a`"),
            (
                "as Cat: missing field `a`; as Dog: expected f32",
                "as Cat: missing property `a`; as Dog: expected a number",
            ),
        ] {
            assert_eq!(in_json(before), after);
        }
    }

    #[test]
    fn what_is_quoted_stays_as_it_is() {
        for message in [
            r#"invalid type: string "a\" expected f64", expected a boolean"#,
            "unknown property `missing field `",
            "a missing field and a floating point of view",
            r#"invalid value: string "expected unit"#,
            "unknown property `expected ident`, expected one of `expected f32`",
        ] {
            assert_eq!(in_json(message), message);
        }
    }
}
