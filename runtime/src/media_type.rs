//! Media types (RFC 9110 §8.3.1).

/// `type/subtype` without parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// The parameters, each as written.
fn parameters(media_type: &str) -> impl Iterator<Item = &str> {
    let parameters = media_type.split(';').skip(1).map(str::trim);
    parameters.filter(|parameter| !parameter.is_empty())
}

/// Whether the content is JSON (RFC 6839 §3.1).
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type).to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// Whether a media type is one of this range, which may be one media type, and has its parameters (RFC 9110 §12.5.1).
/// What the parameter `charset` says is left to whoever reads the text.
pub(crate) fn is_within(media_type: &str, range: &str) -> bool {
    is_essence_within(essence(media_type), essence(range))
        && parameters(range).all(|wanted| {
            let is_charset = wanted.to_ascii_lowercase().starts_with("charset");
            is_charset || parameters(media_type).any(|it| it.eq_ignore_ascii_case(wanted))
        })
}

fn is_essence_within(essence: &str, range: &str) -> bool {
    match range.split_once('/') {
        Some(("*", "*")) => true,
        Some((kind, "*")) => {
            let actual = essence.split('/').next().unwrap_or_default();
            actual.eq_ignore_ascii_case(kind)
        }
        Some(_) | None => essence.eq_ignore_ascii_case(range),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_json, is_within};

    #[test]
    fn a_range_takes_what_it_names() {
        for range in [
            "text/csv",
            "TEXT/CSV",
            "text/*",
            "*/*",
            "text/csv; charset=latin1",
        ] {
            assert!(is_within("text/csv;charset=utf-8", range), "{range}");
        }
        for range in ["text/plain", "image/*", "text", "text/csv; header=present"] {
            assert!(!is_within("text/csv;charset=utf-8", range), "{range}");
        }
        assert!(is_within("a/b; v=1; q=2", "a/b;v=1"));
    }

    #[test]
    fn json_has_many_names() {
        assert!(is_json("application/problem+JSON; charset=utf-8"));
        assert!(is_json("text/json"));
        assert!(!is_json("application/jsonl"));
    }
}
