//! The keys of the exam room. They are read before the fields, which never see them.

use egui::{Context, Event, Key, Modifiers};

use super::commands::{Command, Deed, TextSize};
use super::companions::Companion;
use super::reading_panel::GUIDED;
use super::sitting::{Sitting, Step};
use super::tools::line_guide;
use crate::desktop::ui_kit::take_exact_key;

/// A step from question to question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Walk {
    /// To the next one.
    Next,
    /// To the previous one.
    Previous,
}

/// Takes the key of a step, the same on the screen of a candidate and on that of a paper copy.
pub(super) fn walks(ctx: &Context, walk: Walk) -> bool {
    let key = match walk {
        Walk::Next => Key::ArrowRight,
        Walk::Previous => Key::ArrowLeft,
    };
    take_exact_key(ctx, Modifiers::COMMAND, key)
}

/// Adds what the keys ask for.
pub(super) fn read(ctx: &Context, sitting: Option<&Sitting>, asked: &mut Vec<Command>) {
    if take_exact_key(ctx, Modifiers::NONE, Key::F1) {
        asked.push(Command::Help);
    }
    read_text_size(ctx, asked);
    if sitting.is_some() && take_exact_key(ctx, Modifiers::COMMAND | Modifiers::SHIFT, Key::S) {
        asked.push(Command::Companion(Companion::Invigilator));
    }
    // Nothing of the test reacts while it is suspended.
    match sitting.filter(|sitting| !sitting.is_suspended()).map(Sitting::step) {
        Some(Step::Questions) => read_question_keys(ctx, asked),
        Some(Step::Review) => read_review_keys(ctx, asked),
        Some(Step::Delivering | Step::Receipt) | None => {}
    }
}

fn read_text_size(ctx: &Context, asked: &mut Vec<Command>) {
    let sizes = [
        (Key::Plus, TextSize::Larger),
        (Key::Equals, TextSize::Larger),
        (Key::Minus, TextSize::Smaller),
        (Key::Num0, TextSize::Usual),
    ];
    for (key, size) in sizes {
        // « + » wants Shift on some keyboards: it is not compared.
        if ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
            asked.push(Command::TextSize(size));
        }
    }
}

fn read_question_keys(ctx: &Context, asked: &mut Vec<Command>) {
    let steps =
        [(Walk::Next, Deed::NextQuestion(true)), (Walk::Previous, Deed::PreviousQuestion(true))];
    for (walk, deed) in steps {
        if walks(ctx, walk) {
            asked.push(Command::Deed(deed));
        }
    }
    let keys = [
        (Modifiers::COMMAND, Key::S, Deed::SaveNow),
        (Modifiers::COMMAND, Key::F, Deed::ShowSearch(true)),
    ];
    for (modifiers, key, deed) in keys {
        if take_exact_key(ctx, modifiers, key) {
            asked.push(Command::Deed(deed));
        }
    }
    if pressed_with_alt(ctx, Key::A, "a") {
        asked.push(Command::Deed(Deed::NextPage));
    }
    if pressed_with_alt(ctx, Key::E, "e") {
        asked.push(Command::Deed(Deed::GoToAnswer));
    }
    let companions = [
        (Key::C, "c", Companion::Calculator),
        (Key::B, "b", Companion::Scratch),
        (Key::H, "h", Companion::History),
    ];
    for (key, letter, which) in companions {
        if pressed_with_alt(ctx, key, letter) {
            asked.push(Command::Companion(which));
        }
    }
    for (key, points) in [(Key::ArrowUp, -20.0), (Key::ArrowDown, 20.0)] {
        if take_exact_key(ctx, Modifiers::ALT, key) {
            line_guide::nudge(ctx, GUIDED, points);
        }
    }
    if pressed_with_alt(ctx, Key::R, "r") {
        asked.push(Command::Deed(Deed::ToggleReview));
    }
}

fn read_review_keys(ctx: &Context, asked: &mut Vec<Command>) {
    if walks(ctx, Walk::Previous) {
        asked.push(Command::Deed(Deed::PreviousQuestion(true)));
    }
    if pressed_with_alt(ctx, Key::E, "e") {
        asked.push(Command::Deed(Deed::GoToAnswer));
    }
    if take_exact_key(ctx, Modifiers::COMMAND, Key::S) {
        asked.push(Command::Deed(Deed::SaveNow));
    }
}

/// Takes Alt and a letter, with the letter that some systems also send as typed text.
pub(super) fn pressed_with_alt(ctx: &Context, key: Key, letter: &str) -> bool {
    let found = take_exact_key(ctx, Modifiers::ALT, key);
    if found {
        ctx.input_mut(|input| {
            input.events.retain(
                |event| !matches!(event, Event::Text(text) if text.eq_ignore_ascii_case(letter)),
            );
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use egui::RawInput;

    use super::super::example::{begun, folder_with_subject};
    use super::*;
    use crate::domain::exam::TimeEvent;

    fn asked(sitting: &Sitting, modifiers: Modifiers, key: Key) -> Vec<Command> {
        let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        let input = RawInput { events: vec![event], ..RawInput::default() };
        let mut asked = Vec::new();
        let ctx = Context::default();
        let output = ctx.run_ui(input, |ui| read(ui.ctx(), Some(sitting), &mut asked));
        output.drop_without_applying_deltas();
        asked
    }

    #[test]
    fn the_invigilator_alone_has_a_key_while_the_test_is_suspended() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        let keys = [
            (Modifiers::COMMAND, Key::ArrowRight),
            (Modifiers::COMMAND, Key::ArrowLeft),
            (Modifiers::COMMAND, Key::S),
            (Modifiers::COMMAND, Key::F),
            (Modifiers::ALT, Key::A),
            (Modifiers::ALT, Key::B),
            (Modifiers::ALT, Key::C),
            (Modifiers::ALT, Key::E),
            (Modifiers::ALT, Key::H),
            (Modifiers::ALT, Key::R),
        ];
        for (modifiers, key) in keys {
            assert_eq!(asked(&sitting, modifiers, key).len(), 1, "{key:?}");
        }
        let reason = "alarme".to_owned();
        sitting.copy.sitting_mut().record_time(TimeEvent::Paused { reason });
        for (modifiers, key) in keys {
            assert!(asked(&sitting, modifiers, key).is_empty(), "{key:?}");
        }
        let watch = asked(&sitting, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        assert_eq!(watch, [Command::Companion(Companion::Invigilator)]);
        let larger = asked(&sitting, Modifiers::COMMAND, Key::Plus);
        assert_eq!(larger, [Command::TextSize(TextSize::Larger)]);
    }
}
