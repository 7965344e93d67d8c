## Home

home-title = Home
home-current = Current cases
home-overdue = Overdue
home-due = Due soon
home-high = High risk
home-incomplete = Not complete
home-from-others = From other offices
home-drafts = Drafts
home-proposals = Waiting for your yes

## The list of cases

list-title = Cases
list-new = Register a child
list-search = Name in any script, code or phone
list-empty = No cases here
list-empty-text = Children that you register, and those given to you, stand here.
list-nothing-found = Nothing fits your search
list-nothing-found-text = Try a shorter part of the name, or its other spelling.
list-filling = The search is still being filled; more may appear.
list-sounds-like = Sounds like it
list-codes-only = Codes only
column-code = Code
column-name = Name
column-age = Age
column-sex = Sex
column-status = Status
column-risk = Risk
column-place = Place
column-due = Next step
column-owner = Caseworker
column-registered = Registered
column-changed = Changed
column-office = Office
show-current = Current
show-all = All
due-overdue = Overdue: { $date }
due-on = Due { $date }
due-none = Nothing due
risk-high = High
risk-medium = Medium
risk-low = Low
risk-immediate = Immediate
risk-none = Not assessed
status-identified = Identified
status-not-eligible = Not eligible
status-open = Open
status-closed = Closed
status-transferred = Transferred
status-duplicate = Duplicate

## What is due: the clocks of the configuration

clock-next = Next step
clock-first-response = First response
clock-registration = Registration
clock-assessment = Assessment
clock-case-plan = Case plan
clock-follow-up = Follow-up
clock-review = Review
clock-file-check = Check of the file
clock-first-visit-after-placement = First visit after placement
clock-visits-after-placement = Visit after placement
clock-check-after-placement = Check after placement
clock-final-contact = Last contact after closure
clock-referral-acknowledged = Answer to a referral

## Lists of other records

list-empty-other = Nothing here yet
list-empty-other-text = What you add stands here, and what others share with you.
list-show-names = Show names
list-hide-names = Hide names
names-hidden = Names hidden

## What the program knows of each record

fact-team = Team
fact-agency = Agency
fact-step = Step of the case
fact-mine = My cases
fact-created = Record created
fact-passed = Assigned or transferred
mine-own = I am responsible
mine-referred = Referred to me
owners-left = Also people who have left ({ $count })
owner-left = { $name } (has left)
fact-due = Due on
fact-consent = Consent complete
fact-registration = Registration complete
fact-met = Last contact
fact-closed = Closed on

## Filters of a list

filter-add = Filter
filter-change = Change the filter
filter-use = Use
filter-by = What to filter by
filter-by-help = Any question of any form that you may read. Type a part of it.
filter-how = How
filter-answers = Answers
filter-from = From
filter-to = To
filter-text = Text
filter-text-help = Any part of it, in whichever script.
filter-places = Places
filter-places-help = What lies in a place counts with it.
filters-on = Filters
filters-any = Any of them is enough
filter-is = { $question }: { $answer }
filter-not = { $question }: not { $answer }
filter-blank = { $question }: empty
filter-filled = { $question }: not empty
how-one-of = Is one of
how-none-of = Is none of
how-between = Lies between
how-not-between = Does not lie between
how-within = Lies in
how-not-within = Does not lie in
how-contains = Contains
how-not-contains = Does not contain
how-days = Counted from today
how-blank = Is empty
how-filled = Is not empty
days-last = in the last { $days } days
days-next = in the next { $days } days
days-before = more than { $days } days ago
days-between = from { $from } to { $to } days from today
range-between = { $from } to { $to }
range-from = from { $from }
range-to = up to { $to }
date-not-whole = This is no date yet.
facts-of-program = Every record
question-in-form = { $question } ({ $form })
list-nothing-fits-text = Take a filter away, or try a shorter part of the name or its other spelling.
list-reading = { $count ->
     [one] The answers of one record are read for this list. Until you lock, this is done once.
    *[other] The answers of { $count } records are read for this list. Until you lock, this is done once.
}

## Columns and views

columns-title = Columns
columns-usual = The usual columns
columns-close = Rows close together
column-add = Add a column
column-up = Move { $column } towards the start
column-down = Move { $column } towards the end
column-width = Width of { $column }
views-title = View
view-usual = Usual view
view-keep = Keep this view
view-keep-text = Filters, columns and order are kept; what stands in the search box is not.
view-keep-new = Keep as a new view
view-change = Replace
view-drop = Take the view away
view-name = Name of the view
view-share = Share it
view-share-text = Everybody in this office who works with these records sees the name and the filters. They see only records that they may read anyway. Put no name of a child in it.
view-shared = { $name } (shared)
view-by = { $name } ({ $person })
view-lacking = { $name } (asks what you may not read, or what is not asked any more)

## Several records

mark-row = Select this record
mark-page = Select all on this page
selection = What to do with the list
selection-count = { $count ->
     [one] One selected
    *[other] { $count } selected
}
selection-all = Select all { $count } that match
selection-none = Select none
list-print = Print the list
list-visits = Visit sheet
visits-seen = Seen and agreed
list-printed = Printed by { $name }, { $when }. Keep it safe, and destroy it afterwards.
list-export = Save as a spreadsheet
list-exported = { $count ->
     [one] A spreadsheet with one record was written. It is not sealed: keep it where nobody else can read it.
    *[other] A spreadsheet with { $count } records was written. It is not sealed: keep it where nobody else can read it.
}
walk-place = { $place } of { $total }
walk-before = Previous in the list
walk-after = Next in the list
walk-back = Back to the list

## Search everywhere

search-kind-page = Page
search-kind-command = Command
search-kind-form = Form
