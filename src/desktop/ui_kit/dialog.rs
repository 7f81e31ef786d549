//! Dialogs: a question over the window; Escape cancels, the focus stays inside.

use egui::{Color32, Context, Frame, Id, Key, Margin, Modal, Modifiers, Ui};

use super::button::{Button, ButtonKind};
use super::shell::row;
use super::text::title;
use super::theme::palette;
use super::tokens::{height, radius, space};

/// What came of a dialog in this frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogAnswer {
    /// Still open.
    Open,
    /// Escape was pressed; show the dialog no more.
    Cancelled,
    /// The button of this rank was pressed.
    Pressed(usize),
}

/// A dialog. Give the safe button first: it has the focus when the dialog opens.
#[derive(Debug, Clone)]
#[must_use = "show the dialog with `show`"]
pub struct Dialog<'text> {
    id: &'text str,
    title: &'text str,
    width: f32,
    buttons: Vec<DialogButton<'text>>,
    content_has_focus: bool,
}

#[derive(Debug, Clone, Copy)]
struct DialogButton<'text> {
    text: &'text str,
    kind: ButtonKind,
    reason: Option<&'text str>,
}

impl<'text> Dialog<'text> {
    /// A dialog; `id` is unique in the program.
    pub fn new(id: &'text str, title: &'text str) -> Self {
        Self { id, title, width: 480.0, buttons: Vec::new(), content_has_focus: false }
    }

    /// Width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Adds a button at the end of the row.
    pub fn button(mut self, text: &'text str, kind: ButtonKind) -> Self {
        self.buttons.push(DialogButton { text, kind, reason: None });
        self
    }

    /// Adds a button that can be pressed only if `enabled`; `reason` says why not.
    pub fn button_if(
        mut self,
        text: &'text str,
        kind: ButtonKind,
        enabled: bool,
        reason: &'text str,
    ) -> Self {
        let reason = (!enabled).then_some(reason);
        self.buttons.push(DialogButton { text, kind, reason });
        self
    }

    /// The content asks for the focus itself when the dialog opens.
    pub fn content_has_focus(mut self) -> Self {
        self.content_has_focus = true;
        self
    }

    /// Shows the dialog over the window.
    pub fn show(self, ctx: &Context, add_contents: impl FnOnce(&mut Ui)) -> DialogAnswer {
        let id = Id::unique(("casdecole_dialog", self.id));
        let colors = palette(ctx);
        let mut opening = Opening::load(ctx, id);
        let frame = Frame::NONE
            .fill(colors.card)
            .stroke(colors.control_edge())
            .corner_radius(radius::CARD)
            .inner_margin(Margin::same(24));
        let area = Modal::default_area(id).accessible_name(self.title).fade_in(false);
        let veil: Color32 = colors.veil();
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(veil);
        let room = (ctx.content_rect().width() - 2.0 * space::HUGE).max(240.0);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(self.width.min(room));
            title(ui, self.title);
            add_contents(ui);
            ui.add_space(space::SMALL);
            self.show_buttons(ui, &mut opening)
        });
        opening.store(ctx, id);
        let may_cancel = shown.is_top_modal && !shown.any_popup_open;
        let escape =
            may_cancel && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        match shown.inner {
            Some(rank) => DialogAnswer::Pressed(rank),
            None if escape || shown.response.should_close() => DialogAnswer::Cancelled,
            None => DialogAnswer::Open,
        }
    }

    /// The buttons at the right end, the last one outermost; gives the one pressed.
    fn show_buttons(&self, ui: &mut Ui, opening: &mut Opening) -> Option<usize> {
        let buttons: Vec<Button<'_>> = self.buttons.iter().map(DialogButton::build).collect();
        let widths: f32 =
            buttons.iter().map(|button| button.measured(ui.painter()).x + space::SMALL).sum();
        let mut pressed = None;
        row(ui, height::BUTTON, |ui| {
            ui.add_space((ui.available_width() - widths + space::SMALL).max(0.0));
            for (rank, button) in buttons.into_iter().enumerate() {
                let response = button.show(ui);
                if response.clicked() {
                    pressed = Some(rank);
                }
                if rank == 0 && !self.content_has_focus && opening.may_focus(ui) {
                    response.request_focus();
                }
            }
        });
        pressed
    }
}

impl<'text> DialogButton<'text> {
    fn build(&self) -> Button<'text> {
        let button = Button::new(self.text).kind(self.kind);
        match self.reason {
            Some(reason) => button.enabled(false, reason),
            None => button,
        }
    }
}

/// Remembers whether a dialog has just opened.
#[derive(Debug, Clone, Copy)]
struct Opening {
    pass: u64,
    focused: bool,
}

impl Opening {
    fn load(ctx: &Context, id: Id) -> Self {
        let pass = ctx.cumulative_pass_nr();
        let known = ctx.data(|data| data.get_temp::<Self>(id));
        let focused = known.is_some_and(|known| known.pass + 1 >= pass && known.focused);
        Self { pass, focused }
    }

    fn store(self, ctx: &Context, id: Id) {
        ctx.data_mut(|data| data.insert_temp(id, self));
    }

    /// True once, in the first frame where the dialog is on screen.
    fn may_focus(&mut self, ui: &Ui) -> bool {
        let first = !self.focused && !ui.is_sizing_pass();
        self.focused |= first;
        first
    }
}
