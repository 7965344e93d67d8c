//! What somebody asks with a referral or a transfer, whether of a colleague or of another office: the parts, the service it is for, why, in
//! which words; and what consent says of it.

use super::say;
use crate::frame::problem;
use crate::parts::{Choice, Field, Multi, Necessity, Notice, Opt, TextArea, Tone, use_language};
use amparo_api::Code;
use amparo_api::Reply;
use amparo_api::passing::{Answer, Colleague, Kind, Part, Service};
use amparo_language::words;
use amparo_model::value::RowId;
use std::rc::Rc;
use yew::prelude::*;

/// What the office says before.
#[derive(Clone, PartialEq)]
pub struct Prepared {
    /// Colleagues who can be given it.
    pub colleagues: Vec<Colleague>,
    /// What a referral can give.
    pub parts: Vec<Part>,
    services: Vec<Service>,
    /// The answer that allows it.
    pub allowed_by: Option<String>,
    /// What must not be told.
    pub withhold: String,
    may_in_spite: bool,
}

impl Prepared {
    /// From the office's answer.
    #[must_use]
    pub fn of(reply: Reply) -> Option<Self> {
        let Reply::Passing(Answer::Prepared { colleagues, parts, services, allowed_by, withhold, may_in_spite }) =
            reply
        else {
            return None;
        };
        Some(Self { colleagues, parts, services, allowed_by, withhold, may_in_spite })
    }

    /// Whether this person can offer it at all.
    #[must_use]
    pub fn can(&self) -> bool {
        self.allowed_by.is_some() || self.may_in_spite
    }
}

/// What was filled in.
#[derive(Clone, PartialEq, Default)]
pub struct Said {
    parts: Vec<AttrValue>,
    services: Vec<AttrValue>,
    row: Option<AttrValue>,
    why: Option<AttrValue>,
    note: String,
    in_spite: String,
}

impl Said {
    /// What stands there at first.
    #[must_use]
    pub fn first(kind: Kind) -> Self {
        Self { why: (kind == Kind::Referral).then(|| AttrValue::from("routine")), ..Self::default() }
    }

    /// Whether it is all there.
    #[must_use]
    pub fn ready(&self, kind: Kind, prepared: &Prepared) -> bool {
        self.why.is_some()
            && (kind != Kind::Referral || !self.parts.is_empty())
            && (prepared.allowed_by.is_some() || !self.in_spite.trim().is_empty())
    }

    /// The parts that were chosen.
    #[must_use]
    pub fn parts(&self) -> Vec<String> {
        self.parts.iter().map(ToString::to_string).collect()
    }

    /// The services asked for.
    #[must_use]
    pub fn services(&self) -> Vec<String> {
        self.services.iter().map(ToString::to_string).collect()
    }

    /// Why, or how urgent.
    #[must_use]
    pub fn why(&self) -> String {
        self.why.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// The service of the plan that it is for.
    #[must_use]
    pub fn row(&self, prepared: &Prepared) -> Option<RowId> {
        let row = self.row.as_ref()?;
        prepared.services.iter().map(|service| service.row).find(|known| *row == known.to_string())
    }

    /// The words to the other side.
    #[must_use]
    pub fn note(&self) -> String {
        self.note.clone()
    }

    /// Why although consent does not say so.
    #[must_use]
    pub fn in_spite(&self) -> String {
        self.in_spite.clone()
    }
}

/// What consent says, and what must not be told.
#[derive(Properties, PartialEq)]
pub struct ConsentProps {
    /// The answer that allows it.
    pub allowed_by: Option<String>,
    /// What must not be told.
    pub withhold: String,
}

/// What consent says of it.
#[component]
pub fn ConsentSays(props: &ConsentProps) -> Html {
    let language = use_language();
    let ConsentProps { allowed_by, withhold } = props;
    let consent = allowed_by.as_deref().and_then(|field| say::question(&language, field));
    html! { <>
        if allowed_by.is_none() {
            <Notice tone={Tone::Overdue} alert=true>
                <p>{ problem(&language, &Code::NoConsent.into()) }</p>
            </Notice>
        } else if let Some(consent) = consent {
            <Notice tone={Tone::InOrder}><p>{ words::share_allowed_by(&language, &consent) }</p></Notice>
        }
        if !withhold.trim().is_empty() {
            <Notice tone={Tone::Immediate}>
                <p><strong>{ words::share_withhold(&language) }</strong></p>
                <p dir="auto" class="word-for-word" data-test="withhold">{ withhold }</p>
            </Notice>
        }
    </> }
}

/// What [`SaidFields`] needs.
#[derive(Properties, PartialEq)]
pub struct SaidProps {
    /// A referral or a transfer.
    pub kind: Kind,
    /// It goes to another office.
    #[prop_or_default]
    pub outside: bool,
    /// What the office says.
    pub prepared: Prepared,
    /// What stands there.
    pub said: Rc<Said>,
    /// It changed.
    pub on_change: Callback<Said>,
}

/// The fields.
#[component]
pub fn SaidFields(props: &SaidProps) -> Html {
    let language = use_language();
    let SaidProps { kind, outside, prepared, said, .. } = props;
    let referral = *kind == Kind::Referral;
    let change = |set: fn(&mut Said, String)| {
        let (said, on_change) = (said.clone(), props.on_change.clone());
        Callback::from(move |text: String| {
            let mut next = (*said).clone();
            set(&mut next, text);
            on_change.emit(next);
        })
    };
    let many = |set: fn(&mut Said, Vec<AttrValue>)| {
        let (said, on_change) = (said.clone(), props.on_change.clone());
        Callback::from(move |all: Vec<AttrValue>| {
            let mut next = (*said).clone();
            set(&mut next, all);
            on_change.emit(next);
        })
    };
    let one = |set: fn(&mut Said, Option<AttrValue>)| {
        let (said, on_change) = (said.clone(), props.on_change.clone());
        Callback::from(move |one: Option<AttrValue>| {
            let mut next = (*said).clone();
            set(&mut next, one);
            on_change.emit(next);
        })
    };
    let part_options = prepared.parts.iter().map(|part| Opt {
        code: part.id.clone().into(),
        label: say::part(&language, &part.id).into(),
        hint: Some(say::forms(&language, &part.forms).into()),
    });
    let row_options = prepared.services.iter().map(|service| {
        let word = say::option(&language, "referral", "service_asked", &service.service);
        Opt::new(service.row.to_string(), word.unwrap_or_else(|| service.service.clone()))
    });
    let (why_form, why_field) = say::why(*kind).unwrap_or_default();
    let parts_label = if *outside { words::passing_parts_outside(&language) } else { words::passing_parts(&language) };
    let parts_help =
        if *outside { words::passing_parts_outside_help(&language) } else { words::passing_parts_help(&language) };
    let say_label = if *outside { words::passing_say_outside(&language) } else { words::passing_say(&language) };
    let say_help =
        if *outside { words::passing_say_outside_help(&language) } else { words::passing_say_help(&language) };
    html! { <>
        if prepared.allowed_by.is_none() {
            <Field id="passing-in-spite" label={words::passing_in_spite(&language)} help={words::passing_in_spite_help(&language)} necessity={Necessity::Required}>
                <TextArea value={said.in_spite.clone()} on_input={change(|said, text| said.in_spite = text)} />
            </Field>
        }
        if referral {
            <Field group=true wide=true label={parts_label} help={parts_help} necessity={Necessity::Required}>
                <Multi options={part_options.collect::<Vec<_>>()} values={said.parts.clone()} on_change={many(|said, all| said.parts = all)} />
            </Field>
            if !prepared.services.is_empty() {
                <Field id="passing-row" label={words::passing_row(&language)} help={words::passing_row_help(&language)}>
                    <Choice folded=true options={row_options.collect::<Vec<_>>()} value={said.row.clone()} on_choose={one(|said, row| said.row = row)} />
                </Field>
            }
            <Field group=true wide=true label={words::passing_services(&language)}>
                <Multi options={say::options(&language, "referral", "service_asked")} values={said.services.clone()} on_change={many(|said, all| said.services = all)} />
            </Field>
        }
        <Field id="passing-why" label={if referral { words::passing_urgency(&language) } else { words::passing_why(&language) }} necessity={Necessity::Required}>
            <Choice folded=true options={say::options(&language, why_form, why_field)} value={said.why.clone()} on_choose={one(|said, why| said.why = why)} />
        </Field>
        <Field id="passing-note" label={say_label} help={say_help}>
            <TextArea value={said.note.clone()} on_input={change(|said, text| said.note = text)} />
        </Field>
    </> }
}
