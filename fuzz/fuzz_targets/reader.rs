//! Any bytes are read or refused with a reason: as JSON and as YAML.

#![no_main]

use bindery_openapi::{RenderStyle, read_text, render};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for name in ["fuzz.json", "fuzz.yaml"] {
        let reading = read_text(name, &text);
        let said = render(&reading.report, &reading.sources, RenderStyle::Plain);
        assert_eq!(reading.document.is_none(), reading.report.has_errors());
        assert_eq!(said.is_empty(), reading.report.is_empty());
    }
});
