//! Operations: a struct for each, which makes the request and reads the response.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{code, deprecated, docs, said, said_or_nothing};
use super::reference::ident;
use super::{Emitter, constraint};
use crate::api::{
    Body, BodyEncoding, Call, Group, Home, Parameter, ParameterPlace, StyleKind, TypeRef, WireStyle,
};

/// An argument or setter: a parameter or the body.
struct Input<'a> {
    name: &'a str,
    reference: &'a TypeRef,
    nullable: bool,
    required: bool,
}

fn inputs(call: &Call) -> Vec<Input<'_>> {
    let parameters = call.parameters.iter().map(|parameter| Input {
        name: &parameter.name.rust,
        reference: &parameter.shape.reference,
        nullable: parameter.nullable,
        required: parameter.required,
    });
    let body = call.body.iter().map(|body| Input {
        name: &body.name.rust,
        reference: &body.shape.reference,
        nullable: false,
        required: body.required,
    });
    parameters.chain(body).collect()
}

impl Emitter<'_> {
    /// An operation with its implementations.
    pub(super) fn emit_call(&self, call: &Call, group: &Group, home: Home) -> Vec<TokenStream> {
        let mut items = vec![
            self.emit_definition(call, group, home),
            self.emit_new(call, home),
        ];
        items.extend(self.emit_setters(call, home));
        items.push(self.emit_operation(call, home));
        let name = ident(&call.rust_type);
        items.push(quote!(bindery::call!(#name, super::Client);));
        items.extend(self.emit_pages(call, home));
        items.extend(self.emit_outcome_types(call, home));
        items
    }

    fn emit_definition(&self, call: &Call, group: &Group, home: Home) -> TokenStream {
        let name = ident(&call.rust_type);
        let link = format!(
            "The request of [`{}::{}`]. `C` is the client that it is bound to, `()` where there is none.",
            group.rust_type, call.name.rust
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

    /// The type of the field: an optional input is `Option` once more.
    fn emit_input_type(&self, input: &Input<'_>, home: Home) -> TokenStream {
        let inner = self.emit_value_type(input, home);
        if input.required {
            inner
        } else {
            quote!(Option<#inner>)
        }
    }

    fn emit_value_type(&self, input: &Input<'_>, home: Home) -> TokenStream {
        let inner = self.emit_reference(input.reference, home);
        if input.nullable {
            quote!(Option<#inner>)
        } else {
            inner
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
        quote! {
            impl #name {
                #[doc = " The operation, bound to no client."]
                pub fn new(#(#arguments),*) -> Self {
                    Self::with_client((), #(#values),*)
                }
            }

            impl<C> #name<C> {
                fn with_client(client: C, #(#typed),*) -> Self {
                    Self { client, #(#fields),* }
                }
            }
        }
    }

    /// The arguments of whoever makes the operation: what is required, in order.
    pub(super) fn emit_arguments(&self, call: &Call, home: Home) -> Vec<TokenStream> {
        let required = inputs(call).into_iter().filter(|input| input.required);
        required
            .map(|input| {
                let argument = ident(input.name);
                let argument_type = self.emit_argument_type(&input, home);
                quote!(#argument: #argument_type)
            })
            .collect()
    }

    pub(super) fn emit_argument_values(call: &Call) -> Vec<TokenStream> {
        let required = inputs(call).into_iter().filter(|input| input.required);
        required
            .map(|input| {
                let argument = ident(input.name);
                if converts(&input) {
                    quote!(#argument.into())
                } else {
                    quote!(#argument)
                }
            })
            .collect()
    }

    fn emit_argument_type(&self, input: &Input<'_>, home: Home) -> TokenStream {
        let value_type = self.emit_value_type(input, home);
        if converts(input) {
            quote!(impl Into<#value_type>)
        } else {
            value_type
        }
    }

    fn emit_setters(&self, call: &Call, home: Home) -> Option<TokenStream> {
        let name = ident(&call.rust_type);
        let parameters = call
            .parameters
            .iter()
            .filter(|parameter| !parameter.required);
        let setters = parameters.map(|parameter| self.emit_setter(call, parameter, home));
        let body = call.body.as_ref().filter(|body| !body.required);
        let body = body.map(|body| self.emit_body_setter(call, body, home));
        let setters: Vec<TokenStream> = setters.chain(body).collect();
        (!setters.is_empty()).then(|| quote!(impl<C> #name<C> { #(#setters)* }))
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
        let docs = docs(&[
            format!("Sets the {place} {wire}."),
            said_or_nothing(parameter.docs.as_deref()),
            checks.join(" "),
        ]);
        let deprecated = deprecated(parameter.deprecated);
        let setter = self.emit_setter_body(call, &parameter.name.rust, home);
        quote!(#docs #deprecated #setter)
    }

    fn emit_body_setter(&self, call: &Call, body: &Body, home: Home) -> TokenStream {
        let docs = docs(&[
            "Sets the body.".to_owned(),
            said_or_nothing(body.docs.as_deref()),
        ]);
        let setter = self.emit_setter_body(call, &body.name.rust, home);
        quote!(#docs #setter)
    }

    fn emit_setter_body(&self, call: &Call, name: &str, home: Home) -> TokenStream {
        let inputs = inputs(call);
        let input = inputs.iter().find(|input| input.name == name);
        let Some(input) = input else {
            return TokenStream::new();
        };
        let name = ident(name);
        let argument_type = self.emit_argument_type(input, home);
        let value = if converts(input) {
            quote!(#name.into())
        } else {
            quote!(#name)
        };
        quote! {
            pub fn #name(mut self, #name: #argument_type) -> Self {
                self.#name = Some(#value);
                self
            }
        }
    }

    fn emit_operation(&self, call: &Call, home: Home) -> TokenStream {
        let name = ident(&call.rust_type);
        let (id, path) = (&call.id, &call.path);
        let method = ident(&call.method);
        let security = call.security.iter().map(|schemes| {
            let names = schemes.iter().map(|(name, _)| name);
            quote!(&[#(#names),*])
        });
        let output = self.emit_output(call, home);
        let failure = Self::emit_failure(call);
        let request = emit_request(call);
        let response = Self::emit_response(call);
        quote! {
            impl<C> bindery::Operation for #name<C> {
                type Output = #output;
                type Failure = #failure;

                const METADATA: bindery::OperationMetadata = bindery::OperationMetadata {
                    id: #id,
                    method: bindery::http::Method::#method,
                    path: #path,
                    security: &[#(#security),*],
                };

                #request

                #response
            }
        }
    }

    /// What the method of a group says: the operation, its scopes, its outcomes, a call.
    pub(super) fn method_docs(&self, call: &Call, group: &Group) -> Vec<String> {
        let summary = said(call.summary.as_deref(), "");
        let docs = said(call.docs.as_deref(), "");
        let mut paragraphs = vec![summary.clone()];
        if docs != summary {
            paragraphs.push(docs);
        }
        paragraphs.push(request_line(call));
        paragraphs.push(required_docs(call));
        paragraphs.push(security_docs(call));
        paragraphs.push(Self::outcome_docs(call));
        paragraphs.push(self.example(call, group));
        paragraphs
    }
}

/// The first line of an operation's documentation.
pub(super) fn title(call: &Call) -> String {
    let first = said(call.summary.as_deref().or(call.docs.as_deref()), "");
    match first.lines().next().filter(|line| !line.is_empty()) {
        Some(line) => line.to_owned(),
        None => request_line(call),
    }
}

fn request_line(call: &Call) -> String {
    code(&format!("{} {}", call.method, call.path))
}

/// Whether a caller may give anything that converts: only where a literal would not do.
fn converts(input: &Input<'_>) -> bool {
    match input.reference {
        TypeRef::String | TypeRef::Int64 | TypeRef::Float64 | TypeRef::Bytes => !input.nullable,
        TypeRef::Named(_)
        | TypeRef::Boolean
        | TypeRef::Int32
        | TypeRef::Timestamp
        | TypeRef::Date
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::Nullable(_)
        | TypeRef::Boxed(_) => false,
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

fn emit_request(call: &Call) -> TokenStream {
    let parameters = call.parameters.iter().map(emit_parameter);
    let accept = (!call.accept.is_empty()).then(|| {
        let accept = call.accept.join(", ");
        quote!(.accept(#accept))
    });
    let body = call.body.as_ref().map(emit_body);
    quote! {
        fn request(
            &self,
        ) -> Result<bindery::http::Request<bindery::Body>, bindery::RequestError> {
            bindery::RequestBuilder::new(&Self::METADATA)
                #(#parameters)*
                #accept
                #body
                .finish()
        }
    }
}

fn emit_parameter(parameter: &Parameter) -> TokenStream {
    let name = &parameter.name.source;
    let field = ident(&parameter.name.rust);
    let method = ident(place_method(parameter.place));
    match parameter.style {
        WireStyle::Style {
            kind,
            explode,
            allow_reserved,
        } => {
            let style = ident(style_name(kind, explode));
            let reserved = allow_reserved.then(|| quote!(.with_reserved()));
            quote!(.#method(#name, bindery::Style::#style #reserved, &self.#field))
        }
        WireStyle::Json => {
            let method = ident(&format!("{}_json", place_method(parameter.place)));
            quote!(.#method(#name, &self.#field))
        }
    }
}

fn emit_body(body: &Body) -> TokenStream {
    let media_type = &body.media_type;
    let field = ident(&body.name.rust);
    match (body.encoding, body.required) {
        (BodyEncoding::Json, true) => quote!(.json(#media_type, &self.#field)),
        (BodyEncoding::Json, false) => quote!(.json_optional(#media_type, &self.#field)),
        (BodyEncoding::Text | BodyEncoding::Bytes, true) => {
            quote!(.body(#media_type, self.#field.clone()))
        }
        (BodyEncoding::Text | BodyEncoding::Bytes, false) => {
            quote!(.body_optional(#media_type, self.#field.clone()))
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

fn place_method(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}

fn style_name(kind: StyleKind, explode: bool) -> &'static str {
    match (kind, explode) {
        (StyleKind::Simple, false) => "SIMPLE",
        (StyleKind::Simple, true) => "SIMPLE_EXPLODE",
        (StyleKind::Label, false) => "LABEL",
        (StyleKind::Label, true) => "LABEL_EXPLODE",
        (StyleKind::Matrix, false) => "MATRIX",
        (StyleKind::Matrix, true) => "MATRIX_EXPLODE",
        (StyleKind::Form, true) => "FORM",
        (StyleKind::Form, false) => "FORM_JOINED",
        // Exploded they are a parameter for each item, which is what `form` makes.
        (StyleKind::SpaceDelimited | StyleKind::PipeDelimited, true) => "FORM",
        (StyleKind::SpaceDelimited, false) => "SPACE_DELIMITED",
        (StyleKind::PipeDelimited, false) => "PIPE_DELIMITED",
        (StyleKind::DeepObject, true | false) => "DEEP_OBJECT",
    }
}

/// What a caller gives, in the order given.
fn required_docs(call: &Call) -> String {
    let required = call
        .parameters
        .iter()
        .filter(|parameter| parameter.required);
    let described = required.filter_map(|parameter| {
        let docs = said_or_nothing(parameter.docs.as_deref());
        let name = parameter.name.rust.trim_start_matches("r#");
        (!docs.is_empty()).then(|| format!("- `{name}`: {}", docs.replace('\n', "\n  ")))
    });
    described.collect::<Vec<_>>().join("\n")
}

fn security_docs(call: &Call) -> String {
    let alternatives = call.security.iter().map(|schemes| {
        let schemes = schemes
            .iter()
            .map(|(name, scopes)| match scopes.as_slice() {
                [] => code(name),
                scopes => {
                    let scopes: Vec<String> = scopes.iter().map(|scope| code(scope)).collect();
                    format!("{} with {}", code(name), scopes.join(", "))
                }
            });
        let schemes: Vec<String> = schemes.collect();
        if schemes.is_empty() {
            "none".to_owned()
        } else {
            schemes.join(" and ")
        }
    });
    let alternatives: Vec<String> = alternatives.collect();
    if alternatives.is_empty() {
        String::new()
    } else {
        format!("Credentials: {}.", alternatives.join(", or "))
    }
}
