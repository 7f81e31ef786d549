use std::collections::HashMap;

use super::*;
use crate::domain::planning::trial;
use crate::domain::planning::worksheet::Value;

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

const SCRAP: &str = "
mesure: Rebuts
unite: flacons
causes:
  - {code: bec, nom: Sous-dosage, GD25: 210, SM30: 90, SH40: 120}
  - {code: vis, nom: Mal vissée, GD25: 60, SM30: 640, SH40: 60}
  - {code: eti, nom: Étiquette décalée, GD25: 180, SM30: 120, SH40: 80}
  - {code: lot, nom: Lot illisible, GD25: 30, SM30: 50, SH40: 40}
";

#[test]
fn causes_are_sorted_cumulated_and_classed() {
    let sheet = read(SCRAP).0.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let text = |row: &str, column: &str| {
        values.value(sheet.find(row, column).expect("a cell")).to_string()
    };
    assert_eq!(text("rang1", "cause"), "Mal vissée");
    assert_eq!(text("rang1", "valeur"), "760");
    assert_eq!(text("rang2", "cause"), "Sous-dosage");
    assert_eq!(text("rang2", "cumul"), "1\u{202f}180");
    assert_eq!(text("rang4", "part_cumulee"), "100");
    let classes: Vec<_> = (1..5).map(|rank| text(&format!("rang{rank}"), "classe")).collect();
    assert_eq!(classes, ["A", "A", "B", "C"]);
    let cell = sheet.find("rang3", "classe").expect("a cell");
    let words = sheet.working(cell, &values);
    assert!(words.contains("cumul de 92,8571 %, au-dessus de 80 %"), "{words}");
}

#[test]
fn a_wrong_order_is_followed_through() {
    let sheet = read(SCRAP).0.expect("a worksheet");
    let cause = sheet.find("rang1", "cause").expect("a cell");
    let replaced = HashMap::from([(cause, Value::from(" sous-dosage "))]);
    let values = sheet.evaluate_with(&replaced).expect("evaluates");
    let number = values.number(sheet.find("rang1", "valeur").expect("a cell"));
    assert_eq!(number, Some(Decimal::from(420)));
}

#[test]
fn ties_stay_in_the_order_written_and_crossing_is_an_option() {
    let yaml = "causes: {x: 40, y: 50, z: 40, t: 10}\nfranchissement: inclus\n";
    let sheet = read(yaml).0.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let column = |name: &str| -> Vec<String> {
        let cell = |rank| sheet.find(&format!("rang{rank}"), name).expect("a cell");
        (1..5).map(|rank| values.value(cell(rank)).to_string()).collect()
    };
    assert_eq!(column("cause"), ["y", "x", "z", "t"]);
    assert_eq!(column("classe"), ["A", "A", "A", "B"], "z crosses 80 % and stays in A");
}

#[test]
fn products_of_details_and_bad_input() {
    let yaml = "croiser: produit\ncauses: {a: {nombre: 4, duree: 15}, b: {nombre: 1, duree: 90}}\n";
    let sheet = read(yaml).0.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let first = values.value(sheet.find("rang1", "valeur").expect("a cell")).to_string();
    assert_eq!(first, "90");
    assert!(read("causes: {}\n").1.found[0].message.contains("aucune cause"));
    assert!(!read("causes: {a: -3}\n").1.is_empty());
    let zero = read("causes: {a: 0, b: 0}\n").0.expect("a worksheet");
    assert!(zero.evaluate().is_err(), "shares of nothing");
}

proptest::proptest! {
    #[test]
    fn cumulated_shares_rise_to_a_hundred(numbers in proptest::collection::vec(0u32..10_000, 1..12)) {
        let causes = numbers
            .iter()
            .enumerate()
            .map(|(rank, number)| Cause {
                code: format!("c{rank}"),
                label: format!("c{rank}"),
                numbers: vec![Decimal::from(*number)],
            })
            .collect();
        let input = ParetoInput {
            measure: "x".to_owned(),
            unit: String::new(),
            details: Vec::new(),
            combined: Combination::Sum,
            causes,
            classes: vec![("A".to_owned(), Decimal::from(80)), ("B".to_owned(), Decimal::ONE_HUNDRED)],
            crossing: Crossing::Excluded,
        };
        let sheet = worksheet(&input).expect("a worksheet");
        if numbers.iter().any(|number| *number > 0) {
            let values = sheet.evaluate().expect("evaluates");
            let mut before = Decimal::ZERO;
            for rank in 1..=numbers.len() {
                let cell = sheet.find(&format!("rang{rank}"), "part_cumulee").expect("a cell");
                let share = values.number(cell).expect("a number");
                proptest::prop_assert!(share >= before);
                before = share;
            }
            proptest::prop_assert_eq!(before, Decimal::ONE_HUNDRED);
        }
    }
}
