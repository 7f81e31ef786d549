//! Pointing at cells while a formula is typed: their names are written at the caret.

use egui::{Context, Id};

use super::GridResponse;
use super::keys::{Way, neighbour};
use super::shape::Shape;
use super::sheet::{GridBlock, Pointing, SheetText};
use super::source::GridSource;
use super::state::{GridState, Place, caret_byte, put_caret};

/// What is being typed in a spreadsheet, for what changes it without the editor.
pub(super) struct Typed<'frame> {
    pub(super) ctx: &'frame Context,
    pub(super) grid: Id,
    pub(super) text: &'frame dyn SheetText,
    pub(super) state: &'frame mut GridState,
    pub(super) source: &'frame mut dyn GridSource,
    pub(super) answer: &'frame mut GridResponse,
}

impl Typed<'_> {
    /// Whether pointing at another cell writes its name.
    pub(super) fn accepts(&self) -> bool {
        self.caret()
            .is_some_and(|caret| self.text.pointing(&self.state.buffer, caret) != Pointing::Refused)
    }

    /// Points at the cells between two, and remembers where that began.
    pub(super) fn point(&mut self, from: Place, to: Place) {
        let Some(caret) = self.caret() else { return };
        let block = GridBlock::between(from, to);
        let (text, caret) = self.text.pointed(&self.state.buffer, caret, block);
        self.take(text, caret);
        self.state.pointed = Some((from, to));
        self.state.reveal = Some(to);
    }

    /// Points one cell further, or makes the block pointed at grow.
    pub(super) fn point_further(&mut self, shape: &Shape, way: Way, grows: bool) {
        let Some(selected) = self.state.selected else { return };
        let (from, to) = self.state.pointed.unwrap_or((selected, selected));
        let Some(next) = neighbour(shape, to, way) else { return };
        let began = grows && self.state.pointed.is_some();
        self.point(if began { from } else { next }, next);
    }

    /// F4: what moves when the formula is copied, and what does not.
    pub(super) fn hold(&mut self) {
        let Some(caret) = self.caret() else { return };
        if let Some((text, caret)) = self.text.held(&self.state.buffer, caret) {
            self.take(text, caret);
            self.state.pointed = None;
        }
    }

    /// Place of the caret in bytes.
    fn caret(&self) -> Option<usize> {
        if !self.state.is_typing() {
            return None;
        }
        caret_byte(self.ctx, self.state.focus_id(self.grid)?, &self.state.buffer)
    }

    /// Takes a text that the editor did not change itself.
    fn take(&mut self, text: String, caret: usize) {
        let Some(place) = self.state.selected else { return };
        self.state.buffer = text;
        if let Some(editor) = self.state.focus_id(self.grid) {
            put_caret(self.ctx, editor, &self.state.buffer, caret);
        }
        self.source.write(place.0, place.1, &self.state.buffer);
        self.answer.changed.push(place);
        self.ctx.request_repaint();
    }
}
