//! Structs: their fields, and the one listing each of decoding and encoding that
//! the runtime's `Object` asks for.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::{code, deprecated, docs, said};
use super::reference::ident;
use super::types::item_head;
use super::{Emitter, constraint};
use crate::api::{Additional, Home, Presence, Property, Struct, TypeItem};

impl Emitter<'_> {
    /// A struct and its implementations.
    pub(super) fn emit_struct(&self, item: &TypeItem, structure: &Struct) -> Vec<TokenStream> {
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
        let mut items = vec![definition];
        items.extend(emit_debug(&name, structure));
        items.push(emit_object(&name, structure));
        items.push(quote!(bindery::object!(#name);));
        items
    }

    fn emit_field(&self, property: &Property, home: Home) -> TokenStream {
        let fallback = format!("The property {}.", code(&property.name.source));
        let checks: Vec<String> = property
            .shape
            .constraints
            .iter()
            .filter_map(constraint::describe)
            .collect();
        let docs = docs(&[said(property.docs.as_deref(), &fallback), checks.join(" ")]);
        let deprecated = deprecated(property.deprecated);
        let field = ident(&property.name.rust);
        let field_type = self.emit_field_type(&property.shape.reference, property.presence, home);
        quote!(#docs #deprecated pub #field: #field_type,)
    }

    fn emit_additional_field(&self, additional: &Additional, home: Home) -> TokenStream {
        let Additional::Kept { field, shape } = additional else {
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
    let optional = |property: &Property| match property.presence {
        Presence::Optional | Presence::OptionalNullable => true,
        Presence::Required | Presence::RequiredNullable => false,
    };
    let debug = (!has_secrets(structure)).then(|| quote!(Debug,));
    let default = structure
        .properties
        .iter()
        .all(optional)
        .then(|| quote!(Default,));
    quote!(#[derive(Clone, #debug #default PartialEq)])
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
        Additional::Dropped | Additional::Refused => TokenStream::new(),
    };
    Some(quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_struct(#shown) #(#fields)* #additional .finish()
            }
        }
    })
}

fn emit_object(name: &Ident, structure: &Struct) -> TokenStream {
    let wire_names = structure
        .properties
        .iter()
        .map(|property| &property.name.source);
    let constraints = (!structure.constraints.is_empty()).then(|| {
        let constraints = constraint::emit_constraints(&structure.constraints);
        quote!(const CONSTRAINTS: &'static [bindery::Constraint] = #constraints;)
    });
    let read = emit_read(structure);
    let visit = emit_visit(structure);
    quote! {
        impl bindery::Object for #name {
            const PROPERTIES: &'static [&'static str] = &[#(#wire_names),*];
            #constraints
            #read
            #visit
        }
    }
}

fn emit_read(structure: &Struct) -> TokenStream {
    let properties = &structure.properties;
    let slots = properties.iter().map(emit_slot);
    let (next, extra_slot, extra_field) = emit_next(&structure.additional);
    let arms = properties.iter().enumerate().map(|(index, property)| {
        let index = Literal::usize_unsuffixed(index);
        let (slot, method) = (local(property), read_method(property.presence));
        quote!(#index => #slot = reader.#method()?,)
    });
    let fields = properties
        .iter()
        .enumerate()
        .map(|(index, property)| emit_filled(index, property));
    let body = if properties.is_empty() {
        quote!(while reader.#next?.is_some() { reader.skip()?; })
    } else {
        quote! {
            while let Some(index) = reader.#next? {
                match index {
                    #(#arms)*
                    _ => reader.skip()?,
                }
            }
        }
    };
    quote! {
        fn read<'de, A: bindery::serde::de::MapAccess<'de>>(
            mut reader: bindery::Properties<A>,
        ) -> Result<Self, A::Error> {
            #(#slots)*
            #extra_slot
            #body
            Ok(Self { #(#fields)* #extra_field })
        }
    }
}

fn emit_slot(property: &Property) -> TokenStream {
    let slot = local(property);
    match property.presence {
        Presence::OptionalNullable => quote!(let mut #slot = bindery::Field::Absent;),
        Presence::Required | Presence::RequiredNullable | Presence::Optional => {
            quote!(let mut #slot = None;)
        }
    }
}

fn read_method(presence: Presence) -> Ident {
    match presence {
        Presence::Required | Presence::RequiredNullable => format_ident!("value"),
        Presence::Optional => format_ident!("optional"),
        Presence::OptionalNullable => format_ident!("nullable"),
    }
}

/// How the next property is asked for, and where those that are not named go.
fn emit_next(additional: &Additional) -> (TokenStream, TokenStream, TokenStream) {
    match additional {
        Additional::Dropped => (quote!(next()), TokenStream::new(), TokenStream::new()),
        Additional::Refused => (
            quote!(next_refusing()),
            TokenStream::new(),
            TokenStream::new(),
        ),
        Additional::Kept { field, .. } => {
            let field = ident(field);
            (
                quote!(next_keeping(&mut #field)),
                quote!(let mut #field = Default::default();),
                quote!(#field,),
            )
        }
    }
}

fn emit_filled(index: usize, property: &Property) -> TokenStream {
    let field = ident(&property.name.rust);
    let slot = local(property);
    let index = Literal::usize_unsuffixed(index);
    match property.presence {
        Presence::Required | Presence::RequiredNullable => {
            quote!(#field: reader.required(#index, #slot)?,)
        }
        Presence::Optional | Presence::OptionalNullable if slot == field => quote!(#field,),
        Presence::Optional | Presence::OptionalNullable => quote!(#field: #slot,),
    }
}

/// The local of a field. A trailing underscore is never a field's own: no word ends in one.
fn local(property: &Property) -> Ident {
    match property.name.rust.as_str() {
        name @ ("reader" | "index") => format_ident!("{name}_"),
        name => ident(name),
    }
}

fn emit_visit(structure: &Struct) -> TokenStream {
    let visits = structure.properties.iter().map(|property| {
        let field = ident(&property.name.rust);
        let name = &property.name.source;
        let method = match property.presence {
            Presence::Required | Presence::RequiredNullable => format_ident!("required"),
            Presence::Optional => format_ident!("optional"),
            Presence::OptionalNullable => format_ident!("nullable"),
        };
        let constrain = (!property.shape.constraints.is_empty()).then(|| {
            let constraints = constraint::emit_constraints(&property.shape.constraints);
            quote!(.constrain(#constraints))
        });
        quote!(visitor #constrain .#method(#name, &self.#field)?;)
    });
    let end = match &structure.additional {
        Additional::Dropped | Additional::Refused => quote!(Ok(())),
        Additional::Kept { field, shape } => {
            let field = ident(field);
            let constrain = (!shape.constraints.is_empty()).then(|| {
                let constraints = constraint::emit_constraints(&shape.constraints);
                quote!(.constrain(#constraints))
            });
            quote!(visitor #constrain .additional(&self.#field))
        }
    };
    let visitor = if let (Additional::Dropped | Additional::Refused, true) =
        (&structure.additional, structure.properties.is_empty())
    {
        quote!(_visitor)
    } else {
        quote!(visitor)
    };
    quote! {
        fn visit<V: bindery::Visitor>(&self, #visitor: &mut V) -> Result<(), V::Error> {
            #(#visits)*
            #end
        }
    }
}
