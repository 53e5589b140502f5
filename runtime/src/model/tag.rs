//! Whether the property by which a union is told says what its variant is.

use super::Variants;

/// The variant that an object is, beside what the property by which its union is told can say (OpenAPI 3.1.1 §4.8.25).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name of the property.
    pub(crate) property: &'static str,
    values: &'static [(&'static str, usize)],
    /// The variant of all other values.
    default: Option<usize>,
    /// The variant that the object is.
    index: usize,
}

impl Tag {
    /// `None` where no property decides.
    pub(super) const fn new(variants: Variants, index: usize) -> Option<Self> {
        let (property, values, default) = match variants {
            Variants::Discriminator { property, values } => (property, values, None),
            Variants::DiscriminatorOr {
                property,
                values,
                default,
            } => (property, values, Some(default)),
            Variants::Hint { .. } | Variants::Decide(_) | Variants::ExactlyOne(_) => return None,
        };
        Some(Self {
            property,
            values,
            default,
            index,
        })
    }

    /// Whether an object with this value of the property is read as this variant.
    pub(crate) fn admits(self, value: &str) -> bool {
        let named = self.values.iter().find(|(known, _)| *known == value);
        named.map(|(_, index)| *index).or(self.default) == Some(self.index)
    }
}
