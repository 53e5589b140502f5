//! The operations of the workspace calendar.

use event_apis::{bindery::Json, workspace_calendar::Client};
use serde_json::json;

use super::{
    Api, Attempt, Case, Credentials, Fill, Given,
    Given::{Exactly, Integer, Text},
    Misfit, Setup, attempt, object,
};

const WORKSPACE: &str = "ws_1";
const MEMBER: &str = "mem_2";
const STATUS: &str = "confirmed";
const SORT_FIELD: &str = "startTime";
const SORT_ORDER: &str = "desc";
const START: &str = "2026-01-01T00:00:00Z";
const END: &str = "2026-02-01T12:30:00.25Z";

fn client(setup: &Setup) -> Client {
    let [(_, token)] = Api::WorkspaceCalendar.secrets() else {
        unreachable!("the workspace calendar has one scheme")
    };
    let builder = Client::builder(&setup.base_url)
        .timeout(setup.timeout)
        .transport(setup.transport.clone());
    let builder = match setup.credentials {
        Credentials::Given => builder.oauth2(*token),
        Credentials::Missing => builder,
        Credentials::Waived => builder.without_credentials(),
    };
    builder.build().expect("the settings are those of a client")
}

fn case(id: &'static str, call: fn(&Setup, Fill) -> Attempt) -> Case {
    Case {
        api: Api::WorkspaceCalendar,
        id,
        path: of_event(),
        query: vec![],
        body: None,
        reply: Some(json!({"id": 12, "startTime": "2026-01-05T10:00:00+01:00"})),
        misfit: Misfit::At {
            pointer: "",
            expected: "a map",
        },
        call,
    }
}

fn of_event() -> Vec<(&'static str, Given)> {
    vec![
        ("workspace_uuid", Text(WORKSPACE)),
        ("event_id", Integer(12)),
    ]
}

pub fn cases() -> Vec<Case> {
    let mut cases = vec![list(), create()];
    cases.extend(of_one_event());
    cases.extend(of_attendees());
    cases
}

fn list() -> Case {
    Case {
        path: vec![("workspace_uuid", Text(WORKSPACE))],
        query: vec![
            ("calendarId", Integer(3)),
            ("startDate", Exactly(START)),
            ("endDate", Exactly(END)),
            ("status", Text(STATUS)),
            ("page", Integer(0)),
            ("pageSize", Integer(25)),
            ("sortBy", Text(SORT_FIELD)),
            ("sortOrder", Text(SORT_ORDER)),
        ],
        reply: Some(json!({"items": [{"id": 12}, {"id": 13}], "total": 2})),
        ..case("listCalendarEvents", |setup, fill| {
            let client = client(setup);
            let list = client
                .calendar_events()
                .list(fill.text(WORKSPACE))
                .calendar_id(fill.integer(3))
                .start_date(START.parse().expect("it is a date-time"))
                .end_date(END.parse().expect("it is a date-time"))
                .status(fill.text(STATUS))
                .page(fill.integer(0))
                .page_size(fill.integer(25))
                .sort_by(fill.text(SORT_FIELD))
                .sort_order(fill.text(SORT_ORDER));
            attempt(list.send())
        })
    }
}

fn create() -> Case {
    Case {
        path: vec![("workspace_uuid", Text(WORKSPACE))],
        body: Some(booking()),
        ..case("createCalendarEvent", |setup, fill| {
            let client = client(setup);
            let events = client.calendar_events();
            attempt(
                events
                    .create(fill.text(WORKSPACE), object(booking()))
                    .send(),
            )
        })
    }
}

fn of_one_event() -> Vec<Case> {
    vec![
        Case {
            reply: Some(json!({"deleted": true})),
            ..case("deleteCalendarEvent", |setup, fill| {
                let client = client(setup);
                attempt(
                    client
                        .calendar_events()
                        .delete(fill.text(WORKSPACE), fill.integer(12))
                        .send(),
                )
            })
        },
        case("getCalendarEvent", |setup, fill| {
            let client = client(setup);
            attempt(
                client
                    .calendar_events()
                    .get(fill.text(WORKSPACE), fill.integer(12))
                    .send(),
            )
        }),
        Case {
            body: Some(booking()),
            ..case("updateCalendarEvent", |setup, fill| {
                let client = client(setup);
                let events = client.calendar_events();
                attempt(
                    events
                        .update(fill.text(WORKSPACE), fill.integer(12), object(booking()))
                        .send(),
                )
            })
        },
        case("cancelCalendarEvent", |setup, fill| {
            let client = client(setup);
            attempt(
                client
                    .calendar_events()
                    .cancel(fill.text(WORKSPACE), fill.integer(12))
                    .send(),
            )
        }),
    ]
}

fn of_attendees() -> Vec<Case> {
    vec![
        Case {
            reply: Some(json!([{"memberId": "mem_2", "response": "accepted"}, {}])),
            misfit: Misfit::At {
                pointer: "/1",
                expected: "a map",
            },
            ..case("listCalendarEventAttendees", |setup, fill| {
                let client = client(setup);
                let events = client.calendar_events();
                attempt(
                    events
                        .list_attendees(fill.text(WORKSPACE), fill.integer(12))
                        .send(),
                )
            })
        },
        Case {
            path: [of_event(), vec![("member_id", Text(MEMBER))]].concat(),
            body: Some(json!({"response": "declined"})),
            reply: Some(json!({"memberId": "mem_2", "response": "declined"})),
            ..case("updateCalendarEventAttendee", |setup, fill| {
                let client = client(setup);
                let call = client.calendar_events().update_attendee(
                    fill.text(WORKSPACE),
                    fill.integer(12),
                    fill.text(MEMBER),
                    object(json!({"response": "declined"})),
                );
                attempt(call.send())
            })
        },
    ]
}

fn booking() -> Json {
    json!({
        "title": "Café \"日本\"",
        "startTime": "2026-01-05T10:00:00+01:00",
        "endTime": "2026-01-05T11:00:00+01:00",
        "attendees": [{"memberId": "mem_2"}],
        "notes": null
    })
}
