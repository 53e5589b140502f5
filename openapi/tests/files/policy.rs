//! Which files may be read.

use std::path::Path;

use bindery_openapi::{Reader, Reading};
use serde_json::json;
use tempfile::TempDir;

use crate::{findings, folder, read, root, said};

/// A folder with `api/root.json`, whose schema `A` is the reference, and `shared/a.json`.
fn two_folders(reference: &str) -> TempDir {
    folder(&[
        (
            "api/root.json",
            root(&json!({ "A": { "$ref": reference } })),
        ),
        ("shared/a.json", json!({ "$ref": "b.json" })),
        ("shared/b.json", json!({ "type": "string" })),
    ])
}

fn read_api(reader: &Reader, folder: &TempDir) -> Reading {
    reader.read_file(&folder.path().join("api/root.json"))
}

fn assert_refused(reading: &Reading, folder: &TempDir, message: &str) {
    let found = findings(reading, folder);
    assert!(found[0].contains(message), "{found:?}");
    assert!(reading.document.is_none());
}

#[test]
fn no_reference_leaves_the_folder_unless_it_may() {
    let folder = two_folders("../shared/a.json");
    let refused = read_api(&Reader::new(), &folder);
    assert_refused(
        &refused,
        &folder,
        "leads out of the folder of the description",
    );
    assert!(said(&refused, &folder).contains("`--allow-path <DIR>`"));
    let reader = Reader::new().allow_path(folder.path().join("shared"));
    assert!(read_api(&reader, &folder).document.is_some());
}

#[test]
fn absolute_paths_and_file_urls_are_paths_like_others() {
    for scheme in ["", "file://", "file://localhost", "FILE:"] {
        let folder = two_folders("to be replaced");
        let path = folder.path().canonicalize().expect("it exists");
        let reference = format!("{scheme}{}/shared/a.json", path.display());
        let description = root(&json!({ "A": { "$ref": reference } }));
        crate::write(&folder, "api/root.json", &description.to_string());
        let refused = read_api(&Reader::new(), &folder);
        assert_refused(&refused, &folder, "leads out of the folder");
        let reader = Reader::new().allow_path(folder.path().join("shared"));
        assert!(read_api(&reader, &folder).document.is_some(), "{reference}");
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out_of_the_folder() {
    let folder = two_folders("link.json");
    let link = folder.path().join("api/link.json");
    std::os::unix::fs::symlink("../shared/b.json", link).expect("a link can be made");
    let refused = read_api(&Reader::new(), &folder);
    assert_refused(&refused, &folder, "leads out of the folder");
}

#[test]
fn a_file_outside_is_not_told_from_a_missing_one() {
    let folder = two_folders("../shared/none.json");
    let refused = read_api(&Reader::new(), &folder);
    assert_refused(&refused, &folder, "leads out of the folder");
}

#[test]
fn a_folder_stands_for_an_address() {
    let folder = two_folders("https://Example.com/schemas/v1/a.json");
    let refused = read_api(&Reader::new(), &folder);
    assert_refused(&refused, &folder, "leads to the network");
    assert!(said(&refused, &folder).contains("`--map <URL-PREFIX>=<DIR>`"));
    let shared = folder.path().join("shared");
    let reader = Reader::new().map("https://example.com/schemas/v1/", shared);
    assert!(read_api(&reader, &folder).document.is_some());
}

#[test]
fn an_address_does_not_lead_out_of_the_folder_that_stands_for_it() {
    let folder = two_folders("https://example.com/x/../../secret.json");
    crate::write(&folder, "secret.json", "{}");
    let reader = Reader::new().map("https://example.com/", folder.path().join("shared"));
    assert_refused(
        &read_api(&reader, &folder),
        &folder,
        "leads out of the folder",
    );
}

#[test]
fn other_schemes_name_no_file() {
    for reference in ["urn:example:a", "ftp://example.com/a.json", "data:,x"] {
        let folder = two_folders(reference);
        let refused = read_api(&Reader::new(), &folder);
        assert_refused(&refused, &folder, "is not the address of a file");
    }
}

#[test]
fn only_regular_files_are_read() {
    let folder = folder(&[("root.json", root(&json!({ "A": { "$ref": "parts" } })))]);
    std::fs::create_dir(folder.path().join("parts")).expect("a folder can be made");
    assert_refused(&read(&folder), &folder, "names a folder");
    if Path::new("/dev/zero").exists() {
        let folder = two_folders("/dev/zero");
        let reader = Reader::new().allow_path("/dev");
        assert_refused(&read_api(&reader, &folder), &folder, "is not a file");
    }
}

#[test]
fn a_missing_file_has_neighbours() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "A": { "$ref": "parts/evnt.json" } })),
        ),
        ("parts/event.json", json!({})),
        ("parts/other.json", json!({})),
    ]);
    let reading = read(&folder);
    assert_refused(&reading, &folder, "names a file that does not exist");
    assert!(said(&reading, &folder).contains("did you mean `event.json`?"));
}

#[test]
fn letter_case_is_forgiven_with_a_warning() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "A": { "$ref": "Parts/event.JSON" } })),
        ),
        ("parts/Event.json", json!({ "type": "string" })),
    ]);
    let is_sensitive = !folder.path().join("Parts").exists();
    let reading = read(&folder);
    assert!(reading.document.is_some());
    if is_sensitive {
        let found = findings(&reading, &folder);
        assert!(
            found[0].starts_with("warning[inexact-reference]"),
            "{found:?}"
        );
    }
}

#[test]
fn a_text_is_in_no_folder_unless_it_is_said_which() {
    let folder = two_folders("shared/a.json");
    let text = root(&json!({
        "A": { "$ref": "shared/a.json" }, "Me": { "$ref": "api.json#/components/schemas/A" }
    }));
    let refused = Reader::new().read_text("api.json", &text.to_string());
    assert_refused(&refused, &folder, "the description is in no folder");
    assert_eq!(refused.report.error_count(), 1);
    let reader = Reader::new().base_folder(folder.path());
    let reading = reader.read_text("api.json", &text.to_string());
    assert!(reading.document.is_some());
    assert_eq!(reading.sources.paths().count(), 2);
}

#[test]
fn a_folder_that_may_be_read_and_does_not_exist_is_an_error() {
    let folder = folder(&[("root.json", root(&json!({})))]);
    let reader = Reader::new().allow_path(folder.path().join("none"));
    let reading = reader.read_file(&folder.path().join("root.json"));
    assert!(reading.document.is_none());
}
