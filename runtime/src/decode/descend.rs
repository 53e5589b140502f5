//! From a value in a JSON text to one within it, for the excerpt of an error that tells the way.

use super::{excerpt::value_end, locate::string_end};

/// Where the value starts that is reached by these steps from the one that starts here. The steps are unescaped tokens
/// of a JSON Pointer.
pub(super) fn descend<'s>(
    bytes: &[u8],
    start: usize,
    steps: impl IntoIterator<Item = &'s str>,
) -> Option<usize> {
    let mut steps = steps.into_iter();
    steps.try_fold(start, |start, step| child(bytes, start, step))
}

/// Where the child of this name or index starts; of a name that stands twice, the last.
fn child(bytes: &[u8], start: usize, step: &str) -> Option<usize> {
    let is_object = match bytes.get(start)? {
        b'{' => true,
        b'[' => false,
        _ => return None,
    };
    let (mut at, mut index, mut found) = (start + 1, 0_usize, None);
    loop {
        at = skip(bytes, at);
        if matches!(bytes.get(at), None | Some(b'}' | b']')) {
            return found;
        }
        let is_step = if is_object {
            let name = bytes.get(at..string_end(bytes, at))?;
            at = skip(bytes, string_end(bytes, at));
            serde_json::from_slice::<String>(name).ok()? == step
        } else {
            step == index.to_string()
        };
        if is_step {
            found = Some(at);
        }
        at = value_end(bytes, at);
        index += 1;
    }
}

/// The offset of the next token that is a value, a name or a closing bracket.
fn skip(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest.iter().position(|byte| !b" \t\r\n,:".contains(byte));
    start + length.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::descend;

    #[test]
    fn steps_lead_to_values() {
        let text = br#" {"a": [1, {"b\"": "x,y"}, []], "c/d": {}, "a" : [true ,"e"]} "#;
        for (steps, value) in [
            (&[][..], "{\"a\""),
            (&["c/d"], "{}"),
            (&["a"], "[true"),
            (&["a", "0"], "true"),
            (&["a", "1"], "\"e\""),
        ] {
            let start = descend(text, 1, steps.iter().copied()).unwrap();
            let rest = String::from_utf8_lossy(&text[start..]);
            assert!(rest.starts_with(value), "{steps:?} {rest}");
        }
        for steps in [&["b"][..], &["a", "2"], &["a", "0", "x"], &["a", "x"]] {
            assert_eq!(descend(text, 1, steps.iter().copied()), None);
        }
    }

    #[test]
    fn broken_texts_end_the_search() {
        for text in [
            "", "{", "{\"a", "{\"a\"", "{\"a\":", "[", "[1", "{1:2}", "{]", "[}",
        ] {
            let start = descend(text.as_bytes(), 0, ["a", "0"]);
            assert!(start.is_none_or(|start| start <= text.len()), "{text}");
        }
    }
}
