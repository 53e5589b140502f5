//! Unions as generated code has them, and with serde's `tag` and `untagged`.

use super::shapes;

shapes! {
    struct Push {
        id: required "id" = String,
        branch: required "branch" = String,
        commits: required "commits" = Vec<String>,
        forced: required "forced" = bool,
        size: required "size" = i64,
        at: required "at" = DateTime,
        #[serde(skip_serializing_if = "Option::is_none")]
        compare: optional "compare" = Option<String>,
    }

    struct Review {
        id: required "id" = String,
        state: required "state" = String,
        body: required "body" = Option<String>,
        comments: required "comments" = Vec<Comment>,
        at: required "at" = DateTime,
    }

    struct Comment {
        path: required "path" = String,
        line: required "line" = i64,
        body: required "body" = String,
    }

    struct Release {
        id: required "id" = String,
        tag: required "tag" = String,
        notes: required "notes" = String,
        draft: required "draft" = bool,
        assets: required "assets" = BTreeMap<String, String>,
    }
}

/// As the generator makes them.
pub mod bindery_unions {
    use bindery::{Decide, Json, JsonType, Variants};

    use super::bindery_types::Release;

    /// The structs with what tells them apart, which serde's `tag` keeps to itself.
    mod tagged {
        use super::super::shapes;

        shapes! {
            struct Push {
                type_: required "type" = Type,
                id: required "id" = String,
                branch: required "branch" = String,
                commits: required "commits" = Vec<String>,
                forced: required "forced" = bool,
                size: required "size" = i64,
                at: required "at" = DateTime,
                #[serde(skip_serializing_if = "Option::is_none")]
                compare: optional "compare" = Option<String>,
            }

            struct Review {
                type_: required "type" = Type,
                id: required "id" = String,
                state: required "state" = String,
                body: required "body" = Option<String>,
                comments: required "comments" = Vec<Comment>,
                at: required "at" = DateTime,
            }

            struct Comment {
                path: required "path" = String,
                line: required "line" = i64,
                body: required "body" = String,
            }

            struct Release {
                type_: required "type" = Type,
                id: required "id" = String,
                tag: required "tag" = String,
                notes: required "notes" = String,
                draft: required "draft" = bool,
                assets: required "assets" = BTreeMap<String, String>,
            }

            enum Type {
                Push = "push",
                Review = "review",
                Release = "release",
            }
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    pub enum Event {
        Push(tagged::bindery_types::Push),
        Review(tagged::bindery_types::Review),
        Release(tagged::bindery_types::Release),
        Unknown(Json),
    }

    bindery::union!(Event { Push, Review, Release } else Unknown, by Variants::Discriminator {
        property: "type",
        values: &[("push", 0), ("review", 1), ("release", 2)],
    });

    #[derive(Clone, Debug, PartialEq)]
    pub enum Label {
        Text(String),
        Number(f64),
        List(Vec<String>),
        Release(Release),
    }

    bindery::union!(Label { Text, Number, List, Release }, by Variants::Decide(&[
        Decide::Type(JsonType::String),
        Decide::Type(JsonType::Number),
        Decide::Type(JsonType::Array),
        Decide::Type(JsonType::Object),
    ]));
}

/// As one writes them by hand.
pub mod serde_unions {
    use serde::{Deserialize, Serialize};

    use super::serde_types::{Push, Release, Review};

    #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
    #[serde(tag = "type", rename_all = "snake_case")]
    pub enum Event {
        Push(Push),
        Review(Review),
        Release(Release),
    }

    #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
    #[serde(untagged)]
    pub enum Label {
        Text(String),
        Number(f64),
        List(Vec<String>),
        Release(Release),
    }
}

pub const EVENTS: &str = r#"[
    {"type":"push","id":"e1","branch":"main","commits":["3f1c","88aa","09bd"],"forced":false,"size":3,"at":"2026-03-14T09:26:53Z","compare":"https://api.example.com/compare/3f1c...09bd"},
    {"type":"review","id":"e2","state":"approved","body":null,"comments":[{"path":"src/lib.rs","line":12,"body":"Why not here?"},{"path":"src/main.rs","line":4,"body":"Fine."}],"at":"2026-03-14T09:27:53Z"},
    {"type":"release","id":"e3","tag":"v1.2.0","notes":"Unions are told apart.","draft":false,"assets":{"linux":"a.tar.gz","windows":"a.zip"}},
    {"id":"e4","branch":"next","commits":[],"forced":true,"size":0,"at":"2026-03-15T09:26:53Z","type":"push"}
]"#;

pub const LABELS: &str = r#"["bug","good first issue",12.5,["a","b","c"],{"id":"e3","tag":"v1.2.0","notes":"Unions are told apart.","draft":false,"assets":{"linux":"a.tar.gz","windows":"a.zip"}},3,"help wanted"]"#;
