## The history of a case

history-registered = Registered
history-who = Who changed this: { $field }
history-of-field = All changes of: { $field }
history-all = Whole history
history-show-changes = Show the answers
history-from-office = { $name } ({ $office })
record-changed = changed
record-cleared = cleared
row-was-added = row added
row-was-removed = row removed

## Taking a change back

take-back = Take back
take-back-title = Take this change back
take-back-text = This becomes a new version: the history keeps both.
take-back-nothing = Everything in this change was changed again since. There is nothing left to take back.
take-back-stays = Changed again since, and stays as it is
take-back-done = Taken back. The record has a new version.
