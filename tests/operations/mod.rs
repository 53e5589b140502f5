//! A table of calls: one for each operation of the bundled descriptions, with everything that it can be given.
//!
//! What a call should send is written by hand beside it, so that neither the generated code nor the description judges
//! itself.

#![allow(dead_code, reason = "each test uses a part")]

mod api;
mod crm_calendar;
pub mod outcome;
mod outreach;
mod whaly;
mod workspace_calendar;

use std::{collections::BTreeMap, fmt};

use event_apis::bindery::Json;

pub use api::{Api, Credentials, Setup};
use outcome::{Attempt, attempt};

/// A call of one operation.
pub struct Case {
    pub api: Api,
    /// The operation's id in the description.
    pub id: &'static str,
    /// What each path parameter is given, in the order of the path.
    pub path: Vec<(&'static str, Given)>,
    /// What each query parameter is given.
    pub query: Vec<(&'static str, Given)>,
    /// What the body is given.
    pub body: Option<Json>,
    /// The body of a success, small enough to be read; `None` where none is described.
    pub reply: Option<Json>,
    /// What makes a body one of another shape.
    pub misfit: Misfit,
    /// Makes the call.
    pub call: fn(&Setup, Fill) -> Attempt,
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.api.name(), self.id)
    }
}

/// What a parameter is given.
#[derive(Clone, Copy)]
pub enum Given {
    /// Text, in the way of [`Fill::text`].
    Text(&'static str),
    /// A number, in the way of [`Fill::integer`].
    Integer(i64),
    /// A value that has no other text than this one.
    Exactly(&'static str),
}

impl Given {
    /// What arrives at the server.
    pub fn text(self, fill: Fill) -> String {
        match self {
            Self::Text(example) => fill.text(example),
            Self::Integer(example) => fill.integer(example).to_string(),
            Self::Exactly(text) => text.to_owned(),
        }
    }
}

/// What is made of the example of a parameter. Each parameter of a call has an example of its own, so that no two can be
/// taken for each other.
#[derive(Clone, Copy)]
pub enum Fill {
    /// The example itself.
    Plain,
    /// The example, and after it every character that means something in a URL; a number of 19 digits.
    Reserved,
    /// Another text in place of one example.
    Instead {
        of: &'static str,
        text: &'static str,
    },
}

/// What means something in a URL, a step to the parent, a space and text beyond ASCII.
pub const RESERVED: &str = "/a?b#c%d%2F../..&e=f+g;h,i:j@k!$'()*[]|\\\"<>^`{}~ é日🎈";

impl Fill {
    /// What stands in a call for this example.
    pub fn text(self, example: &str) -> String {
        match self {
            Self::Reserved => format!("{example}{RESERVED}"),
            Self::Instead { of, text } if of == example => text.to_owned(),
            Self::Plain | Self::Instead { .. } => example.to_owned(),
        }
    }

    /// What stands in a call for this example.
    pub const fn integer(self, example: i64) -> i64 {
        match self {
            Self::Reserved => example - i64::MAX,
            Self::Plain | Self::Instead { .. } => example,
        }
    }
}

/// A change to [`Case::reply`] that leaves it JSON, but not of the shape that is described.
pub enum Misfit {
    /// Something else at this place, where the error says that this was expected.
    At {
        pointer: &'static str,
        expected: &'static str,
    },
    /// There is no body of another shape, for this reason.
    None(&'static str),
}

/// One case for each operation.
pub fn cases() -> Vec<Case> {
    let mut cases = crm_calendar::cases();
    cases.extend(outreach::cases());
    cases.extend(whaly::cases());
    cases.extend(workspace_calendar::cases());
    cases
}

/// The cases of one API.
pub fn cases_of(api: Api) -> Vec<Case> {
    let cases = cases().into_iter();
    cases.filter(|case| case.api == api).collect()
}

/// The parameters as they arrive, by name.
pub fn arriving(given: &[(&str, Given)], fill: Fill) -> BTreeMap<String, String> {
    let given = given.iter();
    given
        .map(|(name, given)| ((*name).to_owned(), given.text(fill)))
        .collect()
}

/// A JSON object of any properties.
fn object(value: Json) -> event_apis::bindery::JsonObject {
    match value {
        Json::Object(object) => object,
        other => panic!("{other} is not an object"),
    }
}
