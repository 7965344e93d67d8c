//! A box to sign in, with the mouse, a finger or a pen.

use crate::parts::{Button, Icon, Weight, use_language};
use amparo_language::words;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use yew::prelude::*;

/// Dots of the picture: enough for a fine pen, small to keep.
const WIDTH: u32 = 720;
const HEIGHT: u32 = 240;
/// How thick a line is, in dots.
const PEN: f64 = 3.0;

/// A dot of the picture.
type Dot = (f64, f64);

/// The lines that were drawn.
#[derive(Debug, Clone, PartialEq, Default)]
struct Strokes {
    done: Vec<Vec<Dot>>,
    /// The line under the pen.
    now: Option<Vec<Dot>>,
}

impl Strokes {
    fn begin(&mut self, at: Dot) {
        self.end();
        self.now = Some(vec![at]);
    }
    /// The line goes on; gives its last piece. Nothing while the pen is up.
    fn extend(&mut self, to: Dot) -> Option<(Dot, Dot)> {
        let line = self.now.as_mut()?;
        let from = *line.last()?;
        line.push(to);
        Some((from, to))
    }
    fn end(&mut self) {
        self.done.extend(self.now.take());
    }
    fn undo(&mut self) {
        self.end();
        self.done.pop();
    }
    /// A dot or two by mistake are no signature.
    fn is_blank(&self) -> bool {
        self.done.iter().chain(&self.now).map(Vec::len).sum::<usize>() < 8
    }
    fn lines(&self) -> impl Iterator<Item = &Vec<Dot>> {
        self.done.iter().chain(&self.now)
    }
}

/// Where a point of the screen lies in the picture, which the page may show in another size.
fn dot_at(point: Dot, corner: Dot, shown: Dot) -> Dot {
    let scale = |at: f64, from: f64, size: f64, dots: u32| {
        if size > 0.0 { ((at - from) / size * f64::from(dots)).clamp(0.0, f64::from(dots)) } else { 0.0 }
    };
    (scale(point.0, corner.0, shown.0, WIDTH), scale(point.1, corner.1, shown.1, HEIGHT))
}

fn pen(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.set_line_width(PEN);
    pen.set_line_cap("round");
    pen.set_line_join("round");
    pen.set_stroke_style_str("#101820");
    Some(pen)
}

fn draw_line(pen: &CanvasRenderingContext2d, line: &[Dot]) {
    let Some(((x, y), rest)) = line.split_first() else { return };
    pen.begin_path();
    pen.move_to(*x, *y);
    // A line that goes nowhere is a dot.
    pen.line_to(*x, *y);
    rest.iter().for_each(|(x, y)| pen.line_to(*x, *y));
    pen.stroke();
}

fn draw_all(canvas: &HtmlCanvasElement, strokes: &Strokes) {
    let Some(pen) = pen(canvas) else { return };
    pen.set_fill_style_str("#ffffff");
    pen.fill_rect(0.0, 0.0, f64::from(WIDTH), f64::from(HEIGHT));
    strokes.lines().for_each(|line| draw_line(&pen, line));
}

/// What a [`SigningBox`] needs.
#[derive(Properties, PartialEq)]
pub struct SigningBoxProps {
    /// The id of the box.
    pub id: AttrValue,
    /// The signature is being kept.
    pub busy: bool,
    /// Keep this one: a PNG as base64.
    pub on_keep: Callback<String>,
}

/// The box.
#[component]
pub fn SigningBox(props: &SigningBoxProps) -> Html {
    let language = use_language();
    let node = use_node_ref();
    let strokes = use_mut_ref(Strokes::default);
    let blank = use_state(|| true);
    {
        let strokes = strokes.clone();
        use_effect_with(node.clone(), move |node| {
            if let Some(canvas) = node.cast::<HtmlCanvasElement>() {
                draw_all(&canvas, &strokes.borrow());
            }
        });
    }
    let dot = |event: &PointerEvent, canvas: &HtmlCanvasElement| {
        let shown = canvas.get_bounding_client_rect();
        let point = (f64::from(event.client_x()), f64::from(event.client_y()));
        dot_at(point, (shown.left(), shown.top()), (shown.width(), shown.height()))
    };
    let onpointerdown = {
        let (node, strokes) = (node.clone(), strokes.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(canvas) = node.cast::<HtmlCanvasElement>() else { return };
            if event.button() != 0 {
                return;
            }
            event.prevent_default();
            // The line goes on when the pen leaves the box for a moment. Refused only for pens that are gone.
            let _ = canvas.set_pointer_capture(event.pointer_id());
            strokes.borrow_mut().begin(dot(&event, &canvas));
        })
    };
    let onpointermove = {
        let (node, strokes) = (node.clone(), strokes.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(canvas) = node.cast::<HtmlCanvasElement>() else { return };
            let piece = strokes.borrow_mut().extend(dot(&event, &canvas));
            if let (Some((from, to)), Some(pen)) = (piece, pen(&canvas)) {
                draw_line(&pen, &[from, to]);
            }
        })
    };
    let onpointerup = {
        let (strokes, blank) = (strokes.clone(), blank.clone());
        Callback::from(move |_: PointerEvent| {
            strokes.borrow_mut().end();
            blank.set(strokes.borrow().is_blank());
        })
    };
    let change = |change: fn(&mut Strokes)| {
        let (node, strokes, blank) = (node.clone(), strokes.clone(), blank.clone());
        Callback::from(move |()| {
            change(&mut strokes.borrow_mut());
            blank.set(strokes.borrow().is_blank());
            if let Some(canvas) = node.cast::<HtmlCanvasElement>() {
                draw_all(&canvas, &strokes.borrow());
            }
        })
    };
    let keep = {
        let (node, on_keep) = (node.clone(), props.on_keep.clone());
        Callback::from(move |()| {
            let picture =
                node.cast::<HtmlCanvasElement>().and_then(|canvas| canvas.to_data_url_with_type("image/png").ok());
            if let Some((_, png)) = picture.as_deref().and_then(|picture| picture.split_once("base64,")) {
                on_keep.emit(png.to_owned());
            }
        })
    };
    let text = format!("{}-said", props.id);
    html! {
        <div class="stack tight" data-test="signing-box">
            <p class="muted small" id={text.clone()}>{ words::mark_draw_here(&language) }</p>
            <canvas
                ref={node.clone()} id={props.id.clone()} class="signing-box" width={WIDTH.to_string()} height={HEIGHT.to_string()} role="img"
                aria-labelledby={text} {onpointerdown} {onpointermove} onpointerup={onpointerup.clone()} onpointercancel={onpointerup}
            />
            <div class="line">
                <Button small=true weight={Weight::Main} icon={Icon::Check} id={format!("{}-keep", props.id)} disabled={*blank} busy={props.busy} label={words::mark_keep(&language)} on_press={keep} />
                <Button small=true icon={Icon::Undo} id={format!("{}-undo", props.id)} label={words::mark_undo(&language)} on_press={change(Strokes::undo)} />
                <Button small=true icon={Icon::Cross} id={format!("{}-clear", props.id)} label={words::mark_clear(&language)} on_press={change(|strokes| *strokes = Strokes::default())} />
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn a_line(strokes: &mut Strokes, from: f64) {
        strokes.begin((from, from));
        for step in 1..10 {
            strokes.extend((from + f64::from(step), from)).unwrap();
        }
        strokes.end();
    }

    #[test]
    fn a_line_grows_while_the_pen_is_down_and_only_then() {
        let mut strokes = Strokes::default();
        assert_eq!(strokes.extend((1.0, 1.0)), None);
        strokes.begin((1.0, 1.0));
        assert_eq!(strokes.extend((2.0, 3.0)), Some(((1.0, 1.0), (2.0, 3.0))));
        strokes.end();
        assert_eq!(strokes.extend((9.0, 9.0)), None);
        assert_eq!(strokes.lines().count(), 1);
    }

    #[test]
    fn the_last_line_can_be_taken_back_and_a_slip_of_the_pen_is_no_signature() {
        let mut strokes = Strokes::default();
        strokes.begin((5.0, 5.0));
        strokes.end();
        assert!(strokes.is_blank());
        a_line(&mut strokes, 10.0);
        assert!(!strokes.is_blank());
        strokes.undo();
        assert!(strokes.is_blank() && strokes.lines().count() == 1);
    }

    #[test]
    fn a_point_on_the_screen_is_found_in_the_picture_whatever_size_it_is_shown_in() {
        assert_eq!(dot_at((110.0, 70.0), (10.0, 10.0), (200.0, 120.0)), (360.0, 120.0));
        assert_eq!(dot_at((-5.0, 900.0), (10.0, 10.0), (200.0, 120.0)), (0.0, 240.0));
        assert_eq!(dot_at((1.0, 1.0), (0.0, 0.0), (0.0, 0.0)), (0.0, 0.0));
    }
}
