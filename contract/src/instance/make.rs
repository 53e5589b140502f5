//! Makes a value of several schemas at once: gathers what they say, draws a
//! type, and leaves the rest to the file of that type.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, SchemaId};
use serde_json::Value;

use super::branch::{Branch, Choice};
use super::height::ENDLESS;
use super::shape::Shape;
use super::{CannotMake, InstanceOptions, Tape, any, array, number, object, text};
use crate::{Interpretation, Judge};

/// How deep a value may nest beyond the depth at which simple choices begin.
const MAX_BEYOND: u32 = 64;

/// Everything that making one value needs.
pub(super) struct Maker<'a> {
    pub(super) document: &'a Document,
    judge: &'a Judge,
    pub(super) options: &'a InstanceOptions,
    pub(super) tape: &'a mut Tape,
    interpretation: Interpretation,
    heights: &'a [u32],
    values: u32,
    frugal: bool,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        judge: &'a Judge,
        options: &'a InstanceOptions,
        heights: &'a [u32],
        tape: &'a mut Tape,
    ) -> Self {
        Self {
            document: judge.document(),
            judge,
            options,
            interpretation: judge.interpretation(),
            heights,
            values: 0,
            frugal: tape.below(6) == 0,
            tape,
        }
    }

    /// A value of the schema, not yet judged.
    pub(super) fn make_root(&mut self, id: SchemaId) -> Result<Value, CannotMake> {
        self.make(&[id], 0)
    }

    /// A value of which all the schemas hold, not yet judged.
    pub(super) fn make(&mut self, ids: &[SchemaId], depth: u32) -> Result<Value, CannotMake> {
        self.values += 1;
        if depth > self.options.max_depth + MAX_BEYOND {
            return Err(CannotMake::because("every instance nests too deeply"));
        }
        let shape = self.gather(ids, depth)?;
        self.make_shaped(&shape, depth)
            .map_err(|reason| match ids.first() {
                Some(id) => reason.at(self.document, *id),
                None => reason,
            })
    }

    /// Whether only the simplest choices are to be made from here on.
    pub(super) fn is_brief(&self, depth: u32) -> bool {
        self.frugal || depth >= self.options.max_depth || self.values >= self.options.max_values
    }

    /// The height of the simplest value of which all the schemas hold.
    pub(super) fn height(&self, ids: &[SchemaId]) -> u32 {
        let heights = ids.iter().map(|id| self.heights[id.index()]);
        heights.max().unwrap_or(0)
    }

    fn gather(&mut self, ids: &[SchemaId], depth: u32) -> Result<Shape<'a>, CannotMake> {
        let document = self.document;
        let mut shape = Shape::gather(document, self.interpretation, ids, &mut |branch| {
            self.choose(branch, depth)
        })?;
        let pins = self.fitting_pins(&shape);
        for (name, _) in &shape.pins {
            if shape.admits_name(name) && pins.iter().all(|(pinned, _)| pinned != name) {
                shape.present.push(name);
            }
        }
        shape.pins = pins;
        Ok(shape)
    }

    /// The discriminators' values that the schemas of their properties admit. A
    /// name that a description never meant as a value is left out.
    fn fitting_pins(&self, shape: &Shape<'a>) -> Vec<(&'a str, String)> {
        let fits = |(name, value): &&(&str, String)| {
            let value = Value::String(value.clone());
            let schemas = shape.property_schemas(name);
            shape.admits_name(name) && schemas.iter().all(|id| self.judge.is_valid(*id, &value))
        };
        shape.pins.iter().filter(fits).cloned().collect()
    }

    fn choose(&mut self, branch: Branch<'a>, depth: u32) -> Result<Choice<'a>, CannotMake> {
        match branch {
            Branch::OneOf(ids) => Ok(Choice::Schemas(vec![self.choose_one(ids, depth)?])),
            Branch::AnyOf(ids) => {
                let mut chosen = vec![self.choose_one(ids, depth)?];
                if !self.is_brief(depth) && self.tape.rarely(4) {
                    chosen.push(self.choose_one(ids, depth)?);
                }
                Ok(Choice::Schemas(chosen))
            }
            Branch::Condition(condition, then, otherwise) => {
                let chosen = if self.tape.rarely(2) {
                    [Some(condition), then]
                } else {
                    [otherwise, None]
                };
                Ok(Choice::Schemas(chosen.into_iter().flatten().collect()))
            }
            Branch::Dependent(name, id) => {
                let present = !self.is_brief(depth) && self.tape.rarely(2);
                let absent = Choice::Without(name);
                Ok(if present {
                    Choice::With(name, id)
                } else {
                    absent
                })
            }
            Branch::Children(discriminator) => {
                let targets: Vec<SchemaId> =
                    discriminator.mapping.iter().map(|(_, id)| *id).collect();
                let chosen = self.choose_one(&targets, depth).ok();
                Ok(Choice::Schemas(chosen.into_iter().collect()))
            }
        }
    }

    /// One of them that has an end; the one of least height where brevity asks for it.
    fn choose_one(&mut self, ids: &[SchemaId], depth: u32) -> Result<SchemaId, CannotMake> {
        let least = ids.iter().map(|id| self.heights[id.index()]).min();
        let most = match least {
            Some(ENDLESS) | None => return Err(CannotMake::because("no variant has an end")),
            Some(least) if depth >= self.options.max_depth => least,
            Some(_) => ENDLESS - 1,
        };
        let fitting = |id: &&SchemaId| self.heights[id.index()] <= most;
        let fitting: Vec<SchemaId> = ids.iter().filter(fitting).copied().collect();
        let chosen = self.tape.pick(&fitting).copied();
        chosen.ok_or_else(|| CannotMake::because("there is no variant"))
    }

    fn make_shaped(&mut self, shape: &Shape<'a>, depth: u32) -> Result<Value, CannotMake> {
        if shape.never {
            return Err(CannotMake::because("the schema `false` admits nothing"));
        }
        if shape.forgets_null() && self.tape.rarely(4) {
            return Ok(Value::Null);
        }
        if let Some(constant) = shape.constants.first() {
            return Ok((*constant).clone());
        }
        if let Some((first, others)) = shape.enumerations.split_first() {
            return self.make_enumerated(shape, first, others);
        }
        let types = self.candidate_types(shape, depth);
        let Some(&json_type) = self.tape.pick(&types) else {
            return Err(CannotMake::because("the types exclude each other"));
        };
        self.make_typed(shape, json_type, depth)
    }

    fn make_enumerated(
        &mut self,
        shape: &Shape<'a>,
        first: &'a [Value],
        others: &[&'a [Value]],
    ) -> Result<Value, CannotMake> {
        let admitted = |value: &&Value| {
            others.iter().all(|other| other.contains(value))
                && shape.types.iter().any(|json_type| json_type.admits(value))
        };
        let admitted: Vec<&Value> = first.iter().filter(admitted).collect();
        let chosen = self.tape.pick(&admitted).copied();
        chosen
            .cloned()
            .ok_or_else(|| CannotMake::because("no value of the enumeration is of the type"))
    }

    /// The types to draw from: those of which something is said where no type
    /// is stated, and those that end soonest where brevity asks for it.
    fn candidate_types(&mut self, shape: &Shape<'a>, depth: u32) -> Vec<JsonType> {
        let said = |json_type: &JsonType| match json_type {
            JsonType::Object => !shape.objects.is_empty(),
            JsonType::Array => !shape.arrays.is_empty(),
            JsonType::Number | JsonType::Integer => !shape.numbers.is_empty(),
            JsonType::String => !shape.strings.is_empty() || !shape.formats.is_empty(),
            JsonType::Null | JsonType::Boolean => false,
        };
        let mut types: Vec<JsonType> = shape.types.iter().collect();
        if !shape.types_stated && types.iter().any(said) && !self.is_liberal() {
            types.retain(said);
        }
        if depth >= self.options.max_depth {
            let least = types.iter().map(|it| self.type_height(shape, *it)).min();
            types.retain(|it| Some(self.type_height(shape, *it)) == least);
        }
        types
    }

    /// Whether a type of which nothing is said is drawn all the same.
    fn is_liberal(&mut self) -> bool {
        match self.interpretation {
            Interpretation::Default => false,
            Interpretation::Strict => self.tape.rarely(4),
        }
    }

    fn type_height(&self, shape: &Shape<'a>, json_type: JsonType) -> u32 {
        match json_type {
            JsonType::Object => {
                let required = shape.required().into_iter();
                let heights = required.map(|name| self.height(&shape.property_schemas(name)));
                heights.max().map_or(0, |height| height.saturating_add(1))
            }
            JsonType::Array if shape.min_items() > 0 => {
                self.height(&shape.item_schemas(0)).saturating_add(1)
            }
            JsonType::Array
            | JsonType::Null
            | JsonType::Boolean
            | JsonType::Number
            | JsonType::String
            | JsonType::Integer => 0,
        }
    }

    fn make_typed(
        &mut self,
        shape: &Shape<'a>,
        json_type: JsonType,
        depth: u32,
    ) -> Result<Value, CannotMake> {
        match json_type {
            JsonType::Null => Ok(Value::Null),
            JsonType::Boolean => Ok(Value::Bool(self.tape.below(2) == 1)),
            JsonType::Integer => number::make_integer(shape, self.tape),
            JsonType::Number => number::make_number(shape, self.tape),
            JsonType::String => text::make_string(shape, self.tape),
            JsonType::Array => array::make_array(self, shape, depth),
            JsonType::Object => object::make_object(self, shape, depth),
        }
    }

    /// A value of the schemas, or any where there are none.
    pub(super) fn make_or_any(
        &mut self,
        ids: &[SchemaId],
        depth: u32,
    ) -> Result<Value, CannotMake> {
        if ids.is_empty() {
            let deepest = if self.is_brief(depth) { 0 } else { 2 };
            return Ok(any::make_any(self.tape, deepest));
        }
        self.make(ids, depth)
    }
}
