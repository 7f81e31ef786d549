//! Formulas of a table from typing to value, through the engine.

mod bounds;
mod editing;
mod problems;
mod values;

use super::*;
use crate::domain::case_study::{CellPosition, SubjectCell, SubjectTable};

fn at(reference: &str) -> CellPosition {
    CellPosition::from_reference(reference).unwrap()
}

/// A table: "?" a number, "T" a text, "D" a date, "/" blocked, the rest given.
fn table(rows: &[&[&str]]) -> SubjectTable {
    let cell = |text: &&str| match *text {
        "?" => SubjectCell::Number,
        "T" => SubjectCell::Text,
        "D" => SubjectCell::Date,
        "/" => SubjectCell::Blocked,
        given => SubjectCell::Given(given.to_owned()),
    };
    SubjectTable {
        columns: Vec::new(),
        rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        board: None,
    }
}

/// Ten rows of four numbers to write: A1 to D10.
fn blank() -> Sheet {
    Sheet::new(&table(&[["?", "?", "?", "?"].as_slice(); 10]))
}

/// What a formula shows in D10 once A1 = 10, A2 = 20, A3 = 30, B1 = 0,1, B2 = 0,2, B3 = "oui".
fn shown(formula: &str) -> String {
    let mut sheet = blank();
    let data = [("A1", "10"), ("A2", "20"), ("A3", "30"), ("B1", "0,1"), ("B2", "0,2")];
    for (cell, typed) in data {
        assert!(sheet.set(at(cell), typed));
    }
    sheet.set_many(&[(at("B3"), "oui".to_owned()), (at("D10"), formula.to_owned())]);
    sheet.shown(at("D10"))
}

/// The problem of a formula in the same sheet, in French.
fn said(formula: &str) -> String {
    let mut sheet = blank();
    sheet.set(at("B3"), "oui");
    sheet.set(at("D10"), formula);
    sheet.problem(at("D10")).map(ToString::to_string).unwrap_or_default()
}
