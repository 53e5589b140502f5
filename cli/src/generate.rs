//! `bindery generate`.

use std::path::Path;
use std::process::ExitCode;

use bindery_build::{Builder, Changes, Failure};

use crate::arguments::Generate;
use crate::say;

/// Generates, and says on standard error what was found and done.
pub fn run(arguments: &Generate) -> ExitCode {
    let builder = builder(arguments);
    let result = if arguments.check {
        builder.check()
    } else {
        builder.write()
    };
    match result {
        Ok(generation) => {
            say::findings(&generation);
            if arguments.check {
                checked(&arguments.folder(), &generation.changes)
            } else {
                written(&arguments.folder(), &generation.changes);
                ExitCode::SUCCESS
            }
        }
        Err(Failure::Descriptions(generation)) => {
            say::findings(&generation);
            say::tell("nothing was written\n");
            ExitCode::from(3)
        }
        Err(failure @ Failure::Path(_)) => {
            say::tell(&format!("error: {failure}\n"));
            ExitCode::from(1)
        }
        Err(failure @ Failure::PackageName(_)) => {
            say::tell(&format!("error: {failure}\n"));
            ExitCode::from(2)
        }
    }
}

fn builder(arguments: &Generate) -> Builder {
    let mut builder = Builder::new().out_dir(arguments.folder());
    for spec in &arguments.specs {
        builder = builder.spec(spec);
    }
    if arguments.library {
        builder = builder.library();
    }
    if let Some(name) = &arguments.package {
        builder = builder.package(name);
    }
    if let Some(path) = &arguments.crate_path {
        builder = builder.crate_path(path);
    }
    builder
}

fn written(folder: &Path, changes: &Changes) {
    say_kept(changes);
    say::tell(&format!(
        "{}: {} written, {} removed, {} unchanged\n",
        folder.display(),
        say::count(changes.written().count(), "file"),
        changes.removed.len(),
        changes.unchanged,
    ));
}

/// Names every file that would change.
fn checked(folder: &Path, changes: &Changes) -> ExitCode {
    say_kept(changes);
    let kinds = [
        ("missing", &changes.added),
        ("different", &changes.changed),
        ("stale", &changes.removed),
    ];
    for (kind, paths) in kinds {
        for path in paths {
            let path = folder.join(path);
            say::tell(&format!("{kind}: {}\n", path.display()));
        }
    }
    if changes.is_empty() {
        let count = say::count(changes.unchanged, "file");
        say::tell(&format!(
            "{}: {count}, none would change\n",
            folder.display()
        ));
        return ExitCode::SUCCESS;
    }
    let count = changes.written().count() + changes.removed.len();
    say::tell(&format!(
        "{}: {} would change: run the same command without --check\n",
        folder.display(),
        say::count(count, "file"),
    ));
    ExitCode::from(1)
}

fn say_kept(changes: &Changes) {
    for path in &changes.kept {
        say::tell(&format!(
            "note: {path} does not bear the mark: it is yours and stays\n"
        ));
    }
}
