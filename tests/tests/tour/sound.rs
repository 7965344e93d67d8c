//! Whether a page can be used by everybody: looked at on every picture of the tour of casework, light and dark.
//!
//! The check is our own (`accessible.js`), so that the tour needs nothing from anywhere. Whoever has the library `axe` at hand names its
//! file in `AMPARO_AXE`; the tour then asks it as well, and what it calls serious counts the same.

use super::{Outcome, Tour};
use amparo_tests::Trouble;
use serde_json::Value;

const OWN: &str = include_str!("accessible.js");

/// Asks an `axe` that was put before it.
const ASK_AXE: &str = "
const done = arguments[arguments.length - 1];
const told = (it) => it.nodes.map((node) => `${it.impact} ${it.id}: ${node.target.join(' ')} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ''}`);
axe.run(document, {resultTypes: ['violations']}).then(
  (found) => done(found.violations.filter((it) => ['serious', 'critical'].includes(it.impact)).flatMap(told)),
  (error) => done([`axe could not look: ${error}`]),
);";

fn lines(found: Value) -> Vec<String> {
    let all = found.as_array().cloned().unwrap_or_default();
    all.into_iter().filter_map(|line| line.as_str().map(str::to_owned)).collect()
}

impl Tour {
    /// What is wrong with the page, in sentences.
    fn unsound(&self) -> Result<Vec<String>, Trouble> {
        let mut found = lines(self.page().run_until_called(OWN, &[])?);
        if let Some(axe) = std::env::var_os("AMPARO_AXE") {
            let library = std::fs::read_to_string(&axe).map_err(|error| Trouble::Start("axe".to_owned(), error))?;
            found.extend(lines(self.page().run_until_called(&format!("{library}\n{ASK_AXE}"), &[])?));
        }
        Ok(found)
    }

    fn theme(&self, theme: &str) -> Outcome {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        self.page().run(script, &[theme.into()])?;
        // Colours fade for 120 ms.
        std::thread::sleep(std::time::Duration::from_millis(200));
        Ok(())
    }

    /// A picture by day and one by night, each looked at by the check. What is found is told at the end of the walk, all of it.
    pub(super) fn look(&mut self, name: &str) -> Outcome {
        for theme in ["light", "dark"] {
            self.theme(theme)?;
            let night = if theme == "dark" { "-dark" } else { "" };
            if night.is_empty() {
                self.picture(name)?;
            } else {
                // The same number: the two lie beside each other.
                self.taken -= 1;
                self.picture(&format!("{name}{night}"))?;
            }
            for line in self.unsound()? {
                self.found.push(format!("{name}{night}: {line}"));
            }
        }
        self.theme("light")
    }
}
