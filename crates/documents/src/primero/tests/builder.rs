//! Configuration files of shape 10.1 with invented words.

use serde_json::{Value as Json, json};

/// A file of these arrays.
pub(super) fn bundle(forms: Vec<Json>, lookups: Vec<Json>) -> Json {
    json!({"name": "Office of the test", "version": "20260819.172002.0000000", "primero_version": "2.15.2", "data": {
        "FormSection": forms, "Lookup": lookups,
        "Agency": [{"unique_id": "agency-north", "agency_code": "N", "name_i18n": {"en": "North"}, "logo_full_base64": "AAAA"}],
        "Role": [
            {"unique_id": "role-worker", "name": "Worker", "group_permission": "self", "module_unique_ids": ["primeromodule-cp"],
             "permissions": {"case": ["read", "write"], "objects": {}}, "form_section_read_write": {"one_form": "rw", "form_1": "r"}},
            {"unique_id": "role-lead", "name": "Lead", "is_manager": true, "group_permission": "group",
             "module_unique_ids": ["primeromodule-gbv"], "permissions": {"case": ["read"]}},
            {"unique_id": "role-count", "name": "Counter", "group_permission": "all", "permissions": {"report": ["read"]}}],
        "UserGroup": [{"unique_id": "group-east", "name": "East", "agency_unique_ids": ["agency-north"]}],
        "Report": [{"unique_id": "report-1", "name_i18n": {"en": "By colour"}, "record_type": "case", "is_graph": true,
            "aggregate_by": ["colour", "loc:village2"], "disaggregate_by": ["nowhere"],
            "filters": [{"attribute": "status", "constraint": "=", "value": ["open"]}]}],
        "ContactInformation": [{"name": "administrator"}]}})
}

/// A case form of child protection.
pub(super) fn case_form(id: &str, order: usize, fields: Vec<Json>) -> Json {
    json!({"unique_id": id, "parent_form": "case", "visible": true, "is_nested": false, "order": order, "order_form_group": order / 8,
        "form_group_id": format!("group_{}", order / 8), "module_ids": ["primeromodule-cp"],
        "name_i18n": {"en": format!("Sheet {order}"), "fr": format!("Feuille {order}"), "ar": format!("ورقة {order}")},
        "fields_attributes": fields})
}

/// The questions of rows.
pub(super) fn rows_form(id: &str, fields: Json) -> Json {
    json!({"unique_id": id, "parent_form": "case", "is_nested": true, "name_i18n": {"en": "Rows"},
        "module_ids": ["primeromodule-cp"], "fields_attributes": fields})
}

/// A list of options with their words in two languages.
pub(super) fn lookup(id: &str, options: &[&str]) -> Json {
    let values = options
        .iter()
        .map(|id| json!({"id": id, "display_text": {"en": format!("The {id}"), "es": format!("El {id}")}}));
    json!({"unique_id": id, "name_i18n": {"en": id}, "lookup_values_i18n": values.collect::<Vec<_>>()})
}

/// One case form with these fields, a few rows and lists to refer to.
pub(super) fn one_form(fields: Json) -> Json {
    let fields = fields.as_array().unwrap().iter().enumerate().map(|(at, field)| {
        let mut field = field.clone();
        field["order"] = json!(at);
        if field.get("display_name_i18n").is_none() {
            field["display_name_i18n"] = json!({"en": format!("Question {at}")});
        }
        field
    });
    let rows = json!([
        {"name": "visit_day", "type": "date_field", "order": 0, "display_name_i18n": {"en": "Day"}, "date_validation": "not_future_date"},
        {"name": "visit_mood", "type": "select_box", "order": 1, "display_name_i18n": {"en": "Mood"}, "option_strings_source": "lookup lookup-colour"},
        {"name": "visit_why", "type": "textarea", "order": 2, "display_name_i18n": {"en": "Why"},
         "display_conditions_subform": {"eq": {"visit_mood": "red"}}, "display_conditions_record": {"eq": {"colour": "blue"}}}]);
    bundle(
        vec![rows_form("visit_rows", rows), case_form("one_form", 0, fields.collect())],
        vec![lookup("lookup-colour", &["red", "green", "blue"]), lookup("lookup-yes-no", &["true", "false", "later"])],
    )
}

/// The shortest field.
pub(super) fn field(name: &str, kind: &str) -> Json {
    json!({"name": name, "type": kind, "display_name_i18n": {"en": format!("About {name}"), "ar": format!("عن {name}")}})
}

/// A field with more keys.
pub(super) fn with(name: &str, kind: &str, more: Json) -> Json {
    let mut field = field(name, kind);
    for (key, value) in more.as_object().unwrap() {
        field[key] = value.clone();
    }
    field
}

/// A field of every type for a form of number `n`, with every option, condition and calculation.
fn every_type(n: usize) -> Vec<Json> {
    let name = |what: &str| format!("{what}_q{n}");
    let mut fields = vec![
        with(&name("head"), "separator", json!({"help_text_i18n": {"en": "What this is for"}})),
        with(
            &name("word"),
            "text_field",
            json!({"required": true, "help_text_i18n": {"en": "As said", "fr": "Tel quel"}, "hide_on_view_page": true}),
        ),
        with(
            &name("tale"),
            "textarea",
            json!({"guiding_questions_i18n": {"en": "Who? Where?"}, "visible": n.is_multiple_of(2)}),
        ),
        with(&name("tick"), "tick_box", json!({"tick_box_label_i18n": {"en": "Agreed"}, "selected_value": "true"})),
        with(
            &name("one"),
            "select_box",
            json!({"option_strings_source": "lookup lookup-colour", "selected_value": "green"}),
        ),
        with(
            &name("many"),
            "select_box",
            json!({"option_strings_source": "lookup lookup-colour", "multi_select": true}),
        ),
        with(
            &name("radio"),
            "radio_button",
            json!({"option_strings_text_i18n": [
            {"id": "true", "display_text": {"en": "Yes"}}, {"id": "false", "display_text": {"en": "No"}},
            {"id": "old-one", "display_text": {"en": "Formerly"}, "disabled": true}]}),
        ),
        with(&name("count"), "numeric_field", json!({"autosum_group": name("sums")})),
        with(&name("more"), "numeric_field", json!({"autosum_group": name("sums")})),
        with(&name("all"), "numeric_field", json!({"autosum_group": name("sums"), "autosum_total": true})),
        with(&name("day"), "date_field", json!({"date_validation": "not_future_date", "selected_value": "today"})),
        with(&name("hour"), "date_field", json!({"date_include_time": true})),
        field(&name("stretch"), "date_range"),
        with(
            &name("tally"),
            "tally_field",
            json!({"tally_i18n": [{"id": "girls", "display_text": {"en": "Girls"}}, {"id": "boys", "display_text": {"en": "Boys"}}]}),
        ),
        with(
            &name("sum"),
            "calculated",
            json!({"calculation": {"expression": {"sum": [name("count"), name("more")]}}}),
        ),
        with(
            &name("mean"),
            "calculated",
            json!({"calculation": {"expression": {"avg": [name("count"), name("more")]}}}),
        ),
        with(
            &name("newest"),
            "calculated",
            json!({"subform_summary": {"subform_field_name": name("visits"),
            "last": {"field_name": "visit_mood", "order_by": "visit_day", "order": "asc"}}}),
        ),
        with(&name("place"), "select_box", json!({"option_strings_source": "Location"})),
        with(&name("org"), "select_box", json!({"option_strings_source": "Agency", "multi_select": true})),
        with(&name("person"), "select_box", json!({"option_strings_source": "User"})),
        with(&name("team"), "select_box", json!({"option_strings_source": "UserGroup"})),
        field(&name("photo"), "photo_upload_box"),
        field(&name("sound"), "audio_upload_box"),
        field(&name("paper"), "document_upload_box"),
        with(&name("signed"), "signature", json!({"signature_provided_by_label_i18n": {"en": "By the carer"}})),
        field(&name("drawn"), "custom"),
        with(&name("visits"), "subform", json!({"subform_unique_id": "visit_rows"})),
    ];
    let conditions = [
        json!({"eq": {name("tick"): false}}),
        json!({"in": {name("many"): ["red", "blue"]}}),
        json!({"or": [{"gt": {name("count"): 5}}, {"and": [{"lt": {name("day"): "2026-01-01"}}, {"not": {"eq": {name("one"): "red"}}}]}]}),
        json!({name("radio"): "true"}),
        json!({"eq": {name("one"): "blue"}, "disabled": false}),
    ];
    for (at, condition) in conditions.into_iter().enumerate() {
        fields.push(with(&name(&format!("when{at}")), "text_field", json!({"display_conditions_record": condition})));
    }
    for (at, field) in fields.iter_mut().enumerate() {
        field["order"] = json!(at);
    }
    fields
}

/// 64 forms: every type, option, condition and calculation in each, in every kind of record and both parts of the programme.
pub(super) fn of_64_forms() -> Json {
    let mut forms = vec![rows_form(
        "visit_rows",
        json!([
            with("visit_day", "date_field", json!({"order": 0})),
            with("visit_mood", "select_box", json!({"order": 1, "option_strings_source": "lookup lookup-colour"})),
            with(
                "visit_why",
                "textarea",
                json!({"order": 2, "display_conditions_subform": {"in": {"visit_mood": ["red", "green"]}}})
            ),
            with(
                "visit_seen",
                "tally_field",
                json!({"order": 3, "tally_i18n": [{"id": "adults", "display_text": {"en": "Adults"}}]})
            ),
        ]),
    )];
    for n in 1..64 {
        let mut form = case_form(&format!("form_{n}"), n, every_type(n));
        let (record, modules) = match n % 9 {
            1 => ("incident", json!(["primeromodule-cp"])),
            2 => ("tracing_request", json!(["primeromodule-cp"])),
            3 => ("family", json!(["primeromodule-cp"])),
            4 => ("registry_record", json!(["primeromodule-cp"])),
            5 => ("case", json!(["primeromodule-gbv"])),
            6 => ("incident", json!(["primeromodule-gbv"])),
            7 => ("case", json!(["primeromodule-cp", "primeromodule-gbv"])),
            _ => ("case", json!(["primeromodule-cp"])),
        };
        form["parent_form"] = json!(record);
        form["module_ids"] = modules;
        forms.push(form);
    }
    let mut file = bundle(forms, vec![lookup("lookup-colour", &["red", "green", "blue"])]);
    let groups: Vec<String> = (0..8).map(|n| format!("group_{n}")).collect();
    let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
    file["data"]["Lookup"].as_array_mut().unwrap().push(lookup("lookup-form-group-cp-case", &groups));
    file
}
