//! Tests of the worksheet: worked tables, workings, follow-through, refusals.

use std::collections::HashMap;

use super::*;
use crate::domain::planning::worksheet::{CellId, Value, Worksheet};

fn tasks(lines: &[(&str, &[u32])]) -> Vec<FlowShopTask> {
    lines
        .iter()
        .map(|(code, times)| FlowShopTask {
            code: (*code).to_owned(),
            durations: times.iter().map(|time| Decimal::from(*time)).collect(),
            due: None,
        })
        .collect()
}

fn machines(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

/// The five orders of the Ateliers du Verdon, in hours.
fn verdon() -> FlowShopInput {
    let lines = [
        ("5201", 45, 25, 28),
        ("5202", 50, 70, 21),
        ("5203", 60, 35, 28),
        ("5204", 20, 30, 7),
        ("5205", 40, 65, 14),
    ];
    let tasks = lines
        .iter()
        .map(|(code, first, second, due)| FlowShopTask {
            code: (*code).to_owned(),
            durations: vec![Decimal::new(*first, 1), Decimal::new(*second, 1)],
            due: Some(Decimal::from(*due)),
        })
        .collect();
    FlowShopInput {
        machines: machines(&["P10", "P15"]),
        tasks,
        unit: "h".into(),
        ..FlowShopInput::default()
    }
}

fn shown(sheet: &Worksheet, replaced: &HashMap<CellId, Value>, rank: usize) -> String {
    let values = sheet.evaluate_with(replaced).expect("evaluates");
    ["ordre", "debut_P10", "fin_P10", "debut_P15", "fin_P15", "marge"]
        .iter()
        .map(|column| {
            let id = sheet.find(&format!("rang.{rank}"), column).expect("a cell");
            values.value(id).to_string()
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn number(sheet: &Worksheet, row: &str) -> String {
    let values = sheet.evaluate().expect("evaluates");
    values.value(sheet.find(row, "valeur").expect("a cell")).to_string()
}

#[test]
fn the_table_of_the_bundled_case_is_found() {
    let sheet = worksheet(&verdon()).expect("a worksheet");
    let none = HashMap::new();
    assert_eq!(shown(&sheet, &none, 1), "5204 0 2 2 5 2");
    assert_eq!(shown(&sheet, &none, 2), "5205 2 6 6 12,5 1,5");
    assert_eq!(shown(&sheet, &none, 3), "5202 6 11 12,5 19,5 1,5");
    assert_eq!(shown(&sheet, &none, 4), "5203 11 17 19,5 23 5");
    assert_eq!(shown(&sheet, &none, 5), "5201 17 21,5 23 25,5 2,5");
    assert_eq!(number(&sheet, "duree_totale"), "25,5");
    assert_eq!(number(&sheet, "arret.P15"), "3");
    assert_eq!(number(&sheet, "nombre_retards"), "0");
}

#[test]
fn workings_are_sentences() {
    let sheet = worksheet(&verdon()).expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let working =
        |column: &str| sheet.working(sheet.find("rang.2", column).expect("a cell"), &values);
    assert_eq!(
        working("ordre"),
        "rang 2 Ordre = 4 < 6,5, en tête par durée croissante sur P10 = 5205"
    );
    assert_eq!(working("duree_P15"), "rang 2 Durée P15 = durée sur P15 de 5205 = 6,5");
    assert_eq!(working("debut_P15"), "rang 2 Début P15 = max(6 ; 5) = 6");
    assert_eq!(working("marge"), "rang 2 Marge = 14 − 12,5 = 1,5");
}

#[test]
fn times_follow_the_sequence_of_a_candidate() {
    let sheet = worksheet(&verdon()).expect("a worksheet");
    let replaced: HashMap<CellId, Value> = ["5201", "OF 5202", "5203", "5204", "5205"]
        .iter()
        .enumerate()
        .map(|(rank, code)| {
            let id = sheet.find(&format!("rang.{}", rank + 1), "ordre").expect("a cell");
            (id, Value::from(*code))
        })
        .collect();
    assert_eq!(shown(&sheet, &replaced, 5), "5205 17,5 21,5 23 29,5 −15,5");
    let unknown = HashMap::from([(sheet.find("rang.1", "ordre").expect("a cell"), "9".into())]);
    let error = sheet.evaluate_with(&unknown).expect_err("no such task");
    assert_eq!(error.to_string(), "rang 1 Durée P10 : « 9 » n'est pas une tâche");
}

#[test]
fn three_machines_use_two_fictitious_ones() {
    let lines: [(&str, &[u32]); 4] =
        [("A", &[7, 2, 9]), ("B", &[6, 5, 7]), ("C", &[8, 4, 6]), ("D", &[9, 3, 5])];
    let mut input = FlowShopInput {
        machines: machines(&["M1", "M2", "M3"]),
        tasks: tasks(&lines),
        ..FlowShopInput::default()
    };
    let sheet = worksheet(&input).expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let cell = |row: &str, column: &str| {
        values.value(sheet.find(row, column).expect("a cell")).to_string()
    };
    let order: Vec<_> = (1..=4).map(|rank| cell(&format!("rang.{rank}"), "ordre")).collect();
    // M1 + M2: 9, 11, 12, 12; M2 + M3: 11, 12, 10, 8.
    assert_eq!(order, ["A", "B", "C", "D"]);
    assert_eq!(cell("duree_totale", "valeur"), "38");
    assert_eq!(cell("condition", "valeur"), "remplie");
    assert!(sheet.remarks.is_empty());
    input.tasks[0].durations[1] = Decimal::from(20);
    let sheet = worksheet(&input).expect("a worksheet");
    assert_eq!(number(&sheet, "condition"), "non remplie");
    assert_eq!(sheet.remarks.len(), 1);
}

#[test]
fn a_given_sequence_is_followed_on_any_number_of_machines() {
    let lines: [(&str, &[u32]); 2] = [("A", &[1, 2, 3, 4]), ("B", &[4, 3, 2, 1])];
    let input = FlowShopInput {
        machines: machines(&["M1", "M2", "M3", "M4"]),
        tasks: tasks(&lines),
        choice: SequenceChoice::Given(vec![1, 0]),
        unit: String::new(),
    };
    assert_eq!(number(&worksheet(&input).expect("a worksheet"), "duree_totale"), "16");
    let refused = |choice: SequenceChoice| {
        let input = FlowShopInput { choice, ..input.clone() };
        worksheet(&input).expect_err("refused").to_string()
    };
    assert_eq!(
        refused(SequenceChoice::default()),
        "la règle de Johnson ordonne deux ou trois machines, pas 4"
    );
    assert_eq!(
        refused(SequenceChoice::Given(vec![0, 0])),
        "la séquence donnée doit citer chaque tâche une fois"
    );
}

#[test]
fn what_is_missing_or_too_much_is_refused() {
    let refused = |input: &FlowShopInput| worksheet(input).expect_err("refused").to_string();
    assert_eq!(refused(&FlowShopInput::default()), "il faut de 1 à 60 tâches, il y en a 0");
    let mut input = verdon();
    input.tasks[1].due = None;
    assert_eq!(refused(&input), "l'échéance de « 5202 » manque");
    input = verdon();
    input.tasks[1].durations.pop();
    assert_eq!(refused(&input), "« 5202 » doit avoir 2 durées, une par machine, pas 1");
    input = verdon();
    input.tasks[1].durations[0] = Decimal::from(-1);
    assert_eq!(refused(&input), "une durée de « 5202 » est négative");
}
