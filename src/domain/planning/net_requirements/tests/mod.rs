//! Tests of net requirements: numbers and workings, conventions, layouts, reading.

mod conventions;
mod layouts;
mod reading;

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::samples::{Table, article, input, laid_out, link, series, three_levels};
use super::{MAX_TABLE, PlannedItem, low_level_codes, plan, worksheet};
use crate::domain::planning::data::LotRule;
use crate::domain::planning::worksheet::Value;

#[test]
fn orders_go_down_the_nomenclature() {
    let table = Table::of(&three_levels());
    for (key, expected) in [
        ("A.BB", "0 0 50 0 40 0"),
        ("A.OL", "0 0 0 0 0 0"),
        ("A.PS", "20 20 0 0 0 0"),
        ("A.BN", "0 0 30 0 40 0"),
        ("A.OPF", "0 0 30 0 40 0"),
        ("A.OPD", "0 30 0 40 0 ."),
        ("B.BB", "0 60 0 80 0 0"),
        ("B.PS", "5 45 45 15 15 15"),
        ("B.BN", "0 55 0 35 0 0"),
        ("B.OPF", "0 100 0 50 0 0"),
        ("B.OPD", "100 0 50 0 0 ."),
        ("C.BB", "300 30 150 40 0 0"),
        ("C.OL", "0 100 0 0 0 0"),
        ("C.PS", "100 170 20 0 0 0"),
        ("C.BN", "0 0 0 20 0 0"),
        ("C.OPD", "0 20 0 0 . ."),
    ] {
        assert_eq!(table.row(key), expected, "{key}");
    }
    assert_eq!(table.cell("C.PS", "0"), "400");
    assert!(table.sheet.remarks.is_empty());
    assert_eq!(low_level_codes(&three_levels()), Ok(vec![0, 1, 2]));
}

#[test]
fn workings_read_like_a_hand_calculation() {
    let table = Table::of(&three_levels());
    for (key, period, expected) in [
        ("A.BB", "3", ""),
        ("A.BN", "1", "BN 1 = 0 − (20 + 0) = −20, donc 0"),
        ("A.BN", "3", "BN 3 = 50 − (20 + 0) = 30"),
        ("A.OPF", "3", "OPF 3 = BN 3 = 30"),
        ("A.OPD", "2", "OPD 2 = OPF 3 = 30"),
        ("B.BB", "2", "BB 2 = 30 × 2 = 60"),
        ("B.BB", "6", "BB 6 = 0"),
        ("B.OPF", "2", "OPF 2 = 55 arrondi au multiple de 50 supérieur = 100"),
        ("B.PS", "2", "PS 2 = 5 + 0 + 100 − 60 = 45"),
        ("C.BB", "1", "BB 1 = 0 × 1 + 100 × 3 = 300"),
        ("C.PS", "2", "PS 2 = 100 + 100 + 0 − 30 = 170"),
    ] {
        assert_eq!(table.working(key, period), expected);
    }
}

#[test]
fn a_wrong_order_is_followed_down_to_the_components() {
    let table = Table::of(&three_levels());
    let wrong = table.sheet.find("A.OPD", "2").expect("a cell");
    let replaced = HashMap::from([(wrong, Value::from(25_u32))]);
    let values = table.sheet.evaluate_with(&replaced).expect("evaluates");
    let followed = Table { values, ..table };
    assert_eq!(followed.row("A.PS"), "20 20 0 0 0 0");
    assert_eq!(followed.row("B.BB"), "0 50 0 80 0 0");
    assert_eq!(followed.row("C.BB"), "150 25 300 40 0 0");
}

#[test]
fn an_independent_requirement_adds_to_that_of_the_composes() {
    let mut data = three_levels();
    if let Some(middle) = data.items.get_mut(1) {
        middle.independent = series(&[0, 10, 0, 0, 0, 5]);
    }
    let table = Table::of(&data);
    assert_eq!(table.row("B.BI"), "0 10 0 0 0 5");
    assert_eq!(table.row("B.BB"), "0 70 0 80 0 5");
    assert_eq!(table.working("B.BB", "2"), "BB 2 = 30 × 2 + 10 = 70");
    assert_eq!(table.working("B.BB", "6"), "BB 6 = BI 6 = 5");
    assert!(table.sheet.row_rank("A.BI").is_none());
    if let Some(finished) = data.items.first_mut() {
        finished.independent_row = true;
    }
    let table = Table::of(&data);
    assert_eq!(table.row("A.BI"), "0 0 50 0 40 0");
    assert_eq!(table.working("A.BB", "3"), "BB 3 = BI 3 = 50");
}

#[test]
fn what_cannot_be_planned_is_refused() {
    let words =
        |input: &super::NetRequirementsInput| worksheet(input).expect_err("refused").to_string();
    assert_eq!(words(&input(0, vec![article("A", 0, 0)], vec![])), "l'horizon n'a aucune période");
    assert_eq!(words(&input(3, vec![], vec![])), "il n'y a aucun article à planifier");
    let two = vec![article("A", 0, 0), article("B", 0, 0)];
    assert_eq!(
        words(&input(3, two.clone(), vec![link(0, 1, 1), link(1, 0, 1)])),
        "la nomenclature boucle : A → B → A"
    );
    assert_eq!(
        words(&input(3, two, vec![link(0, 5, 1)])),
        "une nomenclature cite un article inconnu"
    );
    let lot = PlannedItem { lot: LotRule::Multiple(Decimal::ZERO), ..article("PI30", 0, 0) };
    assert_eq!(
        words(&input(3, vec![lot], vec![])),
        "PI30 : la taille du lot doit être plus grande que zéro"
    );
    let long = PlannedItem { independent: series(&[1, 2, 3, 4]), ..article("A", 0, 0) };
    assert_eq!(
        words(&input(3, vec![long], vec![])),
        "A : une série a plus de valeurs que l'horizon n'a de périodes (3)"
    );
    let many = vec![article("A", 0, 0); MAX_TABLE / 500 + 1];
    assert_eq!(
        words(&input(500, many, vec![])),
        "le tableau serait trop grand : planifiez moins d'articles ou de périodes"
    );
}

#[test]
fn numbers_beyond_exact_arithmetic_are_an_error() {
    let huge = PlannedItem { independent: vec![Decimal::MAX], ..article("A", 0, 0) };
    let data = input(1, vec![huge, article("B", 0, 0)], vec![link(0, 1, 3)]);
    assert!(plan(&data).is_err());
    assert!(worksheet(&data).is_err());
}

#[test]
fn a_lead_time_longer_than_the_horizon_leaves_no_launch() {
    let late = PlannedItem { independent: series(&[5, 0]), ..article("A", 0, u32::MAX) };
    let table = Table::of(&input(2, vec![late], vec![]));
    assert_eq!(table.row("A.OPD"), ". .");
    assert_eq!(table.cell("A.OPD", "retard"), "5");
    let table = Table::of(&laid_out(three_levels(), "licence_bb_ad_bn_op"));
    assert_eq!(table.row("C.OPD"), "0 20 0 0 . .");
}
