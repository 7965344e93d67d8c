//! The first page: what waits. Every number is the number of rows of the list that it opens.

use super::asking::{Asked, PageHead, Refusal, use_asked};
use super::case::type_of_form;
use super::forms::DraftsToCount;
use super::work::Workers;
use crate::frame::{self, Screen, use_workplace};
use crate::parts::{Button, Icon, Sheet, Tone, use_language};
use amparo_access::{Action, may};
use amparo_api::passing::Which;
use amparo_api::records::{Answer, Ask, DraftRow, Home, Show};
use amparo_api::work::When;
use amparo_api::{Reply, Request, tracing};
use amparo_language::{number, words};
use amparo_matching::Band;
use amparo_model::record::RecordType;
use yew::prelude::*;

/// The first page.
#[component]
pub fn HomeScreen() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let allowed = workplace.allowed();
    html! {
        <>
            <PageHead title={words::home_hello(&language, &workplace.who.name)} note={words::home_note(&language)} />
            if may(allowed, Action::ListRecords) || may(allowed, Action::AgreeToDestroy) { <Waiting /> }
            if may(allowed, Action::FindMatches) { <StrongLeads /> }
            if may(allowed, Action::CountUse) { <DraftsToCount /> }
            if may(allowed, Action::Approve) { <Workers /> }
            if may(allowed, Action::WriteRecords) { <Drafts /> }
            if may(allowed, Action::ProposePerson) { <FirstSteps /> }
        </>
    }
}

#[component]
fn Waiting() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (home, again) = use_asked(Request::Records(Ask::Home {}), |reply| match reply {
        Reply::Records(Answer::Home(home)) => Some(home),
        _ => None,
    });
    let home = match home {
        Asked::Here(home) => home,
        Asked::Refused(problem) => return html! { <Refusal {problem} on_again={again} /> },
        Asked::Waiting => Home::default(),
    };
    let tile = |key: &'static str, count: usize, what: String, tone: Tone, icon: Icon, screen: Screen| {
        let workplace = workplace.clone();
        let onclick = Callback::from(move |_: MouseEvent| workplace.go(screen));
        let tone = if count == 0 { Tone::Closed } else { tone };
        html! {
            <li {key}>
                <button type="button" class="tile" id={format!("tile-{key}")} data-spine={tone.name()} {onclick}>
                    <span class="number">{ number(&language, i64::try_from(count).unwrap_or(i64::MAX)) }</span>
                    <span class="what">{ icon.draw() }{ what }</span>
                </button>
            </li>
        }
    };
    // The numbers are those of the records that this person's work turns about.
    let of = frame::types_of(workplace.who.role).first().copied().unwrap_or_default();
    let cases = |show| Screen::Records { of, show };
    let tasks = |when| Screen::Work { when, owner: None, what: None };
    let lists = may(workplace.allowed(), Action::ListRecords);
    // Whoever lists no records has this page for other things: it speaks up when something waits.
    if !lists && home.destructions == 0 {
        return Html::default();
    }
    html! {
        <section class="stack tight" aria-labelledby="waiting">
            <h2 id="waiting">{ words::home_waiting(&language) }</h2>
            <ul class="tiles">
                if may(workplace.allowed(), Action::ReadRecords) {
                    { tile("overdue", home.work.overdue, words::home_overdue(&language), Tone::Overdue, Icon::CircleAlert, tasks(When::Overdue)) }
                    { tile("today", home.work.today, words::work_today(&language), Tone::DueSoon, Icon::Calendar, tasks(When::Today)) }
                    { tile("due", home.work.week, words::work_week(&language), Tone::DueSoon, Icon::Clock, tasks(When::Week)) }
                }
                if lists {
                { tile("quiet", home.quiet, words::home_quiet(&language), Tone::Immediate, Icon::CircleAlert, cases(Show::Quiet)) }
                { tile("high", home.high, words::home_high(&language), Tone::Immediate, Icon::OctagonAlert, cases(Show::High)) }
                { tile("incomplete", home.incomplete, words::home_incomplete(&language), Tone::DueSoon, Icon::FileText, cases(Show::Incomplete)) }
                { tile("current", home.current, words::home_current(&language), Tone::Open, Icon::FolderOpen, cases(Show::Current)) }
                }
                if may(workplace.allowed(), Action::ReceiveBundles) {
                    { tile("from-others", home.from_others, words::home_from_others(&language), Tone::Open, Icon::MailOpen, cases(Show::FromOthers)) }
                }
                if may(workplace.allowed(), Action::Approve) {
                    { tile("approvals", home.approvals, words::home_approvals(&language), Tone::DueSoon, Icon::CircleCheck, Screen::Work { when: When::All, owner: None, what: Some("approval") }) }
                }
                if may(workplace.allowed(), Action::ReadRecords) {
                    { tile("flags", home.flags, words::home_flags(&language), Tone::DueSoon, Icon::Flag, Screen::Flags) }
                    { tile("alerts", home.alerts, words::home_alerts(&language), Tone::DueSoon, Icon::Info, Screen::Alerts) }
                }
                if may(workplace.allowed(), Action::AgreeToDestroy) && home.destructions > 0 {
                    { tile("destructions", home.destructions, words::home_destructions(&language), Tone::DueSoon, Icon::CircleAlert, Screen::Retention) }
                }
                if may(workplace.allowed(), Action::WriteRecords) {
                    { tile("to-answer", home.to_answer, words::home_to_answer(&language), Tone::DueSoon, Icon::MailOpen, Screen::Passed { which: Which::ForMe }) }
                    { tile("unanswered", home.unanswered, words::home_unanswered(&language), Tone::Open, Icon::ArrowLeftRight, Screen::Passed { which: Which::Waiting }) }
                }
                if may(workplace.allowed(), Action::AdmitPerson) {
                    { tile("proposals", home.proposals, words::home_proposals(&language), Tone::DueSoon, Icon::UserCheck, Screen::People) }
                }
            </ul>
        </section>
    }
}

/// How many strong leads wait for a look. Asked apart: nothing on this page waits for it.
#[component]
fn StrongLeads() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let ask = tracing::Ask::Leads { band: None, state: tracing::State::Waiting, skip: 0, take: 0 };
    let (counts, _) = use_asked(Request::Tracing(ask), |reply| match reply {
        Reply::Tracing(tracing::Answer::Leads { counts, .. }) => Some(counts),
        _ => None,
    });
    // What cannot be told now is told by the page itself.
    let Asked::Here(counts) = counts else { return Html::default() };
    let strong = |count: &&tracing::Count| count.band == Band::Strong && count.state == tracing::State::Waiting;
    let waiting: usize = counts.iter().filter(strong).map(|count| count.count).sum();
    if waiting == 0 {
        return Html::default();
    }
    let onclick = Callback::from(move |_: MouseEvent| workplace.go(Screen::Tracing { strong: true }));
    html! {
        <ul class="tiles home-part">
            <li>
                <button type="button" class="tile" id="tile-leads" data-spine={Tone::InOrder.name()} {onclick}>
                    <span class="number">{ number(&language, i64::try_from(waiting).unwrap_or(i64::MAX)) }</span>
                    <span class="what">{ Icon::UserCheck.draw() }{ words::home_leads(&language) }</span>
                </button>
            </li>
        </ul>
    }
}

#[component]
fn Drafts() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (drafts, again) = use_asked(Request::Records(Ask::Drafts {}), |reply| match reply {
        Reply::Records(Answer::Drafts { drafts }) => Some(drafts),
        _ => None,
    });
    let row = |draft: &DraftRow| {
        let of = type_of_form(&draft.form);
        let screen = Screen::Record { of, record: draft.record, draft: Some(draft.draft), from: None, form: None };
        let workplace = workplace.clone();
        let title = match (draft.code.is_empty(), of) {
            (false, _) => draft.code.clone(),
            (true, RecordType::CASE) => words::draft_new(&language),
            (true, of) => frame::type_new(&language, of),
        };
        html! {
            <li class="card line apart" key={draft.draft.to_string()}>
                <span class="line">
                    { Icon::Pencil.draw() }
                    <span><strong><bdi>{ title }</bdi></strong><br /><span class="muted small">{ words::status_draft(&language, &frame::moment(&language, draft.at)) }</span></span>
                </span>
                <Button label={words::draft_open(&language)} id={format!("draft-{}", draft.draft)} on_press={Callback::from(move |()| workplace.go(screen))} />
            </li>
        }
    };
    let inside = match &drafts {
        Asked::Waiting => Html::default(),
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again} /> },
        Asked::Here(drafts) if drafts.is_empty() => {
            html! { <p class="muted prose">{ words::drafts_empty_text(&language) }</p> }
        }
        Asked::Here(drafts) => html! { <ul class="stack tight" id="drafts">{ for drafts.iter().map(row) }</ul> },
    };
    html! {
        <section class="stack tight home-part" aria-labelledby="drafts-title">
            <h2 id="drafts-title">{ words::drafts_title(&language) }</h2>
            { inside }
        </section>
    }
}

/// What an administrator does first in a new office.
#[component]
fn FirstSteps() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let step = |id: &'static str, icon: Icon, title: String, text: String, button: String, screen: Screen| {
        let workplace = workplace.clone();
        html! {
            <li>
                <Sheet class="quiet first-step">
                    <div class="stack tight">
                        <h3 class="line">{ icon.draw() }{ title }</h3>
                        <p class="muted">{ text }</p>
                        <div><Button {id} label={button} on_press={Callback::from(move |()| workplace.go(screen))} /></div>
                    </div>
                </Sheet>
            </li>
        }
    };
    html! {
        <section class="stack tight" aria-labelledby="first-steps">
            <h2 id="first-steps">{ words::home_first_steps(&language) }</h2>
            <p class="muted prose">{ words::setup_administrator_text(&language) }</p>
            <ol class="grid-3">
                { step("step-places", Icon::MapPin, words::places_title(&language), words::places_empty_text(&language), words::places_import(&language), Screen::Places) }
                { step("step-people", Icon::Users, words::people_title(&language), words::people_empty_text(&language), words::people_propose(&language), Screen::People) }
                { step("step-backups", Icon::Backup, words::backup_title(&language), words::home_backups_text(&language), words::home_backups_go(&language), Screen::Settings) }
            </ol>
        </section>
    }
}
