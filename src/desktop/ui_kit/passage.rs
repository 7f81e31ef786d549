//! A part of a text that the reader may highlight by pressing it: a paragraph, an item, a row.

use egui::{
    AsIdSalt, Color32, CursorIcon, Id, IdSalt, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo,
};

use super::rich::{Run, reading_job};
use super::theme::palette;
use super::tokens::radius;

/// Width of the bar beside what is highlighted: colour alone says nothing.
const BAR: f32 = 2.0;

/// Whether a part of a text is highlighted, and whether pressing it changes that.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PassageState {
    /// Under the highlighter of the reader.
    pub highlighted: bool,
    /// Pressing it is offered.
    pub pressable: bool,
}

impl PassageState {
    /// Puts the part among the widgets; it keeps its focus under `salt`.
    pub(super) fn allocate(self, ui: &mut Ui, salt: IdSalt, size: Vec2) -> Response {
        let (unsalted, rect) = ui.allocate_space(size);
        let (id, sense): (Id, Sense) = if self.pressable {
            (ui.scope_id().with_salt(salt), Sense::click())
        } else {
            (unsalted, Sense::hover())
        };
        let response = ui.interact(rect, id, sense);
        if self.pressable { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
    }

    /// What screen readers say: the words, and whether they are highlighted.
    pub(super) fn describe(self, response: &Response, role: Role, words: &str) {
        response.widget_info(|| {
            if self.pressable {
                WidgetInfo::selected(Role::CheckBox, true, self.highlighted, words)
            } else if self.highlighted {
                WidgetInfo::labeled(role, true, format!("{words}, surligné"))
            } else {
                WidgetInfo::labeled(role, true, words)
            }
        });
    }

    /// Ground of the part, under its words.
    pub(super) fn ground(self, ui: &Ui, response: &Response, plain: Color32) -> Color32 {
        let colors = palette(ui);
        if self.highlighted {
            colors.mark
        } else if self.pressable && response.hovered() {
            colors.accent_soft
        } else {
            plain
        }
    }

    /// The bar of what is highlighted, and the ring of what has the focus, over its words.
    pub(super) fn signs(self, ui: &Ui, response: &Response, rect: Rect) {
        let colors = palette(ui);
        if self.highlighted {
            let bar = Stroke::new(BAR, colors.warn);
            ui.painter().vline(rect.left() + BAR * 0.5, rect.y_range(), bar);
        }
        if response.has_focus() {
            let ring = colors.focus_ring();
            ui.painter().rect_stroke(rect, radius::BAR, ring, StrokeKind::Inside);
        }
    }
}

/// Writes a paragraph, `zoom` times its size, that the reader may highlight; `salt` is unique in
/// its scope.
pub fn passage(
    ui: &mut Ui,
    salt: impl AsIdSalt,
    runs: &[Run],
    size: f32,
    zoom: f32,
    state: PassageState,
) -> Response {
    let mut job = reading_job(ui, runs, size, zoom);
    job.wrap.max_width = ui.available_width();
    let words = ui.painter().layout_job(job);
    let response = state.allocate(ui, IdSalt::new(salt), words.size());
    state.describe(&response, Role::Label, words.text());
    if ui.is_rect_visible(response.rect) {
        // The scrolled place leaves three points around its content.
        let around = response.rect.expand2(Vec2::new(3.0, 0.0));
        let ground = state.ground(ui, &response, Color32::TRANSPARENT);
        ui.painter().rect_filled(around, radius::BAR, ground);
        let color = palette(ui).text;
        ui.painter().galley(response.rect.left_top(), words, color);
        state.signs(ui, &response, around);
    }
    response
}
