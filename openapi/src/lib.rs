//! Reads an OpenAPI description into one resolved and located [`Document`].
//!
//! ```text
//! file ──load──▶ value ──check──▶ value ──lift──▶ Document
//! ```
//!
//! Each stage adds what it finds to a [`Report`] and goes on; a [`Document`]
//! comes out where the report has no error. [`render`] prints a report with
//! excerpts of the [`Sources`] it speaks of.

mod check;
pub mod codes;
mod diagnostic;
pub mod document;
mod lift;
mod load;
mod locate;
mod location;
mod node;
mod reference;
mod render;
mod report;
mod sources;
mod specification;
mod template;
mod version;
mod wording;

use std::path::Path;

pub use diagnostic::{Code, Diagnostic, Focus, Severity};
pub use document::Document;
use load::Loaded;
pub use location::{FileId, Location, Pointer};
pub use render::{RenderStyle, render};
pub use report::Report;
pub use sources::{Position, Sources};
use version::Version;

/// What reading a description gives.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The description; `None` where the report has an error.
    pub document: Option<Document>,
    /// Everything found on the way.
    pub report: Report,
    /// The files that were read, for [`render`].
    pub sources: Sources,
}

/// Reads the description in the file `path`.
///
/// A file that cannot be read is a diagnostic like any other.
pub fn read_file(path: &Path) -> Reading {
    read(|sources, report| load::load_file(path, sources, report))
}

/// Reads the description `text`, which diagnostics call `name`.
pub fn read_text(name: &str, text: &str) -> Reading {
    read(|sources, report| load::load_bytes(name, text.as_bytes(), sources, report))
}

fn read(load: impl FnOnce(&mut Sources, &mut Report) -> Option<Loaded>) -> Reading {
    let mut sources = Sources::default();
    let mut report = Report::default();
    let document =
        load(&mut sources, &mut report).and_then(|loaded| read_loaded(loaded, &mut report));
    Reading {
        document: document.filter(|_| !report.has_errors()),
        report,
        sources,
    }
}

fn read_loaded(loaded: Loaded, report: &mut Report) -> Option<Document> {
    let Loaded { file, mut value } = loaded;
    let location = Location {
        file,
        pointer: Pointer::root(),
    };
    match version::detect(&value, &location, report)? {
        Version::V3_0 => check::check(&mut value, &location, report),
    }
    if report.has_errors() {
        return None;
    }
    lift::lift(&value, &location, report)
}
