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
backup-restore = Restore a backup
backup-restore-text = A backup is restored into an empty folder. The present office stays as it is.
backup-restored = Restored. Open that folder to use it.
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
backup-which = Which backup
backup-newest = The newest one of this office
backup-other = Another one, for example on a stick
backup-choose-file = Choose the backup
backup-choose-empty = Choose an empty folder
backup-restore-go = Restore
log-note = Each entry is chained to the one before: nothing can be taken out unnoticed. What you may not know is closed.
settings-idle-help = A short time protects the children when somebody walks away. The new time holds from the next sign-in.
settings-idle-saved = Saved. The new time holds from the next sign-in.
settings-size-help = Also with Ctrl and +, − or 0
settings-looks-note = The language stays yours. Colours, size and spacing hold until the program is closed.
