//! Every `$ref` names a thing of the right kind, and no chain of them is a circle.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::mend::Mend;
use super::structure::Structure;
use crate::node::Node;
use crate::reference::{Target, target};
use crate::specification;
use crate::specification::{Kind, Shape};
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, Location, Pointer, codes};

/// How many names are looked at for the one that was meant.
const MAX_SUGGESTIONS: usize = 2000;

/// Something that names another place.
#[derive(Debug)]
pub(super) struct Reference<'v> {
    /// The object with `$ref`, or the string in a discriminator's mapping.
    holder: Location,
    /// What must be there.
    kind: Kind,
    /// The name, as a `$ref` has it.
    target: Cow<'v, str>,
    /// Whether the name stands in the holder's `$ref`.
    by_ref: bool,
    /// The place, once it is known to exist.
    found: Option<Pointer>,
}

impl<'v> Reference<'v> {
    /// The `$ref` of the object at `holder`.
    pub(super) fn by_ref(holder: Location, kind: Kind, target: &'v str) -> Self {
        Self {
            holder,
            kind,
            target: Cow::Borrowed(target),
            by_ref: true,
            found: None,
        }
    }

    /// The string at `holder`, a value of `discriminator.mapping`.
    pub(super) fn by_mapping(holder: Location, target: Cow<'v, str>) -> Self {
        Self {
            holder,
            kind: Kind::Schema,
            target,
            by_ref: false,
            found: None,
        }
    }

    fn location(&self) -> Location {
        if self.by_ref {
            return self.holder.key("$ref");
        }
        self.holder.clone()
    }
}

/// Where the tokens of a pointer lead.
enum Search<'v> {
    /// To a value; the shape is what the specification says of its place.
    Found(&'v Value, Option<&'static Shape>),
    /// As far as `parent`, which has no `token`.
    Missing { parent: &'v Value, token: String },
}

/// Checks every reference that `structure` came across.
///
/// A reference may name a place that the specification says nothing of, such
/// as one in an extension. What is there is checked as what the reference
/// takes it for, which may bring to light more references.
pub(super) fn check(structure: &mut Structure<'_, '_>) {
    let root = structure.root;
    let mut outside = HashSet::new();
    let mut next = 0;
    while let Some(reference) = structure.references.get_mut(next) {
        if let Some((diagnostic, mend)) = schema_within(reference, root) {
            structure.report.push(diagnostic);
            structure.mends.push(mend);
        }
        match find(reference, root) {
            Ok((pointer, value, shape)) => {
                let kind = reference.kind;
                let location = Location {
                    file: reference.holder.file,
                    pointer: pointer.clone(),
                };
                if shape.is_none() && outside.insert((pointer.clone(), kind)) {
                    structure.visit(&Node::start(&location, value), &Shape::Reusable(kind));
                }
                if let Some(reference) = structure.references.get_mut(next) {
                    reference.found = Some(pointer);
                }
            }
            Err(diagnostic) => structure.report.push(*diagnostic),
        }
        next += 1;
    }
    check_circles(structure);
}

type Found<'v> = (Pointer, &'v Value, Option<&'static Shape>);

fn find<'v>(reference: &Reference<'_>, root: &'v Value) -> Result<Found<'v>, Box<Diagnostic>> {
    let pointer = match target(&reference.target) {
        Target::Within(pointer) => pointer,
        Target::Outside => return Err(Box::new(external(reference))),
        Target::Nowhere => return Err(Box::new(unresolved(reference))),
    };
    match search(root, &pointer) {
        Search::Missing { parent, token } => Err(Box::new(missing(reference, parent, &token))),
        Search::Found(value, shape) => match shape.map(Shape::kind) {
            None => Ok((pointer, value, None)),
            Some(Some(kind)) if kind == reference.kind => Ok((pointer, value, shape)),
            Some(_) => Err(Box::new(mismatched(reference, pointer, shape))),
        },
    }
}

/// Where a schema is needed and the reference names something that has one,
/// such as a parameter, that schema is meant.
fn schema_within(reference: &mut Reference<'_>, root: &Value) -> Option<(Diagnostic, Mend)> {
    let Target::Within(pointer) = target(&reference.target) else {
        return None;
    };
    let Search::Found(value, Some(shape)) = search(root, &pointer) else {
        return None;
    };
    let has_schema = !matches!(shape.kind(), None | Some(Kind::Schema));
    if reference.kind != Kind::Schema || !reference.by_ref || !has_schema {
        return None;
    }
    value.get("schema")?.as_object()?;
    let message = format!(
        "{} names {}, where a schema is needed; its `schema` is taken",
        quoted(&reference.target),
        shape.kind().map_or("something else", Kind::noun)
    );
    let location = reference.location();
    let target = format!("{}/schema", reference.target);
    reference.target = Cow::Owned(target.clone());
    let diagnostic = Diagnostic::warning(codes::MISMATCHED_REFERENCE, location.clone(), message);
    Some((diagnostic, Mend::set(location, Value::String(target))))
}

fn search<'v>(root: &'v Value, pointer: &Pointer) -> Search<'v> {
    let mut value = root;
    let mut shape = Some(&Shape::Object(Kind::Document));
    for token in pointer.tokens() {
        let below = match value {
            Value::Object(object) => object.get(&token),
            Value::Array(_) => value.pointer(&format!("/{token}")),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        };
        let Some(below) = below else {
            return Search::Missing {
                parent: value,
                token,
            };
        };
        shape = shape.and_then(|shape| specification::shape_below(shape, &token));
        value = below;
    }
    Search::Found(value, shape.filter(|shape| !matches!(shape, Shape::Any)))
}

fn check_circles(structure: &mut Structure<'_, '_>) {
    let next: HashMap<&Pointer, &Pointer> = structure
        .references
        .iter()
        .filter(|reference| reference.by_ref)
        .filter_map(|reference| Some((&reference.holder.pointer, reference.found.as_ref()?)))
        .collect();
    let mut done: HashSet<&Pointer> = HashSet::new();
    let mut circles = Vec::new();
    for reference in &structure.references {
        let mut chain = Vec::new();
        let mut at = &reference.holder.pointer;
        while let Some(below) = next.get(at) {
            if !done.insert(at) {
                if let Some(start) = chain.iter().position(|earlier| *earlier == at) {
                    circles.push(circular(reference, &chain[start..]));
                }
                break;
            }
            chain.push(at);
            at = below;
        }
    }
    for circle in circles {
        structure.report.push(circle);
    }
}

fn circular(reference: &Reference<'_>, chain: &[&Pointer]) -> Diagnostic {
    let location = |pointer: &Pointer| Location {
        file: reference.holder.file,
        pointer: pointer.key("$ref"),
    };
    let [first, rest @ ..] = chain else {
        return unresolved(reference);
    };
    let message = "the reference leads back to itself and never to anything else";
    let diagnostic = Diagnostic::error(codes::CIRCULAR_REFERENCE, location(first), message);
    rest.iter().take(4).fold(diagnostic, |diagnostic, pointer| {
        diagnostic.related(location(pointer), "by way of this one")
    })
}

fn external(reference: &Reference<'_>) -> Diagnostic {
    let message = format!("{} leads out of the file", quoted(&reference.target));
    Diagnostic::error(codes::EXTERNAL_REFERENCE, reference.location(), message)
        .hint("references within the file, which begin with `#/`, are the ones that are read")
}

fn unresolved(reference: &Reference<'_>) -> Diagnostic {
    let message = format!("{} names nothing", quoted(&reference.target));
    Diagnostic::error(codes::UNRESOLVED_REFERENCE, reference.location(), message)
}

fn missing(reference: &Reference<'_>, parent: &Value, token: &str) -> Diagnostic {
    let diagnostic = unresolved(reference);
    let names = parent
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys())
        .map(String::as_str);
    match nearest(token, names.take(MAX_SUGGESTIONS)) {
        Some(name) => diagnostic.hint(format!("did you mean {}?", quoted(name))),
        None => diagnostic,
    }
}

fn mismatched(
    reference: &Reference<'_>,
    pointer: Pointer,
    shape: Option<&'static Shape>,
) -> Diagnostic {
    let there = shape.map_or_else(String::new, |shape| match shape.kind() {
        Some(kind) => kind.noun().to_owned(),
        None => shape.noun(),
    });
    let message = format!(
        "{} names {there}, where {} is needed",
        quoted(&reference.target),
        reference.kind.noun()
    );
    let target = Location {
        file: reference.holder.file,
        pointer,
    };
    Diagnostic::error(codes::MISMATCHED_REFERENCE, reference.location(), message)
        .related(target, "what it names")
}
