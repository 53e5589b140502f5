//! Calls the Whaly API: `cargo run --example whaly`.
//!
//! The API here is a server on this machine, made from the description, which holds every request against it. To call the
//! real one, give the builder its URL and your key.

use std::{error::Error, path::Path};

use bindery_contract::{ReceivedRequest, Reply, Server, ServerOptions};
use event_apis::{
    bindery::Json,
    whaly::{
        Client,
        object_events::ListAllSource,
        types::{
            CreateObjectEventDto, CreateObjectEventDtoReviewStatus, CreateObjectEventDtoSource,
            ObjectEventDto, UpdateObjectEventDto,
        },
    },
};
use serde_json::json;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = start_server().await?;
    let client = Client::builder(server.base_url())
        .bearer("sk:example")
        .build()?;
    let events = client.object_events();

    let created = events.create("shops", visit()).await?;
    println!("created  {} ({})", summary(&created), created.status());

    // The events of all pages; a page is asked for when its first event is needed.
    let mut manual = events
        .list_all("shops")
        .source(ListAllSource::Manual)
        .limit(2)
        .items();
    while let Some(event) = manual.next().await {
        println!("listed   {}", summary(&event?));
    }

    let found = events.find_one("shops", &created.id).await?;
    println!("found    {}", summary(&found));

    let updated = events
        .update("shops", &created.id, approval(&found))
        .await?;
    println!("updated  {}", summary(&updated));

    let deleted = events.delete("shops", &created.id).await?;
    println!("deleted  {}: {}", deleted.id, deleted.is_deleted);

    // An error says how far the call came, and what the server said.
    if let Err(error) = events.find_one("shops", "evt_404").await {
        println!("failed   {error}");
    }

    println!("\nThe server saw:");
    for exchange in server.exchanges() {
        println!("{:6} {}", exchange.request.method, exchange.request.target);
    }
    assert!(
        server.findings().is_empty(),
        "every request is as described"
    );
    Ok(())
}

fn visit() -> CreateObjectEventDto {
    CreateObjectEventDto {
        name: "Visit of the new shop".to_owned(),
        description: None,
        source: CreateObjectEventDtoSource::Manual,
        record_id: "shop_12".to_owned(),
        external_id: None,
        sync_token: None,
        event_type: Some("visit".to_owned()),
        start_at: "2026-03-02T09:00:00Z".to_owned(),
        end_at: "2026-03-02T10:00:00Z".to_owned(),
        location_object: None,
        location_record_id: None,
        location_record_label: Some("12 rue de la Paix, Paris".to_owned()),
        review_status: None,
        recommendation_reason: None,
        planning_strategy: None,
        calendar_model_sync_id: None,
    }
}

/// What is sent to approve an event: an update has every property, those without a value as null.
fn approval(event: &ObjectEventDto) -> UpdateObjectEventDto {
    UpdateObjectEventDto {
        name: Some(event.name.clone()),
        description: event.description.clone(),
        source: None,
        external_id: event.external_id.clone(),
        sync_token: event.sync_token.clone(),
        event_type: event.event_type.clone(),
        start_at: Some(event.start_at.clone()),
        end_at: Some(event.end_at.clone()),
        location_object: event.location_object.clone(),
        location_record_id: event.location_record_id.clone(),
        location_record_label: event.location_record_label.clone(),
        review_status: Some(CreateObjectEventDtoReviewStatus::Approved),
        recommendation_reason: event.recommendation_reason.clone(),
        planning_strategy: event.planning_strategy.clone(),
    }
}

fn summary(event: &ObjectEventDto) -> String {
    let ObjectEventDto {
        id,
        name,
        review_status,
        start_at,
        ..
    } = event;
    format!("{id}: {name}, {start_at}, {review_status:?}")
}

/// A server of the description, on a free port. By itself it would answer with made-up values; these replies read better.
async fn start_server() -> Result<Server, Box<dyn Error>> {
    let description = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/whaly.json");
    let reading = bindery_openapi::read_file(&description);
    let document = reading.document.ok_or("the description has errors")?;
    let server = Server::start(document, ServerOptions::default()).await?;
    server.reply_to("ObjectEventsController_create", Reply::from_fn(store));
    server.reply_to("ObjectEventsController_update", Reply::from_fn(store));
    server.reply_to("ObjectEventsController_findOne", Reply::from_fn(find));
    server.reply_to("ObjectEventsController_listAll", Reply::from_fn(list));
    server.reply_to(
        "ObjectEventsController_delete",
        Reply::json(200, &json!({"id": "evt_1", "isDeleted": true})),
    );
    Ok(server)
}

fn store(request: &ReceivedRequest) -> Reply {
    let sent = serde_json::from_slice(&request.body).unwrap_or_default();
    Reply::json(200, &event("evt_1", sent))
}

fn find(request: &ReceivedRequest) -> Reply {
    if request.path().ends_with("/evt_1") {
        Reply::json(200, &event("evt_1", json!({})))
    } else {
        Reply::json(404, &json!({"message": "there is no such event"}))
    }
}

fn list(request: &ReceivedRequest) -> Reply {
    let (ids, next) = match request.query_value("after") {
        None => (["evt_1", "evt_2"], "evt_2"),
        Some(_) => (["evt_3", "evt_4"], ""),
    };
    let events = ids.map(|id| event(id, json!({})));
    Reply::json(
        200,
        &json!({"data": events, "paging": {"next": {"after": next}}}),
    )
}

/// An event as the server has it, with what was sent.
fn event(id: &str, sent: Json) -> Json {
    let mut event = json!({
        "id": id, "object": "shops", "record_id": "shop_12", "name": "Visit of the new shop", "description": null,
        "source": "manual", "external_id": null, "sync_token": null, "event_type": "visit",
        "start_at": "2026-03-02T09:00:00Z", "end_at": "2026-03-02T10:00:00Z", "location_object": null,
        "location_record_id": null, "location_record_label": null, "review_status": "pending",
        "recommendation_reason": null, "planning_strategy": null, "calendar_model_sync_id": null, "radar_id": null,
        "updated_at": null,
    });
    if let (Json::Object(event), Json::Object(sent)) = (&mut event, sent) {
        event.extend(sent.into_iter().filter(|(_, value)| !value.is_null()));
    }
    event
}
