//! Paragraphs and lists with bold, italic and highlighted words.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Label, Response, Sense, Ui, vec2};

use super::fonts::{italic, regular, semibold};
use super::theme::palette;
use super::tokens::{Palette, line_height, space};

/// Words of one style, already typeset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Under the highlighter of the reader.
    pub highlighted: bool,
}

impl Run {
    /// Words in the normal style.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words in bold.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, ..Self::default() }
    }
}

/// Writes a paragraph; `size` is one of [`super::tokens::type_size`].
pub fn paragraph(ui: &mut Ui, runs: &[Run], size: f32) -> Response {
    let colors = palette(ui);
    let job = job(runs, size, colors.text, colors);
    ui.add(Label::new(job).wrap())
}

/// Writes a list, numbered from `numbered` when it has a number.
pub fn bullets(ui: &mut Ui, items: &[Vec<Run>], numbered: Option<u64>, size: f32) {
    for (index, item) in items.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            let place = u64::try_from(index).unwrap_or(u64::MAX);
            marker(ui, numbered.map(|first| first.saturating_add(place)), size);
            ui.vertical(|ui| paragraph(ui, item, size));
        });
    }
}

/// The bullet or the number of an item.
fn marker(ui: &mut Ui, number: Option<u64>, size: f32) {
    let colors = palette(ui);
    if let Some(number) = number {
        let job = job(&[Run::plain(format!("{number}."))], size, colors.text, colors);
        ui.add(Label::new(job).extend());
        return;
    }
    let response = ui.allocate_response(vec2(12.0, line_height(size)), Sense::hover());
    ui.painter().circle_filled(response.rect.center(), 2.5, colors.text_2);
}

/// The runs as one text to lay out.
pub(super) fn job(runs: &[Run], size: f32, color: Color32, colors: &Palette) -> LayoutJob {
    let mut job = LayoutJob::default();
    for run in runs {
        job.append(&run.text, 0.0, format(run, size, color, colors));
    }
    job
}

fn format(run: &Run, size: f32, color: Color32, colors: &Palette) -> TextFormat {
    let font = match (run.bold, run.italic) {
        (true, _) => semibold(size),
        (false, true) => italic(size),
        (false, false) => regular(size),
    };
    TextFormat {
        line_height: Some(line_height(size)),
        valign: Align::Center,
        italics: run.bold && run.italic,
        background: if run.highlighted { colors.mark } else { Color32::TRANSPARENT },
        ..TextFormat::simple(font, color)
    }
}
