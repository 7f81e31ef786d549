//! Tables to read, to fill and to mark.
//!
//! Only the cells on screen are laid out; the titles and the first columns stay in place.
//! In a table to fill, the arrows, Tab and Enter move, F2 or a second click puts the caret in the
//! cell, typing replaces its content, Escape puts it back, Delete empties it, and a block copied
//! from a spreadsheet may be pasted.
//!
//! [`Grid::sheet`] makes it a spreadsheet: letters and numbers, a bar above for long texts, blocks
//! of cells, names of cells written by pointing at them. What formulas mean is the caller's.

mod bar;
mod body;
mod cell;
mod editor;
mod focus;
mod keys;
mod obey;
mod paint;
mod pointer;
mod pointing;
mod response;
mod rulers;
mod shape;
mod sheet;
mod sheet_keys;
mod source;
mod speech;
mod state;
mod view;
mod widget_table;

use egui::{AsIdSalt, Context, Id, IdSalt, Rect, ScrollArea, Ui};

pub use cell::{CellKind, CellTint, GridCell, GridColumn, Mark};
pub use response::{GridEdit, GridMode, GridResponse, GridWish};
pub use sheet::{GridBlock, GridSheet, Pointing, SheetText};
pub use source::GridSource;
pub use widget_table::WidgetTable;

use super::focus::pointer_acts;
use super::theme::palette;
use super::tokens::height;

use bar::Bar;
use body::Body;
use focus::{after, before, leave_backwards, receive};
use keys::Command;
use obey::Obey;
use pointing::Typed;
use shape::{Margins, Shape};
use source::ReadOnly;
use state::GridState;

/// Height of the letters of the columns of a spreadsheet.
const LETTERS: f32 = 20.0;
/// Width of the numbers of its rows.
const NUMBERS: f32 = 28.0;

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
    sheet: Option<GridSheet<'text>>,
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
            sheet: None,
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

    /// Makes a table to fill a spreadsheet.
    pub fn sheet(mut self, sheet: GridSheet<'text>) -> Self {
        self.mode = GridMode::Edit;
        self.sheet = Some(sheet);
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
        let text = self.sheet.map(|sheet| sheet.text);
        let command = before(ui, id, (self.mode, text), &mut state, source, &mut answer);
        let editable = self.mode == GridMode::Edit;
        if command == Some(Command::Previous) {
            leave_backwards(ui, &state, &shape, source, editable);
        }
        if let Some(text) = text {
            let (state, source, answer) = (&mut state, &mut *source, &mut answer);
            let mut typed = Typed { ctx: ui.ctx(), grid: id, text, state, source, answer };
            pointer::follow(ui, &shape, &mut typed);
        }
        let top = ui.cursor().min;
        if let Some(sheet) = self.sheet {
            let (state, source, answer) = (&mut state, &mut *source, &mut answer);
            Bar { id, sheet, colors: palette(ui), state, source, answer }.show(ui);
        }
        receive(ui, self.mode, &mut state);
        let area = ScrollArea::new([true, self.max_height.is_some()])
            .id_salt(self.id_salt)
            .max_height(self.max_height.unwrap_or(f32::INFINITY))
            // Low in a page that scrolls, it keeps its height instead of what is left on screen.
            .min_scrolled_height(self.max_height.unwrap_or_default())
            .animated(false);
        let shown = area.show(ui, |ui| {
            let mut body = Body {
                id,
                name: self.name,
                mode: self.mode,
                columns: self.columns,
                follow_selection: self.follow_selection,
                sheet: self.sheet,
                shape: &shape,
                colors: palette(ui),
                state: &mut state,
                source: &mut *source,
                answer: &mut answer,
            };
            body.show(ui)
        });
        if let Some(rect) = shown.inner {
            // By the keys, the bar of a spreadsheet comes with its cells when both have room on screen;
            // under the pointer nothing moves, or the next press would meet another cell.
            let whole = Rect::from_min_max(top, shown.inner_rect.max);
            let fits = self.sheet.is_some()
                && whole.height() <= ui.clip_rect().height()
                && !pointer_acts(ui);
            ui.scroll_to_rect(if fits { whole } else { rect }, None);
        }
        if let Some(command) = command {
            let obey = Obey { ui: &*ui, id, shape: &shape, editable, sheet: text };
            obey.command(command, &mut state, source, &mut answer);
        }
        if let Some(text) = text {
            let (state, source, answer) = (&mut state, &mut *source, &mut answer);
            let mut typed = Typed { ctx: ui.ctx(), grid: id, text, state, source, answer };
            pointer::settle(ui, &mut typed);
        }
        after(ui, id, state, &mut answer);
        answer
    }

    fn shape(&self, ui: &Ui, rows: usize, source: &dyn GridSource) -> Shape {
        let heights: Vec<f32> =
            (0..rows).map(|row| source.row_height(row).unwrap_or(self.row_height)).collect();
        let margins = if self.sheet.is_some() {
            Margins { letters: LETTERS, titles: 0.0, numbers: NUMBERS }
        } else {
            Margins::default()
        };
        let within = |room: f32| {
            let heights = heights.iter().copied();
            let shape = Shape::new(self.columns, self.frozen, margins, heights, room);
            let titles = self.titles_height(ui, &shape);
            shape.with_titles(titles)
        };
        let shape = within(ui.available_width());
        match self.max_height {
            Some(limit) if shape.size().y > limit => {
                within(ui.available_width() - ui.spacing().scroll.allocated_width())
            }
            _ => shape,
        }
    }

    /// Height of the titles of the columns, wrapped as they are painted.
    fn titles_height(&self, ui: &Ui, shape: &Shape) -> f32 {
        if !self.header {
            return 0.0;
        }
        let widths = shape.columns.windows(2).map(|edges| match edges {
            [left, right] => right - left,
            _ => 0.0,
        });
        let titles = self.columns.iter().zip(widths);
        let tallest = titles.map(|(column, width)| {
            paint::title_words(ui.painter(), &column.title, width, palette(ui).text).size().y
        });
        tallest.fold(0.0, f32::max).max(18.0) + 10.0
    }
}

/// Chooses a cell of a table and gives it the focus; `grid` is [`GridResponse::id`].
pub fn select_cell(ctx: &Context, grid: Id, cell: (usize, usize)) {
    select_block(ctx, grid, GridBlock::between(cell, cell));
}

/// Chooses a block of a spreadsheet, and gives the focus to its first cell.
pub fn select_block(ctx: &Context, grid: Id, block: GridBlock) {
    let mut state = ctx.data(|data| data.get_temp::<GridState>(grid)).unwrap_or_default();
    state.selected = Some(block.first);
    state.corner = Some(block.last).filter(|_| !block.is_single());
    state.end_typing();
    state.take_focus = true;
    state.reveal = Some(block.first);
    state.store(ctx, grid);
    ctx.request_repaint();
}
