//! The parameters of operations together: those that are listed twice, and those of the path
//! beside the names in its template (OpenAPI 3.0.3 §4.7.12.1).

use std::borrow::Cow;
use std::collections::HashSet;

use crate::files::Files;
use crate::node::Node;
use crate::pairing::pairs;
use crate::reference::through;
use crate::template;
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, Location, Report, codes};

/// A parameter with its references followed, and where it is listed.
pub(super) struct Listed<'v> {
    name: &'v str,
    pub(super) place: &'v str,
    location: Location,
}

impl<'v> Listed<'v> {
    /// The name as far as it tells parameters apart: a header's ignores letter case.
    pub(super) fn identity(&self) -> Cow<'v, str> {
        match self.place {
            "header" => Cow::Owned(self.name.to_ascii_lowercase()),
            _ => Cow::Borrowed(self.name),
        }
    }

    /// The name as it stands in a path: a name that is an expression is taken as what it names.
    fn path_name(&self) -> &'v str {
        template::expression(self.name).name.unwrap_or(self.name)
    }
}

/// The item at `node` of a list of parameters.
pub(super) fn listed<'v>(files: &'v Files, node: &Node<'_, 'v>) -> Option<Listed<'v>> {
    let value = through(files, node.clone()).value;
    Some(Listed {
        name: value.get("name")?.as_str()?,
        place: value.get("in")?.as_str()?,
        location: node.location(),
    })
}

/// The path parameters of the operations of a path item, beside the names in its template.
pub(super) struct InPath<'a> {
    /// The names; none where the path is not known.
    names: Option<&'a [&'a str]>,
    /// The names that nothing declares, and the methods of the operations for which.
    undeclared: Vec<(&'a str, Vec<&'a str>)>,
    /// The parameters that something has been said of.
    told: HashSet<Location>,
    has_operations: bool,
}

impl<'a> InPath<'a> {
    pub(super) fn new(names: Option<&'a [&'a str]>) -> Self {
        Self {
            names,
            undeclared: Vec::new(),
            told: HashSet::new(),
            has_operations: false,
        }
    }

    /// Takes in an operation, of the parameters `own` and those that its path item lists.
    pub(super) fn add(
        &mut self,
        method: &'a str,
        shared: &[Listed<'_>],
        own: &[Listed<'_>],
        report: &mut Report,
    ) {
        self.has_operations = true;
        let undeclared = self.compare(shared, own, report);
        for name in undeclared {
            let known = self.undeclared.iter_mut().find(|(other, _)| *other == name);
            match known {
                Some((_, methods)) => methods.push(method),
                None => self.undeclared.push((name, vec![method])),
            }
        }
    }

    /// Reports what no operation declares, and what is listed for none.
    pub(super) fn finish(
        mut self,
        path: &Node<'_, '_>,
        shared: &[Listed<'_>],
        report: &mut Report,
    ) {
        if !self.has_operations {
            self.compare(shared, &[], report);
        }
        for (name, methods) in self.undeclared {
            report.push(undeclared_parameter(path, name, &methods));
        }
    }

    /// Reports the parameters that no name of the template has; returns the names that no parameter has.
    fn compare(
        &mut self,
        shared: &[Listed<'_>],
        own: &[Listed<'_>],
        report: &mut Report,
    ) -> Vec<&'a str> {
        let names = self.names.unwrap_or_default();
        let listed = shared.iter().chain(own);
        let listed = listed.filter(|listed| listed.place == "path" && self.names.is_some());
        let listed: Vec<_> = listed.collect();
        let declared: Vec<_> = listed.iter().map(|listed| listed.path_name()).collect();
        let pairs = pairs(names, &declared);
        let pair_of = |index| pairs.iter().find(|(own, _)| *own == index);
        for (index, parameter) in listed.iter().enumerate() {
            if names.contains(&parameter.path_name())
                || !self.told.insert(parameter.location.clone())
            {
                continue;
            }
            report.push(match pair_of(index) {
                Some((_, name)) => other_name(parameter, name),
                None => unused_parameter(parameter, names),
            });
        }
        let is_declared =
            |name: &str| declared.contains(&name) || pairs.iter().any(|(_, own)| *own == name);
        let mut undeclared = names.to_vec();
        undeclared.retain(|name| !is_declared(name));
        undeclared
    }
}

fn undeclared_parameter(path: &Node<'_, '_>, name: &str, methods: &[&str]) -> Diagnostic {
    let message = format!(
        "the path parameter {} is not declared for {}; it is taken to be a string",
        quoted(name),
        methods.join(", ")
    );
    Diagnostic::warning(codes::UNDECLARED_PATH_PARAMETER, path.location(), message)
        .on_key()
        .hint("declare it in `parameters`, with `in: path`")
}

/// What a message says that the path lacks.
fn in_braces(parameter: &Listed<'_>) -> String {
    quoted(&format!("{{{}}}", parameter.name))
}

fn unused_parameter(parameter: &Listed<'_>, names: &[&str]) -> Diagnostic {
    let message = format!(
        "the path has no {}; the parameter is ignored",
        in_braces(parameter)
    );
    let location = parameter.location.clone();
    let diagnostic = Diagnostic::warning(codes::UNUSED_PATH_PARAMETER, location, message);
    match nearest(parameter.name, names.iter().copied()) {
        Some(name) => diagnostic.hint(format!("did you mean {}?", quoted(name))),
        None => diagnostic,
    }
}

/// A parameter that is taken for another name's, which no parameter has.
fn other_name(parameter: &Listed<'_>, name: &str) -> Diagnostic {
    let message = format!(
        "the path has no {}; the parameter is taken for {}",
        in_braces(parameter),
        quoted(&format!("{{{name}}}"))
    );
    let location = parameter.location.clone();
    Diagnostic::warning(codes::UNUSED_PATH_PARAMETER, location, message)
        .hint(format!("call it {}", quoted(name)))
}

pub(super) fn duplicate_parameter(parameter: &Listed<'_>, first: &Listed<'_>) -> Diagnostic {
    let message = format!(
        "the {} parameter {} is listed twice",
        parameter.place,
        quoted(parameter.name)
    );
    Diagnostic::error(
        codes::DUPLICATE_PARAMETER,
        parameter.location.clone(),
        message,
    )
    .related(first.location.clone(), "the first of them")
}
