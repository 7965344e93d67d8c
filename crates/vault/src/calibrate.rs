//! How much work one password attempt costs, and the Argon2id computation itself (RFC 9106).

use crate::context::Context;
use crate::symmetric::Key;
use crate::{Error, Result};
use argon2::{Algorithm, Argon2, Version};
use std::time::Duration;
use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;
use zeroize::{Zeroize as _, Zeroizing};

/// The longest one attempt may take when parameters are chosen.
pub const TIME_LIMIT: Duration = Duration::from_secs(1);

/// Argon2id parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parameters {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes computed side by side.
    pub lanes: u32,
}

impl Parameters {
    /// The weakest parameters that exist anywhere, tests included.
    pub const FLOOR: Self = Self::of_mib(64);
    /// What calibration chooses from, weakest first.
    pub const CHOICES: [Self; 4] = [Self::of_mib(64), Self::of_mib(128), Self::of_mib(256), Self::of_mib(512)];
    /// Above this no honest file goes; a forged one would make the computer stand still.
    const CEILING: Self = Self { memory: 1024 * 1024, passes: 16, lanes: 16 };

    const fn of_mib(mib: u32) -> Self {
        Self { memory: mib * 1024, passes: 3, lanes: 4 }
    }

    /// Refuses parameters below the floor or absurdly high, before anything is computed with them.
    ///
    /// # Errors
    /// [`Error::ParametersRefused`].
    pub fn check(&self) -> Result<()> {
        let (low, high) = (Self::FLOOR, Self::CEILING);
        let within = (low.memory..=high.memory).contains(&self.memory)
            && (low.passes..=high.passes).contains(&self.passes)
            && (low.lanes..=high.lanes).contains(&self.lanes);
        if within { Ok(()) } else { Err(Error::ParametersRefused) }
    }

    /// Whether an attempt costs more than with `other` in one respect, and less in none.
    pub(crate) fn exceeds(&self, other: &Self) -> bool {
        self != other && self.memory >= other.memory && self.passes >= other.passes && self.lanes >= other.lanes
    }

    pub(crate) fn to_bytes(self) -> [u8; 12] {
        let mut bytes = [0; 12];
        for (place, number) in bytes.chunks_exact_mut(4).zip([self.memory, self.passes, self.lanes]) {
            place.copy_from_slice(&number.to_le_bytes());
        }
        bytes
    }
}

/// Chooses the strongest of [`Parameters::CHOICES`] that takes at most a second and a quarter of the machine's memory
/// (`memory` in bytes). `attempt` runs one attempt and answers how long it took; pass [`measure`] outside tests.
///
/// # Errors
/// What `attempt` answers for the floor. If a stronger choice fails, the one before it is taken.
pub fn choose(memory: u64, mut attempt: impl FnMut(Parameters) -> Result<Duration>) -> Result<Parameters> {
    let mut chosen = Parameters::FLOOR;
    let mut took = attempt(chosen)?;
    for choice in Parameters::CHOICES.into_iter().skip(1) {
        // Twice the memory takes at least twice as long: do not let a person wait to learn that.
        if took * 2 > TIME_LIMIT || u64::from(choice.memory) * 1024 > memory / 4 {
            break;
        }
        match attempt(choice) {
            Ok(time) if time <= TIME_LIMIT => (chosen, took) = (choice, time),
            _ => break,
        }
    }
    Ok(chosen)
}

/// Runs one attempt with made-up input and measures it.
///
/// # Errors
/// [`Error::NotEnoughMemory`].
pub fn measure(parameters: Parameters) -> Result<Duration> {
    let start = std::time::Instant::now();
    let _ = stretch("measure", "measure", &[0; 32], Uuid::nil(), parameters)?;
    Ok(start.elapsed())
}

/// What a password gives: where its slot is, and the key that opens it.
pub(crate) struct Stretched {
    /// Finds the slot.
    pub tag: [u8; 16],
    /// Opens it.
    pub key: Key,
}

/// Argon2id over the password, salted with the office's salt and the login name, giving 48 bytes.
pub(crate) fn stretch(
    login: &str,
    password: &str,
    salt: &[u8; 32],
    office: Uuid,
    parameters: Parameters,
) -> Result<Stretched> {
    parameters.check()?;
    let login = Zeroizing::new(fold_login(login));
    let salt = Context::new("amparo/login/v1").id(office).bytes(salt).text(&login).digest();
    let password = Zeroizing::new(password.nfkc().collect::<String>());
    let mut out = Zeroizing::new([0; 48]);
    argon2(parameters, &[], &[], password.as_bytes(), &salt, &mut *out)?;
    let (tag, key) = out.split_at(16);
    let mut stretched = Stretched { tag: [0; 16], key: Key::from_slice(key)? };
    stretched.tag.copy_from_slice(tag);
    Ok(stretched)
}

/// One login name however it is typed: composed, without outer spaces, without case. Upper case first, so that letters
/// with several lower forms (ß and ss, final sigma) meet.
pub(crate) fn fold_login(login: &str) -> String {
    login.trim().nfkc().collect::<String>().to_uppercase().to_lowercase().nfkc().collect()
}

fn argon2(
    parameters: Parameters,
    secret: &[u8],
    data: &[u8],
    password: &[u8],
    salt: &[u8],
    out: &mut [u8],
) -> Result<()> {
    let refused = |_| Error::ParametersRefused;
    let params = argon2::ParamsBuilder::new()
        .m_cost(parameters.memory)
        .t_cost(parameters.passes)
        .p_cost(parameters.lanes)
        .data(argon2::AssociatedData::new(data).map_err(refused)?)
        .output_len(out.len())
        .build()
        .map_err(refused)?;
    Argon2::new_with_secret(secret, Algorithm::Argon2id, Version::V0x13, params)
        .map_err(refused)?
        .hash_password_into(password, salt, out)
        .map_err(|error| {
            out.zeroize();
            match error {
                argon2::Error::OutOfMemory => Error::NotEnoughMemory,
                _ => Error::ParametersRefused,
            }
        })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    /// RFC 9106, section 5.3. The tiny memory is the vector's and is reachable from here only.
    #[test]
    fn the_stretching_is_the_published_argon2id() {
        let mut out = [0; 32];
        let parameters = Parameters { memory: 32, passes: 3, lanes: 4 };
        argon2(parameters, &[3; 8], &[4; 12], &[1; 32], &[2; 16], &mut out).unwrap();
        let expected = [
            0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53, 0xc9, 0xd0, 0x1e,
            0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9, 0x6b, 0x01, 0xe6, 0x59,
        ];
        assert_eq!(out, expected);
    }

    #[test]
    fn parameters_below_the_floor_or_absurdly_high_are_refused_before_they_run() {
        let floor = Parameters::FLOOR;
        floor.check().unwrap();
        for bad in [
            Parameters { memory: floor.memory - 1, ..floor },
            Parameters { passes: 2, ..floor },
            Parameters { lanes: 3, ..floor },
            Parameters { memory: u32::MAX, ..floor },
            Parameters { passes: u32::MAX, ..floor },
            Parameters { lanes: 17, ..floor },
        ] {
            let start = std::time::Instant::now();
            assert!(matches!(stretch("ana", "x", &[0; 32], Uuid::nil(), bad), Err(Error::ParametersRefused)));
            assert!(start.elapsed().as_millis() < 10);
        }
    }

    #[test]
    fn calibration_takes_the_strongest_that_fits_time_and_memory() {
        const GIB: u64 = 1 << 30;
        let machine = |millis_per_64: u64| {
            move |p: Parameters| Ok(Duration::from_millis(millis_per_64 * u64::from(p.memory / 65_536)))
        };
        assert_eq!(choose(16 * GIB, machine(50)).unwrap(), Parameters::CHOICES[3]);
        assert_eq!(choose(GIB, machine(50)).unwrap(), Parameters::CHOICES[2]);
        assert_eq!(choose(16 * GIB, machine(300)).unwrap(), Parameters::CHOICES[1]);
        assert_eq!(choose(16 * GIB, machine(5_000)).unwrap(), Parameters::FLOOR, "never below the floor, however slow");
        assert_eq!(choose(0, machine(1)).unwrap(), Parameters::FLOOR);
        let mut tried = Vec::new();
        let _ = choose(16 * GIB, |p| {
            tried.push(p);
            Ok(Duration::from_millis(700))
        });
        assert_eq!(tried, [Parameters::FLOOR], "a slow machine is not made to try more");
    }

    #[test]
    fn a_login_name_is_the_same_however_it_is_typed() {
        assert_eq!(fold_login(" Ana "), fold_login("ANA"));
        assert_eq!(fold_login("Jose\u{301}"), fold_login("JOSÉ"));
        assert_eq!(fold_login("Weiß"), fold_login("WEISS"));
        assert_ne!(fold_login("ana"), fold_login("anna"));
    }
}
