//! References, rewritten once everything has its place.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::at::At;
use super::{Rewrite, identity};
use crate::node::Node;
use crate::reference::{self, Unresolved, percent_decoded, reference_in, split};
use crate::specification::{self, Kind, Shape};
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, FileId, Location, Pointer, codes};

/// How many names are looked at for the one that was meant.
const MAX_SUGGESTIONS: usize = 2000;

/// A `$ref` that was met.
#[derive(Clone, Debug)]
pub(super) struct Reference<'v> {
    /// The object with the `$ref`, in the value that is made.
    holder: Location,
    /// The same as it was written.
    written: Location,
    target: &'v str,
    /// What must be there; `None` where 2.0 admits no reference.
    kind: Option<Kind>,
}

/// What a `$ref` names.
#[derive(Clone, Debug)]
struct Found<'v> {
    /// Its place as written.
    location: Location,
    value: &'v Value,
    /// Whether it is not written as it should be.
    bent: bool,
}

/// The files that have changed.
type Values = HashMap<FileId, Value>;

impl<'v> Rewrite<'v, '_> {
    /// Takes over the object with `$ref` at `node`, which goes to `at`.
    pub(super) fn refer(&mut self, node: &Node<'_, 'v>, at: &At<'_>, kind: Kind) -> Value {
        self.add_reference(node, at, Some(kind))
    }

    /// Takes over an object with `$ref` that stands where 2.0 admits none.
    pub(super) fn refer_to_any(&mut self, node: &Node<'_, 'v>, at: &At<'_>) -> Value {
        self.add_reference(node, at, None)
    }

    fn add_reference(&mut self, node: &Node<'_, 'v>, at: &At<'_>, kind: Option<Kind>) -> Value {
        if let Some(target) = node.reference() {
            self.references.push(Reference {
                holder: at.location(),
                written: node.location(),
                target,
                kind,
            });
        }
        node.value.clone()
    }

    /// What `reference` names in the end, and its place as written.
    pub(super) fn follow(&self, from: &Location, reference: &str) -> Option<(Location, &'v Value)> {
        let mut seen = HashSet::new();
        let mut found = self.find(from, reference).ok()?;
        while let Some(next) = reference_in(found.value) {
            if !seen.insert(found.location.clone()) {
                return None;
            }
            found = self.find(&found.location, next).ok()?;
        }
        Some((found.location, found.value))
    }

    /// The reference from the file `from` to a place in what is made.
    pub(super) fn written_as(&self, from: FileId, place: &Location) -> String {
        let address = if from == place.file {
            String::new()
        } else {
            self.files.address_of(from, place.file)
        };
        format!("{address}#{}", encoded(&place.pointer))
    }

    /// Rewrites every reference. What they name and nothing else has rewritten,
    /// such as a part in another file or in an extension, is first rewritten
    /// where it stands, as what they take it for.
    pub(super) fn settle_references(&mut self, values: &mut Values) {
        let mut resolved = Vec::new();
        while let Some(reference) = self.references.get(resolved.len()).cloned() {
            let found = self.find(&reference.written, reference.target);
            match (&found, reference.kind) {
                (Ok(found), Some(kind)) if !self.visited.contains(&identity(found.value)) => {
                    self.rewrite_in_place(found, kind, values);
                }
                (Ok(_) | Err(_), _) => {}
            }
            resolved.push(found);
        }
        for (reference, found) in self.references.clone().iter().zip(resolved) {
            match found {
                Ok(found) => self.settle(reference, &found, values),
                Err(why) => self.report_unresolved(reference, &why),
            }
        }
    }

    fn settle(&mut self, reference: &Reference<'v>, found: &Found<'v>, values: &mut Values) {
        if found.bent {
            self.warn_of_bent(reference, &found.location);
        }
        let mut place = self.new_place(&found.location);
        let there = values
            .get(&place.file)
            .and_then(|document| kind_at(document, place.file, &place.pointer));
        if let (Some(there), Some(kind)) = (there, reference.kind)
            && there != kind
        {
            let schema = self.new_place(&found.location.key("schema"));
            let has_schema = values
                .get(&schema.file)
                .and_then(|value| value.pointer(schema.pointer.as_str()))
                .is_some_and(Value::is_object);
            let is_schema = kind == Kind::Schema && has_schema;
            self.report_mismatch(reference, found, (there, kind), is_schema);
            if !is_schema {
                return;
            }
            place = schema;
        }
        let text = self.text_of(reference, &place);
        let holder = values
            .get_mut(&reference.holder.file)
            .and_then(|value| value.pointer_mut(reference.holder.pointer.as_str()));
        if let Some(Value::Object(holder)) = holder {
            holder.insert("$ref".to_owned(), text.into());
        }
    }

    /// The text of a reference to `place`, with the address it had where that still leads there.
    fn text_of(&self, reference: &Reference<'v>, place: &Location) -> String {
        let (address, _) = split(reference.target);
        let from = reference.holder.file;
        match self.files.at_address(from, address) {
            Ok(file) if file == place.file => format!("{address}#{}", encoded(&place.pointer)),
            Ok(_) | Err(_) => self.written_as(from, place),
        }
    }

    fn rewrite_in_place(&mut self, found: &Found<'v>, kind: Kind, values: &mut Values) {
        let place = self.new_place(&found.location);
        let node = Node::start(&found.location, found.value);
        let at = At::Start(&place);
        let made = match kind {
            Kind::Schema => self.schema(&node, &at),
            Kind::Parameter => self.parameter(&node, &at),
            Kind::Response => {
                let produces = self.produces.clone().unwrap_or_default();
                self.response(&node, &at, &produces)
            }
            Kind::PathItem => self.path_item(&node, &at),
            // Nothing else is referred to in 2.0.
            _ => return,
        };
        let value = values
            .entry(place.file)
            .or_insert_with(|| self.files.value(place.file).cloned().unwrap_or_default());
        if let Some(there) = value.pointer_mut(place.pointer.as_str()) {
            *there = made;
        }
    }

    /// Where the node went that was written at `old`.
    fn new_place(&self, old: &Location) -> Location {
        let file = old.file.as_read();
        let text = old.pointer.as_str();
        let mut end = text.len();
        let Some(moved) = self.moved.get(&file) else {
            return old.as_read();
        };
        loop {
            let (above, below) = text.split_at(end);
            if let Some(new) = moved.get(above) {
                let pointer = Pointer::parse(&format!("{}{below}", new.pointer));
                return Location {
                    file: new.file,
                    pointer,
                };
            }
            match above.rfind('/') {
                Some(slash) => end = slash,
                None => return old.as_read(),
            }
        }
    }

    fn find(&self, from: &Location, reference: &str) -> Result<Found<'v>, Unresolved<'v>> {
        let base = from.as_read();
        let why = match reference::resolve(self.files, &base, reference) {
            Ok(found) => {
                return Ok(Found {
                    location: found.location.as_written(),
                    value: found.value,
                    bent: false,
                });
            }
            Err(why) => why,
        };
        let root = self.files.value(base.file);
        let meant = root.and_then(|root| {
            let pointer = meant(root, reference)?;
            let value = root.pointer(pointer.as_str())?;
            let file = base.file.as_written();
            Some(Found {
                location: Location { file, pointer },
                value,
                bent: true,
            })
        });
        meant.ok_or(why)
    }

    fn warn_of_bent(&mut self, reference: &Reference<'v>, place: &Location) {
        let right = format!("#{}", encoded(&place.pointer));
        let message = format!(
            "{} names nothing by the letter; it is read as {}",
            quoted(reference.target),
            quoted(&right)
        );
        let code = codes::MALFORMED_REFERENCE;
        let location = reference.written.key("$ref");
        self.report
            .push(Diagnostic::warning(code, location, message));
    }

    /// Where a pointer leads nowhere, what was written tells what was meant;
    /// of anything else the check speaks.
    fn report_unresolved(&mut self, reference: &Reference<'v>, why: &Unresolved<'v>) {
        let Unresolved::Missing { parent, token } = why else {
            return;
        };
        let message = format!("{} names nothing", quoted(reference.target));
        let location = reference.written.key("$ref");
        let diagnostic = Diagnostic::error(codes::UNRESOLVED_REFERENCE, location, message);
        let names = parent
            .as_object()
            .into_iter()
            .flat_map(|object| object.keys());
        let near = nearest(token, names.take(MAX_SUGGESTIONS).map(String::as_str));
        self.report.push(match near {
            Some(name) => diagnostic.hint(format!("did you mean {}?", quoted(name))),
            None => diagnostic,
        });
    }

    fn report_mismatch(
        &mut self,
        reference: &Reference<'v>,
        found: &Found<'v>,
        (there, needed): (Kind, Kind),
        is_schema: bool,
    ) {
        let noun = match there {
            Kind::RequestBody => "a parameter of the body",
            other => other.noun(),
        };
        let message = format!(
            "{} names {noun}, where {} is needed",
            quoted(reference.target),
            needed.noun()
        );
        let (code, location) = (codes::MISMATCHED_REFERENCE, reference.written.key("$ref"));
        self.report.push(if is_schema {
            Diagnostic::warning(code, location, format!("{message}; its `schema` is taken"))
        } else {
            Diagnostic::error(code, location, message)
                .related(found.location.clone(), "what it names")
        });
    }
}

/// The place that a reference means which is not written by the letter: a name
/// alone, a name with its slashes not escaped, or one that looks percent encoded and is not.
fn meant(root: &Value, reference: &str) -> Option<Pointer> {
    let fragment = reference.strip_prefix('#').unwrap_or(reference);
    if root.pointer(fragment).is_some() && reference.starts_with("#/") {
        return Some(Pointer::parse(fragment));
    }
    let (section, name) = match fragment.strip_prefix('/') {
        Some(rest) => rest.split_once('/')?,
        None if reference.starts_with('#') => return None,
        None => ("definitions", reference),
    };
    let section_value = root.get(section)?.as_object()?;
    let decoded = percent_decoded(name);
    let name = [name, &*decoded]
        .into_iter()
        .find(|name| section_value.contains_key(*name))?;
    Some(Pointer::root().key(section).key(name))
}

/// A pointer as a fragment has it.
fn encoded(pointer: &Pointer) -> String {
    pointer.as_str().replace('%', "%25")
}

/// The kind of object that 3.0 has at a place, where it says it.
fn kind_at(document: &Value, file: FileId, pointer: &Pointer) -> Option<Kind> {
    if file != FileId::ROOT {
        return None;
    }
    let mut value = document;
    let mut shape = &Shape::Object(Kind::Document);
    for token in pointer.tokens() {
        shape = specification::shape_below(shape, &token)?;
        value = match value {
            Value::Object(object) => object.get(&*token)?,
            Value::Array(items) => items.get(token.parse::<usize>().ok()?)?,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
        };
    }
    shape.kind()
}
