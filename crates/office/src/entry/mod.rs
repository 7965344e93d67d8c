//! Getting in and out: looking, set-up, signing in, passwords, recovery, locking.

mod sample;
pub(crate) mod set_up;
pub(crate) mod sign_in;

use crate::problems::Answer;
use crate::program::Program;
use crate::session::{Session, setting};
use amparo_api::getting_in::{Answer as In, Ask, Look, SignedIn, Strength};
use amparo_api::{Code, Reply};
use amparo_store::Reading;
use amparo_vault::attempts::Attempts;
use amparo_vault::password::{self, Weakness, WordList};
use amparo_vault::{ExposeSecret, OsRandom};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Lock after this many minutes when the office says nothing else.
pub(crate) const IDLE_MINUTES: u32 = 5;
/// The longest name of a person, office, agency or team, in characters.
const LONGEST_NAME: usize = 120;

impl Program {
    pub(crate) fn getting_in(&self, ask: Ask, session: Option<Arc<Session>>) -> Answer<Reply> {
        let answer = match (ask, session) {
            (Ask::Look {}, _) => In::Look(self.look()),
            (Ask::Strength { password, login }, _) => In::Strength(strength(&password, &login)),
            (Ask::MakePhrase { language }, _) => In::Phrase { phrase: phrase(&language) },
            (Ask::BeginSetUp(set_up), _) => self.begin_set_up(set_up)?,
            (Ask::SaveRecoverySheet { target, text }, _) => {
                self.save_recovery_sheet(&target, &text)?;
                return Ok(Reply::Done);
            }
            (Ask::FinishSetUp { words, backup_folder }, _) => self.finish_set_up(&words, backup_folder.as_ref())?,
            (Ask::OpenSample {}, _) => self.open_sample()?,
            (Ask::SignIn { login, password }, _) => In::SignedIn(Box::new(self.sign_in(&login, &password)?)),
            (Ask::Recover { words, login, new }, _) => In::SignedIn(Box::new(self.recover(&words, &login, &new)?)),
            (Ask::ChangePassword { old, new }, Some(session)) => {
                In::SignedIn(Box::new(session.change_password(&old, &new)?))
            }
            (Ask::ResetPassword { words, login, language }, _) => {
                In::OneTimePassword { password: self.reset_password(&words, &login, &language)? }
            }
            (Ask::AcceptConduct { version }, Some(session)) => In::SignedIn(Box::new(session.accept_conduct(version)?)),
            (Ask::Lock {}, Some(session)) => {
                self.lock(&session);
                return Ok(Reply::Done);
            }
            (Ask::ChangePassword { .. } | Ask::AcceptConduct { .. } | Ask::Lock {}, None) => {
                return Err(Code::Locked.into());
            }
        };
        Ok(Reply::GettingIn(answer))
    }

    fn look(&self) -> Look {
        let folder = self.state().folder.clone();
        let office = folder.holds_office();
        Look {
            office,
            sample: if office { sample::people_of(&folder) } else { None },
            wait: seconds(Attempts::load(&folder.attempts()).wait(self.machine_time())),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            ending: self.is_ending(),
        }
    }

    /// The clock as the side file of failures counts it.
    pub(crate) fn machine_time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_millis(self.clock.now().0.unsigned_abs())
    }
}

/// Whole seconds, rounded up, so that "wait 0 seconds" is never said.
pub(crate) fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

/// How strong a password is, and whether it may be used.
pub(crate) fn strength(password: &str, login: &str) -> Strength {
    let weaknesses = password::weaknesses(password, &[login]);
    Strength {
        score: password::score(password, &[login]),
        enough: weaknesses.is_empty(),
        long_enough: !weaknesses.contains(&Weakness::TooShort),
    }
}

pub(crate) fn refuse_weak(password: &str, login: &str) -> Answer<()> {
    if strength(password, login).enough { Ok(()) } else { Err(Code::WeakPassword.into()) }
}

/// Five random words.
pub(crate) fn phrase(language: &str) -> String {
    password::phrase(password::WORDS, WordList::for_language(language), &mut OsRandom).expose_secret().to_owned()
}

/// A name as people are called: not blank, not absurd.
pub(crate) fn name(text: &str) -> Answer<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST_NAME || text.chars().any(char::is_control) {
        return Err(Code::BadName.into());
    }
    Ok(text.to_owned())
}

/// A sign-in name: no spaces, so that what is typed tired still fits.
pub(crate) fn login(text: &str) -> Answer<String> {
    let text = name(text).map_err(|_| Code::LoginTaken)?;
    if text.chars().any(char::is_whitespace) {
        return Err(Code::LoginTaken.into());
    }
    Ok(text)
}

impl Session {
    /// What the window needs to show its frame.
    pub(crate) fn about(&self) -> Answer<SignedIn> {
        let (languages, idle, drafts) = self.store.read(|reading: &Reading<'_>| -> Answer<_> {
            Ok((
                reading.setting::<BTreeMap<String, String>>(setting::LANGUAGES)?.unwrap_or_default(),
                reading.setting::<u32>(setting::IDLE_MINUTES)?,
                reading.drafts(self.person)?,
            ))
        })?;
        let me = self.me()?;
        let language = languages
            .get(&self.person.to_string())
            .or_else(|| languages.get(""))
            .cloned()
            .unwrap_or_else(|| "en".to_owned());
        Ok(SignedIn {
            person: self.person,
            name: me.name,
            role: self.role,
            given: me.given,
            rights: self.rights.clone(),
            role_names: self.own_role_names(),
            must_change_password: self.password_is_one_time(),
            office: self.facts.name.clone(),
            site: self.facts.site.to_string(),
            sample: self.facts.sample,
            conduct: if self.has_conduct_to_accept() { self.conduct_to_accept(&language)? } else { None },
            language,
            idle_minutes: idle.unwrap_or(IDLE_MINUTES),
            drafts: drafts.into_iter().map(|draft| draft.id).collect(),
        })
    }
}
