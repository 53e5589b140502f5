//! Prints what reading each file named on the command line finds.
use bindery_openapi::{RenderStyle, read_file, render};
use std::path::Path;

fn main() {
    for path in std::env::args().skip(1) {
        let start = std::time::Instant::now();
        let reading = read_file(Path::new(&path));
        let elapsed = start.elapsed();
        print!(
            "{}",
            render(&reading.report, &reading.sources, RenderStyle::Plain)
        );
        let operations = reading
            .document
            .as_ref()
            .map(|document| document.operations().count());
        let schemas = reading
            .document
            .as_ref()
            .map(|document| document.schemas.len());
        println!(
            "{path}: {operations:?} operations, {schemas:?} schemas, {} ({elapsed:?})",
            reading.report.summary()
        );
    }
}
