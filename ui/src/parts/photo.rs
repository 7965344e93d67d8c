//! A child's photo, covered until somebody asks for it.

use amparo_language::words;
use yew::prelude::*;

use super::{Button, Icon, Weight, use_language};

/// What a [`Photo`] needs.
#[derive(Properties, PartialEq)]
pub struct PhotoProps {
    /// Where the page finds it (a `blob:` address); none while it is not read, or when there is none.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// There is a photo, read or not.
    pub exists: bool,
    /// Asked to be seen: the page reads it then.
    #[prop_or_default]
    pub on_show: Callback<()>,
    /// Another one is chosen; without it the photo can only be seen.
    #[prop_or_default]
    pub on_change: Option<Callback<()>>,
    /// The description, without a name where lists show codes only.
    #[prop_or_default]
    pub description: Option<AttrValue>,
    /// As small as in a list.
    #[prop_or_default]
    pub small: bool,
}

/// A photo that is covered until it is asked for, and again when the page is left.
#[component]
pub fn Photo(props: &PhotoProps) -> Html {
    let language = use_language();
    let shown = use_state(|| false);
    {
        let shown = shown.clone();
        use_effect_with(props.exists, move |_| shown.set(false));
    }
    let toggle = {
        let (shown, on_show) = (shown.clone(), props.on_show.clone());
        Callback::from(move |()| {
            if !*shown {
                on_show.emit(());
            }
            shown.set(!*shown);
        })
    };
    let description = props.description.clone().unwrap_or_else(|| AttrValue::from(words::photo(&language)));
    let frame = if !props.exists {
        html! { <div class="frame"><span class="covered">{ Icon::User.draw() }{ (!props.small).then(|| words::photo_none(&language)) }</span></div> }
    } else if let (true, Some(src)) = (*shown, &props.src) {
        html! { <div class="frame"><img src={src.clone()} alt={description} draggable="false" /></div> }
    } else {
        let said = if *shown { words::loading(&language) } else { words::photo_covered(&language) };
        html! { <div class="frame"><span class="covered">{ Icon::EyeOff.draw() }<span class={props.small.then_some("only-read-aloud")}>{ said }</span></span></div> }
    };
    let label = if *shown { words::cover_again(&language) } else { words::show(&language) };
    let icon = if *shown { Icon::EyeOff } else { Icon::Eye };
    html! {
        <div class={classes!("photo", props.small.then_some("small"))}>
            { frame }
            if !props.small {
                <div class="buttons">
                    if props.exists { <Button small=true {label} {icon} pressed={*shown} on_press={toggle} /> }
                    if let Some(on_change) = &props.on_change {
                        <Button
                            small=true weight={Weight::Quiet} icon={Icon::Camera} on_press={on_change.clone()}
                            label={if props.exists { words::photo_change(&language) } else { words::photo_add(&language) }}
                        />
                    }
                </div>
            }
        </div>
    }
}
