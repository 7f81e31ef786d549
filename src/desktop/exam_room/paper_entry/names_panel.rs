//! Who types the paper copy in.

use egui::{Key, Response, ScrollArea, Ui};

use super::deed::EntryDeed;
use super::entry::PaperEntry;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Button, Field, card, label, page, page_keys, page_title, secondary};

/// Longest name, in characters.
const NAME_LIMIT: usize = 80;

/// Asks for the names.
pub(super) fn show(ui: &mut Ui, entry: &mut PaperEntry, asked: &mut Vec<EntryDeed>) {
    page(ui, |ui| {
        ScrollArea::vertical().id_salt("saisie-noms").auto_shrink([false, false]).show(ui, |ui| {
            page_title(ui, fr("Saisir une copie papier"));
            label(
                ui,
                fr("Recopiez ce que le candidat a écrit, sans rien corriger. La copie garde le nom de qui l'a saisie et relue."),
            );
            ui.add_space(space::SMALL);
            card(ui, |ui| fields(ui, entry, asked));
            page_keys(ui);
        });
    });
}

fn fields(ui: &mut Ui, entry: &mut PaperEntry, asked: &mut Vec<EntryDeed>) {
    let takes_focus = entry.wants_focus && !ui.is_sizing_pass();
    let name = fr("Saisie par");
    let typist = Field::new(&name).candidate().limit(NAME_LIMIT).text(ui, &mut entry.notes.typist);
    if takes_focus {
        entry.wants_focus = false;
        typist.request_focus();
    }
    let name = fr("Seconde lecture par");
    let reader = Field::new(&name).candidate().limit(NAME_LIMIT).text(ui, &mut entry.notes.reader);
    secondary(ui, fr("Laissez vide si la même personne relit."));
    ui.add_space(space::SMALL);
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    let by_key = enter && [typist, reader].iter().any(Response::lost_focus);
    let words = fr("Commencer la saisie");
    let reason = fr("Écrivez d'abord qui saisit.");
    let button = Button::primary(&words).candidate().id_salt("commencer-saisie");
    let by_button = button.enabled(entry.notes.is_signed(), &reason).show(ui).clicked();
    if by_key || by_button {
        asked.push(EntryDeed::Begin);
    }
}
