//! Parameters are read in every style and held against their schemas.

use bindery_contract::FindingKind;
use serde_json::json;

use crate::support::client::send;
use crate::{kinds, kinds_of, operation, parameter, serve, serve_parameters};

#[tokio::test]
async fn query_parameters_are_required_known_single_and_valid() {
    let mut limit = parameter("query", "limit", json!({"type": "integer", "maximum": 50}));
    limit["required"] = json!(true);
    let text = parameter("query", "q", json!({"type": "string"}));
    let flag = parameter("query", "flag", json!({"type": "boolean"}));
    let server = serve_parameters(json!([limit, text, flag])).await;
    let cases = [
        ("/it?limit=5", vec![]),
        ("/it?limit=5&q=5&flag=true", vec![]),
        ("/it?limit=5&q=a%26b+c%2B", vec![]),
        ("/it?%6Cimit=5", vec![]),
        ("/it", vec![FindingKind::MissingParameter]),
        ("/it?limit=51", vec![FindingKind::InvalidParameter]),
        ("/it?limit=", vec![FindingKind::InvalidParameter]),
        ("/it?limit=5&flag=yes", vec![FindingKind::InvalidParameter]),
        ("/it?limit=5&limit=6", vec![FindingKind::RepeatedParameter]),
        ("/it?limit=5&other=1", vec![FindingKind::UnknownParameter]),
        ("/it?limit=5&q=%f", vec![FindingKind::MalformedParameter]),
    ];
    for (target, expected) in cases {
        assert_eq!(kinds_of(&server, target).await, expected, "{target}");
    }
}

#[tokio::test]
async fn every_style_of_the_query_is_read_back() {
    let list = json!({"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2});
    let object = json!({"type": "object", "required": ["a", "b"], "additionalProperties": false,
        "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}});
    let cases = [
        ("form", true, &list, "v=1&v=2", "v=1,2"),
        ("form", false, &list, "v=1,2", "v=1&v=2"),
        ("spaceDelimited", false, &list, "v=1%202", "v=1,2"),
        ("pipeDelimited", false, &list, "v=1%7C2", "v=1,2"),
        ("pipeDelimited", false, &list, "v=1|2", "v=1"),
        ("form", true, &object, "a=1&b=x%2Cy", "a=1"),
        ("form", false, &object, "v=a,1,b,x%2Cy", "v=a,1"),
        (
            "deepObject",
            true,
            &object,
            "v[a]=1&v%5Bb%5D=x",
            "v[a]=x&v[b]=x",
        ),
    ];
    for (style, explode, schema, good, bad) in cases {
        let mut it = parameter("query", "v", schema.clone());
        it["style"] = json!(style);
        it["explode"] = json!(explode);
        let server = serve_parameters(json!([it])).await;
        assert_eq!(
            kinds_of(&server, &format!("/it?{good}")).await,
            [],
            "{style} {explode}: {good}"
        );
        assert_ne!(
            kinds_of(&server, &format!("/it?{bad}")).await,
            [],
            "{style} {explode}: {bad}"
        );
    }
}

#[tokio::test]
async fn every_style_of_the_path_is_read_back() {
    let one = json!({"type": "integer"});
    let list = json!({"type": "array", "items": {"type": "integer"}, "minItems": 2});
    let object = json!({"type": "object", "required": ["a", "b"],
        "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}});
    let cases = [
        ("simple", false, &one, "5", "x"),
        ("simple", false, &list, "1,2", "1"),
        ("simple", false, &object, "a,1,b,x", "a,x,b,1"),
        ("simple", true, &object, "a=1,b=x", "a=1"),
        ("label", false, &one, ".5", "5"),
        ("label", false, &list, ".1,2", ".1"),
        ("label", true, &list, ".1.2", ".1,2"),
        ("label", true, &object, ".a=1.b=x", ".a=1"),
        ("matrix", false, &one, ";v=5", ";w=5"),
        ("matrix", false, &list, ";v=1,2", "v=1,2"),
        ("matrix", true, &list, ";v=1;v=2", ";v=1"),
        ("matrix", false, &object, ";v=a,1,b,x", ";v=a,1"),
        ("matrix", true, &object, ";a=1;b=x", ";a=1"),
    ];
    for (style, explode, schema, good, bad) in cases {
        let mut it = parameter("path", "v", schema.clone());
        it["style"] = json!(style);
        it["explode"] = json!(explode);
        let server = serve(json!({"/it/{v}": {"get": operation("it", json!([it]))}})).await;
        assert_eq!(
            kinds_of(&server, &format!("/it/{good}")).await,
            [],
            "{style} {explode}: {good}"
        );
        assert_ne!(
            kinds_of(&server, &format!("/it/{bad}")).await,
            [],
            "{style} {explode}: {bad}"
        );
    }
}

#[tokio::test]
async fn headers_and_cookies_are_held_against_their_schemas() {
    let mut trace = parameter(
        "header",
        "X-Trace",
        json!({"type": "array", "items": {"type": "integer"}}),
    );
    trace["required"] = json!(true);
    let server = serve_parameters(json!([
        trace,
        parameter("cookie", "theme", json!({"enum": ["dark"]}))
    ]))
    .await;
    let cases = [
        (vec![("x-trace", "1, 2")], vec![]),
        (
            vec![("x-trace", "1"), ("x-trace", "2"), ("x-other", "%")],
            vec![],
        ),
        (
            vec![("x-trace", "1"), ("cookie", "a=b; theme=dark")],
            vec![],
        ),
        (
            vec![("x-trace", "1"), ("cookie", "theme=light")],
            vec![FindingKind::InvalidParameter],
        ),
        (vec![("accept", "*/*")], vec![FindingKind::MissingParameter]),
    ];
    for (headers, expected) in cases {
        send(server.address(), "GET", "/it", &headers, b"").await;
        assert_eq!(kinds(&server), expected, "{headers:?}");
    }
}
