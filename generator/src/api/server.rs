//! The servers that a client can be for.

use super::Name;

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// What the description calls it, and the method or constant; settled by the naming pass.
    pub name: Name,
    /// The URL as written.
    pub template: String,
    /// The pieces of its URL.
    pub pieces: Vec<UrlPiece>,
    /// Its variables.
    pub variables: Vec<ServerVariable>,
    /// What the description says of it.
    pub docs: Option<String>,
}

/// A piece of a server's URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlPiece {
    /// Text that stands for itself.
    Text(String),
    /// The value of the variable with this index.
    Variable(usize),
}

/// A variable of a server's URL.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// The name in the template, and the argument; settled by the naming pass.
    pub name: Name,
    /// What stands there unless another value is chosen.
    pub default: String,
    /// The values it can have; empty where it can have any.
    pub values: Vec<String>,
    /// What the description says of it.
    pub docs: Option<String>,
}
