//! The sheet of the economic quantity.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::super::single_values::ValueSheet;
use super::costs::{CostCells, Level};
use super::{EconomicQuantityInput, Holding, MAX_ALTERNATIVES, Model, tariff};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Rounding, RowHead, Worksheet,
};

/// The sheet of the economic quantity, of its yearly costs and of those of other quantities.
///
/// # Errors
/// A demand, a cost or a quantity that is not above zero, a rate without price, a production slower
/// than the demand, prices in disorder, or too many prices or quantities.
pub fn worksheet(input: &EconomicQuantityInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut sheet = ValueSheet::new("Quantité économique");
    let unit = input.unit.as_str();
    let head = RowHead::new("demande", "Demande annuelle").unit(unit);
    let demand = sheet.given(head, input.demand);
    let head = RowHead::new("cout_commande", "Coût d'une commande").unit("€");
    let order_cost = sheet.given(head, input.order_cost);
    let head = RowHead::new("jours_par_an", "Jours par an").unit("jours");
    let days = input.days_per_year.map(|days| sheet.given(head, days));
    if let Some(prices) = &input.tariff {
        let base = tariff::Base { demand, order_cost, days };
        tariff::add(&mut sheet, input, prices, base)?;
        return Ok(sheet.finish());
    }
    let (price, holding) = holding(&mut sheet, input);
    let level = level(&mut sheet, input, demand, holding);
    let cells = CostCells { demand, order_cost, holding, price, days, level };
    let exact = exact_quantity(&cells);
    let quantity = rounded_quantity(&mut sheet, input, exact);
    cells.add(&mut sheet, "", quantity);
    for (name, quantity) in &input.policies {
        sheet.group(name.as_str());
        let head = RowHead::new(format!("{name}.quantite"), "Quantité commandée").unit(unit);
        let quantity = sheet.given(head, *quantity);
        cells.add(&mut sheet, &format!("{name}."), quantity);
    }
    Ok(sheet.finish())
}

fn check(input: &EconomicQuantityInput) -> Result<(), CalculationError> {
    let refused = |reason: &str| Err(CalculationError::impossible(reason));
    let rate = match input.holding {
        Holding::PerUnit(cost) => cost,
        Holding::Percent(rate) => rate,
    };
    if [input.demand, input.order_cost, rate].iter().any(|value| *value <= Decimal::ZERO) {
        return refused("la demande, le coût de commande et la possession sont positifs");
    }
    if input.unit_price.is_some_and(|price| price <= Decimal::ZERO) {
        return refused("le prix d'une unité est positif");
    }
    let priced = input.unit_price.is_some() || input.tariff.is_some();
    if matches!(input.holding, Holding::Percent(_)) && !priced {
        return refused("un taux de possession demande le prix d'une unité");
    }
    match input.model {
        Model::Production(rate) if rate <= input.demand => {
            return refused("la production n'est pas plus rapide que la demande");
        }
        Model::Backorders(cost) if cost <= Decimal::ZERO => {
            return refused("le coût de rupture est positif");
        }
        _ => {}
    }
    let names: HashSet<&str> = input.policies.iter().map(|(name, _)| name.as_str()).collect();
    if names.len() < input.policies.len() || names.len() > MAX_ALTERNATIVES {
        return refused("les politiques portent des noms différents, 50 au plus");
    }
    if input.policies.iter().any(|(_, quantity)| *quantity <= Decimal::ZERO) {
        return refused("une quantité commandée est positive");
    }
    Ok(())
}

/// Rows of the price, if known, and of the carrying of one unit.
fn holding(sheet: &mut ValueSheet, input: &EconomicQuantityInput) -> (Option<CellId>, CellId) {
    let head = RowHead::new("prix", "Coût unitaire").unit("€");
    let price = input.unit_price.map(|price| sheet.given(head, price));
    let head = RowHead::new("possession", "Possession d'une unité par an").unit("€");
    let cell = match (input.holding, price) {
        (Holding::Percent(rate), Some(price)) => {
            let rate_head = RowHead::new("taux_possession", "Taux de possession annuel").unit("%");
            let rate = sheet.given(rate_head, rate);
            sheet.computed(head, price * rate / 100u32)
        }
        (Holding::PerUnit(cost) | Holding::Percent(cost), _) => sheet.given(head, cost),
    };
    (price, cell)
}

/// Rows of what changes the level of the stock.
fn level(
    sheet: &mut ValueSheet,
    input: &EconomicQuantityInput,
    demand: CellId,
    holding: CellId,
) -> Level {
    match input.model {
        Model::Instantaneous => Level::Full,
        Model::Backorders(cost) => {
            let head = RowHead::new("rupture", "Rupture d'une unité par an").unit("€");
            let shortage = sheet.given(head, cost);
            let head = RowHead::new("part_rupture", "Part livrée en retard");
            let fraction = sheet.computed(head, holding / (holding + shortage));
            Level::Backorders { fraction, shortage }
        }
        Model::Production(rate) => {
            let head = RowHead::new("production", "Production annuelle").unit(&*input.unit);
            let rate = sheet.given(head, rate);
            let head = RowHead::new("part_stockee", "Part de la production mise en stock");
            let stocked = sheet.computed(head, Formula::number(1) - demand / rate);
            Level::Production { stocked }
        }
    }
}

/// √(2 × demand × cost of an order ÷ carrying), the carrying being that of what is really stored.
fn exact_quantity(cells: &CostCells) -> Formula {
    let twice = Formula::number(2) * cells.demand * cells.order_cost;
    let inner = match cells.level {
        Level::Full => twice / cells.holding,
        Level::Production { stocked } => twice / (cells.holding * stocked),
        Level::Backorders { shortage, .. } => {
            twice * (cells.holding + shortage) / (cells.holding * shortage)
        }
    };
    inner.square_root()
}

/// Row of the economic quantity, after that of its exact value when it is rounded.
fn rounded_quantity(
    sheet: &mut ValueSheet,
    input: &EconomicQuantityInput,
    exact: Formula,
) -> CellId {
    let unit = input.unit.as_str();
    let head = RowHead::new("QE", "Quantité économique").short("QE").unit(unit);
    let Some(rounding) = input.rounding else { return sheet.computed(head, exact) };
    let exact_head = RowHead::new("QE_exacte", "Quantité économique exacte").short("QE exacte");
    let exact = sheet.computed(exact_head.unit(unit), exact);
    sheet.computed(head, at_least_one(exact, rounding))
}

/// The rounded quantity, never zero.
pub(super) fn at_least_one(exact: CellId, rounding: Rounding) -> Formula {
    let step = Decimal::new(1, rounding.decimals.min(28));
    Formula::from(exact).rounded(rounding).max(step)
}
