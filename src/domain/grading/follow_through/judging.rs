//! One pass over the cells in the order of the calculations.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::uniform::uniform_rows;
use super::{CellPlace, FollowThrough, RootError};
use crate::domain::answers::{AnswerSheet, AnswerValue, CellAnswer};
use crate::domain::case_study::{
    AskedValue, Cell, CellPosition, ComputedQuestion, Question, QuestionKind, SolvedCase,
    TableForm, WorksheetForm, asked_value, canonical_text,
};
use crate::domain::grading::automatic::{folded, mark_cell};
use crate::domain::grading::{CellMark, CellState};
use crate::domain::planning::workbook::{Calculation, GlobalCell};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Evaluation, Value, shown_number,
};

/// What a cell of the workbook is asked as.
struct Asked<'a> {
    place: CellPlace,
    row: &'a str,
    column: &'a str,
    form: &'a WorksheetForm,
    table: &'a TableForm,
    key: &'a AskedValue,
    answer: Option<&'a CellAnswer>,
}

/// What is known of a judged cell.
#[derive(Default)]
struct Known {
    value: Value,
    /// Errors that its value comes from.
    origins: BTreeSet<GlobalCell>,
}

/// Judgement of one asked cell, before errors of origin are numbered.
struct Judged {
    place: CellPlace,
    state: CellState,
    origins: BTreeSet<GlobalCell>,
    /// Whether all that it is computed from is right.
    inputs_right: bool,
    /// The right value from the candidate's own cells.
    own_right: Option<Value>,
}

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

/// Number questions seen as tables of one cell.
struct NumberTables {
    tables: BTreeMap<String, (TableForm, AskedValue, Option<CellAnswer>)>,
    form: WorksheetForm,
}

impl NumberTables {
    fn of(solved: &SolvedCase, sheet: &AnswerSheet) -> Self {
        let mut tables = BTreeMap::new();
        for question in solved.case.questions() {
            let QuestionKind::Number { key, tolerance, .. } = &question.answer else { continue };
            if !matches!(solved.computed.get(&question.id), Some(ComputedQuestion::Number(_))) {
                continue;
            }
            let asked = AskedValue::Number { key: *key, tolerance: None };
            let table = TableForm {
                rows: vec![vec![Cell::Asked(asked.clone())]],
                tolerance: *tolerance,
                ..TableForm::default()
            };
            let answer = match sheet.value(&question.id) {
                Some(AnswerValue::Number(number)) => Some(CellAnswer {
                    typed: number.typed.clone(),
                    number: number.value,
                    date: None,
                }),
                _ => None,
            };
            tables.insert(question.id.to_string(), (table, asked, answer));
        }
        Self { tables, form: WorksheetForm::default() }
    }
}

fn asked_cells<'a>(
    solved: &'a SolvedCase,
    sheet: &'a AnswerSheet,
    numbers: &'a NumberTables,
) -> HashMap<GlobalCell, Asked<'a>> {
    let mut found = HashMap::new();
    for question in solved.case.questions() {
        match solved.computed.get(&question.id) {
            Some(ComputedQuestion::Worksheet { form, cells }) => {
                let QuestionKind::Table(table) = &question.answer else { continue };
                let value = sheet.value(&question.id);
                for (at, cell) in cells {
                    let Some(Cell::Asked(key)) = table.cell(*at) else { continue };
                    found.entry(cell.at).or_insert(Asked {
                        place: (question.id.clone(), *at),
                        row: &cell.row,
                        column: &cell.column,
                        form,
                        table,
                        key,
                        answer: value.and_then(|value| value.cell(*at)),
                    });
                }
            }
            Some(ComputedQuestion::Number(at)) => {
                if let Some((table, key, answer)) = numbers.tables.get(question.id.as_str()) {
                    found.entry(*at).or_insert(Asked {
                        place: number_place(question),
                        row: "",
                        column: "",
                        form: &numbers.form,
                        table,
                        key,
                        answer: answer.as_ref(),
                    });
                }
            }
            _ => {}
        }
    }
    found
}

fn number_place(question: &Question) -> CellPlace {
    (question.id.clone(), CellPosition { row: 0, column: 0 })
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

/// Numbers the errors of origin, applies the guard against uniform answers.
fn conclude(
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
