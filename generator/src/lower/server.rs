//! Servers (OpenAPI 3.1.1 §4.8.5): the one that a client is for, and operations on others.

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{Operation, Server};

use super::Lowering;
use crate::codes;

impl Lowering<'_> {
    /// The first server, where its URL can be called as it is. Where only operations name any, the first of theirs.
    pub(super) fn lower_base_url(&mut self) -> Option<String> {
        let document = self.document;
        let Some(server) = document.servers.first() else {
            let mut operations = document.operations();
            return operations.find_map(|(_, operation)| {
                let server = operation.servers.first()?;
                is_absolute(server).then(|| server.url.clone())
            });
        };
        if is_absolute(server) {
            return Some(server.url.clone());
        }
        let message = format!(
            "the server `{}` is relative to where the description is served",
            server.url
        );
        self.report.push(
            Diagnostic::warning(codes::RELATIVE_SERVER, server.location.clone(), message)
                .hint("the client's base URL becomes an argument"),
        );
        None
    }

    /// The server of an operation that is on another one than the document's.
    pub(super) fn lower_own_server(&mut self, operation: &Operation) -> Option<String> {
        let own = operation.servers.first()?;
        let shared = &self.document.servers;
        if shared.iter().any(|server| server.url == own.url) {
            return None;
        }
        if is_absolute(own) {
            return Some(own.url.clone());
        }
        let message = format!("the server `{}` of this operation is relative", own.url);
        self.report.push(
            Diagnostic::warning(codes::RELATIVE_SERVER, own.location.clone(), message)
                .hint("it is called on the client's server"),
        );
        None
    }
}

fn is_absolute(server: &Server) -> bool {
    let scheme = server.url.split_once("://");
    let scheme = scheme.map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}
