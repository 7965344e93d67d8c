//! What search everywhere offers beside records: pages, what the program can do, the forms of the record at hand, people, help. Pure: what
//! is done with one that was chosen, the window knows.

use super::help::Topic;
use super::types::{may_register, type_key, type_new, type_page};
use super::workplace::Screen;
use amparo_access::{Action, Allowed, may};
use amparo_api::records::Show;
use amparo_api::work::When;
use amparo_forms::in_force;
use amparo_language::{Language, words};
use amparo_matching::fold;
use amparo_model::form::FormDef;
use amparo_model::record::RecordType;
use amparo_model::role::{FormRight, Rights};

/// What happens when one is chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Does {
    /// Shows a page.
    Go(Screen),
    /// Shows a page of help.
    Help(Topic),
    /// Locks.
    Lock,
    /// Makes a backup.
    BackUp,
    /// Hides the screen.
    Hide,
    /// Shows all keys.
    Keys,
    /// Prints the page.
    Print,
    /// What to do in an emergency.
    Emergency,
}

/// Something that can be done.
#[derive(Clone, PartialEq)]
pub(super) struct Command {
    /// In ids of elements.
    pub(super) key: String,
    /// Its words.
    pub(super) label: String,
    /// Of which kind it is.
    pub(super) kind: String,
    /// Its key, as shown.
    pub(super) keys: &'static str,
    /// What it does.
    pub(super) does: Does,
}

/// Everything that this person can do from here.
pub(super) fn commands(language: &Language, rights: &Rights, types: &[RecordType], at: Screen) -> Vec<Command> {
    let allowed = Allowed::from(rights);
    let page_kind = words::search_kind_page(language);
    let kind = words::search_kind_command(language);
    let mut all = Vec::new();
    let mut put = |key: String, label: String, kind: &String, keys: &'static str, does: Does| {
        all.push(Command { key, label, kind: kind.clone(), keys, does });
    };
    if let Screen::Record { of, record: Some(record), .. } = at {
        let form_kind = words::search_kind_form(language);
        for form in readable(rights, of) {
            let screen =
                Screen::Record { of, record: Some(record), draft: None, from: None, form: Some(form.id.as_str()) };
            put(
                format!("form-{}", form.id),
                form.title.get(language.tag()).to_owned(),
                &form_kind,
                "",
                Does::Go(screen),
            );
        }
    }
    for of in types {
        if may_register(allowed, *of) {
            put(format!("new-{}", type_key(*of)), type_new(language, *of), &kind, "", Does::Go(Screen::new(*of)));
        }
    }
    put("lock".into(), words::lock(language), &kind, "Ctrl+L", Does::Lock);
    if may(allowed, Action::BackUp) {
        put("back-up".into(), words::key_backup(language), &kind, "Ctrl+B", Does::BackUp);
    }
    put("hide".into(), words::hide_screen(language), &kind, "F9", Does::Hide);
    put("print".into(), words::print(language), &kind, "Ctrl+P", Does::Print);
    put("keys".into(), words::key_keys(language), &kind, "Ctrl+/", Does::Keys);
    if may(allowed, Action::Emergency) {
        put("emergency".into(), words::emergency_key(language), &kind, "Ctrl+Shift+E", Does::Emergency);
    }
    put("home".into(), words::page_home(language), &page_kind, "", Does::Go(Screen::Home));
    if may(allowed, Action::ReadRecords) {
        let screen = Screen::Work { when: When::All, owner: None, what: None };
        put("work".into(), words::work_title(language), &page_kind, "", Does::Go(screen));
    }
    for of in types.iter().filter(|_| may(allowed, Action::ListRecords)) {
        let screen = Screen::Records { of: *of, show: Show::Current };
        put(type_key(*of).into(), type_page(language, *of), &page_kind, "", Does::Go(screen));
    }
    for (action, key, label, screen) in [
        (Action::SeePeople, "people", words::page_people(language), Screen::People),
        (Action::ShapeForms, "forms", words::shape_page(language), Screen::Forms),
        (Action::SeePlaces, "places", words::page_places(language), Screen::Places),
        (Action::SeeOffices, "exchange", words::page_exchange(language), Screen::Exchange),
        (Action::ReadLog, "log", words::page_log(language), Screen::Log),
    ] {
        if may(allowed, action) {
            put(key.into(), label, &page_kind, "", Does::Go(screen));
        }
    }
    put("settings".into(), words::page_settings(language), &page_kind, "", Does::Go(Screen::Settings));
    let help = words::help(language);
    for topic in Topic::ALL {
        put(format!("help-{topic:?}").to_lowercase(), topic.title(*language), &help, "", Does::Help(topic));
    }
    all
}

/// The forms of a type that a role may read.
fn readable(rights: &Rights, of: RecordType) -> impl Iterator<Item = &'static FormDef> {
    let all = in_force().forms_of(of.kind, of.module);
    all.filter(|form| !form.off && rights.forms.get(&form.id) != Some(&FormRight::None))
}

/// Those that fit what was typed: each word of it stands in the label or the kind, or for help in its text. What begins with it comes first.
pub(super) fn fitting(all: &[Command], language: &Language, typed: &str) -> Vec<Command> {
    let folded = fold(typed);
    let wanted: Vec<&str> = folded.split_whitespace().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let score = |command: &Command| {
        let label = fold(&command.label);
        let said = format!("{label} {}", fold(&command.kind));
        if label.starts_with(&folded) {
            Some(0)
        } else if wanted.iter().all(|word| said.contains(word)) {
            Some(1)
        } else if let Does::Help(topic) = command.does {
            let text = fold(topic.text(*language));
            // A letter or two stands in every text.
            let long = wanted.iter().all(|word| word.chars().count() > 2);
            (long && wanted.iter().all(|word| text.contains(word))).then_some(2)
        } else {
            None
        }
    };
    let mut found: Vec<(u8, &Command)> = all.iter().filter_map(|command| Some((score(command)?, command))).collect();
    found.sort_by_key(|(score, _)| *score);
    found.into_iter().map(|(_, command)| command.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use amparo_model::person::Role;
    use std::collections::BTreeSet;

    fn all_of(role: Role, at: Screen) -> Vec<Command> {
        let types = super::super::types::types_of(role);
        commands(&Language::ENGLISH, &amparo_access::standard(role), &types, at)
    }

    fn first(role: Role, typed: &str) -> Option<Does> {
        fitting(&all_of(role, Screen::Home), &Language::ENGLISH, typed).first().map(|command| command.does)
    }

    #[test]
    fn what_a_person_can_do_is_found_by_its_words_and_nobody_finds_what_they_may_not() {
        assert_eq!(first(Role::Caseworker, "lock"), Some(Does::Lock));
        assert_eq!(first(Role::Caseworker, "regist"), Some(Does::Go(Screen::new(RecordType::CASE))));
        assert_eq!(first(Role::Caseworker, "backup"), Some(Does::BackUp));
        assert!(!all_of(Role::Caseworker, Screen::Home).iter().any(|command| command.does == Does::Go(Screen::Forms)));
        assert!(all_of(Role::Admin, Screen::Home).iter().any(|command| command.does == Does::Go(Screen::Forms)));
        assert_eq!(first(Role::Caseworker, ""), None);
    }

    #[test]
    fn help_is_found_by_what_it_says() {
        let found = fitting(&all_of(Role::Caseworker, Screen::Home), &Language::ENGLISH, "sounds like");
        assert!(found.iter().any(|command| command.does == Does::Help(Topic::List)));
    }

    #[test]
    fn the_forms_of_the_record_at_hand_are_found_and_every_command_has_a_key_of_its_own() {
        let record = Some(amparo_model::ids::RecordId::from_random([1; 16]));
        let at = Screen::Record { of: RecordType::CASE, record, draft: None, from: None, form: None };
        let all = all_of(Role::Supervisor, at);
        let found = fitting(&all, &Language::ENGLISH, "case plan");
        assert!(found.iter().any(|command| command.key == "form-case-plan"));
        assert_eq!(all.iter().map(|command| &command.key).collect::<BTreeSet<_>>().len(), all.len());
    }
}
