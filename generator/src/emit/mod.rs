//! From an [`Api`] whose names are settled to the text of its files.
//!
//! A file for each component schema with its inline types, a file for each
//! group of operations, a client, and the modules that hold them.

mod assertion;
mod body;
mod call;
mod call_docs;
mod client;
mod constraint;
mod construct;
mod docs;
mod enumeration;
mod example;
mod group;
mod header;
mod input;
mod instant;
mod markdown;
mod modules;
mod outcome;
mod package;
mod pages;
mod placement;
mod plain;
mod print;
mod reference;
mod request;
mod sample;
mod server;
mod spelled;
mod structure;
mod table;
mod types;
mod union;
mod value;

use std::collections::HashMap;

use crate::api::{Api, Home, TypeId, TypeItem};
use crate::layout::{Layout, Package};
use crate::stack::side_by_side;

pub(crate) use package::quoted as toml_string;
use placement::Placement;
pub(crate) use print::bears_mark;

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// The path below the output folder, with `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// Emits the files of several APIs, laid out as `layout` says.
///
/// `crate_path` is the path by which examples in documentation reach the root of the layout,
/// such as `event_apis`; without it they are shown but not compiled.
pub fn emit(apis: &[Api], layout: &Layout, crate_path: Option<&str>) -> Vec<GeneratedFile> {
    match layout {
        Layout::Modules => emit_modules(apis, "", "mod.rs", crate_path),
        Layout::Library => emit_modules(apis, "", "lib.rs", crate_path),
        Layout::Included => emit_included(apis),
        Layout::Package(package) => emit_package(apis, package),
    }
}

/// A module for each API, and the file that holds them.
fn emit_modules(
    apis: &[Api],
    folder: &str,
    root: &str,
    crate_path: Option<&str>,
) -> Vec<GeneratedFile> {
    let mut files: Vec<GeneratedFile> = apis
        .iter()
        .flat_map(|api| emit_api(api, Placement::module(api, folder, crate_path)))
        .collect();
    let path = format!("{folder}{root}");
    files.push(modules::emit_parent(&path, apis, root == "lib.rs"));
    files
}

/// A folder for each API, and a file to be included that declares its module. Its name is another
/// than the module's, for Rust looks for the module beside it.
fn emit_included(apis: &[Api]) -> Vec<GeneratedFile> {
    let mut files = Vec::new();
    for api in apis {
        files.extend(emit_api(api, Placement::module(api, "", None)));
        files.push(modules::emit_declaration(api));
    }
    files
}

/// A whole package. One API is its library; several are modules of it.
fn emit_package(apis: &[Api], package: &Package) -> Vec<GeneratedFile> {
    let library = package.library();
    let mut files = match apis {
        [only] => emit_api(only, Placement::library("src/", &library)),
        several => emit_modules(several, "src/", "lib.rs", Some(&library)),
    };
    files.push(package::emit_manifest(package, apis));
    files.push(package::emit_readme(package, apis));
    files
}

/// The files of one API.
fn emit_api(api: &Api, placement: Placement) -> Vec<GeneratedFile> {
    let emitter = Emitter::new(api, placement);
    let owners = api.types.iter().enumerate();
    let owners = owners.filter(|(index, item)| item.home == Home::Component(TypeId(*index)));
    let mut files = vec![FileOf::Root, FileOf::Client, FileOf::Types];
    files.extend(owners.map(|(index, _)| FileOf::Component(TypeId(index))));
    files.extend((0..api.groups.len()).map(FileOf::Group));
    side_by_side(&files, |file| emitter.emit_file(*file))
}

/// What a file holds.
#[derive(Clone, Copy)]
enum FileOf {
    Root,
    Client,
    Types,
    Component(TypeId),
    Group(usize),
}

/// What every emission reads.
struct Emitter<'a> {
    api: &'a Api,
    items: HashMap<Home, Vec<&'a TypeItem>>,
    placement: Placement,
}

impl<'a> Emitter<'a> {
    fn new(api: &'a Api, placement: Placement) -> Self {
        let mut items: HashMap<Home, Vec<&TypeItem>> = HashMap::new();
        for item in &api.types {
            items.entry(item.home).or_default().push(item);
        }
        Self {
            api,
            items,
            placement,
        }
    }

    fn emit_file(&self, file: FileOf) -> GeneratedFile {
        match file {
            FileOf::Root => self.emit_root(),
            FileOf::Client => self.emit_client(),
            FileOf::Types => self.emit_types_root(),
            FileOf::Component(owner) => self.emit_component(owner),
            FileOf::Group(index) => self.emit_group(index),
        }
    }

    /// The types of a file, in order.
    fn items_at(&self, home: Home) -> impl Iterator<Item = &'a TypeItem> {
        self.items.get(&home).into_iter().flatten().copied()
    }

    fn file(&self, path: &str, items: Vec<impl Into<table::Item>>) -> GeneratedFile {
        GeneratedFile {
            path: format!("{}{path}", self.placement.folder),
            text: print::print(&self.api.source, into_items(items)),
        }
    }
}

fn into_items(items: impl IntoIterator<Item = impl Into<table::Item>>) -> Vec<table::Item> {
    items.into_iter().map(Into::into).collect()
}
