//! Unions that hold themselves, and are tried at every level: read, checked and refused in good time.

use bindery::{Decide, Validate, Variants, decode, serde_json};

#[derive(Clone, Debug, PartialEq)]
struct Short(String);
bindery::newtype!(Short(String), [bindery::Constraint::MaxLength(2)]);

/// A node that holds another of either kind, and a number, which is required and comes last.
macro_rules! node {
    ($name:ident, $field:ident, $wire:literal) => {
        #[derive(Clone, Debug, PartialEq)]
        struct $name {
            inner: Option<Box<Node>>,
            $field: Short,
        }

        bindery::object!($name {
            inner: optional "inner",
            $field: required $wire,
        });
    };
}

node!(Left, left, "left");
node!(Right, right, "right");

#[derive(Clone, Debug, PartialEq)]
enum Node {
    Left(Left),
    Right(Right),
}

bindery::union!(Node { Left, Right }, by Variants::Decide(&[Decide::Trial, Decide::Trial]));

/// So many nodes, each in the next, all of these properties, around the innermost.
fn nodes(depth: usize, properties: &str, innermost: &str) -> String {
    (0..depth).fold(innermost.to_owned(), |inner, _| {
        format!(r#"{{"inner":{inner},{properties}}}"#)
    })
}

fn in_good_time<T>(read: impl FnOnce() -> T) -> T {
    let start = std::time::Instant::now();
    let read = read();
    let time = start.elapsed();
    assert!(time.as_secs() < 5, "{time:?}");
    read
}

#[test]
fn a_failure_deep_in_a_recursive_union_is_told_in_good_time_and_few_words() {
    let body = nodes(100, r#""left":"l","right":"r""#, r#"{"neither":1}"#);
    let error = in_good_time(|| serde_json::from_str::<Node>(&body).unwrap_err()).to_string();
    assert!(error.len() < 600, "{error}");
    assert!(error.contains("missing property `right`"), "{error}");
    let error = in_good_time(|| decode::<Node>(body.as_bytes()).unwrap_err());
    assert!(
        error.message().contains("missing property `right`"),
        "{error}"
    );
}

#[test]
fn a_recursive_union_whose_first_variants_fail_late_is_read_in_good_time() {
    let body = nodes(50, r#""right":"r""#, r#"{"right":"r"}"#);
    let mut node: Node = in_good_time(|| decode(body.as_bytes()).unwrap());
    assert_eq!(serde_json::to_string(&node).unwrap(), body);
    let mut depth = 0;
    while let Node::Right(Right {
        inner: Some(inner), ..
    }) = node
    {
        node = *inner;
        depth += 1;
    }
    assert_eq!(depth, 50);
}

#[test]
fn a_violation_deep_in_a_recursive_union_is_found_in_good_time() {
    let body = nodes(
        50,
        r#""left":"l","right":"r""#,
        r#"{"left":"too long","right":"r"}"#,
    );
    let node: Node = in_good_time(|| serde_json::from_str(&body).unwrap());
    assert_eq!(node.validate(), Ok(()));
    let body = nodes(50, r#""left":"l","right":"r""#, r#"{"left":"too long"}"#);
    let node: Node = in_good_time(|| serde_json::from_str(&body).unwrap());
    assert!(node.validate().is_err());
}

#[test]
fn what_was_decided_in_one_union_is_forgotten_in_the_next() {
    let body = nodes(100, r#""left":"l""#, r#"{"left":"l"}"#);
    for _ in 0..2 {
        assert!(serde_json::from_str::<Node>("{}").is_err());
        assert!(matches!(decode(body.as_bytes()), Ok(Node::Left(_))));
    }
}

#[test]
fn trials_within_trials_have_a_limit_that_is_told() {
    let innermost = format!(r#"{{"right":"r","long":"{}"}}"#, "x".repeat(100_000));
    let body = nodes(100, r#""right":"r""#, &innermost);
    let error = in_good_time(|| serde_json::from_str::<Node>(&body).unwrap_err());
    assert!(error.to_string().contains("too many trials"), "{error}");
}
