//! Is the value a description of OpenAPI 3.0, and does it make sense?
//!
//! One walk along the tables of the specification finds whatever is of the
//! wrong kind and gathers the references; then the references are followed,
//! and what concerns whole operations is looked at. Everything is reported,
//! not only the first finding.
//!
//! What passes is read by the next stage without error: what it could not
//! read although it can be understood is mended here, with a warning.

mod bend;
mod mend;
mod operations;
mod references;
mod rules;
mod structure;

use serde_json::Value;

use crate::node::Node;
use crate::specification::{Kind, Shape};
use crate::{Location, Report};
use structure::Structure;

/// Checks the description whose root object is `root`, at `location`, and
/// mends what is merely bent.
pub(crate) fn check(root: &mut Value, location: &Location, report: &mut Report) {
    let mut structure = Structure::new(root, report);
    let start = Node::start(location, root);
    structure.visit(&start, &Shape::Object(Kind::Document));
    references::check(&mut structure);
    let mends = structure.mends;
    operations::check(&start, report);
    if !report.has_errors() {
        mend::apply(mends, root);
    }
}
