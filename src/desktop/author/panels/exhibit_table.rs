//! A table of an exhibit: caption, columns, cells.

use egui::Ui;

use super::desk::Desk;
use super::grids::{self, Chosen, HeadChange};
use super::value_field::line;
use crate::desktop::author::commands::block_edit;
use crate::desktop::author::model::ReadTable;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Field, Grid, GridCell, GridMode, GridResponse, GridSource};
use crate::domain::case_study::{Column, Edit, Exhibit, ReadCell};

/// A block of an exhibit that is a table.
#[derive(Clone, Copy)]
pub struct TableBlock<'a> {
    /// The exhibit.
    pub exhibit: &'a Exhibit,
    /// Rank of the block.
    pub rank: usize,
    /// Title above the table.
    pub caption: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// Its rows.
    pub rows: &'a [Vec<ReadCell>],
}

impl TableBlock<'_> {
    fn edit(self, change: impl FnOnce(&mut ReadTable)) -> Edit {
        let mut table = ReadTable {
            caption: self.caption.to_owned(),
            columns: self.columns.to_vec(),
            rows: self.rows.to_vec(),
        };
        change(&mut table);
        block_edit(self.exhibit, self.rank, table.into_block())
    }
}

/// The table, and what was written in it in this frame.
struct ReadGrid<'a> {
    rows: &'a [Vec<ReadCell>],
    written: Vec<(usize, usize, String)>,
}

impl GridSource for ReadGrid<'_> {
    fn cell(&self, row: usize, column: usize) -> GridCell {
        let fresh = self.written.iter().rev().find(|(r, c, _)| (*r, *c) == (row, column));
        if let Some((.., text)) = fresh {
            return GridCell::editable(text);
        }
        let cell = self.rows.get(row).and_then(|cells| cells.get(column));
        cell.map_or_else(GridCell::blocked, |cell| GridCell::editable(cell.0.as_str()))
    }

    fn write(&mut self, row: usize, column: usize, text: &str) {
        self.written.push((row, column, text.to_owned()));
    }
}

/// Shows the editor of a table.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, block: TableBlock<'_>) {
    if let Some(caption) = line(ui, Field::new("Titre du tableau"), block.caption).text {
        desk.type_in(block.edit(|table| table.caption = caption));
    }
    let columns = grids::columns(block.columns);
    let name = fr(&format!("Tableau du bloc {}", block.rank + 1));
    let mut source = ReadGrid { rows: block.rows, written: Vec::new() };
    let answer = Grid::new("tableau-a-lire", &name, &columns)
        .mode(GridMode::Edit)
        .max_height(grids::TALLEST)
        .follow_selection()
        .show(ui, block.rows.len(), &mut source);
    grids::reread(ui, desk, &answer);
    write(desk, block, source.written, &answer);
    let size = (block.rows.len(), block.columns.len());
    if let Some(change) = grids::shape_buttons(ui, answer.selected, size) {
        desk.apply(block.edit(|table| table.reshape(change)));
    }
    grids::keys(ui);
    head(ui, desk, block, answer.selected);
}

/// Keeps what was typed, pasted or copied down.
fn write(
    desk: &mut Desk<'_>,
    block: TableBlock<'_>,
    mut written: Vec<(usize, usize, String)>,
    answer: &GridResponse,
) {
    if let Some((row, column)) = answer.copy_down
        && let Some(above) = row.checked_sub(1)
        && let Some(cell) = block.rows.get(above).and_then(|cells| cells.get(column))
    {
        written.push((row, column, cell.0.clone()));
    }
    if !written.is_empty() {
        desk.type_in(block.edit(|table| {
            for (row, column, text) in &written {
                table.write(*row, *column, text);
            }
        }));
    }
}

/// Title and alignment of the column of the chosen cell.
fn head(ui: &mut Ui, desk: &mut Desk<'_>, block: TableBlock<'_>, chosen: Chosen) {
    let change = grids::head_fields(ui, chosen, block.columns);
    let (Some((_, column)), Some(change)) = (chosen, change) else { return };
    let run_together = matches!(change, HeadChange::Title(_));
    let edit = block.edit(|table| {
        if let Some(head) = table.columns.get_mut(column) {
            match change {
                HeadChange::Title(title) => head.title = title,
                HeadChange::Align(align) => head.align = align,
            }
        }
    });
    if run_together {
        desk.type_in(edit);
    } else {
        desk.apply(edit);
    }
}
