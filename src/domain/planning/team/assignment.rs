//! Who can be put where: the problem, and an assignment that fills as many posts as possible.

use super::matching::best_matching;
use super::post::{Obstacle, Post, Restriction, obstacles};
use crate::domain::planning::data::Person;
use crate::domain::planning::worksheet::CalculationError;

/// Largest number of places on all posts together.
pub const MAX_PLACES: usize = 60;

/// Largest number of people.
pub const MAX_PEOPLE: usize = 100;

/// Posts to hold, and the people who may hold them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssignmentProblem {
    /// Posts, in the order shown.
    pub posts: Vec<Post>,
    /// People, present or not.
    pub people: Vec<Person>,
    /// Posts that some people may not hold.
    pub restrictions: Vec<Restriction>,
}

impl AssignmentProblem {
    /// The post with this code.
    pub fn post(&self, code: &str) -> Option<&Post> {
        self.posts.iter().find(|post| post.code == code)
    }

    /// What keeps a person from a post; empty when nothing does.
    pub fn obstacles(&self, person: &Person, post: &Post) -> Vec<Obstacle> {
        obstacles(person, post, &self.restrictions)
    }

    /// Number of places on all posts together.
    ///
    /// # Errors
    /// When there are more places or more people than this program handles.
    pub fn places(&self) -> Result<usize, CalculationError> {
        let places: u64 = self.posts.iter().map(|post| u64::from(post.needed)).sum();
        let places = usize::try_from(places).unwrap_or(usize::MAX);
        if places > MAX_PLACES || self.posts.len() > MAX_PLACES || self.people.len() > MAX_PEOPLE {
            return Err(CalculationError::impossible(format!(
                "l'équipe dépasse {MAX_PLACES} places ou {MAX_PEOPLE} personnes"
            )));
        }
        Ok(places)
    }
}

/// An assignment that fills as many places as possible and, among those, has the highest total
/// level: (code of the post, name of the person), in the order of the posts.
///
/// # Errors
/// When the problem is too large.
pub fn largest_assignment(
    problem: &AssignmentProblem,
) -> Result<Vec<(String, String)>, CalculationError> {
    problem.places()?;
    let places: Vec<&Post> = problem.posts.iter().flat_map(places_of).collect();
    let levels: Vec<Vec<Option<u32>>> = places
        .iter()
        .map(|post| {
            let level = |person: &Person| {
                let is_able = problem.obstacles(person, post).is_empty();
                is_able.then(|| person.level(&post.code))
            };
            problem.people.iter().map(level).collect()
        })
        .collect();
    let matching = best_matching(&levels, problem.people.len());
    let pairs = places.iter().zip(matching).filter_map(|(post, person)| {
        let person = problem.people.get(person?)?;
        Some((post.code.clone(), person.name.clone()))
    });
    Ok(pairs.collect())
}

/// The post once for each of its places.
fn places_of(post: &Post) -> impl Iterator<Item = &Post> {
    (0..post.needed).map(move |_| post)
}

/// An assignment that fills every post, with the highest total level; `None` when there is none.
pub fn propose(problem: &AssignmentProblem) -> Option<Vec<(String, String)>> {
    let places = problem.places().ok()?;
    largest_assignment(problem).ok().filter(|assignment| assignment.len() == places)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::example::{level, morning_team, person, post};
    use super::super::{Constraint, check};
    use super::*;

    #[test]
    fn the_only_assignment_of_the_morning_team_is_found() {
        let pairs = propose(&morning_team()).expect("an assignment");
        let written: Vec<_> = pairs.iter().map(|(post, name)| format!("{post} {name}")).collect();
        let expected = "P1 Amara D., P2 Chloé M., P3 Farid B., P4 Élodie P., P5 Hugo R., \
                        P6 Driss K.";
        assert_eq!(written.join(", "), expected);
    }

    #[test]
    fn a_post_that_nobody_can_hold_leaves_no_assignment() {
        let mut problem = morning_team();
        problem.people.retain(|person| person.name != "Driss K.");
        assert_eq!(propose(&problem), None);
        assert_eq!(largest_assignment(&problem).map(|pairs| pairs.len()), Ok(5));
        problem.posts.push(Post { needed: 1_000, ..post("P7", 1) });
        assert!(largest_assignment(&problem).is_err());
        assert_eq!(propose(&AssignmentProblem::default()), Some(Vec::new()));
    }

    prop_compose! {
        fn any_problem()(
            levels in proptest::collection::vec(
                proptest::collection::vec(0u32..5, 4), 0..6
            ),
            absent in proptest::collection::vec(any::<bool>(), 6),
            needed in proptest::collection::vec(0u32..3, 4),
        ) -> AssignmentProblem {
            let code = |rank: usize| format!("P{rank}");
            let people = levels.iter().zip(absent).enumerate().map(|(rank, (levels, absent))| {
                let levels = levels.iter().enumerate();
                let levels = levels.map(|(post, level_held)| level(&code(post), *level_held));
                Person { absent, ..person(&format!("N{rank}"), levels.collect()) }
            });
            let posts = needed.iter().enumerate();
            let posts = posts.map(|(rank, needed)| Post { needed: *needed, ..post(&code(rank), 2) });
            AssignmentProblem {
                people: people.collect(), posts: posts.collect(), restrictions: Vec::new(),
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_proposed_passes_the_check(problem in any_problem()) {
            let largest = largest_assignment(&problem).expect("an assignment");
            let report = check(&problem, &largest);
            let mut broken = report.violations.iter().map(|found| found.constraint);
            prop_assert!(broken.all(|constraint| constraint == Constraint::Filled), "{:?}", report);
            prop_assert_eq!(report.filled, largest.len());
            prop_assert_eq!(propose(&problem).is_some(), report.is_feasible());
        }
    }
}
