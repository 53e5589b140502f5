//! From a pointer to the text it points to, found by reading the text again.
//!
//! Called only when a diagnostic is shown. All pointers of a file are found in
//! one pass, which descends only where one of them leads.

mod cursor;
mod json;
mod lines;
mod wanted;
mod yaml;

use std::ops::Range;

pub(crate) use cursor::Cursor;
pub(crate) use json::in_json;
pub(crate) use lines::Lines;
pub(crate) use yaml::in_yaml;

/// Deeper than any text that is parsed; what lies below is shown by its ancestor.
const MAX_DEPTH: usize = 200;

/// Where a node stands in a text, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    /// The value.
    pub(crate) value: Range<usize>,
    /// The key before it, quotes included; absent for an item or the root, and
    /// where this is an ancestor of the node asked for.
    pub(crate) key: Option<Range<usize>>,
    /// Whether the value is an object.
    pub(crate) is_object: bool,
}
