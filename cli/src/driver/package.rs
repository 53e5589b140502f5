//! Writes the crates: the generated types, the program, and the workspace that holds both.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The program's source, which is the same for every description.
const PROGRAM: &str = include_str!("program.rs");

/// A folder with the crates of one program.
#[derive(Clone, Debug)]
pub struct Package {
    /// The folder.
    pub folder: PathBuf,
    /// What the program is called.
    pub name: String,
}

impl Package {
    /// The folder of the generated crate, which must be called [`crate_name`](Self::crate_name).
    pub fn types(&self) -> PathBuf {
        self.folder.join("types")
    }

    /// What the generated crate is called.
    pub fn crate_name(&self) -> String {
        format!("{}-types", self.name)
    }

    /// Writes the program and the workspace around it. `types` are the types, by paths that begin
    /// with the crate `types`, such as `types::types::User`; the program knows them by their index.
    ///
    /// The runtime is the one in the folder `runtime`, else cargo takes it from a registry.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn write(&self, types: &[String], runtime: Option<&Path>) -> io::Result<()> {
        let driver = self.folder.join("driver");
        fs::create_dir_all(driver.join("src"))?;
        write(&driver.join("Cargo.toml"), &self.manifest())?;
        write(&driver.join("src/main.rs"), PROGRAM)?;
        write(&driver.join("src/table.rs"), &table(types))?;
        write(&self.folder.join("Cargo.toml"), &workspace(runtime))?;
        let Some(runtime) = runtime else {
            return Ok(());
        };
        // With the versions of the workspace nothing need be fetched.
        let (lock, own) = (
            runtime.join("../Cargo.lock"),
            self.folder.join("Cargo.lock"),
        );
        if !own.exists() && lock.exists() {
            fs::copy(lock, own)?;
        }
        Ok(())
    }

    fn manifest(&self) -> String {
        let (name, types) = (&self.name, self.crate_name());
        format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\n\
             types = {{ package = {types:?}, path = \"../types\", default-features = false }}\n"
        )
    }
}

/// The runtime's folder in the workspace that this program was made in, where that is still there.
pub fn runtime() -> Option<PathBuf> {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    let is_there = runtime.join("Cargo.toml").is_file();
    is_there.then(|| fs::canonicalize(&runtime).ok()).flatten()
}

fn workspace(runtime: Option<&Path>) -> String {
    let patch = runtime.map_or_else(String::new, |runtime| {
        let runtime = runtime.display().to_string();
        format!("\n[patch.crates-io]\nbindery = {{ path = {runtime:?} }}\n")
    });
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"types\", \"driver\"]\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n{patch}"
    )
}

/// The table of the types, each on the line of its index and [`TABLE_HEAD`] more.
fn table(types: &[String]) -> String {
    let mut table =
        "//! The types.\n#![allow(deprecated)]\npub static TABLE: &[super::Asked] = &[\n"
            .to_owned();
    for path in types {
        table.push_str("    super::asked::<");
        table.push_str(path);
        table.push_str(">,\n");
    }
    table.push_str("];\n");
    table
}

/// How many lines of the table stand before the first type.
pub(super) const TABLE_HEAD: usize = 3;

/// Writes a file where it differs, so that cargo sees no change where there is none.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text)
}
