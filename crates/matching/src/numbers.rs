//! Phones, codes and identity numbers: the same number however it was grouped.

use crate::fold::fold;

/// The digits of a phone number, Western, without the zeros in front (`00964`, `0771` and `964`, `771` begin alike).
#[must_use]
pub fn phone_digits(text: &str) -> String {
    let digits: String = fold(text).chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// A code or identity number without case, dashes, slashes, dots and spaces: `KRK-26 00012/x` is `krk2600012x`.
#[must_use]
pub fn id_fold(text: &str) -> String {
    fold(text).chars().filter(|c| *c != ' ').collect()
}

/// The running number of a code as a person says it: the longest run of digits, without zeros in front.
pub(crate) fn running_number(code: &str) -> Option<String> {
    fold(code)
        .split(|c: char| !c.is_ascii_digit())
        .max_by_key(|run| run.len())
        .map(|run| run.trim_start_matches('0').to_owned())
        .filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{id_fold, phone_digits, running_number};

    #[test]
    fn a_phone_is_its_digits() {
        assert_eq!(phone_digits("+964 (771) 234-567"), "964771234567");
        assert_eq!(phone_digits("٠٧٧١ ٢٣٤ ٥٦٧"), "771234567");
        assert_eq!(phone_digits("none"), "");
    }

    #[test]
    fn an_identity_number_is_the_same_with_and_without_separators() {
        assert_eq!(id_fold("KRK-26-00012-X"), id_fold("krk26 00012/x"));
        assert_eq!(id_fold("ب-١٢"), "ب12");
    }

    #[test]
    fn the_running_number_of_a_code_has_no_zeros_in_front() {
        assert_eq!(running_number("KRK-26-00012-X").as_deref(), Some("12"));
        assert_eq!(running_number("KRK"), None);
    }
}
