//! Small problems for the tests of this folder.

use proptest::prelude::*;

use super::{Opening, SchedulePost, ScheduleProblem, ScheduledOperation};

/// An operation of an order of the same name, on one post.
pub(super) fn operation(id: &str, post: &str, minutes: i64) -> ScheduledOperation {
    ScheduledOperation {
        id: id.to_owned(),
        order: id.to_owned(),
        posts: vec![post.to_owned()],
        minutes,
        ..ScheduledOperation::default()
    }
}

/// Two orders of two operations (P1 then P2), as in a workshop of two posts.
pub(super) fn two_orders() -> ScheduleProblem {
    let step = |order: &str, rank: u32, post: &str, minutes: i64, due: Option<i64>| {
        let id = format!("{order}/{rank}");
        let predecessors = if rank == 20 { vec![format!("{order}/10")] } else { Vec::new() };
        ScheduledOperation {
            order: order.to_owned(),
            predecessors,
            due,
            ..operation(&id, post, minutes)
        }
    };
    ScheduleProblem {
        operations: vec![
            step("A", 10, "P1", 30, None),
            step("A", 20, "P2", 40, Some(90)),
            step("B", 10, "P1", 20, None),
            step("B", 20, "P2", 10, Some(60)),
        ],
        posts: vec![SchedulePost::new("P1"), SchedulePost::new("P2")],
        origin: None,
    }
}

/// One operation of a problem made at random.
#[derive(Debug, Clone)]
struct Draw {
    minutes: i64,
    posts: u8,
    ready: i64,
    due: Option<i64>,
    family: u8,
    follows: bool,
}

fn draw() -> impl Strategy<Value = Draw> {
    (0_i64..90, 0_u8..4, 0_i64..200, proptest::option::of(0_i64..900), 0_u8..3, any::<bool>())
        .prop_map(|(minutes, posts, ready, due, family, follows)| Draw {
            minutes,
            posts,
            ready,
            due,
            family,
            follows,
        })
}

/// Problems of up to twelve operations on three posts, one of them closed at times.
pub(super) fn any_problem() -> impl Strategy<Value = ScheduleProblem> {
    (proptest::collection::vec(draw(), 1..12), 0_i64..40).prop_map(|(draws, setup)| {
        let allowed = |posts: u8| match posts {
            0 => vec!["P1".to_owned()],
            1 => vec!["P2".to_owned()],
            2 => vec!["P1".to_owned(), "P3".to_owned()],
            _ => Vec::new(),
        };
        let operations = draws
            .iter()
            .enumerate()
            .map(|(rank, draw)| ScheduledOperation {
                id: format!("op{rank}"),
                order: format!("OF{}", rank / 3),
                predecessors: (draw.follows && rank > 0)
                    .then(|| format!("op{}", rank - 1))
                    .into_iter()
                    .collect(),
                posts: allowed(draw.posts),
                minutes: draw.minutes,
                earliest_start: draw.ready,
                due: draw.due,
                family: ["", "rouge", "bleu"]
                    .get(usize::from(draw.family))
                    .copied()
                    .unwrap_or_default()
                    .to_owned(),
            })
            .collect();
        let days = (0..20)
            .flat_map(|day| [(day * 300, day * 300 + 60), (day * 300 + 90, day * 300 + 200)]);
        let posts = vec![
            SchedulePost { family_setup_minutes: setup, ..SchedulePost::new("P1") },
            SchedulePost {
                opening: Opening::from_spans(days.collect()),
                family_setup_minutes: setup,
                mounted_family: "bleu".to_owned(),
                ..SchedulePost::new("P2")
            },
            SchedulePost::new("P3"),
        ];
        ScheduleProblem { operations, posts, origin: None }
    })
}
