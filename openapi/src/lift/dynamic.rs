//! `$dynamicRef`: what it names depends on the schemas that led to it (JSON Schema 2020-12 core §8.2.3.2).
//!
//! The outermost of the resources that were entered and have a `$dynamicAnchor` of its name says
//! what it is. Wherever that is another schema than elsewhere, what leads there is copied, so that a
//! generic list is a list of something in each place that says of what, and no reference is dynamic
//! when the document is done.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Lift;
use super::schema::Schemas;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::document::{Schema, SchemaId};
use crate::node::Node;
use crate::{Location, reference};

/// How many copies are made for all dynamic scopes together.
const MAX_COPIES: usize = 1 << 14;

/// A `$dynamicRef` that names, where it stands, a schema with a `$dynamicAnchor` of its name.
#[derive(Clone, Debug)]
pub(super) struct DynamicReference {
    anchor: String,
    /// That schema.
    initial: SchemaId,
}

/// The anchors that the resources entered so far have, each with the schema that the outermost of
/// them gives to it.
type Scope = BTreeMap<String, SchemaId>;

impl<'v> Lift<'v, '_> {
    /// Notes the `$dynamicRef` of the schema `id`, where it is one. Any other is a `$ref` by another word.
    pub(super) fn note_dynamic_reference(&mut self, id: SchemaId, node: &Node<'_, 'v>) {
        if let Some(reference) = self.lift_dynamic_reference(node) {
            self.dynamic_references.insert(id, reference);
        }
    }

    fn lift_dynamic_reference(&mut self, node: &Node<'_, 'v>) -> Option<DynamicReference> {
        let text = node.text("$dynamicRef")?;
        let (_, anchor) = reference::split(text);
        let found = reference::resolve(self.files, &node.location(), text).ok()?;
        let is_dynamic = found.value.get("$dynamicAnchor")?.as_str()? == anchor;
        is_dynamic.then(|| DynamicReference {
            anchor: anchor.to_owned(),
            initial: self.schemas.id_of_target(found),
        })
    }

    /// The `$dynamicRef` of a schema that is a `$ref` by another word.
    pub(super) fn plain_dynamic_reference<'n>(
        &mut self,
        node: &'n Node<'_, 'v>,
    ) -> Option<&'n str> {
        let text = node.text("$dynamicRef")?;
        self.lift_dynamic_reference(node).is_none().then_some(text)
    }

    /// Lifts every schema, those that dynamic references lead to among them, and makes plain references
    /// of these.
    pub(super) fn lift_dynamic_schemas(&mut self) {
        let anchors = self.lift_dynamic_anchors();
        if anchors.is_empty() {
            return;
        }
        let mut scopes = Scopes::new(self, &anchors);
        while let Some(Entered { id, of, scope }) = scopes.pending.pop() {
            let Some(mut schema) = scopes.written.get(&of).cloned() else {
                continue;
            };
            schema.is_copy = id != of;
            schema.change_children(|child| {
                *child = scopes.settle(&mut self.schemas, *child, &scope);
            });
            if let Some(reference) = self.dynamic_references.get(&of) {
                let target = scope.get(&reference.anchor).copied();
                let target = target.unwrap_or(reference.initial);
                let target = scopes.settle(&mut self.schemas, target, &scope);
                self.refer(&mut schema, target);
            }
            *self.schemas.get_mut(id) = schema;
        }
        if let Some(location) = scopes.given_up {
            let message = "there are too many ways through this schema to a `$dynamicRef`";
            self.report
                .push(Diagnostic::error(codes::READING_LIMIT, location, message));
        }
    }

    /// The schemas of each anchor that a dynamic reference names.
    fn lift_dynamic_anchors(&mut self) -> BTreeMap<String, BTreeSet<SchemaId>> {
        let mut anchors: BTreeMap<String, BTreeSet<SchemaId>> = BTreeMap::new();
        loop {
            self.lift_pending_schemas();
            let known = anchors.values().map(BTreeSet::len).sum::<usize>();
            for reference in self.dynamic_references.values() {
                anchors.entry(reference.anchor.clone()).or_default();
            }
            for (name, schemas) in &mut anchors {
                for place in self.files.dynamic_anchors(name) {
                    let file = self.files.value(place.file);
                    let value = file.and_then(|value| value.pointer(place.pointer.as_str()));
                    schemas.extend(value.map(|value| self.schemas.id_of(value, || place)));
                }
            }
            if anchors.values().map(BTreeSet::len).sum::<usize>() == known {
                return anchors;
            }
        }
    }

    /// Makes a schema refer to `target`, beside its `$ref` where it has one.
    fn refer(&mut self, schema: &mut Schema, target: SchemaId) {
        if schema.reference.is_none() {
            schema.reference = Some(target);
            return;
        }
        schema.all_of.push(self.schemas.add(Schema {
            reference: Some(target),
            ..Schema::any(schema.location.key("$dynamicRef"))
        }));
    }
}

/// A schema to be written for a scope.
struct Entered {
    /// The schema: `of` itself in the scope of its own resource, else a copy of it.
    id: SchemaId,
    of: SchemaId,
    scope: Scope,
}

/// The resources that have dynamic anchors, and the copies made for the scopes that they make.
struct Scopes {
    /// The anchors of each resource.
    anchors: HashMap<Location, Scope>,
    /// Each schema that leads to a dynamic reference, as it was written, and its resource.
    written: HashMap<SchemaId, Schema>,
    resources: HashMap<SchemaId, Location>,
    copies: HashMap<(SchemaId, Scope), SchemaId>,
    pending: Vec<Entered>,
    /// A schema of which no more copies were made.
    given_up: Option<Location>,
}

impl Scopes {
    fn new(lift: &Lift<'_, '_>, schemas: &BTreeMap<String, BTreeSet<SchemaId>>) -> Self {
        let resource_of = |id: SchemaId| lift.files.resource_of(&lift.schemas.get(id).location);
        let mut anchors: HashMap<Location, Scope> = HashMap::new();
        for (name, schemas) in schemas {
            for schema in schemas {
                let of_resource = anchors.entry(resource_of(*schema)).or_default();
                of_resource.entry(name.clone()).or_insert(*schema);
            }
        }
        let reaching = reaching(lift);
        let written = |id: &SchemaId| (*id, lift.schemas.get(*id).clone());
        let mut scopes = Self {
            anchors,
            written: reaching.iter().map(written).collect(),
            resources: reaching.iter().map(|id| (*id, resource_of(*id))).collect(),
            copies: HashMap::new(),
            pending: Vec::new(),
            given_up: None,
        };
        let own = |id: SchemaId| Entered {
            id,
            of: id,
            scope: scopes.enter(&Scope::new(), id),
        };
        scopes.pending = reaching.into_iter().map(own).collect();
        scopes
    }

    /// The scope in a schema that is entered from `scope`.
    fn enter(&self, scope: &Scope, id: SchemaId) -> Scope {
        let mut scope = scope.clone();
        let resource = self.resources.get(&id);
        let anchors = resource.and_then(|resource| self.anchors.get(resource));
        for (name, schema) in anchors.into_iter().flatten() {
            scope.entry(name.clone()).or_insert(*schema);
        }
        scope
    }

    /// What stands for a schema that is entered from `scope`: itself, or a copy.
    fn settle(&mut self, schemas: &mut Schemas<'_>, of: SchemaId, scope: &Scope) -> SchemaId {
        let Some(written) = self.written.get(&of) else {
            return of;
        };
        let scope = self.enter(scope, of);
        if scope == self.enter(&Scope::new(), of) {
            return of;
        }
        if let Some(copy) = self.copies.get(&(of, scope.clone())) {
            return *copy;
        }
        if self.copies.len() == MAX_COPIES {
            self.given_up = Some(written.location.clone());
            return of;
        }
        let id = schemas.add(Schema::any(written.location.clone()));
        self.copies.insert((of, scope.clone()), id);
        self.pending.push(Entered { id, of, scope });
        id
    }
}

/// The schemas from which a dynamic reference can be reached.
fn reaching(lift: &Lift<'_, '_>) -> BTreeSet<SchemaId> {
    let mut named_by: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
    for id in lift.schemas.ids() {
        for child in lift.schemas.get(id).children() {
            named_by.entry(child).or_default().push(id);
        }
    }
    for (id, reference) in &lift.dynamic_references {
        named_by.entry(reference.initial).or_default().push(*id);
    }
    let mut reaching = BTreeSet::new();
    let mut pending: Vec<SchemaId> = lift.dynamic_references.keys().copied().collect();
    while let Some(id) = pending.pop() {
        if reaching.insert(id) {
            pending.extend(named_by.get(&id).into_iter().flatten());
        }
    }
    reaching
}
