//! What the keys do in a spreadsheet, before what they do in any table.

use egui::{Context, Event, Id, Key, Modifiers};

use super::keys::{Command, Way};
use super::response::GridWish;
use super::sheet::{Pointing, SheetText};
use super::state::{Caret, GridState, caret_byte};

/// How the keys are read in a spreadsheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct SheetMode {
    /// The caret is in the bar.
    pub(super) in_bar: bool,
    /// The arrows point at cells for the formula being typed.
    pub(super) pointing: bool,
}

/// What an event means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// This.
    Command(Command),
    /// It belongs to what is being typed.
    Typed,
    /// What it means in any table.
    Usual,
}

/// How the keys are read at this moment; `editor` holds the caret.
pub(super) fn sheet_mode(
    ctx: &Context,
    editor: Id,
    text: &dyn SheetText,
    state: &GridState,
) -> SheetMode {
    let caret = caret_byte(ctx, editor, &state.buffer);
    let pointing = caret.is_some_and(|caret| match text.pointing(&state.buffer, caret) {
        Pointing::Refused => false,
        Pointing::Writes => true,
        // A name typed by hand is left alone: the arrows leave the cell.
        Pointing::Replaces => state.pointed.is_some(),
    });
    SheetMode {
        in_bar: state.caret == Caret::InBar,
        pointing: pointing && state.caret == Caret::InCell,
    }
}

/// What an event means in a spreadsheet.
pub(super) fn meaning(event: &Event, typing: bool, sheet: SheetMode) -> Meaning {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            key_meaning(*key, *modifiers, typing, sheet)
        }
        Event::Copy if !typing => wish(GridWish::Copy),
        Event::Cut if !typing => wish(GridWish::Cut),
        Event::Paste(text) if !typing => wish(GridWish::Paste(text.clone())),
        _ => Meaning::Usual,
    }
}

fn wish(wish: GridWish) -> Meaning {
    Meaning::Command(Command::Wish(wish))
}

fn key_meaning(key: Key, modifiers: Modifiers, typing: bool, sheet: SheetMode) -> Meaning {
    if modifiers.alt {
        Meaning::Usual
    } else if modifiers.command || modifiers.ctrl {
        control_meaning(key, modifiers.shift, typing)
    } else if typing {
        typing_meaning(key, modifiers.shift, sheet)
    } else {
        whole_meaning(key, modifiers.shift)
    }
}

/// Ctrl and a key; what is being typed has its own undo.
fn control_meaning(key: Key, shift: bool, typing: bool) -> Meaning {
    if typing {
        return Meaning::Typed;
    }
    match key {
        Key::D => wish(GridWish::FillDown),
        Key::R => wish(GridWish::FillRight),
        Key::Z if shift => wish(GridWish::Redo),
        Key::Z => wish(GridWish::Undo),
        Key::Y => wish(GridWish::Redo),
        _ => Meaning::Typed,
    }
}

fn typing_meaning(key: Key, shift: bool, sheet: SheetMode) -> Meaning {
    match (key, way(key)) {
        (Key::F4, _) => Meaning::Command(Command::Hold),
        (Key::F2, _) if !sheet.in_bar => Meaning::Command(Command::Edit),
        (Key::Home | Key::End, _) => Meaning::Typed,
        (_, Some(way)) if sheet.pointing => Meaning::Command(Command::Point { way, grows: shift }),
        (_, Some(_)) if sheet.in_bar => Meaning::Typed,
        _ => Meaning::Usual,
    }
}

/// A key on the whole cell.
fn whole_meaning(key: Key, shift: bool) -> Meaning {
    match (key, way(key)) {
        (Key::Delete | Key::Backspace, _) => wish(GridWish::Clear),
        (_, Some(way)) if shift => Meaning::Command(Command::Extend(way)),
        _ => Meaning::Usual,
    }
}

fn way(key: Key) -> Option<Way> {
    Some(match key {
        Key::ArrowUp => Way::Up,
        Key::ArrowDown => Way::Down,
        Key::ArrowLeft => Way::Left,
        Key::ArrowRight => Way::Right,
        Key::Home => Way::Start,
        Key::End => Way::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const IN_CELL: SheetMode = SheetMode { in_bar: false, pointing: false };
    const IN_BAR: SheetMode = SheetMode { in_bar: true, pointing: false };
    const POINTING: SheetMode = SheetMode { in_bar: false, pointing: true };

    fn whole(modifiers: Modifiers, key: Key) -> Meaning {
        key_meaning(key, modifiers, false, IN_CELL)
    }

    #[test]
    fn control_keys_act_on_the_chosen_block() {
        assert_eq!(whole(Modifiers::COMMAND, Key::D), wish(GridWish::FillDown));
        assert_eq!(whole(Modifiers::COMMAND, Key::R), wish(GridWish::FillRight));
        assert_eq!(whole(Modifiers::COMMAND, Key::Y), wish(GridWish::Redo));
        let both = Modifiers::COMMAND | Modifiers::SHIFT;
        assert_eq!(whole(both, Key::Z), wish(GridWish::Redo));
        assert_eq!(whole(Modifiers::NONE, Key::Delete), wish(GridWish::Clear));
        let paste = Event::Paste("1\t2".to_owned());
        assert_eq!(meaning(&paste, false, IN_CELL), wish(GridWish::Paste("1\t2".to_owned())));
    }

    #[test]
    fn what_is_being_typed_keeps_its_own_clipboard_and_undo() {
        let undo = key_meaning(Key::Z, Modifiers::COMMAND, true, IN_CELL);
        assert_eq!(undo, Meaning::Typed);
        assert_eq!(meaning(&Event::Copy, true, IN_CELL), Meaning::Usual);
    }

    #[test]
    fn arrows_point_move_the_caret_or_leave_the_cell() {
        let right = |mode| key_meaning(Key::ArrowRight, Modifiers::NONE, true, mode);
        let point = Command::Point { way: Way::Right, grows: false };
        assert_eq!(right(POINTING), Meaning::Command(point));
        assert_eq!(right(IN_BAR), Meaning::Typed);
        assert_eq!(right(IN_CELL), Meaning::Usual);
        let extend = Meaning::Command(Command::Extend(Way::Down));
        assert_eq!(whole(Modifiers::SHIFT, Key::ArrowDown), extend);
        assert_eq!(whole(Modifiers::NONE, Key::ArrowDown), Meaning::Usual);
    }

    #[test]
    fn control_and_an_arrow_are_left_to_the_screen() {
        assert_eq!(whole(Modifiers::COMMAND, Key::ArrowRight), Meaning::Typed);
    }
}
