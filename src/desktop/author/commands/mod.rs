//! What a person may ask for in « Préparer », and how it changes the case and the view.
//!
//! `command` names what may be asked; `changing`, `kinds` and `adding` change the case, `moving`
//! the view; `building` makes the edits that panels ask for.

mod adding;
mod building;
mod changing;
mod command;
#[cfg(test)]
mod example;
mod kinds;
mod moving;

use chrono::{DateTime, FixedOffset};

pub use building::{
    block_edit, exhibit_edit, next_option_id, question_edit, table_edit, view_block,
};
pub use command::{Addition, Command, Errand};

use self::changing::{change, give_kind, remove, switch_kind};
use self::moving::{put_on_desk, travel, try_out, walk};
use super::model::{FocusWish, OpenCase, Run, SideTab, View};

/// Does what is asked; gives back what is left to the workspace.
pub fn perform(
    open: &mut OpenCase,
    view: &mut View,
    command: Command,
    now: DateTime<FixedOffset>,
) -> Option<Errand> {
    match command {
        Command::Type(edit) => change(open, view, *edit, Run::Typing),
        Command::Apply(edit) => change(open, view, *edit, Run::Once),
        Command::Undo => travel(open, view, OpenCase::undo),
        Command::Redo => travel(open, view, OpenCase::redo),
        Command::Select(spot) => put_on_desk(open, view, spot),
        Command::Walk(forward) => walk(open, view, forward),
        Command::Go(Some(spot)) => {
            put_on_desk(open, view, spot);
            view.focus = Some(FocusWish::FirstField);
        }
        Command::Go(None) => view.show_tab(SideTab::Coverage),
        Command::Add(addition) => adding::add(open, view, addition),
        Command::Duplicate(question) => adding::duplicate(open, view, &question),
        Command::SwitchKind(question, kind) => switch_kind(open, view, question, kind),
        Command::ConfirmKind(question, kind) => give_kind(open, view, &question, kind),
        Command::Remove(spot) => remove(open, view, &spot),
        Command::LookAgain => open.look_again(),
        Command::Try => try_out(open, view),
        Command::Save => {
            open.save(now);
        }
        Command::Errand(errand) => return Some(errand),
    }
    None
}
