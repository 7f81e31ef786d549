//! The worksheet: one row a task with its durations, dates and slacks, then the project.

use super::network::Network;
use super::project::{ProjectCells, add_duration, add_project};
use super::{ProjectInput, TaskDuration};
use crate::domain::planning::finite_scheduling::task_names::key_part;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule,
};

/// Columns of the worksheet.
struct Columns {
    before: usize,
    level: usize,
    /// Three estimates, and the variance.
    estimates: Option<[usize; 4]>,
    duration: usize,
    early: [usize; 2],
    late: [usize; 2],
    slack: usize,
    free_slack: usize,
    critical: usize,
    value: usize,
}

impl Columns {
    fn new(sheet: &mut Worksheet, input: &ProjectInput) -> Self {
        let before = sheet.column("anterieurs", "Tâches antérieures");
        let level = sheet.column("niveau", "Niveau");
        let estimates = input.has_estimates().then(|| {
            [
                sheet.column("optimiste", "Optimiste (a)"),
                sheet.column("probable", "Probable (m)"),
                sheet.column("pessimiste", "Pessimiste (b)"),
                sheet.column("variance", "Variance"),
            ]
        });
        Self {
            before,
            level,
            estimates,
            duration: sheet.column("duree", "Durée"),
            early: [
                sheet.column("debut_tot", "Début au plus tôt"),
                sheet.column("fin_tot", "Fin au plus tôt"),
            ],
            late: [
                sheet.column("debut_tard", "Début au plus tard"),
                sheet.column("fin_tard", "Fin au plus tard"),
            ],
            slack: sheet.column("marge_totale", "Marge totale"),
            free_slack: sheet.column("marge_libre", "Marge libre"),
            critical: sheet.column("critique", "Critique"),
            value: sheet.column("valeur", ""),
        }
    }
}

/// The worksheet of a project.
///
/// # Errors
/// When the network is impossible: a loop, an unknown task, a negative time.
pub fn worksheet(input: &ProjectInput) -> Result<Worksheet, CalculationError> {
    let network = Network::new(input)?;
    let mut sheet = Worksheet::new("Réseau de projet : dates, marges et chemin critique");
    let columns = Columns::new(&mut sheet, input);
    let unit = input.unit.as_str();
    let rows: Vec<usize> = input
        .tasks
        .iter()
        .map(|task| {
            let name = match task.label.as_str() {
                "" => task.code.clone(),
                label => format!("{} – {label}", task.code),
            };
            let head = RowHead::new(key_part(&task.code), name).short(&task.code);
            sheet.row(head.unit(unit))
        })
        .collect();
    let mut table = Table { sheet, columns, network, rows, cells: ProjectCells::default() };
    for (rank, task) in input.tasks.iter().enumerate() {
        table.add_duration(rank, task.duration);
    }
    table.add_early_dates();
    let finals = table.finals();
    table.cells.duration = add_duration(&mut table.sheet, table.columns.value, &finals, unit);
    table.add_late_dates();
    table.add_slacks();
    let Table { mut sheet, columns, network, cells, .. } = table;
    add_project(&mut sheet, columns.value, network, &cells, input);
    Ok(sheet)
}

/// The worksheet while its cells are added.
struct Table {
    sheet: Worksheet,
    columns: Columns,
    network: Network,
    rows: Vec<usize>,
    cells: ProjectCells,
}

impl Table {
    fn row(&self, rank: usize) -> usize {
        self.rows.get(rank).copied().unwrap_or_default()
    }

    fn add_duration(&mut self, rank: usize, duration: TaskDuration) {
        let row = self.row(rank);
        let before = self.network.before.get(rank).into_iter().flatten();
        let before = self.network.named(before, ", ");
        let shown = if before.is_empty() { Value::Empty } else { Value::Text(before) };
        self.sheet.given(row, self.columns.before, shown);
        let cell = match (duration, self.columns.estimates) {
            (
                TaskDuration::ThreePoint { optimistic, likely, pessimistic },
                Some([optimistic_column, likely_column, pessimistic_column, variance_column]),
            ) => {
                let optimistic = self.sheet.given(row, optimistic_column, optimistic);
                let likely = self.sheet.given(row, likely_column, likely);
                let pessimistic = self.sheet.given(row, pessimistic_column, pessimistic);
                let spread = || (pessimistic - optimistic) / 6_u32;
                let variance = self.sheet.computed(row, variance_column, spread() * spread());
                self.cells.variances.push((rank, variance));
                let expected = (optimistic + Formula::number(4) * likely + pessimistic) / 6_u32;
                self.sheet.computed(row, self.columns.duration, expected)
            }
            // Columns of estimates exist as soon as one task has some.
            (TaskDuration::Known(time) | TaskDuration::ThreePoint { likely: time, .. }, _) => {
                self.sheet.given(row, self.columns.duration, time)
            }
        };
        self.cells.durations.push(cell);
    }

    /// Cells of some tasks, by rank.
    fn picked(cells: &[Option<CellId>], ranks: Option<&Vec<usize>>) -> Vec<CellId> {
        let ranks = ranks.into_iter().flatten();
        ranks.filter_map(|rank| cells.get(*rank).copied().flatten()).collect()
    }

    /// Level, early start and early end, each task after those before it.
    fn add_early_dates(&mut self) {
        let count = self.rows.len();
        let mut levels: Vec<Option<CellId>> = vec![None; count];
        self.cells.early_starts = vec![None; count];
        self.cells.early_ends = vec![None; count];
        for rank in self.network.order.clone() {
            let (row, before) = (self.row(rank), self.network.before.get(rank));
            let Some(duration) = self.cells.durations.get(rank).copied() else { continue };
            let level = greatest(&Self::picked(&levels, before))
                .map_or_else(|| Formula::number(1), |level| level + 1_u32);
            let earliest = greatest(&Self::picked(&self.cells.early_ends, before))
                .unwrap_or_else(|| Formula::number(0));
            let level = self.sheet.computed(row, self.columns.level, level);
            let [start_column, end_column] = self.columns.early;
            let start = self.sheet.computed(row, start_column, earliest);
            let end = self.sheet.computed(row, end_column, start + duration);
            put(&mut levels, rank, level);
            put(&mut self.cells.early_starts, rank, start);
            put(&mut self.cells.early_ends, rank, end);
        }
    }

    /// Early ends of the tasks that nothing follows.
    fn finals(&self) -> Vec<CellId> {
        let lasts = self.network.after.iter().zip(&self.cells.early_ends);
        lasts.filter(|(after, _)| after.is_empty()).filter_map(|(_, end)| *end).collect()
    }

    /// Late end and late start, each task after those that follow it.
    fn add_late_dates(&mut self) {
        self.cells.late_starts = vec![None; self.rows.len()];
        for rank in self.network.order.clone().into_iter().rev() {
            let (row, after) = (self.row(rank), self.network.after.get(rank));
            let Some(duration) = self.cells.durations.get(rank).copied() else { continue };
            let latest = least(&Self::picked(&self.cells.late_starts, after))
                .or(self.cells.duration.map(Formula::from))
                .unwrap_or_else(|| Formula::number(0));
            let [start_column, end_column] = self.columns.late;
            let end = self.sheet.computed(row, end_column, latest);
            let start = self.sheet.computed(row, start_column, end - duration);
            put(&mut self.cells.late_starts, rank, start);
        }
    }

    /// Total slack, free slack, and whether the task is critical.
    fn add_slacks(&mut self) {
        for rank in 0..self.rows.len() {
            let dated = |cells: &[Option<CellId>]| cells.get(rank).copied().flatten();
            let (Some(early), Some(end), Some(late)) = (
                dated(&self.cells.early_starts),
                dated(&self.cells.early_ends),
                dated(&self.cells.late_starts),
            ) else {
                continue;
            };
            let (row, after) = (self.row(rank), self.network.after.get(rank));
            let next = least(&Self::picked(&self.cells.early_starts, after))
                .or(self.cells.duration.map(Formula::from))
                .unwrap_or_else(|| Formula::number(0));
            let slack = self.sheet.computed(row, self.columns.slack, late - early);
            self.sheet.computed(row, self.columns.free_slack, next - end);
            self.sheet.computed(row, self.columns.critical, is_critical(slack));
            self.cells.slacks.push(slack);
        }
    }
}

fn put(cells: &mut [Option<CellId>], rank: usize, cell: CellId) {
    if let Some(place) = cells.get_mut(rank) {
        *place = Some(cell);
    }
}

/// The greatest of some cells; the cell itself when there is one, nothing when there is none.
pub(super) fn greatest(cells: &[CellId]) -> Option<Formula> {
    several(cells, Formula::Maximum)
}

/// The least of some cells.
fn least(cells: &[CellId]) -> Option<Formula> {
    several(cells, Formula::Minimum)
}

fn several(cells: &[CellId], make: fn(Vec<Formula>) -> Formula) -> Option<Formula> {
    match cells {
        [] => None,
        [only] => Some(Formula::from(*only)),
        _ => Some(make(cells.iter().copied().map(Formula::from).collect())),
    }
}

/// "oui" when the total slack is null.
fn is_critical(slack: CellId) -> Formula {
    rule(
        vec![slack.into()],
        |values| {
            let slack = values.first().map(Value::number).transpose()?.unwrap_or_default();
            Ok(Value::from(if slack.is_zero() { "oui" } else { "non" }))
        },
        |values, _| {
            let slack = values.first().map(ToString::to_string).unwrap_or_default();
            format!("marge totale de {slack}")
        },
    )
}
