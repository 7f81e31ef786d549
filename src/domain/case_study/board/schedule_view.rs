//! What a candidate has placed: bars in pieces between closed periods, what is left, what conflicts.

use super::bars::{bars, make_bar, set_tracks};
use super::conflicts::conflicts;
use super::orders::order_states;
use super::{Axis, Bar, BoardOperation, Conflict, OrderState, ScheduleBoard, hours_text};
use crate::domain::french::parse_number;
use crate::domain::planning::schedule_check::{Opening, ScheduleProblem};

/// What is typed in the cells of one operation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct TypedOperation {
    /// In the cell of its post; ignored when the post is given.
    pub post: String,
    /// In the cell of its start.
    pub start: String,
}

/// Where an operation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is written of its start.
    Unplaced,
    /// On a post.
    Placed(Bar),
    /// Something is written that cannot be drawn: why, in French, without capital.
    Unclear(String),
}

/// What is on a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostState {
    /// Tracks needed; at least one.
    pub tracks: usize,
    /// Minutes of work placed.
    pub busy: i64,
    /// Minutes open in the horizon; `None` when the post never closes.
    pub open: Option<i64>,
    /// Time drawn in which it is closed.
    pub closed: Vec<(i64, i64)>,
}

/// A board with what is placed on it.
#[derive(Debug, Clone)]
pub struct ScheduleView {
    /// Where each operation stands.
    pub standings: Vec<Standing>,
    /// Conflicts of each operation; none when the board does not show them.
    pub conflicts: Vec<Vec<Conflict>>,
    /// What is on each post.
    pub posts: Vec<PostState>,
    /// What is placed of each order.
    pub orders: Vec<OrderState>,
    /// The time drawn.
    pub axis: Axis,
    /// Rank of the post written or given for each operation, when it is one of the board.
    pub(super) meant: Vec<Option<usize>>,
    pub(super) problem: ScheduleProblem,
}

impl ScheduleView {
    /// Reads what is typed, one a row, in the order of the operations.
    pub fn read(board: &ScheduleBoard, typed: &[TypedOperation]) -> Self {
        let problem = board.problem();
        let blank = TypedOperation::default();
        let rows = board.operations.iter().enumerate();
        let rows = rows.map(|(rank, operation)| (operation, typed.get(rank).unwrap_or(&blank)));
        let meant: Vec<Option<usize>> =
            rows.clone().map(|(operation, typed)| meant_post(board, operation, typed)).collect();
        let mut standings: Vec<Standing> = rows
            .zip(&meant)
            .map(|((operation, typed), post)| standing(board, &problem, (operation, typed), *post))
            .collect();
        let tracks = set_tracks(board.posts.len(), &mut standings);
        let found = if board.show_conflicts {
            conflicts(board, &problem, &standings)
        } else {
            vec![Vec::new(); standings.len()]
        };
        let last = bars(&standings).map(|(_, bar)| bar.end).max();
        let axis = Axis::of(board, board.horizon.max(last.unwrap_or(0)));
        let posts = tracks
            .into_iter()
            .enumerate()
            .map(|(rank, tracks)| post_state(board, &problem, &standings, (rank, tracks), &axis))
            .collect();
        let orders = order_states(board, &standings, &found);
        Self { standings, conflicts: found, posts, orders, axis, meant, problem }
    }

    /// Where an operation is placed.
    pub fn bar(&self, operation: usize) -> Option<&Bar> {
        match self.standings.get(operation) {
            Some(Standing::Placed(bar)) => Some(bar),
            _ => None,
        }
    }

    /// Conflicts of an operation.
    pub fn conflicts_of(&self, operation: usize) -> &[Conflict] {
        self.conflicts.get(operation).map(Vec::as_slice).unwrap_or_default()
    }

    /// Ranks of the operations placed, post by post in order of time.
    pub fn placed(&self) -> Vec<usize> {
        let mut ranks: Vec<(usize, i64, usize)> =
            bars(&self.standings).map(|(rank, bar)| (bar.post, bar.start, rank)).collect();
        ranks.sort_unstable();
        ranks.into_iter().map(|(_, _, rank)| rank).collect()
    }

    /// Ranks of the operations that are not drawn.
    pub fn waiting(&self) -> Vec<usize> {
        let ranks = 0..self.standings.len();
        ranks.filter(|rank| self.bar(*rank).is_none()).collect()
    }

    /// The bar that an operation would be on a post from a minute on.
    pub fn would_be(
        &self,
        board: &ScheduleBoard,
        operation: usize,
        post: usize,
        start: i64,
    ) -> Option<Bar> {
        make_bar(&self.problem, post, start, board.operations.get(operation)?.minutes)
    }

    /// When a post is open.
    pub(super) fn opening(&self, post: usize) -> Option<&Opening> {
        self.problem.posts.get(post).map(|post| &post.opening)
    }
}

/// The post given or meant by what is typed, as copies are read.
fn meant_post(
    board: &ScheduleBoard,
    operation: &BoardOperation,
    typed: &TypedOperation,
) -> Option<usize> {
    if operation.post_cell.is_none() {
        return operation.posts.first().copied().filter(|post| *post < board.posts.len());
    }
    let wanted = folded(&typed.post);
    let mut posts = board.posts.iter();
    posts.position(|post| !wanted.is_empty() && folded(&post.code) == wanted)
}

/// Without capitals, and with single spaces.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn standing(
    board: &ScheduleBoard,
    problem: &ScheduleProblem,
    (operation, typed): (&BoardOperation, &TypedOperation),
    post: Option<usize>,
) -> Standing {
    let written = typed.start.trim();
    if written.is_empty() {
        return Standing::Unplaced;
    }
    let Some(start) = minutes(written) else {
        return Standing::Unclear(format!("début illisible : « {written} »"));
    };
    if !(0..=board.last_start()).contains(&start) {
        return Standing::Unclear(format!("début hors du planning : {}", hours_text(start)));
    }
    let placed = post.and_then(|post| make_bar(problem, post, start, operation.minutes));
    match (placed, typed.post.trim()) {
        (Some(bar), _) => Standing::Placed(bar),
        (None, "") => Standing::Unclear("poste à choisir".to_owned()),
        (None, other) => Standing::Unclear(format!("poste inconnu : « {other} »")),
    }
}

/// Hours as typed, in whole minutes.
fn minutes(written: &str) -> Option<i64> {
    let hours = parse_number(written).ok()?;
    let minutes = hours.checked_mul(rust_decimal::Decimal::from(60))?.round();
    i64::try_from(minutes).ok()
}

fn post_state(
    board: &ScheduleBoard,
    problem: &ScheduleProblem,
    standings: &[Standing],
    (post, tracks): (usize, usize),
    axis: &Axis,
) -> PostState {
    let opening = problem.posts.get(post).map(|post| &post.opening);
    let lengths = bars(standings).filter(|(_, bar)| bar.post == post);
    let lengths = lengths.filter_map(|(rank, _)| Some(board.operations.get(rank)?.minutes.max(0)));
    PostState {
        tracks,
        busy: lengths.fold(0, i64::saturating_add),
        open: opening
            .filter(|opening| !opening.never_closes())
            .map(|opening| opening.open_minutes(0, board.horizon)),
        closed: axis.closed(opening.and_then(Opening::spans)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{typed, workshop};
    use super::*;

    #[test]
    fn what_cannot_be_drawn_says_why() {
        let rows = [("", "abc"), ("", "-1"), ("", "24"), ("", "99999"), ("", "1")];
        let view = ScheduleView::read(&workshop(), &typed(&rows));
        let why: Vec<_> = view
            .standings
            .iter()
            .filter_map(|standing| match standing {
                Standing::Unclear(why) => Some(why.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(
            why,
            [
                "début illisible : « abc »",
                "début hors du planning : −1 h 00",
                "poste à choisir",
                "début hors du planning : 99999 h 00",
            ]
        );
        let view = ScheduleView::read(&workshop(), &typed(&[("", ""), ("", ""), ("Z", "24")]));
        let unknown = Standing::Unclear("poste inconnu : « Z »".to_owned());
        assert_eq!(view.standings.get(2), Some(&unknown));
        let view = ScheduleView::read(&workshop(), &typed(&[("", ""), ("", ""), (" p ", "24")]));
        assert_eq!(view.bar(2).map(|bar| bar.post), Some(2), "as copies are read");
    }

    #[test]
    fn ranks_that_do_not_exist_are_left_aside() {
        let mut board = workshop();
        board.operations[0].posts = vec![9];
        board.operations[1].predecessors = vec![99];
        board.operations[1].order = 99;
        let view = ScheduleView::read(&board, &typed(&[("", "0"), ("", "0")]));
        assert!(matches!(view.standings.first(), Some(Standing::Unclear(_))));
        assert!(view.bar(1).is_some());
        assert!(view.would_be(&board, 0, 9, 0).is_none());
    }
}
