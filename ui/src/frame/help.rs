//! Help for the page that is shown (F1): short texts in `assets/help/<language>/<topic>.md`.
//!
//! Of Markdown they use `# title`, `## heading`, `- item` and paragraphs; nothing else is read.

use super::keys::{Key, asked};
use super::listen::use_listener;
use crate::parts::{Button, Dialog, Weight, use_language};
use amparo_language::{Language, Tongue, words};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A page of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The two empty boxes.
    SignIn,
    /// Setting up an office.
    FirstRun,
    /// The first page.
    Home,
    /// The list of cases.
    List,
    /// What is to be done.
    Work,
    /// Possible matches.
    Tracing,
    /// Children registered twice.
    Duplicates,
    /// A case.
    Record,
    /// The standard forms, and how they are filled.
    Forms,
    /// Changing the forms.
    Shaping,
    /// People.
    People,
    /// Places.
    Places,
    /// Other offices.
    Offices,
    /// Sealed files.
    Exchange,
    /// Settings, backups.
    Settings,
    /// The office's log.
    Log,
}

macro_rules! pages {
    ($language:literal, $topic:expr) => {
        match $topic {
            Topic::SignIn => include_str!(concat!("../../../assets/help/", $language, "/sign-in.md")),
            Topic::FirstRun => include_str!(concat!("../../../assets/help/", $language, "/first-run.md")),
            Topic::Home => include_str!(concat!("../../../assets/help/", $language, "/home.md")),
            Topic::List => include_str!(concat!("../../../assets/help/", $language, "/list.md")),
            Topic::Work => include_str!(concat!("../../../assets/help/", $language, "/work.md")),
            Topic::Tracing => include_str!(concat!("../../../assets/help/", $language, "/tracing.md")),
            Topic::Duplicates => include_str!(concat!("../../../assets/help/", $language, "/duplicates.md")),
            Topic::Record => include_str!(concat!("../../../assets/help/", $language, "/record.md")),
            Topic::Forms => include_str!(concat!("../../../assets/help/", $language, "/forms.md")),
            Topic::Shaping => include_str!(concat!("../../../assets/help/", $language, "/shaping.md")),
            Topic::People => include_str!(concat!("../../../assets/help/", $language, "/people.md")),
            Topic::Places => include_str!(concat!("../../../assets/help/", $language, "/places.md")),
            Topic::Offices => include_str!(concat!("../../../assets/help/", $language, "/offices.md")),
            Topic::Exchange => include_str!(concat!("../../../assets/help/", $language, "/exchange.md")),
            Topic::Settings => include_str!(concat!("../../../assets/help/", $language, "/settings.md")),
            Topic::Log => include_str!(concat!("../../../assets/help/", $language, "/log.md")),
        }
    };
}

impl Topic {
    /// All pages.
    pub const ALL: [Self; 16] = [
        Self::SignIn,
        Self::FirstRun,
        Self::Home,
        Self::List,
        Self::Work,
        Self::Tracing,
        Self::Duplicates,
        Self::Record,
        Self::Forms,
        Self::Shaping,
        Self::People,
        Self::Places,
        Self::Offices,
        Self::Exchange,
        Self::Settings,
        Self::Log,
    ];

    /// A page that goes on where this one ends.
    fn further(self) -> Option<Self> {
        match self {
            Self::Record | Self::Shaping => Some(Self::Forms),
            _ => None,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self, language: Language) -> String {
        read(self.text(language)).0
    }

    /// What it says.
    #[must_use]
    pub fn text(self, language: Language) -> &'static str {
        match language.tongue {
            Tongue::English => pages!("en", self),
            Tongue::French => pages!("fr", self),
            Tongue::Arabic => pages!("ar", self),
            Tongue::Spanish => pages!("es", self),
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
}

/// Title and blocks of a page.
fn read(text: &str) -> (String, Vec<Block>) {
    let mut title = String::new();
    let mut blocks = Vec::new();
    let mut paragraph = String::new();
    for line in text.lines().map(str::trim).chain([""]) {
        let starts_block = line.is_empty() || line.starts_with(['#', '-']);
        if starts_block && !paragraph.is_empty() {
            blocks.push(Block::Paragraph(std::mem::take(&mut paragraph)));
        }
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading.to_owned()));
        } else if let Some(heading) = line.strip_prefix("# ") {
            title = heading.to_owned();
        } else if let Some(item) = line.strip_prefix("- ") {
            match blocks.last_mut() {
                Some(Block::List(items)) => items.push(item.to_owned()),
                _ => blocks.push(Block::List(vec![item.to_owned()])),
            }
        } else if !line.is_empty() {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    (title, blocks)
}

/// What [`Help`] needs.
#[derive(Properties, PartialEq)]
pub struct HelpProps {
    /// About which page.
    pub topic: Topic,
    /// Counts how often a button asked for it; F1 does as well.
    #[prop_or_default]
    pub asked: u32,
    /// A page that was asked for by its name, in place of that about the screen.
    #[prop_or_default]
    pub about: Option<Topic>,
    /// It was closed.
    #[prop_or_default]
    pub on_closed: Callback<()>,
}

/// Listens for F1 and shows the page of help.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let language = use_language();
    let open = use_state(|| false);
    use_listener("keydown", {
        let (open, on_closed) = (open.clone(), props.on_closed.clone());
        Callback::from(move |event: Event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| asked(event) == Some(Key::Help)) {
                event.prevent_default();
                if *open {
                    on_closed.emit(());
                }
                open.set(!*open);
            }
        })
    });
    use_effect_with(props.asked, {
        let open = open.setter();
        move |asked| {
            if *asked > 0 {
                open.set(true);
            }
        }
    });
    // Another page than that of the screen, until the screen or the dialog changes.
    let other = use_state(|| None::<Topic>);
    use_effect_with((props.topic, *open), {
        let other = other.setter();
        move |_| other.set(None)
    });
    let topic = other.or(props.about).unwrap_or(props.topic);
    let (title, blocks) = read(topic.text(language));
    let further = topic.further().map(|topic| {
        let other = other.setter();
        let press = Callback::from(move |()| other.set(Some(topic)));
        html! { <Button id="help-further" label={read(topic.text(language)).0} on_press={press} /> }
    });
    let close = {
        let (open, on_closed) = (open.setter(), props.on_closed.clone());
        Callback::from(move |()| {
            on_closed.emit(());
            open.set(false);
        })
    };
    html! {
        <Dialog open={*open} title={title} on_close={close.clone()} foot={html! { <><Button label={words::close(&language)} weight={Weight::Main} on_press={close} />{ further.unwrap_or_default() }</> }}>
            <div class="help-page stack" id="help-page">
                { for blocks.into_iter().map(|block| match block {
                    Block::Heading(text) => html! { <h3>{ text }</h3> },
                    Block::Paragraph(text) => html! { <p>{ text }</p> },
                    Block::List(items) => html! { <ul class="bullets">{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul> },
                }) }
            </div>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_help_has_a_title_and_text_in_every_language() {
        for language in Language::ALL {
            for topic in Topic::ALL {
                let (title, blocks) = read(topic.text(language));
                assert!(!title.is_empty() && blocks.len() > 2, "{language} {topic:?}");
            }
        }
    }

    #[test]
    fn lines_of_a_paragraph_belong_together_and_items_make_a_list() {
        let (title, blocks) = read("# T\n\none\ntwo\n\n## H\n- a\n- b\n");
        assert_eq!(title, "T");
        let expected = [
            Block::Paragraph("one two".to_owned()),
            Block::Heading("H".to_owned()),
            Block::List(vec!["a".to_owned(), "b".to_owned()]),
        ];
        assert_eq!(blocks, expected);
    }
}
