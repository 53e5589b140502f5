//! Reading a plain regular expression of ECMA-262 (§22.2.1, §B.1.2). Nothing comes of what is not plain, and of what
//! hardly anybody writes, such as octal escapes: `regress` has read it already, and is left to search it.

use std::{iter::Peekable, str::Chars};

use super::{
    class::Class,
    expression::{Assertion, Expression, Repetition},
};

/// How deep groups may stand in each other.
const MAX_DEPTH: usize = 50;

/// Reads an expression, with or without the `u` flag.
pub(super) fn parse(pattern: &str, is_unicode: bool) -> Option<Expression> {
    let mut parser = Parser {
        rest: pattern.chars().peekable(),
        is_unicode,
    };
    let expression = parser.choice(0)?;
    parser.rest.next().is_none().then_some(expression)
}

struct Parser<'p> {
    rest: Peekable<Chars<'p>>,
    is_unicode: bool,
}

/// What stands in brackets.
enum Item {
    One(char),
    Many(Class),
}

impl Parser<'_> {
    fn takes(&mut self, character: char) -> bool {
        self.rest.next_if_eq(&character).is_some()
    }

    fn choice(&mut self, depth: usize) -> Option<Expression> {
        if depth > MAX_DEPTH {
            return None;
        }
        let mut all = vec![self.sequence(depth)?];
        while self.takes('|') {
            all.push(self.sequence(depth)?);
        }
        if all.len() == 1 {
            return all.pop();
        }
        Some(Expression::Choice(all))
    }

    fn sequence(&mut self, depth: usize) -> Option<Expression> {
        let mut parts = Vec::new();
        while self.rest.peek().is_some_and(|next| !"|)".contains(*next)) {
            parts.push(self.term(depth)?);
        }
        if parts.len() == 1 {
            return parts.pop();
        }
        Some(Expression::Sequence(parts))
    }

    fn term(&mut self, depth: usize) -> Option<Expression> {
        // Nothing is there to repeat (ECMA-262 §B.1.2, `InvalidBracedQuantifier`).
        if self.bounds().is_some() {
            return None;
        }
        let part = match self.rest.next()? {
            '^' => Expression::Assertion(Assertion::Start),
            '$' => Expression::Assertion(Assertion::End),
            '(' => self.group(depth)?,
            '[' => Expression::Character(self.brackets()?),
            '.' => Expression::Character(Class::any()),
            '\\' => self.escape()?,
            '*' | '+' | '?' => return None,
            '{' | '}' | ']' if self.is_unicode => return None,
            character => Expression::Character(Class::of(character)),
        };
        match (self.repetition()?, part) {
            (Repetition::ONCE, part) => Some(part),
            (_, Expression::Assertion(_)) => None,
            (repetition, part) => Some(Expression::Repeated(Box::new(part), repetition)),
        }
    }

    fn group(&mut self, depth: usize) -> Option<Expression> {
        if self.takes('?') {
            match self.rest.next()? {
                ':' => {}
                '<' if !matches!(self.rest.peek(), Some('=' | '!')) => {
                    self.rest.by_ref().find(|character| *character == '>')?;
                }
                _ => return None,
            }
        }
        let inner = self.choice(depth + 1)?;
        // Kept apart from what stands beside it.
        self.takes(')').then(|| Expression::Sequence(vec![inner]))
    }

    /// How often what was read comes: once where nothing says so.
    fn repetition(&mut self) -> Option<Repetition> {
        let (least, most) = match self.rest.peek() {
            Some('{') => match self.bounds() {
                Some(bounds) => bounds,
                None if self.is_unicode => return None,
                // A character like others (ECMA-262 §B.1.2).
                None => return Some(Repetition::ONCE),
            },
            Some('*' | '+' | '?') => match self.rest.next()? {
                '*' => (0, None),
                '+' => (1, None),
                _ => (0, Some(1)),
            },
            _ => return Some(Repetition::ONCE),
        };
        if most.is_some_and(|most| most < least) {
            return None;
        }
        // Whether as few or as many as can be are tried first is nothing to whether any fit.
        self.takes('?');
        Some(Repetition { least, most })
    }

    /// The least and the most in braces. Passes nothing where there are none.
    fn bounds(&mut self) -> Option<(u32, Option<u32>)> {
        let mut ahead = Parser {
            rest: self.rest.clone(),
            is_unicode: self.is_unicode,
        };
        ahead.rest.next_if_eq(&'{')?;
        let least = ahead.number()?;
        let most = if ahead.takes(',') {
            ahead.number()
        } else {
            Some(least)
        };
        ahead.rest.next_if_eq(&'}')?;
        self.rest = ahead.rest;
        Some((least, most))
    }

    /// A number, or the largest where it is larger still.
    fn number(&mut self) -> Option<u32> {
        let digit = |next: &char| next.is_ascii_digit();
        let mut number = self.rest.next_if(digit)?.to_digit(10)?;
        while let Some(next) = self.rest.next_if(digit) {
            number = number.saturating_mul(10).saturating_add(next.to_digit(10)?);
        }
        Some(number)
    }

    fn escape(&mut self) -> Option<Expression> {
        let assertion = match self.rest.peek()? {
            'b' => Assertion::WordBoundary,
            'B' => Assertion::NoWordBoundary,
            _ => {
                return Some(Expression::Character(match self.class_escape()? {
                    Item::One(character) => Class::of(character),
                    Item::Many(class) => class,
                }));
            }
        };
        self.rest.next();
        Some(Expression::Assertion(assertion))
    }

    /// An escape that stands for characters, in brackets or not.
    fn class_escape(&mut self) -> Option<Item> {
        let letter = self.rest.next()?;
        if let Some(class) = Class::of_escape(letter) {
            return Some(Item::Many(class));
        }
        let character = match letter {
            't' => '\t',
            'n' => '\n',
            'v' => '\u{b}',
            'f' => '\u{c}',
            'r' => '\r',
            '0' if !self.rest.peek().is_some_and(char::is_ascii_digit) => '\0',
            'c' => {
                let letter = self.rest.next_if(char::is_ascii_alphabetic)?;
                char::from_u32(u32::from(letter) % 32)?
            }
            'x' => self.hexadecimal(2)?,
            'u' if self.rest.peek() == Some(&'{') => self.code_point()?,
            'u' => self.hexadecimal(4)?,
            letter if self.is_itself(letter) => letter,
            _ => return None,
        };
        Some(Item::One(character))
    }

    /// Whether a character that is escaped means itself (ECMA-262 §22.2.1, §B.1.2, `IdentityEscape`). In brackets the
    /// `u` flag has `\-` too, and outside them no expression that was read has it.
    fn is_itself(&self, escaped: char) -> bool {
        if self.is_unicode {
            return r"^$\.*+?()[]{}|/-".contains(escaped);
        }
        // A digit is a reference or octal, and `\k` a reference where groups have names.
        !escaped.is_ascii_digit() && escaped != 'k'
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<char> {
        let mut value = 0;
        for _ in 0..digits {
            value = value * 16 + self.rest.next()?.to_digit(16)?;
        }
        // Half of a pair of surrogates is no character.
        char::from_u32(value)
    }

    /// `\u{…}`, which only the `u` flag knows.
    fn code_point(&mut self) -> Option<char> {
        self.rest.next();
        let mut digits = String::new();
        while let Some(digit) = self.rest.next_if(char::is_ascii_hexdigit) {
            digits.push(digit);
        }
        let is_closed = self.takes('}');
        let value = u32::from_str_radix(&digits, 16).ok()?;
        char::from_u32(value).filter(|_| is_closed && self.is_unicode)
    }

    fn brackets(&mut self) -> Option<Class> {
        let is_negated = self.takes('^');
        let mut ranges = Vec::new();
        while !self.takes(']') {
            let first = self.item()?;
            if !self.takes('-') {
                extend(&mut ranges, first);
                continue;
            }
            if self.rest.peek() == Some(&']') {
                extend(&mut ranges, first);
                ranges.push(('-', '-'));
                continue;
            }
            match (first, self.item()?) {
                (Item::One(first), Item::One(last)) if first <= last => ranges.push((first, last)),
                (Item::One(_), Item::One(_)) => return None,
                (first, last) => {
                    extend(&mut ranges, first);
                    extend(&mut ranges, last);
                    ranges.push(('-', '-'));
                }
            }
        }
        Some(Class::new(ranges, is_negated))
    }

    fn item(&mut self) -> Option<Item> {
        match self.rest.next()? {
            '\\' if self.takes('b') => Some(Item::One('\u{8}')),
            '\\' => self.class_escape(),
            character => Some(Item::One(character)),
        }
    }
}

fn extend(ranges: &mut Vec<(char, char)>, item: Item) {
    match item {
        Item::One(character) => ranges.push((character, character)),
        Item::Many(class) => ranges.extend(class.into_ranges()),
    }
}
