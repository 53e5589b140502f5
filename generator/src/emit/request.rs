//! The function that makes an operation's request.

use proc_macro2::TokenStream;
use quote::quote;

use super::body::emit_body;
use super::reference::ident;
use crate::api::{Call, Parameter, ParameterPlace, StyleKind, WireStyle};

/// The `request` of an operation.
pub(super) fn emit_request(call: &Call) -> TokenStream {
    let parameters = call.parameters.iter().map(emit_parameter);
    let accept = (!call.accept.is_empty()).then(|| {
        let accept = call.accept.join(", ");
        quote!(.accept(#accept))
    });
    let builder = quote! {
        bindery::RequestBuilder::new(&Self::METADATA)
            #(#parameters)*
            #accept
    };
    let request = match &call.body {
        Some(body) => emit_body(body, &builder),
        None => builder,
    };
    quote! {
        fn request(&self) -> bindery::RequestResult {
            #request.finish()
        }
    }
}

fn emit_parameter(parameter: &Parameter) -> TokenStream {
    let name = &parameter.name.source;
    let field = ident(&parameter.name.rust);
    match parameter.style {
        WireStyle::Style { .. } => {
            let method = ident(place_method(parameter.place));
            let style = emit_style(parameter.style);
            quote!(.#method(#name, #style, &self.#field))
        }
        WireStyle::Json => {
            let method = ident(&format!("{}_json", place_method(parameter.place)));
            quote!(.#method(#name, &self.#field))
        }
        WireStyle::QueryForm => quote!(.query_string_form(#name, &self.#field)),
        WireStyle::QueryJson => quote!(.query_string_json(#name, &self.#field)),
    }
}

/// The constant of the runtime's that a style is.
pub(super) fn emit_style(style: WireStyle) -> TokenStream {
    match style {
        WireStyle::Style {
            kind,
            explode,
            allow_reserved,
        } => {
            let style = ident(style_name(kind, explode));
            let reserved = allow_reserved.then(|| quote!(.with_reserved()));
            quote!(bindery::Style::#style #reserved)
        }
        WireStyle::Json | WireStyle::QueryForm | WireStyle::QueryJson => {
            quote!(bindery::Style::FORM)
        }
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
        (StyleKind::Cookie, true) => "COOKIE",
        (StyleKind::Cookie, false) => "COOKIE_JOINED",
        // Exploded they are a parameter for each item, which is what `form` makes.
        (StyleKind::SpaceDelimited | StyleKind::PipeDelimited, true) => "FORM",
        (StyleKind::SpaceDelimited, false) => "SPACE_DELIMITED",
        (StyleKind::PipeDelimited, false) => "PIPE_DELIMITED",
        (StyleKind::DeepObject, true | false) => "DEEP_OBJECT",
    }
}
