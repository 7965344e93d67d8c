//! The time on the wall, from the machine under the window.

use super::listen::use_every_second;
use crate::parts::use_language;
use amparo_language::{date, time};
use amparo_model::ids::Moment;
use jiff::civil::DateTime;
use yew::prelude::*;

/// Now, as offices write moments.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and far below 2^53")]
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// A moment on the clock of this machine.
#[must_use]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "parts of a calendar date are small")]
pub fn to_civil(at: Moment) -> DateTime {
    let there = js_sys::Date::new(&(at.0 as f64).into());
    DateTime::new(
        there.get_full_year() as i16,
        there.get_month() as i8 + 1,
        there.get_date() as i8,
        there.get_hours() as i8,
        there.get_minutes() as i8,
        there.get_seconds() as i8,
        0,
    )
    .unwrap_or_default()
}

/// A quiet clock: the page when locked or hidden.
#[component]
pub fn Clock() -> Html {
    use_every_second();
    let language = use_language();
    let at = to_civil(now());
    html! {
        <div class="stack tight" id="clock">
            <time class="clock">{ time(&language, at.hour(), at.minute()) }</time>
            <span class="muted">{ date(&language, at.year(), Some(at.month()), Some(at.day())) }</span>
        </div>
    }
}
