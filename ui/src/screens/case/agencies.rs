//! Organisations. An office's card and a session name one by its site code, and so does the id of the organisation
//! ([`amparo_model::office::agency_of`]).

use crate::frame::Workplace;
use amparo_api::{Reply, Request, exchange};
use amparo_language::{Language, words};
use amparo_model::ids::AgencyId;
use amparo_model::office::agency_of;
use std::collections::BTreeMap;

/// The organisation that runs this office.
#[must_use]
pub fn own(work: &Workplace) -> Option<AgencyId> {
    work.who.site.parse().ok().map(|site| agency_of(&site))
}

/// The organisations of the offices whose cards are here: site code and name.
pub async fn of_partners(work: &Workplace) -> BTreeMap<String, String> {
    match work.ask(Request::Exchange(exchange::Ask::Offices {})).await {
        Ok(Reply::Exchange(exchange::Answer::Offices { offices })) => {
            offices.into_iter().map(|office| (office.site, office.agency)).collect()
        }
        _ => BTreeMap::new(),
    }
}

/// What can be chosen, by id: our own, and those of offices that are known here.
#[must_use]
pub fn named(work: &Workplace, language: &Language, partners: &BTreeMap<String, String>) -> BTreeMap<AgencyId, String> {
    let own = (&work.who.site, &words::agency_own(language, &work.who.office));
    let all = partners.iter().chain([own]);
    // A site code that is not one names no organisation; cards with such a code are refused.
    all.filter_map(|(site, name)| Some((agency_of(&site.parse().ok()?), name.clone()))).collect()
}
