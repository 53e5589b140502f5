//! Keywords that apply schemas to the value itself (JSON Schema 2020-12 core §10.2), and `type`.

use super::{Schema, evaluation::Evaluation, memo::Answer, seen::Seen};
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
        let (fitting, unknown) = self.count_fitting(members, value, seen);
        if fitting > 0 {
            return true;
        }
        if unknown > 0 {
            return self.undecided("anyOf");
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
            (0 | 1, 1..) => self.undecided("oneOf"),
            (1, 0) => {
                if let (Some(outer), Some(ours)) = (seen, ours) {
                    outer.take(ours);
                }
                true
            }
            (0, 0) => {
                let message =
                    format!("must be what one of the {count} schemas of `oneOf` describes");
                self.fail("oneOf", message)
            }
            (several, _) => {
                let message = format!(
                    "must be what only one of the {count} schemas of `oneOf` describes, not {several} of them"
                );
                self.fail("oneOf", message)
            }
        }
    }

    /// How many of the schemas describe the value, and of how many it is unknown. All are looked at, for each may
    /// evaluate another part of it.
    fn count_fitting<'v>(
        &mut self,
        members: &[Schema],
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> (usize, usize) {
        let (mut fitting, mut unknown) = (0, 0);
        for member in members {
            match self.fits(*member, value, seen.as_deref_mut()) {
                Answer::Holds => fitting += 1,
                Answer::Fails => {}
                Answer::Unknown => unknown += 1,
            }
        }
        (fitting, unknown)
    }

    pub(super) fn not(&mut self, schema: Schema, value: &Json) -> bool {
        match self.fits(schema, value, None) {
            Answer::Holds => self.fail("not", "must not be what `not` describes"),
            Answer::Fails => true,
            Answer::Unknown => self.undecided("not"),
        }
    }

    pub(super) fn condition<'v>(
        &mut self,
        condition: Schema,
        then: Schema,
        otherwise: Schema,
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> bool {
        match self.fits(condition, value, seen.as_deref_mut()) {
            Answer::Holds => self.evaluate(then, value, seen),
            Answer::Fails => self.evaluate(otherwise, value, seen),
            Answer::Unknown => self.undecided("if"),
        }
    }
}
