//! Multiples (JSON Schema 2020-12 validation §6.2.1), reckoned in decimals, so
//! that `0.07` is a multiple of `0.01`.

use serde_json::{Number, Value};

use super::number::{Bounds, integer, nearest_to_zero};
use super::shape::Shape;
use super::{CannotMake, Tape};

/// What every value is a multiple of: `digits` times ten to the minus `scale`.
pub(super) struct Factor {
    digits: i128,
    scale: u32,
    value: f64,
}

/// The first `multipleOf`; the judge sees to the others.
pub(super) fn factor(shape: &Shape) -> Option<Factor> {
    let number = shape
        .numbers
        .iter()
        .find_map(|it| it.multiple_of.as_ref())?;
    let text = number.to_string();
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let exponent: i32 = exponent.parse().ok()?;
    let scale = i32::try_from(fraction.len()).ok()? - exponent;
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    let raised = 10_i128.checked_pow(u32::try_from(-scale).unwrap_or(0))?;
    Some(Factor {
        digits: digits.checked_mul(raised).filter(|digits| *digits > 0)?,
        scale: u32::try_from(scale).unwrap_or(0),
        value: number.as_f64()?,
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a float too great saturates, and the greatest count may be a little off"
)]
pub(super) fn make_multiple(
    factor: &Factor,
    bounds: &Bounds,
    integers: bool,
    tape: &mut Tape,
) -> Result<Value, CannotMake> {
    // Fifteen digits are what a 64-bit float holds exactly.
    let most = 1e15 / factor.digits as f64;
    let mut low = (bounds.low / factor.value).ceil().max(-most) as i128;
    let mut high = (bounds.high / factor.value).floor().min(most) as i128;
    let whole = 10_i128
        .checked_pow(factor.scale)
        .filter(|_| integers)
        .unwrap_or(1);
    low = low.div_euclid(whole) + i128::from(low.rem_euclid(whole) != 0);
    high = high.div_euclid(whole);
    if low > high {
        return Err(CannotMake::because("no multiple lies within the bounds"));
    }
    let count = match tape.below(6) {
        0 => nearest_to_zero(low, high),
        1 => low,
        2 => high,
        3 => (low + 1).min(high),
        4 => (high - 1).max(low),
        _ => (nearest_to_zero(low, high) + tape.between(-1000, 1000)).clamp(low, high),
    };
    decimal(count * whole * factor.digits, factor.scale)
}

fn decimal(digits: i128, scale: u32) -> Result<Value, CannotMake> {
    let power = 10_i128.checked_pow(scale).unwrap_or(i128::MAX);
    if digits % power == 0
        && let Some(value) = integer(digits / power)
    {
        return Ok(value);
    }
    format!("{digits}e-{scale}")
        .parse::<Number>()
        .map(Value::Number)
        .map_err(|_| CannotMake::because("the multiple is too small"))
}
