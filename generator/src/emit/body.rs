//! Request bodies: how each is written, and the enum of one with several media types.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::docs::{code, docs, type_link};
use super::reference::ident;
use super::request::emit_style;
use crate::api::{Body, BodyEncoding, BodyMedia, Call, FormEncoding, FormRule, Home, TypeRef};

/// The calls on the request's builder, or a `match` around it, that write the body.
pub(super) fn emit_body(body: &Body, builder: &TokenStream) -> TokenStream {
    let field = ident(&body.name.rust);
    match body.media.as_slice() {
        [only] => {
            let optional = !body.required;
            let write = emit_write(only, &quote!(&self.#field), optional);
            quote!(#builder #write)
        }
        several => {
            let name = ident(&body.rust_type);
            let arms = several.iter().map(|media| {
                let variant = ident(&media.name.rust);
                let write = emit_write(media, &quote!(body), false);
                let pattern = quote!(#name::#variant(body));
                if body.required {
                    quote!(#pattern => request #write)
                } else {
                    quote!(Some(#pattern) => request #write)
                }
            });
            let none = (!body.required).then(|| quote!(None => request,));
            quote! {
                let request = #builder;
                let request = match &self.#field {
                    #(#arms,)*
                    #none
                };
                request
            }
        }
    }
}

/// The call that writes `value`, which is a reference, to an `Option` where the body may be absent.
fn emit_write(media: &BodyMedia, value: &TokenStream, optional: bool) -> TokenStream {
    let media_type = &media.media_type;
    match &media.encoding {
        BodyEncoding::Json if optional => quote!(.json_optional(#media_type, #value)),
        BodyEncoding::Json => quote!(.json(#media_type, #value)),
        BodyEncoding::JsonLines if optional => {
            let value = unreferenced(value);
            quote!(.json_lines(#media_type, #value.as_ref()))
        }
        BodyEncoding::JsonLines => quote!(.json_lines(#media_type, #value)),
        BodyEncoding::Form(encodings) => {
            let encodings = encodings.iter().map(emit_encoding);
            quote!(.form(#media_type, #value, &[#(#encodings),*]))
        }
        BodyEncoding::Multipart(encodings) => {
            let encodings = encodings.iter().map(emit_encoding);
            quote!(.multipart(#media_type, #value, &[#(#encodings),*]))
        }
        BodyEncoding::Text => {
            let value = unreferenced(value);
            if optional {
                quote!(.body_optional(#media_type, #value.clone()))
            } else {
                quote!(.body(#media_type, #value.clone()))
            }
        }
        BodyEncoding::File if optional => {
            let value = unreferenced(value);
            quote!(.file(#media_type, #value.as_ref()))
        }
        BodyEncoding::File => quote!(.file(#media_type, #value)),
    }
}

/// What `value` refers to, to call a method of.
fn unreferenced(value: &TokenStream) -> TokenStream {
    let mut tokens = value.clone().into_iter().peekable();
    let is_reference = |tree: &proc_macro2::TokenTree| tree.to_string() == "&";
    tokens.next_if(is_reference);
    tokens.collect()
}

fn emit_encoding(encoding: &FormEncoding) -> TokenStream {
    let properties = &encoding.properties;
    let headers = encoding
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let headers = (!encoding.headers.is_empty()).then(|| quote!(.with_headers(&[#(#headers),*])));
    let encoding = match &encoding.rule {
        FormRule::Style(style) => {
            let style = emit_style(*style);
            quote!(bindery::Encoding::style(&[#(#properties),*], #style))
        }
        FormRule::MediaType(media_type) => {
            quote!(bindery::Encoding::media_type(&[#(#properties),*], #media_type))
        }
    };
    quote!(#encoding #headers)
}

impl Emitter<'_> {
    /// The enum of a body with several media types, and what makes it of a value that only one of them can be.
    pub(super) fn emit_body_type(&self, call: &Call, home: Home) -> Vec<TokenStream> {
        let Some(body) = call.body.as_ref().filter(|body| body.media.len() > 1) else {
            return Vec::new();
        };
        let name = ident(&body.rust_type);
        let said = format!(
            "The body of {}, in one of the media types that it can have.",
            type_link(&call.rust_type)
        );
        let said = docs(&[said]);
        let variants = body.media.iter().map(|media| {
            let said = docs(&[code(&media.media_type)]);
            let variant = ident(&media.name.rust);
            let value = self.emit_reference(&media.shape.reference, home);
            quote!(#said #variant(#value))
        });
        let mut items = vec![quote! {
            #said
            #[derive(Clone, Debug, PartialEq)]
            pub enum #name {
                #(#variants,)*
            }
        }];
        for media in &body.media {
            if self.is_the_only_one(media, body) {
                let variant = ident(&media.name.rust);
                let value = self.emit_reference(&media.shape.reference, home);
                items.push(quote! {
                    impl From<#value> for #name {
                        fn from(body: #value) -> Self {
                            Self::#variant(body)
                        }
                    }
                });
            }
        }
        items
    }

    /// Whether a value of this type can only be this variant: a type of the API's own, text or a file.
    fn is_the_only_one(&self, media: &BodyMedia, body: &Body) -> bool {
        let own = self.api.resolve(&media.shape.reference);
        let is_plain = matches!(own, TypeRef::Named(_) | TypeRef::String | TypeRef::File);
        let same = body
            .media
            .iter()
            .filter(|other| self.api.resolve(&other.shape.reference) == own);
        is_plain && same.count() == 1
    }
}
