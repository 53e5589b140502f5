//! Parameters: from a value to the text that stands for it in a path, a query, a header or a cookie.

mod expand;
mod percent;
mod serializer;
mod style;
mod value;

pub(crate) use expand::{Place, expand};
pub(crate) use percent::{
    encode as percent_encode, encode_illegal as percent_encode_literal,
    is_complete as is_complete_path, query as query_pair,
};
pub use style::{Style, StyleKind};
pub(crate) use value::{ParameterError, ParameterValue};

use serde::Serialize;

/// Reads a value as a parameter.
pub(crate) fn read<T: Serialize + ?Sized>(value: &T) -> Result<ParameterValue, ParameterError> {
    value.serialize(serializer::ParameterSerializer)
}
