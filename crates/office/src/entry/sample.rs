//! The sample office: invented staff and children in a folder of their own, whose passwords stand on its own sign-in page. It
//! exchanges with no real office.

use crate::problems::Answer;
use crate::program::Program;
use amparo_api::getting_in::{Answer as In, FirstPerson, SamplePerson, SetUp};
use amparo_api::{Code, Reply, Request, people, records};
use amparo_forms::roles;
use amparo_model::date::add_days;
use amparo_model::ids::PersonId;
use amparo_model::office::SiteCode;
use amparo_model::person::Role;
use amparo_model::record::RecordType;
use amparo_model::value::{Change, Document, Value, diff};
use amparo_store::Folder;
use amparo_vault::OsRandom;
use amparo_vault::recovery::RecoverySecret;
use jiff::civil::Date;
use std::sync::atomic::Ordering;

/// The passwords of people who do not exist. They open a folder of invented children, and the folder is marked by this file.
const MARK: &str = "sample";
const ADMINISTRATOR: (&str, &str) = ("amina", "paper-lantern-river-cedar-blue");
const SUPERVISOR: (&str, &str) = ("samuel", "window-harvest-violet-stone-key");
const CASEWORKER: (&str, &str) = ("lucia", "garden-silver-mirror-cloud-bread");

/// Who works in a sample office; none when the folder holds a real one.
pub(super) fn people_of(folder: &Folder) -> Option<Vec<SamplePerson>> {
    folder.path().join(MARK).exists().then(|| {
        [(ADMINISTRATOR, Role::Admin), (SUPERVISOR, Role::Supervisor), (CASEWORKER, Role::Caseworker)]
            .into_iter()
            .map(|((login, password), role)| SamplePerson {
                login: login.to_owned(),
                password: password.to_owned(),
                role,
            })
            .collect()
    })
}

impl Program {
    /// Opens the sample office beside the folder of the real one, making it the first time.
    pub(crate) fn open_sample(&self) -> Answer<In> {
        let folder = {
            let state = self.state();
            if state.folder.path().join(MARK).exists() {
                state.folder.clone()
            } else {
                Folder::at(&state.folder.path().with_extension("sample"))
            }
        };
        self.look_at(folder.clone());
        if !folder.holds_office() {
            self.goes_on.store(true, Ordering::Relaxed);
            let made = self.make_sample(&folder);
            self.goes_on.store(false, Ordering::Relaxed);
            made?;
        }
        Ok(In::Ready {})
    }

    fn make_sample(&self, folder: &Folder) -> Answer<()> {
        let first = |(login, password): (&str, &str), name: &str| FirstPerson {
            name: name.to_owned(),
            login: login.to_owned(),
            password: password.to_owned(),
        };
        let set_up = SetUp {
            language: "en".to_owned(),
            office: "Sample office".to_owned(),
            site: "SAMPLE".to_owned(),
            agency: "Sample agency".to_owned(),
            team: "River team".to_owned(),
            administrator: first(ADMINISTRATOR, "Amina Berhane"),
            supervisor: first(SUPERVISOR, "Samuel Okoro"),
        };
        let site: SiteCode = set_up.site.parse().map_err(|_| Code::Internal)?;
        let recovery = RecoverySecret::generate(&mut OsRandom);
        folder.make()?;
        self.hold()?;
        self.found(folder, &set_up, &site, &recovery, None, true)?;
        let written = std::fs::write(folder.path().join(MARK), b"Invented people only.\n");
        written.map_err(|error| crate::problems::of_io(&error))?;
        self.fill_sample()
    }

    /// By the same requests that a person would make.
    fn fill_sample(&self) -> Answer<()> {
        let ask = |request| self.ask(request, &());
        let sign_in = |(login, password): (&str, &str)| {
            let (login, password) = (login.to_owned(), password.to_owned());
            ask(Request::GettingIn(amparo_api::getting_in::Ask::SignIn { login, password }))
        };
        let lock = || ask(Request::GettingIn(amparo_api::getting_in::Ask::Lock {}));
        sign_in(ADMINISTRATOR)?;
        let Reply::People(people::Answer::People { teams, .. }) = ask(Request::People(people::Ask::List {}))? else {
            return Err(Code::Internal.into());
        };
        let Reply::People(people::Answer::People { people, .. }) = ask(Request::People(people::Ask::Propose {
            name: "Lucía Ferrer".to_owned(),
            login: CASEWORKER.0.to_owned(),
            role: Role::Caseworker.into(),
            team: teams.first().map(|team| team.id),
            language: None,
        }))?
        else {
            return Err(Code::Internal.into());
        };
        lock()?;
        let new = people.iter().find(|person| person.login == CASEWORKER.0).ok_or(Code::Internal)?.id;
        sign_in(SUPERVISOR)?;
        let admit = people::Ask::Admit { person: new, language: "en".to_owned() };
        let Reply::People(people::Answer::OneTimePassword { password }) = ask(Request::People(admit))? else {
            return Err(Code::Internal.into());
        };
        lock()?;
        sign_in((CASEWORKER.0, &password))?;
        let change = amparo_api::getting_in::Ask::ChangePassword { old: password, new: CASEWORKER.1.to_owned() };
        ask(Request::GettingIn(change))?;
        for (change, complete) in children(new, self.clock.today())? {
            let save = records::Ask::Save {
                record: None,
                of: RecordType::CASE,
                heads: Vec::new(),
                change,
                complete,
                renewed: Vec::new(),
                draft: None,
            };
            ask(Request::Records(save))?;
        }
        lock()?;
        Ok(())
    }
}

/// Invented children, as documents in the program's own form, with the forms that are complete. Whoever registers them and the
/// days on which it happened, counted back from today, are filled in here: the file would grow old.
fn children(caseworker: PersonId, today: Date) -> Answer<Vec<(Change, Vec<String>)>> {
    let documents: Vec<Document> = serde_json::from_str(include_str!("../../../../assets/sample/children.json"))?;
    let children = documents.into_iter().zip(0..).map(|(mut document, ago)| {
        let day = |before: i64| Value::Date(add_days(today, -before).into());
        document.set(roles::DATE_IDENTIFIED, day(ago * 2 + 1));
        document.set(roles::DATE_REGISTERED, day(ago * 2));
        document.set(roles::CASEWORKER, Value::Person(caseworker));
        let mut complete = Vec::new();
        if document.get(roles::LEGAL_BASIS).is_some() {
            document.set("form_date", day(ago * 2));
            complete = vec!["consent".to_owned(), "registration".to_owned()];
        }
        (diff(&Document::default(), &document), complete)
    });
    Ok(children.collect())
}
