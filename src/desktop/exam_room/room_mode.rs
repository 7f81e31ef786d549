//! Room mode: full screen, in front, and leaving the window is recorded. It is not prevented: that
//! is the work of the system's own assigned access.

use egui::{Context, Key, Modifiers, ViewportCommand, WindowLevel};

use crate::domain::exam::{Moment, Phase, TimeEvent};

/// A shorter absence is not recorded: a notification of the system may take the focus for an
/// instant. In milliseconds.
const SHORTEST_ABSENCE: u64 = 2_000;

/// Whether the window is in room mode, and whether the candidate is away from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RoomMode {
    is_on: bool,
    /// Since when no window of ours has the focus, on the running clock.
    away_since: Option<u64>,
}

impl RoomMode {
    /// Whether the window is full screen and in front.
    pub(super) const fn is_on(&self) -> bool {
        self.is_on
    }

    /// Goes full screen and in front, or back; a window that is so already is left alone.
    pub(super) fn set(&mut self, ctx: &Context, on: bool) {
        if self.is_on == on {
            return;
        }
        self.is_on = on;
        let level = if on { WindowLevel::AlwaysOnTop } else { WindowLevel::Normal };
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on));
        ctx.send_viewport_cmd(ViewportCommand::WindowLevel(level));
        if on {
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }

    /// Takes F11: outside room mode it goes there. `true` when it wants to leave it, which the
    /// room code alone allows.
    pub(super) fn take_key(&mut self, ctx: &Context) -> bool {
        if !ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F11)) {
            return false;
        }
        let leaves = self.is_on;
        if !leaves {
            self.set(ctx, true);
        }
        leaves
    }

    /// Looks at where the focus is, at each frame and whenever the hidden window is woken. Gives
    /// what is to be recorded when the candidate comes back. `is_ours` says that the focus is in a
    /// window or a dialog of ours.
    pub(super) fn observe(
        &mut self,
        is_ours: bool,
        phase: Phase,
        now: Moment,
    ) -> Option<TimeEvent> {
        if phase != Phase::Running {
            self.away_since = None;
            return None;
        }
        if !is_ours {
            self.away_since.get_or_insert(now.running);
            return None;
        }
        let away = now.running.saturating_sub(self.away_since.take()?);
        (away > SHORTEST_ABSENCE).then_some(TimeEvent::LeftWindow { milliseconds: away })
    }
}

/// Whether the focus is in the main window, in that of the annexes, or in a file dialog that the
/// program opened. Call it from the main window.
pub(super) fn focus_is_ours(ctx: &Context, file_dialog_is_open: bool) -> bool {
    file_dialog_is_open
        || ctx.input(|input| {
            let raw = &input.raw;
            raw.focused || raw.viewports.values().any(|window| window.focused == Some(true))
        })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use egui::{RawInput, ViewportId, ViewportInfo};

    use super::*;

    fn moment(running: u64) -> Moment {
        let wall = DateTime::parse_from_rfc3339("2027-03-11T09:02:10+01:00").expect("a time");
        Moment::new(wall, running)
    }

    fn look(mode: &mut RoomMode, is_ours: bool, running: u64) -> Option<TimeEvent> {
        mode.observe(is_ours, Phase::Running, moment(running))
    }

    #[test]
    fn an_absence_of_more_than_two_seconds_is_recorded_once() {
        let mut mode = RoomMode::default();
        assert_eq!(look(&mut mode, true, 0), None);
        assert_eq!(look(&mut mode, false, 1_000), None);
        assert_eq!(look(&mut mode, false, 4_000), None);
        let left = TimeEvent::LeftWindow { milliseconds: 6_000 };
        assert_eq!(look(&mut mode, true, 7_000), Some(left));
        assert_eq!(look(&mut mode, true, 8_000), None);
    }

    #[test]
    fn an_instant_away_is_not() {
        let mut mode = RoomMode::default();
        assert_eq!(look(&mut mode, false, 1_000), None);
        assert_eq!(look(&mut mode, true, 3_000), None);
    }

    #[test]
    fn nothing_is_recorded_while_the_time_stands_still() {
        let mut mode = RoomMode::default();
        assert_eq!(look(&mut mode, false, 1_000), None);
        assert_eq!(mode.observe(false, Phase::Paused, moment(9_000)), None);
        assert_eq!(look(&mut mode, true, 20_000), None);
    }

    #[test]
    fn the_second_window_and_file_dialogs_are_ours() {
        let ctx = Context::default();
        let see = |main: bool, second: bool, dialog: bool| {
            let info = |focused| ViewportInfo { focused: Some(focused), ..ViewportInfo::default() };
            let mut input = RawInput { focused: main, ..RawInput::default() };
            input.viewports.insert(ViewportId::ROOT, info(main));
            input.viewports.insert(ViewportId::from_hash_of("annexes"), info(second));
            let mut ours = false;
            let output = ctx.run_ui(input, |ui| ours = focus_is_ours(ui.ctx(), dialog));
            output.drop_without_applying_deltas();
            ours
        };
        assert!(see(true, false, false));
        assert!(see(false, true, false));
        assert!(see(false, false, true));
        assert!(!see(false, false, false));
    }

    #[test]
    fn f11_goes_full_screen_but_only_asks_to_leave_it() {
        let ctx = Context::default();
        let mut mode = RoomMode::default();
        let press = |mode: &mut RoomMode| {
            let event = egui::Event::Key {
                key: Key::F11,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            };
            let input = RawInput { events: vec![event], ..RawInput::default() };
            let mut wants_to_leave = false;
            let output = ctx.run_ui(input, |ui| {
                wants_to_leave |= mode.take_key(ui.ctx());
            });
            output.drop_without_applying_deltas();
            wants_to_leave
        };
        assert!(!press(&mut mode));
        assert!(mode.is_on());
        assert!(press(&mut mode));
        assert!(mode.is_on(), "the room code alone leaves it");
    }
}
