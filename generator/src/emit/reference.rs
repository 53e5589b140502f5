//! Uses of types, spelled for the file they stand in.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::Emitter;
use super::value::tuple;
use crate::api::{Home, NumberType, Prefixed, Presence, TimeType, TypeId, TypeRef};

/// A settled name as an identifier.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A path of the user's, which the configuration has looked at.
pub(super) fn path_tokens(path: &str) -> TokenStream {
    path.parse().unwrap_or_default()
}

fn emit_number(number: NumberType) -> TokenStream {
    match number {
        NumberType::I8 => quote!(i8),
        NumberType::I16 => quote!(i16),
        NumberType::I32 => quote!(i32),
        NumberType::I64 => quote!(i64),
        NumberType::U8 => quote!(u8),
        NumberType::U16 => quote!(u16),
        NumberType::U32 => quote!(u32),
        NumberType::U64 => quote!(u64),
        NumberType::Integer => quote!(bindery::Integer),
        NumberType::F64 => quote!(f64),
        NumberType::Decimal => quote!(bindery::Decimal),
    }
}

impl Emitter<'_> {
    /// The type that `reference` is, as written in the file `at`.
    pub(super) fn emit_reference(&self, reference: &TypeRef, at: Home) -> TokenStream {
        match reference {
            TypeRef::Named(id) => self.emit_path(*id, at),
            TypeRef::String => quote!(String),
            TypeRef::Boolean => quote!(bool),
            TypeRef::Number(number) => emit_number(*number),
            TypeRef::Time(TimeType::DateTime) => quote!(bindery::DateTime),
            TypeRef::Time(TimeType::Timestamp) => quote!(bindery::jiff::Timestamp),
            TypeRef::Time(TimeType::Date) => quote!(bindery::jiff::civil::Date),
            TypeRef::Text(text) => path_tokens(text.path()),
            TypeRef::Bytes => quote!(bindery::bytes::Bytes),
            TypeRef::Stream => quote!(bindery::Body),
            TypeRef::File => quote!(bindery::File),
            TypeRef::Never => quote!(bindery::Never),
            TypeRef::Json => quote!(bindery::Json),
            TypeRef::JsonObject => quote!(bindery::JsonObject),
            TypeRef::Array(item) => {
                let item = self.emit_reference(&item.reference, at);
                quote!(Vec<#item>)
            }
            TypeRef::Tuple(items) => {
                let items = items
                    .iter()
                    .map(|item| self.emit_reference(&item.reference, at));
                if items.len() == 1 {
                    quote!((#(#items,)*))
                } else {
                    quote!((#(#items),*))
                }
            }
            TypeRef::Prefixed(array) => self.emit_prefixed(array, at),
            TypeRef::Map(value) => {
                let value = self.emit_reference(&value.reference, at);
                quote!(std::collections::BTreeMap<String, #value>)
            }
            TypeRef::Nullable(inner) => {
                let inner = self.emit_reference(inner, at);
                quote!(Option<#inner>)
            }
            TypeRef::External(path) => path_tokens(path),
            TypeRef::Boxed(inner) => {
                let inner = self.emit_reference(inner, at);
                quote!(Box<#inner>)
            }
        }
    }

    /// The type of a field that holds `reference`.
    pub(super) fn emit_field_type(
        &self,
        reference: &TypeRef,
        presence: Presence,
        at: Home,
    ) -> TokenStream {
        let inner = self.emit_reference(reference, at);
        match presence {
            Presence::Required => inner,
            Presence::RequiredNullable | Presence::Optional => quote!(Option<#inner>),
            Presence::OptionalNullable => quote!(bindery::Field<#inner>),
        }
    }

    /// `bindery::Tuple`: the first items, how many of them there always are, and all others, where there are any.
    fn emit_prefixed(&self, array: &Prefixed, at: Home) -> TokenStream {
        let items = array.prefix.iter();
        let items =
            items.map(|item| self.emit_field_type(&item.shape.reference, item.presence, at));
        let prefix = if items.len() == 1 {
            quote!((#(#items,)*))
        } else {
            quote!((#(#items),*))
        };
        let required = Literal::usize_unsuffixed(array.required);
        match (&array.rest, array.required) {
            (Some(rest), _) => {
                let rest = self.emit_reference(&rest.reference, at);
                quote!(bindery::Tuple<#prefix, #required, #rest>)
            }
            (None, 0) => quote!(bindery::Tuple<#prefix>),
            (None, _) => quote!(bindery::Tuple<#prefix, #required>),
        }
    }

    fn emit_path(&self, id: TypeId, at: Home) -> TokenStream {
        let item = self.api.item(id);
        let name = ident(&item.rust);
        match (at, item.home) {
            (at, home) if at == home => quote!(#name),
            (Home::Component(_), Home::Component(_)) => quote!(super::#name),
            (Home::Group(_), Home::Component(_)) => quote!(super::types::#name),
            (Home::Component(_), Home::Group(group)) => {
                let group = ident(&self.api.groups[group].name.rust);
                quote!(super::super::#group::#name)
            }
            (Home::Group(_), Home::Group(group)) => {
                let group = ident(&self.api.groups[group].name.rust);
                quote!(super::#group::#name)
            }
        }
    }

    /// The path by which an example reaches a type, from outside of the crate.
    pub(super) fn outside_path(&self, reference: &TypeRef) -> String {
        match reference {
            TypeRef::Named(id) => {
                let item = self.api.item(*id);
                let module = match item.home {
                    Home::Component(_) => "types".to_owned(),
                    Home::Group(group) => self.api.groups[group].name.rust.clone(),
                };
                format!("{}::{module}::{}", self.placement.module, item.rust)
            }
            TypeRef::Array(item) => format!("Vec<{}>", self.outside_path(&item.reference)),
            TypeRef::Tuple(items) => {
                let items = items.iter();
                let items = items.map(|item| self.outside_path(&item.reference));
                tuple(&items.collect::<Vec<_>>())
            }
            TypeRef::Prefixed(array) => self.outside_prefixed(array),
            TypeRef::Map(value) => {
                format!(
                    "std::collections::BTreeMap<String, {}>",
                    self.outside_path(&value.reference)
                )
            }
            TypeRef::External(path) => match path.strip_prefix("crate::") {
                Some(rest) => format!("{}::{rest}", self.outside_crate()),
                None => path.clone(),
            },
            TypeRef::Nullable(inner) => format!("Option<{}>", self.outside_path(inner)),
            TypeRef::Boxed(inner) => format!("Box<{}>", self.outside_path(inner)),
            TypeRef::String
            | TypeRef::Boolean
            | TypeRef::Number(_)
            | TypeRef::Time(_)
            | TypeRef::Text(_)
            | TypeRef::Bytes
            | TypeRef::Stream
            | TypeRef::File
            | TypeRef::Never
            | TypeRef::Json
            | TypeRef::JsonObject => self.outside_plain(reference),
        }
    }

    fn outside_prefixed(&self, array: &Prefixed) -> String {
        let bindery = format!("{}::bindery", self.placement.library);
        let prefix = array.prefix.iter().map(|item| {
            let inner = self.outside_path(&item.shape.reference);
            match item.presence {
                Presence::Required => inner,
                Presence::RequiredNullable | Presence::Optional => format!("Option<{inner}>"),
                Presence::OptionalNullable => format!("{bindery}::Field<{inner}>"),
            }
        });
        let prefix = tuple(&prefix.collect::<Vec<_>>());
        let rest = array.rest.as_ref();
        let rest = rest.map(|rest| self.outside_path(&rest.reference));
        match (rest, array.required) {
            (Some(rest), required) => format!("{bindery}::Tuple<{prefix}, {required}, {rest}>"),
            (None, 0) => format!("{bindery}::Tuple<{prefix}>"),
            (None, required) => format!("{bindery}::Tuple<{prefix}, {required}>"),
        }
    }

    /// The crate, as an example names it.
    fn outside_crate(&self) -> &str {
        let library = self.placement.library.as_str();
        library.split_once("::").map_or(library, |(name, _)| name)
    }

    fn outside_plain(&self, reference: &TypeRef) -> String {
        let spelled = self
            .emit_reference(reference, Home::Component(TypeId(0)))
            .to_string();
        let bindery = format!("{}::bindery::", self.placement.library);
        spelled.replace(' ', "").replace("bindery::", &bindery)
    }
}
