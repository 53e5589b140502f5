//! What the server sees is what the call was given.

use std::collections::{BTreeMap, BTreeSet};

use bindery_contract::{Exchange, Judge, ReceivedRequest, Reply};
use bindery_openapi::document::{Operation, ParameterIn, PathItem, Response};
use event_apis::bindery::Json;
use percent_encoding::percent_decode_str;
use serde_json::json;

use crate::{
    Made, call_all,
    operations::{Api, Case, Fill, Misfit, arriving, cases, cases_of},
    support::equality::equal,
};

#[test]
fn the_table_names_exactly_the_operations_of_the_descriptions() {
    for api in Api::ALL {
        let document = api.document();
        let mut described: Vec<&str> = document.operations().map(|(_, it)| id(it)).collect();
        let cases = cases_of(api);
        let mut called: Vec<&str> = cases.iter().map(|case| case.id).collect();
        described.sort_unstable();
        called.sort_unstable();
        assert_eq!(called, described, "{}", api.name());
    }
}

#[test]
fn the_table_gives_every_parameter_and_every_body_that_is_described() {
    for_each_operation(|case, operation| {
        let parameters = operation.parameters.iter();
        let described: BTreeSet<_> = parameters
            .map(|it| (place(it.place), it.name.as_str()))
            .collect();
        let path = case.path.iter().map(|(name, _)| ("path", *name));
        let query = case.query.iter().map(|(name, _)| ("query", *name));
        assert_eq!(
            path.chain(query).collect::<BTreeSet<_>>(),
            described,
            "{case}"
        );
        assert_eq!(
            case.body.is_some(),
            operation.request_body.is_some(),
            "{case}"
        );
        assert_eq!(
            case.reply.is_some(),
            accepted(operation).is_some(),
            "{case}"
        );
    });
}

#[test]
fn where_no_body_is_of_another_shape_the_description_admits_every_value() {
    for_each_operation(|case, operation| {
        let Misfit::None(reason) = case.misfit else {
            return;
        };
        let judge = Judge::new(case.api.document());
        let content = success(operation).content.iter();
        for schema in content.filter_map(|media_type| media_type.schema) {
            for value in [
                json!(null),
                json!([1]),
                json!({"a": 1}),
                json!("a"),
                json!(1),
                json!(true),
            ] {
                assert_eq!(judge.violations(schema, &value), [], "{case}: {reason}");
            }
        }
    });
}

#[tokio::test]
async fn the_server_sees_exactly_what_was_given_and_finds_nothing_wrong() {
    for made in call_all(|_| Reply::Described).await {
        let Made { case, .. } = &made;
        let Exchange {
            request, findings, ..
        } = made.exchange();
        assert_eq!(findings, &[], "{case}");
        assert!(made.outcome.is_ok(), "{case}: {:?}", made.outcome);
        let document = case.api.document();
        let (path, operation) = find(&document, case);
        assert_eq!(request.method, operation.method.as_str(), "{case}");
        assert_eq!(
            path_parameters(&path.template, request),
            arriving(&case.path, Fill::Reserved),
            "{case}"
        );
        assert_eq!(
            query_parameters(request),
            arriving(&case.query, Fill::Reserved),
            "{case}"
        );
        assert_eq!(
            credentials(request),
            expected_credentials(case.api),
            "{case}"
        );
        assert_eq!(
            headers(request, "accept"),
            [accepted(operation).unwrap_or("*/*")],
            "{case}"
        );
        assert_body(case, operation, request);
    }
}

fn assert_body(case: &Case, operation: &Operation, request: &ReceivedRequest) {
    let (Some(body), Some(described)) = (&case.body, &operation.request_body) else {
        assert_eq!(headers(request, "content-type"), [] as [&str; 0], "{case}");
        assert!(request.body.is_empty(), "{case}");
        return;
    };
    let sent: Json = serde_json::from_slice(&request.body).expect("the body is JSON");
    assert!(equal(&sent, body), "{case}: {sent} is not {body}");
    assert_eq!(
        headers(request, "content-type"),
        [described.content[0].name.as_str()],
        "{case}"
    );
}

fn for_each_operation(check: impl Fn(&Case, &Operation)) {
    for case in cases() {
        let document = case.api.document();
        let (_, operation) = find(&document, &case);
        check(&case, operation);
    }
}

fn place(place: ParameterIn) -> &'static str {
    match place {
        ParameterIn::Path => "path",
        ParameterIn::Query => "query",
        ParameterIn::QueryString => "querystring",
        ParameterIn::Header => "header",
        ParameterIn::Cookie => "cookie",
    }
}

/// What the description says about a case.
pub fn find<'d>(
    document: &'d bindery_openapi::Document,
    case: &Case,
) -> (&'d PathItem, &'d Operation) {
    let mut operations = document.operations();
    let found = operations.find(|(_, operation)| id(operation) == case.id);
    found.unwrap_or_else(|| panic!("{case} is not described"))
}

fn id(operation: &Operation) -> &str {
    operation.operation_id.as_deref().unwrap_or_default()
}

/// The media type of the success that is described.
fn accepted(operation: &Operation) -> Option<&str> {
    let content = success(operation).content.first();
    content.map(|media_type| media_type.name.as_str())
}

fn success(operation: &Operation) -> &Response {
    let mut responses = operation.responses.iter();
    let success = responses.find(|response| response.status.matches(200));
    success.expect("every operation has a success")
}

/// The path parameters, decoded: each is one whole segment.
fn path_parameters(template: &str, request: &ReceivedRequest) -> BTreeMap<String, String> {
    let (described, sent) = (template.split('/'), request.path().split('/'));
    assert_eq!(
        described.clone().count(),
        sent.clone().count(),
        "{}",
        request.target
    );
    let mut parameters = BTreeMap::new();
    for (described, sent) in described.zip(sent) {
        match described
            .strip_prefix('{')
            .and_then(|it| it.strip_suffix('}'))
        {
            Some(name) => drop(parameters.insert(name.to_owned(), decoded(sent))),
            None => assert_eq!(sent, described, "{}", request.target),
        }
    }
    parameters
}

/// The query parameters, decoded; each is there once.
fn query_parameters(request: &ReceivedRequest) -> BTreeMap<String, String> {
    let pairs = request.query().split('&').filter(|pair| !pair.is_empty());
    let pairs: Vec<(String, String)> = pairs
        .map(|pair| pair.split_once('=').expect("a pair has a value"))
        .map(|(name, value)| (decoded(name), decoded(&value.replace('+', " "))))
        .collect();
    let parameters: BTreeMap<String, String> = pairs.iter().cloned().collect();
    assert_eq!(parameters.len(), pairs.len(), "{}", request.target);
    parameters
}

fn decoded(text: &str) -> String {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.expect("what is sent is UTF-8").into_owned()
}

/// The headers that hold credentials.
fn credentials(request: &ReceivedRequest) -> Vec<(&str, &str)> {
    let mut headers: Vec<(&str, &str)> = ["authorization", "s2sauthtoken", "cookie"]
        .iter()
        .flat_map(|name| request.header_values(name).map(move |value| (*name, value)))
        .collect();
    headers.sort_unstable();
    headers
}

fn expected_credentials(api: Api) -> Vec<(&'static str, &'static str)> {
    match api {
        Api::CrmCalendar => vec![],
        Api::Outreach => vec![
            ("authorization", "Bearer outreach/bearer+0123=="),
            ("s2sauthtoken", "s2s \"quoted\" \\4567"),
        ],
        Api::Whaly => vec![("authorization", "Bearer sk:whaly/89ab+cdef==")],
        Api::WorkspaceCalendar => vec![("authorization", "Bearer workspace~access.token-7654")],
    }
}

fn headers<'r>(request: &'r ReceivedRequest, name: &'r str) -> Vec<&'r str> {
    request.header_values(name).collect()
}
