//! The modules that hold the files of one API, and of several.

use proc_macro2::TokenStream;
use quote::quote;

use super::assertion::emit_assertions;
use super::docs::{code, inner_docs, said_in_line, said_or_nothing};
use super::reference::ident;
use super::table::Item;
use super::{Emitter, GeneratedFile, print};
use crate::api::{Api, Home, TypeId, TypeKind};

impl Emitter<'_> {
    /// The root of the API's modules.
    pub(super) fn emit_root(&self) -> GeneratedFile {
        let mut paragraphs = format!(
            "{}, version {}",
            code(&self.api.title),
            code(&self.api.version)
        );
        let said = said_or_nothing(self.api.description.as_deref());
        if !said.is_empty() {
            paragraphs.push_str("\n\n");
            paragraphs.push_str(&said);
        }
        paragraphs.push_str("\n\n");
        paragraphs.push_str(&self.client_example());
        let groups = self.api.groups.iter();
        let groups = groups.map(|group| {
            let docs = match said_in_line(group.docs.as_deref()) {
                docs if docs.is_empty() => Self::group_docs(group),
                docs => docs,
            };
            format!("- [`Client::{}`], {docs}", group.name.rust)
        });
        paragraphs.push_str("\n\n");
        paragraphs.push_str(&groups.collect::<Vec<_>>().join("\n"));
        let docs = inner_docs(&paragraphs);
        let modules = self.emit_module_declarations();
        let deprecated = self
            .mentions_deprecated()
            .then(|| quote!(#![allow(deprecated)]));
        let apis = std::slice::from_ref(self.api);
        let limit = self.placement.is_library().then(|| recursion_limit(apis));
        let items = vec![
            quote!(
                #docs
                #limit
                #![allow(clippy::all, clippy::pedantic)]
                #![allow(missing_docs, reason = "what the description does not speak of has no documentation")]
                #deprecated
            ),
            modules,
            quote!(
                pub use client::{Client, ClientBuilder};
            ),
        ];
        self.file(self.placement.root, items)
    }

    /// The modules of the API. A library also names the runtime, and keeps rustfmt away.
    fn emit_module_declarations(&self) -> TokenStream {
        let groups = self.api.groups.iter().map(|group| ident(&group.name.rust));
        let (runtime, skip) = if self.placement.is_library() {
            (
                quote!(
                    pub use bindery;
                ),
                quote!(#[rustfmt::skip]),
            )
        } else {
            (TokenStream::new(), TokenStream::new())
        };
        quote! {
            #runtime
            #skip
            mod client;
            #(#skip pub mod #groups;)*
            #skip
            pub mod types;
        }
    }

    /// The root of the types.
    pub(super) fn emit_types_root(&self) -> GeneratedFile {
        let owners = self.api.types.iter().enumerate();
        let owners = owners.filter(|(index, item)| item.home == Home::Component(TypeId(*index)));
        let (modules, uses): (Vec<TokenStream>, Vec<TokenStream>) = owners
            .map(|(index, item)| {
                let module = ident(&item.file);
                let names = self.items_at(Home::Component(TypeId(index)));
                let names: Vec<_> = names.map(|item| ident(&item.rust)).collect();
                (
                    quote!(mod #module;),
                    quote!(pub use #module::{#(#names),*};),
                )
            })
            .unzip();
        let docs = format!(
            " The types of {}: its component schemas and what stands in them.",
            code(&self.api.title)
        );
        let mut items: Vec<Item> = vec![
            quote!(#![doc = #docs]).into(),
            quote!(#(#modules)*).into(),
            quote!(#(#uses)*).into(),
        ];
        items.extend(emit_assertions(self.api));
        self.file("types/mod.rs", items)
    }

    /// Generated code itself must use what is deprecated.
    fn mentions_deprecated(&self) -> bool {
        let types = self.api.types.iter().any(|item| {
            let properties = match &item.kind {
                TypeKind::Struct(structure) => structure.properties.as_slice(),
                TypeKind::OpenEnum(_)
                | TypeKind::Union(_)
                | TypeKind::Newtype(_)
                | TypeKind::Alias(_) => &[],
            };
            item.deprecated || properties.iter().any(|property| property.deprecated)
        });
        let mut calls = self.api.groups.iter().flat_map(|group| &group.calls);
        types
            || calls.any(|call| {
                call.deprecated || call.parameters.iter().any(|parameter| parameter.deprecated)
            })
    }
}

/// From so many types on a line of them, each with a property of the next, may be deeper than rustc looks of itself.
const MANY_TYPES: usize = 60;

/// How deep rustc is to look in a library of these APIs.
fn recursion_limit(apis: &[Api]) -> TokenStream {
    if apis.iter().all(|api| api.types.len() < MANY_TYPES) {
        return TokenStream::new();
    }
    quote!(#![recursion_limit = "1024"])
}

/// The file that holds several APIs.
pub(super) fn emit_parent(path: &str, apis: &[Api], is_library: bool) -> GeneratedFile {
    let modules = apis.iter().map(|api| {
        let name = ident(&api.module.rust);
        quote! {
            #[rustfmt::skip]
            pub mod #name;
        }
    });
    let list: Vec<String> = apis
        .iter()
        .map(|api| format!("- {}: [`{}`]", code(&api.title), api.module.rust))
        .collect();
    let docs = inner_docs(&format!(
        "Typed clients, a module for each API:\n\n{}",
        list.join("\n")
    ));
    let limit = is_library.then(|| recursion_limit(apis));
    let sources: Vec<&str> = apis.iter().map(|api| api.source.as_str()).collect();
    let items = vec![
        quote!(#docs #limit),
        quote!(
            pub use bindery;
        ),
        quote!(#(#modules)*),
    ];
    GeneratedFile {
        path: path.to_owned(),
        text: print::print(&sources.join(", "), super::into_items(items)),
    }
}

/// The file to be included that declares the module of an API.
pub(super) fn emit_declaration(api: &Api) -> GeneratedFile {
    let name = ident(&api.module.rust);
    GeneratedFile {
        path: format!("{}_include.rs", api.module.rust),
        text: print::print(
            &api.source,
            vec![quote!(#[rustfmt::skip] pub mod #name;).into()],
        ),
    }
}
