//! Bodies of requests as they go over the wire.

use std::collections::BTreeMap;

use bindery::{
    Body, Encoding, File, Json, OperationMetadata, RequestBuilder, RequestErrorKind, Style,
    bytes::Bytes,
    http::Request,
    serde::{Serialize, Serializer, ser::SerializeStruct},
    serde_json::{self, json},
};
use futures_util::stream;

fn builder() -> RequestBuilder {
    RequestBuilder::new(&OperationMetadata::new("test", "POST", "/p", &[]))
}

fn media_type(request: &Request<Body>) -> &str {
    request.headers()["content-type"].to_str().unwrap()
}

fn text(request: &Request<Body>) -> &str {
    std::str::from_utf8(request.body().as_bytes().unwrap()).unwrap()
}

fn form(value: &impl Serialize, encodings: &[Encoding]) -> String {
    let request = builder().form("application/x-www-form-urlencoded", value, encodings);
    let request = request.finish().unwrap();
    assert_eq!(media_type(&request), "application/x-www-form-urlencoded");
    text(&request).to_owned()
}

/// The body in parts, with `*` for the boundary.
fn parts(value: &impl Serialize, encodings: &[Encoding]) -> String {
    let request = builder().multipart("multipart/form-data", value, encodings);
    let request = request.finish().unwrap();
    let boundary = media_type(&request).strip_prefix("multipart/form-data; boundary=");
    text(&request).replace(boundary.unwrap(), "*")
}

/// An object of a file and what is said of it.
struct Upload {
    file: File,
    pages: Vec<File>,
    meta: Json,
}

impl Serialize for Upload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Upload", 3)?;
        object.serialize_field("file", &self.file)?;
        object.serialize_field("pages", &self.pages)?;
        object.serialize_field("meta", &self.meta)?;
        object.end()
    }
}

#[test]
fn a_form_has_a_pair_for_each_element_and_json_for_an_object() {
    // In the order of the alphabet, which an object may keep or make.
    let value = json!({
        "a b": "x&y", "empty": [], "list": ["p", 2], "n": 1.5, "none": null,
        "object": {"k": "v", "n": [1]}, "objects": [{"k": 1}], "yes": true
    });
    assert_eq!(
        form(&value, &[]),
        "a%20b=x%26y&list=p&list=2&n=1.5&object=%7B%22k%22%3A%22v%22%2C%22n%22%3A%5B1%5D%7D\
         &objects=%7B%22k%22%3A1%7D&yes=true"
    );
}

#[test]
fn a_form_follows_its_encodings() {
    const ENCODINGS: &[Encoding] = &[
        Encoding::style(&["deep", "list"], Style::DEEP_OBJECT),
        Encoding::style(&["joined"], Style::FORM_JOINED),
        Encoding::style(&["url"], Style::FORM.with_reserved()),
        Encoding::media_type(&["text"], "application/json"),
    ];
    let value = json!({
        "deep": {"a": {"b": 1}}, "joined": [1, 2], "list": ["x"], "text": "t", "url": "a/b?c"
    });
    assert_eq!(
        form(&value, ENCODINGS),
        "deep%5Ba%5D%5Bb%5D=1&joined=1,2&list%5B0%5D=x&text=%22t%22&url=a/b?c"
    );
}

#[test]
fn a_form_that_is_not_there_is_no_body() {
    let request = builder().form("application/x-www-form-urlencoded", &None::<Json>, &[]);
    let request = request.finish().unwrap();
    assert!(!request.headers().contains_key("content-type"));
    assert_eq!(text(&request), "");
    let written = form(&"a=1&b=2", &[]);
    assert_eq!(written, "a=1&b=2", "text is a form already");
    let error = builder().form("a/b", &[1], &[]).finish().unwrap_err();
    assert!(
        matches!(error.kind(), RequestErrorKind::Form { .. }),
        "{error}"
    );
}

#[test]
fn parts_are_files_text_and_json() {
    let upload = Upload {
        file: File::from("a,b").named("t\"a.csv").of_type("text/csv"),
        pages: vec![
            File::from(vec![b'1']),
            File::from("2").with_header("X-Page", "2"),
        ],
        meta: json!({"n": 1}),
    };
    assert_eq!(
        parts(&upload, &[]),
        "--*\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t%22a.csv\"\r\n\
         Content-Type: text/csv\r\n\r\na,b\r\n\
         --*\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"pages\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n1\r\n\
         --*\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"pages\"\r\n\
         Content-Type: application/octet-stream\r\nX-Page: 2\r\n\r\n2\r\n\
         --*\r\nContent-Disposition: form-data; name=\"meta\"\r\n\
         Content-Type: application/json\r\n\r\n{\"n\":1}\r\n--*--\r\n"
    );
}

#[test]
fn a_file_that_is_no_property_is_a_part_as_well() {
    let file = "--*\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\
                Content-Type: application/octet-stream\r\n\r\n1\r\n";
    let one = File::from("1");
    assert_eq!(parts(&one, &[]), format!("{file}--*--\r\n"));
    let two = vec![one.clone(), one];
    assert_eq!(parts(&two, &[]), format!("{file}{file}--*--\r\n"));
}

#[test]
fn parts_follow_their_encodings() {
    const ENCODINGS: &[Encoding] = &[
        Encoding::media_type(&["note"], "text/markdown").with_headers(&[("X-Kind", "small")]),
        Encoding::media_type(&["text"], "application/json"),
        Encoding::media_type(&["image"], "image/*, image/png"),
        Encoding::style(&["deep"], Style::DEEP_OBJECT),
    ];
    let value = json!({"deep": {"a b": "c&d"}, "none": null, "note": "n", "text": "t"});
    assert_eq!(
        parts(&value, ENCODINGS),
        "--*\r\nContent-Disposition: form-data; name=\"deep[a b]\"\r\n\r\nc&d\r\n\
         --*\r\nContent-Disposition: form-data; name=\"note\"\r\n\
         Content-Type: text/markdown\r\nX-Kind: small\r\n\r\nn\r\n\
         --*\r\nContent-Disposition: form-data; name=\"text\"\r\n\
         Content-Type: application/json\r\n\r\n\"t\"\r\n--*--\r\n"
    );
    let image = BTreeMap::from([("image", File::from("p"))]);
    assert!(parts(&image, ENCODINGS).contains("Content-Type: image/png\r\n"));
}

#[test]
fn a_part_cannot_be_broken_out_of() {
    let file = File::from("x").named("a\r\nX-Evil: 1");
    let body = parts(&BTreeMap::from([("f\r\n\"", file)]), &[]);
    assert!(
        body.contains("name=\"f%0D%0A%22\"; filename=\"a%0D%0AX-Evil: 1\""),
        "{body}"
    );
    let evil = BTreeMap::from([("f", File::from("x").of_type("a/b\r\nX-Evil: 1"))]);
    let request = builder().multipart("multipart/form-data", &evil, &[]);
    assert!(request.finish().is_err());
}

#[tokio::test]
async fn a_large_file_is_streamed_each_time_it_is_sent() {
    let chunks = || {
        Body::stream(stream::iter(
            ["ab", "c"].map(|chunk| Ok(Bytes::from(chunk))),
        ))
    };
    let file = File::stream(chunks);
    for _ in 0..2 {
        let request = builder().file("application/octet-stream", &file);
        let (_, body) = request.finish().unwrap().into_parts();
        assert_eq!(body.as_bytes(), None);
        assert_eq!(body.collect(9).await.unwrap(), "abc");
    }
    let value = BTreeMap::from([("f", file)]);
    let request = builder().multipart("multipart/form-data", &value, &[]);
    let (_, body) = request.finish().unwrap().into_parts();
    let sent = body.collect(1000).await.unwrap();
    let sent = std::str::from_utf8(&sent).unwrap();
    assert!(sent.contains("\r\n\r\nabc\r\n--bindery-"), "{sent}");
}

#[test]
fn a_files_own_media_type_wins() {
    let sent = |stated, file: &File| {
        let request = builder().file(stated, file).finish().unwrap();
        media_type(&request).to_owned()
    };
    let png = File::from("p").of_type("image/png");
    assert_eq!(sent("image/*", &png), "image/png");
    assert_eq!(sent("application/pdf", &File::from("p")), "application/pdf");
    assert_eq!(
        sent("image/*", &File::from("p")),
        "application/octet-stream"
    );
    let request = builder().file("a/b", None).finish().unwrap();
    assert!(request.headers().is_empty());
}

#[test]
fn lines_and_sequences_of_json() {
    let values = vec![json!({"a": "x\ny"}), json!(1)];
    let request = builder().json_lines("application/x-ndjson", &values);
    let request = request.finish().unwrap();
    assert_eq!(media_type(&request), "application/x-ndjson");
    assert_eq!(text(&request), "{\"a\":\"x\\ny\"}\n1\n");
    let request = builder().json_lines("application/json-seq", &values);
    assert_eq!(
        text(&request.finish().unwrap()),
        "\u{1e}{\"a\":\"x\\ny\"}\n\u{1e}1\n"
    );
    let absent = builder().json_lines("application/jsonl", None::<&Vec<i64>>);
    assert_eq!(text(&absent.finish().unwrap()), "");
}

#[test]
fn a_method_of_any_name_is_sent() {
    let sent = |method| {
        let metadata = OperationMetadata::new("test", method, "/p", &[]);
        RequestBuilder::new(&metadata).finish()
    };
    assert_eq!(sent("QUERY").unwrap().method(), "QUERY");
    assert!(sent("no method").is_err());
    assert_eq!(serde_json::to_string(&File::from("x")).unwrap(), "\"x\"");
}
