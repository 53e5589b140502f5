//! The crates that are compared, and their compiling.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bindery_build::api::{Api, TypeItem, TypeKind};

use super::print::print;
use crate::effort::Effort;

/// How many types the programs decode and write.
const USED: usize = 200;

/// The two crates, and the way to their types.
const CRATES: [(&str, &str); 2] = [("ours", "ours::types"), ("derives", "derives")];

/// The crates of one description.
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes what stands beside the package `ours` in `folder`.
    pub fn make(folder: PathBuf, api: &Api) -> Result<Self, Box<dyn Error>> {
        let workspace = Self { folder };
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let runtime = fs::canonicalize(here.join("runtime"))?;
        let runtime = runtime.display().to_string();
        workspace.write(
            "Cargo.toml",
            &format!(
                "[workspace]\nresolver = \"3\"\nmembers = [\"ours\", \"derives\", \"use-ours\", \"use-derives\"]\n\n\
                 [patch.crates-io]\nbindery = {{ path = {runtime:?} }}\n"
            ),
        )?;
        fs::copy(here.join("Cargo.lock"), workspace.folder.join("Cargo.lock"))?;
        let serde = "serde = { version = \"1\", features = [\"derive\"] }\n";
        let bindery = "bindery = { version = \"0.1\", default-features = false }\n";
        workspace.package("derives", &format!("{serde}{bindery}"))?;
        workspace.write("derives/src/lib.rs", &print(api))?;
        for (name, path) in CRATES {
            let package = format!("use-{name}");
            let own = format!("{name} = {{ path = \"../{name}\", default-features = false }}\n");
            workspace.package(&package, &format!("{own}{serde}serde_json = \"1\"\n"))?;
            workspace.write(&format!("{package}/src/main.rs"), &program(api, path))?;
        }
        Ok(workspace)
    }

    /// The shortest times of ours and of derives: of `cargo check` of the crate, and of building it
    /// with the program that uses it. Each run compiles both, so that what disturbs one disturbs
    /// the other.
    pub fn measure(&self, runs: usize) -> Result<[[Effort; 2]; 2], Box<dyn Error>> {
        // What both depend on is compiled before, and what is used is compared by running it.
        for (name, _) in CRATES {
            self.check(name)?;
            self.build(name)?;
        }
        let mut shortest = [[Effort::MOST; 2]; 2];
        for _ in 0..runs {
            for (at, (name, _)) in CRATES.into_iter().enumerate() {
                self.clean(name)?;
                let times = [self.check(name)?, self.build(name)?];
                for (kept, time) in shortest.iter_mut().zip(times) {
                    kept[at] = kept[at].min(time);
                }
            }
        }
        Ok(shortest)
    }

    fn check(&self, name: &str) -> Result<Effort, Box<dyn Error>> {
        self.cargo(&["check", "--no-default-features", "-p", name])
    }

    fn build(&self, name: &str) -> Result<Effort, Box<dyn Error>> {
        self.cargo(&["build", "-p", &format!("use-{name}")])
    }

    fn clean(&self, name: &str) -> Result<(), Box<dyn Error>> {
        let program = format!("use-{name}");
        self.cargo(&["clean", "-p", name, "-p", &program])?;
        Ok(())
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Effort, Box<dyn Error>> {
        let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(program);
        command.args(arguments).arg("--quiet");
        command.args(["--offline", "--manifest-path"]);
        command.arg(self.folder.join("Cargo.toml"));
        command.arg("--target-dir").arg(self.folder.join("target"));
        // The settings of whoever measures are not those of a first build.
        for own in ["RUSTFLAGS", "CARGO_INCREMENTAL", "CARGO_PROFILE_DEV_DEBUG"] {
            command.env_remove(own);
        }
        let (status, effort) = Effort::of(command.stdin(Stdio::null()))?;
        if status.success() {
            Ok(effort)
        } else {
            let folder = self.folder.display();
            Err(format!("cargo {arguments:?} in {folder}: {status}").into())
        }
    }

    fn package(&self, name: &str, dependencies: &str) -> Result<(), Box<dyn Error>> {
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependencies}"
        );
        self.write(&format!("{name}/Cargo.toml"), &manifest)
    }

    fn write(&self, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
        let path = self.folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        Ok(fs::write(path, text)?)
    }
}

/// A program that decodes values from text, as `bindery::decode` does, and writes them: of as many types as it is
/// allowed, evenly chosen.
fn program(api: &Api, path: &str) -> String {
    let is_own = |item: &&TypeItem| match item.kind {
        TypeKind::Struct(_) | TypeKind::OpenEnum(_) | TypeKind::Union(_) => true,
        TypeKind::Newtype(_) | TypeKind::Alias(_) => false,
    };
    let types: Vec<&TypeItem> = api.types.iter().filter(is_own).collect();
    let step = types.len().div_ceil(USED).max(1);
    let calls = types.iter().step_by(step).enumerate();
    let calls =
        calls.map(|(at, item)| format!("        {at} => run::<{path}::{}>(&text),\n", item.rust));
    format!(
        "//! Decodes what is given, as the type of that number, and writes it.\n\n\
         fn run<T: serde::Serialize + serde::de::DeserializeOwned>(text: &str) -> serde_json::Result<String> {{\n    \
         serde_json::to_string(&serde_json::from_str::<T>(text)?)\n}}\n\n\
         fn main() {{\n    let mut arguments = std::env::args().skip(1);\n    \
         let number: usize = arguments.next().and_then(|text| text.parse().ok()).unwrap_or_default();\n    \
         let text = arguments.next().unwrap_or_default();\n    \
         let result = match number {{\n{}        _ => Ok(String::new()),\n    }};\n    \
         println!(\"{{result:?}}\");\n}}\n",
        calls.collect::<String>()
    )
}
