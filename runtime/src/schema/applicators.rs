//! Keywords that apply schemas to the value itself (JSON Schema 2020-12 core §10.2), and `type`.

use super::{Schema, evaluation::Evaluation, seen::Seen};
use crate::{Json, JsonType};

impl Evaluation<'_> {
    pub(super) fn is_of(&mut self, types: &[JsonType], value: &Json) -> bool {
        if types.iter().any(|json_type| json_type.holds(value)) {
            return true;
        }
        let names: Vec<&str> = types.iter().map(|json_type| json_type.said()).collect();
        self.fail("type", format!("must be {}", names.join(" or ")))
    }

    pub(super) fn all_of<'v>(
        &mut self,
        members: &[Schema],
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let mut holds = true;
        for member in members {
            holds &= self.evaluate(*member, value, seen.as_deref_mut());
        }
        holds
    }

    pub(super) fn any_of<'v>(
        &mut self,
        members: &[Schema],
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        if let [only] = members {
            return self.evaluate(*only, value, seen);
        }
        if self.count_fitting(members, value, seen) > 0 {
            return true;
        }
        let count = members.len();
        let message = format!("must be what one of the {count} schemas of `anyOf` describes");
        self.fail("anyOf", message)
    }

    pub(super) fn one_of<'v>(
        &mut self,
        members: &[Schema],
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let (count, mut ours) = (members.len(), seen.is_some().then(Seen::default));
        match self.count_fitting(members, value, ours.as_mut()) {
            1 => {
                if let (Some(outer), Some(ours)) = (seen, ours) {
                    outer.take(ours);
                }
                true
            }
            0 => {
                let message =
                    format!("must be what one of the {count} schemas of `oneOf` describes");
                self.fail("oneOf", message)
            }
            several => {
                let message = format!(
                    "must be what only one of the {count} schemas of `oneOf` describes, not {several} of them"
                );
                self.fail("oneOf", message)
            }
        }
    }

    /// How many of the schemas describe the value. All are looked at, for each may evaluate another part of it.
    fn count_fitting<'v>(
        &mut self,
        members: &[Schema],
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> usize {
        let mut count = 0;
        for member in members {
            count += usize::from(self.fits(*member, value, seen.as_deref_mut()));
        }
        count
    }

    pub(super) fn condition<'v>(
        &mut self,
        condition: Schema,
        then: Schema,
        otherwise: Schema,
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let branch = if self.fits(condition, value, seen.as_deref_mut()) {
            then
        } else {
            otherwise
        };
        self.evaluate(branch, value, seen)
    }
}
