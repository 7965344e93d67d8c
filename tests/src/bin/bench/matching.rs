//! `./dev bench matching --children F --requests F --truth F [--out F] [--json]`: how well sought children are found, measured on a labelled
//! set (its format is told in FORMAT.md beside the sample). The weights are fitted as an office fits them, to
//! the requests and children alone; nothing is learned from the truth.

use amparo_matching::{Age, Band, Candidate, Index, Profile, Relation, Relative, Settings, Sex, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

type Answer<T> = Result<T, Box<dyn Error>>;

/// How many pairs the weights of the program count as, when they are fitted to these requests; the truth is not asked.
const AS_MANY: f32 = 60.0;
/// How many candidates of a request are looked at.
const LISTED: usize = 20;

/// A child or a sought child, as the files tell it. Keys that are not known here are passed over.
#[derive(Deserialize)]
struct Line {
    id: String,
    first_name: Option<String>,
    middle_name: Option<String>,
    last_name: Option<String>,
    other_name: Option<String>,
    sex: Option<String>,
    age: Option<i32>,
    #[serde(default)]
    age_estimated: bool,
    age_date: Option<String>,
    birth_date: Option<String>,
    nationality: Option<String>,
    language: Option<String>,
    place_origin: Option<String>,
    place_last: Option<String>,
    separation_date: Option<String>,
    mother_name: Option<String>,
    father_name: Option<String>,
    #[serde(default)]
    siblings: Vec<Brother>,
    inquirer_name: Option<String>,
    inquirer_relation: Option<String>,
}

#[derive(Deserialize)]
struct Brother {
    name: Option<String>,
    sex: Option<String>,
}

#[derive(Deserialize)]
struct Truth {
    request_id: String,
    child_id: Option<String>,
    kinds: String,
    child_script: Option<String>,
    request_script: Option<String>,
}

/// What was measured of the requests of a kind.
#[derive(Debug, Clone, Default, Serialize, PartialEq)]
pub struct Measured {
    /// `overall`, a kind of noise, or a pair of scripts.
    pub kind: String,
    /// Requests.
    pub requests: u32,
    /// Requests whose child is registered.
    pub matched: u32,
    at_1: u32,
    at_5: u32,
    at_20: u32,
    strong_right: u32,
    strong_wrong: u32,
    unmatched_with_strong: u32,
}

impl Measured {
    fn line(&self) -> serde_json::Value {
        let share = |part: u32, of: u32| (of > 0).then(|| f64::from(part) / f64::from(of));
        serde_json::json!({
            "kind": self.kind,
            "requests": self.requests,
            "matched": self.matched,
            "recall_at_1": share(self.at_1, self.matched),
            "recall_at_5": share(self.at_5, self.matched),
            "recall_at_20": share(self.at_20, self.matched),
            "strong_precision": share(self.strong_right, self.strong_right + self.strong_wrong),
            "true_matches_strong": share(self.strong_right, self.matched),
            "unmatched_with_strong": share(self.unmatched_with_strong, self.requests - self.matched),
        })
    }
}

/// The files that were asked for.
pub struct Asked {
    children: PathBuf,
    requests: PathBuf,
    truth: PathBuf,
    out: Option<PathBuf>,
    json: bool,
}

impl Asked {
    /// Reads the words after `matching`.
    pub fn read(words: &[&str]) -> Answer<Self> {
        let after = |name: &str| {
            words
                .iter()
                .position(|word| *word == name)
                .and_then(|at| words.get(at + 1))
                .map(|path| PathBuf::from(*path))
        };
        let needed = |name: &str| after(name).ok_or(format!("matching needs {name} FILE"));
        Ok(Self {
            children: needed("--children")?,
            requests: needed("--requests")?,
            truth: needed("--truth")?,
            out: after("--out"),
            json: words.contains(&"--json"),
        })
    }
}

/// Matches every request with all children and tells how well it went.
pub fn run(asked: &Asked) -> Answer<ExitCode> {
    let children = lines(&asked.children)?;
    let requests = lines(&asked.requests)?;
    let mut truth = BTreeMap::new();
    for (number, line) in
        std::fs::read_to_string(&asked.truth)?.trim_start_matches('\u{FEFF}').lines().enumerate().skip(1)
    {
        let row = row(line).ok_or(format!("{}: line {} is not a row", asked.truth.display(), number + 1))?;
        truth.insert(row.request_id.clone(), row);
    }
    let start = Instant::now();
    let mut index = Index::new(Settings::default());
    for child in &children {
        index.add(child.id.clone(), &profile(child));
    }
    let built = start.elapsed();
    let start = Instant::now();
    let asked_for: Vec<Profile> = requests.iter().map(profile).collect();
    index.settle(&asked_for, AS_MANY, &|_, _| false)?;
    let found = find_all(&index, &asked_for);
    let searched = start.elapsed();
    if let Some(out) = &asked.out {
        write(out, &requests, &found)?;
    }
    let measured = measure(&requests, &found, &truth);
    if asked.json {
        for kind in &measured {
            println!("{}", kind.line());
        }
        println!(
            "{}",
            serde_json::json!({
                "kind": "time", "children": children.len(), "requests": requests.len(),
                "index_s": built.as_secs_f64(), "match_s": searched.as_secs_f64(),
            })
        );
        return Ok(ExitCode::SUCCESS);
    }
    println!(
        "{:24} {:>8} {:>8} {:>7} {:>7} {:>7} {:>10} {:>12} {:>10}",
        "kind", "requests", "matched", "at 1", "at 5", "at 20", "strong ok", "true strong", "unmatched"
    );
    for kind in &measured {
        let line = kind.line();
        let figure = |name: &str| {
            line.get(name).and_then(serde_json::Value::as_f64).map_or("-".to_owned(), |v| format!("{v:.3}"))
        };
        println!(
            "{:24} {:>8} {:>8} {:>7} {:>7} {:>7} {:>10} {:>12} {:>10}",
            kind.kind,
            kind.requests,
            kind.matched,
            figure("recall_at_1"),
            figure("recall_at_5"),
            figure("recall_at_20"),
            figure("strong_precision"),
            figure("true_matches_strong"),
            figure("unmatched_with_strong"),
        );
    }
    println!(
        "{} children made ready in {:.1} s, {} requests matched in {:.1} s",
        children.len(),
        built.as_secs_f64(),
        requests.len(),
        searched.as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// Every profile held against the index, on two threads.
pub fn find_all<I>(index: &Index<I>, asked: &[Profile]) -> Vec<Vec<Candidate<I>>>
where
    I: Clone + Eq + Ord + std::hash::Hash + Send + Sync,
{
    let half = asked.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = asked
            .chunks(half)
            .map(|part| {
                scope.spawn(move || {
                    let mut finder = index.finder();
                    part.iter()
                        .map(|one| finder.find(one, LISTED, None, &|| false).unwrap_or_default())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

fn lines(path: &Path) -> Answer<Vec<Line>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.trim_start_matches('\u{FEFF}')
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|e| format!("{}: line {}: {e}", path.display(), number + 1).into())
        })
        .collect()
}

/// A row of the truth. It has no quoted fields.
fn row(line: &str) -> Option<Truth> {
    let mut cells = line.trim_end().split(',').map(|cell| cell.trim_matches('"').to_owned());
    let some = |cell: Option<String>| cell.filter(|cell| !cell.is_empty());
    Some(Truth {
        request_id: cells.next()?,
        child_id: some(cells.next()),
        kinds: cells.next()?,
        child_script: some(cells.next()),
        request_script: some(cells.next()),
    })
}

/// The codes from the largest area down to the place: of these codes a shorter one is the beginning of the longer ones below it.
fn path(code: &str) -> Vec<String> {
    let ends = [5, 8, 11].into_iter().filter(|end| *end < code.len()).chain([code.len()]);
    ends.filter_map(|end| code.get(..end)).map(str::to_owned).collect()
}

fn sex(text: Option<&String>) -> Option<Sex> {
    match text.map(String::as_str) {
        Some("male") => Some(Sex::Male),
        Some("female") => Some(Sex::Female),
        _ => None,
    }
}

fn relation(text: &str) -> (Relation, Option<Sex>) {
    match text {
        "mother" => (Relation::Mother, Some(Sex::Female)),
        "father" => (Relation::Father, Some(Sex::Male)),
        "brother" => (Relation::Sibling, Some(Sex::Male)),
        "sister" => (Relation::Sibling, Some(Sex::Female)),
        "uncle" => (Relation::Uncle, Some(Sex::Male)),
        "aunt" => (Relation::Aunt, Some(Sex::Female)),
        "grandfather" => (Relation::Grandfather, Some(Sex::Male)),
        "grandmother" => (Relation::Grandmother, Some(Sex::Female)),
        _ => (Relation::Other, None),
    }
}

fn profile(line: &Line) -> Profile {
    let named = |name: &Option<String>, relation: Relation, sex: Option<Sex>| {
        name.iter().map(move |name| Relative { name: name.clone(), relation, sex }).collect::<Vec<_>>()
    };
    let mut relatives = named(&line.mother_name, Relation::Mother, Some(Sex::Female));
    relatives.extend(named(&line.father_name, Relation::Father, Some(Sex::Male)));
    for brother in &line.siblings {
        relatives.extend(named(&brother.name, Relation::Sibling, sex(brother.sex.as_ref())));
    }
    if let Some((relation, sex)) = line.inquirer_relation.as_deref().map(relation) {
        relatives.extend(named(&line.inquirer_name, relation, sex));
    }
    let on = line.age_date.as_deref().and_then(Span::parse).map(|span| span.from);
    Profile {
        first: line.first_name.clone().unwrap_or_default(),
        middle: line.middle_name.clone().unwrap_or_default(),
        last: line.last_name.clone().unwrap_or_default(),
        others: line.other_name.iter().cloned().collect(),
        sex: sex(line.sex.as_ref()),
        age: line.age.zip(on).map(|(years, on)| Age { years, on }),
        birth: line.birth_date.as_deref().and_then(Span::parse),
        estimated: line.age_estimated,
        nationalities: line.nationality.iter().cloned().collect(),
        languages: line.language.iter().cloned().collect(),
        places: [&line.place_origin, &line.place_last].into_iter().flatten().map(|code| path(code)).collect(),
        separated: line.separation_date.as_deref().and_then(Span::parse),
        relatives,
    }
}

fn band(band: Band) -> &'static str {
    match band {
        Band::Weak => "weak",
        Band::Possible => "possible",
        Band::Good => "good",
        Band::Strong => "strong",
    }
}

fn write(out: &Path, requests: &[Line], found: &[Vec<Candidate<String>>]) -> Answer<()> {
    let mut text = "request_id,child_id,score,band\n".to_owned();
    for (request, candidates) in requests.iter().zip(found) {
        for candidate in candidates {
            writeln!(text, "{},{},{:.3},{}", request.id, candidate.id, candidate.score, band(candidate.band))?;
        }
    }
    Ok(std::fs::write(out, text)?)
}

fn measure(requests: &[Line], found: &[Vec<Candidate<String>>], truth: &BTreeMap<String, Truth>) -> Vec<Measured> {
    let mut all: BTreeMap<String, Measured> = BTreeMap::new();
    for (request, candidates) in requests.iter().zip(found) {
        let Some(row) = truth.get(&request.id) else { continue };
        let mut kinds: Vec<String> = row.kinds.split('|').map(str::to_owned).collect();
        kinds.insert(0, " overall".to_owned());
        if let (Some(child), Some(asked)) = (&row.child_script, &row.request_script) {
            kinds.push(format!("script {child}-{asked}"));
        }
        let rank =
            row.child_id.as_ref().and_then(|child| candidates.iter().position(|candidate| candidate.id == *child));
        for kind in kinds {
            let counts = all.entry(kind).or_default();
            counts.requests += 1;
            counts.matched += u32::from(row.child_id.is_some());
            counts.at_1 += u32::from(rank.is_some_and(|rank| rank < 1));
            counts.at_5 += u32::from(rank.is_some_and(|rank| rank < 5));
            counts.at_20 += u32::from(rank.is_some_and(|rank| rank < 20));
            let strong: Vec<_> = candidates.iter().filter(|candidate| candidate.band == Band::Strong).collect();
            let right = strong.iter().filter(|candidate| Some(&candidate.id) == row.child_id.as_ref()).count();
            counts.strong_right += u32::from(right > 0);
            counts.strong_wrong += u32::try_from(strong.len() - right).unwrap_or(u32::MAX);
            counts.unmatched_with_strong += u32::from(row.child_id.is_none() && !strong.is_empty());
        }
    }
    all.into_iter().map(|(kind, counts)| Measured { kind: kind.trim().to_owned(), ..counts }).collect()
}
