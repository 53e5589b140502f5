//! The command as it is run: what it says, what it writes, and how it ends.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_bindery");

const DESCRIPTION: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": {},
  "components": { "schemas": { "Animal": {
    "type": "object",
    "required": ["name"],
    "properties": { "name": { "type": "string" } }
  } } }
}
"#;

/// Its schema names one that is not there.
const BROKEN: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": {},
  "components": { "schemas": { "Animal": {
    "type": "array",
    "items": { "$ref": "#/components/schemas/Keeper" }
  } } }
}
"##;

#[test]
fn the_help_says_what_there_is_and_shows_examples() {
    let folder = Folder::new();

    let ended = folder.run(["--help"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stdout.contains("generate"), "{ended:?}");

    let ended = folder.run(["generate", "--help"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    for said in [
        "Examples:",
        "bindery generate api.json --out src/apis",
        "--crate-path <PATH>",
        "Exit codes:",
    ] {
        assert!(ended.stdout.contains(said), "{said}: {ended:?}");
    }
}

#[test]
fn a_description_becomes_a_module_named_after_its_file() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "--out", "src/apis"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.text("src/apis/mod.rs").contains("pub mod zoo;"));
    assert!(
        folder
            .text("src/apis/zoo/types/animal.rs")
            .contains("pub struct Animal")
    );
    let count = folder.files("src/apis").len();
    let said = format!("src/apis: {count} files written, 0 removed, 0 unchanged");
    assert!(ended.stderr.contains(&said), "{ended:?}");
    assert_eq!(ended.stdout, "", "what is said goes to standard error");
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let before = folder.files("apis");
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let said = format!("0 files written, 0 removed, {} unchanged", before.len());
    assert!(ended.stderr.contains(&said), "{ended:?}");
    assert_eq!(folder.files("apis"), before, "no file is touched");
}

#[test]
fn the_crate_path_is_where_the_examples_find_the_modules() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let path = ["--crate-path", "my_crate::apis"];
    let ended = folder.run(
        ["generate", "zoo.json", "--out", "apis"]
            .iter()
            .chain(&path),
    );
    assert_eq!(ended.code, 0, "{ended:?}");
    let texts = folder.files("apis").into_iter();
    let mut texts = texts.map(|(path, _)| std::fs::read_to_string(path).expect("it is text"));
    assert!(texts.any(|text| text.contains("my_crate::apis::zoo")));
}

#[test]
fn a_whole_crate_is_made_in_a_folder_of_its_name() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "--crate", "zoo-client"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    for path in [
        "Cargo.toml",
        "README.md",
        "src/lib.rs",
        "src/types/animal.rs",
    ] {
        assert!(folder.path("zoo-client").join(path).is_file(), "{path}");
    }
    let ended = folder.run(["generate", "zoo.json", "--crate", "zoo", "--out", "made"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.text("made/Cargo.toml").contains("name = \"zoo\""));
}

#[test]
fn a_crate_that_cannot_be_called_so_is_wrong_usage() {
    for (name, said) in [
        ("a b", "ASCII letters"),
        ("std", "Rust's own"),
        ("bindery", "needs"),
    ] {
        let folder = Folder::with("zoo.json", DESCRIPTION);
        let ended = folder.run(["generate", "zoo.json", "--crate", name]);
        assert_eq!(ended.code, 2, "{name}: {ended:?}");
        assert!(ended.stderr.contains(said), "{name}: {ended:?}");
    }
}

#[test]
fn a_check_names_what_would_change_and_writes_nothing() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let check = ["generate", "zoo.json", "--out", "apis", "--check"];
    let ended = folder.run(check);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.contains("missing: apis/mod.rs"), "{ended:?}");
    assert!(!folder.path("apis").exists());

    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let before = folder.files("apis");
    let ended = folder.run(check);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("none would change"), "{ended:?}");

    folder.write("zoo.json", &DESCRIPTION.replace("Animal", "Plant"));
    let ended = folder.run(check);
    assert_eq!(ended.code, 1, "{ended:?}");
    for said in [
        "missing: apis/zoo/types/plant.rs",
        "different: apis/zoo/types/mod.rs",
        "stale: apis/zoo/types/animal.rs",
        "3 files would change",
    ] {
        assert!(ended.stderr.contains(said), "{said}: {ended:?}");
    }
    assert_eq!(folder.files("apis"), before);
}

#[test]
fn the_same_description_twice_and_two_of_one_module_name_are_told_apart() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(
        ended.stderr.contains("`zoo.json` is given twice"),
        "{ended:?}"
    );

    std::fs::create_dir(folder.path("b")).expect("a folder");
    folder.write("b/Zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "b/Zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    let said = "`zoo.json` and `b/Zoo.json` would both be the module `zoo`";
    assert!(ended.stderr.contains(said), "{ended:?}");
}

#[test]
fn wrong_usage_ends_with_2_and_writes_nothing() {
    for (arguments, said) in [
        (&[] as &[&str], "Usage: bindery"),
        (&["generate"], "<SPEC>"),
        (&["generate", "zoo.json"], "--out <DIR>"),
        (&["generate", "--out", "apis"], "<SPEC>"),
        (
            &["generate", "zoo.json", "--out", "apis", "--loud"],
            "--loud",
        ),
        (&["bind", "zoo.json"], "bind"),
    ] {
        let folder = Folder::with("zoo.json", DESCRIPTION);
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {ended:?}");
        assert!(ended.stderr.contains(said), "{arguments:?}: {ended:?}");
        assert!(!folder.path("apis").exists(), "{arguments:?}");
    }
}

#[test]
fn a_crate_path_that_is_none_is_wrong_usage() {
    for path in ["", "my-crate", "my_crate::", "my_crate:apis", "1st", "a b"] {
        let folder = Folder::with("zoo.json", DESCRIPTION);
        let ended = folder.run([
            "generate",
            "zoo.json",
            "--out",
            "apis",
            "--crate-path",
            path,
        ]);
        assert_eq!(ended.code, 2, "`{path}`: {ended:?}");
        assert!(ended.stderr.contains("--crate-path"), "`{path}`: {ended:?}");
        assert!(!folder.path("apis").exists(), "`{path}`");
    }
}

#[test]
fn a_broken_description_ends_with_3_and_its_place_and_nothing_is_written() {
    let folder = Folder::with("broken.json", BROKEN);
    folder.write("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "broken.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    for said in [
        "error[unresolved-reference]: `#/components/schemas/Keeper` names nothing",
        "broken.json:7:24",
        "= at: #/components/schemas/Animal/items/$ref",
        "nothing was written",
    ] {
        assert!(ended.stderr.contains(said), "{said}: {ended:?}");
    }
    assert!(!folder.path("apis").exists());
}

#[test]
fn a_broken_description_leaves_what_was_generated_before() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let before = folder.files("apis");
    folder.write("zoo.json", BROKEN);
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert_eq!(folder.files("apis"), before);
}

#[test]
fn a_description_that_is_not_there_ends_with_3() {
    let folder = Folder::new();
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("zoo.json"), "{ended:?}");
    assert!(!folder.path("apis").exists());
}

#[test]
fn a_folder_that_cannot_be_written_ends_with_1() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.write("apis", "a file of somebody");
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.starts_with("error: "), "{ended:?}");
    assert!(ended.stderr.contains("apis"), "{ended:?}");
    assert_eq!(folder.text("apis"), "a file of somebody");
}

#[test]
fn it_is_a_subcommand_of_cargo_too() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let named = format!("cargo-bindery{}", std::env::consts::EXE_SUFFIX);
    let binary = folder.path(&named);
    std::fs::copy(BINARY, &binary).expect("the binary can be copied");
    let arguments = ["bindery", "generate", "zoo.json", "--out", "apis"];
    let ended = folder.run_binary(binary, arguments);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.text("apis/mod.rs").contains("pub mod zoo;"));
}

#[test]
fn under_its_own_name_it_is_not_told_its_name() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["bindery", "generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 2, "{ended:?}");
}

/// A folder of its own, in which the command is run.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().expect("there is room for a folder"))
    }

    fn with(name: &str, text: &str) -> Self {
        let folder = Self::new();
        folder.write(name, text);
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("the folder can be written");
    }

    fn text(&self, name: &str) -> String {
        let text = std::fs::read_to_string(self.path(name));
        text.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file below, with when it was last written.
    fn files(&self, name: &str) -> Vec<(PathBuf, std::time::SystemTime)> {
        let mut files = Vec::new();
        gather(&self.path(name), &mut files);
        files.sort();
        files
    }

    fn run(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ended {
        self.run_binary(BINARY, arguments)
    }

    fn run_binary(
        &self,
        binary: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Ended {
        let mut command = Command::new(binary);
        let command = command.args(arguments).current_dir(self.0.path());
        Ended::from(command.output().expect("the command can be run"))
    }
}

fn gather(folder: &Path, files: &mut Vec<(PathBuf, std::time::SystemTime)>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            let written = path.metadata().and_then(|metadata| metadata.modified());
            files.push((path, written.expect("the time is known")));
        }
    }
}

/// How a run ended.
#[derive(Debug)]
struct Ended {
    code: i32,
    stdout: String,
    stderr: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("what is said is UTF-8");
        Self {
            code: output.status.code().expect("no signal ended it"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}
