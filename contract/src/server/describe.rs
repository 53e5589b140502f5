//! The answer that the description asks for: the findings, else an instance of
//! the operation's first success response.

use bindery_openapi::document::{MediaType, Operation, Response, StatusPattern};
use bytes::Bytes;
use serde_json::{Value, json};

use super::check::is_success;
use super::wire::accepts;
use super::{Answer, Finding, ReceivedRequest};
use crate::{CannotMake, Instances, Tape};

/// The header that says how many findings there are.
pub(super) const FINDINGS_HEADER: &str = "x-bindery-findings";

/// The answer to a request with findings; its status is that of the first.
pub(super) fn refuse(findings: &[Finding]) -> Answer {
    let listed: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "rule": finding.kind.as_str(),
                "place": finding.place,
                "message": finding.message,
                "pointer": finding.pointer.as_str(),
            })
        })
        .collect();
    let status = findings
        .first()
        .map_or(400, |finding| finding.kind.status());
    let answer = Answer::json(status, &json!({"findings": listed}));
    answer.header(FINDINGS_HEADER, &findings.len().to_string())
}

/// An instance of the first success response, drawn from the tape.
pub(super) fn succeed(
    instances: &Instances,
    operation: &Operation,
    request: &ReceivedRequest,
    tape: &mut Tape,
) -> Answer {
    let success = operation.responses.iter().find(|it| is_success(it.status));
    let Some(response) = success.or_else(|| operation.responses.first()) else {
        return Answer::empty(200);
    };
    make(instances, response, request, tape).unwrap_or_else(|reason| {
        let pointer = response.location.pointer.as_str();
        let message = format!("the described response cannot be made: {reason}");
        Answer::json(500, &json!({"message": message, "pointer": pointer}))
    })
}

fn make(
    instances: &Instances,
    response: &Response,
    request: &ReceivedRequest,
    tape: &mut Tape,
) -> Result<Answer, CannotMake> {
    let status = concrete(response.status);
    let mut answer = match offered(response, request) {
        Some(media_type) => {
            let body = make_body(instances, media_type, tape)?;
            Answer::with_body(status, &concrete_name(media_type), body)
        }
        None => Answer::empty(status),
    };
    for header in response.headers.iter().filter(|it| it.required) {
        let value = match header.schema {
            Some(schema) => instances.valid(schema, tape)?,
            None => Value::Null,
        };
        if let Some(text) = header_text(&value) {
            answer = answer.header(&header.name, &text);
        }
    }
    Ok(answer)
}

fn concrete(status: StatusPattern) -> u16 {
    match status {
        StatusPattern::Code(code) => code,
        StatusPattern::Range(hundred) => u16::from(hundred) * 100,
        StatusPattern::Default => 200,
    }
}

/// The first media type that the request accepts, else the first.
fn offered<'a>(response: &'a Response, request: &ReceivedRequest) -> Option<&'a MediaType> {
    let accept: Vec<&str> = request.header_values("accept").collect();
    let accept = accept.join(",");
    let accepted = |it: &&MediaType| accept.is_empty() || accepts(&accept, &concrete_name(it));
    response
        .content
        .iter()
        .find(accepted)
        .or_else(|| response.content.first())
}

/// A media type for a range.
fn concrete_name(media_type: &MediaType) -> String {
    match media_type.essence().as_str() {
        "*/*" | "application/*" => "application/json".to_owned(),
        "text/*" => "text/plain".to_owned(),
        essence if essence.contains('*') => essence.replace('*', "octet-stream"),
        _ => media_type.name.clone(),
    }
}

fn make_body(
    instances: &Instances,
    media_type: &MediaType,
    tape: &mut Tape,
) -> Result<Bytes, CannotMake> {
    let value = match media_type.schema {
        Some(schema) => instances.valid(schema, tape)?,
        None => Value::Null,
    };
    let json = MediaType {
        name: concrete_name(media_type),
        ..media_type.clone()
    };
    Ok(match value {
        value if json.is_json() => value.to_string().into(),
        Value::String(text) => text.into(),
        value => value.to_string().into(),
    })
}

/// A scalar as a header has it; `None` where a header cannot hold it.
fn header_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => String::new(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(_) | Value::Object(_) => return None,
    };
    text.bytes()
        .all(|byte| (b' '..=b'~').contains(&byte))
        .then_some(text)
}
