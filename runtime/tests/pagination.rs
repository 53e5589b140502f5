//! Pages and items: order, laziness, and when they end.

mod support;

use bindery::{Client, Error, JsonObject, page_is_empty, serde_json::json};
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

/// An operation whose pages are counted and have no described envelope.
#[derive(Clone)]
struct Counted<C> {
    client: C,
    page: u32,
}

impl<C> bindery::Operation for Counted<C> {
    type Output = JsonObject;
    type Failure = std::convert::Infallible;

    const METADATA: bindery::OperationMetadata =
        bindery::OperationMetadata::new("counted", "GET", "/counted", &[]);

    fn request(&self) -> Result<bindery::http::Request<bindery::Body>, bindery::RequestError> {
        bindery::RequestBuilder::new(&<Self as bindery::Operation>::METADATA)
            .query("page", bindery::Style::FORM, &self.page)
            .finish()
    }

    fn response(
        reply: bindery::Reply,
    ) -> Result<bindery::Response<Self::Output>, bindery::Error<Self::Failure>> {
        reply.success(bindery::ReplyBody::json)
    }
}

impl<C: Clone> bindery::Paginated for Counted<C> {
    const COUNTS: bool = true;

    fn next(&self, page: &Self::Output) -> Option<Self> {
        (!page_is_empty(page)).then(|| Self {
            client: self.client.clone(),
            page: self.page + 1,
        })
    }

    fn cursor(&self) -> Option<String> {
        Some(self.page.to_string())
    }
}

bindery::paginate!(Counted, events::Client);

/// How many pages come of these replies.
async fn counted<const N: usize>(replies: [&'static str; N]) -> usize {
    let transport = Scripted::new(replies.map(|page| Step::Answer(200, page)));
    let client = client(&transport);
    let first = Counted {
        client: &client,
        page: 1,
    };
    let pages: Vec<_> = first.pages().collect().await;
    assert!(pages.iter().all(Result::is_ok));
    assert_eq!(transport.sent().len(), N);
    pages.len()
}

#[tokio::test]
async fn counted_pages_in_an_inner_envelope_come_to_the_empty_one() {
    let pages = [
        r#"{"data":{"items":[1]}}"#,
        r#"{"data":{"items":[2]}}"#,
        r#"{"data":{"items":[]}}"#,
    ];
    assert_eq!(counted(pages).await, 3);
}

#[tokio::test]
async fn a_server_that_only_repeats_the_page_number_ends_the_pages() {
    let same = [r#"{"items":[1],"page":1}"#, r#"{"items":[1],"page":2}"#];
    assert_eq!(counted(same).await, 1);
    let warned = [
        r#"{"items":[1],"page":1}"#,
        r#"{"items":[],"warnings":["x"],"page":2}"#,
        r#"{"items":[],"warnings":["x"],"page":3}"#,
    ];
    assert_eq!(counted(warned).await, 2);
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
        json!({"data": {"items": [], "total": 3}}),
    ] {
        assert!(page_is_empty(&page), "{page}");
    }
    for page in [
        json!([1]),
        json!({"events": [null], "total": 0}),
        json!({"a": [], "b": [{}]}),
        json!({"data": {"items": [1]}}),
    ] {
        assert!(!page_is_empty(&page), "{page}");
    }
}
