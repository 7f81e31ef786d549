//! What was copied inside the program since it started: in a test that allows no paste from another
//! program, any other paste is taken away before a field sees it.
//!
//! Of a text only its length and a fingerprint are kept; of the last cells copied in a table, their
//! formulas too.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use egui::{Context, Event, FullOutput, Id, OutputCommand, Plugin};

use crate::domain::case_study::CellPosition;

/// Cells copied in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableCopy {
    /// The table.
    pub(super) table: Id,
    /// Their values, as other programs read them.
    pub(super) text: String,
    /// The corner of the cells, when their references move with a copy; `None` after a cut.
    pub(super) corner: Option<CellPosition>,
    /// Their texts as typed.
    pub(super) rows: Vec<Vec<String>>,
}

/// What the window knows of its clipboard.
#[derive(Debug, Default)]
struct InsideClipboard {
    known: BTreeSet<(usize, u64)>,
    table: Option<TableCopy>,
    refused: bool,
    /// The form where the refusal is said.
    said_in: Option<Id>,
}

impl Plugin for InsideClipboard {
    fn debug_name(&self) -> &'static str {
        "inside_clipboard"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) | OutputCommand::TextSelectionSettled(text) =
                command
            {
                self.known.insert(trace(text));
            }
        }
    }
}

fn with<R>(ctx: &Context, act: impl FnOnce(&mut InsideClipboard) -> R) -> R {
    let plugin = ctx.plugin_or_default::<InsideClipboard>();
    let mut inside = plugin.lock();
    act(&mut inside)
}

/// Length and fingerprint of a text, whatever its ends of line.
fn trace(text: &str) -> (usize, u64) {
    let text = text.replace("\r\n", "\n");
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    (text.len(), hasher.finish())
}

/// Begins to watch what is copied; called at the start of the program, it misses nothing. Called
/// again, it does nothing.
pub fn watch_copies(ctx: &Context) {
    with(ctx, |_| ());
}

/// Takes away the pastes of this frame that were not copied in this program. Call it before the
/// fields are shown.
pub fn refuse_outside_pastes(ctx: &Context) {
    let pasted: Vec<String> =
        ctx.input(|input| input.events.iter().filter_map(pasted_text).cloned().collect());
    if pasted.is_empty() {
        return;
    }
    let foreign: Vec<String> = with(ctx, |inside| {
        pasted.into_iter().filter(|text| !inside.known.contains(&trace(text))).collect()
    });
    ctx.input_mut(|input| {
        input.events.retain(|event| pasted_text(event).is_none_or(|text| !foreign.contains(text)));
    });
    with(ctx, |inside| {
        inside.refused = !foreign.is_empty();
        inside.said_in = None;
    });
}

fn pasted_text(event: &Event) -> Option<&String> {
    match event {
        Event::Paste(text) | Event::MiddleClickPaste { text, .. } => Some(text),
        _ => None,
    }
}

/// Whether the last paste was refused, and this form is where it must be said.
pub(super) fn is_refused_in(ctx: &Context, form: Id) -> bool {
    with(ctx, |inside| inside.refused && *inside.said_in.get_or_insert(form) == form)
}

/// Forgets the refusal: something was written since.
pub(super) fn forget_refusal(ctx: &Context) {
    with(ctx, |inside| inside.refused = false);
}

/// Remembers the cells copied in a table, beside the text given to other programs.
pub(super) fn keep_table_copy(ctx: &Context, copy: TableCopy) {
    with(ctx, |inside| inside.table = Some(copy));
}

/// The cells last copied in this table, when the clipboard still holds their text.
pub(super) fn table_copy(ctx: &Context, table: Id, text: &str) -> Option<TableCopy> {
    let copy = with(ctx, |inside| inside.table.clone())?;
    (copy.table == table && trace(&copy.text) == trace(text)).then_some(copy)
}

#[cfg(test)]
mod tests {
    use egui::RawInput;

    use super::*;

    /// What is left of a paste, in a frame where this text was pasted.
    fn pasted(ctx: &Context, text: &str) -> Vec<Event> {
        let events = vec![Event::Paste(text.to_owned())];
        let mut left = Vec::new();
        let output = ctx.run_ui(RawInput { events, ..RawInput::default() }, |ui| {
            refuse_outside_pastes(ui);
            left = ui.input(|input| input.events.clone());
        });
        output.drop_without_applying_deltas();
        left
    }

    #[test]
    fn a_text_copied_in_the_program_may_be_pasted_and_no_other() {
        let ctx = Context::default();
        let form = Id::unique("essai");
        watch_copies(&ctx);
        assert!(pasted(&ctx, "venu d'ailleurs").is_empty());
        assert!(is_refused_in(&ctx, form) && !is_refused_in(&ctx, Id::unique("autre")));
        let output = ctx.run_ui(RawInput::default(), |ui| ui.copy_text("un\ndeux".to_owned()));
        output.drop_without_applying_deltas();
        let same = Event::Paste("un\r\ndeux".to_owned());
        assert_eq!(pasted(&ctx, "un\r\ndeux"), [same]);
        assert!(!is_refused_in(&ctx, form));
    }

    #[test]
    fn cells_are_known_again_while_the_clipboard_holds_them() {
        let ctx = Context::default();
        let table = Id::unique("essai");
        let rows = vec![vec!["=A1".to_owned()]];
        let corner = CellPosition::from_reference("B2");
        let copy = TableCopy { table, text: "12".to_owned(), corner, rows };
        keep_table_copy(&ctx, copy.clone());
        assert_eq!(table_copy(&ctx, table, "12"), Some(copy));
        assert_eq!(table_copy(&ctx, table, "13"), None);
        assert_eq!(table_copy(&ctx, Id::unique("autre"), "12"), None);
    }
}
