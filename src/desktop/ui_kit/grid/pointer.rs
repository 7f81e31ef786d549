//! What the pointer does in a spreadsheet: it chooses a cell as soon as it is pressed, a block as
//! it is dragged, and points at cells while a formula is typed.

use egui::{Pos2, Ui};

use super::pointing::Typed;
use super::shape::Shape;
use super::state::{Caret, Gesture, Place, caret_at_end, cell_id};
use super::view::View;

/// A pointer that moved less than this, in points, was not dragged.
const DRAGGED: f32 = 4.0;

/// The pointer in this frame.
#[derive(Debug, Clone, Copy)]
struct Pointer {
    at: Pos2,
    pressed: bool,
    dragged: bool,
    shift: bool,
}

/// Follows the pointer, before the cells are shown.
pub(super) fn follow(ui: &Ui, shape: &Shape, typed: &mut Typed<'_>) {
    let Some((origin, clip)) = typed.state.seen else { return };
    let Some(pointer) = pointer(ui) else { return };
    let view = View::new(shape, origin, clip);
    if pointer.pressed {
        typed.state.gesture = None;
        if ui.rect_contains_pointer(clip)
            && let Some(place) = view.place_at(pointer.at)
        {
            press(ui, typed, place, pointer.shift);
        }
    } else if pointer.dragged
        && let Some(place) = view.nearest(pointer.at)
    {
        drag(typed, place);
    }
}

fn pointer(ui: &Ui) -> Option<Pointer> {
    ui.input(|input| {
        let pointer = &input.pointer;
        let at = pointer.interact_pos()?;
        let far = pointer.press_origin().is_some_and(|origin| origin.distance(at) > DRAGGED);
        Some(Pointer {
            at,
            pressed: pointer.primary_pressed(),
            // On a touch screen a drag scrolls.
            dragged: pointer.primary_down() && far && !input.any_touches(),
            shift: input.modifiers.shift,
        })
    })
}

fn press(ui: &Ui, typed: &mut Typed<'_>, place: Place, shift: bool) {
    let own = typed.state.selected == Some(place);
    if !own && typed.accepts() {
        let began = typed.state.pointed.filter(|_| shift).map(|(from, _)| from);
        typed.point(began.unwrap_or(place), place);
        typed.state.gesture = Some(Gesture::Point);
        return;
    }
    if own && typed.state.caret == Caret::InCell {
        return;
    }
    if shift && typed.state.selected.is_some() {
        typed.answer.leave(typed.state);
        typed.state.corner = Some(place).filter(|_| !own);
        typed.state.take_focus = true;
        typed.state.gesture = Some(Gesture::Choose);
        return;
    }
    if !typed.source.cell(place.0, place.1).is_selectable() {
        return;
    }
    let focused = ui.memory(|memory| memory.has_focus(cell_id(typed.grid, place)));
    typed.answer.leave(typed.state);
    typed.state.gesture = Some(if own && focused { Gesture::Again } else { Gesture::Choose });
    typed.state.select(typed.ctx, typed.grid, place, &*typed.source);
    typed.state.take_focus = true;
}

fn drag(typed: &mut Typed<'_>, place: Place) {
    match typed.state.gesture {
        Some(Gesture::Point) => {
            if let Some((from, to)) = typed.state.pointed
                && to != place
            {
                typed.point(from, place);
            }
        }
        Some(Gesture::Choose | Gesture::Again) => {
            let corner = Some(place).filter(|place| typed.state.selected != Some(*place));
            if corner.is_some() {
                typed.state.gesture = Some(Gesture::Choose);
            }
            if typed.state.corner != corner {
                typed.state.corner = corner;
                typed.state.reveal = Some(place);
            }
        }
        None => {}
    }
}

/// Ends what the pointer was doing, after the cells were shown.
pub(super) fn settle(ui: &Ui, typed: &mut Typed<'_>) {
    let Some(gesture) = typed.state.gesture else { return };
    let (down, released) =
        ui.input(|input| (input.pointer.primary_down(), input.pointer.primary_released()));
    if !down {
        typed.state.gesture = None;
    }
    let Some(place) = typed.state.selected else { return };
    match gesture {
        // A click elsewhere took the focus away from what is being typed.
        Gesture::Point => typed.state.take_focus |= !has_focus(ui, typed),
        Gesture::Again if released && typed.source.cell(place.0, place.1).is_editable() => {
            typed.state.caret = Caret::InCell;
            caret_at_end(typed.ctx, cell_id(typed.grid, place), &typed.state.buffer);
            ui.request_repaint();
        }
        Gesture::Again | Gesture::Choose => {}
    }
}

fn has_focus(ui: &Ui, typed: &Typed<'_>) -> bool {
    let editor = typed.state.focus_id(typed.grid);
    editor.is_some_and(|editor| ui.memory(|memory| memory.has_focus(editor)))
}
