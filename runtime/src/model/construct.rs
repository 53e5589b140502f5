//! What makes a generated struct: from what is required, and from the defaults that its schema states.

/// Gives a struct `new`, whose parameters are its required fields that are never null. Those listed in `null` are null,
/// those in `fixed` have the value there, as have the optional ones in `tagged`; every other is left out. Nothing where
/// no `new` is listed.
///
/// ```
/// #[derive(Debug, PartialEq)]
/// struct Event {
///     kind: String,
///     id: String,
///     end: Option<String>,
///     form: Option<String>,
///     note: bindery::Field<String>,
/// }
///
/// bindery::object!(Event {
///     kind: required "kind",
///     id: required "id",
///     end: required "end",
///     form: optional "form",
///     note: nullable "note",
/// }, new(id: impl Into<String>), null(end), fixed(kind = "event".into()), tagged(form = Some("long".into())));
///
/// let event = Event { note: bindery::Field::Null, ..Event::new("a") };
/// assert_eq!((event.id.as_str(), event.end), ("a", None));
/// assert_eq!((event.kind.as_str(), event.form.as_deref()), ("event", Some("long")));
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! object_new {
    ($type:ident { $($field:ident: $presence:ident,)* }) => {};
    (
        $type:ident { $($field:ident: $presence:ident,)* },
        new($($parameter:ident: $parameter_type:ty),*)
        $(, null($($null:ident),*))?
        $(, fixed($($fixed:ident = $value:expr),*))?
        $(, tagged($($tag:ident = $tag_value:expr),*))?
    ) => {
        impl $type {
            /// With what is required. What can have one value only has that, what must be there and may be null is
            /// null, and everything else is left out.
            #[inline]
            pub fn new($($parameter: $parameter_type),*) -> Self {
                $(let $parameter = $parameter.into();)*
                $($(let $null = ::core::option::Option::None;)*)?
                $($(let $fixed = $value;)*)?
                #[allow(unused_mut)]
                let mut object = Self { $($field: $crate::object_initial!($presence, $field)),* };
                $($(object.$tag = $tag_value;)*)?
                object
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
                #[inline]
                #[allow(deprecated)]
                pub fn $name() -> $value_type {
                    $value
                }
            )*
        }
    };
}
