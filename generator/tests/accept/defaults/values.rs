//! Each default is the value that the description writes.

use accepted::bindery::serde_json::{self, Value, json};
use accepted::defaults::types::Search;

/// The functions, each with what it gives as JSON.
macro_rules! given {
    ($($name:ident),* $(,)?) => {
        vec![$((stringify!($name), serde_json::to_value(Search::$name()).expect("it is written"))),*]
    };
}

#[test]
fn each_default_is_what_the_description_writes() {
    let given = given![
        default_limit, default_small, default_ratio, default_exact, default_text, default_type, default_sort,
        default_kinds, default_code, default_shared_code, default_labels, default_anything, default_anything_large,
        default_either, default_page, default_absent, default_at, default_at_noon, default_on, default_page_three,
        default_range, default_range_and_more, default_free, default_any_list, default_any_null,
        default_null_without_type, default_inline, default_in_india, default_in_newfoundland, default_in_between,
        default_days, default_moments, default_nothing, default_ranges, default_by_kind,
    ];
    let schemas: Value = serde_json::from_str(include_str!("defaults.json")).expect("it is JSON");
    let schemas = &schemas["components"]["schemas"];
    for (function, value) in given {
        let name = function.trim_start_matches("default_");
        let written = match name {
            "sort" => &schemas["Sort"]["default"],
            name => &schemas["Search"]["properties"][name]["default"],
        };
        // A float is one however it is written.
        let written = if name == "ratio" { &json!(1.0) } else { written };
        assert_eq!(&value, written, "{name}");
    }
}
