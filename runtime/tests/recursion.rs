//! Values that stand in each other by the thousand: refused, and never beyond the stack of a thread.

use std::{collections::BTreeMap, thread};

use bindery::{
    Decide, DecodeErrorKind, Integer, Json, JsonType, Model, Validate, Variants, decode, serde_json,
};

/// The stack that a thread has by default.
const STACK: usize = 2 << 20;

const DEEP: usize = 10_000;

/// How deep JSON is read.
const READ: usize = 127;

#[derive(Clone, Debug, Default, PartialEq)]
struct Node {
    next: Option<Box<Node>>,
    children: Option<Vec<Node>>,
    named: Option<BTreeMap<String, Node>>,
    either: Option<Either>,
    tree: Option<Tree>,
    others: bindery::JsonObject,
}

bindery::object!(Node {
    next: optional "next",
    children: optional "children",
    named: optional "named",
    either: optional "either",
    tree: optional "tree",
}, kept: others);

#[derive(Clone, Debug, PartialEq)]
enum Either {
    Node(Box<Node>),
    List(Vec<Either>),
    Count(Integer),
}

bindery::union!(Either { Node, List, Count }, by Variants::Decide(&[
    Decide::Trial,
    Decide::Trial,
    Decide::Type(JsonType::Number),
]));

#[derive(Clone, Debug, PartialEq)]
struct Tree(pub Vec<Tree>);

bindery::newtype!(Tree(Vec<Tree>), [bindery::Constraint::MaxItems(9)]);

/// A union told apart by type, in itself.
#[derive(Clone, Debug, PartialEq)]
enum Any {
    List(Vec<Any>),
    Object(BTreeMap<String, Any>),
    Tagged(Box<Tagged>),
}

bindery::union!(Any { List, Object, Tagged }, by Variants::Decide(&[
    Decide::Type(JsonType::Array),
    Decide::Type(JsonType::Object),
    Decide::Type(JsonType::String),
]));

/// A union with a discriminator, whose variants are unions and itself.
#[derive(Clone, Debug, PartialEq)]
enum Tagged {
    Any(Any),
    Own(Box<Tagged>),
    Unknown(Json),
}

bindery::union!(Tagged { Any, Own } else Unknown, by Variants::Discriminator {
    property: "kind",
    values: &[("any", 0), ("tagged", 1)],
});

/// What holds JSON, and itself through an array and a map.
#[derive(Debug)]
enum Mixed {
    List(Vec<Mixed>),
    Map(BTreeMap<String, Mixed>),
    Json(Json),
}

bindery::union!(Mixed { List, Map, Json }, by Variants::Decide(&[
    Decide::Type(JsonType::Array),
    Decide::Type(JsonType::Object),
    Decide::Trial,
]));

fn in_small_stack(act: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(STACK).spawn(act).unwrap();
    thread.join().unwrap();
}

/// A text whose innermost value stands `depth` levels deep.
fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    [&open.repeat(depth), inner, &close.repeat(depth)].concat()
}

fn is_refused<T: Model>(text: &str) {
    let error = decode::<T>(text.as_bytes()).map(drop).unwrap_err();
    assert_ne!(error.kind(), DecodeErrorKind::Violations);
    assert!(error.message().contains("recursion limit"), "{error}");
}

#[test]
fn what_is_too_deep_is_refused_through_every_construct() {
    in_small_stack(|| {
        for (open, close) in [
            ("{\"next\":", "}"),
            ("{\"children\":[", "]}"),
            ("{\"named\":{\"a\":", "}}"),
            ("{\"either\":", "}"),
            ("{\"either\":[", "]}"),
            ("{\"unknown\":", "}"),
        ] {
            is_refused::<Node>(&nested(open, "{}", close, DEEP));
        }
        is_refused::<Either>(&nested("[", "1", "]", DEEP));
        is_refused::<Any>(&nested("[", "", "]", DEEP));
        is_refused::<Any>(&nested("{\"a\":", "[]", "}", DEEP));
        is_refused::<Tagged>(&nested("{\"kind\":\"other\",\"a\":", "[]", "}", DEEP));
        is_refused::<Tagged>(&nested("{\"a\":", "[]", "}", DEEP));
        let endless = decode::<Tagged>(br#"{"kind":"tagged"}"#).unwrap_err();
        assert!(endless.message().contains("without end"), "{endless}");
        is_refused::<Tree>(&nested("[", "", "]", DEEP));
        is_refused::<Json>(&nested("[", "", "]", DEEP));
        is_refused::<Vec<Vec<Json>>>(&nested("[", "", "]", DEEP));
        assert!(decode::<Integer>(nested("[", "", "]", DEEP).as_bytes()).is_err());
    });
}

#[test]
fn what_is_read_again_within_what_is_deep_stays_within_the_stack() {
    in_small_stack(|| {
        for (open, close) in [("[", "]"), ("{\"either\":[", "]}"), ("{\"next\":", "}")] {
            let union = nested(open, "{}", close, READ / open.len().min(2));
            let text = nested(
                "{\"next\":",
                &format!("{{\"either\":{union}}}"),
                "}",
                READ - 2,
            );
            let _ = decode::<Node>(text.as_bytes());
            let _ = serde_json::from_str::<Node>(&text);
        }
        let tagged = nested("{\"a\":", "[]", ",\"kind\":\"any\"}", READ - 1);
        assert!(
            decode::<Tagged>(tagged.as_bytes()).is_err(),
            "no text is an `Any`"
        );
        let deeper = nested("{\"a\":", "[]", ",\"kind\":\"any\"}", DEEP);
        is_refused::<Tagged>(&deeper);
    });
}

#[test]
fn what_is_read_is_checked_written_and_dropped() {
    in_small_stack(|| {
        for (open, close, levels) in [
            ("{\"next\":", "}", 1),
            ("{\"children\":[", "]}", 2),
            ("{\"named\":{\"a\":", "}}", 2),
            ("{\"either\":[", "]}", 2),
            ("{\"unknown\":", "}", 1),
        ] {
            let text = nested(open, "{}", close, (READ - 1) / levels);
            let node: Node =
                decode(text.as_bytes()).unwrap_or_else(|error| panic!("{open}: {error}"));
            assert_eq!(serde_json::to_string(&node).unwrap(), text);
            assert_eq!(node.clone(), node);
        }
    });
}

#[test]
fn what_a_program_makes_deeper_is_refused_where_it_is_written_or_checked() {
    in_small_stack(|| {
        let mut node = Node::default();
        for _ in 0..DEEP {
            node = Node {
                next: Some(Box::new(node)),
                ..Node::default()
            };
        }
        let error = serde_json::to_string(&node).unwrap_err();
        assert!(error.to_string().contains("stand in each other"), "{error}");
        assert!(serde_json::to_value(&node).is_err());
        let violations = node.validate().unwrap_err();
        assert!(violations.to_string().contains("deep"), "{violations}");
        let mut tree = Tree(Vec::new());
        for _ in 0..DEEP {
            tree = Tree(vec![tree]);
        }
        assert!(serde_json::to_string(&tree).is_err());
        assert!(tree.validate().is_err());
        // Nothing of what was refused is counted any more.
        for _ in 0..3 {
            assert!(serde_json::to_string(&tree).is_err());
            assert!(serde_json::to_string(&Node::default()).is_ok());
        }
        // Its end is the program's own affair, as it is for every type that holds itself.
        while let Some(inner) = tree.0.pop() {
            tree = inner;
        }
        while let Some(inner) = node.next.take() {
            node = *inner;
        }
    });
}

#[test]
fn a_union_deeper_than_that_is_refused_through_arrays_and_maps() {
    in_small_stack(|| {
        let mut either = Either::Count(1.into());
        let (mut list, mut map) = (Mixed::Json(Json::Null), Mixed::Json(Json::Null));
        for _ in 0..DEEP {
            either = Either::List(vec![either]);
            list = Mixed::List(vec![list]);
            map = Mixed::Map(BTreeMap::from([("a".to_owned(), map)]));
        }
        is_refused_from_a_program(&either);
        is_refused_from_a_program(&list);
        is_refused_from_a_program(&map);
        while let Either::List(inner) = &mut either {
            either = inner.pop().unwrap();
        }
        while let Mixed::List(inner) = &mut list {
            list = inner.pop().unwrap();
        }
        while let Mixed::Map(inner) = &mut map {
            map = inner.remove("a").unwrap();
        }
    });
}

fn is_refused_from_a_program<T: Validate>(value: &T) {
    let error = serde_json::to_string(value).unwrap_err();
    assert!(error.to_string().contains("stand in each other"), "{error}");
    assert!(serde_json::to_value(value).is_err());
    let violations = value.validate().unwrap_err();
    assert!(violations.to_string().contains("deep"), "{violations}");
}

#[derive(Clone, Debug, PartialEq)]
struct Different(pub Vec<Node>);

bindery::newtype!(Different(Vec<Node>), [bindery::Constraint::UniqueItems]);

/// What is written to be compared is read again, by no limit of its own.
#[test]
fn what_a_program_makes_deeper_than_json_is_read_is_compared() {
    in_small_stack(|| {
        let deep = (0..2 * READ).fold(Node::default(), |inner, _| Node {
            next: Some(Box::new(inner)),
            ..Node::default()
        });
        let different = Different(vec![deep.clone(), Node::default()]);
        assert_eq!(different.validate(), Ok(()));
        let same = Different(vec![deep.clone(), deep]);
        assert!(same.validate().is_err());
    });
}

/// Structs within structs without a box between them, and only the last leads back to the first.
macro_rules! chain {
    ($($name:ident { $field:ident: $type:ty }),+ $(,)?) => {$(
        #[derive(Debug, Default)]
        struct $name {
            $field: Option<$type>,
        }

        bindery::object!($name { $field: optional "inner" });
    )+};
}

chain! {
    First { inner: Second },
    Second { inner: Third },
    Third { inner: Fourth },
    Fourth { inner: Fifth },
    Fifth { inner: Sixth },
    Sixth { inner: Box<First> },
}

impl First {
    fn around(first: Self) -> Self {
        let fifth = Fifth {
            inner: Some(Sixth {
                inner: Some(Box::new(first)),
            }),
        };
        let third = Third {
            inner: Some(Fourth { inner: Some(fifth) }),
        };
        Self {
            inner: Some(Second { inner: Some(third) }),
        }
    }

    fn taken(self) -> Option<Self> {
        Some(*self.inner?.inner?.inner?.inner?.inner?.inner?)
    }
}

#[test]
fn what_stands_in_a_row_of_structs_is_refused_too() {
    in_small_stack(|| {
        let mut deep = First::default();
        for _ in 0..DEEP {
            deep = First::around(deep);
        }
        is_refused_from_a_program(&deep);
        while let Some(inner) = deep.taken() {
            deep = inner;
        }
    });
}
