#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::OsRandom;
use crate::office::WorkingSecrets;
use crate::user::UserKeys;

const OFFICE: Uuid = Uuid::from_u128(1);

struct Person {
    id: Uuid,
    keys: UserKeys,
}

fn person(id: u128) -> Person {
    Person { id: Uuid::from_u128(id), keys: UserKeys::generate(&mut OsRandom) }
}

fn certificate(person: &Person, role: &str, position: u64) -> Statement {
    Statement::Certificate(Certificate {
        office: OFFICE,
        user: person.id,
        roles: BTreeSet::from([role.to_owned()]),
        // One proposal for each person, role and place.
        proposal: Uuid::from_u128(person.id.as_u128() * 1000 + u128::from(position) * 10 + role.len() as u128 % 10),
        keys: person.keys.public(),
        position,
        valid_until: None,
    })
}

fn end(person: &Person, position: u64) -> Statement {
    let proposal = Uuid::from_u128(person.id.as_u128() * 1000 + u128::from(position));
    Statement::End(CertificateEnd { office: OFFICE, user: person.id, proposal, position })
}

fn by_two(statement: Statement, administrator: &Person, member: &Person) -> Signed {
    let by = Signatories::Two {
        administrator: statement.sign(administrator.id, Capacity::Administrator, &administrator.keys.signing),
        member: statement.sign(member.id, Capacity::Member, &member.keys.signing),
    };
    Signed { statement, by }
}

/// An office after set-up: administrator at position 1, supervisor at position 2.
struct Office {
    root: OfficeRoot,
    admin: Person,
    supervisor: Person,
    log: Vec<Signed>,
}

impl Office {
    fn founded() -> Self {
        let (root, admin, supervisor) = (OfficeRoot::generate(&mut OsRandom), person(10), person(11));
        let log = vec![
            certificate(&admin, "admin", 1).signed_by_root(&root),
            certificate(&supervisor, "supervisor", 2).signed_by_root(&root),
        ];
        Self { root, admin, supervisor, log }
    }

    fn directory(&self) -> Directory {
        Directory::verify(OFFICE, &self.root.public(), &SigningRoles::default(), &self.log)
    }

    /// What happens to one more statement; also asks [`Directory::would_count`], which has to agree.
    fn add(&self, next: Signed) -> Result<(), Refusal> {
        let before = self.directory();
        assert_eq!(before.refused(), []);
        let foreseen = before.would_count(OFFICE, &self.root.public(), &SigningRoles::default(), &next);
        let mut log = self.log.clone();
        log.push(next);
        let after = Directory::verify(OFFICE, &self.root.public(), &SigningRoles::default(), &log);
        let happened = after.refused().first().map_or(Ok(()), |(_, refusal)| Err(*refusal));
        assert_eq!(foreseen, happened);
        happened
    }

    /// One more statement, which counts.
    fn keep(&mut self, next: Signed) {
        self.add(next.clone()).unwrap();
        self.log.push(next);
    }
}

#[test]
fn the_root_vouches_for_the_first_people_and_two_of_them_for_the_next() {
    let mut office = Office::founded();
    let worker = person(12);
    let next = by_two(certificate(&worker, "worker", 3), &office.admin, &office.supervisor);
    assert_eq!(office.add(next.clone()), Ok(()));
    office.log.push(next);
    let directory = office.directory();
    assert_eq!(directory.people_at(3).count(), 3);
    assert!(directory.at(worker.id, 2).is_none());
    assert_eq!(directory.at(worker.id, 3).unwrap().keys, worker.keys.public());
}

#[test]
fn a_statement_not_signed_by_this_root_is_refused() {
    let office = Office::founded();
    let stranger = OfficeRoot::generate(&mut OsRandom);
    let planted = certificate(&person(12), "worker", 3).signed_by_root(&stranger);
    assert_eq!(office.add(planted), Err(Refusal::BadSignature));
}

#[test]
fn a_certificate_changed_after_signing_is_refused() {
    let office = Office::founded();
    let worker = person(12);
    let signed = by_two(certificate(&worker, "worker", 3), &office.admin, &office.supervisor);
    for change in [
        (|it: &mut Certificate| it.roles = BTreeSet::from(["admin".to_owned()])) as fn(&mut Certificate),
        |it| it.position = 4,
        |it| it.user = Uuid::from_u128(99),
        |it| it.valid_until = Some(50),
        |it| it.keys = UserKeys::generate(&mut OsRandom).public(),
    ] {
        let mut changed = signed.clone();
        let Statement::Certificate(certificate) = &mut changed.statement else { panic!("made as a certificate") };
        change(certificate);
        assert_eq!(office.add(changed), Err(Refusal::BadSignature));
    }
}

#[test]
fn one_person_cannot_give_both_signatures() {
    let office = Office::founded();
    let signed = by_two(certificate(&person(12), "worker", 3), &office.admin, &office.admin);
    assert_eq!(office.add(signed), Err(Refusal::SamePersonTwice));
}

#[test]
fn a_puppet_login_of_the_administrator_does_not_become_the_second_signature() {
    let mut office = Office::founded();
    // The puppet carries the administrator's own keys under another id, and even the supervisor is tricked into agreeing.
    let puppet = Person { id: Uuid::from_u128(66), keys: office.admin.keys.clone() };
    let planted = by_two(certificate(&puppet, "supervisor", 3), &office.admin, &office.supervisor);
    assert_eq!(office.add(planted), Err(Refusal::KeysInUse));
    // Without any agreement it signs for itself.
    let puppet = person(66);
    let planted = by_two(certificate(&puppet, "supervisor", 3), &office.admin, &puppet);
    assert_eq!(office.add(planted.clone()), Err(Refusal::SelfSigned));
    // A chain of puppets has nobody known to start from.
    office.log.push(planted);
    office.log.push(by_two(certificate(&person(67), "worker", 4), &office.admin, &puppet));
    assert_eq!(office.directory().refused(), [(2, Refusal::SelfSigned), (3, Refusal::UnknownSigner)]);
}

#[test]
fn signers_need_the_role_for_the_capacity_they_sign_in() {
    let office = Office::founded();
    let swapped = by_two(certificate(&person(12), "worker", 3), &office.supervisor, &office.admin);
    assert_eq!(office.add(swapped), Err(Refusal::WrongRole));
}

#[test]
fn a_signature_given_as_member_does_not_stand_for_the_administrators() {
    let mut office = Office::founded();
    let both = person(12);
    let certificate_of_both = Statement::Certificate(Certificate {
        office: OFFICE,
        user: both.id,
        roles: BTreeSet::from(["admin".to_owned(), "supervisor".to_owned()]),
        keys: both.keys.public(),
        proposal: Uuid::from_u128(9_999),
        position: 3,
        valid_until: None,
    });
    office.log.push(certificate_of_both.signed_by_root(&office.root));
    let statement = certificate(&person(13), "worker", 4);
    let by = Signatories::Two {
        administrator: statement.sign(both.id, Capacity::Member, &both.keys.signing),
        member: statement.sign(office.supervisor.id, Capacity::Member, &office.supervisor.keys.signing),
    };
    assert_eq!(office.add(Signed { statement, by }), Err(Refusal::BadSignature));
}

#[test]
fn nobody_raises_themselves() {
    let office = Office::founded();
    let signed = by_two(certificate(&office.admin, "supervisor", 3), &office.admin, &office.supervisor);
    assert_eq!(office.add(signed), Err(Refusal::SelfSigned));
    let signed = by_two(certificate(&office.supervisor, "admin", 3), &office.admin, &office.supervisor);
    assert_eq!(office.add(signed), Err(Refusal::SelfSigned));
}

#[test]
fn who_left_no_longer_signs_but_what_they_signed_before_still_counts() {
    let mut office = Office::founded();
    let second = person(12);
    office.log.push(by_two(certificate(&second, "supervisor", 3), &office.admin, &office.supervisor));
    office.log.push(by_two(end(&office.supervisor, 4), &office.admin, &second));
    let signed = by_two(certificate(&person(13), "worker", 5), &office.admin, &office.supervisor);
    assert_eq!(office.add(signed), Err(Refusal::UnknownSigner));
    let directory = office.directory();
    assert!(directory.at(office.supervisor.id, 3).is_some());
    assert!(directory.at(office.supervisor.id, 4).is_none());
    assert!(directory.at(second.id, 5).is_some());
}

#[test]
fn an_end_needs_somebody_to_end() {
    let office = Office::founded();
    assert_eq!(office.add(end(&person(12), 3).signed_by_root(&office.root)), Err(Refusal::NothingToEnd));
}

#[test]
fn a_newer_certificate_replaces_the_one_before() {
    let mut office = Office::founded();
    let mut worker = person(12);
    office.log.push(by_two(certificate(&worker, "worker", 3), &office.admin, &office.supervisor));
    let old = worker.keys.public();
    worker.keys = UserKeys::generate(&mut OsRandom);
    office.log.push(by_two(certificate(&worker, "supervisor", 4), &office.admin, &office.supervisor));
    let directory = office.directory();
    assert_eq!(directory.at(worker.id, 3).unwrap().keys, old);
    assert_eq!(directory.at(worker.id, 4).unwrap().keys, worker.keys.public());
    assert_eq!(directory.people_at(4).filter(|it| it.user == worker.id).count(), 1);
}

#[test]
fn a_certificate_for_a_time_ends_by_itself() {
    let mut office = Office::founded();
    let guest = person(12);
    let statement = Statement::Certificate(Certificate {
        office: OFFICE,
        user: guest.id,
        roles: BTreeSet::new(),
        keys: guest.keys.public(),
        proposal: Uuid::from_u128(9_999),
        position: 3,
        valid_until: Some(10),
    });
    office.log.push(by_two(statement, &office.admin, &office.supervisor));
    let directory = office.directory();
    assert!(directory.at(guest.id, 9).is_some());
    assert!(directory.at(guest.id, 10).is_none());
}

#[test]
fn statements_out_of_order_or_of_another_office_are_refused() {
    let office = Office::founded();
    assert_eq!(
        office.add(certificate(&person(12), "worker", 2).signed_by_root(&office.root)),
        Err(Refusal::NotInOrder)
    );
    assert_eq!(
        office.add(certificate(&person(12), "worker", 1 << 53).signed_by_root(&office.root)),
        Err(Refusal::NotInOrder)
    );
    let elsewhere = Statement::End(CertificateEnd {
        office: Uuid::from_u128(2),
        user: office.admin.id,
        proposal: Uuid::from_u128(1),
        position: 3,
    });
    assert_eq!(office.add(elsewhere.signed_by_root(&office.root)), Err(Refusal::OtherOffice));
}

#[test]
fn working_keys_turn_one_epoch_at_a_time() {
    let mut office = Office::founded();
    let keys = |epoch, position| {
        Statement::WorkingKeys(WorkingSecrets::generate(&["cp"], &mut OsRandom).public(OFFICE, epoch, position))
    };
    office.log.push(keys(1, 3).signed_by_root(&office.root));
    assert_eq!(office.add(keys(1, 4).signed_by_root(&office.root)), Err(Refusal::EpochNotNext));
    assert_eq!(office.add(by_two(keys(2, 4), &office.admin, &office.supervisor)), Ok(()));
    assert_eq!(office.directory().working_keys().len(), 1);
}

#[test]
fn signed_statements_travel_as_json_and_still_count() {
    let office = Office::founded();
    let text = serde_json::to_string(&office.log).unwrap();
    let log: Vec<Signed> = serde_json::from_str(&text).unwrap();
    assert_eq!(log, office.log);
    assert!(serde_json::from_str::<Vec<Signed>>(&text.replacen("\"user\"", "\"extra\":1,\"user\"", 1)).is_err());
}

#[test]
fn a_proposal_is_signed_before_there_are_keys_and_serves_once() {
    let office = Office::founded();
    let (new, proposal) = (person(12), Uuid::from_u128(77));
    let roles = BTreeSet::from(["caseworker".to_owned()]);
    let proposed = propose(OFFICE, new.id, &roles, proposal, &office.admin.keys.signing);
    let answer = |keys: &UserKeys, roles: &BTreeSet<String>, position| {
        let statement = Statement::Certificate(Certificate {
            office: OFFICE,
            user: new.id,
            roles: roles.clone(),
            proposal,
            keys: keys.public(),
            position,
            valid_until: None,
        });
        let member = statement.sign(office.supervisor.id, Capacity::Member, &office.supervisor.keys.signing);
        let administrator = PersonSignature { user: office.admin.id, signature: proposed };
        Signed { statement, by: Signatories::Two { administrator, member } }
    };
    let admitted = answer(&new.keys, &roles, 3);
    assert_eq!(office.add(admitted.clone()), Ok(()));
    let wider = BTreeSet::from(["supervisor".to_owned()]);
    assert_eq!(office.add(answer(&new.keys, &wider, 3)), Err(Refusal::BadSignature));
    let mut after = Office::founded();
    after.log = office.log.clone();
    after.log.push(admitted);
    let directory = Directory::verify(OFFICE, &office.root.public(), &SigningRoles::default(), &after.log);
    let again = answer(&UserKeys::generate(&mut OsRandom), &roles, 4);
    let verdict = directory.would_count(OFFICE, &office.root.public(), &SigningRoles::default(), &again);
    assert_eq!(verdict, Err(Refusal::ProposalUsed));
}

#[test]
fn a_gbv_supervisor_agrees_to_nobody_outside_gbv_work_and_to_no_working_keys() {
    let mut office = Office::founded();
    let (grace, lucia, gloria, sara) = (person(20), person(21), person(22), person(23));
    let admin = &office.admin;
    let first = by_two(certificate(&grace, "gbv_supervisor", 3), admin, &office.supervisor);
    let cp = by_two(certificate(&sara, "supervisor", 4), admin, &office.supervisor);
    let planted = by_two(certificate(&lucia, "caseworker", 5), admin, &grace);
    let raised = by_two(certificate(&sara, "gbv_supervisor", 5), admin, &grace);
    let ended = by_two(end(&sara, 5), admin, &grace);
    let secrets = WorkingSecrets::generate(&["cp"], &mut OsRandom);
    let working = by_two(Statement::WorkingKeys(secrets.public(OFFICE, 1, 5)), admin, &grace);
    let theirs = by_two(certificate(&gloria, "gbv_caseworker", 5), admin, &grace);
    for good in [first, cp] {
        office.keep(good);
    }
    for refused in [planted, raised, ended, working] {
        assert_eq!(office.add(refused), Err(Refusal::WrongRole));
    }
    office.keep(theirs);
    let gone = by_two(end(&gloria, 6), &office.admin, &grace);
    office.keep(gone);
}

#[test]
fn an_end_is_asked_for_before_its_place_is_known_and_each_asking_serves_once() {
    let mut office = Office::founded();
    let (ana, other) = (person(30), person(31));
    let hired = by_two(certificate(&ana, "caseworker", 3), &office.admin, &office.supervisor);
    office.keep(hired);
    let proposal = Uuid::from_u128(77);
    let asked = PersonSignature {
        user: office.admin.id,
        signature: propose_end(OFFICE, ana.id, proposal, &office.admin.keys.signing),
    };
    let ended = |office: &Office, user, proposal, position| {
        let statement = Statement::End(CertificateEnd { office: OFFICE, user, proposal, position });
        let member = statement.sign(office.supervisor.id, Capacity::Member, &office.supervisor.keys.signing);
        Signed { statement, by: Signatories::Two { administrator: asked, member } }
    };
    let elsewhere = ended(&office, other.id, proposal, 9);
    assert_eq!(office.add(elsewhere), Err(Refusal::BadSignature), "asked for somebody else");
    let another = ended(&office, ana.id, Uuid::from_u128(78), 9);
    assert_eq!(office.add(another), Err(Refusal::BadSignature), "another asking");
    let good = ended(&office, ana.id, proposal, 9);
    office.keep(good);
    assert!(office.directory().at(ana.id, 8).is_some() && office.directory().at(ana.id, 9).is_none());
    let back = by_two(certificate(&ana, "caseworker", 10), &office.admin, &office.supervisor);
    office.keep(back);
    let again = ended(&office, ana.id, proposal, 12);
    assert_eq!(office.add(again), Err(Refusal::ProposalUsed), "who came back is not shut out by an old asking");
}

#[test]
fn an_administrator_signs_the_epoch_of_working_keys_and_a_member_the_keys() {
    let mut office = Office::founded();
    let of = |epoch, position| {
        let secrets = WorkingSecrets::generate(&["cp"], &mut OsRandom);
        Statement::WorkingKeys(secrets.public(OFFICE, epoch, position))
    };
    let first = of(1, 3).signed_by_root(&office.root);
    office.keep(first);
    let administrator = PersonSignature {
        user: office.admin.id,
        signature: propose_working_keys(OFFICE, 2, &office.admin.keys.signing),
    };
    let signed = |office: &Office, statement: Statement| {
        let member = statement.sign(office.supervisor.id, Capacity::Member, &office.supervisor.keys.signing);
        Signed { statement, by: Signatories::Two { administrator, member } }
    };
    let skipped = signed(&office, of(3, 4));
    assert_eq!(office.add(skipped), Err(Refusal::BadSignature), "another epoch was asked for");
    let second = signed(&office, of(2, 4));
    office.keep(second);
    let third = signed(&office, of(2, 5));
    assert_eq!(office.add(third), Err(Refusal::EpochNotNext), "the asking serves once");
}
