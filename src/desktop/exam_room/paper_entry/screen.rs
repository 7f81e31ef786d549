//! The entry of a paper copy in the window.

use std::time::Duration;

use egui::Ui;

use super::super::layout::above_footer;
use super::deed::EntryDeed;
use super::entry::{EntryStep, PaperEntry};
use super::{bars_panel, finish_panel, names_panel, question_panel};
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};

/// Names the folder asked for.
const OTHER_FOLDER: &str = "saisie-autre-dossier";
/// While the disk is at work, it is looked at again after so long.
const LOOK: Duration = Duration::from_secs(1);

impl PaperEntry {
    /// Draws the whole window and does what is asked in it.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        services: &mut Services<'_>,
        help_is_open: &mut bool,
    ) -> Option<Departure> {
        if let Some(folder) = services.picker.take(OTHER_FOLDER) {
            self.add_folder(&folder);
        }
        let ctx = ui.ctx().clone();
        self.keep_receipt(&ctx);
        let mut asked = Vec::new();
        bars_panel::top(ui, self);
        above_footer(ui, |ui| match self.step() {
            EntryStep::Names => names_panel::show(ui, self, &mut asked),
            EntryStep::Questions => question_panel::show(ui, self, &mut asked),
            EntryStep::End => finish_panel::show_end(ui, self, &mut asked),
            EntryStep::Delivering => finish_panel::show_delivery(ui, self, &mut asked),
            EntryStep::Done => finish_panel::show_done(ui, self, &mut asked),
        });
        bars_panel::bottom(ui, self, &mut asked);
        if !asked.is_empty() {
            ctx.request_repaint();
        }
        if !self.copy().save_state().is_saved() {
            ctx.request_repaint_after(LOOK);
        }
        let mut departure = None;
        for deed in asked {
            match deed {
                EntryDeed::OtherFolder => {
                    services.picker.ask_folder(&ctx, OTHER_FOLDER, "Autre dossier pour la copie");
                }
                EntryDeed::Help => *help_is_open = true,
                EntryDeed::WriteReceipt => self.write_receipt_again(&ctx),
                EntryDeed::Leave => {
                    self.finish_receipt();
                    departure = Some(Departure::Home);
                }
                other => self.perform(other),
            }
        }
        departure
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        let candidate = &self.copy().sheet().candidate;
        fr(&format!("{candidate}, copie papier – Composer – Cas d'école"))
    }
}
