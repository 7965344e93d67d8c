//! The child's own chain of names: given name, father's, grandfather's, family's, in whatever order and field.

use super::{Comparing, Verdict, Witness, tell};
use crate::facts::{FAMILY, FATHER, Facts, GIVEN, Part, SECOND, Tokens};
use crate::index::Pool;
use crate::names::agreement::Nearness;
use crate::reasons::{How, Reason, Whose};

/// Two parts that may be one.
#[derive(Clone, Copy)]
struct Edge {
    /// One bit for each part it uses up.
    asked: u16,
    found: u16,
    /// What it is worth to choose it: what it says, and what it would say if it were left.
    worth: f32,
    says: f32,
    near: Nearness,
    tokens: (u32, u32),
    roles: (u8, u8),
    compound: bool,
    hint: bool,
}

impl Edge {
    /// Whether the two play the same part, or may.
    fn in_place(&self) -> bool {
        self.roles.0 & self.roles.1 != 0
    }

    fn witness(&self) -> Witness {
        match self.roles.0 & self.roles.1 {
            common if common & GIVEN != 0 => Witness::Given,
            common if common & FATHER != 0 => Witness::Father,
            common if common != 0 => Witness::Family,
            _ => Witness::Elsewhere,
        }
    }

    fn pool(&self) -> Pool {
        match self.roles.0 & self.roles.1 {
            common if common & GIVEN != 0 => Pool::Given,
            common if common & FATHER != 0 => Pool::Father,
            common if common != 0 => Pool::Family,
            _ => crate::index::pool_of(self.roles.1),
        }
    }
}

/// More pairs than this are not tried against each other.
const MOST_EDGES: usize = 20;

impl<I> Comparing<'_, I> {
    pub(super) fn own(&self, found: &Facts, verdict: &mut Verdict, reasons: &mut Option<&mut Vec<Reason>>) {
        let chosen = best(&self.edges(found));
        let weights = &self.index.settings.weights;
        let used = chosen.iter().fold((0, 0), |used, edge| (used.0 | edge.asked, used.1 | edge.found));
        let given_only = self.asked.given_only && found.given_only;
        let mut moved = 0;
        for edge in &chosen {
            verdict.add(edge.witness(), edge.says);
            self.spelled(edge.tokens.0, edge.tokens.1, edge.near, verdict);
            // A second name is the child's own where there are no others.
            let second = given_only && edge.roles.0 & (GIVEN | SECOND) != 0;
            verdict.own_elsewhere |= second;
            let whose = match edge.pool() {
                _ if second => Whose::Given,
                Pool::Given => Whose::Given,
                Pool::Father => Whose::Father,
                _ => Whose::Family,
            };
            let across = !edge.in_place() && (edge.roles.0 | edge.roles.1) & GIVEN != 0;
            moved += usize::from(across);
            let sure = edge.near <= Nearness::Slip || edge.near == Nearness::Nickname && edge.says > 0.0;
            if edge.roles.0 & edge.roles.1 & GIVEN != 0 {
                verdict.given |= sure;
            } else if edge.says > 0.5 && edge.near <= Nearness::Slip && !edge.hint && !across && !second {
                verdict.support += 1;
            }
            let how = edge.compound.then_some(How::Compound);
            tell(reasons, || self.agree(whose, edge.tokens.0, edge.tokens.1, edge.near, how));
        }
        if moved > 0 {
            verdict.add(Witness::Order, weights.other_order);
            verdict.own_elsewhere = true;
            // Every name is there, in another order.
            verdict.given |= moved >= 2 && chosen.iter().all(|edge| edge.near <= Nearness::Slip);
            verdict.support += u8::from(moved >= 2);
        }
        let exchanged = chosen
            .iter()
            .any(|edge| edge.roles.0 & edge.roles.1 != 0 && edge.roles.0.count_ones() + edge.roles.1.count_ones() > 3);
        if moved > 0 || exchanged && self.order_differs(&chosen) {
            tell(reasons, || Some(Reason::OtherOrder));
        }
        self.left_over(found, &chosen, used, verdict, reasons);
    }

    /// How near the given and the father's names are, and whether they are written in two scripts.
    pub(crate) fn own_degrees(&self, found: &Facts) -> Vec<(Nearness, bool)> {
        let chosen = best(&self.edges(found));
        let mut all: Vec<_> =
            chosen.iter().map(|edge| (edge.near, self.other_script(edge.tokens.0, edge.tokens.1))).collect();
        let given = chosen.iter().any(|edge| edge.roles.0 & edge.roles.1 & GIVEN != 0);
        if !given && !self.asked.own.is_empty() && !found.own.is_empty() {
            let first = |parts: &[Part]| parts.first().and_then(|part| part.tokens.first().copied()).unwrap_or(0);
            all.push((Nearness::Different, self.other_script(first(&self.asked.own), first(&found.own))));
        }
        all
    }

    /// Whether parts that agree stand in another order.
    fn order_differs(&self, chosen: &[Edge]) -> bool {
        chosen.iter().any(|one| chosen.iter().any(|other| one.asked < other.asked && one.found > other.found))
    }

    fn edges(&self, found: &Facts) -> Vec<Edge> {
        let mut edges = Vec::new();
        let given_only = self.asked.given_only && found.given_only;
        for (i, one) in self.asked.own.iter().enumerate() {
            for (j, other) in found.own.iter().enumerate() {
                // Where no name is the family's, the father's names are not the child's.
                let own = |part: &Part| part.role & (GIVEN | SECOND) != 0;
                if given_only && own(one) != own(other) {
                    continue;
                }
                let (near, a, f) = self.nearest(&one.tokens, &other.tokens);
                if near < Nearness::Different {
                    let hint = one.hint || other.hint;
                    // The one's given name is the name of the other's father, and it was told who the father is: another generation.
                    let told = |part: &Part, facing: &Part| part.told && part.role == FATHER && facing.role == GIVEN;
                    let exchanged = told(one, other) || told(other, one);
                    edges.extend(self.edge(
                        (1 << i, 1 << j),
                        near,
                        (a, f),
                        (one.role, other.role),
                        false,
                        (hint, exchanged),
                        found,
                    ));
                }
            }
            for (j, token) in &found.joined {
                edges.extend(self.compound(one, *token, (1 << i, 0b11 << j), found, true));
            }
        }
        for (i, token) in &self.asked.joined {
            for (j, other) in found.own.iter().enumerate() {
                edges.extend(self.compound(other, *token, (0b11 << i, 1 << j), found, false));
            }
        }
        edges.sort_by(|one, other| other.worth.total_cmp(&one.worth));
        edges.truncate(MOST_EDGES);
        edges
    }

    /// One word here, two there.
    fn compound(&self, part: &Part, joined: u32, bits: (u16, u16), found: &Facts, on_found: bool) -> Option<Edge> {
        let near = |token: u32| {
            let (asked, found) = if on_found { (token, joined) } else { (joined, token) };
            (self.nearness(asked, found), asked, found)
        };
        let (near, asked, other) = part.tokens.iter().map(|token| near(*token)).min()?;
        if near > Nearness::Near {
            return None;
        }
        let whole = if on_found { &found.own } else { &self.asked.own };
        let first = if on_found { bits.1 } else { bits.0 }.trailing_zeros() as usize;
        let role = whole.get(first).map_or(0, |part| part.role);
        let roles = if on_found { (part.role, role) } else { (role, part.role) };
        self.edge(bits, near, (asked, other), roles, true, (part.hint, false), found)
    }

    fn edge(
        &self,
        bits: (u16, u16),
        near: Nearness,
        tokens: (u32, u32),
        roles: (u8, u8),
        compound: bool,
        (hint, exchanged): (bool, bool),
        of: &Facts,
    ) -> Option<Edge> {
        let weights = &self.index.settings.weights;
        let mut edge =
            Edge { asked: bits.0, found: bits.1, worth: 0.0, says: 0.0, near, tokens, roles, compound, hint };
        let pool = edge.pool();
        edge.says = self.says(tokens.0, tokens.1, near, pool, of);
        if compound {
            // Two words that happen to make a third are counted nowhere: they say no more than a fairly rare name.
            edge.says = edge.says.min((0.5_f32 / 0.004).ln());
        }
        if pool != Pool::Given && matches!(near, Nearness::Nickname | Nearness::Initial) {
            // Nobody gives a father's name by his pet name; an initial says little.
            if near == Nearness::Nickname {
                return None;
            }
        }
        if hint {
            edge.says *= 0.5;
        }
        if exchanged {
            edge.says -= 2.5;
        }
        let (one, other) = roles;
        // What leaving it would cost.
        let mut saved = 0.0;
        if one & other & GIVEN != 0 {
            saved -= weights.given_differs;
        } else if one & other & FATHER != 0 {
            saved -= weights.father_differs;
        } else if one & other != 0 {
            saved -= weights.family_differs;
        } else if (one | other) & GIVEN != 0 {
            saved += if (one | other) & SECOND != 0 { -0.8 } else { weights.other_order / 2.0 };
            edge.says -= 0.3;
        } else if (one | other) & SECOND != 0 {
            edge.says -= 0.3;
        } else {
            edge.says += weights.other_generation;
        }
        edge.worth = edge.says + saved;
        (edge.worth > 0.0 || one & other & GIVEN != 0 && near <= Nearness::Slip).then_some(edge)
    }

    /// What remains on both sides speaks against it.
    fn left_over(
        &self,
        found: &Facts,
        chosen: &[Edge],
        used: (u16, u16),
        verdict: &mut Verdict,
        reasons: &mut Option<&mut Vec<Reason>>,
    ) {
        let weights = &self.index.settings.weights;
        let free = |parts: &[Part], used: u16, wanted: u8, only: bool| -> Vec<u32> {
            parts
                .iter()
                .enumerate()
                .filter(|(at, part)| {
                    used & (1 << at) == 0
                        && !part.hint
                        && part.role & wanted != 0
                        && (!only || part.role & !wanted == 0)
                })
                .filter_map(|(_, part)| part.tokens.first().copied())
                .collect()
        };
        let given = chosen.iter().filter(|edge| edge.roles.0 & edge.roles.1 & GIVEN != 0).min_by_key(|edge| edge.near);
        let (mine, theirs) = (free(&self.asked.own, used.0, GIVEN, false), free(&found.own, used.1, GIVEN, false));
        // Another name told besides may say more than the given names do.
        let told = given.is_none_or(|edge| edge.near >= Nearness::Slip).then(|| self.by_pet_name(found)).flatten();
        let told = told
            .map(|(near, asked, other)| (self.says(asked, other, near, Pool::Given, found) * 0.8, near, asked, other));
        let told = told.filter(|(says, ..)| given.is_none_or(|edge| *says > edge.says));
        if let Some((says, near, asked, other)) = told {
            let more = says - given.map_or(0.0, |edge| edge.says);
            verdict.add(Witness::GivenLeft, more);
            verdict.given |= says > 0.0;
            tell(reasons, || self.agree(Whose::Given, asked, other, near, Some(How::Nickname)));
        } else if given.is_none() {
            let (says, told) = match (mine.first(), theirs.first()) {
                (Some(asked), Some(other)) => (weights.given_differs, self.differ(Whose::Given, *asked, *other)),
                _ if self.asked.own.is_empty() || found.own.is_empty() || mine.len() + theirs.len() == 0 => (0.0, None),
                _ => (weights.given_differs / 2.0, None),
            };
            verdict.add(Witness::GivenLeft, says);
            tell(reasons, || told);
        }
        let father_found = chosen
            .iter()
            .any(|edge| (edge.roles.0 | edge.roles.1) & FATHER != 0 && (edge.roles.0 & edge.roles.1 & GIVEN == 0));
        for sure in [true, false] {
            let (mine, theirs) = (free(&self.asked.own, used.0, FATHER, sure), free(&found.own, used.1, FATHER, sure));
            if let (Some(asked), Some(other)) = (mine.first(), theirs.first()) {
                // Another name of the father's is found elsewhere, or it may be a second name after all.
                let weight = if father_found || !sure { 0.5 } else { 1.0 };
                verdict.add(Witness::FatherLeft, weights.father_differs * weight);
                tell(reasons, || self.differ(Whose::Father, *asked, *other));
                break;
            }
        }
        let (mine, theirs) = (free(&self.asked.own, used.0, FAMILY, true), free(&found.own, used.1, FAMILY, true));
        if let (Some(asked), Some(other)) = (mine.first(), theirs.first()) {
            let differ = mine.len().min(theirs.len()).min(2) as f32;
            verdict.add(Witness::FamilyLeft, weights.family_differs * differ);
            tell(reasons, || self.differ(Whose::Family, *asked, *other));
        }
        let given_only = self.asked.given_only && found.given_only;
        let (mine, theirs) = (free(&self.asked.own, used.0, SECOND, true), free(&found.own, used.1, SECOND, true));
        if let (Some(asked), Some(other)) = (mine.first(), theirs.first()) {
            let each = if given_only { weights.given_only_differs } else { weights.second_differs };
            verdict.add(Witness::FamilyLeft, each * mine.len().min(theirs.len()).min(2) as f32);
            tell(reasons, || self.differ(Whose::Given, *asked, *other));
        }
        if given_only {
            // A word of the name that the other side leaves out: less said than another in its place.
            let more = mine.len().abs_diff(theirs.len()).min(3) as f32 * weights.given_only_untold;
            verdict.add(Witness::FamilyLeft, more);
        }
    }

    /// A nickname told on one side is the given name or a nickname of the other.
    fn by_pet_name(&self, found: &Facts) -> Option<(Nearness, u32, u32)> {
        let given = |facts: &Facts| -> Tokens {
            facts
                .own
                .iter()
                .filter(|part| part.role & GIVEN != 0)
                .flat_map(|part| part.tokens.iter().copied())
                .collect()
        };
        let (mine, theirs) = (given(self.asked), given(found));
        [(&self.asked.pets, &theirs), (&mine, &found.pets), (&self.asked.pets, &found.pets)]
            .into_iter()
            .map(|(one, other)| self.nearest(one, other))
            .min()
            .filter(|(near, ..)| *near <= Nearness::Nickname)
    }
}

/// The choice of pairs, no part used twice, that is worth most. Exact: pairs are few, and a branch that cannot win is left.
fn best(edges: &[Edge]) -> Vec<Edge> {
    struct Search<'a> {
        edges: &'a [Edge],
        best: f32,
        chosen: Vec<usize>,
        steps: u32,
    }
    impl Search<'_> {
        fn go(&mut self, at: usize, used: (u16, u16), worth: f32, path: &mut Vec<usize>) {
            self.steps += 1;
            if worth > self.best {
                self.best = worth;
                self.chosen.clone_from(path);
            }
            let rest: f32 = self
                .edges
                .iter()
                .skip(at)
                .filter(|edge| edge.asked & used.0 == 0 && edge.found & used.1 == 0)
                .map(|e| e.worth.max(0.0))
                .sum();
            if at >= self.edges.len() || worth + rest <= self.best || self.steps > 3_000 {
                return;
            }
            let Some(edge) = self.edges.get(at) else { return };
            if edge.asked & used.0 == 0 && edge.found & used.1 == 0 {
                path.push(at);
                self.go(at + 1, (used.0 | edge.asked, used.1 | edge.found), worth + edge.worth, path);
                path.pop();
            }
            self.go(at + 1, used, worth, path);
        }
    }
    let mut search = Search { edges, best: 0.0, chosen: Vec::new(), steps: 0 };
    search.go(0, (0, 0), 0.0, &mut Vec::new());
    search.chosen.iter().filter_map(|at| edges.get(*at).copied()).collect()
}
