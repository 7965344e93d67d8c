//! Who is responsible for records, in which teams, and the offices that records come from: what filters can be asked about.

use super::super::agencies;
use super::questions::Around;
use crate::frame::use_workplace;
use amparo_access::{Action, may};
use amparo_api::{Reply, Request, exchange, lists, people};
use amparo_language::words;
use amparo_model::record::RecordType;
use std::rc::Rc;
use yew::prelude::*;

/// As far as this person may know it; asked once a visit.
#[hook]
pub fn use_around(of: RecordType) -> Rc<Around> {
    let workplace = use_workplace();
    let around = use_state(Rc::<Around>::default);
    use_effect_with(of, {
        let around = around.setter();
        move |of| {
            let of = *of;
            wasm_bindgen_futures::spawn_local(async move {
                let allowed = workplace.allowed();
                let mut found = Around::default();
                if may(allowed, Action::ReadRecords)
                    && let Ok(Reply::Lists(lists::Answer::Owners { owners })) =
                        workplace.ask(Request::Lists(lists::Ask::Owners { of })).await
                {
                    let (left, here): (Vec<_>, Vec<_>) = owners.into_iter().partition(|owner| owner.left);
                    let named = |all: Vec<lists::Owner>| {
                        all.into_iter().map(|owner| (owner.circle.to_string(), owner.name)).collect()
                    };
                    (found.owners, found.left) = (named(here), named(left));
                }
                if may(allowed, Action::SeePeople)
                    && let Ok(Reply::People(people::Answer::People { teams, agencies, .. })) =
                        workplace.ask(Request::People(people::Ask::List {})).await
                {
                    let own = agencies::own(&workplace)
                        .map(|id| (id.to_string(), words::agency_own(&workplace.language, &workplace.who.office)));
                    let others = agencies.into_iter().map(|agency| (agency.id.to_string(), agency.name));
                    found.agencies = own.into_iter().chain(others).collect();
                    found.teams = teams.into_iter().map(|team| (team.id.to_string(), team.name)).collect();
                }
                if may(allowed, Action::SeeOffices)
                    && let Ok(Reply::Exchange(exchange::Answer::Offices { offices })) =
                        workplace.ask(Request::Exchange(exchange::Ask::Offices {})).await
                {
                    found.homes = offices.into_iter().map(|office| (office.id.to_string(), office.name)).collect();
                }
                around.set(Rc::new(found));
            });
        }
    });
    (*around).clone()
}
