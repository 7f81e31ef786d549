//! Fields of the editors: texts as they are, and texts that are read as a value.

use egui::{Response, Ui};

use super::desk::Desk;
use crate::desktop::author::model::FieldKey;
use crate::desktop::author::model::readings::Reading;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::Field;
use crate::domain::case_study::Edit;

/// What was done in a text field.
pub struct Typed {
    /// The field.
    pub response: Response,
    /// The new text, when it changed in this frame.
    pub text: Option<String>,
}

/// A field of one line for a text of the case.
pub fn line(ui: &mut Ui, field: Field<'_>, value: &str) -> Typed {
    let mut text = value.to_owned();
    let response = field.text(ui, &mut text);
    let changed = response.changed();
    Typed { response, text: changed.then_some(text) }
}

/// A field of several lines for a text of the case.
pub fn area(ui: &mut Ui, field: Field<'_>, value: &str, rows: usize) -> Typed {
    let mut text = value.to_owned();
    let response = field.area(ui, &mut text, rows);
    let changed = response.changed();
    Typed { response, text: changed.then_some(text) }
}

/// A field whose text is read; one that means nothing stays as typed, with what to write instead.
pub struct ValueField<'text> {
    key: FieldKey,
    label: &'text str,
    width: Option<f32>,
    rows: usize,
}

impl<'text> ValueField<'text> {
    /// A field of one line, its label above.
    pub fn new(key: FieldKey, label: &'text str) -> Self {
        Self { key, label, width: None, rows: 0 }
    }

    /// Width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// A field of several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Shows the field; a text that is read asks for the edit made of its value.
    pub fn show<T>(
        self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        (reading, value): (&Reading<T>, &T),
        edit: impl FnOnce(T) -> Edit,
    ) -> Response {
        let current = (reading.write)(value);
        let mut text = desk.view.drafts.text(&self.key, &current);
        let problem = (reading.read)(&text).err().map(|problem| fr(&problem));
        let label = fr(self.label);
        let mut field = Field::new(&label).error(problem.as_deref()).id_salt(&self.key);
        if let Some(width) = self.width {
            field = field.width(width);
        }
        let response = if self.rows == 0 {
            field.number(ui, &mut text)
        } else {
            field.area(ui, &mut text, self.rows)
        };
        if response.changed() {
            match (reading.read)(&text) {
                Ok(value) => {
                    let basis = (reading.write)(&value);
                    desk.view.drafts.keep_readable(self.key, text, basis);
                    desk.type_in(edit(value));
                }
                Err(_) => match reading.unreadable {
                    // A key that means nothing is a missing key: the old one must not stay in
                    // silence under another text.
                    Some(fallback) => {
                        let value = fallback();
                        let basis = (reading.write)(&value);
                        desk.view.drafts.keep_unreadable(self.key, text, basis);
                        desk.type_in(edit(value));
                    }
                    None => desk.view.drafts.keep_unreadable(self.key, text, current),
                },
            }
            ui.ctx().request_repaint();
        }
        response
    }
}
