//! Keeping keys out of swap, core dumps and other programs' reach, as far as the system lets a program do so.

/// What [`harden`] reached. A `false` is worth a line in the technical log, never a refusal to start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hardened {
    /// No core dump will be written.
    pub no_core_dumps: bool,
    /// No other program of the same user can attach to this one or read its memory.
    pub not_dumpable: bool,
}

/// Forbids core dumps and attaching. Call once, first thing after the program starts.
#[must_use]
pub fn harden() -> Hardened {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        Hardened {
            no_core_dumps: setrlimit(Resource::Core, none).is_ok(),
            not_dumpable: set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok(),
        }
    }
    #[cfg(not(target_os = "linux"))]
    Hardened { no_core_dumps: false, not_dumpable: false }
}

/// Asks the system to keep the pages under `bytes` out of swap; answers whether it will.
///
/// Never undone: pages are shared between small allocations, and unlocking one would unlock its neighbours. Only the few
/// keys that live as long as a session are locked, so the limit (usually 8 MiB) is far away.
pub(crate) fn lock(bytes: &[u8]) -> bool {
    #[cfg(unix)]
    {
        // SAFETY: mlock only changes whether the pages may be swapped; it neither reads nor writes them, and the range is
        // that of a live reference.
        #[allow(unsafe_code)]
        unsafe {
            rustix::mm::mlock(bytes.as_ptr().cast_mut().cast(), bytes.len()).is_ok()
        }
    }
    #[cfg(not(unix))]
    {
        let _ = bytes;
        false
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_hardened_program_leaves_no_core_dump_and_cannot_be_attached_to() {
        assert_eq!(harden(), Hardened { no_core_dumps: true, not_dumpable: true });
        assert_eq!(rustix::process::getrlimit(rustix::process::Resource::Core).current, Some(0));
        assert_eq!(rustix::process::dumpable_behavior().unwrap(), rustix::process::DumpableBehavior::NotDumpable);
    }

    #[test]
    fn a_page_with_a_key_can_be_locked() {
        let key = Box::new([7u8; 32]);
        assert!(lock(&*key));
    }
}
