//! The operation of Outreach.

use event_apis::outreach::Client;
use serde_json::json;

use super::{Api, Case, Credentials, Given::Integer, Misfit, Setup, attempt};

fn client(setup: &Setup) -> Client {
    let [(_, bearer), (_, s2s)] = Api::Outreach.secrets() else {
        unreachable!("Outreach has two schemes")
    };
    let builder = Client::builder(&setup.base_url)
        .timeout(setup.timeout)
        .transport(setup.transport.clone());
    let builder = match setup.credentials {
        Credentials::Given => builder.bearer_auth(*bearer).s2s_auth_token(*s2s),
        Credentials::Missing => builder,
        Credentials::Waived => builder.without_credentials(),
    };
    builder.build().expect("the settings are those of a client")
}

pub fn cases() -> Vec<Case> {
    vec![Case {
        api: Api::Outreach,
        id: "getEvent",
        path: vec![("id", Integer(7))],
        query: vec![],
        body: None,
        reply: Some(json!({
            "data": {
                "type": "event",
                "id": 7,
                "attributes": {
                    "name": "mailbox_created",
                    "createdAt": "2026-03-01T09:30:00Z",
                    "payload": {"mailboxId": 12, "tags": ["new"]},
                    "requestProxied": false
                },
                "relationships": {
                    "prospect": {"data": {"type": "prospect", "id": 3}},
                    "user": {"links": {"related": "/users/5"}}
                }
            }
        })),
        misfit: Misfit::At {
            pointer: "/data/attributes/requestProxied",
            expected: "a boolean",
        },
        call: |setup, fill| attempt(client(setup).event().get(fill.integer(7)).send()),
    }]
}
