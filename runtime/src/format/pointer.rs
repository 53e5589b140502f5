//! JSON Pointers.

use super::scanner::Scanner;

/// RFC 6901 §3.
pub(super) fn is_pointer(text: &str) -> bool {
    let is_token = |token: &str| {
        let mut escapes = token.split('~').skip(1);
        escapes.all(|escape| escape.starts_with(['0', '1']))
    };
    match text.strip_prefix('/') {
        Some(tokens) => tokens.split('/').all(is_token),
        None => text.is_empty(),
    }
}

/// `draft-bhutton-relative-json-pointer-00` §3: how many levels up, perhaps a shift of the index, then a pointer or
/// `#`.
pub(super) fn is_relative(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    let levels = scanner.digits();
    if !is_count(levels) {
        return false;
    }
    let mut length = levels.len();
    if scanner.one_of(b"+-").is_some() {
        let shift = scanner.digits();
        if !is_count(shift) || shift == b"0" {
            return false;
        }
        length += 1 + shift.len();
    }
    let rest = text.get(length..).unwrap_or_default();
    rest == "#" || is_pointer(rest)
}

/// Digits without a leading zero.
const fn is_count(digits: &[u8]) -> bool {
    matches!(digits, [b'0'] | [b'1'..=b'9', ..])
}
