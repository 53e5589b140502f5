//! Says that what a schema states contradicts itself, and where it does.

use bindery_openapi::codes::CONTRADICTORY_TYPES;
use bindery_openapi::document::{AdditionalProperties, JsonType, JsonTypes, Schema, SchemaId};
use bindery_openapi::{Diagnostic, Location, Report};
use rustc_hash::FxHashSet;

use super::Lowering;
use super::view::View;
use crate::codes;

/// How many places are named.
const MAX_PLACES: usize = 4;

/// The schemas of whose types the reader of the description has told already that they contradict each other.
pub(super) fn told_types(report: &Report) -> FxHashSet<Location> {
    let of_types = report.iter();
    let of_types = of_types.filter(|diagnostic| diagnostic.code == CONTRADICTORY_TYPES);
    of_types
        .filter_map(|diagnostic| diagnostic.location.clone())
        .collect()
}

impl Lowering<'_> {
    /// Says that no value satisfies the schema, unless it is `false`, which says so itself; that something it says is
    /// passed over; that its bounds leave nothing between them; or that its format is misspelt.
    pub(super) fn report_contradiction(
        &mut self,
        ids: &[SchemaId],
        view: &View<'_>,
        contradicted: Option<&str>,
    ) {
        self.report_empty_ranges(view);
        self.report_misspelt_format(view);
        let (Some(id), Some(keyword)) = (ids.first(), contradicted.or(view.passed_over)) else {
            return;
        };
        let location = self.document.schema(*id).location.clone();
        let mut places = self.places_of(view, keyword);
        places.retain(|(place, _)| *place != location);
        if keyword == "type" && self.is_told(&places) {
            return;
        }
        let (ending, hint) = if contradicted.is_some() {
            let hint = "its type is `bindery::Never`, which has no values: mend the description, or \
                        name a type of yours in `[replace]` of `bindery.toml`";
            ("no value satisfies this schema", hint)
        } else {
            let hint = "its type takes what the schema is made of; `--strict` keeps to the letter, by \
                        which there is no such value";
            (
                "that is passed over, since no value would satisfy this schema",
                hint,
            )
        };
        let message = format!("`{keyword}` contradicts itself here: {ending}");
        let diagnostic = Diagnostic::warning(codes::CONTRADICTION, location.clone(), message);
        let diagnostic = places
            .into_iter()
            .take(MAX_PLACES)
            .fold(diagnostic.hint(hint), |diagnostic, (place, what)| {
                diagnostic.related(place, what)
            });
        self.report.push(diagnostic);
    }

    /// Whether the reader has told of the types at one of these places, in better words.
    fn is_told(&self, places: &[(Location, String)]) -> bool {
        let mut places = places.iter().map(|(place, _)| place.key("type"));
        places.any(|place| self.told_types.contains(&place))
    }

    /// Where the schemas of a view state what a keyword contradicts, and what they state.
    fn places_of(&self, view: &View<'_>, keyword: &str) -> Vec<(Location, String)> {
        let schemas = view.sources.iter().map(|id| self.document.schema(*id));
        let stated = schemas.filter_map(|schema| {
            let what = match keyword {
                "type" => types(schema.types),
                "enum" => values(schema).or_else(|| types(schema.types)),
                "additionalProperties" => properties(schema),
                _ => None,
            };
            Some((schema.location.clone(), what?))
        });
        stated.collect()
    }

    /// Says that a member of a union contradicts what stands around the union.
    pub(super) fn report_left_out(&mut self, member: SchemaId) {
        let location = self.document.schema(member).location.clone();
        let message = "no value satisfies both this and what stands around it".to_owned();
        self.report.push(
            Diagnostic::warning(codes::CONTRADICTION, location, message)
                .hint("the union has no variant for it"),
        );
    }
}

fn types(types: JsonTypes) -> Option<String> {
    let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
    (!names.is_empty()).then(|| format!("`type` is {} here", names.join(" or ")))
}

fn values(schema: &Schema) -> Option<String> {
    let lists = schema.enumeration.is_some() || schema.constant.is_some();
    lists.then(|| "the values are listed here".to_owned())
}

fn properties(schema: &Schema) -> Option<String> {
    let object = schema.object.as_deref()?;
    if object.additional_properties == Some(AdditionalProperties::Forbidden) {
        return Some("no further properties are admitted here".to_owned());
    }
    let required: Vec<&str> = object.required.iter().map(|name| &**name).collect();
    (!required.is_empty()).then(|| format!("`{}` is required here", required.join("`, `")))
}
