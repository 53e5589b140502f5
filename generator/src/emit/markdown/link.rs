//! Links: those to a web page or to a mailbox stay links. Every other would be one to an item, or to where nobody
//! knows.

use super::take_code;

/// An inline link or an image, which becomes a link (`CommonMark` §6.3, §6.4); returns its length.
///
/// Its text holds no brackets, its destination stands between no angle brackets, and a title is left out.
pub(super) fn take_link(rest: &str, out: &mut String) -> Option<usize> {
    let start = rest.strip_prefix('!').unwrap_or(rest).strip_prefix('[')?;
    let mut text = String::new();
    let after_text = read_text(start, &mut text)?;
    let (destination, after) = read_destination(after_text)?;
    if text.trim().is_empty() || !is_safe(destination) {
        return None;
    }
    out.extend(["[", &text, "]("]);
    if destination.contains(['(', ')']) {
        out.extend(["<", destination, ">)"]);
    } else {
        out.extend([destination, ")"]);
    }
    Some(rest.len() - after.len())
}

/// An autolink as it is (`CommonMark` §6.5); returns its length.
pub(super) fn take_autolink(rest: &str, out: &mut String) -> Option<usize> {
    let start = rest.strip_prefix('<')?;
    let (destination, after) = start.split_at(start.find(|next| !is_of_url(next))?);
    if !after.starts_with('>') || !is_safe(destination) {
        return None;
    }
    out.extend(["<", destination, ">"]);
    Some("<".len() + destination.len() + ">".len())
}

/// The text up to the bracket that closes it, escaped; returns what follows.
fn read_text<'t>(mut rest: &'t str, text: &mut String) -> Option<&'t str> {
    loop {
        let next = rest.chars().next()?;
        let taken = match next {
            ']' => return rest.get(1..),
            '[' => return None,
            '`' => take_code(rest, text)?,
            '\\' => {
                let escaped = rest.get(1..)?.chars().next()?;
                if !escaped.is_ascii_punctuation() {
                    return None;
                }
                text.extend(['\\', escaped]);
                1 + escaped.len_utf8()
            }
            '<' | '~' => {
                text.extend(['\\', next]);
                1
            }
            other => {
                text.push(other);
                other.len_utf8()
            }
        };
        rest = rest.get(taken..)?;
    }
}

/// The destination between parentheses, and what follows them.
fn read_destination(rest: &str) -> Option<(&str, &str)> {
    let start = rest.strip_prefix('(')?;
    let mut depth = 0_usize;
    let end = start.find(|character: char| {
        match character {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' => return true,
            _ => {}
        }
        !is_of_url(character)
    })?;
    let (destination, after) = start.split_at(end);
    let after = match after.strip_prefix(')') {
        Some(after) => after,
        None => after_title(after.strip_prefix(' ')?)?,
    };
    Some((destination, after))
}

/// What follows a title and the parenthesis.
fn after_title(rest: &str) -> Option<&str> {
    let quote = rest.chars().next().filter(|quote| "\"'".contains(*quote))?;
    let (title, after) = rest.get(1..)?.split_once(quote)?;
    let after = after.strip_prefix(')')?;
    (!title.contains(['\\', '`', '[', ']'])).then_some(after)
}

/// Whether a link leads to a page or to a mailbox, and rustdoc cannot take it for the path of an item.
fn is_safe(destination: &str) -> bool {
    let page = ["https://", "http://"];
    let page = page
        .iter()
        .find_map(|scheme| destination.strip_prefix(scheme));
    let mailbox = destination
        .strip_prefix("mailto:")
        .filter(|mailbox| mailbox.contains('@') && mailbox.contains('.'));
    let rest = page.or(mailbox);
    destination.chars().all(is_of_url) && rest.is_some_and(starts_with_name)
}

fn starts_with_name(rest: &str) -> bool {
    rest.starts_with(|character: char| character.is_ascii_alphanumeric())
}

/// The characters of a URL (RFC 3986 §2) that mean nothing in a link, brackets not among them.
fn is_of_url(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(character)
}

#[cfg(test)]
mod tests {
    use super::super::{line, safe};

    #[test]
    fn links_to_pages_and_mailboxes_stay_links() {
        for (text, expected) in [
            (
                "see [the docs](https://example.com/a_b?c=d#e).",
                "see [the docs](https://example.com/a_b?c=d#e).",
            ),
            ("[`Vec`](http://a.b \"Title\")", "[`Vec`](http://a.b)"),
            (
                "[Rust](https://a.b/Rust_(language)), [x](mailto:me@a.b)",
                "[Rust](<https://a.b/Rust_(language)>), [x](mailto:me@a.b)",
            ),
            ("![chart](https://a.b/c.png)", "[chart](https://a.b/c.png)"),
            ("<https://a.b/c> and <d>", "<https://a.b/c> and \\<d>"),
            (
                "[a <b> https://c.d](https://a.b)",
                "[a \\<b> https://c.d](https://a.b)",
            ),
        ] {
            assert_eq!(safe(text), expected);
            assert_eq!(line(text), expected);
        }
    }

    #[test]
    fn no_other_link_stays_one() {
        for text in [
            "[Vec](Vec)",
            "[Vec](std::vec::Vec)",
            "[a](mailto:Vec)",
            "[a](mailto:struct@Vec)",
            "[a](javascript:alert(1))",
            "[a](<https://a.b>)",
            "[a](https://)",
            "[a](/b)",
            "[a](https://b`c)",
            "[a](https://b \"`c\")",
            "[a][b](",
            "[](https://a.b)",
            "[a\\](https://a.b)",
            "[a `](https://a.b)` b",
            "[a]: https://a.b",
            "![a](b.png)",
        ] {
            let shown = safe(text);
            let brackets = shown
                .match_indices('[')
                .filter(|(at, _)| *at == 0 || shown.as_bytes().get(at - 1) != Some(&b'\\'));
            assert_eq!(brackets.count(), 0, "{text}: {shown}");
        }
    }

    #[test]
    fn links_end_in_time_that_grows_with_the_text() {
        for piece in [
            "[",
            "[a](",
            "[a](https://a",
            "![",
            "<https://",
            "[`",
            "[a](https://a.b '",
        ] {
            let text = piece.repeat(200_000 / piece.len());
            assert!(safe(&text).len() >= text.len() / 2);
        }
    }
}
