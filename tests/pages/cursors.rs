//! Pages by cursor: what comes, in which order, and when the server is asked.

use bindery_contract::Reply;
use event_apis::whaly::object_events::ListAllResponse;
use event_apis::whaly::types::ObjectEventDto;
use futures_util::{StreamExt, TryStreamExt};
use serde_json::json;

use crate::{
    CURSORS, MANY, all, cursors_sent, fifth_of_ten, ids, list, page, some, whaly_client,
    whaly_server,
};

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
