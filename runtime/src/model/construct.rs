//! What makes a generated struct: from what is required, and from the defaults that its schema states.

/// Gives a struct `new`, whose parameters are its required fields that are never null. Those listed in `null` are null,
/// every other is left out. Nothing where no `new` is listed.
///
/// ```
/// #[derive(Debug, PartialEq)]
/// struct Event {
///     id: String,
///     end: Option<String>,
///     note: bindery::Field<String>,
/// }
///
/// bindery::object!(Event {
///     id: required "id",
///     end: required "end",
///     note: nullable "note",
/// }, new(id: impl Into<String>), null(end));
///
/// let event = Event { note: bindery::Field::Null, ..Event::new("a") };
/// assert_eq!((event.id.as_str(), event.end), ("a", None));
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! object_new {
    ($type:ident { $($field:ident: $presence:ident,)* }) => {};
    (
        $type:ident { $($field:ident: $presence:ident,)* },
        new($($parameter:ident: $parameter_type:ty),*)
        $(, null($($null:ident),*))?
    ) => {
        impl $type {
            /// With what is required. What must be there and may be null is null; everything else is left out.
            pub fn new($($parameter: $parameter_type),*) -> Self {
                $(let $parameter = $parameter.into();)*
                $($(let $null = ::core::option::Option::None;)*)?
                Self { $($field: $crate::object_initial!($presence, $field)),* }
            }
        }
    };
}

/// What a field of a new struct is.
#[doc(hidden)]
#[macro_export]
macro_rules! object_initial {
    (required, $field:ident) => {
        $field
    };
    (optional, $field:ident) => {
        ::core::option::Option::None
    };
    (nullable, $field:ident) => {
        $crate::Field::Absent
    };
    (kept, $field:ident) => {
        ::core::default::Default::default()
    };
}

/// Gives a struct a function for each property with a `default` (JSON Schema 2020-12 validation §9.2). A default is
/// given where it is asked for, and never put in by itself.
///
/// ```
/// struct Search {
///     limit: Option<i64>,
/// }
///
/// bindery::defaults!(Search { default_limit: i64 = 50 });
///
/// let limit = Search { limit: None }.limit.unwrap_or_else(Search::default_limit);
/// assert_eq!(limit, 50);
/// ```
#[macro_export]
macro_rules! defaults {
    ($type:ident { $($name:ident: $value_type:ty = $value:expr),* $(,)? }) => {
        impl $type {
            $(
                /// What the description says that an absent value stands for.
                pub fn $name() -> $value_type {
                    $value
                }
            )*
        }
    };
}
