//! The preferences of this PC in the window: shown as soon as they change, and written.

use egui::Context;

use super::screen::Screen;
use super::{CasDecole, appearance};
use crate::desktop::ui_kit::install;
use crate::storage::Preferences;

impl CasDecole {
    /// Gives the window the colours and the size of the text that are chosen.
    pub(super) fn show_appearance(&mut self, ctx: &Context) {
        let (theme, text_percent) = (self.preferences.theme, self.preferences.text_percent);
        if self.shown_appearance != (theme, text_percent) {
            self.shown_appearance = (theme, text_percent);
            install(ctx, appearance::theme_kind(theme));
            appearance::set_text_size(ctx, text_percent);
            ctx.request_repaint();
        }
    }

    /// Writes the preferences when they have changed. Those that cannot be written are no reason to
    /// disturb an exam: they are kept in memory and written with the next change.
    pub(super) fn save_preferences(&mut self, ctx: &Context) {
        let lasting = self.lasting_preferences();
        if lasting == self.saved_preferences {
            return;
        }
        if let Some(path) = &self.preferences_path {
            let _ = lasting.save(path);
        }
        self.saved_preferences = lasting;
        ctx.request_repaint();
    }

    /// The preferences of this PC: the appearance of a sitting is never theirs, or the next
    /// candidate would find it.
    fn lasting_preferences(&self) -> Preferences {
        let mut lasting = self.preferences.clone();
        if let Screen::ExamRoom(workspace) = &self.screen
            && let Some((theme, text_percent)) = workspace.usual_appearance()
        {
            (lasting.theme, lasting.text_percent) = (theme, text_percent);
        }
        lasting
    }
}
