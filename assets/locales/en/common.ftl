## Words that every page uses

program-name = Amparo

## Actions

save = Save
cancel = Cancel
back = Back
close = Close
next = Next
previous = Previous
go-on = Continue
finish = Finish
edit = Edit
open = Open
search = Search
filter = Filter
clear = Clear
clear-all = Clear all
add = Add
remove = Remove
add-row = Add a row
add-another = Add another
remove-row = Remove this row
remove-item = Remove { $item }
choose = Choose
choose-file = Choose a file
choose-folder = Choose a folder
change = Change
copy = Copy
print = Print
undo = Undo
redo = Redo
undo-action = Undo: { $action }
try-again = Try again
confirm = Confirm
accept = Accept
refuse = Refuse
stop = Stop
show = Show
hide = Hide
show-more = Show more
lock = Lock
hide-screen = Hide the screen
sign-out = Sign out
help = Help
settings = Settings
keys = Keys
menu = Menu

## Answers

yes = Yes
no = No
unknown = Unknown
not-answered = Not answered
none = None
required = Required
optional = Optional
choose-one = Choose one
choose-any = Choose all that apply
read-only = You can read this, not change it.
type-to-search = Type to search
nothing-found = Nothing found
lookup-more = Type more to narrow the list

## Covered sections and photos

covered = Covered
cover-again = Cover again
covered-section = This section is covered. Look around you before you show it.
show-section = Show this section
photo = Photo
photo-covered = Photo, covered
photo-none = No photo
photo-of = Photo of { $who }
photo-add = Add a photo
photo-change = Change the photo

## Errors

error-title = Check these answers
error-word = Problem
error-count = { $count ->
     [one] There is one problem to look at.
    *[other] There are { $count } problems to look at.
}
nothing-lost = Nothing was lost.

## Progress

working = Working
loading = Loading
done = Done
stopped = Stopped. Nothing was changed.
progress-of = { $done } of { $total }
stopping = Stopping

## Counts and sizes

count-cases = { $count ->
     [one] { $count } case
    *[other] { $count } cases
}
count-people = { $count ->
     [one] { $count } person
    *[other] { $count } people
}
count-places = { $count ->
     [one] { $count } place
    *[other] { $count } places
}
count-rows = { $count ->
     [one] { $count } row
    *[other] { $count } rows
}
count-selected = { $count ->
     [one] { $count } selected
    *[other] { $count } selected
}
size-bytes = { $count ->
     [one] { $count } byte
    *[other] { $count } bytes
}
size-kilobytes = { $amount } kB
size-megabytes = { $amount } MB
size-gigabytes = { $amount } GB

## The status line at the foot

status-line = Status
status-saved = Saved { $when }
status-draft = Draft kept { $when }
status-not-saved = Not saved yet
status-backup = Last backup: { $when }
status-backup-none = No backup yet
status-locks-in = { $seconds ->
     [one] Locks in { $seconds } second
    *[other] Locks in { $seconds } seconds
}
sample-office-mark = Sample office: everyone here is invented

## Moving about

nav-main = Main pages
nav-sections = Sections
nav-context = About this record
skip-to-content = Go to the content
page-home = Home
page-cases = Cases
page-people = People
page-places = Places
page-exchange = Exchange
page-settings = Settings
page-gallery = Gallery of parts

## Keys

keys-title = All keys
key-search = Search everywhere
key-new = New case
key-rows = Next or previous row
key-open = Open the row
key-peek = Look without opening
key-mark = Select the row
key-walk = Previous or next record of the list
key-back = Back, or close
key-sections = Go to a section
key-filter = Filter the list
key-text-size = Larger, smaller or normal text
key-help = Help for this page
key-backup = Make a backup
key-keys = Show all keys

## Comfort

language = Language
theme = Colours
theme-system = As the computer
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
text-size = Text size
density = Spacing
density-comfortable = Comfortable
density-compact = Compact
numerals = Digits
numerals-western = 0123456789
numerals-eastern = ٠١٢٣٤٥٦٧٨٩
month-names = Arabic month names
month-names-levantine = Kanun II, Shubat, Adhar
month-names-egyptian = Yanayir, Fibrayir, Maris

## Lists

pager = Pages of the list
pager-rows = { $first }–{ $last } of { $total }
count-found = { $count ->
     [one] { $count } match
    *[other] { $count } matches
}

## Types of record

page-incidents = Incidents
page-tracing-requests = Tracing requests
page-families = Families
page-registry = Registry
page-survivors = Survivors
page-gbv-incidents = GBV incidents
type-case = Case
type-incident = Incident
type-tracing-request = Tracing request
type-family = Family
type-registry = Registry entry
type-survivor = Survivor
type-gbv-incident = GBV incident
new-named = New: { $name }
new-incident = New incident
new-tracing-request = New tracing request
new-family = New family
new-registry = New registry entry
new-survivor = Register a survivor
new-gbv-incident = New GBV incident
language-own-name = English
