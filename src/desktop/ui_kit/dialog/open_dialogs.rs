//! Which dialogs are on screen, and what had the focus before each: it goes back there when one
//! closes. What is under them shows no tooltip.

use std::collections::HashSet;

use egui::{Context, Id, LayerId, Memory, Order, Plugin, Ui, ViewportId};

/// A dialog on screen.
#[derive(Debug, Clone)]
struct OpenDialog {
    id: Id,
    viewport: ViewportId,
    /// The last pass in which it was shown.
    pass: u64,
    /// What has the focus once it is closed: what had it when it opened.
    before: Option<Id>,
    /// Its first button has had the focus.
    focused: bool,
    /// The tooltips of what is inside, in its last pass.
    tooltips: HashSet<LayerId>,
}

/// The dialogs on screen, in the order in which they opened. A dialog is not told that it is
/// closed: it is shown no more, which is seen when a pass ends.
#[derive(Debug, Default)]
pub(super) struct OpenDialogs(Vec<OpenDialog>);

impl OpenDialogs {
    /// Is there from the first frame: what is met first in the middle of a pass does not see its end.
    pub(super) fn install(ctx: &Context) {
        ctx.plugin_or_default::<Self>();
    }

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
        let tooltips = HashSet::new();
        dialogs.0.push(OpenDialog { id, viewport, pass, before, focused: false, tooltips });
        false
    }

    /// Notes whether the first button of a dialog has had the focus, and the tooltips shown since
    /// those of `under`: they are its own.
    pub(super) fn note_shown(ctx: &Context, id: Id, focused: bool, under: &HashSet<LayerId>) {
        let own = tooltips(ctx).difference(under).copied().collect();
        let handle = ctx.plugin_or_default::<Self>();
        let mut dialogs = handle.lock();
        if let Some(known) = dialogs.0.iter_mut().find(|known| known.id == id) {
            known.focused = focused;
            known.tooltips = own;
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
        let asking = ctx.read_response(asked);
        if ctx.memory(Memory::focused) != Some(asked) {
            // In the pass of a click, what is looked at elsewhere loses the focus.
            ctx.memory_mut(|memory| memory.request_focus(asked));
        }
        let is_under = asking.is_none_or(|response| {
            let layer = response.layer_id;
            layer.id != top.id && !ctx.memory(|memory| memory.allows_interaction(layer))
        });
        if is_under {
            top.before = Some(asked);
        }
    }

    /// Wipes the tooltips of what is under the last dialog opened: one that was on screen before it
    /// would stay there, over it, while the pointer rests.
    fn hide_tooltips_under(&self, ctx: &Context, viewport: ViewportId, pass: u64) {
        let mut dialogs = self.0.iter();
        let top = dialogs.rfind(|dialog| dialog.viewport == viewport && dialog.pass == pass);
        let Some(top) = top else { return };
        for layer in tooltips(ctx).difference(&top.tooltips) {
            ctx.graphics_mut(|graphics| std::mem::take(graphics.entry(*layer)));
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
        self.hide_tooltips_under(ctx, viewport, pass);
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

/// The tooltips painted so far in this pass.
pub(super) fn tooltips(ctx: &Context) -> HashSet<LayerId> {
    let layers = ctx.memory(|memory| memory.areas().visible_layer_ids());
    let is_painted = |layer: &LayerId| {
        ctx.graphics(|graphics| graphics.get(*layer).is_some_and(|shapes| !shapes.is_empty()))
    };
    let tooltips = layers.into_iter().filter(|layer| layer.order == Order::Tooltip);
    tooltips.filter(is_painted).collect()
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

#[cfg(test)]
mod tests {
    use egui::{Event, RawInput, Rect, Sense, Shape, pos2, vec2};

    use super::super::super::{ButtonKind, Dialog, ThemeKind, install, install_fonts};
    use super::*;

    fn holds(shape: &Shape, words: &str) -> bool {
        match shape {
            Shape::Text(text) => text.galley.text().contains(words),
            Shape::Vec(shapes) => shapes.iter().any(|shape| holds(shape, words)),
            _ => false,
        }
    }

    /// A frame with the pointer over a square that has a tooltip, and a dialog or not; says whether
    /// the tooltip is painted.
    fn frame(ctx: &Context, with_dialog: bool) -> bool {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0)));
        let events = vec![Event::PointerMoved(pos2(20.0, 20.0))];
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let output = ctx.run_ui(input, |ui| {
            let square = Rect::from_min_size(pos2(0.0, 0.0), vec2(40.0, 40.0));
            let response = ui.interact(square, Id::unique("carre"), Sense::hover());
            response.on_hover_text("Bulle");
            if with_dialog {
                let dialog = Dialog::new("essai", "Question").button("Fermer", ButtonKind::Normal);
                let _ = dialog.show(ui.ctx(), |_| {});
            }
        });
        let painted = output.shapes.iter().any(|clipped| holds(&clipped.shape, "Bulle"));
        output.drop_without_applying_deltas();
        painted
    }

    #[test]
    fn no_tooltip_of_what_is_under_a_dialog_is_painted_over_it() {
        let ctx = Context::default();
        install_fonts(&ctx);
        install(&ctx, ThemeKind::Light);
        ctx.all_styles_mut(|style| {
            style.interaction.tooltip_delay = 0.0;
            style.interaction.show_tooltips_only_when_still = false;
        });
        let before: Vec<bool> = (0..6).map(|_| frame(&ctx, false)).collect();
        assert_eq!(before.last(), Some(&true), "the tooltip is there before: {before:?}");
        let over: Vec<bool> = (0..4).map(|_| frame(&ctx, true)).collect();
        assert_eq!(over, [false; 4], "one look a pass of the dialog");
    }
}
