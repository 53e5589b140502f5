//! The choice tape: every decision in making an instance is a number drawn
//! from it, so that the same tape gives the same instance on every machine.
//!
//! A tape is either fresh, drawing from a seed, or replayed from numbers that
//! were drawn before. Smaller numbers stand for simpler choices, and a tape that
//! has run out gives zeros: a shorter tape with smaller numbers is a simpler instance.

/// Numbers to be drawn one after the other, and a record of what was drawn.
#[derive(Clone, Debug)]
pub struct Tape {
    source: Source,
    drawn: Vec<u64>,
}

#[derive(Clone, Debug)]
enum Source {
    /// The state of a `SplitMix64` generator.
    Seed(u64),
    /// The same, of which only a bit counts.
    Extremes(u64),
    /// Numbers drawn before, and how many of them have been drawn again.
    Record { numbers: Vec<u64>, next: usize },
}

impl Tape {
    /// A fresh tape. The same seed gives the same numbers everywhere.
    pub fn from_seed(seed: u64) -> Self {
        Self::of(Source::Seed(seed))
    }

    /// A fresh tape that gives the least or the greatest number each time: where a
    /// choice is between two bounds, that is one of them.
    pub fn extremes(seed: u64) -> Self {
        Self::of(Source::Extremes(seed))
    }

    /// A tape that gives these numbers, then zeros.
    pub fn replay(numbers: Vec<u64>) -> Self {
        Self::of(Source::Record { numbers, next: 0 })
    }

    fn of(source: Source) -> Self {
        Self {
            source,
            drawn: Vec::new(),
        }
    }

    /// What has been drawn, to be given to [`Tape::replay`].
    pub fn drawn(&self) -> &[u64] {
        &self.drawn
    }

    /// A number below `end`; zero where there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        let number = match &mut self.source {
            Source::Extremes(state) => (split_mix(state) & 1) * end.saturating_sub(1),
            Source::Seed(state) => split_mix(state).checked_rem(end).unwrap_or(0),
            Source::Record { numbers, next } => {
                let number = numbers.get(*next).copied().unwrap_or(0);
                *next += 1;
                number.checked_rem(end).unwrap_or(0)
            }
        };
        self.drawn.push(number);
        number
    }

    /// An index below `end`.
    pub fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).unwrap_or(0)
    }

    /// True once in `rarity` times; the simple choice is false.
    pub fn rarely(&mut self, rarity: u64) -> bool {
        rarity > 0 && self.below(rarity) == rarity - 1
    }

    /// One of them.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        match choices {
            [] => None,
            [only] => Some(only),
            _ => choices.get(self.index(choices.len())),
        }
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i128, high: i128) -> i128 {
        let span = high.saturating_sub(low).max(0);
        match u64::try_from(span)
            .ok()
            .and_then(|span| span.checked_add(1))
        {
            Some(end) => low + i128::from(self.below(end)),
            None => low + i128::from(self.below(u64::MAX)) % span.saturating_add(1),
        }
    }

    /// How many numbers have been drawn.
    pub(super) fn position(&self) -> usize {
        self.drawn.len()
    }

    /// Forgets what was drawn after `position`, of a try that came to nothing.
    pub(super) fn forget_since(&mut self, position: usize) {
        self.drawn.truncate(position);
    }
}

/// `SplitMix64`, by Steele, Lea and Flood.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
