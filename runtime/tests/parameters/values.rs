//! Values as text: what is absent, what is encoded, numbers, content.

use std::collections::BTreeMap;

use bindery::{Field, Json, JsonObject, RequestBuilder, Style, jiff::Timestamp};

use crate::{builder, in_cookie, in_header, in_path, in_query, metadata, target};

#[test]
fn what_is_not_there_is_left_out() {
    assert_eq!(in_query(Style::FORM, &None::<String>).unwrap(), "");
    assert_eq!(in_query(Style::FORM, &Field::<String>::Absent).unwrap(), "");
    assert_eq!(in_query(Style::FORM, &Field::<String>::Null).unwrap(), "");
    assert_eq!(in_query(Style::FORM, &Vec::<String>::new()).unwrap(), "");
    assert_eq!(
        in_query(Style::FORM_JOINED, &[Some("a"), None, Some("b")]).unwrap(),
        "color=a,b"
    );
    assert_eq!(in_query(Style::FORM, &JsonObject::new()).unwrap(), "");
    assert_eq!(
        in_query(Style::DEEP_OBJECT, &JsonObject::new()).unwrap(),
        ""
    );
    assert_eq!(in_header(Style::SIMPLE, &None::<i64>).unwrap(), None);
    assert_eq!(in_cookie(Style::FORM, &None::<i64>), None);
}

#[test]
fn all_but_unreserved_characters_are_encoded() {
    let reserved = ":/?#[]@!$&'()*+,;=% \"<>\\^`{|}é€-._~";
    let encoded = "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25%20%22%3C%3E%5C%5E%60%7B%7C%7D%C3%A9%E2%82%AC-._~";
    assert_eq!(
        in_query(Style::FORM, reserved).unwrap(),
        format!("color={encoded}")
    );
    assert_eq!(in_path(Style::SIMPLE, reserved).unwrap(), encoded);
    assert_eq!(
        in_query(Style::FORM_JOINED, &["a,b", "c d"]).unwrap(),
        "color=a%2Cb,c%20d"
    );
    assert_eq!(
        in_query(Style::DEEP_OBJECT, &BTreeMap::from([("a]", "&")])).unwrap(),
        "color%5Ba%5D%5D=%26"
    );
}

#[test]
fn reserved_characters_stand_where_they_are_allowed() {
    let style = Style::FORM.with_reserved();
    assert_eq!(
        in_query(style, ":/?[]@!$&'()*+,;=").unwrap(),
        "color=:/?[]@!$&'()*+,;="
    );
    assert_eq!(
        in_query(style, "a#b c%20d%zz%").unwrap(),
        "color=a%23b%20c%20d%25zz%25"
    );
}

#[test]
fn numbers_are_written_as_in_json_and_shorter() {
    assert_eq!(in_query(Style::FORM, &50.0).unwrap(), "color=50");
    assert_eq!(in_query(Style::FORM, &0.1).unwrap(), "color=0.1");
    assert_eq!(in_query(Style::FORM, &0.1_f32).unwrap(), "color=0.1");
    assert_eq!(in_query(Style::FORM, &Json::from(2.0)).unwrap(), "color=2");
    assert_eq!(
        in_query(Style::FORM, &u64::MAX).unwrap(),
        format!("color={}", u64::MAX)
    );
    assert!(
        in_query(Style::FORM, &f64::NAN)
            .unwrap_err()
            .contains("`color`")
    );
    let time: Timestamp = "2024-02-29T12:00:00Z".parse().unwrap();
    assert_eq!(
        in_query(Style::FORM, &time).unwrap(),
        "color=2024-02-29T12%3A00%3A00Z"
    );
}

#[test]
fn a_header_takes_no_control_characters() {
    for value in ["a\r\nX-Evil: 1", "a\nb", "a\0b"] {
        let error = in_header(Style::SIMPLE, value).unwrap_err();
        assert!(!error.to_string().contains("Evil"), "{error}");
    }
    assert_eq!(
        in_header(Style::SIMPLE, "a b/é%").unwrap().unwrap(),
        "a b/é%"
    );
    assert!(
        builder()
            .header("no name", Style::SIMPLE, "x")
            .finish()
            .is_err()
    );
}

#[test]
fn content_parameters_are_json() {
    let request = RequestBuilder::new(&metadata("/p/{key}"))
        .path_json("key", &bindery::serde_json::json!({"a": "b/c"}))
        .cookie_json("prefs", &bindery::serde_json::json!({"a": [1]}))
        .cookie_json("none", &None::<i64>)
        .query_json("filter", &bindery::serde_json::json!({"a": [1]}))
        .query_json("none", &None::<i64>)
        .header_json("X-Meta", &[1, 2])
        .finish()
        .unwrap();
    assert_eq!(
        target(&request),
        "/p/%7B%22a%22%3A%22b%2Fc%22%7D?filter=%7B%22a%22%3A%5B1%5D%7D"
    );
    assert_eq!(request.headers()["cookie"], "prefs=%7B%22a%22%3A%5B1%5D%7D");
    assert_eq!(request.headers()["x-meta"], "[1,2]");
}

#[test]
fn bodies_come_with_their_media_type() {
    let json = builder()
        .accept("application/json")
        .json("application/merge-patch+json", &[1])
        .finish()
        .unwrap();
    assert_eq!(
        json.headers()["content-type"],
        "application/merge-patch+json"
    );
    assert_eq!(json.headers()["accept"], "application/json");
    assert_eq!(json.body().as_bytes(), Some(&b"[1]"[..]));
    let none = builder()
        .json_optional("application/json", &None::<i64>)
        .finish()
        .unwrap();
    assert!(none.headers().get("content-type").is_none());
    assert_eq!(none.body().as_bytes(), Some(&b""[..]));
}

#[test]
fn the_first_error_is_the_one_that_is_told() {
    let error = builder()
        .query("first", Style::FORM, &f64::NAN)
        .header("bad name", Style::SIMPLE, "x")
        .finish()
        .unwrap_err();
    assert!(
        error.to_string().starts_with("parameter `first`"),
        "{error}"
    );
}
