//! The panel as the window holds it: closed, at its door, or open.

use std::time::Duration;

use egui::Context;

use super::deed::InvigilatorDeed;
use super::draft::Draft;
use super::gate::Gate;
use super::sight::Sight;
use super::{gate_panel, main_panel};

/// What is left is shown in minutes: it is looked at again after so long.
const REFRESH: Duration = Duration::from_secs(10);

/// The invigilator's panel.
#[derive(Debug, Default)]
pub struct Invigilator {
    is_shown: bool,
    gate: Gate,
    draft: Draft,
}

impl Invigilator {
    /// Asks for the room code.
    pub fn open(&mut self) {
        if !self.is_shown {
            self.is_shown = true;
            self.gate.lock();
            self.gate.knock();
            self.draft.give_up();
        }
    }

    /// Whether the panel or its door is on screen: the keys of the test are then left alone.
    pub const fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Closes the panel: the code is asked again next time.
    pub fn close(&mut self) {
        self.is_shown = false;
        self.gate.lock();
        self.draft.give_up();
    }

    /// Shows the panel while it is open; gives what the invigilator decided.
    pub fn show(&mut self, ctx: &Context, sight: &Sight<'_>) -> Option<InvigilatorDeed> {
        if !self.is_shown {
            return None;
        }
        let running = sight.now.running;
        self.gate.poll(running);
        let (deed, closed) = match sight.room_code {
            Some(verifier) if !self.gate.is_open() => {
                (None, gate_panel::show(ctx, &mut self.gate, verifier, running))
            }
            _ => {
                ctx.request_repaint_after(REFRESH);
                main_panel::show(ctx, &mut self.draft, sight)
            }
        };
        if closed {
            self.close();
        }
        if closed || deed.is_some() {
            ctx.request_repaint();
        }
        deed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_panel_is_locked_again_when_it_is_closed() {
        let mut invigilator = Invigilator::default();
        invigilator.open();
        invigilator.gate.let_in();
        invigilator.close();
        assert!(!invigilator.is_shown());
        invigilator.open();
        assert!(invigilator.is_shown() && !invigilator.gate.is_open());
    }

    #[test]
    fn opening_it_twice_keeps_what_is_being_filled() {
        let mut invigilator = Invigilator::default();
        invigilator.open();
        invigilator.gate.let_in();
        invigilator.draft.toggle(super::super::draft::Form::Incident);
        invigilator.open();
        assert!(invigilator.gate.is_open() && invigilator.draft.form().is_some());
    }
}
