//! Locked; the backup is being made, then the program starts itself afresh.

use super::threshold::Threshold;
use crate::frame::use_every_second;
use crate::parts::{Progress, use_language};
use amparo_language::words;
use yew::prelude::*;

/// The page between a lock and the two empty boxes. Mostly gone before it can be read, so it says nothing in the first second.
#[component]
pub fn Ending() -> Html {
    let language = use_language();
    use_every_second();
    let drawn = use_mut_ref(|| 0_u32);
    *drawn.borrow_mut() += 1;
    let long = *drawn.borrow() > 2;
    html! {
        <Threshold clock=true no_languages=true>
            <div class="stack" id="ending">
                <h1>{ words::ending_title(&language) }</h1>
                if long {
                    <p>{ words::ending_text(&language) }</p>
                    <Progress label={words::ending_working(&language)} />
                }
            </div>
        </Threshold>
    }
}
