//! Any value that serde can write, as a parameter.

use std::fmt::Display;

use serde::{
    Serialize, Serializer,
    ser::{
        SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

use super::value::{ParameterError, ParameterValue};
use crate::{file, number};

type Result<T = ParameterValue> = std::result::Result<T, ParameterError>;

/// Writes a value as a [`ParameterValue`].
pub(super) struct ParameterSerializer;

fn text(value: impl Display) -> ParameterValue {
    ParameterValue::Text(value.to_string())
}

fn literal(value: impl Display) -> ParameterValue {
    ParameterValue::Literal(value.to_string())
}

/// A float as JSON would have it, without the fraction of a whole number: 50.0 is written `50`.
fn float(value: impl Display, is_finite: bool) -> Result {
    if is_finite {
        return Ok(literal(value));
    }
    Err(ParameterError(
        "a number that is infinite or not a number has no text".to_owned(),
    ))
}

fn unsupported<T>(what: &str) -> Result<T> {
    Err(ParameterError(format!(
        "{what} cannot be written as a parameter"
    )))
}

impl Serializer for ParameterSerializer {
    type Ok = ParameterValue;
    type Error = ParameterError;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = List;
    type SerializeMap = Object;
    type SerializeStruct = Object;
    type SerializeStructVariant = Object;

    fn serialize_bool(self, value: bool) -> Result {
        Ok(literal(value))
    }

    fn serialize_i8(self, value: i8) -> Result {
        Ok(literal(value))
    }

    fn serialize_i16(self, value: i16) -> Result {
        Ok(literal(value))
    }

    fn serialize_i32(self, value: i32) -> Result {
        Ok(literal(value))
    }

    fn serialize_i64(self, value: i64) -> Result {
        Ok(literal(value))
    }

    fn serialize_i128(self, value: i128) -> Result {
        Ok(literal(value))
    }

    fn serialize_u8(self, value: u8) -> Result {
        Ok(literal(value))
    }

    fn serialize_u16(self, value: u16) -> Result {
        Ok(literal(value))
    }

    fn serialize_u32(self, value: u32) -> Result {
        Ok(literal(value))
    }

    fn serialize_u64(self, value: u64) -> Result {
        Ok(literal(value))
    }

    fn serialize_u128(self, value: u128) -> Result {
        Ok(literal(value))
    }

    fn serialize_f32(self, value: f32) -> Result {
        float(value, value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> Result {
        float(value, value.is_finite())
    }

    fn serialize_char(self, value: char) -> Result {
        Ok(text(value))
    }

    fn serialize_str(self, value: &str) -> Result {
        Ok(text(value))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result {
        unsupported("a sequence of bytes")
    }

    fn serialize_none(self) -> Result {
        Ok(ParameterValue::Undefined)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result {
        Ok(ParameterValue::Undefined)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result {
        Ok(ParameterValue::Undefined)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result {
        Ok(text(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result {
        match file::hand_over().filter(|_| name == file::TOKEN) {
            Some(file) => Ok(ParameterValue::File(file)),
            None => value.serialize(self),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result {
        Ok(ParameterValue::Object(vec![(
            variant.to_owned(),
            value.serialize(self)?,
        )]))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List> {
        Ok(List(Vec::with_capacity(length.unwrap_or_default())))
    }

    fn serialize_tuple(self, length: usize) -> Result<List> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<List> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        length: usize,
    ) -> Result<List> {
        self.serialize_seq(Some(length))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Object> {
        Ok(Object {
            properties: Vec::with_capacity(length.unwrap_or_default()),
            name: String::new(),
        })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Object> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        length: usize,
    ) -> Result<Object> {
        self.serialize_map(Some(length))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result {
        Ok(text(value))
    }
}

/// The elements of a list that is being written.
pub(super) struct List(Vec<ParameterValue>);

impl List {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.0.push(super::read(value)?);
        Ok(())
    }
}

impl SerializeSeq for List {
    type Ok = ParameterValue;
    type Error = ParameterError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.push(value)
    }

    fn end(self) -> Result {
        Ok(ParameterValue::List(self.0))
    }
}

impl SerializeTuple for List {
    type Ok = ParameterValue;
    type Error = ParameterError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.push(value)
    }

    fn end(self) -> Result {
        Ok(ParameterValue::List(self.0))
    }
}

/// Implements a trait whose fields have no names.
macro_rules! unnamed_fields {
    ($($trait:ident),*) => {$(
        impl $trait for List {
            type Ok = ParameterValue;
            type Error = ParameterError;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.push(value)
            }

            fn end(self) -> Result {
                Ok(ParameterValue::List(self.0))
            }
        }
    )*};
}

unnamed_fields!(SerializeTupleStruct, SerializeTupleVariant);

/// The properties of an object that is being written.
pub(super) struct Object {
    properties: Vec<(String, ParameterValue)>,
    name: String,
}

impl Object {
    fn push<T: Serialize + ?Sized>(&mut self, name: String, value: &T) -> Result<()> {
        self.properties.push((name, super::read(value)?));
        Ok(())
    }
}

impl SerializeMap for Object {
    type Ok = ParameterValue;
    type Error = ParameterError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<()> {
        self.name = super::read(name)?.into_text()?.unwrap_or_default();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let name = std::mem::take(&mut self.name);
        self.push(name, value)
    }

    fn end(self) -> Result {
        Ok(ParameterValue::Object(self.properties))
    }
}

/// Implements a trait whose fields have names. A number that hands over its text is that text.
macro_rules! named_fields {
    ($($trait:ident),*) => {$(
        impl $trait for Object {
            type Ok = ParameterValue;
            type Error = ParameterError;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
                self.push(name.to_owned(), value)
            }

            fn end(self) -> Result {
                match self.properties.as_slice() {
                    [(name, ParameterValue::Text(text))] if name == number::TOKEN => {
                        Ok(ParameterValue::Literal(text.clone()))
                    }
                    _ => Ok(ParameterValue::Object(self.properties)),
                }
            }
        }
    )*};
}

named_fields!(SerializeStruct, SerializeStructVariant);
