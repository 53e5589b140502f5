//! Each operation's exchange as it goes over the wire, and what the client makes of the reply: how a change in a
//! description reaches whoever consumes the crate.

mod operations;

use std::fmt::{self, Write};

use bindery_contract::{Answer, Exchange, ReceivedRequest, Reply};
use operations::{Api, Case, Fill, Setup, cases_of, outcome::Outcome};
use serde_json::Value;

/// Headers that say nothing about the operation: they depend on the port and on the length of what is shown anyway.
const UNSHOWN: [&str; 2] = ["host", "content-length"];

#[tokio::test]
async fn calls_of_the_crm_calendar_go_over_the_wire_as_reviewed() {
    snapshot(Api::CrmCalendar).await;
}

#[tokio::test]
async fn calls_of_outreach_go_over_the_wire_as_reviewed() {
    snapshot(Api::Outreach).await;
    snapshot_documented_failure().await;
}

#[tokio::test]
async fn calls_of_whaly_go_over_the_wire_as_reviewed() {
    snapshot(Api::Whaly).await;
    snapshot_reserved_characters().await;
}

#[tokio::test]
async fn calls_of_the_workspace_calendar_go_over_the_wire_as_reviewed() {
    snapshot(Api::WorkspaceCalendar).await;
}

async fn snapshot(api: Api) {
    for case in cases_of(api) {
        let answer = match &case.reply {
            Some(body) => Answer::with_body(200, media_type(api), body.to_string()),
            None => Answer::empty(200),
        };
        let name = format!("{}__{}", api.name(), case.id);
        assert_snapshot(&name, &show(&case, Fill::Plain, answer).await);
    }
}

async fn snapshot_documented_failure() {
    let cases = cases_of(Api::Outreach);
    let body = r#"{"errors": [{"title": "Record Not Found"}]}"#;
    let answer = Answer::with_body(404, media_type(Api::Outreach), body);
    let exchange = show(&cases[0], Fill::Plain, answer).await;
    assert_snapshot("outreach__getEvent_404", &exchange);
}

async fn snapshot_reserved_characters() {
    let cases = cases_of(Api::Whaly).into_iter();
    let mut delete = cases.filter(|case| case.id == "ObjectEventsController_delete");
    let delete = delete.next().expect("Whaly can delete");
    let exchange = show(&delete, Fill::Reserved, Answer::empty(500)).await;
    assert_snapshot("whaly__ObjectEventsController_delete_reserved", &exchange);
}

/// The media type that the API answers with.
fn media_type(api: Api) -> &'static str {
    match api {
        Api::Outreach => "application/vnd.api+json",
        Api::CrmCalendar | Api::Whaly | Api::WorkspaceCalendar => "application/json",
    }
}

fn assert_snapshot(name: &str, exchange: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, exchange));
}

async fn show(case: &Case, fill: Fill, answer: Answer) -> String {
    let server = case.api.serve().await;
    server.reply_with(Reply::Answer(answer));
    let outcome = (case.call)(&Setup::of(&server), fill).await;
    let exchange = server.take_exchanges().remove(0);
    let mut text = String::new();
    write_exchange(&mut text, &exchange, &outcome).expect("a string takes text");
    text
}

fn write_exchange(text: &mut String, exchange: &Exchange, outcome: &Outcome) -> fmt::Result {
    let Exchange {
        request,
        findings,
        answer,
    } = exchange;
    assert_eq!(findings, &[], "the request is as described");
    let answer = answer.as_ref().expect("the server answered");
    write_target(text, request)?;
    write_message(text, &request.headers, &request.body)?;
    writeln!(text, "\n{}", answer.status)?;
    write_message(text, &answer.headers, &answer.body)?;
    match outcome {
        Ok(success) => write!(text, "\nOk: {}", success.shown),
        Err(failure) => {
            let documented = failure.error.failure().map_or("", String::as_str);
            write!(text, "\nErr: {}\n{documented}", failure.error)
        }
    }
}

/// The request line, with a line for each query parameter.
fn write_target(text: &mut String, request: &ReceivedRequest) -> fmt::Result {
    writeln!(text, "{} {}", request.method, request.path())?;
    for (index, pair) in request
        .query()
        .split('&')
        .filter(|pair| !pair.is_empty())
        .enumerate()
    {
        writeln!(text, "  {}{pair}", if index == 0 { '?' } else { '&' })?;
    }
    Ok(())
}

fn write_message(text: &mut String, headers: &[(String, String)], body: &[u8]) -> fmt::Result {
    let mut headers: Vec<_> = headers
        .iter()
        .filter(|(name, _)| !UNSHOWN.contains(&name.as_str()))
        .collect();
    headers.sort_unstable();
    for (name, value) in headers {
        writeln!(
            text,
            "{name}: {}",
            value.replace(env!("CARGO_PKG_VERSION"), "{version}")
        )?;
    }
    if body.is_empty() {
        return Ok(());
    }
    let body: Value = serde_json::from_slice(body).expect("the body is JSON");
    writeln!(text, "{body:#}")
}
