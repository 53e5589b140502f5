//! Types of the user's that stand nowhere.

use bindery_openapi::{Diagnostic, Report};

use super::{Action, Rule};
use crate::codes;

/// Warns of rules that name what the package itself has, where all of that package is made: what is not generated is
/// not there.
pub(crate) fn warn_of_own_types(rules: &[Rule], report: &mut Report) {
    for rule in rules {
        for path in paths(&rule.action).iter().filter(|path| is_own(path)) {
            let message = format!(
                "`{path}` is in the package that is made, which holds only what is generated"
            );
            let diagnostic = match &rule.place {
                Some((location, bytes)) => {
                    Diagnostic::warning(codes::MISSING_TYPE, location.clone(), message)
                        .on_bytes(bytes.clone())
                }
                None => Diagnostic::warning_without_place(codes::MISSING_TYPE, message),
            };
            report.push(diagnostic.hint(
                "take one of another package, and name that under `[crate.dependencies]`; or generate modules for a \
                 package of yours, without `--crate`",
            ));
        }
    }
}

/// The paths of Rust that a rule names.
fn paths(action: &Action) -> &[String] {
    match action {
        Action::Replace(path) | Action::Format(path) => std::slice::from_ref(path),
        Action::Derive(paths) => paths,
        Action::Spec
        | Action::Module(_)
        | Action::Reading(_)
        | Action::Allow
        | Action::Include
        | Action::Exclude
        | Action::Group(_)
        | Action::Rename(..)
        | Action::AssertFormats(_)
        | Action::Unknown(_) => &[],
    }
}

/// Whether a path is within the package, and not in what is generated: components' types are in `types`.
fn is_own(path: &str) -> bool {
    path.starts_with("crate::") && !path.split("::").any(|segment| segment == "types")
}
