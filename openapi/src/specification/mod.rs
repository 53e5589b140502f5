//! The specification as data: the objects of OpenAPI and what their fields
//! hold, in one table that says what differs between 3.0, 3.1 and 3.2.

mod schema;
mod shape;
mod table;

pub(crate) use shape::{Field, Kind, Presence, Shape};
pub(crate) use table::{fields, is_extension, patterned, shape_below};
