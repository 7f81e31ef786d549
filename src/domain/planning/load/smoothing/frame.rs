//! Columns of a smoothing, and the rows of the situation before it: load, capacity, overload.

use super::{NamedLoad, PeriodCapacity, SmoothingInput};
use crate::domain::planning::load::Figure;
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, Worksheet};

/// A table of smoothing being filled.
pub(super) struct Frame {
    sheet: Worksheet,
    constants: usize,
    periods: Vec<usize>,
    total: usize,
}

/// Cells of the situation before the smoothing, one a period.
pub(super) struct Situation {
    pub(super) loads: Vec<CellId>,
    pub(super) capacities: Vec<CellId>,
    pub(super) overloads: Vec<CellId>,
    pub(super) margins: Vec<CellId>,
}

impl Frame {
    /// The columns: constants, periods, totals.
    pub(super) fn new(input: &SmoothingInput) -> Self {
        let mut sheet = Worksheet::new("Lissage de la charge");
        let constants = sheet.column("valeur", "Valeur");
        let periods = input.periods.iter().map(|name| sheet.column(name, name)).collect();
        let total = sheet.column("total", "Total");
        Self { sheet, constants, periods, total }
    }

    /// A row.
    pub(super) fn row(&mut self, head: RowHead) -> usize {
        self.sheet.row(head)
    }

    /// A row of one figure that holds for every period.
    pub(super) fn constant(&mut self, head: RowHead, value: impl Into<Value>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.constants, value)
    }

    /// A row of one computed figure that holds for every period.
    pub(super) fn derived(&mut self, head: RowHead, formula: Formula) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.constants, formula)
    }

    /// A computed cell of a period.
    pub(super) fn cell(&mut self, row: usize, period: usize, formula: Formula) -> Option<CellId> {
        let column = self.periods.get(period).copied()?;
        Some(self.sheet.computed(row, column, formula))
    }

    /// A computed row, one cell a period.
    pub(super) fn computed(
        &mut self,
        head: RowHead,
        formulas: impl IntoIterator<Item = Formula>,
    ) -> Vec<CellId> {
        let row = self.sheet.row(head);
        let columns = self.periods.clone();
        columns
            .into_iter()
            .zip(formulas)
            .map(|(column, formula)| self.sheet.computed(row, column, formula))
            .collect()
    }

    /// The total of a row.
    pub(super) fn total(&mut self, row: usize, cells: Vec<CellId>) -> CellId {
        self.sheet.computed(row, self.total, Formula::sum(cells))
    }

    /// A figure in the column of totals.
    pub(super) fn overall(&mut self, head: RowHead, formula: Formula) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.total, formula)
    }

    /// The table.
    pub(super) fn finish(self) -> Worksheet {
        self.sheet
    }

    /// Rows of load, capacity, gap, overload and free hours.
    pub(super) fn situation(&mut self, input: &SmoothingInput) -> Situation {
        let loads = self.loads(&input.loads);
        let capacities = self.capacities(&input.capacity);
        let pairs = || loads.iter().copied().zip(capacities.iter().copied());
        let gap = pairs().map(|(load, capacity)| capacity - load).collect::<Vec<_>>();
        self.computed(RowHead::new("ecart", "Écart").unit("h"), gap);
        let over = pairs().map(|(load, capacity)| (load - capacity).at_least_zero());
        let over = over.collect::<Vec<_>>();
        let overloads = self.computed(RowHead::new("surcharge", "Surcharge").unit("h"), over);
        let free = pairs().map(|(load, capacity)| (capacity - load).at_least_zero());
        let free = free.collect::<Vec<_>>();
        let margins = self.computed(RowHead::new("marge", "Marge").unit("h"), free);
        Situation { loads, capacities, overloads, margins }
    }

    fn loads(&mut self, loads: &[NamedLoad]) -> Vec<CellId> {
        let mut lists = Vec::with_capacity(loads.len());
        for load in loads {
            let head = RowHead::new(&*load.key, &*load.label).unit("h");
            lists.push(self.figures(head, &load.hours));
        }
        if let [only] = lists.as_slice()
            && loads.iter().all(|load| load.key == "charge")
        {
            return only.clone();
        }
        let sums: Vec<Formula> = (0..self.periods.len())
            .map(|period| Formula::sum(lists.iter().filter_map(|cells| cells.get(period).copied())))
            .collect();
        self.computed(RowHead::new("charge", "Charge totale").unit("h"), sums)
    }

    fn capacities(&mut self, capacity: &PeriodCapacity) -> Vec<CellId> {
        let head = RowHead::new("capacite", "Capacité réelle").unit("h");
        match capacity {
            PeriodCapacity::Hours(hours) => self.figures(head, hours),
            PeriodCapacity::Days { days, hours_per_day } => {
                let days = self.figures(RowHead::new("jours", "Jours ouvrés"), days);
                let hours = RowHead::new("heures_par_jour", "Capacité d'un jour").unit("h");
                let hours = self.constant(hours, *hours_per_day);
                let products: Vec<Formula> = days.iter().map(|day| *day * hours).collect();
                self.computed(head, products)
            }
        }
    }

    fn figures(&mut self, head: RowHead, figures: &[Figure]) -> Vec<CellId> {
        let row = self.sheet.row(head);
        let columns = self.periods.clone();
        columns
            .into_iter()
            .zip(figures)
            .map(|(column, figure)| figure.put(&mut self.sheet, row, column))
            .collect()
    }
}
