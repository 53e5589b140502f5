//! Are listed numbers known to the last digit? Integers of 64 bits are, any other number as a double
//! (JSON Schema 2020-12 core §4.2.1, RFC 8259 §6).

use serde_json::Value;

use crate::check::structure::Structure;
use crate::node::Node;
use crate::{Diagnostic, codes};

/// With so many digits, a double is most likely not what was written.
const MANY_DIGITS: usize = 16;
/// Integers from here on are of more than 64 bits.
const BEYOND: f64 = 9_223_372_036_854_775_808.0;

/// Tells of the first listed integer that is read as another number.
pub(super) fn check<'n, 'v: 'n>(
    structure: &mut Structure<'v, '_>,
    keyword: &str,
    mut items: impl Iterator<Item = Node<'n, 'v>>,
) {
    let rounded = items.find_map(|item| Some((rounded(item.value)?, item.location())));
    let Some((read, location)) = rounded else {
        return;
    };
    let message = format!(
        "this value of `{keyword}` is an integer beyond 64 bits and is read as `{read}`, rounded"
    );
    let diagnostic = Diagnostic::warning(codes::ROUNDED_VALUE, location, message);
    structure.report.push(
        diagnostic.hint("list texts, or say by `minimum` and `maximum` what the number may be"),
    );
}

/// What a listed integer is read as that a double does not hold.
fn rounded(value: &Value) -> Option<String> {
    let number = value.as_number().filter(|number| number.is_f64())?;
    let double = number.as_f64().filter(|double| double.abs() >= BEYOND)?;
    let written = format!("{double:e}");
    let (mantissa, _) = written.split_once('e')?;
    let digits = mantissa.chars().filter(char::is_ascii_digit).count();
    (digits >= MANY_DIGITS).then(|| number.to_string())
}
