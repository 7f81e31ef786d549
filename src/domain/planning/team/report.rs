//! Checks an assignment, whoever made it: every assignment that breaks no rule is right.

use rust_decimal::Decimal;

use super::assignment::AssignmentProblem;
use super::names::recognise;
use super::post::{Constraint, Post};
use crate::domain::planning::data::Person;

/// A rule that an assignment breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The constraint at stake.
    pub constraint: Constraint,
    /// A short French sentence.
    pub sentence: String,
}

/// What was found in an assignment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssignmentReport {
    /// Rules broken, in the order of the assignment, then of the posts.
    pub violations: Vec<Violation>,
    /// Places held by someone who can hold them, each person counting once.
    pub filled: usize,
    /// Places to hold.
    pub places: usize,
    /// Mean level of the people put on posts, when there are some.
    pub mean_level: Option<Decimal>,
}

impl AssignmentReport {
    /// Whether no rule is broken.
    pub fn is_feasible(&self) -> bool {
        self.violations.is_empty()
    }

    /// Sentences about one constraint.
    pub fn broken(&self, constraint: Constraint) -> Vec<&str> {
        let about = self.violations.iter().filter(|found| found.constraint == constraint);
        about.map(|found| found.sentence.as_str()).collect()
    }

    fn add(&mut self, constraint: Constraint, sentence: String) {
        self.violations.push(Violation { constraint, sentence });
    }
}

/// Someone put on a post.
struct Placed<'a> {
    post: &'a Post,
    person: &'a Person,
    is_able: bool,
}

/// Checks an assignment: (post, person) as typed, the code or the words of the post, the name or
/// the first name of the person; a pair without person counts for nothing.
pub fn check(problem: &AssignmentProblem, assignment: &[(String, String)]) -> AssignmentReport {
    let mut report = AssignmentReport::default();
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for (post, person) in assignment.iter().filter(|(_, person)| !person.trim().is_empty()) {
        let Some(mut pair) = check_pair(problem, post, person, &mut report) else { continue };
        // On two posts, someone holds the first one only.
        pair.is_able &= placed.iter().all(|other| other.person.name != pair.person.name);
        placed.push(pair);
    }
    check_single_posts(problem, &placed, &mut report);
    check_places(problem, &placed, &mut report);
    report.mean_level = mean_level(&placed);
    report
}

fn check_pair<'a>(
    problem: &'a AssignmentProblem,
    post: &str,
    person: &str,
    report: &mut AssignmentReport,
) -> Option<Placed<'a>> {
    let codes = problem.posts.iter().map(|post| post.code.as_str());
    let rank = recognise(post, codes).or_else(|| {
        let labels = problem.posts.iter().map(|post| post.label.as_str());
        recognise(post, labels)
    });
    let rank = rank.or_else(|| problem.posts.iter().position(|known| begins_with(post, known)));
    let known_post = rank.and_then(|rank| problem.posts.get(rank));
    if known_post.is_none() {
        report.add(Constraint::Name, format!("« {post} » n'est pas un poste."));
    }
    let names = problem.people.iter().map(|person| person.name.as_str());
    let known_person = recognise(person, names).and_then(|rank| problem.people.get(rank));
    if known_person.is_none() {
        report.add(Constraint::Name, format!("« {person} » n'est pas dans l'équipe."));
    }
    let (post, person) = (known_post?, known_person?);
    let obstacles = problem.obstacles(person, post);
    for obstacle in &obstacles {
        let (name, code, reason) = (&person.name, &post.code, &obstacle.reason);
        report.add(obstacle.constraint, format!("{name} ne peut pas tenir {code} : {reason}."));
    }
    Some(Placed { post, person, is_able: obstacles.is_empty() })
}

/// Whether a text is a code followed by words ("P1 Alimentation").
fn begins_with(typed: &str, post: &Post) -> bool {
    typed.split_whitespace().next() == Some(post.code.as_str())
}

fn check_single_posts(
    problem: &AssignmentProblem,
    placed: &[Placed<'_>],
    report: &mut AssignmentReport,
) {
    for person in &problem.people {
        let held = placed.iter().filter(|pair| pair.person.name == person.name);
        let codes: Vec<_> = held.map(|pair| pair.post.code.as_str()).collect();
        if codes.len() > 1 {
            let sentence =
                format!("{} est à {} places : {}.", person.name, codes.len(), codes.join(", "));
            report.add(Constraint::OnePost, sentence);
        }
    }
}

fn check_places(problem: &AssignmentProblem, placed: &[Placed<'_>], report: &mut AssignmentReport) {
    for post in &problem.posts {
        let needed = usize::try_from(post.needed).unwrap_or(usize::MAX);
        let there = || placed.iter().filter(|pair| pair.post.code == post.code);
        let able = there().filter(|pair| pair.is_able).count();
        report.filled = report.filled.saturating_add(able.min(needed));
        report.places = report.places.saturating_add(needed);
        let people = there().count();
        if people != needed {
            let sentence = format!("{} : {people} en place pour {needed} à prévoir.", post.code);
            report.add(Constraint::Filled, sentence);
        }
    }
}

fn mean_level(placed: &[Placed<'_>]) -> Option<Decimal> {
    let levels = placed.iter().map(|pair| Decimal::from(pair.person.level(&pair.post.code)));
    let total = levels.fold(Decimal::ZERO, Decimal::saturating_add);
    total.checked_div(Decimal::from(placed.len()))
}

#[cfg(test)]
mod tests {
    use super::super::example::morning_team;
    use super::*;

    fn checked(pairs: &[(&str, &str)]) -> AssignmentReport {
        let pairs: Vec<_> =
            pairs.iter().map(|(post, name)| ((*post).to_owned(), (*name).to_owned())).collect();
        check(&morning_team(), &pairs)
    }

    #[test]
    fn the_right_assignment_breaks_nothing_however_it_is_typed() {
        let report = checked(&[
            ("P1 Alimentation", "Amara D."),
            ("P2", "Chloé"),
            ("bouchage", "farid"),
            ("P4", "Elodie P."),
            ("P5", "Hugo R"),
            ("p6", "DRISS K."),
        ]);
        assert!(report.is_feasible(), "{report:?}");
        assert_eq!((report.filled, report.places), (6, 6));
        // (3 + 3 + 3 + 3 + 2 + 4) ÷ 6 = 3.
        assert_eq!(report.mean_level, Some(Decimal::from(3)));
    }

    #[test]
    fn every_broken_rule_is_told() {
        let report = checked(&[
            ("P1", "Élodie P."),
            ("P2", "Benoît L."),
            ("P3", "Farid B."),
            ("P4", "Amara"),
            ("P5", "Amara"),
            ("P6", "Farid B."),
            ("P9", "Zoé"),
            ("P2", " "),
        ]);
        let told: Vec<_> = report.violations.iter().map(|found| found.sentence.as_str()).collect();
        assert_eq!(
            told,
            [
                "Élodie P. ne peut pas tenir P1 : poste interdit (port de charges).",
                "Benoît L. ne peut pas tenir P2 : absence.",
                "Farid B. ne peut pas tenir P6 : CACES échu le 28/02/2027.",
                "Farid B. ne peut pas tenir P6 : sans autorisation de conduite.",
                "« P9 » n'est pas un poste.",
                "« Zoé » n'est pas dans l'équipe.",
                "Amara D. est à 2 places : P4, P5.",
                "Farid B. est à 2 places : P3, P6.",
            ]
        );
        assert_eq!((report.filled, report.places), (2, 6));
        assert_eq!(report.broken(Constraint::Presence).len(), 1);
        let level = checked(&[("P1", "Hugo R.")]);
        assert_eq!(
            level.broken(Constraint::Level),
            ["Hugo R. ne peut pas tenir P1 : niveau 1 au lieu de 2."]
        );
        assert_eq!(level.broken(Constraint::Filled).len(), 5);
        let twice = checked(&[("P1", "Amara"), ("P1", "Chloé")]);
        assert_eq!(
            twice.broken(Constraint::Filled).first(),
            Some(&"P1 : 2 en place pour 1 à prévoir.")
        );
        let nothing = checked(&[]);
        assert_eq!((nothing.filled, nothing.mean_level), (0, None));
    }
}
