//! Numbers compared and divided by value, without rounding.

use std::{cmp::Ordering, fmt};

use super::{Constraint, Limit};
use crate::number::Exact;

/// A number of any of the types that stand for one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Number {
    Integer(i128),
    Float(f64),
}

impl Number {
    /// A number of JSON; `None` for one that is neither an integer of 64 bits nor a float.
    pub(super) fn from_json(number: &serde_json::Number) -> Option<Self> {
        let integer = number
            .as_i64()
            .map(i128::from)
            .or_else(|| number.as_u64().map(i128::from));
        integer
            .map(Self::Integer)
            .or_else(|| number.as_f64().map(Self::Float))
    }

    /// A float of 32 bits as the decimal that it is written as: the float nearest to 0.1 keeps `maximum: 0.1`.
    pub(super) fn from_f32(number: f32) -> Self {
        Self::Float(number.to_string().parse().unwrap_or(f64::from(number)))
    }
}

impl Constraint {
    /// Whether a number keeps the constraint. What is not a number (a NaN) keeps none.
    pub(super) fn holds_for_number(&self, number: Number) -> bool {
        match self {
            Self::Minimum(limit) => compare(number, limit.number()).is_some_and(Ordering::is_ge),
            Self::Maximum(limit) => compare(number, limit.number()).is_some_and(Ordering::is_le),
            Self::ExclusiveMinimum(limit) => {
                compare(number, limit.number()).is_some_and(Ordering::is_gt)
            }
            Self::ExclusiveMaximum(limit) => {
                compare(number, limit.number()).is_some_and(Ordering::is_lt)
            }
            Self::MultipleOf(limit) => is_multiple(number, limit.number()),
            _ => true,
        }
    }
}

impl Constraint {
    /// Whether an integer keeps the constraint.
    pub(crate) fn holds_for_integer(&self, number: i128) -> bool {
        self.holds_for_exact(&Exact::from(number))
    }

    /// Whether a number with all its digits keeps the constraint.
    pub(crate) fn holds_for_exact(&self, number: &Exact) -> bool {
        let holds = |limit: &Limit, holds: fn(Ordering) -> bool| {
            limit.exact().is_none_or(|limit| holds(number.cmp(&limit)))
        };
        match self {
            Self::Minimum(limit) => holds(limit, Ordering::is_ge),
            Self::Maximum(limit) => holds(limit, Ordering::is_le),
            Self::ExclusiveMinimum(limit) => holds(limit, Ordering::is_gt),
            Self::ExclusiveMaximum(limit) => holds(limit, Ordering::is_lt),
            Self::MultipleOf(limit) => limit
                .exact()
                .is_none_or(|limit| number.is_multiple_of(&limit)),
            _ => true,
        }
    }
}

fn compare(left: Number, right: Number) -> Option<Ordering> {
    match (left, right) {
        (Number::Integer(left), Number::Integer(right)) => Some(left.cmp(&right)),
        (Number::Float(left), Number::Float(right)) => left.partial_cmp(&right),
        (Number::Integer(left), Number::Float(right)) => compare_mixed(left, right),
        (Number::Float(left), Number::Integer(right)) => {
            compare_mixed(right, left).map(Ordering::reverse)
        }
    }
}

/// The float's whole part fits the integer type, or its sign decides; then its fraction does.
fn compare_mixed(integer: i128, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast saturates, and no integer here is at the ends"
    )]
    let whole = float.trunc() as i128;
    let by_fraction = || 0.0_f64.partial_cmp(&float.fract());
    match integer.cmp(&whole) {
        Ordering::Equal if float.is_finite() => by_fraction(),
        other => Some(other),
    }
}

fn is_multiple(number: Number, divisor: Number) -> bool {
    match (Decimal::new(number), Decimal::new(divisor)) {
        (Some(number), Some(divisor)) => number.is_multiple_of(divisor),
        (None, _) => false,
        (_, None) => true,
    }
}

/// `digits × 10^exponent`, with a sign and no trailing zeros: one form for each number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// `None` for what is not a finite number.
    fn new(number: Number) -> Option<Self> {
        match number {
            Number::Integer(integer) => Some(Self::normal(integer < 0, integer.unsigned_abs(), 0)),
            Number::Float(float) => Self::parse(&format!("{float:e}")),
        }
    }

    /// A number of JSON, as `Display` writes it.
    pub(super) fn from_json(number: &serde_json::Number) -> Written {
        let decimal = Number::from_json(number).and_then(Self::new);
        decimal.map_or_else(|| Written::Text(number.to_string()), Written::Decimal)
    }

    /// Reads what Rust writes for a float: the shortest digits that give it back.
    fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let fraction = i32::try_from(fraction.len()).ok()?;
        Some(Self::normal(
            digits < 0,
            digits.unsigned_abs(),
            exponent - fraction,
        ))
    }

    fn normal(negative: bool, mut digits: u128, mut exponent: i32) -> Self {
        if digits == 0 {
            return Self {
                negative: false,
                digits,
                exponent: 0,
            };
        }
        while digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        Self {
            negative,
            digits,
            exponent,
        }
    }

    /// Whether a whole number times the divisor gives this number. Every number is a multiple of zero, which no schema
    /// may ask for.
    fn is_multiple_of(self, divisor: Self) -> bool {
        if divisor.digits == 0 || self.digits == 0 {
            return true;
        }
        let shift = self.exponent - divisor.exponent;
        let power = shift.unsigned_abs();
        if shift >= 0 {
            return remainder_of_power(self.digits % divisor.digits, power, divisor.digits) == 0;
        }
        let divisor = 10_u128
            .checked_pow(power)
            .and_then(|power| power.checked_mul(divisor.digits));
        divisor.is_some_and(|divisor| self.digits.is_multiple_of(divisor))
    }
}

/// `digits × 10^power` modulo `divisor`. Digits and divisor are of 64 bits at most, so ten times a remainder fits.
fn remainder_of_power(digits: u128, power: u32, divisor: u128) -> u128 {
    (0..power).fold(digits, |remainder, _| remainder * 10 % divisor)
}

/// How a number of JSON is written for comparison.
pub(super) enum Written {
    Decimal(Decimal),
    Text(String),
}

impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decimal(Decimal {
                negative,
                digits,
                exponent,
            }) => {
                let sign = if *negative { "-" } else { "" };
                write!(formatter, "{sign}{digits}e{exponent}")
            }
            Self::Text(text) => formatter.write_str(text),
        }
    }
}
