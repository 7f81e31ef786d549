//! Follow-ups of stocks from inputs and from options.

use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

fn issues(quantities: &[i64]) -> Vec<StockMovement> {
    let movement = |(index, quantity): (usize, &i64)| StockMovement {
        date: format!("j{}", index + 1),
        received: Delivery::Nothing,
        issued: Decimal::from(*quantity),
        review: false,
    };
    quantities.iter().enumerate().map(movement).collect()
}

fn followed(policy: Replenishment, movements: Vec<StockMovement>) -> FollowUpInput {
    FollowUpInput {
        item: String::new(),
        unit: String::new(),
        opening: Decimal::from(85),
        on_order: Decimal::ZERO,
        policy,
        movements,
    }
}

fn column(input: &FollowUpInput, column: &str) -> Vec<Option<i64>> {
    let sheet = worksheet(input).expect("a table");
    let values = sheet.evaluate().expect("evaluates");
    (1..=input.movements.len())
        .map(|rank| {
            let number = values.number(sheet.find(&format!("M{rank}"), column)?)?;
            i64::try_from(number).ok()
        })
        .collect()
}

fn some(numbers: &[i64]) -> Vec<Option<i64>> {
    numbers.iter().copied().map(Some).collect()
}

/// Point 50, quantity 200: the follow-up of a course.
fn point(trigger: Trigger) -> FollowUpInput {
    let (point, quantity) = (Decimal::from(50), Decimal::from(200));
    let mut movements = issues(&[5, 8, 10, 2, 15, 10, 7, 6, 6, 0, 11]);
    movements[9].received = Delivery::OldestOrder;
    followed(Replenishment::Point { point, quantity, trigger }, movements)
}

#[test]
fn an_order_is_placed_below_the_point_and_counts_as_available() {
    let input = point(Trigger::Below);
    let stock = [80, 72, 62, 60, 45, 35, 28, 22, 16, 216, 205];
    assert_eq!(column(&input, "stock"), some(&stock));
    let available = [80, 72, 62, 60, 245, 235, 228, 222, 216, 216, 205];
    assert_eq!(column(&input, "disponible"), some(&available));
    assert_eq!(column(&input, "commande"), some(&[0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0]));
    assert_eq!(column(&input, "entree")[9], Some(200));
    let sheet = worksheet(&input).expect("a table");
    let values = sheet.evaluate().expect("evaluates");
    let id = sheet.find("M5", "commande").expect("the cell is there");
    assert_eq!(sheet.working(id, &values), "j5 Commande = 200 (car 45 + 0 < 50)");
}

#[test]
fn the_point_itself_counts_when_the_author_says_so() {
    let (minimum, maximum) = (Decimal::from(60), Decimal::from(100));
    let policy = |trigger| Replenishment::MinimumMaximum { minimum, maximum, trigger };
    let at = followed(policy(Trigger::AtOrBelow), issues(&[5, 20, 10]));
    assert_eq!(column(&at, "commande"), some(&[0, 40, 0]));
    let below = followed(policy(Trigger::Below), issues(&[5, 20, 10]));
    assert_eq!(column(&below, "commande"), some(&[0, 0, 50]));
}

#[test]
fn reviews_bring_the_available_stock_up_to_the_level() {
    let mut movements = issues(&[40, 10, 0, 5]);
    movements[0].review = true;
    movements[3].review = true;
    movements[2].received = Delivery::OldestOrder;
    let input = followed(Replenishment::Review { level: Decimal::from(300) }, movements);
    assert_eq!(column(&input, "commande"), [Some(255), None, None, Some(15)]);
    assert_eq!(column(&input, "stock"), some(&[45, 35, 290, 285]));
    assert_eq!(column(&input, "disponible"), some(&[300, 290, 290, 300]));
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
        "stock_initial: 60\npoint_commande: 50\nquantite: 100\ndeclenchement: atteint\n\
         suivi_mouvements:\n- {date: 1/3, sortie: 10}\n- {date: 4/3, entree: commande}\n",
    );
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a table");
    let values = sheet.evaluate().expect("evaluates");
    let id = sheet.find("M2", "stock").expect("the cell is there");
    assert_eq!(values.number(id), Some(Decimal::from(150)));
    let (_, problems) = calculated("suivi_mouvements: [{sortie: -1, retour: 2}]\n");
    let paths: Vec<&str> = problems.found.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "stock_initial",
            "point_commande",
            "quantite",
            "suivi_mouvements.1.retour",
            "suivi_mouvements.1.date",
            "suivi_mouvements.1.sortie",
        ]
    );
}
