//! A union as it is while its variants are tried, whatever its type: what tries them is compiled once, and not for each
//! union.

use std::any::TypeId;

use super::{
    given::Text,
    union::{Union, check_union},
    variants::Decide,
};
use crate::{
    Checker, Json, Violations,
    validate::{Written, to_json},
};

/// The variants of a union, of which the one that was read last is held, and one may be kept.
pub(super) trait Alternatives {
    /// Which union it is.
    fn id(&self) -> TypeId;

    /// The names of the variants.
    fn names(&self) -> &'static [&'static str];

    /// The rules, where there is one for each variant.
    fn rules(&self) -> &'static [Decide];

    /// Reads a text as the variant of this index.
    fn read(&mut self, index: usize, text: &mut Text<'_>) -> serde_json::Result<()>;

    /// Checks the variant that was read last.
    fn check(&self, checker: &mut Checker);

    /// Writes the variant that was read last.
    fn write(&self) -> serde_json::Result<Json>;

    /// Keeps the variant that was read last, in the place of one that was kept before.
    fn keep(&mut self);
}

impl dyn Alternatives + '_ {
    /// What is wrong with the variant that was read last.
    pub(super) fn violations(&self) -> Result<(), Violations> {
        let mut checker = Checker::default();
        self.check(&mut checker);
        checker.finish()
    }

    /// The name of a variant.
    pub(super) fn name(&self, index: usize) -> &'static str {
        self.names().get(index).unwrap_or(&"?")
    }
}

/// The variants of a union of one type.
pub(super) struct Held<T> {
    last: Option<T>,
    kept: Option<T>,
}

impl<T> Held<T> {
    pub(super) const fn new() -> Self {
        Self {
            last: None,
            kept: None,
        }
    }

    /// The variant that was kept, where trying went well.
    pub(super) fn taken(self, tried: Result<(), String>) -> Result<T, String> {
        match (tried, self.kept) {
            (Ok(()), Some(union)) => Ok(union),
            (Ok(()), None) => Err("no variant was read".to_owned()),
            (Err(reason), _) => Err(reason),
        }
    }
}

impl<T: Union + 'static> Alternatives for Held<T> {
    fn id(&self) -> TypeId {
        TypeId::of::<T>()
    }

    fn names(&self) -> &'static [&'static str] {
        T::NAMES
    }

    fn rules(&self) -> &'static [Decide] {
        T::VARIANTS.rules().0
    }

    fn read(&mut self, index: usize, text: &mut Text<'_>) -> serde_json::Result<()> {
        // What does not fit is dropped before another is read.
        self.last = None;
        match T::read(index, text) {
            Ok(union) => {
                self.last = Some(union);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn check(&self, checker: &mut Checker) {
        if let Some(union) = &self.last {
            check_union(union, checker);
        }
    }

    fn write(&self) -> serde_json::Result<Json> {
        match &self.last {
            Some(union) => to_json(&union as &dyn Written),
            None => Err(serde::ser::Error::custom("no variant was read")),
        }
    }

    fn keep(&mut self) {
        self.kept = self.last.take();
    }
}
