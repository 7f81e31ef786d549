//! The worksheet: data and indices of the tasks, then one row a rank for each order asked.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::super::task_names::{Codes, key_part, numbers, value_of_named};
use super::measures::add_measures;
use super::order::{Dispatch, dispatched};
use super::{Sequencing, SingleMachineInput};
use crate::domain::planning::schedule_check::PriorityRule;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Columns of the worksheet; those of data not given are left out.
pub(super) struct Columns {
    pub order: usize,
    pub arrival: Option<usize>,
    pub duration: usize,
    pub due: Option<usize>,
    pub weight: Option<usize>,
    pub ratio: Option<usize>,
    pub slack: Option<usize>,
    pub weighted: Option<usize>,
    pub start: usize,
    pub end: usize,
    pub flow: usize,
    /// Lateness of either sign, and lateness of the late.
    pub late: Option<[usize; 2]>,
    pub value: usize,
}

impl Columns {
    fn new(sheet: &mut Worksheet, input: &SingleMachineInput) -> Self {
        let mut when =
            |wanted: bool, key: &str, label: &str| wanted.then(|| sheet.column(key, label));
        let order = when(true, "ordre", "Ordre");
        let arrival = when(input.has_arrivals(), "arrivee", "Arrivée");
        let duration = when(true, "duree", "Durée");
        let due = when(input.has_due_dates(), "echeance", "Échéance");
        let weight = when(input.has_weights(), "poids", "Poids");
        let ratio =
            when(input.uses(PriorityRule::CriticalRatio), "ratio_critique", "Ratio critique");
        let slack = when(input.uses(PriorityRule::LeastSlack), "marge", "Marge");
        let weighted = when(input.uses(PriorityRule::WeightedShortest), "rapport", "Durée ÷ poids");
        let start = when(true, "debut", "Début");
        let end = when(true, "fin", "Fin");
        let flow = when(true, "flux", "Temps de présence");
        let signed = when(input.has_due_dates(), "ecart", "Fin − échéance");
        let late = when(input.has_due_dates(), "retard", "Retard");
        let value = when(true, "valeur", "");
        Self {
            order: order.unwrap_or_default(),
            arrival,
            duration: duration.unwrap_or_default(),
            due,
            weight,
            ratio,
            slack,
            weighted,
            start: start.unwrap_or_default(),
            end: end.unwrap_or_default(),
            flow: flow.unwrap_or_default(),
            late: signed.zip(late).map(|(signed, late)| [signed, late]),
            value: value.unwrap_or_default(),
        }
    }
}

/// Cells of the data of tasks, one cell a task; empty lists for data not given.
pub(super) struct TaskCells {
    pub codes: Codes,
    pub now: CellId,
    pub arrivals: Vec<CellId>,
    pub durations: Vec<CellId>,
    pub dues: Vec<CellId>,
    pub weights: Vec<CellId>,
    ratios: Vec<CellId>,
    slacks: Vec<CellId>,
    weighted: Vec<CellId>,
}

/// The worksheet of one machine.
///
/// # Errors
/// When the input is out of bounds or incomplete, or a rule asks for data that are not given.
pub fn worksheet(input: &SingleMachineInput) -> Result<Worksheet, CalculationError> {
    input.check()?;
    let mut sheet = Worksheet::new("Ordonnancement d'un poste par règles de priorité");
    let columns = Columns::new(&mut sheet, input);
    let tasks = add_tasks(&mut sheet, &columns, input);
    for order in &input.orders {
        let rows = add_ranks(&mut sheet, &columns, &tasks, input, order);
        add_measures(&mut sheet, &columns, &tasks, input, (order, &rows));
    }
    Ok(sheet)
}

fn add_tasks(sheet: &mut Worksheet, columns: &Columns, input: &SingleMachineInput) -> TaskCells {
    let head = RowHead::new("date", "Date de la décision").short("date").unit(&input.unit);
    let row = sheet.row(head);
    let now = sheet.given(row, columns.value, input.now);
    let codes = input.tasks.iter().map(|task| task.code.clone()).collect();
    let mut tasks = TaskCells {
        codes,
        now,
        arrivals: Vec::new(),
        durations: Vec::new(),
        dues: Vec::new(),
        weights: Vec::new(),
        ratios: Vec::new(),
        slacks: Vec::new(),
        weighted: Vec::new(),
    };
    for task in &input.tasks {
        let code = &task.code;
        let head = RowHead::new(format!("tache.{}", key_part(code)), format!("Tâche {code}"));
        let row = sheet.row(head.short(code).unit(&input.unit));
        let mut known = |column: Option<usize>, number: Option<Decimal>| {
            column.zip(number).map(|(column, number)| sheet.given(row, column, number))
        };
        let arrival = known(columns.arrival, task.arrival);
        let duration = known(Some(columns.duration), Some(task.duration));
        let due = known(columns.due, task.due);
        let weight = known(columns.weight, task.weight);
        tasks.arrivals.extend(arrival);
        tasks.durations.extend(duration);
        tasks.dues.extend(due);
        tasks.weights.extend(weight);
        if let Some((due, duration)) = due.zip(duration) {
            let ratio = columns.ratio.map(|to| sheet.computed(row, to, (due - now) / duration));
            let slack = columns.slack.map(|to| sheet.computed(row, to, due - now - duration));
            tasks.ratios.extend(ratio);
            tasks.slacks.extend(slack);
        }
        if let (Some(to), Some(duration), Some(weight)) = (columns.weighted, duration, weight) {
            tasks.weighted.push(sheet.computed(row, to, duration / weight));
        }
    }
    tasks
}

/// Cells of the ranks of one order.
#[derive(Default)]
pub(super) struct RankCells {
    pub durations: Vec<CellId>,
    pub weights: Vec<CellId>,
    pub ends: Vec<CellId>,
    pub flows: Vec<CellId>,
    pub signed: Vec<CellId>,
    pub late: Vec<CellId>,
}

fn add_ranks(
    sheet: &mut Worksheet,
    columns: &Columns,
    tasks: &TaskCells,
    input: &SingleMachineInput,
    order: &Sequencing,
) -> RankCells {
    let mut cells = RankCells::default();
    let mut free = tasks.now;
    for rank in 0..input.tasks.len() {
        let name = format!("rang {}", rank + 1);
        let head =
            RowHead::new(format!("{}.{}", order.key(), rank + 1), format!("Rang {}", rank + 1));
        let row = sheet.row(head.short(name).group(order.label()).unit(&input.unit));
        let task = match order {
            Sequencing::Rule(rule) => {
                sheet.computed(row, columns.order, task_at(tasks, *rule, rank))
            }
            Sequencing::Given(ranks) => {
                let code = ranks.get(rank).and_then(|task| tasks.codes.get(*task));
                sheet.given(row, columns.order, code.cloned().unwrap_or_default())
            }
        };
        let mut looked_up = |column: Option<usize>, values: &[CellId], what: &str| {
            let formula = value_of_named(task, &tasks.codes, values, what);
            column.map(|column| sheet.computed(row, column, formula))
        };
        let arrival = looked_up(columns.arrival, &tasks.arrivals, "arrivée");
        let Some(duration) = looked_up(Some(columns.duration), &tasks.durations, "durée") else {
            continue;
        };
        let due = looked_up(columns.due, &tasks.dues, "échéance");
        let weight = looked_up(columns.weight, &tasks.weights, "poids");
        let earliest = match arrival {
            Some(arrival) => Formula::from(free).max(arrival),
            None => Formula::from(free),
        };
        let start = sheet.computed(row, columns.start, earliest);
        let end = sheet.computed(row, columns.end, start + duration);
        let flow = sheet.computed(row, columns.flow, end - arrival.unwrap_or(tasks.now));
        if let Some(([signed, late], due)) = columns.late.zip(due) {
            let signed = sheet.computed(row, signed, end - due);
            cells.signed.push(signed);
            cells.late.push(sheet.computed(row, late, Formula::from(signed).at_least_zero()));
        }
        cells.durations.push(duration);
        cells.weights.extend(weight);
        cells.flows.push(flow);
        cells.ends.push(end);
        free = end;
    }
    cells
}

/// The code of the task that a rule puts at a rank.
fn task_at(tasks: &TaskCells, priority: PriorityRule, rank: usize) -> Formula {
    let indices = match priority {
        PriorityRule::FirstArrived => &tasks.arrivals,
        PriorityRule::Shortest
        | PriorityRule::LeastWork
        | PriorityRule::Longest
        | PriorityRule::MostWork => &tasks.durations,
        PriorityRule::EarliestDue => &tasks.dues,
        PriorityRule::CriticalRatio => &tasks.ratios,
        PriorityRule::LeastSlack => &tasks.slacks,
        PriorityRule::WeightedShortest => &tasks.weighted,
    };
    // With arrivals, which task is there depends on times too.
    let mut arguments: Vec<CellId> = indices.clone();
    if !tasks.arrivals.is_empty() {
        arguments.extend(tasks.durations.iter().chain(&tasks.arrivals).copied());
        arguments.push(tasks.now);
    }
    let codes = Arc::clone(&tasks.codes);
    let find = move |values: &[Value]| -> Result<Value, CalculationError> {
        let (dispatch, now) = dispatch(values, codes.len(), priority)?;
        let task = dispatched(&dispatch, now).get(rank).copied();
        Ok(Value::Text(task.and_then(|task| codes.get(task)).cloned().unwrap_or_default()))
    };
    let codes = Arc::clone(&tasks.codes);
    let explain = move |values: &[Value], result: &Value| -> String {
        let task = codes.iter().position(|code| *code == result.to_string());
        let index = task.and_then(|task| values.get(task)).and_then(|value| value.number().ok());
        let words = words_of(priority);
        index.map_or_else(
            || words.to_owned(),
            |index| format!("{words} ({})", shown_number(index).0),
        )
    };
    rule(arguments.into_iter().map(Formula::from).collect(), find, explain)
}

/// What puts a task first, for its working.
const fn words_of(rule: PriorityRule) -> &'static str {
    match rule {
        PriorityRule::FirstArrived => "première arrivée des tâches restantes",
        PriorityRule::Shortest | PriorityRule::LeastWork => {
            "plus petite durée des tâches restantes"
        }
        PriorityRule::Longest | PriorityRule::MostWork => "plus grande durée des tâches restantes",
        PriorityRule::EarliestDue => "première échéance des tâches restantes",
        PriorityRule::CriticalRatio => "plus petit ratio critique des tâches restantes",
        PriorityRule::LeastSlack => "plus petite marge des tâches restantes",
        PriorityRule::WeightedShortest => "plus petit rapport durée ÷ poids des tâches restantes",
    }
}

/// What the order depends on, from the arguments of the rule: indices, then with arrivals the
/// durations, the arrivals and the date of the decision.
fn dispatch(
    values: &[Value],
    count: usize,
    priority: PriorityRule,
) -> Result<(Dispatch, Decimal), CalculationError> {
    let values = numbers(values)?;
    let mut blocks = values.chunks(count.max(1)).map(<[_]>::to_vec);
    let mut indices = blocks.next().unwrap_or_else(|| vec![Decimal::ZERO; count]);
    if matches!(priority, PriorityRule::Longest | PriorityRule::MostWork) {
        for index in &mut indices {
            *index = -*index;
        }
    }
    let durations = blocks.next().unwrap_or_default();
    let arrivals = blocks.next().unwrap_or_default();
    let now = blocks.next().and_then(|rest| rest.first().copied()).unwrap_or_default();
    Ok((Dispatch { indices, durations, arrivals }, now))
}
