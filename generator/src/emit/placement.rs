//! Where the files of an API go, and by which paths its examples reach it.

use crate::api::Api;

/// The place of one API in the output.
#[derive(Clone, Debug)]
pub(super) struct Placement {
    /// What the paths of its files begin with, such as `whaly/`.
    pub folder: String,
    /// The file of its root module: `mod.rs` or `lib.rs`.
    pub root: &'static str,
    /// The path of its root module as its examples write it.
    pub module: String,
    /// The path of the root of the output as its examples write it.
    pub library: String,
    /// Whether that path is known, so that its examples compile.
    pub is_known: bool,
}

impl Placement {
    /// A module of its own below `folder`, reached through `crate_path`.
    pub fn module(api: &Api, folder: &str, crate_path: Option<&str>) -> Self {
        let library = crate_path.unwrap_or("crate");
        Self {
            folder: format!("{folder}{}/", api.module.rust),
            root: "mod.rs",
            module: format!("{library}::{}", api.module.rust),
            library: library.to_owned(),
            is_known: crate_path.is_some(),
        }
    }

    /// The library `name` itself, in `folder`.
    pub fn library(folder: &str, name: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            root: "lib.rs",
            module: name.to_owned(),
            library: name.to_owned(),
            is_known: true,
        }
    }

    /// Whether the API is the library, not a module of it.
    pub fn is_library(&self) -> bool {
        self.root == "lib.rs"
    }

    /// What follows the backticks of an example.
    pub fn fence(&self) -> &'static str {
        if self.is_known { "no_run" } else { "ignore" }
    }
}
