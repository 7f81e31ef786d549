use std::collections::HashMap;

use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::trial::{self, text};
use crate::domain::planning::worksheet::Value;

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

fn sheet(yaml: &str) -> Worksheet {
    trial::sheet(calculate, yaml)
}

fn posts(sheet: &Worksheet, count: usize) -> Vec<String> {
    (1..=count).map(|post| text(sheet, &format!("poste{post}"), "taches")).collect()
}

const TASKS: &str = "
temps: {A: 15, B: 50, C: 60, D: 45, E: 30, F: 12, G: 65, H: 10, I: 8, J: 15, K: 5}
antecedents: {B: [A], C: [B], E: D, F: C, G: C, H: E, I: E, J: [F, G, H, I], K: J}
temps_disponible: 27000
quantite_demandee: 300
";

#[test]
fn most_followers_fill_the_posts_of_a_published_line() {
    let sheet = sheet(&format!("{TASKS}methode: plus_de_successeurs\n"));
    assert_eq!(text(&sheet, "cycle", "valeur"), "90");
    assert_eq!(posts(&sheet, 4), ["A, B", "D, E, H", "C, F, I", "G, J, K"]);
    for (row, expected) in [
        ("cycle_reel", "85"),
        ("efficacite", "92.65"),
        ("efficacite_cycle_vise", "87.5"),
        ("capacite_exacte", "317.65"),
        ("capacite", "317"),
        ("lissage", "20.62"),
        ("verification", "réalisable"),
    ] {
        assert_eq!(text(&sheet, row, "valeur"), expected, "{row}");
    }
    assert_eq!(text(&sheet, "A", "successeurs"), "6");
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find("poste2", "charge").expect("a cell");
    assert_eq!(sheet.working(cell, &values), "Poste 2 Charge = 45 + 30 + 10 = 85");
}

#[test]
fn positional_weights_and_largest_candidates() {
    let by_weight = sheet(TASKS);
    assert_eq!(text(&by_weight, "A", "poids"), "222");
    assert_eq!(text(&by_weight, "D", "poids"), "113");
    assert_eq!(text(&by_weight, "A", "rang"), "1");
    assert_eq!(posts(&by_weight, 5), ["A, B", "C, F", "D, E, H", "G, I, J", "K"]);
    let longest = sheet(&format!("{TASKS}methode: plus_longue_tache\n"));
    assert_eq!(posts(&longest, 4), ["A, D, E", "B, H, I", "C, F", "G, J, K"]);
}

#[test]
fn a_wrong_post_changes_the_loads_that_follow() {
    let sheet = sheet(TASKS);
    let moved = sheet.find("B", "poste").expect("a cell");
    let replaced = HashMap::from([(moved, Value::from(2))]);
    let values = sheet.evaluate_with(&replaced).expect("evaluates");
    let load = sheet.find("poste1", "charge").expect("a cell");
    assert_eq!(values.number(load), Some(Decimal::from(15)));
    let check = sheet.find("verification", "valeur").expect("a cell");
    assert_eq!(values.value(check).to_string(), "le poste 2 dépasse le cycle");
}

#[test]
fn imposed_posts_are_evaluated_as_they_are() {
    let yaml = "cycle: 10\ntemps: {A: 4, B: 6, C: 5}\nantecedents: {C: A}\n\
                affectation: [[C, B], [A]]\n";
    let tight = sheet(yaml);
    assert_eq!(text(&tight, "verification", "valeur"), "le poste 1 dépasse le cycle");
    assert_eq!(text(&tight, "postes_theoriques", "valeur"), "1.5");
    let loose = sheet(&yaml.replace("cycle: 10", "cycle: 12"));
    assert_eq!(text(&loose, "verification", "valeur"), "C est avant A");
}

#[test]
fn what_is_wrong_is_said() {
    let reason = |yaml: &str| read(yaml).1.found.first().map(ToString::to_string);
    let contains = |yaml: &str, words: &str| reason(yaml).is_some_and(|text| text.contains(words));
    assert!(contains("cycle: 5\ntemps: {A: 9}\n", "plus longue que le temps de cycle"));
    assert!(contains("cycle: 5\ntemps: {A: 1, B: 1}\nantecedents: {A: B, B: A}\n", "en rond"));
    assert!(contains("cycle: 5\ntemps: {A: 1}\nantecedents: {A: Z}\n", "« Z »"));
    assert!(contains("cycle: 5\ntemps: {A: 1, B: 2}\naffectation: [[A]]\n", "un poste et un seul"));
    assert!(contains("temps: {A: 1}\n", "manque"));
}

proptest::proptest! {
    #[test]
    fn every_task_is_placed_after_its_predecessors_within_the_cycle(
        times in proptest::collection::vec(1u32..30, 1..15),
        links in proptest::collection::vec((0usize..15, 0usize..15), 0..20),
        rule in 0usize..7,
    ) {
        let rules = [
            PriorityRule::PositionalWeight,
            PriorityRule::LongestTime,
            PriorityRule::ShortestTime,
            PriorityRule::MostFollowers,
            PriorityRule::MostImmediateFollowers,
            PriorityRule::Columns,
            PriorityRule::AsWritten,
        ];
        let tasks: Vec<Task> = times
            .iter()
            .enumerate()
            .map(|(rank, time)| Task {
                code: format!("t{rank}"),
                label: String::new(),
                time: Decimal::from(*time),
                predecessors: links
                    .iter()
                    .filter(|(before, after)| *after == rank && before < after)
                    .map(|(before, _)| format!("t{before}"))
                    .collect(),
            })
            .collect();
        let input = BalancingInput {
            unit: "s".to_owned(),
            tasks,
            cycle: CycleTime::Given(Decimal::from(30)),
            available: None,
            method: Method::Rule(rules[rule]),
            tie: TieRule::LongestTime,
        };
        let sheet = worksheet(&input).expect("a worksheet");
        proptest::prop_assert_eq!(text(&sheet, "verification", "valeur"), "réalisable");
        let total: Decimal = input.tasks.iter().map(|task| task.time).sum();
        let values = sheet.evaluate().expect("evaluates");
        let mut loads = Decimal::ZERO;
        let mut post = 1;
        while let Some(cell) = sheet.find(&format!("poste{post}"), "charge") {
            loads += values.number(cell).expect("a number");
            post += 1;
        }
        proptest::prop_assert_eq!(loads, total);
    }
}
