//! The spreadsheet engine, held at arm's length: one sheet, its cells written one by one, all its
//! formulas computed at once. A panic in it is caught and leaves no engine, never a dead window.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ironcalc_base::Model;
use ironcalc_base::expressions::token::Error as EngineError;
use ironcalc_base::types::Cell;
use rust_decimal::Decimal;

use super::SheetProblem;
use super::compile::Compiled;
use super::value::{Outcome, outcome, to_float};
use crate::domain::case_study::CellPosition;

/// The only sheet.
const SHEET: u32 = 0;
/// Style of every cell.
const PLAIN: i32 = 0;
/// Stack that a chain of cells may use before the engine goes on from the top: the main thread of
/// Windows has one megabyte in all.
const MAX_STACK: usize = 128 * 1024;
/// The engine keeps every formula and text that it was ever given: after this many writes, a new
/// one takes its place.
const WORN: usize = 2_000;

/// What formulas read in a cell that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// A number.
    Number(Decimal),
    /// A date, in days.
    Date(Decimal),
    /// A text.
    Text(String),
    /// A formula.
    Formula(Compiled),
    /// A formula that is not computed; those that read it have a problem too.
    Refused(SheetProblem),
}

/// The engine and what it holds.
pub(super) struct Engine {
    /// `None` once it failed.
    model: Option<Model<'static>>,
    writes: usize,
}

impl Engine {
    /// An engine that holds these cells, not computed yet.
    pub(super) fn holding(contents: &BTreeMap<CellPosition, Content>) -> Self {
        let model = catch_unwind(|| Model::new_empty("Tableau", "fr", "Europe/Paris", "fr"));
        let mut engine = Self { model: model.ok().and_then(Result::ok), writes: 0 };
        if let Some(model) = &mut engine.model {
            model.set_max_evaluation_stack(MAX_STACK);
        }
        for (at, content) in contents {
            engine.write(*at, Some(content));
        }
        engine.writes = 0;
        engine
    }

    /// Whether it never failed.
    pub(super) const fn works(&self) -> bool {
        self.model.is_some()
    }

    /// Whether it should be made anew.
    pub(super) const fn is_worn(&self) -> bool {
        self.writes > WORN
    }

    /// Writes a cell; nothing is computed.
    pub(super) fn write(&mut self, at: CellPosition, content: Option<&Content>) {
        let Some((row, column)) = place(at) else { return };
        self.writes += 1;
        self.attempt(|model| match content {
            None => model.workbook.worksheet_mut(SHEET)?.cell_clear_contents(row, column),
            Some(Content::Number(number) | Content::Date(number)) => {
                model.update_cell_with_number(SHEET, row, column, to_float(*number))
            }
            Some(Content::Text(text)) => model.update_cell_with_text(SHEET, row, column, text),
            Some(Content::Formula(formula)) => {
                // "@": the result stays in its cell, whatever it is.
                let text = format!("=@({})", formula.engine);
                model.update_cell_with_formula(SHEET, row, column, text)
            }
            Some(Content::Refused(_)) => {
                let sheet = model.workbook.worksheet_mut(SHEET)?;
                sheet.set_cell_with_error(row, column, EngineError::NAME, PLAIN)
            }
        });
    }

    /// Computes every formula.
    pub(super) fn evaluate(&mut self) {
        self.attempt(|model| {
            model.evaluate();
            Ok(())
        });
    }

    /// The result of a formula; `None` when the cell holds none.
    pub(super) fn outcome(&self, at: CellPosition) -> Option<Outcome> {
        let (row, column) = place(at)?;
        let sheet = self.model.as_ref()?.workbook.worksheet(SHEET).ok()?;
        match &*sheet.cell(row, column)? {
            Cell::CellFormula { v, .. } | Cell::ArrayFormula { v, .. } => Some(outcome(v)),
            _ => None,
        }
    }

    /// Does something with the model; an error or a panic leaves no model.
    fn attempt(&mut self, act: impl FnOnce(&mut Model<'static>) -> Result<(), String>) {
        let Some(mut model) = self.model.take() else { return };
        let done = catch_unwind(AssertUnwindSafe(move || act(&mut model).map(|()| model)));
        self.model = done.ok().and_then(Result::ok);
    }
}

/// Row and column of the engine, from 1.
fn place(at: CellPosition) -> Option<(i32, i32)> {
    let row = i32::try_from(at.row.checked_add(1)?).ok()?;
    let column = i32::try_from(at.column.checked_add(1)?).ok()?;
    Some((row, column))
}
