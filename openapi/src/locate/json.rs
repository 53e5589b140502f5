//! Pointers in JSON text.

use std::ops::Range;

use super::wanted::Wanted;
use super::{Cursor, Span};
use crate::Pointer;

/// Where each of `pointers` stands in `text`, or its nearest ancestor that exists.
pub(crate) fn in_json<'a>(
    text: &str,
    pointers: impl IntoIterator<Item = &'a Pointer>,
) -> Vec<Span> {
    let (mut wanted, leaves) = Wanted::new(pointers);
    visit(&mut wanted, &mut Cursor::new(text), Wanted::ROOT, 0);
    leaves.into_iter().map(|leaf| wanted.span(leaf)).collect()
}

/// Reads the value at the cursor; `None` where the text is not JSON.
fn visit(wanted: &mut Wanted, cursor: &mut Cursor<'_>, node: usize, depth: usize) -> Option<()> {
    let first = cursor.peek()?;
    let start = cursor.offset();
    let is_object = first == b'{';
    // A text that breaks off still has a place for what was begun.
    wanted.found(node, start..start + 1, is_object);
    match first {
        b'{' if wanted.leads_on(node, depth) => cursor.object(|cursor, key| {
            let token = cursor.decode(&key);
            enter(wanted, cursor, (node, depth), &token, Some(key))
        })?,
        b'[' if wanted.leads_on(node, depth) => cursor.array(|cursor, index| {
            enter(wanted, cursor, (node, depth), &index.to_string(), None)
        })?,
        _ => {
            cursor.skip()?;
        }
    }
    wanted.found(node, start..cursor.offset(), is_object);
    Some(())
}

/// Reads a member or item.
fn enter(
    wanted: &mut Wanted,
    cursor: &mut Cursor<'_>,
    (node, depth): (usize, usize),
    token: &str,
    key: Option<Range<usize>>,
) -> Option<()> {
    match wanted.enter(node, token, key) {
        Some(child) => visit(wanted, cursor, child, depth + 1),
        None => cursor.skip().map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_at<'a>(text: &'a str, pointer: &str) -> &'a str {
        let spans = in_json(text, [&Pointer::parse(pointer)]);
        &text[spans[0].value.clone()]
    }

    #[test]
    fn a_pointer_finds_its_value() {
        let text = r#" {"a": [1, {"b/c": "x"}], "é\n": null} "#;
        assert_eq!(value_at(text, "/a/1/b~1c"), r#""x""#);
        assert_eq!(value_at(text, "/a/0"), "1");
        assert_eq!(value_at(text, "/é\n"), "null");
        assert_eq!(value_at(text, ""), text.trim());
    }

    #[test]
    fn a_missing_node_falls_back_to_its_nearest_ancestor() {
        let text = r#"{"a": {"b": [true]}}"#;
        assert_eq!(value_at(text, "/a/b/7/c"), "[true]");
        assert_eq!(value_at(text, "/z"), text);
    }

    #[test]
    fn a_key_has_its_own_span() {
        let text = r#"{"a": {"b": 1}}"#;
        let spans = in_json(text, [&Pointer::parse("/a/b"), &Pointer::parse("/a/c")]);
        assert_eq!(spans[0].key.clone().map(|key| &text[key]), Some(r#""b""#));
        assert_eq!(spans[1].key, None);
    }

    #[test]
    fn broken_text_is_located_as_far_as_it_goes() {
        assert_eq!(value_at(r#"{"a": {"b": [1,"#, "/a/b/0"), "1");
        assert_eq!(value_at("", "/a"), "");
    }
}
