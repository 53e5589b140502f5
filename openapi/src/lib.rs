//! Reads an OpenAPI description into one resolved and located [`Document`].

pub mod document;
mod location;

pub use document::Document;
pub use location::{FileId, Location, Pointer};
