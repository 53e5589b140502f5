//! Every reference names a thing of the right kind.

use serde_json::Value;
use std::borrow::Cow;

use super::mend::Mend;
use super::structure::Structure;
use super::wrong::{noun_of, place_meant};
use super::{circles, identifiers};
use crate::definition::definition_of;
use crate::files::{Files, Inexact};
use crate::node::Node;
use crate::reference::{self, Found, Unresolved};
use crate::specification::{self, Kind, Shape};
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, FileId, Location, Severity, codes};

/// How many names are looked at for the one that was meant.
const MAX_SUGGESTIONS: usize = 2000;

/// Something that names another place.
#[derive(Clone, Debug)]
pub(super) struct Reference<'v> {
    /// The object with `$ref`, or the string in a discriminator's mapping.
    pub(super) holder: Location,
    /// What must be there.
    pub(super) shape: Shape,
    /// The name, as a `$ref` has it.
    target: Cow<'v, str>,
    /// Where the name stands.
    pub(super) by: By,
    /// The remark it stands in, if it stands in one.
    pub(super) remark: Option<Location>,
    /// The place, once it is known to exist.
    pub(super) found: Option<Location>,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// In the member of the holder that has this key.
    Key(&'static str),
    /// The holder is the name.
    Mapping,
}

impl<'v> Reference<'v> {
    /// The `$ref` of the object at `holder`, where `shape` must be.
    pub(super) fn by_ref(holder: Location, shape: Shape, target: &'v str) -> Self {
        Self {
            holder,
            shape,
            target: Cow::Borrowed(target),
            by: By::Key("$ref"),
            remark: None,
            found: None,
        }
    }

    /// The `$dynamicRef` of the schema at `holder`.
    pub(super) fn by_dynamic_ref(holder: Location, target: &'v str) -> Self {
        Self {
            by: By::Key("$dynamicRef"),
            ..Self::by_ref(holder, Shape::Reusable(Kind::Schema), target)
        }
    }

    /// The string at `holder`, a value of `discriminator.mapping`.
    pub(super) fn by_mapping(holder: Location, target: &'v str) -> Self {
        Self {
            shape: Shape::Reusable(Kind::Schema),
            by: By::Mapping,
            ..Self::by_ref(holder, Shape::Any, target)
        }
    }

    fn location(&self) -> Location {
        match self.by {
            By::Key(key) => self.holder.key(key),
            By::Mapping => self.holder.clone(),
        }
    }

    fn resolve(&self, files: &'v Files) -> Result<Found<'v>, Unresolved<'v>> {
        match self.by {
            By::Key(_) => reference::resolve(files, &self.holder, &self.target),
            By::Mapping => reference::resolve_mapped(files, &self.holder, &self.target),
        }
    }
}

/// Checks every reference that `structure` came across.
///
/// A reference may name a place that the walk from the root does not come by:
/// one that the specification says nothing of, or one in another file. What is
/// there is checked as what the reference takes it for, which may bring to
/// light more references. One of them may bring in the file whose schema says
/// that it is called what an earlier one names, so what names nothing is tried
/// again in the end.
pub(super) fn check(structure: &mut Structure<'_, '_>) {
    let mut next = 0;
    let mut unresolved = Vec::new();
    while next < structure.references.len() {
        while let Some(reference) = structure.references.get(next).cloned() {
            match reference.resolve(structure.files) {
                Ok(found) => settle(structure, next, reference, found),
                Err(_) => unresolved.push((next, reference)),
            }
            next += 1;
        }
        unresolved.retain(|(index, reference)| {
            let resolved = reference.resolve(structure.files);
            if let Ok(found) = resolved {
                settle(structure, *index, reference.clone(), found);
                return false;
            }
            true
        });
    }
    for (_, reference) in &unresolved {
        refuse(structure, reference);
    }
    identifiers::check(structure);
    circles::check(structure);
}

/// Checks what the reference of that index names.
fn settle<'v>(
    structure: &mut Structure<'v, '_>,
    index: usize,
    reference: Reference<'v>,
    found: Found<'v>,
) {
    let found = check_one(structure, reference, found);
    if let Some(reference) = structure.references.get_mut(index) {
        reference.found = found;
    }
}

/// Says why the reference names nothing.
fn refuse<'v>(structure: &mut Structure<'v, '_>, reference: &Reference<'v>) {
    check_spelling(structure, reference);
    if let Err(why) = reference.resolve(structure.files) {
        structure.in_remark_of(reference, |structure| {
            let Some(diagnostic) = unresolved_diagnostic(reference, &why) else {
                return;
            };
            if reference.by == By::Mapping {
                structure.report.push(passed_over(diagnostic));
                return;
            }
            match why {
                // The file may be elsewhere, and a remark can do without.
                Unresolved::File(_) if diagnostic.code != codes::MALFORMED_REFERENCE => {
                    structure.refuse(diagnostic);
                }
                _ => structure.report.push(diagnostic),
            }
        });
    }
}

/// A value of a mapping that names nothing tells no variant; the others still do.
fn passed_over(mut diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.severity = Severity::Warning;
    diagnostic.message += "; the value is passed over";
    diagnostic
}

fn check_one<'v>(
    structure: &mut Structure<'v, '_>,
    mut reference: Reference<'v>,
    mut found: Found<'v>,
) -> Option<Location> {
    let files = structure.files;
    check_spelling(structure, &reference);
    if let Some((diagnostic, mend)) = schema_within(&mut reference, &found, files) {
        structure.report.push(diagnostic);
        structure.mends.push(mend);
        found = reference.resolve(files).ok()?;
    }
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
    if reference.shape.kind() != Some(Kind::Schema) || reference.by == By::Mapping || !has_schema {
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

/// What there is to say of a reference that names nothing; nothing where it has been said.
fn unresolved_diagnostic(reference: &Reference<'_>, why: &Unresolved<'_>) -> Option<Diagnostic> {
    match why {
        Unresolved::NoAnchor { near } => Some(suggesting(unresolved(reference), near.as_deref())),
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
            Some(
                match unreachable
                    .hint()
                    .or_else(|| place_meant(&reference.target, &reference.shape))
                {
                    Some(hint) => diagnostic.hint(hint),
                    None => diagnostic,
                },
            )
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
    let hint = nearest(token, names.take(MAX_SUGGESTIONS)).map_or_else(
        || {
            let name = quoted(token);
            format!("there is no {name} at that place; define it, or correct the reference")
        },
        |name| format!("did you mean {}?", quoted(name)),
    );
    diagnostic.hint(hint)
}

fn suggesting(diagnostic: Diagnostic, name: Option<&str>) -> Diagnostic {
    match name {
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
