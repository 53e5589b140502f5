//! The choices, in the order in which they are made.

/// A tape of bytes that choices are read from. At its end every choice is the first.
#[derive(Clone, Debug)]
pub struct Tape {
    bytes: Vec<u8>,
    at: usize,
}

impl Tape {
    /// A tape of these bytes.
    pub fn new(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.to_owned(),
            at: 0,
        }
    }

    /// A tape of `length` bytes that `seed` decides: the generator `SplitMix64`.
    pub fn seeded(seed: u64, length: usize) -> Self {
        let mut state = seed;
        let mut bytes = Vec::with_capacity(length);
        while bytes.len() < length {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            bytes.extend((mixed ^ (mixed >> 31)).to_le_bytes());
        }
        bytes.truncate(length);
        Self { bytes, at: 0 }
    }

    /// A number below `count`; 0 where that is 0.
    pub fn below(&mut self, count: usize) -> usize {
        if count < 2 {
            return 0;
        }
        // As many bytes as the count needs, so that small choices are one byte of the tape.
        let mut number = 0_usize;
        let mut rest = count - 1;
        while rest > 0 {
            number = (number << 8) | usize::from(self.byte());
            rest >>= 8;
        }
        number % count
    }

    /// One of `items`, which is not empty.
    pub fn of<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    /// The same tape with one byte before it.
    #[cfg(test)]
    pub(crate) fn after(&self, byte: u8) -> Self {
        let mut bytes = vec![byte];
        bytes.extend(&self.bytes);
        Self { bytes, at: 0 }
    }

    fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_below_their_count_and_reach_all_of_it() {
        let mut tape = Tape::seeded(1, 100_000);
        let mut seen = [false; 300];
        for _ in 0..10_000 {
            seen[tape.below(300)] = true;
        }
        assert!(seen.iter().all(|seen| *seen));
    }

    #[test]
    fn after_its_end_every_choice_is_the_first() {
        let mut tape = Tape::new(&[7]);
        assert_eq!([tape.below(10), tape.below(10), tape.below(0)], [7, 0, 0]);
    }
}
