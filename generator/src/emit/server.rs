//! The servers that a description names, as constants and functions of the client.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::docs::{code, docs, said_in_line, said_or_nothing};
use super::reference::ident;
use crate::api::{Server, ServerVariable, UrlPiece};

impl Emitter<'_> {
    /// The URLs of the servers, where there is a choice.
    pub(super) fn emit_servers(&self) -> Vec<TokenStream> {
        let door = match self.api.base_url {
            Some(_) => "builder_at",
            None => "builder",
        };
        let servers = self.api.servers.iter();
        servers.map(|server| emit_server(server, door)).collect()
    }
}

fn emit_server(server: &Server, door: &str) -> TokenStream {
    let title = format!(
        "The URL of the server {}, for [`Client::{door}`].",
        code(&server.template)
    );
    let variables: Vec<String> = server.variables.iter().map(variable_docs).collect();
    let docs = docs(&[
        title,
        said_or_nothing(server.docs.as_deref()),
        variables.join("\n"),
    ]);
    let name = ident(&server.name.rust);
    if server.variables.is_empty() {
        let url = &server.template;
        return quote!(#docs pub const #name: &'static str = #url;);
    }
    let arguments = server.variables.iter().map(|variable| {
        let name = ident(&variable.name.rust);
        quote!(#name: &str)
    });
    let pieces = server.pieces.iter().map(|piece| match piece {
        UrlPiece::Text(text) => quote!(#text),
        UrlPiece::Variable(index) => {
            let name = ident(&server.variables[*index].name.rust);
            quote!(#name)
        }
    });
    quote! {
        #docs
        pub fn #name(#(#arguments),*) -> String {
            [#(#pieces),*].concat()
        }
    }
}

/// A variable, its values and what is said of it.
fn variable_docs(variable: &ServerVariable) -> String {
    let values: Vec<String> = variable.values.iter().map(|value| code(value)).collect();
    let values = match values.as_slice() {
        [] => String::new(),
        values => format!(", one of {}", values.join(", ")),
    };
    let line = format!(
        "- `{}`: {} by default{values}. {}",
        variable.name.rust.trim_start_matches("r#"),
        code(&variable.default),
        said_in_line(variable.docs.as_deref())
    );
    line.trim_end().to_owned()
}
