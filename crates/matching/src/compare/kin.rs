//! Mother, brothers and sisters.

use super::{Comparing, Verdict, Witness, tell};
use crate::facts::{Facts, GIVEN, Kin};
use crate::index::Pool;
use crate::names::agreement::Nearness;
use crate::reasons::{How, Reason, Whose};

impl<I> Comparing<'_, I> {
    pub(super) fn kin(&self, found: &Facts, verdict: &mut Verdict, reasons: &mut Option<&mut Vec<Reason>>) {
        self.mother(found, verdict, reasons);
        self.siblings(found, verdict, reasons);
        self.is_sibling(found, verdict, reasons);
    }

    fn mother(&self, found: &Facts, verdict: &mut Verdict, reasons: &mut Option<&mut Vec<Reason>>) {
        let weights = &self.index.settings.weights;
        let pairs = self.asked.mothers.iter().flat_map(|one| found.mothers.iter().map(move |other| (one, other)));
        let best = pairs
            .map(|(one, other)| (self.kin_says(one, other, Pool::Mother, found), one, other))
            .max_by(|one, other| one.0.says.total_cmp(&other.0.says));
        if let Some((agreed, one, other)) = best {
            if agreed.near < Nearness::Different {
                verdict.add(Witness::Mother, agreed.says);
                self.spelled(agreed.tokens.0, agreed.tokens.1, agreed.near, verdict);
                verdict.support += u8::from(agreed.says > 0.5);
                verdict.kin |= agreed.says > 0.5;
                tell(reasons, || self.agree(Whose::Mother, agreed.tokens.0, agreed.tokens.1, agreed.near, None));
            } else {
                verdict.add(Witness::Mother, weights.mother_differs + agreed.says.min(1.5));
                tell(reasons, || self.differ(Whose::Mother, *one.given.first()?, *other.given.first()?));
            }
        }
        self.mother_of(found, verdict, reasons);
    }

    /// "Mother of X": X is the child, a brother or a sister.
    fn mother_of(&self, found: &Facts, verdict: &mut Verdict, reasons: &mut Option<&mut Vec<Reason>>) {
        let children = |facts: &Facts| -> Vec<u32> {
            let own =
                facts.own.iter().filter(|part| part.role & GIVEN != 0).flat_map(|part| part.tokens.iter().copied());
            facts.siblings.iter().flat_map(|kin| kin.given.iter().copied()).chain(own).collect()
        };
        let mine: Vec<u32> = self.asked.mother_of.into_iter().collect();
        let theirs: Vec<u32> = found.mother_of.into_iter().collect();
        let (near, asked, other, of) = if !mine.is_empty() && !theirs.is_empty() {
            let (near, asked, other) = self.nearest(&mine, &theirs);
            (near, asked, other, 1)
        } else if !mine.is_empty() {
            let all = children(found);
            let (near, asked, other) = self.nearest(&mine, &all);
            (near, asked, other, all.len())
        } else if !theirs.is_empty() {
            let all = children(self.asked);
            let (near, asked, other) = self.nearest(&all, &theirs);
            (near, asked, other, all.len())
        } else {
            return;
        };
        if near <= Nearness::Slip {
            // One of several children: as many chances of agreeing by accident. That the child's own name is known already makes it half as telling.
            let says =
                (self.says(asked, other, near, Pool::Sibling, found) - (of.max(1) as f32).ln()).clamp(0.0, 3.0) * 0.7;
            verdict.add(Witness::MotherOf, says);
            verdict.support += u8::from(says > 0.5 && of == 1);
            tell(reasons, || self.agree(Whose::Mother, asked, other, near, Some(How::MotherOf)));
        }
    }

    fn siblings(&self, found: &Facts, verdict: &mut Verdict, reasons: &mut Option<&mut Vec<Reason>>) {
        let weights = &self.index.settings.weights;
        let (mine, theirs) = (&self.asked.siblings, &found.siblings);
        let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
        for (i, one) in mine.iter().enumerate() {
            for (j, other) in theirs.iter().enumerate() {
                let agreed = self.kin_says(one, other, Pool::Sibling, found);
                if agreed.near <= Nearness::Nickname && agreed.says > 0.0 {
                    let sex = match (one.sex, other.sex) {
                        (Some(a), Some(b)) if a != b => -2.0,
                        _ => 0.0,
                    };
                    pairs.push((agreed.says + sex, i, j));
                }
            }
        }
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
        let (mut used, mut matched) = ((0_u32, 0_u32), 0);
        for (says, i, j) in pairs {
            if used.0 & (1 << i) != 0 || used.1 & (1 << j) != 0 || says <= 0.0 {
                continue;
            }
            used = (used.0 | 1 << i, used.1 | 1 << j);
            // Each of their list could have agreed by accident.
            verdict.add(Witness::Siblings, (says - (theirs.len().max(1) as f32).ln() * 0.7).max(0.1));
            verdict.support += u8::from(matched == 0 && says > 0.5);
            verdict.kin |= says > 0.5;
            matched += 1;
            if let (Some(one), Some(other)) = (mine.get(i), theirs.get(j)) {
                let (near, a, f) = self.nearest(&one.given, &other.given);
                self.spelled(a, f, near, verdict);
                tell(reasons, || self.agree(Whose::Sibling, a, f, near, None));
            }
        }
        if mine.is_empty() || theirs.is_empty() {
            return;
        }
        let (left, right) = (mine.len() - matched, theirs.len() - matched);
        let differ = left.min(right).min(3);
        let untold = (left.max(right) - left.min(right)).min(3);
        verdict
            .add(Witness::Siblings, weights.sibling_differs * differ as f32 + weights.sibling_untold * untold as f32);
        if matched == 0 && differ > 0 {
            tell(reasons, || {
                self.differ(Whose::Sibling, *mine.first()?.given.first()?, *theirs.first()?.given.first()?)
            });
        }
    }

    /// A brother of the child looked for is registered: his name stands among the brothers asked for, and the child's among his.
    fn is_sibling(&self, found: &Facts, verdict: &mut Verdict, reasons: &mut Option<&mut Vec<Reason>>) {
        let given = |facts: &Facts| {
            facts.own.iter().find(|part| part.role & GIVEN != 0).map(|part| part.tokens.clone()).unwrap_or_default()
        };
        let (mine, theirs) = (given(self.asked), given(found));
        let own = self.nearest(&mine, &theirs).0;
        let among = |near: Option<Nearness>| near.is_some_and(|near| near <= Nearness::Near && near < own);
        let told_by_me = among(self.asked.siblings.iter().map(|kin| self.nearest(&kin.given, &theirs).0).min());
        let told_by_them = among(found.siblings.iter().map(|kin| self.nearest(&mine, &kin.given).0).min());
        if told_by_me || told_by_them {
            let sure = if own == Nearness::Different { 1.0 } else { 0.6 };
            let each = if told_by_me && told_by_them { 1.3 } else { 0.8 };
            verdict.sibling = true;
            verdict.add(Witness::IsSibling, self.index.settings.weights.is_sibling * sure * each);
            tell(reasons, || Some(Reason::IsSibling));
        }
    }

    /// What two relatives' names say: the given name, and a little of the rest.
    fn kin_says(&self, one: &Kin, other: &Kin, pool: Pool, of: &Facts) -> Agreed {
        let (near, asked, found) = self.nearest(&one.given, &other.given);
        let mut agreed = Agreed { says: 0.0, near, tokens: (asked, found) };
        if near < Nearness::Different {
            agreed.says = self.says(asked, found, near, pool, of);
        } else if let Some(first) = one.given.first() {
            // Written family name first.
            let (near, asked, found) = self.nearest(std::slice::from_ref(first), &other.rest);
            if near <= Nearness::Near {
                let says = self.says(asked, found, near, pool, of) + self.index.settings.weights.other_order;
                if says > 0.0 {
                    agreed = Agreed { says, near, tokens: (asked, found) };
                }
            }
        }
        let mut free = other.rest.clone();
        let mut differ = 0;
        for word in &one.rest {
            let best = free.iter().enumerate().map(|(at, other)| (self.nearness(*word, *other), at)).min();
            match best {
                Some((near, at)) if near <= Nearness::Slip => {
                    let found = free.swap_remove(at);
                    // Her father's or family's name: not wholly independent of where the family is from.
                    agreed.says += self.says(*word, found, near, Pool::Family, of).clamp(0.0, 4.0) * 0.6;
                }
                _ => differ += 1,
            }
        }
        if !one.rest.is_empty() && !other.rest.is_empty() {
            agreed.says += self.index.settings.weights.family_differs * differ.min(free.len()).min(2) as f32;
        }
        agreed
    }
}

/// How two relatives' names agree.
struct Agreed {
    says: f32,
    near: Nearness,
    tokens: (u32, u32),
}
