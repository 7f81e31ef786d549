//! The bar above a spreadsheet: the name of the chosen cell, its text as typed, undo and redo.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, CCursorRange, LayoutJob};
use egui::{
    Align, Align2, CornerRadius, Frame, Galley, Id, KeyboardShortcut, Layout, Margin, Painter,
    Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextBuffer, TextEdit, TextFormat, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::button::{Button, ButtonKind};
use super::super::chip::put;
use super::super::focus::{ALL_KEYS, focus_ring};
use super::super::fonts::{monospace, semibold};
use super::super::icons::Icon;
use super::super::shell::row;
use super::super::text::{Lines, laid_out};
use super::super::tokens::{Palette, height, radius, space, type_size};

use super::response::{GridResponse, GridWish};
use super::sheet::GridSheet;
use super::source::GridSource;
use super::state::{Caret, GridState, bar_id, characters_before, reset_editor, set_range};

/// Width of the name of the cell.
const NAME: f32 = 64.0;
/// Space before the text.
const MARGIN: f32 = 10.0;
/// Least width of the bar.
const LEAST: f32 = 160.0;

/// Everything needed to show the bar in this frame.
pub(super) struct Bar<'frame> {
    pub(super) id: Id,
    pub(super) sheet: GridSheet<'frame>,
    pub(super) colors: &'frame Palette,
    pub(super) state: &'frame mut GridState,
    pub(super) source: &'frame mut dyn GridSource,
    pub(super) answer: &'frame mut GridResponse,
}

impl Bar<'_> {
    /// Shows the bar.
    pub(super) fn show(&mut self, ui: &mut Ui) {
        row(ui, height::INPUT, |ui| {
            let buttons = 2.0 * (height::BUTTON + space::SMALL);
            let width = (ui.available_width() - buttons).max(LEAST);
            let (_, whole) = ui.allocate_space(vec2(width, height::INPUT));
            self.ground(ui, whole);
            let field = whole.with_min_x(whole.left() + NAME);
            if self.state.caret == Caret::InBar {
                self.editor(ui, whole, field);
            } else {
                self.reading(ui, field);
            }
            self.steps(ui);
        });
    }

    /// The frame, and the name of the chosen cell or block.
    fn ground(&self, ui: &Ui, whole: Rect) {
        let colors = self.colors;
        let painter = ui.painter();
        painter.rect_filled(whole, radius::CONTROL, colors.card);
        let name = whole.with_max_x(whole.left() + NAME);
        let round = CornerRadius { nw: radius::CONTROL, sw: radius::CONTROL, ne: 0, se: 0 };
        painter.rect_filled(name, round, colors.sunken);
        painter.vline(name.right(), whole.y_range(), colors.divider());
        painter.rect_stroke(whole, radius::CONTROL, colors.control_edge(), StrokeKind::Inside);
        let font = semibold(type_size::BODY);
        let words = laid_out(painter, self.chosen_name(), font, colors.text, &Lines::cut(NAME));
        let left = name.center().x - words.size().x * 0.5;
        put(painter, pos2(left, name.center().y), words, colors.text);
    }

    fn chosen_name(&self) -> String {
        self.state.block().map(|block| self.sheet.text.block_name(block)).unwrap_or_default()
    }

    /// « Barre de formule, G13 ».
    fn name(&self) -> String {
        let chosen = self.chosen_name();
        if chosen.is_empty() {
            "Barre de formule".to_owned()
        } else {
            format!("Barre de formule, {chosen}")
        }
    }

    fn is_fillable(&self) -> bool {
        let cell = self.state.selected.map(|(row, column)| self.source.cell(row, column));
        cell.is_some_and(|cell| cell.is_editable())
    }

    /// The text of the chosen cell; a press puts the caret in it.
    fn reading(&mut self, ui: &Ui, field: Rect) {
        let shown = if self.state.selected.is_some() { self.state.buffer.as_str() } else { "" };
        let places = places(self.sheet, shown);
        let galley = laid_text(ui, shown, &places, self.colors);
        let start = pos2(field.left() + MARGIN, field.center().y - galley.size().y * 0.5);
        let painter = ui.painter().with_clip_rect(field.shrink(1.0));
        painter.galley(start, Arc::clone(&galley), self.colors.text);
        underline(&painter, &galley, start, (shown, places.as_slice()), self.colors);
        let fillable = self.is_fillable();
        let sense = if fillable { Sense::CLICK } else { Sense::hover() };
        let response = ui.interact(field, bar_id(self.id), sense);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, fillable, self.name());
            info.current_text_value = Some(shown.to_owned());
            info
        });
        let pressed = ui.input(|input| input.pointer.primary_pressed());
        if response.clicked() || (pressed && response.is_pointer_button_down_on()) {
            let at = response.interact_pointer_pos().map(|at| galley.cursor_from_pos(at - start));
            self.enter(ui, at);
        }
    }

    /// The caret goes into the bar.
    fn enter(&mut self, ui: &Ui, at: Option<CCursor>) {
        let editor = bar_id(self.id);
        if !self.state.is_typing() {
            reset_editor(ui, editor);
        }
        self.state.caret = Caret::InBar;
        self.state.corner = None;
        let caret = at.unwrap_or_else(|| CCursor::end_of_str(&self.state.buffer));
        set_range(ui, editor, CCursorRange::one(caret));
        ui.memory_mut(|memory| memory.request_focus(editor));
        ui.request_repaint();
    }

    /// The text being typed, the names of cells underlined.
    fn editor(&mut self, ui: &mut Ui, whole: Rect, field: Rect) {
        let name = self.name();
        let (sheet, colors) = (self.sheet, self.colors);
        let builder = UiBuilder::new().max_rect(field).layout(Layout::left_to_right(Align::Center));
        let mut child = ui.new_child(builder);
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, _: f32| {
            laid_text(ui, text.as_str(), &places(sheet, text.as_str()), colors)
        };
        let output = TextEdit::singleline(&mut self.state.buffer)
            .id(bar_id(self.id))
            .font(monospace(type_size::BODY))
            .frame(Frame::NONE.inner_margin(Margin::symmetric(10, 0)))
            .align(Align2::LEFT_CENTER)
            .char_limit(sheet.limit)
            .desired_width(field.width())
            .min_size(field.size())
            .return_key(None::<KeyboardShortcut>)
            .event_filter(ALL_KEYS)
            .layouter(&mut layouter)
            .show(&mut child);
        let response = output.response.response.accessible_name(name);
        let places = places(sheet, &self.state.buffer);
        let painter = ui.painter().with_clip_rect(output.text_clip_rect.expand(2.0));
        let text = (self.state.buffer.as_str(), places.as_slice());
        underline(&painter, &output.galley, output.galley_pos, text, colors);
        focus_ring(ui, &response, whole, radius::CONTROL);
        if response.changed()
            && let Some((row, column)) = self.state.selected
        {
            self.state.pointed = None;
            self.source.write(row, column, &self.state.buffer);
            self.answer.changed.push((row, column));
            ui.request_repaint();
        }
    }

    /// Undo and redo; what is being typed is a step too.
    fn steps(&mut self, ui: &mut Ui) {
        let unfinished = self.state.is_typing() && self.state.is_changed();
        let steps = [
            (
                Button::sign(Icon::Undo, "Annuler la dernière saisie"),
                (self.sheet.can_undo || unfinished, "Rien à annuler dans ce tableau."),
                GridWish::Undo,
            ),
            (
                Button::sign(Icon::Redo, "Rétablir la saisie annulée"),
                (self.sheet.can_redo && !unfinished, "Rien à rétablir dans ce tableau."),
                GridWish::Redo,
            ),
        ];
        for (rank, (button, (enabled, reason), wish)) in steps.into_iter().enumerate() {
            let button = button.kind(ButtonKind::Quiet).enabled(enabled, reason);
            if button.id_salt(("step", rank)).show(ui).clicked() {
                self.answer.leave(self.state);
                self.answer.wish = Some(wish);
            }
        }
    }
}

/// Where the names of cells are in a text, in bytes.
fn places(sheet: GridSheet<'_>, text: &str) -> Vec<Range<usize>> {
    sheet.text.references(text).into_iter().map(|(place, _)| place).collect()
}

/// A text on one line, the names of cells in the accent.
fn laid_text(ui: &Ui, text: &str, places: &[Range<usize>], colors: &Palette) -> Arc<Galley> {
    let plain = TextFormat::simple(monospace(type_size::BODY), colors.text);
    let accent = TextFormat::simple(monospace(type_size::BODY), colors.accent);
    let mut job = LayoutJob {
        break_on_newline: false,
        keep_trailing_whitespace: true,
        ..LayoutJob::default()
    };
    let mut from = 0;
    for place in places {
        let before = text.get(from..place.start).unwrap_or("");
        if !before.is_empty() {
            job.append(before, 0.0, plain.clone());
        }
        job.append(text.get(place.clone()).unwrap_or(""), 0.0, accent.clone());
        from = place.end;
    }
    job.append(text.get(from..).unwrap_or(""), 0.0, plain);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Underlines the names of cells with dashes.
fn underline(
    painter: &Painter,
    galley: &Galley,
    start: Pos2,
    (text, places): (&str, &[Range<usize>]),
    colors: &Palette,
) {
    let stroke = Stroke::new(colors.edge.max(1.5), colors.accent);
    let bottom = start.y + galley.size().y;
    let x = |byte: usize| {
        let cursor = CCursor::new(characters_before(text, byte));
        start.x + galley.pos_from_cursor(cursor).left()
    };
    for place in places {
        let line = [pos2(x(place.start), bottom), pos2(x(place.end), bottom)];
        painter.extend(Shape::dashed_line(&line, stroke, 5.0, 2.0));
    }
}
