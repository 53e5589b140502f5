//! Says whether a value is what a schema says, by asking an independent
//! validator: the `jsonschema` crate, draft 2020-12, formats asserted.
//!
//! The schema it is asked with is written from the [`Document`] and stands on its own.

mod alternatives;
mod definitions;
pub(crate) mod format;
mod instant;
mod keywords;
pub(crate) mod meant;
mod schema;
mod spoken;
mod told;

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use bindery_openapi::document::{Direction, Schema, SchemaId};
use bindery_openapi::{Document, Pointer};
use jsonschema::{Draft, Validator};
use serde_json::Value;

use crate::graph::{self, Extent};
use definitions::Definitions;
pub use instant::same_instant;
use told::Told;

/// Longest chain of schemas that hold of the same value.
const MAX_IN_PLACE: u32 = 256;
/// Most schemas that hold of the same value, counted as often as they are named, over all that one schema reaches.
const MAX_PARTS: u64 = 1 << 18;
/// Longest way through the schemas that one schema reaches.
const MAX_DEPTH: usize = 8_000;
/// What the validator's compiler gets of stack for each level.
const STACK_PER_LEVEL: usize = 64 * 1024;
/// Longest message of a violation, in bytes.
const MAX_MESSAGE: usize = 400;

/// How a schema that states no `type` is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interpretation {
    /// What people mean: a schema that states a keyword of objects and no
    /// `type` describes an object, and the formats of numbers and dates assert
    /// whatever the version.
    #[default]
    Default,
    /// What JSON Schema says: a schema without `type` admits every type, a
    /// keyword of objects holds only for those (JSON Schema 2020-12 core §7.6.1),
    /// and from OpenAPI 3.1 on a `format` asserts nothing (validation §7.2.1).
    Strict,
}

/// One thing wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The place in the value.
    pub pointer: Pointer,
    /// The keyword that it does not satisfy, such as `maxLength`; empty where the schema cannot be asked.
    pub keyword: String,
    /// What is wrong, in a sentence.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pointer.as_str() {
            "" => formatter.write_str(&self.message),
            pointer => write!(formatter, "{pointer}: {}", self.message),
        }
    }
}

/// Why a schema cannot be asked at all, such as a `pattern` that is no regular expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unjudgeable {
    /// What is wrong with the schema, in a sentence.
    pub reason: String,
}

impl fmt::Display for Unjudgeable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the schema cannot be used: {}", self.reason)
    }
}

impl Error for Unjudgeable {}

type Compiled = Arc<Result<Validator, Unjudgeable>>;

/// Judges values by the schemas of one document.
///
/// Validators are compiled when first asked for, and kept.
pub struct Judge {
    document: Arc<Document>,
    interpretation: Interpretation,
    asserts_formats: bool,
    /// Formats of which it is known whether they assert.
    known_formats: BTreeMap<String, bool>,
    definitions: Definitions,
    in_place_extents: Vec<Option<Extent>>,
    compiled: Mutex<HashMap<SchemaId, Compiled>>,
}

impl Judge {
    /// A judge that reads schemas as people mean them.
    pub fn new(document: impl Into<Arc<Document>>) -> Self {
        Self::with_interpretation(document, Interpretation::Default)
    }

    /// A judge that reads schemas so.
    pub fn with_interpretation(
        document: impl Into<Arc<Document>>,
        interpretation: Interpretation,
    ) -> Self {
        let document = document.into();
        Self {
            definitions: Definitions::new(&document),
            in_place_extents: graph::in_place_extents(&document, interpretation),
            asserts_formats: format::assert_in(&document.version),
            known_formats: BTreeMap::new(),
            document,
            interpretation,
            compiled: Mutex::default(),
        }
    }

    /// The same judge, to which every format asserts, whatever the description's version.
    #[must_use]
    pub fn asserting_formats(mut self) -> Self {
        self.asserts_formats = true;
        self
    }

    /// The same judge, to which each of these formats asserts where it is said to, and otherwise does not, unless all
    /// do.
    #[must_use]
    pub fn knowing_formats(mut self, formats: BTreeMap<String, bool>) -> Self {
        self.known_formats = formats;
        self
    }

    /// The judge of what goes in one direction: requests have nothing that is `readOnly`, responses nothing that is
    /// `writeOnly`, and neither is required to (OpenAPI 3.0.3 §4.7.24). The same judge where the document says nothing
    /// of either.
    #[must_use]
    pub fn in_direction(self: &Arc<Self>, direction: Direction) -> Arc<Self> {
        match self.document.in_direction(direction) {
            Some(document) => {
                let judge = Self::with_interpretation(document, self.interpretation);
                Arc::new(Self {
                    asserts_formats: self.asserts_formats,
                    known_formats: self.known_formats.clone(),
                    ..judge
                })
            }
            None => Arc::clone(self),
        }
    }

    /// The document whose schemas it judges by.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// How it reads a schema without `type`.
    pub fn interpretation(&self) -> Interpretation {
        self.interpretation
    }

    /// The schema as JSON Schema 2020-12 that needs nothing else: what it
    /// refers to is in `$defs`, under the component's name where it has one.
    ///
    /// Formats that bound a number become bounds; annotations are left out.
    pub fn schema_for(&self, id: SchemaId) -> Value {
        schema::write_schema(self, &self.definitions, id)
    }

    /// Whether a format asserts anything (JSON Schema 2020-12 validation §7.2.1): before OpenAPI 3.1
    /// all do; from then on those of numbers and dates, where people's meaning is asked for.
    fn asserts(&self, format: &str) -> bool {
        match (self.known_formats.get(format), self.interpretation) {
            _ if self.asserts_formats => true,
            (Some(asserts), _) => *asserts,
            (None, Interpretation::Default) => format::is_of_a_type(format),
            (None, Interpretation::Strict) => false,
        }
    }

    /// What tells the alternatives of a schema apart, unless by the letter a discriminator changes nothing
    /// (OpenAPI 3.1.1 §4.8.25).
    fn told<'d>(&'d self, schema: &'d Schema) -> Option<Told<'d>> {
        match self.interpretation {
            Interpretation::Default => Told::of(&self.document, schema),
            Interpretation::Strict => None,
        }
    }

    /// Whether the schema can be asked at all.
    pub fn check(&self, id: SchemaId) -> Result<(), Unjudgeable> {
        match &*self.compiled(id) {
            Ok(_) => Ok(()),
            Err(unjudgeable) => Err(unjudgeable.clone()),
        }
    }

    /// Whether the value is what the schema says. Nothing is where the schema cannot be asked.
    pub fn is_valid(&self, id: SchemaId, value: &Value) -> bool {
        match &*self.compiled(id) {
            Ok(validator) => validator.is_valid(value),
            Err(_) => false,
        }
    }

    /// Everything wrong with the value; a schema that cannot be asked is one violation.
    pub fn violations(&self, id: SchemaId, value: &Value) -> Vec<Violation> {
        match &*self.compiled(id) {
            Ok(validator) => validator
                .iter_errors(value)
                .map(|error| Violation {
                    pointer: Pointer::parse(error.instance_path().as_str()),
                    keyword: error.kind().keyword().to_owned(),
                    message: shorten(error.to_string()),
                })
                .collect(),
            Err(unjudgeable) => vec![Violation {
                pointer: Pointer::root(),
                keyword: String::new(),
                message: unjudgeable.to_string(),
            }],
        }
    }

    fn compiled(&self, id: SchemaId) -> Compiled {
        if let Some(compiled) = self.cache().get(&id) {
            return Arc::clone(compiled);
        }
        let compiled = Arc::new(self.compile(id));
        self.cache().insert(id, Arc::clone(&compiled));
        compiled
    }

    fn cache(&self) -> std::sync::MutexGuard<'_, HashMap<SchemaId, Compiled>> {
        self.compiled.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn compile(&self, id: SchemaId) -> Result<Validator, Unjudgeable> {
        let depth = self.bounded_depth(id)?;
        let schema = self.schema_for(id);
        let stack = (depth + 64) * STACK_PER_LEVEL;
        on_stack(stack, || build(&schema)).unwrap_or_else(|| {
            Err(Unjudgeable {
                reason: "its validator could not be made".to_owned(),
            })
        })
    }

    /// How deep the schema goes, where the validator can follow it.
    fn bounded_depth(&self, id: SchemaId) -> Result<usize, Unjudgeable> {
        let closure = graph::closure(&self.document, id);
        let mut parts = 0_u64;
        for &member in &closure.members {
            let pointer = &self.document.schema(member).location.pointer;
            let reason = match self.in_place_extents[member.index()] {
                Some(extent) if extent.height <= MAX_IN_PLACE => {
                    parts = parts.saturating_add(extent.parts);
                    continue;
                }
                Some(_) => format!("`{pointer}` is made of more than {MAX_IN_PLACE} schemas"),
                None => format!("`{pointer}` refers to itself without end"),
            };
            return Err(Unjudgeable { reason });
        }
        if parts > MAX_PARTS {
            let reason = format!(
                "it is made of more than {MAX_PARTS} schemas, each counted as often as it is named"
            );
            return Err(Unjudgeable { reason });
        }
        if closure.depth > MAX_DEPTH {
            let reason = format!("it nests more than {MAX_DEPTH} schemas");
            return Err(Unjudgeable { reason });
        }
        Ok(closure.depth)
    }
}

impl fmt::Debug for Judge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Judge")
            .field("title", &self.document.title)
            .field("interpretation", &self.interpretation)
            .finish_non_exhaustive()
    }
}

fn build(schema: &Value) -> Result<Validator, Unjudgeable> {
    let options = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true);
    format::with_formats(options)
        .offline()
        .build(schema)
        .map_err(|error| Unjudgeable {
            reason: shorten(error.to_string()),
        })
}

/// Runs `work` on a stack of that many bytes; `None` where there is none to be had.
fn on_stack<T: Send>(bytes: usize, work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new()
            .stack_size(bytes)
            .spawn_scoped(scope, work);
        thread.ok()?.join().ok()
    })
}

fn shorten(mut message: String) -> String {
    if message.len() > MAX_MESSAGE {
        let end = (0..=MAX_MESSAGE)
            .rev()
            .find(|at| message.is_char_boundary(*at));
        message.truncate(end.unwrap_or_default());
        message.push('…');
    }
    message
}
