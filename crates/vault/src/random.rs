//! Where random bytes come from. Logic takes a source; the machine's own is handed in at the edges.

use hpke::rand_core::{TryCryptoRng, TryRng};
use std::convert::Infallible;

/// A source of random bytes fit for keys.
///
/// It cannot fail: where there is no randomness nothing may be sealed, and the only right answer is to stop.
pub trait Randomness {
    /// Fills `bytes` completely.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// The operating system's randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsRandom;

impl Randomness for OsRandom {
    /// # Panics
    /// If the operating system gives no randomness. Going on would write keys that can be guessed.
    fn fill(&mut self, bytes: &mut [u8]) {
        // Invariant: after boot the supported systems always answer; if not, stopping is the safe behaviour.
        #[expect(clippy::expect_used)]
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}

/// `N` random bytes.
pub fn bytes<const N: usize>(random: &mut dyn Randomness) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// A random number below `limit`, without the bias of a plain remainder. `limit` of 0 gives 0.
pub fn below(limit: u32, random: &mut dyn Randomness) -> u32 {
    if limit == 0 {
        return 0;
    }
    let rejected_from = u32::MAX - u32::MAX % limit;
    loop {
        let number = u32::from_le_bytes(bytes(random));
        if number < rejected_from {
            return number % limit;
        }
    }
}

/// Lets the libraries that want a `rand_core` generator draw from our source.
pub(crate) struct Borrowed<'a>(pub &'a mut dyn Randomness);

impl TryRng for Borrowed<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> std::result::Result<u32, Infallible> {
        Ok(u32::from_le_bytes(bytes(self.0)))
    }

    fn try_next_u64(&mut self) -> std::result::Result<u64, Infallible> {
        Ok(u64::from_le_bytes(bytes(self.0)))
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> std::result::Result<(), Infallible> {
        self.0.fill(dst);
        Ok(())
    }
}

impl TryCryptoRng for Borrowed<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts upwards: every call gives other bytes, every run the same.
    struct Counting(u8);
    impl Randomness for Counting {
        fn fill(&mut self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0;
                self.0 = self.0.wrapping_add(1);
            }
        }
    }

    #[test]
    fn a_test_can_hand_in_its_own_source() {
        assert_eq!(bytes::<4>(&mut Counting(7)), [7, 8, 9, 10]);
    }

    #[test]
    fn the_machines_randomness_does_not_repeat() {
        assert_ne!(bytes::<32>(&mut OsRandom), bytes::<32>(&mut OsRandom));
    }

    #[test]
    fn a_number_below_a_limit_reaches_every_value_and_never_the_limit() {
        let mut seen = [false; 5];
        for _ in 0..500 {
            if let Some(place) = seen.get_mut(below(5, &mut OsRandom) as usize) {
                *place = true;
            } else {
                panic!("not below the limit");
            }
        }
        assert_eq!(seen, [true; 5]);
    }
}
