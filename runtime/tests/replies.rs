//! Replies by their media types, as streams, and with typed headers.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use bindery::{
    Body, BoxFuture, Client, Error, Header, HeaderError, Json, Operation, OperationMetadata, Reply,
    RequestBuilder, RequestError, Response, Timeout, Transport, TransportError,
    bytes::Bytes,
    http::{self, HeaderMap, HeaderValue, StatusCode},
};
use futures_util::{StreamExt, stream};

/// An operation as it is generated for JSON or events under 200, text under 409, JSON under any other status.
struct Chat;

/// What it gives back.
#[derive(Debug)]
enum ChatOutput {
    Ok(Json),
    OkEventStream(Body),
}

/// How it fails.
#[derive(Debug, PartialEq)]
enum ChatError {
    Conflict(String),
    Default(Json),
}

impl Operation for Chat {
    type Output = ChatOutput;
    type Failure = ChatError;

    const METADATA: OperationMetadata = OperationMetadata::new("chat", "POST", "/chat", &[])
        .on("https://chat.example.com/v2")
        .streaming(&["text/event-stream"]);

    fn request(&self) -> Result<http::Request<Body>, RequestError> {
        RequestBuilder::new(&Self::METADATA).finish()
    }

    fn response(reply: Reply) -> Result<Response<Self::Output>, Error<Self::Failure>> {
        match reply.status().as_u16() {
            200 if reply.is("text/event-stream") => {
                reply.success(|body| Ok(ChatOutput::OkEventStream(body.stream())))
            }
            200 => reply.success(|body| body.json().map(ChatOutput::Ok)),
            409 if reply.may_be("text/plain") => {
                reply.failure(|body| body.text().map(ChatError::Conflict))
            }
            _ => reply.failure(|body| body.json().map(ChatError::Default)),
        }
    }
}

fn read(
    status: u16,
    media_type: &'static str,
    body: &'static str,
) -> Result<ChatOutput, Error<ChatError>> {
    let mut response = http::Response::builder().status(status);
    if !media_type.is_empty() {
        response = response.header("content-type", media_type);
    }
    let reply = Reply::new(response.body(Bytes::from(body)).unwrap());
    Chat::response(reply).map(Response::into_value)
}

#[test]
fn the_media_type_decides_what_a_success_is() {
    for media_type in ["application/json", "", "text/html"] {
        let output = read(200, media_type, "1").unwrap();
        let ChatOutput::Ok(value) = output else {
            panic!("{media_type}: {output:?}");
        };
        assert_eq!(value, 1);
    }
    let output = read(200, "text/event-stream; charset=utf-8", "data: 1\n\n").unwrap();
    assert!(matches!(output, ChatOutput::OkEventStream(_)));
}

#[test]
fn a_failure_of_another_media_type_is_undocumented() {
    let failure = |error: Error<ChatError>| error.failure().map(|it| format!("{it:?}"));
    let documented = read(404, "application/problem+json", "{}").unwrap_err();
    assert_eq!(failure(documented).unwrap(), "Default(Object {})");
    let documented = read(409, "text/plain", "taken").unwrap_err();
    assert_eq!(failure(documented).unwrap(), "Conflict(\"taken\")");
    for (status, media_type, body) in [
        (502, "text/html", "<h1>Bad Gateway</h1>"),
        (409, "text/html", "<h1>Conflict</h1>"),
        (500, "application/json", ""),
        (500, "", ""),
    ] {
        match read(status, media_type, body).unwrap_err() {
            Error::Undocumented(response) => assert_eq!(*response, body),
            other => panic!("{other:?}"),
        }
    }
    let error = read(500, "application/json", "{").unwrap_err();
    assert!(error.is_decode(), "{error:?}");
}

/// A transport whose replies are streams that never end, and which keeps what it was asked.
#[derive(Clone, Default)]
struct Endless(Arc<Mutex<Vec<Asked>>>);

/// A URL, and the time that was given.
type Asked = (String, Option<Duration>);

impl Transport for Endless {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let timeout = request.extensions().get().map(|Timeout(time)| *time);
        let url = request.uri().to_string();
        self.0.lock().unwrap().push((url, timeout));
        Box::pin(async {
            let chunks = stream::repeat_with(|| Ok(Bytes::from("data: 1\n\n")));
            let response = http::Response::builder().header("content-type", "text/event-stream");
            Ok(response.body(Body::stream(chunks)).unwrap())
        })
    }
}

#[tokio::test]
async fn a_stream_is_handed_on_as_it_comes() {
    let transport = Endless::default();
    let builder = Client::builder("https://api.example.com").transport(transport.clone());
    let client = builder.build().unwrap();
    let ChatOutput::OkEventStream(events) = client.call(&Chat).await.unwrap().into_value() else {
        panic!("a stream is expected");
    };
    let chunks: Vec<_> = events.take(3).collect().await;
    assert_eq!(chunks.len(), 3);
    assert_eq!(chunks[2].as_ref().unwrap(), "data: 1\n\n");
    let limited = client.with_timeout(Duration::from_secs(1));
    limited.call(&Chat).await.unwrap();
    let times: Vec<_> = transport
        .0
        .lock()
        .unwrap()
        .iter()
        .map(|(_, time)| *time)
        .collect();
    assert_eq!(
        times,
        [None, Some(Duration::from_secs(1))],
        "only a limit that was asked for holds for streams"
    );
}

#[tokio::test]
async fn an_operation_is_on_its_own_server_where_the_client_is_of_the_documented_ones() {
    let transport = Endless::default();
    let builder = || Client::builder("http://localhost:1").transport(transport.clone());
    for client in [builder().build(), builder().documented_servers().build()] {
        client.unwrap().call(&Chat).await.unwrap();
    }
    let urls: Vec<_> = transport
        .0
        .lock()
        .unwrap()
        .iter()
        .map(|(url, _)| url.clone())
        .collect();
    assert_eq!(
        urls,
        [
            "http://localhost:1/chat",
            "https://chat.example.com/v2/chat"
        ]
    );
}

#[test]
fn headers_are_read_when_asked_for() {
    const LIMIT: Header<i64> = Header::new("X-Limit");
    const TAGS: Header<Vec<String>> = Header::new("X-Tags");
    const IDS: Header<Vec<i64>> = Header::new("X-Ids").json();
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("x-limit", "many"),
        ("x-tags", "a, b"),
        ("x-tags", "c"),
        ("x-ids", "[1,2]"),
    ] {
        headers.append(name, HeaderValue::from_static(value));
    }
    let response = Response::new(StatusCode::OK, headers, "value");
    assert_eq!(*response, "value");
    let error: HeaderError = response.header(LIMIT).unwrap_err();
    assert_eq!(error.name(), "X-Limit");
    assert!(!error.to_string().contains("many"), "{error}");
    assert_eq!(response.header(TAGS).unwrap().unwrap(), ["a", "b", "c"]);
    assert_eq!(response.header(IDS).unwrap().unwrap(), [1, 2]);
    assert_eq!(
        response.header(Header::<String>::new("X-None")).unwrap(),
        None
    );
}
