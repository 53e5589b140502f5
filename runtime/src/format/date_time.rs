//! RFC 3339's date-times as values.

use std::{
    cmp::Ordering,
    fmt::{self, Write as _},
    hash::Hash,
    str::FromStr,
};

use jiff::{SignedDuration, Timestamp, Zoned, civil, fmt::temporal::Pieces, tz::Offset};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use super::time;
use crate::{Checker, Model, Nesting, Own, Validate, decode::strict};

/// What a schema of `format: date-time` becomes: a date and a time with their offset from universal time, as RFC 3339
/// has them.
///
/// Every date-time of the format has a value, also one at the end of the year 9999 and a leap second, which
/// [`Timestamp`] has not. It is written as it was read: with its offset, the digits of its fraction, and `Z` or
/// `+00:00`. Digits finer than a nanosecond are cut off. Two are equal when they are the same instant. One of a year
/// before 0, which a program can make and the format cannot write, is not written.
///
/// ```
/// use bindery::{DateTime, jiff::Timestamp};
///
/// let never: DateTime = bindery::decode(br#""9999-12-31T23:59:59Z""#).unwrap();
/// assert_eq!(never.civil().year(), 9999);
///
/// let start = DateTime::from(Timestamp::UNIX_EPOCH);
/// assert_eq!(start.to_string(), "1970-01-01T00:00:00Z");
/// assert_eq!(start.timestamp().unwrap(), Timestamp::UNIX_EPOCH);
///
/// let exact: DateTime = bindery::decode(br#""2024-01-31T09:30:00.000+00:00""#).unwrap();
/// assert_eq!(exact.to_string(), "2024-01-31T09:30:00.000+00:00");
/// ```
#[derive(Clone, Copy)]
pub struct DateTime {
    civil: civil::DateTime,
    offset: Offset,
    /// Whether it is in the second after this one, which the clock shows as 60.
    leap: bool,
    spelling: Spelling,
}

/// What RFC 3339 leaves open of how a date-time is written (§5.6).
#[derive(Clone, Copy)]
struct Spelling {
    /// How many digits the fraction of a second has, at most nine.
    digits: u8,
    /// `T` or `t`.
    separator: u8,
    /// What an offset of nothing begins with: `Z`, `z`, `+`, or `-` for one that is not known (§4.3).
    zero: u8,
}

impl Spelling {
    /// The shortest one.
    fn of(nanosecond: i32) -> Self {
        let (mut digits, mut rest) = (time::FINEST, nanosecond);
        while digits > 0 && rest % 10 == 0 {
            (digits, rest) = (digits - 1, rest / 10);
        }
        Self {
            digits,
            separator: b'T',
            zero: b'Z',
        }
    }
}

/// Why a text is no date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDateTimeError(());

impl fmt::Display for ParseDateTimeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text is no date-time with an offset")
    }
}

impl std::error::Error for ParseDateTimeError {}

impl DateTime {
    /// A date and a time at an offset; in universal time where that is no number of minutes, which the format cannot
    /// write.
    pub fn new(civil: civil::DateTime, offset: Offset) -> Self {
        let is_whole = offset.seconds() % 60 == 0;
        let (civil, offset) = if is_whole {
            (civil, offset)
        } else {
            let since = SignedDuration::from_secs(offset.seconds().into());
            (civil.saturating_sub(since), Offset::UTC)
        };
        Self {
            civil,
            offset,
            leap: false,
            spelling: Spelling::of(civil.subsec_nanosecond()),
        }
    }

    /// The date and the time that calendar and clock show. In a leap second it is the second before.
    pub const fn civil(self) -> civil::DateTime {
        self.civil
    }

    /// The offset of calendar and clock from universal time.
    pub const fn offset(self) -> Offset {
        self.offset
    }

    /// Whether it is in a leap second.
    pub const fn is_leap_second(self) -> bool {
        self.leap
    }

    /// The instant; a leap second's is that of the second before. An error in the last hours of the year 9999.
    pub fn timestamp(self) -> Result<Timestamp, jiff::Error> {
        self.offset.to_timestamp(self.civil)
    }

    /// RFC 3339 alone.
    fn exactly(text: &str) -> Option<Self> {
        let parts = time::read_date_time(text)?;
        let date = civil::Date::new(parts.year, parts.month, parts.day).ok()?;
        let clock = parts.clock;
        let second = clock.second.min(59);
        let time = civil::Time::new(clock.hour, clock.minute, second, clock.nanosecond).ok()?;
        Some(Self {
            civil: civil::DateTime::from_parts(date, time),
            offset: Offset::from_seconds(clock.offset * 60).ok()?,
            leap: clock.second > second,
            spelling: Spelling {
                digits: clock.digits,
                separator: parts.separator,
                zero: clock.sign,
            },
        })
    }

    /// What servers write in its place: a space between date and time, an offset without minutes, a time zone after it.
    #[cold]
    fn nearly(text: &str) -> Option<Self> {
        let pieces = Pieces::parse(text).ok()?;
        let (clock, offset) = (pieces.time()?, pieces.to_numeric_offset()?);
        // A second 60 that no leap second is would become 59.
        let is_whole = offset.seconds() % 60 == 0 && !text.contains(":60");
        is_whole.then(|| Self::new(civil::DateTime::from_parts(pieces.date(), clock), offset))
    }

    /// The second since 1970 in universal time, whether it is doubled by a leap second, and the nanosecond.
    fn instant(self) -> (i64, bool, i32) {
        let since = self
            .civil
            .duration_since(civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
        let whole = since.as_secs() - i64::from(since.subsec_nanos() < 0);
        let second = whole - i64::from(self.offset.seconds());
        (second, self.leap, self.civil.subsec_nanosecond())
    }
}

impl From<Timestamp> for DateTime {
    /// In universal time.
    fn from(timestamp: Timestamp) -> Self {
        Self::new(Offset::UTC.to_datetime(timestamp), Offset::UTC)
    }
}

impl From<Zoned> for DateTime {
    /// With the offset that the time zone has then, or in universal time where that is no number of minutes.
    fn from(zoned: Zoned) -> Self {
        Self::new(zoned.datetime(), zoned.offset())
    }
}

impl TryFrom<DateTime> for Timestamp {
    type Error = jiff::Error;

    fn try_from(date_time: DateTime) -> Result<Self, jiff::Error> {
        date_time.timestamp()
    }
}

impl FromStr for DateTime {
    type Err = ParseDateTimeError;

    fn from_str(text: &str) -> Result<Self, ParseDateTimeError> {
        Self::exactly(text)
            .or_else(|| Self::nearly(text))
            .ok_or(ParseDateTimeError(()))
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.instant() == other.instant()
    }
}

impl Eq for DateTime {}

impl Hash for DateTime {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.instant().hash(state);
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant().cmp(&other.instant())
    }
}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As RFC 3339 has it, and a year before 0 with a sign.
impl fmt::Display for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Spelling {
            digits,
            separator,
            zero,
        } = self.spelling;
        let (date, clock) = (self.civil.date(), self.civil.time());
        write!(
            formatter,
            "{date}{}{:02}:{:02}:{:02}",
            char::from(separator),
            clock.hour(),
            clock.minute(),
            clock.second() + i8::from(self.leap)
        )?;
        if digits > 0 {
            let fraction = clock.subsec_nanosecond() / 10_i32.pow(u32::from(time::FINEST - digits));
            write!(
                formatter,
                ".{fraction:0width$}",
                width = usize::from(digits)
            )?;
        }
        let minutes = self.offset.seconds() / 60;
        let sign = match minutes {
            0 => zero,
            1.. => b'+',
            _ => b'-',
        };
        formatter.write_char(char::from(sign))?;
        if sign.is_ascii_alphabetic() {
            return Ok(());
        }
        let minutes = minutes.abs();
        write!(formatter, "{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.civil.year() < 0 {
            return Err(ser::Error::custom("a date-time has no year before 0"));
        }
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DateTimeVisitor)
    }
}

struct DateTimeVisitor;

/// What helps where a server writes another form.
const TAKEN_AS_TEXT: &str =
    "generated with `date-time = \"string\"` in `[formats]`, any text is taken";

impl de::Visitor<'_> for DateTimeVisitor {
    type Value = DateTime;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date-time such as `2024-01-31T09:30:00Z`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<DateTime, E> {
        match DateTime::exactly(text) {
            Some(date_time) => Ok(date_time),
            None if strict::is_on() => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
            None => text.parse().map_err(|error: ParseDateTimeError| {
                E::custom(format_args!("{error}; {TAKEN_AS_TEXT}"))
            }),
        }
    }
}

impl Model for DateTime {}

impl Validate for DateTime {
    type Kind = Own;
    const NESTING: Nesting = Nesting::Leaf;

    fn check(&self, checker: &mut Checker) {
        if self.civil.year() < 0 {
            checker.violation("format", "must not be of a year before 0");
        }
    }
}
