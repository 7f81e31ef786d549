//! The way out: what is filled in is given up on purpose only, and nothing secret stays behind.

use egui::Context;
use egui::text_edit::TextEditState;

use super::{NewSessionScreen, Page};
use crate::desktop::paper::fr;
use crate::desktop::services::Departure;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, label};

impl NewSessionScreen {
    /// A form that is filled in is given up on purpose only.
    pub(super) fn confirm_leaving(&mut self, ctx: &Context) -> Option<Departure> {
        if !self.leaves {
            return None;
        }
        let (title, stay) = (fr("Quitter sans créer la session ?"), fr("Rester ici"));
        let leave = fr("Abandonner la saisie");
        let answer = Dialog::new("session-quitter", &title)
            .button(&stay, ButtonKind::Normal)
            .button(&leave, ButtonKind::Destructive)
            .show(ctx, |ui| {
                label(ui, fr("Ce qui est écrit ici n'est gardé nulle part, codes compris."));
            });
        self.leaves = answer == DialogAnswer::Open;
        (answer == DialogAnswer::Pressed(1)).then_some(Departure::Home)
    }

    /// Whether the window may close: never while the session is made, nor before a passphrase that
    /// was drawn is noted.
    pub(in crate::desktop::app) fn close_requested(&mut self) -> bool {
        let free = match &self.page {
            Page::Filling => true,
            Page::Preparing(_) => false,
            Page::Prepared(prepared) => prepared.may_leave(),
        };
        self.refused = !free;
        free
    }

    /// Forgets everything secret: this page is left.
    pub(super) fn forget(&mut self, ctx: &Context) {
        self.form.erase_secrets();
        self.forget_fields(ctx);
        if let Page::Prepared(prepared) = &mut self.page {
            prepared.shown = None;
        }
    }

    /// egui keeps what was typed in a field, to undo it: that is forgotten too.
    pub(super) fn forget_fields(&mut self, ctx: &Context) {
        for field in self.fields.drain(..) {
            TextEditState::default().store(ctx, field);
        }
    }
}
