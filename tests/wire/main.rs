//! Every operation of the bundled descriptions over the wire: the generated client calls a server that is made from the
//! description alone, holds each request against it and notes what it does not allow.

mod failures;
#[path = "../operations/mod.rs"]
mod operations;
mod refusals;
mod requests;
mod successes;
#[path = "../support/mod.rs"]
mod support;

use bindery_contract::{Exchange, Reply, Server};
use futures_util::future::join_all;
use operations::{Api, Case, Fill, Setup, cases_of, outcome::Outcome};

/// A call that was made, and what the server saw of it.
struct Made {
    case: Case,
    outcome: Outcome,
    exchanges: Vec<Exchange>,
}

impl Made {
    /// The only exchange there was.
    fn exchange(&self) -> &Exchange {
        let [exchange] = self.exchanges.as_slice() else {
            panic!("{}: {:#?}", self.case, self.exchanges)
        };
        exchange
    }
}

/// Makes every call of the table with reserved characters, each answered as the function says.
async fn call_all(reply: impl Fn(&Case) -> Reply) -> Vec<Made> {
    call_each(Setup::of, Fill::Reserved, reply).await
}

/// Makes every call of the table at the same time, each API's against a server of its own.
async fn call_each(
    setup: impl Fn(&Server) -> Setup,
    fill: Fill,
    reply: impl Fn(&Case) -> Reply,
) -> Vec<Made> {
    let mut made = Vec::new();
    for api in Api::ALL {
        let server = api.serve().await;
        let setup = setup(&server);
        let cases = cases_of(api);
        let attempts = cases.iter().map(|case| {
            server.reply_to(case.id, reply(case));
            (case.call)(&setup, fill)
        });
        let outcomes = join_all(attempts).await;
        let mut exchanges = server.take_exchanges();
        made.extend(cases.into_iter().zip(outcomes).map(|(case, outcome)| {
            let is_own = |it: &mut Exchange| it.request.operation_id.as_deref() == Some(case.id);
            let exchanges = exchanges.extract_if(.., is_own).collect();
            Made {
                case,
                outcome,
                exchanges,
            }
        }));
        assert!(
            exchanges.is_empty(),
            "no request went elsewhere: {exchanges:#?}"
        );
    }
    assert_eq!(made.len(), 24);
    made
}

/// Whether the description has a response for this status.
fn is_described(case: &Case, status: u16) -> bool {
    let document = case.api.document();
    let (_, operation) = requests::find(&document, case);
    operation
        .responses
        .iter()
        .any(|response| response.status.matches(status))
}
