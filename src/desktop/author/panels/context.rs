//! Context of the company: the text and how it reads.

use egui::Ui;

use super::desk::Desk;
use super::editor::heading;
use super::value_field::area;
use crate::desktop::paper::{fr, rich};
use crate::desktop::ui_kit::{Field, card, field_name, secondary};
use crate::domain::case_study::Edit;

/// Longest text taken, in characters.
pub const TEXT_LIMIT: usize = 60_000;

/// Shows the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    heading(ui, desk, |_, _| {});
    markdown_help(ui);
    let label = fr("Contexte de l'entreprise");
    let typed = area(ui, Field::new(&label).limit(TEXT_LIMIT), &desk.case().context, 14);
    desk.first_field(&typed.response);
    if let Some(text) = typed.text {
        desk.type_in(Edit::Context(text));
    }
    let written = &desk.case().context;
    reading(ui, desk.open.derived().with_figures(written, |solved| Some(solved.context.as_str())));
}

/// How to format a text.
pub fn markdown_help(ui: &mut Ui) {
    secondary(ui, fr("**gras**, *italique*, listes avec « - » ou « 1. », tableaux avec « | »."));
}

/// How a text reads once formatted, with the figures of the data.
pub fn reading(ui: &mut Ui, markdown: &str) {
    if markdown.trim().is_empty() {
        return;
    }
    field_name(ui, "Mise en forme");
    card(ui, |ui| rich(ui, markdown));
}
