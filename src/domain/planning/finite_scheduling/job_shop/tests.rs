//! Tests of the worksheet: published instances, follow-through, families and hours, refusals.

use std::collections::HashMap;

use super::*;
use crate::domain::planning::worksheet::{CellId, Evaluation, Value, Worksheet};

fn jobs(lines: &[&[(u32, u32)]]) -> Vec<Job> {
    lines
        .iter()
        .enumerate()
        .map(|(job, steps)| Job {
            code: job.to_string(),
            operations: steps
                .iter()
                .enumerate()
                .map(|(step, (post, time))| JobOperation {
                    name: step.to_string(),
                    post: format!("M{post}"),
                    time: WorkTime::Stated(Decimal::from(*time)),
                    family: String::new(),
                })
                .collect(),
            ..Job::default()
        })
        .collect()
}

/// Three orders on three posts (documentation of OR-Tools).
fn three(method: Method) -> JobShopInput {
    let lines: [&[(u32, u32)]; 3] =
        [&[(0, 3), (1, 2), (2, 2)], &[(0, 2), (2, 1), (1, 4)], &[(1, 4), (2, 3)]];
    JobShopInput { jobs: jobs(&lines), method, ..JobShopInput::default() }
}

fn made(input: &JobShopInput) -> (Worksheet, Evaluation) {
    let sheet = worksheet(input).expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    (sheet, values)
}

fn cell(sheet: &Worksheet, row: &str, column: &str) -> CellId {
    sheet.find(row, column).expect("a cell")
}

fn shown((sheet, values): &(Worksheet, Evaluation), row: &str, column: &str) -> String {
    values.value(cell(sheet, row, column)).to_string()
}

#[test]
fn rules_and_optimum_of_a_published_instance() {
    for (method, total) in [
        (Method::Rule(PriorityRule::Shortest), "12"),
        (Method::Rule(PriorityRule::Longest), "14"),
        (Method::Shortest(USUAL_NODES), "11"),
    ] {
        let made = made(&three(method));
        assert_eq!(shown(&made, "duree_totale", "valeur"), total);
        assert_eq!(shown(&made, "borne", "valeur"), "10");
    }
    let made = made(&three(Method::Rule(PriorityRule::Shortest)));
    assert_eq!(shown(&made, "poste.M1", "passage"), "2, 1, 0");
    assert_eq!(shown(&made, "0.2", "debut"), "10");
    assert_eq!(shown(&made, "poste.M1", "charge"), "10");
    assert_eq!(shown(&made, "flux_moyen", "valeur"), "9");
}

#[test]
fn the_shortest_total_time_is_said_proved_or_not() {
    let (sheet, _) = made(&three(Method::Shortest(USUAL_NODES)));
    assert_eq!(sheet.remarks, ["La durée totale est prouvée la plus courte possible."]);
    let (sheet, _) = made(&three(Method::Shortest(1)));
    assert!(sheet.remarks[0].contains("La recherche s'est arrêtée après 1 nœuds"));
}

#[test]
fn starts_follow_the_order_of_passage_of_a_candidate() {
    let (sheet, values) = made(&three(Method::Rule(PriorityRule::Shortest)));
    let start = cell(&sheet, "0.1", "debut");
    assert_eq!(
        sheet.working(start, &values),
        "0.1 Début = le plus tard de fin de 0.0 : 5 ; fin de 1.2 : 8 = 8"
    );
    let passage = cell(&sheet, "poste.M1", "passage");
    assert_eq!(
        sheet.working(passage, &values),
        "Poste M1 Ordre de passage = règle SPT, temps opératoire le plus court d'abord = 2, 1, 0"
    );
    let replaced = HashMap::from([(passage, Value::from("2-0-1"))]);
    let values = sheet.evaluate_with(&replaced).expect("evaluates");
    assert_eq!(values.value(start).to_string(), "5");
    assert_eq!(values.value(cell(&sheet, "duree_totale", "valeur")).to_string(), "11");
    for (text, message) in [
        ("2, 1", "0.0 Début : le passage sur M1 doit citer chacun de ses ordres une fois"),
        ("2, 1, 7", "0.0 Début : le passage sur M1 cite un ordre inconnu"),
    ] {
        let replaced = HashMap::from([(passage, Value::from(text))]);
        let error = sheet.evaluate_with(&replaced).expect_err("no times");
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn given_starts_are_checked() {
    let starts = |rows: &[&[u32]]| {
        let rows = rows.iter().map(|row| row.iter().map(|start| Decimal::from(*start)).collect());
        Method::Starts(rows.collect())
    };
    let (sheet, values) = made(&three(starts(&[&[2, 5, 9], &[0, 4, 7], &[0, 5]])));
    assert_eq!(values.value(cell(&sheet, "duree_totale", "valeur")).to_string(), "11");
    assert!(sheet.remarks.is_empty(), "{:?}", sheet.remarks);
    let (sheet, _) = made(&three(starts(&[&[2, 4, 9], &[0, 4, 7], &[0, 5]])));
    assert_eq!(sheet.remarks, ["« 0.1 » commence à 4 min, avant la fin de « 0.0 » (5 min)"]);
}

#[test]
fn families_hours_releases_and_due_dates_are_held() {
    let mut input = three(Method::Rule(PriorityRule::EarliestDue));
    input.jobs.truncate(2);
    for (job, (family, due)) in input.jobs.iter_mut().zip([("rouge", 20), ("bleu", 9)]) {
        job.due = Some(Decimal::from(due));
        job.operations.truncate(1);
        job.operations[0].family = family.to_owned();
    }
    input.jobs[1].release = Some(Decimal::ONE);
    input.posts = vec![JobShopPost {
        code: "M0".to_owned(),
        opening: Opening::from_spans(vec![(0, 4), (8, 30)]),
        family_setup: Decimal::from(2),
        mounted_family: String::new(),
    }];
    let (sheet, values) = made(&input);
    // Order 0 alone at 0, until 3; set-up from 3 to 4 and 8 to 9; order 1 from 9 to 11.
    assert_eq!(
        sheet.working(cell(&sheet, "1.0", "debut"), &values),
        "1.0 Début = le plus tard de fin de 0.0 et changement de série : 3 + 2 ; matière à 1 = 9"
    );
    assert_eq!(values.value(cell(&sheet, "ordre.1", "retard")).to_string(), "2");
    assert_eq!(values.value(cell(&sheet, "nombre_retards", "valeur")).to_string(), "1");
    assert_eq!(
        sheet.working(cell(&sheet, "1.0", "fin"), &values),
        "1.0 Fin = 9 + 2 sur les heures d'ouverture = 11"
    );
    input.method = Method::Shortest(10);
    let message = worksheet(&input).expect_err("refused").to_string();
    assert!(message.contains("l'optimum ne tient compte ni des heures d'ouverture"), "{message}");
    input.method = Method::default();
    input.jobs[0].operations[0].time = WorkTime::Stated(Decimal::new(5, 1));
    let error = worksheet(&input).expect("a worksheet").evaluate().expect_err("half minutes");
    assert!(error.to_string().contains("des nombres entiers de minutes"), "{error}");
}

#[test]
fn lots_have_their_set_up_and_quantity() {
    let mut input = three(Method::default());
    input.jobs[0].operations[0].time = WorkTime::Lot {
        setup: Decimal::from(15),
        quantity: Decimal::from(40),
        unit: Decimal::new(5, 1),
    };
    let (sheet, values) = made(&input);
    assert_eq!(
        sheet.working(cell(&sheet, "0.0", "duree"), &values),
        "0.0 Durée = 15 + 40 × 0,5 = 35"
    );
}

#[test]
fn bad_input_is_refused() {
    let refused = |input: &JobShopInput| worksheet(input).expect_err("refused").to_string();
    assert_eq!(refused(&JobShopInput::default()), "il faut de 1 à 200 opérations, pas 0");
    assert_eq!(
        refused(&three(Method::Rule(PriorityRule::CriticalRatio))),
        "la règle CR demande des échéances"
    );
    assert_eq!(
        refused(&three(Method::Starts(Vec::new()))),
        "il faut un début pour chaque opération de chaque ordre"
    );
    let mut input = three(Method::default());
    input.jobs[1].code = "0".to_owned();
    assert_eq!(refused(&input), "l'ordre « 0 » est écrit deux fois");
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(40))]
    #[test]
    fn every_schedule_is_feasible_and_none_beats_the_shortest(
        steps in proptest::collection::vec(
            proptest::collection::vec((0_u32..3, 0_u32..20), 1..4),
            1..4,
        ),
    ) {
        let lines: Vec<&[(u32, u32)]> = steps.iter().map(Vec::as_slice).collect();
        let input = |method: Method| {
            JobShopInput { jobs: jobs(&lines), method, ..JobShopInput::default() }
        };
        let total = |(sheet, values): &(Worksheet, Evaluation)| {
            values.number(cell(sheet, "duree_totale", "valeur")).expect("a number")
        };
        let shortest = made(&input(Method::Shortest(USUAL_NODES)));
        for rule in [PriorityRule::Shortest, PriorityRule::Longest, PriorityRule::MostWork] {
            let found = made(&input(Method::Rule(rule)));
            proptest::prop_assert!(total(&found) >= total(&shortest));
            let starts = steps.iter().enumerate().map(|(job, steps)| {
                let starts = (0..steps.len()).map(|step| {
                    let at = cell(&found.0, &format!("{job}.{step}"), "debut");
                    found.1.number(at).expect("a number")
                });
                starts.collect()
            });
            let (checked, _) = made(&input(Method::Starts(starts.collect())));
            proptest::prop_assert!(checked.remarks.is_empty(), "{:?}", checked.remarks);
        }
    }
}
