//! Values made from a schema: valid ones, and ones that a single change made invalid.
//!
//! ```text
//! Tape ──draw──▶ value ──judge──▶ valid value ──mutate──▶ value ──judge──▶ Mutant
//! ```
//!
//! Making follows the keywords and need not get everything right: each value is
//! judged, and one that fails is made again with further numbers from the tape.

mod any;
mod array;
mod branch;
mod format;
mod height;
mod make;
mod multiple;
mod mutation;
mod number;
mod object;
mod pattern;
mod shape;
mod shrink;
mod stretch;
mod tape;
mod text;

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use bindery_openapi::document::{Direction, SchemaId};
use bindery_openapi::{Document, Pointer};
use serde_json::Value;

use crate::Judge;
use make::Maker;
pub use shrink::shrink;
pub use tape::Tape;

/// What instances are made like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceOptions {
    /// Where properties that a schema does not name are added.
    pub unknown_properties: UnknownProperties,
    /// How deep an instance nests before the simplest choices are made.
    pub max_depth: u32,
    /// How many values an instance has before the simplest choices are made.
    pub max_values: u32,
    /// How often a value is made before it is given up.
    pub tries: u32,
}

impl Default for InstanceOptions {
    fn default() -> Self {
        Self {
            unknown_properties: UnknownProperties::default(),
            max_depth: 6,
            max_values: 200,
            tries: 60,
        }
    }
}

/// Where properties that a schema does not name are added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownProperties {
    /// Nowhere.
    Never,
    /// Where `additionalProperties` is `true` or a schema, where `patternProperties`
    /// admits them, and to objects that name no property at all.
    #[default]
    WhereStated,
    /// Wherever they are not forbidden.
    WhereAllowed,
}

/// A valid instance that one change made invalid.
#[derive(Clone, Debug, PartialEq)]
pub struct Mutant {
    /// The invalid value.
    pub value: Value,
    /// What was changed, in words.
    pub mutation: String,
    /// The value that was changed; the object where a property was added or taken away.
    pub pointer: Pointer,
}

/// Why no instance could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CannotMake {
    /// The reason, in a sentence.
    pub reason: String,
    /// The schema that it holds for, as a pointer into the description.
    pub schema: Option<Pointer>,
}

impl CannotMake {
    pub(crate) fn because(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            schema: None,
        }
    }

    fn at(mut self, document: &Document, id: SchemaId) -> Self {
        let pointer = || document.schema(id).location.pointer.clone();
        self.schema = Some(self.schema.take().unwrap_or_else(pointer));
        self
    }
}

impl fmt::Display for CannotMake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.schema {
            Some(pointer) => write!(formatter, "no instance of `{pointer}`: {}", self.reason),
            None => write!(formatter, "no instance: {}", self.reason),
        }
    }
}

impl Error for CannotMake {}

/// Makes instances of the schemas of one document.
#[derive(Clone, Debug)]
pub struct Instances {
    judge: Arc<Judge>,
    options: InstanceOptions,
    heights: Arc<[u32]>,
}

impl Instances {
    /// Instances that this judge finds valid, made with the default options.
    pub fn new(judge: impl Into<Arc<Judge>>) -> Self {
        Self::with_options(judge, InstanceOptions::default())
    }

    /// Instances that this judge finds valid.
    pub fn with_options(judge: impl Into<Arc<Judge>>, options: InstanceOptions) -> Self {
        let judge = judge.into();
        Self {
            heights: height::heights(judge.document()).into(),
            judge,
            options,
        }
    }

    /// Instances of what goes in one direction, as [`Judge::in_direction`] finds them valid.
    #[must_use]
    pub fn in_direction(&self, direction: Direction) -> Self {
        Self::with_options(self.judge.in_direction(direction), self.options.clone())
    }

    /// The judge of what is made.
    pub fn judge(&self) -> &Arc<Judge> {
        &self.judge
    }

    /// A valid instance. The tape then holds only what made it.
    ///
    /// # Errors
    ///
    /// [`CannotMake`] when no valid value was found within the tries, with the last reason.
    pub fn valid(&self, schema: SchemaId, tape: &mut Tape) -> Result<Value, CannotMake> {
        self.checked(schema)?;
        let mut last = CannotMake::because("no try was allowed");
        for _ in 0..self.options.tries {
            let start = tape.position();
            match self.attempt(schema, tape) {
                Ok(value) => return Ok(value),
                Err(reason) => last = reason,
            }
            tape.forget_since(start);
        }
        Err(last.at(self.judge.document(), schema))
    }

    /// A valid instance changed by one mutation that makes it invalid; where no valid one is made,
    /// any value that is invalid.
    ///
    /// # Errors
    ///
    /// [`CannotMake`] when no mutation makes an instance invalid, as for a schema that admits
    /// everything, or when the schema cannot be asked.
    pub fn invalid(&self, schema: SchemaId, tape: &mut Tape) -> Result<Mutant, CannotMake> {
        self.checked(schema)?;
        for _ in 0..self.options.tries.min(16) {
            let start = tape.position();
            let value = match self.valid(schema, tape) {
                Ok(value) => value,
                Err(reason) => return self.anything_invalid(schema, tape).ok_or(reason),
            };
            if let Some(mutant) = mutation::mutate(self, schema, &value, tape) {
                return Ok(mutant);
            }
            tape.forget_since(start);
        }
        let reason = CannotMake::because("no single change makes an instance invalid");
        Err(reason.at(self.judge.document(), schema))
    }

    /// The simplest valid instance found that still fails, starting from the
    /// tape of one that does. Every instance tried is valid.
    pub fn shrink(
        &self,
        schema: SchemaId,
        tape: &Tape,
        mut still_fails: impl FnMut(&Value) -> bool,
    ) -> Option<Value> {
        shrink(
            tape,
            |tape| self.attempt(schema, tape).ok(),
            |value| still_fails(value),
        )
    }

    /// The simplest mutant found that still fails, starting from the tape of one that does.
    pub fn shrink_invalid(
        &self,
        schema: SchemaId,
        tape: &Tape,
        mut still_fails: impl FnMut(&Mutant) -> bool,
    ) -> Option<Mutant> {
        let has_valid = self.valid(schema, &mut tape.clone()).is_ok();
        let make = |tape: &mut Tape| {
            if !has_valid {
                return self.anything_invalid(schema, tape);
            }
            let value = self.attempt(schema, tape).ok()?;
            mutation::mutate(self, schema, &value, tape)
        };
        shrink(tape, make, |mutant| still_fails(mutant))
    }

    /// What the keywords ask for where that is invalid all the same, or any value that is.
    fn anything_invalid(&self, schema: SchemaId, tape: &mut Tape) -> Option<Mutant> {
        let made = (tape.below(2) == 1).then(|| self.make(schema, tape).ok());
        let value = made.flatten();
        let value = value.unwrap_or_else(|| any::make_any(tape, 3));
        (!self.judge.is_valid(schema, &value)).then(|| Mutant {
            value,
            mutation: "no change, since no value is known to be valid".to_owned(),
            pointer: Pointer::root(),
        })
    }

    /// A value that the keywords ask for, not yet judged.
    fn make(&self, schema: SchemaId, tape: &mut Tape) -> Result<Value, CannotMake> {
        Maker::new(&self.judge, &self.options, &self.heights, tape).make_root(schema)
    }

    fn attempt(&self, schema: SchemaId, tape: &mut Tape) -> Result<Value, CannotMake> {
        let value = self.make(schema, tape)?;
        match self.judge.violations(schema, &value).first() {
            None => Ok(value),
            Some(violation) => Err(CannotMake::because(format!(
                "what was made is not valid: {violation}"
            ))),
        }
    }

    fn checked(&self, schema: SchemaId) -> Result<(), CannotMake> {
        self.judge.check(schema).map_err(|unjudgeable| {
            CannotMake::because(unjudgeable.reason).at(self.judge.document(), schema)
        })
    }
}
