//! Types that stand for formats: what they take, what they refuse, and what they write.

use std::net::{Ipv4Addr, Ipv6Addr};

use bindery::{
    Base64, Constraint, Duration, Model, Validate, decode,
    jiff::{ToSpan, civil::Time},
    serde_json,
};

/// What comes back of a text; none where it is refused.
fn written<T: Model>(text: &str) -> Option<String> {
    let json = serde_json::to_string(text).expect("a text is written");
    let value: T = decode(json.as_bytes()).ok()?;
    let written = serde_json::to_value(&value).expect("it is written");
    Some(written.as_str().expect("it is a text").to_owned())
}

fn gives_back<T: Model>(texts: &[&str]) {
    for text in texts {
        assert_eq!(written::<T>(text).as_deref(), Some(*text));
    }
}

fn refuses<T: Model>(texts: &[&str]) {
    for text in texts {
        assert_eq!(written::<T>(text), None, "{text}");
    }
}

#[test]
fn base64_keeps_its_text_whatever_it_is() {
    gives_back::<Base64>(&["", "aGkh", "AA==", "AA", "AB==", "-_-_", "*"]);
    assert!(decode::<Base64>(b"1").is_err());
}

#[test]
fn base64_encodes_and_decodes() {
    for bytes in [&b""[..], b"h", b"hi", b"hi!", &[0xfb, 0xff, 0xfe]] {
        let encoded = Base64::from(bytes);
        assert_eq!(encoded.decode().expect("it was encoded"), bytes);
        assert!(encoded.satisfies(&Constraint::Format("byte")));
        assert_eq!(encoded.as_str().parse(), Ok(encoded));
    }
    assert_eq!(Base64::from([0xfb, 0xff]).as_str(), "+/8=");
    assert_eq!(Base64::from(vec![1, 2]), Base64::from(b"\x01\x02"));
}

#[test]
fn base64_understands_what_servers_write() {
    let decoded = |text: &str| Base64::from_text(text).decode();
    for text in ["+/8=", "+/8", "-_8=", "-_8", "+/\r\n8="] {
        assert_eq!(decoded(text), Ok(vec![0xfb, 0xff]), "{text}");
    }
    for text in ["*", "A", "AA=A", "=AA="] {
        assert!(decoded(text).is_err(), "{text}");
        assert!(text.parse::<Base64>().is_err(), "{text}");
    }
}

#[test]
fn base64_is_checked_as_its_text() {
    let encoded = Base64::from_text("AAA");
    assert!(!encoded.satisfies(&Constraint::Format("byte")));
    assert!(!encoded.satisfies(&Constraint::MaxLength(2)));
    assert!(encoded.satisfies(&Constraint::Pattern("^A+$")));
}

#[test]
fn addresses_are_read_exactly() {
    gives_back::<Ipv4Addr>(&["127.0.0.1", "255.255.255.255"]);
    refuses::<Ipv4Addr>(&["127.0.0", "256.0.0.1", "1.2.3.04", ""]);
    gives_back::<Ipv6Addr>(&["::1", "2001:db8::1"]);
    refuses::<Ipv6Addr>(&["::1::", "127.0.0.1", "fe80::1%eth0"]);
    assert_eq!(
        written::<Ipv6Addr>("2001:DB8:0::1").as_deref(),
        Some("2001:db8::1")
    );
}

#[test]
fn a_duration_is_so_many_of_each_unit() {
    gives_back::<Duration>(&["P1Y2M3D", "PT36H", "P2W", "P1DT12H", "PT90S"]);
    refuses::<Duration>(&["P", "1 hour", "PT", "1D"]);
    let duration: Duration = decode(br#""PT90M""#).expect("it is a duration");
    assert_eq!(duration.span().fieldwise(), 90.minutes().fieldwise());
    assert_ne!(duration, Duration::from(1.hour().minutes(30)));
    // Plain reading takes what jiff does.
    let plain: Duration = serde_json::from_str(r#""1 hour""#).expect("jiff reads it");
    assert_eq!(plain.to_string(), "PT1H");
}

#[test]
fn a_time_has_no_offset() {
    gives_back::<Time>(&["09:30:00", "23:59:59.5"]);
    refuses::<Time>(&["09:30:00Z", "25:00:00", "noon"]);
}

#[cfg(feature = "uuid")]
#[test]
fn a_uuid_is_one_of_the_crate() {
    use bindery::uuid::Uuid;

    gives_back::<Uuid>(&["67e55044-10b1-426f-9247-bb680e5fe0c8"]);
    refuses::<Uuid>(&["67e5504410b1426f9247bb680e5fe0c8", "67e55044", ""]);
    let upper = written::<Uuid>("67E55044-10B1-426F-9247-BB680E5FE0C8");
    assert_eq!(
        upper.as_deref(),
        Some("67e55044-10b1-426f-9247-bb680e5fe0c8")
    );
}

#[cfg(feature = "chrono")]
#[test]
fn dates_are_those_of_chrono() {
    use bindery::chrono::{DateTime, FixedOffset, NaiveDate};

    gives_back::<DateTime<FixedOffset>>(&[
        "2024-02-29T12:00:00Z",
        "9999-12-31T23:59:59.500+05:30",
        "2016-12-31T23:59:60Z",
    ]);
    refuses::<DateTime<FixedOffset>>(&[
        "2024-02-29",
        "2024-02-29T12:00:00",
        "2023-02-29T12:00:00Z",
    ]);
    gives_back::<NaiveDate>(&["2024-02-29"]);
    refuses::<NaiveDate>(&["2023-02-29", "2024-2-9", ""]);
}
