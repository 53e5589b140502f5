//! The folder in which types are compiled, and what is kept there.
//!
//! The runtime is compiled there once for all. Each program has a folder of its own and files in
//! the folder that cargo works in; those of the latest are kept, since a program that was compiled
//! before is compiled again quickly.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use bindery_cli::driver::SAID;

use crate::arguments::Verify;

/// How many programs are kept.
const KEPT: usize = 8;
/// What the names of programs begin with.
const PREFIX: &str = "verified-";
/// Where cargo puts the files of a program, below its own folder.
const OUTPUTS: [&str; 4] = ["debug", "debug/deps", "debug/build", "debug/.fingerprint"];

/// The folder: what the user says, else one for caches.
///
/// # Errors
///
/// When there is no current folder that it could be relative to.
pub fn folder(arguments: &Verify) -> io::Result<PathBuf> {
    let folder = match &arguments.cache {
        Some(folder) => folder.clone(),
        None => user_cache()
            .unwrap_or_else(std::env::temp_dir)
            .join("bindery"),
    };
    std::path::absolute(folder)
}

/// The folder that cargo works in.
pub fn target(cache: &Path) -> PathBuf {
    cache.join("target")
}

/// The user's folder for caches: `XDG_CACHE_HOME`, else what the system has for it.
fn user_cache() -> Option<PathBuf> {
    let of = |name: &str| {
        let value = std::env::var_os(name).filter(|value| !value.is_empty());
        value.map(PathBuf::from)
    };
    let home = || {
        let below = if cfg!(target_os = "macos") {
            "Library/Caches"
        } else {
            ".cache"
        };
        of("HOME").map(|home| home.join(below))
    };
    of("XDG_CACHE_HOME")
        .or_else(|| of("LOCALAPPDATA"))
        .or_else(home)
}

/// The program's name: of the first description, and of all there is to tell it from others, for
/// all programs lie in one folder.
pub fn name(arguments: &Verify) -> String {
    let mut hasher = DefaultHasher::new();
    let reading = &arguments.reading;
    for path in reading.specs.iter().chain(&reading.config) {
        std::path::absolute(path)
            .unwrap_or_default()
            .hash(&mut hasher);
    }
    (reading.strict, &arguments.schema).hash(&mut hasher);
    let first = reading.specs.first().and_then(|path| path.file_stem());
    let stem = first.unwrap_or_default().to_string_lossy();
    let plain = stem.chars().filter(char::is_ascii_alphanumeric);
    let stem: String = plain.take(24).collect();
    format!("{PREFIX}{stem}-{:016x}", hasher.finish())
}

/// Removes all programs but the latest, of which `own` is one. What cannot be removed, such as what
/// another process works on, is left for the next time.
pub fn prune(cache: &Path, own: &str) {
    let mut programs = programs(cache);
    programs.retain(|(_, name)| name != own);
    programs.sort_by_key(|(used, _)| std::cmp::Reverse(*used));
    let old: Vec<String> = programs
        .into_iter()
        .skip(KEPT - 1)
        .map(|(_, name)| name)
        .collect();
    for name in &old {
        let _ = fs::remove_dir_all(cache.join(name));
    }
    if !old.is_empty() {
        remove_outputs(&target(cache), &old);
    }
}

/// Removes a program, as one that was not compiled to the end.
pub fn forget(cache: &Path, name: &str) {
    let _ = fs::remove_dir_all(cache.join(name));
    remove_outputs(&target(cache), &[name.to_owned()]);
}

/// The programs, each with when it was last compiled.
fn programs(cache: &Path) -> Vec<(SystemTime, String)> {
    let entries = fs::read_dir(cache).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.starts_with(PREFIX).then_some(())?;
        let said = fs::metadata(entry.path().join(SAID)).or_else(|_| entry.metadata());
        let used = said.and_then(|data| data.modified());
        Some((used.unwrap_or(SystemTime::UNIX_EPOCH), name))
    });
    named.collect()
}

/// Removes what cargo made of the programs: a program's name is in the names of all its files.
fn remove_outputs(target: &Path, programs: &[String]) {
    let programs: Vec<String> = programs.iter().map(|name| name.replace('-', "_")).collect();
    for folder in OUTPUTS {
        for entry in fs::read_dir(target.join(folder))
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().replace('-', "_");
            if programs.iter().any(|program| name.contains(program)) {
                let path = entry.path();
                let _ = fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn only_the_latest_programs_are_kept() {
        let cache = tempfile::tempdir().expect("a folder");
        let cache = cache.path();
        let made = |path: PathBuf| fs::create_dir_all(path).expect("a folder");
        for output in OUTPUTS {
            made(target(cache).join(output));
        }
        let now = SystemTime::now();
        for at in 0..12_u64 {
            let name = format!("verified-a-{at:016x}");
            made(cache.join(&name));
            let used = now - Duration::from_secs(60 * (20 - at));
            let said = fs::File::create(cache.join(&name).join(SAID)).expect("a file");
            said.set_modified(used).expect("a time");
            let crate_name = name.replace('-', "_");
            let library = format!("debug/deps/lib{crate_name}_types-1f.rlib");
            fs::write(target(cache).join(library), "").expect("a file");
            made(target(cache).join(format!("debug/.fingerprint/{name}-1f")));
        }
        fs::write(target(cache).join("debug/deps/libbindery-2e.rlib"), "").expect("a file");
        // The oldest is the one in use.
        prune(cache, "verified-a-0000000000000000");
        let count = |folder: &str| fs::read_dir(cache.join(folder)).expect("a folder").count();
        assert_eq!(programs(cache).len(), KEPT);
        assert!(cache.join("verified-a-0000000000000000").exists());
        assert!(cache.join("verified-a-000000000000000b").exists());
        assert_eq!(count("target/debug/deps"), KEPT + 1);
        assert_eq!(count("target/debug/.fingerprint"), KEPT);
    }
}
