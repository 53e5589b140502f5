//! Path templates and what fills them.

use bindery::{RequestBuilder, RequestErrorKind, Style};

use crate::{in_path, metadata, target};

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
    assert!(matches!(error.kind(), RequestErrorKind::Parameter { name, .. } if name == "a"));
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
fn a_null_leaves_nothing_to_put_in_a_path() {
    let request = RequestBuilder::new(&metadata("/p/{key}")).path_json("key", &None::<i64>);
    let error = request.finish().unwrap_err().to_string();
    assert!(error.starts_with("parameter `key`"), "{error}");
}

#[test]
fn reserved_characters_of_a_segment_may_stand_in_a_path() {
    let allowed = Style::SIMPLE.with_reserved();
    assert_eq!(
        in_path(allowed, "a:b@c/d?e#f").unwrap(),
        "a:b@c%2Fd%3Fe%23f"
    );
}

#[test]
fn a_fragment_is_not_sent() {
    let request = RequestBuilder::new(&metadata("/#Action=List"))
        .query("Version", Style::FORM, "1")
        .finish()
        .unwrap();
    assert_eq!(target(&request), "/?Version=1");
}

#[test]
fn a_template_that_stands_twice_is_filled_twice() {
    let request = RequestBuilder::new(&metadata("/{a}/b/{a}.{c}"))
        .path("a", Style::SIMPLE, "x")
        .path("c", Style::SIMPLE, "y")
        .finish()
        .unwrap();
    assert_eq!(target(&request), "/x/b/x.y");
}
