//! Strings that match a regular expression, made by walking it. What cannot be
//! walked (look-around, back-references) is refused; that ECMA-262 and the
//! walk agree is for the judge to see.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind};

use super::{CannotMake, Tape};

/// Longest match made, in code points.
const MAX_LENGTH: usize = 5_000;
/// Most steps of a walk; a repetition of nothing takes steps and adds no length.
const MAX_STEPS: u32 = 50_000;
/// What `.` matches in some dialects and not in ECMA-262.
const LINE_ENDS: [char; 4] = ['\r', '\u{85}', '\u{2028}', '\u{2029}'];

/// A string that matches `pattern`, at least `least` code points long where repetition allows it.
pub(super) fn make_match(pattern: &str, least: u64, tape: &mut Tape) -> Result<String, CannotMake> {
    let parsed = ParserBuilder::new()
        .nest_limit(60)
        .build()
        .parse(pattern)
        .map_err(|_| CannotMake::because("the pattern cannot be walked"))?;
    let mut walk = Walk {
        tape,
        text: String::new(),
        length: 0,
        steps: 0,
        extra: u32::try_from(least).unwrap_or(u32::MAX).min(1_000),
    };
    walk.visit(&parsed)?;
    Ok(walk.text)
}

struct Walk<'t> {
    tape: &'t mut Tape,
    text: String,
    length: usize,
    steps: u32,
    /// How much more than the least a repetition without end is at times repeated.
    extra: u32,
}

impl Walk<'_> {
    /// The depth is what the parser's limit allows.
    fn visit(&mut self, hir: &Hir) -> Result<(), CannotMake> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return Err(CannotMake::because("the pattern repeats too often"));
        }
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => Ok(()),
            HirKind::Literal(literal) => self.push_str(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(Class::Unicode(class)) => {
                let character = draw_from(class, self.tape)
                    .ok_or_else(|| CannotMake::because("the pattern matches nothing"))?;
                self.push_str(character.encode_utf8(&mut [0; 4]))
            }
            HirKind::Class(Class::Bytes(_)) => Err(CannotMake::because("the pattern is of bytes")),
            HirKind::Repetition(repetition) => {
                let most = repetition.max.unwrap_or(u32::MAX);
                for _ in 0..self.count(repetition.min, most) {
                    self.visit(&repetition.sub)?;
                }
                Ok(())
            }
            HirKind::Capture(capture) => self.visit(&capture.sub),
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.visit(part)),
            HirKind::Alternation(parts) => {
                let part = self.tape.index(parts.len());
                parts.get(part).map_or(Ok(()), |part| self.visit(part))
            }
        }
    }

    fn count(&mut self, least: u32, most: u32) -> u32 {
        let extra = match self.tape.below(4) {
            0 => 0,
            1 => 1,
            2 => self.extra,
            _ => u32::try_from(self.tape.below(6)).unwrap_or(0),
        };
        least.saturating_add(extra).min(most)
    }

    fn push_str(&mut self, text: &str) -> Result<(), CannotMake> {
        self.length += text.chars().count();
        if self.length > MAX_LENGTH {
            return Err(CannotMake::because(
                "the pattern asks for too long a string",
            ));
        }
        self.text.push_str(text);
        Ok(())
    }
}

/// A character of the class: plain ones where it has any.
fn draw_from(class: &ClassUnicode, tape: &mut Tape) -> Option<char> {
    let plain = |range: &(char, char)| range.0 <= range.1;
    let printable: Vec<(char, char)> = class
        .iter()
        .map(|range| (range.start().max(' '), range.end().min('~')))
        .filter(plain)
        .collect();
    let every: Vec<(char, char)> = class
        .iter()
        .map(|range| (range.start(), range.end()))
        .collect();
    let odd = printable.is_empty() || tape.rarely(12);
    let (start, end) = *tape.pick(if odd { &every } else { &printable })?;
    let number = tape.between(u32::from(start).into(), u32::from(end).into());
    let drawn = u32::try_from(number).ok().and_then(char::from_u32);
    Some(
        drawn
            .filter(|drawn| !LINE_ENDS.contains(drawn))
            .unwrap_or(start),
    )
}
