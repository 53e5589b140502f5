//! Classes of characters (ECMA-262 §22.2.2.9).

/// Characters, in ranges that may overlap, or all but these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Class {
    ranges: Vec<(char, char)>,
    is_negated: bool,
}

/// What ends a line (ECMA-262 §12.3), which `.` does not match.
const LINE_ENDS: &[(char, char)] = &[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')];

const DIGITS: &[(char, char)] = &[('0', '9')];

const WORD: &[(char, char)] = &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];

/// White space and what ends a line (ECMA-262 §12.2, §12.3).
const SPACES: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

impl Class {
    /// These characters, or all others.
    pub(super) const fn new(ranges: Vec<(char, char)>, is_negated: bool) -> Self {
        Self { ranges, is_negated }
    }

    /// One character.
    pub(super) fn of(character: char) -> Self {
        Self::new(vec![(character, character)], false)
    }

    /// What `.` matches.
    pub(super) fn any() -> Self {
        Self::new(LINE_ENDS.to_vec(), true)
    }

    /// The class that an escape of this letter is.
    pub(super) fn of_escape(letter: char) -> Option<Self> {
        let ranges = match letter.to_ascii_lowercase() {
            'd' => DIGITS,
            's' => SPACES,
            'w' => WORD,
            _ => return None,
        };
        Some(Self::new(ranges.to_vec(), letter.is_ascii_uppercase()))
    }

    /// Whether a character is one of it.
    pub(super) fn holds(&self, character: char) -> bool {
        let within = |(first, last): &(char, char)| (*first..=*last).contains(&character);
        self.ranges.iter().any(within) != self.is_negated
    }

    /// Its characters as ranges.
    pub(super) fn into_ranges(mut self) -> Vec<(char, char)> {
        if !self.is_negated {
            return self.ranges;
        }
        self.ranges.sort_unstable();
        let (mut others, mut next) = (Vec::new(), Some('\0'));
        for (first, last) in self.ranges {
            if let Some(start) = next
                && start < first
            {
                others.extend(before(first).map(|end| (start, end)));
            }
            next = next.and_then(|start| after(last).map(|end| end.max(start)));
        }
        others.extend(next.map(|start| (start, char::MAX)));
        others
    }
}

/// Whether a character is of a word (ECMA-262 §22.2.2.4.3).
pub(super) fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn before(character: char) -> Option<char> {
    ('\0'..character).next_back()
}

fn after(character: char) -> Option<char> {
    (character..=char::MAX).nth(1)
}
