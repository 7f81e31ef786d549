//! Events that arrive together are told in their order: on a slow PC, one frame may bring a Tab, or
//! a click in a field, and the letters typed after it. Egui would give these letters to the field
//! that is being left; they wait for the next frame, when the new field has the focus.

use egui::{Event, Key};

/// Events that wait for the next frame.
#[derive(Debug, Default)]
pub(super) struct InputOrder {
    waiting: Vec<Event>,
}

impl InputOrder {
    /// Keeps for later the events that follow a change of field; says whether some wait.
    pub(super) fn hold_back(&mut self, events: &mut Vec<Event>) -> bool {
        let mut all = std::mem::take(&mut self.waiting);
        all.append(events);
        let cut = all.iter().position(changes_field).map_or(all.len(), |rank| rank + 1);
        let later = all.split_off(cut);
        *events = all;
        // What is only felt (moves, releases) must not delay the next frame for ever.
        if later.iter().any(writes) {
            self.waiting = later;
        } else {
            events.extend(later);
        }
        !self.waiting.is_empty()
    }
}

fn changes_field(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { key: Key::Tab, pressed: true, .. }
            | Event::PointerButton { pressed: false, .. }
    )
}

/// Whether an event may change what a field holds.
fn writes(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Paste(_)
            | Event::Cut
            | Event::Ime(_)
            | Event::Key { pressed: true, .. }
            | Event::PointerButton { .. }
    )
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, PointerButton, Pos2};

    use super::*;

    fn key(key: Key, pressed: bool) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    fn click(pressed: bool) -> Event {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos: Pos2::ZERO, button, pressed, modifiers }
    }

    fn letter(letter: &str) -> Event {
        Event::Text(letter.to_owned())
    }

    /// The events of the frames that a burst takes.
    fn frames(mut events: Vec<Event>) -> Vec<Vec<Event>> {
        let mut order = InputOrder::default();
        let mut frames = Vec::new();
        loop {
            let more = order.hold_back(&mut events);
            frames.push(std::mem::take(&mut events));
            if !more {
                return frames;
            }
        }
    }

    #[test]
    fn letters_after_a_tab_wait_for_the_next_frame() {
        let tab = [key(Key::Tab, true), key(Key::Tab, false)];
        let burst = vec![
            letter("a"),
            tab[0].clone(),
            tab[1].clone(),
            letter("b"),
            tab[0].clone(),
            letter("c"),
        ];
        let expected = [
            vec![letter("a"), tab[0].clone()],
            vec![tab[1].clone(), letter("b"), tab[0].clone()],
            vec![letter("c")],
        ];
        assert_eq!(frames(burst), expected);
    }

    #[test]
    fn letters_after_a_click_wait_for_the_next_frame() {
        let burst = vec![click(true), click(false), letter("b")];
        assert_eq!(frames(burst), [vec![click(true), click(false)], vec![letter("b")]]);
    }

    #[test]
    fn a_burst_without_change_of_field_is_one_frame() {
        let burst = vec![letter("a"), letter("b"), key(Key::Tab, true), key(Key::Tab, false)];
        assert_eq!(frames(burst.clone()), [burst]);
    }

    #[test]
    fn new_events_come_after_those_that_wait() {
        let mut order = InputOrder::default();
        let mut first = vec![key(Key::Tab, true), letter("a")];
        assert!(order.hold_back(&mut first));
        let mut second = vec![letter("b")];
        assert!(!order.hold_back(&mut second));
        assert_eq!(second, [letter("a"), letter("b")]);
    }
}
