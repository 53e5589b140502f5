//! Servers (OpenAPI 3.1.1 §4.8.5): the one that a client is for, and operations on others.

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{Operation, Server, ServerVariable};

use super::Lowering;
use crate::api::{self, Name, UrlPiece};
use crate::codes;
use crate::name::words;

/// How many words of a description are still a name.
const MAX_NAME: usize = 4;

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

    /// The first server, where it is relative to where the description is served (OpenAPI 3.1.1 §4.8.5.1).
    pub(super) fn relative_server(&self) -> Option<String> {
        let server = self.document.servers.first()?;
        let is_relative = !server.url.contains("://") && !server.url.contains(['{', '}']);
        let says_more = !["", "/", "."].contains(&server.url.as_str());
        (is_relative && says_more).then(|| server.url.clone())
    }

    /// The servers, where there is more than one URL to choose from. Relative ones are not: nobody can call them.
    pub(super) fn lower_servers(&self) -> Vec<api::Server> {
        let servers: Vec<&Server> = self
            .document
            .servers
            .iter()
            .filter(|server| is_absolute(server))
            .collect();
        match servers.as_slice() {
            [only] if only.variables.is_empty() => Vec::new(),
            servers => servers.iter().map(|server| lower_server(server)).collect(),
        }
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

fn lower_server(server: &Server) -> api::Server {
    let variables = server.variables.iter();
    let variables = variables.map(|variable| api::ServerVariable {
        name: Name::unsettled(&variable.name, server.location.clone()),
        default: variable.default.clone(),
        values: variable.values.clone(),
        docs: variable.description.clone(),
    });
    api::Server {
        name: Name::unsettled(name_of(server), server.location.clone()),
        template: server.template.clone(),
        pieces: pieces(&server.template, &server.variables),
        variables: variables.collect(),
        docs: server.description.clone(),
    }
}

/// A description of a few words is a name; else the host is.
fn name_of(server: &Server) -> String {
    let said = server.description.as_deref().unwrap_or_default();
    let is_name = (1..=MAX_NAME).contains(&words(said).len());
    let host = server.template.split("://").nth(1).unwrap_or_default();
    let host = host.split('/').next().unwrap_or_default();
    if is_name { said } else { host }.to_owned()
}

/// The pieces of a template; braces that name no variable stand for themselves.
fn pieces(template: &str, variables: &[ServerVariable]) -> Vec<UrlPiece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((at, index, width)) = next_variable(rest, variables) {
        pieces.push(UrlPiece::Text(rest[..at].to_owned()));
        pieces.push(UrlPiece::Variable(index));
        rest = &rest[at + width..];
    }
    pieces.push(UrlPiece::Text(rest.to_owned()));
    pieces.retain(|piece| *piece != UrlPiece::Text(String::new()));
    pieces
}

/// Where the first variable stands, which it is, and how long its name is with its braces.
fn next_variable(text: &str, variables: &[ServerVariable]) -> Option<(usize, usize, usize)> {
    let found = variables
        .iter()
        .enumerate()
        .filter_map(|(index, variable)| {
            let name = format!("{{{}}}", variable.name);
            text.find(&name).map(|at| (at, index, name.len()))
        });
    found.min()
}

fn is_absolute(server: &Server) -> bool {
    let scheme = server.url.split_once("://");
    let scheme = scheme.map(|(scheme, _)| scheme.to_ascii_lowercase());
    let has_scheme = matches!(scheme.as_deref(), Some("http" | "https"));
    has_scheme && !server.url.contains(['{', '}'])
}
