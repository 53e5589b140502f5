//! Each format of strings: what is of it and what is not.

use bindery::{
    Constraint, DateTime, Validate, decode,
    jiff::{Timestamp, civil::Date, tz::Offset},
    serde_json,
};

fn is_of(format: &'static str, text: &str) -> bool {
    text.satisfies(&Constraint::Format(format))
}

fn accepts(format: &'static str, texts: &[&str]) {
    for text in texts {
        assert!(is_of(format, text), "{text:?} is of {format}");
    }
}

fn refuses(format: &'static str, texts: &[&str]) {
    for text in texts {
        assert!(!is_of(format, text), "{text:?} is not of {format}");
    }
}

#[test]
fn a_date_time_has_a_t_and_an_offset() {
    accepts(
        "date-time",
        &[
            "2024-02-29T00:00:00Z",
            "2024-02-29t00:00:00.123456789012z",
            "9999-12-31T23:59:59.999Z",
            "0000-01-01T00:00:00+23:59",
        ],
    );
    refuses(
        "date-time",
        &[
            "2023-02-29T00:00:00Z",
            "2024-01-01 00:00:00Z",
            "2024-01-01T00:00Z",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00+0100",
            "2024-01-01T00:00:00Z[UTC]",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T24:00:00Z",
            "2024-13-01T00:00:00Z",
            "+2024-01-01T00:00:00Z",
            "2024-01-01T00:00:0١Z",
            "",
        ],
    );
}

#[test]
fn a_leap_second_ends_a_day_of_universal_time() {
    accepts(
        "date-time",
        &["1998-12-31T23:59:60Z", "1998-12-31T15:59:60.5-08:00"],
    );
    refuses(
        "date-time",
        &[
            "1998-12-31T23:58:60Z",
            "1998-12-31T23:59:60+01:00",
            "1998-12-31T23:59:61Z",
        ],
    );
    accepts("time", &["23:59:60Z", "00:59:60+01:00"]);
    refuses("time", &["22:59:60Z", "12:00:00", "1:00:00Z"]);
}

#[test]
fn dates_follow_the_calendar() {
    accepts(
        "date",
        &["2024-02-29", "1900-02-28", "2000-02-29", "9999-12-31"],
    );
    refuses(
        "date",
        &[
            "1900-02-29",
            "2024-04-31",
            "2024-00-01",
            "2024-01-00",
            "2024-1-1",
            "20240101",
            "2024-01-01T",
        ],
    );
}

#[test]
fn a_duration_leaves_no_unit_out_between_two() {
    accepts(
        "duration",
        &["P1Y", "P1Y2M3D", "PT36H", "P4W", "P1DT12H", "PT0S", "P0D"],
    );
    refuses(
        "duration",
        &[
            "P", "PT", "P1Y2D", "PT1H2S", "P1D2Y", "P1WT1H", "P2W1D", "P1", "PT1D", "1D", "P1.5D",
            "-P1D",
        ],
    );
}

#[test]
fn a_uuid_has_five_groups_of_digits() {
    accepts("uuid", &["2EB8AA08-aa98-11ea-b4aa-73b441d16380"]);
    refuses(
        "uuid",
        &[
            "2eb8aa08-aa98-11ea-b4aa73b441d16380",
            "2eb8aa08aa9811eab4aa73b441d16380",
            "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
            "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
        ],
    );
}

#[test]
fn bytes_are_padded_base64() {
    accepts("byte", &["", "AA==", "AAA=", "+/+/"]);
    refuses("byte", &["AA", "A", "-_-_", "AA==\n", "AB=="]);
    accepts("base64url", &["", "AA", "AA==", "-_-_"]);
    refuses("base64url", &["+/+/", "A"]);
}

#[test]
fn mailboxes_hosts_and_addresses() {
    accepts(
        "email",
        &[
            "a@b",
            "a.b+c@example.com",
            "\"a b\"@example.com",
            "a@[127.0.0.1]",
            "a@[IPv6:::1]",
        ],
    );
    refuses(
        "email",
        &[
            "a",
            "@b",
            "a@",
            ".a@b",
            "a..b@c",
            "a@b c",
            "a@[1.2.3]",
            "\"a\"b@c",
            "a@-b",
        ],
    );
    accepts("idn-email", &["실례@실례.테스트"]);
    refuses("idn-email", &["é", "a＠b"]);
    accepts("hostname", &["a", "a-b.example", "1.example"]);
    refuses("hostname", &["", "a.", ".a", "-a", "a-", "a_b", "a..b"]);
    accepts("ipv4", &["0.0.0.0", "255.1.2.3"]);
    refuses(
        "ipv4",
        &["1.2.3", "1.2.3.4.5", "256.0.0.0", "01.2.3.4", "1.2.3.4 "],
    );
    accepts("ipv6", &["::", "::1", "2001:DB8::1", "::ffff:1.2.3.4"]);
    refuses(
        "ipv6",
        &[
            "1",
            ":::",
            "12345::",
            "::1%eth0",
            "::1/64",
            "1:2:3:4:5:6:7:8:9",
        ],
    );
}

#[test]
fn a_uri_has_a_scheme_and_a_reference_may_not() {
    accepts(
        "uri",
        &[
            "https://a.example:80/b?c=%20#d",
            "urn:a:b",
            "mailto:a@b.c",
            "http://[::1]:80/",
            "file:///a",
        ],
    );
    refuses(
        "uri",
        &[
            "//a",
            "/a",
            "a b",
            "http:// a",
            "1a:b",
            "http://[1/",
            "a:%zz",
            "http://a/é",
            "a:<b>",
            "http://a:b/",
            ":a",
            "a:#b#c",
        ],
    );
    accepts(
        "uri-reference",
        &["", "/a", "//a/b", "../a?b#c", "#a", "a:b"],
    );
    refuses("uri-reference", &["\\a", "a b", "a#b#c", "1a:b", "é"]);
    accepts("iri", &["http://ƒøø.example/?∂éœ=πîx"]);
    refuses("iri", &["/é", "é"]);
    accepts("iri-reference", &["/é", "é"]);
    accepts("uri-template", &["/a'/{b}", "/{+a,b*}{?c:3}", ""]);
    refuses("uri-template", &["/{a", "/a}", "{}", "{a:0}", "{a b}"]);
}

#[test]
fn pointers_expressions_and_decimals() {
    accepts("json-pointer", &["", "/", "/a~0~1b"]);
    refuses("json-pointer", &["a", "/~", "/~2", "#/a"]);
    accepts("relative-json-pointer", &["0", "1/a", "2#", "0+1/a"]);
    refuses(
        "relative-json-pointer",
        &["", "/a", "01", "-1", "1a", "0+0"],
    );
    accepts("regex", &["^a+$", r"\p{L}"]);
    refuses("regex", &["(", r"\-", "a**"]);
    accepts(
        "decimal",
        &["0", "-1.50", "+3", "123456789012345678901234567890.1"],
    );
    refuses("decimal", &["", ".5", "1.", "1e3", "1,0", "NaN", "--1"]);
}

#[test]
fn a_format_that_is_not_known_is_an_annotation() {
    accepts("unheard-of", &["anything"]);
}

fn date_time(text: &str) -> DateTime {
    decode(format!("{text:?}").as_bytes()).expect(text)
}

#[test]
fn every_date_time_is_given_back() {
    for text in [
        "1985-04-12T23:20:50.52Z",
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999999999-12:00",
        "0000-01-01T00:00:00+14:00",
        "1990-12-31T23:59:60Z",
        "1990-12-31T15:59:60.25-08:00",
        "1937-01-01T12:00:27.87+00:20",
        "2024-01-01T00:00:00.000Z",
        "2024-01-01T00:00:00.1200000Z",
        "2024-01-01T00:00:00+00:00",
        "2024-01-01T00:00:00-00:00",
        "2024-01-01t00:00:00.100z",
    ] {
        let written = serde_json::to_string(&date_time(text)).unwrap();
        assert_eq!(written, format!("{text:?}"));
    }
}

#[test]
fn date_times_are_compared_as_instants() {
    assert_eq!(
        date_time("2024-01-01T00:30:00+01:00"),
        date_time("2023-12-31T23:30:00Z")
    );
    let ordered = [
        "0000-01-01T00:00:00.5Z",
        "1990-12-31T23:59:59.9Z",
        "1990-12-31T23:59:60.1Z",
        "1991-01-01T00:00:00Z",
    ];
    for pair in ordered.windows(2) {
        assert!(date_time(pair[0]) < date_time(pair[1]), "{pair:?}");
    }
    let time: Timestamp = "2024-01-01T00:00:00.5Z".parse().unwrap();
    assert_eq!(
        date_time("2024-01-01T01:00:00.5+01:00")
            .timestamp()
            .unwrap(),
        time
    );
    assert_eq!(DateTime::from(time), date_time("2024-01-01T00:00:00.5Z"));
    assert!(date_time("9999-12-31T23:59:59Z").timestamp().is_err());
    assert!(date_time("1990-12-31T23:59:60Z").is_leap_second());
    let zoned = time.to_zoned(bindery::jiff::tz::TimeZone::fixed(Offset::constant(-3)));
    assert_eq!(
        DateTime::from(zoned).to_string(),
        "2023-12-31T21:00:00.5-03:00"
    );
}

#[test]
fn only_the_lenient_reading_takes_what_is_nearly_a_date_time() {
    for text in [
        "2024-01-01 00:00:00Z",
        "2024-01-01T00:00:00+01",
        "2024-01-01T00:00:00Z[UTC]",
    ] {
        let json = format!("{text:?}");
        let date_time: DateTime = serde_json::from_str(&json).expect(text);
        assert_eq!(date_time.civil().year(), 2024);
        assert!(decode::<DateTime>(json.as_bytes()).is_err(), "{text}");
        assert!(serde_json::from_str::<Timestamp>(&json).is_ok(), "{text}");
        assert!(
            decode::<Vec<Timestamp>>(format!("[{json}]").as_bytes()).is_err(),
            "{text}"
        );
    }
    let error = serde_json::from_str::<DateTime>(r#""2024-01-01T00:00:00""#).unwrap_err();
    assert!(error.to_string().contains("`date-time = \"string\"`"));
    for text in [
        "2024-01-01T00:00:00",
        "2024-01-01",
        "1990-12-31T22:59:60Z",
        "x",
    ] {
        assert!(
            serde_json::from_str::<DateTime>(&format!("{text:?}")).is_err(),
            "{text}"
        );
    }
    assert!(serde_json::from_str::<Date>("\"20240101\"").is_ok());
    assert!(decode::<Date>(b"\"20240101\"").is_err());
    let error = decode::<Vec<Date>>(b"[\"2024-02-30\"]").unwrap_err();
    assert_eq!((error.pointer(), error.excerpt()), ("/0", "\"2024-02-30\""));
}

#[test]
fn what_is_finer_than_a_nanosecond_is_cut_off() {
    for (text, written) in [
        (
            "2024-01-01T00:00:00.1234567899Z",
            "2024-01-01T00:00:00.123456789Z",
        ),
        (
            "2024-01-01T00:00:00.0000000001Z",
            "2024-01-01T00:00:00.000000000Z",
        ),
    ] {
        let date_time: DateTime = decode(format!("{text:?}").as_bytes()).expect(text);
        assert_eq!(date_time.to_string(), written);
    }
}

#[test]
fn a_date_time_that_a_program_makes_is_one_of_the_format_or_is_not_written() {
    let civil = bindery::jiff::civil::DateTime::constant(2024, 1, 1, 1, 1, 1, 0);
    let offset = bindery::jiff::tz::Offset::from_seconds(3661).unwrap();
    let made = DateTime::new(civil, offset);
    assert_eq!(made.to_string(), "2024-01-01T00:00:00Z");
    assert_eq!(
        made.timestamp().unwrap(),
        offset.to_timestamp(civil).unwrap()
    );

    let civil = bindery::jiff::civil::DateTime::constant(-1, 1, 1, 0, 0, 0, 0);
    let before = DateTime::new(civil, bindery::jiff::tz::Offset::UTC);
    assert!(serde_json::to_string(&before).is_err());
    assert!(before.validate().is_err());
}
