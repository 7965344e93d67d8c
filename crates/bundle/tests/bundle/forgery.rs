//! What a dishonest office could try with its own real keys: other people's words, histories with holes, foreign people.

use crate::support::*;
use amparo_bundle::travelling::revision_id;
use amparo_bundle::{BundleError, Interrupted, Travelling, WhyBad, mutate};
use amparo_model::ids::{Moment, PersonId, RevisionId};
use amparo_model::record::{Compartment, Status};
use amparo_model::value::{Path, Value};

fn bad(why: WhyBad) -> impl Fn(&BundleError) -> bool {
    move |error| matches!(error, BundleError::BadRevision(found) if *found == why)
}

#[test]
fn the_way_a_dishonest_sender_is_imitated_here_is_accepted_when_nothing_is_changed() {
    let example = Example::new();
    assert_eq!(example.read(&resealed(&example, &example.records[0])).unwrap(), example.records);
}

#[test]
fn a_sender_cannot_change_forge_drop_or_reorder_what_authors_signed() {
    let example = Example::new();
    let whole = &example.records[0];
    let check = |what: &str, why: WhyBad, change: &dyn Fn(&mut Travelling)| {
        let mut record = whole.clone();
        change(&mut record);
        assert_ne!(record, *whole, "{what}");
        let error = example.refusal(&resealed(&example, &record));
        assert!(bad(why)(&error), "{what}: {error}");
        // And nothing of it could have been written by us in the first place.
        let written = seal(&example.field.sending(&example.hq), vec![record], vec![]);
        assert!(matches!(written, Err(Interrupted::Bundle(_))), "{what}");
    };
    let text = |words: &str| Some(Value::Text(words.to_owned()));
    check("a value", WhyBad::Content, &|record| {
        record.revisions[0].leaves[0].leaf.change.insert(Path::Field("name_full".into()), text("Somebody"));
    });
    check("one more value", WhyBad::Content, &|record| {
        record.revisions[2].leaves[0].leaf.change.insert(Path::Field("other".into()), text("Somebody"));
    });
    check("a salt", WhyBad::Content, &|record| {
        record.revisions[0].leaves[0].leaf.salt = record.revisions[1].leaves[0].leaf.salt.clone();
    });
    check("content moved to another part", WhyBad::Content, &|record| {
        record.revisions[0].leaves[0].compartment = Compartment::new("care");
        record.revisions[0].closed = vec![Compartment::new("registration")];
    });
    check("content moved to another revision", WhyBad::Content, &|record| {
        let leaves = record.revisions[0].leaves.clone();
        record.revisions[2].leaves = leaves;
    });
    check("a part that is neither sent nor closed", WhyBad::Content, &|record| record.revisions[1].closed.clear());
    check("a part twice", WhyBad::Content, &|record| {
        record.revisions[1].closed.push(Compartment::new("registration"));
    });
    check("a part nobody wrote", WhyBad::Content, &|record| record.revisions[1].closed.push(Compartment::new("block")));
    check("a time", WhyBad::Signature, &|record| record.revisions[2].header.time = Moment(0));
    check("a status", WhyBad::Signature, &|record| {
        record.revisions[0].header.skeleton.as_mut().unwrap().status = Status::Closed;
    });
    check("a commitment", WhyBad::Signature, &|record| {
        record.revisions[2].header.leaves[0].hash = "0".repeat(64);
    });
    check("an author who is not certified", WhyBad::UnknownAuthor, &|record| {
        record.revisions[2].header.author.person = PersonId::from_random([3; 16]);
    });
    check("an author of another office", WhyBad::UnknownAuthor, &|record| {
        record.revisions[2].header.author.office = example.hq.id;
    });
    check("a time before the author came", WhyBad::UnknownAuthor, &|record| {
        record.revisions[2].header.author.place = 3;
    });
    check("another author of the same office", WhyBad::Signature, &|record| {
        record.revisions[2].header.author.person = example.field.supervisor.0;
    });
    check("the first revision dropped", WhyBad::Beginning, &|record| drop(record.revisions.remove(0)));
    check("a revision in the middle dropped", WhyBad::Gap, &|record| drop(record.revisions.remove(1)));
    check("two revisions swapped", WhyBad::Gap, &|record| record.revisions.swap(1, 2));
    check("a revision twice", WhyBad::Gap, &|record| {
        let again = record.revisions[2].clone();
        record.revisions.push(again);
    });
    check("no revision at all", WhyBad::Beginning, &|record| record.revisions.clear());
}

#[test]
fn revisions_their_author_signed_but_that_make_no_record_are_refused() {
    let example = Example::new();
    let field = &example.field;
    let whole = &example.records[0];
    let id = |at: usize| revision_id(&whole.revisions[at].header).unwrap();
    let with = |revision| {
        let mut record = whole.clone();
        record.revisions.push(revision);
        record
    };
    let refused = |what: &str, why: WhyBad, record: &Travelling| {
        let error = example.refusal(&resealed(&example, record));
        assert!(bad(why)(&error), "{what}: {error}");
    };
    let fields = [("age", Value::Number(1))];
    refused("two beginnings", WhyBad::Beginning, &with(field.revision(whole.record, vec![], &fields)));
    let unknown = vec![RevisionId([1; 32])];
    refused("an unknown parent", WhyBad::Gap, &with(field.revision(whole.record, unknown, &fields)));
    let doubled = field.revision(whole.record, vec![id(2), id(2)], &fields);
    refused("one parent twice", WhyBad::Gap, &with(doubled));
    let foreign = field.revision(example.records[1].record, vec![id(2)], &fields);
    refused("a revision of another record", WhyBad::OtherRecord, &with(foreign));

    let good = field.revision(whole.record, vec![id(0), id(2)], &fields);
    assert!(example.read(&resealed(&example, &with(good.clone()))).is_ok(), "a merge is a revision like others");
    let mut unordered = good.header.clone();
    unordered.leaves.reverse();
    let unordered = field.sign(unordered, good.leaves.clone(), good.closed.clone());
    refused("parts out of order", WhyBad::Content, &with(unordered));
    let mut doubled = good.header.clone();
    doubled.leaves.push(doubled.leaves[1].clone());
    let doubled = field.sign(doubled, good.leaves, good.closed);
    refused("a part committed to twice", WhyBad::Content, &with(doubled));
    let mut nothing = whole.revisions[0].clone();
    nothing.header.skeleton = None;
    let nothing = field.sign(nothing.header, nothing.leaves, nothing.closed);
    let record = Travelling { revisions: vec![nothing], ..whole.clone() };
    refused("a beginning that does not say what it is", WhyBad::Beginning, &record);
}

#[test]
fn a_record_must_be_the_one_that_file_name_and_list_say() {
    let example = Example::new();
    let refused = |why: WhyBad, parts: &mutate::Parts| {
        let error = example.refusal(&example.sealed(&parts.zip(&example.field.working.signing).unwrap()));
        assert!(bad(why)(&error), "{error}");
    };
    let mut swapped = example.parts();
    let first = swapped.entries[0].1.clone();
    swapped.entries[0].1 = std::mem::replace(&mut swapped.entries[1].1, first);
    swapped.relist();
    refused(WhyBad::OtherRecord, &swapped);

    for (field, value) in [("revisions", 2.into()), ("code", "FLD-26-00009-X".into()), ("heads", serde_json::json!([]))]
    {
        let mut parts = example.parts();
        parts.relist();
        parts.manifest["records"][0][field] = value;
        refused(WhyBad::OtherRecord, &parts);
    }
    let mut unreadable = example.parts();
    *unreadable.entry("records/").unwrap() = b"{\"format\":1}".to_vec();
    unreadable.relist();
    refused(WhyBad::Unreadable, &unreadable);

    let mut stray = example.parts();
    stray.relist();
    stray.manifest["records"][0]["files"] = serde_json::json!([]);
    refused(WhyBad::Attachment, &stray);
}

#[test]
fn certificates_count_only_from_the_root_that_is_known() {
    let example = Example::new();
    let stranger = Office::new("Stranger", "STR");
    let refused = |authors: amparo_bundle::manifest::Authors| {
        let mut parts = example.parts();
        parts.manifest["authors"] = serde_json::json!([authors]);
        let error = example.refusal(&example.sealed(&parts.zip(&example.field.working.signing).unwrap()));
        assert!(bad(WhyBad::Certificate)(&error), "{error}");
    };
    let mut own_root = stranger.authors();
    own_root.office = example.field.id;
    refused(own_root);
    let mut mixed = example.field.authors();
    mixed.statements.extend(stranger.authors().statements);
    refused(mixed);
    let mut cut = example.field.authors();
    cut.statements.swap(0, 1);
    refused(cut);

    let mut parts = example.parts();
    parts.relist();
    parts.manifest["authors"] = serde_json::json!([]);
    let error = example.refusal(&example.sealed(&parts.zip(&example.field.working.signing).unwrap()));
    assert!(bad(WhyBad::UnknownAuthor)(&error), "{error}");
}
