//! What was found, for people and for machines; `docs/verify.md` describes both.

mod json;
mod place;
mod summary;
mod text;

pub use json::json;
pub use text::text;
