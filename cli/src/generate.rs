//! `bindery generate`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bindery_build::{Builder, Changes};
use bindery_openapi::Finding;
use serde_json::{Value, json};

use crate::arguments::Generate;
use crate::read;
use crate::say::{Voice, count};

/// Generates, and says on standard error what was found and done. Gives what became of the files,
/// where it came to that.
pub fn run(arguments: &Generate, voice: &Voice) -> (ExitCode, Option<Changes>) {
    let builder = match builder(arguments) {
        Ok(builder) => builder,
        Err(message) => return (read::unread(&message, voice), None),
    };
    clean_up_when_interrupted(arguments.folder());
    let progress = voice.progress("generating");
    let result = if arguments.check {
        builder.check()
    } else {
        builder.write()
    };
    drop(progress);
    let generation = match result {
        Ok(generation) => generation,
        Err(failure) => return (read::failed(&failure, read::Work::Generate, voice), None),
    };
    voice.all_findings(&generation.findings);
    let (folder, changes) = (arguments.folder(), generation.changes);
    for path in &changes.kept {
        voice.note(&format!(
            "note: {path} does not bear the mark: it is yours and stays"
        ));
    }
    let code = if arguments.check {
        checked(&folder, &changes, voice)
    } else {
        written(&folder, &changes, voice);
        ExitCode::SUCCESS
    };
    (code, Some(changes))
}

/// What was found and what became of the files, for machines. Paths are relative to the folder.
pub fn json(findings: &[Finding], changes: Option<&Changes>) -> Value {
    let files = changes.map(|changes| {
        json!({
            "added": changes.added,
            "changed": changes.changed,
            "removed": changes.removed,
            "kept": changes.kept,
            "unchanged": changes.unchanged,
        })
    });
    json!({ "findings": findings, "files": files })
}

fn builder(arguments: &Generate) -> Result<Builder, String> {
    let mut builder = read::builder(&arguments.reading)?.out_dir(arguments.folder());
    if arguments.prune {
        builder = builder.prune();
    }
    if arguments.lib {
        builder = builder.lib();
    }
    if let Some(name) = &arguments.package {
        builder = builder.package(name);
    }
    if let Some(path) = &arguments.crate_path {
        builder = builder.crate_path(path);
    }
    Ok(builder)
}

/// Told to end, the command leaves no file that is not in its place.
fn clean_up_when_interrupted(folder: PathBuf) {
    // Where no handler can be set, the system ends the process, which is not worth a failure.
    let _ = ctrlc::set_handler(move || {
        bindery_build::remove_staged(&folder);
        std::process::exit(130);
    });
}

/// So many removed files are named.
const FEW: usize = 9;

fn written(folder: &Path, changes: &Changes, voice: &Voice) {
    if changes.removed.len() <= FEW {
        for path in &changes.removed {
            voice.note(&format!("removed: {}", folder.join(path).display()));
        }
    }
    voice.note(&format!(
        "{}: {} written, {} removed, {} unchanged",
        folder.display(),
        count(changes.written().count(), "file"),
        changes.removed.len(),
        changes.unchanged,
    ));
}

/// Names every file that would change.
fn checked(folder: &Path, changes: &Changes, voice: &Voice) -> ExitCode {
    if changes.is_empty() {
        let files = count(changes.unchanged, "file");
        voice.note(&format!("{}: {files}, none would change", folder.display()));
        return ExitCode::SUCCESS;
    }
    let kinds = [
        ("missing", &changes.added),
        ("different", &changes.changed),
        ("stale", &changes.removed),
    ];
    for (kind, paths) in kinds {
        for path in paths {
            voice.error(&format!("{kind}: {}", folder.join(path).display()));
        }
    }
    let files = count(changes.written().count() + changes.removed.len(), "file");
    voice.error(&format!(
        "{}: {files} would change: run the same command without --check",
        folder.display()
    ));
    ExitCode::from(1)
}
