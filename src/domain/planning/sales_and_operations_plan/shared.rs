//! Rows that all families and strategies read: time worked, capacities, unit costs.

use rust_decimal::Decimal;

use super::frame::{Frame, Names};
use super::{Capacity, Costs, Extra, PlanInput, Strategy, WorkedTime};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula, RowHead};

/// Cells that all families and strategies read.
pub(super) struct Shared {
    /// Time worked, when not all periods are alike.
    pub(super) worked: Option<Worked>,
    /// Capacity of normal hours of each period, when stated.
    pub(super) normal: Option<Vec<CellId>>,
    /// Overtime, if any.
    pub(super) overtime: Option<ExtraCells>,
    /// Subcontracting, if any.
    pub(super) subcontracting: Option<ExtraCells>,
    /// Costs of one unit.
    pub(super) costs: UnitCosts,
}

/// Time worked in each period.
pub(super) struct Worked {
    /// Of each period.
    pub(super) by_period: Vec<CellId>,
    /// Since the start, when a strategy asks for it.
    pub(super) cumulated: Vec<CellId>,
    /// Of the horizon.
    pub(super) total: CellId,
}

/// Limits of what is added to normal hours.
pub(super) enum ExtraCells {
    /// Any quantity.
    Unlimited,
    /// At most this much in each period.
    ByPeriod(Vec<CellId>),
}

/// Cells of the unit costs stated.
#[derive(Default)]
pub(super) struct UnitCosts {
    pub(super) normal: Option<CellId>,
    pub(super) overtime: Option<CellId>,
    pub(super) subcontracting: Option<CellId>,
    pub(super) stock: Option<CellId>,
    pub(super) backlog: Option<CellId>,
    pub(super) rise: Option<CellId>,
    pub(super) fall: Option<CellId>,
    pub(super) previous_production: Option<CellId>,
}

impl ExtraCells {
    /// The limit of a period; `None` when there is none.
    pub(super) fn limit(&self, rank: usize) -> Option<CellId> {
        match self {
            Self::Unlimited => None,
            Self::ByPeriod(cells) => cells.get(rank).copied(),
        }
    }
}

impl Shared {
    /// Adds the rows.
    pub(super) fn add(frame: &mut Frame, input: &PlanInput) -> Self {
        let unit = match input.families.as_slice() {
            [only] => only.unit.as_str(),
            _ => "",
        };
        let names = Names::new(&[], "Données communes", unit);
        let worked = add_worked(frame, input);
        let normal = input.resources.normal.as_ref().map(|capacity| match capacity {
            Capacity::ByPeriod(values) => {
                frame.given_row(names.head("CAP", "Capacité normale"), values).0
            }
            Capacity::PerDay(quantity) => {
                let rate =
                    frame.given(names.head("CAP_JOUR", "Capacité par jour ouvré"), *quantity);
                let days = worked.as_ref().map(|worked| worked.by_period.as_slice());
                let days = days.unwrap_or_default();
                let formulas: Vec<Formula> = days.iter().map(|day| rate * *day).collect();
                frame.computed_row(names.head("CAP", "Capacité normale"), formulas).0
            }
        });
        let mut extra = |extra: Option<&Extra>, key: &str, label: &str| {
            extra.map(|extra| match extra {
                Extra::Unlimited => ExtraCells::Unlimited,
                Extra::ByPeriod(values) => {
                    ExtraCells::ByPeriod(frame.given_row(names.head(key, label), values).0)
                }
            })
        };
        let resources = &input.resources;
        let label = "Heures supplémentaires, maximum";
        let overtime = extra(resources.overtime.as_ref(), "HS_MAX", label);
        let label = "Sous-traitance, maximum";
        let subcontracting = extra(resources.subcontracting.as_ref(), "ST_MAX", label);
        let costs = UnitCosts::add(frame, &input.costs);
        Self { worked, normal, overtime, subcontracting, costs }
    }

    /// Whether production is split into normal hours and something else.
    pub(super) fn is_split(&self) -> bool {
        self.normal.is_some() && (self.overtime.is_some() || self.subcontracting.is_some())
    }

    /// Time worked in a period, when not all periods are alike.
    pub(super) fn worked(&self, rank: usize) -> Option<CellId> {
        self.worked.as_ref().and_then(|worked| worked.by_period.get(rank)).copied()
    }

    /// Most that can be produced in a period; `None` without limit.
    pub(super) fn largest(&self, rank: usize) -> Option<Formula> {
        let mut limits = vec![self.normal.as_ref()?.get(rank).copied()?];
        for extra in [&self.overtime, &self.subcontracting].into_iter().flatten() {
            limits.push(extra.limit(rank)?);
        }
        match limits.as_slice() {
            [only] => Some((*only).into()),
            _ => Some(Formula::sum(limits)),
        }
    }

    /// The formula, or zero in a period that is not worked.
    pub(super) fn when_open(&self, rank: usize, formula: Formula) -> Formula {
        match self.worked(rank) {
            Some(worked) => Formula::choose(worked, Comparison::Equal, 0u32, 0u32, formula),
            None => formula,
        }
    }
}

fn add_worked(frame: &mut Frame, input: &PlanInput) -> Option<Worked> {
    let head = |key: &str, label: &str, unit: &str| {
        RowHead::new(key, label).group("Données communes").unit(unit)
    };
    let (values, label, unit): (Vec<Decimal>, _, _) = match &input.worked {
        WorkedTime::EveryPeriod => return None,
        WorkedTime::Openings(open) => {
            let one = |open: &bool| if *open { Decimal::ONE } else { Decimal::ZERO };
            (open.iter().map(one).collect(), "Période travaillée (1 : oui, 0 : non)", "")
        }
        WorkedTime::Days(days) => (days.clone(), "Jours ouvrés", "jours"),
    };
    let (by_period, row) = frame.given_row(head("JOURS", label, unit), &values);
    let total = frame.total(row, &by_period);
    let cumulated = if input.strategies.contains(&Strategy::LevelWithoutShortage) {
        frame.running_row(head("JOURS_CUM", "Temps travaillé cumulé", unit), &by_period)
    } else {
        Vec::new()
    };
    Some(Worked { by_period, cumulated, total })
}

impl UnitCosts {
    fn add(frame: &mut Frame, costs: &Costs) -> Self {
        let mut cost = |value: Option<Decimal>, key: &str, label: &str, unit: &str| {
            value.map(|value| {
                let head = RowHead::new(key, label).group("Coûts unitaires").unit(unit);
                frame.given(head, value)
            })
        };
        Self {
            normal: cost(costs.normal, "CU_NORMAL", "Unité produite en heures normales", "€"),
            overtime: cost(
                costs.overtime,
                "CU_HS",
                "Unité produite en heures supplémentaires",
                "€",
            ),
            subcontracting: cost(costs.subcontracting, "CU_ST", "Unité sous-traitée", "€"),
            stock: cost(costs.stock, "CU_STOCK", "Unité en stock en fin de période", "€"),
            backlog: cost(costs.backlog, "CU_RETARD", "Unité en retard en fin de période", "€"),
            rise: cost(costs.rise, "CU_HAUSSE", "Unité produite en plus", "€"),
            fall: cost(costs.fall, "CU_BAISSE", "Unité produite en moins", "€"),
            previous_production: cost(
                costs.previous_production,
                "PROD_PREC",
                "Production de la période précédente",
                "",
            ),
        }
    }
}
