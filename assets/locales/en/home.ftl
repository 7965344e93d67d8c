## The first page

home-hello = Welcome, { $name }
home-note = What waits for you today. Every number opens its list.
home-waiting = Your work
home-first-steps = First steps
home-backups-text = Choose a second place for backups, best a stick that is kept elsewhere, and look that the last one is fresh.
home-backups-go = Check the backups
