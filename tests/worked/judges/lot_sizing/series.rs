//! Inputs of lot sizing: the series, its costs, and the rules by their names.

use casdecole::domain::planning::lot_sizing::{
    Balance, HoldingCost, Interval, LotSizingInput, SizingRule, Window,
};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Rounding, RoundingMode};
use rust_decimal::Decimal;

use super::super::stock_parameters::figures::{Inputs, in_percent};

/// The series of requirements and its costs.
pub(super) fn series(inputs: &Inputs<'_>) -> Result<LotSizingInput, String> {
    let needs = inputs
        .find(&[
            "besoins_nets",
            "besoins",
            "demande",
            "demandes",
            "besoins_bruts",
            "net_requirements",
            "requirements",
            "demand",
            "d",
        ])
        .ok_or("no series of requirements")?;
    let (periods, requirements) = named_series(inputs, needs).ok_or("requirements not read")?;
    let setup = inputs
        .number(&[
            "cout_lancement",
            "cout_commande",
            "cout_passation",
            "cout_de_lancement",
            "cout_de_commande",
            "cout_fixe",
            "setup_cost",
            "ordering_cost",
            "fixed_cost",
            "K",
            "S",
            "A",
            "Cl",
            "c",
        ])
        .ok_or("no cost of an order")?;
    let count = Decimal::from(requirements.len());
    let total: Decimal = requirements.iter().sum();
    let periods_per_year = inputs
        .number(&["besoin_annualise", "demande_annuelle", "besoin_annuel", "annual_demand"])
        .and_then(|annual| annual.checked_mul(count)?.checked_div(total))
        .or_else(|| inputs.number(&["periodes_par_an", "periods_per_year"]));
    let bought =
        ["cout_achat", "prix_achat", "prix", "cout_unitaire", "purchase_cost", "unit_cost"];
    let prices = inputs.list(&bought).filter(|prices| prices.len() == requirements.len());
    Ok(LotSizingInput {
        prices: prices.unwrap_or_default(),
        item: String::new(),
        unit: String::new(),
        periods,
        requirements,
        setup_cost: setup,
        holding: holding(inputs, periods_per_year).ok_or("no cost of carrying")?,
        periods_per_year,
        rules: Vec::new(),
    })
}

/// Names of periods and requirements: a list, named entries, or one number repeated.
fn named_series(inputs: &Inputs<'_>, needs: &Tree) -> Option<(Vec<String>, Vec<Decimal>)> {
    let numbered = |count: usize| (1..=count).map(|rank| rank.to_string()).collect();
    match needs {
        Tree::Entries(entries) => {
            let names = entries.iter().map(|(name, _)| name.clone()).collect();
            let numbers: Option<Vec<Decimal>> =
                entries.iter().map(|(_, need)| need.number()).collect();
            Some((names, numbers?))
        }
        Tree::List(items) => {
            let numbers: Option<Vec<Decimal>> = items
                .iter()
                .map(|need| if *need == Tree::Empty { Some(Decimal::ZERO) } else { need.number() })
                .collect();
            Some((numbered(items.len()), numbers?))
        }
        single => {
            let periods = inputs.number(&["periodes", "nombre_periodes", "num_periods", "T"])?;
            let count = usize::try_from(periods).ok().filter(|count| *count <= 104)?;
            Some((numbered(count), vec![single.number()?; count]))
        }
    }
}

fn holding(inputs: &Inputs<'_>, periods_per_year: Option<Decimal>) -> Option<HoldingCost> {
    let direct = inputs.number(&[
        "possession_par_unite_periode",
        "possession",
        "cout_possession",
        "cout_de_possession",
        "cout_stockage",
        "holding_cost",
        "holding",
        "carrying_cost",
        "h",
        "H",
    ]);
    if let Some(cost) = direct {
        return Some(HoldingCost::PerUnit(cost));
    }
    let unit_cost = inputs.number(&["cout_unitaire", "prix", "prix_unitaire", "unit_cost", "u"])?;
    let by_period = ["taux_possession_par_periode", "taux_par_periode", "taux_possession_mensuel"];
    if let Some(rate) = inputs.number(&by_period) {
        return Some(HoldingCost::Rate { unit_cost, percent: in_percent(rate) });
    }
    let yearly = inputs.number(&["taux_possession_annuel", "taux_possession", "taux", "i", "t"])?;
    let percent = in_percent(yearly).checked_div(periods_per_year.unwrap_or(Decimal::ONE))?;
    Some(HoldingCost::Rate { unit_cost, percent })
}

/// Code of the rule of a normal name.
pub(super) fn rule_named(name: &str) -> Option<&'static str> {
    Some(match name {
        "eoq" | "qe" | "qec" | "wilson" | "quantite_economique" | "lot_economique" => "QE",
        "poq" | "pe" | "periode_economique" | "period_order_quantity" => "POQ",
        "luc" | "cout_unitaire_minimal" | "least_unit_cost" | "cum" => "LUC",
        "ltc"
        | "ppb"
        | "cout_total_minimal"
        | "least_total_cost"
        | "part_period_balancing"
        | "equilibrage" => "LTC",
        "sm" | "silver_meal" => "SM",
        "ww" | "wagner_whitin" | "optimal" | "optimum" => "WW",
        "lpl" | "lfl" | "l4l" | "lot_pour_lot" | "lot_for_lot" => "LPL",
        "qf" | "foq" | "quantite_fixe" | "fixed_order_quantity" => "QF",
        _ => return None,
    })
}

/// The conventions under which a rule may have been applied, the usual one first.
pub(super) fn variants(inputs: &Inputs<'_>, rule: &str) -> Vec<SizingRule> {
    let windows = [Window::Calendar, Window::FirstNeed];
    match rule {
        "QE" => vec![SizingRule::EconomicQuantity(Rounding::nearest(0))],
        "POQ" => {
            let stated = inputs.number(&["poq_periodes", "intervalle", "fenetre", "window"]);
            let stated = stated.and_then(|periods| u32::try_from(periods).ok());
            let intervals = match stated {
                Some(periods) => vec![Interval::Periods(periods)],
                None => [RoundingMode::Nearest, RoundingMode::Up, RoundingMode::Down]
                    .map(Interval::Economic)
                    .to_vec(),
            };
            let pairs = intervals.into_iter().flat_map(|interval| {
                windows.map(|window| SizingRule::PeriodQuantity { interval, window })
            });
            pairs.collect()
        }
        "LUC" => vec![SizingRule::LeastUnitCost],
        "LTC" => [Balance::Nearest, Balance::NotAbove].map(SizingRule::LeastTotalCost).to_vec(),
        "SM" => vec![SizingRule::SilverMeal],
        "WW" => vec![SizingRule::WagnerWhitin],
        "LPL" => vec![SizingRule::LotForLot],
        "QF" => {
            let names = ["quantite_fixe", "quantite", "lot", "taille_lot", "foq", "Q"];
            inputs.number(&names).map(SizingRule::FixedQuantity).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
