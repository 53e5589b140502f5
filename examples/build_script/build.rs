//! Generates the client of the description beside it.

fn main() {
    bindery_build::compile("pet-store.yaml");
}
