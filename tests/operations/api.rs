//! The four APIs: their descriptions, servers made of these, and credentials.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

use bindery_contract::{Credential, Server, ServerOptions};
use bindery_openapi::{Document, read_file};
use event_apis::bindery::ReqwestTransport;

/// A bundled description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Api {
    CrmCalendar,
    Outreach,
    Whaly,
    WorkspaceCalendar,
}

impl Api {
    pub const ALL: [Self; 4] = [
        Self::CrmCalendar,
        Self::Outreach,
        Self::Whaly,
        Self::WorkspaceCalendar,
    ];

    /// The description's file without its ending.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CrmCalendar => "crm_calendar",
            Self::Outreach => "outreach",
            Self::Whaly => "whaly",
            Self::WorkspaceCalendar => "workspace_calendar",
        }
    }

    /// The description, which is read once.
    pub fn document(self) -> Arc<Document> {
        static DOCUMENTS: LazyLock<[Arc<Document>; 4]> = LazyLock::new(|| Api::ALL.map(Api::read));
        Arc::clone(&DOCUMENTS[self as usize])
    }

    fn read(self) -> Arc<Document> {
        let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs");
        let reading = read_file(&specs.join(self.name()).with_extension("json"));
        Arc::new(reading.document.expect("a bundled description is correct"))
    }

    /// The credentials by security scheme: secrets that no text may show. None is one that another holds.
    pub const fn secrets(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::CrmCalendar => &[],
            Self::Outreach => &[
                ("bearerAuth", "outreach/bearer+0123=="),
                ("s2sAuthToken", "s2s \"quoted\" \\4567"),
            ],
            Self::Whaly => &[("bearer", "sk:whaly/89ab+cdef==")],
            Self::WorkspaceCalendar => &[("oauth2", "workspace~access.token-7654")],
        }
    }

    /// A server of the description that expects these credentials.
    pub async fn serve(self) -> Server {
        self.serve_expecting(self.secrets().iter().copied()).await
    }

    /// A server of the description that expects other credentials.
    pub async fn serve_expecting(
        self,
        secrets: impl Iterator<Item = (&'static str, &'static str)>,
    ) -> Server {
        let options = secrets.fold(ServerOptions::default(), |options, (scheme, secret)| {
            options.expect(scheme, Credential::Token(secret.to_owned()))
        });
        let server = Server::start(self.document(), options).await;
        server.expect("a port is free")
    }
}

/// How the client of a call is made.
#[derive(Clone, Debug)]
pub struct Setup {
    pub base_url: String,
    pub credentials: Credentials,
    pub timeout: Duration,
    /// The one that a client makes for itself, made once for many clients.
    pub transport: ReqwestTransport,
}

/// Which credentials a client has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credentials {
    /// Those that the server expects.
    Given,
    /// None.
    Missing,
    /// None, and it was told so.
    Waived,
}

impl Setup {
    /// A client of this server that can do everything, and has time.
    pub fn of(server: &Server) -> Self {
        Self::at(server.base_url())
    }

    /// The same for a server elsewhere.
    pub fn at(base_url: String) -> Self {
        Self {
            base_url,
            credentials: Credentials::Given,
            timeout: Duration::from_secs(30),
            transport: ReqwestTransport::new().expect("TLS can be set up"),
        }
    }
}
