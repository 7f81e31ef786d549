//! Rich text of authors: titles, paragraphs, lists and tables of light Markdown.

use crate::domain::rich_text::{RichBlock, Span};
use crate::reports::document::{CellAlign, Table, TableCell, TableColumn, TableRow};

use super::context::Context;
use super::draw::{self, Align};
use super::page::Point;
use super::strip::Strip;
use super::table;
use super::text::{TextStyle, styled};
use super::text_blocks::{append_item, indented, paragraph};

/// Between two blocks, and around a table, in points.
const BLOCK_GAP: f32 = 3.6;
const TABLE_GAP: f32 = 6.0;
/// From the left end to the text of an item, in points.
const INDENT: f32 = 14.0;

/// Lays rich text over the whole width.
pub fn lay(blocks: &[RichBlock], context: Context) -> Vec<Strip> {
    let mut strips = Vec::new();
    let mut after_table = false;
    for block in blocks {
        let is_table = matches!(block, RichBlock::Table { .. });
        let gap = if is_table || after_table { TABLE_GAP } else { BLOCK_GAP };
        append_item(&mut strips, lay_one(block, context), gap);
        after_table = is_table;
    }
    strips
}

fn lay_one(block: &RichBlock, context: Context) -> Vec<Strip> {
    let style = context.text();
    match block {
        RichBlock::Heading(spans) => {
            let mut strips = paragraph(spans, style.bold(), context);
            for strip in &mut strips {
                strip.keep = true;
            }
            strips
        }
        RichBlock::Paragraph(spans) => paragraph(spans, style, context),
        RichBlock::List { start, items } => list(*start, items, style, context),
        RichBlock::Table { head, rows } => table::lay_table(&read_table(head, rows), context),
    }
}

fn list(start: Option<u64>, items: &[Vec<Span>], style: TextStyle, context: Context) -> Vec<Strip> {
    let marker = |index: usize| {
        let rank = u64::try_from(index).unwrap_or(u64::MAX);
        start.map_or_else(|| "•".to_owned(), |start| format!("{}.", start.saturating_add(rank)))
    };
    let last = marker(items.len().saturating_sub(1));
    let indent = INDENT.max(draw::label_width(&last, style.bold()) + 5.0);
    let mut strips = Vec::new();
    for (index, spans) in items.iter().enumerate() {
        let mut item = indented(&styled(spans, style), style, indent, context);
        if let Some(first) = item.first_mut() {
            let marker_style = if start.is_some() { style.bold() } else { style };
            let x = if start.is_some() { 0.0 } else { 3.5 };
            let at = Point::new(x, style.baseline());
            draw::label(&mut first.marks, &marker(index), marker_style, at, Align::Left);
        }
        append_item(&mut strips, item, 1.2);
    }
    strips
}

/// A table of an author as one of ours: columns of numbers are aligned to the right.
fn read_table(head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> Table {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(head.len());
    let columns = (0..count).map(|index| TableColumn {
        head: head.get(index).map(|spans| joined(spans)).unwrap_or_default(),
        align: if is_numeric(rows, index) { CellAlign::Right } else { CellAlign::Left },
        ..TableColumn::default()
    });
    let cells = |row: &Vec<Vec<Span>>| {
        TableRow::Cells(row.iter().map(|spans| TableCell::spans(spans.clone())).collect())
    };
    Table { columns: columns.collect(), rows: rows.iter().map(cells).collect(), ..Table::default() }
}

fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

fn is_numeric(rows: &[Vec<Vec<Span>>], column: usize) -> bool {
    let cells: Vec<String> = rows
        .iter()
        .filter_map(|row| row.get(column))
        .map(|spans| joined(spans).trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    let number = |text: &String| {
        text.chars().any(|c| c.is_ascii_digit())
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-−–,.%€".contains(c))
    };
    !cells.is_empty() && cells.iter().all(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rich_text::parse;
    use crate::reports::document::BodySize;

    #[test]
    fn rich_text_is_laid_out_whole() {
        let blocks = parse(
            "# Titre\n\nUn **mot**.\n\n9. a\n10. b\n\n- c\n\n| N | Q |\n|--|--|\n| x | 12 |\n",
        );
        let context = Context { width: 200.0, page_height: 600.0, body: BodySize::Subject };
        let strips = lay(&blocks, context);
        assert!(strips.len() >= 7);
        assert!(strips.iter().all(|strip| strip.height > 1.0));
    }

    #[test]
    fn columns_of_numbers_go_to_the_right() {
        let rows = vec![vec![vec![Span::plain("a")], vec![Span::plain("−1 250,5")]]];
        let aligns: Vec<CellAlign> =
            read_table(&[], &rows).columns.iter().map(|column| column.align).collect();
        assert_eq!(aligns, [CellAlign::Left, CellAlign::Right]);
    }
}
