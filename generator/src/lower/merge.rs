//! An `anyOf` of inline objects as one struct: an instance that satisfies two of them keeps the properties of both.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, SchemaId};

use super::class::{Class, classify};
use super::view::{AdditionalView, View};
use crate::api::Constraint;

/// An `anyOf` of objects as one.
pub(super) struct Merged<'d> {
    /// The properties of all members, none of them required.
    pub view: View<'d>,
    /// That all that one of the members requires is there.
    pub any_required: Constraint,
}

/// The struct that an `anyOf` of inline objects becomes, where the schema says nothing else of its values and no
/// property is described twice.
pub(super) fn merge_objects<'d>(
    document: &'d Document,
    view: &View<'_>,
    is_component: impl Fn(SchemaId) -> bool,
) -> Option<Merged<'d>> {
    let [union] = view.unions.as_slice() else {
        return None;
    };
    let admits_objects = view
        .types
        .is_none_or(|types| types.contains(JsonType::Object));
    if !admits_objects
        || union.exactly_one
        || union.discriminator.is_some()
        || says_more_than_its_union(view)
    {
        return None;
    }
    let mut merged = View::of(document, view.reading, &[]);
    let mut sets = Vec::new();
    for id in union.members {
        let member = View::of(document, view.reading, &[*id]);
        if is_component(document.resolve(*id)) || !is_plain(&member) {
            return None;
        }
        let required = member.required.iter().map(|name| (*name).to_owned());
        sets.push(required.collect());
        for (name, schemas) in member.properties {
            if merged.properties.insert(name, schemas).is_some() {
                return None;
            }
        }
    }
    let mut required = sets.iter().flatten();
    let is_described = |name: &String| merged.properties.contains_key(name.as_str());
    if !required.all(is_described) {
        return None;
    }
    merged.speaks_of_objects = true;
    Some(Merged {
        view: merged,
        any_required: Constraint::AnyRequired(sets),
    })
}

/// Whether anything but that they are objects is said of values beside the union: what looks at a value then must see
/// all of it, and the merged struct has only what the members name.
fn says_more_than_its_union(view: &View<'_>) -> bool {
    view.is_strict()
        || view.values.is_some()
        || !view.properties.is_empty()
        || !view.required.is_empty()
        || view.may_have_more
        || view.additional != AdditionalView::Unstated
        || view.min_properties.is_some()
        || view.max_properties.is_some()
}

/// Whether a member is a struct that lists its properties and says nothing of others.
fn is_plain(member: &View<'_>) -> bool {
    classify(member) == Class::Struct
        && member.unions.is_empty()
        && member.additional == AdditionalView::Unstated
        && member.values.is_none()
        && member.min_properties.is_none()
        && member.max_properties.is_none()
}
