//! How much `allOf` may take in: what a description can make of few schemas has an end.
//!
//! A line of n heirs, each with a property of its own, has n²/2 fields in all. Taking in is limited
//! for each schema and, in proportion to the description, for all; beyond that a schema becomes any
//! JSON value, with a warning.

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{Around, SchemaId};

use super::Lowering;
use super::view::View;
use crate::codes;

/// How many schemas one may be composed of, those within these included.
pub(super) const MAX_SCHEMAS: usize = 256;

/// How many properties all schemas together may take in from others, at least.
const MIN_PROPERTIES: usize = 100_000;

/// How many properties all schemas together may take in for each schema of the description.
const PROPERTIES_EACH: usize = 16;

/// How many properties all assertions together may name for the schemas around the one that describes them, at least.
const MIN_NAMED_AROUND: usize = 50_000;

impl<'d> Lowering<'d> {
    /// The view of what satisfies all of `ids`, which becomes a type; of any value where that would be too large.
    pub(super) fn affordable_view(&mut self, ids: &[SchemaId]) -> View<'d> {
        let view = View::looked_at(self.document, self.reading, ids, &self.onlookers);
        let own = ids.first().and_then(|id| {
            let keywords = self.document.schema(*id).object.as_deref()?;
            Some(keywords.properties.len())
        });
        self.taken_in += view
            .properties
            .len()
            .saturating_sub(own.unwrap_or_default());
        let limit = MIN_PROPERTIES.max(PROPERTIES_EACH * self.document.schemas.len());
        if !view.is_too_large && self.taken_in <= limit {
            return view;
        }
        self.report_too_large(ids);
        View::of_anything(self.reading, ids)
    }

    /// Whether one more schema of an assertion may be written out as it is meant among those `around` it, which names
    /// their properties once more. Beyond that it says what it does alone, with a warning.
    pub(super) fn affords_naming(&mut self, schema: SchemaId, around: &Around<'_>) -> bool {
        let limit = MIN_NAMED_AROUND.max(PROPERTIES_EACH * self.document.schemas.len());
        if self.named_around > limit {
            return false;
        }
        self.named_around += 1 + around.admitted().count();
        if self.named_around > limit {
            self.report_named_around(schema);
        }
        self.named_around <= limit
    }

    fn report_named_around(&mut self, schema: SchemaId) {
        let location = self.document.schema(schema).location.clone();
        let message = "schemas that hold of one value name more properties together than can be afforded for all: this and \
                       later ones are checked as each is meant alone";
        self.report.push(
            Diagnostic::warning(codes::COMPOSITION_TOO_LARGE, location, message).hint(
                "leave out `additionalProperties: false` of schemas that others are composed of",
            ),
        );
    }

    fn report_too_large(&mut self, ids: &[SchemaId]) {
        let Some(id) = ids.first() else { return };
        let location = self.document.schema(*id).location.clone();
        let message = format!(
            "this is composed of more than {MAX_SCHEMAS} schemas, or of more properties than can be afforded for all, and becomes any JSON value"
        );
        self.report.push(
            Diagnostic::warning(codes::COMPOSITION_TOO_LARGE, location, message)
                .hint("compose it of fewer schemas, or state its properties in one"),
        );
    }
}
