//! Operations: a struct for each, which makes the request and reads the response.

use proc_macro2::TokenStream;
use quote::quote;

use super::call_docs::title;
use super::docs::{code, deprecated, docs, said_or_nothing};
use super::input::{Input, converts, inputs};
use super::reference::ident;
use super::request::emit_request;
use super::{Emitter, constraint};
use crate::api::{Body, Call, Group, Home, Parameter, ParameterPlace};

impl Emitter<'_> {
    /// An operation with its implementations.
    pub(super) fn emit_call(&self, call: &Call, group: &Group, home: Home) -> Vec<TokenStream> {
        let mut items = vec![
            self.emit_definition(call, group, home),
            self.emit_new(call, home),
        ];
        items.push(self.emit_operation(call, home));
        let name = ident(&call.rust_type);
        items.push(quote!(bindery::call!(#name, super::Client);));
        items.extend(self.emit_body_type(call, home));
        items.extend(self.emit_pages(call, home));
        items.extend(self.emit_outcome_types(call, home));
        items
    }

    fn emit_definition(&self, call: &Call, group: &Group, home: Home) -> TokenStream {
        let name = ident(&call.rust_type);
        let link = format!(
            "The request of [`{}::{}`]. `C` is the client that it is bound to, `()` where there is none.",
            group.rust_type,
            call.name.rust.trim_start_matches("r#")
        );
        let docs = docs(&[title(call), link]);
        let deprecated = deprecated(call.deprecated);
        let fields = inputs(call).into_iter().map(|input| {
            let field = ident(input.name);
            let field_type = self.emit_input_type(&input, home);
            quote!(#field: #field_type)
        });
        let debug = call.parameters.iter().all(|parameter| !parameter.secret);
        let debug = if debug {
            quote!(Debug,)
        } else {
            TokenStream::new()
        };
        let manual = (!debug.is_empty())
            .then(TokenStream::new)
            .unwrap_or_else(|| emit_debug(call));
        quote! {
            #docs
            #deprecated
            #[derive(Clone, #debug PartialEq)]
            #[must_use = "an operation does nothing until it is sent"]
            pub struct #name<C = ()> {
                client: C,
                #(#fields),*
            }

            #manual
        }
    }

    fn emit_new(&self, call: &Call, home: Home) -> TokenStream {
        let name = ident(&call.rust_type);
        let inputs = inputs(call);
        let arguments = self.emit_arguments(call, home);
        let values = Self::emit_argument_values(call);
        let typed = inputs.iter().filter(|input| input.required).map(|input| {
            let argument = ident(input.name);
            let argument_type = self.emit_input_type(input, home);
            quote!(#argument: #argument_type)
        });
        let fields = inputs.iter().map(|input| {
            let field = ident(input.name);
            if input.required {
                quote!(#field)
            } else {
                quote!(#field: None)
            }
        });
        let setters = self.emit_setters(call, home);
        let headers = self.emit_headers(call, home);
        quote! {
            impl #name {
                #(#headers)*

                pub fn new(#(#arguments),*) -> Self {
                    Self::with_client((), #(#values),*)
                }
            }

            impl<C> #name<C> {
                fn with_client(client: C, #(#typed),*) -> Self {
                    Self { client, #(#fields),* }
                }

                #(#setters)*
            }
        }
    }

    fn emit_setters(&self, call: &Call, home: Home) -> Vec<TokenStream> {
        let parameters = call
            .parameters
            .iter()
            .filter(|parameter| !parameter.required);
        let setters = parameters.map(|parameter| self.emit_setter(call, parameter, home));
        let body = call.body.as_ref().filter(|body| !body.required);
        let body = body.map(|body| self.emit_body_setter(call, body, home));
        setters.chain(body).collect()
    }

    fn emit_setter(&self, call: &Call, parameter: &Parameter, home: Home) -> TokenStream {
        let place = place_name(parameter.place);
        let wire = code(&parameter.name.source);
        let checks: Vec<String> = parameter
            .shape
            .constraints
            .iter()
            .filter_map(constraint::describe)
            .collect();
        let default = parameter.default.as_deref().map(code);
        let default = default.map_or(String::new(), |default| {
            format!(" Without it the server takes {default}.")
        });
        let lead = format!("Sets the {place} {wire}.{default}");
        let said = said_or_nothing(parameter.docs.as_deref());
        let mut paragraphs = led(lead, said);
        paragraphs.push(checks.join(" "));
        let docs = docs(&paragraphs);
        let deprecated = deprecated(parameter.deprecated);
        let setter = self.emit_setter_body(call, &parameter.name.rust, home);
        quote!(#docs #deprecated #setter)
    }

    fn emit_body_setter(&self, call: &Call, body: &Body, home: Home) -> TokenStream {
        let said = said_or_nothing(body.docs.as_deref());
        let docs = docs(&led("Sets the body.".to_owned(), said));
        let setter = self.emit_setter_body(call, &body.name.rust, home);
        quote!(#docs #setter)
    }

    fn emit_setter_body(&self, call: &Call, name: &str, home: Home) -> TokenStream {
        let inputs = inputs(call);
        let input = inputs.iter().find(|input| input.name == name);
        let Some(input) = input else {
            return TokenStream::new();
        };
        let given = Input {
            nullable: false,
            ..*input
        };
        let field = ident(name);
        let argument_type = self.emit_argument_type(&given, home);
        let value = if converts(&given) {
            quote!(#field.into())
        } else {
            quote!(#field)
        };
        let (value, null) = if input.nullable {
            let setter = ident(&null_setter(&inputs, name));
            let docs = docs(&[format!(
                "Sends null as {}.",
                code(name.trim_start_matches("r#"))
            )]);
            let null = quote! {
                #docs
                pub fn #setter(mut self) -> Self {
                    self.#field = Some(None);
                    self
                }
            };
            (quote!(Some(#value)), null)
        } else {
            (value, TokenStream::new())
        };
        quote! {
            pub fn #field(mut self, #field: #argument_type) -> Self {
                self.#field = Some(#value);
                self
            }

            #null
        }
    }

    fn emit_operation(&self, call: &Call, home: Home) -> TokenStream {
        let name = ident(&call.rust_type);
        let (id, path) = (&call.id, &call.path);
        let method = &call.method;
        let security = call.security.iter().map(|schemes| {
            let names = schemes.iter().map(|(name, _)| name);
            quote!(&[#(#names),*])
        });
        let server = call.server.as_ref().map(|server| quote!(.on(#server)));
        let streams = &call.streams;
        let streams = (!streams.is_empty()).then(|| quote!(.streaming(&[#(#streams),*])));
        let output = self.emit_output(call, home);
        let failure = Self::emit_failure(call);
        let request = emit_request(call);
        let response = Self::emit_response(call);
        quote! {
            impl<C> bindery::Operation for #name<C> {
                type Output = #output;
                type Failure = #failure;

                const METADATA: bindery::OperationMetadata =
                    bindery::OperationMetadata::new(#id, #method, #path, &[#(#security),*])
                        #server #streams;

                #request

                #response
            }
        }
    }
}

/// The setter that sends null, which gives way to an input of its name.
fn null_setter(inputs: &[Input<'_>], name: &str) -> String {
    let bare = name.trim_start_matches("r#").trim_end_matches('_');
    let mut setter = format!("{bare}_null");
    while inputs.iter().any(|input| input.name == setter) {
        setter.push('_');
    }
    setter
}

/// A sentence of ours and what the description says: one paragraph where that begins as prose does.
fn led(lead: String, said: String) -> Vec<String> {
    if said.starts_with(char::is_alphabetic) {
        vec![format!("{lead} {said}")]
    } else {
        vec![lead, said]
    }
}

/// A `Debug` that shows no secret parameter.
fn emit_debug(call: &Call) -> TokenStream {
    let name = ident(&call.rust_type);
    let shown = &call.rust_type;
    let secret = |name: &str| {
        call.parameters
            .iter()
            .any(|parameter| parameter.secret && parameter.name.rust == name)
    };
    let fields = inputs(call).into_iter().map(|input| {
        let field = ident(input.name);
        let label = input.name.trim_start_matches("r#");
        if secret(input.name) {
            quote!(.field(#label, &bindery::Redacted))
        } else {
            quote!(.field(#label, &self.#field))
        }
    });
    quote! {
        impl<C> std::fmt::Debug for #name<C> {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_struct(#shown) #(#fields)* .finish()
            }
        }
    }
}

fn place_name(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path parameter",
        ParameterPlace::Query => "query parameter",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}
