//! The lines of a list, as people and spreadsheets write them.

use crate::domain::diagnostic::{Diagnostic, Element, Place};

/// A line that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number in the list, from 1.
    pub(super) line: usize,
    /// Its cells.
    pub(super) cells: Vec<String>,
}

impl Row {
    /// Where it is.
    pub(super) fn place(&self) -> Place {
        place_of(self.line)
    }
}

/// Where a line is.
pub(super) fn place_of(line: usize) -> Place {
    Place::within(Element::Document, format!("ligne {line}"))
}

/// Lines that hold something. Cells stand between semicolons or tabs, or commas where the list has
/// neither; a cell may be quoted, as spreadsheets write them.
pub(super) fn rows_of(text: &str) -> Vec<Row> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Lists typed by hand may mix semicolons and tabs.
    let text = if text.contains(';') { text.replace('\t', ";") } else { text.to_owned() };
    let separator = [(';', b';'), ('\t', b'\t')].into_iter().find(|(sign, _)| text.contains(*sign));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.map_or(b',', |(_, byte)| byte))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let records = reader.records().flatten();
    let numbered = records.map(|record| {
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(|cell| cell.trim().to_owned()).collect();
        Row { line: usize::try_from(line).unwrap_or(0), cells }
    });
    numbered.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// A quote that nothing closes takes the lines after it into one cell: those people would be lost.
pub(super) fn unclosed_quote(text: &str, rows: &[Row]) -> Option<Diagnostic> {
    if text.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let row = rows.iter().find(|row| row.cells.iter().any(|cell| cell.contains('\n')))?;
    Some(Diagnostic::error(
        row.place(),
        "un guillemet s'ouvre et ne se ferme pas : les lignes suivantes sont prises avec celle-ci.",
        "Ôtez ce guillemet, ou fermez-le.",
    ))
}
