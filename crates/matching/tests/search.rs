//! What a person finds by typing: name parts in any script, codes, phones, identity numbers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use amparo_matching::{Entry, Hit, Query, QueryKind, Score, SearchText};

fn child(names: &[&str]) -> SearchText {
    let mut entry = Entry::new();
    for name in names {
        entry.name(name);
    }
    entry.code("KRK-26-00012-X").phone("+964 771 234 5678").phone("0780 555 0199").id("A-7781 20/B").search_text()
}

fn ask(record: &SearchText, question: &str) -> Option<Score> {
    record.matches(&Query::parse(question))
}

fn hit(record: &SearchText, question: &str) -> Option<Hit> {
    ask(record, question).map(|score| score.weakest)
}

#[test]
fn any_part_of_a_name_is_found_in_its_own_script() {
    for (name, questions) in [
        ("Lucía Pérez Ñaupa", vec!["perez", "lucia", "NAUPA", "lu", "n", "per lu", "aup"]),
        ("محمد علي الحسن", vec!["محمد", "على", "حسن", "الحسن", "مُحمّد", "حس", "الحسن محمد"]),
        ("Андрій Шевченко", vec!["андрій", "шев", "ченко", "АН"]),
        ("ሰላማዊት ተስፋዬ", vec!["ሰላማዊት", "ተስ", "ሠላማዊት"]),
        ("မောင်အောင်ဇော်", vec!["မောင်", "အောင်", "ဇော်"]),
        ("রহিমা খাতুন", vec!["রহিমা", "খা", "খাতুন"]),
        ("王伟明", vec!["王", "伟明", "明"]),
        ("김민서", vec!["김", "김민", "김민서"]),
    ] {
        let record = child(&[name]);
        for question in questions {
            let score = ask(&record, question);
            assert!(score.is_some_and(|s| !s.sounds_like()), "{question} in {name}: {score:?}");
        }
    }
}

#[test]
fn a_name_in_one_script_is_found_by_its_spelling_in_the_other() {
    for (written, questions) in [
        ("محمد يوسف", vec!["Mohammed", "Muhammad", "Mhd", "Mohamed Yusuf", "youssouf", "Moham"]),
        ("Mohammed Yousef", vec!["محمد", "يوسف", "محمد يوسف"]),
        ("خديجة", vec!["Khadija", "Hadidja"]),
        ("Aicha", vec!["عائشة", "Aisha", "Ayesha"]),
        ("عبد الرحمن", vec!["Abdurrahman", "Abdul Rahman", "abd al-rahman", "Abdelrahman", "rahman"]),
        ("Abdurrahman", vec!["عبد الرحمن", "عبدالرحمن"]),
        ("أبو بكر", vec!["Aboubacar", "Abu Bakr", "bakr"]),
        ("Іван", vec!["Ivan"]),
        ("Шевченко", vec!["Shevchenko", "Schewtschenko", "Chevtchenko", "Szewczenko"]),
        ("ሰላማዊት ተስፋዬ", vec!["Selamawit", "Tesfaye"]),
        ("Tesfaye", vec!["ተስፋዬ"]),
        ("রহিমা খাতুন", vec!["Rahima", "Khatun"]),
        ("Khatun", vec!["খাতুন"]),
        ("अनिता तामाङ", vec!["Anita", "Tamang"]),
        ("Δημήτρης", vec!["Dimitris"]),
        ("Հովհաննես", vec!["Hovhannes"]),
        ("თამარი", vec!["Tamari"]),
        ("سيلفا", vec!["Silva"]),
        ("چنار", vec!["Çinar", "Chinar"]),
    ] {
        let record = child(&[written]);
        for question in questions {
            let score = ask(&record, question);
            assert!(score.is_some_and(|s| s.sounds_like()), "{question} in {written}: {score:?}");
        }
    }
}

#[test]
fn compounds_are_found_however_they_are_joined() {
    for (written, question) in [
        ("Abd al-Rahman Saleh", "abdalrahman"),
        ("عبد الرحمن", "عبدالرحمن"),
        ("عبدالرحمن", "عبد الرحمن"),
        ("Abubakr", "abu bakr"),
        ("Abu Bakr", "abubakr"),
        ("El-Hassan", "elhassan"),
        ("Alhassan", "al hassan"),
        ("Sidi ould Ahmed", "sidi ahmed"),
        ("Sidi Ahmed", "sidi ould ahmed"),
        ("Salim", "bin salim"),
    ] {
        let score = ask(&child(&[written]), question);
        assert!(score.is_some_and(|s| !s.sounds_like()), "{question} in {written}: {score:?}");
    }
}

#[test]
fn one_or_two_letters_find_only_the_start_of_a_part() {
    let record = child(&["Lucía Pérez"]);
    assert_eq!(hit(&record, "pe"), Some(Hit::Start));
    assert_eq!(hit(&record, "uc"), None);
    assert_eq!(hit(&record, "re"), None);
    assert_eq!(hit(&record, "uci"), Some(Hit::Inside));
}

#[test]
fn every_word_must_be_found() {
    let record = child(&["Lucía Pérez"]);
    assert!(ask(&record, "lucia gomez").is_none());
    assert!(ask(&record, "gomez lucia").is_none());
    assert!(ask(&record, "pérez, lucía").is_some());
}

#[test]
fn words_that_only_lean_are_asked_for_when_they_stand_alone() {
    assert!(ask(&child(&["Ould Sidi"]), "ould").is_some());
    assert!(ask(&child(&["Sidi"]), "ould").is_none());
}

#[test]
fn a_whole_part_goes_before_a_start_before_an_inside_before_a_sound() {
    let order = ["Karim", "Karima", "Abukarim", "كريم"];
    let scores: Vec<Score> = order.iter().map(|name| ask(&child(&[name]), "karim").unwrap()).collect();
    assert!(scores.is_sorted_by(|better, worse| better > worse), "{scores:?}");
    assert_eq!(scores.iter().map(Score::sounds_like).collect::<Vec<_>>(), [false, false, false, true]);
    let both = ask(&child(&["Karim Saleh"]), "karim saleh").unwrap();
    assert!(both > ask(&child(&["Karim Salehi"]), "karim saleh").unwrap());
}

#[test]
fn a_code_is_found_with_and_without_separators_and_by_its_number() {
    let record = child(&["Lucía"]);
    assert_eq!(Query::parse("KRK-26-00012-X").kind(), QueryKind::Code);
    for question in
        ["KRK-26-00012-X", "krk2600012x", "krk 26 00012", "26-00012", "00012", "12", "krk", "٢٦-٠٠٠١٢", "lucia 00012"]
    {
        assert!(ask(&record, question).is_some_and(|s| !s.sounds_like()), "{question}");
    }
    for question in ["KRK-26-00013-X", "13", "1", "26", "lucia 99"] {
        assert!(ask(&record, question).is_none(), "{question}");
    }
}

#[test]
fn a_phone_is_found_by_its_last_digits_and_with_or_without_the_country_code() {
    let record = child(&["Lucía"]);
    for question in [
        "5678",
        "771 234",
        "0771 234 5678",
        "+964 771 234 5678",
        "00964-771-2345678",
        "٥٦٧٨",
        "+964 780 555 0199",
        "lucia 5678",
    ] {
        assert!(ask(&record, question).is_some(), "{question}");
    }
    assert_eq!(hit(&record, "5678"), Some(Hit::Start));
    for question in ["567", "9999", "+964 771 234 5679"] {
        assert!(ask(&record, question).is_none(), "{question}");
    }
}

#[test]
fn an_identity_number_is_found_with_and_without_dashes_and_spaces() {
    let record = child(&["Lucía"]);
    for question in ["A-7781 20/B", "a778120b", "778120", "7781-20"] {
        assert!(ask(&record, question).is_some(), "{question}");
    }
}

#[test]
fn an_empty_question_finds_nothing_and_says_so() {
    for question in ["", "  ", "-", "ـ"] {
        assert!(Query::parse(question).is_empty());
        assert!(ask(&child(&["Lucía"]), question).is_none());
    }
}

#[test]
fn a_name_is_not_found_across_two_parts_or_two_records_worth_of_text() {
    let record = child(&["Anna Bella", "Carla"]);
    assert!(ask(&record, "annabella").is_none_or(|s| s.sounds_like()));
    assert!(ask(&record, "bellacarla").is_none_or(|s| s.sounds_like()));
}

#[test]
fn nothing_of_a_name_is_shown_when_printed_for_the_log() {
    let record = child(&["Lucía"]);
    let printed = format!("{record:?} {:?}", Query::parse("Lucía"));
    assert!(!printed.to_lowercase().contains("luc"));
}
