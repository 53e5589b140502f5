//! Pagination: how the operation for the next page is made from a page.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::reference::ident;
use crate::api::{Call, Home, ItemList, Next, Pagination, Presence, Step};

impl Emitter<'_> {
    /// The implementations of pagination, where the operation's result comes in pages.
    pub(super) fn emit_pages(&self, call: &Call, home: Home) -> Vec<TokenStream> {
        let Some(pagination) = &call.pagination else {
            return Vec::new();
        };
        let name = ident(&call.rust_type);
        let mut items = vec![
            emit_page_trait(call, pagination),
            quote!(bindery::paginate!(#name, super::Client);),
        ];
        if let Some(list) = &pagination.items {
            items.push(self.emit_items_trait(call, list, home));
            items.push(quote!(bindery::paginate_items!(#name, super::Client);));
        }
        items
    }

    fn emit_items_trait(&self, call: &Call, list: &ItemList, home: Home) -> TokenStream {
        let name = ident(&call.rust_type);
        let item = self.emit_reference(&list.item, home);
        let items = match &list.step {
            None => quote!(page),
            Some(step) => {
                let field = ident(&step.field);
                match step.presence {
                    Presence::Required => quote!(page.#field),
                    Presence::RequiredNullable | Presence::Optional => {
                        quote!(page.#field.unwrap_or_default())
                    }
                    Presence::OptionalNullable => {
                        quote!(page.#field.into_option().unwrap_or_default())
                    }
                }
            }
        };
        quote! {
            impl<C: Clone> bindery::PaginatedItems for #name<C> {
                type Item = #item;

                fn items(page: Self::Output) -> Vec<Self::Item> {
                    #items
                }
            }
        }
    }
}

/// The next page is where the cursor is; an empty cursor is none.
fn emit_cursor_next(field: &proc_macro2::Ident, path: &[Step]) -> TokenStream {
    let mut way = quote!(page);
    let last = path.len().saturating_sub(1);
    for (index, step) in path.iter().enumerate() {
        let name = ident(&step.field);
        way = match (step.presence, index == last) {
            (Presence::Required, false) => quote!(#way.#name),
            (Presence::Required, true) => quote!(&#way.#name),
            (Presence::RequiredNullable | Presence::Optional, _) => quote!(#way.#name.as_ref()?),
            (Presence::OptionalNullable, _) => quote!(#way.#name.value()?),
        };
    }
    quote! {
        let cursor = #way;
        if cursor.is_empty() {
            return None;
        }
        let mut next = self.clone();
        next.#field = Some(cursor.clone());
        Some(next)
    }
}

fn emit_page_trait(call: &Call, pagination: &Pagination) -> TokenStream {
    let name = ident(&call.rust_type);
    let (Next::Cursor { parameter, .. } | Next::PageNumber { parameter }) = &pagination.next;
    let field = ident(&call.parameters[*parameter].name.rust);
    let (next, cursor) = match &pagination.next {
        Next::Cursor { path, .. } => (emit_cursor_next(&field, path), quote!(self.#field.clone())),
        Next::PageNumber { .. } => (
            emit_counted_next(&field, pagination),
            quote!(self.#field.as_ref().map(|page| page.to_string())),
        ),
    };
    let counts = match &pagination.next {
        Next::Cursor { .. } => TokenStream::new(),
        Next::PageNumber { .. } => quote!(
            const COUNTS: bool = true;
        ),
    };
    quote! {
        impl<C: Clone> bindery::Paginated for #name<C> {
            #counts

            fn next(&self, page: &Self::Output) -> Option<Self> {
                #next
            }

            fn cursor(&self) -> Option<String> {
                #cursor
            }
        }
    }
}

fn emit_counted_next(field: &proc_macro2::Ident, pagination: &Pagination) -> TokenStream {
    let is_empty = match &pagination.items {
        Some(ItemList { step: None, .. }) => quote!(page.is_empty()),
        Some(ItemList {
            step: Some(step), ..
        }) => {
            let list = ident(&step.field);
            match step.presence {
                Presence::Required => quote!(page.#list.is_empty()),
                Presence::RequiredNullable | Presence::Optional => {
                    quote!(page.#list.as_ref().is_none_or(|items| items.is_empty()))
                }
                Presence::OptionalNullable => {
                    quote!(page.#list.value().is_none_or(|items| items.is_empty()))
                }
            }
        }
        None => quote!(bindery::page_is_empty(page)),
    };
    quote! {
        if #is_empty {
            return None;
        }
        let mut next = self.clone();
        next.#field = Some(bindery::next_page(self.#field.clone())?);
        Some(next)
    }
}
