//! Tables of annexes, and the columns of tables to fill.

use egui::Ui;

use super::fr;
use crate::desktop::ui_kit::{GridColumn, RichTable, Run};
use crate::domain::case_study::{Align, Column, ReadCell};

/// Least width of a column of numbers, in points.
const NUMBER_WIDTH: f32 = 46.0;
/// Width of one character of a head, in points, and the room around it.
const CHARACTER: f32 = 7.5;
const AROUND: f32 = 20.0;
/// Largest least width of a column of words.
const WORDS_WIDTH: f32 = 240.0;

/// A table to read, `zoom` times its size; `highlighted` says which rows are under the
/// highlighter, and a row that was `pressable` is given when it is pressed.
pub(super) fn reading(
    ui: &mut Ui,
    (columns, rows): (&[Column], &[Vec<ReadCell>]),
    zoom: f32,
    pressable: bool,
    highlighted: impl Fn(usize) -> bool,
) -> Option<usize> {
    let head: Vec<_> = columns.iter().map(|column| vec![Run::bold(fr(&column.title))]).collect();
    let rows: Vec<Vec<_>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| vec![Run::plain(fr(&cell.0))]).collect())
        .collect();
    RichTable::new(&head, &rows).zoom(zoom).pressable(pressable).show(ui, highlighted)
}

/// Columns of a table to fill: as wide as their head and their longest given text.
pub fn columns<'a>(columns: &[Column], longest: impl Fn(usize) -> usize + 'a) -> Vec<GridColumn> {
    columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let title = fr(&column.title);
            let longest_word = title.split(' ').map(|word| word.chars().count()).max();
            let head = longest_word.unwrap_or(0);
            let characters = u16::try_from(longest(index).max(head)).unwrap_or(u16::MAX);
            let wanted = f32::from(characters) * CHARACTER + AROUND;
            match column.align {
                Align::Left => GridColumn::text(title, wanted.clamp(NUMBER_WIDTH, WORDS_WIDTH)),
                Align::Right => GridColumn::number(title, wanted.clamp(NUMBER_WIDTH, WORDS_WIDTH)),
            }
        })
        .collect()
}
