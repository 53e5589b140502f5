//! What the tests of generated types ask of every value.

#![allow(dead_code, reason = "not every test asks all of it")]

use accepted::bindery::{Model, decode, serde_json};

/// The value of a text, which is written as it came.
pub fn comes_back<T: Model>(text: &str) -> T {
    let value: T = decode(text.as_bytes()).expect(text);
    assert_eq!(serde_json::to_string(&value).expect("it is written"), text);
    value
}

pub fn is_refused<T: Model>(text: &str) -> bool {
    decode::<T>(text.as_bytes()).is_err()
}
