//! Types: a file for each component schema, with its inline types.

use bindery_openapi::document::Direction;
use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{code, deprecated, docs, said_or_nothing};
use super::reference::{ident, path_tokens};
use super::structure::has_default;
use super::table::{Item, spell_type};
use super::{Emitter, GeneratedFile, constraint};
use crate::api::{Home, Shape, TypeId, TypeItem, TypeKind, TypeName, TypeRef};

impl Emitter<'_> {
    /// The file of a component's types.
    pub(super) fn emit_component(&self, owner: TypeId) -> GeneratedFile {
        let home = Home::Component(owner);
        let items: Vec<Item> = self
            .items_at(home)
            .flat_map(|item| self.emit_item(item))
            .collect();
        self.file(&format!("types/{}.rs", self.api.item(owner).file), items)
    }

    /// A type with its implementations.
    pub(super) fn emit_item(&self, item: &TypeItem) -> Vec<Item> {
        match &item.kind {
            TypeKind::Struct(structure) => self.emit_struct(item, structure),
            TypeKind::OpenEnum(values) => self.emit_open_enum(item, values),
            TypeKind::Union(union) => self.emit_union(item, union),
            TypeKind::Newtype(shape) => self.emit_newtype(item, shape),
            TypeKind::Alias(target) => vec![self.emit_alias(item, target).into()],
        }
    }

    fn emit_alias(&self, item: &TypeItem, target: &TypeRef) -> TokenStream {
        let head = item_head(item, &[]);
        let name = ident(&item.rust);
        let target = self.emit_reference(target, item.home);
        quote! {
            #head
            pub type #name = #target;
        }
    }

    fn emit_newtype(&self, item: &TypeItem, shape: &Shape) -> Vec<Item> {
        let checks: Vec<String> = shape
            .constraints
            .iter()
            .filter_map(constraint::describe)
            .collect();
        let head = item_head(item, &checks);
        let name = ident(&item.rust);
        let inner = self.emit_reference(&shape.reference, item.home);
        let debug = (!item.secret).then(|| quote!(Debug,));
        let definition = quote! {
            #head
            #[derive(Clone, #debug PartialEq)]
            pub struct #name(pub #inner);
        };
        let hidden = item.secret.then(|| emit_hidden(&item.rust));
        let list = format!(
            "bindery::newtype!({}({}), {});\n",
            item.rust,
            spell_type(&inner),
            self.spelling(item.home).spell_outer(&shape.constraints)
        );
        vec![
            definition.into(),
            hidden.unwrap_or_default().into(),
            Item::List(list),
        ]
    }
}

/// A `Debug` that shows nothing of a newtype.
fn emit_hidden(name: &str) -> TokenStream {
    let ident = ident(name);
    quote! {
        impl std::fmt::Debug for #ident {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_tuple(#name).field(&bindery::Redacted).finish()
            }
        }
    }
}

/// The documentation and deprecation of a type.
pub(super) fn item_head(item: &TypeItem, more: &[String]) -> TokenStream {
    let mut paragraphs = vec![
        said_or_nothing(item.docs.as_deref()),
        direction_docs(item),
        null_docs(item),
    ];
    if !more.is_empty() {
        paragraphs.push(more.join(" "));
    }
    let docs = docs(&paragraphs);
    let deprecated = deprecated(item.deprecated);
    let derives = emit_derives(item);
    quote!(#docs #deprecated #derives)
}

/// That the schema admits null, which the type does not hold.
fn null_docs(item: &TypeItem) -> String {
    if item.nullable {
        "May be null: where it is used it stands in an `Option` or a `Field`.".to_owned()
    } else {
        String::new()
    }
}

/// What requests or responses have of a schema, where that is not all.
fn direction_docs(item: &TypeItem) -> String {
    let beside = match &item.origin {
        TypeName::Request { component, .. } => {
            Some(format!("{} as requests hold it.", code(component)))
        }
        TypeName::Base { component, .. } => Some(format!(
            "{} itself, and nothing that is made from it.",
            code(component)
        )),
        TypeName::Component(_) | TypeName::Holder { .. } | TypeName::Part { .. } => None,
    };
    let left_out = match &item.kind {
        TypeKind::Struct(structure) => structure.left_out.as_ref(),
        TypeKind::OpenEnum(_) | TypeKind::Union(_) | TypeKind::Newtype(_) | TypeKind::Alias(_) => {
            None
        }
    };
    let left_out = left_out.map(|left_out| {
        let names: Vec<String> = left_out.names.iter().map(|name| code(name)).collect();
        let (who, what) = match left_out.direction {
            Direction::Request => ("Requests", "read-only"),
            Direction::Response => ("Responses", "write-only"),
        };
        format!("{who} leave out what is {what}: {}.", names.join(", "))
    });
    let said: Vec<String> = beside.into_iter().chain(left_out).collect();
    said.join(" ")
}

/// What the user wants derived. Another name of a type has no derives.
fn emit_derives(item: &TypeItem) -> TokenStream {
    let always: &[&str] = match &item.kind {
        TypeKind::Alias(_) => return TokenStream::new(),
        TypeKind::OpenEnum(_) => &["Clone", "Debug", "Eq", "Hash", "PartialEq"],
        TypeKind::Struct(structure) if has_default(structure) => {
            &["Clone", "Debug", "Default", "PartialEq"]
        }
        TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Newtype(_) => {
            &["Clone", "Debug", "PartialEq"]
        }
    };
    let derives = item.derives.iter().map(String::as_str);
    let derives: Vec<_> = derives
        .filter(|path| !always.contains(path))
        .map(path_tokens)
        .collect();
    if derives.is_empty() {
        return TokenStream::new();
    }
    quote!(#[derive(#(#derives),*)])
}
