//! No chain of references is a circle.

use std::collections::{HashMap, HashSet};

use super::mend::Mend;
use super::references::{By, Reference};
use super::structure::Structure;
use crate::specification::Kind;
use crate::version::Version;
use crate::{Diagnostic, Location, Severity, codes};

/// The one reference that each schema or part is, and what it names: its key
/// and its place. What stands beside a `$ref` leads no further.
type Links<'r> = HashMap<&'r Location, (&'static str, &'r Location)>;

fn links<'r>(references: &'r [Reference<'_>]) -> Links<'r> {
    let mut links = Links::new();
    for reference in references {
        if let (By::Key(key), Some(found)) = (reference.by, &reference.found) {
            let link = links.entry(&reference.holder).or_insert((key, found));
            if key == "$ref" {
                *link = (key, found);
            }
        }
    }
    links
}

/// Reports chains of references that lead back to themselves.
pub(super) fn check(structure: &mut Structure<'_, '_>) {
    let next = links(&structure.references);
    let mut done: HashSet<&Location> = HashSet::new();
    let mut circles = Vec::new();
    let mut mends = Vec::new();
    for reference in &structure.references {
        let mut chain = Vec::new();
        let mut at = &reference.holder;
        while let Some((key, below)) = next.get(at) {
            if !done.insert(at) {
                if let Some(start) = chain.iter().position(|(earlier, _)| *earlier == at) {
                    let circle = circular(reference, &chain[start..]);
                    let is_schema = reference.shape.kind() == Some(Kind::Schema);
                    // Keywords may stand beside the reference then, and mean something.
                    if is_schema && structure.version > Version::V3_0 {
                        mends.push(Mend::remove(at.key(key)));
                        circles.push(understood(circle));
                    } else {
                        circles.push(circle);
                    }
                }
                break;
            }
            chain.push((at, *key));
            at = below;
        }
    }
    structure.mends.extend(mends);
    for circle in circles {
        structure.report.push(circle);
    }
}

/// A schema that is nothing but itself says nothing (JSON Schema 2020-12 core §9.4.1).
fn understood(circle: Diagnostic) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        ..circle
    }
    .hint("such a schema is taken to admit anything")
}

fn circular(reference: &Reference<'_>, chain: &[(&Location, &'static str)]) -> Diagnostic {
    let rest = chain.get(1..).unwrap_or_default();
    let own = (&reference.holder, "$ref");
    let (first, key) = chain.first().copied().unwrap_or(own);
    let message = "the reference leads back to itself and never to anything else";
    let diagnostic = Diagnostic::error(codes::CIRCULAR_REFERENCE, first.key(key), message);
    rest.iter()
        .take(4)
        .fold(diagnostic, |diagnostic, (holder, key)| {
            diagnostic.related(holder.key(key), "by way of this one")
        })
}
