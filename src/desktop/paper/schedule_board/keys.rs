//! The keys of an operation that has the focus.

use egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Ui};

use super::deed::Deed;

/// Minutes of a step.
const STEP: i64 = 5;
/// Minutes of a long step.
const LONG_STEP: i64 = 60;

/// Takes the keys of a bar: arrows, T, Delete.
pub(super) fn of_bar(ui: &Ui, id: Id, operation: usize) -> Vec<Deed> {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let mut deeds = of_card(ui, operation, true);
    let steps = ui.input_mut(|input| {
        let mut presses = |modifiers, key| {
            i64::try_from(input.count_and_consume_key(modifiers, key)).unwrap_or(0)
        };
        // An extra Shift does not count when keys are compared: the long steps come first.
        let hours =
            presses(Modifiers::SHIFT, Key::ArrowRight) - presses(Modifiers::SHIFT, Key::ArrowLeft);
        let short =
            presses(Modifiers::NONE, Key::ArrowRight) - presses(Modifiers::NONE, Key::ArrowLeft);
        let posts =
            presses(Modifiers::NONE, Key::ArrowDown) - presses(Modifiers::NONE, Key::ArrowUp);
        (hours.saturating_mul(LONG_STEP).saturating_add(short.saturating_mul(STEP)), posts)
    });
    let (minutes, posts) = steps;
    if minutes != 0 {
        deeds.push(Deed::Step(operation, minutes));
    }
    if posts != 0 {
        deeds.push(Deed::NextPost(operation, posts > 0));
    }
    if minutes != 0 || posts != 0 {
        // The arrows are for the bar, even in the frame in which it has just taken the focus.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    deeds
}

/// Takes the keys of an operation of the list: T and, when something is written of it, Delete.
pub(super) fn of_card(ui: &Ui, operation: usize, is_written: bool) -> Vec<Deed> {
    let (earliest, removed) = ui.input_mut(|input| {
        let earliest = input.consume_key(Modifiers::NONE, Key::T);
        let removed = is_written
            && (input.consume_key(Modifiers::NONE, Key::Delete)
                || input.consume_key(Modifiers::NONE, Key::Backspace));
        (earliest, removed)
    });
    if removed {
        vec![Deed::Remove(operation)]
    } else if earliest {
        vec![Deed::Earliest(operation)]
    } else {
        Vec::new()
    }
}
