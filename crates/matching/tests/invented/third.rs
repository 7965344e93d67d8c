//! A third world, held out since session 6: scripts and peoples that neither of the others has (Tamil, Sinhala, Pashto, Uyghur, Hausa in Arabic letters,
//! Vietnamese, Turkish, Azeri), and other things that go wrong: names carried through two languages, letters misread by a machine, keys of a
//! telephone, the father's name for the family's, nicknames nobody has listed, ages told of another day, twins, people looked for as the
//! children they were. No rule is made with it: it only measures.

use super::coined;
use super::dice::Dice;
use super::garbled::{keys_of_a_phone, misread, through};
use super::{Child, Name, People, Request, Set, child, given, place};
use amparo_matching::{Age, Profile, Relation, Relative, Script, Sex, Span};
use std::collections::BTreeMap;

const NAMES: &str = include_str!("third.txt");

const SHARES: &[(&str, usize)] = &[
    ("ar", 24),
    ("ku", 8),
    ("fa", 8),
    ("ps", 5),
    ("so", 8),
    ("ug", 3),
    ("ha", 3),
    ("ti", 6),
    ("ta", 3),
    ("si", 2),
    ("ka", 3),
    ("th", 1),
    ("km", 2),
    ("vi", 2),
    ("tr", 2),
    ("az", 2),
    ("uk", 5),
    ("my", 5),
    ("bn", 5),
    ("fr", 3),
];

/// The peoples of this world.
fn peoples() -> BTreeMap<&'static str, People> {
    let mut all = super::other::read(NAMES);
    coined::add(&mut all, 40, 60_606);
    all
}

/// Peoples whose names are the own, the father's and the grandfather's.
fn is_chain(people: &str) -> bool {
    matches!(people, "ar" | "ku" | "so" | "ti" | "ps" | "ug" | "ha")
}

/// Somebody who writes.
struct Writer {
    latin: bool,
    spelling: usize,
    /// A second language that the Latin spelling went through.
    language: usize,
    plain: bool,
    capitals: bool,
}

impl Writer {
    fn new(dice: &mut Dice) -> Self {
        Self {
            latin: dice.percent(48),
            spelling: dice.below(1 << 16),
            language: if dice.percent(22) { 1 + dice.below(4) } else { 0 },
            plain: dice.percent(50),
            capitals: dice.percent(8),
        }
    }

    fn name(&self, name: &Name) -> String {
        if super::one_spelling() {
            return name.own.clone();
        }
        let own_is_latin = name.own.chars().next().and_then(Script::of) == Some(Script::Latin);
        let written = if !self.latin && !own_is_latin {
            return if self.plain {
                name.own.replace(['أ', 'إ', 'آ'], "ا").replace('ى', "ي").replace('ة', "ه")
            } else {
                name.own.clone()
            };
        } else if own_is_latin && !self.latin {
            // With all its marks, or without any.
            if self.plain { unmarked(&name.own) } else { name.own.clone() }
        } else {
            let length: usize = name.own.chars().map(|c| c as usize).sum();
            name.latin[(self.spelling * 17 + length) % name.latin.len()].clone()
        };
        let written = through(self.language, &written);
        if self.capitals { written.to_uppercase() } else { written }
    }

    fn names(&self, names: &[Name]) -> String {
        names.iter().map(|name| self.name(name)).collect::<Vec<_>>().join(" ")
    }
}

fn unmarked(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    amparo_matching::fold(&text.replace('ə', "a").replace('Ə', "A")).split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A nickname that no table holds, made as parents make them.
fn nickname(dice: &mut Dice, people: &str, given: &str) -> String {
    let first: Vec<char> = given.split(' ').next().unwrap_or_default().chars().collect();
    let start: String = first.iter().take(if first.len() > 4 { 3 } else { 2 }).collect();
    let end: String = first.iter().skip(first.len().saturating_sub(4)).collect();
    let latin = first.first().is_some_and(char::is_ascii_alphabetic);
    match people {
        "vi" => format!("{} {given}", ["Bé", "Cu", "Tí"][dice.below(3)]),
        "th" => ["Lek", "Nok", "Moo", "Noi", "Daeng"][dice.below(5)].to_owned(),
        "so" => ["Yare", "Dheer", "Gacmey", "Bootan", "Qoorey"][dice.below(5)].to_owned(),
        "tr" | "az" => format!("{start}oş"),
        "ka" if latin => format!("{start}iko"),
        "ka" => format!("{start}იკო"),
        "ug" if latin => format!("{given}jan"),
        "ug" => format!("{given}جان"),
        _ if dice.percent(40) => end,
        _ if latin => format!("{start}{}", ["i", "y", "o", "a"][dice.below(4)]),
        _ => start,
    }
}

/// How the child's names stand in the fields.
fn fields(dice: &mut Dice, by: &Writer, child: &Child, kinds: &mut Vec<&'static str>, asks: bool) -> Profile {
    let mut first = by.names(&child.given);
    let mut others = Vec::new();
    if asks && dice.percent(7) {
        kinds.push("nickname");
        let pet = nickname(dice, child.people, &first);
        if dice.percent(45) { others.push(pet) } else { first = pet }
    }
    let (father, grandfather) = (by.names(&child.father), by.name(&child.grandfather));
    let family = child.family.as_ref().map(|name| by.name(name));
    let (mut middle, mut last) = match (is_chain(child.people), family) {
        (true, Some(family)) if dice.percent(45) => (father.clone(), family),
        (true, Some(family)) if dice.percent(40) => (father.clone(), format!("{grandfather} {family}")),
        (true, _) => (father.clone(), grandfather),
        // Family first, and all of it the given name's (Vietnam).
        (false, Some(family)) if child.people == "vi" && dice.percent(50) => {
            first = format!("{family} {first}");
            (String::new(), String::new())
        }
        (false, Some(family)) => (String::new(), family),
        (false, None) if child.people == "ta" || child.people == "km" => (String::new(), father.clone()),
        (false, None) => (String::new(), String::new()),
    };
    if dice.percent(12) && child.people != "my" {
        // The clerk wanted a family name and took the father's.
        kinds.push("missing-part");
        (middle, last) = (String::new(), father);
    } else if dice.percent(24) && !(middle.is_empty() && last.is_empty()) {
        kinds.push("missing-part");
        if middle.is_empty() || dice.percent(65) { last.clear() } else { middle.clear() }
    }
    if dice.percent(8) {
        // Written in one, or the article left out.
        kinds.push("compound");
        for field in [&mut first, &mut middle, &mut last] {
            *field = if dice.percent(50) {
                field.replace("Al-", "").replace("Al_", "").replace("El ", "")
            } else {
                field.replace([' ', '-'], "")
            };
        }
    }
    let mut profile = Profile { first, middle, last, others, ..Profile::default() };
    if dice.percent(9) {
        kinds.push("order");
        let all = [profile.first.clone(), profile.middle.clone(), profile.last.clone()];
        let order: [usize; 3] = [[2, 0, 1], [0, 2, 1], [1, 0, 2], [0, 1, 2]][dice.below(4)];
        profile.first = order.iter().map(|at| all[*at].as_str()).collect::<Vec<_>>().join(" ");
        (profile.middle, profile.last) = (String::new(), String::new());
    }
    for field in [&mut profile.first, &mut profile.middle, &mut profile.last] {
        *field = field.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    profile
}

/// The facts beside the name, told so many days after the separation.
fn facts(
    dice: &mut Dice,
    by: &Writer,
    child: &Child,
    profile: &mut Profile,
    after: i32,
    kinds: &mut Vec<&'static str>,
) {
    let told = |dice: &mut Dice, chance: usize| dice.percent(chance);
    profile.sex = told(dice, 97).then_some(if dice.percent(1) {
        kinds.push("sex-wrong");
        if child.sex == Sex::Male { Sex::Female } else { Sex::Male }
    } else {
        child.sex
    });
    let day = child.separated + after;
    let mut years = ((day - child.born) as f64 / 365.2425).floor() as i32;
    profile.estimated = dice.percent(25);
    match dice.below(100) {
        // The age of the day of separation, written down as today's.
        0..=6 => years = ((child.separated - child.born) as f64 / 365.2425).floor() as i32,
        7..=13 => years += if dice.percent(50) { 1 } else { -1 },
        14..=18 if profile.estimated => years = (years + 2) / 5 * 5,
        19..=21 => years += 2 + dice.below(2) as i32,
        _ => {}
    }
    if told(dice, 85) {
        profile.age = Some(Age { years: years.max(0), on: day });
    }
    if profile.age.is_none() || dice.percent(22) {
        let (year, month, date) = super::other::civil(child.born);
        profile.birth = match dice.below(5) {
            0 => Span::year(year),
            1 => Span::month(year, month),
            2 => Span::day(year, 1, 1),
            3 if date <= 12 => Span::day(year, date, month),
            _ => Span::day(year, month, date),
        };
        profile.estimated |= profile.birth == Span::day(year, 1, 1);
    }
    if told(dice, 78) {
        profile.languages.push(child.people.to_owned());
    }
    let code = |place: [u8; 3], levels: usize| -> Vec<String> {
        (1..=levels).map(|level| place[..level].iter().map(|n| format!("{n:02}")).collect::<String>()).collect()
    };
    if dice.percent(12) {
        kinds.push("place-off");
        let other = place(dice);
        profile.places.push(code(other, 3));
    } else {
        for place in [child.origin, child.last] {
            if told(dice, 76) {
                let levels = if dice.percent(75) { 3 } else { 1 + dice.below(2) };
                profile.places.push(code(place, levels));
            }
        }
    }
    if told(dice, 75) {
        let off = if dice.percent(18) { dice.below(90) as i32 - 45 } else { 0 };
        let width = [0, 15, 180][dice.below(3)];
        profile.separated = Some(Span { from: child.separated + off - width, to: child.separated + off + width });
    }
    let few = dice.percent(12);
    let kin = if few { 25 } else { 80 };
    if told(dice, kin) {
        let mut name = if dice.percent(55) { by.name(&child.mother[0]) } else { by.names(&child.mother) };
        if dice.percent(6) && !child.siblings.is_empty() {
            name = format!("{} {}", if by.latin { "Um" } else { "أم" }, by.names(&child.siblings[0].0));
        }
        profile.relatives.push(Relative { name, relation: Relation::Mother, sex: Some(Sex::Female) });
    }
    if told(dice, kin) {
        let mut name = by.names(&child.father);
        if child.people != "my" && dice.percent(55) {
            name = format!("{name} {}", by.name(child.family.as_ref().unwrap_or(&child.grandfather)));
        }
        profile.relatives.push(Relative { name, relation: Relation::Father, sex: Some(Sex::Male) });
    }
    for (name, sex) in &child.siblings {
        if told(dice, kin) {
            profile.relatives.push(Relative { name: by.names(name), relation: Relation::Sibling, sex: Some(*sex) });
        }
    }
}

/// One slip in one of the names.
fn slip(dice: &mut Dice, profile: &mut Profile) {
    let mut unharmed = profile.clone();
    let profile = if super::one_spelling() { &mut unharmed } else { profile };
    let relatives = profile.relatives.len();
    let name = match dice.below(7) {
        0 | 1 if !profile.middle.is_empty() => &mut profile.middle,
        2 | 3 if !profile.last.is_empty() => &mut profile.last,
        4 if relatives > 0 => &mut profile.relatives[dice.below(relatives)].name,
        _ => &mut profile.first,
    };
    *name = if dice.percent(50) { misread(dice, name) } else { keys_of_a_phone(dice, name) };
}

fn asks(dice: &mut Dice, child: &Child) -> (Profile, Vec<&'static str>) {
    let by = Writer::new(dice);
    let mut kinds = Vec::new();
    let mut profile = fields(dice, &by, child, &mut kinds, true);
    // Some look for whom they lost as a child ten years ago.
    let after = if dice.percent(8) {
        kinds.push("adult");
        2_500 + dice.below(2_000)
    } else {
        dice.below(800)
    } as i32;
    facts(dice, &by, child, &mut profile, after, &mut kinds);
    if dice.percent(17) {
        kinds.push("typo");
        slip(dice, &mut profile);
    }
    let (relation, name, sex) = match dice.below(10) {
        0..=3 => (Relation::Mother, by.names(&child.mother), Sex::Female),
        4..=6 => (Relation::Father, by.names(&child.father), Sex::Male),
        7 if !child.siblings.is_empty() => (Relation::Sibling, by.names(&child.siblings[0].0), child.siblings[0].1),
        _ => (Relation::Uncle, format!("{} {}", by.name(&child.mother[0]), by.name(&child.grandfather)), Sex::Male),
    };
    profile.relatives.retain(|relative| relative.relation != relation || relation == Relation::Sibling);
    profile.relatives.push(Relative { name, relation, sex: Some(sex) });
    if !profile.relatives.iter().any(|r| matches!(r.relation, Relation::Mother | Relation::Sibling)) {
        kinds.push("few-family-facts");
    }
    (profile, kinds)
}

fn registered(dice: &mut Dice, child: &Child) -> Profile {
    let by = Writer::new(dice);
    let mut profile = fields(dice, &by, child, &mut Vec::new(), false);
    let after = 20 + dice.below(500) as i32;
    facts(dice, &by, child, &mut profile, after, &mut Vec::new());
    if dice.percent(8) {
        slip(dice, &mut profile);
    }
    profile
}

/// A brother or sister of another name; a twin, of the same birthday.
fn brother(dice: &mut Dice, all: &BTreeMap<&'static str, People>, of: &Child, twin: bool) -> Child {
    let mut other = of.clone();
    other.sex = if dice.percent(50) { Sex::Male } else { Sex::Female };
    for _ in 0..50 {
        other.given = given(dice, &all[of.people], other.sex, of.people);
        if other.given != of.given && of.siblings.iter().all(|(name, _)| *name != other.given) {
            break;
        }
    }
    other.siblings.push((of.given.clone(), of.sex));
    if !twin {
        other.born += (500 + dice.below(2_000) as i32) * if dice.percent(50) { 1 } else { -1 };
    }
    other
}

/// So many children and requests of the third world.
pub fn set(seed: u64, children: usize, requests: usize) -> Set {
    let all = peoples();
    let mut dice = Dice::new(seed);
    let mut truth: Vec<Child> = Vec::new();
    while truth.len() < children {
        let one = child(&mut dice, &all, SHARES);
        // Brothers and sisters are often registered together, and some are twins.
        if dice.percent(12) {
            let twin = dice.percent(30);
            let mut other = brother(&mut dice, &all, &one, twin);
            other.siblings.dedup();
            let mut one = one;
            one.siblings.push((other.given.clone(), other.sex));
            truth.extend([one, other]);
        } else {
            truth.push(one);
        }
    }
    truth.truncate(children);
    let written: Vec<Profile> = truth.iter().map(|child| registered(&mut dice, child)).collect();
    let mut asked = Vec::new();
    for _ in 0..requests {
        let at = dice.below(children);
        let model = &truth[at];
        let (sought, what) = match dice.below(100) {
            0..=59 => (model.clone(), None),
            60..=72 => (child(&mut dice, &all, SHARES), Some("none-random")),
            73..=88 => {
                let mut other = child(&mut dice, &all, SHARES);
                while other.people != model.people {
                    other = child(&mut dice, &all, SHARES);
                }
                (other.sex, other.given, other.father) = (model.sex, model.given.clone(), model.father.clone());
                if dice.percent(40) {
                    other.family.clone_from(&model.family);
                    (other.origin, other.last) = (model.origin, model.last);
                    other.born =
                        model.born + (if dice.percent(50) { 1 } else { -1 }) * (1_100 + dice.below(1_500) as i32);
                }
                (other, Some("none-hard"))
            }
            _ => (brother(&mut dice, &all, model, false), Some("none-sibling")),
        };
        let (profile, mut kinds) = asks(&mut dice, &sought);
        if let Some(what) = what {
            asked.push(Request { profile, child: None, kinds: vec![what] });
            continue;
        }
        let script = |profile: &Profile| Script::of(profile.first.chars().next().unwrap_or('x'));
        if script(&profile) != script(&written[at]) {
            kinds.push("cross-script");
        }
        kinds.push(model.people);
        asked.push(Request { profile, child: Some(at), kinds });
    }
    Set { children: written, requests: asked }
}
