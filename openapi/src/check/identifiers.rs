//! No two schemas of one resource have the same name (JSON Schema 2020-12 core §8.2).

use super::structure::Structure;
use crate::identifiers::Clash;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

/// Reports anchors and URIs that two schemas have.
pub(super) fn check(structure: &mut Structure<'_, '_>) {
    for clash in structure.files.clashing_identifiers() {
        structure.report.push(diagnostic(clash));
    }
}

/// Two of one URI do no harm until a reference names it, and then the first is meant.
fn diagnostic(clash: Clash) -> Diagnostic {
    let code = codes::DUPLICATE_ANCHOR;
    let diagnostic = if clash.is_uri {
        let message = format!("another schema has the URI {} too", quoted(&clash.name));
        Diagnostic::warning(code, clash.second, message)
            .hint("references lead to the first of them")
    } else {
        let message = format!(
            "another schema of the same resource has the anchor {} too",
            quoted(&clash.name)
        );
        Diagnostic::error(code, clash.second, message).hint("give each a name of its own")
    };
    diagnostic.related(clash.first, "the first of them")
}
