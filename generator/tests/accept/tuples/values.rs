//! Tuples whose items may be absent, and those that others follow.

mod values;

use accepted::bindery::{self, Field, Validate, decode, serde_json};
use accepted::tuples::types::{Chain, Followed, Holder, Merged, NullFirst, Optional, Point};
use values::comes_back;

#[test]
fn what_is_admitted_comes_back() {
    assert_eq!(comes_back::<Optional>(r#"["a"]"#).prefix.2, Field::Absent);
    assert_eq!(comes_back::<Optional>(r#"["a",1,null]"#).prefix.2, Field::Null);
    assert_eq!(comes_back::<Followed>(r#"["a","bc","de"]"#).rest, ["bc", "de"]);
    assert_eq!(comes_back::<NullFirst>(r#"[null,[1.0,2.0],null,{}]"#).len(), 4);
    let chain: Chain = comes_back(r#"["a",["b",["c"]]]"#);
    let inner = chain.prefix.1.as_ref().expect("it is there");
    assert_eq!(inner.prefix.0.as_deref(), Some("b"));
    comes_back::<Merged>(r#"["a",2,0.5]"#);
}

#[test]
fn what_is_not_is_refused_where_it_stands() {
    let pointer = |refused: Result<(), bindery::DecodeError>| refused.expect_err("it is refused").pointer().to_owned();
    let optional = |text: &str| pointer(decode::<Optional>(text.as_bytes()).map(drop));
    assert_eq!(optional("[]"), "");
    assert_eq!(optional(r#"["a",0]"#), "/1");
    assert_eq!(optional(r#"["a",1,true,2]"#), "/3");
    let followed = |text: &str| pointer(decode::<Followed>(text.as_bytes()).map(drop));
    assert_eq!(followed(r#"["abcd"]"#), "/0");
    assert_eq!(followed(r#"["a","b"]"#), "/1");
    assert_eq!(followed(r#"["a","bb","cc","dd","ee"]"#), "");
    assert_eq!(pointer(decode::<Merged>(br#"["a",2,2.0]"#).map(drop)), "");
}

#[test]
fn a_tuple_is_made_of_its_first_items() {
    let optional = Optional(("a".to_owned(), None, Field::Absent).into());
    assert_eq!(serde_json::to_string(&optional).expect("it is written"), r#"["a"]"#);
    let gap = Optional(("a".to_owned(), None, Field::Value(true)).into());
    assert!(gap.validate().is_err());
    assert_eq!(serde_json::to_string(&gap).expect("it is written"), r#"["a",null,true]"#);
    let point: Point = decode(b"[1,2]").expect("it is a point");
    assert!(NullFirst::from((None, Some(point))).validate().is_ok());
    assert_eq!(Holder::default_row().prefix.0.as_deref(), Some("a"));
    assert_eq!(Holder::default_span().rest, [3]);
}
