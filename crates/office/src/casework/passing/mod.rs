//! Passing records on inside the office: assignments, referrals, transfers and the asking for one (DOMAIN.md 5.2, 16.2).
//!
//! What was passed on is a record of its own (`Kind::Transition`): its first revision is signed by whoever passed it on, each step that
//! follows by whoever took it, and its keys go to both sides and their supervisors. So the former worker still sees that, when and to whom
//! they gave a child's case, while the case itself is closed to them: its keys turn, its past too ([`hand`]).
//!
//! A referral gives chosen parts of a case to one colleague until it ends, a transfer that waits gives all of it; then the keys turn and the
//! past with them. Whoever ends it turns the keys: a colleague who gives a referral back makes the next keys of the parts they read, and
//! forgets them with the session.
//!
//! What goes to another office ([`outside`]) and what comes from one ([`came`]) is a record of the same kind: there no keys are given, a sealed
//! file leaves or came, and answers are entered as they are told.
//!
//! Nobody fills these records as forms: they are written here alone. Read first: [`hand`], which moves records and keys; then [`assign`],
//! [`offer`], [`answer`].

mod answer;
mod assign;
mod came;
mod follow;
mod hand;
mod list;
mod offer;
mod outside;
mod search;
mod sheet;

pub(crate) use sheet::when_passed;

use crate::problems::Answer;
use crate::program::{Program, Watch};
use crate::session::Session;
use amparo_api::Reply;
use amparo_api::passing::{Answer as Passed, Ask};

/// The part of a transition that everything is in: both sides read all of it.
pub(crate) const COMPARTMENT: &str = "transition";

impl Program {
    pub(crate) fn passing(&self, ask: Ask, session: &Session, watch: &dyn Watch) -> Answer<Reply> {
        let answer = match ask {
            Ask::Colleagues { records } => Passed::Colleagues { colleagues: session.colleagues(&records)? },
            Ask::Assign { records, to, reason, note } => session.assign(&records, to, &reason, &note, watch)?,
            Ask::Undo { passings } => session.undo_assignments(&passings, watch)?,
            Ask::Prepare { kind, record } => session.prepare_offer(kind, record)?,
            Ask::Offer(offer) => session.offer(&offer)?,
            Ask::Send(send) => session.send_outside(&send, &self.chosen.path(&send.target)?, watch)?,
            Ask::CreateCase { passing } => session.create_case(passing)?,
            Ask::AskFor { code, of, note } => session.ask_for(&code, of, &note)?,
            Ask::Answer { passing, yes, note } => session.answer_passing(passing, yes, &note, watch)?,
            Ask::Finish { passing, note } => session.finish_referral(passing, &note)?,
            Ask::Revoke { passing, note } => session.revoke_passing(passing, &note)?,
            Ask::TakeOver { passing } => session.take_referral_over(passing)?,
            Ask::List { which, record, skip, take } => session.passings(which, record, skip, take)?,
        };
        Ok(Reply::Passing(answer))
    }
}
