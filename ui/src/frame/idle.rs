//! Nobody is there: a countdown that any key stops, then the lock.

use super::clock::now;
use super::listen::{use_every_second, use_listener};
use crate::parts::{Button, Dialog, Weight, use_language};
use amparo_language::words;
use yew::prelude::*;

/// Seconds of the countdown.
const WARNING: i64 = 60;

/// What [`IdleWatch`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct IdleWatchProps {
    /// Lock after so many minutes.
    pub(super) minutes: u32,
    /// Seconds until the lock, once it is near.
    pub(super) on_near: Callback<Option<u32>>,
    /// The time is over.
    pub(super) on_lock: Callback<()>,
}

/// Watches for keys and movement, by the clock on the wall: after the lid was closed the time is over at once.
#[component]
pub(super) fn IdleWatch(props: &IdleWatchProps) -> Html {
    use_every_second();
    let language = use_language();
    let last = use_mut_ref(now);
    let over = use_mut_ref(|| false);
    let alive = Callback::from({
        let last = last.clone();
        move |_: Event| *last.borrow_mut() = now()
    });
    use_listener("keydown", alive.clone());
    use_listener("pointerdown", alive.clone());
    use_listener("pointermove", alive.clone());
    use_listener("wheel", alive);

    let left = i64::from(props.minutes.max(1)) * 60 - (now().0 - last.borrow().0) / 1000;
    let near = (left <= WARNING).then(|| u32::try_from(left.max(0)).unwrap_or(0));
    use_effect_with(near, {
        let (on_near, on_lock) = (props.on_near.clone(), props.on_lock.clone());
        move |near| {
            on_near.emit(*near);
            if *near == Some(0) && !std::mem::replace(&mut *over.borrow_mut(), true) {
                on_lock.emit(());
            }
        }
    });
    let again = use_force_update();
    let stay = Callback::from(move |()| {
        *last.borrow_mut() = now();
        again.force_update();
    });
    html! {
        <Dialog open={near.is_some()} title={words::idle_title(&language)} on_close={stay.clone()}
            foot={html! { <Button id="stay" weight={Weight::Main} label={words::idle_stay(&language)} on_press={stay} /> }}
        >
            <p>{ words::idle_text(&language) }</p>
            <p class="number" id="idle-countdown">{ words::status_locks_in(&language, near.unwrap_or(0)) }</p>
        </Dialog>
    }
}
