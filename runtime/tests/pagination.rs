//! Pages and items: order, laziness, and when they end.

mod support;

use bindery::{Client, Error, page_is_empty, serde_json::json};
use futures_util::StreamExt;
use support::{
    events,
    scripted::{Scripted, Step},
};

fn client(transport: &Scripted) -> events::Client {
    let core = Client::builder("https://a.example")
        .transport(transport.clone())
        .without_credentials()
        .build();
    events::Client::new(core.unwrap())
}

fn cursors(transport: &Scripted) -> Vec<String> {
    let query = |url: String| {
        url.split_once('?')
            .map_or(String::new(), |(_, query)| query.to_owned())
    };
    transport
        .sent()
        .into_iter()
        .map(|sent| query(sent.url))
        .collect()
}

const FIRST: &str =
    r#"{"data":[{"id":"1","description":null},{"id":"2","description":null}],"after":"a"}"#;
const SECOND: &str = r#"{"data":[],"after":"b"}"#;
const THIRD: &str = r#"{"data":[{"id":"3","description":null}]}"#;

#[tokio::test]
async fn items_come_from_page_after_page() {
    let transport = Scripted::new([FIRST, SECOND, THIRD].map(|page| Step::Answer(200, page)));
    let client = client(&transport);
    let items: Vec<_> = client
        .list_all("o")
        .limit(2.0)
        .items()
        .map(|item| item.unwrap().id)
        .collect()
        .await;
    assert_eq!(items, ["1", "2", "3"]);
    assert_eq!(
        cursors(&transport),
        ["limit=2", "after=a&limit=2", "after=b&limit=2"]
    );
}

#[tokio::test]
async fn each_page_is_asked_for_when_it_is_needed() {
    let transport = Scripted::new([FIRST, SECOND, THIRD].map(|page| Step::Answer(200, page)));
    let client = client(&transport);
    let mut items = client.list_all("o").items();
    assert_eq!(transport.sent().len(), 0);
    assert_eq!(items.next().await.unwrap().unwrap().id, "1");
    assert_eq!(items.next().await.unwrap().unwrap().id, "2");
    assert_eq!(transport.sent().len(), 1);
    assert_eq!(items.next().await.unwrap().unwrap().id, "3");
    assert_eq!(transport.sent().len(), 3);
    assert!(items.next().await.is_none());
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn pages_keep_status_and_envelope() {
    let transport = Scripted::new([SECOND, THIRD].map(|page| Step::Answer(200, page)));
    let client = client(&transport);
    let mut pages = client.list_all("o").pages();
    let page = pages.next().await.unwrap().unwrap();
    assert_eq!(
        (page.status().as_u16(), page.after.as_deref()),
        (200, Some("b"))
    );
    assert_eq!(pages.next().await.unwrap().unwrap().data.len(), 1);
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn a_cursor_that_was_used_before_ends_the_pages() {
    let other = r#"{"data":[{"id":"4","description":null}],"after":"a"}"#;
    let transport = Scripted::new([FIRST, SECOND, other].map(|page| Step::Answer(200, page)));
    let client = client(&transport);
    let pages: Vec<_> = client.list_all("o").pages().collect().await;
    assert_eq!(pages.len(), 3);
    assert!(pages.iter().all(Result::is_ok));
}

#[tokio::test]
async fn the_cursor_that_the_first_page_was_asked_with_counts_too() {
    let transport = Scripted::new([Step::Answer(200, FIRST)]);
    let client = client(&transport);
    assert_eq!(
        client
            .list_all("o")
            .after("a")
            .pages()
            .collect::<Vec<_>>()
            .await
            .len(),
        1
    );
}

#[tokio::test]
async fn the_same_page_twice_running_ends_the_pages() {
    let same = |cursor| json!({"data": [], "after": cursor}).to_string().leak() as &str;
    let transport =
        Scripted::new([same("a"), same("b"), same("b")].map(|page| Step::Answer(200, page)));
    let client = client(&transport);
    assert_eq!(
        client.list_all("o").pages().collect::<Vec<_>>().await.len(),
        2
    );
}

#[tokio::test]
async fn an_error_ends_the_pages() {
    let transport = Scripted::new([Step::Answer(200, FIRST), Step::Answer(500, "")]);
    let client = client(&transport);
    let mut items = client.list_all("o").items();
    assert!(items.next().await.unwrap().is_ok());
    assert!(items.next().await.unwrap().is_ok());
    assert!(matches!(
        items.next().await,
        Some(Err(Error::Undocumented(_)))
    ));
    assert!(items.next().await.is_none());
    assert_eq!(transport.sent().len(), 2);
}

#[tokio::test]
async fn a_request_that_cannot_be_made_ends_the_pages() {
    let transport = Scripted::default();
    let client = client(&transport);
    let mut pages = client.list_all("..").pages();
    assert!(matches!(pages.next().await, Some(Err(Error::Request(_)))));
    assert!(pages.next().await.is_none());
}

#[test]
fn a_page_without_elements_is_empty() {
    for page in [
        json!([]),
        json!({}),
        json!({"events": [], "total": 3}),
        json!(null),
        json!({"a": {"b": [1]}}),
    ] {
        assert!(page_is_empty(&page), "{page}");
    }
    for page in [
        json!([1]),
        json!({"events": [null], "total": 0}),
        json!({"a": [], "b": [{}]}),
    ] {
        assert!(!page_is_empty(&page), "{page}");
    }
}
