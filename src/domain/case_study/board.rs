//! What a candidate may see of a question of placing, so that it can be drawn: posts, operations and
//! people as the statement and the exhibits give them, and the cells of the table that hold each
//! answer. No key, no solution: as in the `Subject`, no field here can hold one.
//!
//! What belongs here: those types, and what follows from them and from the cells that a candidate
//! has filled (`ScheduleView`, `AssignmentView`), worked out without any window. The answer itself
//! stays the table: a board reads its cells and says which texts to write in them.

mod assignment_view;
mod axis;
mod bars;
mod clock;
mod conflicts;
mod earliest;
mod moving;
mod names;
mod orders;
mod problem;
#[cfg(test)]
mod samples;
mod schedule_view;

pub use assignment_view::{AssignmentView, Refusal};
pub use axis::{Axis, DayMark, Tick, Window};
pub use bars::Bar;
pub use clock::{Clock, hours_text, length};
pub use conflicts::{Conflict, conflict_words};
pub use moving::Writing;
pub use orders::OrderState;
pub use schedule_view::{PostState, ScheduleView, Standing, TypedOperation};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::CellPosition;

/// What is drawn beside a table to fill.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Board {
    /// Operations to place on posts in time.
    Schedule(ScheduleBoard),
    /// People to put on posts.
    Assignment(AssignmentBoard),
}

/// Operations to place on posts; every time is in whole minutes from the origin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScheduleBoard {
    /// Moment of minute 0, when times are shown as days and hours; hours from 0 otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<NaiveDateTime>,
    /// End of the time drawn as long as nothing is placed after it.
    pub horizon: i64,
    /// Posts, in the order drawn.
    pub posts: Vec<BoardPost>,
    /// Orders, in the order listed.
    pub orders: Vec<BoardOrder>,
    /// Operations, in the order of the rows of the table.
    pub operations: Vec<BoardOperation>,
    /// Whether the candidate sees what conflicts.
    #[serde(default)]
    pub show_conflicts: bool,
}

/// A post that does one operation at a time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardPost {
    /// Code, as it is written in the table ("P10").
    pub code: String,
    /// Designation; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Spans open (start, end), in order and apart; `None` when it never closes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Vec<(i64, i64)>>,
    /// Open minutes needed between two operations of different families.
    #[serde(default)]
    pub setup_minutes: i64,
    /// Family that the post is set up for at the origin; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mounted_family: String,
}

/// An order whose operations are placed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardOrder {
    /// Name ("OF 2451").
    pub name: String,
    /// Code and designation of its article; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub article: String,
    /// Its quantity as shown; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quantity: String,
}

/// An operation to place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardOperation {
    /// Identifier, as it is shown in the table ("OF 2451 / 30").
    pub key: String,
    /// Rank of its order.
    pub order: usize,
    /// Its number in the order ("30"); empty when the order has one operation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// What is done; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Length of the work.
    pub minutes: i64,
    /// Ranks of the posts allowed; any post when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<usize>,
    /// Ranks of the operations that come before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<usize>,
    /// When its material is there.
    #[serde(default)]
    pub earliest_start: i64,
    /// When it should be over at the latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<i64>,
    /// Family for set-ups that follow one another; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// Cell of its post; `None` when its only post is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_cell: Option<CellPosition>,
    /// Cell of its start, in hours from the origin.
    pub start_cell: CellPosition,
}

/// People to put on posts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentBoard {
    /// Posts, in the order drawn.
    pub posts: Vec<AssignmentPost>,
    /// People, in the order drawn.
    pub people: Vec<BoardPerson>,
    /// Places to hold: one a row of the table.
    pub places: Vec<BoardPlace>,
    /// Whether the candidate sees what conflicts.
    #[serde(default)]
    pub show_conflicts: bool,
}

/// A post to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentPost {
    /// Code ("P6").
    pub code: String,
    /// Designation; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// Someone who may hold posts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardPerson {
    /// Name, as it is written in the table.
    pub name: String,
    /// Level on each post, in the order of the posts.
    pub levels: Vec<u32>,
}

/// A place to hold on a post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardPlace {
    /// Rank of the post.
    pub post: usize,
    /// Cell of the name of the person.
    pub cell: CellPosition,
}

#[cfg(test)]
mod tests {
    use super::samples::workshop;
    use super::*;
    use crate::domain::case_study::{AnswerForm, SubjectCell, SubjectTable};

    fn read_back(form: &AnswerForm) -> (String, AnswerForm) {
        let written = serde_json::to_string(form).expect("it is written");
        let read = serde_json::from_str(&written).expect("it reads back");
        (written, read)
    }

    #[test]
    fn a_board_travels_with_the_table_that_it_fills() {
        let assignment = AssignmentBoard {
            posts: vec![AssignmentPost { code: "P1".to_owned(), ..AssignmentPost::default() }],
            people: vec![BoardPerson { name: "Amara D.".to_owned(), levels: vec![3] }],
            places: vec![BoardPlace { post: 0, cell: CellPosition { row: 0, column: 1 } }],
            show_conflicts: true,
        };
        for board in [Board::Schedule(workshop()), Board::Assignment(assignment)] {
            let form = AnswerForm::Table(SubjectTable {
                columns: Vec::new(),
                rows: vec![vec![SubjectCell::Number]],
                board: Some(Box::new(board)),
            });
            let (_, read) = read_back(&form);
            assert_eq!(read, form);
        }
    }

    #[test]
    fn a_table_without_board_is_written_as_before() {
        let table = SubjectTable { columns: Vec::new(), rows: Vec::new(), board: None };
        let (written, read) = read_back(&AnswerForm::Table(table.clone()));
        assert!(!written.contains("board"), "{written}");
        assert_eq!(read, AnswerForm::Table(table));
    }
}
