//! One list of structs and enums, twice: as generated code has it, and with serde's derives as one writes them by hand.
//! Attributes in the list are the derives'.

/// Makes the modules `bindery_types` and `serde_types` of a list.
macro_rules! shapes {
    (
        $(struct $type:ident {
            $($(#[$attribute:meta])* $field:ident: $presence:ident $name:literal = $field_type:ty,)*
        })*
        $(enum $enum:ident {
            $($variant:ident = $value:literal,)*
        })*
    ) => {
        #[allow(dead_code, reason = "one of the two is used where a union needs more")]
        pub mod bindery_types {
            #[allow(unused_imports)]
            use std::collections::BTreeMap;

            #[allow(unused_imports)]
            use bindery::{DateTime, Json};

            $(
                #[derive(Clone, Debug, PartialEq)]
                pub struct $type {
                    $(pub $field: $field_type,)*
                }

                bindery::object!($type { $($field: $presence $name,)* });
            )*
            $(
                #[derive(Clone, Debug, PartialEq)]
                pub enum $enum {
                    $($variant,)*
                    Else(String),
                }

                bindery::open_enum!($enum { $($variant = $value,)* } else Else);
            )*
        }

        #[allow(dead_code, reason = "one of the two is used where a union needs more")]
        pub mod serde_types {
            #[allow(unused_imports)]
            use std::collections::BTreeMap;

            #[allow(unused_imports)]
            use bindery::{DateTime, Json};
            use serde::{Deserialize, Serialize};

            $(
                #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
                pub struct $type {
                    $(
                        #[serde(rename = $name)]
                        $(#[$attribute])*
                        pub $field: $field_type,
                    )*
                }
            )*
            $(
                #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
                pub enum $enum {
                    $(
                        #[serde(rename = $value)]
                        $variant,
                    )*
                }
            )*
        }
    };
}

pub(crate) use shapes;
