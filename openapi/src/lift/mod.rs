//! From a checked value to a [`Document`]: the last stage.
//!
//! Objects that are the same in 3.0, 3.1 and 3.2 are read with the types of
//! `openapiv3`, one at a time, so that no second copy of the whole description
//! stands in memory; so are the schemas of 3.0. What those types do not hold,
//! or not exactly, is taken from the value itself: schemas of 3.1 and 3.2,
//! parameters, headers, media types, security schemes, numbers and places.

mod bounds;
mod component;
mod dynamic;
mod external;
mod inherited;
mod keywords;
mod media;
mod operation;
mod parameter;
mod path;
mod response;
mod schema;
mod security;
mod server;
mod spelt;
mod stated;
mod typed;

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use serde_json::Value;

use crate::document::{
    Components, Document, Header, Parameter, RequestBody, Response, SchemaId, Tag,
};
use crate::files::Files;
use crate::node::Node;
use crate::specification::{Kind, Shape};
use crate::version::Version;
use crate::{FileId, Location, Report, reference};
use component::Lifted;
use dynamic::DynamicReference;
pub(crate) use parameter::IGNORED_HEADERS;
use path::Shared;
pub(crate) use path::{declared_in_path, each_operation, method};
use schema::Schemas;
pub(crate) use spelt::{as_type, only};

/// Lifts the description of `version` whose root is the file `root`.
///
/// What cannot be read is reported and left out.
pub(crate) fn lift(
    files: &Files,
    root: FileId,
    version: Version,
    report: &mut Report,
) -> Option<Document> {
    let mut lift = Lift {
        files,
        version,
        report,
        schemas: Schemas::default(),
        dynamic_references: BTreeMap::new(),
        parameters: Lifted::default(),
        responses: Lifted::default(),
        request_bodies: Lifted::default(),
        headers: Lifted::default(),
        external_parts: BTreeSet::new(),
        pending_callbacks: VecDeque::new(),
        seen_callbacks: HashSet::new(),
    };
    let location = Location::start_of(root);
    lift.document(&Node::start(&location, files.value(root)?))
}

/// What the lift needs to know and gathers on its way.
struct Lift<'v, 'r> {
    files: &'v Files,
    version: Version,
    report: &'r mut Report,
    schemas: Schemas<'v>,
    /// The schemas that have a `$dynamicRef` which may name another schema than it does where it stands.
    dynamic_references: BTreeMap<SchemaId, DynamicReference>,
    parameters: Lifted<Parameter>,
    responses: Lifted<Response>,
    request_bodies: Lifted<RequestBody>,
    headers: Lifted<Header>,
    /// What was lifted of other files, schemas aside.
    external_parts: BTreeSet<Location>,
    /// Callbacks still to be lifted: name, place of the operation, place and value.
    pending_callbacks: VecDeque<(&'v str, Location, Location, &'v Value)>,
    seen_callbacks: HashSet<Location>,
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
        let shared = Shared {
            servers: &servers,
            security: &security,
        };
        let paths = self.lift_paths(root, shared);
        let webhooks = self.lift_webhooks(root, shared);
        let callbacks = self.lift_callbacks(shared);
        self.lift_dynamic_schemas();
        self.name_external_schemas(&mut components.schemas);
        self.inherit_discriminators();
        components.parts = self.name_external_parts();
        Some(Document {
            version: root.text("openapi").unwrap_or_default().to_owned(),
            title: info.title,
            api_version: info.version,
            description: info.description,
            servers,
            tags: self.lift_tags(root),
            paths,
            webhooks,
            callbacks,
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
