//! The URL before every path.

use http::Uri;

use crate::{BuildError, RequestErrorKind};

/// An absolute URL of `http` or `https`, without query, fragment, user, or slash at its end.
#[derive(Clone, Debug)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    pub(super) fn parse(text: &str) -> Result<Self, BuildError> {
        let refuse = |reason| BuildError::BaseUrl { reason };
        if text.contains(['?', '#']) {
            return Err(refuse("it has a query or a fragment"));
        }
        let url: Uri = text.parse().map_err(|_| refuse("it is not a URL"))?;
        if !matches!(url.scheme_str(), Some("http" | "https")) {
            return Err(refuse("it does not start with http:// or https://"));
        }
        let authority = url.authority().map_or("", |authority| authority.as_str());
        if authority.contains('@') {
            return Err(refuse(
                "it names a user: give credentials to the builder instead",
            ));
        }
        if url.host().is_none_or(str::is_empty) {
            return Err(refuse("it names no host"));
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The absolute URL of a path and query.
    pub(super) fn join(&self, path: &Uri) -> Result<Uri, RequestErrorKind> {
        let path = path.path_and_query().map_or("/", |path| path.as_str());
        let url = format!("{}{path}", self.0);
        url.parse()
            .map_err(|error: http::uri::InvalidUri| http::Error::from(error).into())
    }
}
