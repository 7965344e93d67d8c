//! A signature: who, when, and how: drawn in the window, the picture of a thumbprint, or the number of the folder with the signed
//! paper, which needs neither mouse nor pen.

use super::InputProps;
use super::content::{refusal, use_adding, use_content};
use super::drawing::SigningBox;
use super::radios::Radios;
use crate::parts::{Button, DateInput, DateWrong, Field, Icon, Opt, TextInput, use_field, use_language};
use crate::screens::case::edit::Edit;
use crate::screens::case::say;
use amparo_api::records::Ask;
use amparo_language::{Language, words};
use amparo_model::date::PartialDate;
use amparo_model::value::{FileKind, FileRef, Mark, Signature, Value};
use yew::prelude::*;

/// How somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum How {
    Drawn,
    Thumbprint,
    /// The one that everybody can use.
    #[default]
    Paper,
}

impl How {
    const ALL: [Self; 3] = [Self::Drawn, Self::Thumbprint, Self::Paper];

    fn code(self) -> &'static str {
        match self {
            Self::Drawn => "drawn",
            Self::Thumbprint => "thumbprint",
            Self::Paper => "paper",
        }
    }
    fn words(self, language: &Language) -> String {
        match self {
            Self::Drawn => words::mark_drawn(language),
            Self::Thumbprint => words::mark_thumbprint(language),
            Self::Paper => words::mark_paper(language),
        }
    }
}

/// What stands in the boxes; a signature only when name, date and mark are there.
#[derive(Clone, PartialEq, Default)]
struct Typed {
    signer: String,
    date: Option<PartialDate>,
    how: How,
    folder: String,
    /// The picture, and how it was made.
    picture: Option<(How, FileRef)>,
}

impl Typed {
    fn of(signature: Option<&Signature>) -> Self {
        let Some(signature) = signature else { return Self::default() };
        let (how, folder, picture) = match &signature.mark {
            Mark::Paper(folder) => (How::Paper, folder.clone(), None),
            Mark::Drawn(file) => (How::Drawn, String::new(), Some((How::Drawn, file.clone()))),
            Mark::Thumbprint(file) => (How::Thumbprint, String::new(), Some((How::Thumbprint, file.clone()))),
        };
        Self { signer: signature.signer.clone(), date: Some(signature.date), how, folder, picture }
    }

    /// The picture that belongs to how it is signed now.
    fn picture(&self) -> Option<&FileRef> {
        self.picture.as_ref().filter(|(how, _)| *how == self.how).map(|(_, file)| file)
    }

    fn mark(&self) -> Option<Mark> {
        match self.how {
            How::Paper => Some(self.folder.trim())
                .filter(|folder| !folder.is_empty())
                .map(|folder| Mark::Paper(folder.to_owned())),
            How::Drawn => self.picture().cloned().map(Mark::Drawn),
            How::Thumbprint => self.picture().cloned().map(Mark::Thumbprint),
        }
    }

    fn is_blank(&self) -> bool {
        self.signer.trim().is_empty() && self.date.is_none() && self.mark().is_none()
    }

    fn read(&self) -> Option<Signature> {
        let signer = Some(self.signer.trim()).filter(|signer| !signer.is_empty())?;
        Some(Signature { signer: signer.to_owned(), date: self.date?, mark: self.mark()? })
    }
}

/// What a [`Signed`] needs.
#[derive(Properties, PartialEq)]
pub struct SignedProps {
    /// The signature.
    pub signature: Signature,
}

/// A signature to be read: who, when, how, and the picture when somebody asks for it.
#[component]
pub fn Signed(props: &SignedProps) -> Html {
    let language = use_language();
    let said = say::signed(&language, &props.signature);
    let picture = match &props.signature.mark {
        Mark::Paper(_) => Html::default(),
        Mark::Drawn(file) | Mark::Thumbprint(file) => {
            html! { <MarkShown file={file.clone()} signer={props.signature.signer.clone()} /> }
        }
    };
    html! { <div class="stack tight" data-test="signed"><p class="answer" dir="auto">{ said }</p>{ picture }</div> }
}

#[derive(Properties, PartialEq)]
struct MarkShownProps {
    file: FileRef,
    signer: AttrValue,
}

/// The picture of a mark, covered until somebody asks for it.
#[component]
fn MarkShown(props: &MarkShownProps) -> Html {
    let language = use_language();
    let content = use_content(Some(props.file.id));
    let here = content.here.as_ref();
    let (label, icon, on_press) = if here.is_some() {
        (words::paper_hide(&language), Icon::EyeOff, content.forget.clone())
    } else {
        (words::paper_show(&language), Icon::Eye, content.fetch.clone())
    };
    html! {
        <div class="stack tight">
            if let Some(picture) = here {
                <img class="mark" src={picture.address()} alt={words::mark_picture(&language, &props.signer)} draggable="false" />
            }
            <div><span class="hook" data-test="show-mark"><Button small=true {label} {icon} pressed={here.is_some()} {on_press} /></span></div>
            { refusal(&language, content.problem.as_ref()) }
        </div>
    }
}

/// A question that is answered with a signature.
#[component]
pub fn Signing(props: &InputProps) -> Html {
    let language = use_language();
    let wiring = use_field();
    let signature = if let Some(Value::Signature(signature)) = &props.value { Some(signature.clone()) } else { None };
    let typed = use_state(|| Typed::of(signature.as_ref()));
    {
        let typed = typed.clone();
        use_effect_with(signature.clone(), move |signature| {
            if typed.read().as_ref() != signature.as_ref() && (signature.is_some() || typed.read().is_some()) {
                typed.set(Typed::of(signature.as_ref()));
            }
        });
    }
    // What is added while the office looks at a picture must not be lost with an older state.
    let latest = use_mut_ref(Typed::default);
    *latest.borrow_mut() = (*typed).clone();
    let change = {
        let (typed, path, on_edit) = (typed.clone(), props.path.clone(), props.on_edit.clone());
        let said = words::mark_needs(&language);
        Callback::from(move |next: Typed| {
            let read = next.read();
            let part = read.is_none() && !next.is_blank();
            on_edit.emit(Edit::Set(path.clone(), read.map(Value::Signature)));
            if part {
                on_edit.emit(Edit::Unread(path.clone(), Some(said.clone())));
            }
            typed.set(next);
        })
    };
    let added = |how: How| {
        let (change, latest) = (change.clone(), latest.clone());
        Callback::from(move |file: FileRef| {
            let before = latest.borrow().clone();
            change.emit(Typed { how, picture: Some((how, file)), ..before });
        })
    };
    let drawn = use_adding(FileKind::Mark, added(How::Drawn));
    let thumbprint = use_adding(FileKind::Mark, added(How::Thumbprint));
    let signer = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |signer| change.emit(Typed { signer, ..(*typed).clone() }))
    };
    let folder = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |folder| change.emit(Typed { folder, ..(*typed).clone() }))
    };
    let date = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |date: Result<Option<PartialDate>, DateWrong>| {
            change.emit(Typed { date: date.ok().flatten(), ..(*typed).clone() })
        })
    };
    let how = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |code: Option<AttrValue>| {
            let chosen = How::ALL.into_iter().find(|how| code.as_deref() == Some(how.code())).unwrap_or_default();
            change.emit(Typed { how: chosen, ..(*typed).clone() });
        })
    };
    let again = {
        let (typed, change) = (typed.clone(), change.clone());
        Callback::from(move |()| change.emit(Typed { picture: None, ..(*typed).clone() }))
    };
    let options: Vec<Opt> = How::ALL.iter().map(|how| Opt::new(how.code(), how.words(&language))).collect();
    let picture = typed.picture().map(|file| {
        html! { <MarkShown key={file.id.to_string()} file={file.clone()} signer={typed.signer.trim().to_owned()} /> }
    });
    let has_picture = picture.is_some();
    let inside = match typed.how {
        How::Paper => html! {
            <Field id={format!("{}-folder", wiring.id)} label={words::signature_folder(&language)}>
                <TextInput value={typed.folder.clone()} on_input={folder} short=true />
            </Field>
        },
        How::Drawn if has_picture => html! {
            <>
                { for picture }
                <div><Button small=true icon={Icon::Pencil} id={format!("{}-again", wiring.id)} label={words::mark_again(&language)} on_press={again} /></div>
            </>
        },
        How::Drawn => html! {
            <>
                <SigningBox id={format!("{}-box", wiring.id)} busy={drawn.busy} on_keep={drawn.hand_over.reform(|png| Ask::AddMark { png })} />
                if drawn.busy { <p role="status">{ words::mark_being_sealed(&language) }</p> }
                { refusal(&language, drawn.problem.as_ref()) }
            </>
        },
        How::Thumbprint => html! {
            <>
                { for picture }
                <div><Button
                    small=true icon={Icon::FilePlus} id={format!("{}-choose", wiring.id)} busy={thumbprint.busy} on_press={thumbprint.choose}
                    label={if has_picture { words::mark_thumbprint_change(&language) } else { words::mark_thumbprint_add(&language) }}
                /></div>
                if thumbprint.busy { <p role="status">{ words::photo_being_read(&language) }</p> }
                { refusal(&language, thumbprint.problem.as_ref()) }
            </>
        },
    };
    html! {
        <div class="card stack">
            <Field id={format!("{}-signer", wiring.id)} label={words::signature_signer(&language)}>
                <TextInput value={typed.signer.clone()} on_input={signer} />
            </Field>
            <Field id={format!("{}-date", wiring.id)} group=true label={words::signature_date(&language)}>
                <DateInput value={typed.date} on_change={date} />
            </Field>
            <Field id={format!("{}-how", wiring.id)} group=true label={words::mark_how(&language)}>
                <Radios {options} value={Some(AttrValue::from(typed.how.code()))} on_choose={how} />
            </Field>
            { inside }
        </div>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use amparo_model::ids::FileId;

    fn picture() -> FileRef {
        FileRef {
            id: FileId::from_random([1; 16]),
            hash: String::new(),
            kind: FileKind::Mark,
            media: "image/png".into(),
            size: 900,
            name: String::new(),
        }
    }
    fn typed() -> Typed {
        Typed { signer: " Huda ".into(), date: "2026-11-22".parse().ok(), folder: " A-17 ".into(), ..Typed::default() }
    }

    #[test]
    fn a_signature_needs_a_name_a_date_and_a_mark() {
        let whole = typed().read().unwrap();
        assert!(whole.signer == "Huda" && whole.mark == Mark::Paper("A-17".into()));
        for part in [
            Typed { signer: " ".into(), ..typed() },
            Typed { date: None, ..typed() },
            Typed { folder: String::new(), ..typed() },
            Typed { how: How::Drawn, ..typed() },
        ] {
            assert!(part.read().is_none() && !part.is_blank());
        }
        assert!(Typed::default().is_blank());
    }

    #[test]
    fn the_picture_counts_only_for_the_way_in_which_it_was_made() {
        let drawn = Typed { how: How::Drawn, picture: Some((How::Drawn, picture())), ..typed() };
        assert!(drawn.read().unwrap().mark == Mark::Drawn(picture()));
        assert!(Typed { how: How::Thumbprint, ..drawn.clone() }.read().is_none(), "a drawing is no thumbprint");
        assert!(Typed { how: How::Paper, ..drawn }.read().unwrap().mark == Mark::Paper("A-17".into()));
    }

    #[test]
    fn what_is_kept_comes_back_into_the_boxes() {
        for mark in [Mark::Paper("A-17".into()), Mark::Drawn(picture()), Mark::Thumbprint(picture())] {
            let signature = Signature { signer: "Huda".into(), date: "2026-11-22".parse().unwrap(), mark };
            assert!(Typed::of(Some(&signature)).read().as_ref() == Some(&signature));
        }
    }
}
