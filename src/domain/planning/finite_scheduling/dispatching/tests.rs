//! Tests of the worksheet: a published comparison of rules, indices, arrivals, refusals.

use std::collections::HashMap;

use super::*;
use crate::domain::planning::worksheet::{Value, Worksheet};

/// Five tasks with time and due date (Heizer and Render).
fn five() -> SingleMachineInput {
    let lines = [("A", 6, 8), ("B", 2, 6), ("C", 8, 18), ("D", 3, 15), ("E", 9, 23)];
    let tasks = lines
        .iter()
        .map(|(code, duration, due)| MachineTask {
            code: (*code).to_owned(),
            duration: Decimal::from(*duration),
            due: Some(Decimal::from(*due)),
            ..MachineTask::default()
        })
        .collect();
    let rules = [
        PriorityRule::FirstArrived,
        PriorityRule::Shortest,
        PriorityRule::Longest,
        PriorityRule::EarliestDue,
        PriorityRule::CriticalRatio,
        PriorityRule::LeastSlack,
    ];
    SingleMachineInput {
        tasks,
        orders: rules.into_iter().map(Sequencing::Rule).collect(),
        ..SingleMachineInput::default()
    }
}

fn shown(sheet: &Worksheet, row: &str, column: &str) -> String {
    let values = sheet.evaluate().expect("evaluates");
    let value = values.value(sheet.find(row, column).expect("a cell"));
    match value {
        Value::Number(number) => number.round_dp(4).normalize().to_string(),
        other => other.to_string(),
    }
}

fn sequence(sheet: &Worksheet, rule: &str, count: usize) -> String {
    (1..=count).map(|rank| shown(sheet, &format!("{rule}.{rank}"), "ordre")).collect()
}

#[test]
fn each_rule_has_its_sequence_and_measures() {
    let sheet = worksheet(&five()).expect("a worksheet");
    for (rule, order, flow, mean, late) in [
        ("FIFO", "ABCDE", "77", "15.4", "11"),
        ("SPT", "BDACE", "65", "13", "9"),
        ("LPT", "ECADB", "103", "20.6", "48"),
        ("EDD", "BADCE", "68", "13.6", "6"),
        ("CR", "ACEBD", "96", "19.2", "32"),
        ("MARGE", "ABCDE", "77", "15.4", "11"),
    ] {
        assert_eq!(sequence(&sheet, rule, 5), order, "{rule}");
        assert_eq!(shown(&sheet, &format!("{rule}.flux_total"), "valeur"), flow, "{rule}");
        assert_eq!(shown(&sheet, &format!("{rule}.flux_moyen"), "valeur"), mean, "{rule}");
        assert_eq!(shown(&sheet, &format!("{rule}.retard_total"), "valeur"), late, "{rule}");
    }
    assert_eq!(shown(&sheet, "FIFO.utilisation", "valeur"), "36.3636");
    assert_eq!(shown(&sheet, "FIFO.taches_moyennes", "valeur"), "2.75");
    assert_eq!(shown(&sheet, "FIFO.retard_moyen", "valeur"), "2.2");
    assert_eq!(shown(&sheet, "FIFO.nombre_retards", "valeur"), "3");
    assert_eq!(shown(&sheet, "tache.A", "ratio_critique"), "1.3333");
    assert_eq!(shown(&sheet, "tache.D", "marge"), "12");
}

#[test]
fn workings_name_the_index_and_follow_the_candidate() {
    let sheet = worksheet(&five()).expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let cell = |row: &str, column: &str| sheet.find(row, column).expect("a cell");
    assert_eq!(
        sheet.working(cell("SPT.1", "ordre"), &values),
        "rang 1 Ordre = plus petite durée des tâches restantes (2) = B"
    );
    assert_eq!(sheet.working(cell("tache.C", "marge"), &values), "C Marge = 18 − 0 − 8 = 10");
    assert_eq!(
        sheet.working(cell("FIFO.utilisation", "valeur"), &values),
        "Taux d'utilisation = 28 ÷ 77 × 100 ≈ 36,3636"
    );
    // A candidate who finds another ratio critique gets the order that follows from it.
    let replaced = HashMap::from([(cell("tache.D", "ratio_critique"), Value::from(0_u32))]);
    let values = sheet.evaluate_with(&replaced).expect("evaluates");
    assert_eq!(*values.value(cell("CR.1", "ordre")), Value::from("D"));
}

#[test]
fn arrivals_date_and_weights_are_used() {
    let mut input = five();
    input.tasks.truncate(3);
    for (task, (arrival, weight)) in input.tasks.iter_mut().zip([(5, 1), (12, 2), (5, 4)]) {
        task.arrival = Some(Decimal::from(arrival));
        task.weight = Some(Decimal::from(weight));
    }
    input.now = Decimal::from(4);
    let rules =
        [PriorityRule::Shortest, PriorityRule::WeightedShortest, PriorityRule::FirstArrived];
    input.orders = rules.into_iter().map(Sequencing::Rule).collect();
    input.orders.push(Sequencing::Given(vec![1, 0, 2]));
    let sheet = worksheet(&input).expect("a worksheet");
    // A from 5 to 11; B arrives at 12, so C starts at 11 and ends at 19, B ends at 21.
    assert_eq!(sequence(&sheet, "SPT", 3), "ACB");
    assert_eq!(shown(&sheet, "SPT.3", "fin"), "21");
    assert_eq!(shown(&sheet, "SPT.3", "flux"), "9");
    assert_eq!(shown(&sheet, "SPT.duree_totale", "valeur"), "17");
    // Ratios 6, 1 and 2: C goes from 5 to 13, then B to 15, then A to 21.
    assert_eq!(sequence(&sheet, "WSPT", 3), "CBA");
    assert_eq!(shown(&sheet, "WSPT.flux_pondere", "valeur"), "54");
    assert_eq!(sequence(&sheet, "FIFO", 3), "ACB");
    assert_eq!(shown(&sheet, "SEQUENCE.1", "debut"), "12");
}

#[test]
fn what_is_missing_is_refused() {
    let refused = |input: &SingleMachineInput| worksheet(input).expect_err("refused").to_string();
    assert_eq!(refused(&SingleMachineInput::default()), "il faut de 1 à 60 tâches, il y en a 0");
    let mut input = five();
    input.tasks.iter_mut().for_each(|task| task.due = None);
    assert_eq!(refused(&input), "la règle EDD demande des échéances");
    input = five();
    input.tasks[2].due = None;
    assert_eq!(refused(&input), "l'échéance de « C » manque");
    input = five();
    input.orders.push(Sequencing::Rule(PriorityRule::WeightedShortest));
    assert_eq!(refused(&input), "la règle WSPT demande des poids");
    input = five();
    input.tasks[0].duration = Decimal::ZERO;
    let sheet = worksheet(&input).expect("a worksheet");
    let error = sheet.evaluate().expect_err("a ratio over zero").to_string();
    assert_eq!(error, "A Ratio critique : division par zéro");
}
