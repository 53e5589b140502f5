//! What a type gets wrong.

use bindery_cli::driver::Answer;
use bindery_contract::Violation;
use bindery_openapi::Location;
use serde_json::Value;

use super::example::What;

/// The ways in which a type lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It refuses a valid instance.
    Refuses,
    /// It gives a valid instance back as another.
    Changes,
    /// It accepts an invalid instance.
    Accepts,
    /// A value that it accepted cannot be encoded.
    Unwritable,
    /// It ends the program.
    Crashes,
    /// It does not answer.
    Hangs,
}

impl Kind {
    /// What it is called, for machines.
    pub fn name(self) -> &'static str {
        match self {
            Self::Refuses => "refuses",
            Self::Changes => "changes",
            Self::Accepts => "accepts",
            Self::Unwritable => "unwritable",
            Self::Crashes => "crashes",
            Self::Hangs => "hangs",
        }
    }

    /// What the type does, in words.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Refuses => "refuses a valid instance",
            Self::Changes => "changes a valid instance",
            Self::Accepts => "accepts an invalid instance",
            Self::Unwritable => "accepts an instance and cannot encode it",
            Self::Crashes => "ends the program",
            Self::Hangs => "does not answer",
        }
    }
}

/// A schema, or an example or a default that something has.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The schema, or what has it.
    pub owner: Location,
    /// What it is, where it is not the schema.
    pub what: Option<What>,
}

impl Spot {
    /// The index of an example among all of its owner's.
    pub fn index(&self) -> Option<usize> {
        match self.what {
            Some(What::Example(index)) => Some(index),
            Some(What::Default) | None => None,
        }
    }

    /// What it is called.
    pub fn name(&self) -> &'static str {
        match self.what {
            None => "schema",
            Some(What::Example(_)) => "example",
            Some(What::Default) => "default",
        }
    }
}

/// A lie, with its simplest instance.
#[derive(Clone, Debug)]
pub struct Lie {
    /// What the type does.
    pub kind: Kind,
    /// The type's schema by name.
    pub name: String,
    /// Where it shows.
    pub spot: Spot,
    /// The instance.
    pub instance: Value,
    /// For an invalid instance, what makes it so.
    pub because: Option<String>,
    /// What the type made of it.
    pub answer: Answer,
}

/// What makes an instance invalid, in words; nothing where it is valid.
pub fn because(violations: &[Violation]) -> Option<String> {
    let all: Vec<String> = violations.iter().map(ToString::to_string).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// The kind of lie that an answer is, where it is one. `is_same` says whether what came back is
/// what was given.
pub fn kind(is_valid: bool, answer: &Answer, is_same: impl Fn(&str) -> bool) -> Option<Kind> {
    match (is_valid, answer) {
        (true, Answer::Accepted(encoded)) => (!is_same(encoded)).then_some(Kind::Changes),
        (true, Answer::Refused { .. }) => Some(Kind::Refuses),
        (false, Answer::Accepted(_)) => Some(Kind::Accepts),
        (false, Answer::Refused { .. }) => None,
        (_, Answer::Unwritable(_)) => Some(Kind::Unwritable),
        (_, Answer::Crashed(_)) => Some(Kind::Crashes),
        (_, Answer::Hung) => Some(Kind::Hangs),
    }
}
