//! Numbers that are written as strings.

use super::scanner::Scanner;

/// The OpenAPI format registry's `decimal`: a fixed-point number of any length.
pub(super) fn is_decimal(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    let _sign = scanner.one_of(b"+-");
    let has_whole = !scanner.digits().is_empty();
    let has_fraction = !scanner.skip(b'.') || !scanner.digits().is_empty();
    has_whole && has_fraction && scanner.end().is_some()
}
