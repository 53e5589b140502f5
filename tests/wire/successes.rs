//! What the server sends is what a success holds.

use bindery_contract::{Answer, Exchange, Reply};
use event_apis::bindery::Json;

use crate::{
    Made, call_all,
    operations::{
        Api, Case, Fill, Setup, cases_of,
        outcome::{Outcome, Success},
    },
    support::equality::equal,
};

/// How many answers are drawn from the description for each operation.
const DRAWS: usize = 16;

#[tokio::test]
async fn answers_drawn_from_the_description_are_decoded_without_loss() {
    for api in Api::ALL {
        let server = api.serve().await;
        let setup = Setup::of(&server);
        for case in cases_of(api) {
            for _ in 0..DRAWS {
                let outcome = (case.call)(&setup, Fill::Plain).await;
                let exchanges = server.take_exchanges();
                let exchange = exchanges.first().expect("the server was called");
                assert_lossless(&case, &outcome, exchange);
            }
        }
    }
}

#[tokio::test]
async fn answers_written_by_hand_are_decoded_without_loss() {
    for made in call_all(by_hand).await {
        assert_lossless(&made.case, &made.outcome, made.exchange());
    }
}

#[tokio::test]
async fn every_status_of_a_described_range_is_a_success() {
    let mut ranges = 0;
    for made in call_all(|case| created(case).map_or(Reply::Described, Reply::Answer)).await {
        let Made { case, outcome, .. } = &made;
        if created(case).is_some() {
            let success = outcome.as_ref().expect("201 is described");
            assert_eq!(success.status.as_u16(), 201, "{case}");
            assert_lossless(case, outcome, made.exchange());
            ranges += 1;
        }
    }
    assert_eq!(
        ranges, 18,
        "the CRM and the workspace calendar describe `2XX`"
    );
}

/// The answer that is written beside the case.
fn by_hand(case: &Case) -> Reply {
    Reply::Answer(with_status(200, case))
}

fn with_status(status: u16, case: &Case) -> Answer {
    match &case.reply {
        Some(body) => Answer::json(status, body),
        None => Answer::empty(status),
    }
}

/// The same under 201, where that is described.
fn created(case: &Case) -> Option<Answer> {
    crate::is_described(case, 201).then(|| with_status(201, case))
}

fn assert_lossless(case: &Case, outcome: &Outcome, exchange: &Exchange) {
    let Success {
        status, encoded, ..
    } = match outcome {
        Ok(success) => success,
        Err(failure) => panic!("{case}: {failure:?}"),
    };
    let answer = exchange.answer.as_ref().expect("the server answered");
    assert_eq!(status.as_u16(), answer.status, "{case}");
    let sent = sent(answer);
    assert!(equal(encoded, &sent), "{case}: {encoded} is not {sent}");
}

/// The body as JSON; null where there is none.
fn sent(answer: &Answer) -> Json {
    match answer.body.as_ref() {
        [] => Json::Null,
        body => serde_json::from_slice(body).expect("the answer is JSON"),
    }
}
