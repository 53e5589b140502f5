//! Lists that come in pages: by cursor as Whaly has them, by page number as the workspace calendar has them.

mod cursors;
mod errors;
mod numbers;
#[path = "../operations/mod.rs"]
mod operations;

use std::fmt;

use bindery_contract::{ReceivedRequest, Reply, Server};
use event_apis::bindery::Json;
use event_apis::whaly;
use event_apis::whaly::object_events::{ListAll, ListAllSource};
use event_apis::whaly::types::ObjectEventDto;
use futures_util::{StreamExt, TryStream, TryStreamExt};
use operations::{Api, Fill, cases_of};
use serde_json::json;

/// Each cursor is sent with the page before it; all characters come back as they were.
const CURSORS: [&str; 5] = ["", "c/2?", "c&3=+", "c%204", "ç5 日"];

/// More than any list here has: one that never ends fails its test.
const MANY: usize = 20;

fn whaly_client(server: &Server) -> whaly::Client {
    let [(_, token)] = Api::Whaly.secrets() else {
        unreachable!("Whaly has one scheme")
    };
    let client = whaly::Client::builder(server.base_url())
        .bearer(*token)
        .build();
    client.expect("the settings are those of a client")
}

/// A Whaly server that answers each cursor with a page.
async fn whaly_server(page: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Server {
    let server = Api::Whaly.serve().await;
    let reply =
        move |request: &ReceivedRequest| page(&request.query_value("after").unwrap_or_default());
    server.reply_to("ObjectEventsController_listAll", Reply::from_fn(reply));
    server
}

/// The page of this cursor: two events, named after the number of the page, and the cursor of the next page.
fn fifth_of_ten(cursor: &str) -> Reply {
    let number = CURSORS
        .iter()
        .position(|known| *known == cursor)
        .expect("the cursor is known");
    page(
        &[2 * number, 2 * number + 1],
        CURSORS.get(number + 1).unwrap_or(&""),
    )
}

fn page(events: &[usize], next: &str) -> Reply {
    let events: Vec<Json> = events
        .iter()
        .map(|number| event(&number.to_string()))
        .collect();
    Reply::json(
        200,
        &json!({"data": events, "paging": {"next": {"after": next}}}),
    )
}

fn event(id: &str) -> Json {
    let cases = cases_of(Api::Whaly).into_iter();
    let mut find_one = cases.filter(|case| case.id == "ObjectEventsController_findOne");
    let mut event = find_one
        .next()
        .and_then(|case| case.reply)
        .expect("the case has a reply");
    event["id"] = json!(id);
    event
}

fn list(client: &whaly::Client) -> ListAll<&whaly::Client> {
    let list = client
        .object_events()
        .list_all(Fill::Reserved.text("obj_1"));
    list.limit(2)
        .source(ListAllSource::Manual)
        .record_id(Fill::Reserved.text("rec_3"))
}

/// The cursors that the server was sent, each with all the other parameters of [`list`].
fn cursors_sent(server: &Server) -> Vec<Option<String>> {
    assert_eq!(server.findings(), []);
    let exchanges = server.exchanges();
    let Some(first) = exchanges.first() else {
        return Vec::new();
    };
    for request in exchanges.iter().map(|exchange| &exchange.request) {
        assert_eq!(request.path(), first.request.path());
        assert_eq!(
            request.header("authorization"),
            first.request.header("authorization")
        );
        assert_eq!(request.query_value("limit").as_deref(), Some("2"));
        assert_eq!(request.query_value("source").as_deref(), Some("manual"));
        assert_eq!(
            request.query_value("record_id"),
            Some(Fill::Reserved.text("rec_3"))
        );
    }
    exchanges
        .iter()
        .map(|exchange| exchange.request.query_value("after"))
        .collect()
}

fn some(cursors: &[&str]) -> Vec<Option<String>> {
    let not_first = cursors.iter().map(|cursor| Some((*cursor).to_owned()));
    [None].into_iter().chain(not_first).collect()
}

fn ids(events: &[ObjectEventDto]) -> Vec<&str> {
    events.iter().map(|event| event.id.as_str()).collect()
}

/// What comes of a list that ends well.
async fn all<S: TryStream<Error: fmt::Debug>>(list: S) -> Vec<S::Ok> {
    let some = list.into_stream().take(MANY);
    some.try_collect().await.expect("all is well")
}
