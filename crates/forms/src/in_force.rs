//! The configuration that is in force in this process: the standard one until an office says otherwise.
//!
//! For the window, which shows one office at a time. The office itself hands its configuration on and never asks here.

use crate::configuration::Configuration;
use crate::standard::standard;
use std::sync::{PoisonError, RwLock};

static IN_FORCE: RwLock<Option<&'static Configuration>> = RwLock::new(None);

/// The configuration in force; the standard one before [`use_configuration`].
#[must_use]
pub fn in_force() -> &'static Configuration {
    // Nothing can be half done under this lock: a pointer is read or put.
    IN_FORCE.read().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(standard)
}

/// Puts another configuration in force. Whoever holds the one before goes on with it.
pub fn use_configuration(configuration: &'static Configuration) {
    *IN_FORCE.write().unwrap_or_else(PoisonError::into_inner) = Some(configuration);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_standard_configuration_is_in_force_until_another_one_is() {
        assert!(std::ptr::eq(in_force(), standard()));
        let mut written = standard().written();
        written.forms.truncate(1);
        written.forms.iter_mut().for_each(|form| form.sections.clear());
        let other: &'static Configuration = Box::leak(Box::new(Configuration::from_written(written).unwrap()));
        use_configuration(other);
        assert!(std::ptr::eq(in_force(), other));
        use_configuration(standard());
        assert!(std::ptr::eq(in_force(), standard()));
    }
}
