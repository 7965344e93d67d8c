//! Accounts and teams. The administrator proposes; a supervisor, who already reads what the new person will, admits.

use crate::entry::set_up::{random_uuid, seal_circle};
use crate::entry::{login, name, phrase};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::{self, Entry, Pen, Proposal};
use crate::session::Session;
use amparo_access::may_admit;
use amparo_api::Code;
use amparo_api::people::{Answer as People, Ask};
use amparo_model::ids::{CircleId, PersonId, TeamId};
use amparo_model::person::{Circle, CirclePurpose, Person, Role, Standing, Team};
use amparo_store::Writing;
use amparo_vault::asymmetric::SealingPublic;
use amparo_vault::certificate::{
    Capacity, Certificate, PersonSignature, Signatories, Signed, SigningRoles, Statement, propose,
};
use amparo_vault::circle::CircleKeys;
use amparo_vault::user::UserKeys;
use amparo_vault::{OsRandom, random};
use std::collections::BTreeSet;

impl Session {
    pub(crate) fn people(&self, ask: Ask) -> Answer<People> {
        match ask {
            Ask::List {} => {}
            Ask::AddTeam { name } => self.add_team(&name)?,
            Ask::Propose { name, login, role, team } => self.propose(&name, &login, role, team)?,
            Ask::Admit { person, language } => {
                return Ok(People::OneTimePassword { password: self.admit(person, &language)? });
            }
        }
        let changed = self.changed_passwords()?;
        let roster = self.roster();
        Ok(People::People { people: roster.people(&changed), teams: roster.teams() })
    }

    fn pen(&self) -> Pen<'_> {
        Pen::Person(self.person, &self.keys.signing)
    }

    fn add_team(&self, text: &str) -> Answer<()> {
        let team = Team { id: TeamId::from_random(random::bytes(&mut OsRandom)), name: name(text)? };
        let entry = self.pen().team(self.office.id, team)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.append_directory(&serde_json::to_string(&entry)?)?;
            self.tell(writing, Told::of(What::TeamAdded))
        })?;
        self.refresh_roster()
    }

    fn propose(&self, text: &str, typed_login: &str, role: Role, team: Option<TeamId>) -> Answer<()> {
        let proposal = Proposal {
            id: random_uuid(),
            person: PersonId::from_random(random::bytes(&mut OsRandom)),
            name: name(text)?,
            login: login(typed_login)?,
            role,
            team,
        };
        {
            let roster = self.roster();
            if roster.knows_login(&proposal.login) {
                return Err(Code::LoginTaken.into());
            }
            let team_known = team.is_some_and(|team| roster.teams().iter().any(|known| known.id == team));
            // Who works with cases works in a team, whose supervisors read them; an administrator in none.
            if (role == Role::Admin) == team.is_some() || (team.is_some() && !team_known) {
                return Err(Code::BadRequest.into());
            }
        }
        let roles = BTreeSet::from([role.as_str().to_owned()]);
        let secret = &self.keys.signing;
        let signature = propose(self.office.id.uuid(), proposal.person.uuid(), &roles, proposal.id, secret);
        let about = proposal.login.clone();
        let entry = roster::proposal(self.office.id, proposal, self.person, secret, signature)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.append_directory(&serde_json::to_string(&entry)?)?;
            self.tell(writing, Told::of(What::PersonProposed).about(&about))
        })?;
        self.refresh_roster()
    }

    /// Gives a proposed person keys, a circle of their own, their team's circle if they supervise it, and a sign-in.
    fn admit(&self, person: PersonId, language: &str) -> Answer<String> {
        let standing = self.roster().person(person, &BTreeSet::new()).ok_or(Code::NotAllowed)?.standing;
        if standing != Standing::Proposed {
            return Err(Code::NotAllowed.into());
        }
        let (proposal, administrator, signature) = self.roster().proposal(person).cloned().ok_or(Code::NotAllowed)?;
        if !may_admit(self.role, proposal.role) {
            return Err(Code::NotAllowed.into());
        }
        let keys = UserKeys::generate(&mut OsRandom);
        let password = phrase(language);
        let administrator = PersonSignature { user: administrator, signature };
        // The sign-in stands before the certificate: without the certificate it opens nothing, and admitting again mends it.
        self.keyfile().set_slot(&self.office_key, &proposal.login, &password, person.uuid(), &keys, &mut OsRandom)?;
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let signed = self.certify(&proposal, &keys, administrator, writing.reading().head()?.seq + 1)?;
            writing.append_directory(&serde_json::to_string(&Entry::Statement { signed })?)?;
            self.give_circles(writing, &proposal, keys.sealing.public())?;
            self.tell(writing, Told::of(What::PersonAdmitted).about(&proposal.login))
        })?;
        self.refresh_roster()?;
        Ok(password)
    }

    fn certify(
        &self,
        proposal: &Proposal,
        keys: &UserKeys,
        administrator: PersonSignature,
        position: u64,
    ) -> Answer<Signed> {
        let statement = Statement::Certificate(Certificate {
            office: self.office.id.uuid(),
            user: proposal.person.uuid(),
            roles: BTreeSet::from([proposal.role.as_str().to_owned()]),
            proposal: proposal.id,
            keys: keys.public(),
            position,
            valid_until: None,
        });
        let member = statement.sign(self.person.uuid(), Capacity::Member, &self.keys.signing);
        let signed = Signed { statement, by: Signatories::Two { administrator, member } };
        let verdict =
            self.roster().directory.would_count(self.office.id.uuid(), &self.root, &SigningRoles::default(), &signed);
        verdict.map_err(|refusal| {
            tracing::error!(%refusal, "a certificate would not count");
            Code::NotAllowed
        })?;
        Ok(signed)
    }

    fn give_circles(&self, writing: &mut Writing<'_>, proposal: &Proposal, to: SealingPublic) -> Answer<()> {
        let me = (self.person, self.keys.sealing.public());
        let them = (proposal.person, to);
        self.new_circle(writing, CirclePurpose::Person { person: proposal.person }, &[them])?;
        let Some(team) = proposal.team else { return Ok(()) };
        let exists = |purpose: &CirclePurpose| self.roster().circle_for(purpose).is_some();
        let purpose = CirclePurpose::Supervisors { team };
        if matches!(proposal.role, Role::Caseworker | Role::TracingOfficer) && !exists(&purpose) {
            // A new team is read by whoever admits its first member, until it has a supervisor of its own.
            self.new_circle(writing, purpose.clone(), &[me])?;
        }
        match proposal.role {
            Role::Admin | Role::Caseworker => Ok(()),
            Role::Supervisor => {
                if exists(&purpose) {
                    self.widen(writing, &purpose, them)?;
                } else {
                    self.new_circle(writing, purpose, &[me, them])?;
                }
                self.widen(writing, &CirclePurpose::Desk, them)?;
                if exists(&CirclePurpose::Tracing) {
                    self.widen(writing, &CirclePurpose::Tracing, them)?;
                }
                Ok(())
            }
            // Tracing is read by the supervisors too, from the first tracing officer on.
            Role::TracingOfficer if exists(&CirclePurpose::Tracing) => {
                self.widen(writing, &CirclePurpose::Tracing, them)
            }
            Role::TracingOfficer => {
                let mut members = self.supervisors();
                members.push(them);
                self.new_circle(writing, CirclePurpose::Tracing, &members)
            }
            // What a GBV caseworker writes must be readable by somebody besides them.
            Role::GbvCaseworker if exists(&CirclePurpose::GbvSupervisors { team }) => Ok(()),
            Role::GbvCaseworker => Err(Code::NoGbvSupervisor.into()),
            // Whoever admits the first one makes the circle, and does not belong to it.
            Role::GbvSupervisor if exists(&CirclePurpose::GbvSupervisors { team }) => {
                self.widen(writing, &CirclePurpose::GbvSupervisors { team }, them)
            }
            Role::GbvSupervisor => self.new_circle(writing, CirclePurpose::GbvSupervisors { team }, &[them]),
        }
    }

    /// Everybody who supervises child protection work, with the key that things are sealed to them with.
    fn supervisors(&self) -> Vec<(PersonId, SealingPublic)> {
        let roster = self.roster();
        let certified = roster.directory.people_at(u64::MAX);
        let supervise = certified.filter(|certificate| certificate.roles.contains(Role::Supervisor.as_str()));
        supervise.map(|certificate| (PersonId::from_uuid(certificate.user), certificate.keys.sealing)).collect()
    }

    /// Lets somebody into a circle. Only who reads it can widen it.
    fn widen(
        &self,
        writing: &mut Writing<'_>,
        purpose: &CirclePurpose,
        (person, public): (PersonId, SealingPublic),
    ) -> Answer<()> {
        let held = self.held_for(purpose).ok_or(Code::NotAllowed)?;
        let at = held.key.at(self.office.id);
        let sealed = held.keys.seal_to_member(&at, person.uuid(), &public, &mut OsRandom)?;
        let holder = amparo_store::Holder::Person(person);
        Ok(writing.put_circle_key(held.key.circle.id, held.key.epoch, holder, &sealed)?)
    }

    fn new_circle(
        &self,
        writing: &mut Writing<'_>,
        purpose: CirclePurpose,
        members: &[(PersonId, SealingPublic)],
    ) -> Answer<()> {
        let keys = CircleKeys::generate(&mut OsRandom);
        let circle = Circle { id: CircleId::from_random(random::bytes(&mut OsRandom)), purpose };
        let recovery = self.keyfile().recovery();
        for (holder, sealed) in seal_circle(self.office.id, circle.id, 1, &keys, members, &recovery)? {
            writing.put_circle_key(circle.id, 1, holder, &sealed)?;
        }
        let entry = self.pen().circle(self.office.id, circle, 1, &keys)?;
        Ok(writing.append_directory(&serde_json::to_string(&entry)?)?)
    }

    /// People waiting for this person's yes.
    pub(crate) fn proposals(&self) -> usize {
        if !amparo_access::may(self.role, amparo_access::Action::AdmitPerson) {
            return 0;
        }
        let nobody = BTreeSet::new();
        let waiting = |person: &&Person| {
            person.standing == Standing::Proposed && amparo_access::may_admit(self.role, person.role)
        };
        self.roster().people(&nobody).iter().filter(waiting).count()
    }
}
