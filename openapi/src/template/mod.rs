//! Path templates and server URL templates (OpenAPI 3.0.3 §4.7.8.2, §4.7.5).

mod expression;
mod route;

pub(crate) use expression::{Expression, expression};
pub(crate) use route::in_braces;

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
        let (name, next) = split_name(after)?;
        push_literal(&mut pieces, literal)?;
        if name.is_empty() {
            return Err(TemplateError::Unnamed);
        }
        pieces.push(Piece::Name(name));
        rest = next;
    }
    push_literal(&mut pieces, rest)?;
    Ok(pieces)
}

/// What stands up to the brace that closes, and what comes after it. Braces may stand in the
/// pattern of an expression, such as `{id:[0-9]{2}}`.
fn split_name(text: &str) -> Result<(&str, &str), TemplateError> {
    let (name, next) = text.split_once('}').ok_or(TemplateError::Unclosed)?;
    let before = name.split_once('{').map_or(name, |(before, _)| before);
    if !before.contains([':', '=', '<']) {
        return if before == name {
            Ok((name, next))
        } else {
            Err(TemplateError::Nested)
        };
    }
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' if depth == 0 => {
                let (name, rest) = text.split_at(at);
                return Ok((name, rest.strip_prefix('}').unwrap_or(rest)));
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    Err(TemplateError::Unclosed)
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

/// The template with nothing but names between its braces.
pub(crate) fn plain(template: &str) -> String {
    let pieces = pieces(template).unwrap_or_default();
    let plain = pieces.into_iter().map(|piece| match piece {
        Piece::Literal(literal) => literal.to_owned(),
        Piece::Name(text) => match expression(text) {
            Expression { name: None, .. } => String::new(),
            Expression {
                name: Some(name),
                prefix,
                ..
            } => format!("{prefix}{{{name}}}"),
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
    fn nothing_but_names_is_left() {
        let plainly = "/v1/{a}/{b}:d";
        assert_eq!(plain("/v1/{+a}/{b=c/*}:d{?e,f}"), plainly);
        assert_eq!(plain("/v1{/a}/{ b :[a-z]{2,3}}:d"), plainly);
        assert_eq!(plain(r"/v1/{**a}/{b<\}>?}:d"), plainly);
    }

    #[test]
    fn braces_must_match() {
        assert_eq!(pieces("/{a"), Err(TemplateError::Unclosed));
        assert_eq!(pieces("/a}"), Err(TemplateError::Unopened));
        assert_eq!(pieces("/{a{b}}"), Err(TemplateError::Nested));
        assert_eq!(pieces("/{}"), Err(TemplateError::Unnamed));
    }
}
