//! A text being typed: recorded a moment after the last keystroke, or when it is left.

use egui::{Response, Ui};

use super::desk::Desk;
use crate::desktop::jury::model::{FocusWish, TextKey};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::Field;

/// An area for a text of a candidate.
pub struct DraftArea<'a> {
    key: TextKey,
    label: &'a str,
    hint: &'a str,
    error: Option<&'a str>,
    rows: usize,
    focus: Option<FocusWish>,
}

impl<'a> DraftArea<'a> {
    /// An area of three lines.
    pub fn new(key: TextKey, label: &'a str) -> Self {
        Self { key, label, hint: "", error: None, rows: 3, focus: None }
    }

    /// What is shown while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong with it.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Number of lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The key that brings the focus here.
    pub fn focus(mut self, wish: FocusWish) -> Self {
        self.focus = Some(wish);
        self
    }

    /// Shows the area.
    pub fn show(self, ui: &mut Ui, desk: &mut Desk<'_>) -> Response {
        let bench = desk.bench;
        let recorded = bench.recorded_text(&self.key.0, &self.key.1);
        let (label, hint) = (fr(self.label), fr(self.hint));
        let error = self.error.map(fr);
        let text = desk.view.drafts.text(&self.key, recorded);
        let response = Field::new(&label)
            .hint(&hint)
            .error(error.as_deref())
            .id_salt(&self.key)
            .area(ui, text, self.rows);
        if response.changed() {
            desk.view.drafts.typed(&self.key, desk.now);
        }
        if response.lost_focus() {
            desk.record_texts = true;
        }
        if self.focus.is_some() && desk.view.focus == self.focus && ui.is_enabled() {
            desk.view.focus = None;
            response.request_focus();
            response.scroll_to_me(None);
            ui.ctx().request_repaint();
        }
        response
    }
}
