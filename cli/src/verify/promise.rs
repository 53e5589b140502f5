//! What a use of a type promises where its checks are stated nowhere.
//!
//! A body, a parameter or a header that is a text, a number or a list is one of Rust's own types,
//! which says what kind of value it is and nothing of its bounds. What such a use holds further in
//! by name has its checks.

use bindery_build::api::{Api, Shape, TypeRef};
use bindery_contract::Violation;

/// What a type promises of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Whatever the schema says.
    Everything,
    /// Of which JSON type it is.
    Kind,
    /// That, and of each item or value this.
    Each(Box<Promise>),
    /// That, and of each item in turn one of these; of those after them the other, where there may be any.
    InTurn(Vec<Promise>, Option<Box<Promise>>),
}

impl Promise {
    /// What a use of a type promises: everything where nothing is left to be checked beside it.
    pub fn of_use(api: &Api, shape: &Shape) -> Self {
        if shape.constraints.is_empty() {
            Self::Everything
        } else {
            Self::of(api, &shape.reference)
        }
    }

    /// What a type promises without checks beside it.
    pub fn of(api: &Api, reference: &TypeRef) -> Self {
        match api.resolve(reference) {
            TypeRef::Named(_) | TypeRef::Never | TypeRef::External(_) => Self::Everything,
            TypeRef::Array(item) | TypeRef::Map(item) => {
                Self::Each(Box::new(Self::of(api, &item.reference)))
            }
            TypeRef::Tuple(items) => {
                let items = items.iter();
                let items = items.map(|item| Self::of(api, &item.reference)).collect();
                Self::InTurn(items, None)
            }
            TypeRef::Prefixed(array) => {
                let of = |shape: &Shape| Self::of(api, &shape.reference);
                let prefix = array.prefix.iter().map(|item| of(&item.shape));
                Self::InTurn(
                    prefix.collect(),
                    array.rest.as_ref().map(|rest| Box::new(of(rest))),
                )
            }
            TypeRef::Nullable(inner) | TypeRef::Boxed(inner) => Self::of(api, inner),
            TypeRef::String
            | TypeRef::Boolean
            | TypeRef::Number(_)
            | TypeRef::Time(_)
            | TypeRef::Text(_)
            | TypeRef::Bytes
            | TypeRef::Stream
            | TypeRef::File
            | TypeRef::Json
            | TypeRef::JsonObject => Self::Kind,
        }
    }

    /// Whether the type must refuse a value for any of these violations.
    pub fn covers(&self, violations: &[Violation]) -> bool {
        violations.iter().any(|violation| {
            let mut at = self;
            for token in violation.pointer.tokens() {
                at = match at {
                    Self::Everything | Self::Kind => break,
                    Self::Each(inner) => inner,
                    Self::InTurn(items, others) => {
                        let index = token.parse::<usize>().ok();
                        let item = index.and_then(|index| items.get(index));
                        match item.or(others.as_deref()) {
                            Some(item) => item,
                            None => return false,
                        }
                    }
                };
            }
            match at {
                Self::Everything => true,
                Self::Kind | Self::Each(_) | Self::InTurn(..) => violation.keyword == "type",
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use bindery_contract::Violation;
    use bindery_openapi::Pointer;

    use super::Promise;

    fn violation(pointer: &str, keyword: &str) -> Violation {
        Violation {
            pointer: Pointer::parse(pointer),
            keyword: keyword.to_owned(),
            message: String::new(),
        }
    }

    #[test]
    fn a_list_without_checks_promises_its_type_and_what_its_items_do() {
        let list = Promise::Each(Box::new(Promise::Everything));
        assert!(list.covers(&[violation("", "type")]));
        assert!(!list.covers(&[violation("", "maxItems")]));
        assert!(list.covers(&[violation("", "maxItems"), violation("/0/a", "minimum")]));
        let numbers = Promise::InTurn(vec![Promise::Kind], None);
        assert!(!numbers.covers(&[violation("/0", "minimum"), violation("/7", "type")]));
        assert!(numbers.covers(&[violation("/0", "type")]));
        let more = Promise::InTurn(vec![Promise::Kind], Some(Box::new(Promise::Kind)));
        assert!(more.covers(&[violation("/7", "type")]));
    }
}
