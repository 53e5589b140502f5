//! The metaschemas, to which schemas of the suite refer by their addresses.

use std::fs;
use std::io;
use std::path::Path;

use referencing::meta;
use serde_json::Value;

/// The prefix of the addresses, which the folder that is written stands for.
pub const PREFIX: &str = "https://json-schema.org";

/// Writes the metaschema of draft 2020-12 and its parts, each at its address's path.
pub fn write(folder: &Path) -> io::Result<()> {
    let all: [&Value; 8] = [
        &meta::DRAFT202012,
        &meta::DRAFT202012_CORE,
        &meta::DRAFT202012_APPLICATOR,
        &meta::DRAFT202012_UNEVALUATED,
        &meta::DRAFT202012_VALIDATION,
        &meta::DRAFT202012_META_DATA,
        &meta::DRAFT202012_FORMAT_ANNOTATION,
        &meta::DRAFT202012_CONTENT,
    ];
    for schema in all {
        let id = schema["$id"].as_str().unwrap_or_default();
        let path = id.strip_prefix(PREFIX).unwrap_or(id);
        let path = folder.join(path.trim_start_matches('/'));
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, format!("{schema:#}\n"))?;
    }
    Ok(())
}
