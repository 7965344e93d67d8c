//! Accounts and teams. The administrator proposes; a supervisor, who already reads what the new person will, admits.

use crate::entry::set_up::{random_uuid, role_id, seal_circle};
use crate::entry::{login, name, phrase};
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::roster::{self, Entry, Pen, Proposal};
use crate::session::Session;
use amparo_api::Code;
use amparo_api::people::{Answer as People, Ask};
use amparo_model::ids::{CircleId, PersonId, TeamId};
use amparo_model::person::{Circle, CirclePurpose, Role, Standing, Team};
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
        let roles = BTreeSet::from([role_id(role).to_owned()]);
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
            roles: BTreeSet::from([role_id(proposal.role).to_owned()]),
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
        let purpose = CirclePurpose::Supervisors { team };
        let exists = self.roster().circle_for(&purpose).is_some();
        if !exists {
            // A new team is read by whoever admits its first member, until it has a supervisor of its own.
            let members = if proposal.role == Role::Supervisor { vec![me, them] } else { vec![me] };
            return self.new_circle(writing, purpose, &members);
        }
        if proposal.role == Role::Supervisor {
            for purpose in [purpose, CirclePurpose::Desk] {
                // Only who reads a circle can widen it.
                let held = self.held_for(&purpose).ok_or(Code::NotAllowed)?;
                let at = held.key.at(self.office.id);
                let sealed = held.keys.seal_to_member(&at, them.0.uuid(), &them.1, &mut OsRandom)?;
                writing.put_circle_key(
                    held.key.circle.id,
                    held.key.epoch,
                    amparo_store::Holder::Person(them.0),
                    &sealed,
                )?;
            }
        }
        Ok(())
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
        self.roster().people(&nobody).iter().filter(|person| person.standing == Standing::Proposed).count()
    }
}
