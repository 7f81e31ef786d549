//! The annexes in a window of their own, for a second screen; inside the main window where the
//! system cannot open another.

use egui::{Context, Key, Modifiers, ScrollArea, Ui, ViewportBuilder, ViewportClass, ViewportId};

use super::super::reading::{Page, Reading, ReadingDeed};
use super::{line_guide, reading_bar, reading_page};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{line_height, type_size};
use crate::desktop::ui_kit::{Button, Icon, Tab, page, tabs};
use crate::domain::case_study::Subject;

/// Size of the window at first, in points.
const SIZE: [f32; 2] = [620.0, 720.0];
/// Smallest size of the window, in points.
const SMALLEST: [f32; 2] = [320.0, 260.0];

/// Shows the other window while it is open; it stays in front where the main window does.
pub fn show(
    ctx: &Context,
    subject: &Subject,
    reading: &Reading,
    stays_in_front: bool,
    asked: &mut Vec<ReadingDeed>,
) {
    let Some(shown) = reading.other_window() else { return };
    let title = fr(&format!("{} – Cas d'école", reading_page::name(shown)));
    let builder = ViewportBuilder::default()
        .with_title(title)
        .with_app_id("casdecole")
        .with_inner_size(SIZE)
        .with_min_inner_size(SMALLEST);
    let builder = if stays_in_front { builder.with_always_on_top() } else { builder };
    let id = ViewportId::from_hash_of("casdecole_annexes");
    ctx.show_viewport_immediate(id, builder, |ui, class| {
        if class == ViewportClass::EmbeddedWindow {
            content(ui, subject, reading, shown, asked);
        } else {
            page(ui, |ui| content(ui, subject, reading, shown, asked));
            if is_closed(ui) {
                asked.push(ReadingDeed::OtherWindow(None));
            }
        }
    });
}

/// Whether the person closed this window, by its button or by Escape.
fn is_closed(ui: &Ui) -> bool {
    let by_button = ui.input(|input| input.viewport().close_requested());
    by_button || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

fn content(
    ui: &mut Ui,
    subject: &Subject,
    reading: &Reading,
    shown: Page,
    asked: &mut Vec<ReadingDeed>,
) {
    ui.push_id("autre-fenetre", |ui| {
        page_tabs(ui, subject, reading, shown, asked);
        ui.horizontal_wrapped(|ui| {
            reading_bar::sizes(ui, reading, asked);
            reading_bar::highlighter(ui, reading, shown, asked);
            let close = Button::quiet("Fermer").small().icon(Icon::Close).id_salt("fermer");
            if close.name("Fermer cette fenêtre").show(ui).clicked() {
                asked.push(ReadingDeed::OtherWindow(None));
            }
        });
        reading_bar::wheel(ui, ui.available_rect_before_wrap(), asked);
        let area = ScrollArea::vertical().id_salt(shown).auto_shrink([false, false]);
        let output = area.show(ui, |ui| reading_page::show(ui, subject, reading, shown, asked));
        let line = line_height(type_size::BODY) * reading.zoom().factor();
        line_guide::dim(ui, "autre-fenetre", output.inner_rect, line);
    });
}

/// The pages in the order of the subject: this window stays open from question to question.
fn page_tabs(
    ui: &mut Ui,
    subject: &Subject,
    reading: &Reading,
    shown: Page,
    asked: &mut Vec<ReadingDeed>,
) {
    let mut pages = reading.pages().to_vec();
    pages.sort_by_key(|page| match page {
        Page::Exhibit(index) => *index,
        Page::Context | Page::Instructions => usize::MAX,
    });
    let names: Vec<(String, String)> = pages
        .iter()
        .map(|page| {
            let label = match page {
                Page::Exhibit(index) if *page != shown => (index + 1).to_string(),
                _ => reading_page::name(*page),
            };
            (label, reading_page::full_name(subject, *page))
        })
        .collect();
    let listed: Vec<Tab<'_>> =
        names.iter().map(|(label, name)| Tab::new(label).name(name)).collect();
    let mut active = pages.iter().position(|page| *page == shown).unwrap_or(0);
    if tabs(ui, "pages", &mut active, &listed).changed()
        && let Some(page) = pages.get(active)
    {
        asked.push(ReadingDeed::OtherWindow(Some(*page)));
    }
}
