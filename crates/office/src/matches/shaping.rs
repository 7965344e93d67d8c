//! The office's own names, neighbours and weights for matching: in versions, each signed by whoever made it; the last one that holds counts.
//! What another version would change can be seen on the office's own records before it counts.

use super::facts::Person;
use super::find::points;
use super::index::{Ready, why_not_searched};
use crate::casework::keys::sha256;
use crate::log::{Told, What};
use crate::problems::Answer;
use crate::program::Watch;
use crate::session::Session;
use amparo_api::tracing::{Answer as Traced, MatchSettings, Pair, Tried, TriedPair, Version, Weight};
use amparo_api::{Code, Progress};
use amparo_matching::{Band, Settings, Variants, Weights};
use amparo_model::canonical;
use amparo_model::ids::{Moment, PlaceId, RecordId};
use amparo_model::place::Place;
use amparo_model::record::Author;
use amparo_store::{Reading, Writing};
use amparo_vault::asymmetric::Signature;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// The domain that versions are signed under.
const DOMAIN: &str = "amparo/match-settings/v1";
/// The setting that holds them.
const SETTING: &str = "match-settings";
/// Bounds of what an office may add: a table as long as the one that comes with the program.
const MOST_LINES: usize = 5_000;
const MOST_NEIGHBOURS: usize = 5_000;
const LONGEST: usize = 400_000;
/// Pairs that are shown of what would change.
const SHOWN: usize = 50;

/// One version, as it is kept.
#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    signed: Signed,
    signature: String,
}

/// What is signed.
#[derive(Clone, Serialize, Deserialize)]
struct Signed {
    number: u32,
    at: Moment,
    author: Author,
    settings: MatchSettings,
}

/// What the log vouches for.
fn mark(signed: &Signed) -> Answer<[u8; 32]> {
    Ok(sha256(&canonical::bytes(signed)?))
}

/// A weight that an office may change: its name, its bounds, where it stands.
type Changeable = (&'static str, (f32, f32), fn(&mut Weights) -> &mut f32);

/// The weights that can be changed by hand; the rest is counted or estimated. Natural logarithms of how much more a fact speaks for one
/// child than for two; bands are chances.
const CHANGEABLE: &[Changeable] = &[
    ("given-differs", (-10.0, 0.0), |weights| &mut weights.given_differs),
    ("father-differs", (-10.0, 0.0), |weights| &mut weights.father_differs),
    ("mother-differs", (-10.0, 0.0), |weights| &mut weights.mother_differs),
    ("family-differs", (-10.0, 0.0), |weights| &mut weights.family_differs),
    ("sibling-differs", (-10.0, 0.0), |weights| &mut weights.sibling_differs),
    ("other-order", (-10.0, 0.0), |weights| &mut weights.other_order),
    ("sex-differs", (-10.0, 0.0), |weights| &mut weights.sex_differs),
    ("neighbours", (0.0, 5.0), |weights| &mut weights.neighbours),
    ("band-possible", (0.01, 0.99), |weights| &mut weights.bands[0]),
    ("band-good", (0.01, 0.99), |weights| &mut weights.bands[1]),
    ("band-strong", (0.01, 0.999), |weights| &mut weights.bands[2]),
];

/// Thousandths, as the contract and the stored form have them: whole numbers have one canonical form.
fn thousandths(weight: f32) -> i32 {
    (weight * 1000.0).round() as i32
}

/// What can be changed, with what counts now and by default.
fn weights(settings: &MatchSettings) -> Vec<Weight> {
    let mut standard = Weights::default();
    let weight = |(name, (least, most), field): &Changeable| {
        let usual = thousandths(*field(&mut standard));
        Weight {
            name: (*name).to_owned(),
            least: thousandths(*least),
            most: thousandths(*most),
            standard: usual,
            now: settings.weights.get(*name).copied().unwrap_or(usual),
        }
    };
    CHANGEABLE.iter().map(weight).collect()
}

/// Settings as matching takes them; refused when they cannot be.
fn made(settings: &MatchSettings, places: &HashMap<PlaceId, Place>) -> Answer<Settings> {
    let lines = settings.variants.lines().count();
    if settings.variants.len() > LONGEST || lines > MOST_LINES || settings.neighbours.len() > MOST_NEIGHBOURS {
        return Err(Code::BadRequest.into());
    }
    let mut made = Settings::default();
    for (name, value) in &settings.weights {
        let known = CHANGEABLE.iter().find(|(known, ..)| known == name).ok_or(Code::BadRequest)?;
        let (_, (least, most), field) = known;
        if *value < thousandths(*least) || *value > thousandths(*most) {
            return Err(Code::BadRequest.into());
        }
        *field(&mut made.weights) = *value as f32 / 1000.0;
    }
    let [possible, good, strong] = made.weights.bands;
    if !(possible < good && good < strong) {
        return Err(Code::BadRequest.into());
    }
    let mut variants = Variants::default();
    variants.add(&settings.variants);
    made.variants = variants;
    // A place that is not in the list any more is nobody's neighbour.
    let code = |place: &PlaceId| places.get(place).map(|place| place.code.clone());
    made.neighbours = settings.neighbours.iter().filter_map(|(one, other)| code(one).zip(code(other))).collect();
    Ok(made)
}

/// The strongest bands of every pair of an index, by pair.
fn bands(
    ready: &Ready,
    requests: &[RecordId],
    go_on: &dyn Fn(usize) -> Answer<()>,
) -> Answer<BTreeMap<Pair, (Band, u8)>> {
    let mut found = BTreeMap::new();
    let mut finder = ready.children.finder();
    for (done, request) in requests.iter().enumerate() {
        go_on(done)?;
        let Some(known) = ready.get(*request).filter(|known| why_not_searched(known).is_none()) else { continue };
        for (trace, person) in &known.facts.sought {
            if !Person::is_open(&person.state) || !person.has_name() {
                continue;
            }
            let leads = finder.find(&ready.profile(person), 8, None, &|| false).map_err(|_| Code::Stopped)?;
            for lead in leads.into_iter().filter(|lead| lead.band >= Band::Possible) {
                let pair = Pair { child: lead.id, request: *request, trace: *trace };
                found.insert(pair, (lead.band, points(lead.score)));
            }
        }
    }
    Ok(found)
}

impl Session {
    /// Every version that holds, the oldest first. One that nobody who may signed counts for nothing.
    fn match_versions(&self) -> Answer<Vec<Signed>> {
        let kept = self.store.read(|reading: &Reading<'_>| -> Answer<Vec<(Kept, bool)>> {
            let kept: Vec<Kept> = reading.setting(SETTING)?.unwrap_or_default();
            let told = |one: Kept| Ok((one.clone(), reading.log_tells_of(&mark(&one.signed)?)?));
            kept.into_iter().map(told).collect()
        })?;
        let roster = self.roster();
        let mut versions: Vec<Signed> = Vec::new();
        for (Kept { signed, signature }, told) in kept {
            let author = &signed.author;
            let Some(certificate) = roster.directory.at(author.person.uuid(), author.place) else { continue };
            let may = ["supervisor", "tracing_officer"].iter().any(|role| certificate.roles.contains(*role));
            let signature = BASE64
                .decode(&signature)
                .ok()
                .and_then(|bytes| bytes.as_slice().try_into().ok().map(Signature::from_bytes));
            let Some(Ok(signature)) = signature else { continue };
            let holds = certificate.keys.signing.verify(DOMAIN, &canonical::bytes(&signed)?, &signature).is_ok();
            let next = versions.last().map_or(1, |last| last.number + 1);
            if told && may && holds && author.office == self.office.id && signed.number == next {
                versions.push(signed);
            } else {
                tracing::error!("a version of the settings of matching does not count");
            }
        }
        Ok(versions)
    }

    fn places_by_id(&self) -> Answer<HashMap<PlaceId, Place>> {
        let places = self.store.read(|reading: &Reading<'_>| reading.places())?;
        Ok(places.into_iter().map(|place| (place.id, place)).collect())
    }

    /// What counts now.
    pub(super) fn match_settings(&self) -> Answer<Settings> {
        match self.match_versions()?.pop() {
            // What an older program let pass and this one does not, the standard stands for.
            Some(last) => Ok(made(&last.settings, &self.places_by_id()?).unwrap_or_default()),
            None => Ok(Settings::default()),
        }
    }

    pub(super) fn matching_settings(&self) -> Answer<Traced> {
        let versions = self.match_versions()?;
        let settings = versions.last().map(|last| last.settings.clone()).unwrap_or_default();
        let versions = versions.iter().rev().map(|version| Version {
            number: version.number,
            at: version.at,
            by: self.person_name(version.author.person),
        });
        Ok(Traced::Settings { weights: weights(&settings), versions: versions.collect(), settings })
    }

    /// What other settings would change in the leads of this office. Nothing is kept of it.
    pub(super) fn try_settings(&self, settings: &MatchSettings, watch: &dyn Watch) -> Answer<Traced> {
        let made = made(settings, &self.places_by_id()?)?;
        self.with_matching(watch, |ready| {
            let requests: Vec<RecordId> =
                ready.known().filter(|(_, known)| !known.facts.sought.is_empty()).map(|(record, _)| *record).collect();
            let of = requests.len() as u64 * 2;
            let go_on = |before: u64| {
                move |done: usize| -> Answer<()> {
                    watch.progress(Progress { done: before + done as u64, of });
                    if watch.stopped() || self.has_ended() { Err(Code::Stopped.into()) } else { Ok(()) }
                }
            };
            let before = bands(ready, &requests, &go_on(0))?;
            let after = bands(&ready.with_settings(&made), &requests, &go_on(requests.len() as u64))?;
            let mut tried = Tried { compared: requests.len(), ..Tried::default() };
            let pairs: std::collections::BTreeSet<&Pair> = before.keys().chain(after.keys()).collect();
            for pair in pairs {
                let (was, is) = (before.get(pair), after.get(pair));
                let band = |one: Option<&(Band, u8)>| one.map_or(Band::Weak, |(band, _)| *band);
                match band(is).cmp(&band(was)) {
                    std::cmp::Ordering::Equal => continue,
                    std::cmp::Ordering::Greater => tried.stronger += 1,
                    std::cmp::Ordering::Less => tried.weaker += 1,
                }
                if tried.pairs.len() < SHOWN {
                    let lead = self.lead_of(ready, *pair, band(is), is.map_or(0, |(_, score)| *score), Vec::new());
                    tried.pairs.extend(lead.map(|lead| TriedPair { was: band(was), lead }));
                }
            }
            Ok(Traced::Tried(tried))
        })
    }

    /// From now on other settings: a signed version on top of the one that was seen.
    pub(super) fn use_settings(&self, settings: MatchSettings, seen: u32) -> Answer<Traced> {
        made(&settings, &self.places_by_id()?)?;
        let last = self.match_versions()?.last().map_or(0, |last| last.number);
        if last != seen {
            return Err(Code::ChangedMeanwhile.into());
        }
        self.store.change(|writing: &mut Writing<'_>| -> Answer<()> {
            let mut kept: Vec<Kept> = writing.reading().setting(SETTING)?.unwrap_or_default();
            let signed = Signed {
                number: last + 1,
                at: self.clock.now(),
                author: self.author(writing)?,
                settings: settings.clone(),
            };
            let signature = self.keys.signing.sign(DOMAIN, &canonical::bytes(&signed)?).to_bytes();
            let vouched = mark(&signed)?;
            kept.push(Kept { signed, signature: BASE64.encode(signature) });
            writing.put_setting(SETTING, &kept)?;
            self.tell(writing, Told::of(What::MatchingShaped).with("number", last + 1).link(vouched))
        })?;
        self.match_anew();
        self.matching_settings()
    }
}

#[cfg(test)]
#[path = "shaping_tests.rs"]
mod tests;
