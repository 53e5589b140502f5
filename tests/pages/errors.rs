//! A list in which a page fails.

use bindery_contract::{Reply, Server};
use event_apis::bindery::Error;
use event_apis::whaly::types::ObjectEventDto;
use futures_util::StreamExt;

use crate::{
    CURSORS, MANY, cursors_sent, fifth_of_ten, ids, list, some, whaly_client, whaly_server,
};

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
