//! The door for code that a build script generates.

/// Declares the module that `bindery_build::compile` made of a description, named after its file.
///
/// Where `build.rs` says `bindery_build::compile("pet-store.json")`, this is `pub mod pet_store`:
///
/// ```ignore
/// bindery::include_api!("pet_store");
/// ```
#[macro_export]
macro_rules! include_api {
    ($module:literal) => {
        include!(concat!(
            env!("OUT_DIR"),
            "/bindery/",
            $module,
            "_include.rs"
        ));
    };
}
