//! Words that stand with a name and are none: titles and words of respect, left out; last halves, put together with what they lean on.

use crate::fold::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What stands before a name out of respect, folded.
const TITLES: &[&str] = &[
    "haj",
    "hajj",
    "haji",
    "hajji",
    "الحاج",
    "حاج",
    "حاجي",
    "mr",
    "mrs",
    "dr",
    "mst",
    "mosammat",
    "bibi",
    "بیبی",
    "ato",
    "woizero",
    "አቶ",
];

/// The same, where it is a name or part of one elsewhere: left out only in front.
const TITLES_IN_FRONT: &[&str] = &[
    // Arabic, Persian, Kurdish, Somali, West African: learned, noble, been to Mecca
    "sheikh",
    "shaikh",
    "sheik",
    "cheikh",
    "sheekh",
    "shaykh",
    "scheich",
    "seikh",
    "sayyid",
    "sayid",
    "sayed",
    "syed",
    "seyyed",
    "seyed",
    "ustaz",
    "ustad",
    "ustadh",
    "oustaz",
    "mullah",
    "mulla",
    "molla",
    "mela",
    "maulvi",
    "moulvi",
    "molvi",
    "mawlawi",
    "maulana",
    "moulana",
    "mawlana",
    "hajja",
    "hajjah",
    "hadja",
    "hajia",
    "hadj",
    "hadji",
    "alhaji",
    "alhaj",
    "elhadj",
    "elhaj",
    "hazi",
    "imam",
    "malam",
    "mallam",
    "sitt",
    "kak",
    "marwo",
    "شيخ",
    "سيد",
    "سيده",
    "استاذ",
    "دكتور",
    "حاجه",
    "ست",
    "ملا",
    "مولوي",
    "كاك",
    "مهلا",
    "استاد",
    // Bengali, Hindi, Nepali
    "shri",
    "shree",
    "smt",
    "shrimati",
    "mosammot",
    "হাজী",
    "মৌলভী",
    "মোসাম্মৎ",
    "মোছাম্মৎ",
    "श्री",
    "श्रीमती",
    // Ethiopian and Eritrean, Ukrainian, Spanish and Portuguese, Swahili, Khmer, Thai, Lao
    "weyzero",
    "aboy",
    "ወይዘሮ",
    "ኣቦይ",
    "pan",
    "pani",
    "пан",
    "пани",
    "don",
    "dona",
    "bwana",
    "mzee",
    "mme",
    "mlle",
    "miss",
    "nai",
    "thiru",
    "selvi",
    "kru",
    "bay",
    "bey",
    "hanim",
    "agha",
    "mirza",
    "batono",
    "kalbatono",
    "ბატონი",
    "ქალბატონი",
    "திரு",
    "செல்வி",
    "ms",
    "lok",
    "លោក",
    "นาย",
    "นาง",
    "นางสาว",
    "เด็กชาย",
    "เด็กหญิง",
    "ທ້າວ",
    "ນາງ",
];

/// Last halves of names that are none alone: of Allah, of the faith. Written apart, with an article, or in one with what is before.
const HALVES: &[&str] = &[
    "allah",
    "alla",
    "ullah",
    "ulla",
    "ollah",
    "olla",
    "oullah",
    "oulah",
    "din",
    "deen",
    "dine",
    "dien",
    "eddin",
    "eddine",
    "uddin",
    "uddeen",
    "udin",
    "aldin",
    "ouddine",
    "الله",
    "اللہ",
    "الدين",
    "উল্লাহ",
    "উদ্দিন",
    "উদ্দীন",
];

/// All of a list, folded: some letters are written in several ways.
fn folded(list: &[&str]) -> HashSet<String> {
    list.iter().map(|word| fold(word).replace(' ', "")).collect()
}

static RESPECT: LazyLock<[HashSet<String>; 3]> =
    LazyLock::new(|| [folded(TITLES), folded(TITLES_IN_FRONT), folded(HALVES)]);

/// Words of respect, wherever they stand.
pub(super) fn titles() -> &'static HashSet<String> {
    &RESPECT[0]
}

/// Words of respect, in front only.
pub(super) fn titles_in_front() -> &'static HashSet<String> {
    &RESPECT[1]
}

/// Last halves of names.
pub(super) fn halves() -> &'static HashSet<String> {
    &RESPECT[2]
}
