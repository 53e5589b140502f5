//! Descriptions that are large in one way: they generate in seconds, with optimisation.
//!
//! `cargo test --release -p bindery-build --test large -- --include-ignored` runs them.

use std::fmt::Write;
use std::time::{Duration, Instant};

use bindery_build::{Builder, Generation};
use bindery_openapi::RenderStyle;

/// Far more than any of these needs, and far less than one whose time grows with the square.
const LIMIT: Duration = Duration::from_mins(1);

fn generate(schemas: &str) -> Generation {
    let text = format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"paths":{{}},
            "components":{{"schemas":{{{schemas}}}}}}}"#
    );
    let started = Instant::now();
    let builder = Builder::new().spec_text("large.json", text);
    let generation = builder.generate().expect("nothing is read from disk");
    let taken = started.elapsed();
    assert!(taken < LIMIT, "{taken:?}");
    generation
}

fn accepted(schemas: &str) -> String {
    let generation = generate(schemas);
    assert!(!generation.has_errors());
    let files = generation.files.iter().map(|file| file.text.as_str());
    files.collect()
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn a_hundred_thousand_properties_are_as_many_fields() {
    let properties = list(100_000, |at| format!(r#""p{at}":{{"type":"string"}}"#));
    let required = list(100_000, |at| format!(r#""p{at}""#));
    let text = accepted(&format!(
        r#""S":{{"type":"object","required":[{required}],"properties":{{{properties}}}}}"#
    ));
    assert_eq!(text.matches("    pub p").count(), 100_000);
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn a_hundred_thousand_values_are_as_many_variants() {
    let values = list(100_000, |at| format!(r#""v{at}""#));
    let schema = format!(r#"{{"type":"string","enum":[{values}]}}"#);
    let text = accepted(&format!(
        r##""S":{schema},"T":{{"allOf":[{schema},{{"$ref":"#/components/schemas/S"}}]}}"##
    ));
    assert!(text.contains("V99999"));
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn twenty_thousand_schemas_in_a_circle_are_as_many_types() {
    let schemas = list(20_000, |at| {
        let next = (at + 1) % 20_000;
        format!(
            r##""S{at}":{{"type":"object","properties":{{"a":{{"$ref":"#/components/schemas/S{next}"}}}}}}"##
        )
    });
    let text = accepted(&schemas);
    assert_eq!(text.matches("\npub struct S").count(), 20_000);
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn two_thousand_variants_are_told_apart() {
    let members = list(2000, |at| {
        format!(r##"{{"$ref":"#/components/schemas/M{at}"}}"##)
    });
    let schemas = list(2000, |at| {
        format!(
            r#""M{at}":{{"type":"object","required":["r{at}"],"properties":{{"r{at}":{{"type":"string"}}}}}}"#
        )
    });
    let text = accepted(&format!(r#""U":{{"oneOf":[{members}]}},{schemas}"#));
    assert!(text.contains("M1999"));
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn texts_of_ten_megabytes_are_texts() {
    let long = "x".repeat(10_000_000);
    accepted(&format!(
        r#""S":{{"type":"object","title":"{long}","description":"{long}","example":"{long}",
            "properties":{{"{long}":{{"type":"string","default":"{long}","enum":["{long}"]}}}}}}"#
    ));
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn markdown_that_opens_and_never_closes_ends() {
    let mut schemas = String::new();
    for (at, mark) in ["[`*_", "> ", "- ", "<", "```", "[]("].iter().enumerate() {
        let text = mark.repeat(200_000);
        let comma = if at == 0 { "" } else { "," };
        write!(
            schemas,
            r#"{comma}"S{at}":{{"type":"object","description":"{text}"}}"#
        )
        .expect("a string takes all");
    }
    accepted(&schemas);
}

#[test]
fn ten_thousand_levels_are_refused_at_their_place() {
    let deep = |open: &str, close: &str| {
        format!(r#""S":{}{{}}{}"#, open.repeat(10_000), close.repeat(10_000))
    };
    for schemas in [
        deep(r#"{"items":"#, "}"),
        deep(r#"{"allOf":["#, "]}"),
        deep(r#"{"properties":{"a":"#, "}}"),
    ] {
        let generation = generate(&schemas);
        let found = generation.render(RenderStyle::Plain);
        assert!(found.contains("nesting-too-deep"), "{found}");
    }
}
