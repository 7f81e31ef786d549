//! Shows the cells on screen and the titles that stay in place.

use std::ops::Range;

use egui::{
    Align, Align2, Id, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
};

use super::super::focus::ALL_KEYS;
use super::super::tokens::Palette;

use super::cell::{CellKind, GridCell, GridColumn};
use super::paint::{self, Chosen};
use super::shape::Shape;
use super::sheet::{GridBlock, GridSheet};
use super::source::GridSource;
use super::speech::{cell_name, describe_cell, one_line};
use super::state::{Caret, GridState, Place, cell_id};
use super::view::View;
use super::{GridMode, GridResponse};

/// Everything needed to show a table in this frame.
pub(super) struct Body<'frame> {
    pub(super) id: Id,
    pub(super) name: &'frame str,
    pub(super) mode: GridMode,
    pub(super) columns: &'frame [GridColumn],
    pub(super) follow_selection: bool,
    pub(super) sheet: Option<GridSheet<'frame>>,
    pub(super) shape: &'frame Shape,
    pub(super) colors: &'frame Palette,
    pub(super) state: &'frame mut GridState,
    pub(super) source: &'frame mut dyn GridSource,
    pub(super) answer: &'frame mut GridResponse,
}

impl Body<'_> {
    /// Shows the table; gives what must be scrolled into view.
    pub(super) fn show(&mut self, ui: &mut Ui) -> Option<Rect> {
        let (_, whole) = ui.allocate_space(self.shape.size());
        let clip = ui.clip_rect();
        let view = View::new(self.shape, whole.min, clip);
        self.state.seen = Some((whole.min, clip));
        self.describe(ui);
        let rows = view.rows();
        let groups = self.groups(&rows);
        let seen = view.columns();
        ui.set_clip_rect(view.scrolling_clip());
        self.region(ui, &view, &groups, &seen);
        ui.set_clip_rect(view.frozen_clip());
        self.region(ui, &view, &groups, &(0..self.shape.frozen));
        ui.set_clip_rect(view.under_header());
        self.show_groups(ui, &view, &groups);
        self.keep_selected(ui, &view, &rows, &seen);
        ui.set_clip_rect(clip);
        self.titles(ui, &view, seen.clone());
        self.rulers(ui, &view, rows, seen);
        let edge = Stroke::new(1.0, self.colors.line);
        ui.painter().rect_stroke(view.outline(), 0, edge, StrokeKind::Inside);
        self.revealed(ui, &view)
    }

    fn describe(&self, ui: &Ui) {
        let role = if self.mode == GridMode::Read { Role::Table } else { Role::Grid };
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(role);
            node.set_label(self.name);
            node.set_row_count(self.shape.row_count());
            node.set_column_count(self.shape.column_count());
        });
    }

    /// For each row on screen, the column where the title of a group begins, if it has one.
    fn groups(&self, rows: &Range<usize>) -> Vec<(usize, Option<usize>)> {
        let last = self.shape.frozen.min(self.shape.column_count().saturating_sub(1));
        rows.clone()
            .map(|row| {
                let group = (0..=last)
                    .find(|column| self.source.cell(row, *column).kind == CellKind::Group);
                (row, group)
            })
            .collect()
    }

    fn region(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        rows: &[(usize, Option<usize>)],
        columns: &Range<usize>,
    ) {
        for (row, group) in rows {
            for column in columns.clone() {
                if group.is_none_or(|start| column < start) {
                    self.cell(ui, view.cell(*row, column), (*row, column));
                }
            }
        }
        self.marks(ui, view);
        if let Some((row, column)) = self.state.selected
            && columns.contains(&column)
        {
            let focused = self.is_focused(ui, (row, column));
            paint::selection(ui.painter(), view.cell(row, column), focused, self.colors);
        }
    }

    /// The edges of the chosen block and of the cells that a formula being typed refers to.
    fn marks(&self, ui: &Ui, view: &View<'_>) {
        let Some(sheet) = self.sheet else { return };
        let near = |block: GridBlock| view.block(block).intersect(ui.clip_rect().expand(8.0));
        if let Some(block) = self.state.block().filter(|block| !block.is_single()) {
            paint::block(ui.painter(), near(block), self.colors);
        }
        if self.state.is_typing() {
            for (_, block) in sheet.text.references(&self.state.buffer) {
                let rect = block.map_or(Rect::NOTHING, near);
                if rect.is_positive() {
                    paint::reference(ui.painter(), rect, self.colors);
                }
            }
        }
    }

    fn show_groups(&self, ui: &Ui, view: &View<'_>, rows: &[(usize, Option<usize>)]) {
        for (row, group) in rows {
            let Some(start) = *group else {
                continue;
            };
            let rect = view.group(*row, start);
            let cell = self.source.cell(*row, start);
            let look = paint::Look::default();
            paint::cell(ui.painter(), rect, &cell, Align::Min, look, self.colors);
            let id = cell_id(self.id, (*row, start));
            let response = ui.interact(rect, id, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &cell.text));
        }
    }

    /// The chosen cell stays alive out of the screen, so that it keeps the focus; as long as none is
    /// chosen, the first one does, so that Tab finds the table.
    fn keep_selected(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        rows: &Range<usize>,
        columns: &Range<usize>,
    ) {
        let Some((row, column)) = self.state.selected.or_else(|| self.entrance()) else {
            return;
        };
        let shown_column = column < self.shape.frozen || columns.contains(&column);
        if !(rows.contains(&row) && shown_column) {
            self.cell(ui, view.cell(row, column), (row, column));
        }
    }

    /// Where Tab enters a table in which nothing is chosen yet.
    fn entrance(&self) -> Option<Place> {
        if self.mode == GridMode::Read {
            return None;
        }
        let columns = self.shape.column_count();
        let mut places =
            (0..self.shape.row_count() * columns).map(|rank| (rank / columns, rank % columns));
        let enters = |cell: &GridCell| {
            if self.mode == GridMode::Edit { cell.is_editable() } else { cell.is_selectable() }
        };
        places.find(|(row, column)| enters(&self.source.cell(*row, *column)))
    }

    fn titles(&self, ui: &Ui, view: &View<'_>, seen: Range<usize>) {
        if self.shape.margins.titles <= 0.0 {
            return;
        }
        let follows = self.follow_selection && self.sheet.is_none();
        let chosen = self.state.selected.filter(|_| follows);
        for index in seen.chain(0..self.shape.frozen) {
            let Some(column) = self.columns.get(index) else {
                continue;
            };
            let rect = view.title(index);
            let painter = ui.painter().with_clip_rect(view.title_clip(index));
            let here = chosen.is_some_and(|(_, column)| column == index);
            paint::title(&painter, rect, &column.title, column.align, here, self.colors);
            let id = self.id.with(("title", index));
            let response = ui.interact(rect, id, Sense::hover());
            response
                .widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, one_line(column)));
        }
    }

    /// Asks for a cell to be scrolled into view, once.
    fn revealed(&mut self, ui: &Ui, view: &View<'_>) -> Option<Rect> {
        let (row, column) = self.state.reveal.take()?;
        let rect = view.reading_rect(row, column);
        ui.scroll_to_rect(rect, None);
        Some(rect)
    }

    fn cell(&mut self, ui: &mut Ui, rect: Rect, place: Place) {
        let cell = self.source.cell(place.0, place.1);
        let id = cell_id(self.id, place);
        let align = self.columns.get(place.1).map_or(Align::Min, |column| column.align);
        let active = self.mode != GridMode::Read && cell.is_selectable();
        let chosen = self.chosen(place, active);
        let focused = chosen == Chosen::Alone && self.is_focused(ui, place);
        let editing = focused && self.can_edit(&cell) && self.state.caret != Caret::InBar;
        let typing = editing && self.state.caret == Caret::InCell;
        let look = paint::Look { chosen, focused, typing };
        let cut = paint::cell(ui.painter(), rect, &cell, align, look, self.colors);
        if editing {
            self.editor(ui, rect, place, &cell, Align2([align, Align::Center]));
            return;
        }
        let sense = if active { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, id, sense);
        describe_cell(&response, &cell, self.can_edit(&cell), || self.name_of(place));
        if active {
            self.choose(ui, &response, place);
        }
        if cut {
            response.on_hover_text(cell.text);
        }
    }

    fn chosen(&self, place: Place, active: bool) -> Chosen {
        if active && self.state.selected == Some(place) {
            return Chosen::Alone;
        }
        let in_block = |block: GridBlock| !block.is_single() && block.contains(place);
        if self.state.block().is_some_and(in_block) { Chosen::InBlock } else { Chosen::No }
    }

    /// Whether the chosen cell has the focus, or the bar that shows its content.
    fn is_focused(&self, ui: &Ui, place: Place) -> bool {
        self.state.caret == Caret::InBar || has_focus(ui, cell_id(self.id, place))
    }

    /// Accessible name of a cell.
    pub(super) fn name_of(&self, place: Place) -> String {
        cell_name(&*self.source, self.columns, self.shape.frozen, place)
    }

    fn can_edit(&self, cell: &GridCell) -> bool {
        self.mode == GridMode::Edit && cell.is_editable()
    }

    /// A click, or the focus that arrives, chooses a cell.
    fn choose(&mut self, ui: &Ui, response: &Response, place: Place) {
        if response.clicked() {
            if self.state.gesture.is_some() {
                // In a spreadsheet the pointer chose as soon as it was pressed.
                return;
            }
            if self.state.selected != Some(place) {
                self.select(ui, place);
            }
            self.state.take_focus = true;
            return;
        }
        if !has_focus(ui, response.id) {
            return;
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ALL_KEYS));
        // The pointer has just chosen another cell, which takes the focus at the end of the frame.
        if self.state.selected == Some(place) || self.state.gesture.is_some() {
            return;
        }
        let entered_by_tab = ui.input(|input| input.key_pressed(Key::Tab) || input.modifiers.alt);
        if entered_by_tab && self.state.selected.is_some() {
            self.state.take_focus = true;
        } else {
            self.select(ui, place);
        }
    }

    fn select(&mut self, ui: &Ui, place: Place) {
        self.answer.leave(self.state);
        self.state.select(ui, self.id, place, &*self.source);
    }
}

/// Whether a cell has the focus, even when another window is in front.
fn has_focus(ui: &Ui, id: Id) -> bool {
    ui.memory(|memory| memory.has_focus(id))
}
