//! Which parameter is meant by a name in a path's template that no parameter has.

/// The indices of those of `declared` that mean another of `names`, each with that name: it is
/// the same but for letter case and separators, or the only one that is left on either side.
pub(crate) fn pairs<'a>(names: &[&'a str], declared: &[&str]) -> Vec<(usize, &'a str)> {
    let mut left: Vec<&str> = Vec::new();
    for name in names {
        if !declared.contains(name) && !left.contains(name) {
            left.push(name);
        }
    }
    let others = declared.iter().enumerate();
    let mut others: Vec<(usize, &str)> = others
        .filter(|(_, name)| !names.contains(name))
        .map(|(index, name)| (index, *name))
        .collect();
    let mut pairs = Vec::new();
    for (index, other) in others.clone() {
        let alike = |name: &&&str| folded(name) == folded(other);
        if let Some(name) = left.iter().find(alike).copied() {
            pairs.push((index, name));
            left.retain(|left| *left != name);
            others.retain(|(own, _)| *own != index);
        }
    }
    if let ([name], [(index, _)]) = (left.as_slice(), others.as_slice()) {
        pairs.push((*index, *name));
    }
    pairs
}

fn folded(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_means_the_name_that_is_like_its_own_or_the_only_one_left() {
        assert_eq!(pairs(&["Id"], &["id"]), [(0, "Id")]);
        assert_eq!(
            pairs(&["user-id", "x"], &["y", "user_id"]),
            [(1, "user-id"), (0, "x")]
        );
        assert_eq!(pairs(&["a", "b"], &["b", "c"]), [(1, "a")]);
        assert_eq!(pairs(&["a", "b"], &["c"]), []);
        assert_eq!(pairs(&["a"], &["a", "b"]), []);
    }
}
