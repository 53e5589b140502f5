//! Outcomes: what an operation gives back, and the arms that tell them apart.

use bindery_openapi::document::StatusPattern;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Emitter;
use super::docs::{docs, said, said_in_line, type_link};
use super::reference::ident;
use crate::api::{Call, Home, MediaKind, Outcome, OutcomeBody};

impl Emitter<'_> {
    /// The type of success.
    pub(super) fn emit_output(&self, call: &Call, home: Home) -> TokenStream {
        match call.successes.as_slice() {
            [] => quote!(()),
            [only] => self.emit_outcome_type(only, home),
            _ => {
                let name = ident(&call.output_type);
                quote!(#name)
            }
        }
    }

    /// The type of documented failure.
    pub(super) fn emit_failure(call: &Call) -> TokenStream {
        if call.failures.is_empty() {
            return quote!(std::convert::Infallible);
        }
        let name = ident(&call.failure_type);
        quote!(#name)
    }

    fn emit_outcome_type(&self, outcome: &Outcome, home: Home) -> TokenStream {
        match &outcome.body {
            OutcomeBody::Nothing => quote!(()),
            OutcomeBody::Value { shape, .. } => self.emit_reference(&shape.reference, home),
        }
    }

    /// The enums of several successes and of documented failures.
    pub(super) fn emit_outcome_types(&self, call: &Call, home: Home) -> Vec<TokenStream> {
        let mut items = Vec::new();
        let operation = type_link(&call.rust_type);
        if call.successes.len() > 1 {
            let docs = format!("What {operation} gives back.");
            let variants = call
                .successes
                .iter()
                .map(|outcome| self.emit_success(outcome, home));
            items.push(emit_outcome_enum(
                &call.output_type,
                &docs,
                &call.successes,
                variants,
            ));
        }
        if !call.failures.is_empty() {
            let docs = format!("The failures that the description of {operation} documents.");
            let variants = call
                .failures
                .iter()
                .map(|outcome| self.emit_variant(outcome, home));
            items.push(emit_outcome_enum(
                &call.failure_type,
                &docs,
                &call.failures,
                variants,
            ));
        }
        items
    }

    fn emit_success(&self, outcome: &Outcome, home: Home) -> TokenStream {
        match &outcome.body {
            OutcomeBody::Nothing => {
                let docs = outcome_head(outcome);
                let name = ident(&outcome.name.rust);
                quote!(#docs #name,)
            }
            OutcomeBody::Value { .. } => self.emit_variant(outcome, home),
        }
    }

    /// A variant with its value; the body as it came where the description states none.
    fn emit_variant(&self, outcome: &Outcome, home: Home) -> TokenStream {
        let docs = outcome_head(outcome);
        let name = ident(&outcome.name.rust);
        let value = match &outcome.body {
            OutcomeBody::Nothing => quote!(bindery::bytes::Bytes),
            OutcomeBody::Value { shape, .. } => self.emit_reference(&shape.reference, home),
        };
        quote!(#docs #name(#value),)
    }

    /// The function that reads a response.
    pub(super) fn emit_response(call: &Call) -> TokenStream {
        let output = ident(&call.output_type);
        let failure = ident(&call.failure_type);
        let several = call.successes.len() > 1;
        let mut arms: Vec<(StatusPattern, bool, TokenStream, TokenStream)> = Vec::new();
        for outcome in &call.successes {
            let variant = ident(&outcome.name.rust);
            let read = match (&outcome.body, several) {
                (OutcomeBody::Nothing, false) => quote!(reply.success(|_| Ok(()))),
                (OutcomeBody::Nothing, true) => quote!(reply.success(|_| Ok(#output::#variant))),
                (OutcomeBody::Value { media, .. }, false) => {
                    let read = read(*media, &TokenStream::new());
                    quote!(reply.success(|body| #read))
                }
                (OutcomeBody::Value { media, .. }, true) => {
                    let read = read(*media, &quote!(#output::#variant));
                    quote!(reply.success(|body| #read))
                }
            };
            let guard = emit_guard(outcome, true);
            arms.push((outcome.status, outcome.fallback, guard, read));
        }
        for outcome in &call.failures {
            let variant = ident(&outcome.name.rust);
            let media = match &outcome.body {
                OutcomeBody::Nothing => MediaKind::Bytes,
                OutcomeBody::Value { media, .. } => *media,
            };
            let read = read(media, &quote!(#failure::#variant));
            let read = quote!(reply.failure(|body| #read));
            let guard = emit_guard(outcome, false);
            arms.push((outcome.status, outcome.fallback, guard, read));
        }
        arms.sort_by_key(|(status, fallback, ..)| (*status, *fallback));
        let documented_default = arms
            .iter()
            .any(|(status, _, guard, _)| *status == StatusPattern::Default && guard.is_empty());
        let arms = arms.iter().map(|(status, _, guard, read)| {
            let pattern = emit_pattern(*status);
            quote!(#pattern #guard => #read,)
        });
        let rest = (!documented_default).then(|| quote!(_ => reply.undocumented(),));
        quote! {
            fn response(reply: bindery::Reply) -> bindery::CallResult<Self> {
                match reply.status().as_u16() {
                    #(#arms)*
                    #rest
                }
            }
        }
    }

    /// The documented failures, for the method's documentation.
    pub(super) fn outcome_docs(call: &Call) -> String {
        if call.failures.is_empty() {
            return String::new();
        }
        let failures = call.failures.iter().map(|outcome| {
            let said = said_in_line(outcome.docs.as_deref());
            let variant = format!("[`{0}::{1}`]", call.failure_type, outcome.name.rust);
            let line = format!("- {}: {variant}. {said}", status_text(outcome.status));
            line.trim_end().to_owned()
        });
        format!("# Errors\n\n{}", failures.collect::<Vec<_>>().join("\n"))
    }
}

fn emit_outcome_enum(
    name: &str,
    text: &str,
    outcomes: &[Outcome],
    variants: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let docs = docs(&[text.to_owned()]);
    let name = ident(name);
    let derives = if outcomes.iter().any(is_stream) {
        quote!(Debug)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    quote! {
        #docs
        #[derive(#derives)]
        pub enum #name {
            #(#variants)*
        }
    }
}

fn outcome_head(outcome: &Outcome) -> TokenStream {
    let fallback = match outcome.status {
        StatusPattern::Default => "Any other status.".to_owned(),
        status => format!("Status {}.", status_text(status)),
    };
    let unstated = match outcome.body {
        OutcomeBody::Nothing => "The description states no body.",
        OutcomeBody::Value { .. } => "",
    };
    let said = said(outcome.docs.as_deref(), "");
    docs(&[fallback, said, unstated.to_owned()])
}

/// Reads the body, and makes `variant` of it where there is one.
fn read(media: MediaKind, variant: &TokenStream) -> TokenStream {
    let read = match media {
        MediaKind::Json => quote!(body.json()),
        MediaKind::Text => quote!(body.text()),
        MediaKind::Bytes if variant.is_empty() => return quote!(Ok(body.bytes())),
        MediaKind::Bytes => return quote!(Ok(#variant(body.bytes()))),
        MediaKind::Stream if variant.is_empty() => return quote!(Ok(body.stream())),
        MediaKind::Stream => return quote!(Ok(#variant(body.stream()))),
    };
    if variant.is_empty() {
        read
    } else {
        quote!(#read.map(#variant))
    }
}

/// What tells an outcome from others of its status: its media types. A failure that is not JSON, which would say so
/// itself when it is read, is told by them from what is not documented.
fn emit_guard(outcome: &Outcome, success: bool) -> TokenStream {
    let reads_itself = match &outcome.body {
        OutcomeBody::Nothing => true,
        OutcomeBody::Value { media, .. } => success || *media == MediaKind::Json,
    };
    if outcome.media_types.is_empty() || (outcome.fallback && reads_itself) {
        return TokenStream::new();
    }
    let method = if outcome.fallback {
        quote!(may_be)
    } else {
        quote!(is)
    };
    let tests = outcome
        .media_types
        .iter()
        .map(|media_type| quote!(reply.#method(#media_type)));
    quote!(if #(#tests)||*)
}

fn is_stream(outcome: &Outcome) -> bool {
    match &outcome.body {
        OutcomeBody::Nothing => false,
        OutcomeBody::Value { media, .. } => *media == MediaKind::Stream,
    }
}

fn emit_pattern(status: StatusPattern) -> TokenStream {
    match status {
        StatusPattern::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        StatusPattern::Range(hundred) => {
            let first = Literal::u16_unsuffixed(u16::from(hundred) * 100);
            let last = Literal::u16_unsuffixed(u16::from(hundred) * 100 + 99);
            quote!(#first..=#last)
        }
        StatusPattern::Default => quote!(_),
    }
}

pub(super) fn status_text(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => format!("`{code}`"),
        StatusPattern::Range(hundred) => format!("`{hundred}XX`"),
        StatusPattern::Default => "any other".to_owned(),
    }
}
