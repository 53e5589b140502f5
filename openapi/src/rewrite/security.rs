//! Security schemes (Swagger 2.0, Security Scheme Object).

use serde_json::{Map, Value, json};

use super::Rewrite;
use super::at::At;
use crate::check::invalid_word;
use crate::node::Node;
use crate::{Diagnostic, codes};

const TYPES: [&str; 3] = ["basic", "apiKey", "oauth2"];
const FLOWS: [&str; 4] = ["implicit", "password", "application", "accessCode"];

impl<'v> Rewrite<'v, '_> {
    /// Rewrites a security scheme.
    pub(super) fn security_scheme(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        if !node.value.is_object() {
            return node.value.clone();
        }
        match node.text("type") {
            Some(kind) if kind.eq_ignore_ascii_case("basic") => self.basic(node, at),
            Some("oauth2") if node.get("flows").is_none() => self.oauth2(node, at),
            Some("http" | "openIdConnect") => {
                if let Some(kind) = node.get("type") {
                    self.warn_of_later_type(&kind);
                }
                node.value.clone()
            }
            Some("apiKey" | "oauth2") | None => node.value.clone(),
            Some(word) => {
                let diagnostic = invalid_word(node.location().key("type"), word, &TYPES);
                self.report.push(diagnostic);
                node.value.clone()
            }
        }
    }

    fn basic(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        self.note(&at.key("scheme"), node.location().key("type"));
        let mut scheme = kept(node);
        scheme.insert("type".to_owned(), "http".into());
        scheme.insert("scheme".to_owned(), "basic".into());
        scheme.into()
    }

    fn oauth2(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        let flow = self.flow(node);
        let mut members = Map::new();
        for key in ["authorizationUrl", "tokenUrl", "scopes", "refreshUrl"] {
            if let Some(member) = node.value.get(key) {
                members.insert(key.to_owned(), member.clone());
            }
        }
        let flows = at.key("flows");
        self.note(&flows, node.location());
        self.note(&flows.key(flow), node.location());
        let mut scheme = kept(node);
        scheme.insert("type".to_owned(), "oauth2".into());
        scheme.insert("flows".to_owned(), json!({ flow: members }));
        scheme.into()
    }

    /// The flow's name in 3.0. Where none is said, the URLs tell.
    fn flow(&mut self, node: &Node<'_, 'v>) -> &'static str {
        match node.text("flow") {
            Some("implicit") => "implicit",
            Some("password") => "password",
            Some("application" | "clientCredentials") => "clientCredentials",
            Some("accessCode" | "authorizationCode") => "authorizationCode",
            Some(word) => {
                let diagnostic = invalid_word(node.location().key("flow"), word, &FLOWS);
                self.report.push(diagnostic);
                flow_of_urls(node)
            }
            None => {
                let message = "a security scheme of the type `oauth2` must have the field `flow`";
                let code = codes::MISSING_FIELD;
                self.report.push(
                    Diagnostic::warning(code, node.location(), message)
                        .hint("the URLs that are there tell which flow is meant"),
                );
                flow_of_urls(node)
            }
        }
    }

    fn warn_of_later_type(&mut self, kind: &Node<'_, 'v>) {
        let message = "this type of security scheme is OpenAPI 3.0's; it is read as 3.0 means it";
        let code = codes::INVALID_VALUE;
        self.report
            .push(Diagnostic::warning(code, kind.location(), message));
    }
}

fn flow_of_urls(node: &Node<'_, '_>) -> &'static str {
    match (node.get("authorizationUrl"), node.get("tokenUrl")) {
        (Some(_), Some(_)) => "authorizationCode",
        (Some(_), None) => "implicit",
        (None, _) => "clientCredentials",
    }
}

/// What every scheme has in 3.0 too.
fn kept(node: &Node<'_, '_>) -> Map<String, Value> {
    node.members()
        .filter(|(key, _)| *key == "description" || key.starts_with("x-"))
        .map(|(key, member)| (key.to_owned(), member.value.clone()))
        .collect()
}
