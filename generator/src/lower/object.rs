//! Objects: structs with their properties, and maps.

use bindery_openapi::document::{AdditionalProperties, Schema, SchemaId};

use super::onlookers::{Onlookers, Part};
use super::place::Place;
use super::schema::Lowered;
use super::seen::Seen;
use super::view::{AdditionalView, View};
use super::{Lowering, constraint, format};
use crate::api::{
    Additional, Constraint, Name, Presence, Property, Shape, Struct, TypeId, TypeRef,
};

impl Lowering<'_> {
    /// The struct that an object with properties becomes.
    pub(super) fn lower_struct(&mut self, view: &View<'_>, id: TypeId, place: &Place) -> Struct {
        let mut properties = Vec::new();
        let onlookers = Onlookers::of(self.document, view);
        for (name, schemas) in &view.properties {
            let required = view.required.contains(name);
            let by = onlookers.at(self.document, Part::Property(name));
            let lowered = self.lower_part(schemas, by, &place.part(name));
            properties.push(self.lower_property(name, schemas, required, id, lowered));
        }
        for name in &view.required {
            if !view.properties.contains_key(name) {
                properties.push(self.undescribed_property(name, id));
            }
        }
        Struct {
            properties,
            additional: self.lower_additional(view, place),
            constraints: constraint::of_object(view, &[]),
            is_made: false,
            left_out: None,
        }
    }

    fn lower_property(
        &mut self,
        name: &str,
        schemas: &[SchemaId],
        required: bool,
        id: TypeId,
        lowered: Lowered,
    ) -> Property {
        let annotations = Annotations::of(self, schemas);
        let first = schemas.first().map(|id| self.document.schema(*id));
        let location = first.map_or(&self.types[id.0].location, |schema| &schema.location);
        let mut property = Property {
            name: Name::unsettled(name, location.clone()),
            presence: presence(required, &lowered),
            shape: lowered.shape,
            docs: annotations.docs,
            deprecated: annotations.deprecated,
            secret: annotations.secret,
            default: self.default_of(schemas).cloned(),
            fixed: None,
        };
        self.document_property(&mut property, schemas);
        property
    }

    /// A property that is required and not described: anything may stand there.
    fn undescribed_property(&self, name: &str, id: TypeId) -> Property {
        Property {
            name: Name::unsettled(name, self.types[id.0].location.clone()),
            presence: Presence::Required,
            shape: Shape::plain(TypeRef::Json),
            docs: None,
            deprecated: false,
            secret: false,
            default: None,
            fixed: None,
        }
    }

    fn lower_additional(&mut self, view: &View<'_>, place: &Place) -> Additional {
        let shape = match &view.additional {
            AdditionalView::Unstated if drops_others(view) => return Additional::Dropped,
            AdditionalView::Forbidden => return Additional::Closed,
            AdditionalView::Unstated | AdditionalView::Any => Shape::plain(TypeRef::Json),
            AdditionalView::Schemas(schemas) => self.lower_value(view, schemas, place),
        };
        Additional::Kept {
            field: String::new(),
            shape: Box::new(shape),
            is_closed: false,
        }
    }

    /// The type of what stands in properties without a field.
    fn lower_value(&mut self, view: &View<'_>, schemas: &[SchemaId], place: &Place) -> Shape {
        let onlookers = Onlookers::of(self.document, view);
        let by = onlookers.at(self.document, Part::OtherProperty);
        self.lower_part(schemas, by, &place.part("Value"))
            .with_null()
    }

    /// An object whose values are of one type.
    pub(super) fn lower_map(&mut self, view: &View<'_>, place: &Place) -> Shape {
        let AdditionalView::Schemas(schemas) = &view.additional else {
            return Shape::plain(TypeRef::JsonObject);
        };
        let value = self.lower_value(view, schemas, place);
        let constraints: Vec<Constraint> = constraint::of_object(view, &value.constraints);
        Shape {
            reference: TypeRef::Map(Box::new(value)),
            constraints,
        }
    }
}

/// Whether a struct drops properties without a field: it is said what the object holds. Names that are only required
/// say nothing of others.
pub(super) fn drops_others(view: &View<'_>) -> bool {
    let describes_properties = !view.properties.is_empty() || view.required.is_empty();
    view.additional == AdditionalView::Unstated && !view.is_strict() && describes_properties
}

/// The presence of what is always there or not, and of a type that admits null or not.
pub(super) fn presence(required: bool, lowered: &Lowered) -> Presence {
    match (required, lowered.nullable) {
        (true, false) => Presence::Required,
        (true, true) => Presence::RequiredNullable,
        // Any value may be null, and an absent one must not come back as null.
        (false, false) if lowered.holds_null => Presence::OptionalNullable,
        (false, false) => Presence::Optional,
        (false, true) => Presence::OptionalNullable,
    }
}

/// In how many lists, maps and compositions a secret is looked for.
const SECRET_SEARCH: usize = 256;

impl Lowering<'_> {
    /// Whether values of a schema, or what lists and maps of it hold, must not be shown. What is
    /// in a struct of its own is hidden by that struct.
    pub(super) fn is_secret(&self, id: SchemaId) -> bool {
        let mut seen = Seen::default();
        let mut pending = vec![id];
        while let Some(id) = pending.pop().filter(|_| seen.len() < SECRET_SEARCH) {
            let written = self.document.schema(id);
            let schema = self.document.schema(self.document.resolve(id));
            if is_marked(written) || is_marked(schema) {
                return true;
            }
            if seen.insert(id) {
                pending.extend(held_beside_properties(schema));
            }
        }
        false
    }
}

fn is_marked(schema: &Schema) -> bool {
    schema.write_only || format::is_secret(schema.format.as_deref())
}

/// The schemas of items, of a map's values and of compositions.
fn held_beside_properties(schema: &Schema) -> Vec<SchemaId> {
    let array = schema.array.as_deref();
    let items = array.and_then(|array| array.items);
    let prefix = array.into_iter().flat_map(|array| &array.prefix_items);
    let items = items.into_iter().chain(prefix.copied());
    let object = schema
        .object
        .as_deref()
        .filter(|object| object.properties.is_empty());
    let values = object.and_then(|object| match object.additional_properties? {
        AdditionalProperties::Schema(values) => Some(values),
        AdditionalProperties::Any | AdditionalProperties::Forbidden => None,
    });
    let composed = [&schema.all_of, &schema.any_of, &schema.one_of];
    let composed = composed.into_iter().flatten().copied();
    items.chain(values).chain(composed).collect()
}

/// What the schemas at a use say beside what they assert.
pub(super) struct Annotations {
    /// The first description.
    pub docs: Option<String>,
    /// Whether any says so.
    pub deprecated: bool,
    /// Whether any is secret.
    pub secret: bool,
}

impl Annotations {
    /// Gathers them from `schemas`.
    pub fn of(lowering: &Lowering<'_>, schemas: &[SchemaId]) -> Self {
        let own = || {
            let schemas = schemas.iter().map(|id| lowering.document.schema(*id));
            schemas.flat_map(|schema| {
                let members = schema.all_of.iter();
                let members = members.map(|id| lowering.document.schema(*id));
                let annotating =
                    members.filter(|member| !member.asserts() && member.reference.is_none());
                std::iter::once(schema).chain(annotating)
            })
        };
        Self {
            docs: own()
                .find_map(|schema| schema.description.as_deref())
                .map(str::to_owned),
            deprecated: own().any(|schema| schema.deprecated),
            secret: schemas.iter().any(|id| lowering.is_secret(*id)),
        }
    }
}
