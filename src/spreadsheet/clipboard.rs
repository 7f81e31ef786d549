//! Blocks of cells as text, as spreadsheets exchange them: tabs between cells, lines between rows.

use super::fill::copied;
use super::reference::Area;
use super::{Sheet, SheetValue};
use crate::domain::case_study::CellPosition;

/// Most cells of a block; what follows is left out.
pub const MAX_BLOCK_CELLS: usize = 4_000;

/// The rows of cells of a pasted text. A cell between quotation marks may hold tabs and ends of
/// line, which become spaces.
pub fn paste(block: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = block;
    for _ in 0..MAX_BLOCK_CELLS {
        let (cell, after) = first_cell(rest);
        row.push(cell);
        rest = after.strip_prefix('\t').unwrap_or(after);
        let same_row = rest.len() < after.len();
        if same_row {
            continue;
        }
        rows.push(std::mem::take(&mut row));
        rest = ["\r\n", "\n", "\r"].iter().find_map(|end| after.strip_prefix(*end)).unwrap_or("");
        if rest.is_empty() {
            return rows;
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// The first cell of a text, and what follows it: a tab, an end of line or nothing.
fn first_cell(rest: &str) -> (String, &str) {
    if let Some(found) = quoted_cell(rest) {
        return found;
    }
    let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
    let (cell, after) = rest.split_at(end);
    (cell.to_owned(), after)
}

/// A cell between quotation marks, doubled inside; `None` when it does not end as one.
fn quoted_cell(rest: &str) -> Option<(String, &str)> {
    let mut inside = rest.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (text, after) = inside.split_once('"')?;
        cell.push_str(text);
        if let Some(more) = after.strip_prefix('"') {
            cell.push('"');
            inside = more;
            continue;
        }
        let ends = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
        return ends.then(|| (cell.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "), after));
    }
}

/// What pasting writes: each cell of a block from a corner on. `copied_from` is the corner of the
/// cells that were copied in this table, whose references move along; `None` for a block from
/// elsewhere.
pub fn placed(
    rows: &[Vec<String>],
    at: CellPosition,
    copied_from: Option<CellPosition>,
) -> Vec<(CellPosition, String)> {
    let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().map(move |(column, text)| (row, column, text))
    });
    cells
        .take(MAX_BLOCK_CELLS)
        .map(|(row, column, text)| {
            let moved = |corner: CellPosition| CellPosition {
                row: corner.row.saturating_add(row),
                column: corner.column.saturating_add(column),
            };
            let to = moved(at);
            let text = match copied_from {
                Some(from) => copied(text, moved(from), to),
                None => text.clone(),
            };
            (to, text)
        })
        .collect()
}

/// The cells of an area as text for another program: values, not formulas, numbers without the
/// spaces and the minus sign of print.
pub fn copy_text(sheet: &Sheet, area: Area) -> String {
    let mut text = String::new();
    for at in area.positions() {
        if at.column > area.first().column {
            text.push('\t');
        } else if at.row > area.first().row {
            text.push('\n');
        }
        text.push_str(&plain_cell(sheet, at));
    }
    text
}

fn plain_cell(sheet: &Sheet, at: CellPosition) -> String {
    if let (Some(_), SheetValue::Number(number)) = (sheet.result(at), sheet.value(at)) {
        return number.normalize().to_string().replace('.', ",");
    }
    let shown = sheet.shown(at);
    if shown.contains(['\t', '\n', '\r']) || shown.starts_with('"') {
        return format!("\"{}\"", shown.replace('"', "\"\""));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_a_spreadsheet_is_cut_into_cells() {
        for block in ["1\t2,5\n3\t\n", "1\t2,5\r\n3\t\r\n", "1\t2,5\n3\t"] {
            assert_eq!(paste(block), [["1", "2,5"], ["3", ""]], "{block:?}");
        }
        assert_eq!(paste("12"), [["12"]]);
        assert_eq!(paste(""), [[""]]);
        assert_eq!(paste("a\n\nb"), [["a"], [""], ["b"]]);
    }

    #[test]
    fn quoted_cells_may_hold_tabs_lines_and_quotation_marks() {
        assert_eq!(paste("\"a\tb\"\t\"deux\r\nlignes\""), [["a b", "deux lignes"]]);
        assert_eq!(paste("\"dit \"\"oui\"\"\"\tx"), [["dit \"oui\"", "x"]]);
        assert_eq!(paste("\"pas fermé\tx"), [["\"pas fermé", "x"]]);
        assert_eq!(paste("\"a\"b\tx"), [["\"a\"b", "x"]]);
    }

    #[test]
    fn a_huge_block_is_cut_short() {
        let cells: usize = paste(&"1\t".repeat(100_000)).iter().map(Vec::len).sum();
        assert_eq!(cells, MAX_BLOCK_CELLS);
        assert_eq!(paste(&"1\n".repeat(100_000)).len(), MAX_BLOCK_CELLS);
    }

    #[test]
    fn cells_copied_in_the_table_take_their_references_along() {
        let at = |reference: &str| CellPosition::from_reference(reference).unwrap();
        let rows = paste("=A1\t5\n=B$1\t");
        let inside = placed(&rows, at("D4"), Some(at("C3")));
        let expected = [("D4", "=B2"), ("E4", "5"), ("D5", "=C$1"), ("E5", "")];
        assert_eq!(inside, expected.map(|(to, text)| (at(to), text.to_owned())));
        let outside = placed(&rows, at("D4"), None);
        assert_eq!(outside[0], (at("D4"), "=A1".to_owned()));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_paste_panic(block in "[a\"\t\n\ré0]{0,60}") {
            let rows = paste(&block);
            proptest::prop_assert!(!rows.is_empty());
        }
    }
}
