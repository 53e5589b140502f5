//! Checking a value against what its schema asks for beyond its type; every violation is reported, with its place.

mod apply;
mod checker;
mod constraint;
mod equality;
mod number;
mod pattern;
mod values;
mod violation;
mod written;

pub(crate) use apply::constrain;
pub(crate) use apply::{Checked, check_part, keeps};
pub use apply::{check_newtype, constrain_all};
pub use checker::Checker;
pub(crate) use checker::{Segment, push_escaped};
pub use constraint::{Constraint, Limit};
pub(crate) use equality::json_equal;
pub(crate) use pattern::matches;
pub(crate) use values::all_different_in;
pub(crate) use violation::listed;
pub use violation::{Violation, Violations};
pub(crate) use written::{Written, to_json};

use serde::Serialize;

use crate::{Kind, Nesting};

/// A value that can be checked against its schema.
pub trait Validate: Serialize {
    /// What says how values are checked, where the type itself does not: [`Own`](crate::Own), for types by hand.
    type Kind: Kind<Self>;

    /// Whether [`check`](Self::check) finds nothing in any value of the type: what holds such values does not look at
    /// them.
    const UNCHECKED: bool = false;

    /// What may stand within a value, and so whether the place that holds it counts how deep it is written.
    const NESTING: Nesting = Nesting::Inline;

    /// Reports every violation in the value to the checker.
    #[inline]
    fn check(&self, checker: &mut Checker) {
        Self::Kind::check(self, checker);
    }

    /// Whether the value keeps a constraint.
    ///
    /// A constraint on another type of value is kept, as in JSON Schema: `maxLength` says nothing of a number.
    #[inline]
    fn satisfies(&self, constraint: &Constraint) -> bool {
        Self::Kind::satisfies(self, constraint)
    }

    /// Reports the violation of a constraint that stands beside the value's type, at the value or within it.
    #[inline]
    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        Self::Kind::constrain(self, constraint, checker);
    }

    /// Checks the value; the error holds every violation.
    fn validate(&self) -> Result<(), Violations> {
        let mut checker = Checker::default();
        self.check(&mut checker);
        checker.finish()
    }
}
