//! From an [`Api`] whose names are settled to the text of its files.
//!
//! A file for each component schema with its inline types, a file for each
//! group of operations, a client, and the modules that hold them.

mod call;
mod call_docs;
mod client;
mod constraint;
mod docs;
mod enumeration;
mod example;
mod group;
mod input;
mod markdown;
mod modules;
mod outcome;
mod pages;
mod print;
mod reference;
mod request;
mod structure;
mod types;
mod union;

use std::collections::HashMap;

use crate::api::{Api, Home, TypeId, TypeItem};

pub use modules::emit_parent;
pub(crate) use print::MARK;

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// The path below the output folder, with `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// Emits the files of one API, in a folder of its own.
///
/// `crate_path` is the path by which examples in documentation reach the parent of the API's
/// module, such as `event_apis`; without it they are shown but not compiled.
pub fn emit(api: &Api, crate_path: Option<&str>) -> Vec<GeneratedFile> {
    let mut items: HashMap<Home, Vec<&TypeItem>> = HashMap::new();
    for item in &api.types {
        items.entry(item.home).or_default().push(item);
    }
    let emitter = Emitter {
        api,
        items,
        crate_path,
    };
    let mut files = vec![
        emitter.emit_root(),
        emitter.emit_client(),
        emitter.emit_types_root(),
    ];
    for (index, item) in api.types.iter().enumerate() {
        if item.home == Home::Component(TypeId(index)) {
            files.push(emitter.emit_component(TypeId(index)));
        }
    }
    files.extend((0..api.groups.len()).map(|group| emitter.emit_group(group)));
    files
}

/// What every emission reads.
struct Emitter<'a> {
    api: &'a Api,
    items: HashMap<Home, Vec<&'a TypeItem>>,
    crate_path: Option<&'a str>,
}

impl<'a> Emitter<'a> {
    /// The types of a file, in order.
    fn items_at(&self, home: Home) -> impl Iterator<Item = &'a TypeItem> {
        self.items.get(&home).into_iter().flatten().copied()
    }

    fn file(&self, path: &str, items: &[proc_macro2::TokenStream]) -> GeneratedFile {
        GeneratedFile {
            path: format!("{}/{path}", self.api.module.rust),
            text: print::print(&self.api.source, items),
        }
    }
}
