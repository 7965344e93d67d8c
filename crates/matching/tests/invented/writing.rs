//! How a child's facts are written down by somebody: the script, the spelling, what is left out and what is mistaken.

use super::dice::Dice;
use super::{Child, Name};
use amparo_matching::{Age, Profile, Relation, Relative, Sex, Span};

/// How much goes wrong, in chances of a hundred.
pub struct Noise {
    pub latin: usize,
    pub typo: usize,
    pub missing: usize,
    pub order: usize,
    pub nickname: usize,
    pub age: usize,
    pub sex: usize,
    pub place: usize,
    pub untold: usize,
    /// Whether people write as in the second world ([`super::other`]).
    pub second: bool,
}

impl Noise {
    /// As in careful registers.
    pub const MILD: Self = Self {
        latin: 40,
        typo: 6,
        missing: 15,
        order: 4,
        nickname: 2,
        age: 15,
        sex: 1,
        place: 8,
        untold: 20,
        second: false,
    };
    /// As at a border at night.
    pub const HARD: Self = Self {
        latin: 50,
        typo: 15,
        missing: 30,
        order: 10,
        nickname: 5,
        age: 22,
        sex: 2,
        place: 15,
        untold: 22,
        second: false,
    };
}

/// One person's way of writing.
pub struct Hand {
    pub latin: bool,
    pub style: usize,
    pub capitals: usize,
    pub plain: bool,
    pub second: bool,
}

impl Hand {
    pub fn new(dice: &mut Dice, _child: &Child, noise: &Noise) -> Self {
        Self {
            latin: dice.percent(noise.latin),
            style: dice.below(1 << 20),
            capitals: dice.below(20),
            plain: dice.percent(50),
            second: noise.second,
        }
    }

    pub fn write(&self, name: &Name) -> String {
        if super::one_spelling() {
            return name.own.clone();
        }
        if !self.latin || name.own.is_ascii() {
            let own = if name.own == name.latin[0] { self.spelling(name) } else { name.own.clone() };
            return if self.plain {
                own.replace(['أ', 'إ', 'آ'], "ا").replace('ى', "ي").replace('ة', "ه").replace('ئ', "ي")
            } else {
                own
            };
        }
        let spelled = self.spelling(name);
        if self.second { super::slips::habit(self.style, &spelled) } else { spelled }
    }

    fn spelling(&self, name: &Name) -> String {
        let mixed = self
            .style
            .wrapping_mul(31)
            .wrapping_add(name.latin[0].len() * 7 + name.latin[0].bytes().map(usize::from).sum::<usize>());
        let spelled = name.latin[mixed % name.latin.len()].clone();
        match self.capitals {
            0 => spelled.to_uppercase(),
            1 => spelled.to_lowercase(),
            _ => spelled,
        }
    }

    pub fn all(&self, names: &[Name]) -> String {
        names.iter().map(|name| self.write(name)).collect::<Vec<_>>().join(" ")
    }

    /// The father's given name and what follows it.
    fn father(&self, dice: &mut Dice, child: &Child) -> String {
        let mut name = self.all(&child.father);
        if child.people != "my" && dice.percent(60) {
            name = format!("{name} {}", self.write(child.family.as_ref().unwrap_or(&child.grandfather)));
        }
        name
    }

    pub fn registers(&self, dice: &mut Dice, child: &Child, noise: &Noise) -> Profile {
        let mut profile = self.any_names(dice, child, noise, &mut Vec::new());
        self.facts(dice, child, noise, &mut profile, 60 + dice.clone().below(500) as i32, &mut Vec::new());
        if noise.second {
            self.second_facts(dice, child, &mut profile);
        }
        if dice.percent(noise.typo / 2) {
            self.any_slip(dice, &mut profile);
        }
        profile
    }

    pub fn asks(&mut self, dice: &mut Dice, child: &Child, noise: &Noise) -> (Profile, Vec<&'static str>) {
        let mut kinds = Vec::new();
        let mut profile = self.any_names(dice, child, noise, &mut kinds);
        if dice.percent(noise.typo) {
            kinds.push("typo");
            self.any_slip(dice, &mut profile);
        }
        let since = dice.below(700) as i32;
        self.facts(dice, child, noise, &mut profile, since, &mut kinds);
        let aunt = || Name { own: "زهراء".into(), latin: vec!["Zahra".into()] };
        let (relation, name, sex) = match dice.below(10) {
            0..=3 => (Relation::Mother, self.all(&child.mother), Sex::Female),
            4..=6 => (Relation::Father, self.father(dice, child), Sex::Male),
            7 if !child.siblings.is_empty() => (Relation::Sibling, self.all(&child.siblings[0].0), child.siblings[0].1),
            _ => (Relation::Aunt, self.write(&aunt()), Sex::Female),
        };
        profile.relatives.retain(|relative| relative.relation != relation || relation == Relation::Sibling);
        profile.relatives.push(Relative { name, relation, sex: Some(sex) });
        if noise.second {
            self.second_facts(dice, child, &mut profile);
        }
        let family =
            profile.relatives.iter().any(|r| r.relation == Relation::Mother || r.relation == Relation::Sibling);
        if !family {
            kinds.push("few-family-facts");
        }
        (profile, kinds)
    }

    fn any_names(&self, dice: &mut Dice, child: &Child, noise: &Noise, kinds: &mut Vec<&'static str>) -> Profile {
        if noise.second { self.second_names(dice, child, noise, kinds) } else { self.names(dice, child, noise, kinds) }
    }

    fn any_slip(&self, dice: &mut Dice, profile: &mut Profile) {
        let mut unharmed = profile.clone();
        let profile = if super::one_spelling() { &mut unharmed } else { profile };
        if self.second { super::slips::slip(dice, profile) } else { typo(dice, profile) }
    }

    fn names(&self, dice: &mut Dice, child: &Child, noise: &Noise, kinds: &mut Vec<&'static str>) -> Profile {
        let mut given = self.all(&child.given);
        if child.people == "my" && child.given.len() > 2 && dice.percent(noise.missing / 2) {
            given = self.all(&child.given[..child.given.len() - 1]);
            kinds.push("missing-part");
        }
        if dice.percent(noise.nickname) {
            kinds.push("nickname");
            given = given.chars().take(4).chain(['o']).collect();
        }
        let chain = !matches!(child.people, "my" | "es" | "sw" | "el" | "he" | "bn" | "hi" | "tr" | "uk" | "hy" | "ka");
        let mut middle = if chain { self.all(&child.father) } else { String::new() };
        let family = child.family.as_ref().map(|name| self.write(name));
        let mut last = match child.people {
            "my" => String::new(),
            "am" => self.write(&child.grandfather),
            _ if chain && dice.percent(40) => self.write(&child.grandfather),
            _ => family.unwrap_or_else(|| if chain { self.write(&child.grandfather) } else { String::new() }),
        };
        if dice.percent(noise.missing) && !(middle.is_empty() && last.is_empty()) {
            kinds.push("missing-part");
            if middle.is_empty() || dice.percent(60) { last.clear() } else { middle.clear() }
        }
        let mut profile = Profile { first: given, middle, last, ..Profile::default() };
        if dice.percent(noise.order) {
            kinds.push("order");
            match dice.below(3) {
                0 => std::mem::swap(
                    &mut profile.first,
                    if profile.middle.is_empty() { &mut profile.last } else { &mut profile.middle },
                ),
                1 => {
                    profile.first = format!("{} {} {}", profile.first, profile.middle, profile.last);
                    profile.middle.clear();
                    profile.last.clear();
                }
                _ => std::mem::swap(&mut profile.first, &mut profile.last),
            }
            if profile.first.trim().is_empty() {
                std::mem::swap(&mut profile.first, &mut profile.last);
                if profile.first.trim().is_empty() {
                    std::mem::swap(&mut profile.first, &mut profile.middle);
                }
            }
        }
        profile
    }

    fn facts(
        &self,
        dice: &mut Dice,
        child: &Child,
        noise: &Noise,
        profile: &mut Profile,
        after: i32,
        kinds: &mut Vec<&'static str>,
    ) {
        let told = |dice: &mut Dice| !dice.percent(noise.untold);
        profile.sex = Some(child.sex);
        if dice.percent(noise.sex) {
            kinds.push("sex-wrong");
            profile.sex = if dice.percent(50) {
                None
            } else {
                Some(if child.sex == Sex::Male { Sex::Female } else { Sex::Male })
            };
        }
        let day = child.separated + after;
        let mut born = child.born;
        profile.estimated = dice.percent(25);
        if dice.percent(noise.age) {
            kinds.push("age-off");
            born += (250 + dice.below(700) as i32) * if dice.percent(50) { 1 } else { -1 };
        }
        let years = ((day - born) as f64 / 365.2425).floor().max(0.0) as i32;
        if dice.percent(85) {
            profile.age = Some(Age { years, on: day });
        }
        if profile.age.is_none() || dice.percent(20) {
            let year = 1970 + (f64::from(born) / 365.2425).floor() as i32;
            profile.birth = match dice.below(3) {
                0 => Span::year(year),
                _ if profile.estimated => Span::day(year, 1, 1),
                _ => Some(Span { from: born, to: born }),
            };
        }
        if dice.percent(80) {
            profile.languages.push(child.people.to_owned());
        }
        let code = |place: [u8; 3], levels: usize| -> Vec<String> {
            (1..=levels).map(|level| place[..level].iter().map(|n| format!("{n:02}")).collect::<String>()).collect()
        };
        if dice.percent(noise.place) {
            kinds.push("place-off");
            let other = super::place(dice);
            profile.places.push(code(other, 3));
        } else {
            for place in [child.origin, child.last] {
                if told(dice) {
                    let levels = if dice.percent(75) { 3 } else { 1 + dice.below(2) };
                    profile.places.push(code(place, levels));
                }
            }
        }
        if told(dice) {
            let day = child.separated + if dice.percent(15) { dice.below(60) as i32 - 30 } else { 0 };
            let width = [1, 15, 180][dice.below(3)];
            profile.separated = Some(Span { from: day - width, to: day + width });
        }
        if told(dice) {
            let name = if dice.percent(5) && !child.siblings.is_empty() {
                format!("{} {}", if self.latin { "Um" } else { "أم" }, self.all(&child.siblings[0].0))
            } else if dice.percent(50) {
                self.all(&child.mother[..1])
            } else {
                self.all(&child.mother)
            };
            profile.relatives.push(Relative { name, relation: Relation::Mother, sex: Some(Sex::Female) });
        }
        if told(dice) {
            let name = self.father(dice, child);
            profile.relatives.push(Relative { name, relation: Relation::Father, sex: Some(Sex::Male) });
        }
        for (name, sex) in &child.siblings {
            if told(dice) {
                profile.relatives.push(Relative { name: self.all(name), relation: Relation::Sibling, sex: Some(*sex) });
            }
        }
    }
}

/// A slip of the hand in one of the child's names.
fn typo(dice: &mut Dice, profile: &mut Profile) {
    let which = match dice.below(4) {
        0 if !profile.middle.is_empty() => &mut profile.middle,
        1 if !profile.last.is_empty() => &mut profile.last,
        _ => &mut profile.first,
    };
    let mut letters: Vec<char> = which.chars().collect();
    if letters.len() < 3 {
        return;
    }
    let at = 1 + dice.below(letters.len() - 1);
    match dice.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at, at - 1),
        _ => letters[at] = letters[dice.below(letters.len())],
    }
    *which = letters.into_iter().collect();
}
