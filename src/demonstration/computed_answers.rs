//! Cells of calculations as people fill them: a few slips, then the rest rightly computed from
//! their own values.

use std::collections::HashMap;

use fastrand::Rng;
use rust_decimal::Decimal;

use super::copies::slip;
use crate::domain::answers::model_cell;
use crate::domain::case_study::{
    AskedValue, ComputedQuestion, QuestionKind, SolvedCase, asked_value, with_decimals,
};
use crate::domain::planning::workbook::GlobalCell;
use crate::domain::planning::worksheet::{CellId, Value};

/// A cell slips this many times less often than a whole answer is wrong.
const CARE: u8 = 8;

/// What a candidate writes in each asked cell; `None` for a cell left blank.
pub(super) fn written_cells(
    solved: &SolvedCase,
    accuracy: u8,
    random: &mut Rng,
) -> HashMap<GlobalCell, Option<String>> {
    let asked = asked_cells(solved);
    let mut written = HashMap::new();
    let mut done: Vec<Vec<Value>> = Vec::new();
    for (sheet, calculation) in solved.workbook.calculations.iter().enumerate() {
        let sources: HashMap<CellId, GlobalCell> = calculation
            .worksheet
            .sources()
            .filter_map(|(id, source)| Some((id, solved.workbook.locate(source)?)))
            .collect();
        let mut values: Vec<Value> = Vec::with_capacity(calculation.worksheet.len());
        for (id, _) in calculation.worksheet.cells() {
            let at = GlobalCell { sheet, cell: id };
            let own = match sources.get(&id) {
                Some(from) => value_at(&done, *from),
                None => calculation
                    .worksheet
                    .compute(id, &|cell| Ok(values.get(cell.rank()).cloned().unwrap_or_default()))
                    .unwrap_or_else(|_| calculation.values.value(id).clone()),
            };
            let value = match asked.get(&at) {
                None => own,
                Some(shape) => {
                    let (text, value) = fill(&own, shape, accuracy, random);
                    written.insert(at, text);
                    value
                }
            };
            values.push(value);
        }
        done.push(values);
    }
    written
}

/// How each asked cell writes a value.
type Shape<'a> = Box<dyn Fn(&Value) -> Option<AskedValue> + 'a>;

fn asked_cells(solved: &SolvedCase) -> HashMap<GlobalCell, Shape<'_>> {
    let mut found: HashMap<GlobalCell, Shape<'_>> = HashMap::new();
    for (question, computed) in &solved.computed {
        match computed {
            ComputedQuestion::Worksheet { form, cells } => {
                for cell in cells.values() {
                    let shape = |value: &Value| asked_value(value, form, &cell.row, &cell.column);
                    found.insert(cell.at, Box::new(shape));
                }
            }
            ComputedQuestion::Number(at) => {
                let answer = solved.case.question(question).map(|question| &question.answer);
                let decimals = match answer {
                    Some(QuestionKind::Number { decimals, .. }) => *decimals,
                    _ => None,
                };
                let shape = move |value: &Value| {
                    let key = value.number().ok().map(|key| with_decimals(key, decimals));
                    Some(AskedValue::Number { key, tolerance: None })
                };
                found.insert(*at, Box::new(shape));
            }
            ComputedQuestion::Placement(_) => {}
        }
    }
    found
}

fn value_at(done: &[Vec<Value>], at: GlobalCell) -> Value {
    done.get(at.sheet).and_then(|values| values.get(at.cell.rank())).cloned().unwrap_or_default()
}

/// The text of a cell, and the value that the rest is computed from.
fn fill(own: &Value, shape: &Shape<'_>, accuracy: u8, random: &mut Rng) -> (Option<String>, Value) {
    let slips = random.u8(0..100) < 100_u8.saturating_sub(accuracy) / CARE;
    let value = match (own, slips) {
        (Value::Number(number), true) if random.u8(0..4) > 0 => {
            Value::Number(slip(number.round_dp(2)).normalize())
        }
        (_, true) => return (None, own.clone()),
        _ => own.clone(),
    };
    let text = shape(&value).and_then(|asked| model_cell(&asked)).map(|cell| cell.typed);
    let kept = match &value {
        // What follows is computed from what was written, rounded as it was.
        Value::Number(number) => Value::Number(rounded_as(text.as_deref(), *number)),
        other => other.clone(),
    };
    (text, kept)
}

fn rounded_as(text: Option<&str>, number: Decimal) -> Decimal {
    let typed = text.and_then(|text| crate::domain::french::parse_number(text).ok());
    typed.unwrap_or(number)
}
