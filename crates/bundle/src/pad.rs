//! How long a sealed file is, without saying how much is in it (Padme: Nikitin et al., "Reducing Metadata Leakage from
//! Encrypted Files and Communication with PURBs", 2019).

/// The next length that Padme allows: at most 12 % longer, and so few lengths that they tell little.
pub fn padme(length: u64) -> u64 {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1_u64 << exponent.saturating_sub(kept)) - 1;
    length.saturating_add(mask) & !mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_grow_by_at_most_an_eighth_and_few_are_left() {
        let mut allowed = std::collections::BTreeSet::new();
        for length in 0..100_000 {
            let padded = padme(length);
            assert!(padded >= length && padded - length <= length / 8);
            assert_eq!(padme(padded), padded);
            allowed.insert(padded);
        }
        assert!(allowed.len() < 250, "{}", allowed.len());
    }

    #[test]
    fn the_papers_examples_hold() {
        assert_eq!(padme(9), 10);
        assert_eq!(padme(1_000_000), 1_015_808);
    }
}
