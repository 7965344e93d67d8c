//! The line at the foot: how the backups stand, in a word and a tone.

use super::clock::now;
use super::saying;
use crate::parts::Tone;
use amparo_api::keeping::Backups;
use amparo_language::{Language, words};

/// Days after which a backup is due, and overdue.
const DUE_AFTER: i64 = 7;
const OVERDUE_AFTER: i64 = 14;

/// The last backup in words, and whether that is in order.
pub(crate) fn backup_line(language: &Language, backups: Option<&Backups>) -> (String, Tone) {
    let Some(backups) = backups else { return (String::new(), Tone::Neutral) };
    match backups.here.max(backups.second) {
        None => (words::status_backup_none(language), Tone::Overdue),
        Some(last) => {
            let tone = backup_tone((now().0 - last.0) / 86_400_000);
            let tone = if backups.second_missing && tone == Tone::InOrder { Tone::DueSoon } else { tone };
            // A copy that lies beside what it is a copy of is lost with it.
            let away = backups.second.map_or(i64::MAX, |at| (now().0 - at.0) / 86_400_000);
            if backups.second_set && backup_tone(away) != Tone::InOrder {
                let when =
                    backups.second.map_or_else(|| words::backup_never(language), |at| saying::moment(language, at));
                return (words::status_second(language, &when), backup_tone(away));
            }
            (words::status_backup(language, &saying::moment(language, last)), tone)
        }
    }
}

/// Amber after seven days, red after fourteen.
fn backup_tone(days: i64) -> Tone {
    if days > OVERDUE_AFTER {
        Tone::Overdue
    } else if days > DUE_AFTER {
        Tone::DueSoon
    } else {
        Tone::InOrder
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_turns_amber_after_seven_days_and_red_after_fourteen() {
        assert_eq!(backup_tone(7), Tone::InOrder);
        assert_eq!(backup_tone(8), Tone::DueSoon);
        assert_eq!(backup_tone(14), Tone::DueSoon);
        assert_eq!(backup_tone(15), Tone::Overdue);
    }
}
