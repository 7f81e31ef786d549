//! What conflicts in a schedule, in words: judged by the rules that judge copies.

use super::bars::bars;
use super::{Bar, ScheduleBoard, Standing, length};
use crate::domain::planning::schedule_check::{Constraint, Placement, ScheduleProblem, check};

/// A rule that an operation placed does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The rule.
    pub constraint: Constraint,
    /// What is wrong, in a French sentence.
    pub sentence: String,
}

impl Conflict {
    /// The conflict in two or three words, without capital.
    pub const fn label(&self) -> &'static str {
        match self.constraint {
            Constraint::Placed => "non placée",
            Constraint::AllowedPost => "poste non permis",
            Constraint::Precedence => "antériorité",
            Constraint::OneAtATime => "deux opérations sur le poste",
            Constraint::FamilySetup => "réglage trop court",
            Constraint::Calendar => "poste fermé",
            Constraint::Availability => "matière absente",
            Constraint::DueDate => "échéance dépassée",
        }
    }
}

/// « conflit : antériorité, poste fermé »; empty when there is none.
pub fn conflict_words(conflicts: &[Conflict]) -> String {
    let labels: Vec<&str> = conflicts.iter().map(Conflict::label).collect();
    match labels.as_slice() {
        [] => String::new(),
        [only] => format!("conflit : {only}"),
        several => format!("conflits : {}", several.join(", ")),
    }
}

/// Conflicts of each operation placed.
pub(super) fn conflicts(
    board: &ScheduleBoard,
    problem: &ScheduleProblem,
    standings: &[Standing],
) -> Vec<Vec<Conflict>> {
    let placements: Vec<Placement> = bars(standings)
        .filter_map(|(rank, bar)| {
            Some(Placement {
                operation: problem.operations.get(rank)?.id.clone(),
                post: problem.posts.get(bar.post)?.code.clone(),
                start: bar.start,
            })
        })
        .collect();
    let report = check(problem, &placements);
    let mut found: Vec<Vec<Conflict>> = vec![Vec::new(); standings.len()];
    let shown = Constraint::ALL.into_iter().filter(|rule| *rule != Constraint::Placed);
    for constraint in shown {
        for violation in report.violations(constraint) {
            let Some(rank) = problem.operation_rank(&violation.operation) else { continue };
            let (Some(Standing::Placed(bar)), Some(known)) =
                (standings.get(rank), found.get_mut(rank))
            else {
                continue;
            };
            if known.iter().all(|conflict| conflict.constraint != constraint) {
                let told = Told { board, problem, standings, rank, bar };
                known.push(Conflict { constraint, sentence: told.sentence(constraint) });
            }
        }
    }
    found
}

/// An operation placed of which something is told.
struct Told<'a> {
    board: &'a ScheduleBoard,
    problem: &'a ScheduleProblem,
    standings: &'a [Standing],
    rank: usize,
    bar: &'a Bar,
}

impl Told<'_> {
    fn sentence(&self, constraint: Constraint) -> String {
        let clock = self.board.clock();
        let operation = self.board.operations.get(self.rank);
        match constraint {
            Constraint::Placed => "L'opération n'est pas placée.".to_owned(),
            Constraint::AllowedPost => {
                let posts = operation.map(|known| self.board.allowed_posts(known));
                let posts = posts.unwrap_or_default();
                let names: Vec<_> = posts.iter().map(|post| self.board.post_name(*post)).collect();
                format!("Postes permis : {}.", names.join(", "))
            }
            Constraint::Precedence => self.before(),
            Constraint::OneAtATime => self.beside(),
            Constraint::FamilySetup => {
                let setup = self.problem.posts.get(self.bar.post);
                let setup = length(setup.map_or(0, |post| post.family_setup_minutes));
                format!("Le changement de série demande {setup} libres avant cette opération.")
            }
            Constraint::Calendar => self.closed(),
            Constraint::Availability => {
                let there = operation.map_or(0, |known| known.earliest_start);
                format!("La matière arrive {}.", clock.at(there))
            }
            Constraint::DueDate => {
                let due = operation.and_then(|known| known.due).unwrap_or(self.bar.end);
                let late = length(self.bar.end.saturating_sub(due));
                format!("À finir pour {} : dépassé de {late}.", clock.words(due))
            }
        }
    }

    /// What comes before and is not over.
    fn before(&self) -> String {
        let operation = self.board.operations.get(self.rank);
        let needed = operation.map(|known| known.predecessors.as_slice()).unwrap_or_default();
        let unfinished = needed.iter().filter_map(|rank| {
            let Some(Standing::Placed(other)) = self.standings.get(*rank) else { return None };
            (other.end > self.bar.start).then_some((*rank, other.end))
        });
        let sentences = unfinished.map(|(rank, end)| {
            let other = self.board.operations.get(rank);
            let own = operation.map(|known| known.order);
            let name = match other.filter(|known| Some(known.order) == own) {
                Some(known) if !known.number.is_empty() => format!("L'opération {}", known.number),
                _ => self.board.operation_name(rank),
            };
            format!("{name} finit {}.", self.board.clock().at(end))
        });
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// What else is on the post at that time.
    fn beside(&self) -> String {
        let post = self.board.post_name(self.bar.post);
        let others = bars(self.standings).filter(|(rank, other)| {
            *rank != self.rank
                && other.post == self.bar.post
                && other.start < self.bar.end.max(self.bar.start.saturating_add(1))
                && other.end > self.bar.start
        });
        let sentences = others.map(|(rank, other)| {
            let name = self.board.operation_name(rank);
            let end = self.board.clock().at(other.end);
            format!("{name} est aussi sur le poste {post} et finit {end}.")
        });
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Where the post closes.
    fn closed(&self) -> String {
        let post = self.board.post_name(self.bar.post);
        let opening = self.problem.posts.get(self.bar.post).map(|post| &post.opening);
        if opening.is_some_and(|opening| opening.is_open(self.bar.start)) {
            format!("Le poste {post} n'est pas ouvert assez longtemps ensuite.")
        } else {
            let start = self.board.clock().at(self.bar.start);
            format!("Le poste {post} est fermé {start}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ScheduleView;
    use super::super::samples::{typed, workshop};
    use super::*;

    fn told(rows: &[(&str, &str)], operation: usize) -> (String, Vec<String>) {
        let view = ScheduleView::read(&workshop(), &typed(rows));
        let conflicts = view.conflicts_of(operation);
        let sentences = conflicts.iter().map(|conflict| conflict.sentence.clone()).collect();
        (conflict_words(conflicts), sentences)
    }

    #[test]
    fn an_operation_before_the_end_of_the_one_it_follows_is_told() {
        let (words, sentences) = told(&[("", "0"), ("", "5")], 1);
        assert_eq!(words, "conflit : antériorité");
        assert_eq!(sentences, ["L'opération 10 finit lun. 14 à 14 h 00."]);
        let (words, _) = told(&[("", "0"), ("", "6")], 1);
        assert_eq!(words, "");
    }

    #[test]
    fn two_operations_on_a_post_are_told() {
        let (words, sentences) = told(&[("", "0"), ("", ""), ("", ""), ("", "1")], 3);
        assert_eq!(words, "conflit : deux opérations sur le poste");
        let expected = "OF 2451, opération 10 est aussi sur le poste Rayonnage et finit lun. 14 à \
                        14 h 00.";
        assert_eq!(sentences, [expected]);
    }

    #[test]
    fn a_closed_post_and_a_due_date_are_told() {
        let (words, sentences) = told(&[("", "4,5")], 0);
        assert_eq!(words, "conflit : poste fermé");
        assert_eq!(sentences, ["Le poste Rayonnage est fermé lun. 14 à 12 h 30."]);
        let rows = [("", ""), ("", ""), ("", ""), ("", ""), ("", "27,5")];
        let (words, sentences) = told(&rows, 4);
        assert_eq!(words, "conflit : échéance dépassée");
        // 11 h 30 to 12 h, then 13 h to 13 h 30.
        assert_eq!(sentences, ["À finir pour mar. 15, 12 h 00 : dépassé de 1 h 30."]);
    }

    #[test]
    fn several_conflicts_are_counted_once_a_rule() {
        let rows = [("", "0"), ("", "0"), ("", ""), ("", ""), ("", "0")];
        let (words, _) = told(&rows, 1);
        assert_eq!(words, "conflits : antériorité, deux opérations sur le poste");
    }

    #[test]
    fn nothing_is_told_when_the_author_does_not_allow_it() {
        let mut board = workshop();
        board.show_conflicts = false;
        let view = ScheduleView::read(&board, &typed(&[("", "0"), ("", "0")]));
        assert!(view.conflicts.iter().all(Vec::is_empty));
    }
}
