//! From a [`Document`] to an [`Api`]: decides what becomes of each schema and operation.
//!
//! Components first, in order, each with its inline schemas; then operations.
//! What cannot be stated is named in the report; nothing stops at the first fault.

mod additional;
mod alternatives;
mod array;
mod assertion;
mod body;
mod bounds;
mod budget;
mod chain;
mod class;
mod constraint;
mod contradiction;
mod decision;
mod default;
mod direction;
mod empty_range;
mod endless;
mod fixed;
mod format;
mod gather;
mod group;
mod header;
mod hierarchy;
mod listed;
mod made;
mod media;
mod media_word;
mod merge;
mod misspelt_format;
mod null;
mod object;
mod onlookers;
mod operation;
mod outcome;
mod pagination;
mod parameter;
mod place;
mod recursion;
mod schema;
mod security;
mod seen;
mod server;
mod share;
mod style;
mod told;
mod union;
mod unnamed;
mod values;
mod variant;
mod view;
mod wrapper;

use direction::Directed;
pub(crate) use group::group_of_path;
use view::View;

use std::cell::{OnceCell, RefCell};

use bindery_openapi::document::{Direction, NamedSchema, SchemaId};
use bindery_openapi::{Document, Location, Report};

use crate::api::{
    Api, AssertionId, Home, Name, NamedAssertion, SkippedOperation, TypeId, TypeItem, TypeKind,
    TypeName, TypeRef,
};
use format::Scalars;
use place::{ByLocation, Holders};
use rustc_hash::{FxHashMap, FxHashSet};
use schema::Lowered;
use variant::VariantNames;

use crate::config::{Formats, Reading};

/// Lowers a description to the API it describes, as the module `module`.
///
/// `source` is the description's file name, for the headers of generated files; `formats` are the
/// user's types; what the reader `told` of already is not told again.
pub fn lower(
    document: &Document,
    module: &str,
    source: &str,
    formats: &Formats,
    reading: Reading,
    told: &Report,
) -> (Api, Report) {
    let directed = Directed::of(document);
    let mut lowering = Lowering::new(&directed, formats, reading);
    lowering.told_types = contradiction::told_types(told);
    lowering.lower_components();
    let groups = lowering.lower_operations();
    let credentials = lowering.lower_credentials();
    lowering.lower_named_assertions();
    let mut api = Api {
        module: Name::unsettled(module, document.location.clone()),
        source: source.to_owned(),
        title: document.title.clone(),
        version: document.api_version.clone(),
        description: document.description.clone(),
        base_url: lowering.lower_base_url(),
        relative_server: lowering.relative_server(),
        servers: lowering.lower_servers(),
        credentials,
        types: lowering.types,
        assertions: lowering.assertions,
        groups,
        skipped: lowering.skipped,
        features: formats.features(),
    };
    made::leave_out_unsent(&mut api);
    made::leave_out_bases(&mut api);
    share::share(&mut api);
    endless::report(&api, &mut lowering.report);
    recursion::box_cycles(&mut api);
    chain::box_chains(&mut api);
    pagination::find(&mut api);
    made::mark(&mut api);
    fixed::fix(&mut api);
    (api, lowering.report)
}

/// Schemas, those that look at what is of them, and where that goes.
type Looked = (Vec<SchemaId>, Vec<SchemaId>, Option<Direction>);

/// The state of one lowering.
struct Lowering<'d> {
    directed: &'d Directed<'d>,
    /// What is lowered now goes there.
    direction: Option<Direction>,
    /// The description as it is in that direction.
    document: &'d Document,
    /// Which types scalars become.
    scalars: Scalars<'d>,
    /// How schemas are read.
    reading: Reading,
    report: Report,
    /// Where the reader told of types that contradict each other.
    told_types: FxHashSet<Location>,
    /// The bounds of which it was said that another one excludes them.
    told_ranges: FxHashSet<Location>,
    /// The formats of which it was said that they are misspelt.
    told_formats: FxHashSet<Location>,
    types: Vec<TypeItem>,
    /// The operations that are left out.
    skipped: Vec<SkippedOperation>,
    /// The type each component schema becomes.
    components: FxHashMap<SchemaId, TypeId>,
    /// The types for requests of the components that have one of their own for them.
    requests: FxHashMap<TypeId, TypeId>,
    /// The types that components are themselves, where their own is a union of what is made from them.
    bases: FxHashMap<TypeId, TypeId>,
    /// The types of what holds inline schemas, by where it stands: component
    /// schemas, and whatever else has a name.
    holders: Holders,
    /// Those of them that have a name and no schema yet.
    vacant: FxHashSet<TypeId>,
    /// What a use of a component schema is.
    used_components: FxHashMap<TypeId, Lowered>,
    /// What inline schemas have become.
    lowered: FxHashMap<Looked, TypeRef>,
    /// The schemas that assertions refer to.
    assertions: Vec<NamedAssertion>,
    assertion_ids: FxHashMap<(SchemaId, Option<Direction>), AssertionId>,
    /// Those of them that are still to be read.
    unread_assertions: Vec<(SchemaId, Option<Direction>)>,
    /// The schemas that look at the value that is being lowered, its type not being made of them.
    onlookers: Vec<SchemaId>,
    /// The references of assertions that are being written out, each within the one before.
    inlined: Vec<SchemaId>,
    /// How many properties these named for what stands around them, in all.
    named_around: usize,
    /// The views being lowered, to stop at a schema that holds itself without a type between.
    open: FxHashSet<(Vec<SchemaId>, Vec<SchemaId>)>,
    /// How many schemas are being lowered, each inside the one before.
    depth: usize,
    /// How many properties schemas have taken in from others.
    taken_in: usize,
    /// Whether null satisfies a schema, as far as it was asked.
    nulls: FxHashMap<SchemaId, bool>,
    /// The schemas by where they stand, made when first asked for.
    by_location: OnceCell<ByLocation<'d>>,
    /// The names of the members of unions, as far as they were asked for.
    variant_names: RefCell<VariantNames>,
}

impl<'d> Lowering<'d> {
    fn new(directed: &'d Directed<'d>, formats: &'d Formats, reading: Reading) -> Self {
        Self {
            directed,
            direction: None,
            document: directed.document(None),
            scalars: Scalars::new(directed.document(None), formats, reading),
            reading,
            report: Report::default(),
            told_types: FxHashSet::default(),
            told_ranges: FxHashSet::default(),
            told_formats: FxHashSet::default(),
            types: Vec::new(),
            skipped: Vec::new(),
            components: FxHashMap::default(),
            requests: FxHashMap::default(),
            bases: FxHashMap::default(),
            holders: Holders::default(),
            vacant: FxHashSet::default(),
            used_components: FxHashMap::default(),
            lowered: FxHashMap::default(),
            assertions: Vec::new(),
            assertion_ids: FxHashMap::default(),
            unread_assertions: Vec::new(),
            onlookers: Vec::new(),
            inlined: Vec::new(),
            named_around: 0,
            open: FxHashSet::default(),
            depth: 0,
            taken_in: 0,
            nulls: FxHashMap::default(),
            by_location: OnceCell::new(),
            variant_names: RefCell::default(),
        }
    }

    /// The name of the component schema that `id` is, if it is one.
    fn component_name(&self, id: SchemaId) -> Option<&'d str> {
        let TypeId(index) = self.components.get(&id)?;
        let named = self.document.components.schemas.get(*index)?;
        Some(&named.name)
    }

    /// Adds a type whose kind is yet to be found, so that what is inside can be named after it.
    fn declare(&mut self, origin: TypeName, home: Option<Home>, location: &Location) -> TypeId {
        let id = TypeId(self.types.len());
        self.types.push(TypeItem {
            origin,
            rust: String::new(),
            home: home.unwrap_or(Home::Component(id)),
            file: String::new(),
            location: location.clone(),
            also: Vec::new(),
            direction: None,
            docs: None,
            deprecated: false,
            nullable: false,
            secret: false,
            derives: Vec::new(),
            kind: TypeKind::Alias(TypeRef::Json),
        });
        id
    }

    fn define(&mut self, id: TypeId, kind: TypeKind) {
        self.types[id.0].kind = kind;
    }

    fn lower_components(&mut self) {
        let document = self.document;
        for named in &document.components.schemas {
            let location = &document.schema(named.schema).location;
            let id = self.declare(TypeName::Component(named.name.clone()), None, location);
            self.holders.add(location, id);
            // Two names may be references to one schema; the first that is the schema itself owns it.
            self.components
                .entry(self.component_schema(named))
                .or_insert(id);
        }
        self.declare_others();
        for (index, named) in document.components.schemas.iter().enumerate() {
            self.lower_directed_component(TypeId(index), self.component_schema(named));
        }
    }

    /// The schema of a component. What is only a reference to a copy, which no other component is, is
    /// that copy.
    fn component_schema(&self, named: &NamedSchema) -> SchemaId {
        let target = self.document.resolve(named.schema);
        if self.document.schema(target).is_copy {
            target
        } else {
            named.schema
        }
    }
}
