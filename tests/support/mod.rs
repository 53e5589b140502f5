//! What several tests of the bindings share.

#![allow(dead_code, reason = "each test uses a part")]

pub mod equality;
pub mod models;

use std::path::{Path, PathBuf};

use bindery_openapi::{Document, RenderStyle, read_file, render};

/// The bundled descriptions, by file name without its ending.
pub const API_NAMES: [&str; 4] = ["crm_calendar", "outreach", "whaly", "workspace_calendar"];

/// The file of a bundled description.
pub fn spec(api: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("specs/{api}.json"))
}

/// A bundled description.
pub fn document(api: &str) -> Document {
    let reading = read_file(&spec(api));
    let findings = render(&reading.report, &reading.sources, RenderStyle::Plain);
    reading
        .document
        .unwrap_or_else(|| panic!("{api} cannot be read:\n{findings}"))
}
