//! How long records are kept, and their end (DOMAIN.md 11.3, 16.2). The office sets rules; what is due follows from the summaries that a
//! session opens. A record is destroyed when somebody asked for it and two others said yes, one of them a supervisor who reads it (of GBV
//! records a GBV supervisor). Then its leaves, keys, parts, drafts, files and skeleton are gone; its headers with their commitments and
//! the certificate remain. The list stands in `office.keys`, in the database and in every later backup, so that neither a restored backup
//! nor a sealed file brings the record back.

mod agreeing;
mod destroying;
mod due;
mod second;
mod sheets;

pub(crate) use destroying::{account_for, marks};

use crate::problems::Answer;
use crate::program::Program;
use crate::roster::Asked;
use crate::session::Session;
use amparo_access::Action;
use amparo_api::retention::{Answer as Retention, Ask, Certificate, Due, Overview, Waiting};
use amparo_model::person::Role;
use amparo_model::record::Kind;
use amparo_store::Reading;
use due::{due_of, due_since};
use std::collections::BTreeSet;

impl Program {
    pub(crate) fn retention(&self, ask: Ask, session: &Session) -> Answer<Retention> {
        match ask {
            Ask::Overview {} => {}
            Ask::SetRules { rules } => session.set_rules(rules)?,
            Ask::Hold { record, reason } => session.hold(record, reason)?,
            Ask::Propose { record, why } => {
                let code = session.code_in_reach(record)?;
                session.ask_to_destroy(Some(record), code, why)?;
            }
            Ask::ProposeByCode { code, why } => session.ask_to_destroy(None, code.trim().to_owned(), why)?,
            Ask::Approve { proposal, typed } => session.agree_to_destroy(proposal, typed.trim())?,
            Ask::ApproveWithWords { proposal, typed, words } => {
                session.agree_with_words(proposal, typed.trim(), &words)?;
            }
            Ask::Find { code } => return Ok(Retention::Found { found: session.find_to_keep(code.trim())? }),
            Ask::Refuse { proposal } => session.refuse_to_destroy(proposal)?,
        }
        Ok(Retention::Overview(session.retention_stands()?))
    }
}

impl Session {
    fn retention_stands(&self) -> Answer<Overview> {
        let rules = self.rules()?;
        let today = self.clock.today();
        let askings = self.open_askings()?;
        let asked: BTreeSet<&str> = askings.iter().map(|asked| asked.erasure.code.as_str()).collect();
        let index = self.index();
        let roster = self.roster();
        let mut due: Vec<Due> = index
            .known()
            .iter()
            .filter(|known| known.summary.home.is_none())
            .filter_map(|known| {
                let since = due_since(&rules, known, today);
                let listed = since.is_some() || roster.hold(known.record).is_some();
                listed.then(|| due_of(known, since, &roster, asked.contains(known.summary.code.as_str())))
            })
            .collect();
        drop((index, roster));
        due.sort_by(|a, b| (a.since.is_empty(), &a.since, &a.code).cmp(&(b.since.is_empty(), &b.since, &b.code)));
        let concerned = askings.iter().filter(|asked| self.is_concerned(asked));
        let waiting = concerned.map(|asked| self.waiting_of(asked)).collect::<Answer<_>>()?;
        let destroyed = self.store.read(|reading: &Reading<'_>| reading.destroyed())?;
        let mut destroyed: Vec<Certificate> =
            destroyed.iter().map(|(_, text)| Ok(serde_json::from_str(text)?)).collect::<Answer<_>>()?;
        // Sheets of passing on go with their record, and are told with it.
        destroyed.retain(|certificate| certificate.kind != Kind::Transition && self.sees(certificate));
        destroyed.sort_by_key(|certificate| std::cmp::Reverse(certificate.at));
        Ok(Overview { rules, due, waiting, destroyed })
    }

    /// How many destructions wait for this session's yes.
    pub(crate) fn destructions_to_answer(&self) -> Answer<usize> {
        if !self.may(Action::AgreeToDestroy) {
            return Ok(0);
        }
        Ok(self.open_askings()?.iter().filter(|asked| self.may_agree(asked).is_some()).count())
    }

    /// Codes are shown to those who read the record, who asked, and the administrator.
    fn is_concerned(&self, asked: &Asked) -> bool {
        let reads = || self.meant(asked).is_some_and(|record| self.index().get(record).is_some());
        self.role == Role::Admin || asked.by == self.person || asked.yes.contains_key(&self.person) || reads()
    }

    /// Certificates of child protection are for its supervisors, those of GBV for its own; all for administrator and auditor.
    fn sees(&self, certificate: &Certificate) -> bool {
        matches!(self.role, Role::Admin | Role::Auditor) || Self::leads(self.role, certificate.module)
    }

    fn waiting_of(&self, asked: &Asked) -> Answer<Waiting> {
        let meant = self.meant(asked);
        let row = meant.map(|record| self.store.read(|reading: &Reading<'_>| reading.record(record))).transpose()?;
        let module = row.flatten().map(|row| row.skeleton.module);
        let leads = |role: Role| module.is_some_and(|module| Self::leads(role, module));
        let led = asked.yes.keys().any(|who| self.role_of(*who).is_some_and(leads));
        let mine = self.may_agree(asked).is_some();
        let with_words = self.words_may_be_second(asked)?.is_some();
        Ok(Waiting {
            proposal: asked.erasure.id,
            code: asked.erasure.code.clone(),
            why: asked.erasure.why,
            asked_by: self.person_name(asked.by),
            yes: asked.yes.keys().map(|who| self.person_name(*who)).collect(),
            mine,
            needs_supervisor: !led,
            last: mine && !asked.yes.is_empty() && (led || leads(self.role)),
            with_words,
            may_refuse: self.may_refuse(asked),
        })
    }
}
