//! Language, colours, text size, spacing of the person; and their password.

use super::super::asking::{Refusal, use_doing};
use crate::app::use_looks;
use crate::frame::{Appearance, Density, SIZES, Theme, Wish, use_focus_in_dialog, use_workplace};
use crate::parts::{Button, Choice, Dialog, Field, Necessity, Opt, PasswordInput, Sheet, Weight, use_language};
use crate::screens::sign_in::{NewPassword, NewPasswordState};
use amparo_api::{Request, getting_in, keeping};
use amparo_language::{Calendar, Digits, Language, MonthNames, Tongue, words};
use yew::prelude::*;

/// What is for the person.
#[component]
pub(super) fn Yours() -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let looks = use_looks();
    let speaking = use_doing();
    let changing = use_state(|| false);

    let speak = {
        let (speaking, workplace) = (speaking.clone(), workplace.clone());
        Callback::from(move |tag: Option<AttrValue>| {
            if let Some(chosen) = tag.and_then(|tag| tag.parse::<Language>().ok()) {
                let workplace = workplace.clone();
                let request = keeping::Ask::SetLanguage { language: chosen.full_tag() };
                speaking.ask(Request::Keeping(request), move |_| workplace.wish(Wish::Language(chosen)));
            }
        })
    };
    // Another tongue keeps the choice of a calendar; digits and months go with the tongue.
    let tongues = Language::offered().into_iter().map(|offered| offered.with_calendar(language.calendar));
    let spoken = |plain: Language| if plain.tag() == language.tag() { language } else { plain };
    let languages: Vec<Opt> = tongues.map(|offered| Opt::new(spoken(offered).full_tag(), offered.own_name())).collect();
    let chosen = |shown: Language, label: String| Opt::new(shown.full_tag(), label);
    let digits = vec![
        chosen(language.with_digits(Digits::Western), words::digits_western(&language)),
        chosen(language.with_digits(Digits::EasternArabic), words::digits_eastern(&language)),
    ];
    let months = vec![
        chosen(language.with_months(MonthNames::Levantine), words::month_names_levantine(&language)),
        chosen(language.with_months(MonthNames::Egyptian), words::month_names_egyptian(&language)),
    ];
    let calendars = vec![
        chosen(language.with_calendar(Calendar::Gregorian), words::no(&language)),
        chosen(language.with_calendar(Calendar::WithHijri), words::yes(&language)),
    ];
    let spoken_now = AttrValue::from(language.full_tag());
    let themes = [
        (Theme::System, "system", words::theme_system(&language)),
        (Theme::Light, "light", words::theme_light(&language)),
        (Theme::Dark, "dark", words::theme_dark(&language)),
        (Theme::Contrast, "contrast", words::theme_contrast(&language)),
    ];
    let densities = [
        (Density::Comfortable, "comfortable", words::density_comfortable(&language)),
        (Density::Compact, "compact", words::density_compact(&language)),
    ];
    let look = looks.appearance;
    let theme_code = themes.iter().find(|(theme, ..)| *theme == look.theme).map(|(_, code, _)| AttrValue::Static(code));
    let density_code =
        densities.iter().find(|(density, ..)| *density == look.density).map(|(_, code, _)| AttrValue::Static(code));
    let theme_options: Vec<Opt> = themes.iter().map(|(_, code, label)| Opt::new(*code, label.clone())).collect();
    let density_options: Vec<Opt> = densities.iter().map(|(_, code, label)| Opt::new(*code, label.clone())).collect();
    let sizes: Vec<Opt> = SIZES.iter().map(|size| Opt::new(size.to_string(), format!("{size} %"))).collect();
    let set_theme = {
        let change = looks.change.clone();
        Callback::from(move |code: Option<AttrValue>| {
            let theme = match code.as_deref() {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                Some("contrast") => Theme::Contrast,
                _ => Theme::System,
            };
            change.emit(Appearance { theme, ..look });
        })
    };
    let set_density = looks.change.reform(move |code: Option<AttrValue>| Appearance {
        density: if code.as_deref() == Some("compact") { Density::Compact } else { Density::Comfortable },
        ..look
    });
    let set_size = looks.change.reform(move |code: Option<AttrValue>| Appearance {
        text_size: code.and_then(|code| code.parse().ok()).unwrap_or(look.text_size),
        ..look
    });
    let (open, close) = (changing.setter(), changing.setter());
    html! {
        <Sheet title={words::settings_yours(&language)}>
            <div class="stack">
                <Refusal problem={speaking.problem.clone()} />
                <Field label={words::language(&language)} group=true id="settings-language">
                    <Choice options={languages} value={spoken_now.clone()} on_choose={speak.clone()} keeps=true side_by_side=true />
                </Field>
                if language.tongue == Tongue::Arabic {
                    <Field label={words::digits(&language)} group=true id="settings-digits">
                        <Choice options={digits} value={spoken_now.clone()} on_choose={speak.clone()} keeps=true side_by_side=true />
                    </Field>
                    <Field label={words::month_names(&language)} group=true id="settings-months">
                        <Choice options={months} value={spoken_now.clone()} on_choose={speak.clone()} keeps=true side_by_side=true />
                    </Field>
                }
                <Field label={words::calendar_hijri(&language)} help={words::calendar_hijri_help(&language)} group=true id="settings-calendar">
                    <Choice options={calendars} value={spoken_now} on_choose={speak} keeps=true side_by_side=true />
                </Field>
                <Field label={words::theme(&language)} group=true id="settings-theme">
                    <Choice options={theme_options} value={theme_code} on_choose={set_theme} keeps=true side_by_side=true />
                </Field>
                <Field label={words::text_size(&language)} help={words::settings_size_help(&language)} group=true id="settings-size">
                    <Choice options={sizes} value={AttrValue::from(look.text_size.to_string())} on_choose={set_size} keeps=true side_by_side=true />
                </Field>
                <Field label={words::density(&language)} group=true id="settings-density">
                    <Choice options={density_options} value={density_code} on_choose={set_density} keeps=true side_by_side=true />
                </Field>
                <p class="muted small">{ words::settings_looks_note(&language) }</p>
                <div><Button id="change-password" label={words::password_change(&language)} on_press={Callback::from(move |()| open.set(true))} /></div>
            </div>
            <Dialog open={*changing} title={words::password_change(&language)} on_close={Callback::from(move |()| close.set(false))}>
                <OwnPassword on_done={let changing = changing.setter(); Callback::from(move |()| changing.set(false))} />
            </Dialog>
        </Sheet>
    }
}

#[derive(Properties, PartialEq)]
struct OwnPasswordProps {
    on_done: Callback<()>,
}

#[component]
fn OwnPassword(props: &OwnPasswordProps) -> Html {
    let language = use_language();
    let workplace = use_workplace();
    let old = use_state(String::new);
    let value = use_state(NewPasswordState::default);
    let tried = use_state(|| false);
    use_focus_in_dialog("old-password");
    let doing = use_doing();
    let onsubmit = {
        let (old, value, tried, doing, workplace) =
            (old.clone(), value.clone(), tried.clone(), doing.clone(), workplace.clone());
        let on_done = props.on_done.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if value.wrong(&language).is_some() {
                return;
            }
            let (workplace, on_done) = (workplace.clone(), on_done.clone());
            let request = getting_in::Ask::ChangePassword { old: (*old).clone(), new: value.password.clone() };
            doing.ask(Request::GettingIn(request), move |_| {
                workplace.toast(words::password_changed(&language));
                on_done.emit(());
            });
        })
    };
    html! {
        <form class="stack" {onsubmit} novalidate=true>
            <Refusal problem={doing.problem.clone()} />
            <p class="muted small">{ words::password_known_hint(&language) }</p>
            <Field label={words::password_old(&language)} id="old-password" necessity={Necessity::Required}>
                <PasswordInput value={(*old).clone()} on_input={let old = old.setter(); Callback::from(move |text| old.set(text))} />
            </Field>
            <NewPassword
                id="changed-password" value={(*value).clone()} login={workplace.who.name.clone()} show_wrong={*tried}
                on_change={let value = value.setter(); Callback::from(move |next| value.set(next))}
            />
            <div><Button id="changed-password-go" submits=true weight={Weight::Main} busy={doing.busy} label={words::password_change(&language)} /></div>
        </form>
    }
}
