//! The table of a plan: common data, then each family with its strategies, then totals and the
//! comparison of costs.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::block::{Block, Maker};
use super::families::FamilyCells;
use super::frame::{Frame, Names, reserved_columns};
use super::remarks::remarks;
use super::shared::Shared;
use super::{
    Capacity, Extra, Family, MAX_OPTIMUM_PERIODS, MAX_PLAN_CELLS, PlanInput, StockTarget, Strategy,
    WorkedTime, costs,
};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Key of the row of the least cost, there when strategies are compared.
pub(super) const LEAST_COST: &str = "COUT_MIN";

/// The table of demand, production, stock and costs of each family and strategy.
///
/// # Errors
/// No period or family, series of another length, negative figures, capacities of several families,
/// nothing worked, or a plan above `MAX_PLAN_CELLS` or `MAX_OPTIMUM_PERIODS`.
pub fn worksheet(input: &PlanInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut frame = Frame::new(&input.periods);
    let shared = Shared::add(&mut frame, input);
    let mut families = Vec::with_capacity(input.families.len());
    let mut blocks = Vec::new();
    let mut costs_by_strategy: Vec<Vec<CellId>> = vec![Vec::new(); input.strategies.len()];
    for family in &input.families {
        let cells = FamilyCells::add(&mut frame, input, family);
        let mut maker = Maker { frame: &mut frame, shared: &shared, cells: &cells, input, family };
        for (strategy, found) in input.strategies.iter().zip(&mut costs_by_strategy) {
            let block = maker.block(*strategy);
            found.extend(costs::add(maker.frame, &shared, &block));
            blocks.push(block);
        }
        families.push(cells);
    }
    if input.families.len() > 1 {
        totals(&mut frame, input, &families, &blocks);
    }
    comparison(&mut frame, &input.strategies, costs_by_strategy);
    frame.sheet.remarks = remarks(&frame.sheet, &input.periods, &shared, &blocks);
    Ok(frame.sheet)
}

/// Demand of all families, then production and stock of all families by strategy.
fn totals(frame: &mut Frame, input: &PlanInput, families: &[FamilyCells], blocks: &[Block]) {
    let count = input.periods.len();
    let add = |frame: &mut Frame, names: &Names, key: &str, label: &str, rows: &[&[CellId]]| {
        let formulas = (0..count)
            .map(|rank| Formula::sum(rows.iter().filter_map(|row| row.get(rank).copied())));
        let formulas: Vec<Formula> = formulas.collect();
        frame.computed_row(names.head(key, label), formulas)
    };
    let group = "Toutes familles";
    let names = Names::new(&["TOTAL"], group, "");
    let rows: Vec<&[CellId]> = families.iter().map(|family| family.demand.as_slice()).collect();
    let (cells, row) = add(frame, &names, "DEM", "Demande", &rows);
    frame.total(row, &cells);
    let strategies = input.strategies.len();
    for (rank, strategy) in input.strategies.iter().enumerate() {
        let (key, group) = if strategies > 1 {
            (strategy.key(), format!("{group} – {}", strategy.name()))
        } else {
            ("", group.to_owned())
        };
        let names = Names::new(&["TOTAL", key], group, "");
        let of_strategy = || blocks.iter().skip(rank).step_by(strategies.max(1));
        let rows: Vec<&[CellId]> = of_strategy().map(|block| block.production.as_slice()).collect();
        let (cells, row) = add(frame, &names, "PROD", "Production", &rows);
        frame.total(row, &cells);
        let rows: Vec<&[CellId]> = of_strategy().map(|block| block.stock.as_slice()).collect();
        add(frame, &names, "STOCK", "Stock final", &rows);
    }
}

/// Cost of each strategy, the least, and the strategy that has it; nothing for one strategy.
fn comparison(frame: &mut Frame, strategies: &[Strategy], costs: Vec<Vec<CellId>>) {
    if strategies.len() < 2 || costs.iter().any(Vec::is_empty) {
        return;
    }
    let head = |key: String, label: &str| RowHead::new(key, label).group("Comparaison");
    let mut all = Vec::with_capacity(strategies.len());
    for (strategy, cells) in strategies.iter().zip(costs) {
        let cell = if let [only] = cells.as_slice() {
            *only
        } else {
            let key = format!("TOTAL.{}.COUT", strategy.key());
            frame.computed(head(key, strategy.name()).unit("€"), Formula::sum(cells))
        };
        all.push(Formula::from(cell));
    }
    let least = head(LEAST_COST.to_owned(), "Coût le plus bas").unit("€");
    let least = frame.computed(least, Formula::Minimum(all.clone()));
    let mut arguments = vec![Formula::from(least)];
    arguments.extend(all);
    let names: Vec<&'static str> = strategies.iter().map(|strategy| strategy.name()).collect();
    let best = rule(
        arguments,
        move |values| {
            let Some((least, costs)) = values.split_first() else { return Ok(Value::Empty) };
            let rank = costs.iter().position(|cost| cost == least);
            let name = rank.and_then(|rank| names.get(rank)).copied();
            Ok(name.map_or(Value::Empty, Value::from))
        },
        |values, _| {
            let least = values.first().and_then(|least| least.number().ok()).unwrap_or_default();
            format!("coût le plus bas : {}", shown_number(least).0)
        },
    );
    frame.computed(head("MEILLEURE".to_owned(), "Stratégie la moins chère"), best);
}

fn refused(reason: impl Into<String>) -> Result<(), CalculationError> {
    Err(CalculationError::impossible(reason))
}

fn check(input: &PlanInput) -> Result<(), CalculationError> {
    let periods = &input.periods;
    let count = periods.len();
    if count == 0 {
        return refused("aucune période n'est définie");
    }
    if input.families.is_empty() || input.strategies.is_empty() {
        return refused("il faut au moins une famille et une stratégie");
    }
    if count * input.families.len() * input.strategies.len() > MAX_PLAN_CELLS {
        return refused(format!(
            "le plan est trop grand : restez à {MAX_PLAN_CELLS} périodes × familles × stratégies"
        ));
    }
    let mut names: HashSet<&str> = reserved_columns(periods).into_iter().collect();
    if names.len() < reserved_columns(periods).len() {
        return refused(format!(
            "la colonne d'ouverture ne peut pas se nommer {}",
            periods.opening
        ));
    }
    if let Some(name) = periods.names.iter().find(|name| !names.insert(name.as_str())) {
        return refused(format!("la colonne « {name} » existe deux fois"));
    }
    let mut met = HashSet::new();
    if let Some(twice) = input.strategies.iter().find(|strategy| !met.insert(**strategy)) {
        return refused(format!("la stratégie « {} » est demandée deux fois", twice.name()));
    }
    check_families(input)?;
    check_time(input)?;
    check_resources(input)
}

fn check_families(input: &PlanInput) -> Result<(), CalculationError> {
    let mut codes: HashSet<&str> = HashSet::from(["TOTAL"]);
    for family in &input.families {
        if !codes.insert(family.code.as_str()) {
            return refused(format!("la famille « {} » existe deux fois", family.code));
        }
        if input.families.len() > 1 && family.code.is_empty() {
            return refused("une famille n'a pas de code");
        }
        check_family(input, family)?;
    }
    Ok(())
}

fn check_family(input: &PlanInput, family: &Family) -> Result<(), CalculationError> {
    series(&family.demand, input.periods.len(), "la demande")?;
    if input.strategies.contains(&Strategy::Imposed) {
        series(&family.imposed, input.periods.len(), "la production imposée")?;
    }
    if family.opening_stock < Decimal::ZERO {
        return refused("le stock initial est négatif");
    }
    match &family.target {
        StockTarget::Closing(stock) if *stock < Decimal::ZERO => {
            refused("le stock final visé est négatif")
        }
        StockTarget::Unchanged | StockTarget::Closing(_) => Ok(()),
        StockTarget::ByPeriod(_) if input.strategies.contains(&Strategy::Optimum) => refused(
            "le plan optimal ne connaît qu'un stock visé en fin d'horizon, pas un par période",
        ),
        StockTarget::ByPeriod(stocks) => series(stocks, input.periods.len(), "le stock visé"),
    }
}

fn check_time(input: &PlanInput) -> Result<(), CalculationError> {
    let count = input.periods.len();
    match &input.worked {
        WorkedTime::Openings(open) if open.len() != count => {
            refused(format!("{} ouvertures pour {count} périodes", open.len()))
        }
        WorkedTime::Openings(open) if !open.contains(&true) => {
            refused("aucune période n'est travaillée")
        }
        WorkedTime::EveryPeriod | WorkedTime::Openings(_) => Ok(()),
        WorkedTime::Days(days) => {
            series(days, count, "les jours ouvrés")?;
            if days.iter().all(Decimal::is_zero) {
                return refused("aucune période n'est travaillée");
            }
            Ok(())
        }
    }
}

fn check_resources(input: &PlanInput) -> Result<(), CalculationError> {
    let count = input.periods.len();
    let resources = &input.resources;
    let extras = [&resources.overtime, &resources.subcontracting];
    let bounded = resources.normal.is_some() || extras.iter().any(|extra| extra.is_some());
    let optimum = input.strategies.contains(&Strategy::Optimum);
    if (bounded || optimum) && input.families.len() > 1 {
        return refused("les capacités et le plan optimal se calculent pour une seule famille");
    }
    if optimum && count > MAX_OPTIMUM_PERIODS {
        return refused(format!("le plan optimal se limite à {MAX_OPTIMUM_PERIODS} périodes"));
    }
    for extra in extras.into_iter().flatten() {
        if resources.normal.is_none() {
            return refused("des heures supplémentaires supposent une capacité normale");
        }
        if let Extra::ByPeriod(limits) = extra {
            series(limits, count, "les capacités")?;
        }
    }
    match &resources.normal {
        Some(Capacity::ByPeriod(limits)) => series(limits, count, "les capacités"),
        Some(Capacity::PerDay(_)) if !matches!(input.worked, WorkedTime::Days(_)) => {
            refused("une capacité par jour suppose les jours ouvrés de chaque période")
        }
        Some(Capacity::PerDay(rate)) if *rate < Decimal::ZERO => {
            refused("la capacité est négative")
        }
        Some(Capacity::PerDay(_)) | None => Ok(()),
    }
}

/// Checks a series of quantities.
fn series(values: &[Decimal], count: usize, what: &str) -> Result<(), CalculationError> {
    if values.len() != count {
        return refused(format!("{} valeurs pour {what}, et {count} périodes", values.len()));
    }
    if values.iter().any(|value| *value < Decimal::ZERO) {
        return refused(format!("une valeur est négative dans {what}"));
    }
    Ok(())
}
