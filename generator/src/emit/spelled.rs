//! Defaults that are dates or structs, spelled as Rust.

use std::str::FromStr;

use serde_json::Value;

use super::Emitter;
use super::structure::has_default;
use crate::api::{Additional, Home, Property, Struct, TimeType};

impl Emitter<'_> {
    /// The struct as an expression, `path` the one to its type; none where the value has what the struct has no field
    /// for, or lacks what it requires, or what it sets is deprecated.
    pub(super) fn spell_struct(
        &self,
        path: &str,
        structure: &Struct,
        value: &Value,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        let object = value.as_object()?;
        if object.is_empty() && has_default(structure) {
            return Some("Default::default()".to_owned());
        }
        let named = |name: &String| {
            let mut properties = structure.properties.iter();
            properties.any(|property| property.name.source == *name)
        };
        if !object.keys().all(named) {
            return None;
        }
        let mut fields = Vec::new();
        for property in &structure.properties {
            let given = object.get(&property.name.source);
            if given.is_none() && has_default(structure) {
                continue;
            }
            let spelled = self.spell_field(property, given, home, depth)?;
            fields.push(format!("{}: {spelled}", property.name.rust));
        }
        if has_default(structure) {
            fields.push("..Default::default()".to_owned());
        } else if let Additional::Kept { field, .. } = &structure.additional {
            fields.push(format!("{field}: Default::default()"));
        }
        Some(format!("{path} {{ {} }}", fields.join(", ")))
    }

    fn spell_field(
        &self,
        property: &Property,
        given: Option<&Value>,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        if property.deprecated {
            return None;
        }
        let reference = &property.shape.reference;
        self.spell_given(reference, property.presence, given, home, depth)
    }
}

/// A date as an expression; none where the text is none. An instant has no expression that cannot fail.
pub(super) fn spell_time(time: TimeType, text: &str) -> Option<String> {
    match time {
        TimeType::Date => spell_date(text),
        TimeType::DateTime => spell_date_time(text),
        TimeType::Timestamp => None,
    }
}

fn spell_date(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let year: u16 = digits(year, 4)?;
    let (month, day): (u8, u8) = (digits(month, 2)?, digits(day, 2)?);
    let is_date = parts.next().is_none() && (1..=days_of(year, month)).contains(&day);
    is_date.then(|| format!("bindery::jiff::civil::date({year}, {month}, {day})"))
}

/// RFC 3339 §5.6, with an offset of whole hours and without leap seconds.
fn spell_date_time(text: &str) -> Option<String> {
    let (date, rest) = text.split_once(['T', 't'])?;
    let date = spell_date(date)?;
    let at = rest.find(['Z', 'z', '+', '-'])?;
    let (clock, offset) = (rest.get(..at)?, rest.get(at..)?);
    let offset = spell_offset(offset)?;
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let (hour, minute): (u8, u8) = (digits(hour, 2)?, digits(minute, 2)?);
    let second: u8 = digits(second, 2)?;
    let nanosecond: u32 = digits(&format!("{fraction:0<9}"), 9)?;
    let is_time = parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
    is_time.then(|| {
        let clock = format!("{date}.at({hour}, {minute}, {second}, {nanosecond})");
        format!("bindery::DateTime::new({clock}, {offset})")
    })
}

fn spell_offset(text: &str) -> Option<String> {
    if text.eq_ignore_ascii_case("z") {
        return Some("bindery::jiff::tz::Offset::UTC".to_owned());
    }
    let (hours, minutes) = text.split_once(':')?;
    let is_negative = hours.starts_with('-');
    let hours: u8 = digits(hours.get(1..)?, 2)?;
    let sign = if is_negative { "-" } else { "" };
    let is_offset = hours < 24 && minutes == "00";
    is_offset.then(|| format!("bindery::jiff::tz::offset({sign}{hours})"))
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
            "2020-01-02T03:04:05+05:30",
            "2020-01-02",
            "2020-01-02T03:04:05",
        ] {
            assert_eq!(date_time(text), None, "{text}");
        }
    }
}
