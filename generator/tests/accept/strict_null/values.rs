//! Null beside a schema that says nothing of it.

use accepted::bindery::decode;
use accepted::strict_null::types::{ListOrNull, NamedOrNull, TextOrNull};

#[test]
fn null_is_of_no_one_of_whose_other_member_admits_it() {
    assert!(decode::<NamedOrNull>(b"null").is_err());
    assert!(decode::<ListOrNull>(b"null").is_err());
    assert!(decode::<NamedOrNull>(br#"{"name":"a"}"#).is_ok() && decode::<ListOrNull>(b"1").is_ok());
    assert_eq!(decode::<Option<TextOrNull>>(b"null").expect("one member admits it"), None);
}
