//! What candidates may see drawn of an assignment question: people, their levels and the posts.

use super::assignment::PERSON_COLUMN;
use crate::domain::case_study::board::{AssignmentPost, BoardPerson, BoardPlace};
use crate::domain::case_study::{AssignmentBoard, Board, CellPosition, PlacementForm};
use crate::domain::planning::team::AssignmentProblem;

/// The board of an assignment question; `rows` are the codes of the posts of the rows.
///
/// Absences, credentials and restrictions are left to the exhibits: finding them is the question.
pub(super) fn board(form: &PlacementForm, problem: &AssignmentProblem, rows: &[String]) -> Board {
    let posts = problem
        .posts
        .iter()
        .map(|post| AssignmentPost { code: post.code.clone(), label: post.label.clone() });
    let people = problem.people.iter().map(|person| BoardPerson {
        name: person.name.clone(),
        levels: problem.posts.iter().map(|post| person.level(&post.code)).collect(),
    });
    let places = rows.iter().enumerate().filter_map(|(row, code)| {
        let post = problem.posts.iter().position(|post| post.code == *code)?;
        Some(BoardPlace { post, cell: CellPosition { row, column: PERSON_COLUMN } })
    });
    Board::Assignment(AssignmentBoard {
        posts: posts.collect(),
        people: people.collect(),
        places: places.collect(),
        show_conflicts: form.show_conflicts,
    })
}

#[cfg(test)]
mod tests {
    use super::super::assignment;
    use super::*;
    use crate::domain::case_study::Cell;
    use crate::domain::diagnostic::Element;
    use crate::domain::planning::data::{Person, PlanningData};

    #[test]
    fn the_board_gives_levels_and_one_place_a_row() {
        let person = |name: &str, levels: [u32; 2]| Person {
            name: name.to_owned(),
            levels: ["P1", "P2"].iter().map(|code| (*code).to_owned()).zip(levels).collect(),
            credentials: Vec::new(),
            absent: false,
        };
        let data = PlanningData {
            staff: vec![person("Amara D.", [3, 2]), person("Zoé", [2, 4]), person("Ugo", [1, 3])],
            ..PlanningData::default()
        };
        let problem = serde_yaml::from_str("{postes_requis: {P1: 1, P2: 2}}").expect("it reads");
        let form = PlacementForm { problem, ..PlacementForm::default() };
        let mut found = Vec::new();
        let (table, _) = assignment(&form, &data, &Element::Data, &mut found).expect("solved");
        let Some(Board::Assignment(board)) = table.board.as_deref() else { panic!("no board") };
        assert_eq!(board.people[1].levels, [2, 4]);
        assert_eq!(board.places.iter().map(|place| place.post).collect::<Vec<_>>(), [0, 1, 1]);
        assert!(!board.show_conflicts);
        for place in &board.places {
            assert!(matches!(table.cell(place.cell), Some(Cell::Asked(_))));
        }
    }
}
