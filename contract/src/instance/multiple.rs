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
    let mut numbers = shape.numbers.iter();
    factor_of(numbers.find_map(|it| it.multiple_of.as_ref())?)
}

fn factor_of(number: &Number) -> Option<Factor> {
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

/// Numbers next to a multiple that are none, by half of what it is a multiple of, by one, and by a
/// little; to the last digit, where a few digits are enough.
pub(super) fn beside_multiples(multiple_of: &Number, number: &Number) -> Vec<Value> {
    let digits_of = |number: &Number| {
        let text = number.to_string();
        let (sign, plain) = match text.strip_prefix('-') {
            Some(plain) => (-1, plain),
            None => (1, &*text),
        };
        let factor = factor_of(&plain.parse().ok()?)?;
        Some((sign * factor.digits, factor.scale))
    };
    let Some(factor) = factor_of(multiple_of) else {
        return Vec::new();
    };
    let (digits, scale) = digits_of(number).unwrap_or((0, 0));
    // All with three digits more than either has.
    let common = scale.max(factor.scale) + 3;
    let raised = |digits: i128, scale: u32| {
        let power = 10_i128.checked_pow(common.checked_sub(scale)?)?;
        digits.checked_mul(power)
    };
    let (Some(at), Some(step)) = (raised(digits, scale), raised(factor.digits, factor.scale))
    else {
        return Vec::new();
    };
    let one = raised(1, 0).unwrap_or(1);
    let beside = [
        at.saturating_add(step / 2),
        at.saturating_add(one),
        at.saturating_add(1),
    ];
    let beside = beside.into_iter().filter(|digits| digits % step != 0);
    beside
        .filter_map(|digits| decimal(digits, common).ok())
        .collect()
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
