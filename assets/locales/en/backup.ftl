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
