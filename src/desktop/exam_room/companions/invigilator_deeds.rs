//! The panel of the invigilator beside the test, and what is done when they ask for it.

use egui::Context;

use super::super::invigilator::{InvigilatorDeed, Sight};
use super::super::sitting::Sitting;
use super::Companions;
use crate::desktop::services::Services;
use crate::domain::exam::ClosedBy;

/// Names the folder asked for when a copy cannot be saved, or one more is wanted.
pub(in crate::desktop::exam_room) const OTHER_FOLDER: &str = "composer-autre-dossier";
/// Names the folder asked for the readable copy.
const PRINTED_FOLDER: &str = "composer-copie-lisible";

impl Companions {
    /// Shows the panel of the invigilator, and does what they ask in it.
    pub(super) fn show_invigilator(
        &mut self,
        ctx: &Context,
        sitting: &mut Sitting,
        services: &mut Services<'_>,
    ) {
        if let Some(folder) = services.picker.take(PRINTED_FOLDER) {
            self.printed.write(sitting.copy.sitting(), &folder, ctx);
        }
        if services.picker.shows_field() {
            // The path asked for in this panel is written in front of it; it comes back afterwards.
            return;
        }
        let sight = Sight::of(sitting.copy.sitting(), self.room.is_on());
        let Some(deed) = self.invigilator.show(ctx, &sight) else { return };
        match deed {
            InvigilatorDeed::Time(event) => sitting.copy.sitting_mut().record_time(event),
            InvigilatorDeed::CloseCopy => sitting.copy.close_copy(ClosedBy::Invigilator),
            InvigilatorDeed::OtherFolder => {
                services.picker.ask_folder(ctx, OTHER_FOLDER, "Autre dossier pour la copie");
            }
            InvigilatorDeed::PrintCopy => {
                services.picker.ask_folder(ctx, PRINTED_FOLDER, "Dossier de la copie lisible");
            }
            InvigilatorDeed::FullScreen(on) => self.room.set(ctx, on),
        }
        sitting.refresh();
    }
}
