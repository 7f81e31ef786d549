//! The arrows move among the cells; Tab reaches one of them and leaves the grid.

use egui::{EventFilter, FocusDirection, Key, Modifiers, Ui};

use super::{Place, Scene};
use crate::domain::case_study::AssignmentBoard;

/// The cell, or the nearest one of a grid that has become smaller.
pub(super) fn within(board: &AssignmentBoard, (person, post): Place) -> Place {
    let last = |count: usize| count.saturating_sub(1);
    (person.min(last(board.people.len())), post.min(last(board.posts.len())))
}

/// Moves the current cell when it has the focus; before the cells are shown.
pub(super) fn take(ui: &Ui, scene: &mut Scene<'_>) {
    let here = scene.cell_id(scene.state.current);
    if !ui.memory(|memory| memory.has_focus(here)) {
        return;
    }
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(here, filter));
    let moves = ui.input_mut(|input| {
        let mut presses = |key| input.count_and_consume_key(Modifiers::NONE, key);
        [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight].map(&mut presses)
    });
    let target = moved(scene.state.current, moves);
    let target = within(scene.board, target);
    if moves.iter().sum::<usize>() > 0 {
        // The arrows are for the grid, even in the frame in which it has just taken the focus.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    if target != scene.state.current {
        scene.state.current = target;
        scene.state.reveal = true;
        let there = scene.cell_id(target);
        ui.memory_mut(|memory| memory.request_focus(there));
        ui.request_repaint();
    }
}

/// Where so many presses of up, down, left and right lead.
fn moved((person, post): Place, [up, down, left, right]: [usize; 4]) -> Place {
    let person = person.saturating_add(down).saturating_sub(up);
    (person, post.saturating_add(right).saturating_sub(left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case_study::board::{AssignmentPost, BoardPerson};

    #[test]
    fn the_arrows_stop_at_the_edges() {
        let board = AssignmentBoard {
            posts: vec![AssignmentPost::default(); 2],
            people: vec![BoardPerson::default(); 3],
            ..AssignmentBoard::default()
        };
        assert_eq!(within(&board, moved((0, 0), [1, 0, 1, 0])), (0, 0));
        assert_eq!(within(&board, moved((1, 0), [0, 1, 0, 1])), (2, 1));
        assert_eq!(within(&board, moved((2, 1), [0, 1, 0, 1])), (2, 1));
        assert_eq!(within(&AssignmentBoard::default(), (4, 4)), (0, 0));
    }
}
