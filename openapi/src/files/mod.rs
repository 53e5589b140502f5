//! The files of a description, loaded when a reference first names them.
//!
//! Each file is loaded once, however many references name it. Values stay where
//! they are, so that a walk may hold on to one while it brings in another file.
//! The order of files is that in which the walk meets them, and so a matter of
//! the description alone.

mod address;
mod identified;
mod policy;
mod unreachable;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::Value;

pub(crate) use policy::Policy;
pub(crate) use unreachable::Unreachable;

use crate::identifiers::Identifiers;
use crate::load::{self, Format, Loaded};
use crate::{FileId, Location, Report, Sources};
pub(crate) use address::Inexact;
use address::Place;

/// Every file that was read so far, and the rules for reading more.
#[derive(Debug)]
pub(crate) struct Files {
    policy: Policy,
    slots: Vec<OnceCell<Box<File>>>,
    sources: RefCell<Sources>,
    /// What loading found.
    findings: RefCell<Report>,
    by_path: RefCell<HashMap<PathBuf, Outcome>>,
    /// What the addresses in each file have led to.
    by_address: RefCell<HashMap<(FileId, String), Outcome>>,
    /// The addresses that are not by the letter.
    inexact: RefCell<HashMap<(FileId, String), Inexact>>,
    /// What schemas are called, in versions that let them have a name.
    identifiers: Option<RefCell<Identifiers>>,
    bytes: Cell<u64>,
}

/// Where an address leads.
pub(crate) type Outcome<T = FileId> = Result<T, Rc<Unreachable>>;

#[derive(Debug)]
struct File {
    value: Value,
    /// The folder its relative references start from, where it has one.
    folder: Option<PathBuf>,
    /// How many references lead to it from the root file.
    depth: usize,
}

impl Files {
    /// No file yet.
    pub(crate) fn new(policy: Policy) -> Self {
        let slots = policy.limits.files;
        Self {
            policy,
            slots: std::iter::repeat_with(OnceCell::new).take(slots).collect(),
            sources: RefCell::default(),
            findings: RefCell::default(),
            by_path: RefCell::default(),
            by_address: RefCell::default(),
            inexact: RefCell::default(),
            identifiers: None,
            bytes: Cell::new(0),
        }
    }

    /// Loads the root file from `path`.
    pub(crate) fn load_root(&mut self, path: &Path) -> Option<FileId> {
        let sources = self.sources.get_mut();
        let findings = self.findings.get_mut();
        let loaded = load::load_file(path, sources, findings);
        sources.set_path(path);
        let folder = self.policy.set_root(path, findings);
        if let (Some(folder), Some(name)) = (&folder, path.file_name()) {
            let root = folder.join(name);
            let canonical = root.canonicalize().unwrap_or_else(|_| root.clone());
            self.by_path.get_mut().insert(canonical, Ok(FileId::ROOT));
        }
        self.keep(loaded?, folder, 0)
    }

    /// Loads the root file from `text`, which is called `name`.
    pub(crate) fn load_root_text(&mut self, name: &str, text: &str) -> Option<FileId> {
        let sources = self.sources.get_mut();
        let findings = self.findings.get_mut();
        let loaded = load::load_bytes(name, text.as_bytes(), sources, findings);
        let folder = self.policy.set_base_folder(findings);
        // The text may be called by its name, whether or not there is such a file.
        let own = [name, name.rsplit(['/', '\\']).next().unwrap_or(name)];
        for name in own {
            let key = (FileId::ROOT, name.to_owned());
            self.by_address.get_mut().insert(key, Ok(FileId::ROOT));
            if let Some(folder) = &folder {
                self.by_path
                    .get_mut()
                    .insert(folder.join(name), Ok(FileId::ROOT));
            }
        }
        self.keep(loaded?, folder, 0)
    }

    /// What the file holds; `None` where it could not be parsed.
    pub(crate) fn value(&self, file: FileId) -> Option<&Value> {
        self.file(file).map(|file| &file.value)
    }

    /// What the file holds, to be changed.
    pub(crate) fn value_mut(&mut self, file: FileId) -> Option<&mut Value> {
        self.forget_identifiers();
        let slot = self.slots.get_mut(file.index())?;
        slot.get_mut().map(|file| &mut file.value)
    }

    /// The file that `address`, a reference without its fragment, names where
    /// it stands in the file `base`. It is loaded now if it was not before.
    pub(crate) fn at_address(&self, base: FileId, address: &str) -> Outcome {
        if address.is_empty() {
            return Ok(base);
        }
        let key = (base, address.to_owned());
        if let Some(known) = self.by_address.borrow().get(&key) {
            return known.clone();
        }
        let outcome = self.find(base, address);
        self.by_address.borrow_mut().insert(key, outcome.clone());
        outcome
    }

    /// An address of the file `target` that holds where it stands in the file `base`.
    pub(crate) fn address_of(&self, base: FileId, target: FileId) -> String {
        let name = self.sources.borrow().name(target).to_owned();
        let mut address = name.clone();
        let mut by_address = self.by_address.borrow_mut();
        // A name that stands for another file there needs another spelling.
        while let Some(known) = by_address.get(&(base, address.clone())) {
            if known.as_ref().is_ok_and(|known| *known == target) {
                return address;
            }
            address.insert_str(0, "./");
        }
        by_address.insert((base, address.clone()), Ok(target));
        address
    }

    /// Puts `value` in the place of what the file holds.
    pub(crate) fn set_rewritten(&mut self, file: FileId, value: Value) {
        if let Some(there) = self.value_mut(file) {
            *there = value;
        }
    }

    /// Says of nodes that were rewritten where they stand in the text.
    pub(crate) fn set_origins(&mut self, origins: impl IntoIterator<Item = (Location, Location)>) {
        let sources = self.sources.get_mut();
        for (place, origin) in origins {
            sources.set_origin(place, origin);
        }
    }

    /// Where the node at `location` was written.
    pub(crate) fn origin(&self, location: &Location) -> Location {
        self.sources.borrow().origin(location).into_owned()
    }

    /// How `address`, in the file `base`, has been read, where it is not by the letter.
    pub(crate) fn inexact(&self, base: FileId, address: &str) -> Option<Inexact> {
        let inexact = self.inexact.borrow();
        inexact.get(&(base, address.to_owned())).copied()
    }

    /// The path of the file from the folder that it may be read from, without
    /// the ending of its name.
    pub(crate) fn segments(&self, file: FileId) -> Vec<String> {
        let sources = self.sources.borrow();
        match sources.path(file) {
            Some(path) => self.policy.segments(path),
            None => Vec::new(),
        }
    }

    /// What loading files has found since this was last asked for.
    pub(crate) fn take_findings(&self) -> Report {
        self.findings.take()
    }

    /// Whether the file was read as YAML.
    pub(crate) fn is_yaml(&self, file: FileId) -> bool {
        self.sources.borrow().format(file) == Format::Yaml
    }

    /// The text of every file, and where it came from.
    pub(crate) fn into_sources(self) -> Sources {
        self.sources.into_inner()
    }

    fn find(&self, base: FileId, address: &str) -> Outcome {
        let file = self.file(base);
        let folder = file.and_then(|file| file.folder.as_deref());
        let place = address::find(address, folder, &self.policy)?;
        if let Some(inexact) = place.inexact {
            let key = (base, address.to_owned());
            self.inexact.borrow_mut().insert(key, inexact);
        }
        if let Some(known) = self.by_path.borrow().get(&place.canonical) {
            return known.clone();
        }
        let depth = file.map_or(0, |file| file.depth) + 1;
        let outcome = self.load(&place, depth);
        self.by_path
            .borrow_mut()
            .insert(place.canonical, outcome.clone());
        outcome
    }

    fn load(&self, place: &Place, depth: usize) -> Outcome {
        let limits = &self.policy.limits;
        let mut sources = self.sources.borrow_mut();
        if sources.len() >= limits.files {
            return Err(Rc::new(Unreachable::TooManyFiles(limits.files)));
        }
        if depth > limits.depth {
            return Err(Rc::new(Unreachable::TooDeep(limits.depth)));
        }
        let rest = limits.bytes.saturating_sub(self.bytes.get());
        let bytes = policy::read(&place.path, rest)?;
        self.bytes.set(self.bytes.get() + bytes.len() as u64);
        let name = self.policy.shown(&place.path);
        let loaded = load::load_part(&name, &bytes, &mut sources, &mut self.findings.borrow_mut());
        sources.set_path(&place.path);
        let folder = place.path.parent().map(Path::to_owned);
        loaded
            .and_then(|loaded| self.keep(loaded, folder, depth))
            .ok_or_else(|| Rc::new(Unreachable::Broken))
    }

    fn keep(&self, loaded: Loaded, folder: Option<PathBuf>, depth: usize) -> Option<FileId> {
        let Loaded { file, value } = loaded;
        let slot = self.slots.get(file.index())?;
        let file_kept = File {
            value,
            folder,
            depth,
        };
        slot.set(Box::new(file_kept)).ok()?;
        Some(file)
    }

    fn file(&self, file: FileId) -> Option<&File> {
        self.slots.get(file.index())?.get().map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Location;
    use crate::reference::{Unresolved, resolve};
    use policy::Limits;

    /// Reads a chain of files, each of which names the next, until one cannot be had.
    fn end_of_chain(limits: Limits) -> Unreachable {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for number in 0..10 {
            let path = folder.path().join(format!("{number}.json"));
            let text = format!(r#"{{ "next": {{ "$ref": "{}.json" }} }}"#, number + 1);
            std::fs::write(path, text).expect("a file can be written");
        }
        let mut policy = Policy::default();
        policy.limits = limits;
        let mut files = Files::new(policy);
        let root = files.load_root(&folder.path().join("0.json"));
        let base = Location::start_of(root.expect("it is read"));
        let reference = "#".to_owned() + &"/next".repeat(20);
        match resolve(&files, &base, &reference) {
            Err(Unresolved::File(unreachable)) => (*unreachable).clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn reading_stops_at_each_limit() {
        let limits = Limits::default();
        let missing = Unreachable::Missing(Vec::new());
        let code = end_of_chain(limits).code();
        assert_eq!(code, missing.code());
        let few = Limits { files: 5, ..limits };
        assert_eq!(end_of_chain(few), Unreachable::TooManyFiles(5));
        let shallow = Limits { depth: 3, ..limits };
        assert_eq!(end_of_chain(shallow), Unreachable::TooDeep(3));
        let small = Limits {
            bytes: 100,
            ..limits
        };
        assert_eq!(end_of_chain(small), Unreachable::TooManyBytes);
    }
}
