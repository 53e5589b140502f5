//! Bytes in text, as `format: byte` and `contentEncoding: base64` write them.

use std::{fmt, str::FromStr};

use ::base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, general_purpose as engine},
};
use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::is_base64;
use crate::{Constraint, Model, Nesting, Own, Validate};

/// What servers write: with padding or without, in either alphabet, and with bits left over at the end.
const STANDARD: GeneralPurpose = lenient(&alphabet::STANDARD);
const URL_SAFE: GeneralPurpose = lenient(&alphabet::URL_SAFE);

const fn lenient(alphabet: &alphabet::Alphabet) -> GeneralPurpose {
    let config = engine::GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(alphabet, config)
}

/// What a schema of `format: byte` or `contentEncoding: base64` becomes: bytes, written in the 64 letters of RFC 4648
/// §4.
///
/// It keeps its text, so that what was read comes back as it was; the bytes are decoded when they are asked for. A text
/// that encodes nothing is refused where formats are asserted, and by [`decode`](Self::decode).
///
/// ```
/// use bindery::Base64;
///
/// let sent = Base64::from(b"hi!");
/// assert_eq!(sent.as_str(), "aGkh");
///
/// let read: Base64 = bindery::decode(br#""aGkh""#).unwrap();
/// assert_eq!(read.decode().unwrap(), b"hi!");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Base64(String);

/// Why a text encodes no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseBase64Error(());

impl fmt::Display for ParseBase64Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text is not base64")
    }
}

impl std::error::Error for ParseBase64Error {}

impl Base64 {
    /// Encodes bytes.
    pub fn encode(bytes: impl AsRef<[u8]>) -> Self {
        Self(engine::STANDARD.encode(bytes))
    }

    /// A text that is encoded already. What it encodes is looked at by [`decode`](Self::decode).
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The bytes. The alphabet of URLs (RFC 4648 §5), missing padding and broken lines are understood.
    ///
    /// # Errors
    ///
    /// When the text encodes no bytes.
    pub fn decode(&self) -> Result<Vec<u8>, ParseBase64Error> {
        let is_within = |byte: &u8| !byte.is_ascii_whitespace();
        let text: Vec<u8> = self.0.bytes().filter(is_within).collect();
        let decoded = STANDARD.decode(&text).or_else(|_| URL_SAFE.decode(&text));
        decoded.map_err(|_| ParseBase64Error(()))
    }

    /// The encoded text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The encoded text.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Encodes bytes of these types.
macro_rules! encode {
    ($($type:ty),*) => {$(
        impl From<$type> for Base64 {
            fn from(bytes: $type) -> Self {
                Self::encode(bytes)
            }
        }
    )*};
}

encode!(&[u8], Vec<u8>, Bytes);

impl<const LENGTH: usize> From<[u8; LENGTH]> for Base64 {
    fn from(bytes: [u8; LENGTH]) -> Self {
        Self::encode(bytes)
    }
}

impl<const LENGTH: usize> From<&[u8; LENGTH]> for Base64 {
    fn from(bytes: &[u8; LENGTH]) -> Self {
        Self::encode(bytes)
    }
}

impl TryFrom<Base64> for Vec<u8> {
    type Error = ParseBase64Error;

    fn try_from(encoded: Base64) -> Result<Self, ParseBase64Error> {
        encoded.decode()
    }
}

impl FromStr for Base64 {
    type Err = ParseBase64Error;

    /// Takes a text as RFC 4648 §4 has it.
    fn from_str(text: &str) -> Result<Self, ParseBase64Error> {
        let is_base64 = is_base64(text);
        is_base64
            .then(|| Self(text.to_owned()))
            .ok_or(ParseBase64Error(()))
    }
}

/// The encoded text.
impl fmt::Display for Base64 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

impl Model for Base64 {}

impl Validate for Base64 {
    type Kind = Own;
    const UNCHECKED: bool = true;
    const NESTING: Nesting = Nesting::Leaf;

    /// Of the text.
    fn satisfies(&self, constraint: &Constraint) -> bool {
        self.0.satisfies(constraint)
    }
}
