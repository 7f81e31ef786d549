//! One pass over the cells in the order of the calculations.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::asked::{Asked, NumberTables, asked_cells};
use super::roots::conclude;
use super::{CellPlace, FollowThrough};
use crate::domain::answers::{AnswerSheet, CellAnswer};
use crate::domain::case_study::{AskedValue, SolvedCase, asked_value, canonical_text};
use crate::domain::grading::CellState;
use crate::domain::grading::automatic::{folded, mark_cell};
use crate::domain::planning::workbook::{Calculation, GlobalCell};
use crate::domain::planning::worksheet::{CalculationError, CellId, Value};

/// What is known of a judged cell.
#[derive(Default)]
pub(super) struct Known {
    /// The candidate's own value, or the right one where nothing was written.
    pub(super) value: Value,
    /// Errors that its value comes from.
    pub(super) origins: BTreeSet<GlobalCell>,
}

/// Judgement of one asked cell, before errors of origin are numbered.
pub(super) struct Judged {
    /// Where it stands.
    pub(super) place: CellPlace,
    /// Right, consistent, wrong or blank.
    pub(super) state: CellState,
    /// Errors that it comes from.
    pub(super) origins: BTreeSet<GlobalCell>,
    /// Whether all that it is computed from is right.
    pub(super) inputs_right: bool,
    /// The right value from the candidate's own cells.
    pub(super) own_right: Option<Value>,
}

/// Judges the computed cells of a copy.
pub(super) fn judge(solved: &SolvedCase, sheet: &AnswerSheet) -> FollowThrough {
    if solved.computed.is_empty() {
        return FollowThrough::default();
    }
    let holders = NumberTables::of(solved, sheet);
    let asked = asked_cells(solved, sheet, &holders);
    let mut pass = Pass { solved, asked: &asked, known: BTreeMap::new(), judged: BTreeMap::new() };
    for sheet in 0..solved.workbook.calculations.len() {
        pass.sheet(sheet);
    }
    let Pass { judged, known, .. } = pass;
    conclude(solved, &asked, judged, &known)
}

struct Pass<'a> {
    solved: &'a SolvedCase,
    asked: &'a HashMap<GlobalCell, Asked<'a>>,
    known: BTreeMap<usize, Vec<Known>>,
    judged: BTreeMap<GlobalCell, Judged>,
}

impl Pass<'_> {
    fn sheet(&mut self, sheet: usize) {
        let Some(calculation) = self.solved.workbook.calculations.get(sheet) else { return };
        let sources: HashMap<CellId, GlobalCell> = calculation
            .worksheet
            .sources()
            .filter_map(|(id, source)| Some((id, self.solved.workbook.locate(source)?)))
            .collect();
        let mut known: Vec<Known> = Vec::with_capacity(calculation.worksheet.len());
        for (id, _) in calculation.worksheet.cells() {
            let at = GlobalCell { sheet, cell: id };
            let source = sources.get(&id).and_then(|from| self.known_at(*from));
            let (right, origins) = source.map_or_else(
                || followed(calculation, id, &known),
                |source| (Ok(source.value.clone()), source.origins.clone()),
            );
            known.push(self.cell(at, right, origins));
        }
        self.known.insert(sheet, known);
    }

    fn known_at(&self, at: GlobalCell) -> Option<&Known> {
        self.known.get(&at.sheet)?.get(at.cell.0)
    }

    /// Judges a cell from its right value out of the candidate's own cells.
    fn cell(
        &mut self,
        at: GlobalCell,
        right: Result<Value, CalculationError>,
        origins: BTreeSet<GlobalCell>,
    ) -> Known {
        let key = self.solved.workbook.key(at);
        let same = right.as_ref().is_ok_and(|value| value == key);
        // Where nothing can be computed from the candidate's cells, the key lets the rest go on.
        let fallback = right.clone().unwrap_or_else(|_| key.clone());
        let inherited = if same { BTreeSet::new() } else { origins };
        let Some(asked) = self.asked.get(&at) else {
            return Known { value: fallback, origins: inherited };
        };
        let own = asked.answer.and_then(|answer| self.own_value(at, asked, answer));
        let state = state(asked, right.as_ref().ok());
        let origins = match state {
            CellState::Correct => BTreeSet::new(),
            CellState::Wrong if own.is_some() => BTreeSet::from([at]),
            _ => inherited.clone(),
        };
        let judged = Judged {
            place: asked.place.clone(),
            state,
            origins: if state == CellState::Consistent {
                inherited.clone()
            } else {
                origins.clone()
            },
            inputs_right: inherited.is_empty(),
            own_right: right.ok(),
        };
        self.judged.insert(at, judged);
        let value = if state == CellState::Correct { key.clone() } else { own.unwrap_or(fallback) };
        Known { value, origins }
    }

    /// The value that the candidate's writing means; `None` for nothing or for what has no meaning.
    fn own_value(&self, at: GlobalCell, asked: &Asked<'_>, answer: &CellAnswer) -> Option<Value> {
        if answer.typed.trim().is_empty() {
            return None;
        }
        match asked.key {
            AskedValue::Number { .. } => answer.number.map(Value::Number),
            AskedValue::Date { .. } => answer.date.map(Value::Day),
            AskedValue::Text { .. } => {
                let calculation = self.solved.workbook.calculations.get(at.sheet)?;
                let known = calculation.worksheet.cells();
                let known = known.map(|(id, _)| calculation.values.value(id));
                let same = |one: &str, other: &str| folded(one) == folded(other);
                Some(canonical_text(
                    &answer.typed,
                    known,
                    asked.form,
                    asked.row,
                    asked.column,
                    same,
                ))
            }
        }
    }
}

/// A cell computed from those known, and the errors that its value comes from.
fn followed(
    calculation: &Calculation,
    id: CellId,
    known: &[Known],
) -> (Result<Value, CalculationError>, BTreeSet<GlobalCell>) {
    let lookup = |cell: CellId| Ok(known.get(cell.0).map(|k| k.value.clone()).unwrap_or_default());
    let right = calculation.worksheet.compute(id, &lookup);
    let before = calculation.worksheet.predecessors(id);
    let origins = before
        .iter()
        .filter_map(|cell| known.get(cell.0))
        .flat_map(|before| before.origins.iter().copied())
        .collect();
    (right, origins)
}

/// Right by the key, right from the candidate's own cells, wrong, or blank.
fn state(asked: &Asked<'_>, right: Option<&Value>) -> CellState {
    let by_key = mark_cell(asked.table, asked.key, asked.answer);
    if by_key != CellState::Wrong {
        return by_key;
    }
    let own = right.and_then(|value| asked_value(value, asked.form, asked.row, asked.column));
    match own {
        Some(own) if mark_cell(asked.table, &own, asked.answer) == CellState::Correct => {
            CellState::Consistent
        }
        _ => CellState::Wrong,
    }
}
