//! The office's places: a small list of our own, the two shared ones where they are, and lists that cannot be.

use amparo_api::places::{Answer as Places, Ask, Finding, Named, Outcome};
use amparo_api::{Code, Problem, Reply, Request};
use amparo_model::value::Value;
use amparo_tests::office::{ADMINISTRATOR, Office, a_case};
use std::path::{Path, PathBuf};

const SMALL: &str = "\
no,village en,village ar,village code,town en,town ar,town code,land,land ar,land code
,#adm2+name,#adm2+name+ar-lb,#adm2+code,#adm1+name,#adm1+name+ar-lb,#adm1+code,#country+name,#country+name+ar-lb,#country+code
1,Low Well,البئر,XA0101,East,شرق,XA01,Xanadu,زانادو,XA
2,\"Hill, Upper\",التل,XA0201,West,غرب,XA02,Xanadu,زانادو,XA
3,Mill,الطاحون,,East,شرق,XA01,Xanadu,زانادو,XA
";

fn outcome(answer: Result<Reply, Problem>) -> Outcome {
    match answer.unwrap() {
        Reply::Places(Places::Outcome(outcome)) => outcome,
        other => panic!("not an outcome: {other:?}"),
    }
}

fn named(office: &Office, ask: Ask) -> (Vec<Named>, usize) {
    match office.ask(ask).unwrap() {
        Reply::Places(Places::Places { places, total }) => (places, total),
        other => panic!("not places: {other:?}"),
    }
}

fn find(office: &Office, text: &str) -> Vec<String> {
    let found = named(office, Ask::Find { text: text.to_owned() }).0;
    found.into_iter().map(|it| it.place.code).collect()
}

fn import(office: &Office, path: &Path) -> Outcome {
    outcome(office.ask(Ask::Import { source: office.choose(path) }))
}

#[test]
fn a_list_is_shown_first_then_brought_in_and_its_places_are_found_in_both_languages() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let path = office.beside("places.csv");
    std::fs::write(&path, SMALL).unwrap();
    let shown = outcome(office.ask(Ask::Preview { source: office.choose(&path) }));
    assert_eq!((shown.places, shown.new, shown.changed), (5, 5, 0));
    let gap = Finding { line: 5, code: "blank_cell".to_owned(), tag: "#adm2+code".to_owned() };
    assert_eq!(shown.findings, [gap]);
    assert_eq!(named(&office, Ask::Under { parent: None }).1, 0, "shown only");
    assert_eq!(import(&office, &path), shown);

    let (roots, total) = named(&office, Ask::Under { parent: None });
    assert_eq!((roots.len(), total), (1, 5));
    let towns = named(&office, Ask::Under { parent: Some(roots[0].place.id) }).0;
    assert_eq!(towns.iter().map(|it| it.place.code.as_str()).collect::<Vec<_>>(), ["XA01", "XA02"]);
    assert!(towns.iter().all(|town| town.has_children && town.above.len() == 1));
    for (typed, wanted) in
        [("upper", "XA0201"), ("UPP", "XA0201"), ("التل", "XA0201"), ("بئر", "XA0101"), ("xa0101", "XA0101")]
    {
        assert_eq!(find(&office, typed).first().map(String::as_str), Some(wanted), "{typed}");
    }
    assert_eq!(find(&office, "nowhere"), Vec::<String>::new());
    assert_eq!(named(&office, Ask::Find { text: roots[0].place.id.to_string() }).0, roots, "an id finds its place");

    std::fs::write(&path, SMALL.replace("Low Well", "Deep Well").replace("الطاحون,", "الطاحون,XA0102")).unwrap();
    let second = import(&office, &path);
    assert_eq!((second.places, second.new, second.changed, second.findings.len()), (6, 1, 1, 0));
    assert_eq!(find(&office, "deep"), ["XA0101"]);
    assert_eq!(
        named(&office, Ask::Under { parent: None }).0[0].place.id,
        roots[0].place.id,
        "a known place stays itself"
    );

    office.hire("Lucía Ferrer", "lucia");
    let place = named(&office, Ask::Find { text: "deep".to_owned() }).0.remove(0).place.id;
    office.register(&a_case().with("loc_current", Value::Place(place)).complete());
    assert_eq!(office.list(amparo_api::records::Show::All)[0].place, place.to_string());
}

#[test]
fn lists_that_cannot_be_are_refused_with_their_reason_and_bring_nothing() {
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(SMALL.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let latin: Vec<u8> = [SMALL.as_bytes(), b"4,Caf\xe9,x,XA0103,East,x,XA01,Xanadu,x,XA\n"].concat();
    let moved = format!("{SMALL}4,Low Well,x,XA0101,West,x,XA02,Xanadu,x,XA\n");
    let itself = SMALL.replace("XA0101,East,شرق,XA01,", "XA01,East,شرق,XA01,");
    let no_code = "a\n#adm1+name\nEast\n".to_owned();
    let broken = SMALL.replace("Upper\"", "Upper");
    let huge = SMALL.to_owned() + &"x".repeat(33 * 1024 * 1024);
    for (name, bytes, wanted, line) in [
        ("no tags", b"name,code\nEast,X1\n".to_vec(), Code::PlacesNoTags, None),
        ("no code", no_code.into_bytes(), Code::PlacesNoTags, None),
        ("utf-16", utf16, Code::PlacesEncoding, None),
        ("latin-1", latin, Code::PlacesEncoding, Some("6")),
        ("empty", Vec::new(), Code::PlacesEmpty, None),
        ("in two places", moved.into_bytes(), Code::PlacesCycle, Some("6")),
        ("in itself", itself.into_bytes(), Code::PlacesCycle, Some("3")),
        ("quotation marks", broken.into_bytes(), Code::PlacesBroken, Some("4")),
        ("a spreadsheet", b"PK\x03\x04rest".to_vec(), Code::PlacesBroken, Some("1")),
        ("huge", huge.into_bytes(), Code::PlacesTooLarge, None),
    ] {
        let path = office.beside("places.csv");
        std::fs::write(&path, bytes).unwrap();
        for ask in [Ask::Preview { source: office.choose(&path) }, Ask::Import { source: office.choose(&path) }] {
            let problem = office.ask(Request::Places(ask)).unwrap_err();
            assert_eq!((problem.code, problem.args.get("line").map(String::as_str)), (wanted, line), "{name}");
        }
    }
    assert_eq!(named(&office, Ask::Under { parent: None }).1, 0);
}

/// A file of the data that the project shares but does not ship; none where it is not there.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    path.exists().then_some(path)
}

#[test]
fn the_two_shared_lists_give_414_places_and_412_with_their_two_bad_rows() {
    let (Some(whole), Some(gaps)) = (shared("locations-iraq.hxl.csv"), shared("locations-iraq-missing-pcodes.hxl.csv"))
    else {
        return; // The shared lists are not part of the project; the small list above covers the same path.
    };
    let office = Office::new("KRG1");
    office.sign_in(ADMINISTRATOR);
    let shown = outcome(office.ask(Ask::Preview { source: office.choose(&gaps) }));
    assert_eq!((shown.places, shown.findings.len()), (412, 2));
    let text = std::fs::read_to_string(&gaps).unwrap();
    for finding in &shown.findings {
        let line = text.lines().nth(usize::try_from(finding.line).unwrap() - 1).unwrap();
        assert!(line.contains(",,") || line.contains("<Null>,"), "line {} has a gap", finding.line);
        assert_eq!(finding.code, "blank_cell");
    }
    let outcome = import(&office, &whole);
    assert_eq!((outcome.places, outcome.new, outcome.findings.len()), (414, 414, 0));
    let (hilla, total) = named(&office, Ask::Find { text: "الحلة".to_owned() });
    assert_eq!(total, 414);
    assert!(hilla.iter().any(|it| it.place.code == "IQG07Q02" && it.place.names.get("en").unwrap() == "Al-Hilla"));
}
