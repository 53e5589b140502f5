//! Paths in which routers' syntax stands for parameters instead of braces: `/users/:id`, as in
//! Express and Rails, and `/users/<int:id>`, as in Flask.

use std::borrow::Cow;

/// Whether a segment of the template may be a name in such syntax.
fn has_names(template: &str) -> bool {
    template.contains("/:") || template.contains("/<")
}

/// The template with braces around such names, of those that `declared` gives: a colon may
/// stand for itself too.
pub(crate) fn in_braces<'a>(
    template: &'a str,
    declared: impl FnOnce() -> Vec<&'a str>,
) -> Cow<'a, str> {
    if !has_names(template) {
        return Cow::Borrowed(template);
    }
    let declared = declared();
    let segments = template.split('/').map(|segment| match name(segment) {
        Some((name, "")) if declared.contains(&name) => Cow::Owned(format!("{{{name}}}")),
        Some((name, kind)) if declared.contains(&name) => Cow::Owned(format!("{{{name}:{kind}}}")),
        _ => Cow::Borrowed(segment),
    });
    Cow::Owned(segments.collect::<Vec<_>>().join("/"))
}

/// The name in a segment, and what kind of text stands for it where that is said.
fn name(segment: &str) -> Option<(&str, &str)> {
    if let Some(name) = segment.strip_prefix(':') {
        return Some((name.trim_end_matches('?'), ""));
    }
    let inner = segment.strip_prefix('<')?.strip_suffix('>')?;
    Some(match inner.split_once(':') {
        Some((kind, name)) => (name, kind),
        None => (inner, ""),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declared_is_put_in_braces() {
        let of = |template| in_braces(template, || vec!["id", "name"]).into_owned();
        assert_eq!(of("/a/:id/b/:name?"), "/a/{id}/b/{name}");
        assert_eq!(of("/a/<int:id>/<name>"), "/a/{id:int}/{name}");
        assert_eq!(of("/a/:other/{id}:go"), "/a/:other/{id}:go");
    }
}
