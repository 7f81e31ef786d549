//! The notices of the time beside the test: over it or above it, told from what the clocks and the
//! focus say.

use egui::Context;

use super::super::notices_panel;
use super::super::room_mode::focus_is_ours;
use super::super::sitting::Sitting;
use super::super::time_notices::ShownNotice;
use super::Companions;
use crate::domain::exam::Notice;

impl Companions {
    /// The quiet notices that stand above the test, oldest first; none when they are over it.
    pub(in crate::desktop::exam_room) fn notices_above(&self) -> &[ShownNotice] {
        if self.notices_are_above { self.notices.shown() } else { &[] }
    }

    /// Closes a quiet notice.
    pub(in crate::desktop::exam_room) fn close_notice(&mut self, number: u64) {
        self.notices.dismiss(number);
    }

    /// What the clocks and the focus say, shown or not.
    pub(in crate::desktop::exam_room) fn look(
        &mut self,
        ctx: &Context,
        sitting: &mut Sitting,
        dialog_is_open: bool,
        announced: Vec<Notice>,
    ) {
        let live = sitting.copy.sitting();
        let (now, phase) = (live.now(), live.phase());
        let left = self.room.observe(focus_is_ours(ctx, dialog_is_open), phase, now);
        if let Some(left) = left {
            sitting.copy.sitting_mut().record_time(left);
        }
        let ledger = &sitting.copy.sheet().ledger;
        self.notices.observe(ledger, now);
        for notice in announced {
            self.notices.announce(notice, ledger, now);
        }
        self.notices_are_above = notices_panel::go_above(ctx, sitting);
    }

    /// Shows the notices that stand over the test.
    pub(super) fn show_notices(&mut self, ctx: &Context, sitting: &Sitting) {
        let now = sitting.copy.sitting().now();
        notices_panel::show(ctx, &mut self.notices, now, self.notices_are_above);
    }
}

#[cfg(test)]
mod tests {
    use egui::{RawInput, Rect, pos2, vec2};

    use super::super::super::example::{begun, folder_with_subject};
    use super::*;
    use crate::storage::Preferences;

    #[test]
    fn notices_give_way_to_the_banner_of_a_save_and_to_a_narrow_window() {
        let ctx = Context::default();
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        let mut companions = Companions::begin(&ctx, &mut sitting, &mut Preferences::default());
        let mut look = |sitting: &mut Sitting, width: f32, announced: Vec<Notice>| {
            let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 700.0)));
            let input = RawInput { screen_rect, ..RawInput::default() };
            let output = ctx.run_ui(input, |ui| {
                companions.look(ui.ctx(), sitting, false, announced.clone());
            });
            output.drop_without_applying_deltas();
            companions.notices_above().len()
        };
        assert_eq!(look(&mut sitting, 1366.0, vec![Notice::Half]), 0, "it is over the test");
        assert_eq!(look(&mut sitting, 780.0, Vec::new()), 1);
        assert_eq!(look(&mut sitting, 1366.0, Vec::new()), 0);
        sitting.copy.add_folder(folder.path());
        assert_eq!(look(&mut sitting, 1366.0, Vec::new()), 1, "a banner says that it is refused");
    }
}
