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
