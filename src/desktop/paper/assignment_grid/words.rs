//! What is said of the cells and of the posts.

use crate::domain::case_study::AssignmentBoard;
use crate::domain::case_study::board::AssignmentView;

/// « Amara D., P1 Alimentation, niveau 3, affecté, déjà affecté sur P2 ».
pub(super) fn cell_name(
    board: &AssignmentBoard,
    view: &AssignmentView,
    (person, post): (usize, usize),
    elsewhere: Option<&str>,
) -> String {
    let name = board.people.get(person).map_or("", |person| person.name.as_str());
    let mut words = vec![
        name.to_owned(),
        board.post_name(post),
        format!("niveau {}", board.level(person, post)),
    ];
    let is_on = view.is_on(board, person, post);
    words.push(if is_on { "affecté" } else { "non affecté" }.to_owned());
    words.extend(elsewhere.map(str::to_owned));
    words.join(", ")
}

/// « 1 sur 2 »: places taken on a post.
pub(super) fn count(board: &AssignmentBoard, view: &AssignmentView, post: usize) -> String {
    format!("{} sur {}", view.taken(board, post), board.places_of(post))
}

/// « 5 places tenues sur 6. »
pub(super) fn summary(board: &AssignmentBoard, view: &AssignmentView) -> String {
    let filled = view.filled();
    let plural = if filled > 1 { "s" } else { "" };
    format!("{filled} place{plural} tenue{plural} sur {}.", board.places.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case_study::CellPosition;
    use crate::domain::case_study::board::{AssignmentPost, BoardPerson, BoardPlace};

    #[test]
    fn a_cell_says_who_where_how_well_and_what_conflicts() {
        let post = |code: &str| AssignmentPost { code: code.to_owned(), label: String::new() };
        let place = |row, post| BoardPlace { post, cell: CellPosition { row, column: 1 } };
        let board = AssignmentBoard {
            posts: vec![post("P1"), post("P2")],
            people: vec![BoardPerson { name: "Zoé".to_owned(), levels: vec![3, 1] }],
            places: vec![place(0, 0), place(1, 1)],
            show_conflicts: true,
        };
        let view = AssignmentView::read(&board, &["Zoé".to_owned(), String::new()]);
        assert_eq!(cell_name(&board, &view, (0, 0), None), "Zoé, P1, niveau 3, affecté");
        let elsewhere = view.elsewhere(&board, 0, 1);
        let expected = "Zoé, P2, niveau 1, non affecté, déjà affecté sur P1";
        assert_eq!(cell_name(&board, &view, (0, 1), elsewhere.as_deref()), expected);
        assert_eq!(count(&board, &view, 1), "0 sur 1");
        assert_eq!(summary(&board, &view), "1 place tenue sur 2.");
    }
}
