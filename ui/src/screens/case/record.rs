//! One record: asks for it, and for unsaved work that belongs to it.

use super::opened::Opened;
use crate::frame::{Workplace, type_word, use_workplace};
use crate::parts::use_language;
use crate::screens::asking::{PageHead, Refusal};
use amparo_access::{Action, may};
use amparo_api::records::{Answer, Ask, Draft, DraftRow, Record};
use amparo_api::{Code, Problem, Reply, Request, around};
use amparo_language::words;
use amparo_model::ids::{DraftId, RecordId};
use amparo_model::record::RecordType;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A record and the unsaved work that belongs to it.
#[derive(Clone, PartialEq)]
pub struct Loaded {
    /// What it is.
    pub of: RecordType,
    /// The record; none for one that is not registered yet.
    pub record: Option<Rc<Record>>,
    /// Unsaved work to go on with.
    pub draft: Option<Rc<Draft>>,
    /// Unsaved work of this person on this record that was not asked for.
    pub waiting: Option<DraftRow>,
    /// The record that a new one comes from.
    pub from: Option<Rc<Record>>,
    /// The form it opens at, when that was asked for.
    pub form: Option<&'static str>,
    /// Parts of the record that are covered otherwise, and were asked for.
    pub shown: Rc<Vec<String>>,
    /// It is filled at once: whoever asked for what is covered wants to edit.
    pub fill: bool,
}

/// What is to be shown of what is covered, and whether it is to be filled then.
pub type Shown = (Rc<Vec<String>>, bool);

/// What is asked for: a record, unsaved work, the record that a new one comes from.
type Wanted = (Option<RecordId>, Option<DraftId>, Option<RecordId>);

/// What a record's page needs.
#[derive(Properties, PartialEq)]
pub struct RecordProps {
    /// Of which type.
    pub of: RecordType,
    /// Which; none registers a new one.
    pub record: Option<RecordId>,
    /// Unsaved work to go on with.
    pub draft: Option<DraftId>,
    /// A new one begins with a link to this one.
    pub from: Option<RecordId>,
    /// The form it opens at.
    #[prop_or_default]
    pub form: Option<&'static str>,
}

/// A record.
#[component]
pub fn RecordScreen(props: &RecordProps) -> Html {
    let work = use_workplace();
    let language = use_language();
    // What is shown, and how many times it was asked for: each time begins a new page.
    let loaded = use_state(|| (0_u32, None::<Result<Loaded, Problem>>));
    let asked = use_state(|| (props.record, props.draft, props.from));
    let shown = use_state(Shown::default);
    let of = props.of;
    let place = use_mut_ref(|| None::<AttrValue>);
    {
        let loaded = loaded.clone();
        use_effect_with(*asked, move |asked| {
            let asked = *asked;
            spawn_local(async move {
                let answer = load(&work, of, asked, &Shown::default()).await;
                loaded.set((loaded.0 + 1, Some(answer)));
            });
        });
    }
    {
        // What is covered is asked for: the record is opened anew with it.
        let (loaded, asked, work) = (loaded.clone(), *asked, use_workplace());
        use_effect_with((*shown).clone(), move |shown| {
            let shown = shown.clone();
            if !shown.0.is_empty() {
                spawn_local(async move {
                    let answer = load(&work, of, asked, &shown).await;
                    loaded.set((loaded.0 + 1, Some(answer)));
                });
            }
        });
    }
    let on_open = {
        let (asked, loaded, shown) = (asked.clone(), loaded.clone(), shown.setter());
        let work = use_workplace();
        Callback::from(move |(record, draft): (Option<RecordId>, Option<DraftId>)| {
            let next = (record, draft, None);
            shown.set(Shown::default()); // covered again
            if *asked == next {
                // The same again: the effect would not see a change.
                let (work, loaded) = (work.clone(), loaded.clone());
                spawn_local(async move {
                    let answer = load(&work, of, next, &Shown::default()).await;
                    loaded.set((loaded.0 + 1, Some(answer)));
                });
            } else {
                asked.set(next);
            }
        })
    };
    let on_show = {
        let shown = shown.setter();
        Callback::from(move |next: Shown| shown.set(next))
    };
    match &loaded.1 {
        None => html! { <PageHead title={words::loading(&language)} /> },
        Some(Err(problem)) => html! {
            <>
                <PageHead title={type_word(&language, of)} />
                <Refusal problem={problem.clone()} on_again={let (on_open, asked) = (on_open.clone(), asked.clone()); Callback::from(move |()| on_open.emit((asked.0, asked.1)))} />
            </>
        },
        Some(Ok(here)) => {
            html! { <Opened key={loaded.0} loaded={Loaded { form: props.form, ..here.clone() }} {on_open} {on_show} {place} /> }
        }
    }
}

async fn load(
    work: &Workplace,
    of: RecordType,
    (record, draft, from): Wanted,
    shown: &Shown,
) -> Result<Loaded, Problem> {
    let mut parts = shown.0.clone();
    let draft = match draft {
        None => None,
        Some(draft) => match work.ask(Request::Records(Ask::OpenDraft { draft })).await? {
            Reply::Records(Answer::Draft(draft)) => Some(Rc::new(*draft)),
            _ => return Err(Code::Internal.into()),
        },
    };
    let record = match record.or_else(|| draft.as_ref().and_then(|draft| draft.row.record)) {
        None => None,
        Some(record) => {
            let opened = open(work, record, &parts).await?;
            // Unsaved work goes on with everything that it was begun on.
            if draft.is_some() && !opened.covered.is_empty() {
                parts = Rc::new(opened.covered.iter().map(|covered| covered.part.clone()).collect());
                Some(open(work, record, &parts).await?)
            } else {
                Some(opened)
            }
        }
    };
    let mut waiting = None;
    if let (Some(record), None, true) = (&record, &draft, may(work.allowed(), Action::WriteRecords))
        && let Ok(Reply::Records(Answer::Drafts { drafts })) = work.ask(Request::Records(Ask::Drafts {})).await
    {
        waiting = drafts.into_iter().find(|row| row.record == Some(record.record));
    }
    let from = match from {
        Some(from) if record.is_none() && draft.is_none() => Some(open(work, from, &[]).await?),
        _ => None,
    };
    let of = record.as_ref().map_or(of, |record| record.row.of);
    Ok(Loaded { of, record, draft, waiting, from, form: None, shown: parts, fill: shown.1 })
}

/// Opens a record; with parts of it that are covered otherwise, where they were asked for.
///
/// # Errors
/// What the office refused.
pub async fn open(work: &Workplace, record: RecordId, shown: &[String]) -> Result<Rc<Record>, Problem> {
    let ask = if shown.is_empty() {
        Request::Records(Ask::Open { record })
    } else {
        Request::Around(around::Ask::Uncover { record, parts: shown.to_vec() })
    };
    match work.ask(ask).await? {
        Reply::Records(Answer::Record(record)) => Ok(Rc::from(record)),
        _ => Err(Code::Internal.into()),
    }
}
