//! Strings with known values: enums that take any other value as well.

use quote::quote;

use super::Emitter;
use super::docs::{code, docs, said_or_nothing};
use super::reference::ident;
use super::table::{Item, list, literal};
use super::types::item_head;
use crate::api::{Name, OpenEnum, TypeItem};

impl Emitter<'_> {
    /// An open enum and its implementations.
    pub(super) fn emit_open_enum(&self, item: &TypeItem, values: &OpenEnum) -> Vec<Item> {
        let name = ident(&item.rust);
        let head = item_head(item, &[]);
        let unknown = ident(&values.unknown);
        let variants = values.variants.iter().map(|variant| {
            let docs = docs(&[
                value_docs(&variant.name),
                said_or_nothing(variant.docs.as_deref()),
            ]);
            let name = ident(&variant.name.rust);
            quote!(#docs #name,)
        });
        let definition = quote! {
            #head
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            pub enum #name {
                #(#variants)*
                #[doc = " A value that the description does not name."]
                #unknown(String),
            }
        };
        let rows = values
            .variants
            .iter()
            .map(|variant| format!("{} = {}", variant.name.rust, literal(&variant.name.source)));
        let checks = self.spelling(item.home).spell_checks(&values.constraints);
        let after = format!(" else {}{checks}", values.unknown);
        let list = list("open_enum", &item.rust, &rows.collect::<Vec<_>>(), &after);
        vec![definition.into(), list]
    }
}

/// The value, where the variant's name does not say it.
fn value_docs(name: &Name) -> String {
    let spoken = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    if spoken(&name.source) == spoken(&name.rust) {
        String::new()
    } else {
        code(&name.source)
    }
}
