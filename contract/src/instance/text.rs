//! Strings: by format, by pattern, or of a length in code points
//! (JSON Schema 2020-12 validation §6.3.1), with characters that programs get wrong.

use serde_json::Value;

use super::shape::Shape;
use super::{CannotMake, Tape, format, pattern};

/// Characters besides letters: what JSON escapes, two to four bytes of UTF-8,
/// two UTF-16 units, a combining mark, a line separator, right to left.
const ODD: [char; 24] = [
    ' ', '0', '-', '.', '/', '"', '\\', '\n', '\t', '\r', '\u{1}', '\u{7f}', '%', '&', '+', '<',
    'é', 'ß', 'Ω', '漢', '\u{301}', '\u{2028}', '\u{5d0}', '😀',
];

/// Longest string made.
const MAX_LENGTH: u64 = 100_000;
/// Longest string made only because it is the longest allowed.
const MAX_BOUNDARY: u64 = 4_096;

/// How often a text of a format is made again where its length does not fit.
const MAX_TEXTS: u32 = 12;

/// A string that the shape admits.
pub(super) fn make_string(shape: &Shape, tape: &mut Tape) -> Result<Value, CannotMake> {
    let pattern = shape.strings.iter().find_map(|it| it.pattern.as_deref());
    let text = match (pattern, shape.formats.first()) {
        // Where both are stated, the judge sees which text is of both.
        (Some(pattern), Some(format)) => {
            let of_format = tape.below(2) == 0;
            let made = of_format.then(|| of_format_and_length(shape, format, tape));
            match made.flatten() {
                Some(text) => text,
                None => of_pattern(shape, pattern, tape)?,
            }
        }
        (Some(pattern), None) => of_pattern(shape, pattern, tape)?,
        (None, Some(format)) => match of_format_and_length(shape, format, tape) {
            Some(text) => text,
            None => make_text(shape, tape)?,
        },
        (None, None) => make_text(shape, tape)?,
    };
    Ok(Value::String(text))
}

/// A text of the format, of a fitting length where one is found.
fn of_format_and_length(shape: &Shape, format: &str, tape: &mut Tape) -> Option<String> {
    let mut text = format::make_format(format, tape)?;
    for _ in 0..MAX_TEXTS {
        let length = text.chars().count() as u64;
        if length >= shape.min_length() && shape.max_length().is_none_or(|most| length <= most) {
            break;
        }
        text = format::make_format(format, tape)?;
    }
    Some(text)
}

/// A match of the pattern. One that is too short is made longer, which a pattern that does not end
/// with the text admits.
fn of_pattern(shape: &Shape, pattern: &str, tape: &mut Tape) -> Result<String, CannotMake> {
    let Ok(mut text) = pattern::make_match(pattern, shape.min_length(), tape) else {
        // What cannot be walked may be matched by chance.
        return make_text(shape, tape);
    };
    // Where each is of one end of the text, what matches one after the other matches all.
    let others = shape.strings.iter().filter_map(|it| it.pattern.as_deref());
    let others: String = others
        .skip(1)
        .filter_map(|other| pattern::make_match(other, 0, tape).ok())
        .collect();
    let length = (text.chars().count() + others.chars().count()) as u64;
    let missing = shape.min_length().min(MAX_LENGTH).saturating_sub(length);
    text.extend((0..missing).map(|_| 'x'));
    Ok(text + &others)
}

fn make_text(shape: &Shape, tape: &mut Tape) -> Result<String, CannotMake> {
    let length = draw_length(shape.min_length(), shape.max_length(), tape)?;
    Ok((0..length).map(|_| draw_character(tape)).collect())
}

fn draw_length(least: u64, most: Option<u64>, tape: &mut Tape) -> Result<u64, CannotMake> {
    if least > MAX_LENGTH {
        return Err(CannotMake::because("a string that long is not made"));
    }
    let most = most.unwrap_or(u64::MAX);
    if least > most {
        return Err(CannotMake::because("no length lies within the bounds"));
    }
    let length = match tape.below(12) {
        0 => least,
        1 => least + 1,
        2 if most <= MAX_BOUNDARY => most,
        3 if most <= MAX_BOUNDARY => most.saturating_sub(1),
        _ => least + tape.below(16),
    };
    Ok(length.clamp(least, most))
}

pub(super) fn draw_character(tape: &mut Tape) -> char {
    let odd = tape.rarely(4);
    let choices: &[char] = if odd { &ODD } else { &LETTERS };
    tape.pick(choices).copied().unwrap_or('a')
}

const LETTERS: [char; 12] = ['a', 'b', 'c', 'e', 'i', 'n', 'r', 't', 'x', 'z', 'A', 'Q'];

/// A word of a few letters.
pub(super) fn word(tape: &mut Tape) -> String {
    let length = 1 + tape.below(8);
    (0..length)
        .map(|_| tape.pick(&LETTERS[..10]).copied().unwrap_or('a'))
        .collect()
}
