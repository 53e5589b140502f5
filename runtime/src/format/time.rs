//! Dates, times and durations by the grammar of RFC 3339, which is narrower than ISO 8601.

use super::scanner::Scanner;

/// How many minutes a day has.
const DAY: i32 = 24 * 60;

/// RFC 3339 §5.6, `date-time`: a `T` between date and time, and always an offset.
pub(crate) fn is_date_time(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    let mut read = || {
        date(&mut scanner)?;
        scanner.one_of(b"Tt")?;
        time(&mut scanner)?;
        scanner.end()
    };
    read().is_some()
}

/// RFC 3339 §5.6, `full-date`.
pub(crate) fn is_date(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    date(&mut scanner).and_then(|()| scanner.end()).is_some()
}

/// RFC 3339 §5.6, `full-time`.
pub(super) fn is_time(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    time(&mut scanner).and_then(|()| scanner.end()).is_some()
}

fn date(scanner: &mut Scanner<'_>) -> Option<()> {
    let year = scanner.number(4)?;
    scanner.one_of(b"-")?;
    let month = scanner.number(2)?;
    scanner.one_of(b"-")?;
    let day = scanner.number(2)?;
    (1..=days(year, month)).contains(&day).then_some(())
}

/// How many days a month has; none where there is no such month.
fn days(year: i32, month: i32) -> i32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i32::from(is_leap),
        _ => 0,
    }
}

fn time(scanner: &mut Scanner<'_>) -> Option<()> {
    let hour = below(scanner, 24)?;
    scanner.one_of(b":")?;
    let minute = below(scanner, 60)?;
    scanner.one_of(b":")?;
    let second = below(scanner, 61)?;
    if scanner.skip(b'.') && scanner.digits().is_empty() {
        return None;
    }
    let offset = offset(scanner)?;
    let universal = (hour * 60 + minute - offset).rem_euclid(DAY);
    // A leap second ends a day of universal time (RFC 3339 §5.7).
    (second < 60 || universal == DAY - 1).then_some(())
}

/// An offset from universal time, in minutes.
fn offset(scanner: &mut Scanner<'_>) -> Option<i32> {
    let sign = match scanner.one_of(b"Zz+-")? {
        b'+' => 1,
        b'-' => -1,
        _ => return Some(0),
    };
    let hours = below(scanner, 24)?;
    scanner.one_of(b":")?;
    let minutes = below(scanner, 60)?;
    Some(sign * (hours * 60 + minutes))
}

fn below(scanner: &mut Scanner<'_>, limit: i32) -> Option<i32> {
    scanner.number(2).filter(|number| *number < limit)
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
