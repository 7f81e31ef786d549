//! What is said under a table to fill: its signs, what is left, what is wrong.

use egui::{Align, Layout, Ui};

use super::super::fr;
use super::memory::Memory;
use super::words::{count_words, problem_lines, unreadable_words};
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Icon, State, TextRole, icon, palette, row, secondary, state_text};
use crate::domain::case_study::CellPosition;

/// From this width on, the count stands at the end of the line of signs.
const WIDE: f32 = 640.0;
/// Height of that line.
const LINE: f32 = 20.0;
/// Side of a sign.
const SIGN: f32 = 14.0;

/// Shows what is to be said; `chosen` is the chosen cell.
pub(super) fn show(ui: &mut Ui, memory: &Memory, chosen: Option<CellPosition>) {
    let (facts, typing) = (memory.facts(), memory.typing());
    let count = fr(&count_words(facts));
    if ui.available_width() >= WIDE {
        row(ui, LINE, |ui| {
            signs(ui, memory.has_locks());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| secondary(ui, count));
        });
    } else {
        ui.horizontal_wrapped(|ui| {
            signs(ui, memory.has_locks());
            secondary(ui, count);
        });
    }
    let mut lines = problem_lines(facts, typing, chosen);
    lines.extend(unreadable_words(facts, typing));
    for line in lines {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let color = palette(ui).wrong;
            icon(ui, Icon::Bang, SIGN, color);
            state_text(ui, fr(&line), TextRole::Secondary, State::Wrong);
        });
    }
}

fn signs(ui: &mut Ui, locks: bool) {
    if locks {
        let color = palette(ui).text_2;
        icon(ui, Icon::Lock, SIGN, color);
        secondary(ui, fr("Données verrouillées."));
    }
    secondary(ui, fr("Une cellule vide est une absence de réponse."));
}
