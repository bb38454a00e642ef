//! Dice that fall the same way for the same seed.

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and good enough for made-up texts.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Dice of a seed.
    pub const fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next number, any of 64 bits.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but without `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        // The remainder's bias is far below what a text could show.
        usize::try_from(self.number() >> 32).unwrap_or(0) % end.max(1)
    }

    /// A number from 0 up to but without `end`, of which the first come most often and the last seldom, as
    /// words do (Zipf's law).
    pub fn skewed(&mut self, end: usize) -> usize {
        let share = (self.number() >> 11) as f64 / (1_u64 << 53) as f64;
        (share.powf(2.5) * end as f64) as usize
    }

    /// One of several.
    pub fn one_of<'t, T>(&mut self, choices: &'t [T]) -> &'t T {
        &choices[self.below(choices.len())]
    }
}
