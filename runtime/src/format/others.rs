//! Types of other crates that stand for formats, where a feature asks for them.

/// A type that reads itself from its text, and of which nothing is checked beyond that.
macro_rules! of_text {
    ($($type:ty, $expected:literal, $is_of_format:path);* $(;)?) => {$(
        impl $crate::Model for $type {
            fn read_from<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                super::read::read_text(deserializer, $expected, $is_of_format)
            }
        }

        impl $crate::Validate for $type {
            type Kind = $crate::Own;
            const UNCHECKED: bool = true;
            const NESTING: $crate::Nesting = $crate::Nesting::Leaf;
        }
    )*};
}

of_text! {
    std::net::Ipv4Addr, "an IPv4 address", super::is_parsed::<std::net::Ipv4Addr>;
    std::net::Ipv6Addr, "an IPv6 address", super::is_parsed::<std::net::Ipv6Addr>;
}

#[cfg(feature = "uuid")]
of_text!(uuid::Uuid, "a UUID", super::internet::is_uuid);

#[cfg(feature = "chrono")]
of_text! {
    chrono::DateTime<chrono::FixedOffset>, "a date-time such as `2024-01-31T09:30:00Z`", super::time::is_date_time;
    chrono::NaiveDate, "a date such as `2024-01-31`", super::time::is_date;
}
