//! Generates Rust models and clients from OpenAPI descriptions, in a build script or from code.
//!
//! ```text
//! Document ──lower──▶ Api ──name──▶ Api ──emit──▶ files ──sync──▶ disk
//! ```
//!
//! Each stage takes the former's value and returns its own; only the ends touch
//! the disk. [`Builder`] runs them all. `emit` never sees an OpenAPI type,
//! `lower` never sees a token.

pub mod api;
mod builder;
pub mod codes;
mod config;
mod emit;
mod layout;
mod lower;
mod name;
mod places;
mod stack;
mod sync;

pub use builder::{Builder, Failure, Findings, Generation, Inspected, Inspection, compile};
pub use config::{Config, Grouping, Reading, Unknown};
pub use emit::GeneratedFile;
pub use layout::check_package_name;
pub use sync::{Changes, OtherApis, PathError, remove_staged};
