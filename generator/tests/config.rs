//! The configuration: where it is found, what is wrong with it, and rules about nothing.

use std::fs;

use bindery_build::{Builder, Config, Generation, Unknown};
use bindery_openapi::RenderStyle;
use tempfile::TempDir;

const SHOP: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": { "/orders": { "get": { "tags": ["Orders"], "operationId": "listOrders",
    "responses": { "204": { "description": "None." } } } } },
  "components": { "schemas": { "Order": { "type": "object",
    "properties": { "id": { "type": "string" } } } } }
}"#;

/// What comes of the shop with this configuration beside it.
fn generate(config: &str) -> Generation {
    let folder = TempDir::new().expect("a folder");
    let spec = folder.path().join("shop.json");
    fs::write(&spec, SHOP).expect("written");
    fs::write(folder.path().join("bindery.toml"), config).expect("written");
    Builder::new()
        .spec(spec)
        .generate()
        .expect("all files are there")
}

#[track_caller]
fn finds(config: &str, expected: &[&str]) {
    let said = generate(config).render(RenderStyle::Plain);
    for part in expected {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
}

#[test]
fn a_file_beside_the_description_is_found() {
    let generation = generate("[rename.schemas]\nOrder = \"Purchase\"\n");
    let mut paths = generation.files.iter().map(|file| file.path.as_str());
    assert!(paths.any(|path| path == "shop/types/purchase.rs"));
}

#[test]
fn an_unknown_key_is_an_error_with_the_nearest_key() {
    finds(
        "\n[renam]\n",
        &[
            "error[unknown-config-key]",
            "bindery.toml:2:2",
            "did you mean `rename`?",
        ],
    );
    finds(
        "[rename.schema]\n",
        &["bindery.toml:1:9", "did you mean `schemas`?"],
    );
    finds(
        "[crate]\nlicence = \"MIT\"\n",
        &["bindery.toml:2:1", "did you mean `license`?"],
    );
    finds(
        "[crate.dependencies]\na = { feature = [\"b\"] }\n",
        &["bindery.toml:2:7", "did you mean `features`?"],
    );
    finds(
        "[operations]\nincludes = []\n",
        &["did you mean `include`?"],
    );
}

#[test]
fn a_value_of_the_wrong_type_is_an_error_at_its_place() {
    for (config, place, expected) in [
        ("groups = 1\n", "1:10", "one of tag, path, one"),
        ("groups = \"tags\"\n", "1:10", "one of tag, path, one"),
        ("rename = []\n", "1:10", "a table"),
        ("[rename.schemas]\nOrder = true\n", "2:9", "a string"),
        (
            "[replace]\nOrder = \"Money\"\n",
            "2:9",
            "the path of a type",
        ),
        (
            "[replace]\nOrder = \"crate::a; fn x() {}\"\n",
            "2:9",
            "the path of a type",
        ),
        ("[operations]\ninclude = [\"Orders\"]\n", "2:12", "tag:"),
        ("[derive]\nOrder = [\"Hash\", 1]\n", "2:18", "a string"),
        (
            "[unknown-properties]\nOrder = \"lose\"\n",
            "2:9",
            "keep, drop, refuse",
        ),
        ("[crate]\npublish = \"no\"\n", "2:11", "true or false"),
        (
            "[crate.dependencies]\na = 1\n",
            "2:5",
            "a version, or a table",
        ),
        (
            "[crate.dependencies]\na = { path = 1 }\n",
            "2:14",
            "a string",
        ),
        (
            "[crate.dependencies]\na = { version = \"1\", default-features = 1 }\n",
            "2:41",
            "true or false",
        ),
        (
            "[rename.schemas]\nOrder = \"my order\"\n",
            "2:9",
            "an identifier",
        ),
        (
            "[rename.schemas]\nOrder = \"1st\"\n",
            "2:9",
            "an identifier",
        ),
        (
            "[rename.properties]\nid = \"self\"\n",
            "2:6",
            "an identifier",
        ),
        ("[crate]\nversion = \"abc\"\n", "2:11", "three numbers"),
        ("[crate]\nversion = \"1.2\"\n", "2:11", "three numbers"),
        ("[crate]\nversion = \"1.02.0\"\n", "2:11", "three numbers"),
        ("[crate]\nversion = \"1.2.3-\"\n", "2:11", "three numbers"),
    ] {
        let place = format!("bindery.toml:{place}");
        finds(config, &["error[invalid-config]", &place, expected]);
    }
}

#[test]
fn a_file_that_is_no_toml_is_an_error_at_its_place() {
    finds("groups = \n", &["error[invalid-config]", "bindery.toml:1:"]);
    finds(
        "a = 1\na = 2\n",
        &["error[invalid-config]", "bindery.toml:2:1"],
    );
}

#[test]
fn a_rule_about_nothing_is_a_warning_with_the_nearest_name() {
    finds(
        "[rename.schemas]\nOrdr = \"Purchase\"\n",
        &[
            "warning[unused-config]",
            "bindery.toml:2:1",
            "did you mean `Order`?",
        ],
    );
    finds(
        "[operations]\nexclude = [\"tag:Order\"]\n",
        &[
            "warning[unused-config]",
            "bindery.toml:2:12",
            "did you mean `tag:Orders`?",
        ],
    );
    finds(
        "[formats]\nstrin = \"crate::Text\"\n",
        &[
            "unused-config",
            "bindery.toml:2:1",
            "did you mean `string`?",
        ],
    );
    let misnamed = "[spec.shops]\nmodule = \"store\"\n[spec.shops.formats]\nstrin = \"string\"\n";
    finds(
        misnamed,
        &["unused-config", "bindery.toml:1:7", "did you mean `shop`?"],
    );
    let said = generate(misnamed).render(RenderStyle::Plain);
    assert_eq!(said.matches("unused-config").count(), 1, "{said}");
    let used = "[formats]\nstring = \"crate::Text\"\n[spec.shop]\nmodule = \"store\"\n";
    assert_eq!(generate(used).render(RenderStyle::Plain), "");
}

#[test]
fn no_rule_is_told_to_be_what_it_is() {
    let said = generate("[rename.properties]\n\"Order.idd\" = \"number\"\n");
    let said = said.render(RenderStyle::Plain);
    assert!(said.contains("did you mean `Order.id`?"), "{said}");
    assert!(!said.contains("in Rust"), "{said}");
}

#[test]
fn a_type_that_cannot_hold_a_format_is_a_warning() {
    finds(
        "[formats]\nstring = \"i64\"\n",
        &[
            "warning[unused-config]",
            "bindery.toml:2:1",
            "the type `i64` cannot hold strings, and the descriptions say `string` of strings",
        ],
    );
}

#[test]
fn a_type_of_the_package_that_is_made_is_a_warning() {
    let folder = TempDir::new().expect("a folder");
    let spec = folder.path().join("shop.json");
    fs::write(&spec, SHOP).expect("written");
    let config = "[formats]\nstring = \"crate::Text\"\n[replace]\nOrder = \"other::Order\"\n\
                  [derive]\n\"*\" = [\"crate::Shown\"]\n";
    fs::write(folder.path().join("bindery.toml"), config).expect("written");
    let modules = Builder::new().spec(spec);
    for (builder, warnings) in [(modules.clone(), 0), (modules.package("shop"), 2)] {
        let generation = builder.generate().expect("all files are there");
        let said = generation.render(RenderStyle::Plain);
        assert_eq!(said.matches("missing-type").count(), warnings, "{said}");
    }
}

#[test]
fn a_code_that_cannot_be_allowed_is_a_finding_from_code_too() {
    for (code, fault) in [
        ("skiped-operation", "did you mean `skipped-operation`?"),
        ("syntax", "cannot be allowed"),
    ] {
        let builder = Builder::new().spec_text("shop.json", SHOP);
        let by_builder = builder.clone().allow(code).generate().expect("generated");
        let by_config = builder.config(Config::new().allow(code));
        for generation in [by_builder, by_config.generate().expect("generated")] {
            let said = generation.render(RenderStyle::Plain);
            assert!(generation.has_errors() && said.contains(fault), "{said}");
        }
    }
}

#[test]
fn what_is_said_of_one_description_is_not_said_of_another() {
    let folder = TempDir::new().expect("a folder");
    let config =
        "[spec.shop]\nmodule = \"store\"\n[spec.shop.rename.schemas]\nOrder = \"Purchase\"\n";
    for (name, text) in [
        ("shop.json", SHOP),
        ("other.json", SHOP),
        ("bindery.toml", config),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    let generation = Builder::new()
        .specs_in(folder.path())
        .generate()
        .expect("read");
    let paths: Vec<&str> = generation
        .files
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    assert!(paths.contains(&"store/types/purchase.rs"), "{paths:?}");
    assert!(paths.contains(&"other/types/order.rs"), "{paths:?}");
}

#[test]
fn the_same_can_be_said_from_code() {
    let config = Config::new()
        .rename_schema("Order", "Purchase")
        .unknown_properties("*", Unknown::Keep)
        .exclude("id:list*");
    let builder = Builder::new().spec_text("shop.json", SHOP).config(config);
    let generation = builder.generate().expect("nothing is read from disk");
    assert_eq!(generation.render(RenderStyle::Plain), "");
    let file = |path: &str| generation.files.iter().find(|file| file.path == path);
    let purchase = file("shop/types/purchase.rs").expect("it is named so");
    assert!(
        purchase.text.contains("pub additional_properties"),
        "{}",
        purchase.text
    );
    assert!(file("shop/orders.rs").is_none());
}

#[test]
fn the_manifest_says_what_the_configuration_does() {
    let folder = TempDir::new().expect("a folder");
    let config = "[crate]\nversion = \"1.2.3-rc.1+b01\"\nlicense = \"MIT\"\npublish = false\n[crate.dependencies]\nmoney = \"1\"\nrates = { path = \"../rates\", features = [\"a\", \"b\"], default-features = false }\n";
    for (name, text) in [("shop.json", SHOP), ("bindery.toml", config)] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    let builder = Builder::new()
        .spec(folder.path().join("shop.json"))
        .package("shop");
    let generation = builder.generate().expect("read");
    let manifest = generation
        .files
        .iter()
        .find(|file| file.path == "Cargo.toml");
    let text = &manifest.expect("a package has one").text;
    for line in [
        "version = \"1.2.3-rc.1+b01\"",
        "license = \"MIT\"",
        "publish = false",
        "\"money\" = \"1\"",
        "\"rates\" = { default-features = false, features = [\"a\", \"b\"], path = \"../rates\" }",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    assert!(!text.contains("0.1.0"), "{text}");
}
