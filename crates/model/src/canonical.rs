//! Canonical bytes (RFC 8785, the JSON Canonicalization Scheme): what is committed to, signed and hashed.

use serde::Serialize;

/// A value that has no canonical form: a float that is not a number, a map whose keys are not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the value has no canonical form")]
pub struct NotCanonical;

/// The canonical bytes of a value.
///
/// # Errors
/// [`NotCanonical`]; our own types always have a form.
pub fn bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, NotCanonical> {
    serde_jcs::to_vec(value).map_err(|_| NotCanonical)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    #[test]
    fn keys_are_sorted_and_nothing_is_padded() {
        let value = serde_json::json!({"b": [1, "é"], "a": {"z": null, "y": true}});
        assert_eq!(super::bytes(&value).unwrap(), "{\"a\":{\"y\":true,\"z\":null},\"b\":[1,\"é\"]}".as_bytes());
    }
}
