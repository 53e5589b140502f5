//! Strings with known values: enums that take any other value as well.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::docs::{code, docs};
use super::reference::ident;
use super::types::item_head;
use crate::api::{OpenEnum, TypeItem};

impl Emitter<'_> {
    /// An open enum and its implementations.
    pub(super) fn emit_open_enum(item: &TypeItem, values: &OpenEnum) -> Vec<TokenStream> {
        let name = ident(&item.rust);
        let head = item_head(item, &[]);
        let unknown = ident(&values.unknown);
        let variants: Vec<_> = values
            .variants
            .iter()
            .map(|variant| ident(&variant.name.rust))
            .collect();
        let wire: Vec<&String> = values
            .variants
            .iter()
            .map(|variant| &variant.name.source)
            .collect();
        let variant_docs = wire.iter().map(|value| docs(&[code(value)]));
        let definition = quote! {
            #head
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            pub enum #name {
                #(#variant_docs #variants,)*
                #[doc = " A value that the description does not name."]
                #unknown(String),
            }
        };
        let implementation = quote! {
            impl bindery::OpenEnum for #name {
                const VALUES: &'static [&'static str] = &[#(#wire),*];

                fn as_str(&self) -> &str {
                    match self {
                        #(Self::#variants => #wire,)*
                        Self::#unknown(value) => value,
                    }
                }

                fn from_value(value: std::borrow::Cow<'_, str>) -> Self {
                    match &*value {
                        #(#wire => Self::#variants,)*
                        _ => Self::#unknown(value.into_owned()),
                    }
                }
            }
        };
        vec![
            definition,
            implementation,
            quote!(bindery::open_enum!(#name);),
        ]
    }
}
