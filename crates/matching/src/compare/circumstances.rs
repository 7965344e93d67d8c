//! Age, sex, places, separation, nationality, language.

use super::{Comparing, Verdict, Witness, tell};
use crate::dates::YEAR;
use crate::facts::Facts;
use crate::index::Index;
use crate::reasons::Reason;

/// How two lists of places agree.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Places {
    pub says: f32,
    pub levels: usize,
    pub exact: bool,
    pub neighbours: bool,
    pub known: bool,
}

impl<I> Comparing<'_, I> {
    pub(super) fn circumstances(&self, found: &Facts, verdict: &mut Verdict, reasons: &mut Option<&mut Vec<Reason>>) {
        let (index, asked) = (self.index, self.asked);
        let weights = &index.settings.weights;
        if let (Some(one), Some(other)) = (asked.sex, found.sex) {
            let says = if one == other { weights.sex_agrees } else { weights.sex_differs };
            verdict.add(Witness::Sex, says);
            tell(reasons, || Some(Reason::Sex { agrees: one == other }));
        }
        let (says, years) = index.says_age(asked, found);
        if let Some(years) = years {
            verdict.add(Witness::Age, says);
            verdict.circumstances += u8::from(says > 0.0);
            let estimated = asked.estimated || found.estimated;
            tell(reasons, || {
                Some(Reason::Age {
                    agrees: says > 0.0,
                    tenths_apart: (years * 10.0).round().min(9999.0) as u16,
                    estimated,
                })
            });
        }
        let places = index.says_place(asked, found);
        if places.known {
            verdict.add(Witness::Place, places.says);
            verdict.circumstances += u8::from(places.levels >= 2);
            tell(reasons, || {
                Some(Reason::Place {
                    levels: u8::try_from(places.levels).unwrap_or(u8::MAX),
                    exact: places.exact,
                    neighbours: places.neighbours,
                })
            });
        }
        let (says, days) = index.says_separation(asked, found);
        if let Some(days) = days {
            verdict.add(Witness::Separation, says);
            verdict.circumstances += u8::from(says > 0.0);
            tell(reasons, || Some(Reason::Separation { agrees: days == 0, days_apart: days.unsigned_abs() }));
        }
        let mut told = false;
        for (mine, theirs, m, share, language) in [
            (
                &asked.languages,
                &found.languages,
                weights.language,
                &(|code| index.common.language(code)) as &dyn Fn(u32) -> f32,
                true,
            ),
            (
                &asked.nationalities,
                &found.nationalities,
                weights.nationality,
                &|code| index.common.nationality(code),
                false,
            ),
        ] {
            if mine.is_empty() || theirs.is_empty() {
                continue;
            }
            let common = mine.iter().find(|code| theirs.contains(code));
            // A nationality hardly says anything more once the language has agreed.
            let telling = if told { 0.35 } else { 1.0 };
            let says = match common {
                Some(code) => (m / share(*code)).ln() * telling,
                None => (1.0 - m).ln() * 0.8,
            };
            verdict.add(Witness::People, says);
            told |= common.is_some();
            let agrees = common.is_some();
            tell(reasons, || Some(if language { Reason::Language { agrees } } else { Reason::Nationality { agrees } }));
        }
        let unknown = |facts: &Facts| facts.languages.is_empty() && facts.nationalities.is_empty();
        if verdict.given && (unknown(asked) || unknown(found)) {
            // The names themselves tell what people the child is of; how common they are was counted within it.
            let culture = if unknown(found) { self.culture } else { found.culture };
            verdict.add(Witness::People, -index.common.culture(culture).ln() * 0.6);
        }
    }
}

impl<I> Index<I> {
    /// What the ages say, and the years between them; `None` when one is not known.
    pub(crate) fn says_age(&self, asked: &Facts, found: &Facts) -> (f32, Option<f32>) {
        let weights = &self.settings.weights;
        let pairs = asked.births.iter().flat_map(|one| found.births.iter().map(move |other| one.gap(*other)));
        let Some(mut days) = pairs.min() else { return (0.0, None) };
        // Day and month written in the other order is a slip, no other birthday.
        let exchanged = asked.births.iter().filter_map(|one| one.exchanged());
        if days > 0 && exchanged.into_iter().any(|one| found.births.contains(&one)) {
            days = 0;
        }
        let years = days as f32 / YEAR;
        let steps = if asked.estimated || found.estimated { &weights.age_estimated } else { &weights.age };
        (steps.says(years), Some(years))
    }

    /// What the nearest of their places say.
    pub(crate) fn says_place(&self, asked: &Facts, found: &Facts) -> Places {
        let weights = &self.settings.weights;
        let mut best: Option<Places> = None;
        for mine in &asked.places {
            for theirs in &found.places {
                let (Some(one), Some(other)) = (mine.last(), theirs.last()) else { continue };
                let levels = mine.iter().zip(theirs).take_while(|(one, other)| one == other).count();
                let exact = one == other;
                // All that one side tells agrees with the other.
                let within = levels == mine.len().min(theirs.len());
                let neighbours = !exact && self.neighbours.contains(&(*one, *other));
                let mut says = if levels == 0 {
                    weights.places[3].ln()
                } else {
                    let area = mine.get(levels - 1).map_or(1.0, |area| self.common.area(*area));
                    let m = match levels {
                        _ if exact && levels >= 3 => weights.places[0],
                        2.. if within => weights.places[0] + weights.places[1],
                        2.. => weights.places[1],
                        _ if within => 1.0 - weights.places[3],
                        _ => weights.places[2],
                    };
                    (m / area).ln()
                };
                if neighbours {
                    says = says.max(weights.neighbours);
                }
                if best.is_none_or(|best| says > best.says) {
                    best = Some(Places { says, levels, exact, neighbours, known: true });
                }
            }
        }
        best.unwrap_or_default()
    }

    /// What the dates of separation say, and the days between them.
    pub(crate) fn says_separation(&self, asked: &Facts, found: &Facts) -> (f32, Option<i32>) {
        let (Some(one), Some(other)) = (asked.separated, found.separated) else { return (0.0, None) };
        let days = one.gap(other);
        let weights = &self.settings.weights;
        let mut says = weights.separation.says(days as f32);
        if days == 0 {
            // Two vague dates agree easily: by accident, within the four years that most separations traced at one time lie in.
            let chance = ((one.length() as f32 + other.length() as f32) / (4.0 * YEAR)).clamp(0.02, 0.8);
            says = (weights.separation.m.first().copied().unwrap_or(0.8) / chance).ln();
        }
        (says, Some(days))
    }
}
