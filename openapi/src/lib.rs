//! Reads an OpenAPI description into one resolved and located [`Document`].
//!
//! ```text
//! file ──load──▶ values ──check──▶ values ──lift──▶ Document
//! ```
//!
//! A description may be of many files: `check` loads those that references
//! name, and from then on all of them are one set of values.
//!
//! Each stage adds what it finds to a [`Report`] and goes on; a [`Document`]
//! comes out where the report has no error. [`render`] prints a report with
//! excerpts of the [`Sources`] it speaks of.

mod check;
pub mod codes;
mod diagnostic;
pub mod document;
mod files;
mod lift;
mod load;
mod locate;
mod location;
mod node;
mod reader;
mod reference;
mod render;
mod report;
mod sources;
mod specification;
mod template;
mod version;
mod wording;
mod yaml;

pub use diagnostic::{Code, Diagnostic, Focus, Severity};
pub use document::Document;
use files::Files;
pub use location::{FileId, Location, Pointer};
pub use reader::{Reader, Reading, read_file, read_text};
pub use render::{RenderStyle, render};
pub use report::Report;
pub use sources::{Position, Sources};
use version::Version;

/// Reads the description whose root is the file `root`.
fn read(files: &mut Files, root: FileId, report: &mut Report) -> Option<Document> {
    match version::detect(files.value(root)?, &Location::start_of(root), report)? {
        Version::V3_0 => check::check(files, root, report),
    }
    if report.has_errors() {
        return None;
    }
    lift::lift(files, root, report)
}
