//! Parts that may be a reference: parameters, responses, headers, request bodies.
//!
//! A reference is replaced by what it names in the end. That is lifted once,
//! however many references name it.

use std::collections::HashMap;

use openapiv3::ReferenceOr;
use serde::de::DeserializeOwned;

use super::Lift;
use super::external::is_external;
use crate::node::Node;
use crate::specification::Kind;
use crate::{Diagnostic, Location, codes};

/// What references name, by its place.
pub(super) struct Lifted<M>(HashMap<Location, M>);

impl<M> Default for Lifted<M> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<'v> Lift<'v, '_> {
    /// Lifts `part` with `lift_item`, or what it refers to.
    pub(super) fn lift_reusable<T: DeserializeOwned, M: Clone>(
        &mut self,
        part: &ReferenceOr<T>,
        node: &Node<'_, 'v>,
        kind: Kind,
        lifted: fn(&mut Self) -> &mut Lifted<M>,
        lift_item: fn(&mut Self, &T, &Node<'_, 'v>) -> M,
    ) -> Option<M> {
        let reference = match part {
            ReferenceOr::Item(item) => return Some(lift_item(self, item, node)),
            ReferenceOr::Reference { reference } => reference,
        };
        let target = self.through(node.clone());
        if target.reference().is_some() {
            self.report_unresolved(node, reference);
            return None;
        }
        let location = target.location();
        if let Some(model) = lifted(self).0.get(&location) {
            return Some(model.clone());
        }
        if is_external(&location) {
            self.external_parts.insert(location.clone());
        }
        let item = self.read(&target, kind)?;
        let model = lift_item(self, &item, &target);
        lifted(self).0.insert(location, model.clone());
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
