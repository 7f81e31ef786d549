//! The problem: operations to place on posts, and a placement of one.

use chrono::{NaiveDateTime, TimeDelta};

use super::Opening;

/// Largest number of operations that are scheduled.
pub const MOST_OPERATIONS: usize = 500;

/// A scheduling problem; every time is in whole minutes from the origin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScheduleProblem {
    /// Operations, in the order entered, which settles ties.
    pub operations: Vec<ScheduledOperation>,
    /// Posts.
    pub posts: Vec<SchedulePost>,
    /// The moment of minute 0, when times are shown as dates and hours.
    pub origin: Option<NaiveDateTime>,
}

/// One operation to place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScheduledOperation {
    /// Identifier, unique and shown to people ("OF 5204 / 20").
    pub id: String,
    /// Order that it belongs to ("OF 5204").
    pub order: String,
    /// Identifiers of the operations that must be over before.
    pub predecessors: Vec<String>,
    /// Codes of the posts allowed; any post when empty.
    pub posts: Vec<String>,
    /// Length: its own set-up and quantity × unit time.
    pub minutes: i64,
    /// When its material is there.
    pub earliest_start: i64,
    /// When it should be over at the latest.
    pub due: Option<i64>,
    /// Family for set-ups that follow one another; empty for none.
    pub family: String,
}

/// One post, which does one operation at a time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchedulePost {
    /// Code ("P10").
    pub code: String,
    /// When it is open.
    pub opening: Opening,
    /// Open minutes needed between two operations of different families.
    pub family_setup_minutes: i64,
    /// Family that the post is set up for at the origin; empty when the first needs no set-up.
    pub mounted_family: String,
}

/// One operation placed on a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placement {
    /// Identifier of the operation.
    pub operation: String,
    /// Code of the post.
    pub post: String,
    /// Minute at which work on it starts, after any family set-up.
    pub start: i64,
}

impl SchedulePost {
    /// A post always open and without family set-up.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), ..Self::default() }
    }

    /// Set-up between what the post was last set up for and a family.
    pub fn setup_before(&self, mounted: &str, family: &str) -> i64 {
        let changes = !mounted.is_empty() && !family.is_empty() && mounted != family;
        if changes { self.family_setup_minutes.max(0) } else { 0 }
    }
}

impl ScheduledOperation {
    /// Whether a post may do it.
    pub fn allows(&self, post: &str) -> bool {
        self.posts.is_empty() || self.posts.iter().any(|code| code == post)
    }
}

impl ScheduleProblem {
    /// Rank of an operation by its identifier.
    pub fn operation_rank(&self, id: &str) -> Option<usize> {
        self.operations.iter().position(|operation| operation.id == id)
    }

    /// Rank of a post by its code.
    pub fn post_rank(&self, code: &str) -> Option<usize> {
        self.posts.iter().position(|post| post.code == code)
    }

    /// A minute as shown to people: date and hour when the origin is known, else "75 min".
    pub fn shown(&self, minute: i64) -> String {
        let moment = self
            .origin
            .zip(TimeDelta::try_minutes(minute))
            .and_then(|(origin, elapsed)| origin.checked_add_signed(elapsed));
        moment.map_or_else(
            || format!("{minute} min"),
            |moment| moment.format("%d/%m à %-H h %M").to_string(),
        )
    }

    /// Ranks of the predecessors of each operation; unknown ones are left out.
    pub(super) fn predecessor_ranks(&self) -> Vec<Vec<usize>> {
        self.operations
            .iter()
            .map(|operation| {
                operation.predecessors.iter().filter_map(|id| self.operation_rank(id)).collect()
            })
            .collect()
    }

    /// What makes the problem itself impossible, in French: for its author.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.operations.len() > MOST_OPERATIONS {
            faults.push(format!("il y a plus de {MOST_OPERATIONS} opérations"));
            return faults;
        }
        for (rank, operation) in self.operations.iter().enumerate() {
            let id = &operation.id;
            if self.operation_rank(id) != Some(rank) {
                faults.push(format!("l'opération « {id} » est écrite deux fois"));
            }
            if operation.minutes < 0 {
                faults.push(format!("la durée de « {id} » est négative"));
            }
            for unknown in operation.posts.iter().filter(|code| self.post_rank(code).is_none()) {
                faults.push(format!("le poste « {unknown} » de « {id} » n'existe pas"));
            }
            for unknown in
                operation.predecessors.iter().filter(|id| self.operation_rank(id).is_none())
            {
                faults.push(format!("« {unknown} », qui précède « {id} », n'existe pas"));
            }
        }
        if self.in_order().len() < self.operations.len() {
            faults.push("des antériorités bouclent".to_owned());
        }
        faults
    }

    /// Ranks of the operations, each after its predecessors; those in a loop are left out.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let predecessors = self.predecessor_ranks();
        let mut done = vec![false; self.operations.len()];
        let mut order = Vec::with_capacity(done.len());
        loop {
            let before = order.len();
            for (rank, needed) in predecessors.iter().enumerate() {
                let over = done.get(rank).copied().unwrap_or(true);
                if !over && needed.iter().all(|need| done.get(*need) == Some(&true)) {
                    if let Some(flag) = done.get_mut(rank) {
                        *flag = true;
                    }
                    order.push(rank);
                }
            }
            if order.len() == before {
                return order;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::operation;
    use super::*;

    #[test]
    fn times_are_shown_with_the_origin_when_there_is_one() {
        let mut problem = ScheduleProblem::default();
        assert_eq!(problem.shown(75), "75 min");
        problem.origin =
            chrono::NaiveDate::from_ymd_opt(2027, 10, 4).and_then(|day| day.and_hms_opt(8, 0, 0));
        assert_eq!(problem.shown(135), "04/10 à 10 h 15");
        assert_eq!(problem.shown(i64::MAX), format!("{} min", i64::MAX));
    }

    #[test]
    fn faults_of_a_problem_are_named() {
        let mut first = operation("A", "P1", 10);
        first.predecessors = vec!["B".to_owned()];
        let mut second = operation("B", "P9", -1);
        second.predecessors = vec!["A".to_owned(), "Z".to_owned()];
        let problem = ScheduleProblem {
            operations: vec![first, second, operation("A", "P1", 1)],
            posts: vec![SchedulePost::new("P1")],
            origin: None,
        };
        assert_eq!(
            problem.faults(),
            [
                "la durée de « B » est négative",
                "le poste « P9 » de « B » n'existe pas",
                "« Z », qui précède « B », n'existe pas",
                "l'opération « A » est écrite deux fois",
                "des antériorités bouclent",
            ]
        );
    }
}
