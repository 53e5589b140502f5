//! What a reviewer reads first: the public surface of each API, without its documentation and
//! bodies. A change in a description shows here in the terms of whoever consumes the crate.

mod support;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use quote::{ToTokens, quote};
use support::API_NAMES;
use syn::{Fields, ImplItem, Item, ItemEnum, ItemImpl, ItemStruct, ItemType, Visibility};

#[test]
fn the_public_surface_of_each_api_is_what_its_outline_says() {
    for api in API_NAMES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("generated")
            .join(api);
        let mut outline = String::new();
        for path in modules(&folder) {
            let text = fs::read_to_string(&path).expect("generated code is text");
            let items = outline_of(&syn::parse_file(&text).expect("generated code is Rust"));
            if !items.is_empty() {
                let module = path.strip_prefix(&folder).expect("a module of the API");
                writeln!(outline, "// {}\n{items}", module.display()).expect("a string takes all");
            }
        }
        insta::assert_snapshot!(api, outline.trim_end());
    }
}

/// The files of an API: the client, the groups, the types, each in the order of their names.
fn modules(folder: &Path) -> Vec<PathBuf> {
    let list = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("the API is generated");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let mut paths: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
        paths.sort();
        paths
    };
    [list(folder), list(&folder.join("types"))].concat()
}

fn outline_of(file: &syn::File) -> String {
    let items: Vec<String> = file.items.iter().filter_map(outline_item).collect();
    items.concat()
}

fn outline_item(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(print(&outline_struct(item))),
        Item::Enum(item) => Some(print(&outline_enum(item))),
        Item::Type(item) => Some(print(&ItemType {
            attrs: Vec::new(),
            ..item.clone()
        })),
        Item::Impl(item) if item.trait_.is_none() => outline_methods(item),
        Item::Impl(item) => outline_types(item),
        _ => None,
    }
}

fn outline_struct(item: &ItemStruct) -> ItemStruct {
    let mut item = ItemStruct {
        attrs: Vec::new(),
        ..item.clone()
    };
    if let Fields::Named(fields) = &mut item.fields {
        let shown = fields
            .named
            .iter()
            .filter(|field| is_public(&field.vis))
            .cloned();
        fields.named = shown.collect();
        fields
            .named
            .iter_mut()
            .for_each(|field| field.attrs.clear());
    }
    item
}

fn outline_enum(item: &ItemEnum) -> ItemEnum {
    let mut item = ItemEnum {
        attrs: Vec::new(),
        ..item.clone()
    };
    item.variants
        .iter_mut()
        .for_each(|variant| variant.attrs.clear());
    item
}

/// The signatures of the public methods, under the head of their impl.
fn outline_methods(item: &ItemImpl) -> Option<String> {
    let methods: Vec<String> = item
        .items
        .iter()
        .filter_map(|item| match item {
            ImplItem::Fn(method) if is_public(&method.vis) => Some(&method.sig),
            _ => None,
        })
        .map(|signature| print(&quote!(pub #signature {})).replace(" {}", ";"))
        .collect();
    let head = item.self_ty.to_token_stream();
    let generics = &item.generics;
    let head = print(&quote!(impl #generics #head {})).replace(" {}\n", " {");
    (!methods.is_empty()).then(|| format!("{head}\n{}}}\n", indent(&methods.concat())))
}

/// What an operation gives back: the types of a trait's impl.
fn outline_types(item: &ItemImpl) -> Option<String> {
    let (path, _) = item.trait_.as_ref()?;
    let types = item.items.iter().filter_map(|item| match item {
        ImplItem::Type(item) => Some(print(&quote!(#item))),
        _ => None,
    });
    let types: String = types.collect();
    let name = &path.segments.last()?.ident;
    let shown = name == "Operation" || name == "PaginatedItems";
    let (generics, of) = (&item.generics, &item.self_ty);
    let head = print(&quote!(impl #generics #path for #of {})).replace(" {}\n", " {");
    shown.then(|| format!("{head}\n{}}}\n", indent(&types)))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn print(item: &impl ToTokens) -> String {
    let file = syn::parse2(item.to_token_stream()).expect("an item is a file");
    prettyplease::unparse(&file)
}

fn indent(text: &str) -> String {
    let lines = text.lines().map(|line| ["    ", line, "\n"].concat());
    lines.collect::<Vec<_>>().concat()
}
