//! Which dialogs are on screen, and what had the focus before each: it goes back there when one
//! closes.

use egui::{Context, Id, Memory, Plugin, Ui, ViewportId};

/// A dialog on screen.
#[derive(Debug, Clone, Copy)]
struct OpenDialog {
    id: Id,
    viewport: ViewportId,
    /// The last pass in which it was shown.
    pass: u64,
    /// What has the focus once it is closed: what had it when it opened.
    before: Option<Id>,
    /// Its first button has had the focus.
    focused: bool,
}

/// The dialogs on screen, in the order in which they opened. A dialog is not told that it is
/// closed: it is shown no more, which is seen when a pass ends.
#[derive(Debug, Default)]
pub(super) struct OpenDialogs(Vec<OpenDialog>);

impl OpenDialogs {
    /// Notes that a dialog is shown in this pass; says whether its first button has had the focus.
    pub(super) fn note(ctx: &Context, id: Id) -> bool {
        let (viewport, pass) = (ctx.viewport_id(), ctx.cumulative_pass_nr());
        let before = ctx.memory(Memory::focused);
        let handle = ctx.plugin_or_default::<Self>();
        let mut dialogs = handle.lock();
        if let Some(known) = dialogs.0.iter_mut().find(|known| known.id == id) {
            known.viewport = viewport;
            known.pass = pass;
            return known.focused;
        }
        dialogs.0.push(OpenDialog { id, viewport, pass, before, focused: false });
        false
    }

    /// Notes whether the first button of a dialog has had the focus.
    pub(super) fn note_focus(ctx: &Context, id: Id, focused: bool) {
        let handle = ctx.plugin_or_default::<Self>();
        let mut dialogs = handle.lock();
        if let Some(known) = dialogs.0.iter_mut().find(|known| known.id == id) {
            known.focused = focused;
        }
    }

    /// What asks for the focus under a dialog, as the dialog is answered, loses it at once: it has it
    /// afterwards.
    fn note_asked_under(&mut self, ctx: &Context, viewport: ViewportId, pass: u64) {
        let mut dialogs = self.0.iter_mut();
        let top = dialogs.rfind(|dialog| dialog.viewport == viewport && dialog.pass == pass);
        let Some(top) = top else { return };
        let Some(asked) = ctx.memory(Memory::focused) else { return };
        if ctx.memory(|memory| memory.had_focus_last_frame(asked)) {
            return;
        }
        let is_under = ctx.read_response(asked).is_none_or(|response| {
            let layer = response.layer_id;
            layer.id != top.id && !ctx.memory(|memory| memory.allows_interaction(layer))
        });
        if is_under {
            top.before = Some(asked);
        }
    }

    /// Forgets the dialogs closed before this pass, the last one opened first. One that is hidden
    /// while another is shown over it is not closed.
    fn take_closed(&mut self, viewport: ViewportId, pass: u64) -> Vec<OpenDialog> {
        let mut closed = Vec::new();
        while let Some(rank) = self.0.iter().rposition(|dialog| dialog.viewport == viewport) {
            if self.0.get(rank).is_none_or(|dialog| dialog.pass == pass) {
                break;
            }
            closed.push(self.0.remove(rank));
        }
        closed
    }
}

impl Plugin for OpenDialogs {
    fn debug_name(&self) -> &'static str {
        "casdecole_dialogs"
    }

    /// Gives the focus back once the dialog is gone: until then nothing under it can have it.
    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        let (viewport, pass) = (ctx.viewport_id(), ctx.cumulative_pass_nr());
        self.note_asked_under(ctx, viewport, pass);
        let closed = self.take_closed(viewport, pass);
        if closed.is_empty() || !focus_is_free(ctx) {
            return;
        }
        let mut earlier = closed.iter().filter_map(|dialog| dialog.before);
        if let Some(id) = earlier.find(|id| is_drawn(ctx, *id)) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        } else if let Some(under) = self.0.iter_mut().rfind(|dialog| dialog.viewport == viewport) {
            // Another dialog was under this one: its first button takes the focus again.
            under.focused = false;
        }
        ctx.request_repaint();
    }
}

/// Whether the focus is nowhere, or on something that is on screen no more.
fn focus_is_free(ctx: &Context) -> bool {
    let Some(focused) = ctx.memory(Memory::focused) else { return true };
    // What has just asked for the focus may be drawn in the next pass only.
    !is_drawn(ctx, focused) && ctx.memory(|memory| memory.had_focus_last_frame(focused))
}

fn is_drawn(ctx: &Context, id: Id) -> bool {
    ctx.viewport(|viewport| viewport.this_pass.used_ids.contains_key(&id))
}
