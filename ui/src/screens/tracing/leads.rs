//! Leads, one after the other: how strong, who, why, what was said about it.

use super::compare::Comparing;
use super::reasons::{Speaks, band, band_id, reasons, said};
use crate::parts::{Button, Icon, IndexTab, Tag, Tone, use_language};
use amparo_api::tracing::{Decision, Lead, Pair, Side};
use amparo_language::{Language, number, words};
use amparo_matching::Reason;
use yew::prelude::*;

/// What [`Leads`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct LeadsProps {
    /// They.
    pub(super) leads: Vec<Lead>,
    /// Something was decided.
    pub(super) on_decided: Callback<()>,
}

/// Leads with their reasons, each of which can be looked at side by side.
#[component]
pub(super) fn Leads(props: &LeadsProps) -> Html {
    let language = use_language();
    let comparing = use_state(|| None::<Pair>);
    let lead = |lead: &Lead| {
        let open = {
            let (comparing, pair) = (comparing.setter(), lead.pair);
            Callback::from(move |()| comparing.set(Some(pair)))
        };
        html! { <LeadCard key={format!("{:?}", lead.pair)} lead={lead.clone()} on_compare={open} /> }
    };
    let close = {
        let comparing = comparing.setter();
        Callback::from(move |()| comparing.set(None))
    };
    html! {
        <>
            <ol class="leads stack tight" aria-label={words::match_page(&language)}>{ for props.leads.iter().map(lead) }</ol>
            if let Some(pair) = *comparing {
                <Comparing {pair} on_close={close} on_decided={props.on_decided.clone()} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct LeadProps {
    lead: Lead,
    on_compare: Callback<()>,
}

/// What [`ReasonLines`] needs.
#[derive(Properties, PartialEq)]
pub struct ReasonLinesProps {
    /// Why two records may be of one child.
    pub reasons: Vec<Reason>,
}

/// Reasons in words, each with a sign that says what it speaks for.
#[component]
pub fn ReasonLines(props: &ReasonLinesProps) -> Html {
    let language = use_language();
    let reason = |(speaks, words): (Speaks, String)| {
        let (icon, class) = match speaks {
            Speaks::For => (Icon::Check, "for"),
            Speaks::Against => (Icon::Cross, "against"),
            Speaks::Nothing => (Icon::Question, "open"),
        };
        html! { <li class={class}>{ icon.draw() }<span>{ words }</span></li> }
    };
    let all = reasons(&language, &props.reasons);
    if all.is_empty() {
        return Html::default();
    }
    html! { <ul class="lead-reasons" aria-label={words::match_why(&language)}>{ for all.into_iter().map(reason) }</ul> }
}

/// Sex and age of one of the two, as far as they are known.
pub(in crate::screens) fn sex_and_age(language: &Language, side: &Side) -> String {
    let list = amparo_forms::in_force().list("sex");
    let sex = list.filter(|_| !side.sex.is_empty()).map(|list| list.label(&side.sex, language.tag()).to_owned());
    let age = side.age.map(|age| words::match_years(language, &number(language, age)));
    [sex, age].into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A name, sex, age and code in a line.
pub(in crate::screens) fn side(language: &Language, title: String, side: &Side) -> Html {
    html! {
        <div class="lead-side">
            <span class="muted small">{ title }</span>
            <span class="line tight">
                if side.name.is_empty() && !side.opens { <span class="muted line tight">{ Icon::EyeOff.draw() }{ words::match_name_closed(language) }</span> }
                else if side.name.is_empty() { <span class="muted line tight">{ Icon::EyeOff.draw() }{ words::match_name_protected(language) }</span> }
                else { <strong><bdi>{ &side.name }</bdi></strong> }
            </span>
            <span class="small">{ sex_and_age(language, side) }</span>
            <span class="line tight">
                <IndexTab code={side.code.clone()} spine={Tone::Open} />
                if !side.opens && !side.owner.is_empty() { <span class="muted small">{ words::match_with(language, &side.owner) }</span> }
            </span>
        </div>
    }
}

/// One lead.
#[component]
fn LeadCard(props: &LeadProps) -> Html {
    let language = use_language();
    let Lead { band: strength, score, reasons: why, child, sought, decided, .. } = &props.lead;
    let (word, tone) = band(&language, *strength);
    html! {
        <li class="card lead" data-test="lead" data-band={band_id(*strength)} data-child={child.code.clone()} data-request={sought.code.clone()}>
            <div class="lead-head">
                <Tag {word} {tone} />
                <span class="muted small">{ words::match_score(&language, &number(&language, i64::from(*score))) }</span>
                if let Some(decided) = decided {
                    <Tag word={said(&language, decided)} tone={if decided.decision == Decision::Confirmed { Tone::InOrder } else { Tone::Closed }} />
                    if decided.changed { <Tag word={words::match_said_changed(&language)} tone={Tone::DueSoon} /> }
                }
                <span data-test="compare">
                    <Button small=true icon={Icon::ArrowLeftRight} label={words::match_compare(&language)} on_press={props.on_compare.clone()} />
                </span>
            </div>
            <div class="lead-sides">
                { side(&language, words::match_child(&language), child) }
                { side(&language, words::match_sought(&language), sought) }
            </div>
            <ReasonLines reasons={why.clone()} />
        </li>
    }
}
