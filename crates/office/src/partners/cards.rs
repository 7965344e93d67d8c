//! Cards: offices introduce themselves with one, and read its 40 digits to each other before anything is believed.

use super::working::Working;
use crate::chosen;
use crate::log::{Told, What};
use crate::problems::{Answer, of_words};
use crate::session::Session;
use amparo_api::Code;
use amparo_api::exchange::{Answer as Exchange, Office};
use amparo_bundle::card::{Card, SignedCard, VerifiedCard, same_digits};
use amparo_bundle::{chain, desk};
use amparo_documents::qr::QrMatrix;
use amparo_model::ids::OfficeId;
use amparo_store::{OfficeRow, Reading, Writing};
use amparo_vault::ExposeSecret;
use std::path::Path;

/// A QR of a card holds what must be compared, not the whole card: an address and its digits.
fn qr_text(card: &Card) -> String {
    format!("AMPARO {} {}", card.site, card.digits())
}

fn shown(card: &Card, verified: bool) -> Office {
    Office {
        id: card.office,
        name: card.name.clone(),
        site: card.site.to_string(),
        agency: card.agency.clone(),
        digits: card.digits(),
        verified,
    }
}

impl Session {
    fn card(&self) -> Card {
        Card {
            format: amparo_bundle::card::FORMAT,
            office: self.office.id,
            incarnation: self.office.incarnation,
            name: self.facts.name.clone(),
            site: self.facts.site.clone(),
            agency: self.facts.agency_name.clone(),
            sample: self.facts.sample,
            root: self.root,
            statements: chain::to_working_keys(&self.roster().statements),
        }
    }

    /// Our card, signed by the working key.
    pub(crate) fn signed_card(&self, working: &Working) -> Answer<SignedCard> {
        Ok(self.card().sign(&working.signing)?)
    }

    pub(crate) fn our_card(&self) -> Answer<Exchange> {
        let card = self.card();
        let qr = QrMatrix::of(&qr_text(&card)).map_err(|_| Code::Internal)?.rows().to_vec();
        Ok(Exchange::Card { office: shown(&card, true), qr })
    }

    pub(crate) fn save_card(&self, path: &Path) -> Answer<()> {
        let text = self.signed_card(&self.working()?)?.to_text();
        chosen::write(path, text.as_bytes())?;
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, Told::of(What::CardSaved)))
    }

    /// Takes a card in, unverified. A known office whose root is another one is refused: that needs two people and is not for a
    /// file to decide.
    pub(crate) fn read_card(&self, path: &Path) -> Answer<Office> {
        let bytes = chosen::read(path, Code::BadCard)?;
        let text = String::from_utf8(bytes).map_err(|_| Code::BadCard)?;
        let signed = SignedCard::from_text(text.trim()).map_err(|_| Code::BadCard)?;
        let card = signed.verify().map_err(|_| Code::BadCard)?.card;
        if card.office == self.office.id {
            return Err(Code::OwnCard.into());
        }
        if card.sample != self.facts.sample {
            return Err(Code::SampleOffice.into());
        }
        let known = self.known_offices()?;
        if card.site == self.facts.site
            || known.iter().any(|(_, it)| it.card.site == card.site && it.card.office != card.office)
        {
            return Err(Code::SiteCodeTaken.into());
        }
        let before = known.iter().find(|(_, it)| it.card.office == card.office);
        if before.is_some_and(|(_, it)| it.card.root != card.root) {
            return Err(Code::BadCard.into());
        }
        let verified = before.is_some_and(|(row, _)| row.verified);
        let row = OfficeRow { id: card.office, card: signed.to_text(), verified };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_office(&row)?;
            self.tell(writing, Told::of(What::CardRead).about(&card.site.to_string()))
        })?;
        Ok(shown(&card, verified))
    }

    pub(crate) fn verify_office(&self, office: OfficeId, digits: &str) -> Answer<Office> {
        let (row, known) = self.known_office(office)?;
        if !same_digits(digits, &known.card.digits()) {
            return Err(Code::BadCard.into());
        }
        let row = OfficeRow { verified: true, ..row };
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            writing.put_office(&row)?;
            self.tell(writing, Told::of(What::OfficeVerified).about(&known.card.site.to_string()))
        })?;
        Ok(shown(&known.card, true))
    }

    pub(crate) fn offices(&self) -> Answer<Vec<Office>> {
        let mut offices: Vec<Office> =
            self.known_offices()?.into_iter().map(|(row, known)| shown(&known.card, row.verified)).collect();
        offices.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(offices)
    }

    /// Every office whose card is here, with its card checked again.
    pub(crate) fn known_offices(&self) -> Answer<Vec<(OfficeRow, VerifiedCard)>> {
        let rows = self.store.read(|reading: &Reading<'_>| reading.offices())?;
        rows.into_iter().map(|row| Ok((row.clone(), SignedCard::from_text(&row.card)?.verify()?))).collect()
    }

    pub(crate) fn known_office(&self, office: OfficeId) -> Answer<(OfficeRow, VerifiedCard)> {
        self.known_offices()?.into_iter().find(|(row, _)| row.id == office).ok_or_else(|| Code::NotAllowed.into())
    }

    pub(crate) fn shown_office(&self, office: OfficeId) -> Answer<Office> {
        let (row, known) = self.known_office(office)?;
        Ok(shown(&known.card, row.verified))
    }

    /// Writes the desk's secret for the plain `age` tool. Whoever has the file reads everything that is sent to this office, so
    /// the recovery words are asked for and the log is told.
    pub(crate) fn export_desk_key(&self, words: &str, path: &Path) -> Answer<()> {
        self.keyfile().unlock_with_recovery(words).map_err(of_words)?;
        let working = self.working()?;
        self.store.change(|writing: &mut Writing<'_>| self.tell(writing, Told::of(What::DeskKeyExported)))?;
        let text = desk::desk_key_text(&working.desk);
        Ok(chosen::write(path, format!("{}\n", text.expose_secret()).as_bytes())?)
    }
}
