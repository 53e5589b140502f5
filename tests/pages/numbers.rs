//! Pages by number.

use bindery_contract::{ReceivedRequest, Reply, Server};
use event_apis::bindery::Json;
use event_apis::workspace_calendar;
use serde_json::json;

use crate::operations::{Api, Fill};
use crate::{all, some};

fn workspace_client(server: &Server) -> workspace_calendar::Client {
    let [(_, token)] = Api::WorkspaceCalendar.secrets() else {
        unreachable!("the workspace calendar has one scheme")
    };
    let client = workspace_calendar::Client::builder(server.base_url())
        .oauth2(*token)
        .build();
    client.expect("the settings are those of a client")
}

/// A workspace calendar that answers each page number with this envelope.
async fn workspace_server(page: impl Fn(u32) -> Json + Send + Sync + 'static) -> Server {
    let server = Api::WorkspaceCalendar.serve().await;
    let reply = move |request: &ReceivedRequest| {
        let number = request
            .query_value("page")
            .map(|text| text.parse().expect("it is a number"));
        Reply::json(200, &page(number.unwrap_or(1)))
    };
    server.reply_to("listCalendarEvents", Reply::from_fn(reply));
    server
}

fn envelope(number: u32) -> Json {
    let events = if number <= 5 {
        json!([{"id": 10 * number}, {"id": 10 * number + 1}])
    } else {
        json!([])
    };
    json!({"content": events, "page": number, "totalPages": 5})
}

async fn workspace_pages(server: &Server, from: Option<i64>) -> Vec<Json> {
    let client = workspace_client(server);
    let list = client.calendar_events().list(Fill::Reserved.text("ws_1"));
    let list = list.page_size(2).status(Fill::Reserved.text("confirmed"));
    let list = match from {
        Some(page) => list.page(page),
        None => list,
    };
    let pages: Vec<_> = all(list.pages()).await;
    pages
        .into_iter()
        .map(|page| Json::Object(page.into_value()))
        .collect()
}

/// The page numbers that the server was sent, each with all the other parameters.
fn numbers_sent(server: &Server) -> Vec<Option<String>> {
    assert_eq!(server.findings(), []);
    let exchanges = server.exchanges();
    let requests = exchanges.iter().map(|exchange| &exchange.request);
    let numbers = requests.map(|request| {
        assert_eq!(request.query_value("pageSize").as_deref(), Some("2"));
        assert_eq!(
            request.query_value("status"),
            Some(Fill::Reserved.text("confirmed"))
        );
        request.query_value("page")
    });
    numbers.collect()
}

#[tokio::test]
async fn five_numbered_pages_come_in_order_and_end_with_the_empty_one() {
    let server = workspace_server(envelope).await;
    let pages = workspace_pages(&server, None).await;
    assert_eq!(pages, (1..=6).map(envelope).collect::<Vec<_>>());
    assert_eq!(numbers_sent(&server), some(&["2", "3", "4", "5", "6"]));
}

#[tokio::test]
async fn numbered_pages_can_start_anywhere() {
    for from in [0, 4] {
        let server = workspace_server(envelope).await;
        let pages = workspace_pages(&server, Some(from)).await;
        let from = u32::try_from(from).expect("it is no negative number");
        assert_eq!(pages, (from..=6).map(envelope).collect::<Vec<_>>());
        let numbers: Vec<Option<String>> =
            (from..=6).map(|number| Some(number.to_string())).collect();
        assert_eq!(numbers_sent(&server), numbers);
    }
}

#[tokio::test]
async fn a_server_that_ignores_page_numbers_does_not_go_on_for_ever() {
    let server = workspace_server(|_| json!({"content": [{"id": 1}]})).await;
    let pages = workspace_pages(&server, None).await;
    assert_eq!(pages, [json!({"content": [{"id": 1}]})]);
    assert_eq!(numbers_sent(&server), some(&["2"]));
}
