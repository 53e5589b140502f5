//! Structs: their fields, and the list of them that the runtime reads and writes by.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs::{deprecated, docs, said_or_nothing};
use super::reference::ident;
use super::table::{Item, list, literal};
use super::types::item_head;
use super::{Emitter, constraint};
use crate::api::{Additional, Home, Presence, Property, Struct, TypeItem};

impl Emitter<'_> {
    /// A struct and its implementations.
    pub(super) fn emit_struct(&self, item: &TypeItem, structure: &Struct) -> Vec<Item> {
        let name = ident(&item.rust);
        let head = item_head(item, &[]);
        let derive = emit_derive(structure);
        let fields = structure
            .properties
            .iter()
            .map(|property| self.emit_field(property, item.home));
        let additional = self.emit_additional_field(&structure.additional, item.home);
        let definition = quote! {
            #head
            #derive
            pub struct #name {
                #(#fields)*
                #additional
            }
        };
        let mut items = vec![definition.into()];
        items.extend(emit_debug(&name, structure).map(Item::Code));
        items.push(self.list_properties(item, structure));
        items.extend(self.list_defaults(item, structure));
        items
    }

    fn emit_field(&self, property: &Property, home: Home) -> TokenStream {
        let checks: Vec<String> = property
            .shape
            .constraints
            .iter()
            .filter_map(constraint::describe)
            .collect();
        let unmade = self.unmade_default(property, home);
        let docs = docs(&[
            said_or_nothing(property.docs.as_deref()),
            checks.join(" "),
            unmade.unwrap_or_default(),
        ]);
        let deprecated = deprecated(property.deprecated);
        let field = ident(&property.name.rust);
        let field_type = self.emit_field_type(&property.shape.reference, property.presence, home);
        quote!(#docs #deprecated pub #field: #field_type,)
    }

    fn emit_additional_field(&self, additional: &Additional, home: Home) -> TokenStream {
        let Additional::Kept { field, shape, .. } = additional else {
            return TokenStream::new();
        };
        let field = ident(field);
        let field_type = match &shape.reference {
            crate::api::TypeRef::Json => quote!(bindery::JsonObject),
            reference => {
                let value = self.emit_reference(reference, home);
                quote!(std::collections::BTreeMap<String, #value>)
            }
        };
        quote! {
            #[doc = " Every other property."]
            pub #field: #field_type,
        }
    }
}

/// `Default` where nothing is required, and `Debug` where nothing is secret.
fn emit_derive(structure: &Struct) -> TokenStream {
    let debug = (!has_secrets(structure)).then(|| quote!(Debug,));
    let default = has_default(structure).then(|| quote!(Default,));
    quote!(#[derive(Clone, #debug #default PartialEq)])
}

/// Whether nothing is required, and nothing tells what the struct is among others.
pub(super) fn has_default(structure: &Struct) -> bool {
    let optional = |property: &Property| match property.presence {
        Presence::Optional | Presence::OptionalNullable => property.fixed.is_none(),
        Presence::Required | Presence::RequiredNullable => false,
    };
    structure.properties.iter().all(optional)
}

fn has_secrets(structure: &Struct) -> bool {
    structure.properties.iter().any(|property| property.secret)
}

/// A `Debug` that shows no secret.
fn emit_debug(name: &Ident, structure: &Struct) -> Option<TokenStream> {
    if !has_secrets(structure) {
        return None;
    }
    let shown = name.to_string();
    let fields = structure.properties.iter().map(|property| {
        let field = ident(&property.name.rust);
        let label = property.name.rust.trim_start_matches("r#");
        if property.secret {
            quote!(.field(#label, &bindery::Redacted))
        } else {
            quote!(.field(#label, &self.#field))
        }
    });
    let additional = match &structure.additional {
        Additional::Kept { field, .. } => {
            let name = ident(field);
            quote!(.field(#field, &self.#name))
        }
        Additional::Dropped | Additional::Closed | Additional::Refused => TokenStream::new(),
    };
    Some(quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_struct(#shown) #(#fields)* #additional .finish()
            }
        }
    })
}

impl Emitter<'_> {
    /// The list of the properties: field, presence, name in JSON, checks.
    fn list_properties(&self, item: &TypeItem, structure: &Struct) -> Item {
        let spelling = self.spelling(item.home);
        let rows = structure.properties.iter().map(|property| {
            format!(
                "{}: {} {}{}",
                property.name.rust,
                presence_word(property.presence),
                literal(&property.name.source),
                spelling.spell_bracketed(&property.shape.constraints)
            )
        });
        let additional = match &structure.additional {
            Additional::Dropped => String::new(),
            Additional::Closed => CLOSED.to_owned(),
            Additional::Refused => ", others: refused".to_owned(),
            Additional::Kept {
                field,
                shape,
                is_closed,
            } => {
                format!(
                    ", kept: {field}{}{}",
                    spelling.spell_bracketed(&shape.constraints),
                    if *is_closed { CLOSED } else { "" }
                )
            }
        };
        let checks = spelling.spell_checks(&structure.constraints);
        let after = additional + &checks + &self.spell_constructor(structure, item.home);
        list("object", &item.rust, &rows.collect::<Vec<_>>(), &after)
    }
}

/// What the list says where the schema forbids other properties.
const CLOSED: &str = ", others: closed";

fn presence_word(presence: Presence) -> &'static str {
    match presence {
        Presence::Required | Presence::RequiredNullable => "required",
        Presence::Optional => "optional",
        Presence::OptionalNullable => "nullable",
    }
}
