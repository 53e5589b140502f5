//! What comes back, and each way to fail.

use std::{convert::Infallible, time::Duration};

use crate::support::{
    events::{self, ListAll, ListAllError},
    scripted::{Scripted, Step},
};
use bindery::{
    Credential, Error, Operation, Reply, RequestError, RequestErrorKind, TransportErrorKind,
    bytes::Bytes,
    http::{Response, StatusCode},
};

use crate::{KEY, PAGE, builder, client, failure, sent};

#[tokio::test]
async fn a_success_derefs_to_its_value() {
    let client = client(&Scripted::new([Step::Answer(200, PAGE)]));
    let page = client.list_all("o").send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(page.data[0].id, "e");
    assert_eq!(page.map(|page| page.data.len()).into_value(), 1);
}

#[tokio::test]
async fn a_documented_failure_holds_its_body() {
    let error = failure(Step::Answer(422, r#"{"id":"e","description":"d"}"#)).await;
    assert_eq!(error.status(), Some(StatusCode::UNPROCESSABLE_ENTITY));
    assert!(matches!(error.failure(), Some(ListAllError::Unprocessable(event)) if event.id == "e"));
    assert_eq!(
        said(&error),
        r#"the server answered 422 Unprocessable Entity: {"id":"e","description":"d"}"#
    );
    assert!(
        matches!(failure(Step::Answer(404, "x")).await, Error::Status(response) if *response == ListAllError::NotFound("x".into()))
    );
}

#[tokio::test]
async fn an_undocumented_status_keeps_its_body() {
    let error = failure(Step::Answer(503, "try later")).await;
    let Error::Undocumented(response) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(&response[..], b"try later");
    assert_eq!(
        said(&error),
        "the server answered 503 Service Unavailable, which its description does not have: try later"
    );
}

#[tokio::test]
async fn a_redirect_is_an_answer() {
    assert_eq!(
        failure(Step::Answer(302, "")).await.status(),
        Some(StatusCode::FOUND)
    );
}

#[tokio::test]
async fn a_body_of_another_shape_is_told_with_its_place() {
    let error = failure(Step::Answer(200, r#"{"data":[{"id":5}]}"#)).await;
    let Error::Decode(response) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(response.pointer(), "/data/0/id");
    assert_eq!(
        said(&error),
        "the server answered 200 OK, and its body is not what the description says: \
         at /data/0/id: invalid type: integer `5`, expected a string, near: 5"
    );
    assert!(failure(Step::Answer(200, "<html>")).await.is_decode());
    assert!(failure(Step::Answer(422, "<html>")).await.is_decode());
}

#[tokio::test]
async fn a_truncated_body_and_a_lost_connection_are_the_transports() {
    for (step, kind) in [
        (Step::Truncated("{\"data\""), TransportErrorKind::Body),
        (
            Step::Fail(TransportErrorKind::Connect),
            TransportErrorKind::Connect,
        ),
    ] {
        let error = failure(step).await;
        assert!(
            matches!(&error, Error::Transport(error) if error.kind() == kind),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_timeout_says_how_long_it_was() {
    let transport = Scripted::new([Step::Fail(TransportErrorKind::Timeout)]);
    let core = builder(&transport)
        .credential("bearer", Credential::bearer(KEY))
        .build()
        .unwrap();
    let client = events::Client::new(core.with_timeout(Duration::from_millis(1500)));
    let error = client.list_all("o").await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        said(&error),
        "the server did not answer in full within 1.5s"
    );
    assert_eq!(
        transport.sent()[0].timeout,
        Some(Duration::from_millis(1500))
    );
    assert_eq!(
        sent(|builder| builder.no_timeout().without_credentials())
            .await
            .unwrap()
            .timeout,
        None
    );
}

#[tokio::test]
async fn a_reply_is_no_larger_than_allowed() {
    let transport = Scripted::new([Step::Answer(200, PAGE), Step::Answer(200, PAGE)]);
    let limited = |limit: u64| {
        let core = builder(&transport)
            .without_credentials()
            .max_response_bytes(limit)
            .build();
        events::Client::new(core.unwrap())
    };
    let size = u64::try_from(PAGE.len()).unwrap();
    let error = limited(size - 1).list_all("o").await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::TooLarge)
    );
    assert!(limited(size).list_all("o").await.is_ok());
}

/// What an error says after the operation's name.
fn said(error: &Error<ListAllError>) -> String {
    let text = error.to_string();
    let said = text.strip_prefix(&format!("{}: ", <ListAll>::METADATA));
    said.expect("it begins with the operation").to_owned()
}

#[tokio::test]
async fn every_error_of_a_call_names_the_operation() {
    let name = "ObjectEventsController_listAll (GET /v1/objects/{objectId}/events)";
    let refused = client(&Scripted::default()).list_all("..").await;
    let mut errors = vec![refused.expect_err("it is no step of a path")];
    for step in [
        Step::Fail(TransportErrorKind::Timeout),
        Step::Fail(TransportErrorKind::Connect),
        Step::Truncated("{"),
        Step::Answer(200, "{"),
        Step::Answer(404, ""),
        Step::Answer(503, ""),
    ] {
        errors.push(failure(step).await);
    }
    for error in errors {
        assert_eq!(error.operation(), Some(&<ListAll>::METADATA), "{error}");
        assert!(
            error.to_string().starts_with(&format!("{name}: ")),
            "{error}"
        );
        assert!(
            format!("{error:?}").contains(&format!("operation: {name}")),
            "{error:?}"
        );
        let error = error.map_failure(|_| ());
        assert_eq!(error.operation(), Some(&<ListAll>::METADATA), "{error}");
    }
}

#[tokio::test]
async fn the_pages_of_an_operation_fail_under_its_name() {
    let client = client(&Scripted::new([Step::Answer(503, "")]));
    let mut pages = client.list_all("o").pages();
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.operation(), Some(&<ListAll>::METADATA));
}

#[test]
fn an_error_of_a_reply_by_hand_names_no_operation() {
    let reply = Reply::new(Response::builder().status(503).body(Bytes::new()).unwrap());
    let error = <ListAll as Operation>::response(reply).unwrap_err();
    assert_eq!(error.operation(), None);
    assert!(
        error.to_string().starts_with("the server answered 503"),
        "{error}"
    );
}

#[test]
fn an_operation_reads_a_reply_from_anywhere() {
    let reply = Reply::new(
        Response::builder()
            .status(200)
            .body(Bytes::from(PAGE))
            .unwrap(),
    );
    let page = <ListAll as Operation>::response(reply).unwrap();
    assert_eq!(page.data.len(), 1);
}

#[test]
fn errors_are_small_and_can_be_boxed() {
    assert!(
        size_of::<Error<[u8; 500]>>() <= 96,
        "{}",
        size_of::<Error<[u8; 500]>>()
    );
    let error: Error<Infallible> = RequestError::from(RequestErrorKind::ConflictingCredentials {
        place: "x".to_owned(),
    })
    .into();
    let boxed: Box<dyn std::error::Error + Send + Sync> = error.widen::<ListAllError>().into();
    assert!(boxed.to_string().starts_with("the request was not sent"));
}
