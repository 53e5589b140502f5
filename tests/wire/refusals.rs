//! What is refused before anything is sent, and what a client without credentials sends.

use bindery_contract::{FindingKind, Reply};
use event_apis::bindery::{Error, RequestError, RequestErrorKind};

use crate::{
    call_each,
    operations::{Api, Credentials, Fill, Given, Setup, cases_of},
};

#[tokio::test]
async fn a_path_parameter_that_would_change_the_path_is_not_sent() {
    let mut refused = 0;
    for api in Api::ALL {
        let server = api.serve().await;
        for case in cases_of(api) {
            for (name, given) in &case.path {
                let Given::Text(of) = *given else { continue };
                for text in ["", ".", ".."] {
                    let call = (case.call)(&Setup::of(&server), Fill::Instead { of, text });
                    let failure = call.await.expect_err("it is no step of the path");
                    assert!(
                        matches!(&failure.error, Error::Request(error) if refuses(error, name)),
                        "{case}: {failure:?}"
                    );
                    assert!(failure.error.is_request(), "{case}");
                    assert!(
                        failure.error.to_string().contains(name),
                        "{case}: {failure:?}"
                    );
                    refused += 1;
                }
            }
        }
        assert_eq!(server.exchanges(), []);
    }
    assert_eq!(
        refused,
        3 * (8 + 9),
        "Whaly has 8 text parameters in its paths, the workspace calendar 9"
    );
}

#[tokio::test]
async fn a_call_without_its_credentials_is_not_sent() {
    for api in Api::ALL {
        let server = api.serve().await;
        let setup = Setup {
            credentials: Credentials::Missing,
            ..Setup::of(&server)
        };
        for case in cases_of(api) {
            let outcome = (case.call)(&setup, Fill::Plain).await;
            if api.secrets().is_empty() {
                assert!(
                    outcome.is_ok(),
                    "{case} asks for no credentials: {outcome:?}"
                );
                continue;
            }
            let failure = outcome.expect_err("there are no credentials");
            let schemes: Vec<&str> = api.secrets().iter().map(|(scheme, _)| *scheme).collect();
            assert!(
                matches!(
                    &failure.error,
                    Error::Request(error) if misses(error, case.id, &schemes)
                ),
                "{case}: {failure:?}"
            );
            assert!(
                failure.texts.contains(&schemes.join(" and ")),
                "{case}: {failure:?}"
            );
        }
        let calls = if api.secrets().is_empty() {
            cases_of(api).len()
        } else {
            0
        };
        assert_eq!(server.exchanges().len(), calls, "{}", api.name());
    }
}

#[tokio::test]
async fn a_client_that_waives_credentials_sends_none_and_is_refused_by_the_server() {
    let waiving = |server: &_| Setup {
        credentials: Credentials::Waived,
        ..Setup::of(server)
    };
    for made in call_each(waiving, Fill::Plain, |_| Reply::Described).await {
        let exchange = made.exchange();
        for header in ["authorization", "s2sauthtoken"] {
            assert_eq!(exchange.request.header(header), None, "{}", made.case);
        }
        if made.case.api.secrets().is_empty() {
            assert_eq!(exchange.findings, [], "{}", made.case);
            assert!(made.outcome.is_ok(), "{}", made.case);
            continue;
        }
        let kinds: Vec<FindingKind> = exchange.findings.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [FindingKind::Credentials], "{}", made.case);
        let failure = made.outcome.expect_err("the server refused");
        assert!(
            matches!(failure.error, Error::Undocumented(_)),
            "{}: {failure:?}",
            made.case
        );
        assert_eq!(
            failure.error.status().map(|it| it.as_u16()),
            Some(401),
            "{}",
            made.case
        );
    }
}

#[tokio::test]
async fn a_server_that_expects_other_credentials_refuses_the_call() {
    let asking = Api::ALL.into_iter().filter(|api| !api.secrets().is_empty());
    for api in asking {
        let others = api.secrets().iter().map(|(scheme, _)| (*scheme, "another"));
        let server = api.serve_expecting(others).await;
        let setup = Setup::of(&server);
        for case in cases_of(api) {
            let failure = (case.call)(&setup, Fill::Plain)
                .await
                .expect_err("the server refused");
            assert_eq!(
                failure.error.status().map(|it| it.as_u16()),
                Some(401),
                "{case}"
            );
        }
        let kinds = server.findings().into_iter().map(|finding| finding.kind);
        assert!(kinds.eq(cases_of(api).iter().map(|_| FindingKind::Credentials)));
    }
}

fn refuses(error: &RequestError, parameter: &str) -> bool {
    matches!(error.kind(), RequestErrorKind::Parameter { name, .. } if name == parameter)
}

fn misses(error: &RequestError, id: &str, schemes: &[&str]) -> bool {
    matches!(
        error.kind(),
        RequestErrorKind::MissingCredentials { operation, alternatives }
            if *operation == id && *alternatives == [schemes]
    )
}
