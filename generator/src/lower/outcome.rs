//! Responses as outcomes: successes and failures, each with what it holds
//! (OpenAPI 3.1.1 §4.8.16, §4.8.17).

use bindery_openapi::document::{MediaType, Operation, Response, StatusPattern};

use super::Lowering;
use super::place::Place;
use crate::api::{MediaKind, Name, Outcome, OutcomeBody, Shape, TypeRef};

impl Lowering<'_> {
    /// The successes, then the failures; exact statuses before ranges before `default`.
    pub(super) fn lower_outcomes(
        &mut self,
        operation: &Operation,
        place: &Place,
    ) -> (Vec<Outcome>, Vec<Outcome>) {
        let mut responses: Vec<&Response> = operation.responses.iter().collect();
        responses.sort_by_key(|response| response.status);
        let several = responses
            .iter()
            .filter(|response| is_success(response.status))
            .count()
            > 1;
        let (mut successes, mut failures) = (Vec::new(), Vec::new());
        for response in responses {
            let success = is_success(response.status);
            let part = match (success, several) {
                (true, false) => "Response".to_owned(),
                (true, true) | (false, _) => status_name(response.status),
            };
            let outcome = self.lower_outcome(response, &part, place);
            if success {
                successes.push(outcome);
            } else {
                failures.push(outcome);
            }
        }
        share_default(&mut successes, &failures);
        (successes, failures)
    }

    fn lower_outcome(&mut self, response: &Response, part: &str, place: &Place) -> Outcome {
        Outcome {
            name: Name::unsettled(status_name(response.status), response.location.clone()),
            status: response.status,
            docs: Some(response.description.clone()).filter(|docs| !docs.is_empty()),
            body: self.lower_outcome_body(response, part, place),
        }
    }

    fn lower_outcome_body(
        &mut self,
        response: &Response,
        part: &str,
        place: &Place,
    ) -> OutcomeBody {
        let json = response
            .content
            .iter()
            .find(|media_type| media_type.is_json());
        let Some(media_type) = json.or(response.content.first()) else {
            return OutcomeBody::Nothing;
        };
        self.report_other_media_types(&response.content, media_type);
        let media = media_kind(media_type);
        let shape = match (media, media_type.schema) {
            (MediaKind::Json, Some(schema)) => {
                self.lower_at(&[schema], &place.part(part)).with_null()
            }
            (MediaKind::Json, None) => Shape::plain(TypeRef::Json),
            (MediaKind::Text, _) => Shape::plain(TypeRef::String),
            (MediaKind::Bytes, _) => Shape::plain(TypeRef::Bytes),
        };
        OutcomeBody::Value { media, shape }
    }
}

fn media_kind(media_type: &MediaType) -> MediaKind {
    match media_type.essence() {
        _ if media_type.is_json() => MediaKind::Json,
        essence if essence.starts_with("text/") => MediaKind::Text,
        _ => MediaKind::Bytes,
    }
}

fn is_success(status: StatusPattern) -> bool {
    match status {
        StatusPattern::Code(code) => (200..300).contains(&code),
        StatusPattern::Range(hundred) => hundred == 2,
        StatusPattern::Default => false,
    }
}

/// Where only `default` is described, it describes success as well.
fn share_default(successes: &mut Vec<Outcome>, failures: &[Outcome]) {
    let default = failures
        .iter()
        .find(|outcome| outcome.status == StatusPattern::Default);
    if let (true, Some(default)) = (successes.is_empty(), default) {
        let status = StatusPattern::Range(2);
        successes.push(Outcome {
            status,
            ..default.clone()
        });
    }
}

/// What names a status: its reason phrase (RFC 9110 §15), else its number.
fn status_name(status: StatusPattern) -> String {
    match status {
        StatusPattern::Default => "Default".to_owned(),
        StatusPattern::Range(1) => "Informational".to_owned(),
        StatusPattern::Range(2) => "Success".to_owned(),
        StatusPattern::Range(3) => "Redirection".to_owned(),
        StatusPattern::Range(4) => "ClientError".to_owned(),
        StatusPattern::Range(5) => "ServerError".to_owned(),
        StatusPattern::Range(hundred) => format!("Status{hundred}xx"),
        StatusPattern::Code(code) => {
            reason(code).map_or_else(|| format!("Status{code}"), str::to_owned)
        }
    }
}

fn reason(code: u16) -> Option<&'static str> {
    Some(match code {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "LengthRequired",
        412 => "PreconditionFailed",
        413 => "ContentTooLarge",
        415 => "UnsupportedMediaType",
        422 => "UnprocessableContent",
        423 => "Locked",
        424 => "FailedDependency",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        451 => "UnavailableForLegalReasons",
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        507 => "InsufficientStorage",
        _ => return None,
    })
}
