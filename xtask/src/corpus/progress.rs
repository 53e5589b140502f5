//! A bar on a terminal; nothing in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of `count` steps, after the word for what is done.
pub fn bar(what: &str, count: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(count).unwrap_or(u64::MAX));
    let template = "{prefix:10} {wide_bar} {pos}/{len} {eta} {msg}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.with_prefix(what.to_owned())
}
