//! What a board remembers between two frames, and what it gathers in one.

use egui::{Id, PointerButton, Pos2, Response, Ui};

use super::deed::Deed;
use super::layout::Plan;
use crate::domain::case_study::ScheduleBoard;
use crate::domain::case_study::board::ScheduleView;

/// What is remembered.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BoardState {
    /// The chosen operation.
    pub(super) chosen: Option<usize>,
    /// What is being dragged.
    pub(super) dragged: Option<Dragged>,
    /// The chosen operation must be scrolled into view.
    pub(super) reveal: bool,
}

/// An operation being dragged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dragged {
    /// Its rank.
    pub(super) operation: usize,
    /// Points between its start and the pointer.
    pub(super) grip: f32,
}

/// A board in one frame.
pub(super) struct Scene<'frame> {
    pub(super) board: &'frame ScheduleBoard,
    pub(super) view: &'frame ScheduleView,
    pub(super) state: BoardState,
    /// What was asked in this frame.
    pub(super) deeds: Vec<Deed>,
    /// Where things are, once the time is drawn.
    pub(super) plan: Option<Plan>,
    id: Id,
    dropped: Option<Pos2>,
}

impl<'frame> Scene<'frame> {
    /// Reads what is remembered; an operation that no longer exists is forgotten.
    pub(super) fn load(
        ui: &Ui,
        id: Id,
        board: &'frame ScheduleBoard,
        view: &'frame ScheduleView,
    ) -> Self {
        let mut state = ui.data(|data| data.get_temp::<BoardState>(id)).unwrap_or_default();
        let known = board.operations.len();
        state.chosen = state.chosen.filter(|rank| *rank < known);
        state.dragged = state.dragged.filter(|dragged| dragged.operation < known);
        Self { board, view, state, deeds: Vec::new(), plan: None, id, dropped: None }
    }

    /// Keeps the state for the next frame.
    pub(super) fn store(mut self, ui: &Ui) {
        if !ui.input(|input| input.pointer.any_down()) {
            self.state.dragged = None;
        }
        ui.data_mut(|data| data.insert_temp(self.id, self.state));
    }

    /// Identity of an operation: the same on the board and in the list, so that it keeps the focus.
    pub(super) fn operation_id(&self, operation: usize) -> Id {
        self.id.with(("operation", operation))
    }

    /// Identity of the name of a post.
    pub(super) fn post_id(&self, post: usize) -> Id {
        self.id.with(("post", post))
    }

    /// Whether an operation belongs to the order of the chosen one.
    pub(super) fn is_of_chosen_order(&self, operation: usize) -> bool {
        let order = |rank: usize| self.board.operations.get(rank).map(|known| known.order);
        self.state.chosen.is_some_and(|chosen| order(chosen) == order(operation))
    }

    /// What the mouse and the focus do to an operation; `start` is where it starts on screen.
    pub(super) fn react(
        &mut self,
        ui: &Ui,
        operation: usize,
        response: &Response,
        start: Option<f32>,
    ) {
        let pressed = response.clicked_by(PointerButton::Primary) || response.drag_started();
        if pressed {
            response.request_focus();
        }
        if pressed || response.gained_focus() {
            self.state.chosen = Some(operation);
        }
        if response.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin());
            let grip = origin.zip(start).map_or(0.0, |(origin, start)| origin.x - start);
            self.state.dragged = Some(Dragged { operation, grip });
        }
        let own = self.state.dragged.is_some_and(|dragged| dragged.operation == operation);
        if own && response.drag_stopped() {
            self.dropped = response.interact_pointer_pos();
        }
    }

    /// Where what is dragged would be placed: its post and its start.
    pub(super) fn target(&self, plan: &Plan, pointer: Pos2) -> Option<(usize, i64)> {
        let dragged = self.state.dragged.filter(|_| plan.seen.contains(pointer))?;
        let post = plan.post_at(pointer.y)?;
        let minute = self.view.axis.minute_at(plan.place_at(pointer.x - dragged.grip));
        self.view.dropped(self.board, dragged.operation, (post, minute))
    }

    /// Places what was dropped on the board in this frame.
    pub(super) fn drop_dragged(&mut self, ui: &Ui) {
        let (Some(pointer), Some(dragged)) = (self.dropped.take(), self.state.dragged) else {
            return;
        };
        let target = self.plan.as_ref().and_then(|plan| self.target(plan, pointer));
        if let Some((post, start)) = target {
            self.deeds.push(Deed::Put(dragged.operation, post, start));
        }
        self.state.dragged = None;
        ui.request_repaint();
    }
}
