//! ABC classifications from inputs and from options.

use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Evaluation, Value, Worksheet};

/// Ten articles of a course: yearly consumption and unit cost.
const ARTICLES: [(i64, i64); 10] = [
    (1100, 2),
    (600, 40),
    (100, 4),
    (1300, 1),
    (100, 60),
    (10, 25),
    (100, 2),
    (1500, 2),
    (200, 2),
    (500, 1),
];

fn input(classes: ClassRule) -> AbcInput {
    let item = |(index, (quantity, cost)): (usize, &(i64, i64))| AbcItem {
        code: (index + 1).to_string(),
        value: ItemValue::Consumption {
            quantity: Decimal::from(*quantity),
            unit_cost: Decimal::from(*cost),
        },
    };
    let items = ARTICLES.iter().enumerate().map(item).collect();
    AbcInput { items, classes, sum_rounding: None }
}

fn evaluated(input: &AbcInput) -> (Worksheet, Evaluation) {
    let sheet = worksheet(input).expect("a table");
    let values = sheet.evaluate().expect("evaluates");
    (sheet, values)
}

fn text(sheet: &(Worksheet, Evaluation), row: &str, column: &str) -> String {
    sheet.1.value(sheet.0.find(row, column).expect("the cell is there")).to_string()
}

fn column(sheet: &(Worksheet, Evaluation), column: &str) -> Vec<String> {
    (1..=10).map(|rank| text(sheet, &format!("rang{rank}"), column)).collect()
}

fn number(sheet: &(Worksheet, Evaluation), row: &str, column: &str) -> Decimal {
    sheet.1.number(sheet.0.find(row, column).expect("the cell is there")).expect("a number")
}

#[test]
fn articles_are_sorted_cumulated_and_classed() {
    let sheet = evaluated(&input(ClassRule::default()));
    assert_eq!(column(&sheet, "article"), ["2", "5", "8", "1", "4", "10", "3", "9", "6", "7"]);
    let classes = ["A", "A", "B", "B", "B", "C", "C", "C", "C", "C"];
    assert_eq!(column(&sheet, "classe"), classes);
    assert_eq!(number(&sheet, "rang1", "cumul_pct").round_dp(2), Decimal::new(6275, 2));
    assert_eq!(number(&sheet, "rang2", "articles_pct"), Decimal::from(20));
    assert_eq!(number(&sheet, "total", "valeur"), Decimal::from(38_250));
    assert_eq!(text(&sheet, "8", "classe"), "B");
    assert_eq!(text(&sheet, "8", "rang"), "3");
    let id = sheet.0.find("rang2", "cumul").expect("the cell is there");
    let working = "Rang 2 Valeur cumulée = 24\u{202f}000 + 6\u{202f}000 = 30\u{202f}000";
    assert_eq!(sheet.0.working(id, &sheet.1), working);
}

#[test]
fn the_discrimination_ratio_gives_a_zone() {
    let exact = evaluated(&input(ClassRule::Zone));
    assert_eq!(number(&exact, "RD", "valeur").round_dp(3), Decimal::new(815, 3));
    assert_eq!(number(&exact, "zone", "valeur"), Decimal::from(3));
    let classes = ["A", "A", "B", "B", "C", "C", "C", "C", "C", "C"];
    assert_eq!(column(&exact, "classe"), classes);
    let mut rounded = input(ClassRule::default());
    rounded.sum_rounding = Some(Rounding::nearest(0));
    let rounded = evaluated(&rounded);
    assert_eq!(number(&rounded, "RD", "valeur"), Decimal::new(816, 3));
}

#[test]
fn even_values_cannot_be_interpreted() {
    let mut even = input(ClassRule::Zone);
    for item in &mut even.items {
        item.value = ItemValue::Stated(Decimal::ONE);
    }
    let sheet = evaluated(&even);
    assert_eq!(number(&sheet, "zone", "valeur"), Decimal::from(5));
    assert_eq!(text(&sheet, "rang1", "classe"), "non interprétable");
    assert_eq!(text(&sheet, "rang1", "article"), "1");
    for item in &mut even.items {
        item.value = ItemValue::Stated(Decimal::ZERO);
    }
    assert!(worksheet(&even).expect("a table").evaluate().is_err());
}

#[test]
fn impossible_inputs_are_refused() {
    let said = |input: &AbcInput| worksheet(input).expect_err("refused").to_string();
    let mut twice = input(ClassRule::default());
    twice.items[1].code = "1".to_owned();
    assert_eq!(said(&twice), "l'article « 1 » est écrit deux fois");
    let thresholds = vec![Decimal::from(95), Decimal::from(80)];
    let disorder = input(ClassRule::Value { thresholds, cut: Cut::Nearest });
    assert_eq!(said(&disorder), "les seuils des classes ne sont pas croissants");
}

#[test]
fn options_are_read() {
    let yaml = "lignes:\n  P1: {consommation: 10, cout: 8}\n  P2: 15\n  P3: {valeur: 5}\n\
                seuils: [80]\ncoupure: sans_depasser\n";
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let mut problems = Problems::default();
    let data = PlanningData::default();
    let node = Node::root("", &tree);
    let request = Request { options: node.clone(), data: &data, tree: node, others: &Alone };
    let sheet = calculate(&request, &mut problems).expect("a table");
    assert!(problems.is_empty(), "{problems:?}");
    let values = sheet.evaluate().expect("evaluates");
    let class = |code: &str| values.value(sheet.find(code, "classe").expect("the cell is there"));
    assert_eq!((class("P1"), class("P2")), (&Value::from("A"), &Value::from("B")));
}
