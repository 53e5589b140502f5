//! What the documentation of an operation says.

use super::Emitter;
use super::docs::{code, said, said_in_line, type_link};
use crate::api::{Call, Group, Home, Next, OutcomeBody, Pagination, TypeRef};

impl Emitter<'_> {
    /// What the call gives back, and that it comes in pages.
    fn result_docs(&self, call: &Call, at: Home) -> String {
        let mut said = Vec::new();
        match call.successes.as_slice() {
            [] => {}
            [only] => match &only.body {
                OutcomeBody::Nothing => {}
                OutcomeBody::Value { shape, .. } => {
                    said.extend(
                        self.link(&shape.reference, at)
                            .map(|link| format!("Gives {link}.")),
                    );
                }
            },
            _ => said.push(format!("Gives {}.", type_link(&call.output_type))),
        }
        said.extend(
            call.pagination
                .as_ref()
                .map(|pagination| pages_docs(call, pagination)),
        );
        said.join(" ")
    }

    /// A link to a type of the API, from the file of a group.
    fn link(&self, reference: &TypeRef, at: Home) -> Option<String> {
        match reference {
            TypeRef::Named(id) => {
                let item = self.api.item(*id);
                if item.home == at {
                    return Some(type_link(&item.rust));
                }
                let path = match item.home {
                    Home::Component(_) => format!("super::types::{}", item.rust),
                    Home::Group(group) => {
                        format!("super::{}::{}", self.api.groups[group].name.rust, item.rust)
                    }
                };
                Some(format!("[`{}`]({path})", item.rust))
            }
            TypeRef::Array(item) => self
                .link(&item.reference, at)
                .map(|link| format!("a list of {link}")),
            TypeRef::Nullable(inner) => self.link(inner, at).map(|link| format!("{link} or null")),
            TypeRef::Boxed(inner) => self.link(inner, at),
            TypeRef::String
            | TypeRef::Boolean
            | TypeRef::Number(_)
            | TypeRef::Time(_)
            | TypeRef::Text(_)
            | TypeRef::External(_)
            | TypeRef::Bytes
            | TypeRef::Stream
            | TypeRef::File
            | TypeRef::Never
            | TypeRef::Json
            | TypeRef::JsonObject
            | TypeRef::Tuple(_)
            | TypeRef::Prefixed(_)
            | TypeRef::Map(_) => None,
        }
    }

    /// What the method of a group says: the operation, its scopes, its outcomes, a call.
    pub(super) fn method_docs(&self, call: &Call, group: &Group, at: Home) -> Vec<String> {
        let summary = said(call.summary.as_deref(), "");
        let docs = said(call.docs.as_deref(), "");
        let mut paragraphs = vec![summary.clone()];
        if docs != summary {
            paragraphs.push(docs);
        }
        let about = [
            request_line(call) + ".",
            self.result_docs(call, at),
            security_docs(call),
        ];
        let about: Vec<String> = about.into_iter().filter(|said| !said.is_empty()).collect();
        paragraphs.push(about.join(" "));
        paragraphs.push(required_docs(call));
        paragraphs.push(self.example(call, group));
        paragraphs.push(Self::outcome_docs(call));
        paragraphs
    }
}

/// How a result that comes in pages goes on.
fn pages_docs(call: &Call, pagination: &Pagination) -> String {
    let streams = match pagination.items {
        Some(_) => "It comes in pages: `items()` and `pages()` on the call are streams.",
        None => "It comes in pages: `pages()` on the call is a stream.",
    };
    match pagination.next {
        Next::Cursor { .. } => streams.to_owned(),
        Next::PageNumber { parameter } => {
            let setter = call.parameters[parameter]
                .name
                .rust
                .trim_start_matches("r#");
            format!("{streams} Where `{setter}` is not set, the first page is taken for number 1.")
        }
    }
}

/// The first line of an operation's documentation.
pub(super) fn title(call: &Call) -> String {
    let text = call.summary.as_deref().or(call.docs.as_deref());
    let first = text.and_then(|text| text.lines().find(|line| !line.trim().is_empty()));
    match said_in_line(first) {
        line if line.is_empty() => request_line(call),
        line => line,
    }
}

fn request_line(call: &Call) -> String {
    code(&format!("{} {}", call.method, call.path))
}

/// What a caller gives, in the order given.
fn required_docs(call: &Call) -> String {
    let required = call
        .parameters
        .iter()
        .filter(|parameter| parameter.required);
    let described = required.filter_map(|parameter| {
        let docs = said_in_line(parameter.docs.as_deref());
        let name = parameter.name.rust.trim_start_matches("r#");
        (!docs.is_empty()).then(|| format!("- `{name}`: {docs}"))
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
