//! Parameters as they stand in a request: every style against the table of OpenAPI 3.1.1 §4.8.12.4, and what lies beyond.

use std::collections::BTreeMap;

use bindery::{
    Body, Field, Json, JsonObject, OperationMetadata, RequestBuilder, RequestError, Style,
    StyleKind, http::Request, jiff::Timestamp, serde::Serialize,
};

fn metadata(path: &'static str) -> OperationMetadata {
    OperationMetadata::new("test", "GET", path, &[])
}

fn builder() -> RequestBuilder {
    RequestBuilder::new(&metadata("/p"))
}

fn target(request: &Request<Body>) -> String {
    request.uri().to_string()
}

fn in_path<T: Serialize + ?Sized>(style: Style, value: &T) -> Result<String, String> {
    let request = RequestBuilder::new(&metadata("/{color}/end"))
        .path("color", style, value)
        .finish();
    let target = request
        .map(|request| target(&request))
        .map_err(|error| error.to_string())?;
    Ok(target
        .trim_start_matches('/')
        .trim_end_matches("/end")
        .to_owned())
}

fn in_query<T: Serialize + ?Sized>(style: Style, value: &T) -> Result<String, String> {
    let request = builder()
        .query("color", style, value)
        .finish()
        .map_err(|error| error.to_string())?;
    Ok(request.uri().query().unwrap_or_default().to_owned())
}

fn in_header<T: Serialize + ?Sized>(
    style: Style,
    value: &T,
) -> Result<Option<String>, RequestError> {
    let request = builder().header("X-Color", style, value).finish()?;
    Ok(request
        .headers()
        .get("x-color")
        .map(|value| String::from_utf8(value.as_bytes().to_vec()).unwrap()))
}

fn in_cookie<T: Serialize + ?Sized>(style: Style, value: &T) -> Option<String> {
    let request = builder().cookie("color", style, value).finish().unwrap();
    request
        .headers()
        .get("cookie")
        .map(|value| value.to_str().unwrap().to_owned())
}

const ARRAY: [&str; 3] = ["blue", "black", "brown"];

fn object() -> JsonObject {
    let pairs = [("R", 100), ("G", 200), ("B", 150)];
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Json::from(value)))
        .collect()
}

#[test]
fn path_styles_are_those_of_the_table() {
    for (style, text, array, object_text) in [
        (
            Style::MATRIX,
            ";color=blue",
            ";color=blue,black,brown",
            ";color=R,100,G,200,B,150",
        ),
        (
            Style::MATRIX_EXPLODE,
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";R=100;G=200;B=150",
        ),
        (
            Style::LABEL,
            ".blue",
            ".blue,black,brown",
            ".R,100,G,200,B,150",
        ),
        (
            Style::LABEL_EXPLODE,
            ".blue",
            ".blue.black.brown",
            ".R=100.G=200.B=150",
        ),
        (
            Style::SIMPLE,
            "blue",
            "blue,black,brown",
            "R,100,G,200,B,150",
        ),
        (
            Style::SIMPLE_EXPLODE,
            "blue",
            "blue,black,brown",
            "R=100,G=200,B=150",
        ),
    ] {
        assert_eq!(in_path(style, "blue").unwrap(), text);
        assert_eq!(in_path(style, &ARRAY).unwrap(), array);
        assert_eq!(in_path(style, &object()).unwrap(), object_text);
    }
    assert_eq!(in_path(Style::MATRIX, "").unwrap(), ";color");
    assert_eq!(in_path(Style::MATRIX_EXPLODE, "").unwrap(), ";color");
}

#[test]
fn query_styles_are_those_of_the_table() {
    for (style, array, object_text) in [
        (
            Style::FORM_JOINED,
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ),
        (
            Style::FORM,
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            Style::SPACE_DELIMITED,
            "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150",
        ),
        (
            Style::PIPE_DELIMITED,
            "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150",
        ),
    ] {
        assert_eq!(in_query(style, &ARRAY).unwrap(), array);
        assert_eq!(in_query(style, &object()).unwrap(), object_text);
    }
    assert_eq!(
        in_query(Style::DEEP_OBJECT, &object()).unwrap(),
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
    );
    for style in [Style::FORM, Style::FORM_JOINED] {
        assert_eq!(in_query(style, "blue").unwrap(), "color=blue");
        assert_eq!(in_query(style, "").unwrap(), "color=");
    }
}

#[test]
fn header_styles_are_those_of_the_table() {
    assert_eq!(in_header(Style::SIMPLE, "blue").unwrap().unwrap(), "blue");
    assert_eq!(
        in_header(Style::SIMPLE, &ARRAY).unwrap().unwrap(),
        "blue,black,brown"
    );
    assert_eq!(
        in_header(Style::SIMPLE, &object()).unwrap().unwrap(),
        "R,100,G,200,B,150"
    );
    assert_eq!(
        in_header(Style::SIMPLE_EXPLODE, &object())
            .unwrap()
            .unwrap(),
        "R=100,G=200,B=150"
    );
    assert_eq!(in_header(Style::SIMPLE, "").unwrap().unwrap(), "");
}

#[test]
fn cookies_are_forms_in_pairs() {
    assert_eq!(in_cookie(Style::FORM, "b;=ue").unwrap(), "color=b%3B%3Due");
    assert_eq!(
        in_cookie(Style::FORM_JOINED, &ARRAY).unwrap(),
        "color=blue,black,brown"
    );
    assert_eq!(
        in_cookie(Style::FORM, &object()).unwrap(),
        "R=100; G=200; B=150"
    );
    let request = builder()
        .cookie("a", Style::FORM, &1)
        .cookie("b", Style::FORM, &true)
        .finish()
        .unwrap();
    assert_eq!(request.headers()["cookie"], "a=1; b=true");
}

#[test]
fn a_style_in_the_wrong_place_is_an_error() {
    assert!(in_query(Style::MATRIX, "blue").is_err());
    assert!(in_path(Style::FORM, "blue").is_err());
    assert!(in_header(Style::FORM, "blue").is_err());
    assert!(in_query(Style::DEEP_OBJECT, "blue").is_err());
}

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
fn a_path_parameter_never_changes_the_path() {
    for value in ["", ".", ".."] {
        let error = in_path(Style::SIMPLE, value).unwrap_err();
        assert!(error.contains("`color`"), "{error}");
    }
    for (value, written) in [
        ("a/b", "a%2Fb"),
        ("../x", "..%2Fx"),
        ("...", "..."),
        ("%2e%2e", "%252e%252e"),
        ("a?b#c", "a%3Fb%23c"),
        ("\\..\\", "%5C..%5C"),
        (" ", "%20"),
        ("日本", "%E6%97%A5%E6%9C%AC"),
    ] {
        assert_eq!(in_path(Style::SIMPLE, value).unwrap(), written);
    }
    assert!(in_path(Style::LABEL, "").is_err());
    assert!(in_path(Style::LABEL, ".").is_err());
    assert!(in_path(Style::SIMPLE, &Vec::<String>::new()).is_err());
}

#[test]
fn templates_share_a_segment() {
    let path = metadata("/{a}.{b}/{c}:run");
    let fill = |a: &str, b: &str| {
        let request =
            RequestBuilder::new(&path)
                .path("a", Style::SIMPLE, a)
                .path("b", Style::SIMPLE, b);
        request
            .path("c", Style::SIMPLE, &7)
            .finish()
            .map(|request| target(&request))
    };
    assert_eq!(fill("x", "y").unwrap(), "/x.y/7:run");
    assert!(fill("", ".").is_err());
}

#[test]
fn a_template_without_a_value_is_an_error() {
    let error = RequestBuilder::new(&metadata("/{a}")).finish().unwrap_err();
    assert!(matches!(error, RequestError::Parameter { name, .. } if name == "a"));
}

#[test]
fn a_path_may_hold_the_beginning_of_a_query() {
    let path = metadata("/p?action=go now");
    let request = RequestBuilder::new(&path)
        .query("a", Style::FORM, &1)
        .finish()
        .unwrap();
    assert_eq!(target(&request), "/p?action=go%20now&a=1");
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
fn a_value_inside_a_value_has_no_form_but_in_a_deep_object() {
    let nested = bindery::serde_json::json!({"a": {"b": 1, "c": [2, 3]}, "d": null});
    assert!(
        in_query(Style::FORM, &nested)
            .unwrap_err()
            .contains("inside another value")
    );
    assert_eq!(
        in_query(Style::DEEP_OBJECT, &nested).unwrap(),
        "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bc%5D%5B0%5D=2&color%5Ba%5D%5Bc%5D%5B1%5D=3"
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
fn a_null_leaves_nothing_to_put_in_a_path() {
    let request = RequestBuilder::new(&metadata("/p/{key}")).path_json("key", &None::<i64>);
    let error = request.finish().unwrap_err().to_string();
    assert!(error.starts_with("parameter `key`"), "{error}");
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

#[test]
fn a_style_is_made_of_its_parts() {
    assert_eq!(
        Style::FORM,
        Style {
            kind: StyleKind::Form,
            explode: true,
            allow_reserved: false
        }
    );
    assert!(Style::FORM.with_reserved().allow_reserved);
}
