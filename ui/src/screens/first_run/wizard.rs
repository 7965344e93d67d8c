//! The order of the steps, and what was typed.

use super::backup_place::BackupPlaceStep;
use super::check_words::CheckWordsStep;
use super::office_step::OfficeStep;
use super::person_step::PersonStep;
use super::sheet_step::SheetStep;
use crate::app::use_looks;
use crate::backend::use_backend;
use crate::frame::{self, Topic};
use crate::parts::{Button, Buttons, Notice, Opt, Steps, Tone, Weight, focus_on, use_language};
use crate::parts::{Choice, Field};
use crate::screens::sign_in::{NewPasswordState, Threshold};
use amparo_api::getting_in::{Answer, Ask, FirstPerson, SetUp};
use amparo_api::{Chosen, Code, Problem, Reply, Request};
use amparo_language::{Language, words};
use amparo_model::person::Role;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A page of the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Language,
    Office,
    Administrator,
    Supervisor,
    Sheet,
    Check,
    Backup,
}

impl Step {
    /// Its place among the steps that are named at the top.
    fn place(self) -> usize {
        match self {
            Self::Language => 0,
            Self::Office => 1,
            Self::Administrator => 2,
            Self::Supervisor => 3,
            Self::Sheet | Self::Check => 4,
            Self::Backup => 5,
        }
    }
}

/// What is asked of the office.
#[derive(Clone, PartialEq, Default)]
pub(super) struct OfficeTyped {
    pub(super) name: String,
    pub(super) site: String,
    pub(super) agency: String,
    pub(super) team: String,
}

/// What is asked of a first person.
#[derive(Clone, PartialEq, Default)]
pub(super) struct PersonTyped {
    pub(super) name: String,
    pub(super) login: String,
    pub(super) password: NewPasswordState,
}

impl PersonTyped {
    fn finished(&self) -> FirstPerson {
        FirstPerson {
            name: self.name.trim().to_owned(),
            login: self.login.trim().to_owned(),
            password: self.password.password.clone(),
        }
    }
}

/// The recovery sheet that the office made.
#[derive(Clone, PartialEq)]
pub(super) struct RecoverySheet {
    pub(super) words: Vec<String>,
    pub(super) ask: Vec<usize>,
    pub(super) qr: Vec<Vec<bool>>,
}

/// What [`FirstRun`] needs.
#[derive(Properties, PartialEq)]
pub struct FirstRunProps {
    /// Back from the first step.
    pub on_leave: Callback<()>,
    /// The office stands.
    pub on_ready: Callback<()>,
}

/// The wizard.
#[component]
pub fn FirstRun(props: &FirstRunProps) -> Html {
    let language = use_language();
    let looks = use_looks();
    let backend = use_backend();
    let step = use_state(|| Step::Language);
    let office = use_state(OfficeTyped::default);
    let administrator = use_state(PersonTyped::default);
    let supervisor = use_state(PersonTyped::default);
    let sheet = use_state(|| None::<RecoverySheet>);
    let checked = use_state(Vec::<String>::new);
    let busy = use_state(|| false);
    let refused = use_state(|| None::<Problem>);

    // A new page begins at its heading; pages with a first box take the keyboard there themselves.
    use_effect_with(*step, |step| {
        if !matches!(step, Step::Office | Step::Administrator | Step::Supervisor | Step::Check) {
            focus_on("step-title");
        }
    });

    let go = {
        let (step, refused) = (step.setter(), refused.setter());
        move |to: Step| {
            let (step, refused) = (step.clone(), refused.clone());
            Callback::from(move |()| {
                refused.set(None);
                step.set(to);
            })
        }
    };
    let begin = {
        let (office, administrator, supervisor) = (office.clone(), administrator.clone(), supervisor.clone());
        let (step, sheet, busy, refused) = (step.setter(), sheet.setter(), busy.clone(), refused.setter());
        let backend = backend.clone();
        Callback::from(move |()| {
            if *busy {
                return;
            }
            busy.set(true);
            refused.set(None);
            let request = Request::GettingIn(Ask::BeginSetUp(SetUp {
                language: language.tag().to_owned(),
                office: office.name.trim().to_owned(),
                site: office.site.clone(),
                agency: office.agency.trim().to_owned(),
                team: office.team.trim().to_owned(),
                administrator: administrator.finished(),
                supervisor: supervisor.finished(),
            }));
            let (step, sheet, busy, refused) = (step.clone(), sheet.clone(), busy.setter(), refused.clone());
            let backend = backend.clone();
            spawn_local(async move {
                let answer = backend.ask(request).await;
                busy.set(false);
                match answer {
                    Ok(Reply::GettingIn(Answer::Sheet { words, ask, qr })) => {
                        sheet.set(Some(RecoverySheet { words, ask, qr }));
                        step.set(Step::Sheet);
                    }
                    Ok(_) => refused.set(Some(Code::Internal.into())),
                    Err(problem) => {
                        if problem.code == Code::BadSiteCode {
                            step.set(Step::Office);
                        }
                        refused.set(Some(problem));
                    }
                }
            });
        })
    };
    let finish = {
        let (checked, step, busy, refused) = (checked.clone(), step.setter(), busy.clone(), refused.setter());
        let on_ready = props.on_ready.clone();
        Callback::from(move |backup_folder: Option<Chosen>| {
            if *busy {
                return;
            }
            busy.set(true);
            refused.set(None);
            let request = Request::GettingIn(Ask::FinishSetUp { words: (*checked).clone(), backup_folder });
            let (backend, step, busy, refused) = (backend.clone(), step.clone(), busy.setter(), refused.clone());
            let on_ready = on_ready.clone();
            spawn_local(async move {
                let answer = backend.ask(request).await;
                busy.set(false);
                match answer {
                    Ok(_) => on_ready.emit(()),
                    Err(problem) => {
                        if problem.code == Code::WrongSheetWords {
                            step.set(Step::Check);
                        }
                        refused.set(Some(problem));
                    }
                }
            });
        })
    };

    let page = match (*step, &*sheet) {
        (Step::Office, _) => html! {
            <OfficeStep
                typed={(*office).clone()} on_typed={let office = office.setter(); Callback::from(move |typed| office.set(typed))}
                on_back={go(Step::Language)} on_next={go(Step::Administrator)}
            />
        },
        (Step::Administrator, _) => html! {
            <PersonStep
                key="administrator" role={Role::Admin} typed={(*administrator).clone()} other_login={None::<AttrValue>} busy=false
                on_typed={let administrator = administrator.setter(); Callback::from(move |typed| administrator.set(typed))}
                on_back={go(Step::Office)} on_next={go(Step::Supervisor)}
            />
        },
        (Step::Supervisor, _) => html! {
            <PersonStep
                key="supervisor" role={Role::Supervisor} typed={(*supervisor).clone()} other_login={AttrValue::from(administrator.login.clone())} busy={*busy}
                on_typed={let supervisor = supervisor.setter(); Callback::from(move |typed| supervisor.set(typed))}
                on_back={go(Step::Administrator)} on_next={begin}
            />
        },
        (Step::Sheet, Some(sheet)) => html! {
            <SheetStep sheet={sheet.clone()} office={office.name.clone()} site={office.site.clone()} on_back={go(Step::Supervisor)} on_next={go(Step::Check)} />
        },
        (Step::Check, Some(sheet)) => html! {
            <CheckWordsStep
                sheet={sheet.clone()} on_back={go(Step::Sheet)}
                on_next={
                    let (checked, next) = (checked.setter(), go(Step::Backup));
                    Callback::from(move |typed| { checked.set(typed); next.emit(()); })
                }
            />
        },
        (Step::Backup, Some(_)) => {
            html! { <BackupPlaceStep busy={*busy} on_back={go(Step::Check)} on_finish={finish} /> }
        }
        (Step::Language | Step::Sheet | Step::Check | Step::Backup, _) => {
            let speak = looks.speak.clone();
            let on_choose = Callback::from(move |tag: Option<AttrValue>| {
                if let Some(chosen) = tag.and_then(|tag| tag.parse::<Language>().ok()) {
                    speak.emit(chosen);
                }
            });
            let options: Vec<Opt> =
                Language::ALL.iter().map(|offered| Opt::new(offered.tag(), offered.own_name())).collect();
            html! {
                <div class="stack">
                    <h1 id="step-title" tabindex="-1">{ words::setup_step_language(&language) }</h1>
                    <Field label={words::language(&language)} help={words::setup_language_text(&language)} group=true id="first-run-language">
                        <Choice {options} value={AttrValue::Static(language.tag())} {on_choose} keeps=true />
                    </Field>
                    <Buttons>
                        <Button id="first-run-next" weight={Weight::Main} label={words::next(&language)} on_press={go(Step::Office)} />
                        <Button id="first-run-back" label={words::back(&language)} on_press={props.on_leave.clone()} />
                    </Buttons>
                </div>
            }
        }
    };
    let names = vec![
        words::setup_step_language(&language),
        words::setup_step_office(&language),
        words::setup_step_administrator(&language),
        words::setup_step_supervisor(&language),
        words::setup_step_recovery(&language),
        words::setup_step_backup(&language),
    ];
    html! {
        <Threshold wide=true no_languages=true help={Topic::FirstRun}>
            <div class="stack">
                <div class="not-printed"><Steps steps={names.into_iter().map(AttrValue::from).collect::<Vec<_>>()} at={step.place()} /></div>
                if let Some(problem) = &*refused {
                    <Notice tone={Tone::Overdue} alert=true><p id="first-run-refused">{ frame::problem(&language, problem) }</p></Notice>
                }
                { page }
            </div>
        </Threshold>
    }
}
