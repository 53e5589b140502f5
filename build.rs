//! Regenerates the bindings in `generated/` from the descriptions in `specs/`.

fn main() {
    bindery_build::Builder::new()
        .specs_in("specs")
        .crate_path("event_apis")
        .lib()
        .out_dir("generated")
        .run_in_build_script();
}
