//! Other offices, and sealed files between them and us.

mod compare;
mod desk_key;
mod ledger;
mod offices;
mod open_file;
mod our_card;

use super::asking::PageHead;
use crate::frame::use_workplace;
use crate::parts::{Button, Buttons, Icon, Weight, use_language};
use amparo_access::{Action, may};
use amparo_language::words;
use yew::prelude::*;

/// Offices and sealed files.
#[component]
pub fn ExchangeScreen() -> Html {
    let language = use_language();
    let allowed = use_workplace().allowed();
    let opening = use_state(|| false);
    let exporting = use_state(|| false);
    // Counts what was accepted, so that the ledger is asked for again.
    let turn = use_state(|| 0_u32);
    let set = |state: &UseStateHandle<bool>, to: bool| {
        let state = state.setter();
        Callback::from(move |()| state.set(to))
    };
    html! {
        <>
            <PageHead title={words::exchange_title(&language)} note={words::exchange_note(&language)}>
                <Buttons at_end=true>
                    if may(allowed, Action::ReceiveBundles) {
                        <Button id="open-bundle" weight={Weight::Main} icon={Icon::PackageOpen} label={words::bundle_open(&language)} on_press={set(&opening, true)} />
                    }
                    if may(allowed, Action::ExportDeskKey) {
                        <Button id="desk-key" weight={Weight::Quiet} icon={Icon::KeyRound} label={words::desk_key_title(&language)} on_press={set(&exporting, true)} />
                    }
                </Buttons>
            </PageHead>
            <div class="columns">
                <div class="stack">
                    <offices::OfficesSheet />
                    <ledger::LedgerSheet key={*turn} />
                </div>
                <our_card::OurCard />
            </div>
            if may(allowed, Action::ReceiveBundles) {
                <open_file::OpenFile
                    open={*opening} on_close={set(&opening, false)}
                    on_accepted={let turn = turn.clone(); Callback::from(move |()| turn.set(*turn + 1))}
                />
            }
            if may(allowed, Action::ExportDeskKey) { <desk_key::DeskKey open={*exporting} on_close={set(&exporting, false)} /> }
        </>
    }
}
