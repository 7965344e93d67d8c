//! A fourth world, made in session 7 and only measured with: what the format of the sample tells may go wrong, but rougher, with peoples and scripts that
//! none of the others has (Urdu, Punjabi, Tajik, Kazakh, Serbian, Albanian, Oromo, Rwandan, Congolese, Portuguese, Nepali, Telugu). Unlike the others it tells
//! nationalities as well, ages that are rounded to 5, 10, 12 and 15, names that one hand spells now so, now so, and brothers' lists that somebody made up from memory.
//! No rule, no weight and no name of a table was changed after it was measured.

use super::coined;
use super::dice::Dice;
use super::garbled::{keys_of_a_phone, misread, through};
use super::{Child, Name, People, Request, Set, child, given, place};
use amparo_matching::{Age, Profile, Relation, Relative, Script, Sex, Span};
use std::collections::BTreeMap;

const NAMES: &str = include_str!("fourth.txt");

/// How many of a hundred are of each people, and the country most of them are of.
const SHARES: &[(&str, usize, &str)] = &[
    ("ar", 26, "SD"),
    ("ku", 9, "IQ"),
    ("ur", 8, "PK"),
    ("pa", 3, "IN"),
    ("tg", 5, "TJ"),
    ("kk", 4, "KZ"),
    ("sr", 4, "RS"),
    ("sq", 4, "XK"),
    ("om", 6, "ET"),
    ("am", 7, "ET"),
    ("rw", 4, "RW"),
    ("ln", 5, "CD"),
    ("pt", 4, "AO"),
    ("ne", 4, "NP"),
    ("te", 2, "IN"),
    ("my", 5, "MM"),
];

/// Peoples whose names are the own, the father's and the grandfather's.
fn is_chain(people: &str) -> bool {
    matches!(people, "ar" | "ku" | "am" | "om")
}

/// Syllables of peoples for whom no names are coined elsewhere; each with other spellings of it.
const SYLLABLES: &[(&str, &[&[&str]])] = &[
    (
        "ur",
        &[
            &["شا=Sha,Cha"],
            &["نی=ni,nee"],
            &["را=ra"],
            &["فی=fi,fee"],
            &["زو=zu,zoo"],
            &["ما=ma"],
            &["دل=dil,del"],
            &["کر=kar,ker"],
            &["تا=ta"],
            &["سی=si,see"],
        ],
    ),
    (
        "pa",
        &[
            &["ਗੁ=Gu,Gou"],
            &["ਰੀ=ri,ree"],
            &["ਸਾ=sa"],
            &["ਦੀ=di,dee"],
            &["ਬਲ=bal"],
            &["ਮਾ=ma"],
            &["ਨੂ=nu,noo"],
            &["ਤਾ=ta"],
        ],
    ),
    (
        "tg",
        &[
            &["шо=sho,cho"],
            &["ри=ri"],
            &["фа=fa"],
            &["зо=zo"],
            &["ҳу=hu,khu"],
            &["ма=ma"],
            &["ди=di"],
            &["рус=rus,rous"],
            &["на=na"],
        ],
    ),
    (
        "kk",
        &[
            &["жа=zha,ja"],
            &["ғу=gu,ghu"],
            &["бе=be"],
            &["ри=ri"],
            &["нұ=nu,nou"],
            &["ма=ma"],
            &["қа=ka,qa"],
            &["дос=dos"],
            &["лы=ly,li"],
        ],
    ),
    (
        "sr",
        &[
            &["вла=vla"],
            &["ми=mi"],
            &["жа=ža,za,zha"],
            &["ро=ro"],
            &["ћа=ća,ca,cha"],
            &["сла=sla"],
            &["ни=ni"],
            &["ду=du"],
            &["ше=še,se,she"],
        ],
    ),
    (
        "sq",
        &[
            &["shke=shke,ske"],
            &["ari=ari"],
            &["be=be"],
            &["gjo=gjo,djo"],
            &["lë=lë,le"],
            &["ndri=ndri"],
            &["ma=ma"],
            &["xhu=xhu,dzu"],
            &["ta=ta"],
        ],
    ),
    (
        "om",
        &[
            &["gaa=gaa,ga"],
            &["ree=ree,re"],
            &["caa=caa,cha"],
            &["luu=luu,lu"],
            &["dha=dha,da"],
            &["maa=maa,ma"],
            &["xii=xii,ti"],
            &["saa=saa,sa"],
            &["bo=bo"],
        ],
    ),
    (
        "rw",
        &[
            &["mu=mu"],
            &["ka=ka"],
            &["gi=gi,ghi"],
            &["ra=ra"],
            &["nyi=nyi,ni"],
            &["shi=shi,chi"],
            &["bwa=bwa,boua"],
            &["to=to"],
            &["ze=ze"],
        ],
    ),
    (
        "ln",
        &[
            &["tshi=tshi,tchi,chi"],
            &["ka=ka"],
            &["mbu=mbu,mbou"],
            &["lo=lo"],
            &["ngo=ngo"],
            &["ya=ya,ia"],
            &["mu=mu,mou"],
            &["ke=ke,que"],
            &["la=la"],
        ],
    ),
    (
        "pt",
        &[
            &["ja=ja"],
            &["ci=ci,si"],
            &["lho=lho,lio"],
            &["re=re"],
            &["xa=xa,cha"],
            &["mi=mi"],
            &["nda=nda"],
            &["que=que,ke"],
            &["so=so,zo"],
        ],
    ),
    (
        "ne",
        &[
            &["बि=bi,vi"],
            &["रा=ra,raa"],
            &["सु=su"],
            &["मा=ma"],
            &["दी=di,dee"],
            &["ले=le"],
            &["का=ka"],
            &["श=sha,sa"],
            &["नि=ni"],
        ],
    ),
    ("te", &[&["వే=ve,we"], &["రా=ra"], &["శి=shi,si"], &["మా=ma"], &["నీ=ni,nee"], &["కో=ko"], &["ల=la"], &["ద=da"]]),
];

/// A name that nobody bears, of three syllables.
fn coin(dice: &mut Dice, people: &str) -> Option<Name> {
    let (_, syllables) = SYLLABLES.iter().find(|(of, _)| *of == people)?;
    let mut own = String::new();
    let mut latin = vec![String::new(); 3];
    for _ in 0..3 {
        let (letters, sounds) = syllables[dice.below(syllables.len())][0].split_once('=')?;
        own.push_str(letters);
        let sounds: Vec<&str> = sounds.split(',').collect();
        for spelling in &mut latin {
            spelling.push_str(&sounds[dice.below(sounds.len())].to_lowercase());
        }
    }
    let titled = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let latin: Vec<String> = latin.iter().map(|word| titled(word)).collect();
    Some(Name { own: titled(&own), latin })
}

/// The peoples of this world.
fn peoples() -> BTreeMap<&'static str, People> {
    let mut all = super::other::read(NAMES);
    coined::add(&mut all, 45, 77_007);
    let mut dice = Dice::new(4_004);
    for (code, people) in &mut all {
        for _ in 0..45 {
            for list in [&mut people.boys, &mut people.girls] {
                list.extend(coin(&mut dice, code));
            }
            if !people.families.is_empty() {
                people.families.extend(coin(&mut dice, code));
            }
        }
    }
    all
}

/// Somebody who writes.
struct Writer {
    latin: bool,
    spelling: usize,
    /// Spells a name now so, now so.
    fickle: bool,
    language: usize,
    plain: bool,
    capitals: usize,
}

impl Writer {
    fn new(dice: &mut Dice) -> Self {
        Self {
            latin: dice.percent(42),
            spelling: dice.below(1 << 16),
            fickle: dice.percent(35),
            language: if dice.percent(15) { 1 + dice.below(4) } else { 0 },
            plain: dice.percent(50),
            capitals: dice.below(25),
        }
    }

    fn name(&self, dice: &mut Dice, name: &Name) -> String {
        let turn = dice.below(3);
        if super::one_spelling() {
            return name.own.clone();
        }
        let own_is_latin = name.own.chars().next().and_then(Script::of) == Some(Script::Latin);
        if !self.latin && !own_is_latin {
            return if self.plain {
                name.own.replace(['أ', 'إ', 'آ'], "ا").replace('ى', "ي").replace('ة', "ه").replace("عبد ", "عبد")
            } else {
                name.own.clone()
            };
        }
        let at = if self.fickle { turn } else { self.spelling * 13 + name.own.chars().count() };
        let written = through(self.language, &name.latin[at % name.latin.len()]);
        match self.capitals {
            0 => written.to_uppercase(),
            1 => written.to_lowercase(),
            _ => written,
        }
    }

    fn names(&self, dice: &mut Dice, names: &[Name]) -> String {
        names.iter().map(|name| self.name(dice, name)).collect::<Vec<_>>().join(" ")
    }
}

/// What the family calls the child.
fn nickname(dice: &mut Dice, given: &str) -> String {
    let first: Vec<char> = given.split(' ').next().unwrap_or_default().chars().collect();
    let latin = first.first().is_some_and(char::is_ascii_alphabetic);
    let start: String = first.iter().take(3 + dice.below(2)).collect();
    let end: String = first.iter().skip(first.len() / 2).collect();
    match dice.below(5) {
        0 => end,
        1 if latin => format!("{start}{}", ["i", "o", "ou", "ka"][dice.below(4)]),
        2 if latin => ["Bebe", "Papi", "Chiquito", "Doll"][dice.below(4)].to_owned(),
        3 => format!("{start}{start}"),
        _ => start,
    }
}

/// How the child's names stand in the fields.
fn fields(dice: &mut Dice, by: &Writer, child: &Child, kinds: &mut Vec<&'static str>, asks: bool) -> Profile {
    let mut first = by.names(dice, &child.given);
    let mut others = Vec::new();
    if asks && dice.percent(6) {
        kinds.push("nickname");
        first = nickname(dice, &first);
    } else if dice.percent(8) {
        others.push(nickname(dice, &first));
    }
    let (father, grandfather) = (by.names(dice, &child.father), by.name(dice, &child.grandfather));
    let family = child.family.as_ref().map(|name| by.name(dice, name));
    let (mut middle, mut last) = match (is_chain(child.people), family) {
        (true, Some(family)) if dice.percent(35) => (father, format!("{grandfather} {family}")),
        (true, Some(family)) if dice.percent(40) => (father, family),
        (true, _) => (father, grandfather),
        (false, Some(family)) if child.people == "ur" && dice.percent(40) => (father, family),
        (false, Some(family)) => (String::new(), family),
        (false, None) if child.people == "my" => Default::default(),
        (false, None) => (String::new(), father),
    };
    if dice.percent(28) && !(middle.is_empty() && last.is_empty()) {
        kinds.push("missing-part");
        if middle.is_empty() || dice.percent(65) { last.clear() } else { middle.clear() }
    }
    if dice.percent(7) {
        kinds.push("compound");
        for field in [&mut first, &mut middle, &mut last] {
            *field = field.replace([' ', '-', '\''], "");
        }
    }
    let mut profile = Profile { first, middle, last, others, ..Profile::default() };
    if dice.percent(10) {
        kinds.push("order");
        let all = [profile.first.clone(), profile.middle.clone(), profile.last.clone()];
        let order: [usize; 3] = [[2, 0, 1], [0, 2, 1], [1, 0, 2], [0, 1, 2]][dice.below(4)];
        if dice.percent(60) {
            profile.first = order.iter().map(|at| all[*at].as_str()).collect::<Vec<_>>().join(" ");
            (profile.middle, profile.last) = (String::new(), String::new());
        } else {
            [profile.first, profile.middle, profile.last] = order.map(|at| all[at].clone());
            if profile.first.is_empty() {
                std::mem::swap(&mut profile.first, &mut profile.last);
            }
            if profile.first.is_empty() {
                std::mem::swap(&mut profile.first, &mut profile.middle);
            }
        }
    }
    for field in [&mut profile.first, &mut profile.middle, &mut profile.last] {
        *field = field.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    profile
}

/// A date told to the day, the month or the year.
fn told_to(dice: &mut Dice, day: i32) -> Option<Span> {
    let (year, month, date) = super::other::civil(day);
    match dice.below(10) {
        0..=2 => Span::day(year, month, date),
        3..=6 => Span::month(year, month),
        _ => Span::year(year),
    }
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
    profile.sex = Some(if dice.percent(2) {
        kinds.push("sex-wrong");
        if child.sex == Sex::Male { Sex::Female } else { Sex::Male }
    } else {
        child.sex
    });
    let day = child.separated + after;
    let mut years = ((day - child.born) as f64 / 365.2425).floor() as i32;
    profile.estimated = dice.percent(26);
    match dice.below(100) {
        0..=11 => {
            kinds.push("age-off");
            years += (1 + dice.below(2) as i32) * if dice.percent(50) { 1 } else { -1 };
        }
        12..=22 if profile.estimated => {
            years = [1, 3, 5, 7, 10, 12, 15, 17]
                .into_iter()
                .min_by_key(|round: &i32| (round - years).abs())
                .unwrap_or(years);
        }
        _ => {}
    }
    if dice.percent(88) {
        profile.age = Some(Age { years: years.clamp(0, 18), on: day });
    }
    if profile.age.is_none() && dice.percent(90) || dice.percent(22) {
        let (year, ..) = super::other::civil(child.born);
        profile.birth = if profile.estimated { Span::day(year, 1, 1) } else { told_to(dice, child.born) };
    }
    if dice.percent(90) {
        profile.languages.push(child.people.to_owned());
    }
    if dice.percent(88) {
        let home = SHARES.iter().find(|(code, ..)| *code == child.people).map_or("SD", |(_, _, home)| home);
        let country = if dice.percent(5) { SHARES[dice.below(SHARES.len())].2 } else { home };
        profile.nationalities.push(country.to_owned());
    }
    let code = |place: [u8; 3], levels: usize| -> Vec<String> {
        (1..=levels).map(|level| place[..level].iter().map(|n| format!("{n:02}")).collect::<String>()).collect()
    };
    let off = dice.percent(13);
    if off {
        kinds.push("place-off");
    }
    for mut at in [child.origin, child.last] {
        if off {
            at = if dice.percent(40) { [at[0], dice.below(6) as u8, dice.below(5) as u8] } else { place(dice) };
        }
        if dice.percent(90) {
            let levels = if dice.percent(80) { 3 } else { 1 + dice.below(2) };
            profile.places.push(code(at, levels));
        }
    }
    if dice.percent(85) {
        let off = if dice.percent(15) { dice.below(80) as i32 - 40 } else { 0 };
        profile.separated = told_to(dice, child.separated + off);
    }
    let kin = if dice.percent(8) { 15 } else { 82 };
    if dice.percent(kin) {
        let mut name =
            if dice.percent(50) { by.names(dice, &child.mother[..1]) } else { by.names(dice, &child.mother) };
        if dice.percent(5) && !child.siblings.is_empty() {
            name = format!("{} {}", if by.latin { "Um" } else { "أم" }, by.names(dice, &child.siblings[0].0));
        }
        profile.relatives.push(Relative { name, relation: Relation::Mother, sex: Some(Sex::Female) });
    }
    if dice.percent(kin) {
        let mut name = by.names(dice, &child.father);
        if child.people != "my" && dice.percent(60) {
            name = format!("{name} {}", by.name(dice, child.family.as_ref().unwrap_or(&child.grandfather)));
        }
        profile.relatives.push(Relative { name, relation: Relation::Father, sex: Some(Sex::Male) });
    }
    for (name, sex) in &child.siblings {
        if dice.percent(kin) {
            let name = by.names(dice, name);
            profile.relatives.push(Relative { name, relation: Relation::Sibling, sex: Some(*sex) });
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
        2 if !profile.last.is_empty() => &mut profile.last,
        3 | 4 if relatives > 0 => &mut profile.relatives[dice.below(relatives)].name,
        _ => &mut profile.first,
    };
    *name = if dice.percent(40) { misread(dice, name) } else { keys_of_a_phone(dice, name) };
}

fn asks(dice: &mut Dice, child: &Child) -> (Profile, Vec<&'static str>) {
    let by = Writer::new(dice);
    let mut kinds = Vec::new();
    let mut profile = fields(dice, &by, child, &mut kinds, true);
    let after = dice.below(900) as i32;
    facts(dice, &by, child, &mut profile, after, &mut kinds);
    if dice.percent(14) {
        kinds.push("typo");
        slip(dice, &mut profile);
    }
    let (relation, name, sex) = match dice.below(10) {
        0..=2 => (Relation::Mother, by.names(dice, &child.mother), Sex::Female),
        3..=5 => (Relation::Father, by.names(dice, &child.father), Sex::Male),
        6 if !child.siblings.is_empty() => {
            (Relation::Sibling, by.names(dice, &child.siblings[0].0), child.siblings[0].1)
        }
        7 => (Relation::Grandfather, by.name(dice, &child.grandfather), Sex::Male),
        8 => {
            let own = by.names(dice, &child.mother[..1]);
            (Relation::Uncle, format!("{own} {}", by.name(dice, &child.grandfather)), Sex::Male)
        }
        _ => (Relation::Aunt, by.names(dice, &child.mother[..1]), Sex::Female),
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
    let after = 20 + dice.below(700) as i32;
    facts(dice, &by, child, &mut profile, after, &mut Vec::new());
    if dice.percent(8) {
        slip(dice, &mut profile);
    }
    profile
}

/// So many children and requests of the fourth world.
pub fn set(seed: u64, children: usize, requests: usize) -> Set {
    let all = peoples();
    let shares: Vec<(&str, usize)> = SHARES.iter().map(|(code, share, _)| (*code, *share)).collect();
    let mut dice = Dice::new(seed);
    let truth: Vec<Child> = (0..children).map(|_| child(&mut dice, &all, &shares)).collect();
    let written: Vec<Profile> = truth.iter().map(|child| registered(&mut dice, child)).collect();
    let mut asked = Vec::new();
    for _ in 0..requests {
        let at = dice.below(children);
        let model = &truth[at];
        let (sought, what) = match dice.below(100) {
            0..=59 => (model.clone(), None),
            60..=74 => (child(&mut dice, &all, &shares), Some("none-random")),
            // The same given and father's name, of another age or elsewhere.
            75..=95 => {
                let mut other = child(&mut dice, &all, &shares);
                while other.people != model.people {
                    other = child(&mut dice, &all, &shares);
                }
                (other.sex, other.given, other.father) = (model.sex, model.given.clone(), model.father.clone());
                if dice.percent(45) {
                    other.family.clone_from(&model.family);
                }
                if dice.percent(45) {
                    (other.origin, other.last) = (model.origin, model.last);
                    other.born =
                        model.born + (if dice.percent(50) { 1 } else { -1 }) * (1_100 + dice.below(1_500) as i32);
                } else if dice.percent(40) {
                    other.born = model.born + dice.below(300) as i32;
                }
                (other, Some("none-hard"))
            }
            _ => {
                let mut other = model.clone();
                other.sex = if dice.percent(50) { Sex::Male } else { Sex::Female };
                for _ in 0..50 {
                    other.given = given(&mut dice, &all[model.people], other.sex, model.people);
                    if other.given != model.given && model.siblings.iter().all(|(name, _)| *name != other.given) {
                        break;
                    }
                }
                other.siblings.push((model.given.clone(), model.sex));
                other.born += (500 + dice.below(2_000) as i32) * if dice.percent(50) { 1 } else { -1 };
                (other, Some("none-sibling"))
            }
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
