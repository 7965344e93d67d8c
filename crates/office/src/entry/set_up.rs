//! First run. Everything is checked and every key made in memory; nothing is on disk until the recovery words were typed back,
//! so that a set-up interrupted at any step starts again cleanly.

use super::{login, name, refuse_weak};
use crate::log::{self, Told, What};
use crate::problems::Answer;
use crate::program::Program;
use crate::roster::{self, Entry, Pen, Proposal, Why};
use crate::session::{Facts, setting};
use crate::{chosen, problems};
use amparo_api::getting_in::{Answer as In, FirstPerson, SetUp};
use amparo_api::{Chosen, Code};
use amparo_documents::qr::QrMatrix;
use amparo_model::ids::{CircleId, Moment, OfficeId, PersonId, TeamId};
use amparo_model::office::{SiteCode, agency_of};
use amparo_model::person::{Circle, CirclePurpose, Role, Team};
use amparo_store::{Folder, Holder, Store, Writing};
use amparo_vault::certificate::{Certificate, Statement, propose};
use amparo_vault::circle::CircleKeys;
use amparo_vault::keyfile::{Founding, KeyFile};
use amparo_vault::office::{OfficeKey, OfficeRoot, WorkingSecrets};
use amparo_vault::recovery::RecoverySecret;
use amparo_vault::user::UserKeys;
use amparo_vault::{ExposeSecret, OsRandom, random};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use uuid::Uuid;

/// A set-up between its first and its last step.
pub(crate) struct Pending {
    set_up: SetUp,
    site: SiteCode,
    recovery: RecoverySecret,
    ask: Vec<usize>,
}

/// How many of the 24 words are typed back.
const TYPED_BACK: usize = 4;

/// The intake desk that this version has.
pub(crate) const DESK: &str = "cp";

impl Program {
    pub(crate) fn begin_set_up(&self, set_up: SetUp) -> Answer<In> {
        let folder = self.state().folder.clone();
        refuse_taken(&folder)?;
        let site = check(&set_up)?;
        let recovery = RecoverySecret::generate(&mut OsRandom);
        let mut ask = BTreeSet::new();
        while ask.len() < TYPED_BACK {
            ask.insert(random::below(24, &mut OsRandom) as usize + 1);
        }
        let ask: Vec<usize> = ask.into_iter().collect();
        let words = words_of(&recovery);
        let qr = QrMatrix::of(recovery.qr_text().expose_secret()).map_err(|_| Code::Internal)?.rows().to_vec();
        self.state().pending = Some(Pending { set_up, site, recovery, ask: ask.clone() });
        Ok(In::Sheet { words, ask, qr })
    }

    pub(crate) fn save_recovery_sheet(&self, target: &Chosen, text: &str) -> Answer<()> {
        let path = self.chosen.path(target)?;
        let state = self.state();
        let pending = state.pending.as_ref().ok_or(Code::BadRequest)?;
        if inside(&path, state.folder.path()) {
            return Err(Code::InsideOffice.into());
        }
        let words: Vec<String> =
            words_of(&pending.recovery).iter().enumerate().map(|(n, word)| format!("{:2}. {word}", n + 1)).collect();
        Ok(chosen::write(&path, text.replace("{words}", &words.join("\n")).as_bytes())?)
    }

    pub(crate) fn finish_set_up(&self, typed: &[String], backup_folder: Option<&Chosen>) -> Answer<In> {
        let backup_folder = backup_folder.map(|chosen| self.chosen.path(chosen)).transpose()?;
        let folder = self.state().folder.clone();
        refuse_taken(&folder)?;
        {
            let state = self.state();
            let pending = state.pending.as_ref().ok_or(Code::BadRequest)?;
            let words = words_of(&pending.recovery);
            let fits = typed.len() == pending.ask.len()
                && pending.ask.iter().zip(typed).all(|(position, word)| {
                    words.get(position - 1).is_some_and(|right| right.eq_ignore_ascii_case(word.trim()))
                });
            if !fits {
                return Err(Code::WrongSheetWords.into());
            }
        }
        self.hold_new(&folder)?;
        let pending = self.state().pending.take().ok_or(Code::BadRequest)?;
        let founded =
            self.found(&folder, &pending.set_up, &pending.site, &pending.recovery, backup_folder.as_deref(), false);
        if founded.is_err() {
            // The sheet was shown and typed back: the same words serve for the next try.
            self.state().pending = Some(pending);
        }
        founded?;
        Ok(In::Ready {})
    }

    fn hold_new(&self, folder: &Folder) -> Answer<()> {
        std::fs::create_dir_all(folder.path()).map_err(|error| problems::of_io(&error))?;
        self.hold()
    }

    /// Makes the office: first beside its final names, then the key file last, because an office without one is none.
    pub(crate) fn found(
        &self,
        folder: &Folder,
        set_up: &SetUp,
        site: &SiteCode,
        recovery: &RecoverySecret,
        backup_folder: Option<&Path>,
        sample: bool,
    ) -> Answer<()> {
        let parameters = self.parameters()?;
        folder.make()?;
        // What an interrupted set-up left behind holds nothing yet.
        for path in [folder.database(), folder.keys()] {
            if path.exists() && !folder.holds_office() {
                std::fs::remove_file(&path).map_err(|error| problems::of_io(&error))?;
            }
        }
        let mut founders = Founders::make(set_up, site, recovery, sample)?;
        let key = crate::entry::sign_in::database_key(&founders.office_key);
        let store = Store::create(folder.clone(), &key)?;
        founders.write(&store, self.clock.now(), backup_folder)?;
        store.settle()?;
        let unfinished = folder.path().join("office.keys.new");
        if unfinished.exists() {
            std::fs::remove_file(&unfinished).map_err(|error| problems::of_io(&error))?;
        }
        let founding = Founding {
            office: founders.office.uuid(),
            incarnation: random_uuid(),
            parameters,
            root: &founders.root,
            recovery: recovery.public(),
            office_key: &founders.office_key,
        };
        let mut keyfile = KeyFile::create(&unfinished, &founding, &mut OsRandom)?;
        for founder in [&founders.administrator, &founders.supervisor] {
            let (login, password) = (&founder.login, &founder.password);
            keyfile.set_slot(&founders.office_key, login, password, founder.id.uuid(), &founder.keys, &mut OsRandom)?;
        }
        drop(keyfile);
        std::fs::rename(&unfinished, folder.keys()).map_err(|error| problems::of_io(&error))?;
        folder.protect()?;
        Ok(())
    }
}

/// The first two people.
struct Founder {
    id: PersonId,
    name: String,
    login: String,
    password: String,
    role: Role,
    keys: UserKeys,
}

struct Founders {
    office: OfficeId,
    facts: Facts,
    language: String,
    team: Team,
    root: OfficeRoot,
    office_key: OfficeKey,
    recovery: amparo_vault::asymmetric::SealingPublic,
    administrator: Founder,
    supervisor: Founder,
    position: u64,
}

impl Founders {
    fn make(set_up: &SetUp, site: &SiteCode, recovery: &RecoverySecret, sample: bool) -> Answer<Self> {
        let founder = |person: &FirstPerson, role| -> Answer<Founder> {
            Ok(Founder {
                id: PersonId::from_random(random::bytes(&mut OsRandom)),
                name: name(&person.name)?,
                login: login(&person.login)?,
                password: person.password.clone(),
                role,
                keys: UserKeys::generate(&mut OsRandom),
            })
        };
        Ok(Self {
            office: OfficeId::from_random(random::bytes(&mut OsRandom)),
            facts: Facts {
                name: name(&set_up.office)?,
                site: site.clone(),
                agency_name: name(&set_up.agency)?,
                agency: agency_of(site),
                sample,
            },
            language: set_up.language.clone(),
            team: Team {
                id: TeamId::from_random(random::bytes(&mut OsRandom)),
                name: name(&set_up.team)?,
                agency: None,
            },
            root: OfficeRoot::generate(&mut OsRandom),
            office_key: OfficeKey::generate(&mut OsRandom),
            recovery: recovery.public(),
            administrator: founder(&set_up.administrator, Role::Admin)?,
            supervisor: founder(&set_up.supervisor, Role::Supervisor)?,
            position: 0,
        })
    }

    fn write(&mut self, store: &Store, at: Moment, backup_folder: Option<&Path>) -> Answer<()> {
        let mut entries = Vec::new();
        let mut sealed = Vec::new();
        self.certify(&mut entries)?;
        let auditors = self.circles(&mut entries, &mut sealed)?;
        let (working, working_sealed) = self.working_keys(&sealed)?;
        entries.push(working);
        let told = log::sealed(self.office, &auditors, Told::of(What::SetUp), at, &mut OsRandom)?;
        let changed: BTreeSet<PersonId> = [self.administrator.id, self.supervisor.id].into();
        let languages: BTreeMap<&str, &str> = [("", self.language.as_str())].into();
        store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            for entry in &entries {
                writing.append_directory(&serde_json::to_string(entry)?)?;
            }
            for (circle, _, holders) in &sealed {
                for (holder, bytes) in holders {
                    writing.put_circle_key(*circle, 1, *holder, bytes)?;
                }
            }
            writing.put_setting(setting::OFFICE, &self.facts)?;
            writing.put_setting(setting::CHANGED_PASSWORD, &changed)?;
            writing.put_setting(setting::LANGUAGES, &languages)?;
            writing.put_setting(setting::WORKING_SECRETS, &working_sealed)?;
            if let Some(folder) = backup_folder {
                writing.put_setting(setting::BACKUP_FOLDER, &folder)?;
            }
            // The set-up's certificates stand at the first places of the log, one entry each.
            for _ in 0..self.position {
                writing.log(&told, None)?;
            }
            Ok(())
        })
    }

    fn next(&mut self) -> u64 {
        self.position += 1;
        self.position
    }

    /// The first people: proposed by the administrator, certified by the root.
    fn certify(&mut self, entries: &mut Vec<Entry>) -> Answer<()> {
        let office = self.office;
        let places = [self.next(), self.next()];
        entries.push(Pen::Root(&self.root).team(office, self.team.clone())?);
        for (founder, position) in [&self.administrator, &self.supervisor].into_iter().zip(places) {
            let roles = BTreeSet::from([founder.role.as_str().to_owned()]);
            let proposal = Proposal {
                id: random_uuid(),
                person: founder.id,
                name: founder.name.clone(),
                login: founder.login.clone(),
                role: founder.role,
                team: (founder.role == Role::Supervisor).then_some(self.team.id),
                why: Why::First,
                given: None,
            };
            let secret = &self.administrator.keys.signing;
            let signature = propose(office.uuid(), founder.id.uuid(), &roles, proposal.id, secret);
            let certificate = Certificate {
                office: office.uuid(),
                user: founder.id.uuid(),
                roles,
                proposal: proposal.id,
                keys: founder.keys.public(),
                position,
                valid_until: None,
            };
            entries.push(Entry::Statement { signed: Statement::Certificate(certificate).signed_by_root(&self.root) });
            entries.push(roster::proposal(office, proposal, self.administrator.id, secret, signature)?);
        }
        Ok(())
    }

    /// The first circles. Nobody belongs to the auditors and analysts yet but the recovery words, which belong to all.
    fn circles(
        &mut self,
        entries: &mut Vec<Entry>,
        sealed: &mut Vec<Sealed>,
    ) -> Answer<amparo_vault::asymmetric::SealingPublic> {
        let mut auditors = None;
        let (admin, supervisor) = (&self.administrator, &self.supervisor);
        for (purpose, members) in [
            (CirclePurpose::Person { person: admin.id }, vec![admin]),
            (CirclePurpose::Person { person: supervisor.id }, vec![supervisor]),
            (CirclePurpose::Supervisors { team: self.team.id }, vec![supervisor]),
            (CirclePurpose::Desk, vec![supervisor]),
            (CirclePurpose::Auditors, vec![]),
            (CirclePurpose::Analysts, vec![]),
        ] {
            let keys = CircleKeys::generate(&mut OsRandom);
            let circle = Circle { id: CircleId::from_random(random::bytes(&mut OsRandom)), purpose: purpose.clone() };
            let members: Vec<(PersonId, amparo_vault::asymmetric::SealingPublic)> =
                members.iter().map(|member| (member.id, member.keys.sealing.public())).collect();
            let holders = seal_circle(self.office, circle.id, 1, &keys, &members, &self.recovery)?;
            if purpose == CirclePurpose::Auditors {
                auditors = Some(keys.public().0);
            }
            entries.push(Pen::Root(&self.root).circle(self.office, circle.clone(), 1, &keys)?);
            sealed.push((circle.id, (purpose, keys), holders));
        }
        auditors.ok_or_else(|| Code::Internal.into())
    }

    /// What partners seal to and check with; the secrets lie under the desk circle's key.
    fn working_keys(&mut self, sealed: &[Sealed]) -> Answer<(Entry, String)> {
        let position = self.next();
        let secrets = WorkingSecrets::generate(&[DESK], &mut OsRandom);
        let public = secrets.public(self.office.uuid(), 1, position);
        let desk = sealed.iter().find(|(_, (purpose, _), _)| *purpose == CirclePurpose::Desk).ok_or(Code::Internal)?;
        let text = crate::partners::working::Working::first(secrets)?.seal(self.office, desk.1.1.shared());
        Ok((Entry::Statement { signed: Statement::WorkingKeys(public).signed_by_root(&self.root) }, text))
    }
}

type Sealed = (CircleId, (CirclePurpose, CircleKeys), Vec<(Holder, Vec<u8>)>);

/// A circle's keys, sealed to its members and to the recovery words.
pub(crate) fn seal_circle(
    office: OfficeId,
    circle: CircleId,
    epoch: u32,
    keys: &CircleKeys,
    members: &[(PersonId, amparo_vault::asymmetric::SealingPublic)],
    recovery: &amparo_vault::asymmetric::SealingPublic,
) -> Answer<Vec<(Holder, Vec<u8>)>> {
    let at = amparo_vault::circle::CircleEpoch { office: office.uuid(), circle: circle.uuid(), epoch };
    let mut holders = vec![(Holder::Recovery, keys.seal_to_recovery(&at, recovery, &mut OsRandom)?)];
    for (member, public) in members {
        holders.push((Holder::Person(*member), keys.seal_to_member(&at, member.uuid(), public, &mut OsRandom)?));
    }
    Ok(holders)
}

pub(crate) fn random_uuid() -> Uuid {
    OfficeId::from_random(random::bytes(&mut OsRandom)).uuid()
}

fn words_of(recovery: &RecoverySecret) -> Vec<String> {
    recovery.words().expose_secret().split_whitespace().map(str::to_owned).collect()
}

fn refuse_taken(folder: &Folder) -> Answer<()> {
    if folder.holds_office() { Err(Code::OfficeExists.into()) } else { Ok(()) }
}

/// Everything that can be wrong with what was typed, before any key is made.
fn check(set_up: &SetUp) -> Answer<SiteCode> {
    for text in [&set_up.office, &set_up.agency, &set_up.team, &set_up.administrator.name, &set_up.supervisor.name] {
        name(text)?;
    }
    let site = set_up.site.trim().parse().map_err(|_| Code::BadSiteCode)?;
    let (first, second) = (login(&set_up.administrator.login)?, login(&set_up.supervisor.login)?);
    if first.to_lowercase() == second.to_lowercase() {
        return Err(Code::SameLogin.into());
    }
    for person in [&set_up.administrator, &set_up.supervisor] {
        refuse_weak(&person.password, &person.login)?;
    }
    Ok(site)
}

/// Whether a path lies in a folder, whatever links and dots it is written with.
pub(crate) fn inside(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let parent = path.parent().map_or_else(|| path.to_owned(), real);
    parent.starts_with(real(folder)) || real(path).starts_with(real(folder))
}
