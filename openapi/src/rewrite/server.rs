//! `host`, `basePath` and `schemes` become servers (OpenAPI 3.0.3 §4.7.5).

use serde_json::{Value, json};

use super::Rewrite;
use super::at::At;
use crate::check::invalid_word;
use crate::node::Node;
use crate::{Diagnostic, Location, codes};

const SCHEMES: [&str; 4] = ["http", "https", "ws", "wss"];

/// The scheme of a host that says none. By the letter it is the one by which
/// the description itself was had, which its text does not tell.
const ASSUMED: &str = "https";

/// A scheme and its place.
type Scheme = (String, Location);

impl<'v> Rewrite<'v, '_> {
    /// The servers of the description; `None` where it says nothing of them.
    pub(super) fn servers(&mut self, root: &Node<'_, 'v>, at: &At<'_>) -> Option<Value> {
        let schemes = self.schemes(root);
        self.servers_by(root, &schemes, at)
    }

    /// The servers of an operation that has schemes of its own.
    pub(super) fn servers_of_operation(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
    ) -> Option<Value> {
        node.get("schemes")?;
        let schemes = self.schemes(node);
        let root = self.root.clone();
        root.get("host")?;
        self.servers_by(&root, &schemes, at)
    }

    fn servers_by(
        &mut self,
        root: &Node<'_, 'v>,
        schemes: &[Scheme],
        at: &At<'_>,
    ) -> Option<Value> {
        let host = self.text_at(root, "host");
        let base = self.base_path(root);
        let (urls, place) = match (host, base) {
            (None, None) => return None,
            (None, Some((base, place))) => {
                let url = if base.is_empty() {
                    "/".to_owned()
                } else {
                    base
                };
                (vec![url], place)
            }
            (Some((host, place)), base) => {
                let base = base.map_or(String::new(), |(base, _)| base);
                (self.urls(&host, &base, schemes, &place), place)
            }
        };
        let servers_at = at.key("servers");
        self.note(&servers_at, place.clone());
        let servers = urls.into_iter().enumerate().map(|(index, url)| {
            let at = servers_at.index(index);
            self.note(&at, place.clone());
            self.note(&at.key("url"), place.clone());
            json!({ "url": url })
        });
        Some(servers.collect())
    }

    fn urls(
        &mut self,
        host: &str,
        base: &str,
        schemes: &[Scheme],
        place: &Location,
    ) -> Vec<String> {
        let host = host.trim_end_matches('/');
        if host.contains("://") {
            self.warn_of_server(place, "`host` has a scheme, which belongs in `schemes`");
            return vec![format!("{host}{base}")];
        }
        let is_http = |scheme: &str| scheme == "http" || scheme == "https";
        let mut spoken: Vec<_> = schemes.iter().map(|(scheme, _)| scheme.as_str()).collect();
        if spoken.iter().any(|scheme| is_http(scheme)) {
            spoken.retain(|scheme| is_http(scheme));
        }
        if spoken.is_empty() {
            spoken.push(ASSUMED);
        }
        spoken
            .into_iter()
            .map(|scheme| format!("{scheme}://{host}{base}"))
            .collect()
    }

    /// The base path with a slash before it and none after it.
    fn base_path(&mut self, root: &Node<'_, 'v>) -> Option<(String, Location)> {
        let (base, place) = self.text_at(root, "basePath")?;
        let trimmed = base.trim_end_matches('/');
        if base.is_empty() || base.starts_with('/') {
            return Some((trimmed.to_owned(), place));
        }
        self.warn_of_server(&place, "`basePath` must begin with `/`");
        Some((format!("/{trimmed}"), place))
    }

    fn schemes(&mut self, node: &Node<'_, 'v>) -> Vec<Scheme> {
        let Some(list) = node.get("schemes") else {
            return Vec::new();
        };
        let mut schemes: Vec<Scheme> = Vec::new();
        match list.value {
            Value::Array(_) => {
                for item in list.items() {
                    self.add_scheme(&item, &mut schemes);
                }
            }
            Value::String(_) => {
                let message = "`schemes` is a list; the string is read as a list of one";
                let code = codes::WRONG_TYPE;
                self.report
                    .push(Diagnostic::warning(code, list.location(), message));
                self.add_scheme(&list, &mut schemes);
            }
            Value::Null => {}
            Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
                self.wrong_type(list.location(), "an array of schemes");
            }
        }
        schemes
    }

    fn add_scheme(&mut self, item: &Node<'_, 'v>, schemes: &mut Vec<Scheme>) {
        let Some(word) = item.value.as_str() else {
            self.wrong_type(item.location(), "a scheme, which is a string");
            return;
        };
        let scheme = word.trim().to_ascii_lowercase();
        let scheme = scheme.trim_end_matches("://").to_owned();
        if !SCHEMES.contains(&scheme.as_str()) {
            let diagnostic = invalid_word(item.location(), word, &SCHEMES);
            self.report.push(diagnostic);
        } else if !schemes.iter().any(|(other, _)| *other == scheme) {
            schemes.push((scheme, item.location()));
        }
    }

    fn text_at(&mut self, root: &Node<'_, 'v>, key: &str) -> Option<(String, Location)> {
        let node = root.get(key)?;
        match node.value {
            Value::String(text) if key == "host" && text.trim().is_empty() => None,
            Value::String(text) => Some((text.trim().to_owned(), node.location())),
            Value::Null => None,
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                self.wrong_type(node.location(), "a string");
                None
            }
        }
    }

    fn warn_of_server(&mut self, place: &Location, message: &str) {
        let code = codes::INVALID_SERVER;
        self.report
            .push(Diagnostic::warning(code, place.clone(), message));
    }
}
