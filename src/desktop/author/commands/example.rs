//! Asks for a command in the tests of this folder.

use super::{Command, perform};
use crate::desktop::author::model::example::at;
use crate::desktop::author::model::{OpenCase, Spot, View};

/// A question on the desk.
pub(super) fn question(id: &str) -> Spot {
    Spot::Question(id.into())
}

/// Does what is asked; nothing is left to the workspace.
pub(super) fn ask(open: &mut OpenCase, view: &mut View, command: Command) {
    assert_eq!(perform(open, view, command, at(0)), None);
}
