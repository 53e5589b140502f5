//! Types that are one of several.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Emitter;
use super::docs::{code, docs};
use super::reference::ident;
use super::types::item_head;
use crate::api::{Decision, Rule, TypeItem, Union};

impl Emitter<'_> {
    /// A union and its implementations.
    pub(super) fn emit_union(&self, item: &TypeItem, union: &Union) -> Vec<TokenStream> {
        let name = ident(&item.rust);
        let head = item_head(item, &[]);
        let variants: Vec<_> = union
            .variants
            .iter()
            .map(|variant| ident(&variant.name.rust))
            .collect();
        let names = union.variants.iter().map(|variant| &variant.name.rust);
        let types = union
            .variants
            .iter()
            .map(|variant| self.emit_reference(&variant.shape.reference, item.home));
        let variant_docs = union
            .variants
            .iter()
            .map(|variant| docs(&[code(&variant.name.source)]));
        let last = union.variants.len().saturating_sub(1);
        let indices = (0..=last).map(|index| match index {
            // The runtime asks for no other index.
            _ if index == last => quote!(_),
            _ => {
                let index = Literal::usize_unsuffixed(index);
                quote!(#index)
            }
        });
        let decision = emit_decision(&union.decision);
        let unknown = Unknown::of(union);
        let (unknown_variant, unknown_read, unknown_visit) =
            (&unknown.variant, &unknown.read, &unknown.visit);
        let definition = quote! {
            #head
            #[derive(Clone, Debug, PartialEq)]
            pub enum #name {
                #(#variant_docs #variants(#types),)*
                #unknown_variant
            }
        };
        let implementation = quote! {
            impl bindery::Union for #name {
                const VARIANTS: bindery::Variants = #decision;
                const NAMES: &'static [&'static str] = &[#(#names),*];

                fn read(
                    index: usize,
                    value: bindery::Json,
                ) -> Result<Self, bindery::serde_json::Error> {
                    match index {
                        #(#indices => bindery::union_variant(value, Self::#variants),)*
                    }
                }

                #unknown_read

                fn visit<V: bindery::VariantVisitor>(&self, visitor: V) -> Result<V::Ok, V::Error> {
                    match self {
                        #(Self::#variants(value) => visitor.variant(value),)*
                        #unknown_visit
                    }
                }
            }
        };
        vec![definition, implementation, quote!(bindery::union!(#name);)]
    }
}

/// The variant for a discriminator's unknown values.
#[derive(Default)]
struct Unknown {
    variant: TokenStream,
    read: TokenStream,
    visit: TokenStream,
}

impl Unknown {
    fn of(union: &Union) -> Self {
        let Decision::Discriminator { .. } = &union.decision else {
            return Self::default();
        };
        let unknown = ident(&union.unknown);
        Self {
            variant: quote! {
                #[doc = " A value whose discriminator the description does not name."]
                #unknown(bindery::Json),
            },
            read: quote! {
                fn unknown(value: bindery::Json) -> Option<Self> {
                    Some(Self::#unknown(value))
                }
            },
            visit: quote!(Self::#unknown(value) => visitor.unknown(value),),
        }
    }
}

fn emit_decision(decision: &Decision) -> TokenStream {
    match decision {
        Decision::Discriminator { property, values } => {
            let values = values.iter().map(|(value, index)| {
                let index = Literal::usize_unsuffixed(*index);
                quote!((#value, #index))
            });
            quote!(bindery::Variants::Discriminator { property: #property, values: &[#(#values),*] })
        }
        Decision::Rules(rules) => {
            let rules = rules.iter().map(emit_rule);
            quote!(bindery::Variants::Decide(&[#(#rules),*]))
        }
    }
}

fn emit_rule(rule: &Rule) -> TokenStream {
    match rule {
        Rule::Type(json_type) => {
            let name = json_type.as_str();
            let name = ident(&heck::ToUpperCamelCase::to_upper_camel_case(name));
            quote!(bindery::Decide::Type(bindery::JsonType::#name))
        }
        Rule::Property(property) => quote!(bindery::Decide::Property(#property)),
        Rule::Trial => quote!(bindery::Decide::Trial),
    }
}
