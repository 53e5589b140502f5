//! From schemas to types: components become items, inline schemas become
//! items named from their place or plain uses of Rust's own types.

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{JsonType, SchemaId};

use super::class::{Class, classify};
use super::place::Place;
use super::view::View;
use super::{Looked, Lowering, constraint};
use crate::api::{Constraint, Shape, TypeId, TypeKind, TypeRef};
use crate::codes;
use crate::config::Reading;

/// How many inline schemas may stand in each other before the innermost becomes any JSON value.
/// No text nests so deep; a chain of references to inline schemas does.
const MAX_DEPTH: usize = 96;

/// A schema at its use: its type, and whether null is admitted beside it.
#[derive(Clone, Debug)]
pub(super) struct Lowered {
    /// The type of a value that is not null.
    pub shape: Shape,
    /// Whether null is admitted by name.
    pub nullable: bool,
    /// Whether the type itself holds null, as any JSON value does.
    pub holds_null: bool,
}

impl Lowered {
    /// A type of a class, at a use where null is admitted or not.
    fn of(shape: Shape, class: Class, admits_null: bool) -> Self {
        Self {
            shape,
            nullable: admits_null && !class.holds_null(),
            holds_null: admits_null && class.holds_null(),
        }
    }

    /// The type where nothing else says that a value may be null: in arrays, maps and aliases.
    pub fn with_null(self) -> Shape {
        if !self.nullable {
            return self.shape;
        }
        Shape {
            reference: TypeRef::Nullable(Box::new(self.shape.reference)),
            constraints: self.shape.constraints,
        }
    }
}

impl<'d> Lowering<'d> {
    /// Defines the type of a component schema.
    pub(super) fn lower_component(&mut self, id: TypeId, schema: SchemaId) {
        self.document_item(id, schema);
        let place = Place::component(id);
        if let Some(kind) = self.lower_hierarchy(id, schema) {
            self.define(id, kind);
            return;
        }
        if self.wraps_itself(schema) {
            self.report_endless(&[schema]);
            return;
        }
        if self.names_another_component(schema) {
            // The schema itself is the component: what it wraps is meant.
            let wrapped = self.lower_wrapper(&[schema], &place);
            let lowered = wrapped.unwrap_or_else(|| self.lower_at(&[schema], &place));
            self.types[id.0].nullable = lowered.nullable;
            self.define(id, TypeKind::Alias(lowered.shape.reference));
            return;
        }
        let (inner, null) = self.meant_by_component(schema);
        let view = self.affordable_view(&[inner]);
        let admits_null = match (self.reading, null) {
            (Reading::Lenient, Some(admits_null)) => admits_null,
            (Reading::Lenient | Reading::Strict, _) => self.admits_null(&[schema], &view),
        };
        self.types[id.0].nullable = admits_null && !classify(&view).holds_null();
        let kind = self.lower_component_kind(&[inner], &view, id, &place);
        self.define(id, kind);
    }

    pub(super) fn lower_component_kind(
        &mut self,
        ids: &[SchemaId],
        view: &View<'d>,
        id: TypeId,
        place: &Place,
    ) -> TypeKind {
        self.report_contradiction(ids, view, view.contradiction);
        let class = classify(view);
        if class.has_an_item() {
            return self.lower_checked_kind(class, ids, view, id, place);
        }
        let shape = self.lower_checked_use(class, view, place);
        self.document_values(id, view);
        if shape.constraints.is_empty() {
            TypeKind::Alias(shape.reference)
        } else {
            TypeKind::Newtype(shape)
        }
    }

    /// The type of what satisfies all of `ids`, at its use.
    pub(super) fn lower_at(&mut self, ids: &[SchemaId], place: &Place) -> Lowered {
        if self.depth == MAX_DEPTH {
            self.report_too_deep(ids);
            return any();
        }
        self.depth += 1;
        let lowered = self.lower_within_depth(ids, place);
        self.depth -= 1;
        lowered
    }

    fn lower_within_depth(&mut self, ids: &[SchemaId], place: &Place) -> Lowered {
        if let Some(lowered) = self
            .lower_reference(ids)
            .or_else(|| self.lower_wrapper(ids, place))
        {
            return lowered;
        }
        let view = self.affordable_view(ids);
        let class = classify(&view);
        let admits_null = self.admits_null_as(class, ids, &view);
        if class.is_leaf() {
            self.report_contradiction(ids, &view, view.contradiction);
            let shape = self.lower_checked_use(class, &view, place);
            return Lowered::of(shape, class, admits_null);
        }
        let key = (ids.to_vec(), self.onlookers.clone());
        if let Some(reference) = self.lowered.get(&self.looked(ids)) {
            let shape = Shape::plain(reference.clone());
            return Lowered::of(shape, class, admits_null);
        }
        if !self.open.insert(key.clone()) {
            self.report_endless(ids);
            return any();
        }
        self.report_contradiction(ids, &view, view.contradiction);
        let place = if self.onlookers.is_empty() {
            self.own_place(ids, place)
        } else {
            // What stands there has the name of that place by itself.
            place.clone()
        };
        let shape = self.lower_view(class, ids, &view, &place);
        self.open.remove(&key);
        Lowered::of(shape, class, admits_null)
    }

    fn looked(&self, ids: &[SchemaId]) -> Looked {
        let direction = self.deciding_direction(ids);
        (ids.to_vec(), self.onlookers.clone(), direction)
    }

    /// Whether null is among what a type of this class is to admit.
    fn admits_null_as(&mut self, class: Class, ids: &[SchemaId], view: &View<'_>) -> bool {
        // What is said of no value at all is said of null, too.
        let says_nothing = class == Class::Any && view.values.is_none();
        says_nothing && !view.is_strict() || self.admits_null(ids, view)
    }

    /// A bare reference to a component, or to a schema elsewhere.
    fn lower_reference(&mut self, ids: &[SchemaId]) -> Option<Lowered> {
        let [id] = ids else { return None };
        let target = self.document.resolve(*id);
        if !self.onlookers.is_empty() {
            return None;
        }
        if let Some(component) = self.components.get(&target).copied() {
            return Some(self.lowered_component(self.directed_type(component), target));
        }
        None
    }

    fn lowered_component(&mut self, component: TypeId, schema: SchemaId) -> Lowered {
        if let Some(used) = self.used_components.get(&component) {
            return used.clone();
        }
        let (inner, null) = self.meant_by_component(schema);
        let view = View::of(self.document, self.reading, &[inner]);
        let class = classify(&view);
        let admits_null = match (self.reading, null) {
            (Reading::Lenient, Some(admits_null)) => admits_null,
            (Reading::Lenient | Reading::Strict, _) => self.admits_null_as(class, &[schema], &view),
        };
        let shape = Shape::plain(TypeRef::Named(component));
        let used = Lowered::of(shape, class, admits_null);
        self.used_components.insert(component, used.clone());
        used
    }

    fn lower_view(
        &mut self,
        class: Class,
        ids: &[SchemaId],
        view: &View<'d>,
        place: &Place,
    ) -> Shape {
        if !class.has_an_item() {
            return self.lower_checked_use(class, view, place);
        }
        let Some(first) = ids.first().copied() else {
            return Shape::plain(TypeRef::Json);
        };
        let location = self.document.schema(first).location.clone();
        let id = self.declare_at(place, &location);
        self.lowered.insert(self.looked(ids), TypeRef::Named(id));
        self.document_item(id, first);
        // What holds itself through a type with a name ends there: it may be lowered inside again.
        let outside = std::mem::take(&mut self.open);
        let kind = self.lower_checked_kind(class, ids, view, id, place);
        self.open = outside;
        self.define(id, kind);
        Shape::plain(TypeRef::Named(id))
    }

    /// The kind of a type of its own, with the check of what it does not state.
    fn lower_checked_kind(
        &mut self,
        class: Class,
        ids: &[SchemaId],
        view: &View<'d>,
        id: TypeId,
        place: &Place,
    ) -> TypeKind {
        let kind = self.lower_item_kind(class, ids, view, id, place);
        let residue = self.residue(view);
        constraint::checked(kind, residue)
    }

    /// A use of one of Rust's own types, with the check of what it does not state.
    fn lower_checked_use(&mut self, class: Class, view: &View<'d>, place: &Place) -> Shape {
        let mut shape = self.lower_use(class, view, place);
        shape.constraints.extend(self.residue(view));
        shape
    }

    /// A use of one of Rust's own types.
    pub(super) fn lower_use(&mut self, class: Class, view: &View<'_>, place: &Place) -> Shape {
        match class {
            Class::Boolean => Shape {
                reference: TypeRef::Boolean,
                constraints: constraint::of_values(view).collect(),
            },
            Class::Integer => self.lower_number(JsonType::Integer, view),
            Class::Number => self.lower_number(JsonType::Number, view),
            Class::Text => {
                let (reference, formats) = self.scalars.text(view);
                let constraints = constraint::of_text(view, &reference, formats);
                Shape {
                    reference,
                    constraints,
                }
            }
            Class::Never => Shape::plain(TypeRef::Never),
            Class::Null => Shape {
                reference: TypeRef::Json,
                constraints: constraint::of_null(),
            },
            Class::Array => self.lower_array(view, place),
            Class::Map => self.lower_map(view, place),
            Class::OpenObject => Shape {
                reference: TypeRef::JsonObject,
                constraints: constraint::of_object(view, &[]),
            },
            Class::Any
            | Class::OpenEnum
            | Class::Struct
            | Class::Union
            | Class::TypeUnion
            | Class::Untyped => Shape {
                reference: TypeRef::Json,
                constraints: self.checks_of_any(view),
            },
        }
    }

    /// The checks on any JSON value.
    pub(super) fn checks_of_any(&self, view: &View<'_>) -> Vec<Constraint> {
        let types = view.types.unwrap_or_default();
        let formats = view.formats.iter();
        let formats = formats.flat_map(|format| self.scalars.checks(types, Some(format)));
        constraint::of_any(view)
            .into_iter()
            .chain(formats)
            .collect()
    }

    fn report_too_deep(&mut self, ids: &[SchemaId]) {
        let Some(id) = ids.first() else { return };
        let location = self.document.schema(*id).location.clone();
        let message =
            format!("this stands {MAX_DEPTH} inline schemas deep and becomes any JSON value");
        self.report.push(
            Diagnostic::warning(codes::TOO_DEEP, location, message)
                .hint("give one of the schemas around it a name in `components.schemas`"),
        );
    }

    fn report_endless(&mut self, ids: &[SchemaId]) {
        let Some(id) = ids.first() else { return };
        let location = self.document.schema(*id).location.clone();
        let message = "this schema holds itself without end and becomes any JSON value".to_owned();
        self.report.push(Diagnostic::warning(
            codes::ENDLESS_SCHEMA,
            location,
            message,
        ));
    }

    /// Copies what the description says of a schema to its type.
    pub(super) fn document_item(&mut self, id: TypeId, schema: SchemaId) {
        let secret = self.is_secret(schema);
        let schema = self.document.schema(schema);
        let item = &mut self.types[id.0];
        item.docs = schema
            .description
            .as_deref()
            .or(schema.title.as_deref())
            .map(str::to_owned);
        item.deprecated = schema.deprecated;
        item.secret = secret;
    }
}

impl Lowering<'_> {
    fn lower_number(&self, json_type: JsonType, view: &View<'_>) -> Shape {
        let (reference, formats) = self.scalars.number(json_type, view);
        Shape {
            reference,
            constraints: formats
                .into_iter()
                .chain(constraint::of_number(view))
                .collect(),
        }
    }
}

fn any() -> Lowered {
    Lowered {
        shape: Shape::plain(TypeRef::Json),
        nullable: false,
        holds_null: true,
    }
}
