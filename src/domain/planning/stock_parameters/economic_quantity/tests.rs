//! Economic quantities from inputs and from options.

use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Evaluation, Value, Worksheet};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

/// 1 300 units a year, 8 an order, 0.225 to keep one (Snyder and Shen, example 3.1).
fn candy() -> EconomicQuantityInput {
    EconomicQuantityInput {
        unit: String::new(),
        demand: decimal("1300"),
        order_cost: decimal("8"),
        unit_price: None,
        holding: Holding::PerUnit(decimal("0.225")),
        model: Model::Instantaneous,
        tariff: None,
        policies: Vec::new(),
        rounding: None,
        days_per_year: None,
    }
}

fn evaluated(input: &EconomicQuantityInput) -> (Worksheet, Evaluation) {
    let sheet = worksheet(input).expect("a sheet");
    let values = sheet.evaluate().expect("evaluates");
    (sheet, values)
}

/// The number of a row, to five decimals.
fn found(sheet: &(Worksheet, Evaluation), row: &str) -> Decimal {
    let id = sheet.0.find(row, "valeur").expect("the cell is there");
    sheet.1.number(id).expect("a number").round_dp(5).normalize()
}

fn tariff(kind: TariffKind) -> EconomicQuantityInput {
    let tier = |from, price| Tier { from: decimal(from), price: decimal(price) };
    let tiers = vec![tier("0", "0.75"), tier("400", "0.72"), tier("800", "0.68")];
    let holding = Holding::Percent(decimal("30"));
    EconomicQuantityInput { holding, tariff: Some(Tariff { kind, tiers }), ..candy() }
}

#[test]
fn wilson_and_other_quantities() {
    let policies = vec![("fixe".to_owned(), decimal("250"))];
    let sheet = evaluated(&EconomicQuantityInput { policies, ..candy() });
    assert_eq!(found(&sheet, "QE"), decimal("304.04678"));
    assert_eq!(found(&sheet, "cout_total"), decimal("68.41053"));
    assert_eq!(found(&sheet, "fixe.cout_total"), decimal("69.725"));
    let id = sheet.0.find("QE", "valeur").expect("the cell is there");
    let working = "QE = √(2 × 1\u{202f}300 × 8 ÷ 0,225) ≈ 304,0468";
    assert_eq!(sheet.0.working(id, &sheet.1), working);
}

#[test]
fn planned_backorders_make_larger_orders() {
    let sheet =
        evaluated(&EconomicQuantityInput { model: Model::Backorders(decimal("5")), ..candy() });
    assert_eq!(found(&sheet, "QE"), decimal("310.81256"));
    assert_eq!(found(&sheet, "part_rupture"), decimal("0.04306"));
    assert_eq!(found(&sheet, "cout_total"), decimal("66.92136"));
}

#[test]
fn progressive_production_makes_larger_orders() {
    let model = Model::Production(decimal("2000"));
    let sheet = evaluated(&EconomicQuantityInput { model, ..candy() });
    assert_eq!(found(&sheet, "QE"), decimal("513.93286"));
    assert_eq!(found(&sheet, "cout_total"), decimal("40.47221"));
}

#[test]
fn a_discount_on_all_units_is_worth_a_threshold() {
    let sheet = evaluated(&tariff(TariffKind::AllUnits));
    assert_eq!(found(&sheet, "QE"), decimal("800"));
    assert_eq!(found(&sheet, "tranche"), decimal("3"));
    assert_eq!(found(&sheet, "cout_annuel"), decimal("978.6"));
    // The first economic quantity is in its range.
    assert_eq!(found(&sheet, "T1.Q"), decimal("304.04678"));
    assert_eq!(found(&sheet, "T2.Q"), decimal("400"));
}

#[test]
fn a_discount_by_slices_spares_the_first_units() {
    let sheet = evaluated(&tariff(TariffKind::Incremental));
    assert_eq!(found(&sheet, "T2.supplement"), decimal("12"));
    assert_eq!(found(&sheet, "T3.supplement"), decimal("44"));
    assert_eq!(found(&sheet, "T2.Q"), decimal("490.65338"));
    assert_eq!(found(&sheet, "T3.Q"), decimal("814.09158"));
    assert_eq!(found(&sheet, "QE"), decimal("304.04678"));
    assert_eq!(found(&sheet, "cout_annuel"), decimal("1043.41053"));
}

#[test]
fn rounding_and_days_follow_the_options() {
    let tree: Tree = serde_yaml::from_str(
        "demande_annuelle: 6000\ncout_commande: 25000\npossession: 500\ndecimales: 0\n\
         jours_par_an: 240\n",
    )
    .expect("reads");
    let (sheet, problems) = calculated(&tree);
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a sheet");
    let values = sheet.evaluate().expect("evaluates");
    let sheet = (sheet, values);
    assert_eq!(found(&sheet, "QE"), decimal("775"));
    assert_eq!(found(&sheet, "intervalle"), decimal("31"));
}

#[test]
fn bad_options_are_all_said() {
    let tree: Tree = serde_yaml::from_str(
        "demande_annuelle: 0\ntaux_possession: 0.25\npolitiques: {a: -1}\ntarif: [[5]]\n",
    )
    .expect("reads");
    let (sheet, problems) = calculated(&tree);
    assert!(sheet.is_none());
    let paths: Vec<&str> = problems.found.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(
        paths,
        ["demande_annuelle", "cout_commande", "taux_possession", "tarif.1", "politiques.a"]
    );
}

#[test]
fn impossible_inputs_are_refused() {
    let said = |input: &EconomicQuantityInput| worksheet(input).expect_err("refused").to_string();
    let slow = EconomicQuantityInput { model: Model::Production(decimal("1300")), ..candy() };
    assert_eq!(said(&slow), "la production n'est pas plus rapide que la demande");
    let free = EconomicQuantityInput { holding: Holding::Percent(decimal("25")), ..candy() };
    assert_eq!(said(&free), "un taux de possession demande le prix d'une unité");
    let mut disorder = tariff(TariffKind::AllUnits);
    if let Some(tariff) = &mut disorder.tariff {
        tariff.tiers.reverse();
    }
    assert_eq!(said(&disorder), "les seuils du tarif ne sont pas croissants");
}

fn calculated(tree: &Tree) -> (Option<Worksheet>, Problems) {
    let mut problems = Problems::default();
    let data = PlanningData::default();
    let node = Node::root("", tree);
    let request = Request { options: node.clone(), data: &data, tree: node, others: &Alone };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems)
}

#[test]
fn a_policy_of_a_tariff_pays_the_price_that_it_obtains() {
    let mut input = tariff(TariffKind::AllUnits);
    input.policies =
        vec![("gros".to_owned(), decimal("400")), ("petit".to_owned(), decimal("399"))];
    let sheet = evaluated(&input);
    assert_eq!(found(&sheet, "gros.prix"), decimal("0.72"));
    assert_eq!(found(&sheet, "petit.prix"), decimal("0.75"));
    let chosen = sheet.0.find("tranche", "valeur").expect("the cell is there");
    assert_eq!(sheet.1.value(chosen), &Value::from(3u32));
}
