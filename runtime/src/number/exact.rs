//! A number with all its digits, as JSON writes it: compared and divided without rounding.

use std::{cmp::Ordering, fmt, iter};

/// `digits × 10^exponent`, with a sign and without zeros at either end of the digits: one form for each number. Zero
/// has no digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Exact {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Exact {
    /// Reads a number as RFC 8259 §6 writes it; `None` for another text, and for an exponent beyond all use.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent = read_exponent(exponent)?;
        let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_whole =
            is_number(whole) && (whole == "0" || whole.starts_with(|first| first != '0'));
        if whole.is_empty() || !is_whole || !is_number(fraction) {
            return None;
        }
        let exponent = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
        Self::normal(
            mantissa.starts_with('-'),
            &[whole, fraction].concat(),
            exponent,
        )
    }

    fn normal(negative: bool, digits: &str, exponent: i64) -> Option<Self> {
        let digits = digits.trim_start_matches('0');
        let significant = digits.trim_end_matches('0');
        let zeros = i64::try_from(digits.len() - significant.len()).ok()?;
        let is_zero = significant.is_empty();
        Some(Self {
            negative: negative && !is_zero,
            digits: significant.to_owned(),
            exponent: if is_zero {
                0
            } else {
                exponent.checked_add(zeros)?
            },
        })
    }

    pub(crate) fn is_integer(&self) -> bool {
        self.exponent >= 0
    }

    /// The number, where it is an integer that 128 bits hold.
    pub(crate) fn to_i128(&self) -> Option<i128> {
        if self.digits.is_empty() {
            return Some(0);
        }
        let power = 10_i128.checked_pow(u32::try_from(self.exponent).ok()?)?;
        // With its sign, for the least integer has no positive one.
        let sign = if self.negative { "-" } else { "" };
        let digits: i128 = format!("{sign}{}", self.digits).parse().ok()?;
        digits.checked_mul(power)
    }

    /// Whether a whole number times the divisor gives this number. Every number is a multiple of zero, which no schema
    /// may ask for.
    pub(crate) fn is_multiple_of(&self, divisor: &Self) -> bool {
        if divisor.digits.is_empty() || self.digits.is_empty() {
            return true;
        }
        // Without a zero at its end it has no factor of ten.
        let shift = self.exponent.saturating_sub(divisor.exponent);
        let Ok(power) = u64::try_from(shift) else {
            return false;
        };
        match divisor.digits.parse::<u64>() {
            Ok(digits) => is_multiple(&self.digits, power, u128::from(digits)),
            Err(_) => is_multiple_of_long(&self.digits, power, divisor.digits.as_bytes()),
        }
    }

    fn sign(&self) -> i8 {
        match (self.digits.is_empty(), self.negative) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => -1,
        }
    }

    fn compare_magnitude(&self, other: &Self) -> Ordering {
        self.order()
            .cmp(&other.order())
            .then_with(|| self.digits.cmp(&other.digits))
    }

    /// Where the first digit stands.
    fn order(&self) -> i128 {
        i128::from(self.exponent) + i128::try_from(self.digits.len()).unwrap_or(i128::MAX)
    }
}

/// Whether digits and that many zeros are a multiple of a divisor of 64 bits.
fn is_multiple(digits: &str, zeros: u64, divisor: u128) -> bool {
    let add = |remainder, digit: u8| (remainder * 10 + u128::from(digit - b'0')) % divisor;
    let remainder = digits.bytes().fold(0, add);
    (remainder * power_of_ten(zeros, divisor)).is_multiple_of(divisor)
}

/// The same for a divisor of any length, which has no zero at its end: by long division. A divisor of so many digits
/// has no more twos or fives among its factors than four for each digit, and more zeros than that change nothing.
fn is_multiple_of_long(digits: &str, zeros: u64, divisor: &[u8]) -> bool {
    let useful = divisor.len().saturating_mul(4);
    let zeros = usize::try_from(zeros).unwrap_or(useful).min(useful);
    let mut remainder: Vec<u8> = Vec::new();
    for digit in digits.bytes().chain(iter::repeat_n(b'0', zeros)) {
        if !remainder.is_empty() || digit != b'0' {
            remainder.push(digit);
        }
        while is_at_least(&remainder, divisor) {
            subtract(&mut remainder, divisor);
        }
    }
    remainder.is_empty()
}

/// Whether a number is at least another, neither with a zero at its head.
fn is_at_least(number: &[u8], other: &[u8]) -> bool {
    number
        .len()
        .cmp(&other.len())
        .then_with(|| number.cmp(other))
        != Ordering::Less
}

/// Takes a number from one that is at least as large, and the zeros from its head.
fn subtract(number: &mut Vec<u8>, other: &[u8]) {
    let mut borrowed = false;
    let others = other.iter().rev().copied().chain(iter::repeat(b'0'));
    for (digit, other) in number.iter_mut().rev().zip(others) {
        let taken = other - b'0' + u8::from(borrowed);
        let has = *digit - b'0';
        borrowed = has < taken;
        *digit = if borrowed {
            has + 10 - taken
        } else {
            has - taken
        } + b'0';
    }
    let zeros = number.iter().take_while(|digit| **digit == b'0').count();
    number.drain(..zeros);
}

/// The power of ten modulo a divisor of 64 bits.
fn power_of_ten(mut power: u64, divisor: u128) -> u128 {
    let (mut result, mut square) = (1 % divisor, 10 % divisor);
    while power > 0 {
        if power % 2 == 1 {
            result = result * square % divisor;
        }
        square = square * square % divisor;
        power /= 2;
    }
    result
}

fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

impl<N: Into<i128>> From<N> for Exact {
    fn from(number: N) -> Self {
        let number = number.into();
        let digits = number.unsigned_abs().to_string();
        let significant = digits.trim_end_matches('0');
        Self {
            negative: number < 0,
            digits: significant.to_owned(),
            exponent: match significant {
                "" => 0,
                _ => i64::try_from(digits.len() - significant.len()).unwrap_or_default(),
            },
        }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_sign = self.sign().cmp(&other.sign());
        by_sign.then_with(|| {
            let order = self.compare_magnitude(other);
            if self.negative {
                order.reverse()
            } else {
                order
            }
        })
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As JSON has it.
impl fmt::Display for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        match (self.digits.as_str(), self.exponent) {
            ("", _) => formatter.write_str("0"),
            (digits, 0) => write!(formatter, "{sign}{digits}"),
            (digits, exponent) => write!(formatter, "{sign}{digits}e{exponent}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    #[test]
    fn a_number_has_one_form() {
        for (one, other) in [
            ("1", "1.0"),
            ("100", "1e2"),
            ("-0", "0.000"),
            ("12e-1", "1.2"),
            ("0e999999999999", "0"),
        ] {
            assert_eq!(exact(one), exact(other));
        }
        assert_eq!(exact("-1.20e3").to_string(), "-12e2");
        assert_eq!(Exact::from(-1200), exact("-1.2e3"));
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in [
            "",
            "-",
            "+1",
            "01",
            "1.",
            ".5",
            "1e",
            "1e+",
            "0x1",
            "NaN",
            " 1",
            "1e99999999999999999999",
            "--1",
            "1e--1",
        ] {
            assert_eq!(Exact::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_ordered_by_value() {
        let ordered = [
            "-1e30", "-10", "-9.5", "0", "0.001", "0.0011", "9", "10", "10.01", "1e400",
        ];
        for pair in ordered.windows(2) {
            assert!(exact(pair[0]) < exact(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn multiples_are_found_without_rounding() {
        for (number, divisor) in [
            ("0.0075", "0.0001"),
            ("1e308", "0.5"),
            ("12391239123", "1e-8"),
            ("98249283749234923498293171823948729348710298301928331", "1"),
            ("0", "3"),
            ("1e999999999", "2"),
            ("300", "0.3"),
            ("36893488147419103232", "18446744073709551616"),
            ("1e400", "18446744073709551616"),
            (
                "-246913578024691357802469135780246913578",
                "123456789012345678901234567890123456789",
            ),
            ("0", "18446744073709551617"),
        ] {
            assert!(
                exact(number).is_multiple_of(&exact(divisor)),
                "{number} {divisor}"
            );
        }
        for (number, divisor) in [
            ("0.00751", "0.0001"),
            ("1e308", "0.123456789"),
            ("35", "1.5"),
            ("98249283749234923498293171823948729348710298301928331", "2"),
            ("1e999999999", "3"),
            ("0.5", "1"),
            ("36893488147419103233", "18446744073709551616"),
            ("1e400", "18446744073709551617"),
            ("1", "18446744073709551617"),
        ] {
            assert!(
                !exact(number).is_multiple_of(&exact(divisor)),
                "{number} {divisor}"
            );
        }
    }
}
