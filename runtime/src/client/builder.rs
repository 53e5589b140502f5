//! The settings of a client.

use std::{fmt, sync::Arc, time::Duration};

use http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION, USER_AGENT},
};

use super::{Client, Credential, Shared, base_url::BaseUrl, security::Credentials};
use crate::{Transport, TransportError, redact::Redactor};

/// How long a call may take unless the builder is told otherwise.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How large the body of a reply may be unless the builder is told otherwise: 64 MiB.
const MAX_RESPONSE_BYTES: u64 = 64 * 1024 * 1024;

/// Makes a [`Client`].
#[must_use = "a builder does nothing until its client is built"]
pub struct ClientBuilder {
    base_url: String,
    credentials: Credentials,
    headers: Vec<(String, String)>,
    timeout: Option<Duration>,
    stream_timeout: Option<Duration>,
    has_documented_servers: bool,
    max_response_bytes: u64,
    transport: Option<Box<dyn Transport>>,
}

impl ClientBuilder {
    pub(super) fn new(base_url: String) -> Self {
        Self {
            base_url,
            credentials: Credentials::default(),
            headers: vec![(
                USER_AGENT.to_string(),
                concat!("bindery/", env!("CARGO_PKG_VERSION")).to_owned(),
            )],
            timeout: Some(TIMEOUT),
            stream_timeout: None,
            has_documented_servers: false,
            max_response_bytes: MAX_RESPONSE_BYTES,
            transport: None,
        }
    }

    /// Gives the credential for a security scheme; it goes with the operations that ask for it.
    pub fn credential(mut self, scheme: impl Into<String>, credential: Credential) -> Self {
        self.credentials.insert(scheme.into(), credential);
        self
    }

    /// Lets operations be called without the credentials that they ask for, where they were not given. Without this
    /// such a call is an error before anything is sent.
    pub fn without_credentials(mut self) -> Self {
        self.credentials.make_optional();
        self
    }

    /// Says that the base URL is the one that the description names, so that operations which the description puts on
    /// servers of their own go there. Otherwise all go to the base URL.
    pub fn documented_servers(mut self) -> Self {
        self.has_documented_servers = true;
        self
    }

    /// Sets the time for each call, from connecting to the last byte of the reply. It is 30 seconds otherwise, and not
    /// limited for a reply that is a stream.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self.stream_timeout = Some(timeout);
        self
    }

    /// Lets a call take for ever.
    pub fn no_timeout(mut self) -> Self {
        self.timeout = None;
        self.stream_timeout = None;
        self
    }

    /// Sends a header with every request that has none of this name. `Authorization`, `Proxy-Authorization` and
    /// `Cookie` are kept out of texts, as a [`credential`](Self::credential) is.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Says who calls, instead of `bindery` and its version.
    pub fn user_agent(self, user_agent: impl Into<String>) -> Self {
        self.header(USER_AGENT.as_str(), user_agent)
    }

    /// Sets how many bytes the body of a reply may have. It is 64 MiB otherwise.
    pub fn max_response_bytes(mut self, limit: u64) -> Self {
        self.max_response_bytes = limit;
        self
    }

    /// Sends requests through this transport.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Makes the client, or says which setting is wrong.
    pub fn build(self) -> Result<Client, BuildError> {
        let base_url = BaseUrl::parse(&self.base_url)?;
        let redactor = redactor(&self.credentials, &self.headers)?;
        let headers = header_map(&self.headers)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport()?,
        };
        let Self {
            credentials,
            max_response_bytes,
            timeout,
            stream_timeout,
            has_documented_servers,
            ..
        } = self;
        let shared = Shared {
            base_url,
            has_documented_servers,
            credentials,
            headers,
            max_response_bytes,
            redactor,
            transport,
        };
        Ok(Client {
            shared: Arc::new(shared),
            timeout,
            stream_timeout,
        })
    }
}

fn redactor(
    credentials: &Credentials,
    headers: &[(String, String)],
) -> Result<Redactor, BuildError> {
    let mut secrets = Vec::new();
    for (scheme, credential) in credentials.iter() {
        if !credential.is_well_formed() {
            return Err(BuildError::Credential {
                scheme: scheme.to_owned(),
            });
        }
        secrets.extend(credential.secrets());
    }
    for (name, value) in headers.iter().filter(|(name, _)| is_secret(name)) {
        secrets.push(value.clone());
        // What follows the name of an authentication scheme is a secret without it as well.
        let bare = value.split_once(' ').map(|(_, bare)| bare.to_owned());
        secrets.extend(bare.filter(|_| !name.eq_ignore_ascii_case("cookie")));
    }
    Ok(Redactor::new(secrets.iter().map(String::as_str)))
}

fn header_map(headers: &[(String, String)]) -> Result<HeaderMap, BuildError> {
    let mut map = HeaderMap::with_capacity(headers.len());
    for (name, value) in headers {
        let wrong = || BuildError::Header { name: name.clone() };
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| wrong())?;
        let mut value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| wrong())?;
        value.set_sensitive(is_secret(name));
        map.insert(key, value);
    }
    Ok(map)
}

/// Whether a header carries credentials (RFC 9110 §11.6.2, §11.7.2, RFC 6265 §4.2).
fn is_secret(name: &str) -> bool {
    [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE]
        .iter()
        .any(|secret| name.eq_ignore_ascii_case(secret.as_str()))
}

#[cfg(feature = "reqwest")]
fn default_transport() -> Result<Box<dyn Transport>, BuildError> {
    let transport = crate::ReqwestTransport::new().map_err(BuildError::Transport)?;
    Ok(Box::new(transport))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport() -> Result<Box<dyn Transport>, BuildError> {
    Err(BuildError::NoTransport)
}

/// Shows no secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("timeout", &self.timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}

/// Why a client could not be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The base URL is not one. It is not shown: it may hold a password.
    BaseUrl {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A credential cannot stand where its scheme puts it: it has control characters, or the place's name is none.
    Credential {
        /// The name of the scheme.
        scheme: String,
    },
    /// A default header has no legal name or value.
    Header {
        /// The header's name.
        name: String,
    },
    /// No transport was given, and the feature `reqwest`, which brings one, is off.
    NoTransport,
    /// The default transport could not be made.
    Transport(TransportError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl { reason } => write!(formatter, "the base URL cannot be used: {reason}"),
            Self::Credential { scheme } => {
                write!(formatter, "the credential for `{scheme}` has characters that cannot be sent")
            }
            Self::Header { name } => write!(formatter, "the header `{name}` has characters that cannot be sent"),
            Self::NoTransport => formatter.write_str(
                "the client has no transport: give one to the builder, or turn the feature `reqwest` on",
            ),
            Self::Transport(error) => write!(formatter, "the default transport could not be made: {error}"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            Self::BaseUrl { .. }
            | Self::Credential { .. }
            | Self::Header { .. }
            | Self::NoTransport => None,
        }
    }
}
