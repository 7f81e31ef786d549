//! Line balancing: tasks and precedences, posts by a priority rule or as imposed, loads, efficiency,
//! smoothness, real cycle, capacity.

mod assignment;
mod input;
mod posts;
mod precedence;
mod reading;
mod tasks;

#[cfg(test)]
mod tests;

pub use input::{BalancingInput, CycleTime, Method, PriorityRule, Task, TieRule};
pub use reading::OPTIONS;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::follow_up::table::VALUE_COLUMN;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Worksheet};

/// Largest number of tasks. The work of an assignment grows as the cube of their number.
pub const MAX_TASKS: usize = 100;

/// The calculator `equilibrage`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// One row a task, then one a post (rows `poste1`, `poste2`…), then the figures of the line.
///
/// # Errors
/// When there is no task, too many, two of the same code, a precedence of an unknown task or in a
/// circle, a task longer than the cycle, or an imposed assignment that leaves a task out.
pub fn worksheet(input: &BalancingInput) -> Result<Worksheet, CalculationError> {
    let precedence = precedence::Precedence::of(&input.tasks)?;
    let mut line = Line::new(input);
    line.cycle_rows()?;
    tasks::task_rows(&mut line, &precedence)?;
    posts::post_rows(&mut line);
    posts::figure_rows(&mut line, &precedence);
    Ok(line.sheet)
}

/// The sheet of a line while it is filled.
struct Line<'a> {
    input: &'a BalancingInput,
    sheet: Worksheet,
    value_column: usize,
    /// Cycle not to exceed.
    cycle: Option<CellId>,
    /// Time available a day, when known.
    available: Option<CellId>,
    /// Times of the tasks.
    times: Vec<CellId>,
    /// Post of each task.
    stations: Vec<CellId>,
    /// Number of posts.
    post_count: usize,
    /// Load of each post.
    loads: Vec<CellId>,
}

impl<'a> Line<'a> {
    fn new(input: &'a BalancingInput) -> Self {
        let mut sheet = Worksheet::new("Équilibrage de ligne");
        let value_column = sheet.column(VALUE_COLUMN, "Valeur");
        Self {
            input,
            sheet,
            value_column,
            cycle: None,
            available: None,
            times: Vec::new(),
            stations: Vec::new(),
            post_count: 0,
            loads: Vec::new(),
        }
    }

    /// A row with one computed value.
    fn value(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.value_column, formula)
    }

    /// A head in the unit of the tasks.
    fn timed(&self, key: &str, label: &str) -> RowHead {
        RowHead::new(key, label).unit(self.input.unit.as_str())
    }

    /// The cycle: given, or available time over demand.
    fn cycle_rows(&mut self) -> Result<(), CalculationError> {
        let head = self.timed("cycle", "Temps de cycle visé").short("Cycle");
        if let Some(available) = self.input.available {
            let available_head = self.timed("temps_disponible", "Temps disponible par jour");
            let row = self.sheet.row(available_head);
            self.available = Some(self.sheet.given(row, self.value_column, available));
        }
        let cycle = match self.input.cycle {
            CycleTime::Given(cycle) => {
                let row = self.sheet.row(head);
                self.sheet.given(row, self.value_column, cycle)
            }
            CycleTime::FromDemand(demand) => {
                let available = self.available.ok_or_else(|| {
                    CalculationError::impossible("donnez le temps de cycle ou le temps disponible")
                })?;
                let row = self.sheet.row(RowHead::new("demande", "Demande par jour"));
                let demand = self.sheet.given(row, self.value_column, demand);
                self.value(head, available / demand)
            }
        };
        self.cycle = Some(cycle);
        Ok(())
    }
}
