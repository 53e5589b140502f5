//! What references were answered for the values of one evaluation, so that none is followed again.

use std::{collections::HashMap, ptr};

use super::Schema;
use crate::Json;

/// What an evaluation answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The value satisfies the schema.
    Holds,
    /// It does not.
    Fails,
    /// A limit was met before it was known.
    Unknown,
}

/// The answers. A schema and a value are known by their addresses, which last as long as the evaluation.
#[derive(Default)]
pub(super) struct Memo(HashMap<(*const Schema, *const Json), Entry>);

struct Entry {
    answer: Answer,
    /// Whether the violations were reported, where there are any.
    is_reported: bool,
}

impl Memo {
    /// The answer, where it is known and nothing remains to be reported.
    pub(super) fn answer(
        &self,
        schema: &'static Schema,
        value: &Json,
        is_reported: bool,
    ) -> Option<Answer> {
        let entry = self.0.get(&(ptr::from_ref(schema), ptr::from_ref(value)))?;
        let is_whole = entry.answer == Answer::Holds || entry.is_reported || !is_reported;
        is_whole.then_some(entry.answer)
    }

    pub(super) fn keep(
        &mut self,
        schema: &'static Schema,
        value: &Json,
        answer: Answer,
        is_reported: bool,
    ) {
        let entry = Entry {
            answer,
            is_reported,
        };
        self.0.insert((schema, value), entry);
    }
}
