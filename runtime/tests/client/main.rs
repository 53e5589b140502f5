//! Calls: what is sent, what comes back, and each way to fail.

mod building;
mod replies;
mod requests;
mod secrets;
#[path = "../support/mod.rs"]
mod support;

use bindery::{Client, ClientBuilder, Credential, Error};
use support::{
    events::{self, ListAllError},
    scripted::{Scripted, Sent, Step},
};

const KEY: &str = "sk_live_0123456789";
const PAGE: &str = r#"{"data":[{"id":"e","description":null}]}"#;

fn builder(transport: &Scripted) -> ClientBuilder {
    Client::builder("https://api.example.com/base/").transport(transport.clone())
}

fn client(transport: &Scripted) -> events::Client {
    let core = builder(transport)
        .credential("bearer", Credential::bearer(KEY))
        .build();
    events::Client::new(core.unwrap())
}

/// The request that a client so configured sends.
async fn sent(
    configure: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Result<Sent, Error<ListAllError>> {
    let transport = Scripted::new([Step::Answer(200, PAGE)]);
    let client = events::Client::new(configure(builder(&transport)).build().unwrap());
    client.list_all("o/1").limit(50.0).source("manual").await?;
    Ok(transport.sent().remove(0))
}

/// What goes wrong when the server answers so.
async fn failure(step: Step) -> Error<ListAllError> {
    let client = client(&Scripted::new([step]));
    client
        .list_all("o")
        .await
        .expect_err("the answer is no success")
}
