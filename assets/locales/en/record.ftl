## A record

record-new = New case
record-of-office = From { $office }, read-only
record-owner = Caseworker: { $name }
record-history = History
record-history-empty = Nothing has been saved yet.
record-changed-fields = { $count ->
     [one] { $count } answer changed
    *[other] { $count } answers changed
}
record-closed-fields = { $count ->
     [one] { $count } change that you can not see
    *[other] { $count } changes that you can not see
}
record-was = was
record-now = now
record-closed-section = This section is closed to you.
record-section-complete = Complete
record-section-incomplete = Not complete
record-section-progress = { $filled } of { $needed } required answers
record-mark-complete = This form is complete
record-save-with-problems = Save anyway
record-saved = Saved.
record-saved-as = Saved as { $code }.
record-leave-title = Leave without saving?
record-leave-text = Your work is kept as a draft. You find it on the home page.
record-stay = Stay here
record-leave = Keep as a draft and leave
record-open-copy = Make a copy for another office
record-look-alike = A child with a similar name is registered already. Look before you go on.
record-age = Age
record-age-estimated = about { $age }

## Drafts

drafts-title = Drafts
drafts-empty = No drafts
drafts-empty-text = Work that you have not saved yet is kept here, also when the power fails.
draft-new = A child not registered yet
draft-open = Go on with this draft
draft-drop = Discard this draft
draft-drop-sure = This draft can not be brought back.
draft-found = Work from { $when } was not saved. It is open again.

## Print

print-made-by = Printed by { $name }, { $when }
print-confidential = Confidential. Keep locked away; destroy when no longer needed.

## The page of a case

record-title = Case
record-new-text = Start with consent. You can save at any time; nothing has to be complete.
record-done-editing = Done editing
record-saved-at = Saved, { $time }
record-name-covered = Name covered
record-show-name = Show the name
record-share = Send to another office
record-unsaved-shown = Some of these answers are not saved yet. They are kept as a draft.
record-changed-meanwhile = Somebody saved this case after you opened it.
record-take-over-text = Your answers are kept. Open the newest version with your answers on top, look it over, then save.
record-take-over = Open the newest with my answers
record-older-draft = Your draft was begun on an older version. It stays in your drafts; open the newest version to compare.
record-open-newest = Open the newest version
draft-waits = You have unsaved work on this case from { $when }.

## Questions and answers

field-closed = Closed to you
field-covered = Covered
private-show = Show names and contacts
private-cover = Cover names and contacts
guiding = Questions that help
stand-ins = If there is no answer
age-to-birth = Write { $year } as year of birth, as an estimate
person-me = { $name } (you)
person-not-known = A person not known here
agency-own = Our organisation ({ $office })
agency-not-known = An organisation not known here
place-not-known = A place not in your list
place-walk = Choose step by step
place-level = Step { $number }
another-case = Another case
photo-being-read = Reading the picture and making it small
photo-remove = Take the picture out
photo-make-main = Make this the main photo
photo-is-main = This is the main photo now.
file-photo = Photo, { $size }
file-audio = Voice recording, { $size }
file-document = Copy of a paper, { $size }
signature-signer = Name of the person who signed
signature-date = Signed on
signature-folder = Number of the paper folder
signed-on-paper = { $signer }, { $date }, on paper in folder { $folder }
signed-drawn = { $signer }, { $date }, drawn on the screen
signed-thumbprint = { $signer }, { $date }, thumbprint
field-in-row = { $rows }: { $cell }
answer-with-label = { $label }: { $answer }
row-empty = Nothing written yet
row-removed = Row removed. Ctrl+Z brings it back.

## A copy for another office

share-unsaved = Only saved answers go along. Save first if what you wrote last is to leave too.
share-allowed-by = Allowed by the answer to: { $question }
share-withhold = The person asked to keep this back. Read it before you seal.
share-counts = Answers: { $fields }. Photos and papers: { $files }. Versions of the history: { $revisions }.
share-sealed-number = Number { $number } to this office, { $size }

## On paper

print-title = Print a form
print-form = Which form
print-filled = With the answers
print-blank = Blank, to fill by hand
print-with-names = With names, contacts and numbers
print-left-out = Left out on paper
print-code-blank = Code: ____________________
print-sign-child = Child
print-sign-caregiver = Caregiver
print-sign-caseworker = Caseworker
print-sign-supervisor = Supervisor

## A record with several forms

record-itself = This record
record-new-text-other = You can save at any time; nothing has to be complete.
record-taken-over = Some answers were taken over from { $code }. Look them over: from now on each record keeps its own.
step-intake = Intake and consent
step-registration = Registration
step-assessment = Assessment
step-work = Plan and work
step-care = Care
step-tracing = Tracing and reunification
step-special = Special procedures
step-closure = Papers and closure
form-begun = Begun
form-empty = Empty
form-begin = Begin this form
form-begin-text = Nothing is written in this form yet.
form-not-yours = You can read this form. Other roles fill it, or the program does.
question-find = Find a question
question-none = No form, section or question with these words.
around-title = Around this record
around-empty = Nothing is linked to this record yet.
around-member = Case of a family member
around-child = Case of a child of this family
around-family-told = The family now names this case.
around-family-not-told = The case is saved, but the family could not be changed. Add this case to it by hand.
print-all-forms = All forms
print-blank-forms = Blank forms
version-new = New version
version-before = Earlier versions
version-none = There is no earlier version yet.
version-complete = Version { $version }, complete. It stays as it was answered then. When an answer changes, begin a new version.
version-begun = Version { $version } begins with the answers of the last one. Look through them, let it be signed again, and call it complete.
version-unfinished = Version { $version }, not complete yet.
version-of = Version { $version }, { $when }, { $name }
record-age-in-group = { $age } (group { $group })
