//! Changes to the properties of an object.

use bindery_openapi::Pointer;
use serde_json::{Map, Value, json};

use super::{Kind, MAX_CANDIDATES, Survey, fresh_name};
use crate::instance::shape::Shape;

type Members = Map<String, Value>;

impl Survey<'_> {
    pub(super) fn suggest_objects(&mut self, shape: &Shape<'_>, object: &Members, at: &Pointer) {
        self.suggest_missing(shape, object, at);
        let unknown = fresh_name(|name| object.contains_key(name));
        if !shape.admits_name(&unknown)
            || shape
                .objects
                .iter()
                .any(|it| it.unevaluated_properties.is_some())
        {
            let mutation = format!("the property `{unknown}`, which is not allowed");
            let larger = with(object, [unknown.clone()]);
            self.suggest(Kind::Unknown, at, mutation, larger);
        }
        if shape.objects.iter().any(|it| it.property_names.is_some()) {
            for name in [unknown, "\u{1}".to_owned(), "~".repeat(300)] {
                let larger = with(object, [name]);
                self.suggest(
                    Kind::Unknown,
                    at,
                    "a property whose name is not allowed",
                    larger,
                );
            }
        }
        self.suggest_counts(shape, object, at);
    }

    fn suggest_missing(&mut self, shape: &Shape<'_>, object: &Members, at: &Pointer) {
        let dependent = shape.objects.iter().flat_map(|it| &it.dependent_required);
        let dependent = dependent.flat_map(|(_, names)| names).map(|name| &**name);
        for name in shape.required().into_iter().chain(dependent) {
            if object.contains_key(name) {
                let mutation = format!("without the property `{name}`, which is required");
                let smaller = without(object, |key| key != name);
                self.suggest(Kind::Required, at, mutation, smaller);
            }
        }
    }

    fn suggest_counts(&mut self, shape: &Shape<'_>, object: &Members, at: &Pointer) {
        for least in shape.objects.iter().filter_map(|it| it.min_properties) {
            let kept = usize::try_from(least.saturating_sub(1)).unwrap_or(usize::MAX);
            let names: Vec<&String> = object.keys().take(kept).collect();
            let smaller = without(object, |key| names.iter().any(|name| *name == key));
            self.suggest(Kind::Count, at, "too few properties", smaller);
        }
        for most in shape.objects.iter().filter_map(|it| it.max_properties) {
            let wanted = usize::try_from(most).unwrap_or(usize::MAX);
            if wanted < MAX_CANDIDATES {
                let names = (object.len()..=wanted).map(|index| format!("unknown{index}"));
                self.suggest(Kind::Count, at, "too many properties", with(object, names));
            }
        }
    }
}

fn with(object: &Members, names: impl IntoIterator<Item = String>) -> Value {
    let mut object = object.clone();
    object.extend(names.into_iter().map(|name| (name, json!("unknown"))));
    Value::Object(object)
}

fn without(object: &Members, keep: impl Fn(&str) -> bool) -> Value {
    let kept = object.iter().filter(|(name, _)| keep(name));
    kept.map(|(name, value)| (name.clone(), value.clone()))
        .collect::<Members>()
        .into()
}
