# The end of somebody's access, changes of people, the code of conduct: what is refused, and what the log says of it.
problem-last-reader = Nobody else would be able to read what this person reads. Let somebody else in first. Nothing was changed.
problem-other-module = Nobody moves between child protection and GBV work with the same account. End this one and propose a new one. Nothing was changed.
problem-accept-conduct-first = Read and accept the code of conduct first.
log-return-proposed = Return proposed
log-person-back = Person came back
log-change-proposed = Change of person proposed
log-person-changed = Person changed
log-reset-proposed = New password proposed
log-password-reset = New one-time password given
log-leaving-proposed = End of access asked for
log-person-left = Access ended, keys turned
log-proposal-withdrawn = Proposal taken back
log-let-in = Person let in
log-circles-turned = Keys of circles turned
log-desk-keys-turned = Keys of the desk turned
log-conduct-set = New code of conduct
log-conduct-accepted = Code of conduct accepted
