//! As a build script: what cargo is told to watch, and what it is told was found.

use std::path::{Path, PathBuf};

use bindery_openapi::RenderStyle;

use super::included::add_modules;
use super::input::Input;
use super::{Builder, Failure, Generation};
use crate::layout::Layout;

/// Generates the module of the description in a file, for `bindery::include_api!`.
///
/// This is all that a build script needs:
///
/// ```no_run
/// // In the function main of build.rs:
/// bindery_build::compile("api.json");
/// ```
///
/// In the library, `bindery::include_api!("api");` is then the module `api`. Cargo runs the script
/// again when a file changes that was read, and fails the build with the place of what is wrong.
pub fn compile(spec: impl Into<PathBuf>) {
    Builder::new().spec(spec).compile();
}

impl Builder {
    /// Generates into the folder that cargo gives a build script, for `bindery::include_api!`.
    ///
    /// What is wrong is told to cargo, which then fails the build.
    pub fn compile(mut self) {
        let Some(folder) = std::env::var_os("OUT_DIR") else {
            tell_cargo(
                "error",
                "`compile` is for build scripts: cargo sets no OUT_DIR here",
            );
            return;
        };
        self.out_dir = Path::new(&folder).join("bindery");
        self.layout = Layout::Included;
        let Some(generation) = self.run() else {
            return;
        };
        if let Err(error) = add_modules(&self.out_dir, &generation.files) {
            tell_cargo("error", &format!("{}: {error}", self.out_dir.display()));
        }
    }

    /// Does all of this as a build script: tells cargo what to watch, and reports through it.
    ///
    /// Cargo runs the script again when a file changes that was read, and fails the build where
    /// there is an error.
    pub fn run_in_build_script(&self) {
        self.run();
    }

    /// What was written, where that came about.
    fn run(&self) -> Option<Generation> {
        self.watch_inputs();
        match self.write() {
            Ok(generation) => {
                watch_sources(&generation);
                tell_cargo("warning", &generation.render(RenderStyle::Plain));
                return Some(generation);
            }
            Err(Failure::Descriptions(generation) | Failure::Warnings(generation)) => {
                watch_sources(&generation);
                tell_cargo("error", &generation.render(RenderStyle::Plain));
            }
            Err(failure) => tell_cargo("error", &failure.to_string()),
        }
        None
    }

    fn watch_inputs(&self) {
        for input in &self.inputs {
            match input {
                Input::File(path) | Input::Folder(path) => watch(path),
                Input::Text { .. } => {}
            }
        }
        for file in self.config_files() {
            watch(&file);
        }
    }
}

/// A description may be of many files.
fn watch_sources(generation: &Generation) {
    for findings in &generation.findings {
        findings.sources.paths().for_each(watch);
    }
}

fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

/// One line of cargo's protocol for each line of text.
fn tell_cargo(level: &str, text: &str) {
    for line in text.lines() {
        println!("cargo::{level}={line}");
    }
}
