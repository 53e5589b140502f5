//! A plain regular expression: one without lookaround and without references to what was found.

use super::class::Class;

/// An expression.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    /// A character of a class.
    Character(Class),
    Assertion(Assertion),
    /// All of these, one after the other.
    Sequence(Vec<Expression>),
    /// One of these.
    Choice(Vec<Expression>),
    /// The same, so often.
    Repeated(Box<Expression>, Repetition),
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Repetition {
    pub(super) least: u32,
    /// `None` for any number.
    pub(super) most: Option<u32>,
}

impl Repetition {
    /// As it stands.
    pub(super) const ONCE: Self = Self {
        least: 1,
        most: Some(1),
    };
}

/// What holds between two characters (ECMA-262 §22.2.2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Assertion {
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
}

impl Expression {
    /// Whether trying it is as quick as any search: it is tried at the start alone, where at most one part of it can be
    /// of several lengths.
    pub(super) fn is_tried_quickly(&self) -> bool {
        match self {
            Self::Choice(all) => all.iter().all(Self::is_one_way),
            Self::Character(_) | Self::Assertion(_) | Self::Sequence(_) | Self::Repeated(..) => {
                self.is_one_way()
            }
        }
    }

    fn is_one_way(&self) -> bool {
        let alone = std::slice::from_ref(self);
        let parts = match self {
            Self::Sequence(parts) => parts.as_slice(),
            Self::Character(_) | Self::Assertion(_) | Self::Choice(_) | Self::Repeated(..) => alone,
        };
        let is_plain = parts.iter().all(|part| part.length() != Length::Unclear);
        let is_varied = |part: &&Self| part.length() == Length::Varied;
        let varied = parts.iter().filter(is_varied).count();
        let is_anchored = matches!(parts.first(), Some(Self::Assertion(Assertion::Start)));
        is_plain && varied <= usize::from(is_anchored)
    }

    fn length(&self) -> Length {
        match self {
            Self::Character(_) | Self::Assertion(_) => Length::Fixed,
            Self::Repeated(inner, repetition) => match **inner {
                Self::Character(_) if repetition.most == Some(repetition.least) => Length::Fixed,
                Self::Character(_) => Length::Varied,
                Self::Assertion(_) | Self::Sequence(_) | Self::Choice(_) | Self::Repeated(..) => {
                    Length::Unclear
                }
            },
            Self::Sequence(_) | Self::Choice(_) => Length::Unclear,
        }
    }
}

/// How many characters a part of an expression takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Fixed,
    Varied,
    Unclear,
}
