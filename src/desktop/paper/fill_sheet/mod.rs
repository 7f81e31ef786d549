//! A table to fill that feels like a spreadsheet: letters and numbers, formulas in French, blocks,
//! copies, undo. What is typed is given back as texts; whoever keeps the answer computes it again.
//!
//! `rows`, `facts`, `words` and `deeds` know no window: what the rows are, what is worth telling,
//! in which words, and what is written. `memory` keeps the sheet; `names` and `cells` speak to the
//! grid; `footing` draws.

mod cells;
mod deeds;
#[cfg(test)]
mod example;
mod facts;
mod footing;
mod memory;
mod names;
mod rows;
mod words;

use egui::{Id, Ui};

use super::inside_clipboard::{TableCopy, keep_table_copy, table_copy};
use super::{fr, table};
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{
    Grid, GridColumn, GridResponse, GridSheet, GridWish, select_block, select_cell,
};
use crate::domain::answers::AnswerValue;
use crate::domain::case_study::{SubjectCell, SubjectQuestion, SubjectTable};
use crate::spreadsheet::{Area, CellWrite};

use cells::Filling;
use deeds::{CELL_LIMIT, Pasted, Table};
use memory::{Memory, Writes, remembered};
use names::{CellNames, area, block, position};

/// Longest value that widens its column, in characters.
const LONGEST_VALUE: usize = 12;
/// Least width of a column to fill, in points.
const LEAST_WIDTH: f32 = 56.0;
/// Room of the lock beside the name of a row, in points.
const LOCK: f32 = 20.0;
/// What stays on screen beside the cells, in points: the bar, and a line under the table.
const AROUND: f32 = height::INPUT + 24.0;
/// Least height of a table that scrolls by itself, in points.
const LEAST_HEIGHT: f32 = 96.0;

/// Shows a table to fill; gives the texts written in this frame. What can be undone is kept for the
/// `Ui` that shows it: two copies of one question are shown under two identities.
pub(super) fn fill_sheet(
    ui: &mut Ui,
    question: &SubjectQuestion,
    form: &SubjectTable,
    value: Option<&AnswerValue>,
) -> Writes {
    let id = ui.scope_id().with("tableur");
    let shared = remembered(ui, id, form);
    let mut memory = shared.lock();
    memory.take_in(form, value);
    let (answer, mut written) = show_grid(ui, question, &memory);
    memory.set_typing(answer.selected.filter(|_| answer.typing).map(position));
    for edit in &answer.edits {
        let at = position(edit.place);
        let (before, after) = (edit.before.clone(), edit.after.clone());
        memory.record(vec![CellWrite { at, before, after }]);
    }
    if let Some(wish) = &answer.wish {
        written.extend(fulfil(ui, id, &answer, wish, &mut memory));
        ui.request_repaint();
    }
    memory.expect(&written);
    footing::show(ui, &memory, answer.selected.map(position));
    written
}

fn show_grid(ui: &mut Ui, question: &SubjectQuestion, memory: &Memory) -> (GridResponse, Writes) {
    let columns = columns(memory);
    let title = fr(&question.title);
    let names = CellNames { size: memory.sheet().size() };
    let (can_undo, can_redo) = memory.steps();
    let sheet = GridSheet { text: &names, limit: CELL_LIMIT, can_undo, can_redo };
    let tallest = (ui.clip_rect().height() - AROUND).max(LEAST_HEIGHT);
    let mut filling = Filling::new(memory);
    let answer = Grid::new("tableau", &title, &columns).sheet(sheet).max_height(tallest).show(
        ui,
        memory.form().rows.len(),
        &mut filling,
    );
    (answer, filling.written)
}

/// The columns, as wide as their heads, their given texts and their values.
fn columns(memory: &Memory) -> Vec<GridColumn> {
    let longest = |column: usize| {
        let (given, value) = memory.longest(column);
        given.max(value.min(LONGEST_VALUE))
    };
    let mut columns = table::columns(&memory.form().columns, longest);
    for column in columns.iter_mut().skip(1) {
        column.min_width = column.min_width.max(LEAST_WIDTH);
    }
    if let Some(first) = columns.first_mut()
        && memory.has_locks()
    {
        first.min_width += LOCK;
    }
    columns
}

/// Does what was asked with the chosen block; gives what it writes.
fn fulfil(ui: &Ui, id: Id, answer: &GridResponse, wish: &GridWish, memory: &mut Memory) -> Writes {
    if let GridWish::Undo | GridWish::Redo = wish {
        let writes = memory.step(*wish == GridWish::Undo);
        if let Some((at, _)) = writes.last() {
            select_cell(ui, answer.id, (at.row, at.column));
        }
        return writes;
    }
    let Some(chosen) = answer.block.map(area) else { return Writes::new() };
    let table = Table { form: memory.form(), sheet: memory.sheet() };
    let group = match wish {
        GridWish::Copy => {
            copy(ui, id, table, chosen, true);
            Vec::new()
        }
        GridWish::Cut => {
            copy(ui, id, table, chosen, false);
            table.cleared(chosen)
        }
        GridWish::Paste(text) => {
            let (group, covered) = pasted(ui, id, table, chosen, text);
            choose(ui, answer, table, covered);
            group
        }
        GridWish::Clear => table.cleared(chosen),
        GridWish::FillDown => table.filled_down(chosen),
        GridWish::FillRight => table.filled_right(chosen),
        GridWish::Undo | GridWish::Redo => Vec::new(),
    };
    let writes = group.iter().map(|write| (write.at, write.after.clone())).collect();
    memory.record(group);
    writes
}

/// Copies cells for this table and for any program; after a cut, their references do not move.
fn copy(ui: &Ui, id: Id, table: Table<'_>, chosen: Area, moves: bool) {
    let copied = table.copied(chosen);
    let corner = Some(chosen.first()).filter(|_| moves);
    ui.copy_text(copied.text.clone());
    keep_table_copy(ui, TableCopy { table: id, text: copied.text, corner, rows: copied.rows });
}

fn pasted(ui: &Ui, id: Id, table: Table<'_>, chosen: Area, text: &str) -> (Vec<CellWrite>, Area) {
    let known = table_copy(ui, id, text);
    let cells = known.as_ref().map(|copy| (copy.rows.as_slice(), copy.corner));
    table.pasted(chosen, Pasted { text, cells })
}

/// After a paste, the cells that it covers are chosen.
fn choose(ui: &Ui, answer: &GridResponse, table: Table<'_>, covered: Area) {
    let is_asked = table.form.cell(covered.first()).is_some_and(SubjectCell::is_asked);
    if is_asked {
        select_block(ui, answer.id, block(covered));
    }
}
