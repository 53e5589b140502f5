//! What a schema asserts and Rust's types cannot state, as a constant, and its evaluation on JSON.
//!
//! A generated type states most of its schema. The rest (`not`, `if`, `dependentSchemas`, ...) is a [`Schema`] beside
//! it, which [`Constraint::Schema`](crate::Constraint::Schema) holds the value to, written as JSON.

mod applicators;
mod array;
mod evaluation;
mod keyword;
mod memo;
mod object;
mod seen;

pub(crate) use evaluation::check;
pub use keyword::{Keyword, Schema};

/// A constraint that holds a value to a schema, from the schema's keywords:
/// `bindery::schema![Not(Schema(&[Required(&["id"])]))]`.
///
/// The variants of [`Keyword`], [`Schema`], [`Constraint`](crate::Constraint), [`Limit`](crate::Limit) and
/// [`JsonType`](crate::JsonType) need no path in it.
#[macro_export]
macro_rules! schema {
    ($($keywords:tt)*) => {{
        #[allow(unused_imports)]
        use $crate::{Constraint, JsonType, Keyword::*, Limit, Schema};
        const SCHEMA: &$crate::Schema = &$crate::Schema(&[$($keywords)*]);
        $crate::Constraint::Schema(SCHEMA)
    }};
}

/// Statics of schemas that others refer to, themselves among them.
#[macro_export]
macro_rules! schemas {
    ($($name:ident [$($keywords:tt)*])*) => {
        $(
            #[allow(dead_code, unused_imports)]
            pub(super) static $name: $crate::Schema = {
                use $crate::{Constraint, JsonType, Keyword::*, Limit, Schema};
                $crate::Schema(&[$($keywords)*])
            };
        )*
    };
}
