//! Labelled inputs. Their accessible name is their label.

use std::ops::Range;

use egui::accesskit::Invalid;
use egui::text::CCursor;
use egui::{
    Align, Align2, AsIdSalt, Frame, Id, IdSalt, Margin, Response, Stroke, TextEdit, Ui, vec2,
};

use super::focus::focus_ring;
use super::fonts::{monospace, regular};
use super::icons::{Icon, icon};
use super::shell::row;
use super::text::{TextRole, field_name, state_text};
use super::theme::palette;
use super::tokens::{State, height, radius, space, type_size};
use super::underline::zigzag;

/// Where the label of an input is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LabelPlace {
    /// Above the input.
    #[default]
    Above,
    /// On its left.
    Left,
    /// Not shown, only said by screen readers.
    Hidden,
}

/// Finds the stretches of a text that are underlined, in characters; it is given the caret as well,
/// while the input has the focus.
pub type Marks<'find> = &'find dyn Fn(&str, Option<usize>) -> Vec<Range<usize>>;

/// The shape of an input.
#[derive(Clone, Copy)]
struct Shape<'find> {
    /// Lines shown at first; `None` for a single one.
    rows: Option<usize>,
    align: Align2,
    marks: Option<Marks<'find>>,
}

impl Shape<'_> {
    const fn line(align: Align2) -> Self {
        Self { rows: None, align, marks: None }
    }

    const fn area(rows: usize) -> Self {
        Self { rows: Some(rows), align: Align2::LEFT_TOP, marks: None }
    }
}

/// An input with its label.
///
/// Its identity is its label: two inputs of one scope with the same label need an `id_salt`.
#[derive(Debug, Clone)]
#[must_use = "show the input with `text`, `area` or `number`"]
pub struct Field<'text> {
    label: &'text str,
    place: LabelPlace,
    hint: &'text str,
    error: Option<&'text str>,
    width: Option<f32>,
    tall: f32,
    limit: usize,
    password: bool,
    formula: bool,
    id_salt: Option<IdSalt>,
}

impl<'text> Field<'text> {
    /// An input as wide as the place left, its label above.
    pub fn new(label: &'text str) -> Self {
        Self {
            label,
            place: LabelPlace::Above,
            hint: "",
            error: None,
            width: None,
            tall: height::INPUT,
            limit: usize::MAX,
            password: false,
            formula: false,
            id_salt: None,
        }
    }

    /// Says where the label is.
    pub fn place(mut self, place: LabelPlace) -> Self {
        self.place = place;
        self
    }

    /// Example shown while the input is empty.
    pub fn hint(mut self, hint: &'text str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong, where, and what to do; shown under the input.
    pub fn error(mut self, error: Option<&'text str>) -> Self {
        self.error = error;
        self
    }

    /// Width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// 40 high, on the screens of the candidate.
    pub fn candidate(mut self) -> Self {
        self.tall = height::BUTTON_CANDIDATE;
        self
    }

    /// Number of characters at most.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Hides what is typed.
    pub fn password(mut self) -> Self {
        self.password = true;
        self
    }

    /// Written in the font of formulas and fingerprints.
    pub fn formula(mut self) -> Self {
        self.formula = true;
        self
    }

    /// Identity of the input, where its label is not enough.
    pub fn id_salt(mut self, salt: impl AsIdSalt) -> Self {
        self.id_salt = Some(IdSalt::new(salt));
        self
    }

    /// The identity this input has in `ui`, to give it the focus.
    #[must_use]
    pub fn id(&self, ui: &Ui) -> Id {
        ui.scope_id().with_salt(self.id_salt.unwrap_or_else(|| IdSalt::new(("field", self.label))))
    }

    /// Shows a one-line input.
    pub fn text(self, ui: &mut Ui, value: &mut String) -> Response {
        self.show(ui, value, Shape::line(Align2::LEFT_CENTER))
    }

    /// Shows an input of several lines; Tab leaves it.
    pub fn area(self, ui: &mut Ui, value: &mut String, rows: usize) -> Response {
        self.show(ui, value, Shape::area(rows))
    }

    /// Shows an input of several lines where `marks` finds what is underlined.
    pub fn marked_area(
        self,
        ui: &mut Ui,
        value: &mut String,
        rows: usize,
        marks: Marks<'_>,
    ) -> Response {
        self.show(ui, value, Shape { marks: Some(marks), ..Shape::area(rows) })
    }

    /// Shows an input for a number, set to the right; the caller reads the number.
    pub fn number(self, ui: &mut Ui, value: &mut String) -> Response {
        self.show(ui, value, Shape::line(Align2::RIGHT_CENTER))
    }

    fn show(self, ui: &mut Ui, value: &mut String, shape: Shape<'_>) -> Response {
        let id = self.id(ui);
        let shown = match self.place {
            LabelPlace::Above => ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::TINY;
                let name = field_name(ui, self.label);
                let response = self.edit(ui, id, value, shape).labelled_by(name.id);
                self.show_error(ui);
                response
            }),
            LabelPlace::Left => row(ui, self.tall, |ui| {
                let name = field_name(ui, self.label);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = space::TINY;
                    let response = self.edit(ui, id, value, shape).labelled_by(name.id);
                    self.show_error(ui);
                    response
                })
                .inner
            }),
            LabelPlace::Hidden => ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::TINY;
                let response = self.edit(ui, id, value, shape).accessible_name(self.label);
                self.show_error(ui);
                response
            }),
        };
        shown.inner
    }

    fn edit(&self, ui: &mut Ui, id: Id, value: &mut String, shape: Shape<'_>) -> Response {
        let colors = palette(ui);
        let edge = if self.error.is_some() {
            Stroke::new(colors.edge, colors.root)
        } else {
            colors.control_edge()
        };
        let margin = Margin::symmetric(10, if shape.rows.is_some() { 8 } else { 2 });
        let frame = Frame::NONE
            .fill(colors.card)
            .stroke(edge)
            .corner_radius(radius::CONTROL)
            .inner_margin(margin);
        let input = match shape.rows {
            Some(rows) => TextEdit::multiline(value).desired_rows(rows),
            None => TextEdit::singleline(value),
        };
        let font = if self.formula { monospace } else { regular };
        let input = input
            .id(id)
            .frame(frame)
            .font(font(type_size::BODY))
            .text_color(colors.text)
            .password(self.password)
            .char_limit(self.limit)
            .align(shape.align)
            .desired_width(self.width.unwrap_or(f32::INFINITY))
            .min_size(vec2(0.0, self.tall));
        let input =
            if self.hint.is_empty() { input } else { input.hint_text(self.hint.to_owned()) };
        let shown = input.show(ui);
        let response = shown.response.response;
        if let Some(marks) = shape.marks {
            let caret = shown.cursor_range.filter(|_| response.has_focus());
            let caret = caret.map(|range| usize::from(range.primary.index));
            let painter = ui.painter_at(shown.text_clip_rect);
            let row = |at: usize| shown.galley.pos_from_cursor(CCursor::new(at));
            let seen = shown.text_clip_rect.translate(-shown.galley_pos.to_vec2());
            for place in marks(value, caret) {
                // Looked for letter by letter only where it can be seen.
                if row(place.end).bottom() < seen.top() || row(place.start).top() > seen.bottom() {
                    continue;
                }
                zigzag(&painter, &shown.galley, shown.galley_pos, place, colors.root);
            }
        }
        if let Some(error) = self.error {
            response.ctx.accesskit_node_builder(id, |node| {
                node.set_invalid(Invalid::True);
                node.set_description(error);
            });
        }
        focus_ring(ui, &response, response.rect, radius::CONTROL);
        if response.changed() && !ui.is_rect_visible(response.rect) {
            // Nobody writes without seeing it; further down the caret is followed by itself.
            ui.scroll_to_rect(response.rect, Some(Align::Min));
        }
        response
    }

    fn show_error(&self, ui: &mut Ui) {
        let Some(error) = self.error else {
            return;
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let color = palette(ui).root;
            icon(ui, Icon::Bang, 16.0, color);
            ui.vertical(|ui| state_text(ui, error, TextRole::Secondary, State::Root));
        });
    }
}

/// A one-line input, its label above.
pub fn text_field(ui: &mut Ui, label: &str, value: &mut String) -> Response {
    Field::new(label).text(ui, value)
}

/// An input of several lines, its label above.
pub fn text_area(ui: &mut Ui, label: &str, value: &mut String, rows: usize) -> Response {
    Field::new(label).area(ui, value, rows)
}

/// A narrow input for a number, its label on the left; the caller reads the number.
pub fn number_field(ui: &mut Ui, label: &str, value: &mut String) -> Response {
    Field::new(label).place(LabelPlace::Left).width(64.0).number(ui, value)
}
