//! Counting what passed and failed, and the minutes each step took.

use crate::failure::{Failure, Outcome};
use crate::program::{self, cargo, on_a_virtual_screen};
use std::process::Command;
use std::time::{Duration, Instant};

/// The count so far.
#[derive(Debug, Default)]
pub struct Tally {
    passed: usize,
    failed: usize,
    steps: Vec<(String, Duration)>,
}

impl Tally {
    /// A step that passes or fails as a whole.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        self.timed(name, |tally| match work() {
            Ok(()) => {
                tally.passed += 1;
                true
            }
            Err(failure) => {
                eprintln!("FAILED {name}: {failure}");
                tally.failed += 1;
                false
            }
        })
    }

    /// A step of many tests, counted one by one.
    pub fn tests(&mut self, name: &str, run: &TestRun) {
        self.timed(name, |tally| match run.count() {
            Ok(count) => {
                tally.passed += count.passed;
                tally.failed += count.failed;
            }
            Err(failure) => {
                eprintln!("FAILED {name}: {failure}");
                tally.failed += 1;
            }
        });
    }

    fn timed<T>(&mut self, name: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        println!("== {name}");
        let start = Instant::now();
        let outcome = work(self);
        self.steps.push((name.to_owned(), start.elapsed()));
        outcome
    }

    /// Prints the minutes and, on the last line, the count.
    ///
    /// # Errors
    /// Something failed.
    pub fn end(self) -> Outcome {
        println!();
        for (name, took) in &self.steps {
            println!("{:6.1} min  {name}", took.as_secs_f64() / 60.0);
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err(Failure::Red(self.failed)) }
    }
}

/// A run of cargo's tests.
#[derive(Debug, Default)]
pub struct TestRun<'a> {
    /// Which packages: `--workspace`, `-p` and the like.
    pub packages: &'a [&'a str],
    /// Only this test program; none: all that need no window and no browser.
    pub binary: Option<&'a str>,
    /// On a virtual screen.
    pub screen: bool,
    /// Variables the tests read.
    pub variables: Vec<(&'a str, String)>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

impl TestRun<'_> {
    fn count(&self) -> Outcome<Count> {
        let command = if has_nextest() { self.nextest() } else { self.plain() };
        let command = if self.screen { on_a_virtual_screen(&command) } else { command };
        let mut count = Count::default();
        let well = program::run_and_listen(command, |line| count.add(line))?;
        if !well && count.failed == 0 {
            count.failed = 1; // it did not compile, or found no test at all
        }
        if well && count == Count::default() {
            return Err(Failure::Unread("the test run")); // a run of nothing must not look green
        }
        Ok(count)
    }

    fn nextest(&self) -> Command {
        let mut command = cargo(&["nextest", "run", "--no-fail-fast", "--show-progress=none"]);
        command.args(self.packages);
        if let Some(binary) = self.binary {
            command.args(["--test", binary, "--ignore-default-filter"]);
        }
        self.with_variables(command)
    }

    /// Without nextest: the summary comes on the other stream, and one test program after the other.
    fn plain(&self) -> Command {
        let mut words = vec!["test", "--no-fail-fast"];
        words.extend(self.packages);
        match self.binary {
            Some(binary) => words.extend(["--test", binary, "--", "--test-threads=1"]),
            None => words.extend(["--lib", "--bins", "--test", "journeys*"]),
        }
        let mut command = program::program("sh");
        command.args(["-c", "exec \"$0\" \"$@\" 1>&2"]).arg(cargo(&[]).get_program()).args(words);
        self.with_variables(command)
    }

    fn with_variables(&self, mut command: Command) -> Command {
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }
}

fn has_nextest() -> bool {
    cargo(&["nextest", "--version"]).output().is_ok_and(|told| told.status.success())
}

impl Count {
    /// Adds what a summary line tells: nextest's `12 tests run: 11 passed, 1 failed, 0 skipped`, or cargo's
    /// `test result: ok. 12 passed; 0 failed; ...`.
    /// What a failed try printed stands indented under nextest, and counts for nothing when a later try passed.
    fn add(&mut self, raw: &str) {
        let line = raw.trim();
        if let Some((before, after)) = line.split_once(" run: ") {
            if !before.starts_with("Summary") {
                return;
            }
            let passed = number_before(after, "passed");
            // Everything that ran and did not pass failed: timeouts and crashes too.
            let ran = before
                .split_whitespace()
                .rev()
                .nth(1)
                .and_then(|ran| ran.split('/').next()?.parse().ok())
                .unwrap_or(passed);
            self.passed += passed;
            self.failed += ran.saturating_sub(passed);
        } else if raw.starts_with("test result: ") {
            self.passed += number_before(line, "passed");
            self.failed += number_before(line, "failed");
        }
    }
}

/// The number before a word, 0 when the word is not there.
fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair.last() == Some(&word)).and_then(|pair| pair.first()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(line: &str) -> Count {
        let mut count = Count::default();
        count.add(line);
        count
    }

    #[test]
    fn every_test_that_ran_and_did_not_pass_counts_as_failed() {
        let line = "     Summary [   1.204s] 12 tests run: 9 passed (2 slow), 2 failed, 1 timed out, 4 skipped";
        assert_eq!(counted(line), Count { passed: 9, failed: 3 });
        assert_eq!(counted("     Summary [   0.004s] 1 test run: 1 passed, 0 skipped"), Count { passed: 1, failed: 0 });
        assert_eq!(
            counted("     Summary [   9.0s] 3/7 tests run: 2 passed, 1 failed, 0 skipped"),
            Count { passed: 2, failed: 1 }
        );
    }

    #[test]
    fn the_summary_of_plain_cargo_test_is_counted_too() {
        let line = "test result: FAILED. 41 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(counted(line), Count { passed: 41, failed: 2 });
    }

    #[test]
    fn a_line_of_a_test_itself_is_not_a_summary() {
        assert_eq!(counted("the job was run: 5 passed by"), Count::default());
        assert_eq!(counted("    test result: FAILED. 0 passed; 1 failed; 0 ignored"), Count::default());
    }
}
