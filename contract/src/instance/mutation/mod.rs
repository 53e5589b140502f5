//! Changes a valid value in one place so that the judge finds it invalid.
//!
//! Every place of the value is looked at with the schemas that hold there, and
//! gives the changes its keywords suggest. The tape chooses the kind of change
//! and the place; the judge confirms it.

mod alternative;
mod array;
mod number;
mod object;
mod text;

use bindery_openapi::Pointer;
use bindery_openapi::document::{JsonType, SchemaId};
use serde_json::{Value, json};

use super::Tape;
use super::branch::{Branch, Choice};
use super::shape::Shape;
use super::{Instances, Mutant, any};
use crate::Judge;

/// Most changes that are looked at in one value.
const MAX_CANDIDATES: usize = 4_000;
/// Of so many seeds one is drawn for what is made anew.
const SEEDS: u64 = 1 << 16;
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
    Alternative,
    Other,
}

/// A change: the value at `pointer` becomes `replacement`.
struct Candidate {
    kind: Kind,
    pointer: Pointer,
    mutation: String,
    change: Change,
}

/// What happens to a value. A large value is not copied for each change that is looked at.
enum Change {
    /// It becomes another.
    Replace(Value),
    /// A property is taken away.
    Remove(String),
    /// A property is added.
    Insert(String, Value),
    /// An item is added.
    Push(Value),
}

impl Change {
    fn apply(&self, target: &mut Value) {
        match (self, target) {
            (Self::Replace(value), target) => *target = value.clone(),
            (Self::Remove(name), Value::Object(object)) => {
                object.shift_remove(name);
            }
            (Self::Insert(name, value), Value::Object(object)) => {
                object.insert(name.clone(), value.clone());
            }
            (Self::Push(item), Value::Array(items)) => items.push(item.clone()),
            (Self::Remove(_) | Self::Insert(..) | Self::Push(_), _) => {}
        }
    }
}

/// The value changed in one place; `None` where no change makes it invalid.
pub(super) fn mutate(
    instances: &Instances,
    schema: SchemaId,
    value: &Value,
    tape: &mut Tape,
) -> Option<Mutant> {
    let judge = &*instances.judge;
    let mut survey = Survey {
        judge,
        instances,
        seed: tape.below(SEEDS),
        made: 0,
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
    let target = value.pointer_mut(candidate.pointer.as_str())?;
    candidate.change.apply(target);
    (!judge.is_valid(schema, &value)).then(|| Mutant {
        value,
        mutation: candidate.mutation.clone(),
        pointer: candidate.pointer.clone(),
    })
}

/// Walks a value and gathers the changes that are worth a try.
struct Survey<'a> {
    judge: &'a Judge,
    instances: &'a Instances,
    /// What values that are made anew are made from.
    seed: u64,
    /// How many were.
    made: u32,
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
        self.suggest_others(&shape, value, at);
        self.suggest_alternatives(ids, &shape, value, at);
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
        self.suggest_change(kind, at, mutation, Change::Replace(replacement));
    }

    fn suggest_change(
        &mut self,
        kind: Kind,
        at: &Pointer,
        mutation: impl Into<String>,
        change: Change,
    ) {
        if self.candidates.len() < MAX_CANDIDATES {
            self.candidates.push(Candidate {
                kind,
                pointer: at.clone(),
                mutation: mutation.into(),
                change,
            });
        }
    }

    fn suggest_types(&mut self, shape: &Shape<'_>, value: &Value, at: &Pointer) {
        let admitted = |sample: &Value| shape.types.iter().any(|it| it.admits(sample));
        for (name, sample) in samples() {
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

    /// For the keywords that say what a value is not, a value of each type.
    fn suggest_others(&mut self, shape: &Shape<'_>, value: &Value, at: &Pointer) {
        let document = self.judge.document();
        let negates = |id: &SchemaId| {
            let schema = document.schema(*id);
            schema.not.is_some()
                || schema.condition.is_some()
                || schema.alternatives().nth(1).is_some()
        };
        if !shape.members.iter().any(negates) {
            return;
        }
        for (name, sample) in samples() {
            let mutation = format!("{name} in place of {}", type_name(value));
            self.suggest(Kind::Other, at, mutation, sample);
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
}

/// A value of each type, and what it is called.
fn samples() -> [(&'static str, Value); 6] {
    [
        ("a boolean", json!(true)),
        ("a number", json!(7)),
        ("a number with a fraction", json!(0.5)),
        ("a string", json!("text")),
        ("an array", json!([])),
        ("an object", json!({})),
    ]
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
