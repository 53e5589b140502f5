//! The server finds the operation, says what breaks the description, and
//! answers as described or as told.

mod support;

use std::sync::Arc;
use std::time::Duration;

use bindery_contract::{Answer, Credential, Finding, FindingKind, Reply, Server, ServerOptions};
use bindery_openapi::Document;
use serde_json::{Value, json};
use support::client::{Received, get, parse, send, send_raw};
use support::description;

fn with_paths(paths: &Value) -> Arc<Document> {
    description(&json!({
        "openapi": "3.0.3",
        "info": {"title": "Test", "version": "1"},
        "paths": paths,
        "components": {"securitySchemes": {
            "token": {"type": "http", "scheme": "bearer"},
            "login": {"type": "http", "scheme": "basic"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "queryKey": {"type": "apiKey", "in": "query", "name": "api_key"},
            "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
        }},
    }))
}

async fn serve(paths: Value) -> Server {
    Server::start(with_paths(&paths), ServerOptions::default())
        .await
        .expect("a port is free")
}

fn ok() -> Value {
    json!({"200": {"description": "fine"}})
}

fn operation(id: &str, parameters: impl Into<Value>) -> Value {
    let parameters = parameters.into();
    json!({"operationId": id, "parameters": parameters, "responses": ok()})
}

fn parameter(place: &str, name: &str, schema: impl Into<Value>) -> Value {
    let schema = schema.into();
    json!({"in": place, "name": name, "required": place == "path", "schema": schema})
}

/// A server of `GET /it` with these parameters.
async fn serve_parameters(parameters: Value) -> Server {
    serve(json!({"/it": {"get": operation("it", parameters)}})).await
}

fn kinds(server: &Server) -> Vec<FindingKind> {
    let exchanges = server.take_exchanges();
    let last = exchanges.last().expect("there was an exchange");
    last.findings.iter().map(|finding| finding.kind).collect()
}

async fn kinds_of(server: &Server, target: &str) -> Vec<FindingKind> {
    get(server.address(), target).await;
    kinds(server)
}

async fn post(server: &Server, content_type: &str, body: &str) -> Received {
    let headers = [("content-type", content_type)];
    send(server.address(), "POST", "/it", &headers, body.as_bytes()).await
}

#[tokio::test]
async fn concrete_paths_win_over_templates_in_any_order() {
    let id = json!([parameter("path", "id", json!({"type": "string"}))]);
    let server = serve(json!({
        "/pets/{id}": {"get": operation("one", id.clone())},
        "/pets/mine": {"get": operation("mine", json!([]))},
        "/pets/{id}.json": {"get": operation("file", id.clone())},
        "/{id}/mine": {"get": operation("other", id.clone())},
        "/": {"get": operation("root", json!([]))},
    }))
    .await;
    let cases = [
        ("/pets/7", Some("one")),
        ("/pets/mine", Some("mine")),
        ("/pets/%6Dine", Some("mine")),
        ("/pets/7.json", Some("file")),
        ("/dogs/mine", Some("other")),
        ("/pets/a%2Fb", Some("one")),
        ("/", Some("root")),
        ("/pets/", None),
        ("/pets", None),
        ("/pets/7/", None),
        ("/pets/7/8", None),
    ];
    for (path, expected) in cases {
        get(server.address(), path).await;
        let exchange = server.take_exchanges().remove(0);
        assert_eq!(exchange.request.operation_id.as_deref(), expected, "{path}");
        assert_eq!(exchange.findings.is_empty(), expected.is_some(), "{path}");
    }
}

#[tokio::test]
async fn an_unknown_path_is_404_and_an_unknown_method_405() {
    let server = serve(
        json!({"/it": {"get": operation("it", json!([])), "put": operation("put", json!([]))}}),
    )
    .await;
    let received = get(server.address(), "/that").await;
    assert_eq!(
        (received.status, kinds(&server)),
        (404, vec![FindingKind::UnknownPath])
    );
    let received = send(server.address(), "DELETE", "/it", &[], b"").await;
    assert_eq!(received.status, 405);
    assert_eq!(received.header("allow"), Some("GET, PUT"));
    assert_eq!(kinds(&server), [FindingKind::UnknownMethod]);
}

#[tokio::test]
async fn reserved_characters_in_a_path_parameter_are_read_back() {
    for text in [
        "a/b",
        "a?b",
        "a#b",
        "100%",
        "..",
        ".",
        "a b",
        "é漢😀",
        "a+b",
        "{x}",
        "a;b=c,d",
    ] {
        let server = serve(json!({"/it/{id}/end": {"get": operation("it", json!([
            parameter("path", "id", json!({"type": "string", "enum": [text]})),
        ]))}}))
        .await;
        let escaped =
            percent_encoding::percent_encode(text.as_bytes(), percent_encoding::NON_ALPHANUMERIC)
                .to_string();
        assert_eq!(
            kinds_of(&server, &format!("/it/{escaped}/end")).await,
            [],
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_path_parameter_is_judged_by_its_schema_and_escapes_must_be_whole() {
    let server = serve(json!({"/it/{id}": {"get": operation("it", json!([
        parameter("path", "id", json!({"type": "integer"})),
    ]))}}))
    .await;
    assert_eq!(kinds_of(&server, "/it/7").await, []);
    assert_eq!(kinds_of(&server, "/it/-7").await, []);
    assert_eq!(
        kinds_of(&server, "/it/x").await,
        [FindingKind::InvalidParameter]
    );
    assert_eq!(
        kinds_of(&server, "/it/%zz").await,
        [FindingKind::MalformedParameter]
    );
    assert_eq!(
        kinds_of(&server, "/it/%ff").await,
        [FindingKind::MalformedParameter]
    );
}

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

fn with_body(required: bool) -> Value {
    json!({"/it": {"post": {
        "operationId": "it",
        "requestBody": {"required": required, "content": {
            "application/json": {"schema": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}},
            "application/x-www-form-urlencoded": {"schema": {"type": "object", "required": ["n"], "properties": {
                "n": {"type": "integer"}, "t": {"type": "array", "items": {"type": "string"}}}}},
            "text/*": {"schema": {"type": "string", "maxLength": 3}},
        }},
        "responses": ok(),
    }}})
}

#[tokio::test]
async fn a_body_is_of_a_described_media_type_and_valid() {
    let server = serve(with_body(true)).await;
    let cases = [
        ("application/json", r#"{"a": 1}"#, vec![]),
        ("Application/JSON; charset=utf-8", r#"{"a": 1}"#, vec![]),
        (
            "application/json",
            r#"{"a": "1"}"#,
            vec![FindingKind::InvalidBody],
        ),
        (
            "application/json",
            r#"{"a": 1"#,
            vec![FindingKind::MalformedBody],
        ),
        ("application/xml", "<a/>", vec![FindingKind::ContentType]),
        ("application/x-www-form-urlencoded", "n=1&t=x&t=y+z", vec![]),
        (
            "application/x-www-form-urlencoded",
            "t=x",
            vec![FindingKind::InvalidBody],
        ),
        (
            "application/x-www-form-urlencoded",
            "n=%",
            vec![FindingKind::MalformedBody],
        ),
        ("text/plain", "abc", vec![]),
        ("text/csv", "abcd", vec![FindingKind::InvalidBody]),
    ];
    for (content_type, body, expected) in cases {
        let received = post(&server, content_type, body).await;
        assert_eq!(received.status == 400, !expected.is_empty());
        assert_eq!(kinds(&server), expected, "{content_type}: {body}");
    }
    send(server.address(), "POST", "/it", &[], b"").await;
    assert_eq!(kinds(&server), [FindingKind::MissingBody]);
    send(server.address(), "POST", "/it", &[], b"x").await;
    assert_eq!(kinds(&server), [FindingKind::ContentType]);
}

#[tokio::test]
async fn a_body_may_be_absent_where_optional_and_must_be_where_none_is_described() {
    let server = serve(with_body(false)).await;
    send(server.address(), "POST", "/it", &[], b"").await;
    assert_eq!(kinds(&server), []);
    let server = serve_parameters(json!([])).await;
    send(server.address(), "GET", "/it", &[], b"{}").await;
    assert_eq!(kinds(&server), [FindingKind::UnexpectedBody]);
}

#[tokio::test]
async fn a_finding_says_where_and_points_into_the_description() {
    let server = serve(with_body(true)).await;
    let received = post(&server, "application/json", r#"{"a": "1"}"#).await;
    let Finding { place, pointer, .. } = server.findings().remove(0);
    assert_eq!(place, "body at `/a`");
    assert_eq!(
        pointer.as_str(),
        "/paths/~1it/post/requestBody/content/application~1json"
    );
    assert_eq!(received.header("x-bindery-findings"), Some("1"));
    assert_eq!(received.json()["findings"][0]["place"], "body at `/a`");
}

#[tokio::test]
async fn accept_must_admit_a_described_media_type() {
    let server = serve(json!({"/it": {"get": {"responses": {"200": {
        "description": "", "content": {"application/vnd.api+json": {"schema": {"type": "integer"}}}}}}}}))
    .await;
    for (accept, fine) in [
        ("application/vnd.api+json", true),
        ("*/*", true),
        ("text/html, application/*;q=0.1", true),
        ("application/json", false),
        ("*/*, application/vnd.api+json;q=0", false),
    ] {
        let received = send(server.address(), "GET", "/it", &[("accept", accept)], b"").await;
        assert_eq!(received.status == 200, fine, "{accept}");
        assert_eq!(kinds(&server).is_empty(), fine, "{accept}");
    }
}

#[tokio::test]
async fn credentials_are_asked_for_by_each_kind_of_scheme_and_never_quoted() {
    let cases: [(&str, &str, (&str, &str)); 5] = [
        ("token", "/it", ("authorization", "Bearer s3cret")),
        ("login", "/it", ("authorization", "basic bWU6czNjcmV0")),
        ("key", "/it", ("x-key", "s3cret")),
        ("queryKey", "/it?api_key=s3cret", ("x-none", "")),
        ("session", "/it", ("cookie", "a=b; sid=s3cret")),
    ];
    for (scheme, target, header) in cases {
        let document =
            with_paths(&json!({"/it": {"get": {"security": [{scheme: []}], "responses": ok()}}}));
        let secret = match scheme {
            "login" => Credential::Basic {
                user: "me".to_owned(),
                password: "s3cret".to_owned(),
            },
            _ => Credential::Token("s3cret".to_owned()),
        };
        let wrong = match scheme {
            "login" => Credential::Basic {
                user: "me".to_owned(),
                password: "0ther".to_owned(),
            },
            _ => Credential::Token("0ther".to_owned()),
        };
        for (expected, status) in [(None, 200), (Some(secret), 200), (Some(wrong), 401)] {
            let mut options = ServerOptions::default();
            options
                .credentials
                .extend(expected.map(|it| (scheme.to_owned(), it)));
            let server = Server::start(document.clone(), options).await.unwrap();
            let received = send(server.address(), "GET", target, &[header], b"").await;
            assert_eq!(received.status, status, "{scheme}");
            let absent = get(server.address(), "/it").await;
            assert_eq!(absent.status, 401, "{scheme}");
            let said = format!("{:?}", server.findings());
            assert!(
                !said.contains("s3cret") && !said.contains("0ther"),
                "{said}"
            );
        }
    }
}

#[tokio::test]
async fn one_requirement_suffices_and_all_its_schemes_are_needed() {
    let server = serve(json!({
        "/both": {"get": {"security": [{"token": [], "key": []}, {"login": []}], "responses": ok()}},
        "/open": {"get": {"security": [{"token": []}, {}], "responses": ok()}},
    }))
    .await;
    let bearer = ("authorization", "Bearer t");
    let basic = ("authorization", "Basic YTpi");
    let key = ("x-key", "k");
    for (headers, status) in [
        (vec![bearer, key], 200),
        (vec![bearer], 401),
        (vec![key], 401),
        (vec![basic], 200),
    ] {
        let received = send(server.address(), "GET", "/both", &headers, b"").await;
        assert_eq!(received.status, status, "{headers:?}");
    }
    assert_eq!(get(server.address(), "/open").await.status, 200);
}

#[tokio::test]
async fn the_described_answer_is_a_valid_instance_and_the_same_for_the_same_seed() {
    let paths = json!({"/it": {"get": {"responses": {
        "404": {"description": ""},
        "2XX": {"description": "", "headers": {"X-Rate": {"required": true, "schema": {"type": "integer"}}},
                "content": {"application/vnd.api+json": {"schema": {
                    "type": "object", "required": ["id"], "properties": {"id": {"type": "string", "format": "uuid"}}}}}},
    }}}});
    let mut bodies = Vec::new();
    for _ in 0..2 {
        let server = serve(paths.clone()).await;
        for _ in 0..3 {
            let received = get(server.address(), "/it").await;
            assert_eq!(received.status, 200);
            assert_eq!(
                received.header("content-type"),
                Some("application/vnd.api+json")
            );
            assert!(
                received
                    .header("x-rate")
                    .is_some_and(|it| it.parse::<i64>().is_ok())
            );
            assert!(received.json()["id"].is_string());
            bodies.push(received.body);
        }
    }
    assert_eq!(bodies[..3], bodies[3..]);
    assert_ne!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn a_response_without_content_has_an_empty_body() {
    let server = serve(json!({
        "/none": {"delete": {"responses": {"204": {"description": ""}}}},
        "/open": {"get": {"responses": {"default": {"description": ""}}}},
    }))
    .await;
    let received = send(server.address(), "DELETE", "/none", &[], b"").await;
    assert_eq!((received.status, received.body.len()), (204, 0));
    let received = get(server.address(), "/open").await;
    assert_eq!((received.status, received.body.len()), (200, 0));
    assert_eq!(received.header("content-type"), None);
}

#[tokio::test]
async fn replies_are_scripted_in_order_by_operation_and_from_the_request() {
    let server = serve(json!({
        "/a": {"get": operation("a", json!([parameter("query", "page", json!({"type": "integer"}))]))},
        "/b": {"get": operation("b", json!([]))},
        "/c": {"get": {"responses": ok()}},
    }))
    .await;
    server.reply_to(
        "a",
        Reply::from_fn(|request| {
            let page = request.query_value("page").unwrap_or_default();
            Reply::json(200, &json!({"page": page}))
        }),
    );
    server.reply_to(
        "GET /c",
        Answer::with_body(418, "text/plain", "pot").header("x-a", "1"),
    );
    server.reply_with(Reply::status(503));
    assert_eq!(get(server.address(), "/b").await.status, 503);
    assert_eq!(get(server.address(), "/b").await.status, 200);
    assert_eq!(
        get(server.address(), "/a?page=1+2").await.json(),
        json!({"page": "1 2"})
    );
    let received = get(server.address(), "/c").await;
    assert_eq!((received.status, received.header("x-a")), (418, Some("1")));
    assert_eq!(received.body, b"pot");
    let findings: Vec<usize> = server
        .exchanges()
        .iter()
        .map(|it| it.findings.len())
        .collect();
    assert_eq!(
        findings,
        [0, 0, 1, 0],
        "a scripted answer does not hide a finding"
    );
}

#[tokio::test]
async fn an_exchange_is_recorded_as_it_went_over_the_wire() {
    let server = serve(with_body(true)).await;
    let headers = [
        ("content-type", "application/json"),
        ("x-b", "1"),
        ("x-a", "2"),
    ];
    let received = send(
        server.address(),
        "POST",
        "/it?x=%2F",
        &headers,
        br#"{"a":1}"#,
    )
    .await;
    let exchange = server.exchanges().remove(0);
    let request = &exchange.request;
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("POST", "/it?x=%2F")
    );
    assert_eq!(&request.body[..], br#"{"a":1}"#);
    let names: Vec<&str> = request
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "host",
            "connection",
            "content-type",
            "x-b",
            "x-a",
            "content-length"
        ]
    );
    let answer = exchange.answer.expect("it was answered");
    assert_eq!(
        (answer.status, &answer.body[..]),
        (received.status, &received.body[..])
    );
}

fn request(target: &str) -> Vec<u8> {
    format!("GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").into_bytes()
}

#[tokio::test]
async fn a_connection_can_be_closed_without_an_answer() {
    let server = serve_parameters(json!([])).await;
    server.reply_with(Reply::Close);
    let read = send_raw(server.address(), &request("/it"), Duration::from_secs(5)).await;
    assert_eq!(read.as_deref(), Some(&[][..]));
    assert_eq!(server.exchanges()[0].answer, None);
    assert_eq!(get(server.address(), "/it").await.status, 200);
}

#[tokio::test]
async fn an_answer_can_be_cut_short_of_its_length() {
    let server = serve_parameters(json!([])).await;
    for text in ["{\"a\":", ""] {
        let answer = Answer::with_body(200, "application/json", text);
        server.reply_with(Reply::Truncated {
            answer,
            missing: 10,
        });
        let read = send_raw(server.address(), &request("/it"), Duration::from_secs(5)).await;
        let received = parse(&read.expect("the connection is closed")).expect("there is a head");
        assert_eq!(received.body, text.as_bytes());
        assert_eq!(
            received.header("content-length"),
            Some((text.len() + 10).to_string().as_str())
        );
        assert!(!received.complete);
    }
}

#[tokio::test]
async fn an_answer_can_be_withheld_until_the_server_is_dropped() {
    let server = serve_parameters(json!([])).await;
    let address = server.address();
    server.reply_with(Reply::Hang);
    let patience = Duration::from_millis(300);
    assert_eq!(send_raw(address, &request("/it"), patience).await, None);
    server.reply_with(Reply::Hang);
    let waiting =
        tokio::spawn(
            async move { send_raw(address, &request("/it"), Duration::from_secs(5)).await },
        );
    while server.exchanges().len() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(server);
    assert_eq!(waiting.await.unwrap().as_deref(), Some(&[][..]));
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn hostile_requests_get_an_answer_or_a_closed_connection() {
    let options = ServerOptions {
        body_limit: 1000,
        ..ServerOptions::default()
    };
    let server = Server::start(with_paths(&with_body(true)), options)
        .await
        .unwrap();
    let received = post(&server, "application/json", &"[".repeat(5000)).await;
    assert_eq!(received.status, 400);
    assert_eq!(kinds(&server), [FindingKind::UnreadableBody]);
    let received = post(&server, "application/json", &"[".repeat(900)).await;
    assert_eq!(received.status, 400);
    assert_eq!(kinds(&server), [FindingKind::MalformedBody]);
    for hostile in [
        &b"\x00\xff\r\n\r\n"[..],
        b"GET /%00%ff%/..//?&&==&%=%&[]=&a[=b HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
        b"POST /it HTTP/1.1\r\nhost: x\r\ncontent-type: ;;,/*\r\ncontent-length: 3\r\nconnection: close\r\n\r\n{}}",
        b"POST /it HTTP/1.1\r\nhost: x\r\nauthorization: \xff\xfe\r\ncookie: ;;=\r\naccept: ;q=,\r\nconnection: close\r\n\r\n",
    ] {
        let read = send_raw(server.address(), hostile, Duration::from_secs(5)).await;
        assert!(read.is_some());
    }
    assert_eq!(
        post(&server, "application/json", r#"{"a":1}"#).await.status,
        200
    );
}
