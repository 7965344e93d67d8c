//! How well the sought children of a set are found.

use super::Set;
use amparo_matching::{Band, Candidate, Index, Settings};
use std::collections::BTreeMap;

#[derive(Default, Debug, Clone, Copy)]
pub struct Measured {
    pub requests: u32,
    pub matched: u32,
    pub at_1: u32,
    pub at_5: u32,
    pub at_20: u32,
    pub strong_right: u32,
    pub strong_wrong: u32,
    pub unmatched_strong: u32,
}

impl Measured {
    pub fn recall_at_1(&self) -> f64 {
        f64::from(self.at_1) / f64::from(self.matched.max(1))
    }
    pub fn recall_at_5(&self) -> f64 {
        f64::from(self.at_5) / f64::from(self.matched.max(1))
    }
    pub fn recall_at_20(&self) -> f64 {
        f64::from(self.at_20) / f64::from(self.matched.max(1))
    }
    pub fn precision(&self) -> f64 {
        f64::from(self.strong_right) / f64::from((self.strong_right + self.strong_wrong).max(1))
    }
    pub fn strong(&self) -> f64 {
        f64::from(self.strong_right) / f64::from(self.matched.max(1))
    }
    pub fn wrongly_strong(&self) -> f64 {
        f64::from(self.unmatched_strong) / f64::from((self.requests - self.matched).max(1))
    }
}

pub fn index(set: &Set) -> Index<usize> {
    let mut index = Index::new(Settings::default());
    for (id, child) in set.children.iter().enumerate() {
        index.add(id, child);
    }
    index
}

/// By kind; `all` for all together. Each request is handed to `look` with what was found.
pub fn measure(
    set: &Set,
    index: &Index<usize>,
    mut look: impl FnMut(usize, &[Candidate<usize>]),
) -> BTreeMap<&'static str, Measured> {
    let mut all: BTreeMap<&'static str, Measured> = BTreeMap::new();
    let mut finder = index.finder();
    for (number, request) in set.requests.iter().enumerate() {
        let found = finder.find(&request.profile, 20, None, &|| false).unwrap_or_default();
        look(number, &found);
        let rank = request.child.and_then(|child| found.iter().position(|candidate| candidate.id == child));
        let strong: Vec<usize> =
            found.iter().filter(|candidate| candidate.band == Band::Strong).map(|candidate| candidate.id).collect();
        let right = strong.iter().filter(|id| Some(**id) == request.child).count();
        for kind in ["all"].iter().chain(&request.kinds) {
            let counts = all.entry(kind).or_default();
            counts.requests += 1;
            counts.matched += u32::from(request.child.is_some());
            counts.at_1 += u32::from(rank == Some(0));
            counts.at_5 += u32::from(rank.is_some_and(|rank| rank < 5));
            counts.at_20 += u32::from(rank.is_some());
            counts.strong_right += right as u32;
            counts.strong_wrong += (strong.len() - right) as u32;
            counts.unmatched_strong += u32::from(request.child.is_none() && !strong.is_empty());
        }
    }
    all
}
