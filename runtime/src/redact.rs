//! Taking a client's credentials out of texts that are shown.

use std::{borrow::Cow, fmt, ops::Range, sync::Arc};

use crate::parameter::percent_encode;

/// What stands where a secret was.
pub(crate) const REDACTED: &str = "[redacted]";

/// Replaces secrets in texts. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Redactor {
    /// Each secret in each of the forms that a server may send it back in.
    needles: Arc<[String]>,
}

impl fmt::Debug for Redactor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Redactor")
    }
}

impl Redactor {
    /// A redactor of these secrets: as they are, escaped for JSON, and percent-encoded.
    pub(crate) fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut needles: Vec<String> = secrets
            .into_iter()
            .filter(|secret| !secret.is_empty())
            .flat_map(forms)
            .collect();
        needles.sort_unstable();
        needles.dedup();
        Self {
            needles: needles.into(),
        }
    }

    /// The text without secrets.
    pub(crate) fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.find(text).as_slice() {
            [] => Cow::Borrowed(text),
            found => Cow::Owned(replace(text, found, 0).0),
        }
    }

    /// The text without secrets, and where the offset went. An offset inside a secret goes to its beginning.
    pub(crate) fn redact_around(&self, text: &str, offset: usize) -> (String, usize) {
        replace(text, &self.find(text), offset)
    }

    /// Where the secrets are, in order, those that overlap as one.
    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let matches = |needle: &'_ String| {
            text.match_indices(needle.as_str())
                .map(|(start, found)| start..start + found.len())
                .collect::<Vec<_>>()
        };
        let mut found: Vec<Range<usize>> = self.needles.iter().flat_map(matches).collect();
        found.sort_unstable_by_key(|range| (range.start, range.end));
        found.dedup_by(|later, earlier| {
            let overlap = later.start < earlier.end;
            if overlap {
                earlier.end = earlier.end.max(later.end);
            }
            overlap
        });
        found
    }
}

fn replace(text: &str, found: &[Range<usize>], offset: usize) -> (String, usize) {
    let mut shown = String::with_capacity(text.len());
    let mut moved = None;
    let mut done = 0;
    for Range { start, end } in found.iter().cloned() {
        if offset < end {
            moved = moved.or(Some(shown.len() + offset.clamp(done, start) - done));
        }
        shown.push_str(text.get(done..start).unwrap_or_default());
        shown.push_str(REDACTED);
        done = end;
    }
    let moved = moved.unwrap_or_else(|| shown.len() + offset.min(text.len()) - done);
    shown.push_str(text.get(done..).unwrap_or_default());
    (shown, moved)
}

fn forms(secret: &str) -> [String; 4] {
    let json = serde_json::Value::from(secret).to_string();
    let debug = format!("{secret:?}");
    [
        secret.to_owned(),
        unquoted(&json),
        unquoted(&debug),
        percent_encode(secret),
    ]
}

fn unquoted(text: &str) -> String {
    text.strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::Redactor;

    #[test]
    fn a_secret_is_taken_out_in_each_of_its_forms() {
        let redactor = Redactor::new(["p\"a/ß"]);
        for text in ["p\"a/ß", "p\\\"a/ß", "p%22a%2F%C3%9F"] {
            assert_eq!(redactor.redact(&format!("<{text}>")), "<[redacted]>");
        }
        assert_eq!(redactor.redact("nothing"), "nothing");
    }

    #[test]
    fn secrets_that_overlap_go_as_one() {
        let redactor = Redactor::new(["abc", "bcd", "b", ""]);
        assert_eq!(redactor.redact("xabcdx b"), "x[redacted]x [redacted]");
    }

    #[test]
    fn an_offset_moves_with_the_text() {
        let redactor = Redactor::new(["secret"]);
        let text = "a secret b secret c";
        for (offset, moved) in [
            (0, 0),
            (2, 2),
            (5, 2),
            (8, 12),
            (11, 15),
            (19, 27),
            (99, 27),
        ] {
            let (shown, found) = redactor.redact_around(text, offset);
            assert_eq!(shown, "a [redacted] b [redacted] c");
            assert_eq!(found, moved, "{offset}");
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        assert_eq!(format!("{:?}", Redactor::new(["secret"])), "Redactor");
    }
}
