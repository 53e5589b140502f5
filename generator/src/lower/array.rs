//! Arrays: lists of one type of item, and tuples (JSON Schema 2020-12 core §10.3.1).

use bindery_openapi::Document;
use bindery_openapi::document::SchemaId;

use super::gather::smaller;
use super::object::presence;
use super::onlookers::{Onlookers, Part};
use super::place::Place;
use super::view::View;
use super::{Lowering, constraint};
use crate::api::{Constraint, PrefixItem, Prefixed, Shape, TypeRef};

/// The longest tuple for which the standard library has everything.
const MAX_TUPLE: usize = 12;

/// The schemas of an array's items.
pub(super) struct Items {
    /// Of each of the first items.
    pub prefix: Vec<Vec<SchemaId>>,
    /// Of all others.
    pub rest: Vec<SchemaId>,
}

/// What one schema says of the items of an array.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListView<'d> {
    /// `prefixItems`.
    pub prefix: &'d [SchemaId],
    /// `items`, of those after the prefix.
    pub rest: Option<SchemaId>,
}

/// How the items of an array are told apart.
#[derive(Clone, Copy)]
enum Form {
    /// All are of one type.
    List,
    /// There are always so many, each of a type of its own.
    Tuple(usize),
    /// So many are each of a type of their own. Some may be absent, or others follow.
    Prefixed {
        /// How many.
        length: usize,
        /// Whether there are no others.
        is_closed: bool,
    },
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

    /// Whether single items have schemas of their own that the type does not state.
    pub(super) fn has_unstated_prefix(&self, document: &Document) -> bool {
        let items = self.items();
        !items.prefix.is_empty() && matches!(self.form(document, &items), Form::List)
    }

    fn form(&self, document: &Document, items: &Items) -> Form {
        if items.prefix.is_empty() {
            return Form::List;
        }
        let most = self.most_items(document, items);
        let most = most.and_then(|most| usize::try_from(most).ok());
        let least = self.min_items.and_then(|least| usize::try_from(least).ok());
        let length = items.prefix.len().min(most.unwrap_or(usize::MAX));
        match most {
            Some(most) if (1..=MAX_TUPLE).contains(&most) && least == Some(most) => {
                Form::Tuple(most)
            }
            _ if (1..=MAX_TUPLE).contains(&length) => Form::Prefixed {
                length,
                is_closed: most == Some(length),
            },
            _ => Form::List,
        }
    }

    /// How many items there are at most.
    fn most_items(&self, document: &Document, items: &Items) -> Option<u64> {
        let is_never = |id: &SchemaId| document.schema(document.resolve(*id)).never;
        let admits_none = |schemas: &Vec<SchemaId>| schemas.iter().any(is_never);
        // The first item is absent where it is a tuple's only one.
        let mut prefix = items.prefix.iter().skip(1);
        let closed = prefix.position(admits_none).map(|index| index + 1);
        let prefix = items.prefix.len();
        let closed = closed.or(admits_none(&items.rest).then_some(prefix));
        smaller(closed.map(|closed| closed as u64), self.max_items)
    }
}

impl Lowering<'_> {
    /// The type of an array: a tuple where single items have schemas, else a list.
    pub(super) fn lower_array(&mut self, view: &View<'_>, place: &Place) -> Shape {
        let items = view.items();
        match view.form(self.document, &items) {
            Form::Tuple(length) => self.lower_tuple(view, &items, length, place),
            Form::Prefixed { length, is_closed } => {
                let array = self.lower_prefixed(view, &items, length, place);
                let rest = (!is_closed).then(|| self.lower_rest(view, &items.rest, place));
                prefixed(view, Prefixed { rest, ..array })
            }
            Form::List => {
                // A list has one type for all its items.
                let rest = items.prefix.is_empty().then_some(items.rest.as_slice());
                let item = self.lower_rest(view, rest.unwrap_or_default(), place);
                let constraints = constraint::of_array(view, &item.constraints);
                Shape {
                    reference: TypeRef::Array(Box::new(item)),
                    constraints,
                }
            }
        }
    }

    /// The type of the items that have no schemas of their own.
    fn lower_rest(&mut self, view: &View<'_>, schemas: &[SchemaId], place: &Place) -> Shape {
        if schemas.is_empty() {
            return Shape::plain(TypeRef::Json);
        }
        let onlookers = Onlookers::of(self.document, view);
        let by = onlookers.at(self.document, Part::OtherItem);
        self.lower_part(schemas, by, &place.part("Item"))
            .with_null()
    }

    /// The first items of an array. Those that need not be there may be absent.
    fn lower_prefixed(
        &mut self,
        view: &View<'_>,
        items: &Items,
        length: usize,
        place: &Place,
    ) -> Prefixed {
        let required = view.min_items.unwrap_or_default();
        let required = usize::try_from(required).map_or(length, |least| least.min(length));
        let schemas = items.prefix.iter().take(length).enumerate();
        let onlookers = Onlookers::of(self.document, view);
        let prefix = schemas.map(|(index, schemas)| {
            let by = onlookers.at(self.document, Part::Item(index));
            let lowered = self.lower_part(schemas, by, &place.part(&format!("Item{}", index + 1)));
            PrefixItem {
                presence: presence(index < required, &lowered),
                shape: lowered.shape,
            }
        });
        Prefixed {
            prefix: prefix.collect(),
            required,
            rest: None,
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
        let onlookers = Onlookers::of(self.document, view);
        for index in 0..length {
            let schemas = items.prefix.get(index).unwrap_or(&items.rest);
            let place = place.part(&format!("Item{}", index + 1));
            let by = onlookers.at(self.document, Part::Item(index));
            shapes.push(self.lower_part(schemas, by, &place).with_null());
        }
        let each = of_prefix(shapes.iter());
        let unique = view.unique_items.then_some(Constraint::UniqueItems);
        let own = unique.into_iter().chain(each);
        Shape {
            reference: TypeRef::Tuple(shapes),
            constraints: own.chain(constraint::of_values(view)).collect(),
        }
    }
}

/// An array with the checks that its type does not state.
fn prefixed(view: &View<'_>, array: Prefixed) -> Shape {
    let length = array.prefix.len() as u64;
    let is_beyond = |limit: &u64| *limit > length;
    let is_open = array.rest.is_some();
    let counts = [
        view.min_items.filter(is_beyond).map(Constraint::MinItems),
        view.max_items.filter(|_| is_open).map(Constraint::MaxItems),
        view.unique_items.then_some(Constraint::UniqueItems),
    ];
    let each = of_prefix(array.prefix.iter().map(|item| &item.shape));
    let rest = array.rest.iter().map(|rest| &rest.constraints);
    let rest = rest.filter(|checks| !checks.is_empty());
    let rest = rest.map(|checks| Constraint::Items(checks.clone()));
    let items = each.into_iter().chain(rest);
    let constraints = counts.into_iter().flatten().chain(items);
    Shape {
        constraints: constraints.chain(constraint::of_values(view)).collect(),
        reference: TypeRef::Prefixed(Box::new(array)),
    }
}

/// The checks on each of the first items, where there are any.
fn of_prefix<'s>(items: impl Iterator<Item = &'s Shape>) -> Option<Constraint> {
    let checks: Vec<Vec<Constraint>> = items.map(|item| item.constraints.clone()).collect();
    let are_checked = checks.iter().any(|checks| !checks.is_empty());
    are_checked.then_some(Constraint::PrefixItems(checks))
}
