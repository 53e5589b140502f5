//! The client: a thin shell around the runtime's, with a method for each group
//! and a builder with a method for each credential.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{code, docs, said_or_nothing};
use super::reference::ident;
use super::{Emitter, GeneratedFile};
use crate::api::{Credential, CredentialKind, Group};

impl Emitter<'_> {
    /// The file of the client.
    pub(super) fn emit_client(&self) -> GeneratedFile {
        let module_docs = format!(" The client of {}.", code(&self.api.title));
        let items = vec![
            quote!(#![doc = #module_docs]),
            self.emit_client_type(),
            self.emit_client_methods(),
            emit_client_core(),
            emit_builder_type(),
            self.emit_builder_methods(),
        ];
        self.file("client.rs", items)
    }

    fn emit_client_type(&self) -> TokenStream {
        let docs = docs(&[
            format!("A client of {}.", code(&self.api.title)),
            "Cloning it is cheap; clones share connections and credentials.".to_owned(),
        ]);
        quote! {
            #docs
            #[derive(Clone, Debug)]
            pub struct Client {
                core: bindery::Client,
            }
        }
    }

    fn emit_client_methods(&self) -> TokenStream {
        let builder = self.emit_builder_function();
        let servers = self.emit_servers();
        let groups = self.api.groups.iter().map(Self::emit_group_method);
        quote! {
            impl Client {
                #(#servers)*

                #builder

                #(#groups)*

                #[doc = " The same client with another time limit for each call."]
                #[must_use]
                pub fn with_timeout(&self, timeout: std::time::Duration) -> Self {
                    Self { core: self.core.with_timeout(timeout) }
                }
            }
        }
    }

    fn emit_builder_function(&self) -> TokenStream {
        if let Some(base_url) = &self.api.base_url {
            let docs = docs(&[format!("Starts a client of the server {}.", code(base_url))]);
            let mut calls = self.api.groups.iter().flat_map(|group| &group.calls);
            let builder = if calls.any(|call| call.server.is_some()) {
                quote!(ClientBuilder { core: bindery::Client::builder(#base_url).documented_servers() })
            } else {
                quote!(Self::builder_at(#base_url))
            };
            return quote! {
                #docs
                pub fn builder() -> ClientBuilder {
                    #builder
                }

                #[doc = " Starts a client of another server, by its base URL."]
                pub fn builder_at(base_url: impl Into<String>) -> ClientBuilder {
                    ClientBuilder { core: bindery::Client::builder(base_url) }
                }
            };
        }
        let why = match &self.api.relative_server {
            Some(url) => format!(
                "Starts a client of the server with this base URL. The description names it relative to where it is \
                 served: {}.",
                code(url)
            ),
            None => {
                "Starts a client of the server with this base URL, for the description names none."
                    .to_owned()
            }
        };
        let docs = docs(&[why]);
        quote! {
            #docs
            pub fn builder(base_url: impl Into<String>) -> ClientBuilder {
                ClientBuilder { core: bindery::Client::builder(base_url) }
            }
        }
    }

    fn emit_group_method(group: &Group) -> TokenStream {
        let docs = docs(&[Self::group_docs(group)]);
        let name = ident(&group.name.rust);
        let group_type = ident(&group.rust_type);
        quote! {
            #docs
            pub fn #name(&self) -> super::#name::#group_type<'_> {
                super::#name::#group_type::new(self)
            }
        }
    }

    fn emit_builder_methods(&self) -> TokenStream {
        let credentials = self.api.credentials.iter().map(emit_credential);
        quote! {
            impl ClientBuilder {
                #(#credentials)*

                #[doc = " Sets a header that goes with every request. `Authorization` and `Cookie` show in no error."]
                pub fn header(mut self, name: &str, value: &str) -> Self {
                    self.core = self.core.header(name, value);
                    self
                }

                #[doc = " Limits the time of each call, its response's body included."]
                pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
                    self.core = self.core.timeout(timeout);
                    self
                }

                #[doc = " Sends requests through `transport`."]
                pub fn transport(mut self, transport: impl bindery::Transport + 'static) -> Self {
                    self.core = self.core.transport(transport);
                    self
                }

                #[doc = " Sends requests without the credentials they ask for where none are given."]
                pub fn without_credentials(mut self) -> Self {
                    self.core = self.core.without_credentials();
                    self
                }

                #[doc = " Sets what this builder has no method for, on the builder beneath it."]
                pub fn configure(
                    mut self,
                    configure: impl FnOnce(bindery::ClientBuilder) -> bindery::ClientBuilder,
                ) -> Self {
                    self.core = configure(self.core);
                    self
                }

                #[doc = " Makes the client."]
                #[doc = ""]
                #[doc = " # Errors"]
                #[doc = ""]
                #[doc = " When the base URL is not one, a header cannot be sent, or there is no transport."]
                pub fn build(self) -> Result<Client, bindery::BuildError> {
                    Ok(Client { core: self.core.build()? })
                }
            }
        }
    }
}

fn emit_client_core() -> TokenStream {
    quote! {
        impl AsRef<bindery::Client> for Client {
            fn as_ref(&self) -> &bindery::Client {
                &self.core
            }
        }
    }
}

fn emit_builder_type() -> TokenStream {
    quote! {
        #[doc = " Makes a [`Client`]."]
        #[derive(Debug)]
        #[must_use = "a builder does nothing until `build`"]
        pub struct ClientBuilder {
            core: bindery::ClientBuilder,
        }
    }
}

fn emit_credential(credential: &Credential) -> TokenStream {
    let method = ident(&credential.name.rust);
    let scheme = &credential.name.source;
    let (how, arguments, value) = emit_credential_kind(&credential.kind);
    let docs = docs(&[
        format!("Gives the credential {}, {how}.", code(scheme)),
        said_or_nothing(credential.docs.as_deref()),
    ]);
    quote! {
        #docs
        pub fn #method(mut self, #arguments) -> Self {
            self.core = self.core.credential(#scheme, #value);
            self
        }
    }
}

fn emit_credential_kind(kind: &CredentialKind) -> (String, TokenStream, TokenStream) {
    let secret = |name: &str| {
        let name = ident(name);
        quote!(#name: impl Into<bindery::Secret>)
    };
    match kind {
        CredentialKind::Bearer => (
            "sent as a bearer token".to_owned(),
            secret("token"),
            quote!(bindery::Credential::bearer(token)),
        ),
        CredentialKind::Basic => {
            let password = secret("password");
            (
                "sent as user and password".to_owned(),
                quote!(user: impl Into<String>, #password),
                quote!(bindery::Credential::basic(user, password)),
            )
        }
        CredentialKind::Authorization(scheme) => (
            format!("sent in `Authorization` after {}", code(scheme)),
            secret("value"),
            quote!(bindery::Credential::authorization(#scheme, value)),
        ),
        CredentialKind::Header(name) => (
            format!("sent in the header {}{}", code(name), whole(name)),
            secret("key"),
            quote!(bindery::Credential::header(#name, key)),
        ),
        CredentialKind::Query(name) => (
            format!("sent in the query parameter {}", code(name)),
            secret("key"),
            quote!(bindery::Credential::query(#name, key)),
        ),
        CredentialKind::Cookie(name) => (
            format!("sent in the cookie {}", code(name)),
            secret("key"),
            quote!(bindery::Credential::cookie(#name, key)),
        ),
    }
}

/// What a caller has to know of a key in `Authorization`, which has a scheme before it in most APIs
/// (RFC 9110 §11.6.2).
fn whole(header: &str) -> &'static str {
    if header.eq_ignore_ascii_case("authorization") {
        " as it is: put the scheme before it where the API wants one, as in `Bearer …`"
    } else {
        ""
    }
}
