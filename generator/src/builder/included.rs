//! What `bindery::include_api!` finds in a build script's folder: the modules that there are.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::emit::GeneratedFile;

/// The file that lists them. No module can be called so.
const LIST: &str = "include-api.rs";

/// The end of the name of the file that declares a module.
const END: &str = "_include.rs";

/// Those of this process: a build script may compile one description after another, and what an earlier build has left
/// in its folder is none.
static MODULES: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Adds the modules that `files` declare to the list in `folder`.
pub(super) fn add_modules(folder: &Path, files: &[GeneratedFile]) -> io::Result<()> {
    let mut modules = MODULES.lock().unwrap_or_else(PoisonError::into_inner);
    let made = files.iter().filter_map(|file| file.path.strip_suffix(END));
    modules.extend(made.map(str::to_owned));
    write_list(folder, &modules)
}

fn write_list(folder: &Path, modules: &BTreeSet<String>) -> io::Result<()> {
    let (path, text) = (folder.join(LIST), list(modules));
    if fs::read_to_string(&path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::write(path, text)
}

/// A macro that includes the file of a module, and says which there are where there is none of that name.
fn list(modules: &BTreeSet<String>) -> String {
    let arm = |module: &String| {
        format!(
            "    (\"{module}\") => {{ include!(concat!(env!(\"OUT_DIR\"), \"/bindery/{module}{END}\")); }};\n"
        )
    };
    let arms: String = modules.iter().map(arm).collect();
    let names: Vec<String> = modules.iter().map(|module| format!("`{module}`")).collect();
    let names = match names.as_slice() {
        [] => "it made none".to_owned(),
        [only] => format!("it made {only}"),
        several => format!("it made {}", several.join(", ")),
    };
    format!(
        "macro_rules! __bindery_include {{\n{arms}    ($module:tt) => {{\n        compile_error!(concat!(\"the build \
         script made no module \", stringify!($module), \": {names}\"));\n    }};\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::write_list;

    /// What the compiler says of a library that includes this module, where the build script made two.
    fn compile(module: &str) -> Result<(), String> {
        let folder = tempfile::tempdir().expect("a folder");
        let made = folder.path().join("bindery");
        let modules = ["pet_store", "zoo"].map(str::to_owned);
        write_list(&made, &BTreeSet::from(modules)).expect("written");
        fs::create_dir(made.join("pet_store")).expect("made");
        fs::write(made.join("pet_store_include.rs"), "pub mod pet_store;").expect("written");
        fs::write(made.join("pet_store/mod.rs"), "pub struct Pet;").expect("written");
        let door = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/include.rs");
        let library = format!(
            "#[macro_use] #[path = {door:?}] mod include; include_api!({module}); pub use pet_store::Pet;"
        );
        let source = folder.path().join("lib.rs");
        fs::write(&source, library).expect("written");
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut command = Command::new(rustc);
        command.args([
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
        ]);
        command
            .args(["-D", "warnings", "--out-dir"])
            .arg(folder.path());
        let ended = command.arg(&source).env("OUT_DIR", folder.path()).output();
        let ended = ended.expect("rustc is there");
        if ended.status.success() {
            return Ok(());
        }
        Err(String::from_utf8_lossy(&ended.stderr).into_owned())
    }

    #[test]
    fn a_module_that_was_made_is_included() {
        assert_eq!(compile("\"pet_store\""), Ok(()));
    }

    #[test]
    fn a_module_that_was_not_made_is_told_those_that_were() {
        let said = compile("\"pet-store\"").expect_err("there is no such module");
        let expected = "the build script made no module \"pet-store\": it made `pet_store`, `zoo`";
        assert!(said.contains(expected), "{said}");
        assert!(!said.contains("couldn't read"), "{said}");
    }
}
