//! Dates, times and durations by the grammar of RFC 3339, which is narrower than ISO 8601.

use super::scanner::Scanner;

/// How many digits the fraction of a second has that are kept.
pub(super) const FINEST: u8 = 9;

/// How many minutes a day has.
const DAY: i32 = 24 * 60;

/// What a date-time is made of.
pub(super) struct Parts {
    pub(super) year: i16,
    pub(super) month: i8,
    pub(super) day: i8,
    /// `T` or `t`.
    pub(super) separator: u8,
    pub(super) clock: Clock,
}

/// What a time of day with its offset is made of.
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: i8,
    /// 60 in a leap second.
    pub(super) second: i8,
    /// Finer digits are cut off.
    pub(super) nanosecond: i32,
    /// How many digits the fraction of the second is written with, finer ones aside.
    pub(super) digits: u8,
    /// From universal time, in minutes.
    pub(super) offset: i32,
    /// What the offset begins with: `Z`, `z`, `+` or `-`.
    pub(super) sign: u8,
}

/// RFC 3339 §5.6, `date-time`: a `T` between date and time, and always an offset.
pub(super) fn is_date_time(text: &str) -> bool {
    read_date_time(text).is_some()
}

/// RFC 3339 §5.6, `full-date`.
pub(super) fn is_date(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    date(&mut scanner).and_then(|_| scanner.end()).is_some()
}

/// RFC 3339 §5.6, `full-time`.
pub(super) fn is_time(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    time(&mut scanner).and_then(|_| scanner.end()).is_some()
}

/// The parts of a `date-time`.
pub(super) fn read_date_time(text: &str) -> Option<Parts> {
    let mut scanner = Scanner::new(text);
    let (year, month, day) = date(&mut scanner)?;
    let separator = scanner.one_of(b"Tt")?;
    let clock = time(&mut scanner)?;
    scanner.end()?;
    Some(Parts {
        year,
        month,
        day,
        separator,
        clock,
    })
}

fn date(scanner: &mut Scanner<'_>) -> Option<(i16, i8, i8)> {
    let year = scanner.number(4)?;
    scanner.one_of(b"-")?;
    let month = below(scanner, 13)?;
    scanner.one_of(b"-")?;
    let day = below(scanner, 32)?;
    (1..=days(year, month))
        .contains(&day)
        .then_some((year, month, day))
}

/// How many days a month has; none where there is no such month.
const fn days(year: i16, month: i8) -> i8 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    }
}

fn time(scanner: &mut Scanner<'_>) -> Option<Clock> {
    let hour = below(scanner, 24)?;
    scanner.one_of(b":")?;
    let minute = below(scanner, 60)?;
    scanner.one_of(b":")?;
    let second = below(scanner, 61)?;
    let fraction = if scanner.skip(b'.') {
        Some(scanner.digits()).filter(|digits| !digits.is_empty())?
    } else {
        b""
    };
    let (sign, offset) = offset(scanner)?;
    let universal = (i32::from(hour) * 60 + i32::from(minute) - offset).rem_euclid(DAY);
    // A leap second ends a day of universal time (RFC 3339 §5.7).
    let is_second = second < 60 || universal == DAY - 1;
    is_second.then(|| Clock {
        hour,
        minute,
        second,
        nanosecond: nanosecond(fraction),
        digits: u8::try_from(fraction.len()).map_or(FINEST, |digits| digits.min(FINEST)),
        offset,
        sign,
    })
}

/// The digits of a fraction in nanoseconds; finer ones are cut off.
fn nanosecond(digits: &[u8]) -> i32 {
    let digits = digits.iter().chain(std::iter::repeat(&b'0'));
    let add = |number, digit: &u8| number * 10 + i32::from(digit - b'0');
    digits.take(FINEST.into()).fold(0, add)
}

/// What an offset from universal time begins with, and how many minutes it is.
fn offset(scanner: &mut Scanner<'_>) -> Option<(u8, i32)> {
    let sign = scanner.one_of(b"Zz+-")?;
    let direction = match sign {
        b'+' => 1,
        b'-' => -1,
        _ => return Some((sign, 0)),
    };
    let hours = below(scanner, 24)?;
    scanner.one_of(b":")?;
    let minutes = below(scanner, 60)?;
    Some((
        sign,
        direction * (i32::from(hours) * 60 + i32::from(minutes)),
    ))
}

/// A number of two digits.
fn below(scanner: &mut Scanner<'_>, limit: i8) -> Option<i8> {
    let number = i8::try_from(scanner.number(2)?).ok()?;
    (number < limit).then_some(number)
}

/// RFC 3339 appendix A: units without gaps, weeks alone.
pub(super) fn is_duration(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    let mut read = || {
        scanner.one_of(b"P")?;
        if scanner.peek() != Some(b'T') {
            let mut weeks = scanner;
            if units(&mut weeks, b"W").is_some() {
                return weeks.end();
            }
            units(&mut scanner, b"YMD")?;
        }
        if scanner.skip(b'T') {
            units(&mut scanner, b"HMS")?;
        }
        scanner.end()
    };
    read().is_some()
}

/// At least one of the units, each with its digits; after one only the next may follow.
fn units(scanner: &mut Scanner<'_>, units: &[u8]) -> Option<()> {
    let mut read: Option<usize> = None;
    while scanner.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        scanner.digits();
        let unit = scanner.one_of(units)?;
        let place = units.iter().position(|known| *known == unit)?;
        if read.is_some_and(|before| before + 1 != place) {
            return None;
        }
        read = Some(place);
    }
    read.map(drop)
}
