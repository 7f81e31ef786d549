//! Errors of the engine said in the words of the field: what is wrong, and in which cell.

use std::collections::{BTreeMap, BTreeSet};

use ironcalc_base::expressions::token::Error as EngineError;

use super::engine::{Content, Engine};
use super::value::Outcome;
use super::{SheetProblem, SheetValue};
use crate::domain::case_study::CellPosition;

/// What is known when a formula has failed.
pub(super) struct Facts<'a> {
    /// What the cells hold.
    pub(super) contents: &'a BTreeMap<CellPosition, Content>,
    /// The engine, its formulas computed.
    pub(super) engine: &'a Engine,
}

impl Facts<'_> {
    /// Why the formula of a cell failed; `origin` is the cell where the error began.
    pub(super) fn problem(
        &self,
        at: CellPosition,
        error: &EngineError,
        origin: Option<CellPosition>,
    ) -> SheetProblem {
        let Some(cell) = origin.filter(|origin| *origin != at) else {
            return self.own_problem(at, error);
        };
        let problem = match self.contents.get(&cell) {
            Some(Content::Refused(problem)) => problem.clone(),
            _ => self.own_problem(cell, error),
        };
        SheetProblem::Inherited { cell, problem: Box::new(problem) }
    }

    fn own_problem(&self, at: CellPosition, error: &EngineError) -> SheetProblem {
        match error {
            EngineError::DIV => SheetProblem::DivisionByZero,
            EngineError::CIRC => SheetProblem::Circular,
            EngineError::NA => SheetProblem::NotFound,
            EngineError::REF => SheetProblem::BeyondRange,
            EngineError::NUM => SheetProblem::Impossible,
            EngineError::VALUE => {
                self.text_read(at).map_or(SheetProblem::WrongKind, SheetProblem::NotANumber)
            }
            EngineError::SPILL | EngineError::CALC => SheetProblem::SeveralValues,
            EngineError::ERROR | EngineError::NIMPL | EngineError::NULL => SheetProblem::Unsuited,
            // A function allowed here that the engine does not know: a test holds that none is.
            EngineError::NAME => SheetProblem::Unavailable,
        }
    }

    /// The one cell read on its own that holds a text, when there is one only.
    fn text_read(&self, at: CellPosition) -> Option<CellPosition> {
        let Some(Content::Formula(formula)) = self.contents.get(&at) else { return None };
        let texts: BTreeSet<CellPosition> = formula
            .reads
            .iter()
            .filter(|area| area.is_single())
            .map(|area| area.first())
            .filter(|cell| self.holds_text(*cell))
            .collect();
        let mut texts = texts.into_iter();
        let first = texts.next()?;
        texts.next().is_none().then_some(first)
    }

    fn holds_text(&self, at: CellPosition) -> bool {
        match self.contents.get(&at) {
            Some(Content::Text(_)) => true,
            Some(Content::Formula(_)) => {
                matches!(self.engine.outcome(at), Some(Outcome::Value(SheetValue::Text(_))))
            }
            _ => false,
        }
    }
}
