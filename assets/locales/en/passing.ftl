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
