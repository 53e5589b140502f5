//! What rules are about: types and what is in them, by a component's name or by the place of a schema.

use bindery_openapi::Location;

use super::{Named, Rule, Usage};
use crate::api::{TypeItem, TypeName};
use crate::places::{Places, Spot};

/// A rule, and the place that it names.
pub(super) struct Placed<'r> {
    /// Its index in the configuration.
    pub index: usize,
    /// The rule.
    pub rule: &'r Rule,
    spot: Option<Spot>,
}

impl<'r> Placed<'r> {
    /// A rule of the configuration, for a description with these places.
    pub fn new((index, rule): (usize, &'r Rule), places: &Places<'_>) -> Self {
        Self {
            index,
            rule,
            spot: places.named(&rule.subject),
        }
    }

    /// Whether it names the place itself.
    pub fn is_at(&self, locations: &[Location]) -> bool {
        let spot = self.spot.as_ref();
        spot.is_some_and(|spot| locations.iter().any(|location| spot.is(location)))
    }
}

/// How much a rule is about what it is about: the least wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It names just this.
    Exact,
    /// It names this in another way.
    Other,
    /// It names this wherever it is.
    Anywhere,
}

/// A type, as rules name it.
pub(super) struct Subject {
    /// The name of its component.
    name: Option<String>,
    /// Where its schema stands, then the others of its shape, each as it is read and as it is written.
    places: Vec<Location>,
    /// How many of them are its own schema's.
    own: usize,
}

impl Subject {
    /// What names the type. What is called by no schema, but by what holds it, answers to that name where no schema in
    /// `schemas` does.
    pub fn of(item: &TypeItem, places: &Places<'_>, is_schema: impl Fn(&str) -> bool) -> Self {
        let name = match &item.origin {
            TypeName::Component(name)
            | TypeName::Request {
                component: name, ..
            }
            | TypeName::Base {
                component: name, ..
            } => Some(name),
            TypeName::Holder { name, .. } => Some(name).filter(|name| !is_schema(name)),
            TypeName::Part { .. } => None,
        };
        let mut all = places.of(&item.location);
        let own = all.len();
        all.extend(item.also.iter().flat_map(|location| places.of(location)));
        Self {
            name: name.cloned(),
            places: all,
            own,
        }
    }

    /// Tells the usage what it can be called.
    pub fn tell(&self, item: &TypeItem, places: &Places<'_>, usage: &mut Usage) {
        let names = usage.names.entry(Named::Schema).or_default();
        names.extend(self.name.clone());
        names.insert(places.written(&item.location));
    }

    /// Whether a rule names the type.
    pub fn is_meant(&self, rule: &Placed<'_>) -> bool {
        self.is_named(rule) || rule.is_at(&self.places)
    }

    /// Whether a rule names the type by its component or its own schema, not by another of its shape.
    pub fn is_meant_itself(&self, rule: &Placed<'_>) -> bool {
        self.is_named(rule) || rule.is_at(self.places.get(..self.own).unwrap_or_default())
    }

    /// Whether a rule is about its property or value `name`, which stands at `own`.
    pub fn member(&self, rule: &Placed<'_>, name: &str, own: &[Location]) -> Option<Fit> {
        let subject = &rule.rule.subject;
        let of_component = self.name.as_ref().is_some_and(|component| {
            let rest = subject.strip_prefix(component.as_str());
            rest.and_then(|rest| rest.strip_prefix('.')) == Some(name)
        });
        let at_place = rule.spot.as_ref().is_some_and(|spot| {
            let mut places = self.places.iter();
            places.any(|place| spot.is_member(place, name))
                || own.iter().any(|place| spot.is(place))
        });
        match () {
            () if of_component || at_place => Some(Fit::Exact),
            () if subject == name => Some(Fit::Anywhere),
            () => None,
        }
    }

    /// What a member of it can be called, for suggestions.
    pub fn member_names(&self, name: &str) -> impl Iterator<Item = String> {
        let qualified = self
            .name
            .iter()
            .map(|component| format!("{component}.{name}"));
        let mut names: Vec<String> = qualified.collect();
        names.push(name.to_owned());
        names.into_iter()
    }

    fn is_named(&self, rule: &Placed<'_>) -> bool {
        self.name.as_ref() == Some(&rule.rule.subject)
    }
}
