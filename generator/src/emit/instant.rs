//! Dates and times that descriptions state, as expressions of the types of dates.

use std::str::FromStr;

use crate::api::TimeType;

/// The last second of `jiff::Timestamp`, 9999-12-30T22:00:00Z.
const LAST: i64 = 253_402_207_200;

/// A date as an expression that cannot fail; none where the text is none.
pub(super) fn spell_time(time: TimeType, text: &str) -> Option<String> {
    match time {
        TimeType::Date => Some(Date::read(text)?.spell()),
        TimeType::DateTime => Some(DateTime::read(text)?.spell()),
        TimeType::Timestamp => DateTime::read(text)?.spell_timestamp(),
    }
}

/// RFC 3339's `full-date`.
struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let year: u16 = digits(year, 4)?;
        let (month, day): (u8, u8) = (digits(month, 2)?, digits(day, 2)?);
        let is_date = parts.next().is_none() && (1..=days_of(year, month)).contains(&day);
        is_date.then_some(Self { year, month, day })
    }

    fn spell(&self) -> String {
        let Self { year, month, day } = self;
        format!("bindery::jiff::civil::date({year}, {month}, {day})")
    }

    /// The days since 1970.
    fn days(&self) -> i64 {
        let years = i64::from(self.year);
        // Leap days before this year; the year 0 is a leap year.
        let before = years - 1;
        let leaps = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
        let months = (1..self.month).map(|month| i64::from(days_of(self.year, month)));
        let days = years * 365 + leaps + months.sum::<i64>() + i64::from(self.day);
        days - DAYS_TO_1970
    }
}

/// What [`Date::days`] counts up to the first of January 1970.
const DAYS_TO_1970: i64 = 1970 * 365 + 1969 / 4 - 1969 / 100 + 1969 / 400 + 1;

/// RFC 3339's `date-time` (§5.6), without leap seconds.
struct DateTime {
    date: Date,
    hour: u8,
    minute: u8,
    second: u8,
    nanosecond: u32,
    /// The offset in minutes.
    offset: i16,
}

impl DateTime {
    fn read(text: &str) -> Option<Self> {
        let (date, rest) = text.split_once(['T', 't'])?;
        let at = rest.find(['Z', 'z', '+', '-'])?;
        let (clock, offset) = (rest.get(..at)?, rest.get(at..)?);
        let (clock, fraction) = match clock.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (clock, "0"),
        };
        let mut parts = clock.split(':');
        let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
        let time = Self {
            date: Date::read(date)?,
            hour: digits(hour, 2)?,
            minute: digits(minute, 2)?,
            second: digits(second, 2)?,
            nanosecond: digits(&format!("{fraction:0<9}"), 9)?,
            offset: read_offset(offset)?,
        };
        let is_time = parts.next().is_none() && time.hour < 24;
        (is_time && time.minute < 60 && time.second < 60).then_some(time)
    }

    fn spell(&self) -> String {
        let Self {
            date,
            hour,
            minute,
            second,
            nanosecond,
            offset,
        } = self;
        let date = date.spell();
        let clock = format!("{date}.at({hour}, {minute}, {second}, {nanosecond})");
        format!("bindery::DateTime::new({clock}, {})", spell_offset(*offset))
    }

    fn spell_timestamp(&self) -> Option<String> {
        let minutes = i64::from(self.hour) * 60 + i64::from(self.minute) - i64::from(self.offset);
        let second = self.date.days() * 86_400 + minutes * 60 + i64::from(self.second);
        let nanosecond = self.nanosecond;
        (second <= LAST)
            .then(|| format!("bindery::jiff::Timestamp::constant({second}, {nanosecond})"))
    }
}

fn read_offset(text: &str) -> Option<i16> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (hours, minutes) = text.split_once(':')?;
    let is_negative = hours.starts_with('-');
    let (hours, minutes): (i16, i16) = (digits(hours.get(1..)?, 2)?, digits(minutes, 2)?);
    let offset = hours * 60 + minutes;
    let is_offset = hours < 24 && minutes < 60;
    is_offset.then_some(if is_negative { -offset } else { offset })
}

fn spell_offset(minutes: i16) -> String {
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let whole = format!("bindery::jiff::tz::offset({hours})");
    match (hours, minutes) {
        (0, 0) => "bindery::jiff::tz::Offset::UTC".to_owned(),
        (_, 0) => whole,
        (_, minutes) => {
            format!("{whole}.saturating_add(bindery::jiff::SignedDuration::from_mins({minutes}))")
        }
    }
}

/// A number of so many digits.
fn digits<T: FromStr>(text: &str, count: usize) -> Option<T> {
    let are_digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| are_digits)
}

fn days_of(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::spell_time;
    use crate::api::TimeType;

    #[test]
    fn only_what_is_a_date_is_spelled_as_one() {
        let date = |text| spell_time(TimeType::Date, text);
        let leap_day = "bindery::jiff::civil::date(2024, 2, 29)";
        assert_eq!(date("2024-02-29").as_deref(), Some(leap_day));
        for text in [
            "2023-02-29",
            "2024-13-01",
            "2024-1-01",
            "+024-01-01",
            "20240101",
            "",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn an_instant_is_spelled_by_its_second() {
        let timestamp = |text| spell_time(TimeType::Timestamp, text);
        for (text, second) in [
            ("1970-01-01T00:00:00Z", 0_i64),
            ("1970-01-01T05:30:00+05:30", 0),
            ("1969-12-31T23:59:59Z", -1),
            ("2000-03-01T00:00:00Z", 951_868_800),
            ("2024-02-29T12:00:00-00:30", 1_709_209_800),
            ("9999-12-30T22:00:00Z", 253_402_207_200),
            ("0000-01-01T00:00:00Z", -62_167_219_200),
        ] {
            let spelled = format!("bindery::jiff::Timestamp::constant({second}, 0)");
            assert_eq!(timestamp(text), Some(spelled), "{text}");
        }
        assert_eq!(timestamp("9999-12-31T00:00:00Z"), None);
    }

    #[test]
    fn a_date_time_is_spelled_with_its_offset() {
        let date_time = |text| spell_time(TimeType::DateTime, text);
        let spelled = "bindery::DateTime::new(bindery::jiff::civil::date(2020, 1, 2).at(3, 4, 5, 60000000), \
                       bindery::jiff::tz::offset(-7))";
        assert_eq!(
            date_time("2020-01-02T03:04:05.06-07:00").as_deref(),
            Some(spelled)
        );
        for text in [
            "2020-01-02T03:04:60Z",
            "2020-01-02T03:04:05.Z",
            "2020-01-02T03:04:05+05:60",
            "2020-01-02",
            "2020-01-02T03:04:05",
        ] {
            assert_eq!(date_time(text), None, "{text}");
        }
    }
}
