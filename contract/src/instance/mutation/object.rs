//! Changes to the properties of an object.

use bindery_openapi::Pointer;
use bindery_openapi::document::AdditionalProperties;
use serde_json::{Map, Value, json};

use super::{Change, Kind, MAX_CANDIDATES, Survey, fresh_name, samples};
use crate::Tape;
use crate::instance::pattern::make_match;
use crate::instance::shape::Shape;

/// How many absent properties are tried.
const MAX_PRESENT: usize = 8;

type Members = Map<String, Value>;

impl Survey<'_> {
    pub(super) fn suggest_objects(&mut self, shape: &Shape<'_>, object: &Members, at: &Pointer) {
        self.suggest_missing(shape, object, at);
        let unknown = fresh_name(|name| object.contains_key(name));
        let closed = shape.objects.iter().any(|it| {
            it.additional_properties == Some(AdditionalProperties::Forbidden)
                || it.unevaluated_properties.is_some()
        });
        if closed {
            let mutation = format!("the property `{unknown}`, which is not allowed");
            let change = Change::Insert(unknown.clone(), json!("unknown"));
            self.suggest_change(Kind::Unknown, at, mutation, change);
        }
        if shape.objects.iter().any(|it| it.property_names.is_some()) {
            for name in [unknown, "\u{1}".to_owned(), "~".repeat(300)] {
                let mutation = "a property whose name is not allowed";
                let change = Change::Insert(name, json!("unknown"));
                self.suggest_change(Kind::Unknown, at, mutation, change);
            }
        }
        self.suggest_present(shape, object, at);
        self.suggest_counts(shape, object, at);
    }

    /// Properties that are absent and on whose presence something depends, or
    /// whose value is of another type than theirs.
    fn suggest_present(&mut self, shape: &Shape<'_>, object: &Members, at: &Pointer) {
        let owners = shape.objects.iter().flat_map(|it| {
            let required = it.dependent_required.iter().map(|(name, _)| name);
            required.chain(it.dependent_schemas.iter().map(|(name, _)| name))
        });
        let matching = shape.objects.iter().flat_map(|it| &it.pattern_properties);
        let matching = matching
            .filter_map(|(pattern, _)| make_match(pattern, 0, &mut Tape::from_seed(1)).ok());
        let known = shape.property_names().into_iter().take(MAX_PRESENT);
        let names = owners.map(|name| &**name).chain(known).map(str::to_owned);
        for name in names
            .chain(matching)
            .filter(|name| !object.contains_key(name))
        {
            for (sample_name, sample) in samples() {
                let mutation = format!("the property `{name}` as {sample_name}");
                let change = Change::Insert(name.clone(), sample);
                self.suggest_change(Kind::Other, at, mutation, change);
            }
        }
    }

    fn suggest_missing(&mut self, shape: &Shape<'_>, object: &Members, at: &Pointer) {
        let dependent = shape.objects.iter().flat_map(|it| &it.dependent_required);
        let dependent = dependent.flat_map(|(_, names)| names).map(|name| &**name);
        for name in shape.required().into_iter().chain(dependent) {
            if object.contains_key(name) {
                let mutation = format!("without the property `{name}`, which is required");
                let change = Change::Remove(name.to_owned());
                self.suggest_change(Kind::Required, at, mutation, change);
            }
        }
    }

    fn suggest_counts(&mut self, shape: &Shape<'_>, object: &Members, at: &Pointer) {
        for least in shape.objects.iter().filter_map(|it| it.min_properties) {
            let kept = usize::try_from(least.saturating_sub(1)).unwrap_or(usize::MAX);
            let smaller = object.iter().take(kept);
            let smaller = smaller.map(|(name, value)| (name.clone(), value.clone()));
            let smaller = Value::Object(smaller.collect());
            self.suggest(Kind::Count, at, "too few properties", smaller);
        }
        for most in shape.objects.iter().filter_map(|it| it.max_properties) {
            let wanted = usize::try_from(most).unwrap_or(usize::MAX);
            if wanted < MAX_CANDIDATES {
                let names = (object.len()..=wanted).map(|index| format!("unknown{index}"));
                let mut larger = object.clone();
                larger.extend(names.map(|name| (name, json!("unknown"))));
                self.suggest(Kind::Count, at, "too many properties", larger.into());
            }
        }
    }
}
