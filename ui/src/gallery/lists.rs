//! Lists, sections, sheets and the frame.

use amparo_language::words;
use yew::prelude::*;

use super::Shown;
use crate::parts::*;

fn rows(language: &amparo_language::Language) -> Vec<TableRow> {
    let risky = [
        ("XDH-2026-000017", "Mariam Salib / مريم صليب", "9", Tone::Immediate, words::risk_immediate(language)),
        ("XDH-2026-000021", "Samir Haddad", "14", Tone::Overdue, words::risk_high(language)),
        (
            "XDH-2026-000033",
            "Lucía Andrade, called Lu in the village, and by a long name at school",
            "6",
            Tone::DueSoon,
            words::risk_medium(language),
        ),
        ("XDH-2026-000034", "نور", "11", Tone::InOrder, words::risk_low(language)),
        ("XDH-2026-000040", "", "3", Tone::Closed, words::status_closed(language)),
    ];
    risky
        .into_iter()
        .map(|(code, name, age, tone, word)| TableRow {
            key: code.into(),
            cells: vec![
                html! { <span class="code">{ code }</span> },
                html! { <bdi>{ name }</bdi> },
                html! { amparo_language::with_digits(language, age) },
                html! { <Tag {tone} {word} /> },
            ],
            spine: Some(tone),
        })
        .collect()
}

/// Lists, tabs, sheets.
#[component]
pub(super) fn Lists() -> Html {
    let language = use_language();
    let sorted = use_state(|| Sorted { by: "code".into(), backwards: false });
    let search = use_state(String::new);
    let skip = use_state(|| 0_usize);
    let at = use_state(|| None::<AttrValue>);
    let on_sort = {
        let sorted = sorted.clone();
        Callback::from(move |next| sorted.set(next))
    };
    let on_search = {
        let search = search.clone();
        Callback::from(move |text| search.set(text))
    };
    let on_turn = {
        let skip = skip.clone();
        Callback::from(move |next| skip.set(next))
    };
    let on_row = {
        let at = at.clone();
        Callback::from(move |key| at.set(Some(key)))
    };
    let columns = vec![
        Column::new("code", words::column_code(&language)).sortable().fit(),
        Column::new("name", words::column_name(&language)).sortable(),
        Column { number: true, ..Column::new("age", words::column_age(&language)) },
        Column::new("risk", words::column_risk(&language)).sortable(),
    ];
    let chips = vec![
        FilterChip { key: "overdue".into(), label: words::home_overdue(&language).into(), on: true },
        FilterChip { key: "high".into(), label: words::home_high(&language).into(), on: false },
    ];
    html! {
        <>
            <Shown name="Table">
                <div>
                    <FilterBar text={(*search).clone()} {on_search} {chips} label={words::list_search(&language)} id="gallery-filter">
                        <Button label={words::list_new(&language)} weight={Weight::Main} icon={Icon::Plus} />
                    </FilterBar>
                    <Table
                        caption={words::list_title(&language)} {columns} rows={rows(&language)}
                        sorted={(*sorted).clone()} {on_sort} on_open={on_row.clone()} on_peek={on_row} at={(*at).clone()}
                    />
                    <Pager skip={*skip} take={20} total={1_234} {on_turn} />
                </div>
            </Shown>
            <Sections />
            <Shown name="Timeline">
                <Timeline entries={vec![
                    TimelineEntry {
                        key: "2".into(), what: words::log_case_saved(&language).into(), who: "Amal Rashid".into(),
                        when: words::moment_today(&language, "14:02").into(), datetime: "2026-03-01T14:02".into(),
                        details: html! { <p>{ words::column_risk(&language) }{ ": " }<span class="was">{ words::risk_medium(&language) }</span>{ " " }{ words::risk_high(&language) }</p> },
                    },
                    TimelineEntry {
                        key: "1".into(), what: words::log_case_registered(&language).into(), who: "سمير حداد".into(),
                        when: amparo_language::date(&language, 2026, Some(2), Some(27)).into(), datetime: "2026-02-27".into(),
                        details: Html::default(),
                    },
                ]} />
            </Shown>
            <Frame />
        </>
    }
}

#[component]
fn Sections() -> Html {
    let language = use_language();
    let at = use_state(|| AttrValue::from("identity"));
    let shown = use_state(|| false);
    let on_choose = {
        let at = at.clone();
        Callback::from(move |key| at.set(key))
    };
    let on_change = {
        let shown = shown.clone();
        Callback::from(move |next| shown.set(next))
    };
    let tab = |key: &'static str, label: &'static str, state: TabState| Tab {
        key: key.into(),
        id: AttrValue::default(),
        label: label.into(),
        group: None,
        state,
        unfolded: None,
        under: false,
        of: AttrValue::default(),
    };
    let tabs = vec![
        Tab {
            group: Some("Registration".into()),
            ..tab("identity", "Identity", TabState::Done(words::record_section_complete(&language).into()))
        },
        tab("family", "Family and care before separation", TabState::Plain),
        tab("care", "Present care", TabState::Wrong(words::record_section_incomplete(&language).into())),
        Tab {
            group: Some("Protection".into()),
            ..tab("concerns", "Concerns", TabState::Covered(words::covered(&language).into()))
        },
    ];
    html! {
        <>
            <Shown name="Tabbed">
                <Tabbed label={words::nav_sections(&language)} {tabs} at={(*at).clone()} {on_choose}>
                    <h2>{ (*at).clone() }</h2>
                    <Cover shown={*shown} {on_change}><p>{ "What the child said." }</p></Cover>
                    <details class="row card"><summary>{ "Brother, 7 years" }</summary><p>{ "Lives with an aunt." }</p></details>
                </Tabbed>
            </Shown>
            <Shown name="Sheet">
                <Sheet code="XDH-2026-000017" spine={Tone::Immediate} title="Mariam" actions={html! { <Button label={words::edit(&language)} icon={Icon::Pencil} /> }}>
                    <dl class="facts"><dt>{ words::column_age(&language) }</dt><dd>{ amparo_language::age(&language, 115) }</dd><dt>{ words::column_place(&language) }</dt><dd>{ "Cedar Gate" }</dd></dl>
                </Sheet>
                <div class="line">{ for Tone::ALL.into_iter().map(|spine| html! { <IndexTab code="XDH-2026-000017" {spine} /> }) }</div>
            </Shown>
            <Shown name="Photo">
                <Photo exists=true on_change={Callback::noop()} />
                <Photo exists=false on_change={Callback::noop()} />
                <Photo exists=true small=true />
            </Shown>
        </>
    }
}

#[component]
fn Frame() -> Html {
    let language = use_language();
    let page = |key: &'static str, label: String, icon, count: &'static str| RailPage {
        key: key.into(),
        label: label.into(),
        icon,
        count: count.into(),
    };
    let pages = vec![
        page("home", words::page_home(&language), Icon::House, ""),
        page("cases", words::page_cases(&language), Icon::FolderOpen, "12"),
        page("people", words::page_people(&language), Icon::Users, ""),
    ];
    let at_foot = vec![
        page("settings", words::page_settings(&language), Icon::Settings, ""),
        page("lock", words::lock(&language), Icon::Lock, ""),
    ];
    html! {
        <Shown name="Frame">
            <Rail {pages} {at_foot} at="cases" on_go={Callback::noop()} />
            <div class="stack">
                <StatusLine office="Cedar Gate" user="Amal Rashid" saved={words::status_saved(&language, "14:02")} backup={words::status_backup(&language, &words::moment_yesterday(&language, "17:30"))} backup_tone={Tone::InOrder} />
                <StatusLine office="مكتب باب الأرز" user="سمير حداد" backup={words::status_backup_none(&language)} backup_tone={Tone::Overdue} locks_in={42} />
                <Steps steps={[words::setup_step_language(&language), words::setup_step_office(&language), words::setup_step_recovery(&language)].map(AttrValue::from).to_vec()} at={1} />
                <WordsToKeep words={["ladder", "violin", "orbit", "maple", "canyon", "pencil"].map(AttrValue::from).to_vec()} />
                <Qr label={words::exchange_our_card(&language)} modules={(0..21).map(|y| (0..21).map(|x| (x * y + x) % 3 == 0).collect()).collect::<Vec<Vec<bool>>>()} />
            </div>
        </Shown>
    }
}
