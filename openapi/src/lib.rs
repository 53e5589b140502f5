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
mod definition;
mod diagnostic;
pub mod document;
mod files;
mod identifiers;
pub mod json;
mod lift;
mod load;
mod locate;
mod location;
mod node;
mod pairing;
mod reader;
mod reference;
mod render;
mod report;
mod rewrite;
mod sources;
mod specification;
mod template;
mod uri;
mod version;
mod wording;
mod yaml;

pub use check::is_regular_expression;
pub use diagnostic::{Code, Diagnostic, Focus, Severity};
pub use document::Document;
use files::Files;
pub use location::{FileId, Location, Pointer};
pub use reader::{Reader, Reading, read_file, read_text};
pub use render::{
    Finding, RelatedPlace, RenderStyle, TextPosition, TextRange, findings, render, render_json,
};
pub use report::Report;
pub use sources::{Position, Sources};
use version::Version;
pub use wording::nearest;

/// Reads the description whose root is the file `root`, errors of the codes `allowed` being warnings.
fn read(
    files: &mut Files,
    root: FileId,
    allowed: &[Code],
    report: &mut Report,
) -> Option<Document> {
    let version = version::detect(files.value(root)?, &Location::start_of(root), report)?;
    match version {
        Version::V2_0 => {
            rewrite::rewrite(files, root, report);
            check_rewritten(files, root, report);
        }
        Version::V3_0 | Version::V3_1 | Version::V3_2 => {
            check::check(files, root, version, report);
        }
    }
    report.forgive(allowed);
    if report.has_errors() {
        return None;
    }
    let mut document = lift::lift(files, root, version.as_rewritten(), report)?;
    if version == Version::V2_0 {
        "2.0".clone_into(&mut document.version);
    }
    Some(document)
}

/// What was refused while rewriting is not refused again while checking.
fn check_rewritten(files: &mut Files, root: FileId, report: &mut Report) {
    let mut found = Report::default();
    check::check(files, root, Version::V2_0, &mut found);
    report.extend_with_new(found, |location| files.origin(location));
}
