//! The small workshop of the tests of this folder: three posts open from 8 h to 12 h and from 13 h to
//! 16 h, two orders.

use chrono::NaiveDate;

use super::{BoardOperation, BoardOrder, BoardPost, ScheduleBoard, TypedOperation};
use crate::domain::case_study::CellPosition;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// A row of the table: order, number, posts, minutes, predecessor, due date.
struct Step {
    order: usize,
    number: &'static str,
    posts: Vec<usize>,
    minutes: i64,
    predecessors: Vec<usize>,
    due: Option<i64>,
}

/// Rows of the sample.
fn steps() -> Vec<Step> {
    let step = |order, number, posts, minutes, predecessors, due| Step {
        order,
        number,
        posts,
        minutes,
        predecessors,
        due,
    };
    vec![
        step(0, "10", vec![0], 300, vec![], None),
        step(0, "20", vec![1], 195, vec![0], None),
        step(0, "30", vec![1, 2], 120, vec![1], Some(2 * DAY + 480)),
        step(1, "10", vec![0], 90, vec![], None),
        step(1, "20", vec![1], 60, vec![3], Some(DAY + 240)),
    ]
}

/// Monday 14 September 2026 at 8 h 00 is minute 0; five days are open.
pub(super) fn workshop() -> ScheduleBoard {
    let open: Vec<(i64, i64)> = (0..5)
        .flat_map(|day| [(day * DAY, day * DAY + 240), (day * DAY + 300, day * DAY + 480)])
        .collect();
    let post = |code: &str, label: &str| BoardPost {
        code: code.to_owned(),
        label: label.to_owned(),
        open: Some(open.clone()),
        ..BoardPost::default()
    };
    let order = |name: &str| BoardOrder { name: name.to_owned(), ..BoardOrder::default() };
    let operations = steps().into_iter().enumerate().map(|(row, step)| {
        let name = if step.order == 0 { "2451" } else { "2452" };
        BoardOperation {
            key: format!("{name} / {}", step.number),
            order: step.order,
            number: step.number.to_owned(),
            minutes: step.minutes,
            predecessors: step.predecessors,
            due: step.due,
            post_cell: (step.posts.len() > 1).then_some(CellPosition { row, column: 1 }),
            start_cell: CellPosition { row, column: 2 },
            posts: step.posts,
            ..BoardOperation::default()
        }
    });
    ScheduleBoard {
        origin: NaiveDate::from_ymd_opt(2026, 9, 14).and_then(|day| day.and_hms_opt(8, 0, 0)),
        horizon: 4 * DAY + 480,
        posts: vec![post("R", "Rayonnage"), post("D", "Dévoilage"), post("P", "Pneus")],
        orders: vec![order("2451"), order("2452")],
        operations: operations.collect(),
        show_conflicts: true,
    }
}

/// What is typed in the post and the start of each row.
pub(super) fn typed(rows: &[(&str, &str)]) -> Vec<TypedOperation> {
    rows.iter()
        .map(|(post, start)| TypedOperation {
            post: (*post).to_owned(),
            start: (*start).to_owned(),
        })
        .collect()
}

/// The board with what is typed once some texts are written in its cells.
pub(super) fn after(
    board: &ScheduleBoard,
    mut typed: Vec<TypedOperation>,
    writings: &[super::Writing],
) -> Vec<TypedOperation> {
    typed.resize(board.operations.len(), TypedOperation::default());
    for (at, text) in writings {
        for (operation, cells) in board.operations.iter().zip(typed.iter_mut()) {
            if operation.start_cell == *at {
                cells.start.clone_from(text);
            } else if operation.post_cell == Some(*at) {
                cells.post.clone_from(text);
            }
        }
    }
    typed
}
