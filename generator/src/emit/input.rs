//! What an operation is given: its parameters and its body, as fields, arguments and setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::reference::ident;
use crate::api::{Body, Call, Home, NumberType, TextType, TypeRef};

/// An argument or setter: a parameter or the body.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub name: &'a str,
    pub kind: InputKind<'a>,
    pub nullable: bool,
    pub required: bool,
}

/// What type an input has.
#[derive(Clone, Copy)]
pub(super) enum InputKind<'a> {
    /// One that the description states.
    Reference(&'a TypeRef),
    /// The enum of a body's media types.
    Body(&'a str),
}

/// What the body is given as.
pub(super) fn body_kind(body: &Body) -> InputKind<'_> {
    match body.media.as_slice() {
        [only] => InputKind::Reference(&only.shape.reference),
        _ => InputKind::Body(&body.rust_type),
    }
}

/// The parameters in order, then the body.
pub(super) fn inputs(call: &Call) -> Vec<Input<'_>> {
    let parameters = call.parameters.iter().map(|parameter| Input {
        name: &parameter.name.rust,
        kind: InputKind::Reference(&parameter.shape.reference),
        nullable: parameter.nullable,
        required: parameter.required,
    });
    let body = call.body.iter().map(|body| {
        let (kind, nullable) = match body_kind(body) {
            InputKind::Reference(TypeRef::Nullable(inner)) if !body.required => {
                (InputKind::Reference(inner), true)
            }
            kind => (kind, false),
        };
        Input {
            name: &body.name.rust,
            kind,
            nullable,
            required: body.required,
        }
    });
    parameters.chain(body).collect()
}

impl Emitter<'_> {
    /// The type of the field: an optional input is `Option` once more.
    pub(super) fn emit_input_type(&self, input: &Input<'_>, home: Home) -> TokenStream {
        let inner = self.emit_value_type(input, home);
        if input.required {
            inner
        } else {
            quote!(Option<#inner>)
        }
    }

    fn emit_value_type(&self, input: &Input<'_>, home: Home) -> TokenStream {
        let inner = match input.kind {
            InputKind::Reference(reference) => self.emit_reference(reference, home),
            InputKind::Body(name) => {
                let name = ident(name);
                quote!(#name)
            }
        };
        if input.nullable {
            quote!(Option<#inner>)
        } else {
            inner
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

    pub(super) fn emit_argument_type(&self, input: &Input<'_>, home: Home) -> TokenStream {
        let value_type = self.emit_value_type(input, home);
        if converts(input) {
            quote!(impl Into<#value_type>)
        } else {
            value_type
        }
    }
}

/// Whether a caller may give anything that converts: only where a literal would not do.
pub(super) fn converts(input: &Input<'_>) -> bool {
    let reference = match input.kind {
        InputKind::Reference(reference) => reference,
        InputKind::Body(_) => return true,
    };
    !input.nullable && converts_reference(reference)
}

/// Whether a caller may give anything that converts to the type.
pub(super) fn converts_reference(reference: &TypeRef) -> bool {
    match reference {
        TypeRef::String
        | TypeRef::Number(
            NumberType::I64 | NumberType::Integer | NumberType::F64 | NumberType::Decimal,
        )
        | TypeRef::Bytes
        | TypeRef::File
        | TypeRef::Text(TextType::Base64)
        | TypeRef::Prefixed(_) => true,
        TypeRef::Named(_)
        | TypeRef::Boolean
        | TypeRef::Number(
            NumberType::I8
            | NumberType::I16
            | NumberType::I32
            | NumberType::U8
            | NumberType::U16
            | NumberType::U32
            | NumberType::U64,
        )
        | TypeRef::Time(_)
        | TypeRef::Text(
            TextType::Ipv4
            | TextType::Ipv6
            | TextType::Time
            | TextType::Duration
            | TextType::Uuid
            | TextType::ChronoDateTime
            | TextType::ChronoDate,
        )
        | TypeRef::External(_)
        | TypeRef::Stream
        | TypeRef::Never
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Tuple(_)
        | TypeRef::Map(_)
        | TypeRef::Nullable(_)
        | TypeRef::Boxed(_) => false,
    }
}
