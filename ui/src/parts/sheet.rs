//! The sheet of paper, and the index tab on its edge.

use yew::prelude::*;

use super::Tone;

/// What an [`IndexTab`] needs.
#[derive(Properties, PartialEq)]
pub struct IndexTabProps {
    /// The code of the case, for example `IQDH-2026-000123`.
    pub code: AttrValue,
    /// The colour of its spine.
    #[prop_or_default]
    pub spine: Tone,
    /// Standing on the upper edge of a sheet.
    #[prop_or_default]
    pub on_sheet: bool,
}

/// The code of a case as a tab with a slim coloured spine: the same in lists, on the record and in print.
#[component]
pub fn IndexTab(props: &IndexTabProps) -> Html {
    let class = classes!("index-tab", props.on_sheet.then_some("on-sheet"));
    html! { <span {class} data-spine={props.spine.name()}><bdi dir="ltr">{ &props.code }</bdi></span> }
}

/// What a [`Sheet`] needs.
#[derive(Properties, PartialEq)]
pub struct SheetProps {
    /// Its content.
    pub children: Html,
    /// Its heading.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Actions beside the heading.
    #[prop_or_default]
    pub actions: Html,
    /// The code of the case on its edge.
    #[prop_or_default]
    pub code: Option<AttrValue>,
    /// The colour of the spine of that tab.
    #[prop_or_default]
    pub spine: Tone,
    /// More classes, for example `wide`.
    #[prop_or_default]
    pub class: Classes,
}

/// A white sheet with a thin rule around it.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let head = props.title.is_some() || props.actions != Html::default();
    let sheet = html! {
        <section class={classes!("sheet", props.class.clone())}>
            if head {
                <div class="sheet-head">
                    if let Some(title) = &props.title { <h2>{ title }</h2> }
                    { props.actions.clone() }
                </div>
            }
            { props.children.clone() }
        </section>
    };
    match &props.code {
        Some(code) => html! { <div><IndexTab code={code.clone()} spine={props.spine} on_sheet=true />{ sheet }</div> },
        None => sheet,
    }
}
