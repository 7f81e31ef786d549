//! Who is put where on the grid of an assignment, read from the cells of the table.

use super::{AssignmentBoard, BoardPerson, Writing};
use crate::domain::planning::team::recognise;

/// A grid with what is written in its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentView {
    /// For each place, the rank of the person who holds it.
    held: Vec<Option<usize>>,
    /// For each place, what is written and means nobody; empty otherwise.
    unknown: Vec<String>,
}

/// Why someone cannot be put on a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Every place of the post is taken.
    Full,
    /// There is no such post or person.
    Unknown,
}

impl AssignmentBoard {
    /// « P6 Palettisation ».
    pub fn post_name(&self, post: usize) -> String {
        let Some(post) = self.posts.get(post) else { return String::new() };
        format!("{} {}", post.code, post.label).trim().to_owned()
    }

    /// Places of a post.
    pub fn places_of(&self, post: usize) -> usize {
        self.places.iter().filter(|place| place.post == post).count()
    }

    /// Level of a person on a post; 0 when none is known.
    pub fn level(&self, person: usize, post: usize) -> u32 {
        let levels = self.people.get(person).map(|person| person.levels.as_slice());
        levels.and_then(|levels| levels.get(post)).copied().unwrap_or(0)
    }
}

impl AssignmentView {
    /// Reads what is typed in each place, in their order.
    pub fn read(board: &AssignmentBoard, typed: &[String]) -> Self {
        let names = || board.people.iter().map(|person| person.name.as_str());
        let written = |rank: usize| typed.get(rank).map_or("", |text| text.trim());
        let ranks = 0..board.places.len();
        let held: Vec<Option<usize>> =
            ranks.map(|rank| recognise(written(rank), names())).collect();
        let unknown = held
            .iter()
            .enumerate()
            .map(|(rank, person)| match person {
                Some(_) => String::new(),
                None => written(rank).to_owned(),
            })
            .collect();
        Self { held, unknown }
    }

    /// Whether a person is on a post.
    pub fn is_on(&self, board: &AssignmentBoard, person: usize, post: usize) -> bool {
        self.pairs(board).any(|pair| pair == (person, post))
    }

    /// Places of a post in which something is written.
    pub fn taken(&self, board: &AssignmentBoard, post: usize) -> usize {
        let places = board.places.iter().zip(&self.held).zip(&self.unknown);
        let here = places.filter(|((place, _), _)| place.post == post);
        here.filter(|((_, person), unknown)| person.is_some() || !unknown.is_empty()).count()
    }

    /// Places in which something is written.
    pub fn filled(&self) -> usize {
        let places = self.held.iter().zip(&self.unknown);
        places.filter(|(person, unknown)| person.is_some() || !unknown.is_empty()).count()
    }

    /// Ranks of the posts that a person is on, each once.
    pub fn posts_of(&self, board: &AssignmentBoard, person: usize) -> Vec<usize> {
        let ranks = 0..board.posts.len();
        ranks.filter(|post| self.is_on(board, person, *post)).collect()
    }

    /// « déjà affecté sur P2 »: where else a person is, when conflicts are shown.
    pub fn elsewhere(&self, board: &AssignmentBoard, person: usize, post: usize) -> Option<String> {
        if !board.show_conflicts {
            return None;
        }
        let others = self.posts_of(board, person).into_iter().filter(|other| *other != post);
        let codes: Vec<&str> =
            others.filter_map(|other| Some(board.posts.get(other)?.code.as_str())).collect();
        (!codes.is_empty()).then(|| format!("déjà affecté sur {}", codes.join(", ")))
    }

    /// What is written and means nobody: the post and the text.
    pub fn strangers<'a>(
        &'a self,
        board: &'a AssignmentBoard,
    ) -> impl Iterator<Item = (usize, &'a str)> {
        let places = board.places.iter().zip(&self.unknown);
        places.filter(|(_, text)| !text.is_empty()).map(|(place, text)| (place.post, text.as_str()))
    }

    /// What to write to put a person on a post, or to take them off it.
    ///
    /// # Errors
    /// When every place of the post is taken, or when there is no such post or person.
    pub fn toggling(
        &self,
        board: &AssignmentBoard,
        person: usize,
        post: usize,
    ) -> Result<Vec<Writing>, Refusal> {
        let known: &BoardPerson = board.people.get(person).ok_or(Refusal::Unknown)?;
        if post >= board.posts.len() {
            return Err(Refusal::Unknown);
        }
        let places = || {
            let places = board.places.iter().zip(&self.held).zip(&self.unknown);
            places.filter(move |((place, _), _)| place.post == post)
        };
        let own: Vec<Writing> = places()
            .filter(|((_, held), _)| **held == Some(person))
            .map(|((place, _), _)| (place.cell, String::new()))
            .collect();
        if !own.is_empty() {
            return Ok(own);
        }
        let free = places().find(|((_, held), unknown)| held.is_none() && unknown.is_empty());
        free.map(|((place, _), _)| vec![(place.cell, known.name.clone())]).ok_or(Refusal::Full)
    }

    fn pairs(&self, board: &AssignmentBoard) -> impl Iterator<Item = (usize, usize)> {
        let places = board.places.iter().zip(&self.held);
        places.filter_map(|(place, person)| Some(((*person)?, place.post)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AssignmentPost, BoardPlace};
    use super::*;
    use crate::domain::case_study::CellPosition;

    /// Two posts, the second for two people; three people.
    fn board() -> AssignmentBoard {
        let post = |code: &str, label: &str| AssignmentPost {
            code: code.to_owned(),
            label: label.to_owned(),
        };
        let person = |name: &str, levels: [u32; 2]| BoardPerson {
            name: name.to_owned(),
            levels: levels.to_vec(),
        };
        let place =
            |row: usize, post: usize| BoardPlace { post, cell: CellPosition { row, column: 1 } };
        AssignmentBoard {
            posts: vec![post("P1", "Alimentation"), post("P2", "")],
            people: vec![
                person("Amara D.", [3, 0]),
                person("Élodie P.", [1, 2]),
                person("Zoé", [0, 4]),
            ],
            places: vec![place(0, 0), place(1, 1), place(2, 1)],
            show_conflicts: true,
        }
    }

    fn view(typed: [&str; 3]) -> AssignmentView {
        AssignmentView::read(&board(), &typed.map(str::to_owned))
    }

    fn at(row: usize) -> CellPosition {
        CellPosition { row, column: 1 }
    }

    #[test]
    fn names_are_read_as_people_type_them() {
        let found = view(["elodie", "Amara D.", "Marcel"]);
        assert!(found.is_on(&board(), 1, 0));
        assert!(found.is_on(&board(), 0, 1));
        assert!(!found.is_on(&board(), 0, 0));
        assert_eq!(found.strangers(&board()).collect::<Vec<_>>(), [(1, "Marcel")]);
        assert_eq!((found.taken(&board(), 0), found.taken(&board(), 1)), (1, 2));
        assert_eq!(found.filled(), 3);
        assert_eq!(board().post_name(0), "P1 Alimentation");
        assert_eq!(board().post_name(1), "P2");
        assert_eq!((board().places_of(1), board().level(1, 1)), (2, 2));
    }

    #[test]
    fn a_press_puts_someone_on_the_first_free_place_and_another_takes_them_off() {
        let board = board();
        let nobody = view(["", "", ""]);
        assert_eq!(nobody.toggling(&board, 2, 1), Ok(vec![(at(1), "Zoé".to_owned())]));
        let one = view(["", "Zoé", ""]);
        assert_eq!(one.toggling(&board, 1, 1), Ok(vec![(at(2), "Élodie P.".to_owned())]));
        assert_eq!(one.toggling(&board, 2, 1), Ok(vec![(at(1), String::new())]));
        let twice = view(["", "Zoé", "zoe"]);
        let emptied = vec![(at(1), String::new()), (at(2), String::new())];
        assert_eq!(twice.toggling(&board, 2, 1), Ok(emptied));
    }

    #[test]
    fn a_full_post_takes_nobody_more() {
        let board = board();
        assert_eq!(view(["Zoé", "", ""]).toggling(&board, 0, 0), Err(Refusal::Full));
        assert_eq!(view(["Marcel", "", ""]).toggling(&board, 0, 0), Err(Refusal::Full));
        assert_eq!(view(["", "", ""]).toggling(&board, 9, 0), Err(Refusal::Unknown));
        assert_eq!(view(["", "", ""]).toggling(&board, 0, 9), Err(Refusal::Unknown));
    }

    #[test]
    fn someone_on_two_posts_is_told_only_when_conflicts_are_shown() {
        let found = view(["Zoé", "Zoé", ""]);
        let told = found.elsewhere(&board(), 2, 0);
        assert_eq!(told.as_deref(), Some("déjà affecté sur P2"));
        assert_eq!(found.elsewhere(&board(), 1, 0), None);
        let quiet = AssignmentBoard { show_conflicts: false, ..board() };
        assert_eq!(found.elsewhere(&quiet, 2, 0), None);
    }
}
