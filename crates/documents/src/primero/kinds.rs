//! The field types of Primero (PRIMERO.md 2.1), each as one or several fields of ours.

use super::fields::Reader;
use super::known::{Later, Shape, plain_field, well_formed};
use super::lists;
use super::source::{Object, flag, holds, text, usable_id};
use super::told::{Changed, NotCarried, Place};
use super::words::{Cleaned, joined, words};
use amparo_model::form::{Choices, FieldKind, Options};
use amparo_model::list::{ListOption, Texts};
use std::rc::Rc;

/// A field of ours that a field of the file becomes, or one of several.
pub(super) struct Piece {
    /// What comes behind the name, after a low line; blank for the field itself.
    pub(super) suffix: String,
    pub(super) kind: FieldKind,
    pub(super) shape: Shape,
    pub(super) later: Later,
    pub(super) label: Texts,
}

impl Piece {
    fn whole(kind: FieldKind, shape: Shape, label: &Texts) -> Vec<Self> {
        vec![Self { suffix: String::new(), kind, shape, later: Later::Nothing, label: label.clone() }]
    }
}

/// What is asked of a field: where it stands, what it is called in messages.
#[derive(Clone, Copy)]
pub(super) struct Asked<'p> {
    pub(super) place: &'p Place,
    /// `field` or `rows.cell`.
    pub(super) path: &'p str,
    pub(super) in_rows: bool,
}

impl Reader<'_> {
    /// What a field that is neither rows nor a heading becomes; nothing, and told, when it cannot be carried.
    pub(super) fn pieces(&mut self, raw: &Object, word: &str, asked: Asked<'_>, label: &Texts) -> Vec<Piece> {
        let Asked { place, path, in_rows } = asked;
        let file = |reader: &mut Self, kind: FieldKind| {
            if in_rows {
                reader.told.changed(place, Changed::OneFileOnly, path);
                return Piece::whole(kind, Shape::Other, label);
            }
            // Primero takes several files in one field: rows of one question take them all.
            reader.told.changed(place, Changed::FilesAsRows, path);
            let cell = plain_field("file".to_owned(), kind, label.clone());
            Piece::whole(FieldKind::Repeat(vec![cell]), Shape::Other, label)
        };
        match word {
            "text_field" => Piece::whole(FieldKind::Text, Shape::Text, label),
            "textarea" => Piece::whole(FieldKind::LongText, Shape::Text, label),
            "tick_box" => Piece::whole(FieldKind::Tick, Shape::Tick, label),
            "select_box" | "radio_button" => {
                if word == "radio_button" {
                    self.told.changed(place, Changed::RadioAsSelect, path);
                }
                let (kind, shape) = self.choice(raw, asked);
                Piece::whole(kind, shape, label)
            }
            "numeric_field" => {
                let mut pieces = Piece::whole(FieldKind::Number, Shape::Number, label);
                if let Some(group) = text(raw, "autosum_group").filter(|_| flag(raw, "autosum_total") == Some(true)) {
                    if in_rows {
                        self.told.changed(place, Changed::CalculationTyped, path);
                    } else {
                        pieces.iter_mut().for_each(|piece| piece.later = Later::Group(group.to_owned()));
                    }
                }
                pieces
            }
            "date_field" => {
                if flag(raw, "date_include_time") == Some(true) {
                    self.told.changed(place, Changed::TimeDropped, path);
                }
                Piece::whole(FieldKind::Date, Shape::Date, label)
            }
            "date_range" => {
                self.told.changed(place, Changed::RangeAsTwoDates, path);
                let one = |suffix: &str, mark: &str| Piece {
                    suffix: suffix.to_owned(),
                    kind: FieldKind::Date,
                    shape: Shape::Date,
                    later: Later::Nothing,
                    label: marked(label, mark),
                };
                vec![one("from", "(1)"), one("to", "(2)")]
            }
            "tally_field" => self.tally(raw, asked, label),
            "calculated" => {
                let later = match (in_rows, holds(raw, "subform_summary")) {
                    (true, _) => {
                        self.told.changed(place, Changed::CalculationTyped, path);
                        Later::Nothing
                    }
                    (false, true) => Later::Summary,
                    (false, false) => Later::Calculation,
                };
                let mut pieces = Piece::whole(FieldKind::Number, Shape::Number, label);
                pieces.iter_mut().for_each(|piece| piece.later = later.clone());
                pieces
            }
            "photo_upload_box" => file(self, FieldKind::Photo),
            "audio_upload_box" => file(self, FieldKind::Audio),
            "document_upload_box" => file(self, FieldKind::File),
            "signature" => Piece::whole(FieldKind::Signature, Shape::Other, label),
            "custom" => {
                self.told.lost(place, NotCarried::CustomField, path);
                Vec::new()
            }
            _ => {
                self.told.alone(place, super::What::NotCarried(NotCarried::UnknownType), &[path, word]);
                Vec::new()
            }
        }
    }

    /// Counters are numbers; their total is worked out, outside rows.
    fn tally(&mut self, raw: &Object, asked: Asked<'_>, label: &Texts) -> Vec<Piece> {
        let Asked { place, path, in_rows } = asked;
        let key = if raw.contains_key("tally_i18n") { "tally_i18n" } else { "tally" };
        let values = super::source::items(raw, key);
        let (counters, cleaned) = lists::options(values, place, path, &mut self.told);
        self.told.cleaned(place, cleaned, path);
        self.told.changed(place, Changed::TallyAsNumbers, path);
        let counters: Vec<ListOption> = counters.into_iter().filter(|counter| counter.id != "total").collect();
        let mut pieces: Vec<Piece> = counters
            .into_iter()
            .map(|counter| Piece {
                suffix: counter.id,
                kind: FieldKind::Number,
                shape: Shape::Number,
                later: Later::Nothing,
                label: joined(label.clone(), &counter.labels, ": "),
            })
            .collect();
        if !pieces.is_empty() && flag(raw, "autosum_total") != Some(false) {
            if in_rows {
                self.told.changed(place, Changed::CalculationTyped, path);
            }
            // Which fields it adds is known when they have their names.
            let later = if in_rows { Later::Nothing } else { Later::Sum(Vec::new()) };
            let (kind, shape) = (FieldKind::Number, Shape::Number);
            pieces.push(Piece { suffix: "total".to_owned(), kind, shape, later, label: marked(label, "∑") });
        }
        pieces
    }

    fn choice(&mut self, raw: &Object, asked: Asked<'_>) -> (FieldKind, Shape) {
        let Asked { place, path, .. } = asked;
        let several = flag(raw, "multi_select") == Some(true);
        let source = text(raw, "option_strings_source").unwrap_or_default();
        if holds(raw, "option_strings_condition") {
            self.told.lost(place, NotCarried::OptionConditions, path);
        }
        let one_only = |reader: &mut Self, kind: FieldKind| {
            if several {
                reader.told.changed(place, Changed::OneAnswerOnly, path);
            }
            (kind, Shape::Other)
        };
        let (options, ids) = match source {
            "Location" | "ReportingLocation" => return one_only(self, FieldKind::Location),
            "Agency" => return one_only(self, FieldKind::Agency),
            "User" => return one_only(self, FieldKind::User),
            "UserGroup" if !self.lists.groups.is_empty() => {
                self.told.changed(place, Changed::GroupsAsOptions, path);
                let groups = self.lists.groups.clone();
                self.inline(groups, asked)
            }
            _ => match self.lists.named(source) {
                Some((list, ids)) => (Some(Options::List(list)), ids),
                None if source.is_empty() => {
                    let options = lists::inline(raw, place, path, &mut self.told);
                    self.inline(options, asked)
                }
                None => (None, Rc::default()),
            },
        };
        let Some(options) = options else {
            self.told.changed(place, Changed::OptionsMissingAsText, path);
            return (FieldKind::Text, Shape::Text);
        };
        // The options are exactly those of the file: "unknown" is not added to them.
        let choices = Choices { options, offers_unknown: false };
        if several {
            (FieldKind::Multi(choices), Shape::Several(ids))
        } else {
            (FieldKind::Select(choices), Shape::One(ids))
        }
    }

    fn inline(&mut self, options: Vec<ListOption>, asked: Asked<'_>) -> (Option<Options>, Rc<Vec<String>>) {
        if options.is_empty() {
            return (None, Rc::default());
        }
        if options.len() > self.options_left {
            self.told.lost(asked.place, NotCarried::TooMuch, asked.path);
            return (None, Rc::default());
        }
        self.options_left -= options.len();
        let ids = Rc::new(options.iter().map(|option| option.id.clone()).collect());
        (Some(Options::Inline(options)), ids)
    }

    /// The label of a field with the words of its tick, its help with the words at its signature.
    pub(super) fn label_and_help(&mut self, raw: &Object, word: &str, name: &str, asked: Asked<'_>) -> (Texts, Texts) {
        let Asked { place, path, .. } = asked;
        let mut cleaned = Cleaned::default();
        let mut either =
            |key: &str, plain: &str| words(raw, if raw.contains_key(key) { key } else { plain }, &mut cleaned);
        let mut label = either("display_name_i18n", "display_name");
        let mut help = either("help_text_i18n", "help_text");
        let tick = either("tick_box_label_i18n", "tick_box_label");
        let signer = either("signature_provided_by_label_i18n", "signature_provided_by_label");
        if label.is_empty() {
            label =
                if tick.is_empty() { Texts([("en".to_owned(), name.replace('_', " "))].into()) } else { tick.clone() };
            self.told.changed(place, Changed::LabelFromName, path);
        }
        if word == "tick_box" && !tick.is_empty() && tick != label {
            label = joined(label, &tick, " – ");
            self.told.changed(place, Changed::TickWordsJoined, path);
        }
        if word == "signature" && !signer.is_empty() {
            help = joined(help, &signer, "\n");
            self.told.changed(place, Changed::WordsInHelp, path);
        }
        self.told.cleaned(place, cleaned, path);
        (label, help)
    }
}

/// Words with a mark behind them, in every language they have.
fn marked(words: &Texts, mark: &str) -> Texts {
    Texts(words.0.iter().map(|(language, words)| (language.clone(), format!("{words} {mark}"))).collect())
}

/// The name of one of several fields.
pub(super) fn with_suffix(name: &str, suffix: &str) -> String {
    if suffix.is_empty() || !usable_id(suffix) {
        name.to_owned()
    } else {
        format!("{name}_{}", well_formed(suffix, '_', "n"))
    }
}
