//! Text in one line, in several lines, and hidden.

use amparo_language::words;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{Button, Icon, use_field, use_language};

/// The `dir` of a text box: that of what is typed; an empty box follows the page, so that its hint stands at the right end.
pub(super) fn direction_of(text: &str) -> Option<&'static str> {
    (!text.is_empty()).then_some("auto")
}

/// What a [`TextInput`] and a [`TextArea`] need.
#[derive(Properties, PartialEq)]
pub struct TextProps {
    /// The text.
    pub value: AttrValue,
    /// Each change.
    pub on_input: Callback<String>,
    /// The field is left: a good moment to check and to keep a draft.
    #[prop_or_default]
    pub on_leave: Callback<()>,
    /// `text`, `tel`, `email`, `search`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// `numeric` for digits only.
    #[prop_or_default]
    pub keyboard: Option<AttrValue>,
    /// The most characters.
    #[prop_or(500)]
    pub longest: u32,
    /// A code: fixed width, left to right in every language.
    #[prop_or_default]
    pub code: bool,
    /// A short answer.
    #[prop_or_default]
    pub short: bool,
    /// Takes the keyboard when the page opens.
    #[prop_or_default]
    pub first: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Lines shown at first (several lines only).
    #[prop_or(4)]
    pub lines: u32,
    /// The accessible name where no field stands around.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// One line of text. It writes in the direction of what is typed, so that a Latin name stays readable in an Arabic form.
#[component]
pub fn TextInput(props: &TextProps) -> Html {
    let wiring = use_field();
    let node = use_node_ref();
    use_first_focus(&node, props.first);
    let oninput = props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input
            ref={node}
            class={classes!("input", props.code.then_some("code"), props.short.then_some("short"))}
            id={wiring.id.clone()}
            type={props.kind.clone()}
            inputmode={props.keyboard.clone()}
            dir={if props.code { Some("ltr") } else { direction_of(&props.value) }}
            value={props.value.clone()}
            maxlength={props.longest.to_string()}
            autocomplete="off" autocapitalize="off" spellcheck="false"
            disabled={props.disabled}
            placeholder={props.label.clone()} aria-label={props.label.clone()}
            aria-describedby={wiring.described_by.clone()}
            aria-invalid={wiring.invalid()}
            aria-required={wiring.must()}
            {oninput}
            onblur={props.on_leave.reform(|_| ())}
        />
    }
}

/// Several lines of text. Grows with what is written.
#[component]
pub fn TextArea(props: &TextProps) -> Html {
    let wiring = use_field();
    let node = use_node_ref();
    use_first_focus(&node, props.first);
    let oninput =
        props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <textarea
            ref={node}
            class="input"
            id={wiring.id.clone()}
            dir={direction_of(&props.value)}
            value={props.value.clone()}
            rows={props.lines.to_string()}
            maxlength={props.longest.to_string()}
            autocomplete="off" spellcheck="false"
            disabled={props.disabled}
            aria-label={props.label.clone()}
            aria-describedby={wiring.described_by.clone()}
            aria-invalid={wiring.invalid()}
            aria-required={wiring.must()}
            {oninput}
            onblur={props.on_leave.reform(|_| ())}
        />
    }
}

/// The keyboard begins here; the page stays where it is, because what stands above is to be read first.
pub(super) fn focus_quietly(element: &web_sys::HtmlElement) {
    let quietly = web_sys::FocusOptions::new();
    quietly.set_prevent_scroll(true);
    let _ = element.focus_with_options(&quietly);
}

#[hook]
fn use_first_focus(node: &NodeRef, first: bool) {
    use_effect_with((node.clone(), first), |(node, first)| {
        if let (true, Some(element)) = (*first, node.cast::<web_sys::HtmlElement>()) {
            focus_quietly(&element);
        }
    });
}

/// What a [`PasswordInput`] needs.
#[derive(Properties, PartialEq)]
pub struct PasswordProps {
    /// The password as typed so far.
    pub value: AttrValue,
    /// Each change.
    pub on_input: Callback<String>,
    /// Takes the keyboard when the page opens.
    #[prop_or_default]
    pub first: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// A password, hidden until the person asks to see it. Warns of Caps Lock.
#[component]
pub fn PasswordInput(props: &PasswordProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let shown = use_state(|| false);
    let caps = use_state(|| false);
    let node = use_node_ref();
    use_first_focus(&node, props.first);
    let oninput = props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onkeyup = {
        let caps = caps.clone();
        Callback::from(move |event: KeyboardEvent| caps.set(event.get_modifier_state("CapsLock")))
    };
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |()| shown.set(!*shown))
    };
    let (label, icon) = if *shown {
        (words::password_hide(&language), Icon::EyeOff)
    } else {
        (words::password_show(&language), Icon::Eye)
    };
    html! {
        <>
            <div class="with-button">
                <input
                    ref={node}
                    class="input"
                    id={wiring.id.clone()}
                    type={if *shown { "text" } else { "password" }}
                    dir={if *shown { "auto" } else { "ltr" }}
                    value={props.value.clone()}
                    maxlength="200"
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    disabled={props.disabled}
                    aria-describedby={wiring.described_by.clone()}
                    aria-invalid={wiring.invalid()}
                    aria-required={wiring.must()}
                    {oninput} {onkeyup}
                />
                <Button {label} {icon} icon_only=true pressed={*shown} on_press={toggle} />
            </div>
            <div role="status" class="small muted">{ caps.then(|| words::caps_lock_on(&language)) }</div>
        </>
    }
}
