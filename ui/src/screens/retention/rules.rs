//! The rules: years for each type of record, for cases also by reason of closure. An empty box keeps without end.

use crate::frame::{type_word, use_workplace};
use crate::parts::{Button, Choice, Field, Opt, Sheet, TextInput, use_language};
use crate::screens::asking::{Refusal, use_doing};
use amparo_api::Request;
use amparo_api::retention::{Ask, From, Rule};
use amparo_forms::in_force;
use amparo_language::{Language, number, read_digits, words};
use amparo_model::record::{Kind, RecordType};
use std::collections::BTreeMap;
use yew::prelude::*;

/// A rule as it is edited: for a type, and a reason of closure or none.
type Place = (usize, Option<String>);
type Typed = BTreeMap<Place, (From, String)>;

const STARTS: [(From, &str); 3] = [(From::Closed, "closed"), (From::Adult, "adult"), (From::LastChange, "last_change")];

fn start_word(language: &Language, from: From) -> String {
    match from {
        From::Closed => words::retention_from_closed(language),
        From::Adult => words::retention_from_adult(language),
        From::LastChange => words::retention_from_last_change(language),
    }
}

fn typed_of(rules: &[Rule]) -> Typed {
    let place = |rule: &Rule| RecordType::REGISTERED.iter().position(|of| *of == rule.of());
    let one = |rule: &Rule| Some(((place(rule)?, rule.reason.clone()), (rule.from, rule.years.to_string())));
    rules.iter().filter_map(one).collect()
}

/// The rules that were typed; none while a box holds no number of years.
fn rules_of(typed: &Typed) -> Option<Vec<Rule>> {
    let filled = typed.iter().filter(|(_, (_, years))| !years.trim().is_empty());
    filled
        .map(|((at, reason), (from, years))| {
            let of = RecordType::REGISTERED.get(*at)?;
            let years = read_digits(years.trim()).parse().ok().filter(|years| (1..=99).contains(years))?;
            let from = if of.kind == Kind::Case { *from } else { From::LastChange };
            Some(Rule { kind: of.kind, module: of.module, reason: reason.clone(), from, years })
        })
        .collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct RulesProps {
    pub(super) rules: Vec<Rule>,
    pub(super) on_changed: Callback<()>,
}

/// The editor.
#[component]
pub(super) fn Rules(props: &RulesProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let typed = use_state(|| typed_of(&props.rules));
    let doing = use_doing();
    let years = |place: Place, label: String| {
        let (from, value) = typed.get(&place).cloned().unwrap_or((From::Closed, String::new()));
        let id = format!("years-{}-{}", place.0, place.1.as_deref().unwrap_or("all"));
        let on_input = {
            let typed = typed.clone();
            Callback::from(move |text: String| {
                let mut next = (*typed).clone();
                next.insert(place.clone(), (from, text));
                typed.set(next);
            })
        };
        html! { <Field {label} {id}><TextInput {value} {on_input} keyboard="numeric" longest=2 short=true /></Field> }
    };
    let of_type = |(at, of): (usize, &RecordType)| {
        let case = of.kind == Kind::Case;
        let (from, text) = typed.get(&(at, None)).cloned().unwrap_or((From::Closed, String::new()));
        let starts: Vec<Opt> = STARTS.iter().map(|(from, id)| Opt::new(*id, start_word(&language, *from))).collect();
        let start = STARTS.iter().find(|(known, _)| *known == from).map(|(_, id)| AttrValue::Static(id));
        let on_choose = {
            let typed = typed.clone();
            Callback::from(move |code: Option<AttrValue>| {
                let from = STARTS.iter().find(|(_, id)| Some(*id) == code.as_deref()).map_or(From::Closed, |it| it.0);
                let mut next = (*typed).clone();
                next.insert((at, None), (from, text.clone()));
                typed.set(next);
            })
        };
        let reason = in_force().field(of.kind, of.module, "closure_reason").filter(|_| case);
        let reasons = reason.map(|field| in_force().offered(field)).unwrap_or_default();
        let reasons: Vec<_> = reasons.into_iter().filter(|option| option.id != "other").collect();
        let label = format!("{} — {}", type_word(&language, *of), words::retention_years(&language));
        html! {
            <div class="stack tight" key={at}>
                <div class="line">
                    { years((at, None), label) }
                    if case {
                        <Field label={words::retention_from(&language)} group=true id={format!("from-{at}")}>
                            <Choice options={starts} value={start} keeps=true side_by_side=true {on_choose} />
                        </Field>
                    }
                </div>
                if !reasons.is_empty() {
                    <details>
                        <summary>{ words::retention_by_reason(&language) }</summary>
                        <div class="stack tight">{ for reasons.into_iter().map(|option| years((at, Some(option.id.clone())), option.labels.get(language.tag()).to_owned())) }</div>
                    </details>
                }
            </div>
        }
    };
    let rules = rules_of(&typed);
    let save = {
        let (doing, changed, rules) = (doing.clone(), props.on_changed.clone(), rules.clone());
        Callback::from(move |()| {
            let Some(rules) = rules.clone() else { return };
            let (workplace, changed) = (workplace.clone(), changed.clone());
            doing.ask(Request::Retention(Ask::SetRules { rules }), move |_| {
                workplace.toast(words::retention_saved(&language));
                changed.emit(());
            });
        })
    };
    html! {
        <Sheet title={words::retention_rules(&language)}>
        <div class="stack tight" id="retention-rules">
            <p class="muted small">{ words::retention_years_help(&language) }</p>
            { for RecordType::REGISTERED.iter().enumerate().map(of_type) }
            <Refusal problem={doing.problem.clone()} />
            <div><Button id="rules-save" busy={doing.busy} disabled={rules.as_ref().is_none_or(|rules| *rules == props.rules)} label={words::save(&language)} on_press={save} /></div>
        </div>
        </Sheet>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RulesInForceProps {
    pub(super) rules: Vec<Rule>,
}

/// The rules for whoever does not set them: staff, and who audits the office.
#[component]
pub(super) fn RulesInForce(props: &RulesInForceProps) -> Html {
    let language = use_language();
    let reason = |rule: &Rule| {
        let field = in_force().field(rule.kind, rule.module, "closure_reason");
        let options = field.map(|field| in_force().offered(field)).unwrap_or_default();
        let wanted = rule.reason.as_deref()?;
        let option = options.into_iter().find(|option| option.id == wanted);
        Some(option.map_or_else(|| wanted.to_owned(), |option| option.labels.get(language.tag()).to_owned()))
    };
    let line = |rule: &Rule| {
        let what = [Some(type_word(&language, rule.of())), reason(rule)].into_iter().flatten().collect::<Vec<_>>();
        let key = format!("{:?}-{:?}-{:?}", rule.kind, rule.module, rule.reason);
        html! {
            <li {key}>
                <bdi>{ what.join(" · ") }</bdi>{ ": " }{ words::retention_years(&language) }{ " " }{ number(&language, i64::from(rule.years)) }
                { " · " }{ words::retention_from(&language) }{ " " }{ start_word(&language, rule.from) }
            </li>
        }
    };
    html! {
        <Sheet title={words::retention_rules(&language)}>
            if props.rules.is_empty() {
                <p class="muted">{ words::retention_rules_none(&language) }</p>
            } else {
                <ul id="retention-in-force">{ for props.rules.iter().map(line) }</ul>
            }
        </Sheet>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_box_makes_no_rule_and_nonsense_cannot_be_saved() {
        let typed = |years: &str| Typed::from([((0, None), (From::Adult, years.to_owned()))]);
        assert_eq!(rules_of(&typed("")), Some(Vec::new()));
        assert_eq!(rules_of(&typed("٥")).unwrap_or_default().first().map(|rule| rule.years), Some(5));
        assert_eq!(rules_of(&typed("0")), None);
        assert_eq!(rules_of(&typed("x")), None);
        let rules = rules_of(&typed("7")).unwrap_or_default();
        assert_eq!(typed_of(&rules), typed("7"));
    }
}
