## Told of an import from Primero. The name is the code of the remark, of its place (remark-area-) or of the refusal (primero-).

## Came along as it was
remark-understood = Came along as it was.

## Came along, but changed
remark-field-renamed = The name could not stay: the first one is that of the file, the second the one here.
remark-form-renamed = The id of the form does not fit here or is taken, so the form has a new one.
remark-list-renamed = The id of the list does not fit here or was there twice, so the list has a new one.
remark-form-for-each-module = The form belongs to child protection and to gender-based violence: here each has its own.
remark-module-assumed = The form does not say what work it belongs to: it was taken for child protection.
remark-tally-as-numbers = Counters became numbers, with a sum that is worked out.
remark-range-as-two-dates = A period became two dates, from and to.
remark-radio-as-select = Buttons became a list with one choice.
remark-time-dropped = Only the day is kept; the time of day stays behind.
remark-one-answer-only = Several places, people or organisations could be chosen in Primero; here only one.
remark-files-as-rows = Several photos, sounds or documents could be added in Primero; here each stands in a row.
remark-one-file-only = This question already stands in a row, so it holds only one photo, sound or document.
remark-options-missing-as-text = The options are not in the file or exist only in Primero: the answer is written as text here.
remark-groups-as-options = The options are the user groups in the file, as they are now.
remark-nested-beside = Rows inside rows now stand beside them: which row belonged to which is not kept.
remark-calculation-typed = Worked out in Primero, typed by hand here, because nothing is worked out inside rows.
remark-average-whole = The average is rounded to a whole number here.
remark-hidden-counts-as-blank = While these questions are hidden, conditions treat them as blank; Primero used what they held before.
remark-tick-words-joined = The words beside the box to tick now stand after the question.
remark-words-in-help = The words at the signature, or of the example, now stand in the help.
remark-markup-taken-out = Tags and invisible characters were taken out of the words.
remark-words-cut = Words longer than 2,000 letters were cut.
remark-label-from-name = There was no label, so the name stands in its place.
remark-heading-follows-questions = A heading is shown whenever a question below it is shown.
remark-required-when-complete = Required answers are asked for when the form is marked complete; a draft can be saved without them.
remark-completion-as-required = Counted for how complete a form is in Primero; here needed to mark the form complete.
remark-as-in-office = This office asks the same already: its type and its part of the record stay, and the options of the file are added.
remark-as-in-first-form = An earlier form of the file asks the same: its options, rows and calculation count.
remark-switched-off = Hidden in Primero; it stays hidden here until an administrator shows it again.
remark-rows-in-part = Only some questions of these rows were shown in Primero; the others are hidden here.
remark-groups-as-order = The groups of forms are kept as the order of the forms and as proposed headings.
remark-role-as-ours = The role is like one that exists here; nobody receives it through this.

## Left behind
remark-unknown-type = A type of question that Primero version 2 does not have.
remark-custom-field = A question that Primero draws in a way of its own.
remark-unknown-record-type = A form for a kind of record that is not known here.
remark-other-module = A form for work that does not exist here, such as the monitoring of grave violations.
remark-record-not-in-module = A form for a kind of record that this area of work does not have here.
remark-built-in-page = A page of Primero without questions of its own; Amparo has its own page for it.
remark-empty-form = A form in which no question was left.
remark-doubled = The same id stands in the file more than once; the first one counts.
remark-no-id = There is no usable id; the number is the position in the file.
remark-rows-missing = The questions of these rows are not in the file.
remark-rows-unused = Questions for rows that no form shows.
remark-rows-loop = Rows that contain themselves.
remark-rows-too-deep = Rows that stand too many levels deep inside other rows.
remark-rows-empty = Rows in which no question was left.
remark-two-meanings = Another form of the file has a question of this name with another type.
remark-bad-option = An option without a usable id.
remark-option-conditions = Some options were offered only with certain answers; here all are offered.
remark-option-tags = The tags on options stay behind.
remark-condition = The condition cannot be read or expressed here: the question is always shown.
remark-condition-on-unknown = The condition names something that no form has: the question is always shown.
remark-condition-off = The condition was switched off in Primero.
remark-condition-loop = The condition depends on itself: the question is always shown.
remark-condition-chain = The condition stands at the end of a chain of more than a hundred: the question is always shown.
remark-calculation = The calculation cannot be read or expressed here: the answer is filled in by hand.
remark-calculation-on-unknown = The calculation names something that no form has: the answer is filled in by hand.
remark-calculation-loop = The calculation depends on itself: the answer is filled in by hand.
remark-calculation-across-parts = The calculation uses parts of the record that not everybody may read: the answer is filled in by hand.
remark-default = The proposed answer does not fit its question.
remark-date-rule = A rule for dates that is not known here; dates are not checked by it.
remark-heading-in-rows = A heading inside rows.
remark-empty-heading = A heading with nothing below it.
remark-read-only = It could be read but not changed in Primero; here it can be filled in.
remark-hidden-in-view = Primero hid it while a record was only being read; here it is shown then too.
remark-hide-name-switch = The switch that hides a name stays behind: here names are hidden by who may read them.
remark-matching = It was added to the matching of tracing requests in Primero; here it takes no part in it.
remark-row-filter = Primero showed only certain rows, by what is in them; that rule stays behind.
remark-row-order = The order and grouping of rows stay behind.
remark-row-rules = The rule that rows can only be added, and blank rows at the start, stay behind.
remark-appearance = Links, folded rows, templates and other marks of how it looks stay behind.
remark-locked = In Primero an administrator could not change this; here it can be changed.
remark-agency-files = Logos and terms of use of organisations stay behind.
remark-role = The role is like none that exists here; it is only listed.
remark-report = The report is only listed; it has to be made again here.
remark-report-on-unknown = The report counts questions that did not come along.
remark-contact = Contact details of people of the other system stay behind.
remark-unknown-part = The file has further parts that no Primero version 2 has.
remark-too-much = There is more here than any office needs: what follows is left out.
remark-bad-language = Words whose language is not known stay behind.
remark-refused = The form did not pass the last check.

## Where in the file
remark-area-file = The whole file
remark-area-form = Form
remark-area-list = List of options
remark-area-role = Role
remark-area-group = User group
remark-area-agency = Organisation
remark-area-report = Report
remark-area-contact = Contact

## Why a file was refused as a whole
primero-too-large = The file is too large to be a configuration of Primero.
primero-too-deep = Things in the file stand too many levels deep inside each other.
primero-too-many = The file holds more than a configuration of Primero does.
primero-not-json = The file is damaged, or it is no configuration file.
primero-not-a-configuration = The file is neither a configuration of Amparo nor one of Primero.
primero-missing = A part that every configuration of Primero has is missing in the file.
primero-not-an-array = In a part of the file something else stands where a list belongs.
primero-other-version = The file comes from another version of Primero; only version 2 can be read.
primero-nothing-usable = No form in the file can be carried over.
primero-stopped = Reading the file was stopped.
