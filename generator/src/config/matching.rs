//! Patterns with `*`, and which operations a rule is about.

use bindery_openapi::document::{Operation, PathItem};

/// Whether `text` is what `pattern` describes, in which each `*` stands for any text.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

/// What a selector of operations can begin with.
pub(super) const SELECTORS: [&str; 4] = ["tag", "path", "id", "method"];

/// Whether a selector such as `tag:Events` is about the operation.
pub(super) fn selects(selector: &str, path: &PathItem, operation: &Operation) -> bool {
    let Some((kind, pattern)) = selector.split_once(':') else {
        return false;
    };
    match kind {
        "tag" => operation.tags.iter().any(|tag| matches(pattern, tag)),
        "path" => matches(pattern, &path.template),
        "id" => {
            let id = operation.operation_id.as_deref();
            id.is_some_and(|id| matches(pattern, id))
        }
        "method" => operation.method.as_str().eq_ignore_ascii_case(pattern),
        _ => false,
    }
}

/// Every selector of one thing that is about the operation.
pub(super) fn selectors(path: &PathItem, operation: &Operation) -> Vec<String> {
    let mut all = vec![
        format!("path:{}", path.template),
        format!("method:{}", operation.method.as_str()),
    ];
    all.extend(operation.operation_id.iter().map(|id| format!("id:{id}")));
    all.extend(operation.tags.iter().map(|tag| format!("tag:{tag}")));
    all
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text, expected) in [
            ("a", "a", true),
            ("a", "ab", false),
            ("a*", "ab", true),
            ("*", "", true),
            ("*b", "ab", true),
            ("a*c*e", "abcde", true),
            ("a*c*e", "ace", true),
            ("a*c*e", "aec", false),
            ("ab*ba", "aba", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }
}
