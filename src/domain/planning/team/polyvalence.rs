//! Calculator `polyvalence`: how many people can hold each post, what is missing, who is put where.

use super::able::{able, counted, situation};
use super::assignment::AssignmentProblem;
use super::heads::Heads;
use super::proposed::add_proposed;
use super::summary::{Summary, add_summary};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Worksheet};

/// What the table is made of.
#[derive(Debug, Clone, Default)]
pub struct SkillsInput {
    /// Title shown.
    pub title: String,
    /// Posts, people and restrictions.
    pub problem: AssignmentProblem,
    /// Whether the table also proposes who holds each post.
    pub proposes: bool,
}

/// Cells from which the others are computed.
pub(super) struct SkillCells {
    /// Level of each person on each post, by post.
    pub(super) levels: Vec<Vec<CellId>>,
    /// Whether each person can hold each post, by post.
    pub(super) able: Vec<Vec<CellId>>,
    /// Presence of each person.
    pub(super) presence: Vec<CellId>,
    /// Minimal level of each post.
    minimal: Vec<CellId>,
    /// People needed on each post.
    needed: Vec<CellId>,
}

/// The table: levels and presences as given, then the people who can hold each post, the posts that
/// each person holds, the training that is missing, and perhaps an assignment.
///
/// # Errors
/// When there is no post, nobody, or more of them than this program handles.
pub fn worksheet(input: &SkillsInput) -> Result<Worksheet, CalculationError> {
    let problem = &input.problem;
    problem.places()?;
    if problem.posts.is_empty() || problem.people.is_empty() {
        return Err(CalculationError::impossible("il faut au moins un poste et une personne"));
    }
    let mut sheet = Worksheet::new(input.title.as_str());
    let heads = Heads::add(&mut sheet, input);
    let mut cells = add_given(&mut sheet, &heads, problem);
    let trained = add_trained(&mut sheet, &heads, problem, &cells);
    let held = add_held(&mut sheet, &heads, problem, &cells);
    add_able(&mut sheet, &heads, problem, &mut cells);
    let possible = add_possible(&mut sheet, &heads, &cells);
    let missing = add_targets(&mut sheet, &heads, problem, &trained);
    let counts = Summary { needed: &cells.needed, held: &held, possible: &possible };
    add_summary(&mut sheet, &heads, problem, &counts);
    if !missing.is_empty() {
        let row = sheet.row(RowHead::new("formations", "Formations à prévoir").unit("personnes"));
        sheet.computed(row, heads.total, Formula::sum(missing));
    }
    if let Some(columns) = heads.proposed {
        add_proposed(&mut sheet, &heads, columns, problem, &cells);
    }
    Ok(sheet)
}

fn add_given(sheet: &mut Worksheet, heads: &Heads, problem: &AssignmentProblem) -> SkillCells {
    let mut cells = SkillCells {
        levels: Vec::new(),
        able: Vec::new(),
        presence: Vec::new(),
        minimal: Vec::new(),
        needed: Vec::new(),
    };
    for (post, row) in problem.posts.iter().zip(&heads.posts) {
        let people = problem.people.iter().zip(&heads.people);
        let levels =
            people.map(|(person, column)| sheet.given(*row, *column, person.level(&post.code)));
        cells.levels.push(levels.collect());
        cells.needed.push(sheet.given(*row, heads.needed, post.needed));
        cells.minimal.push(sheet.given(*row, heads.minimal, post.minimal_level));
    }
    for (person, column) in problem.people.iter().zip(&heads.people) {
        let word = if person.absent { "absent" } else { "présent" };
        cells.presence.push(sheet.given(heads.presence, *column, word));
    }
    cells
}

/// People at the level of each post, present or not.
fn add_trained(
    sheet: &mut Worksheet,
    heads: &Heads,
    problem: &AssignmentProblem,
    cells: &SkillCells,
) -> Vec<CellId> {
    let names: Vec<_> = problem.people.iter().map(|person| person.name.clone()).collect();
    let mut trained = Vec::with_capacity(heads.posts.len());
    for ((row, levels), minimal) in heads.posts.iter().zip(&cells.levels).zip(&cells.minimal) {
        let pairs = levels.iter().map(|level| (*level, *minimal));
        let formula = counted(pairs, names.clone(), |level, minimal| level >= minimal);
        trained.push(sheet.computed(*row, heads.trained, formula));
    }
    trained
}

/// Posts that each person holds at the level.
fn add_held(
    sheet: &mut Worksheet,
    heads: &Heads,
    problem: &AssignmentProblem,
    cells: &SkillCells,
) -> Vec<CellId> {
    let codes: Vec<_> = problem.posts.iter().map(|post| post.code.clone()).collect();
    let mut held = Vec::with_capacity(heads.people.len());
    for (rank, column) in heads.people.iter().enumerate() {
        let levels = cells.levels.iter().filter_map(|levels| levels.get(rank).copied());
        let pairs = levels.zip(cells.minimal.iter().copied());
        let formula = counted(pairs, codes.clone(), |level, minimal| level >= minimal);
        held.push(sheet.computed(heads.held, *column, formula));
    }
    held
}

fn add_able(
    sheet: &mut Worksheet,
    heads: &Heads,
    problem: &AssignmentProblem,
    cells: &mut SkillCells,
) {
    let posts = problem.posts.iter().zip(&heads.able).zip(&cells.levels).zip(&cells.minimal);
    let mut all = Vec::with_capacity(heads.able.len());
    for (((post, row), levels), minimal) in posts {
        let people = problem.people.iter().zip(&heads.people).zip(levels).zip(&cells.presence);
        let able = people.map(|(((person, column), level), presence)| {
            let formula = able(problem, person, post, [*level, *minimal, *presence]);
            sheet.computed(*row, *column, formula)
        });
        all.push(able.collect());
    }
    cells.able = all;
}

fn add_possible(sheet: &mut Worksheet, heads: &Heads, cells: &SkillCells) -> Vec<CellId> {
    let mut possible = Vec::with_capacity(heads.posts.len());
    for ((row, able), needed) in heads.posts.iter().zip(&cells.able).zip(&cells.needed) {
        let people = sheet.computed(*row, heads.possible, Formula::sum(able.iter().copied()));
        sheet.computed(*row, heads.margin, people - *needed);
        sheet.computed(*row, heads.situation, situation(people, *needed));
        possible.push(people);
    }
    possible
}

/// People to train for each post that has a target.
fn add_targets(
    sheet: &mut Worksheet,
    heads: &Heads,
    problem: &AssignmentProblem,
    trained: &[CellId],
) -> Vec<CellId> {
    let Some((target_column, missing_column)) = heads.targets else { return Vec::new() };
    let mut missing = Vec::new();
    for ((post, row), trained) in problem.posts.iter().zip(&heads.posts).zip(trained) {
        let Some(target) = post.target else { continue };
        let target = sheet.given(*row, target_column, target);
        let gap = (target - *trained).at_least_zero();
        missing.push(sheet.computed(*row, missing_column, gap));
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::super::example::{morning_team, person};
    use super::*;

    fn table(input: &SkillsInput) -> impl Fn(&str, &str) -> (String, String) + use<> {
        let sheet = worksheet(input).expect("a worksheet");
        let values = sheet.evaluate().expect("values");
        move |row, column| {
            let id = sheet.find(row, column).expect("the cell");
            (values.value(id).to_string(), sheet.working(id, &values))
        }
    }

    fn input(proposes: bool) -> SkillsInput {
        SkillsInput { title: "Polyvalence".to_owned(), problem: morning_team(), proposes }
    }

    #[test]
    fn the_question_of_the_morning_team_is_answered() {
        let cell = table(&input(true));
        let expected = [
            ("P1", "4", "Amara D.", "3"),
            ("P2", "1", "Chloé M.", "3"),
            ("P3", "2", "Farid B.", "3"),
            ("P4", "2", "Élodie P.", "3"),
            ("P5", "6", "Hugo R.", "2"),
            ("P6", "1", "Driss K.", "4"),
        ];
        for (post, possible, name, level) in expected {
            assert_eq!(cell(post, "possibles").0, possible, "{post}");
            assert_eq!(cell(post, "retenu").0, name, "{post}");
            assert_eq!(cell(post, "niveau").0, level, "{post}");
        }
        assert_eq!(cell("P2", "situation").0, "critique");
        assert_eq!(cell("P3", "situation").0, "couvert");
        assert_eq!(cell("P2", "marge").0, "0");
        assert_eq!(cell("postes_critiques", "total").0, "2");
        assert_eq!(cell("sans_affectation", "total").0, "personne");
    }

    #[test]
    fn people_and_posts_are_counted() {
        let cell = table(&input(false));
        // Level 2 or more on P1: everybody but Hugo; on P6: Driss and Farid.
        assert_eq!(cell("P1", "formes").0, "7");
        assert_eq!(cell("P6", "formes").0, "2");
        assert_eq!(cell("postes_tenus", "Amara_D").0, "3");
        assert_eq!(cell("postes_tenus", "Hugo_R").0, "1");
        assert_eq!(cell("personnes_sans_poste", "total").0, "0");
        // 3 + 4 + 4 + 3 + 3 + 4 + 4 + 1 = 26 posts held out of 48.
        assert!(cell("taux_polyvalence", "total").0.starts_with("54,1666"));
        assert_eq!(cell("personnes_requises", "total").0, "6");
    }

    #[test]
    fn workings_name_people_and_obstacles() {
        let cell = table(&input(false));
        assert_eq!(
            cell("P6", "formes").1,
            "P6 Personnes au niveau requis = Driss K., Farid B. = 2"
        );
        assert_eq!(
            cell("apte.P6", "Farid_B").1,
            "P6 Farid B. = niveau 2 ≥ 2 ; présent ; CACES échu le 28/02/2027 ; sans autorisation \
             de conduite = 0"
        );
        assert_eq!(cell("apte.P2", "Farid_B").1, "P2 Farid B. = niveau 1 < 2 ; présent = 0");
        assert_eq!(cell("apte.P2", "Benoît_L").0, "0");
    }

    #[test]
    fn training_gaps_and_people_without_post_are_found() {
        let mut input = input(false);
        for post in &mut input.problem.posts {
            post.target = Some(3);
        }
        input.problem.people.push(person("Inès V.", Vec::new()));
        let cell = table(&input);
        assert_eq!(cell("P1", "a_former").0, "0");
        assert_eq!(cell("P6", "a_former").1, "P6 Personnes à former = 3 − 2 = 1");
        // P2: Benoît and Chloé; P4: Amara, Élodie and Gaëlle.
        assert_eq!(cell("P2", "a_former").0, "1");
        assert_eq!(cell("P4", "a_former").0, "0");
        assert_eq!(cell("formations", "total").0, "2");
        assert_eq!(cell("personnes_sans_poste", "total").0, "1");
    }

    #[test]
    fn an_empty_team_is_refused() {
        let empty = SkillsInput::default();
        let refused = worksheet(&empty).expect_err("refused").to_string();
        assert_eq!(refused, "il faut au moins un poste et une personne");
        let mut crowd = input(false);
        crowd.problem.people = vec![person("A", Vec::new()); 101];
        assert!(worksheet(&crowd).is_err());
    }
}
