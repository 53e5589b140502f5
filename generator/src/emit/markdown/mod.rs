//! `CommonMark` of a description, made safe for rustdoc: nothing in it can become
//! a doctest, a link to an item, an HTML tag, or change how the source reads.

mod link;

use link::{take_autolink, take_link};

/// Rewrites `text` so that rustdoc shows it and does nothing else with it.
pub(super) fn safe(text: &str) -> String {
    let mut lines = Vec::new();
    let mut fence: Option<Fence> = None;
    for line in text.lines() {
        let line: String = line.chars().map(harmless).collect();
        match (&fence, Fence::of(&line)) {
            (None, Some(opened)) => {
                lines.push(opened.opening());
                fence = Some(opened);
            }
            (Some(open), Some(closing)) if open.is_closed_by(&closing) => {
                lines.push(open.marker());
                fence = None;
            }
            (Some(_), _) => lines.push(line),
            (None, None) => lines.push(prose(&line)),
        }
    }
    lines.extend(fence.map(|fence| fence.marker()));
    lines.join("\n").trim().to_owned()
}

/// Whether a character may hide or reorder text, or end a line.
pub(super) fn is_harmful(character: char) -> bool {
    let reorders = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}');
    reorders
        || (character.is_control() && character != '\t')
        || matches!(character, '\u{2028}' | '\u{2029}')
}

fn harmless(character: char) -> char {
    if is_harmful(character) {
        '\u{fffd}'
    } else {
        character
    }
}

/// A code fence (`CommonMark` §4.5).
struct Fence {
    character: char,
    length: usize,
    has_info: bool,
}

impl Fence {
    fn of(line: &str) -> Option<Self> {
        let rest = line.trim_start();
        let character = rest
            .chars()
            .next()
            .filter(|first| matches!(first, '`' | '~'))?;
        let length = rest.chars().take_while(|next| *next == character).count();
        let info = rest[length..].trim();
        let is_fence = length >= 3 && !(character == '`' && info.contains('`'));
        is_fence.then_some(Self {
            character,
            length,
            has_info: !info.is_empty(),
        })
    }

    /// The opening line: any language becomes `text`, which rustdoc does not run.
    fn opening(&self) -> String {
        self.marker() + "text"
    }

    fn marker(&self) -> String {
        self.character.to_string().repeat(self.length)
    }

    fn is_closed_by(&self, other: &Self) -> bool {
        other.character == self.character && other.length >= self.length && !other.has_info
    }
}

/// Rewrites `text` as one line of prose, to stand after something else on its line.
pub(super) fn line(text: &str) -> String {
    let lines: Vec<&str> = text.split_whitespace().collect();
    let line: String = lines.join(" ").chars().map(harmless).collect();
    prose(&line)
}

/// A line outside of fences: nothing that rustdoc would act on, and never indented code, neither
/// by the line's own indent nor by that of a list's or quotation's content (`CommonMark` §5.2).
fn prose(line: &str) -> String {
    let body = line.trim_start();
    let indent = line.chars().count() - body.chars().count();
    let mut out = " ".repeat(indent.min(3));
    let mut rest = body;
    while let Some(next) = rest.chars().next() {
        let taken = take_space(rest, &mut out)
            .or_else(|| take_code(rest, &mut out))
            .or_else(|| take_link(rest, &mut out))
            .or_else(|| take_autolink(rest, &mut out))
            .or_else(|| take_url(rest, &mut out))
            .unwrap_or_else(|| take_character(rest, next, &mut out));
        rest = &rest[taken..];
    }
    out
}

/// Any run of white space as one space; returns its length.
fn take_space(rest: &str, out: &mut String) -> Option<usize> {
    let taken = rest.len() - rest.trim_start().len();
    if taken > 0 {
        out.push(' ');
    }
    (taken > 0).then_some(taken)
}

/// A code span as it is (`CommonMark` §6.1); returns its length.
fn take_code(rest: &str, out: &mut String) -> Option<usize> {
    let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
    if ticks == 0 {
        return None;
    }
    let inner = &rest[ticks..];
    let marker = "`".repeat(ticks);
    match inner.find(&marker) {
        Some(end) if !inner[end + ticks..].starts_with('`') => {
            let length = ticks + end + ticks;
            out.push_str(&rest[..length]);
            Some(length)
        }
        _ => {
            out.push_str(&"\\`".repeat(ticks));
            Some(ticks)
        }
    }
}

/// A bare URL as an autolink (`CommonMark` §6.5); returns its length.
fn take_url(rest: &str, out: &mut String) -> Option<usize> {
    if !rest.starts_with("https://") && !rest.starts_with("http://") {
        return None;
    }
    let ends =
        |character: char| character.is_whitespace() || "<>()[]{}\"'`\\|*".contains(character);
    let url = rest
        .split(ends)
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ',', ';', ':', '!', '?']);
    out.push('<');
    out.push_str(url);
    out.push('>');
    Some(url.len())
}

fn take_character(rest: &str, next: char, out: &mut String) -> usize {
    match next {
        '\\' => return take_escape(rest, out),
        '[' | ']' | '<' => out.extend(['\\', next]),
        // A fence in a list or a quotation, however it is written, would begin so.
        '~' if rest.starts_with("~~~") => {
            let length = rest.bytes().take_while(|byte| *byte == b'~').count();
            out.push_str(&"\\~".repeat(length));
            return length;
        }
        other => out.push(other),
    }
    next.len_utf8()
}

/// A backslash with what it escapes, so that escaping it again does not undo it.
fn take_escape(rest: &str, out: &mut String) -> usize {
    match rest[1..].chars().next() {
        Some(escaped) if escaped.is_ascii_punctuation() => {
            out.extend(['\\', escaped]);
            1 + escaped.len_utf8()
        }
        _ => {
            out.push_str("\\\\");
            1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{line, safe};

    #[test]
    fn a_fence_never_becomes_a_doctest() {
        assert_eq!(safe("```\npanic!()\n```"), "```text\npanic!()\n```");
        assert_eq!(safe("~~~rust\npanic!()"), "~~~text\npanic!()\n~~~");
    }

    #[test]
    fn a_fence_in_a_list_or_a_quotation_is_text() {
        for container in ["- ", "* ", "+ ", "1. ", "1) ", "> ", "> - ", ">", "-\t"] {
            for fence in ["```", "~~~", "~~~~ rust", "```rust"] {
                let text = safe(&format!("{container}{fence}\npanic!()\n{fence}"));
                let first = text.lines().next().unwrap_or_default();
                assert!(!first.contains("```") && !first.contains("~~~"), "{text}");
            }
        }
    }

    #[test]
    fn an_indented_block_never_becomes_a_doctest() {
        assert_eq!(safe("a\n\n        panic!()"), "a\n\n   panic!()");
    }

    #[test]
    fn code_indented_in_a_list_or_quotation_never_becomes_a_doctest() {
        assert_eq!(safe("-      panic!()"), "- panic!()");
        assert_eq!(safe(">\t    panic!()"), "> panic!()");
        assert_eq!(
            safe("> ```\n> panic!()\n> ```"),
            "> \\`\\`\\`\n> panic!()\n> \\`\\`\\`"
        );
    }

    #[test]
    fn a_line_has_no_fence() {
        assert_eq!(line("```\npanic!()"), "\\`\\`\\` panic!()");
        assert_eq!(line("~~~\npanic!()"), "\\~\\~\\~ panic!()");
        // Backticks in what follows make it a code span (`CommonMark` §4.5).
        assert_eq!(line("```\n```\npanic!()"), "``` ``` panic!()");
    }

    #[test]
    fn brackets_and_tags_are_shown_and_not_followed() {
        assert_eq!(
            safe("see [Vec] and <script>"),
            "see \\[Vec\\] and \\<script>"
        );
        assert_eq!(safe("code `[a]<b>` stays"), "code `[a]<b>` stays");
    }

    #[test]
    fn a_bare_url_becomes_a_link() {
        assert_eq!(
            safe("at https://example.com/a."),
            "at <https://example.com/a>."
        );
    }

    #[test]
    fn controls_that_reorder_text_are_replaced() {
        assert_eq!(safe("a\u{202e}b\0"), "a\u{fffd}b\u{fffd}");
    }
}
