//! What stands between the braces of a template and is more than a name: an expression of URI
//! Template (RFC 6570 §2.2), such as `{+name}`, or of a framework's or gateway's routes, such as
//! `{name=projects/*}`, `{name:.+}`, `{*name}` and `{name+}`.

/// An expression of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Expression<'a> {
    /// The name in it; `None` where it stands for a part of the query.
    pub(crate) name: Option<&'a str>,
    /// Whether what stands for it may have slashes.
    pub(crate) is_reserved: bool,
    /// What comes before the value (RFC 6570 §3.2.5, §3.2.6).
    pub(crate) prefix: &'static str,
}

/// What stands between braces, as an expression.
pub(crate) fn expression(text: &str) -> Expression<'_> {
    let trimmed = text.trim();
    let operator = trimmed.chars().next().unwrap_or_default();
    let inner = trimmed.trim_start_matches(['+', '#', '?', '&', '*', '/', '.']);
    let (name, rest) = inner
        .find(['=', ':', '*', '+', '?', '!', '<'])
        .map_or((inner, ""), |at| inner.split_at(at));
    let name = match name.trim() {
        "" => text,
        name => name,
    };
    Expression {
        name: (!matches!(operator, '?' | '&')).then_some(name),
        is_reserved: matches!(operator, '+' | '#' | '*') || is_of_many_segments(rest),
        prefix: match operator {
            '/' => "/",
            '.' => ".",
            _ => "",
        },
    }
}

/// Whether what stands after the name admits slashes: `+` and `*` take all that is left of the
/// path, and so do the patterns that any text matches.
fn is_of_many_segments(rest: &str) -> bool {
    let pattern = rest.get(1..).unwrap_or_default().trim();
    let is_open = || {
        [".*", ".+", "**", "/"]
            .iter()
            .any(|any| pattern.contains(any))
    };
    match rest.chars().next() {
        Some('*' | '+') => true,
        Some('=') => pattern.contains('/') || pattern.contains("**"),
        // `path` is how routers call it that have names for patterns.
        Some(':' | '<') => is_open() || pattern.trim_end_matches(['>', '?']) == "path",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_has_a_name() {
        let cases = [
            ("name", Some("name"), false),
            (" name ", Some("name"), false),
            ("+parent", Some("parent"), true),
            ("parent=projects/*", Some("parent"), true),
            ("path=**", Some("path"), true),
            ("id=5", Some("id"), false),
            ("file:.+", Some("file"), true),
            ("file: .*", Some("file"), true),
            ("file:path", Some("file"), true),
            ("id:int", Some("id"), false),
            ("id:[a-z]{2}", Some("id"), false),
            (r"id<\d+>?1", Some("id"), false),
            ("list*", Some("list"), true),
            ("proxy+", Some("proxy"), true),
            ("*path", Some("path"), true),
            ("**path", Some("path"), true),
            ("id?", Some("id"), false),
            ("?page,limit", None, false),
            ("=", Some("="), false),
        ];
        for (text, name, is_reserved) in cases {
            let prefix = "";
            let expected = Expression {
                name,
                is_reserved,
                prefix,
            };
            assert_eq!(expression(text), expected, "{text}");
        }
        assert_eq!(expression("/id").prefix, "/");
        assert_eq!(expression(".format").name, Some("format"));
    }
}
