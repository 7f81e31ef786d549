//! The keys of « Préparer ». They are read before the fields, which never see them: the undo of
//! the case wins over that of a field.

use egui::{Context, Key, Modifiers};

use super::commands::Command;
use super::model::{Asking, FocusWish, View};
use crate::desktop::ui_kit::take_exact_key;

/// What the keys ask for, in order.
pub fn read(ctx: &Context, view: &mut View) -> Vec<Command> {
    let mut asked = Vec::new();
    if take_exact_key(ctx, Modifiers::COMMAND, Key::S) {
        asked.push(Command::Save);
    }
    // A dialog keeps the other keys for itself.
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        return asked;
    }
    let commands = [
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Z, Command::Redo),
        (Modifiers::COMMAND, Key::Z, Command::Undo),
        (Modifiers::COMMAND, Key::Y, Command::Redo),
        (Modifiers::COMMAND, Key::PageDown, Command::Walk(true)),
        (Modifiers::COMMAND, Key::PageUp, Command::Walk(false)),
    ];
    for (modifiers, key, command) in commands {
        if take_exact_key(ctx, modifiers, key) {
            asked.push(command);
        }
    }
    if take_exact_key(ctx, Modifiers::COMMAND, Key::F) {
        view.tab_in_front = false;
        view.focus = Some(FocusWish::Search);
    }
    if take_exact_key(ctx, Modifiers::NONE, Key::F1) {
        view.asking = Some(Asking::Keys);
    }
    asked
}
