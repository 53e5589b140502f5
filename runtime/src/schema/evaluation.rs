//! Evaluating a schema on a value: the walk, its limits, and where violations go.

use std::mem;

use super::{
    Keyword, Schema,
    memo::{Answer, Memo},
    seen::Seen,
};
use crate::{
    Checker, Json,
    validate::{Segment, keeps},
};

/// How many schemas may be evaluated, each within the one before. No text that is read nests so deep, with a few
/// schemas for each level; a value that a program makes can.
const MAX_DEPTH: usize = 512;

/// Reports each violation of the schema in the value.
pub(crate) fn check(schema: &'static Schema, value: &Json, checker: &mut Checker) {
    let mut evaluation = Evaluation {
        checker,
        silent: 0,
        depth: 0,
        gave_up: false,
        open: Vec::new(),
        memo: Memo::default(),
    };
    evaluation.evaluate(*schema, value, None);
}

/// The state of an evaluation.
pub(super) struct Evaluation<'c> {
    checker: &'c mut Checker,
    /// In how many schemas that only ask whether a value fits, and report nothing.
    silent: usize,
    depth: usize,
    /// Whether a schema was given up within the one being answered, so that what does not hold may yet hold.
    gave_up: bool,
    /// The references being followed, each with the value that it is followed for.
    open: Vec<(*const Schema, *const Json)>,
    pub(super) memo: Memo,
}

impl Evaluation<'_> {
    /// Whether the value satisfies the schema; what the schema evaluates of it is told to `outer`, where it does.
    pub(super) fn evaluate<'v>(
        &mut self,
        schema: Schema,
        value: &'v Json,
        outer: Option<&mut Seen<'v>>,
    ) -> bool {
        if schema.0.is_empty() {
            return true;
        }
        if self.depth == MAX_DEPTH {
            return self.give_up("must not nest this deep");
        }
        self.depth += 1;
        let holds = self.evaluate_keywords(schema, value, outer);
        self.depth -= 1;
        holds
    }

    fn evaluate_keywords<'v>(
        &mut self,
        schema: Schema,
        value: &'v Json,
        outer: Option<&mut Seen<'v>>,
    ) -> bool {
        let (last, others): (Vec<&Keyword>, Vec<&Keyword>) =
            schema.0.iter().partition(|keyword| keyword.is_last());
        if last.is_empty() && outer.is_none() {
            return self.all(&others, value, &mut None);
        }
        let mut seen = Some(Seen::default());
        // What fails has evaluated nothing, so that more would be unevaluated than is.
        let holds = self.all(&others, value, &mut seen) && self.all(&last, value, &mut seen);
        if let (true, Some(outer), Some(seen)) = (holds, outer, seen) {
            outer.take(seen);
        }
        holds
    }

    /// Whether all keywords hold. Where violations are reported none is passed over.
    fn all<'v>(
        &mut self,
        keywords: &[&Keyword],
        value: &'v Json,
        seen: &mut Option<Seen<'v>>,
    ) -> bool {
        let mut holds = true;
        for keyword in keywords {
            holds &= self.evaluate_keyword(keyword, value, seen.as_mut());
            if !holds && self.silent > 0 {
                return false;
            }
        }
        holds
    }

    fn evaluate_keyword<'v>(
        &mut self,
        keyword: &Keyword,
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        match *keyword {
            Keyword::Never => self.fail("not", "must not be there"),
            Keyword::Type(types) => self.is_of(types, value),
            Keyword::Check(ref constraint) => {
                keeps(value, constraint) || self.fail(constraint.keyword(), constraint.to_string())
            }
            Keyword::Required(names) => self.required(names, value),
            Keyword::Properties(named, patterns, others) => {
                self.properties(named, patterns, others, value, seen)
            }
            Keyword::PropertyNames(schema) => self.property_names(schema, value),
            Keyword::DependentRequired(dependent) => self.dependent_required(dependent, value),
            Keyword::DependentSchemas(dependent) => self.dependent_schemas(dependent, value, seen),
            Keyword::Items(first, rest) => self.items(first, rest, value, seen),
            Keyword::Contains(schema, least, most) => {
                self.contains(schema, least, most, value, seen)
            }
            Keyword::AllOf(members) => self.all_of(members, value, seen),
            Keyword::AnyOf(members) => self.any_of(members, value, seen),
            Keyword::OneOf(members) => self.one_of(members, value, seen),
            Keyword::Not(schema) => self.not(schema, value),
            Keyword::If(condition, then, otherwise) => {
                self.condition(condition, then, otherwise, value, seen)
            }
            Keyword::Ref(target) => self.follow(target, value, seen),
            Keyword::UnevaluatedItems(schema) => self.unevaluated_items(schema, value, seen),
            Keyword::UnevaluatedProperties(schema) => {
                self.unevaluated_properties(schema, value, seen)
            }
        }
    }

    /// Follows a reference, once for each value: a schema that refers to itself in two places would otherwise be
    /// evaluated twice as often with each level of the value. Where the parts that it evaluates are asked for, it is
    /// evaluated again; its references to other values do not ask.
    fn follow<'v>(
        &mut self,
        target: &'static Schema,
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        if seen.is_some() {
            return self.follow_anew(target, value, seen);
        }
        let is_reported = self.silent == 0;
        let known = self.memo.answer(target, value, is_reported);
        let answer = known.unwrap_or_else(|| {
            let answer = self.answer(|this| this.follow_anew(target, value, None));
            self.memo.keep(target, value, answer, is_reported);
            answer
        });
        self.gave_up |= answer == Answer::Unknown;
        answer == Answer::Holds
    }

    /// One that is met again for the same value before it was answered never ends.
    fn follow_anew<'v>(
        &mut self,
        target: &'static Schema,
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let step: (*const Schema, *const Json) = (target, value);
        if self.open.contains(&step) {
            return self.give_up("must have a schema that does not refer to itself without end");
        }
        self.open.push(step);
        let holds = self.evaluate(*target, value, seen);
        self.open.pop();
        holds
    }

    /// Whether the value satisfies the schema, without a report if it does not.
    pub(super) fn fits<'v>(
        &mut self,
        schema: Schema,
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> Answer {
        let is_seen = seen.is_some();
        self.silent += 1;
        let answer = self.answer(|this| this.evaluate(schema, value, seen));
        self.silent -= 1;
        // Nor is it known then what it would have evaluated.
        self.gave_up |= is_seen && answer == Answer::Unknown;
        answer
    }

    /// What an evaluation answers, apart from what was given up before it.
    fn answer(&mut self, evaluate: impl FnOnce(&mut Self) -> bool) -> Answer {
        let before = mem::take(&mut self.gave_up);
        let holds = evaluate(self);
        let gave_up = mem::replace(&mut self.gave_up, before);
        match (holds, gave_up) {
            (true, _) => Answer::Holds,
            (false, false) => Answer::Fails,
            (false, true) => Answer::Unknown,
        }
    }

    /// Whether a part of the value satisfies the schema that `keyword` has for it.
    pub(super) fn part(
        &mut self,
        segment: Segment,
        keyword: &'static str,
        schema: Schema,
        value: &Json,
    ) -> bool {
        self.checker.enter(segment);
        let holds = if schema.is_never() {
            self.fail(keyword, "must not be there")
        } else {
            self.evaluate(schema, value, None)
        };
        self.checker.leave();
        holds
    }

    /// Ends an evaluation that would not end: whether the value satisfies the schema remains unknown, which a report
    /// counts as a violation and `not` does not count as success.
    fn give_up(&mut self, message: &'static str) -> bool {
        self.gave_up = true;
        self.fail("$ref", message)
    }

    /// Reports that a keyword cannot be decided, because a schema in it was given up.
    pub(super) fn undecided(&mut self, keyword: &'static str) -> bool {
        self.gave_up = true;
        let message = format!("must nest less deep: `{keyword}` cannot be decided");
        self.fail(keyword, message)
    }

    /// Reports a violation, unless it is only asked whether the value fits.
    pub(super) fn fail(&mut self, keyword: &'static str, message: impl Into<String>) -> bool {
        if self.silent == 0 {
            self.checker.violation(keyword, message);
        }
        false
    }
}
