## Backups and the log

backup-title = Backups
backup-now = Make a backup now
backup-making = Making and checking a backup
backup-done = Backup made and checked.
backup-here = On this computer
backup-second = At the second place
backup-second-none = No second place is chosen
backup-second-missing = The second place could not be reached the last time. Put the stick in.
backup-never = Never
backup-place-change = Choose the second place
log-title = Log of the office
log-sound = The log is whole: nothing was taken out or changed.
log-not-sound = The log was changed from outside. Tell your supervisor now.
log-checking = The log is being checked.
log-when = When
log-who = Who
log-what = What
log-about = About

## Settings

settings-title = Settings
settings-yours = For you
settings-office = For the office
settings-idle = Lock when idle after

## More about backups, log and settings

backup-kept = Backups kept here
backup-choose-file = Choose the backup
log-note = Each entry is chained to the one before: nothing can be taken out unnoticed. What you may not know is closed.
settings-idle-help = A short time protects the children when somebody walks away. The new time holds from the next sign-in.
settings-idle-saved = Saved. The new time holds from the next sign-in.
settings-size-help = Also with Ctrl and +, − or 0
settings-looks-note = The language stays yours. Colours, size and spacing hold until the program is closed.

## Backups in the list, and bringing one back

backup-list = Backups in reach
backup-column-where = Where
backup-column-size = Size
backup-column-state = State
backup-place-here = This computer
backup-place-aside = Kept before a restore
backup-place-second = Second place
backup-checked = Opened and checked
backup-unreadable = Cannot be read
backup-older-key = Older key ({ $epoch })
backup-key-epoch = Key { $epoch }
backup-bring-back = Bring back…
backup-bring-back-title = Bring a backup back
backup-other-folder = A backup in another folder…
restore-intro = First the backup is tried out: nothing changes by that.
restore-rehearse = Try it out
restore-this-backup = Backup of { $when }
restore-needs-key = This backup was made under an older key. A password of that time opens it, or the recovery words.
restore-key-how = Open it with
restore-key-password = A password of that time
restore-key-words = The recovery words
restore-opens = This backup opens, and every page of it is whole.
restore-office = Office
restore-records = Records in it
restore-last = Last entry of its log
restore-lost = What would be lost
restore-lost-nothing = Nothing: no change was made since.
restore-lost-changes = Changes made since
restore-lost-touched = Records changed since
restore-lost-records = Of these, registered since
restore-destroyed = Destroyed since, stays destroyed
restore-stays = People, passwords, keys, forms, settings and the log stay as they are now. Who left stays out; what was destroyed stays destroyed. The present state is kept aside as a backup and can be brought back in the same way.
restore-numbers = Numbers go on above
restore-numbers-help = Never lower than the highest number that you find on paper: no code may be given twice.
restore-series = Series { $series }
restore-yes = I have read what would be lost.
restore-go = Bring it back
restore-done = The backup was brought back. The state before is kept aside in the list.
restore-partners = Tell your partner offices: your next card and your next sealed file say that this office began a new life.
restore-elsewhere-title = Restore an office from a backup
restore-elsewhere-intro = Choose the folder of a backup, on a stick or a network folder. It opens with an administrator’s password, or with the words of the recovery sheet.
restore-elsewhere-not-allowed = This password belongs to somebody who was not an administrator. Use an administrator’s, or the words of the recovery sheet.
restore-elsewhere-office = The office comes into being on this computer as it was then. What was done since is not in it.
restore-elsewhere-go = Restore this office here
restore-elsewhere-done = The office is here again. Sign in with your name and your password.
restore-elsewhere-sign-in = Go to sign-in
restore-file-chosen = Folder chosen
status-second = Second copy: { $when }. Put the stick in.
