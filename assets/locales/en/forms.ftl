## The page
shape-page = Forms
shape-note = Change what is asked. A change is made in a draft; everybody gets it at once when you put it in force.
shape-in-force-title = In force
shape-in-force = { $name } (number { $number }), since { $since }, put in force by { $who }.
shape-in-force-standard = The forms that come with Amparo, unchanged.
shape-in-force-mark = In force
shape-standard = As shipped with Amparo
shape-drafts = Drafts
shape-drafts-none = No draft
shape-drafts-none-text = Begin a draft to change forms, lists or times. Nobody sees it before you put it in force.
shape-past = Was in force before
shape-begin = Begin a draft
shape-begin-text = It begins with everything that is in force now.
shape-name = Name
shape-name-help = What it is about, for example “Winter shelter questions”.
shape-name-missing = Give it a name.
shape-kept-at = Last kept
shape-since = In force since
shape-by = By
shape-number = Number
shape-open = Open the draft
shape-older = Begun before other forms came in force
shape-drop = Throw the draft away
shape-drop-sure = Throw “{ $name }” away? Its changes are lost. Nothing in force changes.
shape-go-back = Go back to this
shape-go-back-sure = Put “{ $name }” in force again?
shape-export = Export to a file
shape-exported = The file was written.
shape-more = More

## Bringing in
shape-bring = Bring in a file
shape-bring-help = A configuration of Amparo, or the configuration file of a Primero version 2 system. It becomes a draft: nothing in force changes.
shape-brought = The file was read and lies among the drafts.
shape-brought-whole = Everything came along as it was.
shape-not-carried = Left behind
shape-changed = Came along, but changed
shape-understood = Came along as it was
shape-where = Where
shape-what = What happened
shape-about = Names in the file
shape-remarks-more = Only the first are shown.

## Words as a spreadsheet
shape-words-out = Words out, as a spreadsheet
shape-words-in = Words in, from a spreadsheet
shape-words-in-help = Choose the spreadsheet that was written here and translated. Blank cells leave words as they are; rows that do not fit are left out and told.
shape-words-row = Row
shape-why = Why
shape-words-left-out = Rows left out
words-row-unknown-key = No text has this key. Leave the first column as it was written.
words-row-bad-words = There are tags or characters in it that words cannot have.
words-row-too-long = The words are longer than 2,000 characters.
words-row-no-english = The English words are missing: they stand in wherever a language has none.

## The desk
shape-back = Back to the overview
shape-draft-note = A draft, kept by itself. Begun from number { $number }.
shape-compare = Compare and put in force
shape-compare-nothing = This draft changes nothing.
shape-compare-use = How many records use what is retired is counted by supervisors in their own session and told rounded: together with the log, an exact number would tell you what stands in a record. What is not counted yet: ask a supervisor, whose first page shows this draft. Whatever was answered stays.
shape-apply = Put in force…
shape-apply-sure = Put this in force now?
shape-apply-note = Nothing that records hold is lost. Questions and options that are no longer asked stay readable where they were answered. Everybody gets the new forms at once.
shape-apply-now = Yes, put in force
shape-applied = The new forms are in force.
shape-go-there = Go there
shape-choose = Choose a form, a section, a question or a list on the side.
shape-tree = Everything in this configuration
shape-search = Find a form, question or list
shape-lists = Lists
shape-hidden = Hidden
shape-hidden-note = Hidden: it is not asked. What records hold of it stays readable.
shape-hide = Hide
shape-show = Show again
shape-up = Move up
shape-down = Move down
shape-in-section = Stands in section
shape-missing = What is not translated
shape-missing-mark = no words
shape-missing-none = Every text has words in this language.
shape-missing-more = Only the first are shown. The spreadsheet of words has them all.
shape-form = Form
shape-section = Section
shape-question = Question
shape-cell = Question in rows
shape-list = List

## Something new
shape-add-form = New form
shape-add-section = New section
shape-add-question = New question
shape-add-cell = New question in the rows
shape-add-list = New list
shape-new-words = Words in English
shape-new-words-missing = Write the English words. Other languages follow afterwards.
shape-id = Id
shape-id-help = Records and conditions name it by this. It is given once and never changes.
shape-id-wrong = Use small Latin letters, digits and _; begin with a letter.
shape-id-wrong-form = Use small Latin letters, digits and -; begin with a letter.
shape-id-taken = This id is taken.
shape-id-reserved = The program keeps this id for itself.
shape-type = Type
shape-type-help = It cannot be changed once the question is in force.
shape-part = Part of the record
shape-part-help = It decides who can read the answer, for ever.
shape-type-text = One line of text
shape-type-longtext = Several lines of text
shape-type-number = Whole number
shape-type-date = Date, as exact as it is known
shape-type-yes-no = Yes, no, unknown
shape-type-select = One option
shape-type-multi = Several options
shape-type-tick = Box to tick
shape-type-location = Place
shape-type-user = Colleague
shape-type-agency = Organisation
shape-type-link = Another record
shape-type-repeat = Rows of questions
shape-type-photo = Photo
shape-type-audio = Sound
shape-type-file = Document
shape-type-signature = Signature
shape-type-calc = Worked out

## Types of record in the tree
shape-type-case-cp = Child protection cases
shape-type-incident-cp = Child protection incidents
shape-type-tracing-request-cp = Tracing requests
shape-type-family-cp = Families
shape-type-registry-cp = Registry
shape-type-transition-cp = Referrals, transfers, assignments
shape-type-office-cp = The work of the office
shape-type-case-gbv = Survivors of gender-based violence
shape-type-incident-gbv = Incidents of gender-based violence
shape-type-transition-gbv = Referrals of survivors
shape-type-office-gbv = The work with survivors

## What can be changed
shape-title = Title
shape-label = Question as it is asked
shape-help = Help below it
shape-guiding = Guiding questions
shape-guiding-help = They help to write a narrative; shown on demand.
shape-language-missing = { $name } (no words)
shape-versions = Kept in versions
shape-versions-hint = Once complete, it is not changed but followed by a new one, as a consent is.
shape-folded = Folded at first
shape-required = Must be answered before the form is complete
shape-required-when = Must be answered when
shape-shown-when = Shown only when
shape-default = Proposed answer
shape-default-help = Stands there while nothing is written; the person decides.
shape-checks = Checks
shape-not-future = Not after today
shape-not-before = Not before the date in
shape-min = At least
shape-max = At most
shape-stand-ins = In place of an answer
shape-stand-ins-help = So that nobody has to invent one.
shape-class = How sensitive
shape-class-help = It can only become more once the question is in force.
shape-class-p0 = Open, only counted
shape-class-p1 = Internal
shape-class-p2 = Confidential, about a person
shape-class-p3 = Strictly confidential
shape-class-p4 = Critical: a life may depend on it
shape-searched = Found by search as
shape-searched-not = Not searched
shape-searched-name = Name of a person
shape-searched-phone = Phone number
shape-searched-number = Number of a card or paper
shape-summary = Stands in lists and reminders
shape-summary-hint = It is copied into the summary of the record.
shape-calc = How it is worked out
shape-calc-help = It is worked out whenever it is read, and never typed.
shape-calc-more = One more
shape-gives = What comes out
shape-gives-number = A number
shape-gives-date = A date
shape-gives-text = Words
shape-gives-yes-no = Yes or no
shape-gives-choice = One of its options
shape-calc-fixed = Something fixed
shape-calc-today = Today
shape-calc-me = The person who works
shape-calc-field = Another answer
shape-calc-sum = Sum of answers
shape-calc-age = Age today, from a date of birth
shape-calc-days-since = Days since a date
shape-calc-days-after = A date some days later
shape-calc-count = Number of rows
shape-calc-label = Words of the chosen option
shape-days = Days

## Options
shape-options = Options
shape-options-from = Options from the list
shape-options-own = Options of its own
shape-go-list = Change the list
shape-list-used = Changes here reach every form that uses this list: { $forms }.
shape-offers-unknown = Also offers “unknown” and “not said”
shape-option-new = New option, in English
shape-option-words = Words of the option
shape-option-parent = Counts in reports under
shape-option-parent-help = An option of your own is counted under a standard one, so that offices stay comparable.
shape-option-when = Offered only when
shape-option-off = Not offered for now
shape-retire = Retire
shape-retired = Retired
shape-bring-back = Bring back

## Conditions
shape-condition-none = Always.
shape-condition-add = Add a condition
shape-all-of = All of these hold
shape-any-of = At least one of these holds
shape-not = The opposite
shape-ask = Its answer
shape-ask-equal = is
shape-ask-not-equal = is not
shape-ask-less = is less, or earlier, than
shape-ask-at-most = is at most
shape-ask-more = is more, or later, than
shape-ask-at-least = is at least
shape-ask-one-of = is one of
shape-ask-filled = is there
shape-ask-empty = is blank
shape-worth = Answer
shape-worth-with = Compared with
shape-worth-fixed = Something fixed
shape-worth-today = Today
shape-worth-field = Another answer
shape-date-as = Write the date as 2026-11-22, 2026-11 or 2026.
shape-as-text = As text
shape-only-text = Rows cannot say this; change its text.
shape-text-of = Text of: { $what }
shape-text-wrong = This cannot be read: { $problem }. What stood there before stays.

## Clocks
shape-clocks = Times and working week
shape-clocks-note = How soon each step is due, by risk. It counts from the next look at each record.
shape-clock-step = Step
shape-clocks-unset = While no risk is set, counts as
shape-clocks-weekend = Days that are not worked
shape-unit-hours = hours
shape-unit-days = days
shape-unit-working-days = working days
shape-unit-months = months
shape-day-monday = Monday
shape-day-tuesday = Tuesday
shape-day-wednesday = Wednesday
shape-day-thursday = Thursday
shape-day-friday = Friday
shape-day-saturday = Saturday
shape-day-sunday = Sunday

## Preview
shape-preview = Preview
shape-preview-none = Choose a form to see it here.
shape-preview-later = Shown here as soon as everything fits together.
shape-preview-hidden = With these answers this section is not shown.
shape-preview-fill = Invented answers
shape-preview-empty = Empty it

## What is different
facet-words = wording changed
facet-place = stands in another section
facet-condition = shown under another condition
facet-required = when an answer is required changed
facet-calculation = calculation or proposed answer changed
facet-checks = checks changed
facet-options = options changed
facet-other = other settings changed
difference-form-added = Form “{ $form }” added
difference-form-retired = Form “{ $form }” retired; what records hold of it stays readable
difference-form-changed = { $form }: { $what }
difference-section-added = { $form }: section “{ $section }” added
difference-section-gone = { $form }: section “{ $section }” is gone
difference-section-changed = { $form }: section “{ $section }”: { $what }
difference-field-added = { $form }: question “{ $field }” added
difference-field-retired = { $form }: question “{ $field }” retired
difference-field-changed = { $form }: question “{ $field }”: { $what }
difference-list-added = List “{ $list }” added
difference-list-reordered = List “{ $list }”: the options stand in another order
difference-option-added = List “{ $list }”: option “{ $option }” added
difference-option-retired = List “{ $list }”: option “{ $option }” retired
difference-option-changed = List “{ $list }”: option “{ $option }” changed
difference-clock-changed = Times: “{ $clock }” changed
difference-week-changed = The working week, or what counts while no risk is set, changed

## What does not fit together
configuration-unreadable = { $place }: this cannot be read ({ $what }).
configuration-unknown-type = { $place }: there is no type of question “{ $what }”.
configuration-doubled = { $place }: “{ $what }” stands there twice. Each id must be alone.
configuration-too-large = The configuration is too large.
configuration-newer = The configuration was written by a newer version of Amparo.
configuration-markup = { $place }: there are tags (<…>) in the words. Take them out.
configuration-kept = { $place }: the type of a question, and the part of the record it lies in, stay for ever. Add a new question instead.
configuration-reserved = { $place }: the program keeps the id “{ $what }” for itself.
configuration-bad-id = { $place }: “{ $what }” is no id. Use small Latin letters, digits and _ (forms: -).
configuration-unknown-list = { $place }: there is no list “{ $what }”.
configuration-unknown-parent = { $place }: there is no standard option “{ $what }” to count under.
configuration-unknown-block = { $place }: there is no shared block “{ $what }”.
configuration-unknown-field = { $place }: a condition, calculation or check names “{ $what }”, and there is no such question.
configuration-unknown-form = { $place }: a condition names the form “{ $what }”, and there is none.
configuration-unknown-clock = { $place }: there is no time limit “{ $what }”.
configuration-no-compartment = { $place }: the question lies in no part of the record.
configuration-unknown-compartment = { $place }: this record has no part “{ $what }”.
configuration-cell-with-compartment = { $place }: a question in rows lies where its rows lie; it has no part of its own.
configuration-two-meanings = { $place }: “{ $what }” is another type of question, or lies elsewhere, in another form.
configuration-not-in-a-row = { $place }: rows and calculations cannot stand inside rows.
configuration-calculated-across = { $place }: the calculation reads “{ $what }” from another part of the record, which its reader may not open.
configuration-loop = These questions wait for each other: { $place }. Take one condition or calculation away.

## Counts
shape-count-forms-added = { $count ->
     [one] { $count } form added
    *[other] { $count } forms added
}
shape-count-forms-retired = { $count ->
     [one] { $count } form retired
    *[other] { $count } forms retired
}
shape-count-questions-added = { $count ->
     [one] { $count } question added
    *[other] { $count } questions added
}
shape-count-questions-retired = { $count ->
     [one] { $count } question retired
    *[other] { $count } questions retired
}
shape-count-questions-changed = { $count ->
     [one] { $count } change to a question
    *[other] { $count } changes to questions
}
shape-count-options-added = { $count ->
     [one] { $count } option or list added
    *[other] { $count } options or lists added
}
shape-count-options-retired = { $count ->
     [one] { $count } option retired
    *[other] { $count } options retired
}
shape-count-options-changed = { $count ->
     [one] { $count } option changed
    *[other] { $count } options changed
}
shape-count-others-changed = { $count ->
     [one] { $count } other change
    *[other] { $count } other changes
}
shape-missing-count = { $count ->
     [one] { $count } text without words in this language
    *[other] { $count } texts without words in this language
}
shape-words-taken = { $count ->
     [one] { $count } text was taken into the draft.
    *[other] { $count } texts were taken into the draft.
}
shape-words-refused = { $count ->
     [one] { $count } row was left out.
    *[other] { $count } rows were left out.
}

## Modules and settings
shape-settings = Modules and settings
shape-setting-types = Modules and forms
shape-setting-names = Names of things
shape-setting-case-code = Codes of new records
shape-setting-age-bands = Age groups
shape-setting-places = Levels of places
shape-setting-approvals = Approvals
shape-types-note = What this office works with. A type or form that is switched off is not offered any more; records of it that are there stay open to those who work with them.
shape-types-forms = { $on } of { $all } forms
shape-module-cp = Child protection
shape-module-gbv = Gender-based violence
shape-names-note = What your office calls things, where the program would use its own word in headings, lists and buttons. Leave a box blank to keep the program’s word.
shape-names-called = here: { $name }
shape-names-one = “{ $own }” is called
shape-names-many = The page “{ $own }” is called
shape-code-note = How the codes of new records are written. Codes that were given never change. The site code, the letter of the type, the running number and the check character always stand there, so that two offices never give the same code.
shape-code-year = Year
shape-code-year-two = Two digits
shape-code-year-four = Four digits
shape-code-year-none = No year; numbers run on
shape-code-digits = Digits of the number, at least
shape-code-joint = Between the parts
shape-code-joint-hyphen = Hyphen (-)
shape-code-joint-dot = Dot (.)
shape-code-sample = This is how they will look:
shape-bands-note = Wherever people are counted by age, they are counted in these groups. The last one is open.
shape-bands = Each group begins at the age of
shape-bands-help = In years, beginning with 0 and rising: 0, 6, 12, 15, 18.
shape-bands-from-to = { $first }–{ $last }
shape-bands-from = { $first } and over
shape-places-note = How exact a place is told where more than one record stands together.
shape-places-reports = Reports count down to
shape-places-lists = Lists name places down to
shape-place-country = Country
shape-place-level = Level { $level }
shape-approvals-note = Forms that ask a supervisor for an approval. Where one is switched off, the office does without.
difference-type-taken-up = { $record }: used from now on
difference-type-given-up = { $record }: not used any more; records that are there stay open
difference-renamed = “{ $thing }” is called “{ $name }”
difference-approval-on = { $form }: a supervisor approves it
difference-approval-off = { $form }: no approval needed any more
difference-setting-changed = { $setting }: changed
configuration-setting-types = { $place }: the office must use child protection cases or survivors, or both.
configuration-setting-case-code = { $place }: the running number has 4 to 8 digits.
configuration-setting-age-bands = { $place }: begin with 0, let each age be higher than the one before, and use at most 12 groups.
configuration-setting-names = { $place }: a name has at most 40 characters, in one line.
configuration-setting-places = { $place }: levels go from 0 to 5.
configuration-setting-approvals = { $place }: a form is named that has no questions for an approval.
part-cp = Child protection
part-gbv = GBV
uses-none = no record uses it
uses-few = fewer than 5 records use it
uses-about = about { $count } records use it
uses-uncounted = not counted yet
uses-at-least = { $told }, perhaps more: parts of some records were closed to whoever counted
uses-partly = { $told } ({ $counted } of { $teams } teams counted)
uses-in-part = { $part }: { $told }
uses-told-by = told by { $name }, { $when }
uses-exact = { $count ->
     [one] { $count } record uses it
    *[other] { $count } records use it
}
uses-closed = { $count ->
     [one] { $count } record is partly closed to you
    *[other] { $count } records are partly closed to you
}
uses-looked = { $count ->
     [one] { $count } record was looked at.
    *[other] { $count } records were looked at.
}
uses-count-title = Count where this is used
uses-count-text = This draft of the forms would no longer ask what stands here. Count in the records that you can open which of them use it. Only you see the exact numbers; whoever shapes the forms is told rounded ones.
uses-count-now = Count in my records
uses-publish = Tell the rounded numbers
uses-published = The rounded numbers were told.
uses-will-tell = will be told as: { $told }
uses-to-count = Drafts of the forms that wait for counting
uses-open = { $count ->
     [one] { $count } thing not counted yet
    *[other] { $count } things not counted yet
}
uses-all-counted = counted; you can count again
uses-warning = { $count ->
     [one] For { $count } thing that is given up, not everybody has counted yet how many records use it.
    *[other] For { $count } things that are given up, not everybody has counted yet how many records use them.
}
shape-seal = Export sealed
shape-seal-text = The file opens only with the passphrase that you choose here, in Amparo or with the tool age. Tell it to whoever is to open the file on another way than the file goes.
shape-seal-go = Choose where and seal
shape-sealed = The forms were sealed into the file.
shape-passphrase = Passphrase
shape-open-sealed = Open
words-row-placeholders = A placeholder in braces is missing, or one is there that does not belong.
difference-words-changed = Words of the program in { $tongue } changed
shape-fluent = Words of the program (Fluent)
shape-fluent-text = The words of the program in one language as a file of Fluent, for translators. A new language is begun with its tag: export it, let it be translated, take it in. What is not translated is said in English. The spreadsheet holds the same words beside those of the forms.
shape-fluent-tag = Tag of the language
shape-fluent-tag-help = en, fr, ar or es, or a new one like ku, ckb, pt-BR
shape-fluent-out = Export the words
shape-fluent-in = Take words in
shape-missing-program = { $count ->
     [one] { $count } word of the program without words in this language
    *[other] { $count } words of the program without words in this language
}
shape-passphrase-again = Passphrase again
