//! What can be said of a JSON text before it is parsed: how deep it is nested and how many values it holds.

use crate::{BundleError, limits};

/// Refuses a text nested deeper than [`limits::DEPTH`] or, with `values`, holding more than so many values. A single pass
/// over the bytes; whether it is JSON at all shows when it is parsed.
pub fn within_limits(text: &[u8], values: Option<usize>) -> Result<(), BundleError> {
    let (mut depth, mut count, mut quoted, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in text {
        if quoted {
            match (escaped, byte) {
                (true, _) => escaped = false,
                (false, b'\\') => escaped = true,
                (false, b'"') => quoted = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'[' | b'{' => {
                depth += 1;
                if depth > limits::DEPTH {
                    return Err(BundleError::TooDeep);
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => count += 1,
            _ => {}
        }
    }
    match values {
        Some(most) if count > most => Err(BundleError::TooLarge),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_outside_of_text_only() {
        let deep = |n: usize| [vec![b'['; n], vec![b']'; n]].concat();
        assert!(within_limits(&deep(32), None).is_ok());
        assert!(matches!(within_limits(&deep(33), None), Err(BundleError::TooDeep)));
        let text = format!("\"{}\\\"{}\"", "[".repeat(40), "{".repeat(40));
        assert!(within_limits(text.as_bytes(), None).is_ok());
    }

    #[test]
    fn many_short_values_are_too_many() {
        assert!(within_limits(b"[1,2,3]", Some(2)).is_ok());
        assert!(matches!(within_limits(b"[1,2,3,4]", Some(2)), Err(BundleError::TooLarge)));
        assert!(within_limits(b"[\",,,,,\"]", Some(2)).is_ok());
    }
}
