//! Invented children, in the shape of DOMAIN.md 13: for the bench, for stress, and for tests that need many.
//!
//! Every name is put together from lists below; nobody is meant. The same number gives the same child in every run. Mean age, share
//! of boys, of children alone, of estimated ages, missing surnames and second spellings follow the published review of real systems.

use crate::dice::Dice;
use amparo_model::date::{PartialDate, add_days};
use amparo_model::ids::{AgencyId, PersonId, PlaceId};
use amparo_model::value::{Document, RowId, Value, YesNo};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

/// The day on which all of them are registered at the latest.
pub const TODAY: Date = date(2026, 11, 20);

/// What stands around a child.
#[derive(Debug, Clone)]
pub struct World {
    /// Who registers.
    pub caseworker: PersonId,
    /// Their agency.
    pub agency: AgencyId,
    /// Places to live in; may be empty.
    pub places: Vec<PlaceId>,
}

/// First names with a second script, boys' and girls' after each other.
struct People {
    boys: &'static [(&'static str, &'static str)],
    girls: &'static [(&'static str, &'static str)],
    surnames: &'static [(&'static str, &'static str)],
    language: &'static str,
    country: &'static str,
}

const PEOPLES: &[People] = &[
    People {
        boys: &[
            ("Ahmad", "أحمد"),
            ("Yousef", "يوسف"),
            ("Omar", "عمر"),
            ("Karim", "كريم"),
            ("Hassan", "حسن"),
            ("Bilal", "بلال"),
            ("Samir", "سمير"),
            ("Tariq", "طارق"),
            ("Mustafa", "مصطفى"),
            ("Abd al-Rahman", "عبد الرحمن"),
        ],
        girls: &[
            ("Nour", "نور"),
            ("Fatima", "فاطمة"),
            ("Layla", "ليلى"),
            ("Mariam", "مريم"),
            ("Zahra", "زهراء"),
            ("Hiba", "هبة"),
            ("Salma", "سلمى"),
            ("Rahaf", "رهف"),
            ("Amal", "أمل"),
            ("Khadija", "خديجة"),
        ],
        surnames: &[
            ("al-Nahri", "النهري"),
            ("Darwazi", "دروازي"),
            ("Sahrawi", "صحراوي"),
            ("Qamari", "قمري"),
            ("Wadi", "وادي"),
            ("Bustani", "بستاني"),
            ("Jabali", "جبلي"),
            ("Mawji", "موجي"),
            ("Sindiyani", "سندياني"),
        ],
        language: "ar",
        country: "sy",
    },
    People {
        boys: &[
            ("Bohdan", "Богдан"),
            ("Taras", "Тарас"),
            ("Maksym", "Максим"),
            ("Oleh", "Олег"),
            ("Danylo", "Данило"),
            ("Yaroslav", "Ярослав"),
            ("Mykola", "Микола"),
        ],
        girls: &[
            ("Oksana", "Оксана"),
            ("Daryna", "Дарина"),
            ("Iryna", "Ірина"),
            ("Solomiia", "Соломія"),
            ("Kateryna", "Катерина"),
            ("Zlata", "Злата"),
            ("Halyna", "Галина"),
        ],
        surnames: &[
            ("Richkovenko", "Річковенко"),
            ("Polyovyk", "Польовик"),
            ("Horobchuk", "Горобчук"),
            ("Yavorska", "Яворська"),
            ("Zirchenko", "Зірченко"),
            ("Sonyashnyk", "Соняшник"),
        ],
        language: "uk",
        country: "ua",
    },
    People {
        boys: &[
            ("Aung Min", "အောင်မင်း"),
            ("Kyaw Zin", "ကျော်ဇင်"),
            ("Thura", "သူရ"),
            ("Zaw Htet", "ဇော်ထက်"),
            ("Min Khant", "မင်းခန့်"),
        ],
        girls: &[("Thiri", "သီရိ"), ("Hla Hla", "လှလှ"), ("Su Myat", "စုမြတ်"), ("May Thu", "မေသူ"), ("Ei Phyu", "အိဖြူ")],
        surnames: &[("", "")],
        language: "my",
        country: "mm",
    },
    People {
        boys: &[("Rafiq", "রফিক"), ("Jahangir", "জাহাঙ্গীর"), ("Anik", "অনিক"), ("Shuvo", "শুভ"), ("Tanvir", "তানভীর")],
        girls: &[("Rokeya", "রোকেয়া"), ("Moushumi", "মৌসুমী"), ("Nasrin", "নাসরিন"), ("Shapla", "শাপলা"), ("Tania", "তানিয়া")],
        surnames: &[("Nodipar", "নদীপাড়"), ("Mia", "মিয়া"), ("Khatun", "খাতুন"), ("Sarkar", "সরকার")],
        language: "bn",
        country: "bd",
    },
    People {
        boys: &[("Dawit", "ዳዊት"), ("Yonas", "ዮናስ"), ("Abel", "አቤል"), ("Kidane", "ኪዳነ"), ("Getachew", "ጌታቸው")],
        girls: &[("Selam", "ሰላም"), ("Hiwot", "ሕይወት"), ("Marta", "ማርታ"), ("Tsehay", "ፀሐይ"), ("Bethlehem", "ቤተልሔም")],
        surnames: &[("Tesfaye", "ተስፋዬ"), ("Berhanu", "ብርሃኑ"), ("Wolde", "ወልደ"), ("Haile", "ኃይለ")],
        language: "am",
        country: "et",
    },
    People {
        boys: &[
            ("Emeka", ""),
            ("Chidi", ""),
            ("Ibrahim", ""),
            ("Musa", ""),
            ("José", ""),
            ("Tomás", ""),
            ("Mateo", ""),
            ("Jean-Baptiste", ""),
        ],
        girls: &[
            ("Ngozi", ""),
            ("Amina", ""),
            ("Hauwa", ""),
            ("Lucía", ""),
            ("Valentina", ""),
            ("Esperanza", ""),
            ("Aïssata", ""),
            ("Clémence", ""),
        ],
        surnames: &[
            ("Okafor-Riverside", ""),
            ("Del Valle Ñandú", ""),
            ("Traoré", ""),
            ("Nwachukwu", ""),
            ("Peñaloza", ""),
            ("Diallo", ""),
            ("Mbeki-Stone", ""),
        ],
        language: "fr",
        country: "ng",
    },
];

const CONCERNS: &[(&str, usize)] = &[
    ("neglect", 43),
    ("hazardous_labour", 18),
    ("physical_violence", 12),
    ("emotional_violence", 9),
    ("out_of_school", 8),
    ("no_documents", 5),
    ("psychological_distress", 3),
    ("extreme_poverty", 2),
];
const SOURCES: &[&str] =
    &["family", "community_member", "school", "health", "police", "ngo", "hotline", "outreach_by_us"];
const CARE: &[(&str, usize)] = &[
    ("parents_both", 38),
    ("one_parent", 28),
    ("kinship_relative", 18),
    ("adult_sibling", 6),
    ("foster_family", 5),
    ("unrelated_informal", 5),
];
const DISPLACEMENT: &[(&str, usize)] =
    &[("refugee", 48), ("idp", 27), ("host_resident", 18), ("asylum_seeker", 5), ("stateless", 2)];
const TALES: &[&str] = &[
    "The family came from the hills after the floods and lives with relatives near the market. The child goes to the morning shift of \
     the learning centre on most days.",
    "A neighbour told the volunteer that the child carries water and firewood before dawn and has not been at school since spring.",
    "تعيش الأسرة في غرفة واحدة قرب السوق، ويقول الطفل إنه يخاف من الطريق بعد الغروب. تحدثنا مع الجدة في اليوم نفسه.",
    "La tante accepte d’accueillir l’enfant jusqu’à la fin de la saison ; elle demande de l’aide pour la nourriture et les fournitures.",
    "La maestra avisó que el niño llega sin comer y se duerme en clase; la familia dice que perdió el trabajo en el puerto.",
    "ကလေးသည် အဘွားနှင့်အတူ မြစ်ကမ်းနားတွင် နေထိုင်သည်။ ကျောင်းပြန်တက်လိုကြောင်း ပြောပြခဲ့သည်။",
    "Дитина живе з тіткою у двох кімнатах біля вокзалу. Каже, що найбільше бракує старшого брата і школи.",
];

fn weighted(dice: &mut Dice, of: &[(&'static str, usize)]) -> &'static str {
    let mut at = dice.below(of.iter().map(|(_, weight)| weight).sum());
    for (word, weight) in of {
        if at < *weight {
            return word;
        }
        at -= weight;
    }
    of[0].0 // not reached: the weights add up to the limit above
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}
fn choice(option: &str) -> Value {
    Value::Choice(option.to_owned())
}
fn choices(options: &[&str]) -> Value {
    Value::Choices(options.iter().map(|option| (*option).to_owned()).collect::<BTreeSet<_>>())
}
fn day(of: Date) -> Value {
    Value::Date(PartialDate::day(of.year(), of.month(), of.day()).unwrap_or_else(|_| unreachable!("a calendar day")))
}
fn yes_or_no(yes: bool) -> Value {
    Value::YesNo(if yes { YesNo::Yes } else { YesNo::No })
}

/// One word less careful: a second spelling.
fn respelled(name: &str) -> String {
    name.replace("ou", "u").replace("kh", "h").replace('y', "i").replace("ee", "i").replace("ph", "f")
}

/// The names of a child.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// First name, Latin letters.
    pub first: String,
    /// Surname, Latin letters; empty where somebody has none.
    pub last: String,
    /// Both in their own script; empty where that is Latin.
    pub script2: String,
}

/// What a child is called: a part of [`child`] that tests look for.
#[must_use]
pub fn named(number: u64) -> Named {
    let mut dice = Dice::new(number ^ 0x00c0_ffee);
    // One in twenty is somebody registered before, spelled by somebody else; one in nine has a brother or sister just before.
    let double = number > 20 && dice.percent(5);
    let sibling = number % 9 == 8;
    let family = Dice::new(
        if double {
            number - 13
        } else if sibling {
            number - 1
        } else {
            number
        } ^ 0x0fa3_117e,
    )
    .bits();
    let mut family = Dice::new(family);
    let people = family.one(PEOPLES);
    let surname = family.one(people.surnames);
    let mut own = Dice::new(if double { number - 13 } else { number } ^ 0x5eed);
    let first = own.one(if is_boy(number) { people.boys } else { people.girls });
    let last = if own.percent(10) { ("", "") } else { *surname };
    let script2 = [first.1, last.1].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Named { first: if double { respelled(first.0) } else { first.0.to_owned() }, last: last.0.to_owned(), script2 }
}

fn is_boy(number: u64) -> bool {
    Dice::new(number ^ 0xb0b0).percent(56)
}

/// Whether a child has a photo: every fifth.
#[must_use]
pub fn has_photo(number: u64) -> bool {
    number % 5 == 2
}

/// A child's complete consent (F1) and registration (F2), without the photo.
#[must_use]
pub fn child(number: u64, world: &World) -> Document {
    let mut dice = Dice::new(number ^ 0xca5e_10ad);
    let mut document = Document::default();
    let identified = add_days(TODAY, -1 - i64::try_from(dice.below(700)).unwrap_or(0));
    let registered = add_days(identified, i64::try_from(dice.below(6)).unwrap_or(0)).min(TODAY);
    consent(&mut document, &mut dice, registered, number);
    who(&mut document, &mut dice, registered, number);
    living(&mut document, &mut dice, world, number);
    family(&mut document, &mut dice, number);
    let mut set = |field: &str, value| document.set(field, value);
    set("date_identified", day(identified));
    set("date_registered", day(registered));
    set("id_source", choice(dice.one::<&str>(SOURCES)));
    set("source_note", text(dice.one::<&str>(TALES)));
    set("caseworker", Value::Person(world.caseworker));
    set("agency", Value::Agency(world.agency));
    let alone = dice.percent(19);
    let main = weighted(&mut dice, CONCERNS);
    let concerns: Vec<&str> =
        [main, if alone { "unaccompanied" } else { "extreme_poverty" }, "out_of_school"].into_iter().collect();
    set("concerns", choices(&concerns));
    set("concern_primary", choice(main));
    set("situation", text(&[*dice.one(TALES), *dice.one(TALES), *dice.one(TALES)].join("\n")));
    set("needs_tracing", yes_or_no(alone));
    let level = *dice.one(&["high", "medium", "medium", "low", "low", "low"]);
    set("risk_level", choice(level));
    set("risk_reason", text(dice.one::<&str>(TALES)));
    let urgent = level == "high";
    set("urgent_any", yes_or_no(urgent));
    if urgent {
        let row = document.rows.entry("urgent".to_owned()).or_default().push(RowId::from_random(dice.bytes()));
        row.insert("category".to_owned(), choice("safety"));
        row.insert("need_why".to_owned(), text(dice.one::<&str>(TALES)));
        row.insert("done_on".to_owned(), day(registered));
    }
    document
}

fn consent(document: &mut Document, dice: &mut Dice, on: Date, number: u64) {
    let mut set = |field: &str, value| document.set(field, value);
    set("form_date", day(on));
    set("legal_basis", choice("consent"));
    set("consent_from", choices(&["one_caregiver"]));
    set("assent_from", choices(&["child"]));
    for field in
        ["ok_services", "ok_store", "ok_share_services", "ok_report", "ok_tracing", "mandatory_reporting_explained"]
    {
        set(field, yes_or_no(true));
    }
    for field in ["ok_share_authorities", "ok_contact_after", "interpreter"] {
        set(field, yes_or_no(dice.percent(50)));
    }
    set("ok_photo", yes_or_no(has_photo(number)));
    let withhold = dice.percent(20);
    set("withhold_any", yes_or_no(withhold));
    if withhold {
        set("withhold_what", text(dice.one::<&str>(TALES)));
        set("withhold_reason", choices(&["fear_of_harm"]));
    }
    set("contact_safe_how", text("Ask for the cousin at the tea stall; never call after dark."));
}

fn who(document: &mut Document, dice: &mut Dice, on: Date, number: u64) {
    let names = named(number);
    let mut set = |field: &str, value| document.set(field, value);
    set("name_first", text(&names.first));
    set("name_last", if names.last.is_empty() { choice("has_none") } else { text(&names.last) });
    if !names.script2.is_empty() {
        set("name_script2", text(&names.script2));
    }
    if dice.percent(15) {
        set("name_other", text(&respelled(&names.first)));
    }
    // Ages lie around 11.5: the mean of two throws from 2 to 17 and a little.
    let age = 2 + i64::try_from(dice.below(16) + dice.below(5)).unwrap_or(0).min(15);
    let estimated = dice.percent(25);
    set("age_estimated", yes_or_no(estimated));
    set("age", Value::Number(age));
    if !estimated {
        let born = add_days(on, -(age * 365 + age / 4 + 100));
        let age = PartialDate::day(born.year(), born.month(), born.day()).ok().and_then(|born| born.age_on(TODAY));
        set("dob", day(born));
        set("age", Value::Number(age.unwrap_or(0)));
    }
    set(
        "sex",
        choice(if dice.percent(1) {
            "not_said"
        } else if is_boy(number) {
            "male"
        } else {
            "female"
        }),
    );
    let people = Dice::new(number).one(PEOPLES).clone_tags();
    set("languages", choices(&[people.0, "en"]));
    set("nationality", choices(&[people.1]));
    set("displacement", choice(weighted(dice, DISPLACEMENT)));
    set("marital", choice("not_married"));
    set("birth_registration", choice(dice.one::<&str>(&["registered", "not_registered", "unknown"])));
    // Dates in other calendars and days that no calendar has stand in notes, as people write them.
    let marks = if dice.percent(3) {
        "Card says born 31/02/2015."
    } else {
        "Small scar over the left eye; born 12 Safar 1436 by the card."
    };
    set("distinguishing_marks", text(marks));
    set("has_id", yes_or_no(dice.percent(60)));
    if document.get("has_id") == Some(&Value::YesNo(YesNo::Yes)) {
        let row = document.rows.entry("ids".to_owned()).or_default().push(RowId::from_random(dice.bytes()));
        row.insert("type".to_owned(), choice("ration_card"));
        row.insert("number".to_owned(), text(&format!("RC-{:07}", number * 37 % 9_999_991)));
    }
}

impl People {
    fn clone_tags(&self) -> (&'static str, &'static str) {
        (self.language, self.country)
    }
}

fn living(document: &mut Document, dice: &mut Dice, world: &World, number: u64) {
    let place = if world.places.is_empty() { choice("unknown") } else { Value::Place(*dice.one(&world.places)) };
    let care = weighted(dice, CARE);
    let mut set = |field: &str, value| document.set(field, value);
    set("care_type", choice(care));
    set("care_note", text(dice.one::<&str>(TALES)));
    set("address", text(&format!("Block {}, lane {}, the blue door by the old water tower", number % 40, number % 17)));
    set("landmark", text("Behind the learning centre, شارع النهر"));
    set("loc_current", place);
    set("phone", text(&format!("+999 7{:02} {:03} {:03}", number / 9 % 100, number / 9 % 997, number / 9 % 991)));
    set("safe_to_call", yes_or_no(true));
    set("contact_how", text("Through the volunteer of the block"));
    set("area", choice("camp_or_site"));
    if !["parents_both", "one_parent"].contains(&care) {
        let of = named(number + 1_000_000);
        set("caregiver_name_first", text(&of.first));
        set("caregiver_name_script2", text(&of.script2));
        set("caregiver_age", Value::Number(25 + i64::try_from(dice.below(45)).unwrap_or(0)));
        set("caregiver_sex", choice("female"));
        set("caregiver_related", yes_or_no(true));
        set("caregiver_relation", choice("aunt"));
        set("caregiver_willing", yes_or_no(true));
        set("caregiver_address", text("The same house, upper floor"));
    }
}

fn family(document: &mut Document, dice: &mut Dice, number: u64) {
    let (mother, father) = (named(number + 2_000_000), named(number + 3_000_000));
    let mut set = |field: &str, value| document.set(field, value);
    set("mother_name_first", text(&mother.first));
    set("mother_alive", choice(dice.one::<&str>(&["yes", "yes", "no", "unknown"])));
    set("father_name_first", text(&father.first));
    set("father_alive", choice(dice.one::<&str>(&["yes", "no", "unknown"])));
    set("adults", Value::Number(2));
    set("children", Value::Number(4));
    for at in 0..3_u64 {
        let row = document.rows.entry("members".to_owned()).or_default().push(RowId::from_random(dice.bytes()));
        let name = named(number + 4_000_000 + at);
        row.insert("name".to_owned(), text(&format!("{} {}", name.first, name.last)));
        row.insert("age".to_owned(), Value::Number(i64::try_from(dice.below(60)).unwrap_or(0)));
        row.insert("sex".to_owned(), choice("female"));
        row.insert("relation".to_owned(), choice(dice.one::<&str>(&["sister", "brother", "cousin", "grandmother"])));
        row.insert("lives_here".to_owned(), yes_or_no(true));
    }
}

/// A picture nobody is on: a few coloured fields, as a camera would write it.
#[must_use]
pub fn photo(number: u64) -> Vec<u8> {
    let mut dice = Dice::new(number ^ 0xfade);
    let colours: Vec<[u8; 3]> = (0..48).map(|_| dice.bytes()).collect();
    let picture = image::RgbImage::from_fn(480, 600, |x, y| {
        let [r, g, b] = colours[((x / 80) + 6 * (y / 75)) as usize % colours.len()];
        let shade = ((x * 7 + y * 3) % 32) as u8;
        image::Rgb([r.saturating_add(shade), g.saturating_sub(shade), b])
    });
    let mut jpeg = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 80);
    if picture.write_with_encoder(encoder).is_err() {
        unreachable!("writing a picture into memory")
    }
    jpeg
}

/// A list of invented places, as offices import them.
#[must_use]
pub fn places_csv() -> String {
    let mut csv = String::from("Country,Country code,District,District (ar),District code,Town,Town (ar),Town code\n");
    csv.push_str(
        "#country+name,#country+code,#adm1+name,#adm1+name+ar-lb,#adm1+code,#adm2+name,#adm2+name+ar-lb,#adm2+code\n",
    );
    let towns = [
        ("River Bend", "منعطف النهر"),
        ("Old Mill", "المطحنة القديمة"),
        ("Cedar Hill", "تل الأرز"),
        ("Salt Gate", "باب الملح"),
        ("Two Wells", "البئران"),
    ];
    for (at, (district, arabic)) in
        [("North Bank", "الضفة الشمالية"), ("South Bank", "الضفة الجنوبية"), ("The Plain", "السهل")].iter().enumerate()
    {
        for (town, (name, in_arabic)) in towns.iter().enumerate() {
            csv.push_str(&format!(
                "Rivermark,RM,{district},{arabic},RM{at:02},{name} {at},{in_arabic} {at},RM{at:02}{town:02}\n"
            ));
        }
    }
    csv
}
