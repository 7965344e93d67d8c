//! Two people side by side: every fact, both photos, what was decided; confirmed, rejected with a reason, taken back, printed.

use super::reasons::{band, said};
use crate::frame::{moment, now, print_page, use_workplace};
use crate::parts::{Button, Dialog, Field, Icon, Notice, Photo, Tag, TextArea, Tone, Weight, use_language};
use crate::screens::asking::{Asked, Refusal, use_asked, use_doing};
use crate::screens::case::{Picture, date_text, use_place_names};
use amparo_api::tracing::{Answer, Ask, Compared, Comparison, Decided, Decision, FactKind, Pair, Verdict};
use amparo_api::{Reply, Request, records};
use amparo_language::{Language, number, words};
use amparo_model::ids::{FileId, PlaceId, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What [`Comparing`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ComparingProps {
    /// Which two.
    pub(super) pair: Pair,
    /// Closed without a word.
    pub(super) on_close: Callback<()>,
    /// Something was decided.
    pub(super) on_decided: Callback<()>,
}

fn comparison(reply: Reply) -> Option<Comparison> {
    if let Reply::Tracing(Answer::Comparison(comparison)) = reply { Some(*comparison) } else { None }
}

pub(super) fn fact_word(language: &Language, fact: &str) -> String {
    match fact {
        "name" => words::match_fact_name(language),
        "script2" => words::match_fact_script2(language),
        "other-names" => words::match_fact_other_names(language),
        "sex" => words::match_fact_sex(language),
        "age" => words::match_fact_age(language),
        "born" => words::match_fact_born(language),
        "father" => words::match_fact_father(language),
        "mother" => words::match_fact_mother(language),
        "siblings" => words::match_fact_siblings(language),
        "relatives" => words::match_fact_relatives(language),
        "places" => words::match_fact_places(language),
        "separated" => words::match_fact_separated(language),
        "cause" => words::match_fact_cause(language),
        "nationality" => words::match_fact_nationality(language),
        "languages" => words::match_fact_languages(language),
        "marks" => words::match_fact_marks(language),
        "school" => words::match_fact_school(language),
        other => other.to_owned(),
    }
}

fn verdict(language: &Language, verdict: Verdict) -> (String, Tone, &'static str) {
    match verdict {
        Verdict::Agree => (words::match_verdict_agree(language), Tone::InOrder, "agree"),
        Verdict::Differ => (words::match_verdict_differ(language), Tone::Overdue, "differ"),
        Verdict::Missing => (words::match_verdict_missing(language), Tone::Closed, "missing"),
        Verdict::ToSee => (words::match_verdict_to_see(language), Tone::Neutral, "to-see"),
    }
}

/// One text of a fact in words.
pub(super) fn text(language: &Language, kind: &FactKind, text: &str, places: &BTreeMap<PlaceId, String>) -> String {
    let label = |list: &str, option: &str| {
        let known = amparo_forms::in_force().list(list);
        known.map_or_else(|| option.to_owned(), |list| list.label(option, language.tag()).to_owned())
    };
    match kind {
        FactKind::Text => text.to_owned(),
        FactKind::Options { list } => label(list, text),
        FactKind::Places => {
            let place = text.parse().ok().and_then(|id: PlaceId| places.get(&id).cloned());
            place.unwrap_or_else(|| words::place_not_known(language))
        }
        FactKind::Date => date_text(language, text),
        FactKind::Age => {
            let mut parts = text.split(' ');
            let years = parts.next().and_then(|years| years.parse().ok()).unwrap_or_default();
            let mut said = words::match_years(language, &number(language, years));
            for part in parts {
                match part {
                    "e" => said = format!("{said} {}", words::match_age_estimated(language)),
                    on => said = format!("{said}, {}", date_text(language, on)),
                }
            }
            said
        }
        FactKind::Relatives => match text.split_once('\n') {
            Some((relation, name)) if !relation.is_empty() => format!("{name} ({})", label("relation", relation)),
            Some((_, name)) => name.to_owned(),
            None => text.to_owned(),
        },
    }
}

/// A fact as either side tells it, and how the two stand to each other.
pub(in crate::screens) fn fact_row(language: &Language, fact: &Compared, places: &BTreeMap<PlaceId, String>) -> Html {
    let (word, tone, key) = verdict(language, fact.verdict);
    let side = |texts: &[String]| {
        let texts = texts.iter().map(|one| html! { <div><bdi>{ text(language, &fact.kind, one, places) }</bdi></div> });
        texts.collect::<Html>()
    };
    html! {
        <tr key={fact.fact.clone()} data-fact={fact.fact.clone()} data-verdict={key}>
            <th scope="row">{ fact_word(language, &fact.fact) }</th>
            <td>{ side(&fact.child) }</td>
            <td>{ side(&fact.sought) }</td>
            <td><Tag {word} {tone} /></td>
        </tr>
    }
}

/// Two records side by side.
#[component]
pub(super) fn Comparing(props: &ComparingProps) -> Html {
    let language = use_language();
    let (asked, again) = use_asked(Request::Tracing(Ask::Compare { pair: props.pair }), comparison);
    let title = match &asked {
        Asked::Here(here) => words::match_compare_pair(&language, &here.lead.child.code, &here.lead.sought.code),
        _ => words::match_compare(&language),
    };
    match asked {
        Asked::Here(here) => html! {
            <Beside {title} comparison={Rc::new(here)} on_close={props.on_close.clone()} on_decided={
                let (again, on_decided) = (again, props.on_decided.clone());
                Callback::from(move |()| { again.emit(()); on_decided.emit(()); })
            } />
        },
        Asked::Waiting => html! {
            <Dialog open=true wide=true {title} on_close={props.on_close.clone()}><p role="status">{ words::loading(&language) }</p></Dialog>
        },
        Asked::Refused(problem) => html! {
            <Dialog open=true wide=true {title} on_close={props.on_close.clone()}><Refusal {problem} on_again={again} /></Dialog>
        },
    }
}

#[derive(Properties, PartialEq)]
struct BesideProps {
    title: AttrValue,
    comparison: Rc<Comparison>,
    on_close: Callback<()>,
    on_decided: Callback<()>,
}

#[component]
fn Beside(props: &BesideProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let doing = use_doing();
    let reason = use_state(String::new);
    let Comparison { lead, facts, child_photo, sought_photo, past, may_decide } = &*props.comparison;
    let wanted: BTreeSet<PlaceId> = facts
        .iter()
        .filter(|fact| fact.kind == FactKind::Places)
        .flat_map(|fact| fact.child.iter().chain(&fact.sought))
        .filter_map(|place| place.parse().ok())
        .collect();
    let places = use_place_names(&wanted);
    let decide = |decision: Decision| {
        let (doing, reason, work, pair) = (doing.clone(), reason.clone(), work.clone(), lead.pair);
        let on_decided = props.on_decided.clone();
        Callback::from(move |()| {
            let (work, on_decided, reason_box) = (work.clone(), on_decided.clone(), reason.setter());
            let ask = Ask::Decide { pair, decision, reason: (*reason).clone() };
            doing.ask(Request::Tracing(ask), move |_| {
                let language = &work.language;
                work.toast(match decision {
                    Decision::Confirmed => words::match_confirmed_toast(language),
                    Decision::Rejected => words::match_rejected_toast(language),
                    Decision::Undone => words::match_undone_toast(language),
                });
                reason_box.set(String::new());
                on_decided.emit(());
            });
        })
    };
    let print = {
        let (work, pair) = (work.clone(), lead.pair);
        Callback::from(move |()| {
            let work = work.clone();
            spawn_local(async move {
                // What leaves on paper is told to the log first.
                if work.ask(Request::Tracing(Ask::Printed { pair })).await.is_ok() {
                    print_page();
                }
            });
        })
    };
    let counts = lead.decided.as_ref();
    let stands = |decision: Decision| counts.is_some_and(|said| said.decision == decision && !said.changed);
    let on_input = {
        let reason = reason.setter();
        Callback::from(move |text: String| reason.set(text))
    };
    let foot = html! { <>
        if *may_decide {
            if !stands(Decision::Confirmed) {
                <Button id="match-confirm" weight={Weight::Main} icon={Icon::Check} label={words::match_confirm(&language)} busy={doing.busy} on_press={decide(Decision::Confirmed)} />
            }
            if !stands(Decision::Rejected) {
                <Button id="match-reject" icon={Icon::Cross} label={words::match_reject(&language)} busy={doing.busy} disabled={reason.trim().is_empty()} on_press={decide(Decision::Rejected)} />
            }
            if counts.is_some() {
                <Button id="match-undo" icon={Icon::Undo} label={words::match_undo(&language)} busy={doing.busy} on_press={decide(Decision::Undone)} />
            }
        }
        <Button id="match-print" weight={Weight::Quiet} icon={Icon::Printer} label={words::match_print(&language)} on_press={print} />
        <Button label={words::close(&language)} on_press={props.on_close.clone()} />
    </> };
    let (word, tone) = band(&language, lead.band);
    let when = moment(&language, now());
    let printed =
        words::match_printed(&language, &lead.child.code, &work.who.office, &lead.sought.code, &when, &work.who.name);
    let said = |decided: &Decided| {
        html! { <li>{ said(&language, decided) }if !decided.reason.is_empty() { { ": " }<bdi>{ &decided.reason }</bdi> }</li> }
    };
    html! {
        <Dialog open=true wide=true title={props.title.clone()} on_close={props.on_close.clone()} {foot}>
            <div class="stack comparison" data-test="comparison">
                <p class="print-only small">{ printed }</p>
                <p class="line tight"><Tag {word} {tone} /><span class="note">{ words::match_compare_note(&language) }</span></p>
                if let Some(decided) = counts.filter(|decided| decided.changed) {
                    <Notice tone={Tone::DueSoon}><p>{ super::reasons::said(&language, decided) }{ " " }{ words::match_said_changed(&language) }</p></Notice>
                }
                <div class="table-frame"><table class="table compared">
                    <caption class="only-read-aloud">{ &props.title }</caption>
                    <thead><tr>
                        <th scope="col">{ words::match_fact(&language) }</th>
                        <th scope="col">{ words::match_child(&language) }{ " " }<bdi dir="ltr" class="code">{ &lead.child.code }</bdi></th>
                        <th scope="col">{ words::match_sought(&language) }{ " " }<bdi dir="ltr" class="code">{ &lead.sought.code }</bdi></th>
                        <th scope="col">{ words::match_verdict(&language) }</th>
                    </tr></thead>
                    <tbody>
                        if child_photo.is_some() || sought_photo.is_some() {
                            <tr data-fact="photo">
                                <th scope="row">{ words::photo(&language) }</th>
                                <td><SidePhoto record={lead.pair.child} file={*child_photo} opens={lead.child.opens} /></td>
                                <td><SidePhoto record={lead.pair.request} file={*sought_photo} opens={lead.sought.opens} /></td>
                                <td></td>
                            </tr>
                        }
                        { for facts.iter().map(|fact| fact_row(&language, fact, &places)) }
                    </tbody>
                </table></div>
                if !past.is_empty() {
                    <section class="stack tight">
                        <h3>{ words::match_past(&language) }</h3>
                        <ul class="plain">{ for past.iter().map(said) }</ul>
                    </section>
                }
                if *may_decide && !stands(Decision::Rejected) {
                    <div class="not-printed">
                        <Field id="match-reason" label={words::match_reason(&language)} help={words::match_reason_note(&language)}>
                            <TextArea value={(*reason).clone()} {on_input} />
                        </Field>
                    </div>
                }
                <Refusal problem={doing.problem.clone()} />
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub struct SidePhotoProps {
    /// The record it is of.
    pub record: RecordId,
    /// The photo.
    pub file: Option<FileId>,
    /// Whether this person may open the record.
    pub opens: bool,
}

/// A photo of one side, covered until somebody asks to see it.
#[component]
pub fn SidePhoto(props: &SidePhotoProps) -> Html {
    let language = use_language();
    let work = use_workplace();
    let picture = use_state(|| None::<Rc<Picture>>);
    let on_show = {
        let (work, picture, record, file) = (work, picture.setter(), props.record, props.file);
        Callback::from(move |()| {
            let (work, picture) = (work.clone(), picture.clone());
            let Some(file) = file else { return };
            spawn_local(async move {
                let ask = records::Ask::Photo { record: Some(record), file };
                if let Ok(Reply::Records(records::Answer::Photo { jpeg })) = work.ask(Request::Records(ask)).await {
                    picture.set(Picture::of("image/jpeg", &jpeg).map(Rc::new));
                }
            });
        })
    };
    if !props.opens {
        return html! { <p class="muted small">{ words::match_no_photo_reach(&language) }</p> };
    }
    let src = picture.as_ref().map(|picture| picture.address());
    html! { <Photo {src} exists={props.file.is_some()} {on_show} /> }
}
