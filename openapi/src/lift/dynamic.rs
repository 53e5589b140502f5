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
const MAX_COPIES: usize = 1 << 12;

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

/// The index of a scope among those that were met. That of no resource at all is the first.
type ScopeId = usize;

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
            let Some((mut schema, _)) = scopes.written.get(&of).cloned() else {
                continue;
            };
            schema.is_copy = id != of;
            schema.change_children(|child| {
                *child = scopes.settle(&mut self.schemas, *child, scope);
            });
            if let Some(reference) = self.dynamic_references.get(&of) {
                let target = scopes.target(scope, reference);
                let target = scopes.settle(&mut self.schemas, target, scope);
                self.refer(&mut schema, target);
            }
            *self.schemas.get_mut(id) = schema;
            if scopes.given_up.is_some() {
                break;
            }
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
    scope: ScopeId,
}

/// The resources that have dynamic anchors, and the copies made for the scopes that they make.
struct Scopes {
    /// The anchors of each resource.
    anchors: HashMap<Location, Scope>,
    /// Each schema that leads to a dynamic reference, as it was written, and its resource.
    written: HashMap<SchemaId, (Schema, Location)>,
    met: Vec<Scope>,
    ids: HashMap<Scope, ScopeId>,
    /// The scope in a resource that is entered from another.
    entered: HashMap<(ScopeId, Location), ScopeId>,
    copies: HashMap<(SchemaId, ScopeId), SchemaId>,
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
        let written = reaching.iter().map(|id| {
            let schema = lift.schemas.get(*id).clone();
            (*id, (schema, resource_of(*id)))
        });
        let mut scopes = Self {
            anchors,
            written: written.collect(),
            met: vec![Scope::new()],
            ids: [(Scope::new(), 0)].into(),
            entered: HashMap::new(),
            copies: HashMap::new(),
            pending: Vec::new(),
            given_up: None,
        };
        for id in reaching {
            let scope = scopes.enter(0, id);
            scopes.pending.push(Entered { id, of: id, scope });
        }
        scopes
    }

    /// The scope in a schema that is entered from `scope`.
    fn enter(&mut self, scope: ScopeId, id: SchemaId) -> ScopeId {
        let Some((_, resource)) = self.written.get(&id) else {
            return scope;
        };
        let Some(anchors) = self.anchors.get(resource) else {
            return scope;
        };
        let step = (scope, resource.clone());
        if let Some(entered) = self.entered.get(&step) {
            return *entered;
        }
        let mut inner = self.met.get(scope).cloned().unwrap_or_default();
        for (name, schema) in anchors {
            inner.entry(name.clone()).or_insert(*schema);
        }
        let entered = if let Some(known) = self.ids.get(&inner) {
            *known
        } else {
            self.met.push(inner.clone());
            self.ids.insert(inner, self.met.len() - 1);
            self.met.len() - 1
        };
        self.entered.insert(step, entered);
        entered
    }

    /// What a dynamic reference names in a scope.
    fn target(&self, scope: ScopeId, reference: &DynamicReference) -> SchemaId {
        let scope = self.met.get(scope);
        let target = scope.and_then(|scope| scope.get(&reference.anchor));
        target.copied().unwrap_or(reference.initial)
    }

    /// What stands for a schema that is entered from `scope`: itself, or a copy.
    fn settle(&mut self, schemas: &mut Schemas<'_>, of: SchemaId, scope: ScopeId) -> SchemaId {
        let scope = self.enter(scope, of);
        if scope == self.enter(0, of) {
            return of;
        }
        let Some((written, _)) = self.written.get(&of) else {
            return of;
        };
        if let Some(copy) = self.copies.get(&(of, scope)) {
            return *copy;
        }
        if self.copies.len() == MAX_COPIES {
            self.given_up = Some(written.location.clone());
            return of;
        }
        let id = schemas.add(Schema::any(written.location.clone()));
        self.copies.insert((of, scope), id);
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
