//! The cover of a test that is suspended: nothing of the subject nor of the answers is on screen.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use egui::Ui;

use super::layout::sized;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, Icon, State, card, icon, label, page, page_title, palette, secondary, strong,
};
use crate::domain::exam::{InterruptionCause, Ledger, Moment, Passage, Phase};
use crate::domain::french::clock_minutes;

/// Width of the card, in points.
const WIDTH: f32 = 560.0;
/// Part of the height above the card.
const ABOVE: f32 = 0.2;
const MINUTE: u64 = 60_000;

/// A pause that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pause {
    reason: String,
    since: DateTime<FixedOffset>,
    /// `None` when no clock can tell.
    milliseconds: Option<u64>,
}

impl Pause {
    /// The pause of a ledger at a moment; `None` when the time is not suspended.
    pub(super) fn of(ledger: &Ledger, now: Moment) -> Option<Self> {
        if ledger.phase() != Phase::Paused {
            return None;
        }
        ledger.course(now).into_iter().rev().find_map(|passage| match passage {
            Passage::Interrupted(interruption)
                if interruption.cause == InterruptionCause::Paused && interruption.to.is_none() =>
            {
                Some(Self {
                    reason: interruption.reason,
                    since: interruption.from,
                    milliseconds: interruption.milliseconds,
                })
            }
            Passage::Interrupted(_) | Passage::Worked(_) => None,
        })
    }

    /// « Motif : alarme incendie. »; nothing when none was given.
    fn reason_words(&self) -> Option<String> {
        let reason = self.reason.trim().trim_end_matches('.');
        (!reason.is_empty()).then(|| format!("Motif : {reason}."))
    }

    /// « Depuis 10 h 15, soit 7 min. »
    fn since_words(&self) -> String {
        let since = clock_minutes(self.since);
        match self.milliseconds.map(|length| length / MINUTE) {
            None => format!("Depuis {since}."),
            Some(0) => format!("Depuis {since}, soit moins d'une minute."),
            Some(minutes) => format!("Depuis {since}, soit {minutes} min."),
        }
    }

    /// Time before the words change.
    fn until_next_words(&self) -> Duration {
        let rest = self.milliseconds.map_or(0, |length| length % MINUTE);
        // One millisecond more: the clock is past the change when the window wakes.
        Duration::from_millis(MINUTE - rest + 1)
    }
}

/// Shows the cover in place of the test; `true` when the invigilator's panel is asked for.
pub(super) fn show(ui: &mut Ui, pause: &Pause) -> bool {
    ui.ctx().request_repaint_after(pause.until_next_words());
    let mut asked = false;
    page(ui, |ui| {
        let room = ui.available_size();
        let width = room.x.min(WIDTH);
        ui.add_space(room.y * ABOVE);
        ui.horizontal_top(|ui| {
            ui.add_space(((room.x - width) * 0.5).max(0.0));
            sized(ui, width, |ui| card(ui, |ui| asked = content(ui, pause)));
        });
    });
    asked
}

fn content(ui: &mut Ui, pause: &Pause) -> bool {
    ui.horizontal_top(|ui| {
        let ink = palette(ui).sign(State::Warn);
        icon(ui, Icon::Pause, 32.0, ink);
        let room = ui.available_width();
        sized(ui, room, |ui| {
            page_title(ui, fr("Épreuve suspendue"));
            if let Some(reason) = pause.reason_words() {
                strong(ui, fr(&reason));
            }
            label(ui, fr(&pause.since_words()));
        });
    });
    ui.add_space(space::SMALL);
    label(ui, fr("Ce temps vous est rendu. Vos réponses sont gardées."));
    secondary(
        ui,
        fr("Le sujet et vos réponses reviennent quand le surveillant reprend l'épreuve."),
    );
    ui.add_space(space::SMALL);
    let words = fr("Surveillant");
    let button = Button::new(&words).candidate().icon(Icon::Shield).key("Ctrl Maj S");
    button.id_salt("surveillant").show(ui).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::TimeEvent;
    use crate::domain::exam::samples::{ledger, moment};

    fn paused(reason: &str) -> TimeEvent {
        TimeEvent::Paused { reason: reason.to_owned() }
    }

    #[test]
    fn the_pause_that_lasts_says_why_and_since_when() {
        let ledger = ledger(&[
            (0, TimeEvent::Started),
            (60, paused("bruit")),
            (120, TimeEvent::Resumed),
            (610, paused("alarme incendie.")),
        ]);
        let pause = Pause::of(&ledger, moment(610 + 7 * 60 + 20)).expect("a pause");
        assert_eq!(pause.reason_words().as_deref(), Some("Motif : alarme incendie."));
        let words = pause.since_words().replace('\u{a0}', " ");
        assert_eq!(words, "Depuis 9 h 10, soit 7 min.");
        assert_eq!(pause.until_next_words(), Duration::from_millis(40_001));
    }

    #[test]
    fn a_test_that_runs_or_is_closed_has_no_cover() {
        let running =
            ledger(&[(0, TimeEvent::Started), (60, paused("bruit")), (120, TimeEvent::Resumed)]);
        assert_eq!(Pause::of(&running, moment(130)), None);
        let by = crate::domain::exam::ClosedBy::Invigilator;
        let closed = ledger(&[
            (0, TimeEvent::Started),
            (60, paused("bruit")),
            (120, TimeEvent::Closed { by }),
        ]);
        assert_eq!(Pause::of(&closed, moment(130)), None);
    }
}
