//! Invented children and the requests of relatives who look for them, with the truth: as hard as the work is. Two people write each
//! name down, in the script and spelling at hand; facts are missing or mistaken; among the requests are namesakes, brothers and sisters
//! of registered children, who must not be taken for them.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

pub mod coined;
pub mod dice;
pub mod fourth;
pub mod garbled;
pub mod measure;
pub mod other;
pub mod slips;
pub mod third;
pub mod writing;

use amparo_matching::{Profile, Sex};
use dice::Dice;
use std::collections::BTreeMap;
use writing::{Hand, Noise};

/// Everybody writes every name in its own script, in one spelling, without slips: what is left then is what no ear could hear, so that the figures
/// tell what the best reader of names would reach. Set before a set is made.
pub static ONE_SPELLING: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

pub fn one_spelling() -> bool {
    ONE_SPELLING.load(std::sync::atomic::Ordering::Relaxed)
}

/// The names that people are put together from.
const NAMES: &str = include_str!("names.txt");

/// A name in its own script and as met with in Latin letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub own: String,
    pub latin: Vec<String>,
}

#[derive(Default, Clone)]
pub struct People {
    pub boys: Vec<Name>,
    pub girls: Vec<Name>,
    pub families: Vec<Name>,
}

/// How many of a hundred are of each people.
const SHARES: &[(&str, usize)] = &[
    ("ar", 34),
    ("ku", 10),
    ("fa", 8),
    ("so", 8),
    ("am", 10),
    ("my", 7),
    ("bn", 7),
    ("hi", 3),
    ("uk", 5),
    ("el", 1),
    ("hy", 1),
    ("ka", 1),
    ("he", 1),
    ("es", 2),
    ("sw", 1),
    ("tr", 1),
];

pub fn peoples() -> BTreeMap<&'static str, People> {
    let mut all: BTreeMap<&'static str, People> = BTreeMap::new();
    for line in NAMES.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&'static str> = line.split('|').collect();
        let latin: Vec<String> = cells[3].split(' ').map(|name| name.replace('_', " ")).collect();
        let own = if cells[2] == "-" { latin[0].clone() } else { cells[2].to_owned() };
        let people = all.entry(cells[0]).or_default();
        let name = Name { own, latin };
        match cells[1] {
            "m" => people.boys.push(name),
            "f" => people.girls.push(name),
            "s" => people.families.push(name),
            _ => {
                people.boys.push(name.clone());
                people.girls.push(name);
            }
        }
    }
    coined::add(&mut all, 60, 99);
    all
}

/// What is true of a child.
#[derive(Clone)]
pub struct Child {
    pub people: &'static str,
    pub sex: Sex,
    pub given: Vec<Name>,
    pub father: Vec<Name>,
    pub grandfather: Name,
    pub family: Option<Name>,
    pub mother: Vec<Name>,
    pub siblings: Vec<(Vec<Name>, Sex)>,
    pub born: i32,
    pub origin: [u8; 3],
    pub last: [u8; 3],
    pub separated: i32,
}

/// A request with the child it is for, and what makes it hard.
pub struct Request {
    pub profile: Profile,
    pub child: Option<usize>,
    pub kinds: Vec<&'static str>,
}

pub struct Set {
    pub children: Vec<Profile>,
    pub requests: Vec<Request>,
}

fn place(dice: &mut Dice) -> [u8; 3] {
    // Some areas hold many more people than others.
    let area = (dice.below(18) * dice.below(18) / 17) as u8;
    [area, dice.below(6) as u8, dice.below(5) as u8]
}

fn given(dice: &mut Dice, people: &People, sex: Sex, code: &str) -> Vec<Name> {
    let list = if sex == Sex::Male { &people.boys } else { &people.girls };
    // A few names are borne by many.
    let one = |dice: &mut Dice| list[dice.below(list.len()) * dice.below(list.len()) / list.len()].clone();
    match code {
        "my" => (0..2 + dice.below(3)).map(|_| one(dice)).collect(),
        "zh" => vec![other::syllables_joined(one(dice), one(dice))],
        "rhg" if list.len() > 2 && dice.percent(25) => vec![one(dice), one(dice)],
        "es" => vec![one(dice), one(dice)],
        _ => vec![one(dice)],
    }
}

pub fn child(dice: &mut Dice, all: &BTreeMap<&'static str, People>, shares: &[(&'static str, usize)]) -> Child {
    let mut roll = dice.below(100);
    let code = shares
        .iter()
        .find(|(_, share)| {
            if roll < *share {
                true
            } else {
                roll -= share;
                false
            }
        })
        .map_or("ar", |(code, _)| code);
    let people = &all[code];
    let sex = if dice.percent(55) { Sex::Male } else { Sex::Female };
    let mut mother = given(dice, people, Sex::Female, code);
    if !people.families.is_empty() && dice.percent(60) {
        mother.push(people.families[dice.below(people.families.len())].clone());
    }
    let siblings = (0..dice.below(5))
        .map(|_| {
            let sex = if dice.percent(50) { Sex::Male } else { Sex::Female };
            (given(dice, people, sex, code), sex)
        })
        .collect();
    let separated = 18_000 + dice.below(1_500) as i32;
    let origin = place(dice);
    let last = if dice.percent(65) {
        origin
    } else if dice.percent(60) {
        [origin[0], dice.below(6) as u8, dice.below(5) as u8]
    } else {
        place(dice)
    };
    Child {
        people: code,
        sex,
        given: given(dice, people, sex, code),
        father: given(dice, people, Sex::Male, code),
        grandfather: given(dice, people, Sex::Male, code).remove(0),
        family: (!people.families.is_empty() && dice.percent(75))
            .then(|| people.families[dice.below(people.families.len())].clone()),
        mother,
        siblings,
        born: separated - (dice.below(17 * 365) as i32),
        origin,
        last,
        separated,
    }
}

/// So many children and requests of the first world. The same seed gives the same set.
pub fn set(seed: u64, children: usize, requests: usize, noise: &Noise) -> Set {
    of_world(&peoples(), SHARES, seed, children, requests, noise)
}

/// The same of any peoples.
pub fn of_world(
    all: &BTreeMap<&'static str, People>,
    shares: &[(&'static str, usize)],
    seed: u64,
    children: usize,
    requests: usize,
    noise: &Noise,
) -> Set {
    let mut dice = Dice::new(seed);
    let truth: Vec<Child> = (0..children).map(|_| child(&mut dice, all, shares)).collect();
    let written: Vec<Profile> =
        truth.iter().map(|child| Hand::new(&mut dice, child, noise).registers(&mut dice, child, noise)).collect();
    let mut asked = Vec::new();
    for _ in 0..requests {
        let at = dice.below(children);
        let model = &truth[at];
        let mut kinds = Vec::new();
        let (sought, registered) = match dice.below(100) {
            0..=57 => (model.clone(), Some(at)),
            58..=69 => {
                kinds.push("none-random");
                (child(&mut dice, all, shares), None)
            }
            70..=87 => {
                kinds.push("none-hard");
                // A namesake: the same given and father's name, of the same people, elsewhere or of another age.
                let mut other = child(&mut dice, all, shares);
                while other.people != model.people {
                    other = child(&mut dice, all, shares);
                }
                other.sex = model.sex;
                other.given.clone_from(&model.given);
                other.father.clone_from(&model.father);
                if dice.percent(50) {
                    other.family.clone_from(&model.family);
                }
                if dice.percent(40) {
                    (other.origin, other.last) = (model.origin, model.last);
                    other.born =
                        model.born + (if dice.percent(50) { 1 } else { -1 }) * (1_200 + dice.below(1_500) as i32);
                }
                (other, None)
            }
            _ => {
                kinds.push("none-sibling");
                let mut other = model.clone();
                let sex = if dice.percent(50) { Sex::Male } else { Sex::Female };
                // Peoples of few names may have used them all up.
                for _ in 0..50 {
                    if other.given != model.given && model.siblings.iter().all(|(name, _)| *name != other.given) {
                        break;
                    }
                    other.given = given(&mut dice, &all[model.people], sex, model.people);
                }
                other.sex = sex;
                other.siblings.push((model.given.clone(), model.sex));
                other.born += 500 + dice.below(2_000) as i32 * if dice.percent(50) { 1 } else { -1 };
                (other, None)
            }
        };
        let mut hand = Hand::new(&mut dice, &sought, noise);
        let (profile, what) = hand.asks(&mut dice, &sought, noise);
        if let Some(at) = registered {
            kinds.extend(what);
            let script = |profile: &Profile| amparo_matching::Script::of(profile.first.chars().next().unwrap_or('x'));
            if script(&profile) != script(&written[at]) {
                kinds.push("cross-script");
            }
            kinds.push(model.people);
        }
        asked.push(Request { profile, child: registered, kinds });
    }
    Set { children: written, requests: asked }
}
