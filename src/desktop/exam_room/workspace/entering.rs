//! The way into a test: the folders that are chosen, the identification, then the open copy.

use std::sync::Arc;

use egui::Context;

use super::{ExamRoomWorkspace, Screen};
use crate::desktop::exam_room::commands::Entrance;
use crate::desktop::exam_room::companions::{Companions, OTHER_FOLDER};
use crate::desktop::exam_room::paper_entry::PaperEntry;
use crate::desktop::exam_room::sitting::Sitting;
use crate::desktop::services::Services;
use crate::domain::answers::Origin;
use crate::spell_check::{Speller, Vocabulary};
use crate::storage::Preferences;
use crate::storage::journal::Wake;

/// Names the folder asked for before the test.
const FOLDER: &str = "composer-dossier";
/// Names the folder asked for the second copy.
const MIRROR: &str = "composer-deuxieme-dossier";

impl ExamRoomWorkspace {
    /// Shows the test once its subject is open.
    pub(super) fn enter_when_open(&mut self, ctx: &Context, preferences: &mut Preferences) {
        let Screen::Identification(form) = &mut self.screen else { return };
        if let Some(copy) = form.poll() {
            if copy.sheet().origin == Origin::Paper {
                self.screen = Screen::Paper(Box::new(PaperEntry::new(copy)));
                return;
            }
            let mut sitting = Box::new(Sitting::new(copy));
            sitting.speller = allowed_speller(ctx, &sitting);
            let companions = Companions::begin(ctx, &mut sitting, preferences);
            self.screen = Screen::Sitting(sitting, Box::new(companions));
            ctx.request_repaint();
        }
    }

    /// Does what is asked before the test.
    pub(super) fn enter(&mut self, ctx: &Context, entrance: Entrance, services: &mut Services<'_>) {
        let Screen::Identification(form) = &mut self.screen else { return };
        match entrance {
            Entrance::Begin => form.begin(services.environment, &waking(ctx)),
            Entrance::ChooseWork => {
                services.picker.ask_folder(ctx, FOLDER, "Dossier de ce poste pour la copie");
            }
            Entrance::ChooseMirror => {
                services.picker.ask_folder(ctx, MIRROR, "Dossier de la deuxième copie");
            }
            Entrance::NoMirror => form.choose_mirror(None),
        }
    }

    /// Takes the folders chosen in a dialog.
    pub(super) fn take_folders(&mut self, services: &mut Services<'_>) {
        match &mut self.screen {
            Screen::Identification(form) => {
                if let Some(folder) = services.picker.take(FOLDER) {
                    form.choose_work(folder);
                }
                if let Some(folder) = services.picker.take(MIRROR) {
                    form.choose_mirror(Some(folder));
                }
            }
            Screen::Paper(_) => {}
            Screen::Sitting(sitting, _) => {
                if let Some(folder) = services.picker.take(OTHER_FOLDER) {
                    sitting.copy.add_folder(&folder);
                    sitting.refresh();
                }
            }
        }
    }
}

/// The spell-check, where the case allows it to everybody or the accommodation to this candidate.
fn allowed_speller(ctx: &Context, sitting: &Sitting) -> Option<Speller> {
    let subject = sitting.copy.subject();
    let granted = sitting.copy.sitting().facts().accommodation.as_ref();
    let is_allowed = subject.materials.spell_check || granted.is_some_and(|one| one.spell_check);
    let ctx = ctx.clone();
    is_allowed
        .then(|| Speller::start(Vocabulary::of(subject.as_ref()), move || ctx.request_repaint()))
}

/// Wakes the resting window when a background save ends.
fn waking(ctx: &Context) -> Wake {
    let ctx = ctx.clone();
    Arc::new(move || ctx.request_repaint())
}
