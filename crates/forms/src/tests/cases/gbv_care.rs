//! The care of a survivor of gender-based violence: assessment, safety plan, action plan, follow-up, closure (G3 to G7).

/// See `CASES` in the conditions.
pub(super) const SHOWN: &[(&str, &str, &[&str], &[&str])] = &[
    // G3
    ("gbv-assessment", "homicide_risk_note", &["homicide_risk=yes"], &["homicide_risk=no"]),
    ("gbv-assessment", "homicide_risk_note", &["homicide_risk=unknown"], &["suicide_risk=yes"]),
    ("gbv-assessment", "suicide_risk_note", &["suicide_risk=yes"], &["suicide_risk=no"]),
    ("gbv-assessment", "suicide_risk_note", &["suicide_risk=unknown"], &[]),
    // G5
    (
        "gbv-action-plan",
        "actions.written_consent",
        &["actions.referral_answer=referred"],
        &["actions.referral_answer=not_declined_by_survivor"],
    ),
    (
        "gbv-action-plan",
        "actions.provider",
        &["actions.referral_answer=not_already_got_elsewhere"],
        &["actions.referral_answer=not_unavailable"],
    ),
    ("gbv-action-plan", "actions.provider", &["actions.referral_answer=referred"], &["actions.need=Work"]),
    (
        "gbv-action-plan",
        "actions.appointment_on",
        &["actions.referral_answer=not_we_provided"],
        &["actions.referral_answer=not_already_got_elsewhere"],
    ),
    (
        "gbv-action-plan",
        "actions.survivor_told_first",
        &["actions.mandatory_report_made=yes"],
        &["actions.mandatory_report_made=no"],
    ),
    (
        "gbv-action-plan",
        "action_plan_approval_requested_on",
        &["action_plan_approval_status=pending"],
        &["action_plan_approval_status=not_requested"],
    ),
    (
        "gbv-action-plan",
        "action_plan_approval_by",
        &["action_plan_approval_status=approved"],
        &["action_plan_approval_status=pending"],
    ),
    (
        "gbv-action-plan",
        "action_plan_approval_on",
        &["action_plan_approval_status=rejected"],
        &["gbv_closure_approval_status=rejected"],
    ),
    ("gbv-action-plan", "action_plan_approval_comment", &["action_plan_approval_status=rejected"], &[]),
    // G7
    ("gbv-closure", "closure_reason_other", &["closure_reason=other"], &["closure_reason=goals_met"]),
    ("gbv-closure", "closure_needs_met_note", &["closure_needs_met=no"], &["closure_needs_met=unknown"]),
    ("gbv-closure", "closure_needs_met_note", &["closure_needs_met=yes"], &[]),
    ("gbv-closure", "closure_no_contact_note", &["closure_no_contact=yes"], &["closure_no_contact=no"]),
    ("gbv-closure", "closure_asked_note", &["closure_asked=yes"], &["closure_asked=no"]),
    ("gbv-closure", "closure_left_area_note", &["closure_left_area=yes"], &["closure_left_area=unknown"]),
    ("gbv-closure", "closure_transferred_note", &["closure_transferred=yes"], &["closure_transferred=no"]),
    ("gbv-closure", "closure_funding_ended_note", &["closure_funding_ended=yes"], &["closure_funding_ended=no"]),
    (
        "gbv-closure",
        "closure_safety_plan_reviewed_note",
        &["closure_safety_plan_reviewed=no"],
        &["closure_plan_complete=no"],
    ),
    ("gbv-closure", "closure_safety_plan_reviewed_note", &["closure_safety_plan_reviewed=yes"], &[]),
    ("gbv-closure", "closure_plan_complete_note", &["closure_plan_complete=no"], &["closure_plan_complete=yes"]),
    ("gbv-closure", "closure_both_agree_note", &["closure_both_agree=no"], &["closure_both_agree=yes"]),
    ("gbv-closure", "closure_told_can_return_note", &["closure_told_can_return=no"], &["closure_told_can_return=yes"]),
    (
        "gbv-closure",
        "closure_supervisor_reviewed_note",
        &["closure_supervisor_reviewed=yes"],
        &["closure_supervisor_reviewed=unknown"],
    ),
    ("gbv-closure", "closure_supervisor_reviewed_note", &["closure_supervisor_reviewed=no"], &[]),
    (
        "gbv-closure",
        "gbv_closure_approval_requested_on",
        &["gbv_closure_approval_status=approved"],
        &["gbv_closure_approval_status=not_requested"],
    ),
    (
        "gbv-closure",
        "gbv_closure_approval_by",
        &["gbv_closure_approval_status=rejected"],
        &["gbv_closure_approval_status=pending"],
    ),
    (
        "gbv-closure",
        "gbv_closure_approval_on",
        &["gbv_closure_approval_status=approved"],
        &["action_plan_approval_status=approved"],
    ),
    (
        "gbv-closure",
        "gbv_closure_approval_comment",
        &["gbv_closure_approval_status=rejected"],
        &["gbv_closure_approval_status=pending"],
    ),
    (
        "gbv-reopening",
        "gbv_reopening_approval_requested_on",
        &["gbv_reopening_approval_status=approved"],
        &["gbv_reopening_approval_status=not_requested"],
    ),
    (
        "gbv-reopening",
        "gbv_reopening_approval_by",
        &["gbv_reopening_approval_status=rejected"],
        &["gbv_reopening_approval_status=pending"],
    ),
    (
        "gbv-reopening",
        "gbv_reopening_approval_on",
        &["gbv_reopening_approval_status=approved"],
        &["action_plan_approval_status=approved"],
    ),
    (
        "gbv-reopening",
        "gbv_reopening_approval_comment",
        &["gbv_reopening_approval_status=rejected"],
        &["gbv_reopening_approval_status=pending"],
    ),
];

/// What is worked out: form, field, facts, result.
pub(super) const WORKED_OUT: &[(&str, &str, &[&str], &str)] = &[
    ("gbv-follow-up", "last_visit_on", &[], ""),
    ("gbv-follow-up", "last_visit_on", &["followups.new_needs=Shoes"], ""),
    ("gbv-follow-up", "last_visit_on", &["followups.visit_on=2026-10-03"], "2026-10-03"),
    (
        "gbv-follow-up",
        "last_visit_on",
        &["followups.visit_on=2026-11-09", "followups#2.visit_on=2026-10-30"],
        "2026-11-09",
    ),
    (
        "gbv-follow-up",
        "last_visit_on",
        &["followups.visit_on=2026-09-01", "followups#2.visit_on=2026-11-20"],
        "2026-11-20",
    ),
];
