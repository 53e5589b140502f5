//! When to ask for no more pages, whatever the server says.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use super::arrays::arrays_of;
use crate::Json;

/// Notices a server that goes round in circles.
#[derive(Default)]
pub(super) struct Guard {
    cursors: HashSet<u64>,
    body: Option<u64>,
    arrays: Option<u64>,
}

impl Guard {
    /// Whether this cursor was not used before.
    pub(super) fn admits_cursor(&mut self, cursor: Option<&str>) -> bool {
        self.cursors.insert(hash(&cursor))
    }

    /// Whether this body differs from the one before; where pages are counted, in what its arrays hold.
    pub(super) fn admits_body(&mut self, body: &[u8], counts: bool) -> bool {
        let hash = hash(body);
        self.body.replace(hash) != Some(hash) && (!counts || self.admits_arrays(body))
    }

    /// Whether the arrays differ from those of the body before. A body without arrays is not judged.
    fn admits_arrays(&mut self, body: &[u8]) -> bool {
        let arrays = hash_arrays(body);
        let before = std::mem::replace(&mut self.arrays, arrays);
        arrays.is_none() || arrays != before
    }
}

/// What the arrays of a body hold and where they are; `None` where there is no array with elements.
fn hash_arrays(body: &[u8]) -> Option<u64> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let page: Json = serde_json::from_slice(body).ok()?;
    let arrays = arrays_of(&page);
    let has_elements = arrays.iter().any(|(_, elements)| !elements.is_empty());
    has_elements.then(|| hash(&arrays))
}

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::Guard;

    /// How many of these bodies a guard of counted pages admits.
    fn admitted<'b>(bodies: impl IntoIterator<Item = &'b str>) -> usize {
        let mut guard = Guard::default();
        bodies
            .into_iter()
            .take_while(|body| guard.admits_body(body.as_bytes(), true))
            .count()
    }

    #[test]
    fn counted_pages_of_the_same_arrays_are_one() {
        assert_eq!(
            admitted([r#"{"items":[1],"page":1}"#, r#"{"items":[1],"page":2}"#]),
            1
        );
        assert_eq!(
            admitted([
                r#"{"items":[],"warnings":["x"],"page":1}"#,
                r#"{"items":[],"warnings":["x"],"page":2}"#
            ]),
            1
        );
        assert_eq!(
            admitted([
                "\u{feff}{\"data\":{\"items\":[{\"id\":1}]},\"page\":1}",
                r#"{"data":{"items":[{"id":1}]},"page":2}"#
            ]),
            1
        );
    }

    #[test]
    fn counted_pages_that_differ_within_an_array_or_in_its_place_are_two() {
        for (first, second) in [
            (r#"{"items":[1]}"#, r#"{"items":[2]}"#),
            (r#"{"items":[1,2]}"#, r#"{"items":[2,1]}"#),
            (r#"{"a":{"tags":["x"]}}"#, r#"{"b":{"tags":["x"]}}"#),
            (r#"{"items":[],"page":1}"#, r#"{"items":[],"page":2}"#),
            (r#"{"page":1}"#, "no JSON"),
        ] {
            assert_eq!(admitted([first, second]), 2, "{first} {second}");
        }
    }

    #[test]
    fn pages_that_a_server_names_are_judged_by_their_bytes() {
        let mut guard = Guard::default();
        assert!(guard.admits_body(br#"{"items":[1],"next":"a"}"#, false));
        assert!(guard.admits_body(br#"{"items":[1],"next":"b"}"#, false));
        assert!(!guard.admits_body(br#"{"items":[1],"next":"b"}"#, false));
    }
}
