//! What is generated compiles without a warning, and so do the examples in its documentation:
//! every accepted case, and every hostile description. A case's `values.rs` is a test of what is
//! generated for it, and asks by `tests/values`.

#[path = "hostile/mod.rs"]
mod hostile;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bindery_build::Builder;

const MANIFEST: &str = r#"[package]
name = "NAME"
version = "0.0.0"
edition = "2024"

[lib]
path = "src/lib.rs"

[dependencies]
bindery = { path = "RUNTIME", default-features = false, features = ["chrono", "uuid"] }

[lints.rust]
warnings = "deny"
missing_docs = "deny"

[workspace]
"#;

#[test]
fn every_accepted_description_and_its_examples_compile_without_a_warning() {
    let folder = package_folder("accepted");
    let tests = folder.join("tests");
    let _ = fs::remove_dir_all(&tests);
    fs::create_dir_all(tests.join("values")).expect("the folder can be made");
    let asked = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/values/mod.rs");
    fs::copy(asked, tests.join("values/mod.rs")).expect("what the tests share can be copied");
    let mut config = String::new();
    let mut builder = Builder::new();
    for case in cases("several") {
        let name = case.file_name().expect("a case is a folder");
        builder = builder.spec(case.join(name).with_extension("json"));
    }
    for case in cases("accept") {
        let name = case
            .file_name()
            .expect("a case is a folder")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(case.join("spec.json")).expect("the case can be read");
        let values = case.join("values.rs");
        if values.exists() {
            let copied = fs::copy(values, tests.join(&name).with_extension("rs"));
            copied.expect("the test can be copied");
            fs::write(tests.join(&name).with_extension("json"), &text).expect("and what it is of");
        }
        builder = builder.spec_text(format!("{name}.json"), text);
        if let Ok(text) = fs::read_to_string(case.join("bindery.toml")) {
            // What a case's file says is said of its description alone.
            let text = text.replace("\n[", &format!("\n[spec.{name}."));
            let text = match text.strip_prefix('[') {
                Some(rest) => format!("[spec.{name}.{rest}"),
                None => format!("[spec.{name}]\n{text}"),
            };
            config.push_str(&text);
        }
    }
    let config_file = folder.join("bindery.toml");
    fs::write(&config_file, config).expect("the configuration can be written");
    compile("accepted", &folder, builder.config_file(config_file));
}

#[test]
fn every_hostile_description_and_its_examples_compile_without_a_warning() {
    let mut builder = Builder::new();
    for (name, text) in hostile::descriptions() {
        builder = builder.spec_text(name, text);
    }
    compile("hostile", &package_folder("hostile"), builder);
}

/// Compiles a package of what the builder makes, its documentation and the examples in that.
fn compile(package: &str, folder: &Path, builder: Builder) {
    let builder = builder
        .lib()
        .crate_path(package)
        .out_dir(folder.join("src"))
        .prune();
    builder.write().expect("every case is accepted");

    for arguments in [
        ["test", "--quiet"].as_slice(),
        &["doc", "--quiet", "--no-deps"],
    ] {
        let run = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", folder.join("../compiled"))
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        let [found, said] = [&run.stdout, &run.stderr].map(|text| String::from_utf8_lossy(text));
        assert!(run.status.success(), "cargo {arguments:?}: {found}{said}");
    }
}

/// The folder of a package that has no source yet.
fn package_folder(package: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(package);
    let runtime = root()
        .join("../runtime")
        .canonicalize()
        .expect("the runtime is a neighbour");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let manifest = MANIFEST
        .replace("RUNTIME", &runtime.display().to_string())
        .replace("NAME", package);
    fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest can be written");
    fs::copy(root().join("../Cargo.lock"), folder.join("Cargo.lock"))
        .expect("versions are the workspace's");
    folder
}

fn cases(group: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests").join(group)).expect("there are cases");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    cases
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
