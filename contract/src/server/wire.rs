//! Text as it goes over the wire: percent-encoding (RFC 3986 §2.1) and lists of pairs.

use percent_encoding::percent_decode_str;

/// How characters are escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Escaping {
    /// Not at all, as in headers (OpenAPI 3.1.1 appendix D).
    None,
    /// By percent-encoding.
    Percent,
    /// By percent-encoding, with a plus for a space: in forms and queries, where
    /// whoever means a plus escapes it (OpenAPI 3.1.1 appendix E).
    Form,
}

/// Undoes the escaping.
pub(super) fn decode(text: &str, escaping: Escaping) -> Result<String, &'static str> {
    let spaced = match escaping {
        Escaping::None => return Ok(text.to_owned()),
        Escaping::Percent => text.to_owned(),
        Escaping::Form => text.replace('+', " "),
    };
    if has_broken_escape(text) {
        return Err("a `%` is not followed by two hexadecimal digits");
    }
    percent_decode_str(&spaced)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| "the bytes are not UTF-8")
}

fn has_broken_escape(text: &str) -> bool {
    let escapes = text.split('%').skip(1);
    escapes
        .map(|escape| escape.bytes().take(2).filter(u8::is_ascii_hexdigit).count())
        .any(|digits| digits < 2)
}

/// The pairs of a list such as `a=1&b=2`; a name alone has an empty value.
pub(super) fn pairs(text: &str, separator: char) -> impl Iterator<Item = (&str, &str)> {
    text.split(separator)
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
}

/// `type/subtype` of a media type, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether a media range such as `text/*` covers a media type (RFC 9110 §12.5.1).
pub(super) fn covers(range: &str, essence: &str) -> bool {
    if range == "*/*" || range == "*" || range == essence {
        return true;
    }
    let kind = range.strip_suffix("/*");
    kind.is_some_and(|kind| essence.split('/').next() == Some(kind))
}

/// Whether an `Accept` header admits a media type. The most specific range decides.
pub(super) fn accepts(accept: &str, essence: &str) -> bool {
    let mut best: Option<(u8, bool)> = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        if !covers(&name, essence) {
            continue;
        }
        let refused = parts.any(|part| {
            let quality = part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="));
            quality.and_then(|it| it.parse::<f32>().ok()) == Some(0.0)
        });
        let specific = match name.as_str() {
            "*/*" | "*" => 0,
            range if range.ends_with("/*") => 1,
            _ => 2,
        };
        if best.is_none_or(|(known, _)| specific > known) {
            best = Some((specific, !refused));
        }
    }
    best.is_some_and(|(_, admitted)| admitted)
}
