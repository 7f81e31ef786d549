//! « Brouillon, non remis »: a text for the candidate alone, kept in the journal of the sitting.

use egui::{Align2, Context, ScrollArea, Ui};

use super::floating::{Floating, Frontage};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{line_height, space, type_size};
use crate::desktop::ui_kit::{Field, LabelPlace, secondary};

/// Characters of the scratch pad at most.
pub const LIMIT: usize = 20_000;
/// Fewest lines shown.
const FEWEST_LINES: usize = 4;
/// Most lines shown: beyond, the text scrolls.
const MOST_LINES: usize = 60;

/// The scratch pad in its window.
#[derive(Debug, Clone, Default)]
pub struct ScratchPad {
    floating: Floating,
}

impl ScratchPad {
    /// Whether it is on screen.
    pub const fn is_open(&self) -> bool {
        self.floating.is_open()
    }

    /// Opens it, or closes it.
    pub fn toggle(&mut self, ctx: &Context) {
        self.floating.toggle(ctx);
    }

    /// Shows it while it is open; `true` when the text changed.
    pub fn show(&mut self, ctx: &Context, text: &mut String) -> bool {
        let (title, close) = (fr("Brouillon, non remis"), fr("Fermer le brouillon"));
        let frontage = Frontage {
            id: "brouillon",
            title: &title,
            close: &close,
            width: 380.0,
            tall: Some(320.0),
            corner: Align2::LEFT_BOTTOM,
        };
        let changed = self.floating.show(ctx, frontage, |ui, wants_focus| {
            secondary(
                ui,
                fr("Ce brouillon est pour vous seul : le jury ne le reçoit jamais. Il est détruit à la remise de votre copie."),
            );
            ui.add_space(space::TINY);
            write(ui, text, wants_focus)
        });
        changed.unwrap_or(false)
    }
}

fn write(ui: &mut Ui, text: &mut String, wants_focus: bool) -> bool {
    let lines = lines_in(ui.available_height() - 2.0 * space::NORMAL);
    let area = ScrollArea::vertical().id_salt("brouillon").auto_shrink([false, false]);
    let shown = area.show(ui, |ui| {
        let field = Field::new("Brouillon").place(LabelPlace::Hidden).limit(LIMIT);
        let response = field.area(ui, text, lines);
        if wants_focus {
            response.request_focus();
        }
        response.changed()
    });
    shown.inner
}

/// Lines of text that fill a height.
fn lines_in(tall: f32) -> usize {
    let line = line_height(type_size::BODY);
    (FEWEST_LINES..MOST_LINES)
        .take_while(|count| super::amount(count + 1) * line <= tall)
        .last()
        .map_or(FEWEST_LINES, |count| count + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_fills_its_window_within_limits() {
        assert_eq!(lines_in(0.0), FEWEST_LINES);
        assert_eq!(lines_in(-20.0), FEWEST_LINES);
        assert_eq!(lines_in(205.0), 10);
        assert_eq!(lines_in(100_000.0), MOST_LINES);
    }
}
