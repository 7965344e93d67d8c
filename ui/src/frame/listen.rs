//! Events of the whole window, and the beat of a second; both end with the part that listens.

use gloo_timers::callback::{Interval, Timeout};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

/// Calls back for every event of that name anywhere in the window, with the newest closure, until the part goes.
#[hook]
pub fn use_listener(name: &'static str, call: Callback<web_sys::Event>) {
    let newest = use_mut_ref(|| call.clone());
    *newest.borrow_mut() = call;
    use_effect_with((), move |()| {
        let listening = Listening::start(name, newest);
        move || drop(listening)
    });
}

struct Listening {
    name: &'static str,
    closure: Closure<dyn Fn(web_sys::Event)>,
}

impl Listening {
    fn start(name: &'static str, newest: Rc<RefCell<Callback<web_sys::Event>>>) -> Self {
        let closure = Closure::<dyn Fn(web_sys::Event)>::new(move |event| {
            let call = newest.borrow().clone();
            call.emit(event);
        });
        if let Some(window) = web_sys::window() {
            // The name is a plain word and the closure lives: there is nothing that could be refused.
            let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        }
        Self { name, closure }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
        }
    }
}

/// Takes the keyboard to a box of a dialog once it is open: the dialog itself would choose its first button.
#[hook]
pub fn use_focus_in_dialog(id: &'static str) {
    use_effect_with((), move |()| {
        let soon = Timeout::new(0, move || crate::parts::focus_on(id));
        move || drop(soon)
    });
}

/// Draws the part again every second.
#[hook]
pub fn use_every_second() {
    let again = use_force_update();
    use_effect_with((), move |()| {
        let beat = Interval::new(1000, move || again.force_update());
        move || drop(beat)
    });
}
