## Flags

flag-word = Flag
flag-add = Flag
flag-title = { $count ->
    [one] Put a flag on this record
   *[other] Put a flag on { $count } records
}
flag-note = A flag asks whoever works on a record to look at something. It stays until somebody says what was done.
flag-reason = Why?
flag-on = By when?
flag-on-note = May stay empty. With a day the flag stands in the work list.
flag-put = { $count ->
    [one] The flag is up.
   *[other] { $count } flags are up.
}
flag-left = { $count ->
    [one] One record can only be read here and has none.
   *[other] { $count } records can only be read here and have none.
}
flag-count = { $count ->
    [one] 1 flag
   *[other] { $count } flags
}
flag-resolve = Resolve
flag-resolve-title = Resolve the flag
flag-what-done = What was done?
flag-what-done-note = Stays in the record’s history.
flag-resolved = The flag is resolved.
flag-is-resolved = Resolved
flag-by = Raised by { $name } on { $date }
flag-done-by = Resolved by { $name } on { $date }
flag-no-day = No day
flags-title = Flags
flags-note = Open flags on the records in your reach, soonest first. A row opens the record; there stands what the flag is about.
flags-since = Raised
flags-empty = No flags
flags-empty-text = A flag that somebody puts on a record stands here until it is resolved.
flags-none-here = No flag stands on this record.
home-flags = Flags
clock-flag = Flag
log-flagged = Flag put up
log-flag-resolved = Flag resolved

## Notes

notes-title = Notes
notes-note = A note carries its day and your name, and cannot be changed afterwards.
notes-none-here = No notes yet.
note-add = Add a note
note-keep = Keep the note
note-subject = About what? (a few words)
note-text = Note
note-by = { $name }, { $date }
log-note-added = Note added
beside-title = Flags and notes
beside-save-first = Save first: then flags and notes can be added here.

## Alerts

alerts-title = Alerts
alerts-note = What others did in records that you are responsible for. Put away what you have seen.
alerts-day = Day
alerts-here = Others did this in your record:
alerts-put-away = Seen
alerts-put-all-away = All seen
alerts-empty = No alerts
alerts-empty-text = When somebody else changes what your office watches, answers a request or writes a note in your records, it stands here.
alert-line = { $date }: { $what } ({ $name })
alert-changed = Answers were changed
alert-approved = A form was approved
alert-sent-back = A form was sent back
alert-flag = A flag was put up
alert-note = A note was added
alert-incident = An incident was added
home-alerts = Alerts
log-alerts-seen = Alerts put away
column-type = Kind
shape-setting-alerts = Alerts
shape-alerts-note = Whoever is responsible for a record is told on their first page when somebody else changes one of these answers.
shape-alerts-fields = Watched answers
configuration-setting-alerts = { $place }: a field is named that no form asks, or one twice.

## What the program keeps beside the forms, as the history calls it

own-flags = Flag
own-flags-reason = Flag: why
own-flags-on = Flag: by when
own-flags-raised-on = Flag: raised on
own-flags-raised-by = Flag: raised by
own-flags-resolved-on = Flag: resolved on
own-flags-resolved-by = Flag: resolved by
own-flags-words = Flag: what was done
own-notes = Note
own-notes-on = Note: day
own-notes-by = Note: by
own-notes-subject = Note: about
own-notes-text = Note

## Risk level

risk-changed = The risk level is now “{ $level }”. Next: { $what }, { $date }.
risk-changed-before = The risk level is now “{ $level }”. Next: { $what }, { $date } (before: { $before }).

## What stays covered

log-name-protected = Name hidden
log-name-unprotected = Name shown again
log-uncovered = Covered part shown
own-name-protected = Name is hidden
name-covered = Name hidden
covered-title = Covered until you ask. What you show is written in the log.
covered-name = The name
covered-assessment-sensitive = Alleged perpetrator and place
covered-caafag = Armed forces and groups
covered-account = Account of the incident
covered-show = Show: { $part }
covered-edit = To edit, everything that is covered must be shown. This is written in the log.
covered-edit-go = Show and edit
protect-name = Hide the name
protect-name-off = Stop hiding the name
protect-name-note = The name is shown nowhere, in no list, search, print or spreadsheet, and leaves with no sealed copy, until somebody asks for it here. Who asks is written in the log.
protect-name-done = The name is hidden.
protect-name-undone = The name is no longer hidden.

## Cases that belong together, the calendar

log-more-parts = parts: { $value }
log-cases-related = Cases related
log-cases-unrelated = Relation between cases taken back
log-calendar-saved = Calendar file written
log-incident-added = Incident added to a case
related-title = Belongs together with
relate-add = Relate to another case
relate-which = Which case? (name or code)
relate-kind = What is the other one to this child?
relate-note = Anything to say (optional)
relate-go = Relate
relate-back = Take back
related-none = No other case is named here.
relate-done = The cases are related.
related-out-of-reach = Out of reach
work-calendar = Calendar file
work-calendar-done = The calendar file holds { $count } tasks: codes and days, no names.
own-relations = Relation
own-relations-to = Relation: other case
own-relations-kind = Relation: what this one is to it
own-relations-note = Relation: remark
relation-sibling = Brother or sister
relation-half-sibling = Half or step brother or sister
relation-cousin = Cousin
relation-parent-of = Mother or father
relation-child-of = Child
relation-cares-for = Cares for this child
relation-cared-for-by = Is cared for by this child
relation-spouse = Husband or wife
relation-other-family = Other relative
relation-same-household = Same household
relation-travelled-with = Travelled together
relation-friend = Friend
relation-same-event = Same event
relation-other = Other

## What consent allows

consent-title = What consent allows
consent-as-saved = What stands here is what was saved last.
consent-incomplete = The consent form is not complete: nothing may leave but what protects a life.
consent-version = Asked on { $date }, version { $version } of the form.
consent-leaves = What may leave today
consent-leaves-copy = A sealed copy of the record to another office
consent-leaves-tracing = Facts for the search for the family
consent-leaves-report = Numbers without names, for reports
consent-leaves-photo = A photo
consent-withheld = To be kept from others:
consent-purposes = By purpose
consent-purpose = Purpose
consent-answer = Answer
consent-today = Today
consent-agencies = By organisation
consent-no-agency = No organisation is named.
consent-change = To change or withdraw an answer, begin a new version of the consent form: each version keeps its answers and its day.
consent-photo-missing = No consent to a photo
consent-allowed = Allowed
consent-vital = Without a yes: a life is at stake
consent-refused = Refused
consent-not-asked = Not allowed: nobody said yes
consent-withdrawn = Withdrawn
consent-over = Over

## Closing over open work, a draft beside a newer save

problem-open-work = { $count ->
    [one] One action, service, planned follow-up or referral is still open.
   *[other] { $count } actions, services, planned follow-ups or referrals are still open.
} Mark each as done or cancelled, or with its result; take out the next date of a follow-up that is not needed; end referrals under “Passed on”. Save and ask again. Nothing was changed.
draft-beside = Since this draft was begun, somebody else saved the record. Both stand side by side here; nothing is lost.
draft-side-mine = In your draft
draft-side-now = In the record now
draft-side-same = Nothing in your draft differs from the record.
draft-side-go = Go on with the newest, with your draft on top
