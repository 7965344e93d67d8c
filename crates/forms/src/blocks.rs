//! Reads forms and puts shared blocks of fields in their places: the person block of a caregiver is the person block with the prefix
//! `caregiver_`.

use crate::configuration::parse;
use crate::problem::ConfigError;
use amparo_model::condition::{Condition, Reach};
use amparo_model::form::{Check, Choices, FieldDef, FieldKind, FormDef, Options, Section};
use amparo_model::list::Texts;
use amparo_model::record::{Compartment, Kind, Module};
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Blocks by id, each a list of unprefixed fields.
pub(crate) type Blocks = BTreeMap<String, Vec<FieldDef>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenForm {
    id: String,
    record: Kind,
    module: Module,
    title: Texts,
    #[serde(default)]
    help: Texts,
    #[serde(default)]
    versions: bool,
    #[serde(default)]
    off: bool,
    sections: Vec<WrittenSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSection {
    id: String,
    title: Texts,
    #[serde(default)]
    help: Texts,
    #[serde(default)]
    condition: Option<Condition>,
    #[serde(default)]
    folded: bool,
    fields: Vec<Json>,
}

/// A block used in a section.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BlockUse {
    block: String,
    #[serde(default)]
    prefix: String,
    /// Fields of the block, unprefixed, that are required here.
    #[serde(default)]
    required: Vec<String>,
    /// Fields of the block that are left out here.
    #[serde(default)]
    without: Vec<String>,
    /// Fields of the block that lists and reminders show.
    #[serde(default)]
    in_summary: Vec<String>,
    /// Fields of the block that lie in another compartment here.
    #[serde(default)]
    compartments: BTreeMap<String, String>,
    /// The whole block is shown only when this holds.
    #[serde(default)]
    condition: Option<Condition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBlock {
    id: String,
    fields: Vec<Json>,
}

/// Reads the shared blocks.
pub(crate) fn read(text: &str) -> Result<Blocks, ConfigError> {
    let mut blocks = Blocks::new();
    for block in parse::<Vec<WrittenBlock>>("blocks.json", text)? {
        let place = format!("blocks.json, {}", block.id);
        let fields = block.fields.into_iter().map(|json| field(&place, json)).collect::<Result<_, _>>()?;
        if blocks.insert(block.id.clone(), fields).is_some() {
            return Err(ConfigError::Doubled { place, id: block.id });
        }
    }
    Ok(blocks)
}

/// Reads one form with its blocks in place.
pub(crate) fn form(file: &str, text: &str, blocks: &Blocks) -> Result<FormDef, ConfigError> {
    let written: WrittenForm = parse(file, text)?;
    let sections = written.sections.into_iter().map(|section| {
        let place = format!("{}, {}", written.id, section.id);
        let mut fields = Vec::new();
        for json in section.fields {
            if json.get("block").is_some() {
                fields.extend(expand(&place, json, blocks)?);
            } else {
                fields.push(field(&place, json)?);
            }
        }
        let WrittenSection { id, title, help, condition, folded, .. } = section;
        Ok(Section { id, title, help, condition, folded, fields })
    });
    let sections = sections.collect::<Result<_, _>>()?;
    let WrittenForm { id, record, module, title, help, versions, off, .. } = written;
    Ok(FormDef { id, record, module, title, help, versions, off, sections })
}

fn field(place: &str, json: Json) -> Result<FieldDef, ConfigError> {
    let place = format!("{place}, {}", json.get("id").and_then(Json::as_str).unwrap_or("a field without id"));
    if let Some(word) = json.get("type").and_then(Json::as_str).filter(|word| !FieldKind::WORDS.contains(word)) {
        return Err(ConfigError::UnknownType { place, word: word.to_owned() });
    }
    serde_json::from_value(json).map_err(|problem| ConfigError::Unreadable { place, reason: problem.to_string() })
}

fn expand(place: &str, json: Json, blocks: &Blocks) -> Result<Vec<FieldDef>, ConfigError> {
    let used: BlockUse = serde_json::from_value(json)
        .map_err(|problem| ConfigError::Unreadable { place: place.to_owned(), reason: problem.to_string() })?;
    let unknown = |name: &str| ConfigError::UnknownBlock { place: place.to_owned(), name: name.to_owned() };
    let block = blocks.get(&used.block).ok_or_else(|| unknown(&used.block))?;
    let own: BTreeSet<&str> = block.iter().map(|field| field.id.as_str()).collect();
    let named = used.required.iter().chain(&used.without).chain(&used.in_summary).chain(used.compartments.keys());
    if let Some(name) = named.into_iter().find(|name| !own.contains(name.as_str())) {
        return Err(unknown(name));
    }
    let rename = |id: &str| if own.contains(id) { format!("{}{id}", used.prefix) } else { id.to_owned() };
    let kept = block.iter().filter(|field| !used.without.contains(&field.id));
    Ok(kept
        .map(|field| {
            let mut field = field.clone();
            field.required |= used.required.contains(&field.id);
            field.in_summary |= used.in_summary.contains(&field.id);
            if let Some(compartment) = used.compartments.get(&field.id) {
                field.compartment = Compartment::new(compartment);
            }
            with_names(&mut field, &rename);
            if let Some(whole) = &used.condition {
                let own = field.condition.take();
                field.condition =
                    Some(own.map_or_else(|| whole.clone(), |own| Condition::And(vec![whole.clone(), own])));
            }
            field
        })
        .collect())
}

/// Gives a field of a block, and every field of the block that it names, their names with the prefix. Cells keep theirs.
fn with_names(field: &mut FieldDef, rename: &dyn Fn(&str) -> String) {
    field.id = rename(&field.id);
    let mut see = |name: &mut String, reach: Reach<'_>| {
        if !matches!(reach, Reach::RowOf(_)) {
            *name = rename(name);
        }
    };
    field.condition.iter_mut().chain(&mut field.required_when).for_each(|tree| tree.each_field(&mut see));
    field.default.iter_mut().for_each(|tree| tree.each_field(&mut see));
    if let FieldKind::Calc { expression, .. } = &mut field.kind {
        expression.each_field(&mut see);
    }
    if let FieldKind::Select(Choices { options: Options::Inline(options), .. })
    | FieldKind::Multi(Choices { options: Options::Inline(options), .. }) = &mut field.kind
    {
        options.iter_mut().filter_map(|option| option.condition.as_mut()).for_each(|tree| tree.each_field(&mut see));
    }
    for check in &mut field.checks {
        match check {
            Check::NotBefore(other) | Check::Among(other) | Check::AgreesWithBirth(other) => *other = rename(other),
            Check::NotFuture | Check::Min(_) | Check::Max(_) => {}
        }
    }
}
