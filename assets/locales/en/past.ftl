## The office's log: entries, its screen, its proof

log-log-exported = Log exported
log-log-verified = Log verified
log-head-printed = End of the log put on paper
log-clock-moved = Clock of the computer was set
log-older-found = Older state of the office found
log-more-count = number: { $value }
log-more-hits = found: { $value }
log-more-form = form: { $value }
log-more-type = type: { $value }
log-more-why = reason: { $value }
log-more-records = records: { $value }
log-more-fields = fields that left: { $value }
log-more-questions = questions: { $value }
log-more-to = to: { $value }
log-more-draft = draft { $value }
log-more-number = version { $value }
log-more-circles = groups of readers: { $value }
log-more-moved = records moved: { $value }
log-more-version = version { $value }
log-more-new = new: { $value }
log-more-changed = changed: { $value }
log-more-minutes = minutes: { $value }
log-more-second = second place not reached
log-more-entries = entries: { $value }
log-more-broken = broken at no. { $value }
log-more-remembered = entries that this computer remembers: { $value }
log-more-found = entries found: { $value }
log-more-back = back by minutes: { $value }
log-more-forward = forward by minutes: { $value }
log-number = No.
log-details = Details
log-known = { $known ->
    [one] { $entries } entries in all, { $known } of them open to you
   *[other] { $entries } entries in all, { $known } of them open to you
}
log-filter = Show only
log-filter-person = Person
log-filter-what = What was done
log-filter-code = Code begins with
log-filter-from = From day
log-filter-until = To day
log-filter-all = Everything
log-filter-everybody = Everybody
log-kind-looks = Looks at records
log-kind-changes = Changes of records
log-kind-outside = What left the office
log-kind-people = People and access
log-kind-entering = Signing in and out
log-kind-office = Office, backups, settings
log-left = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
log-none = No entry fits. Choose less in the filter.
log-open-record = History of { $code }
log-export = Save as spreadsheet
log-exported = Saved: { $count } entries
log-reading = Reading the log
log-verify = Verify now
log-verifying = Verifying every entry
log-verify-title = The log, verified
log-verified-sound = { $count } entries, unbroken since { $since }.
log-verified-digits = Its end, as digits:
log-verified-broken = The log was changed from outside: entry { $number } is not what was written. Everything before it is. Nothing was changed now. Tell your supervisor and whoever looks after the office, and keep this computer as it is.
log-head = For paper
log-head-title = End of the log
log-head-text = Keep this sheet away from the computer. Whoever takes anything out of the log, or puts everything back to an older state, cannot make the digits fit.
log-head-entries = Entries: { $count }
log-head-print = Print
log-compare = Compare with a sheet
log-compare-title = Compare with a sheet
log-compare-text = Type what stands on the sheet. The log is held against it.
log-compare-entries = Number of entries on the sheet
log-compare-digits = 24 digits
log-compare-go = Compare
log-compare-same = They fit: up to there the log is the one that was printed.
log-compare-other = They do not fit. Look for a typing mistake first. If there is none, the log was changed or put back: tell your supervisor now.
log-older-notice = This computer remembers { $remembered } entries of the log, but the office had { $found } or others when you signed in: somebody put an older copy of the office in its place. Work saved in between may be missing. Nothing was lost by signing in. Tell your supervisor; newer backups may hold what is missing.
log-verified-again = Verify again
looked-title = Who looked
looked-note = Who opened this record, its photos, files and history, printed it or sent it. You see what you may know.
looked-none = Nobody else that you may know of.
looked-show = Show who looked
problem-older-database = The database is older than the key file beside it: an old copy was put in its place. Nothing was changed. Put the newest files back, or restore the newest backup into an empty folder.
problem-bad-filter = This is no day, no number of entries, or not 24 digits. Nothing was changed. Correct it.
problem-too-many-entries = These are more entries than a spreadsheet holds. Nothing was written. Choose fewer days.
