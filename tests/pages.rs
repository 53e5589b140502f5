//! Lists that come in pages: by cursor as Whaly has them, by page number as the workspace calendar has them.

mod operations;

use std::fmt;

use bindery_contract::{ReceivedRequest, Reply, Server};
use event_apis::{
    bindery::{Error, Json},
    whaly::{
        self,
        object_events::{ListAll, ListAllResponse, ListAllSource},
        types::ObjectEventDto,
    },
    workspace_calendar,
};
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

fn workspace_client(server: &Server) -> workspace_calendar::Client {
    let [(_, token)] = Api::WorkspaceCalendar.secrets() else {
        unreachable!("the workspace calendar has one scheme")
    };
    let client = workspace_calendar::Client::builder(server.base_url())
        .oauth2(*token)
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

#[tokio::test]
async fn the_items_of_five_pages_come_in_order() {
    let server = whaly_server(fifth_of_ten).await;
    let client = whaly_client(&server);
    let events: Vec<ObjectEventDto> = all(list(&client).items()).await;
    assert_eq!(
        ids(&events),
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
    );
    assert_eq!(cursors_sent(&server), some(&CURSORS[1..]));
}

#[tokio::test]
async fn five_pages_come_in_order() {
    let server = whaly_server(fifth_of_ten).await;
    let client = whaly_client(&server);
    let pages: Vec<_> = all(list(&client).pages()).await;
    let pages: Vec<Vec<&str>> = pages
        .iter()
        .map(|page| ids(page.data.as_deref().expect("it has data")))
        .collect();
    assert_eq!(
        pages,
        [["0", "1"], ["2", "3"], ["4", "5"], ["6", "7"], ["8", "9"]]
    );
    assert_eq!(cursors_sent(&server), some(&CURSORS[1..]));
}

#[tokio::test]
async fn a_page_is_asked_for_when_it_is_needed_and_once() {
    let server = whaly_server(fifth_of_ten).await;
    let client = whaly_client(&server);
    let mut pages = list(&client).pages();
    assert_eq!(cursors_sent(&server).len(), 0, "nobody asked yet");
    for count in 1..=5 {
        pages
            .next()
            .await
            .expect("there is a page")
            .expect("all is well");
        assert_eq!(cursors_sent(&server).len(), count);
    }
    for _ in 0..3 {
        assert!(pages.next().await.is_none());
    }
    assert_eq!(cursors_sent(&server).len(), 5);
}

#[tokio::test]
async fn the_next_page_waits_until_the_items_of_this_one_are_taken() {
    let server = whaly_server(fifth_of_ten).await;
    let client = whaly_client(&server);
    let mut items = list(&client).items();
    for taken in 0..10 {
        items
            .next()
            .await
            .expect("there is an event")
            .expect("all is well");
        assert_eq!(cursors_sent(&server).len(), taken / 2 + 1);
    }
    for _ in 0..3 {
        assert!(items.next().await.is_none());
    }
    assert_eq!(cursors_sent(&server).len(), 5);
}

#[tokio::test]
async fn a_list_can_start_at_a_cursor() {
    let server = whaly_server(fifth_of_ten).await;
    let client = whaly_client(&server);
    let items = list(&client).after(CURSORS[3]).items();
    let events: Vec<ObjectEventDto> = all(items).await;
    assert_eq!(ids(&events), ["6", "7", "8", "9"]);
    assert_eq!(cursors_sent(&server), some(&CURSORS[3..])[1..]);
}

#[tokio::test]
async fn a_page_without_items_is_not_the_end() {
    let server = whaly_server(|cursor| match cursor {
        "" => page(&[], "b"),
        "b" => Reply::json(200, &json!({"paging": {"next": {"after": "c"}}})),
        _ => page(&[7], ""),
    });
    let server = server.await;
    let client = whaly_client(&server);
    let events: Vec<ObjectEventDto> = all(list(&client).items()).await;
    assert_eq!(ids(&events), ["7"]);
    assert_eq!(cursors_sent(&server), some(&["b", "c"]));
}

#[tokio::test]
async fn a_cursor_that_comes_again_ends_the_list() {
    let server = whaly_server(|cursor| match cursor {
        "" => page(&[0], "b"),
        "b" => page(&[1], "c"),
        "c" => page(&[2], "b"),
        other => panic!("{other} was not sent"),
    });
    let server = server.await;
    let client = whaly_client(&server);
    let events: Vec<ObjectEventDto> = all(list(&client).items()).await;
    assert_eq!(ids(&events), ["0", "1", "2"]);
    assert_eq!(cursors_sent(&server), some(&["b", "c"]));
}

#[tokio::test]
async fn a_page_that_names_its_own_cursor_is_the_last() {
    let server = whaly_server(|_| page(&[0], "b")).await;
    let client = whaly_client(&server);
    let pages: Vec<_> = list(&client).after("b").pages().take(MANY).collect().await;
    assert_eq!(pages.len(), 1);
    assert_eq!(cursors_sent(&server), some(&["b"])[1..]);
}

/// Five pages, of which the third is this.
async fn with_third(reply: fn() -> Reply) -> Server {
    let third = move |cursor: &str| {
        if cursor == CURSORS[2] {
            reply()
        } else {
            fifth_of_ten(cursor)
        }
    };
    whaly_server(third).await
}

#[tokio::test]
async fn an_error_on_the_third_page_comes_once_and_is_the_end() {
    let server = with_third(|| Reply::status(503)).await;
    let client = whaly_client(&server);
    let mut pages = list(&client).pages();
    for _ in 0..2 {
        assert!(pages.next().await.expect("there is a page").is_ok());
    }
    let error = pages
        .next()
        .await
        .expect("there is an error")
        .expect_err("503 is no page");
    assert!(
        matches!(&error, Error::Undocumented(response) if response.status() == 503),
        "{error:?}"
    );
    for _ in 0..3 {
        assert!(pages.next().await.is_none());
    }
    assert_eq!(cursors_sent(&server), some(&CURSORS[1..3]));
}

#[tokio::test]
async fn the_items_before_an_error_are_not_lost() {
    let server = with_third(|| Reply::with_body(200, "text/html", "<html>")).await;
    let client = whaly_client(&server);
    let items: Vec<_> = list(&client).items().take(MANY).collect().await;
    let [first @ .., Err(error)] = items.as_slice() else {
        panic!("{items:?}")
    };
    assert!(error.is_decode(), "{error:?}");
    let events: Vec<ObjectEventDto> = first.iter().flatten().cloned().collect();
    assert_eq!(first.len(), events.len());
    assert_eq!(ids(&events), ["0", "1", "2", "3"]);
    assert_eq!(cursors_sent(&server), some(&CURSORS[1..3]));
}

#[tokio::test]
async fn a_lost_page_is_an_error_and_the_end() {
    let server = with_third(|| Reply::Close).await;
    let client = whaly_client(&server);
    let pages: Vec<Result<_, _>> = list(&client).pages().take(MANY).collect().await;
    assert_eq!(pages.len(), 3);
    assert!(
        matches!(&pages[2], Err(error) if error.is_transport()),
        "{pages:?}"
    );
    assert_eq!(cursors_sent(&server), some(&CURSORS[1..3]));
}

#[tokio::test]
async fn pages_can_be_taken_in_another_task() {
    let server = whaly_server(fifth_of_ten).await;
    let client = whaly_client(&server);
    let pages = tokio::spawn(async move {
        let pages = list(&client).pages();
        pages
            .map_ok(|page| -> ListAllResponse { page.into_value() })
            .try_collect::<Vec<_>>()
            .await
    });
    let pages = pages.await.expect("it did not panic").expect("all is well");
    assert_eq!(pages.len(), 5);
}

/// What comes of a list that ends well.
async fn all<S: TryStream<Error: fmt::Debug>>(list: S) -> Vec<S::Ok> {
    let some = list.into_stream().take(MANY);
    some.try_collect().await.expect("all is well")
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
