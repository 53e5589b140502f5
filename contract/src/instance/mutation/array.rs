//! Changes to the items of an array.

use bindery_openapi::Pointer;
use serde_json::{Value, json};

use super::{Change, Kind, MAX_CANDIDATES, Survey, samples};
use crate::instance::shape::Shape;

impl Survey<'_> {
    pub(super) fn suggest_arrays(&mut self, shape: &Shape<'_>, items: &[Value], at: &Pointer) {
        let least = usize::try_from(shape.min_items()).unwrap_or(usize::MAX);
        if let Some(kept) = least.checked_sub(1).filter(|kept| *kept < items.len()) {
            self.suggest(Kind::Count, at, "too few items", json!(items[..kept]));
        }
        let most = shape
            .max_items()
            .and_then(|most| usize::try_from(most).ok());
        if let Some(most) = most.filter(|most| *most < MAX_CANDIDATES) {
            let filler = items.last().cloned().unwrap_or(Value::Null);
            let mut longer = items.to_vec();
            longer.resize(most + 1, filler);
            self.suggest(Kind::Count, at, "too many items", json!(longer));
        }
        if let (true, Some(first)) = (shape.arrays.iter().any(|it| it.unique_items), items.first())
        {
            let change = Change::Push(first.clone());
            self.suggest_change(Kind::Unique, at, "an item twice", change);
        }
        self.suggest_items(shape, items, at);
    }

    /// For `contains`, `unevaluatedItems` and items that are not allowed: no item, and one more.
    fn suggest_items(&mut self, shape: &Shape<'_>, items: &[Value], at: &Pointer) {
        if shape.arrays.iter().any(|it| it.contains.is_some()) {
            let mutation = "no item of the kind asked for";
            self.suggest(Kind::Contains, at, mutation, json!([]));
            self.suggest_longer(items.first().cloned(), Kind::Contains, at);
        }
        let document = self.judge.document();
        let closed = shape
            .item_schemas(items.len())
            .iter()
            .any(|id| document.schema(*id).never)
            || shape.arrays.iter().any(|it| it.unevaluated_items.is_some());
        if closed {
            let samples = samples().map(|(_, sample)| sample);
            self.suggest_longer(samples, Kind::Unknown, at);
        }
    }

    fn suggest_longer(&mut self, more: impl IntoIterator<Item = Value>, kind: Kind, at: &Pointer) {
        for item in more {
            let mutation = "an item more than is allowed";
            self.suggest_change(kind, at, mutation, Change::Push(item));
        }
    }
}
