//! Parts that may be a reference: parameters, responses, headers, request bodies.
//!
//! A reference is replaced by what it names in the end. That is lifted once,
//! however many references name it.

use std::collections::HashMap;

use super::Lift;
use super::external::is_external;
use crate::document::{Header, Parameter, RequestBody, Response};
use crate::node::Node;
use crate::version::Version;
use crate::{Diagnostic, Location, codes};

/// What references name, by its place.
pub(super) struct Lifted<M>(HashMap<Location, M>);

impl<M> Default for Lifted<M> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

/// A part that a reference may describe anew (OpenAPI 3.1.1 §4.8.23).
pub(super) trait Described: Clone {
    /// Replaces the description.
    fn describe(&mut self, description: String);
}

impl Described for Parameter {
    fn describe(&mut self, description: String) {
        self.description = Some(description);
    }
}

impl Described for RequestBody {
    fn describe(&mut self, description: String) {
        self.description = Some(description);
    }
}

impl Described for Header {
    fn describe(&mut self, description: String) {
        self.description = Some(description);
    }
}

impl Described for Response {
    fn describe(&mut self, description: String) {
        self.description = description;
    }
}

impl<'v> Lift<'v, '_> {
    /// Lifts the part at `node` with `lift_item`, or what it refers to.
    pub(super) fn lift_reusable<M: Described>(
        &mut self,
        node: &Node<'_, 'v>,
        lifted: fn(&mut Self) -> &mut Lifted<M>,
        lift_item: fn(&mut Self, &Node<'_, 'v>) -> Option<M>,
    ) -> Option<M> {
        let Some(reference) = node.reference() else {
            return lift_item(self, node);
        };
        let target = self.through(node.clone());
        if target.reference().is_some() {
            self.report_unresolved(node, reference);
            return None;
        }
        let location = target.location();
        let known = lifted(self).0.get(&location).cloned();
        let mut model = if let Some(model) = known {
            model
        } else {
            if is_external(&location) {
                self.external_parts.insert(location.clone());
            }
            let model = lift_item(self, &target)?;
            lifted(self).0.insert(location, model.clone());
            model
        };
        // In 3.0 whatever stands beside `$ref` is ignored.
        if let (true, Some(text)) = (self.version > Version::V3_0, node.text("description")) {
            model.describe(text.to_owned());
        }
        Some(model)
    }

    /// The check has seen to it that this is never needed.
    pub(super) fn report_unresolved(&mut self, node: &Node<'_, 'v>, reference: &str) {
        let location = node.location().key("$ref");
        let message = format!("`{reference}` names nothing");
        self.report.push(Diagnostic::error(
            codes::UNRESOLVED_REFERENCE,
            location,
            message,
        ));
    }
}
