//! URIs by the grammar of RFC 3986, IRIs by that of RFC 3987, and templates of them.

use std::net::Ipv6Addr;

/// What may stand in a part beside letters, digits, `-._~` and what is percent-encoded (RFC 3986 §2.2).
const SUB_DELIMS: &[u8] = b"!$&'()*+,;=";

/// RFC 3986 §3: with a scheme.
pub(super) fn is_uri(text: &str) -> bool {
    text.is_ascii() && is_iri(text)
}

/// RFC 3986 §4.1: with a scheme, or relative.
pub(super) fn is_reference(text: &str) -> bool {
    text.is_ascii() && is_iri_reference(text)
}

/// RFC 3987 §2.2: a URI with letters of every script.
pub(super) fn is_iri(text: &str) -> bool {
    text.split_once(':')
        .is_some_and(|(scheme, rest)| is_scheme(scheme) && is_rest(rest))
}

/// RFC 3987 §2.2.
pub(super) fn is_iri_reference(text: &str) -> bool {
    is_iri(text) || (is_rest(text) && !has_colon_first(text))
}

/// Whether the first segment of a relative path holds a colon, which would end a scheme (RFC 3986 §4.2).
fn has_colon_first(text: &str) -> bool {
    let first = text.split(['/', '?', '#']).next();
    first.is_some_and(|segment| segment.contains(':'))
}

fn is_scheme(scheme: &str) -> bool {
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(is_known)
}

/// What follows the scheme: authority, path, query, fragment.
fn is_rest(text: &str) -> bool {
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (text, query) = text.split_once('?').unwrap_or((text, ""));
    let path = match text.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let (authority, path) = rest.split_at(end);
            if !is_authority(authority) {
                return false;
            }
            path
        }
        None => text,
    };
    is_made_of(path, b"/:@") && is_made_of(query, b"/?:@") && is_made_of(fragment, b"/?:@")
}

fn is_authority(authority: &str) -> bool {
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    is_made_of(user, b":") && is_host_and_port(host)
}

fn is_host_and_port(text: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(literal) = text.strip_prefix('[') {
        return literal.split_once(']').is_some_and(|(address, after)| {
            is_address(address)
                && (after.is_empty() || after.strip_prefix(':').is_some_and(is_port))
        });
    }
    let (host, port) = text.split_once(':').unwrap_or((text, ""));
    is_made_of(host, b"") && is_port(port)
}

/// An address between brackets: of IP version 6, or of a later one (RFC 3986 §3.2.2).
fn is_address(address: &str) -> bool {
    let later = address
        .strip_prefix(['v', 'V'])
        .and_then(|rest| rest.split_once('.'));
    match later {
        Some((version, rest)) => {
            let is_version =
                !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_version && !rest.is_empty() && !rest.contains('%') && is_made_of(rest, b":")
        }
        None => address.parse::<Ipv6Addr>().is_ok(),
    }
}

/// Whether a part has only what may stand in every part, and these.
fn is_made_of(part: &str, others: &[u8]) -> bool {
    let mut characters = part.chars();
    while let Some(next) = characters.next() {
        let is_allowed = match u8::try_from(next) {
            Ok(b'%') => {
                let mut digit = || {
                    characters
                        .next()
                        .is_some_and(|next| next.is_ascii_hexdigit())
                };
                digit() && digit()
            }
            Ok(byte) if byte.is_ascii() => {
                byte.is_ascii_alphanumeric()
                    || b"-._~".contains(&byte)
                    || SUB_DELIMS.contains(&byte)
                    || others.contains(&byte)
            }
            Ok(_) | Err(_) => !next.is_control() && !next.is_whitespace(),
        };
        if !is_allowed {
            return false;
        }
    }
    true
}

/// RFC 6570 §2: literals, and expressions between braces.
pub(super) fn is_template(text: &str) -> bool {
    let mut rest = text;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((expression, after)) = after.split_once('}') else {
            return false;
        };
        if !is_literal(literal) || !is_expression(expression) {
            return false;
        }
        rest = after;
    }
    is_literal(rest)
}

fn is_literal(literal: &str) -> bool {
    !literal.contains(|next: char| {
        next.is_control() || next.is_whitespace() || "\"<>\\^`{|}".contains(next)
    })
}

/// An operator, then variables with commas between them.
fn is_expression(expression: &str) -> bool {
    const OPERATORS: [char; 12] = ['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|'];
    let variables = expression.strip_prefix(OPERATORS).unwrap_or(expression);
    variables.split(',').all(is_variable)
}

/// A name with the modifier of RFC 6570 §2.4: cut to a length, or exploded.
fn is_variable(variable: &str) -> bool {
    let name = match variable.split_once(':') {
        Some((name, length)) if is_length(length) => name,
        Some(_) => return false,
        None => variable.strip_suffix('*').unwrap_or(variable),
    };
    let is_known = |next: char| next.is_ascii_alphanumeric() || "_%".contains(next);
    name.split('.')
        .all(|part| !part.is_empty() && part.chars().all(is_known))
}

/// From 1 to 9999.
fn is_length(length: &str) -> bool {
    let is_number = length.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (1..=4).contains(&length.len()) && !length.starts_with('0')
}
