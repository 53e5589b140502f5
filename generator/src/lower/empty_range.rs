//! Says that bounds of a schema leave nothing between them (JSON Schema 2020-12 validation §6). What is meant is seldom
//! a type whose checks take no value.

use std::cmp::Ordering;

use bindery_openapi::document::{Bound, JsonType, Schema};
use bindery_openapi::{Diagnostic, Location};

use super::Lowering;
use super::bounds::compare;
use super::view::View;
use crate::codes;

/// The bounds on the size of values of a type, and how a schema states them.
struct Sizes {
    json_type: JsonType,
    keywords: [&'static str; 2],
    of: fn(&Schema) -> [Option<u64>; 2],
}

const SIZES: [Sizes; 3] = [
    Sizes {
        json_type: JsonType::String,
        keywords: ["minLength", "maxLength"],
        of: |schema| {
            let keywords = schema.string.as_deref();
            keywords.map_or([None; 2], |keywords| {
                [keywords.min_length, keywords.max_length]
            })
        },
    },
    Sizes {
        json_type: JsonType::Array,
        keywords: ["minItems", "maxItems"],
        of: |schema| {
            let keywords = schema.array.as_deref();
            keywords.map_or([None; 2], |keywords| {
                [keywords.min_items, keywords.max_items]
            })
        },
    },
    Sizes {
        json_type: JsonType::Object,
        keywords: ["minProperties", "maxProperties"],
        of: |schema| {
            let keywords = schema.object.as_deref();
            keywords.map_or([None; 2], |keywords| {
                [keywords.min_properties, keywords.max_properties]
            })
        },
    },
];

/// A bound that is stated: in words, and where.
type Stated = (String, Location);

impl Lowering<'_> {
    /// Says of each two bounds on values of a type that the lower one lies above the upper.
    pub(super) fn report_empty_ranges(&mut self, view: &View<'_>) {
        let schemas = view.sources.iter().map(|id| self.document.schema(*id));
        let schemas: Vec<&Schema> = schemas.collect();
        let admits = |json_type| view.types.is_none_or(|types| types.contains(json_type));
        let sizes = SIZES.iter().filter(|sizes| admits(sizes.json_type));
        let sizes = sizes.filter_map(|sizes| empty_size(sizes, &schemas));
        let is_number = admits(JsonType::Number) || admits(JsonType::Integer);
        let numbers = is_number.then(|| empty_interval(&schemas)).flatten();
        for (json_type, lower, upper) in sizes.chain(numbers).collect::<Vec<_>>() {
            self.report_empty_range(json_type, lower, upper);
        }
    }

    fn report_empty_range(&mut self, json_type: JsonType, lower: Stated, upper: Stated) {
        let ((least, lower), (most, upper)) = (lower, upper);
        if !self.told_ranges.insert(upper.clone()) {
            return;
        }
        let of = json_type.as_str();
        let message = format!("{least} and {most} contradict each other: no {of} satisfies both");
        let diagnostic = Diagnostic::warning(codes::CONTRADICTION, upper, message)
            .related(lower, "the other bound")
            .hint("its checks refuse every such value: mend the bound that is not meant");
        self.report.push(diagnostic);
    }
}

fn empty_size(sizes: &Sizes, schemas: &[&Schema]) -> Option<(JsonType, Stated, Stated)> {
    let [lower, upper] = sizes.keywords;
    let all = || schemas.iter().map(|schema| (*schema, (sizes.of)(schema)));
    let least = all().filter_map(|(schema, [least, _])| Some((least?, schema)));
    let most = all().filter_map(|(schema, [_, most])| Some((most?, schema)));
    let least = least.max_by_key(|(least, _)| *least)?;
    let most = most.min_by_key(|(most, _)| *most)?;
    let stated = |(size, schema): (u64, &Schema), keyword| {
        let words = format!("`{keyword}: {size}`");
        (words, schema.location.key(keyword))
    };
    (least.0 > most.0).then(|| (sizes.json_type, stated(least, lower), stated(most, upper)))
}

fn empty_interval(schemas: &[&Schema]) -> Option<(JsonType, Stated, Stated)> {
    let numbers = schemas.iter();
    let numbers = numbers.filter_map(|schema| Some((schema, schema.number.as_deref()?)));
    let (mut least, mut most) = (None, None);
    for (schema, keywords) in numbers {
        least = tightest(least, keywords.minimum.as_ref(), schema, Ordering::Greater);
        most = tightest(most, keywords.maximum.as_ref(), schema, Ordering::Less);
    }
    let (least, most) = (least?, most?);
    let is_empty = match compare(&least.0.value, &most.0.value) {
        Ordering::Less => false,
        Ordering::Equal => least.0.exclusive || most.0.exclusive,
        Ordering::Greater => true,
    };
    let stated = |(bound, schema): (&Bound, &Schema), inclusive: &str, exclusive: &str| {
        let (words, place) = if bound.exclusive {
            // Up to OpenAPI 3.0 it stands in two fields.
            (exclusive, schema.location.clone())
        } else {
            (inclusive, schema.location.key(inclusive))
        };
        (format!("`{words}: {}`", bound.value), place)
    };
    is_empty.then(|| {
        let least = stated(least, "minimum", "exclusiveMinimum");
        let most = stated(most, "maximum", "exclusiveMaximum");
        (JsonType::Number, least, most)
    })
}

/// The bound that lies further to `side`, with the schema that states it.
fn tightest<'d>(
    ours: Option<(&'d Bound, &'d Schema)>,
    theirs: Option<&'d Bound>,
    schema: &'d Schema,
    side: Ordering,
) -> Option<(&'d Bound, &'d Schema)> {
    let theirs = theirs.map(|bound| (bound, schema));
    let (Some(our), Some(their)) = (ours, theirs) else {
        return ours.or(theirs);
    };
    let order = compare(&their.0.value, &our.0.value);
    let wins = order == side || order == Ordering::Equal && their.0.exclusive;
    if wins { theirs } else { ours }
}
