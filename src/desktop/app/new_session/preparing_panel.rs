//! The session being made: how far it is, and whether it may still be stopped.

use egui::Ui;

use super::asked::Asked;
use super::preparation::Preparation;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, card, label, page_title, progress_bar, secondary};

/// Shows the page; `refused` when somebody tried to close the window.
pub(super) fn show(ui: &mut Ui, preparation: &Preparation, refused: bool) -> Option<Asked> {
    let progress = preparation.progress();
    let mut asked = None;
    page_title(ui, fr("Préparation de la session"));
    card(ui, |ui| {
        ui.set_max_width(560.0);
        label(ui, fr(&format!("{}…", progress.step)));
        progress_bar(ui, progress.done, progress.total);
        secondary(ui, fr("Le tirage des clés prend quelques secondes."));
        let reason = fr("L'écriture a commencé : elle va jusqu'au bout.");
        let may_cancel = preparation.may_cancel();
        if Button::new("Annuler").enabled(may_cancel, &reason).show(ui).clicked() {
            asked = Some(Asked::Cancel);
        }
        if !may_cancel {
            secondary(ui, reason);
        }
        if refused {
            secondary(ui, fr("Vous pourrez fermer la fenêtre quand la session sera prête."));
        }
    });
    asked
}
