//! Layouts: rows shown, their order and words, and the cells from which workings start.

use std::collections::HashMap;

use crate::domain::planning::data::LotRule;
use crate::domain::planning::net_requirements::samples::{
    Table, article, input, laid_out, series, three_levels,
};
use crate::domain::planning::net_requirements::{
    Layout, LayoutRow, PlannedItem, Quantity, plan, row_key,
};
use crate::domain::planning::worksheet::Value;

fn table(name: &str) -> Table {
    Table::of(&laid_out(three_levels(), name))
}

fn rows_of(table: &Table, code: &str) -> Vec<String> {
    let rows = table.sheet.rows.iter().filter(|row| row.group.starts_with(code));
    rows.map(|row| format!("{} {}", row.key, row.label)).collect()
}

#[test]
fn every_layout_gives_the_same_launches() {
    let plans = plan(&three_levels()).expect("a plan");
    let expected: Vec<String> = plans
        .iter()
        .zip([1, 1, 2])
        .map(|(plan, lead)| {
            let starts = plan.order_starts.iter().take(6 - lead).map(ToString::to_string);
            starts.chain(vec![".".to_owned(); lead]).collect::<Vec<_>>().join(" ")
        })
        .collect();
    for name in Layout::names() {
        let table = table(name);
        let found: Vec<_> = ["A.OPD", "B.OPD", "C.OPD"].iter().map(|key| table.row(key)).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn available_articles_are_shown_before_the_requirement() {
    let table = table("licence_bb_ad_bn_op");
    assert_eq!(
        rows_of(&table, "A"),
        [
            "A.BB Besoins bruts (BB)",
            "A.AD Articles disponibles (AD)",
            "A.BN Besoins nets (BN)",
            "A.OPD Ordres proposés (OP)",
        ]
    );
    assert_eq!(
        rows_of(&table, "C").iter().map(|row| row.split(' ').next()).collect::<Vec<_>>(),
        [Some("C.BB"), Some("C.OL"), Some("C.AD"), Some("C.BN"), Some("C.OPD")]
    );
    assert_eq!(table.cell("B.AD", "0"), "5");
    assert_eq!(table.row("B.AD"), "5 5 45 45 15 15");
    assert_eq!(table.row("C.AD"), "400 200 170 20 0 0");
    assert_eq!(table.working("C.AD", "2"), "AD 2 = 100 + 100 = 200");
    assert_eq!(table.working("A.BN", "3"), "BN 3 = 50 − 20 = 30");
    assert_eq!(table.working("B.OPD", "1"), "OP 1 = 55 arrondi au multiple de 50 supérieur = 100");
}

#[test]
fn a_launch_that_is_the_only_row_of_orders_feeds_the_stock() {
    let table = table("licence_bb_ad_bn_op");
    let wrong = table.sheet.find("B.OPD", "1").expect("a cell");
    let replaced = HashMap::from([(wrong, Value::from(60_u32))]);
    let values = table.sheet.evaluate_with(&replaced).expect("evaluates");
    let followed = Table { values, ..table };
    assert_eq!(followed.row("B.AD"), "5 5 5 5 25 25");
    assert_eq!(followed.row("B.BN"), "0 55 0 75 0 0");
}

#[test]
fn a_position_and_an_available_stock_keep_the_letters_shown() {
    let table = table("gm_bb_sd_ps_bn_opf_opd");
    assert_eq!(table.row("A.SD"), "20 20 0 0 0 0");
    assert_eq!(table.row("A.PS"), "20 20 −30 0 −40 0");
    assert_eq!(table.working("A.PS", "3"), "PS 3 = 20 − 50 = −30");
    assert_eq!(table.working("A.BN", "3"), "BN 3 = 0 − (−30) = 30");
    assert_eq!(table.working("A.SD", "3"), "SD 3 = −30 + 30 = 0");
}

#[test]
fn initial_and_final_stocks_are_two_rows_under_a_head_with_the_data() {
    let table = table("td_bb_ol_bn_of_od");
    let head = table.sheet.rows.first().map(|row| row.group.clone());
    assert_eq!(head.as_deref(), Some("A (SI = 20 ; L = lot pour lot ; D = 1)"));
    assert_eq!(table.row("A.SI"), "20 20 20 0 0 0");
    assert_eq!(table.row("A.PS"), "20 20 0 0 0 0");
    assert_eq!(table.working("B.PS", "2"), "SF 2 = 5 + 0 + 100 − 60 = 45");
    assert_eq!(table.working("B.OPD", "1"), "OD 1 = OF 2 = 100");
}

#[test]
fn the_stock_before_and_after_the_order_are_two_rows() {
    let table = table("qlio_bb_dp_op");
    assert_eq!(table.row("A.SD"), "20 20 −30 0 −40 0");
    assert_eq!(table.row("A.PS"), "20 20 0 0 0 0");
    assert_eq!(table.working("A.PS", "3"), "DP 3 = −30 + 30 = 0");
    let one_row = Table::of(&laid_out(three_levels(), "qlio_bb_dp_op_une_ligne"));
    assert_eq!(one_row.row("A.PS"), "20 20 0 0 0 0");
}

#[test]
fn a_stock_without_planned_orders_goes_on_below_zero() {
    let item = PlannedItem {
        independent: series(&[24, 24, 24, 24]),
        launched: series(&[20, 0, 0, 0]),
        ..article("", 5, 1)
    };
    let table = Table::of(&laid_out(input(4, vec![item], vec![]), "orlicky_bb_ra_cumul_bn_op"));
    assert_eq!(table.keys(), ["BB", "OL", "CUM", "BN", "OPF", "OPD"]);
    assert_eq!(table.row("CUM"), "1 −23 −47 −71");
    assert_eq!(table.row("BN"), "0 23 24 24");
    assert_eq!(table.cell("CUM", "0"), "5");
    assert_eq!(table.working("CUM", "2"), "Stock 2 = 1 + 0 − 24 = −23");
}

#[test]
fn rows_of_ones_own_choice_keep_their_keys() {
    let mut data = three_levels();
    let mut stock = LayoutRow::usual(Quantity::Stock);
    stock.label = "Stock en fin de semaine".to_owned();
    let rows = [Quantity::OrderStart, Quantity::Gross].map(LayoutRow::usual);
    data.display.layout = Layout::of_rows(rows.into_iter().chain([stock]).collect());
    let table = Table::of(&data);
    assert_eq!(
        rows_of(&table, "A"),
        [
            "A.OPD Ordres proposés, début (OPD)",
            "A.BB Besoins bruts (BB)",
            "A.PS Stock en fin de semaine",
        ]
    );
    assert_eq!(table.row("B.OPD"), "100 0 50 0 0 .");
}

#[test]
fn only_some_articles_may_be_shown_in_an_order_of_choice() {
    let mut data = three_levels();
    data.display.shown = vec![2, 0];
    let table = Table::of(&data);
    let codes: Vec<_> = table.sheet.rows.iter().map(|row| row.group.as_str()).collect();
    assert_eq!(codes.first(), Some(&"C"));
    assert_eq!(codes.last(), Some(&"A"));
    assert!(table.sheet.row_rank("B.BB").is_none());
    assert_eq!(table.row("C.BB"), "300 30 150 40 0 0");
}

#[test]
fn keys_have_no_space_and_groups_have_words() {
    assert_eq!(row_key("PI 30", "BB"), "PI_30.BB");
    assert_eq!(row_key("", "BB"), "BB");
    let item = PlannedItem {
        label: "Pied cintré".to_owned(),
        unit: "pièce".to_owned(),
        lot: LotRule::LotForLot,
        ..article("PI30", 0, 0)
    };
    let table = Table::of(&input(1, vec![item], vec![]));
    let row = table.sheet.rows.first().expect("a row");
    assert_eq!((row.group.as_str(), row.unit.as_str()), ("PI30 – Pied cintré", "pièce"));
}
