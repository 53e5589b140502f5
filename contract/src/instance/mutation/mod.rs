//! Changes a valid value in one place so that the judge finds it invalid.
//!
//! Every place of the value is looked at with the schemas that hold there, and
//! gives the changes its keywords suggest. The tape chooses the kind of change
//! and the place; the judge confirms it.

mod object;
mod scalar;

use bindery_openapi::Pointer;
use bindery_openapi::document::{JsonType, SchemaId};
use serde_json::{Value, json};

use super::Tape;
use super::shape::{Branch, Choice, Shape, is_of_type};
use super::{Mutant, any};
use crate::Judge;

/// Most changes that are looked at in one value.
const MAX_CANDIDATES: usize = 4_000;
/// How often the judge is asked.
const MAX_ASKED: usize = 300;

/// The keyword that a change is to break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Type,
    Null,
    Enumeration,
    Length,
    Pattern,
    Format,
    Bound,
    Multiple,
    Count,
    Unique,
    Contains,
    Required,
    Unknown,
}

/// A change: the value at `pointer` becomes `replacement`.
struct Candidate {
    kind: Kind,
    pointer: Pointer,
    mutation: String,
    replacement: Value,
}

/// The value changed in one place; `None` where no change makes it invalid.
pub(super) fn mutate(
    judge: &Judge,
    schema: SchemaId,
    value: &Value,
    tape: &mut Tape,
) -> Option<Mutant> {
    let mut survey = Survey {
        judge,
        candidates: Vec::new(),
    };
    survey.visit(&[schema], value, &Pointer::root());
    let candidates = survey.candidates;
    let mut kinds: Vec<Kind> = Vec::new();
    for candidate in &candidates {
        if !kinds.contains(&candidate.kind) {
            kinds.push(candidate.kind);
        }
    }
    let kind = *tape.pick(&kinds)?;
    let chosen: Vec<&Candidate> = candidates.iter().filter(|it| it.kind == kind).collect();
    let start = tape.index(chosen.len());
    let in_turn = chosen[start..].iter().chain(&chosen[..start]).copied();
    in_turn
        .chain(candidates.iter().filter(|it| it.kind != kind))
        .take(MAX_ASKED)
        .find_map(|candidate| apply(judge, schema, value, candidate))
}

fn apply(judge: &Judge, schema: SchemaId, value: &Value, candidate: &Candidate) -> Option<Mutant> {
    let mut value = value.clone();
    *value.pointer_mut(candidate.pointer.as_str())? = candidate.replacement.clone();
    (!judge.is_valid(schema, &value)).then(|| Mutant {
        value,
        mutation: candidate.mutation.clone(),
        pointer: candidate.pointer.clone(),
    })
}

/// Walks a value and gathers the changes that are worth a try.
struct Survey<'a> {
    judge: &'a Judge,
    candidates: Vec<Candidate>,
}

impl<'a> Survey<'a> {
    fn visit(&mut self, ids: &[SchemaId], value: &Value, at: &Pointer) {
        if self.candidates.len() >= MAX_CANDIDATES {
            return;
        }
        let shape = self.gather(ids, value);
        self.suggest_types(&shape, value, at);
        self.suggest_values(&shape, value, at);
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => self.suggest_numbers(&shape, number, at),
            Value::String(text) => self.suggest_strings(&shape, text, at),
            Value::Array(items) => {
                self.suggest_arrays(&shape, items, at);
                for (index, item) in items.iter().enumerate() {
                    self.visit(&shape.item_schemas(index), item, &at.index(index));
                }
            }
            Value::Object(object) => {
                self.suggest_objects(&shape, object, at);
                for (name, member) in object {
                    self.visit(&shape.property_schemas(name), member, &at.key(name));
                }
            }
        }
    }

    /// What the schemas say together of this very value.
    fn gather(&self, ids: &[SchemaId], value: &Value) -> Shape<'a> {
        let judge = self.judge;
        let holds = |id: &SchemaId| judge.is_valid(*id, value);
        let mut choose = |branch: Branch<'a>| -> Result<Choice<'a>, std::convert::Infallible> {
            let chosen = match branch {
                Branch::OneOf(ids) | Branch::AnyOf(ids) => {
                    ids.iter().filter(|id| holds(id)).copied().collect()
                }
                Branch::Condition(condition, then, otherwise) => {
                    let branch = if holds(&condition) { then } else { otherwise };
                    branch.into_iter().collect()
                }
                Branch::Dependent(name, id) => {
                    let there = value.get(name).is_some();
                    there.then_some(id).into_iter().collect()
                }
                Branch::Children(_) => Vec::new(),
            };
            Ok(Choice::Schemas(chosen))
        };
        let gathered = Shape::gather(judge.document(), judge.interpretation(), ids, &mut choose);
        match gathered {
            Ok(shape) => shape,
        }
    }

    fn suggest(
        &mut self,
        kind: Kind,
        at: &Pointer,
        mutation: impl Into<String>,
        replacement: Value,
    ) {
        self.candidates.push(Candidate {
            kind,
            pointer: at.clone(),
            mutation: mutation.into(),
            replacement,
        });
    }

    fn suggest_types(&mut self, shape: &Shape<'_>, value: &Value, at: &Pointer) {
        let admitted = |sample: &Value| shape.types.iter().any(|it| is_of_type(sample, it));
        let samples = [
            ("a boolean", json!(true)),
            ("a number", json!(7)),
            ("a number with a fraction", json!(0.5)),
            ("a string", json!("text")),
            ("an array", json!([])),
            ("an object", json!({})),
        ];
        for (name, sample) in samples {
            if !admitted(&sample) {
                let mutation = format!("{name} in place of {}", type_name(value));
                self.suggest(Kind::Type, at, mutation, sample);
            }
        }
        if !shape.types.contains(JsonType::Null) {
            let mutation = format!("null in place of {}", type_name(value));
            self.suggest(Kind::Null, at, mutation, Value::Null);
        }
    }

    fn suggest_values(&mut self, shape: &Shape<'_>, value: &Value, at: &Pointer) {
        if shape.enumerations.is_empty() && shape.constants.is_empty() {
            return;
        }
        let other = match value {
            Value::String(text) => json!(format!("{text}~")),
            Value::Number(number) => json!(number.as_i64().unwrap_or(0).wrapping_add(1_000_003)),
            Value::Bool(truth) => json!(!truth),
            Value::Null => json!("neither"),
            Value::Array(_) => json!(["neither"]),
            Value::Object(_) => json!({"neither": 1}),
        };
        self.suggest(Kind::Enumeration, at, "a value that is not listed", other);
    }

    fn suggest_arrays(&mut self, shape: &Shape<'_>, items: &[Value], at: &Pointer) {
        let least = usize::try_from(shape.min_items()).unwrap_or(usize::MAX);
        if let Some(kept) = least.checked_sub(1).filter(|kept| *kept < items.len()) {
            self.suggest(Kind::Count, at, "too few items", json!(items[..kept]));
        }
        let most = shape
            .max_items()
            .and_then(|most| usize::try_from(most).ok());
        if let Some(most) = most.filter(|most| *most < MAX_CANDIDATES) {
            let filler = items.last().cloned().unwrap_or(Value::Null);
            let mut longer = items.to_vec();
            longer.resize(most + 1, filler);
            self.suggest(Kind::Count, at, "too many items", json!(longer));
        }
        if let (true, Some(first)) = (shape.arrays.iter().any(|it| it.unique_items), items.first())
        {
            let mut doubled = items.to_vec();
            doubled.push(first.clone());
            self.suggest(Kind::Unique, at, "an item twice", json!(doubled));
        }
        if shape.arrays.iter().any(|it| it.contains.is_some()) {
            self.suggest(
                Kind::Contains,
                at,
                "no item of the kind asked for",
                json!([]),
            );
        }
    }
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// A name that the object does not have, the same for the same object.
fn fresh_name(taken: impl Fn(&str) -> bool) -> String {
    let mut tape = Tape::from_seed(0);
    let mut name = "unknown".to_owned();
    while taken(&name) {
        name.push_str(&any::key(&mut tape));
    }
    name
}
