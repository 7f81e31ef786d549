//! Errors of origin: which wrong cells are one, their numbers, their names, and what each explains.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::asked::Asked;
use super::judging::{Judged, Known};
use super::uniform::uniform_rows;
use super::{CellPlace, FollowThrough, RootError};
use crate::domain::case_study::SolvedCase;
use crate::domain::grading::{CellMark, CellState};
use crate::domain::planning::workbook::GlobalCell;
use crate::domain::planning::worksheet::{Evaluation, Value, shown_number};

/// Numbers the errors of origin, applies the guard against uniform answers.
pub(super) fn conclude(
    solved: &SolvedCase,
    asked: &HashMap<GlobalCell, Asked<'_>>,
    judged: BTreeMap<GlobalCell, Judged>,
    known: &BTreeMap<usize, Vec<Known>>,
) -> FollowThrough {
    let uniform =
        uniform_rows(asked.iter().map(|(at, cell)| (*at, cell.row, cell.key, cell.answer)));
    let mut explained: BTreeMap<GlobalCell, Vec<CellPlace>> = BTreeMap::new();
    let mut refused = BTreeSet::new();
    for (at, cell) in &judged {
        if cell.state != CellState::Consistent {
            continue;
        }
        let origins_uniform = cell.origins.iter().all(|origin| uniform.contains(origin));
        if uniform.contains(at) && origins_uniform {
            refused.insert(*at);
            continue;
        }
        // The nearest error explains the cell: each is counted once.
        if let Some(origin) = cell.origins.last() {
            explained.entry(*origin).or_default().push(cell.place.clone());
        }
    }
    let mut result = FollowThrough::default();
    let mut numbers: BTreeMap<GlobalCell, usize> = BTreeMap::new();
    for (at, cell) in &judged {
        let is_root =
            cell.state == CellState::Wrong && (cell.inputs_right || explained.contains_key(at));
        if !is_root {
            continue;
        }
        let number = result.roots.len() + 1;
        numbers.insert(*at, number);
        let written = asked.get(at).and_then(|cell| cell.answer);
        result.roots.push(RootError {
            number,
            place: cell.place.clone(),
            name: name(solved, *at),
            written: written.map(|answer| answer.typed.trim().to_owned()).unwrap_or_default(),
            right: cell.own_right.as_ref().map(words).unwrap_or_default(),
            working: working(solved, *at, cell.own_right.as_ref(), known),
            inputs_right: cell.inputs_right,
            explains: explained.remove(at).unwrap_or_default(),
            uniform: uniform.contains(at),
        });
    }
    for (at, cell) in judged {
        let own_number = numbers.get(&at).copied();
        let state = match cell.state {
            CellState::Wrong if own_number.is_some() => CellState::RootError,
            CellState::Consistent if refused.contains(&at) => CellState::Wrong,
            other => other,
        };
        let root = match state {
            CellState::RootError => own_number,
            CellState::Consistent => {
                cell.origins.last().and_then(|origin| numbers.get(origin)).copied()
            }
            _ => None,
        };
        let mark = CellMark { at: cell.place.1, state, root };
        result.cells.insert(cell.place, mark);
    }
    result
}

fn name(solved: &SolvedCase, at: GlobalCell) -> String {
    let calculation = solved.workbook.calculations.get(at.sheet);
    calculation.map(|found| found.worksheet.full_name(at.cell)).unwrap_or_default()
}

/// The working from the candidate's own values, without the name of the cell, which stands before
/// it.
fn working(
    solved: &SolvedCase,
    at: GlobalCell,
    right: Option<&Value>,
    known: &BTreeMap<usize, Vec<Known>>,
) -> String {
    let (Some(found), Some(known), Some(right)) =
        (solved.workbook.calculations.get(at.sheet), known.get(&at.sheet), right)
    else {
        return String::new();
    };
    let own = known.iter().enumerate().map(|(rank, known)| {
        if rank == at.cell.rank() { right.clone() } else { known.value.clone() }
    });
    let sentence = found.worksheet.working(at.cell, &Evaluation::from_values(own.collect()));
    let name = format!("{} = ", found.worksheet.name(at.cell));
    sentence.strip_prefix(&name).unwrap_or(&sentence).to_owned()
}

fn words(value: &Value) -> String {
    match value {
        Value::Number(number) => shown_number(*number).0,
        other => other.to_string(),
    }
}
