//! Tests of the worksheet: a published network, several paths, three estimates, follow-through.

use std::collections::HashMap;

use super::*;
use crate::domain::planning::worksheet::{CellId, Evaluation, Value, Worksheet};

fn known(tasks: &[(&str, u32, &[&str])]) -> ProjectInput {
    let tasks = tasks
        .iter()
        .map(|(code, time, before)| ProjectTask {
            code: (*code).to_owned(),
            label: String::new(),
            duration: TaskDuration::Known(Decimal::from(*time)),
            predecessors: before.iter().map(|code| (*code).to_owned()).collect(),
        })
        .collect();
    ProjectInput { tasks, ..ProjectInput::default() }
}

/// The network A-G of a French course.
fn seven() -> ProjectInput {
    known(&[
        ("A", 3, &[]),
        ("B", 2, &[]),
        ("C", 5, &["A"]),
        ("D", 4, &["B"]),
        ("E", 2, &["C", "D"]),
        ("F", 6, &["C", "D"]),
        ("G", 1, &["E"]),
    ])
}

fn made(input: &ProjectInput) -> (Worksheet, Evaluation) {
    let sheet = worksheet(input).expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    (sheet, values)
}

fn cell(sheet: &Worksheet, row: &str, column: &str) -> CellId {
    sheet.find(row, column).expect("a cell")
}

fn shown((sheet, values): &(Worksheet, Evaluation), row: &str, column: &str) -> String {
    match values.value(cell(sheet, row, column)) {
        Value::Number(number) => number.round_dp(4).normalize().to_string(),
        other => other.to_string(),
    }
}

fn column(made: &(Worksheet, Evaluation), rows: &str, column: &str) -> String {
    let cells = rows.chars().map(|row| shown(made, &row.to_string(), column));
    cells.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_published_network_has_its_dates_and_slacks() {
    let made = made(&seven());
    assert_eq!(column(&made, "ABCDEFG", "debut_tot"), "0 0 3 2 8 8 10");
    assert_eq!(column(&made, "ABCDEFG", "fin_tot"), "3 2 8 6 10 14 11");
    assert_eq!(column(&made, "ABCDEFG", "debut_tard"), "0 2 3 4 11 8 13");
    assert_eq!(column(&made, "ABCDEFG", "fin_tard"), "3 4 8 8 13 14 14");
    assert_eq!(column(&made, "ABCDEFG", "marge_totale"), "0 2 0 2 3 0 3");
    assert_eq!(column(&made, "ABCDEFG", "marge_libre"), "0 0 0 2 0 0 3");
    assert_eq!(column(&made, "ABCDEFG", "niveau"), "1 1 2 2 3 3 4");
    assert_eq!(column(&made, "AB", "critique"), "oui non");
    assert_eq!(shown(&made, "E", "anterieurs"), "C, D");
    assert_eq!(shown(&made, "projet.duree", "valeur"), "14");
    assert_eq!(shown(&made, "projet.chemin_critique", "valeur"), "A-C-F");
}

#[test]
fn workings_read_like_a_hand_calculation() {
    let (sheet, values) = made(&seven());
    for (row, column, working) in [
        ("E", "debut_tot", "E Début au plus tôt = max(8 ; 6) = 8"),
        ("A", "fin_tot", "A Fin au plus tôt = 0 + 3 = 3"),
        ("C", "fin_tard", "C Fin au plus tard = min(11 ; 8) = 8"),
        ("D", "marge_totale", "D Marge totale = 4 − 2 = 2"),
        ("D", "marge_libre", "D Marge libre = min(8 ; 8) − 6 = 2"),
        (
            "projet.chemin_critique",
            "valeur",
            "Chemin critique = tâches de marge totale nulle qui se suivent = A-C-F",
        ),
    ] {
        assert_eq!(sheet.working(cell(&sheet, row, column), &values), working);
    }
}

#[test]
fn tasks_may_come_in_any_order_and_follow_a_candidate() {
    let mut input = seven();
    input.tasks.reverse();
    let (sheet, values) = made(&input);
    assert_eq!(*values.value(cell(&sheet, "projet.duree", "valeur")), Value::from(14_u32));
    let replaced = HashMap::from([(cell(&sheet, "C", "fin_tot"), Value::from(9_u32))]);
    let values = sheet.evaluate_with(&replaced).expect("evaluates");
    assert_eq!(*values.value(cell(&sheet, "F", "debut_tot")), Value::from(9_u32));
    assert_eq!(*values.value(cell(&sheet, "projet.duree", "valeur")), Value::from(15_u32));
}

#[test]
fn several_critical_paths_are_all_given() {
    let input = known(&[("A", 1, &[]), ("B", 2, &["A"]), ("C", 2, &["A"]), ("D", 0, &["B", "C"])]);
    let made = made(&input);
    assert_eq!(shown(&made, "projet.chemin_critique", "valeur"), "A-B-D ; A-C-D");
}

#[test]
fn three_estimates_give_expected_times_variance_and_chance() {
    let estimated = |code: &str, [a, m, b]: [u32; 3], before: &[&str]| ProjectTask {
        code: code.to_owned(),
        label: "Essai".to_owned(),
        duration: TaskDuration::ThreePoint {
            optimistic: Decimal::from(a),
            likely: Decimal::from(m),
            pessimistic: Decimal::from(b),
        },
        predecessors: before.iter().map(|code| (*code).to_owned()).collect(),
    };
    let tasks = vec![
        estimated("A", [2, 5, 14], &[]),
        estimated("B", [3, 6, 15], &["A"]),
        estimated("C", [1, 2, 3], &["A"]),
    ];
    let input = ProjectInput { tasks, target: Some(Decimal::from(15)), unit: "jour".to_owned() };
    let made = made(&input);
    assert_eq!(column(&made, "ABC", "duree"), "6 7 2");
    assert_eq!(column(&made, "ABC", "variance"), "4 4 0.1111");
    assert_eq!(shown(&made, "projet.variance", "valeur"), "8");
    assert_eq!(shown(&made, "projet.ecart_type", "valeur"), "2.8284");
    assert_eq!(shown(&made, "projet.z", "valeur"), "0.7071");
    let chance = made.1.number(cell(&made.0, "projet.probabilite", "valeur")).expect("a number");
    assert_eq!(chance.round_dp(2), Decimal::new(7602, 2));
    let working = |row: &str, column: &str| made.0.working(cell(&made.0, row, column), &made.1);
    assert_eq!(working("A", "duree"), "A Durée = (2 + 4 × 5 + 14) ÷ 6 = 6");
    assert_eq!(working("projet.variance", "valeur"), "Variance du chemin critique = 4 + 4 = 8");
}

#[test]
fn impossible_networks_are_refused() {
    let looped = known(&[("A", 1, &["B"]), ("B", 1, &["A"])]);
    let error = worksheet(&looped).expect_err("a loop");
    assert_eq!(error.to_string(), "les antériorités bouclent : A → B → A");
    let error = worksheet(&ProjectInput::default()).expect_err("empty");
    assert_eq!(error.to_string(), "il faut de 1 à 200 tâches, il y en a 0");
}

proptest::proptest! {
    #[test]
    fn the_longest_chain_is_critical(
        times in proptest::collection::vec((0_u32..20, 0_usize..8, 0_usize..8), 1..9),
    ) {
        let tasks = times
            .iter()
            .enumerate()
            .map(|(rank, (time, one, other))| ProjectTask {
                code: format!("T{rank}"),
                label: String::new(),
                duration: TaskDuration::Known(Decimal::from(*time)),
                predecessors: [one, other]
                    .into_iter()
                    .filter(|before| **before < rank)
                    .map(|before| format!("T{before}"))
                    .collect(),
            })
            .collect();
        let input = ProjectInput { tasks, ..ProjectInput::default() };
        let made = made(&input);
        let number = |row: &str, column: &str| {
            made.1.number(cell(&made.0, row, column)).expect("a number")
        };
        let path = shown(&made, "projet.chemin_critique", "valeur");
        let first = path.split(" ; ").next().unwrap_or_default();
        let length: Decimal = first.split('-').map(|task| number(task, "duree")).sum();
        proptest::prop_assert_eq!(length, number("projet.duree", "valeur"));
        for rank in 0..times.len() {
            let task = format!("T{rank}");
            let (total, free) = (number(&task, "marge_totale"), number(&task, "marge_libre"));
            proptest::prop_assert!(Decimal::ZERO <= free && free <= total);
        }
    }
}
