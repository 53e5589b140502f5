//! Places as people and machines are told them, all found in one pass over each text.

use std::collections::HashMap;

use bindery_openapi::{Location, Position, Sources};
use serde_json::{Value, json};

use crate::verify::Verified;
use crate::verify::example::What;
use crate::verify::lie::Spot;

/// The places of everything that is told of a description.
pub struct Places<'a> {
    sources: &'a Sources,
    positions: HashMap<Location, Option<Position>>,
}

impl<'a> Places<'a> {
    /// The places of what was found in a description.
    pub fn of(one: &'a Verified) -> Self {
        let described = &one.described;
        let schema = |id| described.document.schema(id).location.clone();
        let mut locations: Vec<Location> = Vec::new();
        locations.extend(
            described
                .subjects
                .iter()
                .map(|subject| schema(subject.schema)),
        );
        locations.extend(described.skipped.iter().map(|(_, id, _)| schema(*id)));
        let lies = one.verdicts.iter().flat_map(|verdict| &verdict.lies);
        let lies = lies.chain(&one.examples.lies).map(|lie| &lie.spot);
        let mistakes = one.examples.mistakes.iter().map(|mistake| &mistake.spot);
        for spot in lies.chain(mistakes) {
            locations.push(spot.owner.clone());
            locations.extend(["default", "example", "examples"].map(|key| spot.owner.key(key)));
            locations.extend(
                spot.index()
                    .map(|index| spot.owner.key("examples").index(index)),
            );
        }
        let positions = described.sources.positions(&locations);
        Self {
            sources: &described.sources,
            positions: locations.into_iter().zip(positions).collect(),
        }
    }

    /// The place of what stands at a location that is known.
    pub fn at(&self, location: &Location) -> Place {
        let origin = self.sources.origin(location);
        let known = self.positions.get(location).cloned();
        let position = known.unwrap_or_else(|| self.sources.position(location));
        Place {
            file: self.sources.name(origin.file).to_owned(),
            pointer: origin.pointer.as_str().to_owned(),
            position: position.map(|position| (position.line, position.column)),
        }
    }

    /// The place of a spot. Of several examples with names it is not known which is which: it is that
    /// of all of them.
    pub fn of_spot(&self, spot: &Spot) -> Place {
        let owner = &spot.owner;
        let (one, all) = (owner.key("example"), owner.key("examples"));
        self.at(&match spot.what {
            None => owner.clone(),
            Some(What::Default) => owner.key("default"),
            Some(What::Example(index)) => {
                let first = usize::from(self.is_there(&one, owner));
                match index.checked_sub(first) {
                    None => one,
                    Some(index) if self.is_there(&all.index(index), &all) => all.index(index),
                    Some(_) => all,
                }
            }
        })
    }

    /// Whether something stands at a location below another one.
    fn is_there(&self, location: &Location, above: &Location) -> bool {
        let bytes = |location| {
            let position = self.positions.get(location).and_then(Option::as_ref);
            position.map(|position| position.bytes.clone())
        };
        bytes(location).is_some() && bytes(location) != bytes(above)
    }
}

/// A place in a description's text.
pub struct Place {
    file: String,
    pointer: String,
    position: Option<(usize, usize)>,
}

impl Place {
    /// For people.
    pub fn line(&self) -> String {
        let (file, pointer) = (&self.file, &self.pointer);
        match self.position {
            Some((line, column)) => format!("{file}:{line}:{column} #{pointer}"),
            None => format!("{file} #{pointer}"),
        }
    }

    /// For machines.
    pub fn json(&self) -> Value {
        let (line, column) = self.position.unzip();
        json!({ "file": self.file, "pointer": self.pointer, "line": line, "column": column })
    }
}
