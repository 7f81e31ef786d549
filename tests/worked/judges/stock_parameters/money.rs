//! Costs of order and of possession from expenses; rotation and cover.

use casdecole::domain::planning::stock_parameters::{expenses, turnover};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::figures::{Inputs, Output, Sheet, in_percent, normalised};
use super::replenishment::Time;

/// A rate in percent, then as a share.
fn both(percent: Vec<Decimal>) -> Vec<Decimal> {
    let shares: Vec<Decimal> =
        percent.iter().filter_map(|rate| rate.checked_div(Decimal::ONE_HUNDRED)).collect();
    percent.into_iter().chain(shares).collect()
}

/// Expenses of a group whose name holds one of these words.
fn group(inputs: &Inputs<'_>, words: &[&str]) -> Vec<expenses::Expense> {
    let named = inputs.parts().find(|(name, _)| {
        let name = normalised(name);
        words.iter().any(|word| name.contains(word))
    });
    let Some((_, Tree::Entries(entries))) = named else { return Vec::new() };
    let expense = |(label, tree): &(String, Tree)| {
        let amount = tree.number()?;
        Some(expenses::Expense { label: label.clone(), amount, factors: Vec::new() })
    };
    entries.iter().filter_map(expense).collect()
}

/// What may be asked of the expenses of purchasing and of stocks.
pub fn expenses_outputs(inputs: &Inputs<'_>) -> Vec<Output> {
    let orders = inputs.number(&["commandes", "nombre_commandes", "nb_commandes", "commandes_an"]);
    let average = inputs.number(&["stock_moyen", "valeur_stock_moyen", "valeur_stock", "stock"]);
    let (Some(orders), Some(average_stock)) = (orders, average) else { return Vec::new() };
    let input = expenses::ExpensesInput {
        purchasing: group(inputs, &["achat", "passation", "commande"]),
        stocks: group(inputs, &["stock", "possession", "magasin"]),
        orders,
        average_stock,
    };
    let Ok(sheet) = Sheet::of(expenses::worksheet(&input)) else { return Vec::new() };
    let total = |row: &str| -> Vec<Decimal> { sheet.number(row, "total").into_iter().collect() };
    [
        Output::new(&["total_achats", "achats", "frais_achats"], total("achats.total")),
        Output::new(&["total_stocks", "stocks", "frais_stocks"], total("stocks.total")),
        Output::new(&["cout_passation", "passation", "cout_commande"], total("cout_passation")),
        Output::new(
            &["taux_possession", "taux", "t", "taux_de_possession"],
            both(total("taux_possession")),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What may be asked of a rotation and of a cover.
pub fn turnover_outputs(inputs: &Inputs<'_>) -> Vec<Output> {
    let Some(input) = turnover_input(inputs) else { return Vec::new() };
    // A target asks for a yearly consumption, which another part of the exercise may hold.
    let aimless = || turnover::TurnoverInput { target: None, ..input.clone() };
    let sheet = Sheet::of(turnover::worksheet(&input));
    let Ok(sheet) = sheet.or_else(|_| Sheet::of(turnover::worksheet(&aimless()))) else {
        return Vec::new();
    };
    let mut cover = sheet.singles(&["couverture"]);
    cover.extend(sheet.singles(&["couverture_mois"]));
    [
        Output::new(
            &[
                "rotation",
                "taux_rotation",
                "taux_de_rotation",
                "coefficient_rotation",
                "ratio_rotation",
                "trs",
                "tr",
                "turnover",
            ],
            sheet.singles(&["rotation"]),
        ),
        Output::new(&["couverture", "cover", "duree_stockage", "couverture_moyenne"], cover),
        Output::new(
            &["conso_jour", "consommation_jour", "consommation_journaliere", "conso_journaliere"],
            sheet.singles(&["consommation_jour"]),
        ),
        Output::new(&["stock_moyen"], sheet.singles(&["stock_moyen"])),
        Output::new(
            &["stock_cible", "nouveau_stock", "stock_moyen_cible", "stock_vise", "stock_moyen_12"],
            sheet.singles(&["stock_cible"]),
        ),
        Output::new(&["reduction", "diminution", "baisse"], sheet.singles(&["reduction"])),
        Output::new(&["economie", "gain", "economies"], sheet.singles(&["economie"])),
        Output::new(
            &["possession", "cout_possession", "frais_possession", "frais"],
            sheet.singles(&["cout_possession"]),
        ),
        Output::new(
            &["valeur_stock", "valeur_stock_moyen", "valeur"],
            sheet.singles(&["valeur_stock"]),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn turnover_input(inputs: &Inputs<'_>) -> Option<turnover::TurnoverInput> {
    let words = [
        "cout_ventes",
        "cout_des_ventes",
        "cav",
        "cout_articles_vendus",
        "articles_vendus",
        "cout_vendus",
        "vendus",
        "cout_des_articles_vendus",
        "ventes",
        "sorties",
        "consommation",
        "conso",
        "cout_consommation",
        "demande",
        "cogs",
        "cout_annuel",
        "achats",
    ];
    let consumption = match inputs.starting(&words) {
        Some((unit, number)) if Time::named(&unit) == Some(Time::Day) => {
            turnover::Outflow::Daily(number)
        }
        Some((unit, number)) if Time::named(&unit) == Some(Time::Month) => {
            turnover::Outflow::Yearly(number.checked_mul(Decimal::from(12))?)
        }
        Some((_, number)) => turnover::Outflow::Yearly(number),
        None => turnover::Outflow::Yearly(inputs.number(&["D", "Q"])?),
    };
    let ends = (
        inputs.number(&["stock_initial", "stock_debut", "SI"]),
        inputs.number(&["stock_final", "stock_fin", "SF"]),
    );
    let stock = match ends {
        (Some(first), Some(last)) => turnover::StockLevel::Readings(vec![first, last]),
        _ => match inputs.list(&["stocks", "releves", "stocks_mensuels"]) {
            Some(readings) => turnover::StockLevel::Readings(readings),
            None => turnover::StockLevel::Average(stock(inputs)?),
        },
    };
    let target = ["rotation_cible", "cible", "rotation_visee", "objectif", "nouvelle_rotation"];
    let rate = ["taux_possession", "taux", "taux_de_possession", "t"];
    Some(turnover::TurnoverInput {
        unit: String::new(),
        consumption,
        days: inputs.number(&[
            "jours_par_an",
            "jours_ouvres",
            "jours",
            "jours_an",
            "jours_ouvres_an",
            "working_days",
        ]),
        stock,
        target: inputs.starting(&target).map(|(_, number)| number),
        holding_rate: inputs.number(&rate).map(in_percent),
        unit_cost: inputs.number(&["cout_unitaire", "prix_achat", "prix", "u"]),
    })
}

/// The stock of the exercise, in quantity or in value.
fn stock(inputs: &Inputs<'_>) -> Option<Decimal> {
    let names = ["stock_moyen", "stock_disponible", "valeur_stock", "stock", "Stm"];
    let stated = inputs.number(&names);
    stated.or_else(|| inputs.starting(&["stock", "valeur_stock"]).map(|(_, number)| number))
}
