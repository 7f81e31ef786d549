//! A line of a side list: a question, a copy, a part of the case.

use std::sync::Arc;

use egui::{
    AsIdSalt, CornerRadius, Galley, IdSalt, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::chip::put;
use super::focus::focus_ring;
use super::fonts::{regular, semibold};
use super::icons::{Icon, paint};
use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::{Palette, State, radius, space, type_size};

/// Width kept for a number or a sign at the start of a line.
const LEAD: f32 = 24.0;
/// Side of a sign.
const SIGN: f32 = 14.0;

/// A line one can choose; Enter, Space and a click choose it.
#[derive(Debug, Clone)]
#[must_use = "show the line with `show`"]
pub struct ListLine<'text> {
    text: &'text str,
    lead: Option<&'text str>,
    icon: Option<Icon>,
    trailing: Option<&'text str>,
    status: Option<(Icon, &'text str, State)>,
    detail: Option<&'text str>,
    selected: bool,
    strong: bool,
    id_salt: Option<IdSalt>,
}

impl<'text> ListLine<'text> {
    /// A line of one text.
    pub fn new(text: &'text str) -> Self {
        Self {
            text,
            lead: None,
            icon: None,
            trailing: None,
            status: None,
            detail: None,
            selected: false,
            strong: false,
            id_salt: None,
        }
    }

    /// A number before the text.
    pub fn lead(mut self, lead: &'text str) -> Self {
        self.lead = Some(lead);
        self
    }

    /// A sign before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A count or a time at the end of the first line.
    pub fn trailing(mut self, trailing: &'text str) -> Self {
        self.trailing = Some(trailing);
        self
    }

    /// A second line: the sign and the word of a state, and a text at its end.
    pub fn status(
        mut self,
        icon: Icon,
        word: &'text str,
        state: State,
        detail: &'text str,
    ) -> Self {
        self.status = Some((icon, word, state));
        self.detail = Some(detail);
        self
    }

    /// Whether this line is the one shown.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Whether this line is the title of a group.
    pub fn strong(mut self, strong: bool) -> Self {
        self.strong = strong;
        self
    }

    /// Identity of the line; unique in its scope.
    pub fn id_salt(mut self, salt: impl AsIdSalt) -> Self {
        self.id_salt = Some(IdSalt::new(salt));
        self
    }

    /// Shows the line.
    pub fn show(self, ui: &mut Ui) -> Response {
        let words = self.words(ui, ui.available_width());
        let below = if self.status.is_some() { 20.0 } else { 7.0 };
        let tall = words.size().y + below;
        let salt = self.id_salt.unwrap_or_else(|| IdSalt::new(("line", self.lead, self.text)));
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), tall));
        let response = ui.interact(rect, ui.scope_id().with_salt(salt), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, true, self.selected, self.accessible_name())
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, &response, words, palette(ui));
        }
        focus_ring(ui, &response, rect.shrink(4.0), radius::CHIP);
        response
    }

    /// The text of the line, on as many lines as it needs.
    fn words(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let colors = palette(ui);
        let bold = self.selected || self.strong;
        let size = if self.strong { type_size::SECONDARY } else { type_size::BODY };
        let font = if bold { semibold(size) } else { regular(size) };
        let start =
            if self.lead.is_some() || self.icon.is_some() { LEAD + space::TINY } else { 0.0 };
        let end = self.trailing.map_or(0.0, |text| {
            let font = regular(type_size::SECONDARY);
            laid_out(ui.painter(), text, font, colors.text_2, &Lines::FREE).size().x + space::SMALL
        });
        let room = width - start - end - 2.0 * space::SMALL;
        laid_out(ui.painter(), self.text, font, colors.text, &Lines::wrapped(room.max(48.0)))
    }

    fn accessible_name(&self) -> String {
        let status = self.status.map(|(_, word, _)| word);
        let parts = [self.lead, Some(self.text), status, self.detail, self.trailing];
        let filled: Vec<&str> =
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        filled.join(", ")
    }

    fn paint(&self, ui: &Ui, response: &Response, words: Arc<Galley>, colors: &Palette) {
        let rect = response.rect;
        let painter = ui.painter();
        if self.selected {
            painter.rect_filled(rect, radius::CONTROL, colors.accent_soft);
            let corners = CornerRadius { nw: 3, sw: 3, ne: 0, se: 0 };
            painter.rect_filled(rect.with_max_x(rect.left() + 3.0), corners, colors.accent);
        } else if response.hovered() {
            painter.rect_filled(rect, radius::CONTROL, colors.sunken);
        }
        let bold = self.selected || self.strong;
        let first = if self.status.is_some() {
            rect.top() + 2.0 + words.size().y * 0.5
        } else {
            rect.center().y
        };
        let mut left = rect.left() + space::SMALL;
        if let Some(lead) = self.lead {
            let font = if bold { semibold(type_size::BODY) } else { regular(type_size::BODY) };
            let number = laid_out(painter, lead, font, colors.text, &Lines::FREE);
            let start = left + LEAD - space::TINY - number.size().x;
            put(painter, pos2(start, rect.center().y), number, colors.text);
            left += LEAD + space::TINY;
        } else if let Some(icon) = self.icon {
            let middle = pos2(left + LEAD * 0.5 - 2.0, first);
            paint(painter, Rect::from_center_size(middle, Vec2::splat(16.0)), icon, colors.text_2);
            left += LEAD + space::TINY;
        }
        self.end_text(ui, rect, first, self.trailing, colors);
        put(painter, pos2(left, first), words, colors.text);
        self.paint_status(ui, rect, left, colors);
    }

    /// Writes a secondary text at the right end; gives where it starts.
    fn end_text(
        &self,
        ui: &Ui,
        rect: Rect,
        middle: f32,
        text: Option<&str>,
        colors: &Palette,
    ) -> f32 {
        let end = rect.right() - space::SMALL;
        let Some(text) = text else {
            return end;
        };
        let size = type_size::SECONDARY;
        let font =
            if self.selected && self.status.is_none() { semibold(size) } else { regular(size) };
        let words = laid_out(ui.painter(), text, font, colors.text_2, &Lines::FREE);
        let start = end - words.size().x;
        put(ui.painter(), pos2(start, middle), words, colors.text_2);
        start
    }

    fn paint_status(&self, ui: &Ui, rect: Rect, left: f32, colors: &Palette) {
        let Some((icon, word, state)) = self.status else {
            return;
        };
        let middle = rect.bottom() - 11.0;
        let right = self.end_text(ui, rect, middle, self.detail, colors);
        let sign = Rect::from_center_size(pos2(left + SIGN * 0.5, middle), Vec2::splat(SIGN));
        paint(ui.painter(), sign, icon, colors.sign(state));
        let start = left + SIGN + space::TINY;
        let lines = Lines::cut((right - start - space::TINY).max(16.0));
        let font = regular(type_size::SECONDARY);
        let words = laid_out(ui.painter(), word, font, colors.text_2, &lines);
        put(ui.painter(), pos2(start, middle), words, colors.text_2);
    }
}
