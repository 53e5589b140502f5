//! How messages quote and choose the words of a description.

/// What a message quotes of a name that may be as long as a book.
const MAX_QUOTED: usize = 80;

/// `name` in backquotes, cut where it is long.
pub(crate) fn quoted(name: &str) -> String {
    format!("`{}`", shortened(name, MAX_QUOTED))
}

/// `text`, or its first `length` characters and an ellipsis.
pub(crate) fn shortened(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The names in backquotes, with commas and a last `or`.
pub(crate) fn alternatives(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The one of `candidates` that `name` may be a misspelling of.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(name, candidates).into_iter().next()
}

/// Those of `candidates` that `name` may be a misspelling of, the nearest first.
pub(crate) fn near<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let name: Vec<_> = name.chars().take(MAX_QUOTED).collect();
    let limit = 2 * (name.len() / 3).max(1);
    let mut near: Vec<_> = candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(name.len()) <= 2 * limit)
        .map(|candidate| (distance(&name, candidate), candidate))
        .filter(|(distance, _)| (1..=limit).contains(distance))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Twice the number of insertions, deletions and replacements that lead from one
/// to the other. Letter case counts for nothing, unless it is all that differs.
fn distance(name: &[char], candidate: &str) -> usize {
    let lower = |character: char| character.to_ascii_lowercase();
    let mut row: Vec<usize> = (0..=name.len()).collect();
    let mut same_case = true;
    for (above, there) in candidate.chars().enumerate() {
        same_case &= name.get(above) == Some(&there);
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (left, here) in name.iter().enumerate() {
            let replaced = diagonal + usize::from(lower(*here) != lower(there));
            diagonal = row[left + 1];
            row[left + 1] = replaced.min(diagonal + 1).min(row[left] + 1);
        }
    }
    match row[name.len()] {
        0 if !same_case => 1,
        distance => 2 * distance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelling_finds_its_word() {
        let words = ["schema", "schemas", "content"];
        assert_eq!(nearest("shema", words), Some("schema"));
        assert_eq!(nearest("Schemas", words), Some("schemas"));
        assert_eq!(nearest("example", words), None);
        assert_eq!(nearest("x", words), None);
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(shortened("äöü", 2), "äö…");
        assert_eq!(shortened("äöü", 3), "äöü");
        assert_eq!(alternatives(&["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
