//! Which forms are in force, drafts of a change, and what was in force before.

use super::bringing::{Bringing, Brought};
use super::leaving::{SealedOut, export};
use super::taking_over::{speak_anew, take_over};
use super::words_file::words_out;
use crate::frame::{moment, use_workplace};
use crate::parts::{
    Button, Buttons, Column, Dialog, EmptyState, Icon, Menu, MenuItem, Sheet, Table, TableRow, Weight, use_language,
};
use crate::screens::asking::{Asked, Doing, PageHead, Refusal, use_asked, use_doing};
use crate::screens::one_name::OneName;
use amparo_api::shaping::{Answer, Ask, DraftLine, PastLine};
use amparo_api::{Reply, Request};
use amparo_language::{number, words};
use yew::prelude::*;

#[derive(Clone, PartialEq)]
struct Shelf {
    number: u32,
    drafts: Vec<DraftLine>,
    past: Vec<PastLine>,
}

fn read(reply: Reply) -> Option<Shelf> {
    match reply {
        Reply::Shaping(Answer::Overview { number, drafts, past }) => Some(Shelf { number, drafts, past }),
        _ => None,
    }
}

/// What lies over the page.
#[derive(Clone, PartialEq)]
enum Over {
    Nothing,
    Begin,
    Bring,
    Seal,
    Drop(DraftLine),
    Back { number: u32, name: String },
}

/// What [`Overview`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    pub(super) on_open: Callback<DraftLine>,
}

/// The overview.
#[component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let (asked, again) = use_asked(Request::Shaping(Ask::Overview {}), read);
    let over = use_state(|| Over::Nothing);
    let doing = use_doing();
    let open = |next: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(next.clone()))
    };
    let close = open(Over::Nothing);
    let changed = {
        let (over, again) = (over.setter(), again.clone());
        Callback::from(move |()| {
            over.set(Over::Nothing);
            again.emit(());
        })
    };
    let more = {
        let (workplace, over) = (workplace.clone(), over.setter());
        Callback::from(move |key: AttrValue| match key.as_str() {
            "seal" => over.set(Over::Seal),
            "words-out" => words_out(&workplace, None),
            _ => export(&workplace, None),
        })
    };
    let menu = vec![
        MenuItem {
            key: "export".into(),
            label: words::shape_export(&language).into(),
            icon: Some(Icon::Download),
            keys: None,
        },
        MenuItem { key: "seal".into(), label: words::shape_seal(&language).into(), icon: Some(Icon::Lock), keys: None },
        MenuItem {
            key: "words-out".into(),
            label: words::shape_words_out(&language).into(),
            icon: Some(Icon::Download),
            keys: None,
        },
    ];
    let inside = match &asked {
        Asked::Waiting => html! { <p class="muted">{ words::loading(&language) }</p> },
        Asked::Refused(problem) => html! { <Refusal problem={problem.clone()} on_again={again.clone()} /> },
        Asked::Here(shelf) => {
            let since = shelf.past.iter().find(|line| line.number == shelf.number);
            let in_force = match since {
                Some(line) => words::shape_in_force(
                    &language,
                    &line.name,
                    &number(&language, i64::from(line.number)),
                    &moment(&language, line.at),
                    &line.by,
                ),
                None => words::shape_in_force_standard(&language),
            };
            html! {
                <div class="stack">
                    <Sheet title={words::shape_in_force_title(&language)} actions={html! { <span id="forms-more" class="hook"><Menu label={words::shape_more(&language)} items={menu} on_choose={more} /></span> }}>
                        <p id="forms-in-force" data-number={shelf.number.to_string()}>{ in_force }</p>
                    </Sheet>
                    <section class="stack tight" aria-labelledby="drafts-title">
                        <h2 id="drafts-title" class="small-title">{ words::shape_drafts(&language) }</h2>
                        if shelf.drafts.is_empty() {
                            <EmptyState icon={Icon::FileText} title={words::shape_drafts_none(&language)} text={words::shape_drafts_none_text(&language)} />
                        } else {
                            { drafts(language, shelf, &props.on_open, &over) }
                        }
                    </section>
                    <section class="stack tight" aria-labelledby="past-title">
                        <h2 id="past-title" class="small-title">{ words::shape_past(&language) }</h2>
                        { past(language, shelf, &over) }
                    </section>
                </div>
            }
        }
    };
    let begun = {
        let (on_open, over) = (props.on_open.clone(), over.setter());
        Callback::from(move |reply: Reply| {
            over.set(Over::Nothing);
            if let Some(draft) = read(reply).and_then(|shelf| shelf.drafts.first().cloned()) {
                on_open.emit(draft);
            }
        })
    };
    let drop_it = {
        let (doing, over, changed) = (doing.clone(), over.clone(), changed.clone());
        Callback::from(move |()| {
            if let Over::Drop(line) = &*over {
                let changed = changed.clone();
                doing.ask(Request::Shaping(Ask::Drop { draft: line.draft }), move |_| changed.emit(()));
            }
        })
    };
    let go_back = {
        let (doing, over, changed, workplace) = (doing.clone(), over.clone(), changed.clone(), workplace);
        Callback::from(move |()| {
            if let Over::Back { number, .. } = &*over {
                let (changed, workplace) = (changed.clone(), workplace.clone());
                doing.ask(Request::Shaping(Ask::GoBack { number: *number }), move |reply| {
                    if let Reply::Shaping(Answer::InForce { text, .. }) = reply {
                        take_over(text);
                        speak_anew(&workplace);
                        workplace.toast(words::shape_applied(&language));
                    }
                    changed.emit(());
                });
            }
        })
    };
    let brought = {
        let (on_open, over, again) = (props.on_open.clone(), over.setter(), again);
        Callback::from(move |brought: Brought| {
            over.set(Over::Nothing);
            match brought {
                Brought::Open(line) => on_open.emit(line),
                Brought::Later => again.emit(()),
            }
        })
    };
    html! {
        <>
            <PageHead title={words::shape_page(&language)} note={words::shape_note(&language)}>
                <Buttons at_end=true>
                    <Button id="forms-begin" weight={Weight::Main} icon={Icon::Plus} label={words::shape_begin(&language)} on_press={open(Over::Begin)} />
                    <Button id="forms-bring" icon={Icon::Upload} label={words::shape_bring(&language)} on_press={open(Over::Bring)} />
                </Buttons>
            </PageHead>
            { inside }
            <Dialog open={*over == Over::Begin} title={words::shape_begin(&language)} on_close={close.clone()}>
                <OneName
                    id="draft-name" go="draft-begin-go" label={words::shape_name(&language)} help={AttrValue::from(words::shape_name_help(&language))}
                    missing={words::shape_name_missing(&language)} button={words::shape_begin(&language)}
                    request={Callback::from(|name| Request::Shaping(Ask::Begin { name }))} on_done={begun}
                >
                    <p class="muted">{ words::shape_begin_text(&language) }</p>
                </OneName>
            </Dialog>
            <Dialog open={*over == Over::Bring} title={words::shape_bring(&language)} on_close={changed.clone()} wide=true>
                <Bringing on_done={brought} on_close={close.clone()} />
            </Dialog>
            <SealedOut open={*over == Over::Seal} draft={None} on_close={close.clone()} />
            <Dialog
                open={matches!(*over, Over::Drop(_))} title={words::shape_drop(&language)} on_close={close.clone()}
                foot={confirm(language, &doing, "drop-go", words::shape_drop(&language), drop_it, close.clone())}
            >
                <Refusal problem={doing.problem.clone()} />
                if let Over::Drop(line) = &*over { <p>{ words::shape_drop_sure(&language, &line.name) }</p> }
            </Dialog>
            <Dialog
                open={matches!(*over, Over::Back { .. })} title={words::shape_go_back(&language)} on_close={close.clone()}
                foot={confirm(language, &doing, "go-back-go", words::shape_go_back(&language), go_back, close)}
            >
                <Refusal problem={doing.problem.clone()} />
                if let Over::Back { name, .. } = &*over { <p>{ words::shape_go_back_sure(&language, name) }</p> }
                <p class="muted">{ words::shape_apply_note(&language) }</p>
            </Dialog>
        </>
    }
}

fn confirm(
    language: amparo_language::Language,
    doing: &Doing,
    id: &'static str,
    label: String,
    go: Callback<()>,
    close: Callback<()>,
) -> Html {
    html! {
        <>
            <Button {id} weight={Weight::Grave} busy={doing.busy} {label} on_press={go} />
            <Button label={words::cancel(&language)} on_press={close} />
        </>
    }
}

fn drafts(
    language: amparo_language::Language,
    shelf: &Shelf,
    on_open: &Callback<DraftLine>,
    over: &UseStateHandle<Over>,
) -> Html {
    let row = |line: &DraftLine| {
        let open = {
            let (on_open, line) = (on_open.clone(), line.clone());
            Callback::from(move |()| on_open.emit(line.clone()))
        };
        let throw = {
            let (over, line) = (over.setter(), line.clone());
            Callback::from(move |()| over.set(Over::Drop(line.clone())))
        };
        let older = line.from != shelf.number;
        TableRow {
            key: line.draft.to_string().into(),
            spine: None,
            cells: vec![
                html! { <><strong><bdi>{ &line.name }</bdi></strong>if older { <p class="muted small">{ words::shape_older(&language) }</p> }</> },
                html! { moment(&language, line.at) },
                html! { <bdi>{ &line.by }</bdi> },
                html! {
                    <Buttons at_end=true>
                        <Button small=true id={format!("draft-open-{}", line.draft)} icon={Icon::Pencil} label={words::shape_open(&language)} on_press={open} />
                        <Button small=true id={format!("draft-drop-{}", line.draft)} weight={Weight::Quiet} icon={Icon::Remove} icon_only=true label={words::shape_drop(&language)} on_press={throw} />
                    </Buttons>
                },
            ],
        }
    };
    let columns = vec![
        Column::new("name", words::shape_name(&language)),
        Column::new("at", words::shape_kept_at(&language)),
        Column::new("by", words::shape_by(&language)),
        Column::new("do", String::new()).fit(),
    ];
    html! { <div id="forms-drafts"><Table caption={words::shape_drafts(&language)} {columns} rows={shelf.drafts.iter().map(row).collect::<Vec<_>>()} /></div> }
}

fn past(language: amparo_language::Language, shelf: &Shelf, over: &UseStateHandle<Over>) -> Html {
    let back = |number: u32, name: String| {
        let over = over.setter();
        let press = Callback::from(move |()| over.set(Over::Back { number, name: name.clone() }));
        html! { <Button small=true id={format!("go-back-{number}")} icon={Icon::History} label={words::shape_go_back(&language)} on_press={press} /> }
    };
    let row = |line: &PastLine| {
        let now = line.number == shelf.number;
        TableRow {
            key: line.number.to_string().into(),
            spine: None,
            cells: vec![
                html! { number(&language, i64::from(line.number)) },
                html! { <bdi>{ &line.name }</bdi> },
                html! { moment(&language, line.at) },
                html! { <bdi>{ &line.by }</bdi> },
                if now {
                    html! { words::shape_in_force_mark(&language) }
                } else {
                    back(line.number, line.name.clone())
                },
            ],
        }
    };
    let mut rows: Vec<TableRow> = shelf.past.iter().map(row).collect();
    let standard = words::shape_standard(&language);
    rows.push(TableRow {
        key: "0".into(),
        spine: None,
        cells: vec![
            html! { number(&language, 0) },
            html! { &standard },
            Html::default(),
            Html::default(),
            if shelf.number == 0 {
                html! { words::shape_in_force_mark(&language) }
            } else {
                back(0, standard.clone())
            },
        ],
    });
    let columns = vec![
        Column::new("number", words::shape_number(&language)).fit(),
        Column::new("name", words::shape_name(&language)),
        Column::new("at", words::shape_since(&language)),
        Column::new("by", words::shape_by(&language)),
        Column::new("do", String::new()).fit(),
    ];
    html! { <div id="forms-past"><Table caption={words::shape_past(&language)} {columns} {rows} /></div> }
}
