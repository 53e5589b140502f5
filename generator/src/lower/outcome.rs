//! Responses as outcomes: successes and failures, each with what it holds
//! (OpenAPI 3.1.1 §4.8.16, §4.8.17).

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{HttpMethod, MediaType, Operation, Response, StatusPattern};

use super::Lowering;
use super::media::{Content, Reading, reading};
use super::media_word::words_of;
use super::place::Place;
use crate::api::{MediaKind, Name, Outcome, OutcomeBody, Shape, TypeRef};
use crate::codes;

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
            let outcomes = self.lower_response(&operation.method, response, &part, place);
            if success {
                successes.extend(outcomes);
            } else {
                failures.extend(outcomes);
            }
        }
        share_default(&mut successes, &failures);
        (successes, failures)
    }

    /// The outcomes of a response: one for each way in which its body is read.
    fn lower_response(
        &mut self,
        method: &HttpMethod,
        response: &Response,
        part: &str,
        place: &Place,
    ) -> Vec<Outcome> {
        let status = status_name(response.status);
        let outcome = |name: &str, media_types, body| Outcome {
            name: Name::unsettled(name, response.location.clone()),
            status: response.status,
            docs: Some(response.description.clone()).filter(|docs| !docs.is_empty()),
            media_types,
            fallback: true,
            body,
        };
        if has_no_content(method, response.status) && !response.content.is_empty() {
            self.report_forbidden_content(method, response);
            // What is asked for may still be what the status is about.
            let named = response.content.iter().map(|it| it.name.clone());
            return vec![outcome(&status, named.collect(), OutcomeBody::Nothing)];
        }
        let alternatives = self.response_alternatives(&response.content);
        let firsts = alternatives
            .iter()
            .filter_map(|(content, media_types)| Some((*content, *media_types.first()?)));
        let firsts: Vec<(Content, &MediaType)> = firsts.collect();
        // The first is called after the status alone, and what is not told apart is a range where there is one.
        let words = words_of(firsts.get(1..).unwrap_or_default());
        let words = std::iter::once(None).chain(words.into_iter().map(Some));
        let mut ranges = firsts.iter();
        let range = ranges.position(|(_, first)| first.essence().contains('*'));
        let mut outcomes: Vec<Outcome> = Vec::with_capacity(alternatives.len().max(1));
        for (((content, first), (_, media_types)), word) in
            firsts.iter().copied().zip(&alternatives).zip(words)
        {
            let (name, part) = match word {
                None => (status.clone(), part.to_owned()),
                Some(word) => (format!("{status} {word}"), format!("{part} {word}")),
            };
            let fallback = outcomes.len() == range.unwrap_or_default();
            let body = self.lower_outcome_body(content, first, &part, place);
            let media_types = media_types.iter().map(|it| it.name.clone()).collect();
            outcomes.push(Outcome {
                fallback,
                ..outcome(&name, media_types, body)
            });
        }
        if outcomes.is_empty() {
            outcomes.push(outcome(&status, Vec::new(), OutcomeBody::Nothing));
        }
        outcomes
    }

    fn report_forbidden_content(&mut self, method: &HttpMethod, response: &Response) {
        let described = match (method, response.status) {
            (HttpMethod::Head, _) => "to HEAD".to_owned(),
            (_, StatusPattern::Code(code)) => format!("of {code}"),
            (_, StatusPattern::Range(hundred)) => format!("of {hundred}xx"),
            (_, StatusPattern::Default) => "of any other status".to_owned(),
        };
        let first = response.content.first().map(|content| &content.location);
        let location = first.unwrap_or(&response.location).clone();
        let message = format!("a response {described} has no body in HTTP");
        self.report.push(
            Diagnostic::warning(codes::FORBIDDEN_CONTENT, location, message)
                .hint("what is described here is passed over"),
        );
    }

    fn lower_outcome_body(
        &mut self,
        content: Content,
        media_type: &MediaType,
        part: &str,
        place: &Place,
    ) -> OutcomeBody {
        if content == Content::Xml {
            self.report_xml(media_type);
        }
        let (media, shape) = match (reading(content), media_type.schema) {
            (Reading::Json, Some(schema)) => (
                MediaKind::Json,
                self.lower_at(&[schema], &place.part(part)).with_null(),
            ),
            (Reading::Json, None) => (MediaKind::Json, Shape::plain(TypeRef::Json)),
            (Reading::Text, _) => (MediaKind::Text, Shape::plain(TypeRef::String)),
            (Reading::Bytes, _) => (MediaKind::Bytes, Shape::plain(TypeRef::Bytes)),
            (Reading::Stream, _) => (MediaKind::Stream, Shape::plain(TypeRef::Stream)),
        };
        OutcomeBody::Value { media, shape }
    }
}

/// Whether HTTP has no body there (RFC 9110 §6.4.1, §15.3.6).
fn has_no_content(method: &HttpMethod, status: StatusPattern) -> bool {
    *method == HttpMethod::Head
        || match status {
            StatusPattern::Code(code) => code < 200 || matches!(code, 204 | 205 | 304),
            StatusPattern::Range(hundred) => hundred == 1,
            StatusPattern::Default => false,
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
    if !successes.is_empty() {
        return;
    }
    let defaults = failures
        .iter()
        .filter(|outcome| outcome.status == StatusPattern::Default);
    successes.extend(defaults.map(|default| Outcome {
        status: StatusPattern::Range(2),
        ..default.clone()
    }));
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
