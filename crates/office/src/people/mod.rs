//! Accounts and teams. The administrator proposes; a supervisor, who already reads what the person will, says yes.
//!
//! Read first: [`proposing`] (what can be asked, and what it would mean), [`roles`] (the office's own roles), [`teams`] (teams and agencies), [`admitting`] (keys for somebody new, back, or locked out),
//! [`changing`] (another role or team), [`finders`] (who finds colleagues' records), [`leaving`] (the end of somebody's access), [`circles`] (whose keys all of these turn).

mod admitting;
mod changing;
pub(crate) mod circles;
mod conduct;
mod finders;
mod leaving;
mod proposing;
mod roles;
mod teams;

pub(crate) use proposing::own_language;

use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::roster::{Entry, Pen, Proposal};
use crate::session::Session;
use amparo_access::rights::held_by;
use amparo_access::{Action, may_admit, may_give};
use amparo_api::Code;
use amparo_api::people::{Answer as People, Ask};
use amparo_model::ids::PersonId;
use amparo_model::person::{Person, Role, Standing};
use amparo_model::record::Module;
use amparo_store::Writing;
use amparo_vault::certificate::{
    Capacity, Certificate, Directory, PersonSignature, Signatories, Signed, SigningRoles, Statement,
};
use amparo_vault::user::UserPublic;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

impl Program {
    pub(crate) fn people(&self, ask: Ask, session: &Arc<Session>, watch: &dyn Watch) -> Answer<People> {
        let mut now = session.clone();
        match ask {
            Ask::List {} => {}
            Ask::AddTeam { name } => session.add_team(&name)?,
            Ask::EditTeam { team, name, agency } => session.edit_team(team, &name, agency)?,
            Ask::PutAgency { agency, name } => session.put_agency(agency, &name)?,
            Ask::Propose { name, login, role, team, language } => {
                session.propose(&name, &login, &role, team, language.as_deref())?
            }
            Ask::ProposeChange { person, name, role, team } => session.propose_change(person, &name, &role, team)?,
            Ask::ProposeAgain { person, role, team } => session.propose_again(person, &role, team)?,
            Ask::ProposeReset { person } => session.propose_reset(person)?,
            Ask::ProposeRenewal { person } => session.propose_renewal(person)?,
            Ask::ProposeLeaving { person } => session.propose_leaving(person)?,
            Ask::Withdraw { person } => session.withdraw(person)?,
            Ask::Waiting {} => return Ok(People::Waiting { waiting: session.waiting()? }),
            Ask::PreviewChange { person, role, team } => {
                return Ok(People::Change(session.preview_change(person, &role, team)?));
            }
            Ask::PreviewLeaving { person } => return Ok(People::Leaving(session.preview_leaving(person)?)),
            Ask::Admit { person, language } => {
                let password = session.admit(person, &language, watch)?;
                self.take_new_circles(session);
                return Ok(People::OneTimePassword { password });
            }
            Ask::Confirm { person } => now = self.confirm(person, session, watch)?,
            Ask::LetIn { person } => session.let_in(person)?,
            Ask::LetInWithWords { person, words } => session.let_in_with_words(person, &words)?,
            Ask::SignIns { take } => return Ok(People::SignIns { rows: session.at_work(take)? }),
            Ask::Conduct {} => return Ok(People::Conduct(session.conduct()?)),
            Ask::SetConduct { texts } => return Ok(People::Conduct(session.set_conduct(texts)?)),
        }
        let changed = now.changed_passwords()?;
        let roster = now.roster();
        Ok(People::People { people: roster.people(&changed), teams: roster.teams(), agencies: roster.agencies() })
    }

    /// Whoever made a circle for somebody new and belongs to it reads what is given to it from now on. The password must be shown whatever
    /// comes of this: should the session not begin anew, signing in again does.
    fn take_new_circles(&self, session: &Arc<Session>) {
        let renewed = session
            .holds_more()
            .and_then(|more| if more { self.renew(session, session.office_key.clone()).map(drop) } else { Ok(()) });
        if let Err(trouble) = renewed {
            tracing::error!(code = trouble.0.code.id(), "the session did not begin anew");
        }
    }

    /// Says yes to what an administrator asked of somebody who is known; gives the session that goes on.
    fn confirm(&self, person: PersonId, session: &Arc<Session>, watch: &dyn Watch) -> Answer<Arc<Session>> {
        if session.roster().leaving(person).is_some() {
            return self.let_go(person, session, watch);
        }
        session.change_person(person, watch)?;
        // Circles and directory are others now: everything that follows from them is read again.
        self.renew(session, session.office_key.clone())
    }
}

impl Session {
    fn pen(&self) -> Pen<'_> {
        Pen::Person(self.person, &self.keys.signing)
    }

    /// Whether this session may say yes to what was asked of somebody: to what they are to be, and to what they are. Of people in GBV work
    /// who are known, only a GBV supervisor may: nobody else can turn their circles.
    fn may_answer(&self, known: &Person, proposal: &Proposal, asked_by: Uuid) -> bool {
        let roster = self.roster();
        let (given, rights) = (proposal.given(), roster.rights_by(proposal));
        let asked = roster.rights_of(PersonId::from_uuid(asked_by));
        let may_be_given = (roster.is_offered(&given) || known.given == given)
            && may_give(&self.rights, &given, &rights)
            && asked.is_some_and(|asked| may_give(&asked, &given, &rights) && held_by(&asked, &self.rights, &rights));
        may_be_given && self.may_answer_about(known)
    }

    /// Whether this session says yes to what is asked of somebody as they are.
    fn may_answer_about(&self, known: &Person) -> bool {
        let gbv = known.role.module() == Some(Module::Gbv);
        known.id != self.person
            && self.may(Action::AdmitPerson)
            && (known.standing == Standing::Proposed
                || (may_admit(self.role, known.role) && (!gbv || self.role == Role::GbvSupervisor)))
    }

    /// The certificate that answers a proposal, signed by both.
    fn certify(
        &self,
        proposal: &Proposal,
        keys: UserPublic,
        administrator: PersonSignature,
        position: u64,
    ) -> Answer<Signed> {
        self.agree(
            Statement::Certificate(Certificate {
                office: self.office.id.uuid(),
                user: proposal.person.uuid(),
                roles: BTreeSet::from([proposal.role.as_str().to_owned()]),
                proposal: proposal.id,
                keys,
                position,
                valid_until: None,
            }),
            administrator,
            &[],
        )
    }

    /// Signs a statement as the member who agrees, once it is sure that it will count after those of the directory and `before`.
    fn agree(&self, statement: Statement, administrator: PersonSignature, before: &[Signed]) -> Answer<Signed> {
        let member = statement.sign(self.person.uuid(), Capacity::Member, &self.keys.signing);
        let signed = Signed { statement, by: Signatories::Two { administrator, member } };
        let (office, roles) = (self.office.id.uuid(), SigningRoles::default());
        let verdict = if before.is_empty() {
            self.roster().directory.would_count(office, &self.root, &roles, &signed)
        } else {
            let log = [&self.roster().statements[..], before].concat();
            Directory::verify(office, &self.root, &roles, &log).would_count(office, &self.root, &roles, &signed)
        };
        verdict.map_err(|refusal| {
            tracing::error!(%refusal, "a statement would not count");
            Code::NotAllowed
        })?;
        Ok(signed)
    }

    /// Things waiting for this person's yes.
    pub(crate) fn proposals(&self) -> usize {
        if !self.may(Action::AdmitPerson) {
            return 0;
        }
        let people = self.waiting().map_or(0, |waiting| waiting.iter().filter(|it| it.mine).count());
        let roster = self.roster();
        let asked = roster.shaped().values().filter_map(|shaped| shaped.pending.as_ref());
        people + asked.filter(|(role, by)| roster.may_agree(self.person, PersonId::from_uuid(*by), role)).count()
    }
}

fn append(writing: &mut Writing<'_>, entry: &Entry) -> Answer<()> {
    Ok(writing.append_directory(&serde_json::to_string(entry)?)?)
}
