//! The door for code that a build script generates.

/// Declares the module that `bindery_build::compile` made of a description, named after its file: in
/// lower case, with `_` for what a name cannot have.
///
/// Where `build.rs` says `bindery_build::compile("pet-store.json")`, this is `pub mod pet_store`:
///
/// ```ignore
/// bindery::include_api!("pet_store");
/// ```
///
/// A name that the build script made no module of is told those that it made.
#[macro_export]
macro_rules! include_api {
    ($module:tt) => {
        include!(concat!(env!("OUT_DIR"), "/bindery/include-api.rs"));
        __bindery_include!($module);
    };
}
