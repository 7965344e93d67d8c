## First run

setup-title = Set up a new office
setup-welcome = Welcome
setup-welcome-text = This takes about five minutes. Two people are needed: an administrator and a supervisor.
setup-sample-text = Or look around first in a sample office with invented staff and children.
setup-step = Step { $step } of { $steps }
setup-step-language = Language
setup-step-office = Office
setup-step-administrator = Administrator
setup-step-supervisor = Supervisor
setup-step-recovery = Recovery sheet
setup-step-backup = Backup
setup-step-ready = Ready
setup-language-text = Each person can choose another language later.

## Office

setup-office-name = Name of the office
setup-office-name-help = As your staff and other offices call it
setup-site-code = Site code
setup-site-code-help = 2 to 6 capital letters or digits. It begins every case number and can not be changed later.
setup-site-code-wrong = Use 2 to 6 capital letters (A to Z) or digits.
setup-agency = Agency
setup-agency-name = Name of the agency
setup-agency-code = Short name of the agency
setup-team = First team
setup-team-help = Caseworkers see the cases of their own; supervisors see those of their team.
setup-folder = Where the office is kept

## The first two people

setup-administrator-text = The administrator looks after the office: people, lists, backups. The administrator can open no record.
setup-supervisor-text = Now the supervisor. Hand over the keyboard: nobody else should know this password.
setup-full-name = Full name
setup-sign-in-name = Sign-in name
setup-sign-in-name-help = Short, in any script, without spaces
setup-names-differ = The supervisor needs a sign-in name of their own.

## Passwords

password-help = Several words that you can remember are better than one that is hard to type.
password-strength = Strength
password-strength-0 = Very easy to guess
password-strength-1 = Easy to guess
password-strength-2 = Not strong enough
password-strength-3 = Good
password-strength-4 = Very good
password-too-weak = This password is too easy to guess. Add another word, or let the program make one.
password-too-short = { $count ->
     [one] Use at least { $count } character.
    *[other] Use at least { $count } characters.
}
password-differs = The two passwords are not the same.
password-make = Make a phrase for me
password-made = Write this down until you know it by heart, then destroy the paper.
password-use-made = Use this phrase

## Recovery sheet

recovery-sheet-title = Recovery sheet
recovery-sheet-why = If every password is lost, these words open the office again. Without them the records would be lost for ever.
recovery-sheet-warning = Whoever holds this sheet can read everything. The supervisor keeps it in a locked place, away from this computer.
recovery-sheet-write = Write the words down by hand, or print the sheet.
recovery-sheet-print = Print the sheet
recovery-sheet-save = Save as a file
recovery-sheet-save-warning = A file can be copied without anyone noticing. Save it only on a stick that the supervisor keeps locked away, never on this computer.
recovery-sheet-saved = The sheet is saved. Take the stick out now.
recovery-check-title = Check that it was written down right
recovery-check-text = Type these words from your sheet.
recovery-word-number = Word { $number }
recovery-check-wrong = This is not the word on the sheet. Check the number and the spelling.
recovery-kept = The supervisor has the sheet and keeps it locked away.

## Backup place and the end

setup-backup-text = Choose a stick or a second disk. A backup is made there whenever the office is locked or closed. It is sealed: nobody can read it without a password of this office.
setup-backup-place = Backup place
setup-backup-later = Choose later
setup-backup-later-warning = Until then, backups are kept on this computer only. If it is lost, they are lost too.
setup-create = Create the office
setup-creating = Creating the office and its keys
setup-ready-title = The office is ready
setup-ready-text = Next, the administrator adds the places and proposes caseworkers; the supervisor admits them.
setup-sign-in-now = Sign in

## More words of the first run

setup-what-it-is = Amparo keeps the cases of children at risk on this computer alone, sealed, without internet.
setup-sample-making = Making the sample office
setup-office-name-missing = Write the name of the office.
setup-agency-help = The organisation that runs the office
setup-agency-missing = Write the name of the agency.
setup-team-missing = Write the name of the team.
setup-full-name-missing = Write the name.
recovery-sheet-qr = QR code of the recovery words
recovery-sheet-back = If you go back and change something, a new sheet is made and this one is void.
recovery-look-again = Look at the sheet again
setup-backup-chosen = Folder chosen
setup-create-later = Create the office, choose later
