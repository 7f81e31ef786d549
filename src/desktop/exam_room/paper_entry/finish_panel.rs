//! The end of the entry: what is left to read again, the sealing, then the fingerprint and the
//! receipts.

use egui::{Key, ScrollArea, Ui};

use super::super::receipt_panel::{fingerprint, receipt_files};
use super::bars_panel::trouble;
use super::deed::EntryDeed;
use super::entry::PaperEntry;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, Icon, banner, card, label, page, page_keys, page_title, secondary,
    subtitle,
};
use crate::sitting::Delivery;

/// Longest identifier, in characters.
const IDENTIFIER_LIMIT: usize = 20;
/// Width of the field of the identifier, in points.
const FIELD: f32 = 260.0;

/// Shows what is left to read again, and the sealing.
pub(super) fn show_end(ui: &mut Ui, entry: &mut PaperEntry, asked: &mut Vec<EntryDeed>) {
    page(ui, |ui| {
        trouble(ui, entry.copy(), asked);
        ScrollArea::vertical().id_salt("saisie-fin").auto_shrink([false, false]).show(ui, |ui| {
            page_title(ui, fr("Terminer la saisie"));
            card(ui, |ui| left(ui, entry, asked));
            ui.add_space(space::NORMAL);
            card(ui, |ui| sealing(ui, entry, asked));
            page_keys(ui);
        });
    });
}

fn left(ui: &mut Ui, entry: &PaperEntry, asked: &mut Vec<EntryDeed>) {
    subtitle(ui, fr("Seconde lecture"));
    let ranks = entry.notes.not_read_again(entry.copy().subject());
    if ranks.is_empty() {
        label(ui, fr("Toutes les questions ont été relues."));
    }
    for rank in ranks {
        let words = fr(&format!("Relire la question {}", rank + 1));
        if Button::link(&words).icon(Icon::Eye).id_salt(rank).show(ui).clicked() {
            asked.push(EntryDeed::Open(rank));
        }
    }
}

fn sealing(ui: &mut Ui, entry: &mut PaperEntry, asked: &mut Vec<EntryDeed>) {
    subtitle(ui, fr("Sceller la copie"));
    label(ui, fr("La copie est scellée pour le jury. Elle ne pourra plus être changée."));
    let name = fr("Pour confirmer, écrivez l'identifiant du candidat");
    let field = Field::new(&name).candidate().width(FIELD).limit(IDENTIFIER_LIMIT);
    let response = field.text(ui, &mut entry.confirmation);
    if std::mem::take(&mut entry.wants_answer) {
        response.request_focus();
    }
    let by_key = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let refusal = entry.refusal().map(fr);
    let words = fr("Sceller la copie");
    let button = Button::primary(&words).candidate().icon(Icon::Lock).id_salt("sceller");
    let reason = refusal.as_deref().unwrap_or_default();
    let by_button = button.enabled(refusal.is_none(), reason).show(ui).clicked();
    if let Some(refusal) = &refusal {
        secondary(ui, refusal.as_str());
    } else if by_key || by_button {
        asked.push(EntryDeed::HandIn);
    }
}

/// Shows a copy that is sealed but not yet written.
pub(super) fn show_delivery(ui: &mut Ui, entry: &PaperEntry, asked: &mut Vec<EntryDeed>) {
    let Delivery::Unwritten(problem) = entry.copy().delivery() else { return };
    page(ui, |ui| {
        page_title(ui, fr("Copie close, pas encore écrite"));
        let (title, text) = (fr("L'écriture a échoué."), fr(&problem.to_string()));
        if banner(ui, BannerKind::Root, &title, &text, Some("Autre dossier…")) {
            asked.push(EntryDeed::OtherFolder);
        }
        ui.add_space(space::SMALL);
        let words = fr("Réessayer");
        if Button::primary(&words).id_salt("reessayer").show(ui).clicked() {
            asked.push(EntryDeed::Deliver);
        }
    });
}

/// Shows the fingerprint and the receipts of a copy that is written and verified.
pub(super) fn show_done(ui: &mut Ui, entry: &PaperEntry, asked: &mut Vec<EntryDeed>) {
    let Delivery::Delivered(delivered) = entry.copy().delivery() else { return };
    page(ui, |ui| {
        ScrollArea::vertical().id_salt("saisie-faite").auto_shrink([false, false]).show(ui, |ui| {
            page_title(ui, fr("Copie papier scellée"));
            if let Some(words) = entry.copy().sheet().paper_words() {
                label(ui, fr(&words));
            }
            for path in &delivered.files {
                label(ui, format!("{} {}", fr("Fichier écrit et relu :"), path.display()));
            }
            for problem in &delivered.missing {
                let title = fr("Un dossier n'a pas été écrit.");
                banner(ui, BannerKind::Warn, &title, &fr(&problem.to_string()), None);
            }
            ui.add_space(space::SMALL);
            fingerprint(ui, "Empreinte de la copie", &delivered.fingerprint);
            ui.add_space(space::SMALL);
            if receipt_files(ui, entry.receipt()) {
                asked.push(EntryDeed::WriteReceipt);
            }
            ui.add_space(space::NORMAL);
            let words = fr("Terminer");
            if Button::primary(&words).candidate().id_salt("terminer").show(ui).clicked() {
                asked.push(EntryDeed::Leave);
            }
        });
    });
}
