//! What `additionalProperties` says, over all members of an `allOf`.
//!
//! It speaks of the properties that its own schema does not name (JSON Schema 2020-12 core
//! §10.3.2.3): those that another member names are among them.

use std::collections::HashSet;

use bindery_openapi::document::{AdditionalProperties, JsonType, JsonTypes, ObjectKeywords};

use super::view::{AdditionalView, View};

impl View<'_> {
    /// Applies each `additionalProperties` to the properties that other schemas name, and finds what
    /// it says of those that none does.
    pub(super) fn apply_additional(&mut self, closes: bool) {
        let objects = std::mem::take(&mut self.objects);
        for keywords in &objects {
            if closes && objects.len() > 1 {
                self.close(keywords);
            }
            let ours = std::mem::take(&mut self.additional);
            self.additional = both(ours, additional_of(keywords));
        }
        self.objects = objects;
        if self.may_have_more {
            self.keep_others();
        }
    }

    /// Applies the `additionalProperties` of one schema to the properties that others name.
    fn close(&mut self, keywords: &ObjectKeywords) {
        let Some(additional) = keywords.additional_properties else {
            return;
        };
        if additional == AdditionalProperties::Any {
            return;
        }
        let own = keywords.properties.iter();
        let own: HashSet<&str> = own.map(|property| &*property.name).collect();
        let named = self.properties.keys().chain(&self.required).copied();
        let others: Vec<&str> = named.filter(|name| !own.contains(name)).collect();
        if others.is_empty() {
            return;
        }
        if !keywords.pattern_properties.is_empty() {
            // Whether one of them matches a pattern is asked of each value.
            return;
        }
        match additional {
            AdditionalProperties::Any => {}
            AdditionalProperties::Schema(id) => {
                for name in others {
                    let schemas = self.properties.entry(name).or_default();
                    if !schemas.contains(&id) {
                        schemas.push(id);
                    }
                }
            }
            AdditionalProperties::Forbidden => self.refuse(&others),
        }
    }

    /// Leaves out properties that must not be there. Where one of them must, no object is admitted.
    fn refuse(&mut self, names: &[&str]) {
        let names: HashSet<&str> = names.iter().copied().collect();
        self.properties.retain(|name, _| !names.contains(name));
        if !self.required.iter().any(|name| names.contains(name)) {
            return;
        }
        self.required.retain(|name| !names.contains(name));
        let untyped: JsonTypes = if self.is_strict() {
            JsonType::ALL.into_iter().collect()
        } else {
            JsonType::Object.into()
        };
        let mut types = self.types.unwrap_or(untyped);
        types.remove(JsonType::Object);
        self.types = Some(types);
        if types.is_empty() {
            self.contradict("additionalProperties");
        }
    }
}

/// What one schema says of properties that no schema names. Those that match one of its patterns
/// are kept as JSON values: which do is asked of each value.
fn additional_of(keywords: &ObjectKeywords) -> AdditionalView {
    let patterns = keywords.pattern_properties.as_slice();
    match (keywords.additional_properties, patterns) {
        (None, []) => AdditionalView::Unstated,
        (Some(AdditionalProperties::Forbidden), []) => AdditionalView::Forbidden,
        (Some(AdditionalProperties::Schema(id)), []) => AdditionalView::Schemas(vec![id]),
        (Some(AdditionalProperties::Forbidden), [(_, one)]) => AdditionalView::Schemas(vec![*one]),
        (Some(AdditionalProperties::Any), []) | (_, [_, ..]) => AdditionalView::Any,
    }
}

/// What both admit.
fn both(ours: AdditionalView, theirs: AdditionalView) -> AdditionalView {
    match (ours, theirs) {
        (AdditionalView::Forbidden, _) | (_, AdditionalView::Forbidden) => {
            AdditionalView::Forbidden
        }
        (AdditionalView::Schemas(mut ours), AdditionalView::Schemas(theirs)) => {
            ours.extend(theirs);
            AdditionalView::Schemas(ours)
        }
        (AdditionalView::Schemas(schemas), AdditionalView::Any | AdditionalView::Unstated)
        | (AdditionalView::Any | AdditionalView::Unstated, AdditionalView::Schemas(schemas)) => {
            AdditionalView::Schemas(schemas)
        }
        (AdditionalView::Any, AdditionalView::Any | AdditionalView::Unstated)
        | (AdditionalView::Unstated, AdditionalView::Any) => AdditionalView::Any,
        (AdditionalView::Unstated, AdditionalView::Unstated) => AdditionalView::Unstated,
    }
}
