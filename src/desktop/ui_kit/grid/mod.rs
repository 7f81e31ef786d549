//! Tables to read, to fill and to mark.
//!
//! Only the cells on screen are laid out; the titles and the first columns stay in place.
//! In a table to fill, the arrows, Tab and Enter move, F2 or a second click puts the caret in the
//! cell, typing replaces its content, Escape puts it back, Delete empties it, and a block copied
//! from a spreadsheet may be pasted.

mod body;
mod cell;
mod keys;
mod obey;
mod paint;
mod response;
mod shape;
mod source;
mod speech;
mod state;
mod widget_table;

use egui::{AsIdSalt, Context, FocusDirection, Id, IdSalt, ScrollArea, Ui};

pub use cell::{CellKind, CellTint, GridCell, GridColumn, Mark};
pub use response::{GridMode, GridResponse};
pub use source::GridSource;
pub use widget_table::WidgetTable;

use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::height;

use body::Body;
use keys::{Command, previous_to_fill, take_command};
use obey::Obey;
use shape::Shape;
use source::ReadOnly;
use state::{GridState, cell_id};

/// A table.
#[derive(Debug, Clone)]
#[must_use = "show the table with `show` or `show_cells`"]
pub struct Grid<'text> {
    id_salt: IdSalt,
    name: &'text str,
    columns: &'text [GridColumn],
    mode: GridMode,
    frozen: usize,
    row_height: f32,
    max_height: Option<f32>,
    header: bool,
    follow_selection: bool,
}

impl<'text> Grid<'text> {
    /// A table to read, its first column in place; `name` is said by screen readers.
    pub fn new(id: impl AsIdSalt, name: &'text str, columns: &'text [GridColumn]) -> Self {
        Self {
            id_salt: IdSalt::new(id),
            name,
            columns,
            mode: GridMode::Read,
            frozen: 1,
            row_height: height::ROW,
            max_height: None,
            header: true,
            follow_selection: false,
        }
    }

    /// Says what can be done in the table.
    pub fn mode(mut self, mode: GridMode) -> Self {
        self.mode = mode;
        self
    }

    /// Number of columns that stay in place at the left.
    pub fn frozen(mut self, columns: usize) -> Self {
        self.frozen = columns;
        self
    }

    /// Height of the rows (`tokens::height`).
    pub fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// Makes the table scroll by itself above this height; otherwise the page scrolls.
    pub fn max_height(mut self, height: f32) -> Self {
        self.max_height = Some(height);
        self
    }

    /// Hides the titles of the columns.
    pub fn without_header(mut self) -> Self {
        self.header = false;
        self
    }

    /// Tints the title of the column of the chosen cell, as in a spreadsheet.
    pub fn follow_selection(mut self) -> Self {
        self.follow_selection = true;
        self
    }

    /// Shows cells that can only be read.
    pub fn show_cells(
        self,
        ui: &mut Ui,
        rows: usize,
        cell: impl Fn(usize, usize) -> GridCell,
    ) -> GridResponse {
        self.show(ui, rows, &mut ReadOnly(cell))
    }

    /// Shows the table.
    pub fn show(self, ui: &mut Ui, rows: usize, source: &mut dyn GridSource) -> GridResponse {
        let id = ui.scope_id().with_salt(self.id_salt);
        let shape = self.shape(ui, rows, source);
        let mut answer = GridResponse::new(id);
        let mut state = GridState::load(ui, id, rows, self.columns.len());
        let command = before(ui, id, self.mode, &mut state, source, &mut answer);
        let editable = self.mode == GridMode::Edit;
        if command == Some(Command::Previous) {
            leave_backwards(ui, &state, &shape, source, editable);
        }
        let area = ScrollArea::new([true, self.max_height.is_some()])
            .id_salt(self.id_salt)
            .max_height(self.max_height.unwrap_or(f32::INFINITY))
            .animated(false);
        let shown = area.show(ui, |ui| {
            let mut body = Body {
                id,
                name: self.name,
                mode: self.mode,
                columns: self.columns,
                follow_selection: self.follow_selection,
                shape: &shape,
                colors: palette(ui),
                state: &mut state,
                source: &mut *source,
                answer: &mut answer,
            };
            body.show(ui)
        });
        if let Some(rect) = shown.inner {
            ui.scroll_to_rect(rect, None);
        }
        if let Some(command) = command {
            let obey = Obey { ui: &*ui, id, shape: &shape, editable };
            obey.command(command, &mut state, source, &mut answer);
        }
        after(ui, id, state, &mut answer);
        answer
    }

    fn shape(&self, ui: &Ui, rows: usize, source: &dyn GridSource) -> Shape {
        let color = palette(ui).text;
        let header = if self.header {
            let tallest = self.columns.iter().map(|column| {
                let title = column.title.as_str();
                laid_out(ui.painter(), title, paint::title_font(), color, &Lines::FREE).size().y
            });
            tallest.fold(0.0, f32::max).max(18.0) + 10.0
        } else {
            0.0
        };
        let heights: Vec<f32> =
            (0..rows).map(|row| source.row_height(row).unwrap_or(self.row_height)).collect();
        let tall: f32 = heights.iter().sum::<f32>() + header;
        let bar = match self.max_height {
            Some(limit) if tall > limit => ui.spacing().scroll.allocated_width(),
            _ => 0.0,
        };
        let room = ui.available_width() - bar;
        Shape::new(self.columns, self.frozen, header, heights.into_iter(), room)
    }
}

/// Chooses a cell of a table and gives it the focus; `grid` is [`GridResponse::id`].
pub fn select_cell(ctx: &Context, grid: Id, cell: (usize, usize)) {
    let mut state = ctx.data(|data| data.get_temp::<GridState>(grid)).unwrap_or_default();
    state.selected = Some(cell);
    state.typing = false;
    state.take_focus = true;
    state.reveal = true;
    state.store(ctx, grid);
    ctx.request_repaint();
}

/// Before the cells are shown: brings the state up to date and takes the keys.
fn before(
    ui: &Ui,
    id: Id,
    mode: GridMode,
    state: &mut GridState,
    source: &dyn GridSource,
    answer: &mut GridResponse,
) -> Option<Command> {
    if mode == GridMode::Read {
        return None;
    }
    let focused = state
        .selected
        .is_some_and(|place| ui.memory(|memory| memory.has_focus(cell_id(id, place))));
    if !focused {
        answer.leave(state);
        state.later.clear();
    }
    if !state.typing {
        state.read(source);
    }
    if !focused {
        return None;
    }
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    take_command(ui, id, state)
}

/// Shift and Tab on the first cell to be filled: the focus goes to what is before the table.
fn leave_backwards(
    ui: &Ui,
    state: &GridState,
    shape: &Shape,
    source: &dyn GridSource,
    editable: bool,
) {
    let target = state.selected.and_then(|place| previous_to_fill(source, shape, place));
    if target.is_none() || !editable {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
    }
}

/// After the keys: gives the focus and keeps the state.
fn after(ui: &Ui, id: Id, mut state: GridState, answer: &mut GridResponse) {
    if let Some(place) = state.selected {
        let cell = cell_id(id, place);
        if std::mem::take(&mut state.take_focus) {
            ui.memory_mut(|memory| memory.request_focus(cell));
            ui.request_repaint();
        }
        answer.focused = ui.memory(|memory| memory.has_focus(cell));
    }
    if !state.later.is_empty() {
        ui.request_repaint();
    }
    answer.selected = state.selected;
    answer.typing = state.typing;
    state.store(ui, id);
}
