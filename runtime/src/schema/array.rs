//! Keywords that apply schemas to the items of an array (JSON Schema 2020-12 core §10.3.1, §11.2).

use super::{Schema, evaluation::Evaluation, memo::Answer, seen::Seen};
use crate::{Json, validate::Segment};

impl Evaluation<'_> {
    pub(super) fn items<'v>(
        &mut self,
        first: &[Schema],
        rest: Option<Schema>,
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let Json::Array(items) = value else {
            return true;
        };
        let mut holds = true;
        let described = if rest.is_some() {
            items.len()
        } else {
            first.len().min(items.len())
        };
        for (index, item) in items.iter().enumerate().take(described) {
            let (keyword, schema) = match (first.get(index), rest) {
                (Some(schema), _) => ("prefixItems", *schema),
                (None, Some(schema)) => ("items", schema),
                (None, None) => break,
            };
            holds &= self.part(Segment::Index(index), keyword, schema, item);
        }
        if let Some(seen) = seen {
            seen.first_items(described);
        }
        holds
    }

    pub(super) fn contains<'v>(
        &mut self,
        schema: Schema,
        least: u64,
        most: Option<u64>,
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let Json::Array(items) = value else {
            return true;
        };
        let (mut count, mut unknown): (u64, u64) = (0, 0);
        for (index, item) in items.iter().enumerate() {
            match self.fits(schema, item, None) {
                Answer::Holds => {
                    count += 1;
                    if let Some(seen) = seen.as_deref_mut() {
                        seen.item(index);
                    }
                }
                Answer::Fails => {}
                Answer::Unknown => unknown += 1,
            }
        }
        if unknown > 0 && (count < least || most.is_some()) {
            return self.undecided("contains");
        }
        if count < least {
            let keyword = if least == 1 {
                "contains"
            } else {
                "minContains"
            };
            let message = format!(
                "must have at least {} `contains` describes",
                items_of(least)
            );
            return self.fail(keyword, message);
        }
        match most {
            Some(most) if count > most => {
                let message = format!("must have at most {} `contains` describes", items_of(most));
                self.fail("maxContains", message)
            }
            Some(_) | None => true,
        }
    }

    pub(super) fn unevaluated_items<'v>(
        &mut self,
        schema: Schema,
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let (Json::Array(items), Some(seen)) = (value, seen) else {
            return true;
        };
        let mut holds = true;
        for (index, item) in items.iter().enumerate() {
            if !seen.has_item(index) {
                holds &= self.part(Segment::Index(index), "unevaluatedItems", schema, item);
            }
        }
        seen.first_items(items.len());
        holds
    }
}

fn items_of(count: u64) -> String {
    if count == 1 {
        "1 element that".to_owned()
    } else {
        format!("{count} elements that")
    }
}
