//! Tracing: separation, wishes, family, actions, verification, reunification, visits afterwards, requests (T1 to T8).

/// See `CASES` in the conditions.
pub(super) const SHOWN: &[(&str, &str, &[&str], &[&str])] = &[
    // T1
    ("separation", "last_grade", &["last_school=Nahr"], &[]),
    ("separation", "evacuated_by", &["evacuated=yes"], &["evacuated=no"]),
    ("separation", "evacuated_from", &["evacuated=yes"], &["evacuated=unknown"]),
    ("separation", "evacuated_to", &["evacuated=yes"], &[]),
    ("separation", "evacuated_on", &["evacuated=yes"], &["evacuated=no"]),
    ("separation", "violence_seen_note", &["violence_seen=yes"], &["violence_seen=unknown"]),
    ("separation", "photo_face", &["ok_photo=yes"], &["ok_photo=no"]),
    ("separation", "photo_face", &[], &["ok_photo=unknown"]),
    ("separation", "photo_full_length", &[], &["ok_photo=no"]),
    ("separation", "photo_full_length", &["ok_photo=yes"], &["ok_photo=unknown"]),
    // T2
    ("child-wishes", "no_tracing_why", &["wants_tracing=no"], &["wants_tracing=yes"]),
    ("child-wishes", "wants_reunification_why", &["wants_reunification=no"], &["wants_reunification=yes_soon"]),
    ("child-wishes", "wants_reunification_why", &["wants_reunification=yes_later"], &[]),
    ("child-wishes", "wants_reunification_why", &["wants_reunification=unsure"], &["wants_reunification=not_said"]),
    ("child-wishes", "had_contact_note", &["had_contact=yes"], &["had_contact=no"]),
    ("child-wishes", "stay_in_present_care_why", &["stay_in_present_care=no"], &["stay_in_present_care=yes"]),
    ("child-wishes", "care_wanted", &["stay_in_present_care=no"], &["stay_in_present_care=yes"]),
    ("child-wishes", "care_wanted", &["stay_in_present_care=unknown"], &[]),
    (
        "child-wishes",
        "care_wanted_note",
        &["stay_in_present_care=no", "care_wanted=other"],
        &["stay_in_present_care=no", "care_wanted=independent"],
    ),
    (
        "child-wishes",
        "care_wanted_note",
        &["stay_in_present_care=unknown", "care_wanted=other"],
        &["stay_in_present_care=yes", "care_wanted=other"],
    ),
    // T3
    ("family", "family.death_note", &["family.alive=no"], &["family.alive=unknown"]),
    ("family", "family.in_contact", &["family.alive=yes"], &["family.alive=no"]),
    ("family", "family.is_caregiver", &["family.name_first=Salma"], &["family.alive=no"]),
    ("family", "family.current_address", &["family.alive=unknown"], &["family.alive=no"]),
    // T5
    ("tracing-actions", "tracing_next_on", &[], &["tracing_status=reunified"]),
    ("tracing-actions", "tracing_next_on", &["tracing_status=in_progress"], &["tracing_status=closed"]),
    // T6
    ("verification", "adult_safe_to_call", &["adult_phone=0790"], &["phone=0790"]),
    (
        "verification",
        "adult_safe_call_note",
        &["adult_phone=0790", "adult_safe_to_call=yes"],
        &["adult_phone=0790", "adult_safe_to_call=no"],
    ),
    ("verification", "grid.question", &["grid.topic=other"], &["grid.topic=school"]),
    ("verification", "picture_pick_right", &["picture_pick=yes"], &["picture_pick=no"]),
    ("verification", "violence_at_home_note", &["violence_at_home=yes"], &["violence_at_home=no"]),
    ("verification", "verification_recommendation_why", &["verification_recommendation=reunify"], &[]),
    (
        "verification",
        "verification_approval_requested_on",
        &["verification_approval_status=pending"],
        &["verification_approval_status=not_requested"],
    ),
    (
        "verification",
        "verification_approval_by",
        &["verification_approval_status=approved"],
        &["verification_approval_status=pending"],
    ),
    (
        "verification",
        "verification_approval_on",
        &["verification_approval_status=rejected"],
        &["verification_approval_status=pending"],
    ),
    ("verification", "verification_approval_comment", &["verification_approval_status=rejected"], &[]),
    // T7
    ("reunification", "not_as_verified_reason", &["same_as_verified=no"], &["same_as_verified=yes"]),
    ("reunification", "first_visit_due", &["follow_up_needed=yes"], &["follow_up_needed=no"]),
    ("reunification", "first_visit_due", &[], &["reunified_on=2026-11-01", "follow_up_needed=no"]),
    // T8
    ("post-reunification", "visits.not_seen", &["visits.child_seen=no"], &["visits.child_seen=yes"]),
    ("post-reunification", "visits.child_safe_note", &["visits.child_safe=no"], &["visits.visit_on=2026-11-20"]),
    (
        "post-reunification",
        "visits.accepted_by_family_note",
        &["visits.accepted_by_family=no"],
        &["visits.visit_on=2026-11-20"],
    ),
    ("post-reunification", "visits.in_school_note", &["visits.in_school=no"], &["visits.visit_on=2026-11-20"]),
    ("post-reunification", "visits.healthy_note", &["visits.healthy=no"], &["visits.visit_on=2026-11-20"]),
    (
        "post-reunification",
        "visits.caregiver_copes_note",
        &["visits.caregiver_copes=no"],
        &["visits.visit_on=2026-11-20"],
    ),
    ("post-reunification", "visits.income_note", &["visits.income=no"], &["visits.visit_on=2026-11-20"]),
    ("post-reunification", "visits.new_risk_note", &["visits.new_risk=yes"], &["visits.visit_on=2026-11-20"]),
    ("post-reunification", "visits.wants_to_stay_note", &["visits.wants_to_stay=no"], &["visits.visit_on=2026-11-20"]),
    ("post-reunification", "visits.next_on", &["visits.further=ongoing_monitoring"], &["visits.further=none"]),
    (
        "post-reunification",
        "visits.next_on",
        &["visits.visit_on=2026-11-20"],
        &["visits.visit_on=2026-11-20", "visits.further=none"],
    ),
    // T4
    ("inquirer", "safe_to_call", &["phone=0790"], &[]),
    ("inquirer", "safe_call_note", &["phone=0790"], &["phone=0790", "safe_to_call=no"]),
    ("inquirer", "evacuated_by", &["evacuated=yes"], &["evacuated=no"]),
    ("inquirer", "evacuated_from", &["evacuated=yes"], &["evacuated=no"]),
    ("inquirer", "evacuated_to", &["evacuated=yes"], &["evacuated=no"]),
    ("inquirer", "evacuated_on", &["evacuated=yes"], &["evacuated=no"]),
    ("traces", "traces.separated_on", &["traces.separation_differs=yes"], &["traces.separation_differs=no"]),
    ("traces", "traces.cause_main", &["traces.separation_differs=yes"], &["traces.separation_differs=no"]),
    ("traces", "traces.place_separation", &["traces.separation_differs=yes"], &["traces.separation_differs=no"]),
    ("traces", "traces.circumstances", &["traces.separation_differs=yes"], &["traces.separation_differs=no"]),
    (
        "traces",
        "traces.photo",
        &["traces.name_first=Nour", "agrees_photo=yes"],
        &["traces.name_first=Nour", "agrees_photo=no"],
    ),
    ("traces", "traces.photo", &["traces.name_first=Nour"], &["traces.name_first=Nour", "agrees_photo=unknown"]),
];

/// Form, calculated field, facts, result as text; nothing when it is blank.
pub(super) const WORKED_OUT: &[(&str, &str, &[&str], &str)] = &[
    // The next step is what the newest action says, however the rows stand.
    ("tracing-actions", "tracing_next_on", &[], ""),
    ("tracing-actions", "tracing_next_on", &["tracing_actions.action_on=2026-11-02"], ""),
    (
        "tracing-actions",
        "tracing_next_on",
        &["tracing_actions.action_on=2026-11-02", "tracing_actions.next_on=2026-11-16"],
        "2026-11-16",
    ),
    (
        "tracing-actions",
        "tracing_next_on",
        &[
            "tracing_actions.action_on=2026-11-20",
            "tracing_actions.next_on=2026-12-04",
            "tracing_actions#2.action_on=2026-11-02",
            "tracing_actions#2.next_on=2026-12-30",
        ],
        "2026-12-04",
    ),
    (
        "tracing-actions",
        "tracing_next_on",
        &["tracing_status=reunified", "tracing_actions.action_on=2026-11-02", "tracing_actions.next_on=2026-11-16"],
        "",
    ),
    ("verification", "answers_same", &[], "0"),
    ("verification", "answers_same", &["grid.verdict=same", "grid#2.verdict=different", "grid#3.verdict=same"], "2"),
    ("verification", "answers_same", &["grid.verdict=unknown"], "0"),
    (
        "verification",
        "answers_different",
        &["grid.verdict=same", "grid#2.verdict=different", "grid#3.verdict=unknown"],
        "1",
    ),
    ("verification", "answers_different", &["grid.topic=school"], "0"),
    // The first visit until there is one; then what the newest visit agreed, and nothing when it says that nothing further is needed.
    ("post-reunification", "return_visit_due", &[], ""),
    ("post-reunification", "return_visit_due", &["first_visit_due=2026-11-15"], "2026-11-15"),
    ("post-reunification", "return_visit_due", &["first_visit_due=2026-11-15", "follow_up_needed=no"], ""),
    (
        "post-reunification",
        "return_visit_due",
        &["first_visit_due=2026-11-15", "visits.visit_on=2026-11-12", "visits.next_on=2026-12-12"],
        "2026-12-12",
    ),
    (
        "post-reunification",
        "return_visit_due",
        &[
            "first_visit_due=2026-11-15",
            "visits.visit_on=2026-11-12",
            "visits.further=none",
            "visits.next_on=2026-12-12",
        ],
        "",
    ),
    (
        "post-reunification",
        "return_visit_due",
        &[
            "visits.visit_on=2026-10-12",
            "visits.next_on=2026-11-30",
            "visits#2.visit_on=2026-11-12",
            "visits#2.next_on=2026-12-12",
        ],
        "2026-12-12",
    ),
];
