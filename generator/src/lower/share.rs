//! One shape, one type: inline types that are identical become one, and one that is
//! identical to a component becomes that component.
//!
//! Identical means: the same kind, the same properties, values or variants by their names in
//! JSON, the same presence, types, formats, checks, secrecy and deprecation, all the way down.
//! The order of properties and of an enum's values does not count, nor do examples and
//! documentation. Components never become each other, however alike: their names tell them
//! apart, and so a reference to a component is identical to a reference to that component only.
//!
//! The one that is kept is the one that stands at the shortest pointer, in a component before
//! elsewhere. It keeps its name, file and documentation, so that what is written elsewhere in
//! the description changes none of them, unless it is the same shape at a shorter pointer.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use crate::api::{
    Additional, Api, Constraint, Home, Property, Shape, Struct, TypeId, TypeItem, TypeKind,
    TypeName, TypeRef, TypeRoot, Union,
};

/// How often components are looked for anew among inline types whose parts turned out to be components.
const ROUNDS: usize = 8;

/// Makes identical inline types one.
pub(super) fn share(api: &mut Api) {
    let mut texts = HashMap::new();
    let items = api.types.iter_mut();
    let shapes: Vec<Outline> = items.map(|item| Outline::of(item, &mut texts)).collect();
    let order = inner_first(&shapes);
    let mut components = HashMap::new();
    let mut same = Vec::new();
    for _ in 0..ROUNDS {
        same = classes(&shapes, &order, &components);
        let found = components_by_shape(&shapes, &same);
        if found == components {
            break;
        }
        components = found;
    }
    let kept = kept(api, &same);
    super::place::note_places(api, &kept);
    replace(api, &kept);
}

/// What a type is, without the types it mentions, and those.
struct Outline {
    /// The number of the text that says it, the same for the same text.
    text: usize,
    mentions: Vec<usize>,
    is_inline: bool,
    is_component: bool,
    /// An alias is no type of its own; it is never anything else.
    is_alias: bool,
}

impl Outline {
    fn of(item: &mut TypeItem, texts: &mut HashMap<String, usize>) -> Self {
        let mut mentions = Vec::new();
        if let TypeKind::Struct(structure) = &item.kind {
            mentions_by_name(structure, &mut mentions);
        } else {
            item.kind.change_references(&mut |reference| {
                if let TypeRef::Named(TypeId(index)) = reference {
                    mentions.push(*index);
                }
            });
        }
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = write!(text, "{}{}{}", item.deprecated, item.secret, item.nullable);
        outline_kind(&item.kind, &mut text);
        let next = texts.len();
        Self {
            text: *texts.entry(text).or_insert(next),
            mentions,
            is_inline: matches!(item.origin, TypeName::Part { .. }),
            is_component: matches!(
                item.origin,
                TypeName::Component(_) | TypeName::Holder { .. }
            ),
            is_alias: matches!(item.kind, TypeKind::Alias(_)),
        }
    }
}

/// A shape: an outline and what stands for each type that it mentions.
type ShapeKey = (usize, Vec<Class>);

/// What a type is identical to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Class {
    /// A component, or a type that is like no other.
    Itself(usize),
    /// The inline types of the shape that this inline type is the first of.
    Like(usize),
}

/// Inline types, each after those that it mentions. One that mentions itself is not among them.
fn inner_first(shapes: &[Outline]) -> Vec<usize> {
    let mut waits: Vec<usize> = vec![0; shapes.len()];
    let mut mentioned_by: Vec<Vec<usize>> = vec![Vec::new(); shapes.len()];
    for (index, shape) in shapes
        .iter()
        .enumerate()
        .filter(|(_, shape)| shape.is_inline)
    {
        for inner in shape
            .mentions
            .iter()
            .filter(|inner| shapes[**inner].is_inline)
        {
            waits[index] += 1;
            mentioned_by[*inner].push(index);
        }
    }
    let inline = (0..shapes.len()).filter(|index| shapes[*index].is_inline);
    let mut order: Vec<usize> = inline.filter(|index| waits[*index] == 0).collect();
    let mut next = 0;
    while let Some(index) = order.get(next).copied() {
        next += 1;
        for outer in &mentioned_by[index] {
            waits[*outer] -= 1;
            if waits[*outer] == 0 {
                order.push(*outer);
            }
        }
    }
    order
}

fn classes(
    shapes: &[Outline],
    order: &[usize],
    components: &HashMap<ShapeKey, Option<usize>>,
) -> Vec<Class> {
    let mut same: Vec<Class> = (0..shapes.len()).map(Class::Itself).collect();
    let mut first: HashMap<ShapeKey, usize> = HashMap::new();
    for index in order.iter().copied() {
        let key = key(&shapes[index], &same);
        same[index] = match components.get(&key) {
            Some(Some(component)) => Class::Itself(*component),
            Some(None) | None => Class::Like(*first.entry(key).or_insert(index)),
        };
    }
    same
}

fn key(shape: &Outline, same: &[Class]) -> ShapeKey {
    let mentions = shape.mentions.iter().map(|mentioned| same[*mentioned]);
    (shape.text, mentions.collect())
}

/// The component of each shape; none where several components have it.
fn components_by_shape(shapes: &[Outline], same: &[Class]) -> HashMap<ShapeKey, Option<usize>> {
    let mut found: HashMap<ShapeKey, Option<usize>> = HashMap::new();
    for (index, shape) in shapes.iter().enumerate() {
        if shape.is_component && !shape.is_alias {
            let only = found.entry(key(shape, same));
            only.and_modify(|component| *component = None)
                .or_insert(Some(index));
        }
    }
    found
}

/// For each type the one that is kept in its place.
fn kept(api: &Api, same: &[Class]) -> Vec<usize> {
    let mut best: BTreeMap<Class, usize> = BTreeMap::new();
    for (index, class) in same.iter().enumerate() {
        if let Class::Like(_) = class {
            let kept = best.entry(*class).or_insert(index);
            if rank(&api.types[index]) < rank(&api.types[*kept]) {
                *kept = index;
            }
        }
    }
    let of_class = |class: &Class| match class {
        Class::Itself(index) => *index,
        Class::Like(first) => best.get(class).copied().unwrap_or(*first),
    };
    same.iter().map(of_class).collect()
}

/// In a component before elsewhere, then the shortest pointer, then the first by the alphabet.
fn rank(item: &TypeItem) -> (bool, usize, &str) {
    let pointer = item.location.pointer.as_str();
    let in_operation = matches!(item.home, Home::Group(_));
    (in_operation, pointer.matches('/').count(), pointer)
}

/// Leaves the types that are kept, and makes every use of another a use of the one kept.
pub(super) fn replace(api: &mut Api, kept: &[usize]) {
    let mut place = vec![0; kept.len()];
    let mut count = 0;
    for index in 0..kept.len() {
        if kept[index] == index {
            place[index] = count;
            count += 1;
        }
    }
    let moved = |id: &mut TypeId| id.0 = place[kept[id.0]];
    let mut index = 0;
    api.types.retain(|_| {
        index += 1;
        kept[index - 1] == index - 1
    });
    api.change_references(&mut |reference| {
        if let TypeRef::Named(id) = reference {
            moved(id);
        }
    });
    for item in &mut api.types {
        if let Home::Component(id) = &mut item.home {
            moved(id);
        }
        match &mut item.origin {
            TypeName::Part {
                root: TypeRoot::Type(id),
                ..
            }
            | TypeName::Request { of: id, .. }
            | TypeName::Base { of: id, .. } => moved(id),
            TypeName::Part {
                root: TypeRoot::Call { .. },
                ..
            }
            | TypeName::Component(_)
            | TypeName::Holder { .. } => {}
        }
    }
}

fn sorted(structure: &Struct) -> Vec<&Property> {
    let mut properties: Vec<&Property> = structure.properties.iter().collect();
    properties.sort_by(|one, other| one.name.source.cmp(&other.name.source));
    properties
}

fn mentions_by_name(structure: &Struct, mentions: &mut Vec<usize>) {
    for property in sorted(structure) {
        mentions_in(&property.shape.reference, mentions);
    }
    if let Additional::Kept { shape, .. } = &structure.additional {
        mentions_in(&shape.reference, mentions);
    }
}

fn mentions_in(reference: &TypeRef, mentions: &mut Vec<usize>) {
    let named = reference.named().into_iter();
    mentions.extend(named.map(|TypeId(index)| index));
}

fn outline_kind(kind: &TypeKind, text: &mut String) {
    match kind {
        TypeKind::Struct(structure) => outline_struct(structure, text),
        TypeKind::OpenEnum(values) => {
            let constraints = &values.constraints;
            let mut values: Vec<&str> = values
                .variants
                .iter()
                .map(|variant| variant.name.source.as_str())
                .collect();
            values.sort_unstable();
            text.push_str("enum");
            for value in values {
                outline_name(value, text);
            }
            outline_constraints(constraints, text);
        }
        TypeKind::Union(union) => outline_union(union, text),
        TypeKind::Newtype(shape) => {
            text.push_str("newtype");
            outline_shape(shape, text);
        }
        TypeKind::Alias(target) => {
            text.push_str("alias");
            outline_reference(target, text);
        }
    }
}

fn outline_struct(structure: &Struct, text: &mut String) {
    text.push_str("struct");
    for property in sorted(structure) {
        let (presence, deprecated) = (property.presence, property.deprecated);
        let secret = property.secret;
        outline_name(&property.name.source, text);
        let _ = write!(text, "{presence:?}{deprecated}{secret}");
        if let Some(default) = &property.default {
            let _ = write!(text, "={default}");
        }
        outline_shape(&property.shape, text);
    }
    if let Some(left_out) = &structure.left_out {
        let _ = write!(text, "{left_out:?}");
    }
    match &structure.additional {
        Additional::Dropped => text.push_str("dropped"),
        Additional::Closed => text.push_str("closed"),
        Additional::Refused => text.push_str("refused"),
        Additional::Kept {
            shape, is_closed, ..
        } => {
            let _ = write!(text, "kept{is_closed}");
            outline_shape(shape, text);
        }
    }
    outline_constraints(&structure.constraints, text);
}

/// A name, after how long it is: so nothing in it is taken for what follows.
fn outline_name(name: &str, text: &mut String) {
    let _ = write!(text, "{}:{name}", name.len());
}

/// The order of a union's variants decides which is tried first, and so it counts.
fn outline_union(union: &Union, text: &mut String) {
    text.push_str("union");
    for variant in &union.variants {
        outline_name(&variant.name.source, text);
        outline_shape(&variant.shape, text);
        if variant.others {
            text.push_str("others");
        }
    }
    let _ = write!(text, "{:?}", union.decision);
    outline_constraints(&union.constraints, text);
}

fn outline_shape(shape: &Shape, text: &mut String) {
    outline_reference(&shape.reference, text);
    outline_constraints(&shape.constraints, text);
}

fn outline_constraints(constraints: &[Constraint], text: &mut String) {
    if !constraints.is_empty() {
        let _ = write!(text, "{constraints:?}");
    }
}

fn outline_reference(reference: &TypeRef, text: &mut String) {
    match reference {
        TypeRef::Named(_) => text.push_str("Named,"),
        TypeRef::Array(shape) => {
            text.push_str("Array(");
            outline_shape(shape, text);
            text.push(')');
        }
        TypeRef::Tuple(shapes) => {
            text.push_str("Tuple(");
            for shape in shapes {
                outline_shape(shape, text);
            }
            text.push(')');
        }
        TypeRef::Prefixed(array) => {
            let _ = write!(text, "Prefixed({},", array.required);
            for item in &array.prefix {
                let _ = write!(text, "{:?},", item.presence);
                outline_shape(&item.shape, text);
            }
            text.push_str("rest,");
            if let Some(rest) = &array.rest {
                outline_shape(rest, text);
            }
            text.push(')');
        }
        TypeRef::Map(shape) => {
            text.push_str("Map(");
            outline_shape(shape, text);
            text.push(')');
        }
        TypeRef::Nullable(inner) => {
            text.push_str("Nullable(");
            outline_reference(inner, text);
            text.push(')');
        }
        TypeRef::Boxed(inner) => {
            text.push_str("Boxed(");
            outline_reference(inner, text);
            text.push(')');
        }
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
        | TypeRef::JsonObject => {
            let _ = write!(text, "{reference:?},");
        }
    }
}
