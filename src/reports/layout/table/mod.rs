//! Tables: rows are never cut, the title and the head are repeated on every page.

mod cells;
mod contents;
mod head;
mod row_marks;
mod rows;
mod widths;

use std::rc::Rc;

use crate::reports::document::{BodySize, CellAlign, Table, TableColumn, TableRow, TableStyle};

use super::context::Context;
use super::draw::Align;
use super::measure::{TOLERANCE, millimetres};
use super::palette;
use super::strip::{Strip, keep_together};
use super::text::TextStyle;
use rows::lay_rows;

/// Sizes of a table; lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metrics {
    style: TableStyle,
    text: TextStyle,
    head: TextStyle,
    pad_x: f32,
    pad_top: f32,
    pad_bottom: f32,
    /// Least height of a row.
    least_row: f32,
}

/// A table whose columns have their widths.
pub struct Grid {
    columns: Vec<TableColumn>,
    /// Widths in points.
    widths: Vec<f32>,
    metrics: Metrics,
}

/// Sizes of text to try, from the normal one to the least, in points.
const SIZES: [f32; 5] = [9.0, 8.5, 8.0, 7.5, 7.0];

/// A grid is read across and down at once: up to this part of a page it is never cut.
const WHOLE_GRID: f32 = 0.6;

/// Lays a table over the whole width.
pub fn lay_table(table: &Table, context: Context) -> Vec<Strip> {
    let columns = all_columns(table);
    if columns.is_empty() {
        return head::title_only(table, context);
    }
    let grid = fitting_grid(table, columns, context);
    let first = head::prelude(table, &grid, false);
    let repeated = Rc::new(head::prelude(table, &grid, true));
    // A head that would fill the pages is not repeated.
    let repeats = repeated.height <= context.page_height / 2.0;
    let available = context.page_height - if repeats { repeated.height } else { 0.0 };
    let mut strips = lay_rows(&table.rows, &grid, available);
    for strip in &mut strips {
        strip.prelude = repeats.then(|| (Rc::clone(&repeated), 0.0));
    }
    if first.height > 0.0 {
        let keep = !strips.is_empty();
        strips.insert(0, Strip { keep, ..Strip::new(first.height, first.marks) });
    }
    let height: f32 = strips.iter().map(|strip| strip.height).sum();
    if !grid.metrics.is_reading() && height <= WHOLE_GRID * context.page_height {
        keep_together(&mut strips);
    }
    strips
}

/// The columns of the table, and plain ones for the cells that are too many.
fn all_columns(table: &Table) -> Vec<TableColumn> {
    let widest = table
        .rows
        .iter()
        .map(|row| match row {
            TableRow::Cells(cells) | TableRow::Total(cells) => cells.len(),
            TableRow::Group(_) => 1,
        })
        .max()
        .unwrap_or(0);
    let mut columns = table.columns.clone();
    if columns.len() < widest {
        columns.resize_with(widest, TableColumn::default);
    }
    columns
}

/// The largest size of text at which every word has its place.
fn fitting_grid(table: &Table, columns: Vec<TableColumn>, context: Context) -> Grid {
    let mut chosen = None;
    for size in SIZES {
        let metrics = Metrics::new(table.style, size, columns.len(), context);
        let mut needs = widths::needs(table, &columns, &metrics);
        if !metrics.is_reading() {
            needs = widths::alike(needs, &columns, context.width);
        }
        let fits = widths::required(&needs) <= context.width + TOLERANCE;
        chosen = Some((metrics, widths::column_widths(&needs, context.width)));
        if fits {
            break;
        }
    }
    let (metrics, widths) = chosen
        .unwrap_or_else(|| (Metrics::new(table.style, 9.0, columns.len(), context), Vec::new()));
    Grid { columns, widths, metrics }
}

impl Metrics {
    fn new(style: TableStyle, size: f32, columns: usize, context: Context) -> Self {
        let text = TextStyle::new(size, size * 11.0 / 9.0, palette::INK);
        let head_size = (size - 1.0).max(7.0);
        let head = TextStyle::new(head_size, head_size * 1.25, palette::INK).bold();
        let pad_x = match columns {
            0..=10 => millimetres(1.8),
            11..=14 => millimetres(1.1),
            _ => millimetres(0.7),
        };
        let subject = matches!(context.body, BodySize::Subject);
        let (pad_top, pad_bottom, least_row) = match style {
            TableStyle::Reading if subject => (2.4, 2.0, 0.0),
            TableStyle::Reading => (2.2, 1.6, 0.0),
            TableStyle::Grid => (3.0, 3.0, 0.0),
            TableStyle::Filling if columns > 9 => (3.0, 3.0, millimetres(10.5)),
            TableStyle::Filling => (3.0, 3.0, millimetres(8.5)),
        };
        Self { style, text, head, pad_x, pad_top, pad_bottom, least_row }
    }

    /// White on each side of a cell: signs and boxes need less of it.
    fn pad(&self, align: CellAlign) -> f32 {
        match align {
            CellAlign::Left | CellAlign::Right => self.pad_x,
            CellAlign::Centre => self.pad_x.min(millimetres(0.9)),
        }
    }

    const fn is_reading(&self) -> bool {
        matches!(self.style, TableStyle::Reading)
    }
}

impl Grid {
    /// Width of the whole table, in points.
    fn width(&self) -> f32 {
        self.widths.iter().sum()
    }

    /// Columns with their left ends and widths, in points.
    fn places(&self) -> impl Iterator<Item = (&TableColumn, f32, f32)> {
        let mut x = 0.0;
        self.columns.iter().zip(&self.widths).map(move |(column, width)| {
            let left = x;
            x += width;
            (column, left, *width)
        })
    }
}

const fn align(column: &TableColumn) -> Align {
    match column.align {
        CellAlign::Left => Align::Left,
        CellAlign::Right => Align::Right,
        CellAlign::Centre => Align::Centre,
    }
}

#[cfg(test)]
mod tests {
    use super::super::page::Mark;
    use super::*;
    use crate::reports::document::{CellContent, ColumnWidth, TableCell, Tone};

    const CONTEXT: Context = Context { width: 480.0, page_height: 300.0, body: BodySize::Jury };

    fn table(rows: usize) -> Table {
        let cell = |row| TableCell::text(format!("cellule {row} avec un texte assez long"));
        Table {
            title: Some(("CP4".into(), "à droite".into())),
            columns: vec![
                TableColumn::left("N°", ColumnWidth::Fixed(12.0)),
                TableColumn::left("Critère", ColumnWidth::Auto),
                TableColumn::centre("satisfait", ColumnWidth::Share(f32::NAN)),
            ],
            rows: (0..rows)
                .map(|row| {
                    let check = TableCell::of(CellContent::CheckBox(true, Tone::Good));
                    TableRow::Cells(vec![TableCell::bold(format!("{row}")), cell(row), check])
                })
                .collect(),
            ..Table::default()
        }
    }

    fn text_of(strips: &[Strip]) -> String {
        strips
            .iter()
            .flat_map(|strip| &strip.marks)
            .filter_map(|mark| match mark {
                Mark::Text(text) if text.visible => Some(text.text.as_str()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn two_rows_stay_on_each_side_of_a_break() {
        let strips = lay_table(&table(5), CONTEXT);
        let kept: Vec<bool> = strips.iter().map(|strip| strip.keep).collect();
        assert_eq!(kept, [true, true, false, false, true, false]);
        assert!(strips.iter().skip(1).all(|strip| strip.prelude.is_some()));
    }

    #[test]
    fn the_repeated_head_says_that_the_table_goes_on() {
        let strips = lay_table(&table(2), CONTEXT);
        let prelude = strips.last().and_then(|strip| strip.prelude.clone());
        let marks = prelude.map(|(prelude, _)| prelude.marks.clone()).unwrap_or_default();
        let text = text_of(&[Strip::new(0.0, marks)]);
        assert!(text.contains("(suite)") && text.contains("Critère"), "{text}");
    }

    #[test]
    fn neighbours_of_one_group_share_a_head_that_no_rule_crosses() {
        let column = |head: &str| TableColumn::left(head, ColumnWidth::Fixed(20.0));
        let columns = vec![
            column("N°"),
            column("Heure").under("Entrée"),
            column("Signature").under("Entrée"),
            column("Heure").under("Remise"),
            column("Signature").under("Remise"),
        ];
        let rows = vec![TableRow::Cells(vec![TableCell::text("1"); 5]); 2];
        let grouped = Table { columns, rows, style: TableStyle::Filling, ..Table::default() };
        let mut plain = grouped.clone();
        for column in &mut plain.columns {
            column.group.clear();
        }
        let (grouped, plain) = (lay_table(&grouped, CONTEXT), lay_table(&plain, CONTEXT));
        let words = text_of(&grouped);
        assert_eq!((words.matches("Entrée").count(), words.matches("Remise").count()), (1, 1));
        let from_the_top = |strips: &[Strip]| {
            let marks = strips.first().map(|head| head.marks.as_slice()).unwrap_or_default();
            let is_vertical = |mark: &&Mark| match mark {
                Mark::Line { from, to, .. } => (from.x - to.x).abs() < 0.01 && from.y.abs() < 0.01,
                _ => false,
            };
            marks.iter().filter(is_vertical).count()
        };
        assert_eq!((from_the_top(&plain), from_the_top(&grouped)), (6, 4));
        assert!(grouped.first().zip(plain.first()).is_some_and(|(g, p)| g.height > p.height));
    }

    #[test]
    fn a_row_taller_than_a_page_is_split_without_loss() {
        let long = "mot ".repeat(4000);
        let table = Table {
            columns: vec![TableColumn::default()],
            rows: vec![TableRow::Cells(vec![TableCell::text(long.clone())])],
            ..Table::default()
        };
        let strips = lay_table(&table, CONTEXT);
        assert!(strips.iter().all(|strip| strip.height <= CONTEXT.page_height));
        assert_eq!(text_of(&strips).matches("mot").count(), 4000);
    }

    #[test]
    fn odd_tables_do_no_harm() {
        let cells = TableRow::Cells(vec![TableCell::text("a"); 40]);
        for style in [TableStyle::Reading, TableStyle::Grid, TableStyle::Filling] {
            let odd = Table {
                columns: vec![TableColumn::left("long".repeat(30), ColumnWidth::Fixed(f32::NAN))],
                rows: vec![
                    TableRow::Group("groupe".into()),
                    cells.clone(),
                    TableRow::Total(Vec::new()),
                    TableRow::Group(String::new()),
                ],
                style,
                ..Table::default()
            };
            let strips = lay_table(&odd, Context { width: 90.0, ..CONTEXT });
            assert_eq!(text_of(&strips).matches('a').count(), 40);
            assert!(lay_table(&Table { style, ..Table::default() }, CONTEXT).is_empty());
        }
    }
}
