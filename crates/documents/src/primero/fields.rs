//! Fields and rows: their names here, where they lie, and everything that can be said without looking at other fields.

use super::conditions::{day, numeric};
use super::kinds::{Asked, Piece, with_suffix};
use super::known::{Draft, Known, Later, Names, Shape, plain_field, well_formed};
use super::lists::Lists;
use super::onto::{Fit, Onto};
use super::parts::{class, part, searched_as, subject};
use super::source::{LONGEST_ID, Object, flag, holds, text, usable_id};
use super::told::{Changed, NotCarried, Place, Told, What};
use super::words::{Cleaned, words};
use super::{Renamed, parts};
use amparo_forms::reserved;
use amparo_model::condition::{Expression, Literal};
use amparo_model::form::{Check, Class, FieldDef, FieldKind};
use amparo_model::record::RecordType;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// How deep rows may stand in rows before they are left out; those within stand beside each other here.
const DEEPEST_ROWS: usize = 3;

/// Everything that is gathered while forms are read.
pub(super) struct Reader<'a> {
    pub(super) told: Told,
    pub(super) lists: Lists,
    pub(super) onto: Onto<'a>,
    /// The forms behind rows, by id.
    pub(super) nested: BTreeMap<&'a str, &'a Object>,
    pub(super) used: BTreeSet<&'a str>,
    pub(super) names: BTreeMap<RecordType, Names>,
    pub(super) renamed: Vec<Renamed>,
    pub(super) fields_left: usize,
    pub(super) options_left: usize,
}

/// The form that fields are read for.
#[derive(Clone, Copy)]
pub(super) struct Here<'p> {
    pub(super) of: RecordType,
    pub(super) place: &'p Place,
    /// The id of the form in the file.
    pub(super) form: &'p str,
}

/// The name and type of a field, and the object with the rest.
pub(super) fn name_and_type(raw: &Json) -> Option<(&Object, &str, &str)> {
    let raw = raw.as_object()?;
    let name = text(raw, "name").filter(|name| usable_id(name))?;
    Some((raw, name, text(raw, "type").unwrap_or_default()))
}

impl<'a> Reader<'a> {
    /// Reads a field of a form and what stands beside it because of it. `within` are the forms of the rows that it stands in.
    pub(super) fn field(&mut self, raw: &'a Json, here: Here<'_>, within: &[&'a str], into: &mut Vec<Draft<'a>>) {
        let Some((object, name, word)) = name_and_type(raw) else {
            return self.told.lost(here.place, NotCarried::NoId, "");
        };
        if self.fields_left == 0 {
            return self.told.lost(here.place, NotCarried::TooMuch, name);
        }
        self.fields_left -= 1;
        if let Some(known) = self.names.entry(here.of).or_default().fields.get(name) {
            if known.word != word {
                return self.told.lost(here.place, NotCarried::TwoMeanings, name);
            }
            self.told.changed(here.place, Changed::AsInFirstForm, name);
            let ours = known.ours.clone();
            let asked = Asked { place: here.place, path: name, in_rows: false };
            let (label, _) = self.label_and_help(object, word, name, asked);
            let mut field = plain_field(ours, FieldKind::Text, label);
            self.finish(object, word, &mut field, asked, &Shape::Other);
            (field.checks, field.default) = (Vec::new(), None);
            into.push(Draft { raw, name: name.to_owned(), field, later: Later::AsFirst, cells: Vec::new() });
            return;
        }
        if word == "subform" {
            return self.rows(raw, here, within, into);
        }
        let asked = Asked { place: here.place, path: name, in_rows: false };
        let (label, _) = self.label_and_help(object, word, name, asked);
        let pieces = self.pieces(object, word, asked, &label);
        let single = pieces.len() == 1;
        let mut counters = Vec::new();
        for Piece { suffix, kind, shape, mut later, label } in pieces {
            if let Later::Sum(of) = &mut later {
                of.clone_from(&counters);
            }
            let about = subject_of(here, object, name, &kind);
            let mut field = plain_field(with_suffix(name, &suffix), kind, label);
            field.compartment = part(here.of, about, matches!(field.kind, FieldKind::Repeat(_)));
            field.class = class(here.of, about);
            self.name(here, name, &suffix, &mut field, &later);
            self.finish(object, word, &mut field, asked, &shape);
            if suffix.is_empty() {
                field.in_summary = flag(object, "show_on_minify_form") == Some(true)
                    && matches!(field.compartment.as_str(), "registration" | "care" | "incident")
                    && field.class < Class::P4
                    && !matches!(field.kind, FieldKind::Repeat(_));
            }
            if field.compartment.as_str() == "identity" {
                field.searched_as = searched_as(&field, object, name);
            }
            if single {
                let known = Known { ours: field.id.clone(), shape, word: word.to_owned() };
                self.names.entry(here.of).or_default().fields.insert(name.to_owned(), known);
            }
            counters.push(field.id.clone());
            into.push(Draft { raw, name: name.to_owned(), field, later, cells: Vec::new() });
        }
        if !single && let Some(first) = counters.first() {
            let known = Known { ours: first.clone(), shape: Shape::Other, word: word.to_owned() };
            self.names.entry(here.of).or_default().fields.insert(name.to_owned(), known);
        }
    }

    /// Gives a field of the record its name here, and its type and part where the office asks the same already.
    fn name(&mut self, here: Here<'_>, there: &str, suffix: &str, field: &mut FieldDef, later: &Later) {
        let made_up = !suffix.is_empty();
        let written = field.id.clone();
        let like = well_formed(&written, '_', "field");
        let names = self.names.entry(here.of).or_default();
        if reserved::is(&like) {
            field.id = names.free(&format!("primero_{like}"));
        } else if like != written || made_up || names.taken.contains(&like) {
            field.id = names.free(&like);
        } else {
            names.taken.insert(like);
        }
        match self.onto.fit(here.of, field, later, &mut self.lists) {
            Fit::Free => {}
            Fit::Same => self.told.changed(here.place, Changed::AsInOffice, there),
            Fit::Clash => {
                let like = format!("primero_{}", field.id);
                let names = self.names.entry(here.of).or_default();
                // What an earlier import had to name so is named so again; anything else of that name is avoided.
                for _ in 0..LONGEST_ID {
                    field.id = names.free(&like);
                    if self.onto.fit(here.of, field, later, &mut self.lists) != Fit::Clash {
                        break;
                    }
                }
            }
        }
        let from = if made_up { format!("{there}.{suffix}") } else { there.to_owned() };
        if field.id != from {
            if !made_up {
                self.told.alone(here.place, What::Changed(Changed::FieldRenamed), &[&from, &field.id]);
            }
            self.renamed.push(Renamed { of: here.of, from, to: field.id.clone() });
        }
    }

    /// Rows: a form of their own in the file. Rows inside them come to stand beside them.
    fn rows(&mut self, raw: &'a Json, here: Here<'_>, within: &[&'a str], into: &mut Vec<Draft<'a>>) {
        let Some((object, name, word)) = name_and_type(raw) else { return };
        let place = here.place;
        let id = text(object, "subform_unique_id").unwrap_or_default();
        let Some((id, form)) = self.nested.get_key_value(id).map(|(id, form)| (*id, *form)) else {
            return self.told.alone(place, What::NotCarried(NotCarried::RowsMissing), &[name, id]);
        };
        self.used.insert(id);
        if within.contains(&id) {
            return self.told.alone(place, What::NotCarried(NotCarried::RowsLoop), &[name, id]);
        }
        if within.len() >= DEEPEST_ROWS {
            return self.told.lost(place, NotCarried::RowsTooDeep, name);
        }
        let (mut cells, mut raws, mut known, mut inner) = (Vec::new(), Vec::new(), BTreeMap::new(), Vec::new());
        let mut names = Names::default();
        let fields = super::forms::ordered(form);
        names.plain = fields.iter().filter_map(|raw| Some(name_and_type(raw)?.1.to_owned())).collect();
        let wanted = object.get("subform_section_configuration").and_then(Json::as_object);
        let shown = wanted.map(|wanted| super::source::texts_in(wanted, "fields")).unwrap_or_default();
        let mut about = parts::Subject::Rest;
        for cell in fields {
            let Some((of_cell, cell_name, cell_word)) = name_and_type(cell) else {
                self.told.lost(place, NotCarried::NoId, name);
                continue;
            };
            let path = format!("{name}.{cell_name}");
            let asked = Asked { place, path: &path, in_rows: true };
            if self.fields_left == 0 {
                self.told.lost(place, NotCarried::TooMuch, &path);
                break;
            }
            self.fields_left -= 1;
            match cell_word {
                "separator" => self.told.lost(place, NotCarried::HeadingInRows, &path),
                "subform" => inner.push((cell, path)),
                _ if known.contains_key(cell_name) => self.told.lost(place, NotCarried::Doubled, &path),
                _ => {
                    let (label, _) = self.label_and_help(of_cell, cell_word, cell_name, asked);
                    let pieces = self.pieces(of_cell, cell_word, asked, &label);
                    for Piece { suffix, kind, shape, label, .. } in pieces {
                        let written = with_suffix(cell_name, &suffix);
                        let like = well_formed(&written, '_', "field");
                        let as_it_is = suffix.is_empty() && like == written && !names.taken.contains(&like);
                        let ours = if as_it_is { like.clone() } else { names.free(&like) };
                        names.taken.insert(ours.clone());
                        let mut field = plain_field(ours, kind, label);
                        let cell_about = subject_of(here, of_cell, cell_name, &field.kind);
                        about = about.max(cell_about);
                        field.class = class(here.of, cell_about);
                        self.finish(of_cell, cell_word, &mut field, asked, &shape);
                        if !shown.is_empty() && !shown.contains(&cell_name) {
                            field.off = true;
                            self.told.changed(place, Changed::RowsInPart, &path);
                        }
                        if field.id != cell_name {
                            let from = if suffix.is_empty() { path.clone() } else { format!("{path}.{suffix}") };
                            let to = format!("{name}.{}", field.id);
                            self.renamed.push(Renamed { of: here.of, from, to });
                        }
                        let shape = if suffix.is_empty() { shape } else { Shape::Other };
                        let entry = Known { ours: field.id.clone(), shape, word: cell_word.to_owned() };
                        known.entry(cell_name.to_owned()).or_insert(entry);
                        raws.push(cell);
                        cells.push(field);
                    }
                }
            }
        }
        if cells.is_empty() {
            self.told.lost(place, NotCarried::RowsEmpty, name);
        } else {
            let asked = Asked { place, path: name, in_rows: false };
            let (label, _) = self.label_and_help(object, word, name, asked);
            about = about.max(subject_of(here, object, name, &FieldKind::Tick));
            let class = cells.iter().map(|cell| cell.class).max().unwrap_or(Class::P3).max(class(here.of, about));
            let mut field = plain_field(name.to_owned(), FieldKind::Repeat(cells), label);
            field.compartment = part(here.of, about, true);
            field.class = class;
            self.name(here, name, "", &mut field, &Later::Nothing);
            self.finish(object, word, &mut field, asked, &Shape::Other);
            if field.compartment.as_str() == "identity"
                && let FieldKind::Repeat(cells) = &mut field.kind
            {
                for (cell, raw) in cells.iter_mut().zip(&raws) {
                    cell.searched_as = name_and_type(raw).and_then(|(object, name, _)| searched_as(cell, object, name));
                }
            }
            for cell in
                self.renamed.iter_mut().filter(|it| it.of == here.of && it.from.starts_with(&format!("{name}.")))
            {
                cell.to = format!("{}.{}", field.id, cell.to.rsplit('.').next().unwrap_or_default());
            }
            self.row_rules(object, form, place, name);
            let entry = Known { ours: field.id.clone(), shape: Shape::Rows(known), word: word.to_owned() };
            self.names.entry(here.of).or_default().fields.insert(name.to_owned(), entry);
            into.push(Draft { raw, name: name.to_owned(), field, later: Later::Nothing, cells: raws });
        }
        let mut deeper = within.to_vec();
        deeper.push(id);
        for (cell, path) in inner {
            let before = into.len();
            self.field(cell, here, &deeper, into);
            if into.len() > before {
                let stands = name_and_type(cell).map_or("", |(_, name, _)| name);
                self.told.alone(place, What::Changed(Changed::NestedBeside), &[&path, stands]);
            }
        }
    }

    fn row_rules(&mut self, object: &Object, form: &Object, place: &Place, name: &str) {
        if let Some(settings) = object.get("subform_section_configuration").and_then(Json::as_object) {
            if holds(settings, "display_conditions") {
                self.told.lost(place, NotCarried::RowFilter, name);
            }
            if ["subform_sort_by", "subform_group_by"].iter().any(|key| holds(settings, key)) {
                self.told.lost(place, NotCarried::RowOrder, name);
            }
        }
        let blank_rows = super::source::number(form, "initial_subforms").is_some_and(|rows| rows > 0);
        let rules = ["subform_append_only", "subform_prevent_item_removal"];
        if blank_rows || rules.iter().any(|key| flag(form, key) == Some(true)) {
            self.told.lost(place, NotCarried::RowRules, name);
        }
    }

    /// What every field can have: help, required, switched off, default, rules, and the marks that stay behind.
    fn finish(&mut self, raw: &Object, word: &str, field: &mut FieldDef, asked: Asked<'_>, shape: &Shape) {
        let Asked { place, path, .. } = asked;
        let (_, help) = self.label_and_help(raw, word, path, asked);
        field.help = help;
        let mut cleaned = Cleaned::default();
        let key =
            if raw.contains_key("guiding_questions_i18n") { "guiding_questions_i18n" } else { "guiding_questions" };
        field.guiding = words(raw, key, &mut cleaned);
        self.told.cleaned(place, cleaned, path);
        if flag(raw, "required") == Some(true) {
            field.required = true;
            self.told.changed(&Place::file(), Changed::RequiredWhenComplete, &place.id);
        } else if flag(raw, "mandatory_for_completion") == Some(true) {
            field.required = true;
            self.told.changed(place, Changed::CompletionAsRequired, path);
        }
        if flag(raw, "visible") == Some(false) {
            field.off = true;
            self.told.changed(place, Changed::SwitchedOff, path);
        }
        match &field.kind {
            FieldKind::Date => match text(raw, "date_validation") {
                None | Some("default_date_validation") => {}
                Some("not_future_date") => field.checks.push(Check::NotFuture),
                Some(_) => self.told.lost(place, NotCarried::DateRule, path),
            },
            FieldKind::Number => {
                // Primero takes no negative numbers, and no age above 130.
                field.checks.push(Check::Min(0));
                if field.id.split('_').any(|word| word == "age") {
                    field.checks.push(Check::Max(130));
                }
            }
            _ => {}
        }
        if holds(raw, "selected_value") {
            field.default = raw.get("selected_value").and_then(|value| default(value, &field.kind, shape));
            if field.default.is_none() {
                self.told.lost(place, NotCarried::Default, path);
            }
        }
        let marks: [(&[&str], bool, NotCarried); 6] = [
            (&["disabled"], true, NotCarried::ReadOnly),
            (&["hide_on_view_page"], true, NotCarried::HiddenInView),
            (&["hidden_text_field"], true, NotCarried::HideNameSwitch),
            (&["matchable"], true, NotCarried::Matching),
            (&["editable"], false, NotCarried::Locked),
            (&["expose_unique_id", "collapse", "link_to_path_external"], true, NotCarried::Appearance),
        ];
        for (keys, when, kind) in marks {
            let worked_out = kind == NotCarried::ReadOnly && word == "calculated";
            if !worked_out && keys.iter().any(|key| flag(raw, key) == Some(when)) {
                self.told.lost(place, kind, path);
            }
        }
        let looks = ["link_to_path", "collapsed_field_for_subform_unique_id", "custom_template", "field_tags"];
        if looks.iter().any(|key| holds(raw, key)) {
            self.told.lost(place, NotCarried::Appearance, path);
        }
    }
}

fn subject_of(here: Here<'_>, raw: &Object, name: &str, kind: &FieldKind) -> parts::Subject {
    let kind = match kind {
        FieldKind::Repeat(cells) => cells.first().map_or(kind, |cell| &cell.kind),
        kind => kind,
    };
    subject(here.of, raw, name, here.form, kind)
}

/// What is proposed in a blank field, when it is an answer to its question.
fn default(value: &Json, kind: &FieldKind, shape: &Shape) -> Option<Expression> {
    let text = value.as_str().map(|text| text.trim().to_owned());
    let literal = |text: String| Some(Expression::Literal(Literal::Text(text)));
    match (kind, shape) {
        (FieldKind::Text | FieldKind::LongText, _) => literal(text?),
        (FieldKind::Select(_), Shape::One(ids)) | (FieldKind::Multi(_), Shape::Several(ids)) => {
            let id = text.or_else(|| value.as_bool().map(|flag| flag.to_string())).or_else(|| {
                let all = value.as_array().filter(|all| all.len() == 1)?;
                all.first()?.as_str().map(str::to_owned)
            })?;
            if ids.contains(&id) { literal(id) } else { None }
        }
        (FieldKind::Number, _) => match numeric(value)? {
            (number, true) => Some(Expression::Literal(Literal::Number(number))),
            _ => None,
        },
        (FieldKind::Date, _) => day(value).ok(),
        (FieldKind::Tick, _) => match (value.as_bool(), text.as_deref()) {
            (Some(flag), _) => Some(Expression::Literal(Literal::Flag(flag))),
            (_, Some("true")) => Some(Expression::Literal(Literal::Flag(true))),
            (_, Some("false")) => Some(Expression::Literal(Literal::Flag(false))),
            _ => None,
        },
        _ => None,
    }
}
