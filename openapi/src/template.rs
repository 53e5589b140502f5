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
    fn braces_must_match() {
        assert_eq!(pieces("/{a"), Err(TemplateError::Unclosed));
        assert_eq!(pieces("/a}"), Err(TemplateError::Unopened));
        assert_eq!(pieces("/{a{b}}"), Err(TemplateError::Nested));
        assert_eq!(pieces("/{}"), Err(TemplateError::Unnamed));
    }
}
