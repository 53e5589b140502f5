//! Each way in which a call fails has an error of its own, which shows no credential, not even where the server sends it
//! back.

use std::{net::TcpListener, time::Duration};

use bindery_contract::{Answer, ReceivedRequest, Reply};
use event_apis::{
    bindery::{DecodeErrorKind, Error, Json, TransportErrorKind},
    outreach::{self, event::GetError},
};
use serde_json::json;

use crate::{
    Made, call_all, call_each, is_described,
    operations::{Api, Case, Fill, Misfit, Setup, cases, outcome::Failure},
};

/// How long a client waits for a server that does not answer.
const PATIENCE: Duration = Duration::from_millis(200);

#[tokio::test]
async fn a_documented_failure_is_typed() {
    let server = Api::Outreach.serve().await;
    server.reply_to("getEvent", answer(404));
    let [(_, bearer), (_, s2s)] = Api::Outreach.secrets() else {
        unreachable!("Outreach has two schemes")
    };
    let builder = outreach::Client::builder(server.base_url());
    let client = builder
        .bearer_auth(*bearer)
        .s2s_auth_token(*s2s)
        .build()
        .expect("it is a client");

    let error = client.event().get(7).await.expect_err("404 is a failure");
    let sent = server
        .exchanges()
        .remove(0)
        .answer
        .expect("the server answered")
        .body;
    assert!(
        matches!(&error, Error::Status(response) if **response == GetError::NotFound(sent.clone()))
    );
    assert_eq!(error.failure(), Some(&GetError::NotFound(sent)));
}

#[tokio::test]
async fn every_documented_failure_is_told_by_its_status() {
    let mut documented = Vec::new();
    for status in 300..=599 {
        let described = cases()
            .into_iter()
            .filter(|case| is_described(case, status));
        documented.extend(described.map(|case| (case.id, status)));
    }
    assert_eq!(documented, [("getEvent", 404)]);

    for made in call_all(|_| answer(404)).await {
        if made.case.id == "getEvent" {
            let Failure { error, .. } = failure_with_echo(&made);
            assert!(matches!(error, Error::Status(_)), "{error:?}");
            assert_answered(&made.case, error, 404);
            assert!(
                error
                    .failure()
                    .is_some_and(|failure| failure.starts_with("NotFound("))
            );
        }
    }
}

#[tokio::test]
async fn an_undocumented_status_is_handed_on_with_its_body() {
    for status in [201, 400, 401, 404, 418, 500, 503] {
        for made in call_all(|_| answer(status)).await {
            if is_described(&made.case, status) {
                continue;
            }
            let Failure { error, .. } = failure_with_echo(&made);
            assert_answered(&made.case, error, status);
            let sent = &made
                .exchange()
                .answer
                .as_ref()
                .expect("the server answered")
                .body;
            let is_handed_on =
                matches!(error, Error::Undocumented(response) if response.value() == sent);
            assert!(is_handed_on, "{}: {error:?}", made.case);
            assert!(
                error
                    .to_string()
                    .contains("which its description does not have")
            );
        }
    }
}

#[tokio::test]
async fn a_redirect_is_handed_on_and_not_followed() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = elsewhere.local_addr().expect("it is bound");
    let location = format!("http://{address}/elsewhere");
    for status in [301, 302, 303, 307, 308] {
        let reply = Answer::empty(status).header("location", &location);
        for made in call_all(|_| Reply::Answer(reply.clone())).await {
            let Failure { error, .. } = failure(&made);
            assert!(
                matches!(error, Error::Undocumented(_)),
                "{}: {error:?}",
                made.case
            );
            assert_answered(&made.case, error, status);
            let headers = error.headers().expect("there was an answer");
            assert_eq!(headers["location"], location.as_str(), "{}", made.case);
            made.exchange();
        }
    }
    elsewhere.set_nonblocking(true).expect("it can be asked");
    assert!(elsewhere.accept().is_err(), "nobody followed");
}

#[tokio::test]
async fn a_body_that_is_not_json_is_an_error_of_syntax() {
    let page = |request: &ReceivedRequest| {
        let echo = echo(request).join(" ");
        let page = format!("<html><body>{echo}</body></html>");
        Reply::with_body(200, &format!("text/html; sent={echo}"), page)
    };
    for made in call_all(|_| Reply::from_fn(page)).await {
        if made.case.reply.is_none() {
            assert!(made.outcome.is_ok(), "{} reads no body", made.case);
            continue;
        }
        let Failure { error, texts } = failure_with_echo(&made);
        assert_undecoded(&made.case, error, DecodeErrorKind::Syntax);
        assert!(texts.contains("text/html"), "{}: {texts}", made.case);
        assert!(texts.contains("<html>"), "{}: {texts}", made.case);
    }
}

#[tokio::test]
async fn a_body_of_another_shape_is_an_error_with_its_place() {
    let mut misfits = 0;
    for made in call_all(misfit).await {
        let (pointer, expected) = match made.case.misfit {
            Misfit::At { pointer, expected } => (pointer, expected),
            Misfit::None(reason) => {
                assert!(
                    made.outcome.is_ok(),
                    "{}: {reason}: {:?}",
                    made.case,
                    made.outcome
                );
                continue;
            }
        };
        misfits += 1;
        let Failure { error, texts } = failure_with_echo(&made);
        assert_undecoded(&made.case, error, DecodeErrorKind::Data);
        let Error::Decode(response) = error else {
            unreachable!("it was just looked at")
        };
        assert_eq!(response.pointer(), pointer, "{}: {texts}", made.case);
        assert!(
            response.message().contains(&format!("expected {expected}")),
            "{}: {texts}",
            made.case
        );
        assert!(
            response.excerpt().starts_with("[\"misplaced\""),
            "{}: {texts}",
            made.case
        );
        assert!(
            texts.contains(pointer) && texts.contains(expected),
            "{}: {texts}",
            made.case
        );
    }
    assert_eq!(
        misfits, 16,
        "six operations admit any value, two have no body"
    );
}

#[tokio::test]
async fn a_missing_body_is_the_end_of_json() {
    for made in call_all(|_| Reply::status(200)).await {
        if made.case.reply.is_some() {
            assert_undecoded(&made.case, &failure(&made).error, DecodeErrorKind::Eof);
        }
    }
}

#[tokio::test]
async fn a_truncated_body_is_an_error_of_the_transport() {
    let truncated = |request: &ReceivedRequest| Reply::Truncated {
        answer: echoing(Answer::json(200, &json!({"echo": echo(request)})), request),
        missing: 10,
    };
    for made in call_all(|_| Reply::from_fn(truncated)).await {
        let Failure { error, texts } = failure(&made);
        assert_lost(&made.case, error, TransportErrorKind::Body);
        assert!(texts.contains("broke off"), "{}: {texts}", made.case);
    }
}

#[tokio::test]
async fn a_connection_that_closes_without_an_answer_is_an_error_of_the_transport() {
    for made in call_all(|_| Reply::Close).await {
        assert_lost(&made.case, &failure(&made).error, TransportErrorKind::Send);
    }
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_a_timeout() {
    let hasty = |server: &_| Setup {
        timeout: PATIENCE,
        ..Setup::of(server)
    };
    for made in call_each(hasty, Fill::Reserved, |_| Reply::Hang).await {
        let Failure { error, .. } = failure(&made);
        let Error::Timeout(cause) = error else {
            panic!("{}: {error:?}", made.case)
        };
        assert_eq!(cause.kind(), TransportErrorKind::Timeout, "{}", made.case);
        assert!(error.is_timeout() && !error.is_transport(), "{}", made.case);
        assert_unanswered(&made.case, error);
    }
}

#[tokio::test]
async fn a_refused_connection_is_an_error_of_the_transport() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    drop(listener);
    let setup = Setup::at(format!("http://{address}"));
    for case in cases() {
        let failure = (case.call)(&setup, Fill::Reserved)
            .await
            .expect_err("nobody listens");
        assert_secretless(&case, &failure.texts);
        assert_lost(&case, &failure.error, TransportErrorKind::Connect);
        assert!(
            failure.texts.contains("could not be reached"),
            "{case}: {}",
            failure.texts
        );
    }
}

/// An answer that sends the credentials back, in its body and in a header.
fn answer(status: u16) -> Reply {
    Reply::from_fn(move |request| {
        let body = json!({"you sent": echo(request)});
        Reply::Answer(echoing(Answer::json(status, &body), request))
    })
}

/// The answer of a case with something else in one place, or as a whole: an array that holds the credentials.
fn misfit(case: &Case) -> Reply {
    let pointer = match case.misfit {
        Misfit::At { pointer, .. } => pointer,
        Misfit::None(_) => "",
    };
    let body = case.reply.clone().unwrap_or_default();
    Reply::from_fn(move |request| {
        let mut misplaced = vec!["misplaced".to_owned()];
        misplaced.extend(echo(request));
        let mut body = body.clone();
        *body.pointer_mut(pointer).expect("the place is there") = Json::from(misplaced);
        Reply::Answer(echoing(Answer::json(200, &body), request))
    })
}

/// The credentials as they came.
fn echo(request: &ReceivedRequest) -> Vec<String> {
    let names = ["authorization", "s2sauthtoken"];
    let values = names.iter().flat_map(|name| request.header_values(name));
    values.map(str::to_owned).collect()
}

fn echoing(answer: Answer, request: &ReceivedRequest) -> Answer {
    let echo = echo(request);
    echo.iter()
        .fold(answer, |answer, value| answer.header("x-you-sent", value))
}

/// The error of a call, which shows no credential.
fn failure(made: &Made) -> &Failure {
    let failure = match &made.outcome {
        Ok(success) => panic!("{}: {success:?}", made.case),
        Err(failure) => failure,
    };
    assert_secretless(&made.case, &failure.texts);
    failure
}

/// The same, where the error shows a body that holds the credentials: something stands in their place.
fn failure_with_echo(made: &Made) -> &Failure {
    let failure = failure(made);
    let redacted = failure.texts.matches("[redacted]").count();
    assert!(
        redacted >= made.case.api.secrets().len(),
        "{}: {}",
        made.case,
        failure.texts
    );
    failure
}

/// No text shows a credential, and none the URL, in which there may be one.
fn assert_secretless(case: &Case, texts: &str) {
    assert!(!texts.contains("http://"), "{case}: {texts}");
    for (_, secret) in case.api.secrets() {
        let escaped = format!("{secret:?}");
        let escaped = escaped.trim_matches('"');
        assert!(
            !texts.contains(secret) && !texts.contains(escaped),
            "{case}: {texts}"
        );
    }
}

fn assert_answered(case: &Case, error: &Error<String>, status: u16) {
    assert_eq!(
        error.status().map(|it| it.as_u16()),
        Some(status),
        "{case}: {error:?}"
    );
    assert!(error.headers().is_some(), "{case}");
    assert_eq!(
        error.failure().is_some(),
        matches!(error, Error::Status(_)),
        "{case}"
    );
    assert!(
        error.to_string().contains(&status.to_string()),
        "{case}: {error}"
    );
    assert!(
        !error.is_request() && !error.is_transport() && !error.is_timeout() && !error.is_decode()
    );
}

fn assert_undecoded(case: &Case, error: &Error<String>, kind: DecodeErrorKind) {
    let Error::Decode(response) = error else {
        panic!("{case}: {error:?}")
    };
    assert_eq!(response.kind(), kind, "{case}: {error:?}");
    assert_eq!(error.status().map(|it| it.as_u16()), Some(200), "{case}");
    assert!(error.is_decode() && error.headers().is_some(), "{case}");
    assert!(
        !error.is_request() && !error.is_transport() && !error.is_timeout(),
        "{case}"
    );
    assert_eq!(error.failure(), None, "{case}");
}

fn assert_lost(case: &Case, error: &Error<String>, kind: TransportErrorKind) {
    let Error::Transport(loss) = error else {
        panic!("{case}: {error:?}")
    };
    assert_eq!(loss.kind(), kind, "{case}: {error:?}");
    assert!(error.is_transport() && !error.is_timeout(), "{case}");
    assert_unanswered(case, error);
}

fn assert_unanswered(case: &Case, error: &Error<String>) {
    assert!(
        error.status().is_none() && error.headers().is_none(),
        "{case}"
    );
    assert!(
        !error.is_request() && !error.is_decode() && error.failure().is_none(),
        "{case}"
    );
}
