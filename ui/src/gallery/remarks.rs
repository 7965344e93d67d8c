//! What the page says: tags, notices, problems, progress, dialogs.

use amparo_language::words;
use yew::prelude::*;

use super::Shown;
use crate::parts::*;

/// Tags, notices, dialogs.
#[component]
pub(super) fn Remarks() -> Html {
    let language = use_language();
    let turn = use_state(|| 0_u32);
    let dialog = use_state(|| false);
    let keys = use_state(|| false);
    let chosen = use_state(AttrValue::default);
    let set = |state: &UseStateHandle<bool>, to: bool| {
        let state = state.clone();
        Callback::from(move |()| state.set(to))
    };
    let again = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |key| chosen.set(key))
    };
    let wrong = vec![
        Wrong { field: "gallery-birth".into(), text: words::finding_in_future(&language).into() },
        Wrong { field: "gallery-filter".into(), text: words::finding_missing(&language).into() },
    ];
    let items = vec![
        MenuItem {
            key: "print".into(),
            label: words::print(&language).into(),
            icon: Some(Icon::Printer),
            keys: Some("Ctrl+P".into()),
        },
        MenuItem {
            key: "copy".into(),
            label: words::record_open_copy(&language).into(),
            icon: Some(Icon::Upload),
            keys: None,
        },
    ];
    html! {
        <>
            <Shown name="Tag">
                <div class="line">{ for Tone::ALL.into_iter().map(|tone| html! { <Tag {tone} word={tone.name()} /> }) }</div>
                <div class="line">{ for Icon::ALL.iter().map(|icon| icon.draw()) }</div>
            </Shown>
            <Shown name="Notice">
                { for Tone::ALL.into_iter().map(|tone| html! { <Notice {tone}><p>{ words::recovery_sheet_warning(&language) }</p></Notice> }) }
            </Shown>
            <Shown name="ErrorSummary">
                <div>
                    <ErrorSummary {wrong} turn={*turn} />
                    <Field label={words::day(&language)} id="gallery-birth" error={words::finding_in_future(&language)}>
                        <TextInput value="31" on_input={Callback::noop()} short=true />
                    </Field>
                    <Button label={words::try_again(&language)} on_press={again} />
                </div>
            </Shown>
            <Shown name="Progress">
                <Progress label={words::backup_making(&language)} done={Some(420)} total={1_200} on_stop={Callback::noop()} />
                <Progress label={words::sign_in_opening(&language)} />
                <Progress label={words::backup_making(&language)} done={Some(1_000)} total={1_200} on_stop={Callback::noop()} stopping=true />
            </Shown>
            <Shown name="EmptyState">
                <Sheet>
                    <EmptyState icon={Icon::FolderOpen} title={words::list_empty(&language)} text={words::list_empty_text(&language)}>
                        <Button label={words::list_new(&language)} weight={Weight::Main} icon={Icon::Plus} />
                    </EmptyState>
                </Sheet>
            </Shown>
            <Shown name="Dialog">
                <Buttons>
                    <Button id="open-dialog" label={words::record_leave_title(&language)} on_press={set(&dialog, true)} />
                    <Button id="open-keys" label={words::keys_title(&language)} icon={Icon::Keyboard} on_press={set(&keys, true)} />
                    <Menu label={words::menu(&language)} {items} {on_choose} />
                </Buttons>
                <Dialog
                    open={*dialog} title={words::record_leave_title(&language)} on_close={set(&dialog, false)}
                    foot={html! {
                        <>
                            <Button label={words::record_stay(&language)} weight={Weight::Main} on_press={set(&dialog, false)} />
                            <Button label={words::record_leave(&language)} on_press={set(&dialog, false)} />
                        </>
                    }}
                >
                    <p>{ words::record_leave_text(&language) }</p>
                </Dialog>
                <ShortcutSheet open={*keys} on_close={set(&keys, false)} />
            </Shown>
            <Toasts
                toasts={vec![Toast { key: 1, text: words::record_saved_as(&language, "XDH-2026-000017").into(), action: Some(words::undo(&language).into()) }]}
                on_close={Callback::noop()}
            />
        </>
    }
}
