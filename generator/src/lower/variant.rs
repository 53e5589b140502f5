//! What the variants of a union are called: after what they are, so that their order in the union names none.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use bindery_openapi::document::{Direction, JsonType, SchemaId};
use serde_json::Value;

use super::Lowering;
use super::class::{Class, classify};
use super::view::{AdditionalView, View};
use crate::config::Reading;
use crate::name::words;

/// How many required properties still make a name together.
const MAX_JOINED: usize = 3;

/// How many characters a pattern has that still makes a name.
const MAX_PATTERN: usize = 16;

/// The names of the members of unions, by the first member and where they go.
pub(super) type VariantNames = HashMap<(SchemaId, Option<Direction>), Rc<[String]>>;

impl<'d> Lowering<'d> {
    /// The names of a union's members, in their order.
    pub(super) fn variant_names(&self, members: &[SchemaId]) -> Rc<[String]> {
        let Some(first) = members.first() else {
            return Rc::new([]);
        };
        let key = (*first, self.direction);
        if let Some(names) = self.variant_names.borrow().get(&key) {
            return names.clone();
        }
        let names: Rc<[String]> = self.named_members(members).into();
        self.variant_names.borrow_mut().insert(key, names.clone());
        names
    }

    fn named_members(&self, members: &[SchemaId]) -> Vec<String> {
        let components: Option<Vec<String>> = members
            .iter()
            .map(|member| self.component_name(self.document.resolve(*member)))
            .map(|name| name.map(str::to_owned))
            .collect();
        components.unwrap_or_else(|| {
            let views = members.iter();
            let views = views.map(|member| View::of(self.document, self.reading, &[*member]));
            let views: Vec<View<'d>> = views.collect();
            let uses = uses_of_properties(&views);
            let all = members.iter().zip(&views);
            let candidates = all.map(|(member, view)| self.candidates(*member, view, &uses));
            choose(&candidates.collect::<Vec<_>>())
        })
    }

    /// What a member can be called, the best first: its component or title, the value it has, what only it requires,
    /// its type, and what sets it apart from others that are called so.
    fn candidates(
        &self,
        member: SchemaId,
        view: &View<'_>,
        uses: &HashMap<&str, usize>,
    ) -> Vec<String> {
        let target = self.document.resolve(member);
        if let Some(name) = self.component_name(target) {
            return vec![name.to_owned()];
        }
        let only_here = |name: &&str| uses.get(name) == Some(&1);
        let mut required: Vec<&str> = view.required.iter().copied().collect();
        required.sort_unstable();
        let described = view.properties.keys().copied();
        let types = self.stated_types(member, view);
        let title = self.document.schema(target).title.as_deref();
        let mut names: Vec<String> = title.map(str::to_owned).into_iter().collect();
        names.extend(only_text(view));
        names.extend(
            required
                .iter()
                .find_map(|name| self.constant_at(view, name)),
        );
        names.extend(sole(&required).map(str::to_owned));
        names.extend(
            sole(&types)
                .filter(|json_type| *json_type != JsonType::Object)
                .map(JsonType::as_str)
                .map(str::to_owned),
        );
        names.extend(required.iter().copied().find(only_here).map(str::to_owned));
        if (2..=MAX_JOINED).contains(&required.len()) {
            names.push(required.join(" "));
        }
        names.extend(required.iter().find_map(|name| self.scalar_at(view, name)));
        names.extend(
            required
                .iter()
                .find_map(|name| self.constant_within(view, name)),
        );
        names.extend(self.kind_of_value(view));
        let mut constants: Vec<&str> = described.clone().collect();
        constants.sort_unstable();
        names.extend(
            constants
                .iter()
                .find_map(|name| self.constant_at(view, name)),
        );
        names.extend(described.filter(only_here).min().map(str::to_owned));
        names.extend(sole(&types).map(|json_type| json_type.as_str().to_owned()));
        names.extend(self.kind_of_map(view));
        names
    }

    /// The only value of a property, where it is a text.
    fn constant_at(&self, view: &View<'_>, property: &str) -> Option<String> {
        let schemas = view.properties.get(property)?;
        only_text(&View::of(self.document, self.reading, schemas))
    }

    /// The only text of a required property of the object that a property holds.
    fn constant_within(&self, view: &View<'_>, property: &str) -> Option<String> {
        let schemas = view.properties.get(property)?;
        let inner = View::of(self.document, self.reading, schemas);
        let mut required: Vec<&str> = inner.required.iter().copied().collect();
        required.sort_unstable();
        required
            .iter()
            .find_map(|name| self.constant_at(&inner, name))
    }

    /// A property with its only value, where that is a number or a boolean.
    fn scalar_at(&self, view: &View<'_>, property: &str) -> Option<String> {
        let schemas = view.properties.get(property)?;
        let values = View::of(self.document, self.reading, schemas).values?;
        match sole(&values)? {
            scalar @ (Value::Bool(_) | Value::Number(_)) => Some(format!("{property} {scalar}")),
            Value::Null | Value::String(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// The type of a map's values, or a list's items.
    fn element(&self, schemas: &[SchemaId]) -> Option<String> {
        let element = sole(schemas)?;
        let component = self.component_name(self.document.resolve(element));
        let name = component.map(str::to_owned);
        let view = View::of(self.document, self.reading, &[element]);
        name.or_else(|| {
            Some(
                sole(&self.stated_types(element, &view))?
                    .as_str()
                    .to_owned(),
            )
        })
    }

    /// The types of a schema that states any: one that is meant tells nothing.
    fn stated_types(&self, id: SchemaId, view: &View<'_>) -> Vec<JsonType> {
        let types = view.types_but_null().into_iter();
        let is_typed = self.reading == Reading::Strict || self.document.states_type(id);
        types.filter(|_| is_typed).collect()
    }

    /// What tells a map from others.
    fn kind_of_map(&self, view: &View<'_>) -> Option<String> {
        match &view.additional {
            AdditionalView::Schemas(schemas) if classify(view) == Class::Map => {
                Some(format!("{} map", self.element(schemas)?))
            }
            AdditionalView::Schemas(_)
            | AdditionalView::Unstated
            | AdditionalView::Any
            | AdditionalView::Forbidden => None,
        }
    }

    /// What tells a text or a list from others.
    fn kind_of_value(&self, view: &View<'_>) -> Option<String> {
        let item = self.element(&view.items().rest);
        let listed = view.values.as_deref().map(|values| match values {
            [scalar @ (Value::Bool(_) | Value::Number(_))] => scalar.to_string(),
            _ => "enum".to_owned(),
        });
        listed
            .or_else(|| view.text_format().map(str::to_owned))
            .or_else(|| pattern_of(view))
            .or_else(|| Some(format!("{} array", item?)))
    }
}

/// What a text looks like, where that can be a name.
fn pattern_of(view: &View<'_>) -> Option<String> {
    let pattern = sole(&view.patterns)?;
    let words = words(pattern);
    let is_short = pattern.len() <= MAX_PATTERN && words.concat().is_ascii();
    (is_short && !words.is_empty()).then(|| format!("string {}", words.join(" ")))
}

fn sole<T: Copy>(all: &[T]) -> Option<T> {
    match all {
        [sole] => Some(*sole),
        _ => None,
    }
}

/// The only value, where it is a text that can be a name.
fn only_text(view: &View<'_>) -> Option<String> {
    let text = sole(view.values.as_deref()?)?.as_str()?;
    (!words(text).is_empty()).then(|| text.to_owned())
}

/// How many views speak of each property.
fn uses_of_properties<'d>(views: &[View<'d>]) -> HashMap<&'d str, usize> {
    let mut uses = HashMap::new();
    for view in views {
        let unlisted = |name: &&&str| !view.properties.contains_key(**name);
        let required = view.required.iter().filter(unlisted);
        for name in view.properties.keys().chain(required) {
            *uses.entry(*name).or_default() += 1;
        }
    }
    uses
}

/// The first of each member's candidates that no other member is called. Of those that would be called the same, each
/// goes on to its next; where none has a next, each is called after its place.
pub(super) fn choose(candidates: &[Vec<String>]) -> Vec<String> {
    let mut chosen = vec![0; candidates.len()];
    loop {
        let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, names) in candidates.iter().enumerate() {
            if let Some(name) = names.get(chosen[index]) {
                claims.entry(words(name).concat()).or_default().push(index);
            }
        }
        let mut is_settled = true;
        for claimants in claims.into_values().filter(|claimants| claimants.len() > 1) {
            let has_next = |index: &usize| chosen[*index] + 1 < candidates[*index].len();
            let moving: Vec<usize> = claimants.iter().copied().filter(has_next).collect();
            for index in &moving {
                chosen[*index] += 1;
            }
            is_settled &= moving.is_empty();
        }
        if is_settled {
            break;
        }
    }
    let names = candidates.iter().zip(chosen).enumerate();
    names
        .map(|(index, (names, chosen))| {
            let name = names.get(chosen).cloned();
            name.unwrap_or_else(|| format!("Variant{}", index + 1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn the_order_of_members_names_none() {
        let member = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut members: Vec<Vec<String>> = vec![
            member(&["string"]),
            member(&["string", "uuid"]),
            member(&["Event"]),
            member(&["event", "note", "a b"]),
            member(&["note"]),
        ];
        let names = choose(&members);
        assert_eq!(names, ["string", "uuid", "Event", "a b", "note"]);
        members.reverse();
        let mut reversed = choose(&members);
        reversed.reverse();
        assert_eq!(reversed, names);
    }
}
