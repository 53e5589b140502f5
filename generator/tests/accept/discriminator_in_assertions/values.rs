//! Discriminators of schemas that are only asserted: a value is what it says that it is there, too.

mod values;

use accepted::discriminator_in_assertions::types::{NoPet, OneEvent, OneOfAll, OnePet, OneStarted};
use values::{comes_back, is_refused};

#[test]
fn a_value_is_the_alternative_that_it_names_and_no_other() {
    comes_back::<OnePet>(r#"[{"kind":"cat"}]"#);
    comes_back::<OnePet>(r#"[1,{"kind":"Dog"}]"#);
    comes_back::<NoPet>(r#"{"kind":"Cat"}"#);
    assert!(is_refused::<NoPet>(r#"{"kind":"cat"}"#));
}

#[test]
fn a_value_that_names_none_is_of_none() {
    assert!(is_refused::<OnePet>(r#"[{"kind":"Cat"},1,{}]"#));
    comes_back::<NoPet>(r#"{"kind":"bird"}"#);
    comes_back::<NoPet>("{}");
}

#[test]
fn a_value_that_names_none_is_of_the_default_where_there_is_one() {
    comes_back::<OneOfAll>(r#"[{"kind":"bird"}]"#);
    comes_back::<OneOfAll>(r#"[{"kind":"cat"}]"#);
}

#[test]
fn a_member_that_is_made_of_the_union_means_what_stands_beside_it() {
    comes_back::<OneEvent>(r#"[{"at":1,"kind":"Started"}]"#);
    assert!(is_refused::<OneEvent>(r#"[{"at":1,"kind":"Stopped"}]"#));
    comes_back::<OneStarted>(r#"[{"at":1,"kind":"any"}]"#);
    assert!(is_refused::<OneStarted>(r#"[{"kind":"Started"}]"#));
}
