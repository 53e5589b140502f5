//! Path templates and server URL templates (OpenAPI 3.0.3 §4.7.8.2, §4.7.5).

/// What is wrong with a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TemplateError {
    /// A brace opens and does not close.
    Unclosed,
    /// A brace closes that did not open.
    Unopened,
    /// Braces in braces.
    Nested,
    /// Nothing between braces.
    Unnamed,
}

impl TemplateError {
    /// The error in words.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Unclosed => "`{` is never closed",
            Self::Unopened => "`}` closes nothing",
            Self::Nested => "`{` stands within braces",
            Self::Unnamed => "`{}` names nothing",
        }
    }
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Text that stands for itself.
    Literal(&'a str),
    /// The name between braces.
    Name(&'a str),
}

/// The pieces of `template`, in order.
pub(crate) fn pieces(template: &str) -> Result<Vec<Piece<'_>>, TemplateError> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let (name, next) = after.split_once('}').ok_or(TemplateError::Unclosed)?;
        push_literal(&mut pieces, literal)?;
        match name {
            "" => return Err(TemplateError::Unnamed),
            name if name.contains('{') => return Err(TemplateError::Nested),
            name => pieces.push(Piece::Name(name)),
        }
        rest = next;
    }
    push_literal(&mut pieces, rest)?;
    Ok(pieces)
}

/// The names in `template`, in order and each as often as it stands there;
/// none for a malformed template.
pub(crate) fn names(template: &str) -> Vec<&str> {
    pieces(template)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Literal(_) => None,
            Piece::Name(name) => Some(name),
        })
        .collect()
}

/// An expression of a template that says more than a name: of URI Template (RFC 6570 §2.2), such as
/// `{+name}`, or of frameworks' routes, such as `{name=projects/*}` and `{name:.+}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Expression<'a> {
    /// The name in it; `None` where it stands for a part of the query.
    pub(crate) name: Option<&'a str>,
    /// Whether what stands for it may have slashes.
    pub(crate) is_reserved: bool,
}

/// What stands between braces, as an expression.
pub(crate) fn expression(text: &str) -> Expression<'_> {
    let operator = text.chars().next().unwrap_or_default();
    let inner = text.strip_prefix(['+', '#', '?', '&']).unwrap_or(text);
    let (name, rest) = inner
        .find(['=', ':', '*'])
        .map_or((inner, ""), |at| inner.split_at(at));
    let is_query = matches!(operator, '?' | '&');
    Expression {
        name: (!is_query).then_some(if name.is_empty() { text } else { name }),
        is_reserved: matches!(operator, '+' | '#')
            || (rest.starts_with('=') && rest.contains('/'))
            || rest.contains("**"),
    }
}

/// The template with nothing but names between its braces.
pub(crate) fn plain(template: &str) -> String {
    let pieces = pieces(template).unwrap_or_default();
    let plain = pieces.into_iter().map(|piece| match piece {
        Piece::Literal(literal) => literal.to_owned(),
        Piece::Name(name) => match expression(name).name {
            Some(name) => format!("{{{name}}}"),
            None => String::new(),
        },
    });
    plain.collect()
}

fn push_literal<'a>(pieces: &mut Vec<Piece<'a>>, literal: &'a str) -> Result<(), TemplateError> {
    if literal.contains('}') {
        return Err(TemplateError::Unopened);
    }
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_literals_and_names() {
        let expected = [
            Piece::Literal("/a/"),
            Piece::Name("b"),
            Piece::Literal(":c/"),
            Piece::Name("d"),
        ];
        assert_eq!(pieces("/a/{b}:c/{d}").as_deref(), Ok(&expected[..]));
    }

    #[test]
    fn an_expression_has_a_name() {
        let cases = [
            ("name", Some("name"), false),
            ("+parent", Some("parent"), true),
            ("parent=projects/*", Some("parent"), true),
            ("path=**", Some("path"), true),
            ("file:.+", Some("file"), false),
            ("list*", Some("list"), false),
            ("?page,limit", None, false),
            ("=", Some("="), false),
        ];
        for (text, name, is_reserved) in cases {
            assert_eq!(expression(text), Expression { name, is_reserved }, "{text}");
        }
        assert_eq!(plain("/v1/{+a}/{b=c/*}:d{?e,f}"), "/v1/{a}/{b}:d");
    }

    #[test]
    fn braces_must_match() {
        assert_eq!(pieces("/{a"), Err(TemplateError::Unclosed));
        assert_eq!(pieces("/a}"), Err(TemplateError::Unopened));
        assert_eq!(pieces("/{a{b}}"), Err(TemplateError::Nested));
        assert_eq!(pieces("/{}"), Err(TemplateError::Unnamed));
    }
}
