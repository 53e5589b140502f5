//! Children under `oneOf` that a discriminator of their base tells apart.

use accepted::bindery::{decode, serde_json};
use accepted::discriminator_inherited::types::{Drawing, DrawingMain, DrawingPet};

fn drawing(text: &str) -> Drawing {
    serde_json::from_str(text).expect("it is read")
}

#[test]
fn the_base_says_which_child_a_value_is() {
    let text = r#"{"main":{"kind":"SQUARE","side":2.5},"pet":{"type":"Dog","barks":true}}"#;
    let drawing = drawing(text);
    assert!(matches!(&drawing.main, accepted::bindery::Field::Value(DrawingMain::Square(square)) if square.side == Some(2.5)));
    assert!(matches!(&drawing.pet, Some(DrawingPet::Dog(dog)) if dog.barks == Some(true)));
    assert_eq!(serde_json::to_string(&drawing).expect("it is written"), text);
    assert_eq!(decode::<Drawing>(text.as_bytes()).expect("it is valid"), drawing);
}

#[test]
fn a_child_of_a_child_is_what_it_is_made_from() {
    let drawing = drawing(r#"{"main":{"kind":"CUBE","side":1.0}}"#);
    assert!(matches!(drawing.main, accepted::bindery::Field::Value(DrawingMain::Square(_))));
}

#[test]
fn what_names_no_child_is_kept_and_is_a_violation() {
    let text = r#"{"pet":{"type":"Cow","milk":1}}"#;
    let drawing = drawing(text);
    assert!(matches!(drawing.pet, Some(DrawingPet::Unknown(_))));
    assert_eq!(serde_json::to_string(&drawing).expect("it is written"), text);
    assert!(decode::<Drawing>(text.as_bytes()).is_err());
}
