//! Writes each schema as a file, and a description whose component it is.
//!
//! A file of its own gives the schema its own root: what it refers to by `#`, `#/$defs/x` or an
//! anchor is what it means, without a word of it changed.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::suite::{Group, Suite};

/// The file of a schema's description.
pub fn description(folder: &Path, group: &Group) -> PathBuf {
    folder
        .join("descriptions")
        .join(format!("{}.json", group.name))
}

/// The component's name.
pub fn component(group: &Group) -> String {
    group.name.to_uppercase()
}

/// Writes the files that differ, and removes those of other schemas.
pub fn describe(suite: &Suite, folder: &Path) -> io::Result<()> {
    let descriptions = folder.join("descriptions");
    let schemas = descriptions.join("schemas");
    fs::create_dir_all(&schemas)?;
    let mut files = BTreeSet::new();
    for group in &suite.groups {
        let name = format!("{}.json", group.name);
        let schema = format!("{:#}\n", group.schema);
        let description = json!({
            "openapi": suite.draft.openapi(),
            "info": {
                "title": format!("{}: {}", group.keyword, group.description),
                "version": suite.draft.name(),
            },
            "paths": {},
            "components": {
                "schemas": { component(group): { "$ref": format!("schemas/{name}") } },
            },
        });
        fs::write(schemas.join(&name), schema)?;
        fs::write(descriptions.join(&name), format!("{description:#}\n"))?;
        files.insert(name);
    }
    [descriptions, schemas]
        .iter()
        .try_for_each(|folder| remove_others(folder, &files))
}

fn remove_others(folder: &Path, files: &BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && !files.contains(&name) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
