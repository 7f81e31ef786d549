//! Stock sheets from inputs and from options.

use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Evaluation, Worksheet};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn received(date: &str, quantity: i64, price: i64) -> ValuedMovement {
    let lot = Lot { quantity: Decimal::from(quantity), price: Decimal::from(price) };
    ValuedMovement { date: date.to_owned(), label: String::new(), flow: Flow::In(lot) }
}

fn issued(date: &str, quantity: i64) -> ValuedMovement {
    let flow = Flow::Out(Decimal::from(quantity));
    ValuedMovement { date: date.to_owned(), label: String::new(), flow }
}

/// 450 received in three lots, 130 issued in two times.
fn input(method: Method) -> ValuationInput {
    ValuationInput {
        item: String::new(),
        unit: String::new(),
        opening: Vec::new(),
        movements: vec![
            received("1/02", 100, 10),
            issued("5/02", 50),
            received("13/02", 150, 12),
            issued("18/02", 80),
            received("28/02", 200, 13),
        ],
        method,
        rounding: None,
    }
}

fn evaluated(input: &ValuationInput) -> (Worksheet, Evaluation) {
    let sheet = worksheet(input).expect("a sheet");
    let values = sheet.evaluate().expect("evaluates");
    (sheet, values)
}

fn number(sheet: &(Worksheet, Evaluation), row: &str, column: &str) -> Decimal {
    let id = sheet.0.find(row, column).expect("the cell is there");
    sheet.1.number(id).expect("a number").normalize()
}

fn working(sheet: &(Worksheet, Evaluation), row: &str, column: &str) -> String {
    sheet.0.working(sheet.0.find(row, column).expect("the cell is there"), &sheet.1)
}

#[test]
fn first_in_first_out_takes_the_oldest_lots() {
    let sheet = evaluated(&input(Method::FirstInFirstOut));
    assert_eq!(number(&sheet, "M2", "sortie_v"), decimal("500"));
    assert_eq!(number(&sheet, "M4", "sortie_v"), decimal("860"));
    assert_eq!(number(&sheet, "total", "stock_v"), decimal("4040"));
    assert_eq!(number(&sheet, "lot1", "stock_q"), decimal("0"));
    assert_eq!(number(&sheet, "lot2", "stock_q"), decimal("120"));
    assert_eq!(number(&sheet, "lot3", "stock_v"), decimal("2600"));
    let expected = "18/02 Sortie : valeur = 50 × 10 + 30 × 12 = 860";
    assert_eq!(working(&sheet, "M4", "sortie_v"), expected);
}

#[test]
fn last_in_first_out_takes_the_newest_lots() {
    let sheet = evaluated(&input(Method::LastInFirstOut));
    assert_eq!(number(&sheet, "M4", "sortie_v"), decimal("960"));
    assert_eq!(number(&sheet, "total", "stock_v"), decimal("3940"));
    assert_eq!(number(&sheet, "lot1", "stock_q"), decimal("50"));
    assert_eq!(number(&sheet, "lot2", "stock_q"), decimal("70"));
}

#[test]
fn the_moving_average_follows_receipts() {
    let sheet = evaluated(&input(Method::MovingAverage));
    assert_eq!(number(&sheet, "M3", "stock_pu"), decimal("11.5"));
    assert_eq!(number(&sheet, "M4", "sortie_v"), decimal("920"));
    assert_eq!(number(&sheet, "M5", "stock_pu"), decimal("12.4375"));
    assert_eq!(number(&sheet, "M5", "stock_v"), decimal("3980"));
    assert_eq!(number(&sheet, "total", "sortie_v"), decimal("1420"));
    let expected = "13/02 Stock : coût unitaire = (500 + 1\u{202f}800) ÷ 200 = 11,5";
    assert_eq!(working(&sheet, "M3", "stock_pu"), expected);
}

#[test]
fn the_average_of_the_period_values_even_the_first_issue() {
    let sheet = evaluated(&input(Method::PeriodAverage));
    assert_eq!(number(&sheet, "CUMP", "stock_pu"), decimal("12"));
    assert_eq!(number(&sheet, "total", "sortie_v"), decimal("1560"));
    assert_eq!(number(&sheet, "total", "stock_v"), decimal("3840"));
}

#[test]
fn a_rounded_average_changes_the_value_of_the_stock() {
    let mut rounded = input(Method::MovingAverage);
    rounded.movements = vec![
        received("a", 100, 10),
        received("b", 150, 12),
        issued("c", 120),
        received("d", 100, 14),
    ];
    let exact = evaluated(&rounded);
    assert_eq!(number(&exact, "M4", "stock_v"), decimal("2856"));
    assert_eq!(number(&exact, "M4", "stock_pu").round_dp(4), decimal("12.4174"));
    rounded.rounding = Some(Rounding::nearest(2));
    let sheet = evaluated(&rounded);
    assert_eq!(number(&sheet, "M2", "stock_pu"), decimal("11.2"));
    assert_eq!(number(&sheet, "M4", "stock_pu"), decimal("12.42"));
    assert_eq!(number(&sheet, "M4", "stock_v"), decimal("2856.6"));
}

#[test]
fn a_standard_cost_shows_variances() {
    let sheet = evaluated(&input(Method::Standard(Decimal::from(11))));
    assert_eq!(number(&sheet, "M1", "ecart"), decimal("-100"));
    assert_eq!(number(&sheet, "total", "ecart"), decimal("450"));
    assert_eq!(number(&sheet, "total", "stock_v"), decimal("3520"));
    assert_eq!(number(&sheet, "M2", "sortie_v"), decimal("550"));
}

#[test]
fn an_opening_stock_of_several_lots_counts_in_every_method() {
    let lot = |quantity: i64, price: i64| Lot {
        quantity: Decimal::from(quantity),
        price: Decimal::from(price),
    };
    let mut opened = input(Method::MovingAverage);
    opened.opening = vec![lot(10, 4), lot(30, 8)];
    opened.movements = vec![issued("1", 20)];
    let sheet = evaluated(&opened);
    assert_eq!(number(&sheet, "SI", "stock_pu"), decimal("7"));
    assert_eq!(number(&sheet, "total", "stock_v"), decimal("140"));
    opened.method = Method::FirstInFirstOut;
    let sheet = evaluated(&opened);
    assert_eq!(number(&sheet, "M1", "sortie_v"), decimal("120"));
    assert_eq!(number(&sheet, "lot2", "stock_q"), decimal("20"));
    opened.method = Method::PeriodAverage;
    assert_eq!(number(&evaluated(&opened), "total", "sortie_v"), decimal("140"));
}

#[test]
fn an_exhausted_stock_is_worth_nothing_even_at_a_repeating_average() {
    let mut third = input(Method::MovingAverage);
    third.movements = vec![received("a", 1, 10), received("b", 2, 11), issued("c", 3)];
    let sheet = evaluated(&third);
    assert_eq!(number(&sheet, "M3", "sortie_v"), decimal("32"));
    assert_eq!(number(&sheet, "M3", "stock_v"), decimal("0"));
}

#[test]
fn an_issue_greater_than_the_stock_is_refused() {
    let mut short = input(Method::FirstInFirstOut);
    short.movements.insert(1, issued("3/02", 60));
    let said = worksheet(&short).expect_err("refused").to_string();
    assert_eq!(said, "la sortie de 50 (5/02) dépasse le stock de 40");
}

fn calculated(yaml: &str) -> (Option<Worksheet>, Problems) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let mut problems = Problems::default();
    let data = PlanningData::default();
    let node = Node::root("", &tree);
    let request = Request { options: node.clone(), data: &data, tree: node, others: &Alone };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems)
}

#[test]
fn options_are_read() {
    let (sheet, problems) = calculated(
        "methode: peps\nstock_initial: 30\nprix_initial: 48\n\
         mouvements:\n- {date: a, entree: 250, prix: 52}\n- {date: b, sortie: 120}\n",
    );
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a sheet");
    let values = sheet.evaluate().expect("evaluates");
    let id = sheet.find("M2", "sortie_v").expect("the cell is there");
    assert_eq!(values.number(id), Some(decimal("6120")));
    let (_, problems) = calculated("mouvements: [{date: a}, {entree: 0}]\n");
    let paths: Vec<&str> = problems.found.iter().map(|found| found.path.as_str()).collect();
    let expected = ["methode", "mouvements.1", "mouvements.2.entree", "mouvements.2.prix"];
    assert_eq!(paths, expected);
    let (_, problems) = calculated("methode: lifo\narticle: P1\n");
    assert_eq!(problems.found.len(), 1);
}
