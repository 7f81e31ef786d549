//! The board of a schedule: operations placed on posts in time, with the mouse or the keyboard alone.
//!
//! It shows what the cells of the table hold and says what to write in them: the answer stays the
//! table. What is placed, what conflicts and where things may go is worked out by the domain
//! (`case_study::board`); here are the places on screen (`layout`), the words (`words`), the drawing
//! (`paint`, `links`), what was done (`deed`, `keys`) and the panels (`timeline`, `waiting`,
//! `chosen`, `orders`).

mod chosen;
mod deed;
mod keys;
mod layout;
mod links;
mod orders;
mod paint;
mod scene;
mod timeline;
mod waiting;
mod words;

use std::sync::Arc;

use egui::{Align, Key, Layout, Ui, vec2};

use super::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{key_cap, secondary};
use crate::domain::case_study::board::{ScheduleView, TypedOperation, Writing};
use crate::domain::case_study::{CellPosition, ScheduleBoard};

use scene::Scene;

/// From this width on, what is left to place stands beside the board.
const WIDE: f32 = 900.0;
/// Width of the column beside the board.
const SIDE: f32 = 288.0;
/// Height offered to a column, which takes what it needs.
const COLUMN: f32 = 600.0;

/// The keys and what they do.
const HINTS: &[(&[&str], &str)] = &[
    (&["Flèches"], "5 min, ou un autre poste"),
    (&["Maj", "Flèches"], "1 heure"),
    (&["Tab"], "opération suivante"),
    (&["T"], "au plus tôt"),
    (&["Suppr"], "retirer"),
];

/// Shows a board with what is typed in its cells; gives what to write in them.
pub(super) fn schedule_board(
    ui: &mut Ui,
    board: &ScheduleBoard,
    typed: &impl Fn(CellPosition) -> String,
) -> Vec<Writing> {
    let cells = typed_operations(board, typed);
    let view = remembered(ui, board, &cells);
    let id = ui.scope_id().with("planning");
    let mut scene = Scene::load(ui, id, board, &view);
    if scene.state.dragged.is_some() && ui.input(|input| input.key_pressed(Key::Escape)) {
        scene.state.dragged = None;
    }
    arrange(ui, &mut scene);
    scene.drop_dragged(ui);
    let writings: Vec<Writing> =
        scene.deeds.iter().flat_map(|deed| deed.writings(board, &view)).collect();
    if !writings.is_empty() {
        scene.state.reveal = true;
        ui.request_repaint();
    }
    scene.store(ui);
    writings
}

fn typed_operations(
    board: &ScheduleBoard,
    typed: &impl Fn(CellPosition) -> String,
) -> Vec<TypedOperation> {
    let cells = board.operations.iter().map(|operation| TypedOperation {
        post: operation.post_cell.map(typed).unwrap_or_default(),
        start: typed(operation.start_cell),
    });
    cells.collect()
}

type Remembered = egui::cache::FrameCache<Arc<ScheduleView>, Reader>;

/// Works a board out again only when something was written in it.
#[derive(Default)]
struct Reader;

impl egui::cache::ComputerMut<(&ScheduleBoard, &[TypedOperation]), Arc<ScheduleView>> for Reader {
    fn compute(
        &mut self,
        (board, typed): (&ScheduleBoard, &[TypedOperation]),
    ) -> Arc<ScheduleView> {
        Arc::new(ScheduleView::read(board, typed))
    }
}

fn remembered(ui: &Ui, board: &ScheduleBoard, typed: &[TypedOperation]) -> Arc<ScheduleView> {
    ui.ctx()
        .memory_mut(|memory| Arc::clone(memory.caches.cache::<Remembered>().get((board, typed))))
}

/// The board and its panels, side by side where there is room.
fn arrange(ui: &mut Ui, scene: &mut Scene<'_>) {
    let width = ui.available_width();
    if width >= WIDE {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::NORMAL;
            column(ui, width - SIDE - space::NORMAL, |ui| {
                timeline::show(ui, scene);
                timeline::legend(ui, scene);
                orders::show(ui, scene);
                hints(ui);
            });
            column(ui, SIDE, |ui| {
                waiting::show(ui, scene);
                ui.add_space(space::MEDIUM);
                chosen::show(ui, scene);
            });
        });
    } else {
        timeline::show(ui, scene);
        timeline::legend(ui, scene);
        waiting::show(ui, scene);
        ui.add_space(space::SMALL);
        chosen::show(ui, scene);
        ui.add_space(space::SMALL);
        orders::show(ui, scene);
        hints(ui);
    }
}

fn column(ui: &mut Ui, width: f32, add_contents: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width.max(1.0), COLUMN), layout, |ui| {
        ui.set_width(width.max(1.0));
        ui.spacing_mut().item_spacing.x = space::SMALL;
        add_contents(ui);
    });
}

/// The keys, at the bottom.
fn hints(ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        for (keys, action) in HINTS {
            for key in *keys {
                key_cap(ui, key);
            }
            secondary(ui, fr(action));
            ui.add_space(space::SMALL);
        }
    });
}
