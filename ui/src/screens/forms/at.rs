//! Where somebody is in a configuration: a form, a section, a question, a list, a setting, the clocks. Pure.

use amparo_forms::settings::Setting;
use std::fmt;

/// Something of a configuration that can be chosen and changed. Its text is the id of its element in the window, after `at-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// A form.
    Form(String),
    /// A section of a form.
    Section(String, String),
    /// A question of a form; a field stands once in a form.
    Field(String, String),
    /// A question in the rows of a repeat: form, repeat, cell.
    Cell(String, String, String),
    /// A shared list.
    List(String),
    /// A part of the settings.
    Setting(Setting),
    /// How soon each step is due.
    Clocks,
}

/// Between the parts of the text; ids have no two hyphens one after another.
const JOINT: &str = "--";

impl At {
    /// The form it belongs to.
    #[must_use]
    pub fn form(&self) -> Option<&str> {
        match self {
            Self::Form(form) | Self::Section(form, _) | Self::Field(form, _) | Self::Cell(form, ..) => Some(form),
            Self::List(_) | Self::Setting(_) | Self::Clocks => None,
        }
    }

    /// The question it is, or is a cell of.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Field(_, field) | Self::Cell(_, field, _) => Some(field),
            _ => None,
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(form) => write!(to, "form{JOINT}{form}"),
            Self::Section(form, section) => write!(to, "section{JOINT}{form}{JOINT}{section}"),
            Self::Field(form, field) => write!(to, "field{JOINT}{form}{JOINT}{field}"),
            Self::Cell(form, field, cell) => write!(to, "cell{JOINT}{form}{JOINT}{field}{JOINT}{cell}"),
            Self::List(list) => write!(to, "list{JOINT}{list}"),
            Self::Setting(setting) => write!(to, "setting{JOINT}{}", setting.as_str()),
            Self::Clocks => to.write_str("clocks"),
        }
    }
}

impl std::str::FromStr for At {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.split(JOINT).collect();
        let own = |part: &str| part.to_owned();
        Ok(match parts.as_slice() {
            ["form", form] => Self::Form(own(form)),
            ["section", form, section] => Self::Section(own(form), own(section)),
            ["field", form, field] => Self::Field(own(form), own(field)),
            ["cell", form, field, cell] => Self::Cell(own(form), own(field), own(cell)),
            ["list", list] => Self::List(own(list)),
            ["setting", id] => {
                let known = Setting::ALL.iter().find(|known| known.as_str() == *id);
                Self::Setting(*known.ok_or(())?)
            }
            ["clocks"] => Self::Clocks,
            _ => return Err(()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{At, Setting};

    #[test]
    fn a_place_is_found_again_by_its_text() {
        let own = |text: &str| text.to_owned();
        for at in [
            At::Form(own("case-plan")),
            At::Section(own("case-plan"), own("goals")),
            At::Field(own("case-plan"), own("plan_goals")),
            At::Cell(own("case-plan"), own("plan_goals"), own("goal")),
            At::List(own("care_type")),
            At::Setting(Setting::CaseCode),
            At::Clocks,
        ] {
            assert_eq!(at.to_string().parse(), Ok(at));
        }
        assert!("form".parse::<At>().is_err());
    }
}
