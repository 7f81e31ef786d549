//! A small table, for the tests.

use crate::domain::case_study::{Align, CellPosition, Column, SubjectCell, SubjectTable};
use crate::spreadsheet::Sheet;

/// A cell by its name.
pub(super) fn at(reference: &str) -> CellPosition {
    CellPosition::from_reference(reference).expect("a reference")
}

/// ```text
///     A               B    C
/// 1   Besoins bruts   25   30
/// 2   Stock           …    …
/// 3   Besoins nets    …    …
/// 4   Remarque        …    (blocked)
/// ```
pub(super) fn table() -> SubjectTable {
    let given = |text: &str| SubjectCell::Given(text.to_owned());
    let column = |title: &str| Column { title: title.to_owned(), align: Align::Right };
    SubjectTable {
        columns: vec![column("Ligne"), column("S37"), column("S38")],
        rows: vec![
            vec![given("Besoins bruts"), given("25"), given("30")],
            vec![given("Stock"), SubjectCell::Number, SubjectCell::Number],
            vec![given("Besoins nets"), SubjectCell::Number, SubjectCell::Number],
            vec![given("Remarque"), SubjectCell::Text, SubjectCell::Blocked],
        ],
        board: None,
    }
}

/// The sheet of a table with these texts.
pub(super) fn written(form: &SubjectTable, cells: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::new(form);
    let cells: Vec<(CellPosition, String)> =
        cells.iter().map(|(reference, text)| (at(reference), (*text).to_owned())).collect();
    assert!(sheet.set_many(&cells), "cells to fill");
    sheet
}
