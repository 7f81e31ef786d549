//! Conventions that change the numbers.

use rust_decimal::Decimal;

use crate::domain::planning::data::{LotRule, SafetyStock, ScrapRule};
use crate::domain::planning::net_requirements::samples::{
    Table, article, input, laid_out, link, series,
};
use crate::domain::planning::net_requirements::{LateNeeds, NetRequirementsInput, PlannedItem};
use crate::domain::planning::worksheet::Rounding;

/// A, late by 10, is made of 2 B.
fn late() -> NetRequirementsInput {
    let finished = PlannedItem { independent: series(&[10, 0, 5, 0]), ..article("A", 0, 2) };
    input(4, vec![finished, article("B", 0, 0)], vec![link(0, 1, 2)])
}

#[test]
fn late_launches_have_a_column_and_a_remark() {
    let table = Table::of(&late());
    let columns: Vec<_> = table.sheet.columns.iter().map(|head| head.key.as_str()).collect();
    assert_eq!(columns, ["retard", "0", "1", "2", "3", "4"]);
    assert_eq!(table.cell("A.OPD", "retard"), "10");
    assert_eq!(table.working("A.OPD", "retard"), "OPD Retard = 10 + 0 = 10");
    assert_eq!(table.row("A.OPD"), "5 0 . .");
    assert_eq!(table.row("B.BB"), "30 0 0 0");
    assert_eq!(table.working("B.BB", "1"), "BB 1 = (5 + 10) × 2 = 30");
    assert_eq!(
        table.sheet.remarks,
        ["A : l'ordre proposé de 10 attendu en 1 est en retard : il devait être lancé 2 \
             périodes avant 1."]
    );
}

#[test]
fn late_needs_may_be_left_out_and_the_column_chosen() {
    let mut data = late();
    data.display.late_column = Some(false);
    let table = Table::of(&data);
    assert!(table.sheet.column_rank("retard").is_none());
    assert_eq!(table.row("B.BB"), "30 0 0 0");
    data.policy.late_needs = LateNeeds::LeftOut;
    assert_eq!(Table::of(&data).row("B.BB"), "10 0 0 0");
    data.display.late_column = Some(true);
    if let Some(finished) = data.items.first_mut() {
        finished.opening = Decimal::from(10);
    }
    let table = Table::of(&data);
    assert_eq!(table.cell("A.OPD", "retard"), "0");
    assert!(table.sheet.find("B.OPD", "retard").is_none());
}

#[test]
fn a_firm_order_is_received_and_its_components_are_still_needed() {
    let finished = PlannedItem {
        independent: series(&[0, 20, 10]),
        firm: series(&[0, 20, 0]),
        ..article("A", 0, 1)
    };
    let mut data = input(3, vec![finished, article("B", 0, 0)], vec![link(0, 1, 3)]);
    let table = Table::of(&data);
    assert_eq!(
        table.keys().into_iter().take(7).collect::<Vec<_>>(),
        ["A.BB", "A.OL", "A.OA", "A.PS", "A.BN", "A.OPF", "A.OPD"]
    );
    assert_eq!(table.row("A.BN"), "0 0 10");
    assert_eq!(table.row("B.BB"), "60 30 0");
    assert_eq!(table.working("B.BB", "1"), "BB 1 = (0 + 20) × 3 = 60");
    if let Some(finished) = data.items.first_mut() {
        finished.lead_time = 2;
    }
    let table = Table::of(&data);
    assert_eq!(table.row("B.BB"), "90 0 0");
    assert_eq!(
        table.sheet.remarks,
        ["A : l'ordre affermi de 20 attendu en 2 est en retard : il devait être lancé 1 \
             période avant 1."]
    );
}

#[test]
fn a_launched_order_needs_no_component() {
    let finished = PlannedItem {
        independent: series(&[0, 20, 10]),
        launched: series(&[0, 20, 0]),
        ..article("A", 0, 1)
    };
    let table = Table::of(&input(3, vec![finished, article("B", 0, 0)], vec![link(0, 1, 3)]));
    assert_eq!(table.row("B.BB"), "0 30 0");
}

#[test]
fn scrap_increases_launches_and_issues() {
    let finished = PlannedItem {
        independent: series(&[97, 98]),
        scrap: Some(ScrapRule::OfLaunched(Decimal::from(3))),
        scrap_rounding: Some(Rounding::UP),
        ..article("A", 0, 0)
    };
    let mut line = link(0, 1, 2);
    line.scrap = Some(ScrapRule::OfGood(Decimal::from(5)));
    let mut data = input(2, vec![finished, article("B", 0, 0)], vec![line]);
    let table = Table::of(&data);
    assert_eq!(table.row("A.OPD"), "100 102");
    assert_eq!(table.working("A.OPD", "1"), "OPD 1 = 97 ÷ (1 − 0,03) = 100");
    assert_eq!(table.working("A.OPD", "2"), "OPD 2 = 98 ÷ (1 − 0,03) ≈ 101,0309, arrondi à 102");
    assert_eq!(table.row("B.BB"), "210 214,2");
    assert_eq!(table.working("B.BB", "1"), "BB 1 = 100 × 2 × (1 + 0,05) = 210");
    if let Some(part) = data.items.get_mut(1) {
        part.scrap_rounding = Some(Rounding::UP);
    }
    assert_eq!(Table::of(&data).row("B.BB"), "210 215");
    // With one row of orders, the receipt stays what is good, and the launch what is needed.
    let table = Table::of(&laid_out(data, "licence_bb_ad_bn_op"));
    assert_eq!(table.row("A.OPD"), "100 102");
    assert_eq!(table.row("A.AD"), "0 0");
}

#[test]
fn grouped_periods_are_ordered_at_once() {
    let grouped = PlannedItem {
        independent: series(&[80, 50, 70, 46, 0, 33]),
        launched: series(&[0, 20, 0, 0, 0, 0]),
        lot: LotRule::Grouped { periods: 3, multiple: None },
        ..article("A", 0, 0)
    };
    let table = Table::of(&input(6, vec![grouped], vec![]));
    assert_eq!(table.row("A.BN"), "80 0 0 46 0 0");
    assert_eq!(table.row("A.OPF"), "180 0 0 79 0 0");
    assert_eq!(table.row("A.PS"), "100 70 0 33 33 0");
    assert_eq!(table.working("A.OPF", "1"), "OPF 1 = 80 + 30 + 70 = 180");
}

#[test]
fn the_safety_stock_is_kept_unless_it_may_be_consumed() {
    let item = PlannedItem {
        independent: series(&[25, 10]),
        safety: SafetyStock::Fixed(Decimal::from(20)),
        ..article("A", 55, 0)
    };
    let mut data = input(2, vec![item], vec![]);
    let table = Table::of(&data);
    assert_eq!(table.row("A.BN"), "0 0");
    assert_eq!(table.working("A.BN", "2"), "BN 2 = 10 + 20 − (30 + 0) = 0");
    assert!(table.sheet.row_rank("A.SS").is_none());
    if let Some(item) = data.items.first_mut() {
        item.opening = Decimal::from(30);
    }
    let table = Table::of(&data);
    assert_eq!(table.row("A.BN"), "15 10");
    assert_eq!(table.row("A.PS"), "20 20");
    data.policy.safety_consumable = true;
    let table = Table::of(&data);
    assert_eq!(table.row("A.BN"), "0 5");
    assert_eq!(table.working("A.BN", "2"), "BN 2 = 10 − (5 + 0) = 5");
}

#[test]
fn a_target_may_follow_the_requirement_and_first_periods_be_frozen() {
    let item = PlannedItem {
        independent: series(&[50, 50, 50]),
        safety: SafetyStock::PercentOfRequirement(Decimal::TEN),
        ..article("A", 40, 0)
    };
    let mut data = input(3, vec![item], vec![]);
    data.policy.frozen_periods = 1;
    let table = Table::of(&laid_out(data.clone(), "triomphe_bb_sd_la_sp_bn_lp"));
    assert_eq!(table.keys(), ["A.BB", "A.SS", "A.OL", "A.PS", "A.BN", "A.OPD"]);
    assert_eq!(table.row("A.SS"), "5 5 5");
    assert_eq!(table.working("A.SS", "2"), "Stock désiré 2 = 50 × 10 ÷ 100 = 5");
    assert_eq!(table.row("A.BN"), "0 65 50");
    assert_eq!(table.working("A.BN", "1"), "BN 1 = 0");
    assert_eq!(table.working("A.BN", "2"), "BN 2 = 50 + 5 − (−10 + 0) = 65");
    assert_eq!(table.row("A.PS"), "−10 5 5");
    assert_eq!(table.sheet.remarks, ["A : le stock projeté est négatif en 1."]);
    let usual = Table::of(&data);
    assert_eq!(usual.row("A.SS"), "5 5 5");
    assert_eq!(usual.row("A.BN"), "0 65 50");
}

#[test]
fn targets_may_be_written_by_period() {
    let item = PlannedItem {
        independent: series(&[10, 10, 10]),
        safety: SafetyStock::ByPeriod(series(&[0, 30, 5])),
        lot: LotRule::Grouped { periods: 2, multiple: None },
        ..article("A", 0, 0)
    };
    let table = Table::of(&input(3, vec![item], vec![]));
    assert_eq!(table.row("A.OPF"), "50 0 0");
    assert_eq!(table.row("A.PS"), "40 30 20");
    assert_eq!(table.working("A.OPF", "1"), "OPF 1 = 10 + 40 = 50");
}
