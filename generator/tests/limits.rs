//! Descriptions that go on without end: none overflows the stack or searches for ever.

use std::fmt::Write;

use bindery_build::{Builder, Generation};

fn generate(text: String) -> Generation {
    let builder = Builder::new().spec_text("endless.json", text);
    let generation = builder.generate().expect("nothing is read from disk");
    assert!(!generation.has_errors());
    generation
}

fn describe(schemas: &str) -> String {
    format!(
        r##"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"paths":{{
            "/a":{{"get":{{"parameters":[{{"name":"after","in":"query","schema":{{"type":"string"}}}}],
            "responses":{{"200":{{"description":"Done.","content":{{"application/json":{{
            "schema":{{"$ref":"#/components/schemas/S0"}}}}}}}}}}}}}}}},
            "components":{{"schemas":{{{schemas}}}}}}}"##
    )
}

#[test]
fn a_chain_of_references_to_inline_schemas_ends_with_a_warning() {
    let mut schemas = String::new();
    for index in 0..3000 {
        let next = index + 1;
        write!(
            schemas,
            r##""S{index}":{{"type":"object","properties":{{"p":{{"type":"object","properties":{{
                "q":{{"$ref":"#/components/schemas/S{next}/properties/p"}}}}}}}}}},"##
        )
        .expect("a string takes all");
    }
    schemas.push_str(r#""S3000":{"type":"object","properties":{"p":{"type":"string"}}}"#);
    let generation = generate(describe(&schemas));
    let warnings = generation.findings[0].report.warnings();
    assert!(
        warnings
            .into_iter()
            .any(|warning| warning.code == bindery_build::codes::TOO_DEEP)
    );
}

#[test]
fn a_cursor_is_looked_for_in_each_type_once() {
    let mut schemas = String::new();
    for index in 0..60 {
        let properties: Vec<String> = (0..60)
            .map(|next| format!(r##""p{next}":{{"$ref":"#/components/schemas/S{next}"}}"##))
            .collect();
        let comma = if index == 0 { "" } else { "," };
        write!(
            schemas,
            r#"{comma}"S{index}":{{"type":"object","properties":{{{}}}}}"#,
            properties.join(",")
        )
        .expect("a string takes all");
    }
    generate(describe(&schemas));
}

#[test]
fn unions_with_properties_that_hold_each_other_end() {
    let member = |own: usize| {
        let others = (0..12).filter(|other| *other != own);
        let members: Vec<String> = others
            .map(|other| format!(r##"{{"$ref":"#/components/schemas/S{other}"}}"##))
            .collect();
        format!(
            r#""S{own}":{{"type":"object","properties":{{"x{own}":{{"type":"string"}}}},"oneOf":[{}]}}"#,
            members.join(",")
        )
    };
    let schemas: Vec<String> = (0..12).map(member).collect();
    generate(describe(&schemas.join(",")));
}

/// Schemas of which each takes in the one before it by `allOf`.
fn heirs(count: usize) -> String {
    let heir = |at: usize| {
        let own = format!(r#"{{"type":"object","properties":{{"p{at}":{{"type":"string"}}}}}}"#);
        match at.checked_sub(1) {
            Some(before) => format!(
                r##""S{at}":{{"allOf":[{{"$ref":"#/components/schemas/S{before}"}},{own}]}}"##
            ),
            None => format!(r#""S{at}":{own}"#),
        }
    };
    (0..count).map(heir).collect::<Vec<_>>().join(",")
}

#[test]
fn a_long_line_of_heirs_ends_with_a_warning() {
    let generation = generate(describe(&heirs(3000)));
    let mut warnings = generation.findings[0].report.warnings();
    assert!(warnings.any(|warning| warning.code == bindery_build::codes::COMPOSITION_TOO_LARGE));
}

#[test]
fn what_many_schemas_take_in_ends_with_a_warning() {
    let properties: Vec<String> = (0..1000)
        .map(|at| format!(r#""p{at}":{{"type":"string"}}"#))
        .collect();
    let large = format!(
        r#""S0":{{"type":"object","properties":{{{}}}}}"#,
        properties.join(",")
    );
    let heirs = (1..150).map(|at| {
        format!(r##""S{at}":{{"allOf":[{{"$ref":"#/components/schemas/S0"}},{{"type":"object","properties":{{"own":{{"type":"string"}}}}}}]}}"##)
    });
    let schemas: Vec<String> = std::iter::once(large).chain(heirs).collect();
    let generation = generate(describe(&schemas.join(",")));
    let mut warnings = generation.findings[0].report.warnings();
    assert!(warnings.any(|warning| warning.code == bindery_build::codes::COMPOSITION_TOO_LARGE));
}

/// Schemas of which each holds together with the two after it, within a `not`.
fn closed_together(count: usize) -> String {
    let schema = |at: usize| {
        let parts =
            [at + 1, at + 2].map(|at| format!(r##"{{"$ref":"#/components/schemas/S{at}"}}"##));
        let own = format!(r#"{{"properties":{{"p{at}":{{}}}},"additionalProperties":false}}"#);
        format!(r#""S{at}":{{"allOf":[{},{own}]}}"#, parts.join(","))
    };
    let last = [count, count + 1].map(|at| format!(r#""S{at}":{{"type":"object"}}"#));
    let schemas: Vec<String> = (0..count).map(schema).chain(last).collect();
    let top = r##""Top":{"type":"object","not":{"$ref":"#/components/schemas/S0"}}"##;
    format!("{},{top}", schemas.join(","))
}

#[test]
fn schemas_that_mean_something_else_along_each_way_end_with_a_warning() {
    let generation = generate(describe(&closed_together(30)));
    let mut warnings = generation.findings[0].report.warnings();
    let is_of_checks = |warning: &bindery_openapi::Diagnostic| {
        warning.code == bindery_build::codes::COMPOSITION_TOO_LARGE
            && warning.message.contains("checked as each is meant alone")
    };
    assert!(warnings.any(is_of_checks));
    let files = generation.files.iter().map(|file| file.text.len());
    assert!(files.sum::<usize>() < 100_000_000);
}

#[test]
fn values_listed_in_a_long_chain_are_each_held_against_the_types_once() {
    let heir = |at: usize| {
        let next = at + 1;
        format!(
            r##""S{at}":{{"allOf":[{{"$ref":"#/components/schemas/S{next}"}},{{"type":"string","enum":["a","b{at}"]}}]}}"##
        )
    };
    let mut schemas: Vec<String> = (0..120).map(heir).collect();
    schemas.push(r#""S120":{"type":"string","enum":["a"]}"#.to_owned());
    generate(describe(&schemas.join(",")));
}

#[test]
fn a_long_chain_of_references_is_followed_once() {
    let link = |at: usize| format!(r##""S{at}":{{"$ref":"#/components/schemas/S{}"}}"##, at + 1);
    let mut schemas: Vec<String> = (0..20_000).map(link).collect();
    schemas.push(r#""S20000":{"type":"object","properties":{"a":{"type":"string"}}}"#.to_owned());
    generate(describe(&schemas.join(",")));
}

#[test]
fn long_lists_of_names_and_values_are_looked_through_once() {
    let names: Vec<String> = (0..20_000).map(|at| format!(r#""n{at}""#)).collect();
    let names = names.join(",");
    let required = format!(r#"{{"type":"object","required":[{names}]}}"#);
    let values = format!(r#"{{"enum":[{names}]}}"#);
    generate(describe(&format!(
        r#""S0":{{"allOf":[{required},{required}]}},"S1":{{"allOf":[{values},{values}]}}"#
    )));
}

#[test]
fn a_long_row_of_types_within_types_is_boxed_where_the_compiler_would_give_up() {
    let row = |length: usize| {
        let link = |index: usize| {
            let next = index + 1;
            format!(
                r##""S{index}":{{"type":"object","required":["n"],"properties":{{"n":{{"$ref":"#/components/schemas/S{next}"}}}}}}"##
            )
        };
        let mut links: Vec<String> = (0..length).map(link).collect();
        links.push(format!(
            r#""S{length}":{{"type":"object","properties":{{"a":{{"type":"string"}}}}}}"#
        ));
        let files = generate(describe(&links.join(","))).files;
        files
            .iter()
            .filter(|file| file.text.contains("n: Box<"))
            .count()
    };
    assert_eq!(row(30), 0);
    assert_eq!(row(140), 4);
}
