//! What is written around the modules of the APIs: nothing but the file that holds them, or a
//! whole package.

use crate::config::PackageMetadata;

/// How the output folder is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `mod.rs` and a folder for each API.
    #[default]
    Modules,
    /// `lib.rs` and a folder for each API.
    Library,
    /// A folder for each API, and beside it a file that declares its module.
    Included,
    /// `Cargo.toml`, `README.md` and a library in `src/`.
    Package(Package),
}

impl Layout {
    /// The same with what the configuration says of a package's manifest.
    pub fn with_metadata(&self, metadata: &PackageMetadata) -> Self {
        let mut layout = self.clone();
        if let Self::Package(package) = &mut layout {
            package.metadata = metadata.clone();
        }
        layout
    }
}

/// A package to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Package {
    /// Its name.
    pub name: String,
    /// What else its manifest says.
    pub metadata: PackageMetadata,
}

impl Package {
    /// The name of its library.
    pub fn library(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// Whether a package can be called `name`: cargo takes ASCII letters, digits, `-` and `_` that make
/// an identifier, and no name that Rust has already.
///
/// # Errors
///
/// What is wrong with the name, as a sentence.
pub fn check_package_name(name: &str) -> Result<(), String> {
    fault(name).map_or(Ok(()), Err)
}

fn fault(name: &str) -> Option<String> {
    let starts = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_plain = |next: char| next.is_ascii_alphanumeric() || next == '-' || next == '_';
    if !starts || !name.chars().all(is_plain) {
        return Some(format!(
            "`{name}` is not the name of a package: it takes ASCII letters, digits, `-` and `_`, \
             and begins with a letter"
        ));
    }
    if name.len() > 64 {
        return Some(format!(
            "`{name}` is longer than the 64 characters a package's name has"
        ));
    }
    let library = name.replace('-', "_").to_ascii_lowercase();
    if library == "bindery" {
        return Some("`bindery` is the package that generated code needs".to_owned());
    }
    (TAKEN.contains(&library.as_str()) || crate::name::is_keyword(&library))
        .then(|| format!("`{name}` is a name of Rust's own, which no package can have"))
}

/// Crates that come with Rust, folders that cargo makes, and names that Windows keeps.
const TAKEN: &[&str] = &[
    "alloc",
    "aux",
    "build",
    "con",
    "core",
    "deps",
    "examples",
    "incremental",
    "nul",
    "prn",
    "proc_macro",
    "std",
    "test",
];

#[cfg(test)]
mod tests {
    use super::check_package_name;

    #[test]
    fn names_that_cargo_takes_are_taken() {
        for name in ["whaly", "whaly-client", "Whaly_2", "a"] {
            assert_eq!(check_package_name(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn names_that_cargo_refuses_are_refused() {
        for name in [
            "",
            "1st",
            "-a",
            "_",
            "a b",
            "a/b",
            "../a",
            "a.b",
            "\u{e9}t\u{e9}",
            "std",
            "type",
            "Self",
            "test",
            "bindery",
        ] {
            assert!(check_package_name(name).is_err(), "{name}");
        }
    }
}
