//! Best interests, armed groups, found children, incidents, transitions and the office's own records (F7, F8, F11 to F13, F15 to F17).

/// See `CASES` in the conditions.
pub(super) const SHOWN: &[(&str, &str, &[&str], &[&str])] = &[
    // F13, assessment
    ("bia", "bia_reason_note", &["bia_reason=other"], &["bia_reason=initial"]),
    ("bia", "bia_share_unhcr_on", &["bia_share_unhcr=no"], &[]),
    ("bia", "bia_share_unhcr_on", &["bia_share_unhcr=yes"], &["bid_share_unhcr=yes"]),
    ("bia", "interviews.in_private", &["interviews.interviewee=child"], &["interviews.interviewee=home_visit"]),
    ("bia", "interviews.in_private", &["interviews.place=Tent 4"], &["interviews.interviewee=home_visit"]),
    ("bia", "interviews.interpreter", &["interviews.interviewee=mother"], &["interviews.interviewee=home_visit"]),
    ("bia", "reassess_on", &["reassess_in=set_date"], &["reassess_in=1_week"]),
    ("bia", "reassess_on", &["reassess_in=set_date"], &[]),
    ("bia", "bia_reviewed_on", &["bia_reviewed_by=me"], &[]),
    // F13, determination
    ("bid", "section:panel", &["bid_status=submitted"], &["bid_status=not_submitted"]),
    ("bid", "section:panel", &["bid_status=pending"], &[]),
    ("bid", "section:panel", &["bid_status=decided"], &["bid_decision=defer"]),
    ("bid", "section:decision", &["bid_status=decided"], &["bid_status=pending"]),
    ("bid", "bid_purpose_note", &["bid_purpose=temporary_care"], &[]),
    ("bid", "bid_share_unhcr_on", &["bid_share_unhcr=no"], &["bia_share_unhcr=no"]),
    ("bid", "bid_recommendation_why", &["bid_recommendation=reunification"], &[]),
    (
        "bid",
        "bid_panel.position_why",
        &["bid_status=submitted", "bid_panel.decision=disagrees"],
        &["bid_status=submitted", "bid_panel.decision=agrees"],
    ),
    (
        "bid",
        "bid_panel.position_why",
        &["bid_status=decided", "bid_panel.decision=agrees_with_conditions"],
        &["bid_status=not_submitted", "bid_panel.decision=disagrees"],
    ),
    (
        "bid",
        "bid_panel.position_why",
        &["bid_status=decided", "bid_panel.decision=wants_more_facts"],
        &["bid_status=decided", "bid_panel.decision=abstains"],
    ),
    (
        "bid",
        "bid_reopened_why",
        &["bid_status=decided", "bid_reopened=yes"],
        &["bid_status=decided", "bid_reopened=no"],
    ),
    ("bid", "bid_reopened_why", &["bid_status=decided", "bid_reopened=yes"], &["bid_reopened=yes"]),
    // F15
    ("caafag", "caafag_recruitment_reason", &["caafag_recruitment=not_forced"], &["caafag_recruitment=forced"]),
    ("caafag", "caafag_recruitment_reason", &[], &["caafag_recruitment=forced"]),
    ("caafag", "caafag_papers", &["caafag_how_left=escaped"], &["caafag_how_left=died"]),
    ("caafag", "caafag_reintegration_plan", &[], &["caafag_how_left=died"]),
    // F17
    ("incident-cp", "authority_on", &["reported_to_authority=yes"], &["reported_to_authority=no"]),
    ("incident-cp", "authority_on", &["reported_to_authority=yes"], &["reported_to_authority=unknown"]),
    // F7
    ("transfer", "transfer_reason_note", &["transfer_reason=moved"], &[]),
    ("transfer", "handover_present", &["handover_meeting_on=2026-11-20"], &[]),
    ("transfer", "transfer_answer_by", &["transfer_answer=accepted"], &[]),
    ("transfer", "transfer_answer_on", &["transfer_answer=rejected"], &[]),
    ("transfer", "transfer_answer_why", &["transfer_answer=rejected"], &["transfer_answer=accepted"]),
    // F8
    ("referral", "section:minor", &["client_age=17"], &["client_age=18"]),
    ("referral", "section:minor", &[], &["client_age=40"]),
    ("referral", "referral_answer_why", &["referral_answer=declined"], &["referral_answer=accepted"]),
    ("referral", "service_started_on", &["referral_answer=accepted"], &["referral_answer=declined"]),
    ("referral", "referral_outcome", &["referral_answer=accepted"], &[]),
    // F11
    ("observation", "section:visit", &["kind=home_visit"], &["kind=self_assessment"]),
    ("observation", "section:skills", &["kind=self_assessment"], &["kind=home_visit"]),
    ("observation", "section:skills", &["kind=self_assessment"], &[]),
    ("observation", "observer", &["kind=home_visit"], &["kind=self_assessment"]),
    ("observation", "observed_case", &["kind=home_visit"], &[]),
    // F12
    ("feedback", "heard_how_note", &["heard_how=other"], &["heard_how=school"]),
    ("feedback", "feedback_case", &["feedback_link_ok=yes"], &["feedback_link_ok=no"]),
    ("feedback", "feedback_case", &["feedback_link_ok=yes"], &[]),
];

/// See `WORKED_OUT` in the conditions.
pub(super) const WORKED_OUT: &[(&str, &str, &[&str], &str)] = &[
    ("bia", "bia_reassess_due", &["bia_on=2026-11-20", "reassess_in=2_days"], "2026-11-22"),
    ("bia", "bia_reassess_due", &["bia_on=2026-11-20", "reassess_in=1_week"], "2026-11-27"),
    ("bia", "bia_reassess_due", &["bia_on=2026-11-20", "reassess_in=30_days"], "2026-12-20"),
    ("bia", "bia_reassess_due", &["bia_on=2026-11-20", "reassess_in=set_date", "reassess_on=2027-01-15"], "2027-01-15"),
    // A date left over from an earlier choice does not count, and without a day there is nothing to count from.
    ("bia", "bia_reassess_due", &["bia_on=2026-11-20", "reassess_on=2027-01-15"], ""),
    ("bia", "bia_reassess_due", &["reassess_in=1_week"], ""),
    // A Friday, and a weekend of Saturday and Sunday.
    ("referral", "referral_answer_due", &["referred_on=2026-11-20"], "2026-11-25"),
    ("referral", "referral_answer_due", &["referred_on=2026-11-20", "priority=routine"], "2026-11-25"),
    ("referral", "referral_answer_due", &["referred_on=2026-11-20", "priority=urgent"], "2026-11-21"),
    ("referral", "referral_answer_due", &["referred_on=2026-11-20", "priority=emergency"], "2026-11-20"),
    ("referral", "referral_answer_due", &["priority=urgent"], ""),
    ("supervision", "caseload_total", &["caseload_high=3", "caseload_medium=9", "caseload_low=12"], "24"),
    ("supervision", "caseload_total", &["caseload_high=3"], "3"),
    ("supervision", "caseload_total", &[], ""),
    (
        "file-check",
        "file_score",
        &[
            "check_consent_on_file=yes",
            "check_registration_complete=yes",
            "check_assessment_in_time=no",
            "check_referrals_closed=na",
        ],
        "66",
    ),
    (
        "file-check",
        "file_score",
        &[
            "check_consent_on_file=yes",
            "check_registration_complete=yes",
            "check_assessment_in_time=yes",
            "check_plan_in_time=yes",
            "check_signatures=yes",
            "check_followups_as_planned=yes",
            "check_referrals_closed=yes",
            "check_risk_reviewed=yes",
            "check_respectful_language=yes",
            "check_file_coded=yes",
        ],
        "100",
    ),
    ("file-check", "file_score", &["check_file_coded=no"], "0"),
    ("file-check", "file_score", &["check_signatures=na"], ""),
    ("file-check", "file_score", &[], ""),
    ("feedback", "feedback_score", &["helped=yes", "feels_better=no", "same_worker=yes", "gave_time=yes"], "75"),
    ("feedback", "feedback_score", &["would_recommend=yes", "support_person=na"], "100"),
    ("feedback", "feedback_score", &["support_person=na"], ""),
];
