//! What a relative URI means where a base is known (RFC 3986 §5.2).

/// The five components of a URI (RFC 3986 §3), its fragment left out.
#[derive(Clone, Copy, Debug, Default)]
struct Uri<'t> {
    scheme: Option<&'t str>,
    authority: Option<&'t str>,
    path: &'t str,
    query: Option<&'t str>,
}

/// The URI that `reference` names from `base` (RFC 3986 §5.2.2), without a fragment.
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let from = parse(base);
    let to = parse(reference);
    if to.scheme.is_some() {
        return written(to, &without_dots(to.path));
    }
    let to = Uri {
        scheme: from.scheme,
        ..to
    };
    if to.authority.is_some() {
        return written(to, &without_dots(to.path));
    }
    let to = Uri {
        authority: from.authority,
        ..to
    };
    if to.path.is_empty() {
        let query = to.query.or(from.query);
        return written(Uri { query, ..to }, from.path);
    }
    if to.path.starts_with('/') {
        return written(to, &without_dots(to.path));
    }
    written(to, &without_dots(&merged(from, to.path)))
}

/// Whether it is a URI by itself, with a scheme.
pub(crate) fn is_absolute(reference: &str) -> bool {
    parse(reference).scheme.is_some()
}

/// The text without its fragment.
pub(crate) fn without_fragment(uri: &str) -> &str {
    uri.split('#').next().unwrap_or(uri)
}

fn parse(text: &str) -> Uri<'_> {
    let text = without_fragment(text);
    let (text, query) = match text.split_once('?') {
        Some((text, query)) => (text, Some(query)),
        None => (text, None),
    };
    let (scheme, text) = match text.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        Some(_) | None => (None, text),
    };
    let (authority, path) = match text.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            (Some(authority), path)
        }
        None => (None, text),
    };
    Uri {
        scheme,
        authority,
        path,
        query,
    }
}

/// RFC 3986 §3.1.
fn is_scheme(text: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.chars().all(is_part)
}

/// A relative path put in the place of the base's last segment (RFC 3986 §5.2.3).
fn merged(base: Uri<'_>, path: &str) -> String {
    let folder = match base.path.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/"),
        None if base.authority.is_some() => "/".to_owned(),
        None => String::new(),
    };
    folder + path
}

/// The path with `.` and `..` taken out (RFC 3986 §5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').collect();
    for (index, segment) in segments.iter().enumerate() {
        let is_last = index + 1 == segments.len();
        match *segment {
            "." | ".." => {
                // The empty segment before the first slash stays.
                if *segment == ".." && kept.iter().any(|kept| !kept.is_empty()) {
                    kept.pop();
                }
                if is_last {
                    kept.push("");
                }
            }
            segment => kept.push(segment),
        }
    }
    kept.join("/")
}

/// The components as one text (RFC 3986 §5.3). Scheme and host are the same in
/// either case (§6.2.2.1).
fn written(uri: Uri<'_>, path: &str) -> String {
    let mut text = String::new();
    if let Some(scheme) = uri.scheme {
        text.push_str(&scheme.to_ascii_lowercase());
        text.push(':');
    }
    if let Some(authority) = uri.authority {
        text.push_str("//");
        text.push_str(&authority.to_ascii_lowercase());
    }
    text.push_str(path);
    if let Some(query) = uri.query {
        text.push('?');
        text.push_str(query);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases in the manner of RFC 3986 §5.4.
    #[test]
    fn a_reference_is_resolved_against_its_base() {
        let base = "HTTP://A.example/b/c/d?q";
        let cases = [
            ("g", "http://a.example/b/c/g"),
            ("./g", "http://a.example/b/c/g"),
            ("g/", "http://a.example/b/c/g/"),
            ("/g", "http://a.example/g"),
            ("//H", "http://h"),
            ("?y", "http://a.example/b/c/d?y"),
            ("g?y#s", "http://a.example/b/c/g?y"),
            ("", "http://a.example/b/c/d?q"),
            ("#s", "http://a.example/b/c/d?q"),
            (".", "http://a.example/b/c/"),
            ("..", "http://a.example/b/"),
            ("../g", "http://a.example/b/g"),
            ("../../../g", "http://a.example/g"),
            ("urn:uuid:1", "urn:uuid:1"),
        ];
        for (reference, expected) in cases {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
        assert_eq!(resolve("http://a", "g"), "http://a/g");
        assert_eq!(resolve("urn:a:b", "#c"), "urn:a:b");
    }
}
