//! References by `$id`, `$anchor`, `$dynamicAnchor` and `$self`.

use bindery_openapi::{Document, read_text};
use serde_json::{Value, json};

use crate::{id_of, named, read_version};

/// A description of 3.1 with these schemas.
fn document(schemas: &Value) -> Document {
    read_version("3.1.0", &json!({ "components": { "schemas": schemas } }))
}

/// The pointer of what the schema's property refers to.
fn target(document: &Document, schema: &str, property: &str) -> String {
    let object = named(document, schema).object.as_ref();
    let properties = &object.expect("it has properties").properties;
    let property = properties.iter().find(|entry| &*entry.name == property);
    let id = property.expect("it is a property").schema;
    let reference = document.schema(id).reference;
    let place = &document
        .schema(reference.expect("it is a reference"))
        .location;
    place.pointer.to_string()
}

#[test]
fn an_anchor_names_a_schema_of_its_own_resource() {
    let document = document(&json!({
        "A": { "$anchor": "node", "type": "string" },
        "B": { "properties": { "a": { "$ref": "#node" }, "own": { "$ref": "test.json#node" } } },
        "C": {
            "$id": "c",
            "properties": {
                "own": { "$ref": "#node" },
                "default": { "$anchor": "node" },
                "whole": { "$ref": "#" }
            }
        }
    }));
    let a = "/components/schemas/A";
    assert_eq!(target(&document, "B", "a"), a);
    assert_eq!(target(&document, "B", "own"), a);
    let own = "/components/schemas/C/properties/default";
    assert_eq!(target(&document, "C", "own"), own);
    assert_eq!(target(&document, "C", "whole"), "/components/schemas/C");
}

#[test]
fn an_id_is_resolved_against_those_above_it() {
    let document = document(&json!({
        "Tree": {
            "$id": "https://example.com/trees/tree",
            "$defs": {
                "leaf": {
                    "$id": "leaf",
                    "$defs": { "x": { "$anchor": "x" } },
                    "properties": { "up": { "$ref": "tree" }, "x": { "$ref": "#x" } }
                }
            }
        },
        "Uses": {
            "properties": {
                "tree": { "$ref": "https://example.com/trees/tree" },
                "leaf": { "$ref": "https://example.com/trees/leaf" },
                "x": { "$ref": "https://example.com/trees/leaf#x" },
                "up": { "$ref": "https://example.com/trees/leaf#/properties/up" }
            }
        },
        "Pointers": {
            "$id": "urn:pointers",
            "properties": {
                "of_file": { "$ref": "#/components/schemas/Uses" },
                "of_resource": { "$ref": "#/properties/of_file" }
            }
        }
    }));
    let tree = "/components/schemas/Tree";
    let leaf = format!("{tree}/$defs/leaf");
    assert_eq!(target(&document, "Uses", "tree"), tree);
    assert_eq!(target(&document, "Uses", "leaf"), leaf);
    assert_eq!(target(&document, "Uses", "x"), format!("{leaf}/$defs/x"));
    let up = format!("{leaf}/properties/up");
    assert_eq!(target(&document, "Uses", "up"), up);
    let of_file = target(&document, "Pointers", "of_file");
    assert_eq!(of_file, "/components/schemas/Uses");
    let of_resource = target(&document, "Pointers", "of_resource");
    assert_eq!(
        of_resource,
        "/components/schemas/Pointers/properties/of_file"
    );
}

#[test]
fn a_description_of_3_2_may_say_its_own_uri() {
    let document = read_version(
        "3.2.0",
        &json!({
            "$self": "https://example.com/api/events",
            "components": { "schemas": {
                "A": { "$anchor": "a", "$id": "schemas/a" },
                "B": { "properties": {
                    "whole": { "$ref": "https://example.com/api/events#/components/schemas/A" },
                    "relative": { "$ref": "schemas/a" },
                    "anchor": { "$ref": "/api/schemas/a#a" }
                } }
            } }
        }),
    );
    for property in ["whole", "relative", "anchor"] {
        let a = "/components/schemas/A";
        assert_eq!(target(&document, "B", property), a, "{property}");
    }
}

#[test]
fn a_dynamic_reference_holds_beside_another() {
    let document = document(&json!({
        "List": {
            "$defs": { "item": { "$dynamicAnchor": "item" } },
            "properties": { "first": { "$dynamicRef": "#item" } }
        },
        "Both": { "$ref": "#/components/schemas/List", "$dynamicRef": "#item" }
    }));
    let item = "/components/schemas/List/$defs/item";
    assert_eq!(target(&document, "List", "first"), item);
    let both = named(&document, "Both");
    assert_eq!(both.reference, Some(id_of(&document, "List")));
    let members = both.all_of.iter();
    let targets: Vec<_> = members
        .filter_map(|id| document.schema(*id).reference)
        .map(|id| document.schema(id).location.pointer.as_str())
        .collect();
    assert_eq!(targets, [item]);
}

/// The pointer of what a component is a list of, in the end.
fn item(document: &Document, schema: &str) -> String {
    let list = document.resolve(id_of(document, schema));
    let array = document.schema(list).array.as_ref();
    let items = array.and_then(|array| array.items).expect("it has items");
    let item = document.schema(document.resolve(items));
    item.location.pointer.to_string()
}

#[test]
fn a_generic_list_is_a_list_of_what_the_outermost_resource_says() {
    let document = document(&json!({
        "List": {
            "$id": "list",
            "type": "array",
            "items": { "$dynamicRef": "#T" },
            "$defs": { "any": { "$dynamicAnchor": "T" } }
        },
        "Users": { "$id": "users", "$ref": "list", "$defs": { "T": { "$dynamicAnchor": "T", "$ref": "user" } } },
        "Pages": { "$id": "pages", "$ref": "list", "$defs": { "T": { "$dynamicAnchor": "T", "type": "string" } } },
        "Outer": { "$id": "outer", "$ref": "users", "$defs": { "T": { "$dynamicAnchor": "T", "type": "integer" } } },
        "User": { "$id": "user", "type": "object" }
    }));
    let expected = [
        ("List", "/components/schemas/List/$defs/any"),
        ("Users", "/components/schemas/User"),
        ("Pages", "/components/schemas/Pages/$defs/T"),
        ("Outer", "/components/schemas/Outer/$defs/T"),
    ];
    for (schema, pointer) in expected {
        assert_eq!(item(&document, schema), pointer, "{schema}");
    }
    let copies = document.schemas.iter().filter(|(_, schema)| schema.is_copy);
    assert_eq!(copies.count(), 7);
}

#[test]
fn a_reference_to_a_plain_anchor_is_not_dynamic() {
    let document = document(&json!({
        "List": {
            "$id": "list",
            "type": "array",
            "items": { "$dynamicRef": "#T" },
            "$defs": { "any": { "$anchor": "T" } }
        },
        "Users": { "$id": "users", "$ref": "list", "$defs": { "T": { "$dynamicAnchor": "T" } } }
    }));
    assert_eq!(
        item(&document, "Users"),
        "/components/schemas/List/$defs/any"
    );
}

#[test]
fn a_recursive_schema_is_copied_once() {
    let document = document(&json!({
        "Tree": {
            "$id": "tree",
            "$dynamicAnchor": "node",
            "type": "array",
            "items": { "$dynamicRef": "#node" }
        },
        "Strict": { "$id": "strict", "$dynamicAnchor": "node", "$ref": "tree", "maxItems": 2 }
    }));
    assert_eq!(item(&document, "Tree"), "/components/schemas/Tree");
    let strict = named(&document, "Strict");
    let tree = document.schema(strict.reference.expect("it refers to a tree"));
    let items = tree.array.as_ref().and_then(|array| array.items);
    let item = document.schema(items.expect("it has items")).reference;
    assert_eq!(item, Some(id_of(&document, "Strict")));
}

#[test]
fn ways_to_dynamic_references_have_a_limit() {
    let name = |index: usize| format!("a{index}");
    let resource = |index: usize| {
        let properties: serde_json::Map<String, Value> = (0..14)
            .map(|other| (name(other), json!({ "$ref": name(other) })))
            .collect();
        json!({
            "$id": name(index),
            "properties": properties,
            "items": { "$dynamicRef": format!("#{}", name(index)) },
            "$defs": { "own": { "$dynamicAnchor": name(index) } }
        })
    };
    let schemas: serde_json::Map<String, Value> = (0..14)
        .map(|index| (format!("S{index}"), resource(index)))
        .collect();
    let root = json!({
        "openapi": "3.1.0",
        "info": { "title": "Ways", "version": "1" },
        "paths": {},
        "components": { "schemas": schemas }
    });
    let reading = read_text("test.json", &root.to_string());
    let mut codes = reading.report.iter().map(|it| it.code.0);
    assert_eq!(codes.next(), Some("reading-limit"));
    assert_eq!(codes.next(), None);
}

#[test]
fn before_3_1_no_schema_has_a_name_of_its_own() {
    for reference in ["#a", "urn:a"] {
        let schema = json!({ "$id": "urn:a", "$anchor": "a", "id": "urn:a", "type": "string" });
        let root = json!({
            "openapi": "3.0.3",
            "info": { "title": "Events", "version": "1" },
            "paths": {},
            "components": { "schemas": { "A": schema, "B": { "$ref": reference } } }
        });
        let reading = read_text("test.json", &root.to_string());
        assert!(reading.document.is_none(), "{reference}");
    }
}
