//! Rows of one strategy for one family: rate, production, how it is made, stock.

use super::families::{FamilyCells, Target, group};
use super::frame::{Frame, Names};
use super::optimum_rule::OptimumCells;
use super::shared::Shared;
use super::{Family, PlanInput, Strategy, WorkedTime};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula};

/// Cells of a strategy that costs and remarks read.
pub(super) struct Block {
    /// Names of its rows.
    pub(super) names: Names,
    /// Name for people ("SKI, production synchrone").
    pub(super) title: String,
    /// Production of each period, however made.
    pub(super) production: Vec<CellId>,
    /// Part made in normal hours.
    pub(super) normal: Vec<CellId>,
    /// Part made in overtime.
    pub(super) overtime: Vec<CellId>,
    /// Part subcontracted.
    pub(super) subcontracting: Vec<CellId>,
    /// Stock at the end of each period.
    pub(super) stock: Vec<CellId>,
    /// Stock wanted at the end of the horizon, when the author states one or another strategy
    /// reaches it; else what is left is of no matter.
    pub(super) wanted: Option<CellId>,
}

/// Where the production of a period comes from.
enum Source {
    /// A rate, times the time worked.
    Rate(CellId),
    /// What the period needs.
    Need,
    /// Written by the author.
    Imposed,
    /// The sum of its parts.
    Parts(OptimumCells),
}

/// What the rows of a strategy are made from.
pub(super) struct Maker<'a> {
    pub(super) frame: &'a mut Frame,
    pub(super) shared: &'a Shared,
    pub(super) cells: &'a FamilyCells,
    pub(super) input: &'a PlanInput,
    pub(super) family: &'a Family,
}

impl Maker<'_> {
    /// Adds the rows of a strategy.
    pub(super) fn block(&mut self, strategy: Strategy) -> Block {
        let several = self.input.strategies.len() > 1;
        let key = if several { strategy.key() } else { "" };
        let family = group(self.family);
        let title = match family.as_str() {
            "" => strategy.name().to_owned(),
            family => format!("{family} – {}", strategy.name()),
        };
        let heading = if several { title.clone() } else { family };
        let names = Names::new(&[self.family.code.as_str(), key], heading, &self.family.unit);
        let source = match strategy {
            Strategy::Level => Source::Rate(self.level_rate(&names)),
            Strategy::LevelWithoutShortage => Source::Rate(self.lowest_rate(&names)),
            Strategy::Chase => Source::Need,
            Strategy::Imposed => Source::Imposed,
            Strategy::Optimum => {
                let cells = OptimumCells::add(self.frame, self.shared, self.cells, &names);
                Source::Parts(cells)
            }
        };
        let mut block = Block {
            names,
            title,
            production: Vec::new(),
            normal: Vec::new(),
            overtime: Vec::new(),
            subcontracting: Vec::new(),
            stock: Vec::new(),
            wanted: self.wanted(),
        };
        self.production_and_stock(&source, &mut block);
        match source {
            Source::Parts(parts) => {
                block.normal = parts.normal;
                block.overtime = parts.overtime;
                block.subcontracting = parts.subcontracting;
            }
            _ if self.shared.is_split() => self.split(&mut block),
            _ => block.normal.clone_from(&block.production),
        }
        self.follow_up(&block);
        block
    }

    /// The stock that all strategies are held to at the end: the one stated, or that of the start
    /// when the optimum, which always reaches it, is compared with others.
    fn wanted(&self) -> Option<CellId> {
        let stated = !matches!(self.cells.target, Target::Opening);
        let compared = self.input.strategies.contains(&Strategy::Optimum);
        (stated || compared).then(|| self.cells.closing())
    }

    /// The constant rate: (demand + stock wanted − opening stock) ÷ time worked.
    fn level_rate(&mut self, names: &Names) -> CellId {
        let cells = self.cells;
        let need = match cells.target {
            Target::Opening => Formula::from(cells.demand_total),
            Target::Closing(_) | Target::ByPeriod(_) => {
                cells.demand_total + cells.closing() - cells.opening
            }
        };
        let time = match &self.shared.worked {
            Some(worked) => Formula::from(worked.total),
            None => Formula::number(cells.demand.len()),
        };
        self.rate(names, (need / time).at_least_zero())
    }

    /// The lowest rate with which the stock is never negative: the greatest of those that each
    /// period asks, (cumulated demand − opening stock) ÷ cumulated time.
    fn lowest_rate(&mut self, names: &Names) -> CellId {
        let cells = self.cells;
        let count = cells.demand.len();
        let mut asked = Vec::with_capacity(count);
        for (rank, demand) in cells.demand_cumulated.iter().enumerate() {
            let wanted = match &cells.target {
                Target::ByPeriod(stocks) => stocks.get(rank).copied(),
                Target::Opening | Target::Closing(_) => {
                    (rank + 1 == count).then(|| cells.closing())
                }
            };
            let need = match wanted {
                Some(wanted) => *demand + wanted - cells.opening,
                None => *demand - cells.opening,
            };
            let worked = self.shared.worked.as_ref();
            asked.push(match worked.and_then(|worked| worked.cumulated.get(rank)) {
                Some(time) => {
                    let rate = (need / *time).at_least_zero();
                    Formula::choose(*time, Comparison::Greater, 0u32, rate, 0u32)
                }
                None => (need / Formula::number(rank + 1)).at_least_zero(),
            });
        }
        let head = names.head("CADENCE_MIN", "Cadence nécessaire depuis le début");
        let (asked, _) = self.frame.computed_row(head.short("Cadence nécessaire"), asked);
        let greatest = Formula::Maximum(asked.into_iter().map(Formula::from).collect());
        self.rate(names, greatest)
    }

    fn rate(&mut self, names: &Names, formula: Formula) -> CellId {
        let label = match self.input.worked {
            WorkedTime::EveryPeriod => "Production par période",
            WorkedTime::Openings(_) => "Production par période travaillée",
            WorkedTime::Days(_) => "Production par jour ouvré",
        };
        let formula = match self.input.rounding {
            Some(rounding) => formula.rounded(rounding),
            None => formula,
        };
        self.frame.computed(names.head("CADENCE", label), formula)
    }

    /// Rows of production and stock, one period after the other: a chase reads the stock before.
    fn production_and_stock(&mut self, source: &Source, block: &mut Block) {
        let head = block.names.head("PROD", "Production");
        let produced = self.frame.sheet.row(head);
        let head = block.names.head("STOCK", "Stock final").short("Stock");
        let stocked = self.frame.sheet.row(head);
        let (cells, opening) = (self.cells, self.frame.opening);
        let mut before = self.frame.sheet.computed(stocked, opening, cells.opening);
        for (rank, demand) in cells.demand.iter().enumerate() {
            let column = self.frame.column(rank);
            let production = match source {
                Source::Imposed => {
                    let quantity = self.family.imposed.get(rank).copied().unwrap_or_default();
                    self.frame.sheet.given(produced, column, quantity)
                }
                Source::Rate(rate) => {
                    let formula = match self.shared.worked(rank) {
                        Some(time) => *rate * time,
                        None => Formula::from(*rate),
                    };
                    self.frame.sheet.computed(produced, column, formula)
                }
                Source::Need => {
                    let formula = self.need(rank, *demand, before);
                    self.frame.sheet.computed(produced, column, formula)
                }
                Source::Parts(parts) => {
                    self.frame.sheet.computed(produced, column, parts.sum(rank))
                }
            };
            let stock = before + production - *demand;
            before = self.frame.sheet.computed(stocked, column, stock);
            block.production.push(production);
            block.stock.push(before);
        }
        self.frame.total(produced, &block.production);
    }

    /// Demand + stock wanted − stock before, within what can be produced.
    fn need(&self, rank: usize, demand: CellId, before: CellId) -> Formula {
        let need = (demand + self.cells.target(rank) - before).at_least_zero();
        let bounded = match self.shared.largest(rank) {
            Some(largest) => need.min(largest),
            None => need,
        };
        self.shared.when_open(rank, bounded)
    }

    /// Production split into normal hours, then overtime, then subcontracting.
    fn split(&mut self, block: &mut Block) {
        let capacity = self.shared.normal.as_deref().unwrap_or_default();
        let formulas: Vec<Formula> = block
            .production
            .iter()
            .zip(capacity)
            .map(|(production, capacity)| Formula::from(*production).min(*capacity))
            .collect();
        let head = block.names.head("NORMAL", "Heures normales");
        let (normal, row) = self.frame.computed_row(head, formulas);
        self.frame.total(row, &normal);
        block.normal = normal;
        let rest: Vec<Formula> = block
            .production
            .iter()
            .zip(&block.normal)
            .map(|(production, normal)| *production - *normal)
            .collect();
        let Some(overtime) = &self.shared.overtime else {
            block.subcontracting = self.rest(block, "ST", "Sous-traitance", rest);
            return;
        };
        let outside = self.shared.subcontracting.is_some();
        let within = |(rank, rest): (usize, Formula)| match overtime.limit(rank) {
            Some(limit) if outside => rest.min(limit),
            _ => rest,
        };
        let rest: Vec<Formula> = rest.into_iter().enumerate().map(within).collect();
        block.overtime = self.rest(block, "HS", "Heures supplémentaires", rest);
        if outside {
            let parts = block.production.iter().zip(&block.normal).zip(&block.overtime);
            let rest = parts.map(|((all, normal), overtime)| *all - *normal - *overtime).collect();
            block.subcontracting = self.rest(block, "ST", "Sous-traitance", rest);
        }
    }

    fn rest(
        &mut self,
        block: &Block,
        key: &str,
        label: &str,
        formulas: Vec<Formula>,
    ) -> Vec<CellId> {
        let (cells, row) = self.frame.computed_row(block.names.head(key, label), formulas);
        self.frame.total(row, &cells);
        cells
    }

    /// Cumulated production and available quantity, and the opening stock that would do.
    fn follow_up(&mut self, block: &Block) {
        if self.input.cumulated {
            let head = block.names.head("PROD_CUM", "Production cumulée");
            let cumulated = self.frame.running_row(head, &block.production);
            let opening = self.cells.opening;
            let available: Vec<Formula> =
                cumulated.iter().map(|production| opening + *production).collect();
            let head = block.names.head("DISPO_CUM", "Stock initial et production cumulés");
            self.frame.computed_row(head.short("Disponible cumulé"), available);
        }
        let lowest = Formula::Minimum(block.stock.iter().map(|cell| (*cell).into()).collect());
        let smallest = (Formula::from(self.cells.opening) - lowest).at_least_zero();
        let head = block.names.head("STOCK_INI_MIN", "Stock initial minimal sans rupture");
        self.frame.computed(head, smallest);
    }
}
