//! One order for one season (newsvendor), also as the stock that covers a lead time.

use casdecole::domain::planning::stock_parameters::single_period::{SinglePeriodInput, worksheet};
use rust_decimal::{Decimal, MathematicalOps};

use super::figures::{Inputs, Output, Sheet};

const MEAN: [&str; 7] = ["moyenne", "mu", "demand_mean", "mean", "m", "demande_moyenne", "demande"];
const DEVIATION: [&str; 6] = ["sigma", "ecart_type", "demand_sd", "sd", "std", "s"];

/// An order for one season: its costs, or its prices.
pub fn season(inputs: &Inputs<'_>) -> Option<SinglePeriodInput> {
    let stated = (
        inputs.number(&["h", "cout_invendu", "cout_surstock", "holding_cost", "co", "Co"]),
        inputs.number(&["p", "cout_manque", "stockout_cost", "cu", "Cu"]),
    );
    let (overage_cost, underage_cost) = match stated {
        (Some(overage), Some(underage)) => (overage, underage),
        _ => from_prices(inputs)?,
    };
    Some(SinglePeriodInput {
        unit: String::new(),
        mean: inputs.number(&MEAN)?,
        deviation: inputs.number(&DEVIATION)?,
        overage_cost,
        underage_cost,
        quantity: inputs.number(&["S", "quantite", "base_stock_level"]),
    })
}

/// What a unit left over and a unit short cost, from the prices.
fn from_prices(inputs: &Inputs<'_>) -> Option<(Decimal, Decimal)> {
    let price = inputs.number(&["prix_vente", "prix", "revenue", "price", "r", "pv"])?;
    let cost =
        inputs.number(&["prix_achat", "cout_achat", "cout", "purchase_cost", "cost", "c"])?;
    let left = ["valeur_residuelle", "prix_solde", "salvage", "salvage_value", "reprise", "v"];
    let left = inputs.number(&left).unwrap_or_default();
    Some((cost.checked_sub(left)?, price.checked_sub(cost)?))
}

/// The same order when it covers a lead time and the period of review.
fn over_lead_time(inputs: &Inputs<'_>, input: &SinglePeriodInput) -> Option<SinglePeriodInput> {
    let periods = inputs.number(&["L", "delai", "lead_time"])?.checked_add(Decimal::ONE)?;
    Some(SinglePeriodInput {
        mean: input.mean.checked_mul(periods)?,
        deviation: input.deviation.checked_mul(periods.sqrt()?)?,
        ..input.clone()
    })
}

/// What may be asked of one order for one season.
pub fn season_outputs(inputs: &Inputs<'_>) -> Vec<Output> {
    let Some(input) = season(inputs) else { return Vec::new() };
    let input = over_lead_time(inputs, &input).unwrap_or(input);
    let Ok(sheet) = Sheet::of(worksheet(&input)) else { return Vec::new() };
    [
        Output::new(
            &["s", "q", "quantite", "niveau", "base_stock_level", "quantite_optimale", "stock"],
            sheet.singles(&["quantite"]),
        ),
        Output::new(
            &["cout", "cost", "g", "cout_total", "cout_attendu"],
            sheet.singles(&["cout", "autre.cout"]),
        ),
        Output::new(
            &["ratio", "ratio_critique", "alpha", "taux_service"],
            sheet.singles(&["ratio_critique"]),
        ),
        Output::new(&["z"], sheet.singles(&["z"])),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Cost of another quantity.
pub fn cost_of(input: &SinglePeriodInput, quantity: Decimal) -> Vec<Decimal> {
    let other = SinglePeriodInput { quantity: Some(quantity), ..input.clone() };
    Sheet::of(worksheet(&other)).map(|sheet| sheet.singles(&["autre.cout"])).unwrap_or_default()
}
