//! Groups: a file for each, with its operations and their inline types.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{code, deprecated, docs, said};
use super::reference::ident;
use super::table::Item;
use super::{Emitter, GeneratedFile};
use crate::api::{Call, Group, Home};

impl Emitter<'_> {
    /// The file of a group.
    pub(super) fn emit_group(&self, index: usize) -> GeneratedFile {
        let group = &self.api.groups[index];
        let home = Home::Group(index);
        let mut items: Vec<Item> = vec![module_docs(group).into()];
        items.extend(self.emit_group_type(group, home).map(Item::Code));
        for call in &group.calls {
            let call = self.emit_call(call, group, home);
            items.extend(call.into_iter().map(Item::Code));
        }
        for item in self.items_at(home) {
            items.extend(self.emit_item(item));
        }
        self.file(&format!("{}.rs", group.name.rust), items)
    }

    fn emit_group_type(&self, group: &Group, home: Home) -> [TokenStream; 2] {
        let name = ident(&group.rust_type);
        let docs = docs(&[Self::group_docs(group)]);
        let methods = group
            .calls
            .iter()
            .map(|call| self.emit_method(call, group, home));
        let definition = quote! {
            #docs
            #[derive(Clone, Copy, Debug)]
            pub struct #name<'c> {
                client: &'c super::Client,
            }
        };
        let methods = quote! {
            impl<'c> #name<'c> {
                pub(super) fn new(client: &'c super::Client) -> Self {
                    Self { client }
                }

                #(#methods)*
            }
        };
        [definition, methods]
    }

    pub(super) fn group_docs(group: &Group) -> String {
        said(
            group.docs.as_deref(),
            &format!("The operations of {}.", code(&group.name.source)),
        )
    }

    fn emit_method(&self, call: &Call, group: &Group, home: Home) -> TokenStream {
        let docs = docs(&self.method_docs(call, group, home));
        let deprecated = deprecated(call.deprecated);
        let name = ident(&call.name.rust);
        let call_type = ident(&call.rust_type);
        let arguments = self.emit_arguments(call, home);
        let values = Self::emit_argument_values(call);
        quote! {
            #docs
            #deprecated
            pub fn #name(self, #(#arguments),*) -> #call_type<&'c super::Client> {
                #call_type::with_client(self.client, #(#values),*)
            }
        }
    }
}

fn module_docs(group: &Group) -> TokenStream {
    let text = format!(
        " The operations of {}, and the types only they use.",
        code(&group.name.source)
    );
    quote!(#![doc = #text])
}
