//! What is wrong in the case: severity, place, message, remedy, and the way there.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use super::signs;
use crate::desktop::author::commands::Command;
use crate::desktop::author::model::{Spot, place_words, sentence};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{State, space};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, TextRole, banner, card, count_chip, icon, label, palette, secondary,
    state_text,
};
use crate::domain::diagnostic::{Diagnostic, Severity};

/// Shows the tab.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let derived = desk.open.derived();
    ui.horizontal_wrapped(|ui| {
        let counts = [
            (Severity::Error, "Erreurs", derived.problems.errors),
            (Severity::Warning, "Avertissements", derived.problems.warnings),
        ];
        for (severity, word, count) in counts {
            let (icon, state) = signs::severity(severity);
            let state = if count == 0 { State::Neutral } else { state };
            count_chip(ui, Some(icon), word, count, state);
        }
        let name = fr("Vérifier de nouveau, avec les images du dossier");
        let button = Button::new("Vérifier").small().name(&name).id_salt("verifier");
        if button.show(ui).clicked() {
            desk.ask(Command::LookAgain);
        }
    });
    ui.add_space(space::TINY);
    let area = ScrollArea::vertical().id_salt("preparer-diagnostics");
    area.auto_shrink([false, false]).animated(false).show(ui, |ui| {
        if derived.diagnostics.is_empty() {
            let text = fr("L'étude de cas peut servir à une épreuve.");
            banner(ui, BannerKind::Ok, "Rien à signaler.", &text, None);
        }
        for (index, diagnostic) in derived.diagnostics.iter().enumerate() {
            ui.push_id(index, |ui| {
                card(ui, |ui| show_one(ui, desk, diagnostic));
            });
        }
    });
}

fn show_one(ui: &mut Ui, desk: &mut Desk<'_>, diagnostic: &Diagnostic) {
    let place = fr(&place_words(desk.case(), &diagnostic.place));
    let (sign, state) = signs::severity(diagnostic.severity);
    ui.horizontal_wrapped(|ui| {
        let color = palette(ui).sign(state);
        icon(ui, sign, 16.0, color);
        let word = diagnostic.severity.label();
        state_text(ui, word, TextRole::SecondaryStrong, state);
        secondary(ui, &place);
        let name = fr(&format!("Aller : {place}"));
        let button = Button::link("Aller").trailing(Icon::ChevronRight).name(&name);
        if button.id_salt("aller").show(ui).clicked() {
            desk.ask(Command::Go(Spot::of(&diagnostic.place.element)));
        }
    });
    label(ui, fr(&sentence(&diagnostic.message)));
    secondary(ui, fr(&sentence(&diagnostic.remedy)));
}
