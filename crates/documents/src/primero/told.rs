//! What is told of an import before anything is applied: understood, changed, not carried; codes only, the window has the words.

use super::source::shortened;
use super::words::Cleaned;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The most ids in one remark.
pub const MOST_IDS: usize = 2_000;
/// The most remarks that are made; a file that needs more is not worth reading on.
pub const MOST_REMARKS: usize = 20_000;

/// Makes an enum whose values have stable codes.
macro_rules! kinds { ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $kind:ident = $code:literal,)* }) => {
    $(#[$doc])*
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum $name { $($(#[$each])* $kind,)* }
    impl $name {
        /// All of them, so that a test can hold the words of four languages against them.
        pub const ALL: &'static [Self] = &[$(Self::$kind,)*];
        /// The stable code, part of the message id.
        #[must_use]
        pub fn code(self) -> &'static str { match self { $(Self::$kind => $code,)* } }
    }
    impl Serialize for $name {
        fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(self.code()) }
    }
} }

kinds! {
    /// What is otherwise than it was, though nothing is lost that a record holds unless it says so. `ids` are fields unless it says so.
    Changed {
        /// The name was not one for us, kept for the program, or taken in this office by another question. `ids`: before, after.
        FieldRenamed = "field-renamed",
        /// The form's id was not one for us, or is taken in this office. `ids`: after.
        FormRenamed = "form-renamed",
        /// The list's id was not one for us, or was there twice. `ids`: after.
        ListRenamed = "list-renamed",
        /// The form belongs to both parts of the programme: there is one of it in each. `ids`: the forms.
        FormForEachModule = "form-for-each-module",
        /// The form does not say to which part of the programme it belongs: child protection was taken.
        ModuleAssumed = "module-assumed",
        /// Counters became numbers, and a sum that is worked out.
        TallyAsNumbers = "tally-as-numbers",
        /// A stretch of time became two dates.
        RangeAsTwoDates = "range-as-two-dates",
        /// Buttons became a list with one choice.
        RadioAsSelect = "radio-as-select",
        /// Only the day is kept of date and time.
        TimeDropped = "time-dropped",
        /// Several places, people or organisations could be chosen; here one.
        OneAnswerOnly = "one-answer-only",
        /// Several photos, sounds or papers could be added; here they are rows.
        FilesAsRows = "files-as-rows",
        /// The field holds one photo, sound or paper here, because it stands in a row already.
        OneFileOnly = "one-file-only",
        /// The options are not in the file or exist in Primero alone: the answer is text here.
        OptionsMissingAsText = "options-missing-as-text",
        /// The options are the groups of people in the file, as they are now.
        GroupsAsOptions = "groups-as-options",
        /// Rows inside rows stand beside them: which row belonged to which is not kept. `ids`: rows, and the rows that were in them.
        NestedBeside = "nested-beside",
        /// Worked out in Primero, typed by hand here, because nothing is worked out inside rows.
        CalculationTyped = "calculation-typed",
        /// The mean is rounded to a whole number here.
        AverageWhole = "average-whole",
        /// Conditions name these; while they are hidden they count as blank here, in Primero with what they held before.
        HiddenCountsAsBlank = "hidden-counts-as-blank",
        /// The words beside the tick stand behind the question.
        TickWordsJoined = "tick-words-joined",
        /// The words at the signature, or of the example, stand in the help.
        WordsInHelp = "words-in-help",
        /// Tags and control characters were taken out of words.
        MarkupTakenOut = "markup-taken-out",
        /// Words longer than 2,000 letters were cut.
        WordsCut = "words-cut",
        /// There was no label: the name stands there.
        LabelFromName = "label-from-name",
        /// A heading is shown whenever a question below it is.
        HeadingFollowsQuestions = "heading-follows-questions",
        /// Required answers are asked for when a form is marked complete; a draft can be saved without them. `ids`: forms.
        RequiredWhenComplete = "required-when-complete",
        /// Needed for the completeness figure there, needed to mark the form complete here.
        CompletionAsRequired = "completion-as-required",
        /// This office asks the same already: type, options and part of the record are the office's, with the options of the file added.
        AsInOffice = "as-in-office",
        /// An earlier form of the file shows the same field; its options, rows and calculation count.
        AsInFirstForm = "as-in-first-form",
        /// Hidden there, not shown here until the office switches it on.
        SwitchedOff = "switched-off",
        /// Only some questions of the rows were shown here; the others are switched off.
        RowsInPart = "rows-in-part",
        /// The groups of forms are kept as their order and as a proposal of headings. `ids`: groups.
        GroupsAsOrder = "groups-as-order",
        /// The role is like one of ours; nobody gets it by this. `ids`: the role here.
        RoleAsOurs = "role-as-ours",
    }
}

kinds! {
    /// What stays behind. `ids` are fields unless it says so.
    NotCarried {
        /// A field type that Primero 2 does not have. `ids`: field, type.
        UnknownType = "unknown-type",
        /// A field drawn by a template of the program.
        CustomField = "custom-field",
        /// A form of a kind of record that we do not know. `ids`: the word.
        UnknownRecordType = "unknown-record-type",
        /// A form of a part of the programme that we do not have (monitoring of grave violations). `ids`: the modules.
        OtherModule = "other-module",
        /// A form of a kind of record that this part of the programme does not have here. `ids`: module, kind.
        RecordNotInModule = "record-not-in-module",
        /// A page of Primero without questions of its own; Amparo has its own for it.
        BuiltInPage = "built-in-page",
        /// A form in which nothing was left.
        EmptyForm = "empty-form",
        /// The same id again; the first one counts. `ids`: the id.
        Doubled = "doubled",
        /// A thing without an id, or with one that is no text or longer than a hundred letters. `ids`: its number in the array.
        NoId = "no-id",
        /// Rows whose questions are not in the file. `ids`: field, form.
        RowsMissing = "rows-missing",
        /// Questions for rows that no form shows.
        RowsUnused = "rows-unused",
        /// Rows that have themselves in them. `ids`: field, form.
        RowsLoop = "rows-loop",
        /// Rows inside rows inside rows inside rows.
        RowsTooDeep = "rows-too-deep",
        /// Rows in which nothing was left.
        RowsEmpty = "rows-empty",
        /// Another form of the file has a field of this name with another type.
        TwoMeanings = "two-meanings",
        /// An option without a usable id.
        BadOption = "bad-option",
        /// Options that are offered only with certain answers: all are offered here.
        OptionConditions = "option-conditions",
        /// Marks on options. `ids`: the list, or fields.
        OptionTags = "option-tags",
        /// A condition that we cannot read or express: the field is always shown.
        Condition = "condition",
        /// A condition that names what no form has: the field is always shown. `ids`: field, what it names.
        ConditionOnUnknown = "condition-on-unknown",
        /// A condition that was switched off there.
        ConditionOff = "condition-off",
        /// A condition that waits for itself: the field is always shown.
        ConditionLoop = "condition-loop",
        /// A condition at the end of a chain of more than a hundred: the field is always shown.
        ConditionChain = "condition-chain",
        /// A calculation that we cannot read or express: the field is filled in by hand.
        Calculation = "calculation",
        /// A calculation that names what no form has: the field is filled in by hand. `ids`: field, what it names.
        CalculationOnUnknown = "calculation-on-unknown",
        /// A calculation that waits for itself: the field is filled in by hand.
        CalculationLoop = "calculation-loop",
        /// A calculation from several parts of the record, which not everybody can read: the field is filled in by hand.
        CalculationAcrossParts = "calculation-across-parts",
        /// A default that is no answer to its question.
        Default = "default",
        /// A rule for dates that we do not know.
        DateRule = "date-rule",
        /// A heading inside rows.
        HeadingInRows = "heading-in-rows",
        /// A heading with nothing below it.
        EmptyHeading = "empty-heading",
        /// Could be read and not changed there.
        ReadOnly = "read-only",
        /// Hidden there while a record is only read.
        HiddenInView = "hidden-in-view",
        /// The switch that hides a name: names are hidden by who may read them here.
        HideNameSwitch = "hide-name-switch",
        /// A field added to the matching of traces.
        Matching = "matching",
        /// Which rows are shown, by what is in them.
        RowFilter = "row-filter",
        /// The order and grouping of rows.
        RowOrder = "row-order",
        /// Rows that can only be added, and blank rows at the start. `ids`: forms.
        RowRules = "row-rules",
        /// Links, folded rows, templates and other marks of how it looks.
        Appearance = "appearance",
        /// What an administrator may not change there.
        Locked = "locked",
        /// Logos and terms of use of organisations.
        AgencyFiles = "agency-files",
        /// A role that is like none of ours; it is listed only.
        Role = "role",
        /// A report: it is listed, to be made again here. `ids`: the fields it counts that came along.
        Report = "report",
        /// A report that counts fields which did not come along. `ids`: those.
        ReportOnUnknown = "report-on-unknown",
        /// Contacts of the people who run the other system.
        Contact = "contact",
        /// Further things in the file that no Primero 2 has. `ids`: their names.
        UnknownPart = "unknown-part",
        /// More forms, questions, options or remarks than any office has: what follows is left out.
        TooMuch = "too-much",
        /// Words under something that is no language.
        BadLanguage = "bad-language",
        /// A form that did not pass the last check. `ids`: the code of the check.
        Refused = "refused",
    }
}

/// What is said of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "what", content = "kind")]
pub enum What {
    /// It came along. `ids`: what it is here.
    Understood,
    /// It came along otherwise.
    Changed(Changed),
    /// It, or a part of it, stays behind.
    NotCarried(NotCarried),
}

/// Which of the arrays of the file a thing stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// The file as a whole.
    File,
    /// A form.
    Form,
    /// A list of options.
    List,
    /// A role.
    Role,
    /// A group of people.
    Group,
    /// An organisation.
    Agency,
    /// A report.
    Report,
    /// A contact.
    Contact,
}

/// Where in the file: which thing of which array, by the id it has there; blank for the file and for things without id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The array.
    pub area: Area,
    /// The thing.
    pub id: String,
}

impl Place {
    pub(super) fn new(area: Area, id: &str) -> Self {
        Self { area, id: shortened(id) }
    }
    /// The file as a whole.
    pub(super) fn file() -> Self {
        Self { area: Area::File, id: String::new() }
    }
}

/// One thing that a person is told before they decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Where in the file.
    pub place: Place,
    /// What became of it.
    #[serde(flatten)]
    pub what: What,
    /// Which ones: names of fields as the file has them (`rows.cell` for a question inside rows), unless the kind says otherwise.
    pub ids: Vec<String>,
}

/// Collects remarks: of one place and kind there is one, with all ids; renamings stand alone, each with its two names.
#[derive(Debug, Default)]
pub(super) struct Told {
    remarks: Vec<Remark>,
    gathered: BTreeMap<(Place, What), usize>,
    full: bool,
}

impl Told {
    /// A remark of its own.
    pub(super) fn alone(&mut self, place: &Place, what: What, ids: &[&str]) {
        if self.remarks.len() >= MOST_REMARKS {
            self.full = true;
            return;
        }
        let ids = ids.iter().map(|id| shortened(id)).collect();
        self.remarks.push(Remark { place: place.clone(), what, ids });
    }

    /// Adds an id to the remark of this kind at this place.
    pub(super) fn gather(&mut self, place: &Place, what: What, id: &str) {
        let key = (place.clone(), what);
        match self.gathered.get(&key).and_then(|at| self.remarks.get_mut(*at)) {
            Some(remark) => {
                let id = shortened(id);
                if remark.ids.len() < MOST_IDS && remark.ids.last() != Some(&id) && !remark.ids.contains(&id) {
                    remark.ids.push(id);
                }
            }
            None => {
                self.gathered.insert(key, self.remarks.len());
                let ids: &[&str] = if id.is_empty() { &[] } else { &[id] };
                self.alone(place, what, ids);
            }
        }
    }

    /// As [`Told::gather`], of something changed.
    pub(super) fn changed(&mut self, place: &Place, kind: Changed, id: &str) {
        self.gather(place, What::Changed(kind), id);
    }
    /// As [`Told::gather`], of something that stays behind.
    pub(super) fn lost(&mut self, place: &Place, kind: NotCarried, id: &str) {
        self.gather(place, What::NotCarried(kind), id);
    }
    /// What happened to the words of a field.
    pub(super) fn cleaned(&mut self, place: &Place, cleaned: Cleaned, id: &str) {
        if cleaned.markup {
            self.changed(place, Changed::MarkupTakenOut, id);
        }
        if cleaned.shortened {
            self.changed(place, Changed::WordsCut, id);
        }
        if cleaned.bad_language {
            self.lost(place, NotCarried::BadLanguage, id);
        }
    }

    /// All of them, in the order of the file.
    pub(super) fn into_remarks(mut self) -> Vec<Remark> {
        if self.full {
            let what = What::NotCarried(NotCarried::TooMuch);
            self.remarks.push(Remark { place: Place::file(), what, ids: Vec::new() });
        }
        self.remarks
    }
}
