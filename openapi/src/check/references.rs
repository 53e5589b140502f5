//! Every `$ref` names a thing of the right kind, and no chain of them is a circle.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::mend::Mend;
use super::structure::Structure;
use super::wrong::noun_of;
use crate::definition::definition_of;
use crate::files::{Files, Inexact};
use crate::node::Node;
use crate::reference::{self, Found, Unresolved};
use crate::specification::{self, Kind, Shape};
use crate::version::Version;
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, FileId, Location, Severity, codes};

/// How many names are looked at for the one that was meant.
const MAX_SUGGESTIONS: usize = 2000;

/// Something that names another place.
#[derive(Clone, Debug)]
pub(super) struct Reference<'v> {
    /// The object with `$ref`, or the string in a discriminator's mapping.
    holder: Location,
    /// What must be there.
    shape: Shape,
    /// The name, as a `$ref` has it.
    target: Cow<'v, str>,
    /// Whether the name stands in the holder's `$ref`.
    by_ref: bool,
    /// The remark it stands in, if it stands in one.
    pub(super) remark: Option<Location>,
    /// The place, once it is known to exist.
    found: Option<Location>,
}

impl<'v> Reference<'v> {
    /// The `$ref` of the object at `holder`, where `shape` must be.
    pub(super) fn by_ref(holder: Location, shape: Shape, target: &'v str) -> Self {
        Self {
            holder,
            shape,
            target: Cow::Borrowed(target),
            by_ref: true,
            remark: None,
            found: None,
        }
    }

    /// The string at `holder`, a value of `discriminator.mapping`.
    pub(super) fn by_mapping(holder: Location, target: &'v str) -> Self {
        Self {
            shape: Shape::Reusable(Kind::Schema),
            by_ref: false,
            ..Self::by_ref(holder, Shape::Any, target)
        }
    }

    fn location(&self) -> Location {
        if self.by_ref {
            return self.holder.key("$ref");
        }
        self.holder.clone()
    }

    fn resolve(&self, files: &'v Files) -> Result<Found<'v>, Unresolved<'v>> {
        if self.by_ref {
            return reference::resolve(files, &self.holder, &self.target);
        }
        reference::resolve_mapped(files, &self.holder, &self.target)
    }
}

/// Checks every reference that `structure` came across.
///
/// A reference may name a place that the walk from the root does not come by:
/// one that the specification says nothing of, or one in another file. What is
/// there is checked as what the reference takes it for, which may bring to
/// light more references.
pub(super) fn check(structure: &mut Structure<'_, '_>) {
    let mut next = 0;
    while let Some(reference) = structure.references.get(next).cloned() {
        let found = check_one(structure, reference);
        if let Some(reference) = structure.references.get_mut(next) {
            reference.found = found;
        }
        next += 1;
    }
    check_circles(structure);
}

fn check_one<'v>(
    structure: &mut Structure<'v, '_>,
    mut reference: Reference<'v>,
) -> Option<Location> {
    let files = structure.files;
    let mut resolved = reference.resolve(files);
    check_spelling(structure, &reference);
    if let Ok(found) = &resolved
        && let Some((diagnostic, mend)) = schema_within(&mut reference, found, files)
    {
        structure.report.push(diagnostic);
        structure.mends.push(mend);
        resolved = reference.resolve(files);
    }
    let found = match resolved {
        Ok(found) => found,
        Err(why) => {
            structure.in_remark_of(&reference, |structure| {
                if let Some(diagnostic) = unresolved_diagnostic(&reference, &why) {
                    structure.refuse(diagnostic);
                }
            });
            return None;
        }
    };
    let there = shape_at(files, &found);
    if let Some(wrong) = mismatch(&reference, &found, there) {
        structure.in_remark_of(&reference, |structure| structure.refuse(wrong));
        return None;
    }
    let is_walked = there.is_some() && found.location.file == FileId::ROOT;
    if !is_walked {
        structure.in_remark_of(&reference, |structure| {
            structure.visit_beyond(&found, &reference.shape);
            if let Some(whole) = definition_around(&reference, &found, files) {
                structure.visit_beyond(&whole, &reference.shape);
            }
        });
    }
    if reference::is_taken_in(&reference.shape) {
        take_in(structure, &reference, &found);
    }
    Some(found.location)
}

/// The schema of another file whose part the reference names: it is read whole.
fn definition_around<'v>(
    reference: &Reference<'_>,
    found: &Found<'v>,
    files: &'v Files,
) -> Option<Found<'v>> {
    if reference.shape.kind() != Some(Kind::Schema) || found.location.file == FileId::ROOT {
        return None;
    }
    let root = files.value(found.location.file)?;
    let location = definition_of(&found.location, root)?;
    let value = root.pointer(location.pointer.as_str())?;
    Some(Found {
        location,
        value,
        beside_ref: false,
    })
}

/// A scalar, or a list of such, that is a reference is replaced by what it names.
fn take_in<'v>(structure: &mut Structure<'v, '_>, reference: &Reference<'v>, found: &Found<'v>) {
    let node = Node::start(&found.location, found.value);
    let target = reference::through(structure.files, node);
    let mend = Mend::set(reference.holder.clone(), target.value.clone());
    structure.mends.push(mend);
}

/// What is wrong with what the reference names, as far as that can be told without a closer look.
fn mismatch(
    reference: &Reference<'_>,
    found: &Found<'_>,
    there: Option<&Shape>,
) -> Option<Diagnostic> {
    let is_object = found.value.is_object() || found.value.is_boolean();
    let noun = match there {
        Some(there) if is_same(there, &reference.shape) => return None,
        Some(there) => noun(there),
        None if reference.shape.kind().is_some() && !is_object => noun_of(found.value).to_owned(),
        None => return None,
    };
    Some(mismatched(reference, found, &noun))
}

/// Whether the two ask for the same kind of thing.
fn is_same(there: &Shape, needed: &Shape) -> bool {
    match (there.kind(), needed.kind()) {
        (Some(there), Some(needed)) => there == needed,
        (None, None) => there == needed,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// What the specification says of the place, where it is one in a description.
///
/// Another file is taken for a description where the pointer leads into its
/// `components` or `paths`. Nothing is said of what stands beside a `$ref`.
fn shape_at(files: &Files, found: &Found<'_>) -> Option<&'static Shape> {
    if found.beside_ref {
        return None;
    }
    let mut shape = &Shape::Object(Kind::Document);
    let root = files.value(found.location.file)?;
    let is_description = ["openapi", "swagger", "components", "paths"]
        .iter()
        .any(|key| root.get(key).is_some());
    if !is_description {
        return None;
    }
    for token in found.location.pointer.tokens() {
        shape = specification::shape_below(shape, &token)?;
    }
    Some(shape).filter(|shape| !matches!(shape, Shape::Any))
}

/// A file may be named in another spelling than its own.
fn check_spelling(structure: &mut Structure<'_, '_>, reference: &Reference<'_>) {
    let (address, _) = reference::split(&reference.target);
    let Some(inexact) = structure.files.inexact(reference.holder.file, address) else {
        return;
    };
    let (reading, hint) = match inexact {
        Inexact::Backslash => ("with slashes for backslashes", "write `/`, on every system"),
        Inexact::Case => (
            "with other upper and lower case letters",
            "write the name of the file as it is; other systems find no other",
        ),
    };
    let message = format!("{} is read {reading}", quoted(&reference.target));
    let code = codes::INEXACT_REFERENCE;
    let diagnostic = Diagnostic::warning(code, reference.location(), message);
    structure.report.push(diagnostic.hint(hint));
}

/// Where a schema is needed and the reference names something that has one,
/// such as a parameter, that schema is meant.
fn schema_within(
    reference: &mut Reference<'_>,
    found: &Found<'_>,
    files: &Files,
) -> Option<(Diagnostic, Mend)> {
    let shape = shape_at(files, found)?;
    let has_schema = !matches!(shape.kind(), None | Some(Kind::Schema));
    if reference.shape.kind() != Some(Kind::Schema) || !reference.by_ref || !has_schema {
        return None;
    }
    found.value.get("schema")?.as_object()?;
    let message = format!(
        "{} names {}, where a schema is needed; its `schema` is taken",
        quoted(&reference.target),
        shape.kind().map_or("something else", Kind::noun)
    );
    let location = reference.location();
    let (address, fragment) = reference::split(&reference.target);
    let target = format!("{address}#{fragment}/schema");
    reference.target = Cow::Owned(target.clone());
    let diagnostic = Diagnostic::warning(codes::MISMATCHED_REFERENCE, location.clone(), message);
    Some((diagnostic, Mend::set(location, Value::String(target))))
}

fn check_circles(structure: &mut Structure<'_, '_>) {
    let next: HashMap<&Location, &Location> = structure
        .references
        .iter()
        .filter(|reference| reference.by_ref)
        .filter_map(|reference| Some((&reference.holder, reference.found.as_ref()?)))
        .collect();
    let mut done: HashSet<&Location> = HashSet::new();
    let mut circles = Vec::new();
    let mut mends = Vec::new();
    for reference in &structure.references {
        let mut chain = Vec::new();
        let mut at = &reference.holder;
        while let Some(below) = next.get(at) {
            if !done.insert(at) {
                if let Some(start) = chain.iter().position(|earlier| *earlier == at) {
                    let circle = circular(reference, &chain[start..]);
                    let is_schema = reference.shape.kind() == Some(Kind::Schema);
                    // Keywords may stand beside the reference then, and mean something.
                    if is_schema && structure.version > Version::V3_0 {
                        mends.push(Mend::remove(at.key("$ref")));
                        circles.push(understood(circle));
                    } else {
                        circles.push(circle);
                    }
                }
                break;
            }
            chain.push(at);
            at = below;
        }
    }
    structure.mends.extend(mends);
    for circle in circles {
        structure.report.push(circle);
    }
}

/// A schema that is nothing but itself says nothing (JSON Schema 2020-12 core §9.4.1).
fn understood(circle: Diagnostic) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        ..circle
    }
    .hint("such a schema is taken to admit anything")
}

fn circular(reference: &Reference<'_>, chain: &[&Location]) -> Diagnostic {
    let [first, rest @ ..] = chain else {
        return unresolved(reference);
    };
    let message = "the reference leads back to itself and never to anything else";
    let diagnostic = Diagnostic::error(codes::CIRCULAR_REFERENCE, first.key("$ref"), message);
    rest.iter().take(4).fold(diagnostic, |diagnostic, holder| {
        diagnostic.related(holder.key("$ref"), "by way of this one")
    })
}

/// What there is to say of a reference that names nothing; nothing where it has been said.
fn unresolved_diagnostic(reference: &Reference<'_>, why: &Unresolved<'_>) -> Option<Diagnostic> {
    match why {
        Unresolved::NoPointer => Some(unresolved(reference)),
        Unresolved::Missing { parent, token } => Some(missing(reference, parent, token)),
        Unresolved::Endless => {
            let message = "the reference leads through others without end";
            let code = codes::CIRCULAR_REFERENCE;
            Some(Diagnostic::error(code, reference.location(), message))
        }
        Unresolved::File(unreachable) => {
            let code = unreachable.code()?;
            let message = format!("{} {}", quoted(&reference.target), unreachable.reason());
            let diagnostic = Diagnostic::error(code, reference.location(), message);
            Some(match unreachable.hint() {
                Some(hint) => diagnostic.hint(hint),
                None => diagnostic,
            })
        }
    }
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

fn mismatched(reference: &Reference<'_>, found: &Found<'_>, there: &str) -> Diagnostic {
    let message = format!(
        "{} names {there}, where {} is needed",
        quoted(&reference.target),
        noun(&reference.shape)
    );
    Diagnostic::error(codes::MISMATCHED_REFERENCE, reference.location(), message)
        .related(found.location.clone(), "what it names")
}

fn noun(shape: &Shape) -> String {
    match shape.kind() {
        Some(kind) => kind.noun().to_owned(),
        None => shape.noun(),
    }
}
