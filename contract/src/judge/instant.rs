//! Whether two texts are date-times of one instant (RFC 3339 §5.6).

/// A moment in universal time, exact to the last digit.
#[derive(Debug, PartialEq, Eq)]
struct Instant {
    /// The minute since the year 0.
    minute: i64,
    /// The second of the minute; 60 is a leap second.
    second: i64,
    /// The digits of its fraction, without zeros at the end.
    fraction: String,
}

/// Whether both texts are date-times, and of the same instant.
pub fn same_instant(left: &str, right: &str) -> bool {
    let left = instant(left);
    left.is_some() && left == instant(right)
}

fn instant(text: &str) -> Option<Instant> {
    let (date, rest) = text.split_at_checked(10)?;
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let [year, month, day] = numbers(date, '-')?;
    let (clock, rest) = time.split_at_checked(8)?;
    let [hour, minute, second] = numbers(clock, ':')?;
    let digits = rest.strip_prefix('.').unwrap_or("");
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let fraction = digits.get(..length)?;
    let zone = if rest.starts_with('.') {
        digits.get(length..)?
    } else {
        rest
    };
    let minutes = days(year, month, day) * 24 * 60 + hour * 60 + minute;
    Some(Instant {
        minute: minutes - offset(zone)?,
        second,
        fraction: fraction.trim_end_matches('0').to_owned(),
    })
}

/// The minutes that a zone is before universal time.
fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = zone.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':')?;
    let minutes = number(hours)? * 60 + number(minutes)?;
    match sign {
        "+" => Some(minutes),
        "-" => Some(-minutes),
        _ => None,
    }
}

/// The days since the first of March of the year 0, in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Counted from March, a leap day is the last of its year.
    let (year, month) = if month < 3 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + day
}

fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text.split(separator).map(number);
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

fn number(digits: &str) -> Option<i64> {
    let is_plain = digits.bytes().all(|next| next.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::same_instant;

    #[test]
    fn an_instant_is_the_same_at_every_offset() {
        for (left, right, expected) in [
            ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00", true),
            (
                "2024-02-29t23:30:00.500z",
                "2024-03-01T01:30:00.5+02:00",
                true,
            ),
            ("2023-02-28T23:30:00Z", "2023-03-01T01:30:00+02:00", true),
            ("1999-12-31T23:59:60Z", "2000-01-01T00:59:60+01:00", true),
            (
                "9999-12-31T23:59:59-23:59",
                "9999-12-31T23:59:59-23:59",
                true,
            ),
            ("2024-01-01T00:00:00Z", "2024-01-01T00:00:01Z", false),
            (
                "2024-01-01T00:00:00.1Z",
                "2024-01-01T00:00:00.1000000001Z",
                false,
            ),
            (
                "2024-01-01T00:00:00+01:00",
                "2024-01-01T00:00:00-01:00",
                false,
            ),
            ("2024-01-01T00:00:00", "2024-01-01T00:00:00", false),
            ("noon", "noon", false),
        ] {
            assert_eq!(same_instant(left, right), expected, "{left} {right}");
        }
    }
}
