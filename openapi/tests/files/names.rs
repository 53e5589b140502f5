//! What schemas of other files are called.

use bindery_openapi::Reader;
use serde_json::{Value, json};

use crate::{document, folder, id_of, named, names, root};

#[test]
fn a_schema_is_called_by_its_pointer_or_its_file() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "Root": { "properties": {
                "a": { "$ref": "parts/event.v1.json" },
                "b": { "$ref": "parts/all.json#/definitions/Page" },
                "c": { "$ref": "parts/all.json#/Item" },
                "d": { "$ref": "parts/all.json#/definitions/List/items" }
            } } })),
        ),
        ("parts/event.v1.json", json!({ "type": "object" })),
        (
            "parts/all.json",
            json!({
                "definitions": { "Page": {}, "List": { "items": { "type": "object" } } },
                "Item": { "type": "object" }
            }),
        ),
    ]);
    let document = document(&folder);
    assert_eq!(
        names(&document),
        ["Root", "Item", "List", "Page", "event.v1"]
    );
}

#[test]
fn a_component_of_the_root_that_is_a_reference_gives_its_name() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({
                "Another": { "$ref": "parts/index.json#/Event" },
                "Event": { "$ref": "parts/event.json" },
                "Gast": { "$ref": "parts/guest.json" },
                "Alias": { "$ref": "#/components/schemas/Event" }
            })),
        ),
        (
            "parts/index.json",
            json!({ "Event": { "$ref": "event.json" } }),
        ),
        (
            "parts/event.json",
            json!({ "properties": { "guest": { "$ref": "guest.json" } } }),
        ),
        ("parts/guest.json", json!({ "type": "object" })),
    ]);
    let document = document(&folder);
    assert_eq!(names(&document), ["Another", "Event", "Gast", "Alias"]);
    let is_reference = |name| document.schema(id_of(&document, name)).reference.is_some();
    let own = ["Another", "Event", "Gast", "Alias"].map(is_reference);
    assert_eq!(own, [true, false, false, true]);
    assert!(named(&document, "Another").object.is_some());
}

#[test]
fn names_depend_on_no_order_and_on_no_place_of_the_folder() {
    let schemas = [
        json!({ "$ref": "cats/animal.json" }),
        json!({ "$ref": "dogs/animal.json" }),
        json!({ "$ref": "birds.json#/animal" }),
        json!({ "$ref": "birds.json#/Root" }),
    ];
    let read = |order: [usize; 4], below: &str| {
        let list: Vec<Value> = order.iter().map(|index| schemas[*index].clone()).collect();
        let name = |name: &str| format!("{below}{name}");
        let files = [
            (
                name("root.json"),
                root(&json!({ "Root": { "anyOf": list } })),
            ),
            (name("cats/animal.json"), json!({ "title": "cat" })),
            (name("dogs/animal.json"), json!({ "title": "dog" })),
            (
                name("birds.json"),
                json!({ "animal": { "title": "bird" }, "Root": { "title": "root" } }),
            ),
        ];
        let files: Vec<_> = files
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();
        let folder = folder(&files);
        let reading = Reader::new().read_file(&folder.path().join(name("root.json")));
        let document = reading.document.expect("there is no error");
        let names = document.components.schemas.iter().map(|schema| {
            let title = document.schema(schema.schema).title.as_deref();
            format!("{} {}", schema.name, title.unwrap_or_default())
        });
        names.collect::<Vec<_>>()
    };
    let expected = [
        "Root ",
        "birds_Root root",
        "birds_animal bird",
        "cats_animal cat",
        "dogs_animal dog",
    ];
    assert_eq!(read([0, 1, 2, 3], ""), expected);
    assert_eq!(read([3, 2, 0, 1], ""), expected);
    assert_eq!(read([2, 0, 3, 1], "deep/er/"), expected);
}
