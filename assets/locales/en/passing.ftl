## Passing records on to colleagues

log-assigned = Record assigned to another worker
log-assignment-undone = Assignment taken back
log-passing-written = What was passed on written down
passing-title = Assign to a colleague
passing-title-many = { $count ->
    [one] Assign one record
   *[other] Assign { $count } records
}
passing-note = The colleague is responsible at once. Incidents follow their case. The present worker can no longer open it.
passing-to = To
passing-to-help = What each colleague carries, of the cases that you can see
passing-load = { $cases ->
    [one] 1 case
   *[other] { $cases } cases
}
passing-load-high = { $high } at high risk
passing-nobody = Nobody here works with all of these records
passing-nobody-text = Choose records of one kind, or ask an administrator to propose somebody for a role that works with them.
passing-say = What the colleague should know
passing-say-help = Both of you and your supervisors can read it. It stays when the case is closed to the present worker.
passing-go = Assign
passing-done = { $records ->
    [one] Assigned.
   *[other] { $records } records assigned.
}
passing-done-followed = { $count ->
    [one] One incident followed its case.
   *[other] { $count } incidents followed their cases.
}
passing-done-stayed = { $count ->
    [one] One stays as it is.
   *[other] { $count } stay as they are.
}
passing-undo = Take back
passing-undone = { $records ->
    [one] Taken back. Whoever was responsible before is again.
   *[other] Taken back for { $records } records. Whoever was responsible before is again.
}
passing-history = Passed on
passing-history-none = It was never passed on.
passing-kind-assignment = Assigned
passing-from-to = From { $from } to { $to }
passing-state-done = Done
passing-state-revoked = Taken back
passing-step = { $state }, { $when }, by { $who }
passing-why = Reason
log-referred = Record referred to a colleague
log-transfer-offered = Transfer offered to a colleague
log-record-asked-for = Record asked for
log-passing-accepted = What was passed on accepted
log-passing-rejected = What was passed on rejected
log-passing-finished = Referral finished
log-passing-revoked = What was passed on withdrawn
log-passing-taken-over = What came back taken into the case
passing-state-in-progress = Waits for an answer
passing-state-accepted = Accepted
passing-state-rejected = Rejected
passing-state-withdrawn = Withdrawn
passing-kind-referral = Referral
passing-kind-transfer = Transfer
passing-kind-request = Asked for
passing-refer = Refer to a colleague
passing-refer-note = The colleague reads the parts that you choose until the referral ends. Whoever is responsible stays responsible.
passing-transfer = Transfer to a colleague
passing-transfer-note = The colleague reads all of it while the transfer waits, and is responsible once they accept. Then it is closed to the present worker.
passing-ask-for = Ask for a case
passing-ask-for-note = Ask the colleague who is responsible for a case that you cannot open. A supervisor's yes offers it to you.
passing-code = Code of the case
passing-parts = What the colleague may read
passing-parts-help = The code, sex, age, area, dates and risk level go along with each referral.
passing-row = The service of the plan that this is for
passing-row-help = It is marked as referred now, and as delivered when you take the answer over.
passing-services = Services asked for
passing-urgency = How urgent it is
passing-in-spite = Why it is passed on all the same
passing-in-spite-help = It is written in the log, and both sides can read it.
passing-in-spite-said = Passed on although consent does not say so:
passing-offered = Offered. The colleague finds it on their first page.
passing-asked = Asked for. The answer comes to your first page.
passing-unsaved = Save or discard your changes before passing this on.
passing-gives = May read: { $parts }
passing-asks = Asked for: { $services }
passing-accept = Accept
passing-reject = Reject
passing-finish = Service given
passing-withdraw = Withdraw
passing-take-over = Take over into the case
passing-accept-referral = You help with this. Whoever is responsible stays responsible, and sees your answer.
passing-accept-transfer = The record is theirs to whom it was offered from now on, with its incidents. It is closed to whoever was responsible.
passing-accept-request = The case is offered as a transfer to whoever asked. It changes hands when they accept.
passing-reject-note = Say why. What was opened for this is closed again.
passing-finish-note = Say what was done. The case is closed to you again, and your words go back to whoever is responsible.
passing-withdraw-note = What was opened for this is closed again.
passing-take-over-note = The words that came back become a note of the case. The service that this was for is marked as delivered today.
passing-say-back = What the other side should know
passed-title = Passed on
passed-note = Referrals, transfers and assignments that you may know of, and what they wait for.
passed-for-me = For me
passed-waiting = Waiting for others
passed-all = All
passed-empty = Nothing here
passed-empty-text = What colleagues pass on to you, and what you pass on to them, stands here.
passed-newer = Newer
passed-older = Older
home-to-answer = Passed on to you
home-unanswered = Passed on, without an end yet
passing-kind-copy = Copy for another office
passing-state-sent = Sealed
passing-state-sent-waits = Sent, waits for their answer
passing-they-accepted = They accepted
passing-they-rejected = They rejected
passing-they-said = What they said
passing-they-answered-note = Enter the answer as the other office told it to you. It stands in the case from now on.
passing-they-accepted-transfer = The other office is responsible from now on. The case becomes “transferred” and is closed to its worker; it stays with you until it is opened again or its time to be destroyed comes.
passing-they-finished-note = Say what they did. Your words become a note of the case, and the service that this was for is marked as delivered today.
passing-withdraw-outside-note = Tell the other office too: the sealed file cannot be called back.
passing-came-note = This is written down here. Tell the other office: nothing is sent by itself.
passing-reject-request-note = Say why. Nothing is opened to whoever asked.
passing-create = Create a case from this
passing-create-note = A case of this office is registered with what was shared. Ask for consent anew: it was given to the other office. The shared record stays as it came, and both lead to each other.
passing-created = Case { $code } is registered. Look it over.
passing-stepped = { $kind }: { $state }
passing-parts-outside = What the other office receives
passing-parts-outside-help = Tick only what they need to help. Below you see field by field what leaves.
passing-say-outside = What the other office should know
passing-say-outside-help = It leaves with the sealed file and stands in the case.
