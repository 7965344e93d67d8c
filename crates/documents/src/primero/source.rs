//! The bytes of a configuration file as JSON that cannot hurt, and small questions to it.

use super::ImportProblem;
use serde_json::{Map, Value as Json};

/// The largest file that is read, in bytes. A configuration of Primero with the logos of twenty agencies has about five million.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// How deep lists and objects may stand in each other. Real files need about fifteen, and ten for the longest conditions.
pub const DEEPEST: usize = 64;
/// How many values there may be: about three hundred bytes of memory for each while the file is read.
pub const MOST_VALUES: usize = 2_000_000;
/// The longest id that is taken, in characters.
pub(super) const LONGEST_ID: usize = 100;

/// An object of JSON.
pub(super) type Object = Map<String, Json>;

/// The arrays of a configuration, in the order in which this module reads them.
const ARRAYS: [&str; 7] = ["FormSection", "Lookup", "Agency", "Role", "UserGroup", "Report", "ContactInformation"];

/// A configuration file, opened: the objects of its arrays, and what it says about itself.
#[derive(Debug, Default)]
pub(super) struct Opened {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) primero_version: String,
    pub(super) forms: Vec<Json>,
    pub(super) lookups: Vec<Json>,
    pub(super) agencies: Vec<Json>,
    pub(super) roles: Vec<Json>,
    pub(super) groups: Vec<Json>,
    pub(super) reports: Vec<Json>,
    pub(super) contacts: Vec<Json>,
    /// Names of further entries beside the seven arrays.
    pub(super) more: Vec<String>,
}

/// Opens a file of any of the three outer shapes: the stored one (`data` in the outer object), the one of the programming interface
/// (that object again in `data`), and the seven arrays alone.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, ImportProblem> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportProblem::TooLarge { bytes: bytes.len(), limit: MOST_BYTES });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    measure(bytes)?;
    let whole: Json = serde_json::from_slice(bytes)
        .map_err(|problem| ImportProblem::NotJson { line: problem.line(), column: problem.column() })?;
    let Json::Object(mut outer) = whole else { return Err(ImportProblem::NotAConfiguration) };
    if !ARRAYS.iter().any(|array| outer.contains_key(*array)) {
        let inner = outer.get("data").and_then(Json::as_object);
        if inner.is_some_and(|inner| inner.get("data").is_some_and(Json::is_object)) {
            outer = take_object(&mut outer, "data")?;
        }
    }
    let said = |key: &str| text(&outer, key).map(shortened).unwrap_or_default();
    let (name, version, primero_version) = (said("name"), said("version"), said("primero_version"));
    let mut data = if outer.contains_key("data") { take_object(&mut outer, "data")? } else { outer };
    let major = primero_version.split('.').next().unwrap_or_default().trim_start_matches(['v', 'V']);
    if !major.is_empty() && major != "2" {
        return Err(ImportProblem::OtherVersion { version: primero_version });
    }
    if !ARRAYS.iter().any(|array| data.contains_key(*array)) {
        return Err(ImportProblem::NotAConfiguration);
    }
    if !data.contains_key("FormSection") {
        return Err(ImportProblem::Missing { array: "FormSection" });
    }
    let mut array = |key: &'static str| match data.remove(key) {
        Some(Json::Array(all)) => Ok(all),
        None | Some(Json::Null) => Ok(Vec::new()),
        Some(_) => Err(ImportProblem::NotAnArray { array: key }),
    };
    Ok(Opened {
        name,
        version,
        primero_version,
        forms: array("FormSection")?,
        lookups: array("Lookup")?,
        agencies: array("Agency")?,
        roles: array("Role")?,
        groups: array("UserGroup")?,
        reports: array("Report")?,
        contacts: array("ContactInformation")?,
        more: data.keys().map(|key| shortened(key)).take(20).collect(),
    })
}

fn take_object(from: &mut Object, key: &str) -> Result<Object, ImportProblem> {
    match from.remove(key) {
        Some(Json::Object(inner)) => Ok(inner),
        _ => Err(ImportProblem::NotAConfiguration),
    }
}

/// Counts depth and values before anything is built in memory: a few megabytes of brackets would become gigabytes.
fn measure(bytes: &[u8]) -> Result<(), ImportProblem> {
    let (mut depth, mut values, mut in_text, mut escaped) = (0_usize, 1_usize, false, false);
    for byte in bytes {
        if in_text {
            (in_text, escaped) = (escaped || *byte != b'"', !escaped && *byte == b'\\');
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'[' | b'{' => {
                depth += 1;
                values += 1;
                if depth > DEEPEST {
                    return Err(ImportProblem::TooDeep { limit: DEEPEST });
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if values > MOST_VALUES {
            return Err(ImportProblem::TooMany { limit: MOST_VALUES });
        }
    }
    Ok(())
}

/// The text of a key; none when it is blank or something else.
pub(super) fn text<'a>(object: &'a Object, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Json::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// A switch; also written as text.
pub(super) fn flag(object: &Object, key: &str) -> Option<bool> {
    match object.get(key)? {
        Json::Bool(flag) => Some(*flag),
        Json::String(text) if text == "true" => Some(true),
        Json::String(text) if text == "false" => Some(false),
        _ => None,
    }
}

/// A whole number.
pub(super) fn number(object: &Object, key: &str) -> Option<i64> {
    object.get(key).and_then(Json::as_i64)
}

/// The things in an array; none when it is missing or something else.
pub(super) fn items<'a>(object: &'a Object, key: &str) -> &'a [Json] {
    object.get(key).and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// The texts in an array.
pub(super) fn texts_in<'a>(object: &'a Object, key: &str) -> Vec<&'a str> {
    items(object, key).iter().filter_map(Json::as_str).collect()
}

/// Whether there is something in a key: not nothing, blank, empty or false.
pub(super) fn holds(object: &Object, key: &str) -> bool {
    match object.get(key) {
        None | Some(Json::Null | Json::Bool(false)) => false,
        Some(Json::String(text)) => !text.trim().is_empty(),
        Some(Json::Array(all)) => !all.is_empty(),
        Some(Json::Object(all)) => !all.is_empty(),
        Some(Json::Bool(true) | Json::Number(_)) => true,
    }
}

/// An id as messages show it: a file that is no configuration must not fill the window.
pub(super) fn shortened(id: &str) -> String {
    id.chars().filter(|c| !c.is_control()).take(LONGEST_ID).collect()
}

/// An id that can be kept as it is.
pub(super) fn usable_id(id: &str) -> bool {
    !id.trim().is_empty() && id.chars().count() <= LONGEST_ID && !id.chars().any(char::is_control)
}
