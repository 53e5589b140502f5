//! The operations of Whaly.

use event_apis::{
    bindery::Json,
    whaly::{
        Client,
        object_events::ListAllSource,
        types::{
            CreateObjectEventDto, CreateObjectEventDtoReviewStatus, CreateObjectEventDtoSource,
            UpdateObjectEventDto,
        },
    },
};
use serde_json::json;

use super::{
    Api, Attempt, Case, Credentials, Fill, Given,
    Given::{Exactly, Text},
    Misfit, Setup, attempt,
};

const OBJECT: &str = "obj_1";
const EVENT: &str = "evt_2";

fn client(setup: &Setup) -> Client {
    let [(_, token)] = Api::Whaly.secrets() else {
        unreachable!("Whaly has one scheme")
    };
    let builder = Client::builder(&setup.base_url)
        .timeout(setup.timeout)
        .transport(setup.transport.clone());
    let builder = match setup.credentials {
        Credentials::Given => builder.bearer(*token),
        Credentials::Missing => builder,
        Credentials::Waived => builder.without_credentials(),
    };
    builder.build().expect("the settings are those of a client")
}

fn case(id: &'static str, call: fn(&Setup, Fill) -> Attempt) -> Case {
    Case {
        api: Api::Whaly,
        id,
        path: of_event(),
        query: vec![],
        body: None,
        reply: Some(event()),
        misfit: Misfit::At {
            pointer: "/record_id",
            expected: "a string",
        },
        call,
    }
}

fn of_event() -> Vec<(&'static str, Given)> {
    vec![("objectId", Text(OBJECT)), ("eventId", Text(EVENT))]
}

pub fn cases() -> Vec<Case> {
    vec![list_all(), create(), find_one(), update(), delete()]
}

fn list_all() -> Case {
    Case {
        path: vec![("objectId", Text(OBJECT))],
        query: vec![
            ("after", Text("cursor_1")),
            ("limit", Exactly("50")),
            ("record_id", Text("rec_3")),
            ("external_id", Text("ext_4")),
            ("sync_token", Text("sync_5")),
            ("source", Exactly("manual")),
            ("review_status", Exactly("approved")),
            ("event_type", Text("meeting")),
            ("start_at_gte", Text("2026-01-01T00:00:00Z")),
            ("start_at_lte", Text("2026-01-31T00:00:00Z")),
            ("end_at_gte", Text("2026-02-01T00:00:00Z")),
            ("end_at_lte", Text("2026-02-28T00:00:00Z")),
            ("has_external_id", Exactly("false")),
            ("calendar_model_sync_id", Text("cms_6")),
            ("radar_id", Text("radar_7")),
            ("updated_at_gte", Text("2026-03-01T00:00:00Z")),
            ("updated_at_lte", Text("2026-03-31T00:00:00Z")),
        ],
        reply: Some(json!({"data": [event()], "paging": {"next": {"after": "cursor_2"}}})),
        misfit: Misfit::At {
            pointer: "/data/0/name",
            expected: "a string",
        },
        ..case("ObjectEventsController_listAll", |setup, fill| {
            let client = client(setup);
            let list = client
                .object_events()
                .list_all(fill.text(OBJECT))
                .after(fill.text("cursor_1"))
                .limit(50)
                .record_id(fill.text("rec_3"))
                .external_id(fill.text("ext_4"))
                .sync_token(fill.text("sync_5"))
                .source(ListAllSource::Manual)
                .review_status(CreateObjectEventDtoReviewStatus::Approved)
                .event_type(fill.text("meeting"))
                .start_at_gte(fill.text("2026-01-01T00:00:00Z"))
                .start_at_lte(fill.text("2026-01-31T00:00:00Z"))
                .end_at_gte(fill.text("2026-02-01T00:00:00Z"))
                .end_at_lte(fill.text("2026-02-28T00:00:00Z"))
                .has_external_id(false)
                .calendar_model_sync_id(fill.text("cms_6"))
                .radar_id(fill.text("radar_7"))
                .updated_at_gte(fill.text("2026-03-01T00:00:00Z"))
                .updated_at_lte(fill.text("2026-03-31T00:00:00Z"));
            attempt(list.send())
        })
    }
}

fn create() -> Case {
    Case {
        path: vec![("objectId", Text(OBJECT))],
        body: Some(json!({
            "name": "Visit \"日本\" é 🎈\n",
            "description": "",
            "source": "calendar_model_sync",
            "record_id": "rec_3",
            "external_id": "ext_4",
            "sync_token": "sync_5",
            "event_type": "visit",
            "start_at": "2026-01-05T10:00:00+01:00",
            "end_at": "2026-01-05T11:00:00+01:00",
            "location_object": "obj_8",
            "location_record_id": "rec_9",
            "location_record_label": "Paris/Île",
            "review_status": "pending",
            "recommendation_reason": "because",
            "planning_strategy": "plan_10",
            "calendar_model_sync_id": "cms_6"
        })),
        ..case("ObjectEventsController_create", |setup, fill| {
            let body = CreateObjectEventDto {
                name: "Visit \"日本\" é 🎈\n".into(),
                description: Some(String::new()),
                source: CreateObjectEventDtoSource::CalendarModelSync,
                record_id: "rec_3".into(),
                external_id: Some("ext_4".into()),
                sync_token: Some("sync_5".into()),
                event_type: Some("visit".into()),
                start_at: "2026-01-05T10:00:00+01:00".into(),
                end_at: "2026-01-05T11:00:00+01:00".into(),
                location_object: Some("obj_8".into()),
                location_record_id: Some("rec_9".into()),
                location_record_label: Some("Paris/Île".into()),
                review_status: Some(CreateObjectEventDtoReviewStatus::Pending),
                recommendation_reason: Some("because".into()),
                planning_strategy: Some("plan_10".into()),
                calendar_model_sync_id: Some("cms_6".into()),
            };
            attempt(
                client(setup)
                    .object_events()
                    .create(fill.text(OBJECT), body)
                    .send(),
            )
        })
    }
}

fn find_one() -> Case {
    case("ObjectEventsController_findOne", |setup, fill| {
        let client = client(setup);
        let events = client.object_events();
        attempt(events.find_one(fill.text(OBJECT), fill.text(EVENT)).send())
    })
}

fn update() -> Case {
    Case {
        body: Some(json!({
            "name": "Visit",
            "description": null,
            "source": "manual",
            "external_id": null,
            "sync_token": "sync_5",
            "event_type": null,
            "start_at": "2026-01-05T10:00:00Z",
            "end_at": null,
            "location_object": "obj_8",
            "location_record_id": "rec_9",
            "location_record_label": null,
            "review_status": "rejected",
            "recommendation_reason": "because",
            "planning_strategy": null
        })),
        reply: Some(reviewed()),
        ..case("ObjectEventsController_update", |setup, fill| {
            let body = UpdateObjectEventDto {
                name: Some("Visit".into()),
                description: None,
                source: Some(CreateObjectEventDtoSource::Manual),
                external_id: None,
                sync_token: Some("sync_5".into()),
                event_type: None,
                start_at: Some("2026-01-05T10:00:00Z".into()),
                end_at: None,
                location_object: Some("obj_8".into()),
                location_record_id: Some("rec_9".into()),
                location_record_label: None,
                review_status: Some(CreateObjectEventDtoReviewStatus::Rejected),
                recommendation_reason: Some("because".into()),
                planning_strategy: None,
            };
            let client = client(setup);
            let events = client.object_events();
            attempt(
                events
                    .update(fill.text(OBJECT), fill.text(EVENT), body)
                    .send(),
            )
        })
    }
}

fn delete() -> Case {
    Case {
        reply: Some(json!({"id": "evt_2", "isDeleted": true})),
        misfit: Misfit::At {
            pointer: "/isDeleted",
            expected: "a boolean",
        },
        ..case("ObjectEventsController_delete", |setup, fill| {
            let client = client(setup);
            let events = client.object_events();
            attempt(events.delete(fill.text(OBJECT), fill.text(EVENT)).send())
        })
    }
}

fn event() -> Json {
    json!({
        "id": "evt_2",
        "name": "Visit",
        "description": null,
        "source": "manual",
        "object": "obj_1",
        "record_id": "rec_3",
        "external_id": null,
        "sync_token": "sync_5",
        "event_type": "visit",
        "start_at": "2026-01-05T10:00:00+01:00",
        "end_at": "2026-01-05T11:00:00+01:00",
        "location_object": null,
        "location_record_id": null,
        "location_record_label": "Paris/Île",
        "review_status": "approved",
        "recommendation_reason": null,
        "planning_strategy": null,
        "calendar_model_sync_id": null,
        "radar_id": null,
        "updated_at": "2026-01-04T08:00:00Z"
    })
}

/// An event with a status that the description does not name: one that came later.
fn reviewed() -> Json {
    let mut event = event();
    event["review_status"] = json!("under appeal");
    event
}
