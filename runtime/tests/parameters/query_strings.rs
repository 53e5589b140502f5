//! The whole query as one parameter (OpenAPI 3.2.0 §4.12.1).

use bindery::serde_json::json;

use crate::{builder, target};

#[test]
fn a_form_is_the_whole_query() {
    let value = json!({ "kind": "a&b", "tag": ["x", "y z"], "none": null });
    let request = builder().query_string_form("filter", &value).finish();
    let target = target(&request.unwrap());
    assert_eq!(target, "/p?kind=a%26b&tag=x&tag=y%20z");
}

#[test]
fn a_json_text_is_the_whole_query() {
    let value = json!({ "a": [1, "ü"] });
    let request = builder().query_string_json("selector", &value).finish();
    let target = target(&request.unwrap());
    assert_eq!(target, "/p?%7B%22a%22%3A%5B1%2C%22%C3%BC%22%5D%7D");
}

#[test]
fn without_a_value_there_is_no_query() {
    let none: Option<String> = None;
    let request = builder()
        .query_string_form("filter", &none)
        .query_string_json("selector", &none);
    assert_eq!(target(&request.finish().unwrap()), "/p");
}

#[test]
fn what_is_no_object_is_no_form() {
    let request = builder().query_string_form("filter", &[1]).finish();
    let error = request.unwrap_err().to_string();
    assert!(error.contains("filter"), "{error}");
}
