//! One measured figure, and how it is printed.

use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};

/// A line of `./dev bench --json`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// Records in the office meanwhile.
    pub records: u64,
    /// Mean bytes of a record's fields in canonical JSON.
    pub bytes_per_record: u64,
    /// How often.
    pub runs: usize,
    /// Half of the runs were faster; of whole files: the time for 1,000 records.
    pub p50_ms: f64,
    /// 95 of 100 runs were faster.
    pub p95_ms: f64,
    /// The same rows, bytes and syncs without Amparo: raw SQLCipher, plain zip and age, plain Argon2.
    pub limit_ms: f64,
    /// How many times the limit.
    pub ratio: f64,
    /// Bytes of sealed file a second.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mb_per_s: Option<f64>,
    /// Resident memory: ten seconds after unlock, or the most while a file was written or read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rss_mb: Option<u64>,
}

impl Figure {
    /// From the times of the runs and of the same work without Amparo.
    pub fn of(name: &str, mut times: Vec<f64>, mut limits: Vec<f64>) -> Self {
        let (p50_ms, limit_ms) = (percentile(&mut times, 50), percentile(&mut limits, 50));
        Self {
            name: name.to_owned(),
            runs: times.len(),
            p50_ms,
            p95_ms: percentile(&mut times, 95),
            limit_ms,
            ratio: if limit_ms > 0.0 { p50_ms / limit_ms } else { 0.0 },
            ..Self::default()
        }
    }

    /// What was promised of it (issue "figures"), and whether it holds.
    pub fn verdict(&self) -> (String, bool) {
        let below = |most: f64| (format!("p95 under {most:.0} ms"), self.p95_ms < most);
        // Five times as many records may take more of the machine.
        let most_mb = if self.records > 10_000 { 250 } else { 150 };
        let memory = |most: u64| self.rss_mb.is_none_or(|had| had < most);
        match self.name.as_str() {
            "unlock" => {
                let most = self.limit_ms + 300.0;
                let kept = self.p95_ms < most && memory(most_mb);
                (format!("p95 under KDF + 300 = {most:.0} ms; {most_mb} MB"), kept)
            }
            "first_list" => below(300.0),
            "list_page" => below(if self.records > 10_000 { 30.0 } else { 10.0 }),
            "open_record" => below(if self.records > 10_000 { 20.0 } else { 10.0 }),
            "search_name" | "list_filter" => below(30.0),
            "quick_filter" => below(50.0),
            "home" => below(100.0),
            "match_one" => below(100.0),
            "match_all" => below(20_000.0),
            "match_stop" => below(200.0),
            // DOMAIN.md 12.2, A13; and what the names of every colleague's children take of the machine.
            "warn_alike" | "window_start" => {
                (format!("p95 under 1000 ms; {most_mb} MB"), self.p95_ms < 1_000.0 && memory(most_mb))
            }
            "save_record" => below(25.0),
            "turn_keys" | "change_access" => below(10_000.0),
            "assign_1000" => below(3_000.0),
            // The limit is the same bytes copied and synced.
            "backup" => ("80 % of the disk's speed".to_owned(), self.ratio < 1.25),
            "verify_audit" => below(1_000.0),
            "bundle_write" | "bundle_read" => {
                ("1,000 records in 1,000 ms; 256 MiB".to_owned(), self.p50_ms < 1_000.0 && memory(256))
            }
            "validate_case" => below(5.0),
            "import_primero_config" => below(2_000.0),
            "open_form" => below(100.0),
            "key_to_paint" => below(50.0),
            _ => (String::new(), true),
        }
    }
}

/// The value that so many in a hundred do not exceed.
pub fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len() * percent).div_ceil(100).saturating_sub(1);
    values.get(at).copied().unwrap_or_default()
}

/// Milliseconds with three places.
pub fn ms(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}

/// How long something takes, with what it gives.
pub fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let done = work();
    (ms(start.elapsed()), done)
}

/// The head of the table.
pub fn head() -> String {
    format!(
        "{:22} {:>7} {:>6} {:>5} {:>9} {:>9} {:>9} {:>6} {:>7} {:>7}  promised",
        "name", "records", "bytes", "runs", "p50 ms", "p95 ms", "limit ms", "ratio", "MB/s", "MB"
    )
}

/// A line of the table.
pub fn line(figure: &Figure) -> String {
    let (promise, kept) = figure.verdict();
    let optional = |value: Option<String>| value.unwrap_or_default();
    format!(
        "{:22} {:>7} {:>6} {:>5} {:>9.2} {:>9.2} {:>9.2} {:>6.1} {:>7} {:>7}  {} {promise}",
        figure.name,
        figure.records,
        figure.bytes_per_record,
        figure.runs,
        figure.p50_ms,
        figure.p95_ms,
        figure.limit_ms,
        figure.ratio,
        optional(figure.mb_per_s.map(|rate| format!("{rate:.1}"))),
        optional(figure.rss_mb.map(|size| size.to_string())),
        if kept { "kept:" } else { "MISSED:" },
    )
}
