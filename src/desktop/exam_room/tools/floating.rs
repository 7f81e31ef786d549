//! A small window over the test: it moves, Escape closes it, and the focus goes back where it was.

use egui::{
    Align2, Context, Frame, Id, Key, Margin, Memory, Modifiers, ScrollArea, Ui, Window, vec2,
};

use super::super::layout::at_end;
use crate::desktop::ui_kit::tokens::{height, radius, space};
use crate::desktop::ui_kit::{Button, Icon, palette, row, subtitle};

/// Space kept around the windows of the tools.
const AROUND: f32 = space::NORMAL;
/// Height of what stands above the content: the title and the margins.
const HEAD: f32 = height::BUTTON_SMALL + 2.0 * space::MEDIUM + space::SMALL;

/// What a window of a tool is.
#[derive(Debug, Clone, Copy)]
pub struct Frontage<'text> {
    /// Unique in the program.
    pub id: &'text str,
    /// Title, and accessible name.
    pub title: &'text str,
    /// What the button that closes it says.
    pub close: &'text str,
    /// Width at first, in points.
    pub width: f32,
    /// Height at first, of a window whose size the candidate changes.
    pub tall: Option<f32>,
    /// The corner of the screen where it is at first.
    pub corner: Align2,
}

/// Whether a window is open, and where the focus was before.
#[derive(Debug, Clone, Default)]
pub struct Floating {
    is_open: bool,
    wants_focus: bool,
    holds_focus: bool,
    before: Option<Id>,
}

impl Floating {
    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Opens it and gives it the focus, or closes it.
    pub fn toggle(&mut self, ctx: &Context) {
        if self.is_open {
            self.close(ctx);
        } else {
            self.before = ctx.memory(Memory::focused);
            self.is_open = true;
            self.wants_focus = true;
            ctx.request_repaint();
        }
    }

    /// Closes it and gives the focus back.
    pub fn close(&mut self, ctx: &Context) {
        self.is_open = false;
        self.holds_focus = false;
        if let Some(before) = self.before.take() {
            ctx.memory_mut(|memory| memory.request_focus(before));
        }
        ctx.request_repaint();
    }

    /// Shows it while it is open; `add_contents` learns whether its first field wants the focus.
    pub fn show<R>(
        &mut self,
        ctx: &Context,
        frontage: Frontage<'_>,
        add_contents: impl FnOnce(&mut Ui, bool) -> R,
    ) -> Option<R> {
        if !self.is_open {
            return None;
        }
        if self.holds_focus && escape(ctx) {
            self.close(ctx);
            return None;
        }
        let mut wants_focus = self.wants_focus;
        let mut closed = false;
        let shown = window(ctx, frontage).show(ctx, |ui| {
            // The first pass only measures: nothing can take the focus in it.
            let takes_focus = wants_focus && !ui.is_sizing_pass();
            wants_focus &= !takes_focus;
            if frontage.tall.is_some() {
                closed = head(ui, frontage);
                return add_contents(ui, takes_focus);
            }
            let room = ctx.content_rect().width() - 2.0 * (AROUND + space::MEDIUM);
            ui.set_width(frontage.width.min(room.max(200.0)));
            closed = head(ui, frontage);
            let most = (ctx.content_rect().height() - 2.0 * AROUND - HEAD).max(80.0);
            let area = ScrollArea::vertical().id_salt(frontage.id).auto_shrink([false, true]);
            area.max_height(most).show(ui, |ui| add_contents(ui, takes_focus)).inner
        });
        self.wants_focus = wants_focus;
        let shown = shown?;
        let layer = shown.response.layer_id;
        let focused = ctx.memory(Memory::focused);
        self.holds_focus = focused
            .and_then(|id| ctx.read_response(id))
            .is_some_and(|response| response.layer_id == layer);
        if closed {
            self.close(ctx);
        }
        shown.inner
    }
}

fn window(ctx: &Context, frontage: Frontage<'_>) -> Window<'static> {
    let colors = palette(ctx);
    let frame = Frame::NONE
        .fill(colors.card)
        .stroke(colors.control_edge())
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(12));
    let inside = ctx.content_rect().shrink(AROUND);
    let lifted = vec2(0.0, height::FOOTER_CANDIDATE);
    let place = frontage.corner.pos_in_rect(&inside) - lifted;
    let window = Window::new(frontage.title.to_owned())
        .id(Id::unique(("casdecole_tool", frontage.id)))
        .title_bar(false)
        .collapsible(false)
        .fade_in(false)
        .frame(frame)
        .pivot(frontage.corner)
        .default_pos(place);
    match frontage.tall {
        None => window.resizable(false),
        Some(tall) => {
            window.resizable(true).default_size([frontage.width, tall]).min_size([260.0, 180.0])
        }
    }
}

/// The title and the button that closes; `true` when it was pressed.
fn head(ui: &mut Ui, frontage: Frontage<'_>) -> bool {
    let mut closed = false;
    row(ui, height::BUTTON_SMALL, |ui| {
        subtitle(ui, frontage.title);
        at_end(ui, "fermer", |ui| {
            let button = Button::sign(Icon::Close, frontage.close).small().id_salt("fermer");
            closed = button.show(ui).clicked();
        });
    });
    closed
}

/// Takes Escape.
fn escape(ctx: &Context) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_opens_with_the_focus_and_gives_it_back() {
        let ctx = Context::default();
        let mut floating = Floating::default();
        floating.toggle(&ctx);
        assert!(floating.is_open() && floating.wants_focus);
        floating.before = Some(Id::unique("question"));
        floating.toggle(&ctx);
        assert!(!floating.is_open());
        assert_eq!(ctx.memory(Memory::focused), Some(Id::unique("question")));
    }
}
