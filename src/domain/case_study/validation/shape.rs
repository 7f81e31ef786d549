//! Rows and columns of tables, to read or to fill.

use crate::domain::case_study::{MAX_COLUMNS, MAX_ROWS};
use crate::domain::diagnostic::{Diagnostic, Element, Place};

/// Checks that every row has a cell a column, within the limits of all tables.
pub(super) fn check_shape(
    element: &Element,
    columns: usize,
    rows: impl Iterator<Item = usize>,
    found: &mut Vec<Diagnostic>,
) {
    let mut count = 0;
    for (index, cells) in rows.enumerate() {
        count += 1;
        if cells != columns {
            found.push(Diagnostic::error(
                Place::within(element.clone(), format!("ligne {}", index + 1)),
                format!("{} pour {}.", counted(cells, "cellule"), counted(columns, "colonne")),
                "Complétez ou raccourcissez la ligne.",
            ));
        }
    }
    if columns == 0 || columns > MAX_COLUMNS || count > MAX_ROWS {
        found.push(Diagnostic::error(
            element.clone(),
            format!("le tableau a {} et {}.", counted(count, "ligne"), counted(columns, "colonne")),
            format!("Restez entre 1 et {MAX_COLUMNS} colonnes, {MAX_ROWS} lignes au plus."),
        ));
    }
}

/// "1 cellule", "3 cellules".
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count > 1 { "s" } else { "" };
    format!("{count} {noun}{plural}")
}
