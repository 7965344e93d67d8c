//! Changed sealed files: half of them changed outside, half changed inside and sealed again to the right recipient, as somebody with
//! the recipient's card can; where it says so, signed by a stranger or even by the sender itself. None may be accepted.

use super::Verdict;
use super::sender::Sender;
use amparo_bundle::mutate::{self, Parts};
use amparo_tests::dice::Dice;
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;

/// What is done to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// Bytes of the sealed file.
    Outside,
    /// Bytes of the zip inside, sealed again.
    Zip,
    /// Something the manifest says, signed by a stranger.
    Manifest,
    /// What the manifest says of records, entries or authors, signed by the sender itself.
    Lies,
    /// Something in a record, listed and signed by the sender itself: other people's words.
    Leaves,
    /// Bits of the sender's signature.
    Signature,
}

const WAYS: [Way; 10] = [
    Way::Outside,
    Way::Outside,
    Way::Outside,
    Way::Outside,
    Way::Outside,
    Way::Zip,
    Way::Manifest,
    Way::Lies,
    Way::Leaves,
    Way::Signature,
];

struct Trial {
    field: Sender,
    hq: Sender,
    stranger: Sender,
    sealed: Vec<u8>,
    inside: Vec<u8>,
    parts: Parts,
}

impl Trial {
    fn new(dice: &mut Dice) -> Result<Self, Box<dyn Error>> {
        let field = Sender::new("Field office", "FLD", dice)?;
        let hq = Sender::new("Headquarters", "HQ", dice)?;
        let stranger = Sender::new("Stranger", "STR", dice)?;
        let sealed = field.seal_to(&hq, dice)?;
        let inside = mutate::inside(sealed.clone(), hq.desk())?;
        let mut parts = Parts::of(&inside)?;
        parts.relist();
        let trial = Self { field, hq, stranger, sealed, inside, parts };
        // The way things are changed here is right: unchanged, all of it is accepted.
        for bytes in [trial.sealed.clone(), trial.seal(&trial.inside)?, trial.sign(&trial.parts, &trial.field)?] {
            match trial.hq.read(bytes, &trial.field) {
                Ok(2) => {}
                other => return Err(format!("the unchanged file: {other:?}").into()),
            }
        }
        Ok(trial)
    }

    fn seal(&self, inside: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
        Ok(mutate::seal(inside, &[self.hq.desk().public(), self.field.desk().public()])?)
    }

    fn sign(&self, parts: &Parts, by: &Sender) -> Result<Vec<u8>, Box<dyn Error>> {
        self.seal(&parts.zip(by.signing())?)
    }

    /// A changed file; `None` when the dice happened to change nothing.
    fn mutant(&self, way: Way, dice: &mut Dice) -> Result<Option<Vec<u8>>, Box<dyn Error>> {
        let mut parts = self.parts.clone();
        Ok(Some(match way {
            Way::Outside => return Ok(changed(&self.sealed, dice)),
            Way::Zip => match changed(&self.inside, dice) {
                Some(inside) => self.seal(&inside)?,
                None => return Ok(None),
            },
            Way::Manifest => {
                change_one(&mut parts.manifest, dice);
                self.sign(&parts, &self.stranger)?
            }
            Way::Lies => {
                let about = *dice.one(&["records", "entries", "authors", "before"]);
                match parts.manifest.get_mut(about) {
                    Some(told) => change_one(told, dice),
                    None => return Ok(None),
                }
                self.sign(&parts, &self.field)?
            }
            Way::Leaves => {
                let records = parts.entries.iter().filter(|(name, _)| name.starts_with("records/")).count();
                let which = dice.below(records);
                let content = &mut parts.entries[which].1; // records come first
                let mut record: Value = serde_json::from_slice(content)?;
                change_one(&mut record, dice);
                *content = serde_json::to_vec(&record)?;
                parts.relist();
                self.sign(&parts, &self.field)?
            }
            Way::Signature => {
                let mut zip = self.parts.zip(self.field.signing())?;
                // The signature is the last content before the directory.
                let name = b"manifest.sig";
                let at = zip.windows(name.len()).position(|window| window == name).ok_or("no signature")? + name.len();
                zip[at + dice.below(64)] ^= 1 << dice.below(8);
                self.seal(&zip)?
            }
        }))
    }
}

/// Cuts, moves, doubles, swaps and overwrites pieces, and flips bits.
fn changed(original: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut bytes = original.to_vec();
    for _ in 0..=dice.below(3) {
        let from = dice.below(bytes.len());
        let to = (from + 1 + dice.below(200)).min(bytes.len());
        let piece = bytes.get(from..to)?.to_vec();
        let at = dice.below(bytes.len());
        match dice.below(8) {
            0 => drop(bytes.drain(from..to)),
            1 => drop(bytes.splice(at..at, piece)),
            2 => bytes[from..to].fill(0),
            3 => bytes[from..to].reverse(),
            4 => bytes.truncate(from.max(1)),
            5 => {
                let end = (at + piece.len()).min(bytes.len());
                bytes.splice(at..end, piece);
            }
            _ => bytes[at] ^= 1 << dice.below(8),
        }
    }
    (bytes != original).then_some(bytes)
}

fn scalars(value: &Value) -> usize {
    match value {
        Value::Array(all) => all.iter().map(scalars).sum(),
        Value::Object(all) => all.values().map(scalars).sum(),
        _ => 1,
    }
}

/// Changes one text, number or truth value somewhere in a document.
fn change_one(value: &mut Value, dice: &mut Dice) {
    let mut which = dice.below(scalars(value));
    change_at(value, &mut which, dice);
}

fn change_at(value: &mut Value, which: &mut usize, dice: &mut Dice) -> bool {
    match value {
        Value::Array(all) => return all.iter_mut().any(|one| change_at(one, which, dice)),
        Value::Object(all) => return all.values_mut().any(|one| change_at(one, which, dice)),
        _ if *which > 0 => {
            *which -= 1;
            return false;
        }
        Value::String(text) => {
            let mut letters: Vec<char> = text.chars().collect();
            let at = dice.below(letters.len());
            match letters.get_mut(at) {
                Some(letter) => *letter = if *letter == '1' { '2' } else { '1' },
                None => letters.push('1'),
            }
            *text = letters.into_iter().collect();
        }
        Value::Number(number) => {
            let now = number.as_u64().unwrap_or(0);
            *value = (now ^ (1 << dice.below(20))).into();
        }
        Value::Bool(truth) => *truth = !*truth,
        Value::Null => *value = 1.into(),
    }
    true
}

#[derive(Default)]
struct Counts {
    tried: BTreeMap<Way, usize>,
    refused: BTreeMap<String, usize>,
    violations: Vec<String>,
}

fn one_worker(trial: &Trial, mutants: usize, seed: u64) -> Result<Counts, String> {
    let mut dice = Dice::new(seed);
    let mut counts = Counts::default();
    let mut tried = 0;
    while tried < mutants {
        let way = WAYS[tried % WAYS.len()];
        let Some(bytes) = trial.mutant(way, &mut dice).map_err(|error| error.to_string())? else { continue };
        tried += 1;
        *counts.tried.entry(way).or_default() += 1;
        match trial.hq.read(bytes, &trial.field) {
            Err(reason) => *counts.refused.entry(reason.to_string()).or_default() += 1,
            Ok(_) => counts.violations.push(format!("accepted: {way:?}, mutant {tried} of seed {seed}")),
        }
    }
    Ok(counts)
}

pub fn run(mutants: usize, seed: u64) -> Result<Verdict, Box<dyn Error>> {
    let trial = Trial::new(&mut Dice::new(seed))?;
    let halves = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2_u64)
            .map(|worker| {
                let trial = &trial;
                scope.spawn(move || one_worker(trial, mutants / 2, seed ^ (worker + 1)))
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err("a reader panicked".to_owned())))
            .collect::<Result<Vec<_>, _>>()
    })?;
    let mut all = Counts::default();
    for half in halves {
        half.tried.into_iter().for_each(|(way, count)| *all.tried.entry(way).or_default() += count);
        half.refused.into_iter().for_each(|(reason, count)| *all.refused.entry(reason).or_default() += count);
        all.violations.extend(half.violations);
    }
    let ways: Vec<String> = all.tried.iter().map(|(way, count)| format!("{way:?} {count}")).collect();
    let reasons: Vec<String> =
        all.refused.iter().map(|(reason, count)| format!("\n          {count:>6} {reason}")).collect();
    let accepted = all.violations.len();
    let told = format!(
        "{} changed files ({}), {accepted} accepted; refused:{}",
        all.tried.values().sum::<usize>(),
        ways.join(", "),
        reasons.concat()
    );
    Ok(Verdict { name: "bundles".to_owned(), told, violations: all.violations })
}

/// So many files of which one bit is another, in a long run.
const FLIPS: usize = 524_288;

/// Sealed files of which one bit is another: every bit of one file after the other, or so many of one, evenly spread.
pub fn flip_bits(most: Option<usize>, seed: u64) -> Result<Verdict, Box<dyn Error>> {
    let wanted = most.unwrap_or(FLIPS);
    let mut dice = Dice::new(seed ^ 0xf11b);
    let (mut tried, mut files, mut violations) = (0, 0, Vec::new());
    while tried < wanted {
        let trial = Trial::new(&mut dice)?;
        let bits = trial.sealed.len() * 8;
        let step = if most.is_some() { (bits / wanted).max(1) } else { 1 };
        let flipped: Vec<usize> = (0..bits).step_by(step).take(wanted - tried).collect();
        let halves = std::thread::scope(|scope| {
            let workers: Vec<_> =
                flipped.chunks(flipped.len().div_ceil(2)).map(|some| scope.spawn(|| trial.accepts(some))).collect();
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| vec![0])).collect::<Vec<_>>()
        });
        let accepted = halves.concat();
        violations.extend(accepted.iter().map(|bit| format!("accepted, or panicked: bit {bit}, seed {seed}")));
        tried += flipped.len();
        files += 1;
    }
    let told = format!("{tried} single bits of {files} sealed files flipped, {} accepted", violations.len());
    Ok(Verdict { name: "flips".to_owned(), told, violations })
}

impl Trial {
    /// Which of these bits, flipped, leave a file that is accepted.
    fn accepts(&self, bits: &[usize]) -> Vec<usize> {
        let flipped = |bit: usize| {
            let mut bytes = self.sealed.clone();
            bytes[bit / 8] ^= 1 << (bit % 8); // bits of this very file
            self.hq.read(bytes, &self.field).is_ok()
        };
        bits.iter().copied().filter(|bit| flipped(*bit)).collect()
    }
}
