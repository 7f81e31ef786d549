//! The worksheet: data of the tasks, then one row a rank of the sequence.

use super::super::task_names::{Codes, key_part, value_of_named};
use super::sequence::Sequence;
use super::summary::{add_condition, add_summary};
use super::{FlowShopInput, SequenceChoice};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Worksheet};

/// Columns of the worksheet.
pub(super) struct Columns {
    pub order: usize,
    /// Sums of times of the two fictitious machines, with three machines.
    pub fictitious: Option<[usize; 2]>,
    pub machines: Vec<MachineColumns>,
    pub due: Option<[usize; 3]>,
    pub value: usize,
}

/// Columns of one machine.
pub(super) struct MachineColumns {
    pub code: String,
    pub duration: usize,
    pub start: usize,
    pub end: usize,
    /// Wait of the task before the machine, stop of the machine before the task: none on the first.
    pub waits: Option<[usize; 2]>,
}

impl Columns {
    fn new(sheet: &mut Worksheet, input: &FlowShopInput) -> Self {
        let order = sheet.column("ordre", "Ordre");
        let johnson = matches!(input.choice, SequenceChoice::Johnson(..));
        let fictitious = (johnson && input.machines.len() == 3).then(|| {
            let [first, second] = fictitious_names(&input.machines);
            [sheet.column("fictive_1", first), sheet.column("fictive_2", second)]
        });
        let machines = input
            .machines
            .iter()
            .enumerate()
            .map(|(rank, code)| {
                let key = key_part(code);
                MachineColumns {
                    code: code.clone(),
                    duration: sheet.column(format!("duree_{key}"), format!("Durée {code}")),
                    start: sheet.column(format!("debut_{key}"), format!("Début {code}")),
                    end: sheet.column(format!("fin_{key}"), format!("Fin {code}")),
                    waits: (rank > 0).then(|| {
                        [
                            sheet.column(format!("attente_{key}"), format!("Attente avant {code}")),
                            sheet.column(format!("arret_{key}"), format!("Arrêt de {code}")),
                        ]
                    }),
                }
            })
            .collect();
        let due = input.has_due_dates().then(|| {
            [
                sheet.column("echeance", "Échéance"),
                sheet.column("marge", "Marge"),
                sheet.column("retard", "Retard"),
            ]
        });
        Self { order, fictitious, machines, due, value: sheet.column("valeur", "") }
    }
}

/// Names of the two fictitious machines of three machines ("P10 + P12", "P12 + P15").
pub(super) fn fictitious_names(machines: &[String]) -> [String; 2] {
    let pair = |rank: usize| {
        let names: Vec<_> = machines.iter().skip(rank).take(2).map(String::as_str).collect();
        names.join(" + ")
    };
    [pair(0), pair(1)]
}

/// Cells of the data of tasks.
pub(super) struct TaskCells {
    pub codes: Codes,
    /// Times on each machine, one cell a task.
    pub durations: Vec<Vec<CellId>>,
    /// The two times that Johnson's rule compares, one cell a task.
    pub compared: [Vec<CellId>; 2],
    pub due: Vec<CellId>,
}

/// Cells of the rows of ranks that the summary needs.
#[derive(Default)]
pub(super) struct Ranks {
    /// Times of each machine, rank by rank.
    pub durations: Vec<Vec<CellId>>,
    /// Stops of each machine, rank by rank; none on the first.
    pub stops: Vec<Vec<CellId>>,
    pub waits: Vec<CellId>,
    /// Ends on the last machine.
    pub ends: Vec<CellId>,
    pub late: Vec<CellId>,
}

/// The worksheet of a flow shop.
///
/// # Errors
/// When the input is out of bounds or incomplete, or Johnson's rule is asked of more than three
/// machines.
pub fn worksheet(input: &FlowShopInput) -> Result<Worksheet, CalculationError> {
    input.check()?;
    let title = match input.choice {
        SequenceChoice::Johnson(..) => "Ordonnancement par la règle de Johnson",
        SequenceChoice::Given(_) => "Ordonnancement de la séquence donnée",
    };
    let mut sheet = Worksheet::new(title);
    let columns = Columns::new(&mut sheet, input);
    let tasks = add_tasks(&mut sheet, &columns, input);
    let ranks = add_ranks(&mut sheet, &columns, &tasks, input);
    add_summary(&mut sheet, &columns, &ranks, input);
    if columns.fictitious.is_some() {
        add_condition(&mut sheet, &columns, &tasks, input);
    }
    Ok(sheet)
}

fn add_tasks(sheet: &mut Worksheet, columns: &Columns, input: &FlowShopInput) -> TaskCells {
    let mut durations: Vec<Vec<CellId>> = vec![Vec::new(); input.machines.len()];
    let mut fictitious = [Vec::new(), Vec::new()];
    let mut due = Vec::new();
    for task in &input.tasks {
        let code = &task.code;
        let head = RowHead::new(format!("tache.{}", key_part(code)), format!("Tâche {code}"));
        let row = sheet.row(head.short(code).unit(&input.unit));
        let mut cells = Vec::new();
        for ((machine, known), time) in
            columns.machines.iter().zip(&mut durations).zip(&task.durations)
        {
            let cell = sheet.given(row, machine.duration, *time);
            known.push(cell);
            cells.push(cell);
        }
        if let Some(pair) = columns.fictitious {
            for ((column, both), known) in
                pair.into_iter().zip(cells.windows(2)).zip(&mut fictitious)
            {
                known.push(sheet.computed(row, column, Formula::sum(both.iter().copied())));
            }
        }
        if let (Some([column, ..]), Some(date)) = (columns.due, task.due) {
            due.push(sheet.given(row, column, date));
        }
    }
    let compared = if columns.fictitious.is_some() {
        fictitious
    } else {
        let mut each = durations.iter().cloned();
        [each.next().unwrap_or_default(), each.next().unwrap_or_default()]
    };
    let codes = input.tasks.iter().map(|task| task.code.clone()).collect();
    TaskCells { codes, durations, compared, due }
}

fn add_ranks(
    sheet: &mut Worksheet,
    columns: &Columns,
    tasks: &TaskCells,
    input: &FlowShopInput,
) -> Ranks {
    let machines = columns.machines.len();
    let mut ranks = Ranks {
        durations: vec![Vec::new(); machines],
        stops: vec![Vec::new(); machines],
        ..Ranks::default()
    };
    let sequence = Sequence::new(tasks, input);
    let mut free: Vec<Option<CellId>> = vec![None; machines];
    for rank in 0..input.tasks.len() {
        let name = format!("rang {}", rank + 1);
        let head = RowHead::new(format!("rang.{}", rank + 1), format!("Rang {}", rank + 1));
        let row = sheet.row(head.short(name).unit(&input.unit));
        let order = match &input.choice {
            SequenceChoice::Johnson(..) => {
                sheet.computed(row, columns.order, sequence.at(rank, &tasks.compared))
            }
            SequenceChoice::Given(given) => {
                let code = given.get(rank).and_then(|task| tasks.codes.get(*task));
                sheet.given(row, columns.order, code.cloned().unwrap_or_default())
            }
        };
        let end = add_times(sheet, columns, tasks, &mut ranks, &mut free, (row, order));
        if let (Some([due_column, margin_column, late_column]), Some(end)) = (columns.due, end) {
            let looked_up = value_of_named(order, &tasks.codes, &tasks.due, "échéance");
            let due = sheet.computed(row, due_column, looked_up);
            sheet.computed(row, margin_column, due - end);
            let late = sheet.computed(row, late_column, (end - due).at_least_zero());
            ranks.late.push(late);
        }
        ranks.ends.extend(end);
    }
    ranks
}

/// Times of one rank on each machine; the end on the last one.
fn add_times(
    sheet: &mut Worksheet,
    columns: &Columns,
    tasks: &TaskCells,
    ranks: &mut Ranks,
    free: &mut [Option<CellId>],
    (row, order): (usize, CellId),
) -> Option<CellId> {
    let mut before: Option<CellId> = None;
    let kept = ranks.durations.iter_mut().zip(&mut ranks.stops);
    for (((machine, times), free), (durations, stops)) in
        columns.machines.iter().zip(&tasks.durations).zip(free).zip(kept)
    {
        let what = format!("durée sur {}", machine.code);
        let looked_up = value_of_named(order, &tasks.codes, times, &what);
        let duration = sheet.computed(row, machine.duration, looked_up);
        let earliest = match (before, *free) {
            (Some(before), Some(free)) => Formula::from(before).max(free),
            (Some(only), None) | (None, Some(only)) => Formula::from(only),
            (None, None) => Formula::number(0),
        };
        let start = sheet.computed(row, machine.start, earliest);
        let end = sheet.computed(row, machine.end, start + duration);
        if let (Some([wait, stop]), Some(before)) = (machine.waits, before) {
            ranks.waits.push(sheet.computed(row, wait, start - before));
            let idle = free.map_or_else(|| Formula::from(start), |free| start - free);
            stops.push(sheet.computed(row, stop, idle));
        }
        durations.push(duration);
        *free = Some(end);
        before = Some(end);
    }
    before
}
