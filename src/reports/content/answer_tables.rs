//! Tables of questions: empty to fill, with their key, or as a candidate filled them.

use crate::domain::answers::{AnswerValue, key_text};
use crate::domain::case_study::{
    Align, Cell, CellPosition, Column, SubjectCell, SubjectTable, TableForm,
};
use crate::domain::grading::{CellState, QuestionMark};
use crate::domain::rich_text::Span;
use crate::reports::document::{
    CellContent, ColumnWidth, Sign, Table, TableCell, TableColumn, TableRow, TableStyle, Tone,
};

/// A column of a document from one of a case.
pub(super) fn column(column: &Column) -> TableColumn {
    match column.align {
        Align::Left => TableColumn::left(column.title.clone(), ColumnWidth::Auto),
        Align::Right => TableColumn::right(column.title.clone(), ColumnWidth::Auto),
    }
}

fn table(columns: &[Column], rows: Vec<TableRow>, style: TableStyle) -> Table {
    Table {
        title: None,
        columns: columns.iter().map(column).collect(),
        rows,
        style,
        headless: columns.iter().all(|column| column.title.is_empty()),
    }
}

fn blocked() -> TableCell {
    TableCell { blocked: true, given: true, ..TableCell::default() }
}

/// The empty table, to fill by hand.
pub(super) fn blank(form: &SubjectTable) -> Table {
    let rows = form.rows.iter().map(|row| {
        TableRow::Cells(
            row.iter()
                .map(|cell| match cell {
                    SubjectCell::Given(text) => TableCell::text(text.clone()).given(),
                    SubjectCell::Blocked => blocked(),
                    _ => TableCell::default(),
                })
                .collect(),
        )
    });
    table(&form.columns, rows.collect(), TableStyle::Filling)
}

/// The table with its keys in bold.
pub(super) fn key(form: &TableForm) -> Table {
    let rows = form.rows.iter().map(|row| {
        TableRow::Cells(
            row.iter()
                .map(|cell| match cell {
                    Cell::Given(text) => TableCell::text(text.clone()).given(),
                    Cell::Blocked => blocked(),
                    Cell::Asked(_) => TableCell::bold(key_text(cell)),
                })
                .collect(),
        )
    });
    table(&form.columns, rows.collect(), TableStyle::Grid)
}

/// The table as a candidate filled it, with the sign and word of each cell.
pub(super) fn filled(
    form: &SubjectTable,
    value: Option<&AnswerValue>,
    mark: Option<&QuestionMark>,
) -> Table {
    let rows = form.rows.iter().enumerate().map(|(row, cells)| {
        TableRow::Cells(
            cells
                .iter()
                .enumerate()
                .map(|(column, cell)| match cell {
                    SubjectCell::Given(text) => TableCell::text(text.clone()).given(),
                    SubjectCell::Blocked => blocked(),
                    _ => filled_cell(CellPosition { row, column }, value, mark),
                })
                .collect(),
        )
    });
    table(&form.columns, rows.collect(), TableStyle::Grid)
}

/// The word under a value: narrow enough for a column of a planning table.
fn short_word(state: CellState) -> String {
    match state {
        CellState::RootError => "origine".to_owned(),
        other => other.label().to_lowercase(),
    }
}

fn filled_cell(
    at: CellPosition,
    value: Option<&AnswerValue>,
    mark: Option<&QuestionMark>,
) -> TableCell {
    let typed =
        value.and_then(|v| v.cell(at)).map(|cell| cell.shown().to_owned()).unwrap_or_default();
    let Some(found) = mark.and_then(|mark| mark.cell(at)) else { return TableCell::text(typed) };
    let state = found.state;
    let (sign, tone) = match state {
        CellState::Correct => (Sign::Check, Tone::Good),
        CellState::Consistent => (Sign::Elbow, Tone::Follow),
        CellState::RootError => (Sign::CrossDisc, Tone::Bad),
        CellState::Wrong => (Sign::Cross, Tone::Partial),
        CellState::Blank => (Sign::Ring, Tone::Blank),
    };
    let mut content = vec![CellContent::Signed(sign, typed.clone(), tone)];
    if state == CellState::Correct {
        content = vec![CellContent::Text(vec![Span::plain(typed)])];
    } else {
        let number = found.root.map(|root| format!("\u{a0}{root}")).unwrap_or_default();
        content.push(CellContent::Word(format!("{}{number}", short_word(state)), tone));
    }
    TableCell {
        content,
        tone: (state != CellState::Correct).then_some(tone),
        ..TableCell::default()
    }
}
