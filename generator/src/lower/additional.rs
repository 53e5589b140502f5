//! What `additionalProperties` says, over all members of an `allOf`.
//!
//! It speaks of the properties that its own schema does not name (JSON Schema 2020-12 core
//! §10.3.2.3): those that another member names are among them.

use std::collections::HashSet;

use bindery_openapi::document::{
    AdditionalProperties, JsonType, JsonTypes, ObjectKeywords, SchemaId,
};

use super::view::{AdditionalView, View};

impl<'d> View<'d> {
    /// Applies each `additionalProperties` to the properties that other schemas name, where schemas
    /// are read by the letter, and finds what it says of those that none does.
    pub(super) fn apply_additional(&mut self) {
        let objects = std::mem::take(&mut self.objects);
        for (_, keywords) in &objects {
            self.close(keywords);
            let ours = std::mem::take(&mut self.additional);
            self.additional = both(ours, additional_of(keywords));
        }
        self.objects = objects;
        self.describe_required();
        if self.may_have_more {
            self.keep_others();
        }
    }

    /// Applies the `additionalProperties` of one schema to the properties that others name. People
    /// do not mean those.
    fn close(&mut self, keywords: &'d ObjectKeywords) {
        // Whether a name matches a pattern is asked of each value.
        let Some(additional) = keywords
            .additional_properties
            .filter(|_| keywords.pattern_properties.is_empty())
        else {
            return;
        };
        let own = keywords.properties.iter();
        let own: HashSet<&str> = own.map(|property| &*property.name).collect();
        let named = self.properties.keys().chain(&self.required).copied();
        let others: Vec<&'d str> = named.filter(|name| !own.contains(name)).collect();
        match additional {
            _ if others.is_empty() => {}
            AdditionalProperties::Any => {}
            AdditionalProperties::Forbidden if self.is_strict() => self.refuse(&others),
            AdditionalProperties::Forbidden => {
                let is_required = others.iter().any(|name| self.required.contains(name));
                if is_required {
                    self.passed_over = Some("additionalProperties");
                }
            }
            AdditionalProperties::Schema(id) if self.is_strict() => self.add_schema(&others, id),
            AdditionalProperties::Schema(_) => {}
        }
    }

    fn add_schema(&mut self, names: &[&'d str], id: SchemaId) {
        for name in names {
            let schemas = self.properties.entry(name).or_default();
            if !schemas.contains(&id) {
                schemas.push(id);
            }
        }
    }

    /// What is required and nowhere described is what is said of all that is not. What stands beside a union and
    /// requires a property is not meant to be described by the union's members, nor the other way round.
    fn describe_required(&mut self) {
        let AdditionalView::Schemas(schemas) = &self.additional else {
            return;
        };
        let named = if self.is_of_member && !self.is_strict() {
            self.named_by_requiring()
        } else {
            HashSet::new()
        };
        for name in &self.required {
            if !self.properties.contains_key(name) && !named.contains(name) {
                self.properties.insert(name, schemas.clone());
            }
        }
    }

    /// The properties that schemas require and so name, which say nothing of those without a name.
    fn named_by_requiring(&self) -> HashSet<&'d str> {
        let describes = |keywords: &ObjectKeywords| {
            matches!(
                keywords.additional_properties,
                Some(AdditionalProperties::Schema(_))
            )
        };
        let objects = self.objects.iter();
        let describing = objects.clone().filter(|(_, keywords)| describes(keywords));
        let describing: HashSet<SchemaId> = describing.map(|(root, _)| *root).collect();
        let others = objects.filter(|(root, _)| !describing.contains(root));
        let required = others.flat_map(|(_, keywords)| &keywords.required);
        required.map(|name| &**name).collect()
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
