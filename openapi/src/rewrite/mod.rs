//! From a Swagger 2.0 value to an OpenAPI 3.0 value: a stage between load and check.
//!
//! What 2.0 builds as 3.0 does is taken over as it is, right or wrong: the check
//! judges it. What 2.0 builds differently is built anew, and what is wrong with
//! that is reported here. Every node that moves is noted, so that diagnostics
//! show the place in the text as it was written.
//!
//! References are rewritten last, when it is known where everything went.

mod at;
mod body;
mod collection;
mod component;
mod discriminator;
mod form;
mod media;
mod operation;
mod parameter;
mod path;
mod reference;
mod response;
mod schema;
mod security;
mod server;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::files::Files;
use crate::node::Node;
use crate::wording::quoted;
use crate::{Diagnostic, FileId, Location, Pointer, Report, codes};
use at::At;
use media::MediaTypes;
use reference::Reference;

/// The version of OpenAPI that is made (OpenAPI 3.0.3 §4.1).
const MADE: &str = "3.0.3";

/// How often one part is put in the place of references to it. Without a limit
/// a description could be made as long as its square.
const MAX_TAKEN_IN: usize = 100;

/// Rewrites the description whose root is the file `root`, and the parts in
/// other files that it refers to.
pub(crate) fn rewrite(files: &mut Files, root: FileId, report: &mut Report) {
    let made = make(files, root, report);
    report.extend(files.take_findings());
    report.mark_as_written();
    let Some(Made { values, origins }) = made else {
        return;
    };
    for (file, value) in values {
        files.set_rewritten(file, value);
    }
    files.set_origins(origins);
}

fn make(files: &Files, file: FileId, report: &mut Report) -> Option<Made> {
    let root = files.value(file)?;
    let mut rewrite = Rewrite {
        files,
        root: Node::start(&Location::start_of(file).as_written(), root),
        report,
        origins: Vec::new(),
        moved: HashMap::new(),
        first: HashMap::new(),
        visited: HashSet::new(),
        taken_in: HashMap::new(),
        references: Vec::new(),
        consumes: None,
        produces: None,
    };
    let mut value = rewrite.document(&At::Start(&Location::start_of(file)));
    let mut values = HashMap::from([(file, std::mem::take(&mut value))]);
    rewrite.settle_references(&mut values);
    if let Some(document) = values.get_mut(&file) {
        discriminator::add_mappings(document);
    }
    Some(Made {
        values,
        origins: rewrite.origins,
    })
}

/// What the stage makes.
struct Made {
    /// The files that have changed.
    values: HashMap<FileId, Value>,
    /// New places and the old ones that they were made from.
    origins: Vec<(Location, Location)>,
}

/// What the stage needs to know and gathers on its way.
///
/// Places as written are marked as such ([`Location::as_written`]); they are
/// the ones that nodes and diagnostics of this stage have.
struct Rewrite<'v, 'r> {
    files: &'v Files,
    root: Node<'v, 'v>,
    report: &'r mut Report,
    /// New places and the old ones that they were made from.
    origins: Vec<(Location, Location)>,
    /// Where the nodes of each file went, for references.
    moved: HashMap<FileId, HashMap<Pointer, Location>>,
    /// Where the parts went that several places share.
    first: HashMap<*const Value, Location>,
    /// What has been rewritten as what the specification says it is.
    visited: HashSet<*const Value>,
    /// How often a part has been put in the place of a reference to it.
    taken_in: HashMap<*const Value, usize>,
    references: Vec<Reference<'v>>,
    /// The root's `consumes`.
    consumes: Option<MediaTypes>,
    /// The root's `produces`.
    produces: Option<MediaTypes>,
}

impl<'v> Rewrite<'v, '_> {
    /// The root object (Swagger 2.0, Swagger Object).
    fn document(&mut self, at: &At<'_>) -> Value {
        let root = &self.root.clone();
        self.visited.insert(identity(root.value));
        self.consumes = self.media_types(root, "consumes");
        self.produces = self.media_types(root, "produces");
        let mut document = Map::new();
        document.insert("openapi".to_owned(), MADE.into());
        self.note(&at.key("openapi"), root.location().key("swagger"));
        if let Some(servers) = self.servers(root, at) {
            document.insert("servers".to_owned(), servers);
        }
        let components = self.components(root, &at.key("components"));
        for (key, member) in root.members() {
            if !key.starts_with("x-") {
                self.visited.insert(identity(member.value));
            }
            let value = match key {
                "swagger"
                | "host"
                | "basePath"
                | "schemes"
                | "consumes"
                | "produces"
                | "definitions"
                | "parameters"
                | "responses"
                | "securityDefinitions" => continue,
                "paths" => self.paths(&member, &at.key(key)),
                "servers" | "components" => {
                    self.warn_of_later(&member, key);
                    if key == "components" {
                        continue;
                    }
                    member.value.clone()
                }
                _ => member.value.clone(),
            };
            document.insert(key.to_owned(), value);
        }
        if !components.is_empty() {
            document.insert("components".to_owned(), components.into());
        }
        document.into()
    }

    /// Rewrites each member of the object at `node`; anything else is taken over.
    fn members(
        &mut self,
        node: &Node<'_, 'v>,
        at: &At<'_>,
        mut rewrite: impl FnMut(&mut Self, &str, &Node<'_, 'v>, &At<'_>) -> Value,
    ) -> Value {
        let node = &self.through(node, at);
        self.visited.insert(identity(node.value));
        if !node.value.is_object() {
            return node.value.clone();
        }
        node.members()
            .map(|(key, member)| (key.to_owned(), rewrite(self, key, &member, &at.key(key))))
            .collect()
    }

    /// The node, or what it refers to where 2.0 admits no reference and a
    /// description has one all the same: that is put in its place.
    fn through<'p>(&mut self, node: &Node<'p, 'v>, at: &At<'_>) -> Node<'p, 'v> {
        let target = node
            .reference()
            .and_then(|reference| self.follow(&node.location(), reference));
        let Some((location, value)) = target else {
            return node.clone();
        };
        let times = self.taken_in.entry(identity(value)).or_default();
        *times += 1;
        if *times > MAX_TAKEN_IN {
            return node.clone();
        }
        self.note_move(at, location.clone());
        Node::start(&location, value)
    }

    /// Notes that what stands at `at` was made from `old`.
    fn note(&mut self, at: &At<'_>, old: Location) {
        self.origins.push((at.location(), old));
    }

    /// Notes that `old` has moved to `at`. The first place it goes to is the
    /// one that references mean.
    fn note_move(&mut self, at: &At<'_>, old: Location) {
        let new = at.location();
        let moved = self.moved.entry(old.file.as_read()).or_default();
        moved
            .entry(old.pointer.clone())
            .or_insert_with(|| new.clone());
        self.origins.push((new, old));
    }

    /// Warns of a field that 3.0 has and 2.0 has not.
    fn warn_of_later(&mut self, node: &Node<'_, 'v>, key: &str) {
        let message = format!(
            "{} is a field of OpenAPI 3.0, and this is Swagger 2.0; it is read as 3.0 means it",
            quoted(key)
        );
        let code = codes::UNKNOWN_FIELD;
        self.report
            .push(Diagnostic::warning(code, node.location(), message).on_key());
    }

    fn wrong_type(&mut self, location: Location, expected: &str) {
        let message = format!("expected {expected}");
        let code = codes::WRONG_TYPE;
        self.report.push(Diagnostic::error(code, location, message));
    }
}

/// What tells a node of the original value from all others.
fn identity(value: &Value) -> *const Value {
    std::ptr::from_ref(value)
}
