//! What is different between two configurations, one plain sentence each; the words are the language crate's.

use crate::configuration::Configuration;
use crate::settings::Setting;
use amparo_model::form::{FieldDef, FieldKind, FormDef, Options};
use amparo_model::list::ListOption;
use amparo_model::record::RecordType;
use std::collections::{BTreeMap, BTreeSet};

/// Something that is different.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A new form, or one that was retired before.
    FormAdded {
        /// Which.
        form: String,
    },
    /// A form is no longer offered.
    FormRetired {
        /// Which.
        form: String,
    },
    /// Title, help or versions of a form.
    FormChanged {
        /// Which.
        form: String,
        /// What of it.
        facet: Facet,
    },
    /// A new section.
    SectionAdded {
        /// In which form.
        form: String,
        /// Which.
        section: String,
    },
    /// A section is gone; its fields are told apart.
    SectionGone {
        /// In which form.
        form: String,
        /// Which.
        section: String,
    },
    /// Heading, help, condition of a section.
    SectionChanged {
        /// In which form.
        form: String,
        /// Which.
        section: String,
        /// What of it.
        facet: Facet,
    },
    /// A new question, or one that was off before. `field` is `repeat.cell` for a cell.
    FieldAdded {
        /// In which form.
        form: String,
        /// Which.
        field: String,
    },
    /// A question is no longer asked.
    FieldRetired {
        /// In which form.
        form: String,
        /// Which.
        field: String,
    },
    /// Something about a question.
    FieldChanged {
        /// In which form.
        form: String,
        /// Which.
        field: String,
        /// What of it.
        facet: Facet,
    },
    /// A new list.
    ListAdded {
        /// Which.
        list: String,
    },
    /// A new option, or one that was retired before. `list` is `form.field` for options of one question.
    OptionAdded {
        /// In which list.
        list: String,
        /// Which.
        option: String,
    },
    /// An option is no longer offered.
    OptionRetired {
        /// In which list.
        list: String,
        /// Which.
        option: String,
    },
    /// The words, or the standard parent, of an option.
    OptionChanged {
        /// In which list.
        list: String,
        /// Which.
        option: String,
    },
    /// The options stand in another order.
    ListReordered {
        /// Which.
        list: String,
    },
    /// How soon a step is due.
    ClockChanged {
        /// Which.
        clock: String,
    },
    /// The office takes up a type of record again.
    TypeTakenUp {
        /// Which.
        of: RecordType,
    },
    /// The office gives up a type of record.
    TypeGivenUp {
        /// Which.
        of: RecordType,
    },
    /// Something is called otherwise.
    Renamed {
        /// Which: a key of the names.
        thing: String,
    },
    /// A form is approved by a supervisor from now on.
    ApprovalOn {
        /// Which.
        form: String,
    },
    /// A form does without approval.
    ApprovalOff {
        /// Which.
        form: String,
    },
    /// The office's own words for the program.
    WordsChanged {
        /// In which language.
        language: String,
    },
    /// Codes, age bands or levels of places are otherwise.
    SettingChanged {
        /// Which.
        setting: Setting,
    },
    /// The working week, or which clock runs until a level is set.
    WeekChanged,
}

/// What of a thing is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Title, label, help, guiding questions.
    Words,
    /// Where it stands.
    Place,
    /// When it is shown.
    Condition,
    /// Whether it must be filled.
    Required,
    /// How it is worked out, or what is proposed.
    Calculation,
    /// What is checked.
    Checks,
    /// Where its options come from.
    Options,
    /// Anything else: class, search, summary, folding, versions.
    Other,
}

/// What is different, in the order of the forms.
#[must_use]
pub fn compare(before: &Configuration, after: &Configuration) -> Vec<Difference> {
    let mut all = Vec::new();
    for form in after.forms() {
        match before.form(&form.id) {
            Some(was) if was.off && !form.off => all.push(Difference::FormAdded { form: form.id.clone() }),
            Some(was) if !was.off && form.off => all.push(Difference::FormRetired { form: form.id.clone() }),
            Some(was) => forms(&mut all, was, form),
            None if form.off => {}
            None => all.push(Difference::FormAdded { form: form.id.clone() }),
        }
    }
    let gone = before.forms().iter().filter(|form| !form.off && after.form(&form.id).is_none());
    all.extend(gone.map(|form| Difference::FormRetired { form: form.id.clone() }));
    for list in after.lists() {
        match before.list(&list.id) {
            Some(was) => options(&mut all, &list.id, &was.options, &list.options),
            None => all.push(Difference::ListAdded { list: list.id.clone() }),
        }
    }
    for clock in &after.clocks().clocks {
        if before.clocks().clock(&clock.id) != Some(clock) {
            all.push(Difference::ClockChanged { clock: clock.id.clone() });
        }
    }
    let week = |it: &Configuration| (it.clocks().weekend.clone(), it.clocks().unset_counts_as);
    if week(before) != week(after) {
        all.push(Difference::WeekChanged);
    }
    settings(&mut all, before, after);
    all
}

fn settings(all: &mut Vec<Difference>, before: &Configuration, after: &Configuration) {
    let (was, now) = (before.settings(), after.settings());
    for of in RecordType::REGISTERED {
        match (was.uses(*of), now.uses(*of)) {
            (true, false) => all.push(Difference::TypeGivenUp { of: *of }),
            (false, true) => all.push(Difference::TypeTakenUp { of: *of }),
            _ => {}
        }
    }
    let things: BTreeSet<&String> = was.names.keys().chain(now.names.keys()).collect();
    let renamed = things.into_iter().filter(|thing| was.names.get(*thing) != now.names.get(*thing));
    all.extend(renamed.map(|thing| Difference::Renamed { thing: thing.clone() }));
    for (setting, changed) in [
        (Setting::CaseCode, was.case_code != now.case_code),
        (Setting::AgeBands, was.age_bands != now.age_bands),
        (Setting::Places, was.places != now.places),
        (Setting::Alerts, was.alerts != now.alerts),
        (Setting::Looking, was.looking != now.looking || was.across != now.across),
        (Setting::TakenOver, was.taken_over != now.taken_over),
    ] {
        if changed {
            all.push(Difference::SettingChanged { setting });
        }
    }
    let tags: BTreeSet<&String> = was.words.keys().chain(now.words.keys()).collect();
    let reworded = tags.into_iter().filter(|tag| was.words.get(*tag) != now.words.get(*tag));
    all.extend(reworded.map(|tag| Difference::WordsChanged { language: tag.clone() }));
    for form in after.forms() {
        let Some(known) = before.form(&form.id) else { continue };
        match (was.approves(known), now.approves(form)) {
            (true, false) => all.push(Difference::ApprovalOff { form: form.id.clone() }),
            (false, true) => all.push(Difference::ApprovalOn { form: form.id.clone() }),
            _ => {}
        }
    }
}

fn forms(all: &mut Vec<Difference>, was: &FormDef, now: &FormDef) {
    let form = now.id.clone();
    let mut changed = |facet, is: bool| {
        if is {
            all.push(Difference::FormChanged { form: form.clone(), facet });
        }
    };
    changed(Facet::Words, was.title != now.title || was.help != now.help);
    changed(Facet::Other, was.versions != now.versions);
    for section in &now.sections {
        let Some(before) = was.sections.iter().find(|known| known.id == section.id) else {
            all.push(Difference::SectionAdded { form: form.clone(), section: section.id.clone() });
            continue;
        };
        for (facet, is) in [
            (Facet::Words, before.title != section.title || before.help != section.help),
            (Facet::Condition, before.condition != section.condition),
            (Facet::Other, before.folded != section.folded),
        ] {
            if is {
                let section = section.id.clone();
                all.push(Difference::SectionChanged { form: form.clone(), section, facet });
            }
        }
    }
    for section in was.sections.iter().filter(|it| !now.sections.iter().any(|known| known.id == it.id)) {
        all.push(Difference::SectionGone { form: form.clone(), section: section.id.clone() });
    }
    let place = |of: &FormDef| -> BTreeMap<String, (String, usize)> {
        let numbered = of.sections.iter().flat_map(|section| {
            let shown = section.fields.iter().filter(|field| !field.off).enumerate();
            shown.map(|(at, field)| (field.id.clone(), (section.id.clone(), at)))
        });
        numbered.collect()
    };
    let (places_before, places_now) = (place(was), place(now));
    for field in now.fields() {
        let before = was.field(&field.id);
        fields(all, &form, &field.id, before, field);
        let moved = places_before.get(&field.id).zip(places_now.get(&field.id));
        // Standing elsewhere only because another one came or went is not worth a word.
        let moved = moved.is_some_and(|((section_before, _), (section_now, _))| section_before != section_now);
        if moved {
            all.push(Difference::FieldChanged { form: form.clone(), field: field.id.clone(), facet: Facet::Place });
        }
    }
    for field in was.fields().filter(|field| !field.off && now.field(&field.id).is_none()) {
        all.push(Difference::FieldRetired { form: form.clone(), field: field.id.clone() });
    }
}

fn fields(all: &mut Vec<Difference>, form: &str, name: &str, was: Option<&FieldDef>, now: &FieldDef) {
    let (form_id, field) = (form.to_owned(), name.to_owned());
    let Some(was) = was.filter(|was| !was.off || now.off) else {
        if !now.off {
            all.push(Difference::FieldAdded { form: form_id, field });
        }
        return;
    };
    if now.off {
        if !was.off {
            all.push(Difference::FieldRetired { form: form_id, field });
        }
        return;
    }
    let calculation = |field: &FieldDef| match &field.kind {
        FieldKind::Calc { expression, gives, .. } => Some((expression.clone(), *gives)),
        _ => None,
    };
    for (facet, is) in [
        (Facet::Words, was.label != now.label || was.help != now.help || was.guiding != now.guiding),
        (Facet::Condition, was.condition != now.condition),
        (Facet::Required, was.required != now.required || was.required_when != now.required_when),
        (Facet::Calculation, calculation(was) != calculation(now) || was.default != now.default),
        (Facet::Checks, was.checks != now.checks || was.stand_ins != now.stand_ins),
        (
            Facet::Other,
            was.class != now.class || was.searched_as != now.searched_as || was.in_summary != now.in_summary,
        ),
    ] {
        if is {
            all.push(Difference::FieldChanged { form: form.to_owned(), field: name.to_owned(), facet });
        }
    }
    match (was.choices(), now.choices()) {
        (Some(before), Some(after)) => match (&before.options, &after.options) {
            (Options::Inline(before), Options::Inline(after)) => {
                options(all, &format!("{form}.{name}"), before, after);
            }
            (before_options, after_options)
                if before_options != after_options || before.offers_unknown != after.offers_unknown =>
            {
                all.push(Difference::FieldChanged { form: form_id, field, facet: Facet::Options });
            }
            _ => {}
        },
        _ => {
            for cell in now.row_fields() {
                let before = was.row_fields().iter().find(|known| known.id == cell.id);
                fields(all, form, &format!("{name}.{}", cell.id), before, cell);
            }
        }
    }
}

fn options(all: &mut Vec<Difference>, list: &str, before: &[ListOption], after: &[ListOption]) {
    let offered = |option: &ListOption| !option.retired && !option.off;
    let of = |option: &ListOption| (list.to_owned(), option.id.clone());
    for option in after {
        let was = before.iter().find(|known| known.id == option.id);
        let (list, id) = of(option);
        match was {
            _ if was.is_some_and(offered) && !offered(option) => {
                all.push(Difference::OptionRetired { list, option: id });
            }
            _ if !was.is_some_and(offered) && offered(option) => {
                all.push(Difference::OptionAdded { list, option: id });
            }
            Some(was)
                if was.labels != option.labels
                    || was.parent != option.parent
                    || was.half != option.half
                    || was.condition != option.condition =>
            {
                all.push(Difference::OptionChanged { list, option: id });
            }
            _ => {}
        }
    }
    for option in before.iter().filter(|it| offered(it) && !after.iter().any(|known| known.id == it.id)) {
        let (list, id) = of(option);
        all.push(Difference::OptionRetired { list, option: id });
    }
    let order = |options: &[ListOption], others: &[ListOption]| -> Vec<String> {
        let shared = options.iter().filter(|option| others.iter().any(|known| known.id == option.id));
        shared.map(|option| option.id.clone()).collect()
    };
    if order(before, after) != order(after, before) {
        all.push(Difference::ListReordered { list: list.to_owned() });
    }
}
