//! A key with its modifiers and no other one, taken before the fields see it.

use egui::{Context, Event, Key, Modifiers};

/// Takes a key pressed with exactly these modifiers: Ctrl Maj → is not Ctrl →, and still selects a
/// word.
pub fn take_exact_key(ctx: &Context, modifiers: Modifiers, key: Key) -> bool {
    let wanted = |event: &Event| {
        matches!(
            event,
            Event::Key { key: known, pressed: true, modifiers: held, .. }
                if *known == key && held.matches_exact(modifiers)
        )
    };
    ctx.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !wanted(event));
        input.events.len() < before
    })
}

#[cfg(test)]
mod tests {
    use egui::RawInput;

    use super::*;

    /// Whether Ctrl → is taken when → is pressed with modifiers, and whether a field would see it.
    fn taken(modifiers: Modifiers) -> (bool, bool) {
        let key = Key::ArrowRight;
        let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        let input = RawInput { events: vec![event], ..RawInput::default() };
        let mut found = (false, false);
        let output = Context::default().run_ui(input, |ui| {
            let taken = take_exact_key(ui.ctx(), Modifiers::COMMAND, key);
            found = (taken, ui.input(|input| !input.events.is_empty()));
        });
        output.drop_without_applying_deltas();
        found
    }

    #[test]
    fn a_key_is_taken_with_its_modifiers_and_no_other_one() {
        assert_eq!(taken(Modifiers::COMMAND), (true, false));
        assert_eq!(taken(Modifiers::COMMAND | Modifiers::SHIFT), (false, true));
        assert_eq!(taken(Modifiers::NONE), (false, true));
    }
}
