//! What goes to the API and what comes from it: where a schema says another thing of requests than of responses, it
//! becomes a type for each direction that it is used in.
//!
//! A component that is used in both keeps its name for responses; its twin for requests is named after it. One that is
//! used in one direction is what it is there. One that no operation uses has everything, unless it holds one that
//! operations use: then it is what that one is.

use bindery_openapi::Document;
use bindery_openapi::document::{
    Direction, Header, MediaType, Operation, Parameter, ParameterValue, SchemaId,
};

use super::hierarchy::Hierarchies;
use super::{Lowering, View};
use crate::api::{Home, LeftOut, TypeId, TypeName};
use rustc_hash::{FxHashMap, FxHashSet};

/// The schemas that schemas are held by.
type HeldBy = FxHashMap<SchemaId, Vec<SchemaId>>;

/// A description, and what it is in each direction.
pub(super) struct Directed<'d> {
    whole: &'d Document,
    /// Which components mean what is made from them.
    pub hierarchies: Hierarchies,
    request: Option<Document>,
    response: Option<Document>,
    /// The schemas that are not the same in both.
    differing: FxHashSet<SchemaId>,
    sent: FxHashSet<SchemaId>,
    received: FxHashSet<SchemaId>,
}

impl<'d> Directed<'d> {
    pub fn of(whole: &'d Document) -> Self {
        let changed = whole.changed_by_direction();
        let mut directed = Self {
            whole,
            hierarchies: Hierarchies::of(whole),
            request: whole.in_direction(Direction::Request),
            response: whole.in_direction(Direction::Response),
            differing: FxHashSet::default(),
            sent: FxHashSet::default(),
            received: FxHashSet::default(),
        };
        if !changed.is_empty() {
            let held_by = directed.held_by();
            directed.differing = holders(&held_by, changed);
            for direction in [Direction::Request, Direction::Response] {
                directed.use_in(
                    direction,
                    roots(directed.document(Some(direction)), direction),
                );
            }
            directed.use_holders(&held_by);
        }
        directed
    }

    /// A component that no operation uses but that holds one that some do, is what that one is: where
    /// there are several, of responses, as their own types are.
    fn use_holders(&mut self, held_by: &HeldBy) {
        loop {
            let held = |used: &FxHashSet<SchemaId>| {
                holders(held_by, used.intersection(&self.differing).copied())
            };
            let (of_sent, of_received) = (held(&self.sent), held(&self.received));
            let components = self.whole.components.schemas.iter();
            let components = components.map(|component| component.schema);
            let unused: Vec<SchemaId> = components.filter(|id| self.is_unused(*id)).collect();
            let (received, others): (Vec<SchemaId>, Vec<SchemaId>) =
                unused.into_iter().partition(|id| of_received.contains(id));
            let sent: Vec<SchemaId> = others
                .into_iter()
                .filter(|id| of_sent.contains(id))
                .collect();
            if received.is_empty() && sent.is_empty() {
                return;
            }
            self.use_in(Direction::Response, received);
            self.use_in(Direction::Request, sent);
        }
    }

    /// Whether a component that differs is used in neither direction.
    fn is_unused(&self, id: SchemaId) -> bool {
        let is_used = self.sent.contains(&id) || self.received.contains(&id);
        self.differing.contains(&id) && !is_used
    }

    /// The description as it is in a direction.
    pub fn document(&self, direction: Option<Direction>) -> &Document {
        let directed = match direction {
            Some(Direction::Request) => self.request.as_ref(),
            Some(Direction::Response) => self.response.as_ref(),
            None => None,
        };
        directed.unwrap_or(self.whole)
    }

    /// Notes that schemas are used in a direction, and all that they hold there.
    fn use_in(&mut self, direction: Direction, mut pending: Vec<SchemaId>) {
        let mut used = std::mem::take(match direction {
            Direction::Request => &mut self.sent,
            Direction::Response => &mut self.received,
        });
        let document = self.document(Some(direction));
        while let Some(id) = pending.pop() {
            if used.insert(id) {
                pending.extend(self.children(document, id));
            }
        }
        match direction {
            Direction::Request => self.sent = used,
            Direction::Response => self.received = used,
        }
    }

    /// What a use of a schema may be or hold.
    fn children(&self, document: &Document, id: SchemaId) -> Vec<SchemaId> {
        let mut children = document.schema(id).children();
        children.extend(self.hierarchies.descendants(id));
        children
    }

    /// The schemas that each schema is held by.
    fn held_by(&self) -> HeldBy {
        let mut held_by = HeldBy::default();
        for (id, _) in self.whole.schemas.iter() {
            for child in self.children(self.whole, id) {
                held_by.entry(child).or_default().push(id);
            }
        }
        held_by
    }

    /// The direction that a component's own type is for, and whether it needs another for requests.
    fn of_component(&self, schema: SchemaId) -> (Option<Direction>, bool) {
        if !self.differing.contains(&schema) {
            return (None, false);
        }
        match (self.sent.contains(&schema), self.received.contains(&schema)) {
            (false, false) => (None, false),
            (true, false) => (Some(Direction::Request), false),
            (false, true) => (Some(Direction::Response), false),
            (true, true) => (Some(Direction::Response), true),
        }
    }
}

/// The schemas that hold one of `held`, however deep, and those themselves.
fn holders(held_by: &HeldBy, held: impl IntoIterator<Item = SchemaId>) -> FxHashSet<SchemaId> {
    let mut holders = FxHashSet::default();
    let mut pending: Vec<SchemaId> = held.into_iter().collect();
    while let Some(id) = pending.pop() {
        if holders.insert(id) {
            pending.extend(held_by.get(&id).into_iter().flatten());
        }
    }
    holders
}

/// The schemas of what goes in a direction. A webhook or callback is a request that the API makes: its body comes from
/// there, and what answers it goes there.
fn roots(document: &Document, direction: Direction) -> Vec<SchemaId> {
    let mut roots = Vec::new();
    for (_, operation) in document.operations() {
        add_roots(operation, direction == Direction::Request, &mut roots);
    }
    let webhooks = document.webhooks.iter().map(|webhook| &webhook.path);
    let callbacks = document.callbacks.iter().map(|callback| &callback.path);
    for operation in webhooks.chain(callbacks).flat_map(|path| &path.operations) {
        add_roots(operation, direction == Direction::Response, &mut roots);
    }
    roots
}

fn add_roots(operation: &Operation, of_request: bool, roots: &mut Vec<SchemaId>) {
    if of_request {
        let parameters = operation.parameters.iter();
        roots.extend(parameters.filter_map(parameter_schema));
        let body = operation.request_body.iter();
        add_contents(body.flat_map(|body| &body.content), roots);
    } else {
        for response in &operation.responses {
            add_contents(&response.content, roots);
            add_headers(&response.headers, roots);
        }
    }
}

fn parameter_schema(parameter: &Parameter) -> Option<SchemaId> {
    match &parameter.value {
        ParameterValue::Schema { schema, .. } => Some(*schema),
        ParameterValue::Content(media_type) => media_type.schema,
    }
}

fn add_contents<'m>(content: impl IntoIterator<Item = &'m MediaType>, roots: &mut Vec<SchemaId>) {
    for media_type in content {
        roots.extend(media_type.schema);
        roots.extend(media_type.item_schema);
        for encoding in &media_type.encoding {
            add_headers(&encoding.headers, roots);
        }
    }
}

fn add_headers(headers: &[Header], roots: &mut Vec<SchemaId>) {
    for header in headers {
        roots.extend(header.schema);
        roots.extend(header.content.as_ref().and_then(|content| content.schema));
    }
}

impl Lowering<'_> {
    /// Lowers what goes in a direction; in none, everything is there.
    pub(super) fn within<T>(
        &mut self,
        direction: Option<Direction>,
        lower: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let before = std::mem::replace(&mut self.direction, direction);
        self.document = self.directed.document(direction);
        let lowered = lower(self);
        self.direction = before;
        self.document = self.directed.document(before);
        lowered
    }

    /// The direction that decides what `ids` become; none where they are the same in both.
    pub(super) fn deciding_direction(&self, ids: &[SchemaId]) -> Option<Direction> {
        let differ = ids.iter().any(|id| self.directed.differing.contains(id));
        self.direction.filter(|_| differ)
    }

    /// The type that `component` is in the direction that is lowered.
    pub(super) fn directed_type(&self, component: TypeId) -> TypeId {
        match self.direction {
            Some(Direction::Request) => self.requests.get(&component).copied(),
            Some(Direction::Response) | None => None,
        }
        .unwrap_or(component)
    }

    /// Declares the types that components have beside their own: for requests, and without what is made from them.
    pub(super) fn declare_others(&mut self) {
        for (index, named) in self.directed.whole.components.schemas.iter().enumerate() {
            let (_, has_twin) = self.directed.of_component(named.schema);
            let of = TypeId(index);
            self.declare_base(of, named.schema, &named.name);
            if has_twin {
                let origin = TypeName::Request {
                    of,
                    component: named.name.clone(),
                };
                let location = self.types[index].location.clone();
                let id = self.declare(origin, Some(Home::Component(of)), &location);
                self.requests.insert(of, id);
                self.declare_base(id, named.schema, &named.name);
            }
        }
    }

    /// Lowers the type of a component, and its twin for requests where it has one.
    pub(super) fn lower_directed_component(&mut self, id: TypeId, schema: SchemaId) {
        let (direction, _) = self.directed.of_component(schema);
        self.types[id.0].direction = direction;
        self.within(direction, |lowering| lowering.lower_component(id, schema));
        if let Some(twin) = self.requests.get(&id).copied() {
            let direction = Some(Direction::Request);
            self.types[twin.0].direction = direction;
            self.within(direction, |lowering| lowering.lower_component(twin, schema));
        }
    }

    /// What the schemas say and the direction leaves out, for documentation.
    pub(super) fn left_out(&self, ids: &[SchemaId], view: &View<'_>) -> Option<LeftOut> {
        let direction = self.deciding_direction(ids)?;
        let whole = View::of(self.directed.whole, self.reading, ids);
        let names = whole.properties.keys();
        let names: Vec<String> = names
            .filter(|name| !view.properties.contains_key(**name))
            .map(|name| (*name).to_owned())
            .collect();
        (!names.is_empty()).then_some(LeftOut { direction, names })
    }
}
