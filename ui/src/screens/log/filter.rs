//! Which entries of the log are shown.

use crate::parts::{Button, Choice, DateInput, Field, Opt, TextInput, Weight, use_language};
use amparo_api::past::Filter;
use amparo_language::{Language, words};
use amparo_model::date::PartialDate;
use amparo_model::ids::PersonId;
use yew::prelude::*;

/// Kinds of entries that belong together, as people look for them.
const KINDS: [(&str, &[&str]); 6] = [
    ("looks", &["case_opened", "history_read", "photo_seen", "file_seen", "searched"]),
    ("changes", &["case_registered", "case_saved", "photo_added", "file_added"]),
    (
        "outside",
        &[
            "printed",
            "file_copied",
            "copy_sealed",
            "bundle_accepted",
            "bundle_refused",
            "desk_key_exported",
            "log_exported",
            "head_printed",
            "configuration_exported",
            "card_saved",
        ],
    ),
    (
        "people",
        &[
            "team_added",
            "person_proposed",
            "person_admitted",
            "return_proposed",
            "person_back",
            "change_proposed",
            "person_changed",
            "reset_proposed",
            "password_reset",
            "leaving_proposed",
            "person_left",
            "proposal_withdrawn",
            "let_in",
            "circles_turned",
            "desk_keys_turned",
            "conduct_set",
            "conduct_accepted",
        ],
    ),
    ("entering", &["signed_in", "failed_sign_ins", "locked", "password_changed", "recovered"]),
    (
        "office",
        &[
            "set_up",
            "places_imported",
            "card_read",
            "office_verified",
            "backed_up",
            "restored",
            "backup_folder_set",
            "idle_set",
            "language_set",
            "configuration_drafted",
            "configuration_dropped",
            "configuration_applied",
            "log_verified",
            "clock_moved",
            "older_found",
        ],
    ),
];

fn kind_word(language: &Language, kind: &str) -> String {
    match kind {
        "looks" => words::log_kind_looks(language),
        "changes" => words::log_kind_changes(language),
        "outside" => words::log_kind_outside(language),
        "people" => words::log_kind_people(language),
        "entering" => words::log_kind_entering(language),
        _ => words::log_kind_office(language),
    }
}

/// What [`Filters`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    pub(super) filter: Filter,
    /// Who occurs.
    pub(super) people: Vec<(PersonId, String)>,
    pub(super) on_filter: Callback<Filter>,
}

/// Person, kind, code, days.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let language = use_language();
    let filter = &props.filter;
    let with = |change: fn(&mut Filter, String)| {
        let (filter, on_filter) = (filter.clone(), props.on_filter.clone());
        Callback::from(move |to: String| {
            let mut next = filter.clone();
            change(&mut next, to);
            on_filter.emit(next);
        })
    };
    let mut named = props.people.clone();
    named.sort_by(|one, other| one.1.cmp(&other.1));
    let everybody = [Opt::new("", words::log_filter_everybody(&language))];
    let people: Vec<Opt> =
        everybody.into_iter().chain(named.into_iter().map(|(id, name)| Opt::new(id.to_string(), name))).collect();
    let all = [Opt::new("", words::log_filter_all(&language))];
    let kinds: Vec<Opt> =
        all.into_iter().chain(KINDS.iter().map(|(kind, _)| Opt::new(*kind, kind_word(&language, kind)))).collect();
    let kind = KINDS.iter().find(|(_, what)| filter.what.iter().eq(what.iter())).map_or("", |(kind, _)| kind);
    let day = |text: &str| text.parse::<PartialDate>().ok();
    let choose = |change: fn(&mut Filter, String)| {
        with(change).reform(|code: Option<AttrValue>| code.unwrap_or_default().to_string())
    };
    let on_day = |change: fn(&mut Filter, String)| {
        let with = with(change);
        // A date that is half typed filters nothing yet.
        Callback::from(move |date: Result<Option<PartialDate>, _>| {
            if let Ok(date) = date {
                with.emit(date.and_then(PartialDate::exact).map(|date| date.to_string()).unwrap_or_default());
            }
        })
    };
    let clear = props.on_filter.reform(|()| Filter::default());
    html! {
        <search class="log-filter not-printed" aria-label={words::log_filter(&language)}>
            <Field label={words::log_filter_person(&language)} id="log-person">
                <Choice options={people} keeps=true folded=true value={Some(AttrValue::from(filter.person.map(|id| id.to_string()).unwrap_or_default()))}
                    on_choose={choose(|filter, to| filter.person = to.parse().ok())} />
            </Field>
            <Field label={words::log_filter_what(&language)} id="log-kind">
                <Choice options={kinds} keeps=true folded=true value={Some(AttrValue::from(kind))}
                    on_choose={choose(|filter, to| {
                        let kind = KINDS.iter().find(|(kind, _)| *kind == to);
                        filter.what = kind.map(|(_, what)| what.iter().map(|it| (*it).to_owned()).collect()).unwrap_or_default();
                    })} />
            </Field>
            <Field label={words::log_filter_code(&language)} id="log-code">
                <TextInput value={filter.code.clone()} code=true short=true longest=60 on_input={with(|filter, to| filter.code = to)} />
            </Field>
            <Field label={words::log_filter_from(&language)} id="log-from" group=true>
                <DateInput value={day(&filter.from)} exact=true on_change={on_day(|filter, to| filter.from = to)} />
            </Field>
            <Field label={words::log_filter_until(&language)} id="log-until" group=true>
                <DateInput value={day(&filter.until)} exact=true on_change={on_day(|filter, to| filter.until = to)} />
            </Field>
            if *filter != Filter::default() {
                <div class="clear"><Button id="log-clear" small=true weight={Weight::Quiet} label={words::clear(&language)} on_press={clear} /></div>
            }
        </search>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_kind_of_entry_is_of_one_kind_and_has_words() {
        let all: Vec<&str> = KINDS.iter().flat_map(|(_, what)| what.iter().copied()).collect();
        let each: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(each.len(), all.len());
        let language = Language::default();
        for what in each {
            let id = format!("log-{}", what.replace('_', "-"));
            assert!(amparo_language::by_id(&language, &id, &[]).is_some(), "{what} has no words");
        }
    }
}
