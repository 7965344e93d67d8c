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
