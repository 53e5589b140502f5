//! Is the value a description of its version of OpenAPI, and does it make sense?
//!
//! One walk along the tables of the specification finds whatever is of the
//! wrong kind and gathers the references; then the references are followed.
//! Everything is reported, not only the first finding.
//!
//! What passes is read by the next stage without error: what it could not
//! read although it can be understood is mended here, with a warning. What
//! concerns whole operations is looked at last, as it is then.

mod bend;
mod circles;
mod identifiers;
mod mend;
mod nothing;
mod older;
mod operations;
mod parameters;
mod plain;
mod references;
mod rules;
mod single;
mod structure;
mod wrong;

use crate::files::Files;
use crate::node::Node;
use crate::specification::{Kind, Shape};
use crate::version::Version;
use crate::{FileId, Location, Report};
use mend::Mend;
pub use rules::pattern::is_regular_expression;
use structure::Structure;
pub(crate) use wrong::invalid_word;

/// Checks the description of `version` whose root is the file `root`, and all
/// that it refers to, and mends what is merely bent.
pub(crate) fn check(files: &mut Files, root: FileId, version: Version, report: &mut Report) {
    if version > Version::V3_0 {
        files.follow_identifiers();
    }
    let mends = find(files, root, version, report);
    report.extend(files.take_findings());
    mend::apply(mends, files);
    if let Some(value) = files.value(root) {
        operations::check(
            files,
            &Node::start(&Location::start_of(root), value),
            report,
        );
    }
    report.extend(files.take_findings());
}

/// What of the values is of the wrong kind, and what makes it right.
fn find(files: &Files, root: FileId, version: Version, report: &mut Report) -> Vec<Mend> {
    let Some(value) = files.value(root) else {
        return Vec::new();
    };
    let start = Node::start(&Location::start_of(root), value);
    let mut structure = Structure::new(files, version, report);
    structure.visit(&start, &Shape::Object(Kind::Document));
    references::check(&mut structure);
    structure.mends
}
