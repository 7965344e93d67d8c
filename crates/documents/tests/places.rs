//! Place lists as an administrator brings them: good ones, ones with gaps, and ones that must be refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr)]

use amparo_documents::places::{Finding, FindingKind, MOST_BYTES, PlaceList, PlaceRow, PlacesError, read_places};
use std::ops::ControlFlow;

const SMALL: &str = "\
no,village en,village ar,village code,town en,town ar,town code,land,land ar,land code
,#adm2+name,#adm2+name+ar-lb,#adm2+code,#adm1+name,#adm1+name+ar-lb,#adm1+code,#country+name,#country+name+ar-lb,#country+code
1,Low Well,البئر,XA0101,East,شرق,XA01,Xanadu,زانادو,XA
2,\"Hill, Upper\",التل,XA0201,West,غرب,XA02,Xanadu,زانادو,XA
3,Mill,الطاحون,XA0102,East again,شرق,XA01,Xanadu,زانادو,XA
";

fn read(text: &str) -> Result<PlaceList, PlacesError> {
    read_bytes(text.as_bytes())
}

fn read_bytes(bytes: &[u8]) -> Result<PlaceList, PlacesError> {
    read_places(bytes, &mut |_, _| ControlFlow::Continue(()))
}

fn codes(list: &PlaceList) -> Vec<&str> {
    list.places.iter().map(|place| place.code.as_str()).collect()
}

fn place<'a>(list: &'a PlaceList, code: &str) -> &'a PlaceRow {
    list.places.iter().find(|place| place.code == code).unwrap()
}

fn finding(kind: FindingKind, line: usize, tag: &str) -> Finding {
    Finding { kind, line, tag: tag.to_owned() }
}

#[test]
fn a_small_list_becomes_a_tree_with_names_in_two_languages() {
    let list = read(SMALL).unwrap();
    assert_eq!(list.findings, []);
    assert_eq!(codes(&list), ["XA", "XA01", "XA0101", "XA0102", "XA02", "XA0201"]);
    let village = place(&list, "XA0201");
    assert_eq!((village.level, village.parent_code.as_deref(), village.kind.as_str()), (2, Some("XA02"), "district"));
    assert_eq!(village.names.get("en").unwrap(), "Hill, Upper");
    assert_eq!(village.names.get("ar").unwrap(), "التل");
    let land = place(&list, "XA");
    assert_eq!((land.level, land.parent_code.as_deref(), land.kind.as_str()), (0, None, "country"));
}

#[test]
fn the_first_row_with_a_code_tells_the_place() {
    assert_eq!(place(&read(SMALL).unwrap(), "XA01").names.get("en").unwrap(), "East");
}

#[test]
fn a_blank_code_is_named_by_its_line_and_the_places_above_it_are_kept() {
    let list = read(&SMALL.replace("XA0201,West,غرب,XA02", "XA0201,West,غرب,  ")).unwrap();
    assert_eq!(codes(&list), ["XA", "XA01", "XA0101", "XA0102"]);
    assert_eq!(list.findings, [finding(FindingKind::BlankCell, 4, "#adm1+code")]);
    let null = read(&SMALL.replace("Mill", "<Null>")).unwrap();
    assert_eq!(null.findings, [finding(FindingKind::BlankCell, 5, "#adm2+name")]);
    assert!(!codes(&null).contains(&"XA0102"));
}

#[test]
fn a_blank_translation_is_named_and_the_place_is_kept_without_it() {
    let list = read(&SMALL.replace("البئر", "")).unwrap();
    assert_eq!(list.findings, [finding(FindingKind::BlankTranslation, 3, "#adm2+name+ar")]);
    assert_eq!(place(&list, "XA0101").names.len(), 1);
    assert_eq!(list.places.len(), 6);
}

#[test]
fn lines_are_counted_as_an_editor_shows_them() {
    let broken = SMALL.replace("XA0102", "").replace("Low Well", "\"Low\nWell\"").replace('\n', "\r\n");
    let list = read(&format!("\u{FEFF}\r\n{broken}")).unwrap();
    // One blank line before the headers, one line break within a quoted cell.
    assert_eq!(list.findings, [finding(FindingKind::BlankCell, 7, "#adm2+code")]);
    assert_eq!(place(&list, "XA0101").names.get("en").unwrap(), "LowWell");
}

#[test]
fn a_column_of_an_unknown_language_or_told_twice_is_left_out_and_named() {
    let list = read(&SMALL.replace("#adm1+name+ar-lb", "#adm1+name+klingon")).unwrap();
    assert_eq!(list.findings, [finding(FindingKind::UnknownLanguage, 2, "#adm1+name+klingon")]);
    assert_eq!(list.places.len(), 6);
    assert!(!place(&list, "XA01").names.contains_key("ar"));
    let repeated = SMALL
        .replace("+ar-lb", "+ar-lb+ar-lb")
        .replace("no,village en", "other ar,village en")
        .replace("\n,#", "\n#adm2+name+ar-iq,#");
    let twice = read(&repeated).unwrap();
    assert_eq!(twice.findings, [finding(FindingKind::RepeatedColumn, 2, "#adm2+name+ar-lb")]);
    assert_eq!(place(&twice, "XA0101").names.get("ar").unwrap(), "1", "the first column of a language tells");
}

#[test]
fn semicolons_tabs_types_and_the_other_way_to_write_languages_are_read() {
    let text = "a;b;c;d\n#ADM1 +code;#adm1+name;#adm1+name+i_fr;#adm1+type\nX1;East;Est;wilaya\n";
    for text in [text.to_owned(), text.replace(';', "\t")] {
        let list = read(&text).unwrap();
        let east = place(&list, "X1");
        assert_eq!((east.names.get("fr").unwrap().as_str(), east.kind.as_str(), east.level), ("Est", "wilaya", 1));
        assert_eq!(east.parent_code, None);
    }
}

#[test]
fn one_place_in_two_others_or_in_itself_is_refused_with_its_line() {
    let moved = SMALL.replace("XA0102,East again,شرق,XA01", "XA0101,West,غرب,XA02");
    assert_eq!(read(&moved), Err(PlacesError::TwoParents { line: 5, first_line: 3 }));
    let itself = SMALL.replace("XA0201,West,غرب,XA02", "XA02,West,غرب,XA02");
    assert_eq!(read(&itself), Err(PlacesError::OwnAncestor { line: 4 }));
    let circle = SMALL.replace("XA0201,West,غرب,XA02,Xanadu,زانادو,XA", "V,West,غرب,XA,Xanadu,زانادو,XA01");
    assert!(matches!(read(&circle), Err(PlacesError::TwoParents { line: 4, .. })));
}

#[test]
fn what_is_no_utf8_csv_is_refused_with_its_reason() {
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(SMALL.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read_bytes(&utf16), Err(PlacesError::Utf16));
    let unmarked: Vec<u8> = "a,b".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_bytes(&unmarked), Err(PlacesError::Utf16));
    let mut latin = SMALL.as_bytes().to_vec();
    latin.extend(b"4,Caf\xE9,x,XA0103,East,x,XA01,Xanadu,x,XA\n");
    assert_eq!(read_bytes(&latin), Err(PlacesError::NotUtf8 { line: 6 }));
    assert_eq!(read_bytes(b"PK\x03\x04rest"), Err(PlacesError::NotCsv));
}

#[test]
fn empty_lists_and_lists_without_tags_are_refused() {
    for text in ["", "\u{FEFF}", " \n\n"] {
        assert_eq!(read(text), Err(PlacesError::Empty));
    }
    let tags: String = SMALL.lines().take(2).map(|line| format!("{line}\n")).collect();
    assert_eq!(read(&tags), Err(PlacesError::Empty));
    assert_eq!(read("name,code\nEast,X1\n"), Err(PlacesError::NoTags));
    assert_eq!(read("name,code\n#date,#geo+lat\nEast,X1\n"), Err(PlacesError::NoTags));
    assert_eq!(read("a\n#adm1+name\nEast\n"), Err(PlacesError::MissingColumn { tag: "#adm1+code".to_owned() }));
}

#[test]
fn bad_quotation_marks_are_refused_with_the_line_they_open_in() {
    assert_eq!(read(&SMALL.replace("Upper\"", "Upper")), Err(PlacesError::BadQuoting { line: 4 }));
    assert_eq!(read(&SMALL.replace("Upper\"", "Upper\" x")), Err(PlacesError::BadQuoting { line: 4 }));
    assert!(read(&SMALL.replace("Upper", "\"\"Upper\"\"")).is_ok());
}

#[test]
fn too_many_bytes_and_too_many_rows_are_refused() {
    assert!(matches!(read_bytes(&vec![b'a'; MOST_BYTES + 1]), Err(PlacesError::TooLarge { .. })));
    let rows = "1,a,b,XA0101,East,c,XA01,X,d,XA\n".repeat(200_000);
    assert!(matches!(read(&format!("{SMALL}{rows}")), Err(PlacesError::TooLarge { .. })));
}

#[test]
fn a_cell_of_any_length_is_not_taken_over() {
    let list = read(&SMALL.replace("Mill", &"m".repeat(201))).unwrap();
    assert_eq!(list.findings, [finding(FindingKind::TooLong, 5, "#adm2+name")]);
}

#[test]
fn progress_rises_to_the_end_and_can_stop_the_reading() {
    let text = format!("{SMALL}{}", "1,a,b,XA0101,East,c,XA01,X,d,XA\n".repeat(5_000));
    let mut told = Vec::new();
    read_places(text.as_bytes(), &mut |done, all| {
        told.push((done, all));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(told.len() > 5 && told.is_sorted());
    assert_eq!(told.last(), Some(&(text.len(), text.len())));
    let stopped = read_places(text.as_bytes(), &mut |done, _| {
        if done > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped, Err(PlacesError::Stopped));
}

fn shared(name: &str) -> Option<Vec<u8>> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    let bytes = std::fs::read(path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {name} is not there");
    }
    bytes
}

#[test]
fn the_public_list_of_iraq_gives_414_places_in_english_and_arabic() {
    let Some(bytes) = shared("locations-iraq.hxl.csv") else { return };
    let list = read_bytes(&bytes).unwrap();
    assert_eq!((list.places.len(), list.findings.len()), (414, 0));
    assert!(list.places.iter().all(|place| place.names.contains_key("en") && place.names.contains_key("ar")));
    let mut seen = std::collections::HashSet::new();
    for place in &list.places {
        assert!(place.parent_code.as_ref().is_none_or(|parent| seen.contains(parent)), "parents come first");
        seen.insert(place.code.clone());
    }
}

#[test]
fn the_public_list_with_two_gaps_gives_412_places_and_names_both_lines() {
    let Some(bytes) = shared("locations-iraq-missing-pcodes.hxl.csv") else { return };
    let list = read_bytes(&bytes).unwrap();
    assert_eq!(list.places.len(), 412);
    assert_eq!(
        list.findings,
        [finding(FindingKind::BlankCell, 8, "#adm2+code"), finding(FindingKind::BlankCell, 13, "#adm1+code")]
    );
}
