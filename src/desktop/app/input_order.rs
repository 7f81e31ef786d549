//! Events that arrive together are told in their order: on a slow PC, one frame may bring a Tab, a
//! click in a field or Alt E, and the letters typed after it. Egui would give these letters to the
//! field that is being left, or to none; they wait for the next frame, when the new field has the
//! focus.

use egui::{Event, Key, Modifiers};

/// Frames that pass between a shortcut and the focus that it gives: one executes it, one shows what
/// it asks for, and the next one begins with the focus there.
const FRAMES_OF_A_SHORTCUT: u8 = 2;

/// Events that wait for the next frame.
#[derive(Debug, Default)]
pub(super) struct InputOrder {
    waiting: Vec<Event>,
    /// Frames to let pass before anything is given.
    resting: u8,
}

/// What an event changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// The field that has the focus, from the next frame on.
    Field,
    /// The page, or what has the focus in it: some frames later.
    Page,
}

impl InputOrder {
    /// Keeps for later the events that follow a change of field; says whether some wait.
    pub(super) fn hold_back(&mut self, events: &mut Vec<Event>) -> bool {
        let mut all = std::mem::take(&mut self.waiting);
        all.append(events);
        if self.resting > 0 {
            self.resting -= 1;
            self.waiting = all;
            return true;
        }
        let found = all.iter().enumerate().find_map(|(rank, event)| Some((rank, change(event)?)));
        let mut cut = found.map_or(all.len(), |(rank, _)| rank + 1);
        if found.is_some_and(|(_, change)| change == Change::Page) {
            self.resting = FRAMES_OF_A_SHORTCUT;
            // Some systems type the letter of Alt E too: it goes with its key.
            cut += usize::from(matches!(all.get(cut), Some(Event::Text(_))));
        }
        let mut later = all.split_off(cut);
        // A key held down repeats with no release: what a slow frame missed of it is not caught up.
        let repeats = later.iter().take_while(|event| all.last() == Some(*event)).count();
        later.drain(..repeats);
        *events = all;
        // What is only felt (moves, releases) must not delay the next frame for ever.
        if later.iter().any(writes) {
            self.waiting = later;
        } else {
            events.extend(later);
        }
        self.resting > 0 || !self.waiting.is_empty()
    }
}

fn change(event: &Event) -> Option<Change> {
    match event {
        Event::Key { key: Key::Tab, pressed: true, .. }
        | Event::PointerButton { pressed: false, .. } => Some(Change::Field),
        Event::Key { key, pressed: true, modifiers, .. } => {
            is_shortcut(*key, *modifiers).then_some(Change::Page)
        }
        _ => None,
    }
}

/// Whether a key shows another page or gives the focus to something else: a shortcut with Alt, an
/// arrow or a page with Ctrl, a function key.
fn is_shortcut(key: Key, modifiers: Modifiers) -> bool {
    const ARROWS_AND_PAGES: [Key; 6] =
        [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown];
    (modifiers.alt && !modifiers.ctrl)
        || (modifiers.command && ARROWS_AND_PAGES.contains(&key))
        || (Key::F1..=Key::F12).contains(&key)
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

    fn shortcut(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn letters_after_another_page_and_its_answer_wait_for_both() {
        let next = shortcut(Key::ArrowRight, Modifiers::CTRL | Modifiers::COMMAND);
        let answer = shortcut(Key::E, Modifiers::ALT);
        let typed = [letter("e"), letter("1"), letter("2")];
        let mut burst = vec![next.clone(), answer.clone()];
        burst.extend(typed.clone());
        let [own, first, second] = typed;
        let none = Vec::new;
        let expected =
            [vec![next], none(), none(), vec![answer, own], none(), none(), vec![first, second]];
        assert_eq!(frames(burst), expected);
    }

    #[test]
    fn what_comes_in_the_frame_after_a_shortcut_waits_too() {
        let mut order = InputOrder::default();
        let mut events = vec![shortcut(Key::E, Modifiers::ALT)];
        assert!(order.hold_back(&mut events) && events.len() == 1);
        for late in ["a", "b"] {
            events = vec![letter(late)];
            assert!(order.hold_back(&mut events) && events.is_empty());
        }
        events = vec![letter("c")];
        assert!(!order.hold_back(&mut events));
        assert_eq!(events, [letter("a"), letter("b"), letter("c")]);
    }

    #[test]
    fn a_sign_of_the_third_level_moves_nothing() {
        let at = shortcut(Key::Num0, Modifiers::ALT | Modifiers::CTRL);
        let burst = vec![at.clone(), letter("@"), letter("a")];
        assert_eq!(frames(burst), [vec![at, letter("@"), letter("a")]]);
    }

    #[test]
    fn a_key_held_down_is_not_caught_up_and_one_pressed_twice_is() {
        let tab = key(Key::Tab, true);
        let held = vec![tab.clone(), tab.clone(), tab.clone(), letter("a")];
        assert_eq!(frames(held), [vec![tab.clone()], vec![letter("a")]]);
        let released = key(Key::Tab, false);
        let twice = vec![tab.clone(), released.clone(), tab.clone()];
        assert_eq!(frames(twice), [vec![tab.clone()], vec![released, tab]]);
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
