//! What may be opened beside the test, and what is open.

use egui::Context;

use super::super::sitting::Sitting;
use super::Companions;

/// What may be opened beside the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::desktop::exam_room) enum Companion {
    /// The calculator.
    Calculator,
    /// The scratch pad.
    Scratch,
    /// The settings of the screen.
    Appearance,
    /// The earlier states of the answer on screen.
    History,
    /// The panel of the invigilator.
    Invigilator,
    /// The receipt on the disk, once more.
    Receipt,
}

/// Which tools are on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desktop::exam_room) struct OpenTools {
    /// The calculator.
    pub(in crate::desktop::exam_room) calculator: bool,
    /// The scratch pad.
    pub(in crate::desktop::exam_room) scratch: bool,
}

impl Companions {
    /// Opens or closes one; those of the test stay as they are while it is suspended.
    pub(in crate::desktop::exam_room) fn toggle(
        &mut self,
        ctx: &Context,
        sitting: &Sitting,
        which: Companion,
    ) {
        let is_of_the_test = !matches!(which, Companion::Appearance | Companion::Invigilator);
        if is_of_the_test && sitting.is_suspended() {
            return;
        }
        match which {
            Companion::Calculator => self.calculator.toggle(ctx),
            Companion::Scratch => self.scratch.toggle(ctx),
            Companion::Appearance => self.appearance_is_open = !self.appearance_is_open,
            Companion::Invigilator => self.invigilator.open(),
            Companion::Receipt => self.receipt.write_again(sitting.copy.sitting(), ctx),
            Companion::History => {
                if let Some(question) = sitting.copy.question(sitting.current()) {
                    self.history.open(question.id.clone());
                }
            }
        }
    }

    /// Whether the invigilator has the keyboard.
    pub(in crate::desktop::exam_room) const fn invigilator_is_shown(&self) -> bool {
        self.invigilator.is_shown()
    }

    /// Which tools are open.
    pub(in crate::desktop::exam_room) const fn open_tools(&self) -> OpenTools {
        OpenTools { calculator: self.calculator.is_open(), scratch: self.scratch.is_open() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::example::{begun, folder_with_subject};
    use super::*;
    use crate::domain::exam::TimeEvent;
    use crate::storage::Preferences;

    fn suspend(sitting: &mut Sitting) {
        let reason = "alarme".to_owned();
        sitting.copy.sitting_mut().record_time(TimeEvent::Paused { reason });
    }

    #[test]
    fn the_tools_of_a_suspended_test_do_not_open() {
        let ctx = Context::default();
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        let mut companions = Companions::begin(&ctx, &mut sitting, &mut Preferences::default());
        suspend(&mut sitting);
        for which in [Companion::Calculator, Companion::Scratch, Companion::History] {
            companions.toggle(&ctx, &sitting, which);
        }
        let none = OpenTools { calculator: false, scratch: false };
        assert_eq!(companions.open_tools(), none);
        assert!(companions.history.question().is_none());
        companions.toggle(&ctx, &sitting, Companion::Appearance);
        assert!(companions.appearance_is_open);
        companions.toggle(&ctx, &sitting, Companion::Invigilator);
        assert!(companions.invigilator_is_shown());
    }
}
