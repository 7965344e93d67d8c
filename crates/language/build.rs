//! Reads `assets/locales/<en|fr|ar|es>/*.ftl` and writes one Rust function for each message.
//!
//! The build fails when a message is missing in one of the four languages, stands in another file there, uses other
//! variables, or refers to something that does not exist. So a half-translated window cannot be built.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

const LANGUAGES: [&str; 4] = ["en", "fr", "ar", "es"];

/// What one message says about itself.
#[derive(Default)]
struct Message {
    file: String,
    text: String,
    variables: BTreeSet<String>,
    numbers: BTreeSet<String>,
    refers_to: BTreeSet<String>,
}

type Catalogue = BTreeMap<String, Message>;

fn main() {
    if let Err(problems) = generate() {
        for problem in &problems {
            println!("cargo::error={problem}");
        }
        std::process::exit(1);
    }
}

fn generate() -> Result<(), Vec<String>> {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(one)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(one)?);
    let locales = manifest.join("../../assets/locales");
    println!("cargo::rerun-if-changed=build.rs");

    let mut problems = Vec::new();
    let mut catalogues = Vec::new();
    for language in LANGUAGES {
        let mut sources = String::new();
        let catalogue = read_language(&locales.join(language), &mut sources, &mut problems);
        fs::write(out.join(format!("{language}.ftl")), sources).map_err(one)?;
        catalogues.push(catalogue);
    }
    compare(&catalogues, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    fs::write(out.join("words.rs"), rust_source(&catalogues)).map_err(one)
}

fn one(error: impl ToString) -> Vec<String> {
    vec![error.to_string()]
}

fn read_language(folder: &Path, sources: &mut String, problems: &mut Vec<String>) -> Catalogue {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut catalogue = Catalogue::new();
    let mut files: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => {
            problems.push(format!("{}: {error}", folder.display()));
            return catalogue;
        }
    };
    files.retain(|path| path.extension().is_some_and(|end| end == "ftl"));
    files.sort();
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        match fs::read_to_string(&path) {
            Ok(text) => {
                read_file(&path, &text, &mut catalogue, problems);
                sources.push_str(&text);
                sources.push('\n');
            }
            Err(error) => problems.push(format!("{}: {error}", path.display())),
        }
    }
    catalogue
}

fn read_file(path: &Path, text: &str, catalogue: &mut Catalogue, problems: &mut Vec<String>) {
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            for error in errors {
                let line = text.get(..error.pos.start).map_or(0, |before| before.matches('\n').count()) + 1;
                problems.push(format!("{}:{line}: {error}", path.display()));
            }
            return;
        }
    };
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for entry in resource.body {
        let (id, pattern, attributes) = match &entry {
            Entry::Message(message) => match &message.value {
                Some(value) => (message.id.name.to_owned(), value, message.attributes.len()),
                None => {
                    problems.push(format!("{}: {} has no text", path.display(), message.id.name));
                    continue;
                }
            },
            Entry::Term(term) => (format!("-{}", term.id.name), &term.value, term.attributes.len()),
            _ => continue,
        };
        if attributes > 0 {
            problems.push(format!("{}: {id} has attributes; write a message of its own", path.display()));
        }
        let mut message = Message { file: file.clone(), ..Message::default() };
        read_pattern(pattern, &mut message, problems);
        if catalogue.insert(id.clone(), message).is_some() {
            problems.push(format!("{}: {id} stands twice", path.display()));
        }
    }
}

fn read_pattern(pattern: &Pattern<&str>, message: &mut Message, problems: &mut Vec<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.text.push_str(value),
            PatternElement::Placeable { expression } => read_expression(expression, message, problems),
        }
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message, problems: &mut Vec<String>) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message, problems),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                problems.push(format!("{}: only a number variable can choose between texts", message.file));
                return;
            };
            message.variables.insert(id.name.to_owned());
            message.numbers.insert(id.name.to_owned());
            for variant in variants {
                let VariantKey::Identifier { name } = &variant.key else {
                    read_pattern(&variant.value, message, problems);
                    continue;
                };
                if !["zero", "one", "two", "few", "many", "other"].contains(name) {
                    problems
                        .push(format!("{}: ${} chooses by [{name}], which is no plural form", message.file, id.name));
                }
                // The doc comment shows the general form only.
                if variant.default {
                    read_pattern(&variant.value, message, problems);
                } else {
                    let shown = message.text.len();
                    read_pattern(&variant.value, message, problems);
                    message.text.truncate(shown);
                }
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message, problems: &mut Vec<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
            let _ = write!(message.text, "{{{}}}", id.name);
        }
        InlineExpression::MessageReference { id, .. } => {
            message.refers_to.insert(id.name.to_owned());
            let _ = write!(message.text, "{{{}}}", id.name);
        }
        InlineExpression::TermReference { id, .. } => {
            message.refers_to.insert(format!("-{}", id.name));
            let _ = write!(message.text, "{{{}}}", id.name);
        }
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            message.text.push_str(value);
        }
        InlineExpression::Placeable { expression } => read_expression(expression, message, problems),
        InlineExpression::FunctionReference { id, .. } => {
            problems.push(format!("{}: {}() is not used here", message.file, id.name));
        }
    }
}

/// Variables of a message with those of the messages it refers to (one level is enough for words; more is refused).
fn variables(catalogue: &Catalogue, message: &Message) -> BTreeSet<String> {
    let mut all = message.variables.clone();
    for name in &message.refers_to {
        if let Some(other) = catalogue.get(name) {
            all.extend(other.variables.iter().cloned());
        }
    }
    all
}

fn compare(catalogues: &[Catalogue], problems: &mut Vec<String>) {
    let ids: BTreeSet<&String> = catalogues.iter().flat_map(Catalogue::keys).collect();
    for id in ids {
        let mut first: Option<(&str, BTreeSet<String>, &str)> = None;
        for (language, catalogue) in LANGUAGES.iter().zip(catalogues) {
            if catalogue.contains_key(&format!("-{id}")) {
                problems.push(format!("{language}: the term -{id} hides the message {id}"));
            }
            let Some(message) = catalogue.get(id) else {
                problems.push(format!("{language}: message {id} is missing"));
                continue;
            };
            for name in &message.refers_to {
                match catalogue.get(name) {
                    None => problems.push(format!("{language}: {id} refers to {name}, which does not exist")),
                    Some(other) if !other.refers_to.is_empty() => {
                        problems.push(format!("{language}: {id} refers to {name}, which refers further"));
                    }
                    Some(_) => {}
                }
            }
            let used = variables(catalogue, message);
            match &first {
                None => first = Some((language, used, &message.file)),
                Some((before, expected, file)) => {
                    if *expected != used {
                        problems.push(format!("{id}: {before} uses {expected:?}, {language} uses {used:?}"));
                    }
                    if *file != message.file {
                        problems.push(format!("{id}: stands in {file} in {before}, in {} in {language}", message.file));
                    }
                }
            }
        }
    }
}

fn rust_source(catalogues: &[Catalogue]) -> String {
    let mut source = String::new();
    let mut ids = String::new();
    let Some(english) = catalogues.first() else {
        return source;
    };
    for (id, message) in english {
        if id.starts_with('-') {
            continue;
        }
        let _ = writeln!(ids, "    {id:?},");
        let name = id.replace('-', "_");
        let text: Vec<String> =
            message.text.lines().map(|line| format!("/// `{}`\n", line.trim().replace('`', "'"))).collect();
        let mut parameters = String::new();
        let mut arguments = String::new();
        for variable in variables(english, message) {
            let number = catalogues.iter().any(|catalogue| {
                catalogue.get(id).is_some_and(|message| {
                    message.numbers.contains(&variable)
                        || message
                            .refers_to
                            .iter()
                            .filter_map(|other| catalogue.get(other))
                            .any(|other| other.numbers.contains(&variable))
                })
            });
            let argument = variable.replace('-', "_");
            if number {
                let _ = write!(parameters, ", {argument}: impl Number");
                let _ = write!(arguments, "({variable:?}, Arg::Number({argument}.whole())), ");
            } else {
                let _ = write!(parameters, ", {argument}: &str");
                let _ = write!(arguments, "({variable:?}, Arg::Text({argument})), ");
            }
        }
        let _ = write!(
            source,
            "{}pub fn {name}(language: &Language{parameters}) -> String {{\n    say(language, {id:?}, &[{}])\n}}\n",
            text.concat(),
            arguments.trim_end_matches(", ")
        );
    }
    let _ =
        write!(source, "\n/// Every message, by its name in the catalogues.\npub const IDS: &[&str] = &[\n{ids}];\n");
    source
}
