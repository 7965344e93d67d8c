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
