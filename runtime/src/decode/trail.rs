//! The way to what could not be read within a union. A union reads its variants from a value, not from the text, where
//! no position tells the place of an error: what holds the failing value adds its step on the way out.

use std::cell::RefCell;

use crate::validate::push_escaped;

/// Steps into a value, the innermost first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trail {
    steps: Vec<String>,
    /// How many of them the message speaks of itself, variant by variant: it is about the place before these.
    told: usize,
}

impl Trail {
    /// The steps of a JSON Pointer.
    pub(crate) fn of_pointer(pointer: &str) -> Self {
        let tokens = pointer.split('/').skip(1);
        let mut tokens: Vec<String> = tokens.map(unescaped).collect();
        tokens.reverse();
        Self {
            steps: tokens,
            told: 0,
        }
    }

    /// The step to a property.
    pub(super) fn of_property(name: &str) -> Self {
        Self {
            steps: vec![name.to_owned()],
            told: 0,
        }
    }

    /// The same, where the message tells the way from here for each variant.
    pub(crate) fn told(mut self) -> Self {
        self.told = self.steps.len();
        self
    }

    /// A message with the place that it is about, where that is not the value itself.
    pub(crate) fn place(&self, message: &str) -> String {
        let mut pointer = String::new();
        self.push_place_to(&mut pointer);
        match pointer.as_str() {
            "" => message.to_owned(),
            pointer => format!("at {pointer}: {message}"),
        }
    }

    /// How many steps it has.
    pub(crate) const fn len(&self) -> usize {
        self.steps.len()
    }

    /// Appends it to the pointer of where it begins.
    pub(super) fn push_to(&self, pointer: &mut String) {
        push_steps(&self.steps, pointer);
    }

    /// Appends the way to what the message is about.
    pub(super) fn push_place_to(&self, pointer: &mut String) {
        push_steps(self.to_place(), pointer);
    }

    /// The steps to what the message is about, the outermost first.
    pub(super) fn place_steps(&self) -> impl Iterator<Item = &str> {
        self.to_place().iter().rev().map(String::as_str)
    }

    fn to_place(&self) -> &[String] {
        self.steps.get(self.told..).unwrap_or_default()
    }
}

fn push_steps(steps: &[String], pointer: &mut String) {
    for token in steps.iter().rev() {
        pointer.push('/');
        push_escaped(pointer, token);
    }
}

fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

thread_local! {
    /// The trail of the variant being read; none outside of unions.
    static BEING_READ: RefCell<Option<Trail>> = const { RefCell::new(None) };
    /// The trail within the outermost union that failed last.
    static LEFT: RefCell<Trail> = const {
        RefCell::new(Trail {
            steps: Vec::new(),
            told: 0,
        })
    };
}

/// Adds the step to a value that could not be read.
#[cold]
pub(crate) fn step(token: &(impl ToString + ?Sized)) {
    BEING_READ.with_borrow_mut(|trail| {
        if let Some(trail) = trail {
            trail.steps.push(token.to_string());
        }
    });
}

/// Reads a variant, and gives the trail to what could not be read in it.
pub(crate) fn follow<R>(read: impl FnOnce() -> R) -> (R, Trail) {
    let following = Following(BEING_READ.replace(Some(Trail::default())));
    let result = read();
    let trail = BEING_READ.take();
    drop(following);
    (result, trail.unwrap_or_default())
}

/// The trail around a variant, put back when that is read, or has panicked.
struct Following(Option<Trail>);

impl Drop for Following {
    fn drop(&mut self) {
        BEING_READ.set(self.0.take());
    }
}

/// Leaves the trail of a union that failed to the union around it, else to the error.
#[cold]
pub(crate) fn leave(trail: Trail) {
    BEING_READ.with_borrow_mut(|outer| match outer {
        Some(outer) => *outer = trail,
        None => LEFT.set(trail),
    });
}

/// Takes what a union left.
pub(super) fn take() -> Trail {
    LEFT.take()
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::{BEING_READ, Trail, follow, leave, step, take};

    #[test]
    fn what_panics_within_a_variant_leaves_no_trail() {
        let caught = catch_unwind(|| follow(|| panic!("a type of the user's own does")));
        assert!(caught.is_err());
        assert_eq!(BEING_READ.take(), None);
        let ((), trail) = follow(|| step("a"));
        leave(trail);
        assert_eq!(take(), Trail::of_pointer("/a"));
    }
}
