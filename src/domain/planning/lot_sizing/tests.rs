//! Lot sizings from options to tables.

use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Evaluation, Rounding, RoundingMode, Value, Worksheet};

/// Orlicky, chapter 8.
fn orlicky(rules: Vec<SizingRule>) -> LotSizingInput {
    LotSizingInput {
        item: String::new(),
        unit: "pièces".to_owned(),
        periods: (1..=9).map(|month| format!("M{month}")).collect(),
        requirements: [35, 10, 0, 40, 0, 20, 5, 10, 30].map(Decimal::from).to_vec(),
        setup_cost: Decimal::from(100),
        holding: HoldingCost::Rate { unit_cost: Decimal::from(50), percent: Decimal::TWO },
        prices: Vec::new(),
        periods_per_year: Some(Decimal::from(12)),
        rules,
    }
}

fn evaluated(input: &LotSizingInput) -> (Worksheet, Evaluation) {
    let sheet = worksheet(input).expect("a table");
    let values = sheet.evaluate().expect("evaluates");
    (sheet, values)
}

fn number(sheet: &(Worksheet, Evaluation), row: &str, column: &str) -> Decimal {
    let id = sheet.0.find(row, column).expect("the cell is there");
    sheet.1.number(id).expect("a number")
}

fn all_rules() -> Vec<SizingRule> {
    let interval = Interval::Economic(RoundingMode::Up);
    vec![
        SizingRule::EconomicQuantity(Rounding::nearest(0)),
        SizingRule::PeriodQuantity { interval, window: Window::Calendar },
        SizingRule::LeastUnitCost,
        SizingRule::LeastTotalCost(Balance::Nearest),
        SizingRule::WagnerWhitin,
    ]
}

#[test]
fn the_costs_of_orlicky_are_found() {
    let sheet = evaluated(&orlicky(all_rules()));
    for (row, expected) in [
        ("QE.cout_total", 506),
        ("QE.cout_possession", 206),
        ("POQ.cout_total", 455),
        ("LUC.cout_total", 420),
        ("LTC.cout_total", 445),
        ("WW.cout_total", 395),
        ("WW.lancements", 3),
    ] {
        assert_eq!(number(&sheet, row, "total"), Decimal::from(expected), "{row}");
    }
    assert_eq!(number(&sheet, "QE", "valeur"), Decimal::from(58));
    assert_eq!(number(&sheet, "intervalle", "valeur"), Decimal::from(4));
    assert_eq!(number(&sheet, "demande_annuelle", "valeur"), Decimal::from(200));
    assert_eq!(number(&sheet, "WW.cout_minimal", "M1"), Decimal::from(395));
    let best = sheet.0.find("meilleure_regle", "valeur").expect("the cell is there");
    assert_eq!(sheet.1.value(best), &Value::from("Wagner-Whitin"));
}

#[test]
fn without_a_year_the_economic_quantity_is_the_same() {
    let mut input = orlicky(all_rules());
    input.periods_per_year = None;
    let sheet = evaluated(&input);
    assert_eq!(number(&sheet, "QE", "valeur"), Decimal::from(58));
    assert_eq!(number(&sheet, "intervalle", "valeur"), Decimal::from(4));
}

#[test]
fn workings_say_what_an_order_covers() {
    let mut rules = all_rules();
    rules.push(SizingRule::FixedQuantity(Decimal::from(20)));
    let (sheet, values) = evaluated(&orlicky(rules));
    let sentence = |row: &str, column: &str| {
        sheet.working(sheet.find(row, column).expect("the cell is there"), &values)
    };
    assert_eq!(sentence("WW.ordres", "M1"), "Ordres M1 = 35 + 10 (besoins de M1 à M2) = 45");
    assert_eq!(sentence("WW.ordres", "M2"), "Ordres M2 = besoin déjà couvert = 0");
    assert_eq!(sentence("WW.ordres", "M3"), "Ordres M3 = aucun besoin = 0");
    assert_eq!(sentence("QF.ordres", "M1"), "Ordres M1 = 2 lots de 20 = 40");
    assert_eq!(sentence("WW.stock", "M5"), "Stock final M5 = 25 + 0 − 0 = 25");
}

#[test]
fn impossible_series_are_refused_in_french() {
    let mut input = orlicky(vec![SizingRule::LotForLot, SizingRule::LotForLot]);
    let said = |input: &LotSizingInput| worksheet(input).expect_err("refused").to_string();
    assert_eq!(said(&input), "la règle « Lot pour lot » est demandée deux fois");
    input.rules.truncate(1);
    input.periods[1] = "M1".to_owned();
    assert_eq!(said(&input), "la colonne « M1 » existe deux fois");
    input.requirements.clear();
    assert_eq!(said(&input), "il faut de 1 à 104 périodes, pas 0");
}

fn calculated(yaml: &str) -> (Option<Worksheet>, Problems) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let mut problems = Problems::default();
    let data = PlanningData::default();
    let node = Node::root("", &tree);
    let request = Request { options: node.clone(), data: &data, tree: node, others: &Alone };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems)
}

#[test]
fn options_are_read() {
    let (sheet, problems) = calculated(
        "besoins: {S1: 70, S2: 30}\ncout_lancement: 50\npossession: 1\n\
         regles: [lot_pour_lot, periode_economique, quantite_fixe]\nintervalle: 2\n\
         quantite_fixe: 40\nfenetre: premier_besoin\n",
    );
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a table");
    let values = sheet.evaluate().expect("evaluates");
    let cost = |row: &str| values.number(sheet.find(row, "total").expect("the cell is there"));
    assert_eq!(cost("LPL.cout_total"), Some(Decimal::from(100)));
    assert_eq!(cost("POQ.cout_total"), Some(Decimal::from(80)));
    assert_eq!(cost("QF.cout_total"), Some(Decimal::from(130)));
}

#[test]
fn every_bad_option_is_said() {
    let (sheet, problems) = calculated("besoins: [1, x, -3]\nregles: [au_hasard]\n");
    assert!(sheet.is_none());
    let paths: Vec<&str> = problems.found.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(paths, ["besoins.2", "besoins.3", "cout_lancement", "possession", "regles.1"]);
}
