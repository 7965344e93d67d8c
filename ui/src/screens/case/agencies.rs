//! Organisations. An office's card and a session name one by the site code of an office that belongs to it; each site code is issued
//! once, so the id of an organisation is made of it and means the same in every window that knows the office.

use crate::frame::Workplace;
use amparo_api::{Reply, Request, exchange};
use amparo_language::{Language, words};
use amparo_model::ids::AgencyId;
use std::collections::BTreeMap;

/// The organisation that runs the office of a site code.
#[must_use]
pub fn of_site(site: &str) -> AgencyId {
    // Ten bytes that are the same for all, then up to six of the site code: two site codes never give one id.
    let mut bytes = *b"agency-of-\0\0\0\0\0\0";
    for (to, from) in bytes.iter_mut().skip(10).zip(site.bytes()) {
        *to = from;
    }
    AgencyId::from_random(bytes)
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
    let mut all: BTreeMap<AgencyId, String> =
        partners.iter().map(|(site, name)| (of_site(site), name.clone())).collect();
    all.insert(of_site(&work.who.site), words::agency_own(language, &work.who.office));
    all
}

#[cfg(test)]
mod tests {
    use super::of_site;

    #[test]
    fn every_site_code_has_its_own_organisation_and_always_the_same() {
        let codes = ["AB", "AB1", "ABC123", "ABC124", "ZZZZZZ", "99"];
        let ids: std::collections::BTreeSet<_> = codes.iter().map(|code| of_site(code)).collect();
        assert_eq!(ids.len(), codes.len());
        assert_eq!(of_site("KRG1"), of_site("KRG1"));
    }
}
