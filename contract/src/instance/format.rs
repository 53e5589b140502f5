//! Strings of a format (JSON Schema 2020-12 validation §7.3, OpenAPI format registry).

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::Tape;
use super::text::word;

/// A string of the format; `None` where the format asks for nothing of a string, or is not known.
pub(super) fn make_format(format: &str, tape: &mut Tape) -> Option<String> {
    let text = match format {
        "date-time" => date_time(tape),
        "date" => date(tape),
        "time" => time(tape) + &offset(tape),
        "duration" => duration(tape),
        "uuid" => uuid(tape),
        "email" | "idn-email" => format!("{}@{}", word(tape), host(tape)),
        "hostname" | "idn-hostname" => host(tape),
        "ipv4" => ipv4(tape),
        "ipv6" => ipv6(tape),
        "uri" | "url" | "iri" => uri(tape),
        "uri-reference" | "iri-reference" => reference(tape),
        "uri-template" => format!("/{}/{{{}}}", word(tape), word(tape)),
        "json-pointer" => format!("/{}/{}", word(tape), tape.below(10)),
        "relative-json-pointer" => format!("{}/{}", tape.below(10), word(tape)),
        "regex" => format!("^{}+$", word(tape)),
        "byte" => STANDARD.encode(bytes(tape)),
        "base64url" => URL_SAFE_NO_PAD.encode(bytes(tape)),
        "decimal" => format!("{}.{:02}", tape.below(100_000), tape.below(100)),
        _ => return None,
    };
    Some(text)
}

/// RFC 3339 §5.6, with offsets and fractions of every length up to nanoseconds.
/// A leap second is left out: no two libraries agree on the instant it is.
fn date_time(tape: &mut Tape) -> String {
    format!("{}T{}{}", date(tape), time(tape), offset(tape))
}

fn date(tape: &mut Tape) -> String {
    let year = match tape.below(8) {
        0 => 2024,
        1 => 1970,
        2 => 1,
        3 => 9998,
        4 => 1900,
        _ => 1990 + tape.below(60),
    };
    let month = 1 + tape.below(12);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day = match tape.below(3) {
        0 => 1,
        1 => days,
        _ => 1 + tape.below(days),
    };
    format!("{year:04}-{month:02}-{day:02}")
}

fn time(tape: &mut Tape) -> String {
    let (hour, minute, second) = match tape.below(4) {
        0 => (0, 0, 0),
        1 => (23, 59, 59),
        _ => (tape.below(24), tape.below(60), tape.below(60)),
    };
    format!("{hour:02}:{minute:02}:{second:02}{}", fraction(tape))
}

fn fraction(tape: &mut Tape) -> String {
    let length = tape.below(10);
    if length == 0 {
        return String::new();
    }
    let digits: String = (0..length).map(|_| tape.below(10).to_string()).collect();
    format!(".{digits}")
}

fn offset(tape: &mut Tape) -> String {
    match tape.below(6) {
        0..=2 => "Z".to_owned(),
        3 => "+00:00".to_owned(),
        4 => format!("+{:02}:{:02}", tape.below(15), 15 * tape.below(4)),
        _ => format!("-{:02}:{:02}", 1 + tape.below(12), 15 * tape.below(4)),
    }
}

/// RFC 3339 appendix A.
fn duration(tape: &mut Tape) -> String {
    let count = 1 + tape.below(30);
    match tape.below(6) {
        0 => format!("PT{count}S"),
        1 => format!("PT{count}M"),
        2 => format!("P{count}D"),
        3 => format!("P{count}W"),
        4 => format!("P{count}DT{}H", tape.below(24)),
        _ => format!("P{}Y{}M{count}D", tape.below(10), tape.below(12)),
    }
}

/// RFC 9562 §4, in lower case as its text form is written.
fn uuid(tape: &mut Tape) -> String {
    let high = tape.below(u64::MAX);
    let low = tape.below(u64::MAX);
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | ((low >> 48) & 0x3fff),
        low & 0xffff_ffff_ffff,
    )
}

fn host(tape: &mut Tape) -> String {
    format!("{}.example", word(tape))
}

fn ipv4(tape: &mut Tape) -> String {
    let bytes: Vec<String> = (0..4).map(|_| tape.below(256).to_string()).collect();
    bytes.join(".")
}

/// RFC 5952: whole, shortened, or the loopback address.
fn ipv6(tape: &mut Tape) -> String {
    match tape.below(3) {
        0 => "::1".to_owned(),
        1 => format!("2001:db8::{:x}", 1 + tape.below(0xffff)),
        _ => {
            let groups: Vec<String> = (0..8)
                .map(|_| format!("{:x}", 1 + tape.below(0xffff)))
                .collect();
            groups.join(":")
        }
    }
}

/// RFC 3986 §3, as every library writes it back.
fn uri(tape: &mut Tape) -> String {
    let scheme = if tape.rarely(4) { "http" } else { "https" };
    let start = format!("{scheme}://{}/{}", host(tape), word(tape));
    match tape.below(4) {
        0 | 1 => start,
        2 => format!("{start}?{}={}", word(tape), tape.below(100)),
        _ => format!("{start}/%C3%A9#{}", word(tape)),
    }
}

fn reference(tape: &mut Tape) -> String {
    match tape.below(3) {
        0 => format!("/{}", word(tape)),
        1 => format!("../{}?{}", word(tape), word(tape)),
        _ => uri(tape),
    }
}

fn bytes(tape: &mut Tape) -> Vec<u8> {
    let length = tape.below(12);
    (0..length)
        .map(|_| u8::try_from(tape.below(256)).unwrap_or(0))
        .collect()
}
