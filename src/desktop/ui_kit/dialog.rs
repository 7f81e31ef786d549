//! Dialogs: a question over the window; Escape cancels, the focus stays inside, then goes back
//! where it was.

mod open_dialogs;

use egui::{Color32, Context, Frame, Id, Key, Margin, Modal, Modifiers, Ui};

use self::open_dialogs::{OpenDialogs, tooltips};
use super::button::{Button, ButtonKind};
use super::shell::row;
use super::text::title;
use super::theme::palette;
use super::tokens::{height, radius, space};

/// Lets dialogs be seen opening and closing; before the first of them.
pub(super) fn install_dialogs(ctx: &Context) {
    OpenDialogs::install(ctx);
}

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
        let mut focused = OpenDialogs::note(ctx, id);
        let under = tooltips(ctx);
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
            self.show_buttons(ui, &mut focused)
        });
        OpenDialogs::note_shown(ctx, id, focused, &under);
        let may_cancel = shown.is_top_modal && !shown.any_popup_open;
        let escape =
            may_cancel && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let answer = match shown.inner {
            Some(rank) => DialogAnswer::Pressed(rank),
            None if escape || shown.response.should_close() => DialogAnswer::Cancelled,
            None => DialogAnswer::Open,
        };
        if answer != DialogAnswer::Open {
            // The next pass shows the window without it, and gives the focus back.
            ctx.request_repaint();
        }
        answer
    }

    /// The buttons at the right end, the last one outermost; gives the one pressed. The first one
    /// takes the focus unless the dialog has `focused` something already.
    fn show_buttons(&self, ui: &mut Ui, focused: &mut bool) -> Option<usize> {
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
                // In the first pass, which only measures, nothing can take the focus.
                let takes_focus = rank == 0 && !self.content_has_focus && !*focused;
                if takes_focus && !ui.is_sizing_pass() {
                    *focused = true;
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

#[cfg(test)]
mod tests {
    use egui::{Event, Memory, RawInput, Rect, pos2, vec2};

    use super::super::{ThemeKind, install, install_fonts, text_field};
    use super::*;

    /// Two fields, and two dialogs over them.
    #[derive(Default)]
    struct Screen {
        ctx: Context,
        typed: [String; 2],
        fields: Vec<Id>,
        open: [bool; 2],
        /// The second field takes the focus in the next frame.
        takes_focus: bool,
    }

    impl Screen {
        /// The first field has the focus.
        fn new() -> Self {
            let mut screen = Self::default();
            install_fonts(&screen.ctx);
            install(&screen.ctx, ThemeKind::Light);
            screen.frames(2, &[]);
            let field = screen.fields[0];
            screen.ctx.memory_mut(|memory| memory.request_focus(field));
            screen.frames(2, &[]);
            assert_eq!(screen.focused(), Some(field));
            screen
        }

        fn focused(&self) -> Option<Id> {
            self.ctx.memory(Memory::focused)
        }

        /// So many frames; the keys are pressed in the first one.
        fn frames(&mut self, count: usize, keys: &[Key]) {
            for rank in 0..count {
                let keys = if rank == 0 { keys } else { &[] };
                self.frame(keys);
            }
        }

        fn frame(&mut self, keys: &[Key]) {
            let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0)));
            let events = keys.iter().map(|key| press(*key)).collect();
            let input = RawInput { screen_rect, events, ..RawInput::default() };
            let ctx = self.ctx.clone();
            let output = ctx.run_ui(input, |ui| self.draw(ui));
            output.drop_without_applying_deltas();
        }

        fn draw(&mut self, ui: &mut Ui) {
            let [first, second] = &mut self.typed;
            let first = text_field(ui, "Réponse", first);
            let second = text_field(ui, "Autre réponse", second);
            if std::mem::take(&mut self.takes_focus) {
                second.request_focus();
            }
            self.fields = vec![first.id, second.id];
            for (open, id) in self.open.iter_mut().zip(["essai", "essai-2"]) {
                if *open {
                    let dialog = Dialog::new(id, "Question").button("Annuler", ButtonKind::Normal);
                    let dialog = dialog.button("Continuer", ButtonKind::Primary);
                    *open = dialog.show(ui.ctx(), |_| {}) == DialogAnswer::Open;
                }
            }
        }
    }

    fn press(key: Key) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn the_focus_goes_back_where_it_was_by_escape_and_by_a_button() {
        for key in [Key::Escape, Key::Enter] {
            let mut screen = Screen::new();
            let field = screen.fields[0];
            screen.open[0] = true;
            screen.frames(4, &[]);
            assert!(screen.focused().is_some_and(|focused| !screen.fields.contains(&focused)));
            screen.frames(1, &[key]);
            assert!(!screen.open[0], "{key:?}");
            screen.frames(2, &[]);
            assert_eq!(screen.focused(), Some(field), "{key:?}");
        }
    }

    #[test]
    fn what_takes_the_focus_when_a_dialog_closes_keeps_it() {
        let mut screen = Screen::new();
        screen.open[0] = true;
        screen.frames(4, &[]);
        screen.open[0] = false;
        screen.takes_focus = true;
        screen.frames(4, &[]);
        assert_eq!(screen.focused(), Some(screen.fields[1]));
    }

    #[test]
    fn what_takes_the_focus_as_the_dialog_is_answered_has_it_afterwards() {
        let mut screen = Screen::new();
        screen.open[0] = true;
        screen.frames(4, &[]);
        screen.takes_focus = true;
        screen.frames(1, &[Key::Escape]);
        assert!(!screen.open[0]);
        screen.frames(3, &[]);
        assert_eq!(screen.focused(), Some(screen.fields[1]));
    }

    #[test]
    fn a_dialog_hidden_by_another_gets_the_focus_back_then_gives_it_back() {
        let mut screen = Screen::new();
        let field = screen.fields[0];
        screen.open = [true, false];
        screen.frames(4, &[]);
        let inside = screen.focused();
        screen.open = [false, true];
        screen.frames(4, &[]);
        assert_ne!(screen.focused(), inside);
        screen.open = [true, false];
        screen.frames(3, &[]);
        assert_eq!(screen.focused(), inside);
        screen.frames(1, &[Key::Escape]);
        screen.frames(2, &[]);
        assert_eq!(screen.focused(), Some(field));
    }
}
