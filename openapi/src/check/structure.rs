//! The walk over a value along the tables: is each thing of the kind its place asks for?

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::mend::{self, Mend};
use super::plain::is_plainly;
use super::references::Reference;
use super::rules;
use super::wrong::{
    field_of_parameters, invalid_word, missing, noun_of, unknown_field, wrong_type,
};
use super::{bend, nothing, older, single};
use crate::files::Files;
use crate::node::{Node, look_up};
use crate::reference::{self, Found};
use crate::specification;
use crate::specification::{Field, Kind, Presence, Shape};
use crate::version::Version;
use crate::{Diagnostic, Location, Report, Severity, codes};

/// What the walk finds.
pub(super) struct Structure<'v, 'r> {
    pub(super) report: &'r mut Report,
    /// The whole description.
    pub(super) files: &'v Files,
    /// What it is a description of.
    pub(super) version: Version,
    /// Whether it was written as Swagger 2.0.
    pub(super) is_rewritten: bool,
    /// Every reference it came across.
    pub(super) references: Vec<Reference<'v>>,
    /// What the next stage needs to have changed.
    pub(super) mends: Vec<Mend>,
    /// The remark it is in, if it is in one.
    remark: Option<Location>,
    /// What it has come by that references alone lead to: the place, what it
    /// was taken for, and whether in a remark.
    beyond: HashSet<(Location, Option<Kind>, bool)>,
    /// Whether it is in such a place.
    is_beyond: bool,
}

impl<'v, 'r> Structure<'v, 'r> {
    /// A walk that reports to `report`.
    pub(super) fn new(files: &'v Files, version: Version, report: &'r mut Report) -> Self {
        Self {
            report,
            files,
            version: version.as_rewritten(),
            is_rewritten: version == Version::V2_0,
            references: Vec::new(),
            mends: Vec::new(),
            remark: None,
            beyond: HashSet::new(),
            is_beyond: false,
        }
    }

    /// Checks what references alone lead to, as the `shape` that they take it for.
    pub(super) fn visit_beyond(&mut self, found: &Found<'v>, shape: &Shape) {
        self.is_beyond = true;
        self.visit(&Node::start(&found.location, found.value), shape);
        self.is_beyond = false;
    }

    /// Does `work` as part of the remark in which `reference` stands, if it stands in one.
    pub(super) fn in_remark_of(&mut self, reference: &Reference<'v>, work: impl FnOnce(&mut Self)) {
        self.remark.clone_from(&reference.remark);
        work(self);
        self.remark = None;
    }

    /// Whether the node has not been met before as one of the kind. The walk
    /// from the root meets each once.
    fn is_new(&mut self, node: &Node<'_, 'v>, kind: Option<Kind>) -> bool {
        let key = || (node.location(), kind, self.remark.is_some());
        !self.is_beyond || self.beyond.insert(key())
    }

    /// Notes a reference, to be followed later.
    pub(super) fn refer(&mut self, mut reference: Reference<'v>) {
        reference.remark.clone_from(&self.remark);
        self.references.push(reference);
    }

    /// Checks the value at `node` and all below it.
    pub(super) fn visit(&mut self, node: &Node<'_, 'v>, shape: &Shape) {
        if is_plainly(shape, node.value, self.version) {
            return;
        }
        if let Some(below) = single::item(self.files, node, shape) {
            self.visit_single(node, shape, below);
            return;
        }
        if let Some(target) = reference::misplaced(shape, node.value) {
            self.visit_misplaced(node, shape, target);
            return;
        }
        match (shape, node.value) {
            (Shape::Object(kind), Value::Object(object)) => self.visit_object(node, *kind, object),
            (Shape::Reusable(kind), Value::Object(object)) => {
                self.visit_reusable(node, *kind, object);
            }
            (
                Shape::BooleanOrSchema | Shape::SchemaOrSchemas | Shape::Dependency,
                Value::Object(object),
            ) => self.visit_reusable(node, Kind::Schema, object),
            (Shape::List(below), Value::Array(_)) => self.visit_items(node, below),
            (Shape::SchemaOrSchemas, Value::Array(_)) => {
                self.report.push(bend::list_of_items(node));
                self.visit_items(node, &Shape::Reusable(Kind::Schema));
            }
            (Shape::Dependency, Value::Array(_)) => self.visit_items(node, &Shape::Text),
            (Shape::Types, Value::Array(_)) => self.visit_types(node),
            (Shape::ExclusiveBound, Value::Bool(_) | Value::Number(_)) => {
                self.report.push(bend::exclusive_bound(node, self.version));
            }
            (Shape::Reusable(Kind::Schema), Value::Bool(_)) => {
                self.report.push(bend::boolean_schema(node, self.version));
            }
            (Shape::Map(below), Value::Object(members)) => {
                for (key, value) in members {
                    self.visit_part(&node.member(key, value), below);
                }
            }
            _ => self.visit_other(node, shape),
        }
    }

    /// The member `key` of `node`, by way of a reference where it is one.
    pub(super) fn get<'p>(&self, node: &'p Node<'_, 'v>, key: &str) -> Option<Node<'p, 'v>> {
        reference::get(self.files, node, key)
    }

    /// Reports an error, or, within a remark, a warning that the remark is left out.
    pub(super) fn refuse(&mut self, diagnostic: Diagnostic) {
        let Some(remark) = self
            .remark
            .as_ref()
            .filter(|_| diagnostic.severity == Severity::Error)
        else {
            self.report.push(diagnostic);
            return;
        };
        self.mends.push(Mend::remove(remark.clone()));
        self.report.push(Diagnostic {
            severity: Severity::Warning,
            hint: Some("what is for people alone and cannot be read is left out".to_owned()),
            ..diagnostic
        });
    }

    /// Reports that `node` has no field `name`, which it must have.
    pub(super) fn refuse_missing(&mut self, node: &Node<'_, 'v>, kind: Kind, name: &str) {
        self.refuse(missing(node.location(), kind, name, Diagnostic::error));
    }

    /// A list of types that is not plainly one: YAML makes null of `[string, null]`.
    fn visit_types(&mut self, node: &Node<'_, 'v>) {
        if self.version == Version::V3_0 {
            self.report.push(bend::list_of_types(node, self.version));
        }
        for item in node.items() {
            if item.value.is_null() {
                let (diagnostic, mend) = bend::null_type(&item);
                self.report.push(diagnostic);
                self.mends.push(mend);
            } else {
                self.visit(&item, &Shape::Text);
            }
        }
    }

    fn visit_items(&mut self, node: &Node<'_, 'v>, below: &Shape) {
        let mut nulls = node.items().filter(|item| item.value.is_null());
        let null = nulls.next().filter(|_| *below == Shape::Text);
        for item in node.items() {
            if null.is_none() || !item.value.is_null() {
                self.visit_part(&item, below);
            }
        }
        if let Some(null) = null {
            let message = "expected a string, found null; it is left out";
            let diagnostic = Diagnostic::warning(codes::WRONG_TYPE, null.location(), message);
            self.report.push(diagnostic);
            self.mends.push(Mend::prune(node.location()));
        }
    }

    /// A single thing in the place of a list of such things.
    fn visit_single(&mut self, node: &Node<'_, 'v>, shape: &Shape, below: &Shape) {
        self.visit(node, below);
        let (expected, found) = (shape.noun(), noun_of(node.value));
        let message = format!("expected {expected}, found {found}; it is read as its only item");
        let location = node.location();
        self.mends.push(Mend::wrap(location.clone()));
        self.report
            .push(Diagnostic::warning(codes::WRONG_TYPE, location, message));
    }

    fn visit_reusable(&mut self, node: &Node<'_, 'v>, kind: Kind, object: &'v Map<String, Value>) {
        match look_up(object, "$ref") {
            None => self.visit_object(node, kind, object),
            Some(Value::String(_)) if !self.is_new(node, Some(kind)) => {}
            Some(Value::String(target)) => {
                if kind == Kind::MediaType && self.version < Version::V3_2 {
                    let what = "a reference in place of a media type came with OpenAPI 3.2";
                    self.report
                        .push(bend::of_other_version(node, what, self.version));
                }
                let shape = Shape::Reusable(kind);
                self.refer(Reference::by_ref(node.location(), shape, target));
                if self.has_siblings(kind) {
                    self.visit_fields(node, kind, object);
                } else {
                    rules::check_siblings(self, node, kind, object);
                }
            }
            Some(_) => {
                let message = "`$ref` must be a string";
                let location = node.location().key("$ref");
                self.refuse(Diagnostic::error(codes::WRONG_TYPE, location, message));
            }
        }
    }

    /// A reference where the specification admits none, which many tools follow all the same.
    fn visit_misplaced(&mut self, node: &Node<'_, 'v>, shape: &Shape, target: &'v str) {
        if !self.is_new(node, shape.kind()) {
            return;
        }
        let noun = shape
            .kind()
            .map_or_else(|| shape.noun(), |kind| kind.noun().to_owned());
        let message = format!("`$ref` cannot stand for {noun}; it is followed all the same");
        let location = node.location();
        let code = codes::MISPLACED_REFERENCE;
        let diagnostic = Diagnostic::warning(code, location.key("$ref"), message);
        self.report.push(diagnostic.on_key());
        if let (Some(kind), Value::Object(object)) = (shape.kind(), node.value) {
            rules::check_siblings(self, node, kind, object);
        }
        self.refer(Reference::by_ref(location, *shape, target));
    }

    /// Whether what stands beside `$ref` holds too: keywords of a schema from 3.1 on
    /// (JSON Schema 2020-12 core §8.2.3.1), operations of a path item in any
    /// version (OpenAPI 3.0.3 §4.7.9.1).
    fn has_siblings(&self, kind: Kind) -> bool {
        match kind {
            Kind::Schema => self.version > Version::V3_0,
            Kind::PathItem => true,
            _ => false,
        }
    }

    fn visit_object(&mut self, node: &Node<'_, 'v>, kind: Kind, object: &'v Map<String, Value>) {
        if self.is_new(node, Some(kind)) {
            self.visit_fields(node, kind, object);
        }
    }

    fn visit_fields(&mut self, node: &Node<'_, 'v>, kind: Kind, object: &'v Map<String, Value>) {
        let fields = specification::fields(kind);
        let older = older::keywords(kind, object);
        for (key, value) in object {
            match fields.iter().find(|field| field.name == key) {
                Some(field) => {
                    if !field.is_of(self.version) {
                        let node = node.member(key, value);
                        self.report
                            .push(bend::other_version(&node, kind, field, self.version));
                    }
                    if !is_plainly(&field.shape, value, self.version) {
                        self.visit_field(&node.member(key, value), node, kind, field);
                    }
                }
                None if key == "$ref" && self.has_siblings(kind) => {}
                None if older.contains(&key.as_str()) => self.visit_keyword(node, key, value),
                None => self.visit_other_key(node, kind, key, value),
            }
        }
        for field in fields {
            let presence = field.presence(self.version);
            if presence != Presence::Optional && look_up(object, field.name).is_none() {
                self.visit_missing(node, kind, field, presence);
            }
        }
        rules::check(self, node, kind, object);
        if !older.is_empty() {
            rules::check(self, node, Kind::Schema, object);
            let (diagnostic, mend) = older::gather(node, kind, &older);
            self.report.push(diagnostic);
            self.mends.push(mend);
        }
    }

    /// A keyword of a schema beside the fields of a parameter or header.
    fn visit_keyword(&mut self, node: &Node<'_, 'v>, key: &'v str, value: &'v Value) {
        let mut fields = specification::fields(Kind::Schema).iter();
        if let Some(field) = fields.find(|field| field.name == key)
            && !is_plainly(&field.shape, value, self.version)
        {
            self.visit_field(&node.member(key, value), node, Kind::Schema, field);
        }
    }

    fn visit_field(
        &mut self,
        node: &Node<'_, 'v>,
        parent: &Node<'_, 'v>,
        kind: Kind,
        field: &Field,
    ) {
        let bent = bend::field(kind, field, parent, node.value, self.version);
        if let Some(bent) = bent {
            self.report.push(bent.diagnostic);
            self.mends.extend(bent.mends);
            return;
        }
        let outermost = field.remark && self.remark.is_none();
        if outermost {
            self.remark = Some(node.location());
        }
        self.visit(node, &field.shape);
        if outermost {
            self.remark = None;
        }
    }

    fn visit_other_key(&mut self, node: &Node<'_, 'v>, kind: Kind, key: &'v str, value: &'v Value) {
        if specification::is_extension(kind, key) {
            return;
        }
        if let Some(shape) = specification::patterned(kind) {
            self.visit_part(&node.member(key, value), shape);
            return;
        }
        let of_parameters = field_of_parameters(node, kind, key);
        let unknown = || unknown_field(node, kind, key, self.version);
        if let Some(diagnostic) = of_parameters.or_else(unknown) {
            self.refuse(diagnostic);
        }
    }

    fn visit_missing(
        &mut self,
        node: &Node<'_, 'v>,
        kind: Kind,
        field: &Field,
        presence: Presence,
    ) {
        match presence {
            Presence::Optional => {}
            Presence::Required => self.refuse_missing(node, kind, field.name),
            Presence::Assumed => self.mends.push(Mend::set(
                node.location().key(field.name),
                mend::empty(&field.shape),
            )),
            Presence::Expected => {
                let location = node.location();
                let set = Mend::set(location.key(field.name), mend::empty(&field.shape));
                self.mends.push(set);
                let diagnostic = missing(location, kind, field.name, Diagnostic::warning);
                self.report
                    .push(diagnostic.hint("it is taken to be there and empty"));
            }
        }
    }

    /// What stands in a list, or under a key that is the author's.
    fn visit_part(&mut self, node: &Node<'_, 'v>, shape: &Shape) {
        let is_yaml = || self.files.is_yaml(node.location().file);
        match nothing::part(node, shape, is_yaml) {
            Some((diagnostic, mend)) => {
                self.report.push(diagnostic);
                self.mends.push(mend);
            }
            None => self.visit(node, shape),
        }
    }

    /// A value that is not what its place asks for, but may mean it.
    fn visit_other(&mut self, node: &Node<'_, 'v>, shape: &Shape) {
        let location = node.location();
        if let Some((value, message)) = bend::scalar(shape, node.value) {
            self.mends.push(Mend::set(location.clone(), value));
            self.report
                .push(Diagnostic::warning(codes::WRONG_TYPE, location, message));
            return;
        }
        self.refuse(match (shape, node.value) {
            (Shape::Word(words), Value::String(word)) => invalid_word(location, word, words),
            _ => wrong_type(location, shape, node.value),
        });
    }
}
