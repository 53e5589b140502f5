//! How the place of a schema is written in a configuration: as a JSON Pointer into a file.

use std::path::{Component, Path};

use bindery_openapi::{FileId, Location, Pointer, Sources};

/// The files of a description, by what a configuration calls them.
#[derive(Clone, Copy)]
pub(crate) struct Places<'s> {
    sources: &'s Sources,
    root: FileId,
}

impl<'s> Places<'s> {
    /// The places in the files of the description whose root is `root`.
    pub fn new(sources: &'s Sources, root: &Location) -> Self {
        let root = root.file;
        Self { sources, root }
    }

    /// What a user writes for the place: `#/…` in the root file, else the file's path from the root's folder and the
    /// pointer.
    pub fn written(&self, location: &Location) -> String {
        let origin = self.sources.origin(location);
        let file = if origin.file == self.root {
            String::new()
        } else {
            self.relative(origin.file)
        };
        format!("{file}#{}", origin.pointer)
    }

    /// The place that a text such as `#/paths/~1orders/…` names, if it names one.
    pub fn named(&self, text: &str) -> Option<Spot> {
        let (file, pointer) = text.split_once('#')?;
        let file = self.file(file)?;
        let is_pointer = pointer.is_empty() || pointer.starts_with('/');
        is_pointer.then(|| Spot {
            file,
            pointers: [pointer.to_owned(), decoded(pointer)],
        })
    }

    /// The places of a node: as the description is read, and as it is written.
    pub fn of(&self, location: &Location) -> Vec<Location> {
        let mut all = vec![location.clone(), self.sources.origin(location).into_owned()];
        all.dedup();
        all
    }

    fn file(&self, name: &str) -> Option<FileId> {
        let is_so = |file: &FileId| match name {
            "" => *file == self.root,
            name => self.sources.name(*file) == name || self.relative(*file) == name,
        };
        self.sources.files().find(is_so)
    }

    /// The path of a file from the folder of the root.
    fn relative(&self, file: FileId) -> String {
        let root = Path::new(self.sources.name(self.root));
        let path = Path::new(self.sources.name(file));
        let folder = root.parent().unwrap_or(Path::new(""));
        let path = path.strip_prefix(folder).unwrap_or(path);
        let parts = path.components().filter_map(|part| match part {
            Component::CurDir => None,
            other => Some(other.as_os_str().to_string_lossy()),
        });
        let relative = parts.collect::<Vec<_>>().join("/");
        // The slash before the first folder is a part of its own.
        relative
            .strip_prefix("//")
            .map_or(relative.clone(), |path| format!("/{path}"))
    }
}

/// A place that a configuration names.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    file: FileId,
    /// The pointer as written, and as the fragment of a URI (RFC 6901 §6).
    pointers: [String; 2],
}

impl Spot {
    /// Whether it is this place.
    pub fn is(&self, location: &Location) -> bool {
        self.below(location).any(str::is_empty)
    }

    /// Whether it names the property or value `name` of the schema at this place: `….name`, or the property by its own
    /// pointer.
    pub fn is_member(&self, location: &Location, name: &str) -> bool {
        let property = Pointer::root().key("properties").key(name);
        self.below(location).any(|rest| {
            rest == property.as_str() || rest.strip_prefix('.').is_some_and(|rest| rest == name)
        })
    }

    /// What is left of it behind this place.
    fn below<'s>(&'s self, location: &Location) -> impl Iterator<Item = &'s str> {
        let is_of_file = location.file == self.file;
        let pointers = self.pointers.iter().filter(move |_| is_of_file);
        pointers.filter_map(|pointer| pointer.strip_prefix(location.pointer.as_str()))
    }
}

/// A text without its percent-encoding, where it is one.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| *first == b'%');
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn a_pointer_may_be_the_fragment_of_a_uri() {
        for (text, expected) in [
            ("/paths/~1a~1%7Bid%7D", "/paths/~1a~1{id}"),
            ("/a%20b", "/a b"),
            ("/100%", "/100%"),
            ("/%zz%+1%4", "/%zz%+1%4"),
            ("/%ff", "/%ff"),
            ("/%c3%a9", "/\u{e9}"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }
}
