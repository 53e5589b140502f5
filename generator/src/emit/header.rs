//! The headers of an operation's replies, as constants of the operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::docs::{code, deprecated, docs, said_or_nothing};
use super::outcome::status_text;
use super::reference::ident;
use crate::api::{Call, Home, ReplyHeader};

impl Emitter<'_> {
    /// The constants.
    pub(super) fn emit_headers(&self, call: &Call, home: Home) -> Vec<TokenStream> {
        let headers = call.headers.iter();
        headers
            .map(|header| self.emit_header(header, home))
            .collect()
    }

    fn emit_header(&self, header: &ReplyHeader, home: Home) -> TokenStream {
        let statuses: Vec<String> = header.statuses.iter().copied().map(status_text).collect();
        let docs = docs(&[
            format!(
                "The header {} of replies with {}.",
                code(&header.name.source),
                statuses.join(", ")
            ),
            said_or_nothing(header.docs.as_deref()),
        ]);
        let deprecated = deprecated(header.deprecated);
        let name = ident(&header.name.rust);
        let source = &header.name.source;
        let value = self.emit_reference(&header.reference, home);
        let exploded = header.explode.then(|| quote!(.exploded()));
        let json = header.json.then(|| quote!(.json()));
        quote! {
            #docs
            #deprecated
            pub const #name: bindery::Header<#value> =
                bindery::Header::new(#source) #exploded #json;
        }
    }
}
