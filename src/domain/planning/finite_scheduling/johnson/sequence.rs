//! The sequence as cells: at each rank, the task that Johnson's rule puts there.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::super::task_names::{Codes, numbers};
use super::order::{goes_first, johnson_order};
use super::sheet::{TaskCells, fictitious_names};
use super::{EqualTimes, FlowShopInput, SequenceChoice, Ties};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Value, rule, shown_number,
};

/// The sequence found by Johnson's rule, as a rule over the times compared.
pub(super) struct Sequence {
    codes: Codes,
    tie_ranks: Arc<[usize]>,
    equal: EqualTimes,
    names: [String; 2],
}

impl Sequence {
    pub fn new(tasks: &TaskCells, input: &FlowShopInput) -> Self {
        let (ties, equal) = match input.choice {
            SequenceChoice::Johnson(ties, equal) => (ties, equal),
            SequenceChoice::Given(_) => (Ties::default(), EqualTimes::default()),
        };
        let names = if input.machines.len() == 3 {
            fictitious_names(&input.machines)
        } else {
            let mut each = input.machines.iter().cloned();
            [each.next().unwrap_or_default(), each.next().unwrap_or_default()]
        };
        let codes = Arc::clone(&tasks.codes);
        Self { tie_ranks: ties.ranks(&codes).into(), codes, equal, names }
    }

    /// The code of the task at this rank.
    pub fn at(&self, rank: usize, compared: &[Vec<CellId>; 2]) -> Formula {
        let arguments = compared.iter().flatten().copied().map(Formula::from).collect();
        let codes = Arc::clone(&self.codes);
        let tie_ranks = Arc::clone(&self.tie_ranks);
        let equal = self.equal;
        let find = move |values: &[Value]| -> Result<Value, CalculationError> {
            let order = johnson_order(&time_pairs(values)?, &tie_ranks, equal);
            let code = order.get(rank).and_then(|task| codes.get(*task));
            Ok(Value::Text(code.cloned().unwrap_or_default()))
        };
        let codes = Arc::clone(&self.codes);
        let [first_name, second_name] = self.names.clone();
        let explain = move |values: &[Value], result: &Value| -> String {
            let task = codes.iter().position(|code| *code == result.to_string());
            let pairs = time_pairs(values).unwrap_or_default();
            let Some((first, second)) = task.and_then(|task| pairs.get(task)) else {
                return String::new();
            };
            let (one, other) = (shown_number(*first).0, shown_number(*second).0);
            if goes_first(*first, *second, equal) {
                let sign = if first == second { "=" } else { "<" };
                format!("{one} {sign} {other}, en tête par durée croissante sur {first_name}")
            } else {
                let sign = if first == second { "=" } else { ">" };
                format!("{one} {sign} {other}, en fin par durée décroissante sur {second_name}")
            }
        };
        rule(arguments, find, explain)
    }
}

/// First and second time of each task, from a list of all first times, then all second times.
fn time_pairs(values: &[Value]) -> Result<Vec<(Decimal, Decimal)>, CalculationError> {
    let times = numbers(values)?;
    let (first, second) = times.split_at(times.len() / 2);
    Ok(first.iter().copied().zip(second.iter().copied()).collect())
}
