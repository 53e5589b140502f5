//! Hostile descriptions: whatever stands in one, its files stay where they belong, and nothing of
//! it reaches them but as a literal, an identifier or a comment.
//!
//! That the files compile is shown by `compile.rs`.

#[path = "hostile/mod.rs"]
mod descriptions;

use std::collections::HashSet;

use bindery_build::{Builder, GeneratedFile, Generation};
use bindery_openapi::RenderStyle;

fn generate(name: &str, text: &str) -> Generation {
    let builder = Builder::new().spec_text(name, text);
    builder.generate().expect("nothing is read from disk")
}

#[test]
fn every_hostile_description_is_accepted() {
    for (name, text) in descriptions::descriptions() {
        let generation = generate(&name, &text);
        let found = generation.render(RenderStyle::Plain);
        assert!(!generation.has_errors(), "{name}:\n{found}");
    }
}

#[test]
fn files_stay_in_their_folder_and_differ_in_more_than_case() {
    for (name, text) in descriptions::descriptions() {
        let mut paths = HashSet::new();
        for file in generate(&name, &text).files {
            for part in file.path.split('/') {
                let is_plain = |next: char| next.is_ascii_alphanumeric() || "_.".contains(next);
                assert!(part.chars().all(is_plain), "{name}: {}", file.path);
                assert!(
                    !part.starts_with('.') && !part.is_empty(),
                    "{name}: {}",
                    file.path
                );
                assert!(part.len() < 200, "{name}: {}", file.path);
                let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
                assert!(!is_kept_by_windows(&stem), "{name}: {}", file.path);
            }
            assert!(
                paths.insert(file.path.to_ascii_lowercase()),
                "{name}: {}",
                file.path
            );
        }
    }
}

#[test]
fn no_module_of_a_package_is_taken_for_the_root_of_a_crate() {
    let description = descriptions::all_names().to_string();
    let builder = Builder::new()
        .package("names")
        .spec_text("names.json", description);
    let generation = builder.generate().expect("nothing is read from disk");
    let roots = generation.files.iter().map(|file| file.path.as_str());
    let roots: Vec<&str> = roots
        .filter(|path| ["src/lib.rs", "src/main.rs"].contains(path))
        .collect();
    assert_eq!(roots, ["src/lib.rs"]);
}

/// Names that no file can have there, whatever its ending.
fn is_kept_by_windows(stem: &str) -> bool {
    let numbered = |base: &str| {
        let rest = stem.strip_prefix(base);
        rest.is_some_and(|rest| rest.len() == 1 && rest.chars().all(|next| next.is_ascii_digit()))
    };
    ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt")
}

#[test]
fn no_text_hides_or_reorders_what_is_read() {
    for (name, text) in descriptions::descriptions() {
        for file in generate(&name, &text).files {
            let harmful = file.text.chars().find(|next| is_harmful(*next));
            assert_eq!(harmful, None, "{name}: {}", file.path);
        }
    }
}

/// Controls, and characters that change the direction or the order of what is shown.
fn is_harmful(next: char) -> bool {
    (next.is_control() && !matches!(next, '\n' | '\t'))
        || matches!(next, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn a_schema_more_renames_no_other() {
    let before = descriptions::colliding_names();
    let mut after = before.clone();
    let schemas = after["components"]["schemas"]
        .as_object_mut()
        .expect("schemas");
    let added =
        serde_json::json!({ "type": "object", "properties": { "z": { "type": "string" } } });
    schemas.shift_insert(0, "Unrelated".to_owned(), added);
    let (before, after) = (types(&before), types(&after));
    assert_eq!(after.len(), before.len() + 1);
    let gone: Vec<&String> = before.difference(&after).collect();
    assert!(gone.is_empty(), "renamed: {gone:?}");
}

#[test]
fn a_schema_that_clashes_is_told_with_both_names() {
    let generation = generate(
        "colliding.json",
        &descriptions::colliding_names().to_string(),
    );
    let clashes = generation.findings[0].report.warnings();
    let clashes: Vec<String> = clashes
        .filter(|warning| warning.code == bindery_build::codes::NAME_CLASH)
        .map(|warning| warning.message.clone())
        .collect();
    let names = ["`ab-c`", "`ab.c`", "`ab c`", "`_abC`", "`abC`", "`ab_c`"];
    for name in names {
        let told = clashes.iter().any(|message| message.contains(name));
        assert!(told, "{name} is not told of: {clashes:#?}");
    }
}

/// The names of the types of components.
fn types(description: &serde_json::Value) -> HashSet<String> {
    let generation = generate("types.json", &description.to_string());
    let of_types = |file: &&GeneratedFile| file.path.contains("/types/");
    let files = generation.files.iter().filter(of_types);
    let lines = files.flat_map(|file| file.text.lines());
    let named = lines.filter_map(|line| {
        let starts = ["pub struct ", "pub enum ", "pub type "];
        let rest = starts.iter().find_map(|start| line.strip_prefix(start))?;
        let end = rest.find(|next: char| !next.is_alphanumeric() && next != '_');
        Some(rest[..end.unwrap_or(rest.len())].to_owned())
    });
    named.collect()
}
