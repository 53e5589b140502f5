//! From a checked 3.0 value to a [`Document`]: the last stage.
//!
//! Each part is read with the types of `openapiv3` and lifted by walking the
//! typed part and the value it was read from in step. The type says how the
//! part is built; the value says what was written, exactly, and where. Parts
//! are read one at a time, so that no second copy of the whole description
//! stands in memory.

mod component;
mod external;
mod keywords;
mod media;
mod operation;
mod parameter;
mod path;
mod response;
mod schema;
mod security;
mod server;
mod typed;

use std::collections::BTreeSet;

use crate::document::{Components, Document, Header, Parameter, RequestBody, Response, Tag};
use crate::files::Files;
use crate::node::Node;
use crate::specification::{Kind, Shape};
use crate::{FileId, Location, Report, reference};
use component::Lifted;
pub(crate) use parameter::IGNORED_HEADERS;
pub(crate) use path::method;
use schema::Schemas;

/// Lifts the description whose root is the file `root`.
///
/// What cannot be read is reported and left out.
pub(crate) fn lift(files: &Files, root: FileId, report: &mut Report) -> Option<Document> {
    let mut lift = Lift {
        files,
        report,
        schemas: Schemas::default(),
        parameters: Lifted::default(),
        responses: Lifted::default(),
        request_bodies: Lifted::default(),
        headers: Lifted::default(),
        external_parts: BTreeSet::new(),
    };
    let location = Location::start_of(root);
    lift.document(&Node::start(&location, files.value(root)?))
}

/// What the lift needs to know and gathers on its way.
struct Lift<'v, 'r> {
    files: &'v Files,
    report: &'r mut Report,
    schemas: Schemas<'v>,
    parameters: Lifted<Parameter>,
    responses: Lifted<Response>,
    request_bodies: Lifted<RequestBody>,
    headers: Lifted<Header>,
    /// What was lifted of other files, schemas aside.
    external_parts: BTreeSet<Location>,
}

impl<'v> Lift<'v, '_> {
    fn document(&mut self, root: &Node<'_, 'v>) -> Option<Document> {
        let info: openapiv3::Info = self.read(&self.get(root, "info")?, Kind::Info)?;
        let servers = self.lift_servers(root).unwrap_or_default();
        let security = self.lift_security(root).unwrap_or_default();
        let mut components = Components {
            schemas: self.lift_component_schemas(root),
            parts: Vec::new(),
            security_schemes: self.lift_security_schemes(root),
        };
        let paths = self.lift_paths(root, &servers, &security);
        self.lift_pending_schemas();
        self.name_external_schemas(&mut components.schemas);
        components.parts = self.name_external_parts();
        Some(Document {
            version: root.text("openapi").unwrap_or_default().to_owned(),
            title: info.title,
            api_version: info.version,
            description: info.description,
            servers,
            tags: self.lift_tags(root),
            paths,
            components,
            security,
            schemas: std::mem::take(&mut self.schemas).into_arena(),
            location: root.location(),
        })
    }

    fn lift_tags(&mut self, root: &Node<'_, 'v>) -> Vec<Tag> {
        let tags: Option<Vec<openapiv3::Tag>> = self
            .get(root, "tags")
            .and_then(|tags| self.read_list(&tags, &Shape::Object(Kind::Tag)));
        tags.into_iter()
            .flatten()
            .map(|tag| Tag {
                name: tag.name,
                description: tag.description,
            })
            .collect()
    }

    /// The member `key` of `node`, by way of a reference where it is one.
    fn get<'p>(&self, node: &'p Node<'_, 'v>, key: &str) -> Option<Node<'p, 'v>> {
        reference::get(self.files, node, key)
    }

    /// The node, or what it names in the end where it is a reference.
    fn through<'p>(&self, node: Node<'p, 'v>) -> Node<'p, 'v> {
        reference::through(self.files, node)
    }
}
