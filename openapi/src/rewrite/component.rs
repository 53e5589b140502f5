//! `definitions`, `parameters`, `responses` and `securityDefinitions` become
//! `components` (OpenAPI 3.0.3 §4.7.7).

use serde_json::{Map, Value};

use super::Rewrite;
use super::at::At;
use super::parameter::Place;
use crate::node::Node;

impl<'v> Rewrite<'v, '_> {
    /// The components of the description; those that it states as 3.0 does are kept.
    pub(super) fn components(&mut self, root: &Node<'_, 'v>, at: &At<'_>) -> Map<String, Value> {
        let stated = root.value.get("components").and_then(Value::as_object);
        let mut components = stated.cloned().unwrap_or_default();
        match root.get("components") {
            Some(stated) => self.note_stated(&stated, at),
            None => self.note(at, root.location()),
        }
        if let Some(definitions) = root.get("definitions") {
            let at = at.key("schemas");
            self.note_move(&at, definitions.location());
            let schemas = self.members(&definitions, &at, |rewrite, _, schema, at| {
                rewrite.schema(schema, at)
            });
            add(&mut components, "schemas", schemas);
        }
        if let Some(parameters) = root.get("parameters") {
            self.parameter_components(&parameters, at, &mut components);
        }
        if let Some(responses) = root.get("responses") {
            let at = at.key("responses");
            self.note_move(&at, responses.location());
            let produces = self.produces.clone().unwrap_or_default();
            let responses = self.members(&responses, &at, |rewrite, _, response, at| {
                rewrite.response(response, at, &produces)
            });
            add(&mut components, "responses", responses);
        }
        if let Some(definitions) = root.get("securityDefinitions") {
            let at = at.key("securitySchemes");
            self.note_move(&at, definitions.location());
            let schemes = self.members(&definitions, &at, |rewrite, _, scheme, at| {
                rewrite.security_scheme(scheme, at)
            });
            add(&mut components, "securitySchemes", schemes);
        }
        components
    }

    /// Components that the description states stay where they are.
    fn note_stated(&mut self, stated: &Node<'_, 'v>, at: &At<'_>) {
        for (section, members) in stated.members() {
            for (name, member) in members.members() {
                self.note(&at.key(section).key(name), member.location());
            }
        }
    }

    /// Parameters of the body and of forms are request bodies in 3.0.
    fn parameter_components(
        &mut self,
        parameters: &Node<'_, 'v>,
        components: &At<'_>,
        made: &mut Map<String, Value>,
    ) {
        let (at, bodies_at) = (
            components.key("parameters"),
            components.key("requestBodies"),
        );
        self.note_move(&at, parameters.location());
        let parameters = &self.through(parameters, &at);
        if !parameters.value.is_object() {
            add(made, "parameters", parameters.value.clone());
            return;
        }
        let (mut others, mut bodies) = (Map::new(), Map::new());
        let consumes = self.consumes.clone().unwrap_or_default();
        for (name, node) in parameters.members() {
            let listed = self.listed(&node);
            match listed.place() {
                Place::Body => {
                    let at = bodies_at.key(name);
                    self.note_move(&at, node.location());
                    bodies.insert(name.to_owned(), self.body(&listed, &at, &consumes));
                }
                Place::Form => {
                    let at = bodies_at.key(name);
                    self.note_move(&at, node.location());
                    let form = self.form(&[listed], &at, &consumes);
                    bodies.insert(name.to_owned(), form);
                }
                Place::Other => {
                    others.insert(name.to_owned(), self.parameter(&node, &at.key(name)));
                }
            }
        }
        for (section, members) in [("parameters", others), ("requestBodies", bodies)] {
            if !members.is_empty() {
                add(made, section, members.into());
            }
        }
    }
}

/// Adds a section, together with what the section has already.
fn add(components: &mut Map<String, Value>, section: &str, value: Value) {
    match (components.get_mut(section), value) {
        (Some(Value::Object(there)), Value::Object(more)) => {
            for (name, value) in more {
                there.entry(name).or_insert(value);
            }
        }
        (_, value) => {
            components.insert(section.to_owned(), value);
        }
    }
}
