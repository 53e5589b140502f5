//! What a `$ref` names (OpenAPI 3.0.3 §4.7.23, RFC 6901 §6).
//!
//! Every stage resolves references here, whatever holds them and wherever they lead.

use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

use serde_json::Value;

use crate::files::{Files, Unreachable};
use crate::node::{Node, look_up};
use crate::specification::Shape;
use crate::{FileId, Location, Pointer};

/// How many references a pointer may lead through.
const MAX_HOPS: usize = 256;

/// What a reference names.
#[derive(Clone, Debug)]
pub(crate) struct Found<'v> {
    /// Its place, however it was named.
    pub(crate) location: Location,
    /// What is there.
    pub(crate) value: &'v Value,
    /// Whether it stands below an object with a `$ref`, beside it.
    pub(crate) beside_ref: bool,
}

/// Why a reference names nothing.
#[derive(Clone, Debug)]
pub(crate) enum Unresolved<'v> {
    /// The file cannot be had.
    File(Rc<Unreachable>),
    /// The fragment is not a JSON Pointer, and no anchor of the resource,
    /// which may have one that is `near`.
    NoAnchor { near: Option<String> },
    /// The pointer leads as far as `parent`, which has no `token`.
    Missing { parent: &'v Value, token: String },
    /// The pointer leads through references without end.
    Endless,
}

/// The node that `reference` names where it stands in the object at `base`.
///
/// What is before the fragment is resolved against the URI of the resource that
/// `base` is in: the nearest `$id` above it, else the file's `$self`, else the
/// file itself (RFC 3986 §5.1, JSON Schema 2020-12 core §8.2.1). What a schema
/// says it is called goes before any file of that address. The fragment is a
/// pointer within the resource or an anchor of it (§8.2.2). Before OpenAPI 3.1
/// there are files and pointers alone.
pub(crate) fn resolve<'v>(
    files: &'v Files,
    base: &Location,
    reference: &str,
) -> Result<Found<'v>, Unresolved<'v>> {
    resolve_within(files, base, reference, &mut 0)
}

fn resolve_within<'v>(
    files: &'v Files,
    base: &Location,
    reference: &str,
    hops: &mut usize,
) -> Result<Found<'v>, Unresolved<'v>> {
    let (address, fragment) = split(reference);
    let resource = files.resource_at(base, address).map_err(Unresolved::File)?;
    let fragment = percent_decoded(fragment);
    if fragment.is_empty() || fragment.starts_with('/') {
        return at_pointer(files, &resource, &Pointer::parse(&fragment), hops);
    }
    match files.anchor(&resource, &fragment) {
        Some(place) => at_pointer(files, &place, &Pointer::root(), hops),
        None => Err(Unresolved::NoAnchor {
            near: files.near_anchor(&resource, &fragment),
        }),
    }
}

/// The address of a file and the fragment (RFC 3986 §3.5) of a reference.
pub(crate) fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The node at `pointer` within the resource at `start`, by way of references
/// where an object on the way is one.
///
/// Many descriptions have schemas with an `$id` and yet point into the whole
/// file from them, so where the resource has nothing of the pointer the file may.
fn at_pointer<'v>(
    files: &'v Files,
    start: &Location,
    pointer: &Pointer,
    hops: &mut usize,
) -> Result<Found<'v>, Unresolved<'v>> {
    let root = files
        .value(start.file)
        .ok_or_else(|| Unresolved::File(Rc::new(Unreachable::Broken)))?;
    let of_file = Walk {
        file: start.file,
        // Escaped anew, so that one node has one pointer however it was written.
        pointer: String::with_capacity(pointer.as_str().len()),
        value: root,
        beside_ref: false,
    };
    let within = root.pointer(start.pointer.as_str()).unwrap_or(root);
    let first = pointer.tokens().next();
    let has = |value: &Value| {
        first
            .as_ref()
            .is_none_or(|first| below(value, first).is_some())
    };
    let walk = if start.pointer.as_str().is_empty() || (!has(within) && has(root)) {
        of_file
    } else {
        Walk {
            pointer: start.pointer.as_str().to_owned(),
            value: within,
            ..of_file
        }
    };
    walk.to(files, pointer, hops)
}

/// The way along a pointer.
struct Walk<'v> {
    file: FileId,
    pointer: String,
    value: &'v Value,
    beside_ref: bool,
}

impl<'v> Walk<'v> {
    fn to(
        mut self,
        files: &'v Files,
        pointer: &Pointer,
        hops: &mut usize,
    ) -> Result<Found<'v>, Unresolved<'v>> {
        for token in pointer.tokens() {
            self.step(files, &token, hops)?;
        }
        Ok(Found {
            location: self.location(),
            value: self.value,
            beside_ref: self.beside_ref,
        })
    }

    fn step(
        &mut self,
        files: &'v Files,
        token: &str,
        hops: &mut usize,
    ) -> Result<(), Unresolved<'v>> {
        while below(self.value, token).is_none() {
            let Some(reference) = reference_in(self.value) else {
                return Err(Unresolved::Missing {
                    parent: self.value,
                    token: token.to_owned(),
                });
            };
            *hops += 1;
            if *hops > MAX_HOPS {
                return Err(Unresolved::Endless);
            }
            let found = resolve_within(files, &self.location(), reference, hops)?;
            self.file = found.location.file;
            self.pointer = found.location.pointer.as_str().to_owned();
            self.value = found.value;
            self.beside_ref = found.beside_ref;
        }
        if let Some(value) = below(self.value, token) {
            self.beside_ref |= reference_in(self.value).is_some();
            Pointer::push_token(&mut self.pointer, token);
            self.value = value;
        }
        Ok(())
    }

    fn location(&self) -> Location {
        Location {
            file: self.file,
            pointer: Pointer::parse(&self.pointer),
        }
    }
}

/// The member or item that `token` names (RFC 6901 §4).
fn below<'v>(value: &'v Value, token: &str) -> Option<&'v Value> {
    match value {
        Value::Object(object) => look_up(object, token),
        Value::Array(items) => {
            let is_index = !token.starts_with('+') && (token == "0" || !token.starts_with('0'));
            items.get(token.parse::<usize>().ok().filter(|_| is_index)?)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// The text of the `$ref` that `value` is.
pub(crate) fn reference_in(value: &Value) -> Option<&str> {
    look_up(value.as_object()?, "$ref")?.as_str()
}

/// The text of the `$ref` that stands where `shape` is needed, though the
/// specification admits none there.
pub(crate) fn misplaced<'v>(shape: &Shape, value: &'v Value) -> Option<&'v str> {
    let reference = reference_in(value)?;
    let is_misplaced = match shape {
        Shape::Object(_) | Shape::List(_) => true,
        Shape::Text | Shape::Boolean | Shape::Number | Shape::Count | Shape::Word(_) => true,
        Shape::Types | Shape::ExclusiveBound => true,
        // A name of the author's may be any.
        Shape::Map(Shape::Any) => false,
        Shape::Map(Shape::Text) => value.as_object().is_some_and(|object| object.len() == 1),
        Shape::Map(_) => true,
        Shape::Any
        | Shape::Reusable(_)
        | Shape::BooleanOrSchema
        | Shape::SchemaOrSchemas
        | Shape::Dependency => false,
    };
    is_misplaced.then_some(reference)
}

/// Whether a misplaced reference to such a thing is replaced by what it names.
/// Any other is followed where it stands, so that what it names keeps its place.
pub(crate) fn is_taken_in(shape: &Shape) -> bool {
    match shape {
        Shape::Text | Shape::Boolean | Shape::Number | Shape::Count | Shape::Word(_) => true,
        Shape::Types | Shape::ExclusiveBound => true,
        Shape::List(below) | Shape::Map(below) => matches!(below, Shape::Any) || is_taken_in(below),
        Shape::Any
        | Shape::Object(_)
        | Shape::Reusable(_)
        | Shape::BooleanOrSchema
        | Shape::SchemaOrSchemas
        | Shape::Dependency => false,
    }
}

/// The node that a reference names, all further references followed.
/// `None` where one names nothing or they lead in a circle.
pub(crate) fn follow<'v>(files: &'v Files, base: &Location, reference: &str) -> Option<Found<'v>> {
    let mut seen = HashSet::new();
    let mut found = resolve(files, base, reference).ok()?;
    while let Some(next) = reference_in(found.value) {
        if !seen.insert(found.location.clone()) {
            return None;
        }
        found = resolve(files, &found.location, next).ok()?;
    }
    Some(found)
}

/// The node, or what it names in the end where it is a reference that names something.
pub(crate) fn through<'p, 'v>(files: &'v Files, node: Node<'p, 'v>) -> Node<'p, 'v> {
    let Some(reference) = node.reference() else {
        return node;
    };
    match follow(files, &node.location(), reference) {
        Some(found) => Node::start(&found.location, found.value),
        None => node,
    }
}

/// The member `key` of a node that is no reference, or what that refers to in the end.
pub(crate) fn get<'p, 'v>(
    files: &'v Files,
    node: &'p Node<'_, 'v>,
    key: &str,
) -> Option<Node<'p, 'v>> {
    Some(through(files, node.get(key)?))
}

/// What a value of `discriminator.mapping`, at `base`, stands for: a name of
/// `components.schemas`, else a reference (OpenAPI 3.0.3 §4.7.25).
///
/// A part in another file may have either that file's components in mind or the root's.
pub(crate) fn resolve_mapped<'v>(
    files: &'v Files,
    base: &Location,
    name: &str,
) -> Result<Found<'v>, Unresolved<'v>> {
    let component = Pointer::root().key("components").key("schemas").key(name);
    let own = at_pointer(files, &Location::start_of(base.file), &component, &mut 0);
    if own.is_ok() {
        return own;
    }
    let of_root = at_pointer(files, &Location::start_of(FileId::ROOT), &component, &mut 0);
    if of_root.is_err() && name.contains(['#', '/', '.']) {
        return resolve(files, base, name);
    }
    of_root
}

/// Undoes percent encoding (RFC 3986 §2.1), leaving alone what is not encoded rightly.
pub(crate) fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if let Some(byte) = encoded_byte(rest) {
            bytes.push(byte);
            rest = rest.get(3..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn encoded_byte(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::files::Policy;

    /// The places that the references in `root` lead to; `None` for nowhere.
    fn places(root: &Value, references: &[&str]) -> Vec<Option<String>> {
        let mut files = Files::new(Policy::default());
        let file = files.load_root_text("root.json", &root.to_string());
        let base = Location::start_of(file.expect("it is JSON"));
        references
            .iter()
            .map(|reference| resolve(&files, &base, reference).ok())
            .map(|found| found.map(|found| found.location.pointer.to_string()))
            .collect()
    }

    #[test]
    fn a_fragment_may_be_percent_encoded() {
        let root = json!({ "paths": { "/a/{b}": { "x~é": 1 } }, "100%": 2 });
        let references = [
            "#/paths/~1a~1{b}/x~0é",
            "#/paths/~1a~1%7Bb%7d/x~0%C3%A9",
            "#/100%",
        ];
        let x = Some("/paths/~1a~1{b}/x~0é".to_owned());
        let hundred = Some("/100%".to_owned());
        assert_eq!(places(&root, &references), [x.clone(), x, hundred]);
    }

    #[test]
    fn a_text_knows_itself_and_no_other_file() {
        let root = json!({ "a": [true] });
        let references = ["#", "", "root.json#/a/0", "./a.json#/a", "#a", "#/a/00"];
        let [whole, a] = ["", "/a/0"].map(|pointer| Some(pointer.to_owned()));
        let expected = [whole.clone(), whole, a, None, None, None];
        assert_eq!(places(&root, &references), expected);
    }

    #[test]
    fn a_pointer_leads_through_references() {
        let root = json!({
            "a": { "$ref": "#/b", "own": 1 },
            "b": { "c": { "$ref": "#/d/e" } },
            "d": { "e": { "f": 2 } },
            "loop": { "$ref": "#/loop/x" }
        });
        let references = ["#/a/c/f", "#/a/own", "#/loop/x", "#/a/none"];
        let expected = ["/d/e/f", "/a/own"].map(|pointer| Some(pointer.to_owned()));
        let found = places(&root, &references);
        assert_eq!(found[..2], expected);
        assert_eq!(found[2..], [None, None]);
    }
}
