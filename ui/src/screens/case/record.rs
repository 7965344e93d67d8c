//! One record: asks for it, and for unsaved work that belongs to it.

use super::opened::Opened;
use crate::frame::{Workplace, type_word, use_workplace};
use crate::parts::use_language;
use crate::screens::asking::{PageHead, Refusal};
use amparo_access::{Action, may};
use amparo_api::records::{Answer, Ask, Draft, DraftRow, Record};
use amparo_api::{Code, Problem, Reply, Request};
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
}

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
    let of = props.of;
    let place = use_mut_ref(|| None::<AttrValue>);
    {
        let loaded = loaded.clone();
        use_effect_with(*asked, move |asked| {
            let asked = *asked;
            spawn_local(async move {
                let answer = load(&work, of, asked).await;
                loaded.set((loaded.0 + 1, Some(answer)));
            });
        });
    }
    let on_open = {
        let (asked, loaded) = (asked.clone(), loaded.clone());
        let work = use_workplace();
        Callback::from(move |(record, draft): (Option<RecordId>, Option<DraftId>)| {
            let next = (record, draft, None);
            if *asked == next {
                // The same again: the effect would not see a change.
                let (work, loaded) = (work.clone(), loaded.clone());
                spawn_local(async move {
                    let answer = load(&work, of, next).await;
                    loaded.set((loaded.0 + 1, Some(answer)));
                });
            } else {
                asked.set(next);
            }
        })
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
            html! { <Opened key={loaded.0} loaded={Loaded { form: props.form, ..here.clone() }} {on_open} {place} /> }
        }
    }
}

async fn load(work: &Workplace, of: RecordType, (record, draft, from): Wanted) -> Result<Loaded, Problem> {
    let draft = match draft {
        None => None,
        Some(draft) => match work.ask(Request::Records(Ask::OpenDraft { draft })).await? {
            Reply::Records(Answer::Draft(draft)) => Some(Rc::new(*draft)),
            _ => return Err(Code::Internal.into()),
        },
    };
    let record = match record.or_else(|| draft.as_ref().and_then(|draft| draft.row.record)) {
        None => None,
        Some(record) => Some(open(work, record).await?),
    };
    let mut waiting = None;
    if let (Some(record), None, true) = (&record, &draft, may(work.allowed(), Action::WriteRecords))
        && let Ok(Reply::Records(Answer::Drafts { drafts })) = work.ask(Request::Records(Ask::Drafts {})).await
    {
        waiting = drafts.into_iter().find(|row| row.record == Some(record.record));
    }
    let from = match from {
        Some(from) if record.is_none() && draft.is_none() => Some(open(work, from).await?),
        _ => None,
    };
    let of = record.as_ref().map_or(of, |record| record.row.of);
    Ok(Loaded { of, record, draft, waiting, from, form: None })
}

/// Opens a record.
///
/// # Errors
/// What the office refused.
pub async fn open(work: &Workplace, record: RecordId) -> Result<Rc<Record>, Problem> {
    match work.ask(Request::Records(Ask::Open { record })).await? {
        Reply::Records(Answer::Record(record)) => Ok(Rc::from(record)),
        _ => Err(Code::Internal.into()),
    }
}
