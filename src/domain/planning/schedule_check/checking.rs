//! The check: every constraint on every operation placed, whatever was placed.

use super::measuring::measure;
use super::report::{Constraint, ConstraintCheck, ScheduleReport, Violation};
use super::{Placement, SchedulePost, ScheduleProblem, ScheduledOperation};

/// Where and when an operation is placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// Code of the post, as placed.
    pub post: String,
    /// Rank of the post; `None` when it does not exist.
    pub rank: Option<usize>,
    /// Start.
    pub start: i64,
    /// End on the open time of the post; without pauses when the open time does not suffice.
    pub end: i64,
    /// Whether it ends on the open time of the post.
    pub ends: bool,
}

/// Checks a schedule. Placements of unknown operations, and second placements of an operation, are
/// violations and are otherwise left aside; nothing that is placed makes the check fail.
pub fn check(problem: &ScheduleProblem, placements: &[Placement]) -> ScheduleReport {
    let mut checks = Checks::default();
    let placed = checks.place(problem, placements);
    let by_post = order_on_posts(problem, &placed);
    checks.allowed_posts(problem, &placed);
    checks.precedence(problem, &placed);
    checks.sequences(problem, &placed, &by_post);
    checks.calendar(problem, &placed);
    checks.dates(problem, &placed);
    let measures = measure(problem, &placed, &by_post);
    ScheduleReport { checks: checks.finish(), measures }
}

/// What each post does, in order of time.
fn order_on_posts(problem: &ScheduleProblem, placed: &[Option<Placed>]) -> Vec<Vec<usize>> {
    (0..problem.posts.len())
        .map(|post| {
            let mut here: Vec<(i64, i64, usize)> = placed
                .iter()
                .enumerate()
                .filter_map(|(rank, place)| {
                    let place = place.as_ref().filter(|place| place.rank == Some(post))?;
                    Some((place.start, place.end, rank))
                })
                .collect();
            here.sort_unstable();
            here.into_iter().map(|(_, _, rank)| rank).collect()
        })
        .collect()
}

/// Failures found so far.
#[derive(Default)]
struct Checks {
    tested: Vec<Constraint>,
    found: Vec<(Constraint, Violation)>,
}

impl Checks {
    /// Notes one check, and the sentence of its failure if it fails.
    fn note(&mut self, constraint: Constraint, operation: &str, failure: Option<String>) {
        self.tested.push(constraint);
        if let Some(sentence) = failure {
            self.found.push((constraint, Violation { operation: operation.to_owned(), sentence }));
        }
    }

    fn finish(self) -> Vec<ConstraintCheck> {
        let Self { tested, found } = self;
        Constraint::ALL
            .iter()
            .map(|constraint| ConstraintCheck {
                constraint: *constraint,
                tested: tested.iter().filter(|known| *known == constraint).count(),
                violations: found
                    .iter()
                    .filter(|(known, _)| known == constraint)
                    .map(|(_, violation)| violation.clone())
                    .collect(),
            })
            .collect()
    }

    /// The first placement of each operation.
    fn place(
        &mut self,
        problem: &ScheduleProblem,
        placements: &[Placement],
    ) -> Vec<Option<Placed>> {
        let mut placed: Vec<Option<Placed>> = vec![None; problem.operations.len()];
        for Placement { operation: id, post, start } in placements {
            let rank = problem.operation_rank(id);
            let found =
                rank.and_then(|rank| placed.get_mut(rank).zip(problem.operations.get(rank)));
            let Some((slot, operation)) = found else {
                let failure = format!("« {id} » n'est pas une opération de ce problème");
                self.note(Constraint::Placed, id, Some(failure));
                continue;
            };
            if slot.is_some() {
                let failure =
                    format!("« {id} » est placée plusieurs fois : seule la première fois compte");
                self.note(Constraint::Placed, id, Some(failure));
                continue;
            }
            let known = problem.post_rank(post);
            let opening = known.and_then(|rank| problem.posts.get(rank)).map(|post| &post.opening);
            let end = opening.and_then(|opening| opening.finish(*start, operation.minutes));
            *slot = Some(Placed {
                post: post.clone(),
                rank: known,
                start: *start,
                end: end.unwrap_or_else(|| start.saturating_add(operation.minutes.max(0))),
                ends: end.is_some(),
            });
        }
        for (operation, place) in problem.operations.iter().zip(&placed) {
            let id = &operation.id;
            let failure = place.is_none().then(|| format!("« {id} » n'est pas placée"));
            self.note(Constraint::Placed, id, failure);
        }
        placed
    }

    fn allowed_posts(&mut self, problem: &ScheduleProblem, placed: &[Option<Placed>]) {
        for (operation, place) in pairs(problem, placed) {
            let (id, post) = (&operation.id, &place.post);
            let failure = if place.rank.is_none() {
                Some(format!("« {id} » est placée sur « {post} », qui n'existe pas"))
            } else if operation.allows(post) {
                None
            } else {
                let allowed = operation.posts.join(", ");
                Some(format!("« {id} » est placée sur {post} ; postes permis : {allowed}"))
            };
            self.note(Constraint::AllowedPost, id, failure);
        }
    }

    fn precedence(&mut self, problem: &ScheduleProblem, placed: &[Option<Placed>]) {
        let predecessors = problem.predecessor_ranks();
        for ((operation, place), needed) in problem.operations.iter().zip(placed).zip(&predecessors)
        {
            let Some(place) = place else { continue };
            for before in needed {
                let first = placed.get(*before).and_then(Option::as_ref);
                let Some((first, name)) = first.zip(problem.operations.get(*before)) else {
                    continue;
                };
                let failure = (place.start < first.end).then(|| {
                    format!(
                        "« {} » commence à {}, avant la fin de « {} » ({})",
                        operation.id,
                        problem.shown(place.start),
                        name.id,
                        problem.shown(first.end)
                    )
                });
                self.note(Constraint::Precedence, &operation.id, failure);
            }
        }
    }

    /// One operation at a time on a post, and the time of family set-ups between them.
    fn sequences(
        &mut self,
        problem: &ScheduleProblem,
        placed: &[Option<Placed>],
        by_post: &[Vec<usize>],
    ) {
        for (post, ranks) in problem.posts.iter().zip(by_post) {
            let mut last: Option<(&ScheduledOperation, i64)> = None;
            let mut mounted = post.mounted_family.as_str();
            for rank in ranks {
                let place = placed.get(*rank).and_then(Option::as_ref);
                let Some((place, operation)) = place.zip(problem.operations.get(*rank)) else {
                    continue;
                };
                let id = &operation.id;
                if let Some((busy, end)) = last {
                    let failure = overlap(problem, post, (operation, place), (busy, end));
                    self.note(Constraint::OneAtATime, id, failure);
                }
                let free_at = last.map_or(0, |(_, end)| end);
                let setup = post.setup_before(mounted, &operation.family);
                if setup > 0 && place.start >= free_at {
                    let left = post.opening.open_minutes(free_at, place.start);
                    let failure = (left < setup).then(|| short_setup(&post.code, id, setup, left));
                    self.note(Constraint::FamilySetup, id, failure);
                }
                if !operation.family.is_empty() {
                    mounted = operation.family.as_str();
                }
                if last.is_none_or(|(_, end)| place.end >= end) {
                    last = Some((operation, place.end));
                }
            }
        }
    }

    fn calendar(&mut self, problem: &ScheduleProblem, placed: &[Option<Placed>]) {
        for (operation, place) in pairs(problem, placed) {
            let id = &operation.id;
            let post = place.rank.and_then(|rank| problem.posts.get(rank));
            let shown = problem.shown(place.start);
            let failure = if place.start < 0 {
                Some(format!("« {id} » commence à {shown}, avant le début du planning"))
            } else if post.is_some_and(|post| !post.opening.is_open(place.start)) {
                let code = &place.post;
                Some(format!("« {id} » commence à {shown}, hors des heures d'ouverture de {code}"))
            } else if post.is_some() && !place.ends {
                let code = &place.post;
                Some(format!("« {id} » ne peut pas finir dans les heures d'ouverture de {code}"))
            } else {
                None
            };
            self.note(Constraint::Calendar, id, failure);
        }
    }

    /// Availability of the material, and due dates.
    fn dates(&mut self, problem: &ScheduleProblem, placed: &[Option<Placed>]) {
        for (operation, place) in pairs(problem, placed) {
            let id = &operation.id;
            let there = operation.earliest_start;
            if there > 0 {
                let failure = (place.start < there).then(|| {
                    format!(
                        "« {id} » commence à {}, avant l'arrivée de la matière ({})",
                        problem.shown(place.start),
                        problem.shown(there)
                    )
                });
                self.note(Constraint::Availability, id, failure);
            }
            if let Some(due) = operation.due {
                let late = place.end.saturating_sub(due);
                let failure = (late > 0).then(|| {
                    format!(
                        "« {id} » finit à {}, {late} min après son échéance ({})",
                        problem.shown(place.end),
                        problem.shown(due)
                    )
                });
                self.note(Constraint::DueDate, id, failure);
            }
        }
    }
}

/// What to say of an operation that starts while another one is on the post.
fn overlap(
    problem: &ScheduleProblem,
    post: &SchedulePost,
    (operation, place): (&ScheduledOperation, &Placed),
    (busy, end): (&ScheduledOperation, i64),
) -> Option<String> {
    (place.start < end).then(|| {
        format!(
            "sur {}, « {} » commence à {} alors que « {} » occupe le poste jusqu'à {}",
            post.code,
            operation.id,
            problem.shown(place.start),
            busy.id,
            problem.shown(end)
        )
    })
}

/// What to say of a change of family that has too little time.
fn short_setup(post: &str, operation: &str, setup: i64, left: i64) -> String {
    format!(
        "sur {post}, le changement de série avant « {operation} » demande {setup} min ; {left} \
         min sont libres"
    )
}

/// Operations that are placed, with their place.
fn pairs<'a>(
    problem: &'a ScheduleProblem,
    placed: &'a [Option<Placed>],
) -> impl Iterator<Item = (&'a ScheduledOperation, &'a Placed)> {
    problem
        .operations
        .iter()
        .zip(placed)
        .filter_map(|(operation, place)| Some((operation, place.as_ref()?)))
}

#[cfg(test)]
mod tests;
