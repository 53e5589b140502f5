//! Arrays: lists of one type of item, and tuples (JSON Schema 2020-12 core §10.3.1).

use bindery_openapi::Document;
use bindery_openapi::document::SchemaId;

use super::place::Place;
use super::view::{View, smaller};
use super::{Lowering, constraint};
use crate::api::{Constraint, Shape, TypeRef};

/// The longest tuple for which the standard library has everything.
const MAX_TUPLE: usize = 12;

/// The schemas of an array's items.
pub(super) struct Items {
    /// Of each of the first items.
    pub prefix: Vec<Vec<SchemaId>>,
    /// Of all others.
    pub rest: Vec<SchemaId>,
}

impl View<'_> {
    /// The schemas of the items: each place of the prefix has those of every schema, whether in its
    /// own prefix or after it.
    pub(super) fn items(&self) -> Items {
        let length = self.lists.iter().map(|list| list.prefix.len()).max();
        let at = |index: usize| {
            let lists = self.lists.iter();
            lists
                .filter_map(|list| list.prefix.get(index).copied().or(list.rest))
                .collect()
        };
        Items {
            prefix: (0..length.unwrap_or_default()).map(at).collect(),
            rest: self.lists.iter().filter_map(|list| list.rest).collect(),
        }
    }

    /// Whether single items have schemas of their own that a list of one type does not state.
    pub(super) fn has_open_prefix(&self, document: &Document) -> bool {
        let items = self.items();
        !items.prefix.is_empty() && self.tuple_length(document, &items).is_none()
    }

    /// How many items there always are, where that is what a tuple has.
    fn tuple_length(&self, document: &Document, items: &Items) -> Option<usize> {
        let is_never = |id: &SchemaId| document.schema(document.resolve(*id)).never;
        let prefix = items.prefix.len();
        let closed = items.rest.iter().any(is_never).then_some(prefix as u64);
        let most = smaller(closed, self.max_items)?;
        let length = usize::try_from(most).ok()?;
        let is_full = self.min_items.is_some_and(|least| least >= most);
        (prefix > 0 && is_full && (1..=MAX_TUPLE).contains(&length)).then_some(length)
    }
}

impl Lowering<'_> {
    /// The type of an array: a tuple where there are always as many items as there are schemas for
    /// single ones, else a list.
    pub(super) fn lower_array(&mut self, view: &View<'_>, place: &Place) -> Shape {
        let items = view.items();
        if let Some(length) = view.tuple_length(self.document, &items) {
            return self.lower_tuple(view, &items, length, place);
        }
        let item = match items.rest.as_slice() {
            // A list has one type for all its items.
            _ if !items.prefix.is_empty() => Shape::plain(TypeRef::Json),
            [] => Shape::plain(TypeRef::Json),
            rest => self.lower_at(rest, &place.part("Item")).with_null(),
        };
        let constraints = constraint::of_array(view, &item.constraints);
        Shape {
            reference: TypeRef::Array(Box::new(item)),
            constraints,
        }
    }

    fn lower_tuple(
        &mut self,
        view: &View<'_>,
        items: &Items,
        length: usize,
        place: &Place,
    ) -> Shape {
        let mut shapes = Vec::new();
        for index in 0..length {
            let schemas = items.prefix.get(index).unwrap_or(&items.rest);
            let place = place.part(&format!("Item{}", index + 1));
            shapes.push(self.lower_at(schemas, &place).with_null());
        }
        let checks: Vec<Vec<Constraint>> = shapes
            .iter()
            .map(|shape| shape.constraints.clone())
            .collect();
        let unique = view.unique_items.then_some(Constraint::UniqueItems);
        let are_checked = checks.iter().any(|checks| !checks.is_empty());
        let each = are_checked.then_some(Constraint::PrefixItems(checks));
        let own = unique.into_iter().chain(each);
        Shape {
            reference: TypeRef::Tuple(shapes),
            constraints: own.chain(constraint::of_values(view)).collect(),
        }
    }
}
