//! What candidates may see drawn of a schedule question: the problem as it is given, never a
//! placement.

use super::schedule::{POST_COLUMN, START_COLUMN};
use crate::domain::case_study::board::{BoardOperation, BoardOrder, BoardPost};
use crate::domain::case_study::{Board, CellPosition, PlacementForm, ScheduleBoard};
use crate::domain::french::format_decimal;
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::schedule_check::{ScheduleProblem, ScheduledOperation};
use crate::domain::planning::tree::{Node, Problems};

/// Longest time drawn at first, in minutes: six weeks.
const LONGEST: i64 = 42 * 24 * 60;

/// The board of a schedule question.
pub(super) fn board(form: &PlacementForm, data: &PlanningData, problem: &ScheduleProblem) -> Board {
    let written = WrittenOrders::read(form);
    let posts = problem.posts.iter().map(|post| BoardPost {
        code: post.code.clone(),
        label: data.work_centre(&post.code).map_or_else(String::new, |centre| centre.label.clone()),
        open: post.opening.spans().map(<[(i64, i64)]>::to_vec),
        setup_minutes: post.family_setup_minutes,
        mounted_family: post.mounted_family.clone(),
    });
    let mut names: Vec<&str> = Vec::new();
    for operation in &problem.operations {
        if !names.contains(&operation.order.as_str()) {
            names.push(&operation.order);
        }
    }
    let operations = problem.operations.iter().enumerate().map(|(row, operation)| BoardOperation {
        order: names.iter().position(|name| *name == operation.order).unwrap_or_default(),
        ..operation_of(problem, data, &written, (row, operation))
    });
    Board::Schedule(ScheduleBoard {
        origin: problem.origin,
        horizon: horizon(problem),
        posts: posts.collect(),
        operations: operations.collect(),
        orders: names.iter().map(|name| written.order(name, data)).collect(),
        show_conflicts: form.show_conflicts,
    })
}

/// An operation, its order left aside.
fn operation_of(
    problem: &ScheduleProblem,
    data: &PlanningData,
    written: &WrittenOrders,
    (row, operation): (usize, &ScheduledOperation),
) -> BoardOperation {
    let number = operation.id.strip_prefix(operation.order.as_str());
    let number = number.and_then(|rest| rest.strip_prefix(" / ")).unwrap_or_default();
    let ranks = |codes: &[String]| {
        let known = codes.iter().filter_map(|code| problem.post_rank(code));
        known.collect::<Vec<usize>>()
    };
    BoardOperation {
        key: operation.id.clone(),
        order: 0,
        number: number.to_owned(),
        label: written.label(operation, number, data),
        minutes: operation.minutes,
        posts: ranks(&operation.posts),
        predecessors: operation
            .predecessors
            .iter()
            .filter_map(|id| problem.operation_rank(id))
            .collect(),
        earliest_start: operation.earliest_start,
        due: operation.due,
        family: operation.family.clone(),
        // A single post is given in the table.
        post_cell: (operation.posts.len() != 1)
            .then_some(CellPosition { row, column: POST_COLUMN }),
        start_cell: CellPosition { row, column: START_COLUMN },
    }
}

/// The time drawn at first, from what is given alone: due dates, and the work of the busiest post
/// and of the longest order one after the other.
fn horizon(problem: &ScheduleProblem) -> i64 {
    let on_post = |code: &str| -> i64 {
        let here = problem.operations.iter().filter(|operation| operation.allows(code));
        here.fold(0_i64, |sum, operation| sum.saturating_add(operation.minutes.max(0)))
    };
    let of_order = |order: &str| -> i64 {
        let own = problem.operations.iter().filter(|operation| operation.order == order);
        own.fold(0_i64, |sum, operation| sum.saturating_add(operation.minutes.max(0)))
    };
    let busiest = problem.posts.iter().map(|post| on_post(&post.code)).max().unwrap_or(0);
    let longest =
        problem.operations.iter().map(|operation| of_order(&operation.order)).max().unwrap_or(0);
    let work = busiest.saturating_add(longest);
    let there = problem.operations.iter().map(|operation| operation.earliest_start).max();
    let from = there.unwrap_or(0).max(0);
    let ends = problem.posts.iter().filter_map(|post| post.opening.finish(from, work));
    let dues = problem.operations.iter().filter_map(|operation| operation.due);
    ends.chain(dues).max().unwrap_or(work).clamp(60, LONGEST)
}

/// Article and quantity of each order, as its author wrote them.
struct WrittenOrders {
    orders: Vec<WrittenOrder>,
}

struct WrittenOrder {
    name: String,
    article: String,
    quantity: String,
}

impl WrittenOrders {
    /// Reads them again; their problems were told when the problem was read.
    fn read(form: &PlacementForm) -> Self {
        let mut told = Problems::default();
        let root = Node::root("problème", &form.problem);
        let items = root.field("ordres").items(&mut told);
        let orders = items.iter().filter_map(|order| {
            let name = order.field("ordre").text(&mut told)?;
            let article = order.field("article").text_or("", &mut told);
            let quantity = order.field("quantite").quantity(&mut told);
            let quantity = quantity.map(|quantity| format_decimal(quantity.normalize()));
            Some(WrittenOrder { name, article, quantity: quantity.unwrap_or_default() })
        });
        Self { orders: orders.collect() }
    }

    fn find(&self, name: &str) -> Option<&WrittenOrder> {
        self.orders.iter().find(|order| order.name == name)
    }

    /// « RM20, roue 20 pouces » and the quantity of an order.
    fn order(&self, name: &str, data: &PlanningData) -> BoardOrder {
        let written = self.find(name);
        let article = written.map_or("", |order| order.article.as_str());
        let label = data.item(article).map_or("", |item| item.label.as_str());
        let parts = [article, label];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        BoardOrder {
            name: name.to_owned(),
            article: parts.join(", "),
            quantity: written.map_or_else(String::new, |order| order.quantity.clone()),
        }
    }

    /// What an operation does, from the gamme of its article.
    fn label(&self, operation: &ScheduledOperation, number: &str, data: &PlanningData) -> String {
        let article = self.find(&operation.order).map_or("", |order| order.article.as_str());
        let steps = data.routing(article).map(|routing| routing.operations.as_slice());
        let same = steps
            .unwrap_or_default()
            .iter()
            .find(|step| step.number == number && operation.posts.contains(&step.work_centre));
        same.map_or_else(String::new, |step| step.label.clone())
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, Weekday};

    use super::super::{Placement, schedule};
    use super::*;
    use crate::domain::case_study::{Cell, TableForm};
    use crate::domain::diagnostic::Element;
    use crate::domain::planning::data::{Calendar, Shift, WorkCentre};

    const PROBLEM: &str = "
origine: 2026-09-14T08:00
ordres:
- {ordre: 2451, article: RM20, quantite: 60, echeance: 56, operations: [
    {operation: 10, poste: R, duree: 5}, {operation: 30, postes: [P, R], duree: 2}]}
- {ordre: OF 7, disponible: 1, operations: [{poste: R, duree: 1.5}]}
postes: {R: {calendrier: jour, reglage_famille: 0.5}}
";

    fn data() -> PlanningData {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
        let shifts = [Weekday::Mon, Weekday::Tue].map(|weekday| Shift {
            weekday,
            start: hour(8),
            end: hour(16),
        });
        let centre: WorkCentre = WorkCentre {
            code: "R".to_owned(),
            label: "Rayonnage".to_owned(),
            machines: rust_decimal::Decimal::ONE,
            hours_per_day: None,
            utilisation: rust_decimal::Decimal::ONE,
            calendar: String::new(),
            hours_by_period: None,
        };
        PlanningData {
            work_centres: vec![centre],
            calendars: vec![Calendar {
                name: "jour".to_owned(),
                shifts: shifts.to_vec(),
                ..Calendar::default()
            }],
            ..PlanningData::default()
        }
    }

    fn solved(show_conflicts: bool) -> (TableForm, Placement) {
        let problem = serde_yaml::from_str(PROBLEM).expect("the problem reads");
        let form = PlacementForm { problem, show_conflicts, ..PlacementForm::default() };
        let mut found = Vec::new();
        let made = schedule(&form, &data(), &Element::Data, &mut found);
        made.unwrap_or_else(|| panic!("not solved: {found:?}"))
    }

    fn drawn(table: &TableForm) -> &ScheduleBoard {
        match table.board.as_deref() {
            Some(Board::Schedule(board)) => board,
            other => panic!("no board: {other:?}"),
        }
    }

    #[test]
    fn the_board_gives_the_problem_and_the_cells_of_the_table() {
        let (table, _) = solved(true);
        let board = drawn(&table);
        assert_eq!(board.posts[0].name(), "Rayonnage");
        assert_eq!(board.posts[0].setup_minutes, 30);
        assert_eq!(board.posts[0].open.as_ref().and_then(|open| open.first()), Some(&(0, 480)));
        assert_eq!(board.posts[1].open, None, "no calendar: never closed");
        let [first, second, third] = board.operations.as_slice() else { panic!("three") };
        assert_eq!((first.number.as_str(), first.minutes, first.post_cell), ("10", 300, None));
        assert_eq!(second.predecessors, [0]);
        assert_eq!((second.posts.len(), second.due), (2, Some(56 * 60)));
        assert_eq!((third.order, third.earliest_start), (1, 60));
        assert_eq!(third.number, "", "the only operation of its order");
        assert_eq!(board.orders[0].quantity, "60");
        assert_eq!(board.orders[0].article, "RM20");
        assert!(board.show_conflicts);
        for operation in &board.operations {
            let key = table.cell(CellPosition { column: 0, ..operation.start_cell });
            assert_eq!(key, Some(&Cell::Given(operation.key.clone())));
            assert!(matches!(table.cell(operation.start_cell), Some(Cell::Asked(_))));
            let post = table.cell(CellPosition { column: 1, ..operation.start_cell });
            let asked = matches!(post, Some(Cell::Asked(_)));
            assert_eq!(operation.post_cell.is_some(), asked);
        }
    }

    #[test]
    fn conflicts_are_not_shown_unless_the_author_says_so() {
        let (table, _) = solved(false);
        assert!(!drawn(&table).show_conflicts);
        let form: PlacementForm = serde_yaml::from_str("{problem: {}}").expect("it reads");
        assert!(!form.show_conflicts);
        let written = serde_yaml::to_string(&form).expect("it is written");
        assert!(!written.contains("show_conflicts"), "{written}");
        let form: PlacementForm =
            serde_yaml::from_str("{problem: {}, show_conflicts: true}").expect("it reads");
        assert!(form.show_conflicts);
    }
}
