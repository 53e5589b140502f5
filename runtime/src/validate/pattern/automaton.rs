//! Searching in all ways at once: every state that the text so far can lead to, each once. The time is that of the
//! text's length times the expression's, whatever both are.

use super::{
    class::{Class, is_of_word},
    expression::{Assertion, Expression, Repetition},
};

/// How many steps an expression may have. A larger one is left to trying.
const MAX_STEPS: usize = 5_000;

/// The steps of an expression; the search begins at the first.
#[derive(Debug)]
pub(super) struct Automaton(Vec<Step>);

#[derive(Debug)]
enum Step {
    /// Goes on behind a character of the class.
    Character(Class),
    /// Goes on where the assertion holds.
    Assertion(Assertion),
    /// Goes on at both.
    Fork(usize, usize),
    Found,
}

impl Automaton {
    /// Nothing where the expression has too many steps.
    pub(super) fn of(expression: &Expression) -> Option<Self> {
        let mut steps = Vec::new();
        add(expression, &mut steps)?;
        steps.push(Step::Found);
        Some(Self(steps))
    }

    /// Whether the expression is found in the text.
    pub(super) fn finds(&self, text: &str) -> bool {
        let mut search = Search::new(&self.0);
        let mut characters = text.chars();
        let mut before = None;
        loop {
            let next = characters.clone().next();
            // Every character may be where the expression begins.
            if search.enter(0, before, next) || search.enter_pending(before, next) {
                return true;
            }
            let Some(character) = characters.next() else {
                return false;
            };
            search.pass(character);
            before = Some(character);
        }
    }
}

/// Adds the steps of an expression, which go on behind the last of them.
fn add(expression: &Expression, steps: &mut Vec<Step>) -> Option<()> {
    if steps.len() > MAX_STEPS {
        return None;
    }
    match expression {
        Expression::Character(class) => steps.push(Step::Character(class.clone())),
        Expression::Assertion(assertion) => steps.push(Step::Assertion(*assertion)),
        Expression::Sequence(parts) => {
            for part in parts {
                add(part, steps)?;
            }
        }
        Expression::Choice(all) => add_choice(all, steps)?,
        Expression::Repeated(inner, repetition) => add_repeated(inner, *repetition, steps)?,
    }
    Some(())
}

fn add_choice(all: &[Expression], steps: &mut Vec<Step>) -> Option<()> {
    let (last, others) = all.split_last()?;
    let mut ends = Vec::new();
    for one in others {
        let fork = reserve(steps);
        add(one, steps)?;
        ends.push(reserve(steps));
        steps[fork] = Step::Fork(fork + 1, steps.len());
    }
    add(last, steps)?;
    for end in ends {
        steps[end] = Step::Fork(steps.len(), steps.len());
    }
    Some(())
}

/// Every round adds a step at least, so that an expression of too many is given up soon however often it repeats what.
/// What adds no step takes no character, and does so in one round as in any number.
fn add_repeated(inner: &Expression, repetition: Repetition, steps: &mut Vec<Step>) -> Option<()> {
    for _ in 0..repetition.least {
        let before = steps.len();
        add(inner, steps)?;
        if steps.len() == before {
            return Some(());
        }
    }
    match repetition.most {
        Some(most) => add_optional(inner, most.saturating_sub(repetition.least), steps),
        None => add_endless(inner, steps),
    }
}

fn add_endless(inner: &Expression, steps: &mut Vec<Step>) -> Option<()> {
    let fork = reserve(steps);
    add(inner, steps)?;
    steps.push(Step::Fork(fork, fork));
    steps[fork] = Step::Fork(fork + 1, steps.len());
    Some(())
}

fn add_optional(inner: &Expression, most: u32, steps: &mut Vec<Step>) -> Option<()> {
    let mut forks = Vec::new();
    for _ in 0..most {
        let fork = reserve(steps);
        add(inner, steps)?;
        if steps.len() == fork + 1 {
            steps.pop();
            break;
        }
        forks.push(fork);
    }
    for fork in forks {
        steps[fork] = Step::Fork(fork + 1, steps.len());
    }
    Some(())
}

/// Makes room for a step that is known later.
fn reserve(steps: &mut Vec<Step>) -> usize {
    steps.push(Step::Found);
    steps.len() - 1
}

/// Where a search is.
struct Search<'s> {
    steps: &'s [Step],
    /// The characters that are waited for.
    waiting: Vec<usize>,
    /// The steps behind those that came.
    pending: Vec<usize>,
    /// The steps still to be looked at.
    open: Vec<usize>,
    /// At which position each step was entered last, counted from one.
    entered: Vec<usize>,
    position: usize,
}

impl<'s> Search<'s> {
    fn new(steps: &'s [Step]) -> Self {
        Self {
            steps,
            waiting: Vec::new(),
            pending: Vec::new(),
            open: Vec::new(),
            entered: vec![0; steps.len()],
            position: 1,
        }
    }

    /// Goes on behind the characters that came.
    fn enter_pending(&mut self, before: Option<char>, next: Option<char>) -> bool {
        while let Some(step) = self.pending.pop() {
            if self.enter(step, before, next) {
                return true;
            }
        }
        false
    }

    /// Goes on at a step as far as no character is needed, and says whether that is the end.
    fn enter(&mut self, step: usize, before: Option<char>, next: Option<char>) -> bool {
        self.open.push(step);
        while let Some(at) = self.open.pop() {
            let (Some(entered), Some(step)) = (self.entered.get_mut(at), self.steps.get(at)) else {
                continue;
            };
            if std::mem::replace(entered, self.position) == self.position {
                continue;
            }
            match step {
                Step::Found => return true,
                Step::Character(_) => self.waiting.push(at),
                Step::Fork(first, second) => self.open.extend([*second, *first]),
                Step::Assertion(assertion) => {
                    self.open
                        .extend(assertion.holds(before, next).then_some(at + 1));
                }
            }
        }
        false
    }

    /// Passes a character.
    fn pass(&mut self, character: char) {
        self.position += 1;
        let steps = self.steps;
        let came = |at: &usize| {
            let step = steps.get(*at);
            step.is_some_and(
                |step| matches!(step, Step::Character(class) if class.holds(character)),
            )
        };
        let came = self.waiting.drain(..).filter(came).map(|at| at + 1);
        self.pending.extend(came);
    }
}

impl Assertion {
    /// Whether it holds between two characters.
    fn holds(self, before: Option<char>, next: Option<char>) -> bool {
        let is_boundary = || before.is_some_and(is_of_word) != next.is_some_and(is_of_word);
        match self {
            Self::Start => before.is_none(),
            Self::End => next.is_none(),
            Self::WordBoundary => is_boundary(),
            Self::NoWordBoundary => !is_boundary(),
        }
    }
}
