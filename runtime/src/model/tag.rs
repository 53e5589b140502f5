//! Whether the property by which a union is told says what its variant is.

use super::{Variants, variants::Discriminator};
use crate::validate::listed;

/// The variant that an object is, beside what the property by which its union is told can say (OpenAPI 3.1.1 §4.8.25).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    discriminator: Discriminator,
    /// The variant that the object is.
    index: usize,
}

impl Tag {
    /// `None` where no property decides.
    pub(super) fn new(variants: Variants, index: usize) -> Option<Self> {
        let discriminator = variants.discriminator()?;
        Some(Self {
            discriminator,
            index,
        })
    }

    /// The name of the property.
    pub(crate) const fn property(self) -> &'static str {
        self.discriminator.property
    }

    /// Whether an object with this value of the property is read as this variant.
    pub(crate) fn admits(self, value: &str) -> bool {
        let named = self.discriminator.named(value);
        named.or(self.discriminator.default()) == Some(self.index)
    }
}

/// What the property must be that a value is told by, or the value.
pub(super) fn must_name(variants: Variants) -> String {
    match variants.discriminator() {
        Some(discriminator) => format!("must be one of {}", listed(discriminator.names())),
        None => "must be of a known variant".to_owned(),
    }
}
