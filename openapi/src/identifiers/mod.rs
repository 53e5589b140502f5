//! What `$id`, `$anchor`, `$dynamicAnchor` and `$self` name
//! (JSON Schema 2020-12 core §8.2, OpenAPI 3.2.0 §4.1).
//!
//! A schema with an `$id` is a resource of its own, with the URI that the `$id`
//! is where it stands; a file is one too. An anchor names a schema within the
//! resource it stands in. Each file is looked through once, when a reference
//! first needs it, by [`Files`](crate::files::Files).

mod search;

use std::collections::HashMap;

use serde_json::Value;

use crate::{FileId, Location, Pointer, uri};

/// The identifiers in the files that have been looked through.
#[derive(Debug, Default)]
pub(crate) struct Identifiers {
    /// By the index of the file.
    files: Vec<OfFile>,
    /// The resources of all files. Of two with one URI the first is taken.
    by_uri: HashMap<String, Location>,
}

/// What one file has.
#[derive(Debug, Default)]
struct OfFile {
    /// Its own URI.
    uri: String,
    /// The resources that say their URI, by their place.
    resources: HashMap<Pointer, String>,
    /// The first resource of each URI.
    uris: HashMap<String, Pointer>,
    /// The anchors in each resource.
    anchors: HashMap<Pointer, HashMap<String, Pointer>>,
    /// Those of them that are dynamic, with the schemas that bear them, in the order of the text.
    dynamic: Vec<(String, Pointer)>,
    clashes: Vec<Clash>,
}

/// Two that have the same name.
#[derive(Clone, Debug)]
pub(crate) struct Clash {
    /// The name.
    pub(crate) name: String,
    /// Whether it is a URI, by an `$id`, and no anchor.
    pub(crate) is_uri: bool,
    /// Where it stands first: the string itself.
    pub(crate) first: Location,
    /// Where it stands again.
    pub(crate) second: Location,
}

impl Identifiers {
    /// How many files have been looked through.
    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }

    /// The file that is to be looked through next.
    pub(crate) fn next(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX))
    }

    /// Looks through the next file, which holds `value` and has this URI.
    pub(crate) fn add(&mut self, value: Option<&Value>, uri: String) {
        let file = self.next();
        let of_file = match value {
            Some(value) => search::search(file, value, uri),
            None => OfFile::default(),
        };
        for (uri, pointer) in &of_file.uris {
            let pointer = pointer.clone();
            let known = self.by_uri.entry(uri.clone());
            known.or_insert(Location { file, pointer });
        }
        self.files.push(of_file);
    }

    /// The resource that `place` is in.
    pub(crate) fn resource_of(&self, place: &Location) -> Location {
        let start = Location::start_of(place.file);
        let Some(of_file) = self
            .of(place.file)
            .filter(|file| !file.resources.is_empty())
        else {
            return start;
        };
        let mut pointer = place.pointer.as_str();
        loop {
            if of_file.resources.contains_key(pointer) {
                return Location {
                    file: place.file,
                    pointer: Pointer::parse(pointer),
                };
            }
            match pointer.rsplit_once('/') {
                Some((above, _)) => pointer = above,
                None => return start,
            }
        }
    }

    /// The resource that `reference` is the URI of, where it stands at `place`.
    pub(crate) fn resource_at(&self, place: &Location, reference: &str) -> Option<Location> {
        if self.by_uri.is_empty() {
            return None;
        }
        let uri = uri::resolve(self.uri_at(place), reference);
        self.by_uri.get(&uri).cloned()
    }

    /// The URI that references at `place` start from.
    pub(crate) fn uri_at(&self, place: &Location) -> &str {
        let resource = self.resource_of(place);
        self.of(place.file).map_or("", |of_file| {
            let stated = of_file.resources.get(&resource.pointer);
            stated.unwrap_or(&of_file.uri)
        })
    }

    /// What the anchor names in the resource.
    pub(crate) fn anchor(&self, resource: &Location, name: &str) -> Option<Location> {
        let anchors = self.of(resource.file)?.anchors.get(&resource.pointer)?;
        Some(Location {
            file: resource.file,
            pointer: anchors.get(name)?.clone(),
        })
    }

    /// The schemas that bear the dynamic anchor.
    pub(crate) fn dynamic_anchors(&self, name: &str) -> Vec<Location> {
        let files = (0..).map(FileId).zip(&self.files);
        let all =
            files.flat_map(|(file, of_file)| of_file.dynamic.iter().map(move |it| (file, it)));
        all.filter(|(_, (anchor, _))| anchor == name)
            .map(|(file, (_, pointer))| Location {
                file,
                pointer: pointer.clone(),
            })
            .collect()
    }

    /// The anchors of the resource, in order.
    pub(crate) fn anchors(&self, resource: &Location) -> Vec<&str> {
        let of_file = self.of(resource.file);
        let anchors = of_file.and_then(|of_file| of_file.anchors.get(&resource.pointer));
        let mut names: Vec<_> = anchors
            .into_iter()
            .flat_map(HashMap::keys)
            .map(String::as_str)
            .collect();
        names.sort_unstable();
        names
    }

    /// Names that two have, in the order of the text.
    pub(crate) fn clashes(&self) -> impl Iterator<Item = &Clash> {
        self.files.iter().flat_map(|file| &file.clashes)
    }

    fn of(&self, file: FileId) -> Option<&OfFile> {
        self.files.get(file.index())
    }
}
