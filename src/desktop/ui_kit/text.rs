//! Text already typeset in French: its sizes, weights and line heights.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Label, Painter, Response, RichText, Ui};

use super::fonts::{regular, semibold};
use super::theme::palette;
use super::tokens::{State, line_height, type_size};

/// The space inside numbers and before « ; ! ? ».
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
/// The only space at which the window breaks no line.
const NO_BREAK_SPACE: &str = "\u{a0}";
/// Width of the narrow space, out of that of a space.
const NARROW: f32 = 0.5;

/// What a text is for; gives its size, weight and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRole {
    /// Title of a page (26).
    Page,
    /// Title of a view (20).
    Title,
    /// Title of a card (17).
    Subtitle,
    /// Text (15).
    Body,
    /// Text that matters (15, semibold).
    Strong,
    /// Text of a question (16).
    Question,
    /// Secondary text (13).
    Secondary,
    /// Name of a field or of a group (13, semibold).
    SecondaryStrong,
}

impl TextRole {
    /// Font of this text.
    #[must_use]
    pub fn font(self) -> FontId {
        match self {
            Self::Page => semibold(type_size::PAGE),
            Self::Title => semibold(type_size::TITLE),
            Self::Subtitle => semibold(type_size::SUBTITLE),
            Self::Body => regular(type_size::BODY),
            Self::Strong => semibold(type_size::BODY),
            Self::Question => regular(type_size::QUESTION),
            Self::Secondary => regular(type_size::SECONDARY),
            Self::SecondaryStrong => semibold(type_size::SECONDARY),
        }
    }

    /// Whether the text is written in the secondary colour.
    fn is_secondary(self) -> bool {
        matches!(self, Self::Secondary | Self::SecondaryStrong)
    }
}

/// A text in the font, height and colour of its role, for egui's own widgets.
#[must_use]
pub fn styled(ui: &Ui, text: impl Into<String>, role: TextRole) -> RichText {
    let colors = palette(ui);
    let color = if role.is_secondary() { colors.text_2 } else { colors.text };
    with_color(text, role, color)
}

fn with_color(text: impl Into<String>, role: TextRole, color: Color32) -> RichText {
    let font = role.font();
    let height = line_height(font.size);
    RichText::new(text).font(font).line_height(Some(height)).color(color)
}

/// Writes a text in a role; it wraps in a column.
pub fn text(ui: &mut Ui, text: impl Into<String>, role: TextRole) -> Response {
    let styled = styled(ui, text, role);
    ui.label(styled)
}

/// Writes a text on one line, cut with « … » where there is no room.
///
/// The whole text is then in the tooltip.
pub fn one_line(ui: &mut Ui, text: impl Into<String>, role: TextRole) -> Response {
    let styled = styled(ui, text, role);
    ui.add(Label::new(styled).truncate())
}

/// Writes a text in the colour of a state; a sign or the word itself must say the state.
pub fn state_text(ui: &mut Ui, text: impl Into<String>, role: TextRole, state: State) -> Response {
    let styled = with_color(text, role, palette(ui).sign(state));
    ui.label(styled)
}

/// Title of a page (26).
pub fn page_title(ui: &mut Ui, title: impl Into<String>) -> Response {
    text(ui, title, TextRole::Page)
}

/// Title of a view (20).
pub fn title(ui: &mut Ui, title: impl Into<String>) -> Response {
    text(ui, title, TextRole::Title)
}

/// Title of a card (17).
pub fn subtitle(ui: &mut Ui, title: impl Into<String>) -> Response {
    text(ui, title, TextRole::Subtitle)
}

/// Text (15).
pub fn label(ui: &mut Ui, words: impl Into<String>) -> Response {
    text(ui, words, TextRole::Body)
}

/// Text that matters (15, semibold).
pub fn strong(ui: &mut Ui, words: impl Into<String>) -> Response {
    text(ui, words, TextRole::Strong)
}

/// Text of a question (16).
pub fn question(ui: &mut Ui, words: impl Into<String>) -> Response {
    text(ui, words, TextRole::Question)
}

/// Secondary text (13).
pub fn secondary(ui: &mut Ui, words: impl Into<String>) -> Response {
    text(ui, words, TextRole::Secondary)
}

/// Name of a field or of a group (13, semibold, secondary colour).
pub fn field_name(ui: &mut Ui, words: impl Into<String>) -> Response {
    text(ui, words, TextRole::SecondaryStrong)
}

/// How a text is laid out before it is painted inside a component.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    /// Width where it wraps or is cut.
    pub width: f32,
    /// Number of lines at most.
    pub rows: usize,
}

impl Lines {
    /// Never wrapped, never cut.
    pub(super) const FREE: Self = Self { width: f32::INFINITY, rows: usize::MAX };

    /// One line, cut at this width.
    pub(super) fn cut(width: f32) -> Self {
        Self { width, rows: 1 }
    }

    /// As many lines as needed in this width.
    pub(super) fn wrapped(width: f32) -> Self {
        Self { width, rows: usize::MAX }
    }
}

/// Lays a text out with the line height of its size.
pub(super) fn laid_out(
    painter: &Painter,
    text: impl Into<String>,
    font: FontId,
    color: Color32,
    lines: &Lines,
) -> Arc<Galley> {
    let format = TextFormat {
        line_height: Some(line_height(font.size)),
        valign: Align::Center,
        ..TextFormat::simple(font, color)
    };
    let mut job = LayoutJob::default();
    let text = text.into();
    if lines.rows == 1 {
        // One line is cut anywhere.
        job.append(&text, 0.0, format);
    } else {
        add_words(&mut job, &text, &format);
    }
    job.wrap = TextWrapping {
        max_width: lines.width,
        max_rows: lines.rows,
        break_anywhere: lines.rows == 1,
        ..TextWrapping::default()
    };
    painter.layout_job(job)
}

/// Adds words to a text to lay out. The window would break a line at a narrow no-break space, even
/// inside « 1 800 »: a no-break space in half the size is as wide, and keeps the words together.
pub(super) fn add_words(job: &mut LayoutJob, words: &str, format: &TextFormat) {
    for (rank, part) in words.split(NARROW_NO_BREAK_SPACE).enumerate() {
        if rank > 0 {
            let mut narrow = format.clone();
            narrow.font_id.size *= NARROW;
            job.append(NO_BREAK_SPACE, 0.0, narrow);
        }
        if rank == 0 || !part.is_empty() {
            job.append(part, 0.0, format.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::text::LayoutSection;

    use super::*;

    #[test]
    fn a_number_is_never_broken_between_its_thousands() {
        let format = TextFormat::simple(regular(type_size::BODY), Color32::PLACEHOLDER);
        let mut job = LayoutJob::default();
        add_words(&mut job, "soit 1\u{202f}800 pièces\u{202f}", &format);
        assert_eq!(job.text, "soit 1\u{a0}800 pièces\u{a0}");
        let small = |section: &LayoutSection| section.format.font_id.size < type_size::BODY;
        let small: Vec<bool> = job.sections.iter().map(small).collect();
        assert_eq!(small, [false, true, false, true]);
        let mut empty = LayoutJob::default();
        add_words(&mut empty, "", &format);
        assert_eq!(empty.sections.len(), 1, "it keeps the height of its line");
    }
}
