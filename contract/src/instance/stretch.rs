//! Longer strings of the same format.

/// To how many digits of a second programs keep a time.
const MAX_DIGITS: usize = 9;

/// The text made longer, of `least` code points or a few more, where its format has texts that long.
pub(super) fn stretch(format: &str, text: &str, least: u64) -> Option<String> {
    let length = u64::try_from(text.chars().count()).ok()?;
    let missing = usize::try_from(least.checked_sub(length)?).ok()?;
    match format {
        // More digits of the second's fraction (RFC 3339 §5.6).
        "date-time" | "time" => {
            let second = text.rfind(':').filter(|_| text.ends_with(['Z', 'z']));
            let clock =
                second.or_else(|| text.match_indices(':').map(|(at, _)| at).rev().nth(1))?;
            let (head, tail) = text.split_at_checked(clock + 3)?;
            let zone = tail.trim_start_matches('.');
            let zone = zone.trim_start_matches(|next: char| next.is_ascii_digit());
            let digits = tail.len().saturating_sub(zone.len() + 1);
            let fraction = tail.get(1..=digits).unwrap_or_default();
            let zeros = if digits == 0 {
                missing.saturating_sub(1).max(1)
            } else {
                missing
            };
            let stretched = format!("{head}.{}{fraction}{zone}", "0".repeat(zeros));
            (digits + zeros <= MAX_DIGITS).then_some(stretched)
        }
        // Zeros before a number (RFC 3339 appendix A).
        "duration" | "decimal" => {
            let at = text.find(|next: char| next.is_ascii_digit())?;
            let (head, tail) = text.split_at_checked(at)?;
            Some(format!("{head}{}{tail}", "0".repeat(missing)))
        }
        "email" | "idn-email" => Some(format!("{}{text}", "x".repeat(missing))),
        // Labels in front, each of at most 63 letters (RFC 1123 §2.1).
        "hostname" | "idn-hostname" => Some(format!("{}{text}", "x.".repeat(missing.div_ceil(2)))),
        // Every group in full (RFC 4291 §2.2).
        "ipv6" => Some("2001:0db8:0000:0000:0000:0000:0000:0001".to_owned()),
        "uri"
        | "url"
        | "iri"
        | "uri-reference"
        | "iri-reference"
        | "uri-template"
        | "json-pointer"
        | "relative-json-pointer"
        | "regex" => Some(format!("{text}{}", "x".repeat(missing))),
        // Groups of four (RFC 4648 §4).
        "byte" => Some(format!("{}{text}", "AAAA".repeat(missing.div_ceil(4)))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::stretch;

    #[test]
    fn a_longer_text_is_of_its_format_still() {
        for (format, text, longer) in [
            (
                "date-time",
                "2024-01-31T10:00:00Z",
                "2024-01-31T10:00:00.00Z",
            ),
            (
                "date-time",
                "2024-01-31T10:00:00+01:00",
                "2024-01-31T10:00:00.00+01:00",
            ),
            (
                "date-time",
                "2024-01-31T10:00:00.5-01:00",
                "2024-01-31T10:00:00.0005-01:00",
            ),
            ("time", "10:00:00.5Z", "10:00:00.0005Z"),
            ("duration", "PT5S", "PT0005S"),
            ("email", "a@b.example", "xxxa@b.example"),
            ("hostname", "b.example", "x.x.b.example"),
            ("uri", "https://a.example/b", "https://a.example/bxxx"),
            ("byte", "aGk=", "AAAAaGk="),
        ] {
            let least = u64::try_from(text.len()).expect("it is short") + 3;
            assert_eq!(
                stretch(format, text, least).as_deref(),
                Some(longer),
                "{format}"
            );
        }
        assert_eq!(stretch("uuid", "", 40), None);
        assert_eq!(stretch("date-time", "2024-01-31T10:00:00Z", 40), None);
    }
}
