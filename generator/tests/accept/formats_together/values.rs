//! Formats of several schemas hold of one value together, and so does null.

mod values;

use accepted::formats_together::types::{Beyond, Both, Known, Narrowed, AtMostThree, OfNumbers, Texts, Untyped};
use values::{comes_back, is_refused};

#[test]
fn a_number_is_within_the_bounds_of_all_its_formats() {
    comes_back::<Narrowed>("2147483647");
    assert!(is_refused::<Narrowed>("2147483648"));
    comes_back::<Both>("127");
    assert!(is_refused::<Both>("128") && is_refused::<Both>("-1"));
    assert!(is_refused::<Untyped>("256"));
    comes_back::<OfNumbers>("2147483648");
}

#[test]
fn a_text_is_of_all_its_formats() {
    comes_back::<Texts>(r#""00000000-0000-4000-8000-000000000000""#);
    assert!(is_refused::<Texts>(r#""b.example""#));
    assert!(is_refused::<Known>(r#""tomorrow""#));
}

#[test]
fn null_is_of_what_all_say_it_is_of() {
    comes_back::<Option<AtMostThree>>("null");
    assert!(is_refused::<AtMostThree>(r#""long""#));
}

#[test]
fn a_listed_number_beyond_64_bits_is_held() {
    comes_back::<Beyond>("1");
    assert!(!is_refused::<Beyond>("-9223372036854776000"));
}
