//! What concerns whole operations: paths, their parameters, ids and security.
//!
//! Webhooks are looked at too, but for their paths, which they do not have.

use std::collections::HashMap;

use super::parameters::{InPath, Listed, duplicate_parameter, listed};
use crate::files::Files;
use crate::lift::{declared_in_path, each_operation};
use crate::node::Node;
use crate::reference::{self, get, through};
use crate::template;
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, Location, Report, codes};

/// What the checks need to know of the description, and of the operations before.
struct Operations<'v, 'r> {
    files: &'v Files,
    /// The names of `components.securitySchemes`.
    schemes: Vec<&'v str>,
    report: &'r mut Report,
    ids: HashMap<&'v str, Location>,
    /// The templates by what they are without the names in them.
    shapes: HashMap<String, Vec<Template<'v>>>,
}

/// A path's template, and the methods of its operations.
struct Template<'v> {
    text: &'v str,
    location: Location,
    methods: Vec<&'v str>,
}

/// Checks the operations of the description whose root object is `root`.
pub(super) fn check<'v>(files: &'v Files, root: &Node<'_, 'v>, report: &mut Report) {
    let mut operations = Operations {
        files,
        schemes: Vec::new(),
        report,
        ids: HashMap::new(),
        shapes: HashMap::new(),
    };
    let components = get(files, root, "components");
    let schemes = components
        .as_ref()
        .and_then(|components| get(files, components, "securitySchemes"));
    if let Some(schemes) = &schemes {
        operations.schemes = schemes.members().map(|(name, _)| name).collect();
    }
    operations.check_security(root);
    // In the order of the text, so that of two equal names the later one is told of.
    for (key, _) in root.members() {
        match key {
            "paths" => operations.check_paths(root),
            "webhooks" => operations.check_webhooks(root),
            _ => {}
        }
    }
}

impl<'v> Operations<'v, '_> {
    fn check_paths(&mut self, root: &Node<'_, 'v>) {
        let paths = get(self.files, root, "paths");
        for (template, path) in paths.iter().flat_map(Node::members) {
            if !template.starts_with("x-") {
                self.check_template(template, &path);
                self.check_path(Some(template), &path);
            }
        }
    }

    fn check_webhooks(&mut self, root: &Node<'_, 'v>) {
        let webhooks = get(self.files, root, "webhooks");
        for (_, path) in webhooks.iter().flat_map(Node::members) {
            self.check_path(None, &path);
        }
    }

    /// A path item, and what it refers to.
    fn check_path(&mut self, template: Option<&'v str>, path: &Node<'_, 'v>) {
        self.check_item(template, path, path);
        let item = through(self.files, path.clone());
        if path.reference().is_some() && item.reference().is_none() {
            self.check_item(template, &item, path);
        }
    }

    /// The template of a path (OpenAPI 3.0.3 §4.7.8.1, §4.7.8.2).
    fn check_template(&mut self, template: &'v str, path: &Node<'_, 'v>) {
        let location = path.location();
        let braced = template::in_braces(template, || declared_in_path(self.files, path));
        let wrong = match template::pieces(&braced) {
            _ if !template.starts_with('/') => Some("a path must begin with `/`"),
            Err(error) => Some(error.message()),
            Ok(_) => None,
        };
        if let Some(wrong) = wrong {
            let message = format!("the path {} is malformed: {wrong}", quoted(template));
            let diagnostic = Diagnostic::error(codes::INVALID_PATH, location, message);
            self.report.push(diagnostic.on_key());
            return;
        }
        let plain = template::plain(&braced);
        if plain != template {
            self.report
                .push(expressions(template, &plain, location.clone()));
        }
        let mut names = template::names(&plain);
        names.sort_unstable();
        if let Some([name, _]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            let message = format!("the path has {} twice", quoted(&format!("{{{name}}}")));
            let diagnostic = Diagnostic::error(codes::AMBIGUOUS_PATH, location, message);
            let hint = "a parameter has one place; give the other one a name of its own";
            self.report.push(diagnostic.on_key().hint(hint));
        }
        self.check_shape(template, path);
    }

    /// Templates that differ in their names alone are one path (OpenAPI 3.0.3
    /// §4.7.8.2). Many descriptions spread the methods of a path over several;
    /// two operations of one method could not be told apart.
    fn check_shape(&mut self, template: &'v str, path: &Node<'_, 'v>) {
        let mut methods = Vec::new();
        let item = through(self.files, path.clone());
        each_operation(self.files, &item, |method, _| methods.push(method));
        let others = self.shapes.entry(shape_of(template)).or_default();
        let taken = |method: &&&str| others.iter().any(|other| other.methods.contains(method));
        let clash = methods.iter().find(taken).copied();
        let first = others.iter().find(|other| match clash {
            Some(method) => other.methods.contains(&method),
            None => true,
        });
        if let Some(first) = first {
            let diagnostic = same_path(template, path, clash, first);
            self.report.push(diagnostic);
        }
        others.push(Template {
            text: template,
            location: path.location(),
            methods,
        });
    }

    /// The path item `item`, which is `path` or what that refers to.
    fn check_item(&mut self, template: Option<&'v str>, item: &Node<'_, 'v>, path: &Node<'_, 'v>) {
        let files = self.files;
        let plain = template.map(|template| {
            let braced = template::in_braces(template, || declared_in_path(files, path));
            template::plain(&braced)
        });
        let names = plain.as_deref().map(template::names);
        let shared = self.check_parameters(item);
        let mut in_path = InPath::new(names.as_deref());
        each_operation(files, item, |method, operation| {
            let own = self.check_parameters(operation);
            in_path.add(method, &shared, &own, self.report);
            self.check_id(operation);
            self.check_security(operation);
        });
        in_path.finish(path, &shared, self.report);
    }

    /// The list `parameters` of a path item or an operation.
    fn check_parameters(&mut self, node: &Node<'_, 'v>) -> Vec<Listed<'v>> {
        let Some(list) = get(self.files, node, "parameters") else {
            return Vec::new();
        };
        let listed = list.items().filter_map(|item| listed(self.files, &item));
        let listed: Vec<_> = listed.collect();
        let mut seen = HashMap::new();
        for parameter in &listed {
            if let Some(first) = seen.insert((parameter.place, parameter.identity()), parameter) {
                self.report.push(duplicate_parameter(parameter, first));
            }
        }
        listed
    }

    /// An `operationId` is unique (OpenAPI 3.0.3 §4.7.10.1).
    fn check_id(&mut self, operation: &Node<'_, 'v>) {
        let Some(id) = operation.text("operationId") else {
            return;
        };
        let location = operation.location().key("operationId");
        // A path item that two paths refer to is met twice.
        match self.ids.get(id) {
            Some(first) if *first != location => {
                let message = format!("the `operationId` {} is taken", quoted(id));
                self.report.push(
                    Diagnostic::warning(codes::DUPLICATE_OPERATION_ID, location, message)
                        .related(first.clone(), "by this operation"),
                );
            }
            Some(_) => {}
            None => {
                self.ids.insert(id, location);
            }
        }
    }

    /// A requirement names schemes of `components.securitySchemes` (OpenAPI 3.0.3 §4.7.30).
    fn check_security(&mut self, node: &Node<'_, 'v>) {
        let Some(security) = get(self.files, node, "security") else {
            return;
        };
        for requirement in security.items() {
            for (name, entry) in requirement.members() {
                if self.schemes.contains(&name) || self.is_scheme_by_uri(name, &entry) {
                    continue;
                }
                let message = format!("there is no security scheme {}", quoted(name));
                let code = codes::UNKNOWN_SECURITY_SCHEME;
                let diagnostic = Diagnostic::error(code, entry.location(), message).on_key();
                self.report
                    .push(match nearest(name, self.schemes.iter().copied()) {
                        Some(name) => diagnostic.hint(format!("did you mean {}?", quoted(name))),
                        None => diagnostic.hint("describe it among the security schemes"),
                    });
            }
        }
    }
}

impl Operations<'_, '_> {
    /// From 3.2 on a requirement may name a scheme by its URI (OpenAPI 3.2.0 §4.30).
    fn is_scheme_by_uri(&self, name: &str, entry: &Node<'_, '_>) -> bool {
        name.starts_with('#') && reference::resolve(self.files, &entry.location(), name).is_ok()
    }
}

/// The template without the names in it, its percent encoding undone.
fn shape_of(template: &str) -> String {
    let template = &reference::percent_decoded(template);
    let pieces = template::pieces(template).unwrap_or_default();
    pieces
        .into_iter()
        .map(|piece| match piece {
            template::Piece::Literal(literal) => literal,
            template::Piece::Name(_) => "{}",
        })
        .collect()
}

/// A path that is the same as the path `first`, where the method `clash` has two operations.
fn same_path(
    template: &str,
    path: &Node<'_, '_>,
    clash: Option<&str>,
    first: &Template<'_>,
) -> Diagnostic {
    let message = format!(
        "{} matches what {} does",
        quoted(template),
        quoted(first.text)
    );
    let (code, location) = (codes::AMBIGUOUS_PATH, path.location());
    let diagnostic = match clash {
        None => Diagnostic::warning(code, location, message),
        Some(method) => {
            let message = format!("{message}, and both have the operation {}", quoted(method));
            Diagnostic::error(code, location, message)
                .hint("no server can tell the two apart; make it one operation")
        }
    };
    diagnostic
        .on_key()
        .related(first.location.clone(), "the path that comes first")
}

/// What stands between braces is a name (OpenAPI 3.0.3 §4.7.8.2).
fn expressions(template: &str, plain: &str, location: Location) -> Diagnostic {
    let message = format!("{} is taken as {}", quoted(template), quoted(plain));
    Diagnostic::warning(codes::TEMPLATE_EXPRESSION, location, message)
        .on_key()
        .hint("between braces stands the name of a parameter and nothing else")
}
