//! Servers (OpenAPI 3.0.3 §4.7.5).

use openapiv3::ServerVariable;

use super::Lift;
use crate::document::{Server, ServerVariable as Variable};
use crate::node::Node;
use crate::specification::Kind;
use crate::template::{self, Piece};

impl<'v> Lift<'v, '_> {
    /// Lifts the member `servers` of `node`; `None` where it states no server.
    /// The server `/` that the specification assumes then is not made up.
    pub(super) fn lift_servers(&mut self, node: &Node<'_, 'v>) -> Option<Vec<Server>> {
        let servers = self.get(node, "servers")?;
        let lifted: Vec<_> = servers
            .items()
            .filter_map(|item| self.lift_server(&self.through(item)))
            .collect();
        (!lifted.is_empty()).then_some(lifted)
    }

    fn lift_server(&mut self, node: &Node<'_, 'v>) -> Option<Server> {
        let server: openapiv3::Server = self.read(node, Kind::Server)?;
        let variables = server.variables.unwrap_or_default();
        Some(Server {
            url: substituted(&server.url, |name| variables.get(name)),
            variables: variables
                .iter()
                .map(|(name, variable)| lift_variable(name, variable))
                .filter(|variable| server.url.contains(&format!("{{{}}}", variable.name)))
                .collect(),
            template: server.url,
            description: server.description,
            location: node.location(),
        })
    }
}

fn lift_variable(name: &str, variable: &openapiv3::ServerVariable) -> Variable {
    Variable {
        name: name.to_owned(),
        default: variable.default.clone(),
        values: variable.enumeration.clone(),
        description: variable.description.clone(),
    }
}

/// The URL with its variables replaced by their defaults; a malformed one as it is.
fn substituted<'a>(url: &str, variable: impl Fn(&str) -> Option<&'a ServerVariable>) -> String {
    let Ok(pieces) = template::pieces(url) else {
        return url.to_owned();
    };
    pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Literal(literal) => literal.to_owned(),
            Piece::Name(name) => match variable(name) {
                Some(variable) => variable.default.clone(),
                None => format!("{{{name}}}"),
            },
        })
        .collect()
}
