//! The function that makes an operation's request.

use proc_macro2::TokenStream;
use quote::quote;

use super::reference::ident;
use crate::api::{Body, BodyEncoding, Call, Parameter, ParameterPlace, StyleKind, WireStyle};

/// The `request` of an operation.
pub(super) fn emit_request(call: &Call) -> TokenStream {
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
