//! A scratch copy of the workspace, beside a package that depends on it.
//!
//! It keeps its place and its target folder from run to run, so that only what
//! differs is built again. One test at a time has it, and finds it as the
//! workspace is.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What of the workspace is copied.
const COPIED: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "build.rs",
    "specs",
    "generated",
    "openapi/Cargo.toml",
    "openapi/src",
    "generator/Cargo.toml",
    "generator/benches",
    "generator/src",
    "runtime/Cargo.toml",
    "runtime/benches",
    "runtime/src",
    "contract/Cargo.toml",
    "contract/src",
    "cli/Cargo.toml",
    "cli/src",
    "examples/build_script",
    "fuzz/mutator/Cargo.toml",
    "fuzz/mutator/src",
    "xtask/Cargo.toml",
    "xtask/src",
];

const DEPENDENT: &str = r#"[package]
name = "dependent"
version = "0.0.0"
edition = "2024"

[dependencies]
event-apis = { path = "../workspace", default-features = false }

[workspace]
"#;

/// The scratch copy, for one test.
pub struct Scratch {
    folder: PathBuf,
    /// Locked, so that neither another thread nor another process has the copy.
    _in_use: File,
}

impl Scratch {
    /// Waits for the scratch copy and makes it what the workspace is.
    pub fn take() -> Self {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
        fs::create_dir_all(place).expect("the folder can be made");
        let in_use = File::create(place.join("scratch.lock")).expect("the lock can be made");
        in_use.lock().expect("the copy is free at last");
        let folder = place.join("scratch");
        let scratch = Self {
            folder,
            _in_use: in_use,
        };
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR"));
        for copied in COPIED {
            mirror(
                &workspace.join(copied),
                &scratch.folder.join("workspace").join(copied),
            );
        }
        let lock =
            fs::read_to_string(workspace.join("Cargo.lock")).expect("the workspace is locked");
        scratch.write("dependent/Cargo.toml", DEPENDENT);
        scratch.write("dependent/Cargo.lock", &lock);
        scratch
    }

    /// Builds the bindings.
    pub fn build(&self) -> Outcome {
        self.cargo(
            "workspace",
            &["build", "-p", "event-apis", "--no-default-features"],
        )
    }

    /// Builds the bindings and tells each step.
    pub fn build_verbosely(&self) -> Outcome {
        self.cargo(
            "workspace",
            &["build", "-v", "-p", "event-apis", "--no-default-features"],
        )
    }

    /// Builds the package that depends on the bindings.
    pub fn build_dependent(&self) -> Outcome {
        self.cargo("dependent", &["build"])
    }

    /// Packages the bindings and the crates they need, and builds what was packaged. Returns the
    /// folder, below the scratch copy, of the packaged bindings.
    ///
    /// Cargo unpacks a version of a crate once and for all, so what differs needs a version of its own.
    pub fn package(&self) -> String {
        let version = format!("0.1.{}", self.fingerprint());
        self.change("workspace/Cargo.toml", |manifest| {
            manifest.replacen(
                "version = \"0.1.0\"",
                &format!("version = \"{version}\""),
                1,
            )
        });
        let packages = ["bindery-openapi", "bindery-build", "bindery", "event-apis"];
        let mut arguments = vec!["package", "--allow-dirty"];
        arguments.extend(packages.iter().flat_map(|package| ["-p", package]));
        self.cargo("workspace", &arguments).succeeds();
        format!("target/package/event-apis-{version}")
    }

    /// A number that tells this state of the workspace from others.
    fn fingerprint(&self) -> u32 {
        let mut hasher = DefaultHasher::new();
        for path in files(&self.folder.join("workspace")) {
            fs::read(path)
                .expect("the scratch copy can be read")
                .hash(&mut hasher);
        }
        u32::from_le_bytes(
            *hasher
                .finish()
                .to_le_bytes()
                .first_chunk()
                .expect("eight bytes"),
        )
    }

    fn cargo(&self, folder: &str, arguments: &[&str]) -> Outcome {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(self.folder.join(folder))
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        let text = [output.stdout, output.stderr].concat();
        Outcome {
            success: output.status.success(),
            text: String::from_utf8_lossy(&text).into_owned(),
        }
    }

    /// The generated files and their text.
    pub fn generated(&self) -> BTreeMap<String, String> {
        let folder = self.folder.join("workspace/generated");
        let read = |path: &PathBuf| fs::read_to_string(path).expect("generated code is text");
        files(&folder)
            .iter()
            .map(|path| (below(&folder, path), read(path)))
            .collect()
    }

    /// When each generated file was last written.
    pub fn modification_times(&self) -> BTreeMap<String, SystemTime> {
        let folder = self.folder.join("workspace/generated");
        let time = |path: &PathBuf| {
            fs::metadata(path)
                .and_then(|data| data.modified())
                .expect("a time")
        };
        files(&folder)
            .iter()
            .map(|path| (below(&folder, path), time(path)))
            .collect()
    }

    /// Changes a file, which must make a difference.
    pub fn change(&self, path: &str, change: impl FnOnce(&str) -> String) {
        let before = self.read(path);
        let after = change(&before);
        assert_ne!(before, after, "the edit of {path} finds what it edits");
        self.write(path, &after);
    }

    /// The line on which a file says something, from 1.
    pub fn line_of(&self, path: &str, said: &str) -> usize {
        let text = self.read(path);
        text.lines()
            .position(|line| line.contains(said))
            .expect("the file says so")
            + 1
    }

    pub fn read(&self, path: &str) -> String {
        let path = self.folder.join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn write(&self, path: &str, text: &str) {
        write_where_different(&self.folder.join(path), text.as_bytes());
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.folder.join(path)).expect("the file was there");
    }

    pub fn exists(&self, path: &str) -> bool {
        self.folder.join(path).exists()
    }
}

/// How a run of cargo went, and what it said.
#[must_use = "say whether it should have succeeded"]
pub struct Outcome {
    success: bool,
    text: String,
}

impl Outcome {
    pub fn succeeds(self) -> String {
        assert!(self.success, "{}", self.text);
        self.text
    }

    pub fn fails(self) -> String {
        assert!(!self.success, "{}", self.text);
        self.text
    }
}

/// Edits the text from `start` on.
pub fn edit(text: &str, start: &str, edit: impl FnOnce(&str) -> String) -> String {
    let at = text
        .find(start)
        .unwrap_or_else(|| panic!("`{start}` is there"));
    text[..at].to_owned() + &edit(&text[at..])
}

/// Makes `copy` what `original` is, writing only what differs.
fn mirror(original: &Path, copy: &Path) {
    if original.is_file() {
        write_where_different(
            copy,
            &fs::read(original).expect("the workspace can be read"),
        );
        return;
    }
    for path in files(original) {
        mirror(&path, &copy.join(below(original, &path)));
    }
    for path in files(copy) {
        if !original.join(below(copy, &path)).exists() {
            fs::remove_file(&path).expect("the scratch copy can be changed");
        }
    }
}

fn write_where_different(path: &Path, bytes: &[u8]) {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return;
    }
    let parent = path.parent().expect("a file is in a folder");
    fs::create_dir_all(parent).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

/// Every file below a folder; none where there is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn below(folder: &Path, path: &Path) -> String {
    let relative = path
        .strip_prefix(folder)
        .expect("the path is below the folder");
    relative.to_string_lossy().replace('\\', "/")
}
