//! Numbers: integers and decimals within their bounds, boundary values favoured,
//! each one exactly what a 64-bit float or integer can hold.

use bindery_openapi::document::Bound;
use serde_json::{Number, Value};

use super::multiple::{factor, make_multiple};
use super::shape::Shape;
use super::{CannotMake, Tape};
use crate::judge::format::number_bounds;

/// Integers that programs get wrong.
const NOTABLE: [i128; 12] = [
    1,
    -1,
    255,
    1 << 31,
    (1 << 31) - 1,
    -(1 << 31),
    1 << 32,
    (1 << 53) - 1,
    1 << 53,
    -(1 << 53),
    (1 << 63) - 1,
    -(1 << 63),
];

/// The bounds of all keywords and formats together.
pub(super) struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
    low_integer: i128,
    high_integer: i128,
    low_excluded: bool,
    high_excluded: bool,
}

impl Bounds {
    fn of(shape: &Shape) -> Self {
        let mut bounds = Self {
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
            low_integer: i128::from(i64::MIN),
            high_integer: i128::from(i64::MAX),
            low_excluded: false,
            high_excluded: false,
        };
        for format in &shape.formats {
            if let Some((low, high)) = number_bounds(format) {
                bounds.raise(&inclusive(low));
                bounds.lower(&inclusive(high));
            }
        }
        for number in &shape.numbers {
            number.minimum.iter().for_each(|bound| bounds.raise(bound));
            number.maximum.iter().for_each(|bound| bounds.lower(bound));
        }
        bounds
    }

    fn raise(&mut self, bound: &Bound) {
        let value = bound.value.as_f64().unwrap_or(f64::NEG_INFINITY);
        if value > self.low || (value >= self.low && bound.exclusive) {
            self.low = value;
            self.low_excluded = bound.exclusive;
        }
        let (integer, exact) = whole(&bound.value, f64::ceil);
        let least = integer + i128::from(exact && bound.exclusive);
        self.low_integer = self.low_integer.max(least);
        if self.low_integer > i128::from(i64::MAX) {
            self.high_integer = self.high_integer.max(i128::from(u64::MAX));
        }
    }

    fn lower(&mut self, bound: &Bound) {
        let value = bound.value.as_f64().unwrap_or(f64::INFINITY);
        if value < self.high || (value <= self.high && bound.exclusive) {
            self.high = value;
            self.high_excluded = bound.exclusive;
        }
        let (integer, exact) = whole(&bound.value, f64::floor);
        let most = integer - i128::from(exact && bound.exclusive);
        let widened = self.high_integer == i128::from(i64::MAX) && bound.value.is_u64();
        self.high_integer = if widened {
            most
        } else {
            self.high_integer.min(most)
        };
    }

    fn admits(&self, number: f64) -> bool {
        let above = number > self.low || (number >= self.low && !self.low_excluded);
        let below = number < self.high || (number <= self.high && !self.high_excluded);
        above && below
    }
}

fn inclusive(value: Number) -> Bound {
    Bound {
        value,
        exclusive: false,
    }
}

/// The integer next to a number, and whether it is the number itself.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float too great saturates, as it should"
)]
fn whole(number: &Number, round: fn(f64) -> f64) -> (i128, bool) {
    let integer = number.as_i64().map(i128::from);
    let integer = integer.or_else(|| number.as_u64().map(i128::from));
    if let Some(integer) = integer {
        return (integer, true);
    }
    let float = number.as_f64().unwrap_or(0.0);
    let saturated = round(float).clamp(-1e30, 1e30) as i128;
    (saturated, float.fract() == 0.0)
}

/// An integer that the shape admits.
pub(super) fn make_integer(shape: &Shape, tape: &mut Tape) -> Result<Value, CannotMake> {
    let bounds = Bounds::of(shape);
    let (low, high) = (bounds.low_integer, bounds.high_integer);
    if low > high {
        return Err(CannotMake::because("no integer lies within the bounds"));
    }
    if let Some(factor) = factor(shape) {
        return make_multiple(&factor, &bounds, true, tape);
    }
    let number = match tape.below(8) {
        0 => nearest_to_zero(low, high),
        1 => low,
        2 => high,
        3 => (low + 1).min(high),
        4 => (high - 1).max(low),
        5 => *tape.pick(&NOTABLE).unwrap_or(&1),
        6 => tape.between(low, high),
        _ => nearest_to_zero(low, high) + tape.between(-1000, 1000),
    };
    integer(number.clamp(low, high)).ok_or_else(|| CannotMake::because("the integer is too great"))
}

/// A number that the shape admits.
pub(super) fn make_number(shape: &Shape, tape: &mut Tape) -> Result<Value, CannotMake> {
    let bounds = Bounds::of(shape);
    if bounds.low > bounds.high {
        return Err(CannotMake::because("no number lies within the bounds"));
    }
    if let Some(factor) = factor(shape) {
        return make_multiple(&factor, &bounds, false, tape);
    }
    let narrow = shape.formats.contains(&"float");
    for _ in 0..8 {
        let number = draw_number(&bounds, tape);
        let number = if narrow { narrowed(number) } else { number };
        if bounds.admits(number) {
            return written(number, tape);
        }
    }
    Err(CannotMake::because("no number found within the bounds"))
}

#[expect(clippy::cast_precision_loss, reason = "what is drawn is small")]
fn draw_number(bounds: &Bounds, tape: &mut Tape) -> f64 {
    let centre = 0.0_f64.max(bounds.low).min(bounds.high);
    let span = bounds.high - bounds.low;
    let fraction = tape.below(1025) as f64 / 1024.0;
    match tape.below(8) {
        0 => centre.trunc(),
        1 if bounds.low.is_finite() => {
            bounds.low
                + if bounds.low_excluded {
                    step(bounds)
                } else {
                    0.0
                }
        }
        2 if bounds.high.is_finite() => {
            bounds.high
                - if bounds.high_excluded {
                    step(bounds)
                } else {
                    0.0
                }
        }
        3 if span.is_finite() => bounds.low + span * fraction,
        4 => centre + fraction,
        5 => centre - fraction,
        6 => (centre + fraction * 1e6).trunc(),
        _ => *tape
            .pick(&[0.1, -0.5, 1e-7, 2.5e10, 9_007_199_254_740_992.0, -1.0, 1e21])
            .unwrap_or(&0.1),
    }
}

/// A step away from an excluded bound that is surely smaller than the span.
fn step(bounds: &Bounds) -> f64 {
    let span = bounds.high - bounds.low;
    if span.is_finite() {
        (span / 4.0).min(1.0)
    } else {
        1.0
    }
}

/// The nearest number that 32 bits hold.
#[expect(
    clippy::cast_possible_truncation,
    reason = "to truncate is the purpose"
)]
fn narrowed(number: f64) -> f64 {
    f64::from(number as f32)
}

/// A float as JSON: one without a fraction is at times written as an integer.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the number is whole and below 2^53"
)]
fn written(number: f64, tape: &mut Tape) -> Result<Value, CannotMake> {
    let number = if number == 0.0 { 0.0 } else { number };
    if number.fract() == 0.0 && number.abs() < 9e15 && !tape.rarely(3) {
        return Ok(Value::from(number as i64));
    }
    Number::from_f64(number)
        .map(Value::Number)
        .ok_or_else(|| CannotMake::because("the number is not finite"))
}

pub(super) fn nearest_to_zero(low: i128, high: i128) -> i128 {
    0.clamp(low, high)
}

/// An integer as JSON, where 64 bits hold it.
pub(super) fn integer(number: i128) -> Option<Value> {
    let signed = i64::try_from(number).ok().map(Value::from);
    signed.or_else(|| u64::try_from(number).ok().map(Value::from))
}
