//! What the keys do in a table.

use egui::{Event, Key, Modifiers, Ui};

use super::response::GridWish;
use super::shape::Shape;
use super::sheet::SheetText;
use super::sheet_keys::{Meaning, SheetMode, meaning, sheet_mode};
use super::source::GridSource;
use super::state::{GridState, Place, caret_edges};

/// What a key asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// Go this way to the next cell that can be chosen.
    Go(Way),
    /// Tab: the next cell to be filled.
    Next,
    /// Shift and Tab: the cell to be filled before.
    Previous,
    /// F2: move the caret inside the cell.
    Edit,
    /// Escape: put the former content back, or leave the table.
    Cancel,
    /// Delete: empty the cell.
    Clear,
    /// Ctrl V on a chosen cell: one value or a block of a spreadsheet.
    Paste(String),
    /// Ctrl D: copy the cell above.
    CopyDown,
    /// Shift and an arrow in a spreadsheet: the chosen block grows or shrinks.
    Extend(Way),
    /// An arrow while a formula awaits the name of a cell; with Shift, of a block.
    Point {
        /// Where to go.
        way: Way,
        /// Whether the block pointed at grows.
        grows: bool,
    },
    /// F4 in a formula.
    Hold,
    /// What the caller of a spreadsheet does.
    Wish(GridWish),
}

/// A direction in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// To the first cell of the row.
    Start,
    /// To the last cell of the row.
    End,
}

/// How the keys are read: with the caret in the cell, or on the whole cell.
#[derive(Debug, Clone, Copy)]
struct Mode {
    typing: bool,
    at_start: bool,
    at_end: bool,
    sheet: Option<SheetMode>,
}

/// Takes the first command among the events of the frame.
///
/// What was typed before it stays for the cell; what was typed after it waits for the next cell.
pub(super) fn take_command(
    ui: &Ui,
    grid: egui::Id,
    sheet: Option<&dyn SheetText>,
    state: &mut GridState,
) -> Option<Command> {
    let editor = state.focus_id(grid)?;
    let (at_start, at_end) = caret_edges(ui, editor, &state.buffer);
    let sheet = sheet.map(|text| sheet_mode(ui, editor, text, state));
    let mode = Mode { typing: state.is_typing(), at_start, at_end, sheet };
    let mut waiting = std::mem::take(&mut state.later);
    ui.input_mut(|input| {
        waiting.append(&mut input.events);
        input.events = waiting;
        let rank = input.events.iter().position(|event| command(event, mode).is_some())?;
        let mut after = input.events.split_off(rank).into_iter();
        let found = after.next().and_then(|event| command(&event, mode));
        for event in after {
            if is_keyboard(&event) {
                state.later.push(event);
            } else {
                input.events.push(event);
            }
        }
        found
    })
}

fn is_keyboard(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { pressed: true, .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
    )
}

fn command(event: &Event, mode: Mode) -> Option<Command> {
    if let Some(sheet) = mode.sheet {
        match meaning(event, mode.typing, sheet) {
            Meaning::Command(command) => return Some(command),
            Meaning::Typed => return None,
            Meaning::Usual => {}
        }
    }
    match event {
        Event::Key { key, pressed: true, modifiers, .. } => key_command(*key, *modifiers, mode),
        Event::Paste(text) if !mode.typing => Some(Command::Paste(text.clone())),
        _ => None,
    }
}

fn key_command(key: Key, modifiers: Modifiers, mode: Mode) -> Option<Command> {
    if modifiers.command && !modifiers.alt && key == Key::D {
        return Some(Command::CopyDown);
    }
    if modifiers.command || modifiers.ctrl || modifiers.alt {
        return None;
    }
    let whole = !mode.typing;
    match key {
        Key::Tab if modifiers.shift => Some(Command::Previous),
        Key::Tab => Some(Command::Next),
        Key::Enter if modifiers.shift => Some(Command::Go(Way::Up)),
        Key::Enter => Some(Command::Go(Way::Down)),
        Key::Escape => Some(Command::Cancel),
        Key::F2 if whole => Some(Command::Edit),
        Key::Delete | Key::Backspace if whole => Some(Command::Clear),
        _ if modifiers.shift => None,
        Key::ArrowUp => Some(Command::Go(Way::Up)),
        Key::ArrowDown => Some(Command::Go(Way::Down)),
        Key::ArrowLeft if whole || mode.at_start => Some(Command::Go(Way::Left)),
        Key::ArrowRight if whole || mode.at_end => Some(Command::Go(Way::Right)),
        Key::Home if whole => Some(Command::Go(Way::Start)),
        Key::End if whole => Some(Command::Go(Way::End)),
        _ => None,
    }
}

/// The cell one reaches from `place`, skipping those that cannot be chosen.
pub(super) fn reached(
    source: &dyn GridSource,
    shape: &Shape,
    place: Place,
    way: Way,
) -> Option<Place> {
    let (row, column) = place;
    let stops = |place: &Place| source.cell(place.0, place.1).is_selectable();
    let columns = shape.column_count();
    match way {
        Way::Up => (0..row).rev().map(|row| (row, column)).find(stops),
        Way::Down => (row + 1..shape.row_count()).map(|row| (row, column)).find(stops),
        Way::Left => (0..column).rev().map(|column| (row, column)).find(stops),
        Way::Right => (column + 1..columns).map(|column| (row, column)).find(stops),
        Way::Start => (0..columns).map(|column| (row, column)).find(stops),
        Way::End => (0..columns).rev().map(|column| (row, column)).find(stops),
    }
}

/// The neighbour of a cell, whatever it is.
pub(super) fn neighbour(shape: &Shape, (row, column): Place, way: Way) -> Option<Place> {
    let last = shape.column_count().checked_sub(1)?;
    match way {
        Way::Up => row.checked_sub(1).map(|row| (row, column)),
        Way::Down => (row + 1 < shape.row_count()).then_some((row + 1, column)),
        Way::Left => column.checked_sub(1).map(|column| (row, column)),
        Way::Right => (column < last).then_some((row, column + 1)),
        Way::Start => Some((row, 0)),
        Way::End => Some((row, last)),
    }
}

/// The cell to be filled after `place` in reading order.
pub(super) fn next_to_fill(source: &dyn GridSource, shape: &Shape, place: Place) -> Option<Place> {
    let columns = shape.column_count();
    let start = place.0 * columns + place.1 + 1;
    (start..shape.row_count() * columns)
        .map(|rank| (rank / columns, rank % columns))
        .find(|(row, column)| source.cell(*row, *column).is_editable())
}

/// The cell to be filled before `place` in reading order.
pub(super) fn previous_to_fill(
    source: &dyn GridSource,
    shape: &Shape,
    place: Place,
) -> Option<Place> {
    let columns = shape.column_count();
    (0..place.0 * columns + place.1)
        .rev()
        .map(|rank| (rank / columns, rank % columns))
        .find(|(row, column)| source.cell(*row, *column).is_editable())
}

/// The rows and columns of a block copied from a spreadsheet.
pub(super) fn block(text: &str) -> Vec<Vec<String>> {
    text.trim_end_matches(['\r', '\n'])
        .lines()
        .map(|line| line.split('\t').map(|value| value.trim().to_owned()).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Mode = Mode { typing: false, at_start: false, at_end: false, sheet: None };

    #[test]
    fn a_block_of_a_spreadsheet_is_cut_into_rows_and_values() {
        assert_eq!(block("1\t2\r\n3\t 4\r\n"), [["1", "2"], ["3", "4"]]);
        assert_eq!(block("12,5"), [["12,5"]]);
    }

    #[test]
    fn arrows_leave_a_cell_only_at_the_ends_of_what_is_typed() {
        let inside = Mode { typing: true, ..WHOLE };
        let end = Mode { at_end: true, ..inside };
        let right = Some(Command::Go(Way::Right));
        assert_eq!(key_command(Key::ArrowRight, Modifiers::NONE, WHOLE), right);
        assert_eq!(key_command(Key::ArrowRight, Modifiers::NONE, inside), None);
        assert_eq!(key_command(Key::ArrowRight, Modifiers::NONE, end), right);
    }

    #[test]
    fn control_and_an_arrow_are_left_to_the_screen() {
        assert_eq!(key_command(Key::ArrowLeft, Modifiers::CTRL, WHOLE), None);
    }
}
