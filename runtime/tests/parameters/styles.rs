//! Every style against the table of OpenAPI 3.1.1 §4.8.12.4, and what lies beyond it.

use bindery::{Style, StyleKind};

use crate::{ARRAY, builder, in_cookie, in_header, in_path, in_query, object};

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
    assert!(in_header(Style::COOKIE, "blue").is_err());
}

#[test]
fn a_value_inside_a_value_is_json_but_in_a_deep_object() {
    let nested = bindery::serde_json::json!({"a": {"b": 1, "c": [2, 3]}, "d": null});
    assert_eq!(
        in_query(Style::FORM, &nested).unwrap(),
        "a=%7B%22b%22%3A1%2C%22c%22%3A%5B2%2C3%5D%7D"
    );
    let list = bindery::serde_json::json!([{"a": 1, "b": null}, [true, "x"]]);
    assert_eq!(
        in_query(Style::FORM, &list).unwrap(),
        "color=%7B%22a%22%3A1%2C%22b%22%3Anull%7D&color=%5Btrue%2C%22x%22%5D"
    );
    assert_eq!(
        in_query(Style::DEEP_OBJECT, &nested).unwrap(),
        "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bc%5D%5B0%5D=2&color%5Ba%5D%5Bc%5D%5B1%5D=3"
    );
}

#[test]
fn a_list_in_an_exploded_object_repeats_its_name() {
    let page = bindery::serde_json::json!({"page": 2, "sort": ["name", "-age"]});
    assert_eq!(
        in_query(Style::FORM, &page).unwrap(),
        "page=2&sort=name&sort=-age"
    );
    let joined = Style {
        explode: false,
        ..Style::FORM
    };
    assert_eq!(
        in_query(joined, &page).unwrap(),
        "color=page,2,sort,%5B%22name%22%2C%22-age%22%5D"
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

#[test]
fn a_deep_object_that_is_none_is_sent_as_servers_read_it() {
    assert_eq!(in_query(Style::DEEP_OBJECT, "blue").unwrap(), "color=blue");
    assert_eq!(
        in_query(Style::DEEP_OBJECT, &["a", "b"]).unwrap(),
        "color%5B0%5D=a&color%5B1%5D=b"
    );
}

#[test]
fn the_style_cookie_leaves_text_as_it_is() {
    let cookie = |style, value: &[&str]| in_cookie(style, value).unwrap();
    assert_eq!(
        cookie(Style::COOKIE, &["a/b", "c%d"]),
        "color=a/b; color=c%d"
    );
    assert_eq!(cookie(Style::COOKIE_JOINED, &["a", "b"]), "color=a,b");
    assert_eq!(cookie(Style::FORM, &["a/b"]), "color=a%2Fb");
}
