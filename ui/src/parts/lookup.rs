//! A list to type into: places, languages, people. The combobox pattern of the ARIA Authoring Practices.

use amparo_language::words;
use amparo_matching::fold;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::text_input::direction_of;
use super::{Button, Icon, Weight, focus_on, use_field, use_language};

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What is stored.
    pub code: AttrValue,
    /// What is shown.
    pub label: AttrValue,
    /// What it belongs to, for example the district of a village.
    pub above: Option<AttrValue>,
}

/// At most this many are shown at once.
const MOST: usize = 50;

/// What a [`Lookup`] needs.
#[derive(Properties, PartialEq)]
pub struct LookupProps {
    /// What can be chosen: the whole list, or what the search found.
    pub options: Vec<Found>,
    /// What is chosen.
    pub value: Option<Found>,
    /// A new choice; `None` when it was taken back.
    pub on_choose: Callback<Option<Found>>,
    /// Called with what is typed, when somebody else does the searching. Without it the options are searched here.
    #[prop_or_default]
    pub on_search: Option<Callback<String>>,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// A text box with a list of what fits. Arrow keys move, Enter chooses, Escape closes and keeps what was chosen before.
#[component]
pub fn Lookup(props: &LookupProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    // None: closed, the box shows the choice. Some: open, the box shows what is typed.
    let typed = use_state(|| None::<String>);
    let at = use_state(|| 0_usize);

    let folded = fold(typed.as_deref().unwrap_or_default());
    let fits = |found: &&Found| props.on_search.is_some() || folded.is_empty() || fold(&found.label).contains(&folded);
    let all: Vec<Found> = props.options.iter().filter(fits).cloned().collect();
    let more = all.len() > MOST;
    let shown: Vec<Found> = all.into_iter().take(MOST).collect();
    let open = typed.is_some();
    let here = (*at).min(shown.len().saturating_sub(1));

    let list_id = format!("{}-list", wiring.id);
    let option_id = |place: usize| format!("{}-option-{place}", wiring.id);
    {
        let id = option_id(here);
        use_effect_with((open, here), move |(open, _)| {
            let element =
                web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(&id));
            if let (true, Some(element)) = (*open, element) {
                let keep_still = web_sys::ScrollIntoViewOptions::new();
                keep_still.set_block(web_sys::ScrollLogicalPosition::Nearest);
                element.scroll_into_view_with_scroll_into_view_options(&keep_still);
            }
        });
    }

    let search = {
        let (typed, at, on_search) = (typed.clone(), at.clone(), props.on_search.clone());
        Callback::from(move |text: String| {
            if let Some(on_search) = &on_search {
                on_search.emit(text.clone());
            }
            at.set(0);
            typed.set(Some(text));
        })
    };
    let choose = {
        let (typed, on_choose) = (typed.clone(), props.on_choose.clone());
        Callback::from(move |found: Option<Found>| {
            typed.set(None);
            on_choose.emit(found);
        })
    };
    let oninput = search.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onclick = {
        let (search, open) = (search.clone(), open);
        Callback::from(move |_: MouseEvent| {
            if !open {
                search.emit(String::new());
            }
        })
    };
    let onblur = {
        let typed = typed.clone();
        Callback::from(move |_: FocusEvent| typed.set(None))
    };
    let onkeydown = {
        let (typed, at, shown, search, choose) =
            (typed.clone(), at.clone(), shown.clone(), search.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = shown.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" if !open => search.emit(String::new()),
                "ArrowDown" => at.set(if here >= last { 0 } else { here + 1 }),
                "ArrowUp" if open => at.set(if here == 0 { last } else { here - 1 }),
                "Enter" if open => {
                    if let Some(found) = shown.get(here) {
                        choose.emit(Some(found.clone()));
                    }
                }
                "Escape" if open => {
                    typed.set(None);
                    event.stop_propagation();
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option = |(place, found): (usize, &Found)| {
        let pick = {
            let (choose, found) = (choose.clone(), found.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default(); // the text box keeps the keyboard
                choose.emit(Some(found.clone()));
            })
        };
        let chosen = props.value.as_ref().is_some_and(|value| value.code == found.code);
        html! {
            <div
                key={found.code.to_string()}
                id={option_id(place)}
                role="option"
                aria-selected={if chosen { "true" } else { "false" }}
                data-at={(place == here).then_some("true")}
                onmousedown={pick}
            >
                <span>{ &found.label }</span>
                if let Some(above) = &found.above { <span class="above">{ above }</span> }
            </div>
        }
    };
    let text = (*typed)
        .clone()
        .map_or_else(|| props.value.as_ref().map(|value| value.label.clone()).unwrap_or_default(), AttrValue::from);
    let dir = direction_of(&text);
    let clear = {
        let (choose, id) = (choose.clone(), wiring.id.clone());
        Callback::from(move |()| {
            choose.emit(None);
            focus_on(&id);
        })
    };
    html! {
        <div class="lookup">
            <div class="with-button">
                <input
                    class="input"
                    id={wiring.id.clone()}
                    type="text"
                    role="combobox"
                    {dir}
                    autocomplete="off" spellcheck="false"
                    maxlength="200"
                    placeholder={words::type_to_search(&language)}
                    value={text}
                    disabled={props.disabled}
                    aria-autocomplete="list"
                    aria-expanded={if open { "true" } else { "false" }}
                    aria-controls={list_id.clone()}
                    aria-activedescendant={(open && !shown.is_empty()).then(|| option_id(here))}
                    aria-describedby={wiring.described_by.clone()}
                    aria-invalid={wiring.invalid()}
                    aria-required={wiring.must()}
                    {oninput} {onclick} {onblur} {onkeydown}
                />
                if props.value.is_some() && !props.disabled {
                    <Button label={words::clear(&language)} icon={Icon::Cross} icon_only=true weight={Weight::Quiet} on_press={clear} />
                }
            </div>
            <div class="list" id={list_id} role="listbox" aria-labelledby={wiring.labelled_by.clone()} hidden={!open || shown.is_empty()}>
                { for shown.iter().enumerate().map(option) }
                if more { <div class="none" role="presentation">{ words::lookup_more(&language) }</div> }
            </div>
            <div class="only-read-aloud" role="status">
                { open.then(|| words::count_found(&language, shown.len())) }
            </div>
            if open && shown.is_empty() && !folded.is_empty() {
                <div class="list" aria-hidden="true"><div class="none">{ words::nothing_found(&language) }</div></div>
            }
        </div>
    }
}
