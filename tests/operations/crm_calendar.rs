//! The operations of the CRM calendar: the same five for a company and for a user.

use event_apis::{bindery::Json, crm_calendar::Client};
use serde_json::json;

use super::{
    Api, Attempt, Case, Credentials, Fill, Given::Integer, Misfit, Setup, attempt, object,
};

const ANY_VALUE: Misfit = Misfit::None("the description admits any value");
const NO_BODY: Misfit = Misfit::None("the description has no body, and none is read");

fn client(setup: &Setup) -> Client {
    let builder = Client::builder(&setup.base_url)
        .timeout(setup.timeout)
        .transport(setup.transport.clone());
    let builder = match setup.credentials {
        Credentials::Given | Credentials::Missing => builder,
        Credentials::Waived => builder.without_credentials(),
    };
    builder.build().expect("the settings are those of a client")
}

fn case(id: &'static str, call: fn(&Setup, Fill) -> Attempt) -> Case {
    Case {
        api: Api::CrmCalendar,
        id,
        path: vec![],
        query: vec![],
        body: None,
        reply: None,
        misfit: ANY_VALUE,
        call,
    }
}

pub fn cases() -> Vec<Case> {
    let mut cases = company_cases();
    cases.extend(user_cases());
    cases
}

fn company_cases() -> Vec<Case> {
    vec![
        Case {
            reply: Some(json!([{"id": 12345, "start": "2025-06-15T14:00:00Z"}])),
            ..case("listCompanyEvents", |setup, _| {
                attempt(client(setup).company_events().list().send())
            })
        },
        Case {
            body: Some(input()),
            reply: Some(json!({"event": {"id": 12345}})),
            ..case("createCompanyEvent", |setup, _| {
                attempt(
                    client(setup)
                        .company_events()
                        .create(object(input()))
                        .send(),
                )
            })
        },
        Case {
            path: vec![("id", Integer(12345))],
            reply: Some(event()),
            misfit: Misfit::At {
                pointer: "/images/0/position",
                expected: "a whole number",
            },
            ..case("getCompanyEvent", |setup, fill| {
                attempt(
                    client(setup)
                        .company_events()
                        .get(fill.integer(12345))
                        .send(),
                )
            })
        },
        Case {
            path: vec![("id", Integer(12345))],
            body: Some(input()),
            reply: Some(json!(true)),
            ..case("updateCompanyEvent", |setup, fill| {
                attempt(
                    client(setup)
                        .company_events()
                        .update(fill.integer(12345), object(input()))
                        .send(),
                )
            })
        },
        Case {
            path: vec![("id", Integer(12345))],
            misfit: NO_BODY,
            ..case("deleteCompanyEvent", |setup, fill| {
                attempt(
                    client(setup)
                        .company_events()
                        .delete(fill.integer(12345))
                        .send(),
                )
            })
        },
    ]
}

fn user_cases() -> Vec<Case> {
    vec![
        Case {
            reply: Some(json!({"events": [{"id": 12345}], "total": 1})),
            ..case("listUserEvents", |setup, _| {
                attempt(client(setup).user_events().list().send())
            })
        },
        Case {
            body: Some(input()),
            reply: Some(json!(12345)),
            ..case("createUserEvent", |setup, _| {
                attempt(client(setup).user_events().create(object(input())).send())
            })
        },
        Case {
            path: vec![("id", Integer(12345))],
            reply: Some(event()),
            misfit: Misfit::At {
                pointer: "/start",
                expected: "a date-time",
            },
            ..case("getUserEvent", |setup, fill| {
                attempt(client(setup).user_events().get(fill.integer(12345)).send())
            })
        },
        Case {
            path: vec![("id", Integer(12345))],
            body: Some(input()),
            reply: Some(json!(null)),
            ..case("updateUserEvent", |setup, fill| {
                attempt(
                    client(setup)
                        .user_events()
                        .update(fill.integer(12345), object(input()))
                        .send(),
                )
            })
        },
        Case {
            path: vec![("id", Integer(12345))],
            misfit: NO_BODY,
            ..case("deleteUserEvent", |setup, fill| {
                attempt(
                    client(setup)
                        .user_events()
                        .delete(fill.integer(12345))
                        .send(),
                )
            })
        },
    ]
}

fn event() -> Json {
    json!({
        "id": 12345,
        "company_id": 67890,
        "user_id": null,
        "title": "Summer Product Launch",
        "color": "#FF5733",
        "start": "2025-06-15T14:00:00Z",
        "end": "2025-06-15T18:00:00+02:00",
        "active": true,
        "status": "STARTING SOON",
        "images": [{"id": 111, "position": 1, "mini": "https://example.com/mini.jpg"}],
        "countries": ["US", "CA"],
        "notification_sent_at": null
    })
}

fn input() -> Json {
    json!({
        "title": "Fête d'été 日本 \"🎈\"",
        "start": "2025-06-15T14:00:00Z",
        "countries": ["US", "CA"],
        "venue": {"name": "Virtual", "seats": 1.5e3, "rooms": []},
        "url": null
    })
}
