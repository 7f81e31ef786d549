//! Paragraphs and lists with bold, italic and highlighted words.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Context, Label, Response, Sense, Ui, vec2};

use super::fonts::{italic, regular, semibold};
use super::text::add_words;
use super::theme::{palette, set_for_reading};
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
    let job = reading_job(ui, runs, size, 1.0);
    ui.add(Label::new(job).wrap())
}

/// Writes a list, numbered from `numbered` when it has a number.
pub fn bullets(ui: &mut Ui, items: &[Vec<Run>], numbered: Option<u64>, size: f32) {
    for (index, item) in items.iter().enumerate() {
        list_item(ui, numbered, index, (size, 1.0), |ui| {
            paragraph(ui, item, size);
        });
    }
}

/// The item of this rank of a list, its bullet or its number before what `add_words` writes;
/// the words have a size and are enlarged by a factor.
pub fn list_item(
    ui: &mut Ui,
    numbered: Option<u64>,
    rank: usize,
    (size, zoom): (f32, f32),
    add_words: impl FnOnce(&mut Ui),
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let place = u64::try_from(rank).unwrap_or(u64::MAX);
        marker(ui, numbered.map(|first| first.saturating_add(place)), size, zoom);
        ui.vertical(add_words);
    });
}

/// The bullet or the number of an item.
fn marker(ui: &mut Ui, number: Option<u64>, size: f32, zoom: f32) {
    if let Some(number) = number {
        let job = reading_job(ui, &[Run::plain(format!("{number}."))], size, zoom);
        ui.add(Label::new(job).extend());
        return;
    }
    let place = vec2(12.0, line_height(size)) * zoom;
    let response = ui.allocate_response(place, Sense::hover());
    ui.painter().circle_filled(response.rect.center(), 2.5 * zoom, palette(ui).text_2);
}

/// The runs as a text to read: `zoom` times `size`, and spaced when the person asked for it.
pub(super) fn reading_job(ctx: &Context, runs: &[Run], size: f32, zoom: f32) -> LayoutJob {
    let colors = palette(ctx);
    let mut job = job(runs, size, colors.text, colors);
    set_for_reading(ctx, &mut job, zoom);
    job
}

/// The runs as one text to lay out.
pub(super) fn job(runs: &[Run], size: f32, color: Color32, colors: &Palette) -> LayoutJob {
    let mut job = LayoutJob::default();
    for run in runs {
        add_words(&mut job, &run.text, &format(run, size, color, colors));
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
