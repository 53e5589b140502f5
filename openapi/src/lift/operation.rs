//! Operations (OpenAPI 3.0.3 §4.7.10).

use super::Lift;
use super::path::Inherited;
use crate::document::{HttpMethod, Operation};
use crate::node::Node;
use crate::specification::Kind;

impl<'v> Lift<'v, '_> {
    /// Lifts the operation at `node`, with what it inherits filled in.
    pub(super) fn lift_operation(
        &mut self,
        method: HttpMethod,
        node: &Node<'_, 'v>,
        inherited: &Inherited<'_>,
    ) -> Option<Operation> {
        let part: openapiv3::Operation = self.read(node, Kind::Operation)?;
        self.note_callbacks(node);
        let own = self.lift_parameters(node);
        Some(Operation {
            method,
            parameters: self.merge_parameters(inherited, own),
            request_body: node
                .get("requestBody")
                .and_then(|node| self.lift_request_body(&node)),
            responses: self.lift_responses(node),
            security: self
                .lift_security(node)
                .unwrap_or_else(|| inherited.security.to_vec()),
            servers: self
                .lift_servers(node)
                .unwrap_or_else(|| inherited.servers.to_vec()),
            operation_id: part.operation_id,
            tags: part.tags,
            summary: part.summary,
            description: part.description,
            deprecated: part.deprecated,
            location: node.location(),
        })
    }
}
