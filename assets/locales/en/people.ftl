## People of the office

people-title = People
people-empty = Only you are here so far
people-empty-text = Propose a caseworker. A supervisor admits them, and they choose their own password.
people-propose = Propose a person
people-propose-text = The account has no keys until a supervisor admits it.
people-admit = Admit
people-admit-text = Admit only people you know. They will see the cases of their team as their role allows.
people-one-time-title = One-time password
people-one-time-text = Hand this to { $name } in person. It is shown only now and works once.
person-name = Name
person-login = Sign-in name
person-role = Role
person-team = Team
person-standing = Standing
team-add = Add a team
team-name = Name of the team
role-admin = Administrator
role-caseworker = Caseworker
role-supervisor = Supervisor
role-tracing-officer = Tracing officer
role-gbv-caseworker = GBV caseworker
role-gbv-supervisor = GBV supervisor
standing-proposed = Proposed
standing-admitted = Admitted, not signed in yet
standing-active = Active
standing-disabled = Disabled

## More about people

people-few = Only the first two people are here so far
people-note-supervisor = An administrator proposes people; you admit those you know.
people-one-time-done = I have handed it over
people-proposed = Proposed. A supervisor admits this person on the page "People".
people-team-missing = Choose a team.
people-teams = Teams

## The one-time password

people-one-time-copied = Copied. It stays on the clipboard until something else is copied.
