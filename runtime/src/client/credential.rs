//! What proves to a server who calls.

use base64::{Engine, engine::general_purpose::STANDARD};
use http::{
    HeaderMap, HeaderName, HeaderValue, Request, Uri,
    header::{AUTHORIZATION, COOKIE},
};

use crate::{Body, RequestErrorKind, Secret, parameter::query_pair};

/// A credential for one security scheme (OpenAPI 3.1.1 §4.8.27).
#[derive(Clone, Debug)]
pub struct Credential(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Bearer(Secret),
    Basic { user: String, password: Secret },
    Authorization { scheme: String, value: Secret },
    Header { name: String, value: Secret },
    Query { name: String, value: Secret },
    Cookie { name: String, value: Secret },
}

impl Credential {
    /// A token in the header `Authorization` (RFC 6750 §2.1): schemes of type `http` with `bearer`, `oauth2`,
    /// `openIdConnect`.
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(Kind::Bearer(token.into()))
    }

    /// A user and password in the header `Authorization` (RFC 7617): schemes of type `http` with `basic`.
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self(Kind::Basic {
            user: user.into(),
            password: password.into(),
        })
    }

    /// A value in the header `Authorization` after the name of its scheme (RFC 9110 §11.6.2): schemes of type `http`
    /// with any other name.
    pub fn authorization(scheme: impl Into<String>, value: impl Into<Secret>) -> Self {
        Self(Kind::Authorization {
            scheme: scheme.into(),
            value: value.into(),
        })
    }

    /// A key in a header: schemes of type `apiKey` in `header`.
    pub fn header(name: impl Into<String>, value: impl Into<Secret>) -> Self {
        Self(Kind::Header {
            name: name.into(),
            value: value.into(),
        })
    }

    /// A key in the query: schemes of type `apiKey` in `query`.
    pub fn query(name: impl Into<String>, value: impl Into<Secret>) -> Self {
        Self(Kind::Query {
            name: name.into(),
            value: value.into(),
        })
    }

    /// A key in a cookie: schemes of type `apiKey` in `cookie`.
    pub fn cookie(name: impl Into<String>, value: impl Into<Secret>) -> Self {
        Self(Kind::Cookie {
            name: name.into(),
            value: value.into(),
        })
    }

    /// The texts that must never show: a server may send them back in its error.
    pub(super) fn secrets(&self) -> Vec<String> {
        match &self.0 {
            Kind::Bearer(secret)
            | Kind::Authorization { value: secret, .. }
            | Kind::Header { value: secret, .. }
            | Kind::Query { value: secret, .. }
            | Kind::Cookie { value: secret, .. } => vec![secret.expose().to_owned()],
            Kind::Basic { user, password } => {
                vec![password.expose().to_owned(), basic_token(user, password)]
            }
        }
    }

    /// Whether the credential can stand where it goes: no control characters, and a name that is one.
    pub(super) fn is_well_formed(&self) -> bool {
        let mut request = Request::new(Body::empty());
        self.apply(&mut request).is_ok()
    }

    /// The place that no second credential may take: a header, a query parameter, a cookie.
    pub(super) fn place(&self) -> String {
        match &self.0 {
            Kind::Bearer(_) | Kind::Basic { .. } | Kind::Authorization { .. } => {
                "the header authorization".to_owned()
            }
            Kind::Header { name, .. } => format!("the header {}", name.to_ascii_lowercase()),
            Kind::Query { name, .. } => format!("the query parameter {name}"),
            Kind::Cookie { name, .. } => format!("the cookie {name}"),
        }
    }

    /// Puts the credential into a request, in place of what the request has there.
    pub(super) fn apply(&self, request: &mut Request<Body>) -> Result<(), RequestErrorKind> {
        match &self.0 {
            Kind::Bearer(token) => set_header(
                request.headers_mut(),
                AUTHORIZATION,
                &format!("Bearer {}", token.expose()),
            ),
            Kind::Basic { user, password } => set_header(
                request.headers_mut(),
                AUTHORIZATION,
                &format!("Basic {}", basic_token(user, password)),
            ),
            Kind::Authorization { scheme, value } => set_header(
                request.headers_mut(),
                AUTHORIZATION,
                &format!("{scheme} {}", value.expose()),
            ),
            Kind::Header { name, value } => {
                let name = HeaderName::from_bytes(name.as_bytes()).map_err(http::Error::from)?;
                set_header(request.headers_mut(), name, value.expose())
            }
            Kind::Query { name, value } => {
                *request.uri_mut() =
                    append_query(request.uri(), &query_pair(name, value.expose()))?;
                Ok(())
            }
            Kind::Cookie { name, value } => append_cookie(request.headers_mut(), name, value),
        }
    }
}

fn basic_token(user: &str, password: &Secret) -> String {
    STANDARD.encode(format!("{user}:{}", password.expose()))
}

fn set_header(
    headers: &mut HeaderMap,
    name: HeaderName,
    value: &str,
) -> Result<(), RequestErrorKind> {
    let mut value = HeaderValue::from_str(value).map_err(http::Error::from)?;
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

fn append_cookie(
    headers: &mut HeaderMap,
    name: &str,
    value: &Secret,
) -> Result<(), RequestErrorKind> {
    let mut cookies = headers
        .get(COOKIE)
        .map(HeaderValue::as_bytes)
        .unwrap_or_default()
        .to_vec();
    if !cookies.is_empty() {
        cookies.extend_from_slice(b"; ");
    }
    cookies.extend_from_slice(query_pair(name, value.expose()).as_bytes());
    let mut cookies = HeaderValue::from_bytes(&cookies).map_err(http::Error::from)?;
    cookies.set_sensitive(true);
    headers.insert(COOKIE, cookies);
    Ok(())
}

fn append_query(uri: &Uri, pair: &str) -> Result<Uri, RequestErrorKind> {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let separator = if uri.query().is_some() { '&' } else { '?' };
    format!("{path}{separator}{pair}")
        .parse()
        .map_err(|error: http::uri::InvalidUri| http::Error::from(error).into())
}
