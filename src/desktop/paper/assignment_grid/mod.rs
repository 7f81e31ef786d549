//! The grid of an assignment: people in rows, posts in columns, levels shown. A press or Space puts
//! someone on a post or takes them off; the arrows move.
//!
//! It shows what the cells of the table hold and says what to write in them; who is put where is
//! worked out by the domain (`case_study::board`). Here are the places on screen (`layout`), the
//! words (`words`), the keys (`keys`) and the drawing (`cells`, `paint`).

mod cells;
mod keys;
mod layout;
mod paint;
mod words;

use std::sync::Arc;

use egui::{Id, Ui};

use super::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{State, TextRole, key_cap, secondary, state_text};
use crate::domain::case_study::board::{AssignmentView, Refusal, Writing};
use crate::domain::case_study::{AssignmentBoard, CellPosition};

/// A person and a post, by their ranks.
type Place = (usize, usize);

/// What is remembered between two frames.
#[derive(Debug, Clone, Copy, Default)]
struct GridState {
    /// The cell that Tab reaches.
    current: Place,
    /// The current cell must be scrolled into view.
    reveal: bool,
    /// What could not be done: the post, and why.
    refused: Option<(usize, Refusal)>,
}

/// A grid in one frame.
struct Scene<'frame> {
    board: &'frame AssignmentBoard,
    view: &'frame AssignmentView,
    id: Id,
    state: GridState,
    /// The cell pressed in this frame.
    pressed: Option<Place>,
}

impl Scene<'_> {
    fn cell_id(&self, (person, post): Place) -> Id {
        self.id.with(("cell", person, post))
    }
}

/// Shows a grid with what is typed in its cells; gives what to write in them.
pub(super) fn assignment_grid(
    ui: &mut Ui,
    board: &AssignmentBoard,
    typed: &impl Fn(CellPosition) -> String,
) -> Vec<Writing> {
    let texts: Vec<String> = board.places.iter().map(|place| typed(place.cell)).collect();
    let view = remembered(ui, board, &texts);
    let id = ui.scope_id().with("affectation");
    let mut state = ui.data(|data| data.get_temp::<GridState>(id)).unwrap_or_default();
    state.current = keys::within(board, state.current);
    let mut scene = Scene { board, view: &view, id, state, pressed: None };
    keys::take(ui, &mut scene);
    cells::show(ui, &mut scene);
    let writings = press(ui, &mut scene);
    footing(ui, &scene);
    let state = scene.state;
    ui.data_mut(|data| data.insert_temp(id, state));
    writings
}

type Remembered = egui::cache::FrameCache<Arc<AssignmentView>, Reader>;

/// Works a grid out again only when something was written in it.
#[derive(Default)]
struct Reader;

impl egui::cache::ComputerMut<(&AssignmentBoard, &[String]), Arc<AssignmentView>> for Reader {
    fn compute(&mut self, (board, typed): (&AssignmentBoard, &[String])) -> Arc<AssignmentView> {
        Arc::new(AssignmentView::read(board, typed))
    }
}

fn remembered(ui: &Ui, board: &AssignmentBoard, typed: &[String]) -> Arc<AssignmentView> {
    ui.ctx()
        .memory_mut(|memory| Arc::clone(memory.caches.cache::<Remembered>().get((board, typed))))
}

/// Puts the person of the cell pressed on the post, or takes them off it.
fn press(ui: &Ui, scene: &mut Scene<'_>) -> Vec<Writing> {
    let Some((person, post)) = scene.pressed else { return Vec::new() };
    ui.request_repaint();
    match scene.view.toggling(scene.board, person, post) {
        Ok(writings) => {
            scene.state.refused = None;
            writings
        }
        Err(refusal) => {
            scene.state.refused = Some((post, refusal));
            Vec::new()
        }
    }
}

/// What is placed, what could not be done, names that mean nobody, and the keys.
fn footing(ui: &mut Ui, scene: &Scene<'_>) {
    let (board, view) = (scene.board, scene.view);
    if let Some((post, Refusal::Full)) = scene.state.refused {
        let text = format!(
            "{} est complet : retirez d'abord quelqu'un de ce poste.",
            board.post_name(post)
        );
        state_text(ui, fr(&text), TextRole::Secondary, State::Warn);
    }
    for (post, text) in view.strangers(board) {
        let post = board.post_name(post);
        let text = format!("{post} : « {text} » n'est pas un nom de l'équipe.");
        state_text(ui, fr(&text), TextRole::Secondary, State::Wrong);
    }
    secondary(ui, fr(&words::summary(board, view)));
    ui.horizontal_wrapped(|ui| {
        for (key, action) in [("Flèches", "se déplacer"), ("Espace", "affecter ou retirer")] {
            key_cap(ui, key);
            secondary(ui, fr(action));
            ui.add_space(space::SMALL);
        }
    });
}
