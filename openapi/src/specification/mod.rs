//! The specification as data: the objects of OpenAPI 3.0 and what their fields hold.

mod shape;
mod table;

pub(crate) use shape::{Field, Kind, Presence, Shape};
pub(crate) use table::{fields, is_extension, patterned, shape_below};
