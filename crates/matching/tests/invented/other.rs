//! A second world, held out: other peoples, names and habits than the first, and other things that go wrong (titles, married names, names of
//! the mother's side, splits into syllables, day and month exchanged, ages rounded). Rules are made with the first, and measured here.

use super::coined;
use super::dice::Dice;
use super::writing::{Hand, Noise};
use super::{Child, Name, People, Set};
use amparo_matching::{Profile, Relation, Sex, Span};
use std::collections::BTreeMap;

const NAMES: &str = include_str!("other.txt");

const SHARES: &[(&str, usize)] = &[
    ("ar", 17),
    ("ku", 6),
    ("fa", 9),
    ("so", 9),
    ("am", 7),
    ("ti", 4),
    ("rhg", 7),
    ("my", 8),
    ("uk", 6),
    ("ht", 3),
    ("sw", 4),
    ("es", 5),
    ("zh", 2),
    ("th", 1),
    ("km", 2),
    ("lo", 1),
    ("bn", 3),
    ("hi", 2),
    ("ta", 1),
    ("wa", 2),
    ("hy", 1),
];

impl Noise {
    /// The second world's.
    pub const OTHER: Self = Self {
        latin: 45,
        typo: 18,
        missing: 26,
        order: 10,
        nickname: 6,
        age: 14,
        sex: 2,
        place: 12,
        untold: 22,
        second: true,
    };
}

fn peoples() -> BTreeMap<&'static str, People> {
    let mut all = read(NAMES);
    coined::add(&mut all, 25, 1_234);
    all
}

/// The names of a list: people, boy, girl or surname, then each in its own script with its Latin spellings.
pub fn read(names: &'static str) -> BTreeMap<&'static str, People> {
    let mut all: BTreeMap<&'static str, People> = BTreeMap::new();
    for line in names.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&'static str> = line.split('|').collect();
        let people = all.entry(cells[0]).or_default();
        let list = match cells[1] {
            "m" => &mut people.boys,
            "f" => &mut people.girls,
            _ => &mut people.families,
        };
        list.extend(cells[2].split(';').map(|name| {
            let (own, latin) = name.split_once('=').unwrap();
            let latin: Vec<String> = latin.split(',').map(|name| name.replace('_', " ")).collect();
            Name { own: if own == "-" { latin[0].clone() } else { own.to_owned() }, latin }
        }));
    }
    all
}

/// So many children and requests of the second world.
pub fn set(seed: u64, children: usize, requests: usize) -> Set {
    super::of_world(&peoples(), SHARES, seed, children, requests, &Noise::OTHER)
}

/// 建国, Jianguo, Jian-guo, Chien kuo.
pub fn syllables_joined(one: Name, other: Name) -> Name {
    let last = |name: &Name| name.latin.last().unwrap().clone();
    Name {
        own: format!("{}{}", one.own, other.own),
        latin: vec![
            format!("{}{}", one.latin[0], other.latin[0].to_lowercase()),
            format!("{} {}", one.latin[0], other.latin[0]),
            format!("{}-{}", last(&one), last(&other).to_lowercase()),
        ],
    }
}

/// Titles and words of respect: people, for whom, in the own script and in Latin.
const TITLES: &[(&str, Sex, &str, &str)] = &[
    ("ar", Sex::Male, "الشيخ", "Sheikh"),
    ("ar", Sex::Male, "أستاذ", "Ustaz"),
    ("ar", Sex::Male, "السيد", "Sayyid"),
    ("ar", Sex::Female, "الحاجة", "Hajja"),
    ("ar", Sex::Female, "ست", "Sitt"),
    ("fa", Sex::Male, "ملا", "Mullah"),
    ("fa", Sex::Male, "حاجی", "Haji"),
    ("fa", Sex::Female, "بی بی", "Bibi"),
    ("ku", Sex::Male, "کاک", "Kak"),
    ("ku", Sex::Male, "مەلا", "Mela"),
    ("so", Sex::Male, "Sheekh", "Sheikh"),
    ("so", Sex::Female, "Marwo", "Marwo"),
    ("am", Sex::Male, "አቶ", "Ato"),
    ("am", Sex::Female, "ወይዘሮ", "Woizero"),
    ("ti", Sex::Male, "ኣቦይ", "Aboy"),
    ("my", Sex::Male, "ဦး", "U"),
    ("my", Sex::Male, "ကို", "Ko"),
    ("my", Sex::Male, "မောင်", "Maung"),
    ("my", Sex::Female, "ဒေါ်", "Daw"),
    ("my", Sex::Female, "မ", "Ma"),
    ("rhg", Sex::Male, "মৌলভী", "Maulvi"),
    ("bn", Sex::Male, "হাজী", "Hazi"),
    ("bn", Sex::Female, "মোসাম্মৎ", "Mst"),
    ("hi", Sex::Male, "श्री", "Shri"),
    ("hi", Sex::Female, "श्रीमती", "Smt"),
    ("uk", Sex::Male, "Пан", "Pan"),
    ("es", Sex::Male, "Don", "Don"),
    ("es", Sex::Female, "Doña", "Dona"),
    ("sw", Sex::Male, "Bwana", "Bwana"),
    ("sw", Sex::Female, "Mama", "Mama"),
    ("th", Sex::Male, "นาย", "Nai"),
    ("th", Sex::Female, "นาง", "Nang"),
    ("km", Sex::Male, "លោក", "Lok"),
    ("wa", Sex::Male, "El Hadj", "Alhaji"),
];

impl Hand {
    /// A title before a name, when this people has one.
    fn titled(&self, dice: &mut Dice, people: &str, sex: Sex, name: &str) -> String {
        let fitting: Vec<_> = TITLES.iter().filter(|(of, whose, ..)| *of == people && *whose == sex).collect();
        if fitting.is_empty() || name.is_empty() {
            return name.to_owned();
        }
        let (_, _, own, latin) = fitting[dice.below(fitting.len())];
        let title = if name.chars().any(|c| c.is_ascii_alphabetic()) { latin } else { own };
        format!("{title} {name}")
    }

    /// What a mother calls her child; for some a byname that has nothing to do with the name.
    fn pet_name(&self, dice: &mut Dice, child: &Child, given: &str) -> String {
        let first: String = given.split(' ').next().unwrap_or_default().to_owned();
        let start = |count: usize| first.chars().take(count).collect::<String>();
        let latin = given.chars().any(|c| c.is_ascii_alphabetic());
        match child.people {
            "ar" if !latin => format!("{}و", start(3)),
            "ar" => format!("{}ou", start(4)),
            "fa" if !latin => format!("{first} جان"),
            "fa" => format!("{first} Jan"),
            "so" => ["Dheere", "Yare", "Gaab", "Madoobe", "Cadde"][dice.below(5)].to_owned(),
            "uk" if !latin => format!("{}{}", start(3), if child.sex == Sex::Male { "ик" } else { "очка" }),
            "uk" => format!("{}{}", start(3), if child.sex == Sex::Male { "ik" } else { "ochka" }),
            "es" => format!("{}it{}", start(4), if child.sex == Sex::Male { "o" } else { "a" }),
            "ht" => format!("Ti {first}"),
            "zh" | "th" | "km" | "lo" => format!("{first} {first}"),
            "am" | "ti" if latin => start(4),
            _ => format!("{}{}", start(3), if latin { "u" } else { "" }),
        }
    }

    pub(super) fn second_names(
        &self,
        dice: &mut Dice,
        child: &Child,
        noise: &Noise,
        kinds: &mut Vec<&'static str>,
    ) -> Profile {
        let mut profile = Profile::default();
        let mut given = self.all(&child.given);
        if dice.percent(noise.nickname) {
            kinds.push("nickname");
            let pet = self.pet_name(dice, child, &given);
            if child.people == "so" || dice.percent(30) {
                profile.others.push(pet);
            } else {
                given = pet;
            }
        }
        if child.people == "my" && child.given.len() > 2 && dice.percent(noise.missing / 2) {
            kinds.push("missing-part");
            given = self.all(&child.given[1..]);
        }
        // Syllables of one name, apart or together.
        if matches!(child.people, "my" | "km" | "lo") && dice.percent(25) {
            kinds.push("compound");
            given = given.replace(' ', "");
        }
        let father = self.all(&child.father);
        let grandfather = self.write(&child.grandfather);
        let family = child.family.as_ref().map(|name| self.write(name));
        let (mut middle, mut last) = match child.people {
            "ar" | "ku" | "fa" if dice.percent(45) => (father, family.unwrap_or(grandfather)),
            "ar" => (father, format!("{grandfather} {}", family.unwrap_or_default())),
            "so" | "am" | "ti" => (father, grandfather),
            "ku" | "fa" => (family.clone().unwrap_or_default(), if family.is_none() { father } else { String::new() }),
            "uk" => (self.patronymic(child), self.family_of(child)),
            // Both sides' surnames, or one.
            "es" => {
                let mother = child.mother.last().filter(|_| child.mother.len() > 1).map(|name| self.write(name));
                match (family, mother) {
                    (Some(father), Some(mother)) if dice.percent(60) => (String::new(), format!("{father} {mother}")),
                    (Some(father), Some(mother)) => (String::new(), if dice.percent(85) { father } else { mother }),
                    (father, mother) => (String::new(), father.or(mother).unwrap_or_default()),
                }
            }
            "zh" => {
                let family = family.unwrap_or_default();
                if dice.percent(50) {
                    given = if self.latin { format!("{family} {given}") } else { format!("{family}{given}") };
                    (String::new(), String::new())
                } else {
                    (String::new(), family)
                }
            }
            "km" => (String::new(), father),
            "my" | "th" | "lo" => Default::default(),
            "rhg" | "ta" => (String::new(), if dice.percent(40) { father } else { String::new() }),
            _ => (String::new(), family.unwrap_or_default()),
        };
        if dice.percent(noise.missing) && !(middle.is_empty() && last.trim().is_empty()) {
            kinds.push("missing-part");
            if middle.is_empty() || dice.percent(60) { last.clear() } else { middle.clear() }
        }
        if dice.percent(6) {
            given = self.titled(dice, child.people, child.sex, &given);
        }
        profile.first = given;
        profile.middle = middle;
        profile.last = last.trim().to_owned();
        if dice.percent(noise.order) {
            kinds.push("order");
            match dice.below(4) {
                // Everything in one field, the family's name first or last.
                0 => {
                    profile.first = format!("{} {} {}", profile.first, profile.middle, profile.last);
                    profile.middle.clear();
                    profile.last.clear();
                }
                1 => {
                    profile.first = format!("{} {} {}", profile.last, profile.first, profile.middle);
                    profile.middle.clear();
                    profile.last.clear();
                }
                2 if !profile.last.is_empty() => std::mem::swap(&mut profile.first, &mut profile.last),
                _ => {
                    profile.last = format!("{} {}", profile.middle, profile.last).trim().to_owned();
                    profile.middle.clear();
                }
            }
        }
        profile.first = profile.first.split_whitespace().collect::<Vec<_>>().join(" ");
        if profile.first.is_empty() {
            std::mem::swap(&mut profile.first, &mut profile.last);
        }
        profile
    }

    /// Олександрович of Олександр.
    fn patronymic(&self, child: &Child) -> String {
        let father = self.write(&child.father[0]);
        let latin = father.chars().any(|c| c.is_ascii_alphabetic());
        let stem = father.trim_end_matches(['о', 'й', 'а', 'o', 'a', 'y']);
        match (latin, child.sex) {
            (true, Sex::Male) => format!("{stem}ovych"),
            (true, Sex::Female) => format!("{stem}ivna"),
            (false, Sex::Male) => format!("{stem}ович"),
            (false, Sex::Female) => format!("{stem}івна"),
        }
    }

    fn family_of(&self, child: &Child) -> String {
        child.family.as_ref().map(|name| self.write(name)).unwrap_or_default()
    }

    /// What else goes wrong in the second world: dates, ages, titles and married names of relatives.
    pub(super) fn second_facts(&self, dice: &mut Dice, child: &Child, profile: &mut Profile) {
        if dice.percent(12)
            && let Some(age) = &mut profile.age
        {
            // Rounded as people round: to five from ten on, else to even.
            age.years = if age.years >= 9 { (age.years + 2) / 5 * 5 } else { age.years / 2 * 2 };
            profile.estimated = dice.percent(60);
        }
        if dice.percent(10)
            && let Some(span) = &mut profile.birth
            && span.from == span.to
        {
            let (year, month, day) = civil(span.from);
            if day <= 12
                && let Some(exchanged) = Span::day(year, day, month)
            {
                *span = exchanged;
            }
        }
        let eldest = child.siblings.first().map_or(&child.given, |(name, _)| name);
        for relative in &mut profile.relatives {
            let sex = relative.sex.unwrap_or(Sex::Female);
            match relative.relation {
                Relation::Mother | Relation::Father if dice.percent(14) => {
                    relative.name = self.titled(dice, child.people, sex, &relative.name);
                }
                // She has taken her husband's name.
                Relation::Mother if dice.percent(12) && child.family.is_some() => {
                    relative.name = format!("{} {}", self.write(&child.mother[0]), self.family_of(child));
                }
                Relation::Father if dice.percent(6) && matches!(child.people, "ar" | "ku" | "fa") => {
                    relative.name = format!("{} {}", if self.latin { "Abu" } else { "أبو" }, self.all(eldest));
                }
                Relation::Sibling if dice.percent(5) => {
                    relative.name = relative.name.chars().take(4).collect();
                }
                _ => {}
            }
        }
    }
}

/// Year, month and day of a day counted from 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms").
pub fn civil(days: i32) -> (i32, u32, u32) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i32::from(month <= 2), month as u32, (doy - (153 * mp + 2) / 5 + 1) as u32)
}
