//! The editor in the chosen cell.

use egui::{
    Align, Align2, Color32, Frame, KeyboardShortcut, Layout, Margin, Rect, Stroke, TextEdit, Ui,
    UiBuilder,
};

use super::super::focus::ALL_KEYS;
use super::super::fonts::regular;
use super::super::tokens::type_size;

use super::body::Body;
use super::cell::GridCell;
use super::speech::add_description;
use super::state::{Caret, Place, cell_id, select_all};

impl Body<'_> {
    /// The editor of the chosen cell. Until the caret moves in it, it is invisible over the value
    /// and everything is selected: what is typed, composed or pasted replaces the content.
    pub(super) fn editor(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        place: Place,
        cell: &GridCell,
        align: Align2,
    ) {
        let id = cell_id(self.id, place);
        let name = self.name_of(place);
        let builder = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
        let mut child = ui.new_child(builder);
        child.shrink_clip_rect(rect);
        let typing = self.state.caret == Caret::InCell;
        if !typing {
            select_all(ui, id, &self.state.buffer);
            let visuals = child.visuals_mut();
            visuals.selection.bg_fill = Color32::TRANSPARENT;
            visuals.selection.stroke = Stroke::NONE;
            visuals.text_cursor.stroke = Stroke::NONE;
        }
        let color = if typing { self.colors.text } else { Color32::TRANSPARENT };
        let input = TextEdit::singleline(&mut self.state.buffer)
            .id(id)
            .font(regular(type_size::BODY))
            .text_color(color)
            .frame(Frame::NONE.inner_margin(Margin::symmetric(8, 0)))
            .align(align)
            .char_limit(self.sheet.map_or(usize::MAX, |sheet| sheet.limit))
            .desired_width(rect.width())
            .min_size(rect.size())
            .return_key(None::<KeyboardShortcut>)
            .event_filter(ALL_KEYS);
        let response = child.add(input).accessible_name(name);
        add_description(ui, id, cell, self.block_words().as_deref());
        if response.changed() {
            self.state.caret = Caret::InCell;
            self.state.corner = None;
            self.state.pointed = None;
            self.source.write(place.0, place.1, &self.state.buffer);
            self.answer.changed.push(place);
            if self.sheet.is_some() {
                // The bar and the other cells show it in the next frame.
                ui.request_repaint();
            }
            if !ui.is_rect_visible(rect) {
                self.state.reveal = Some(place);
            }
        } else if self.sheet.is_none() && response.is_pointer_button_down_on() {
            self.state.caret = Caret::InCell;
        }
    }

    /// « Bloc B2:D5 choisi. »
    fn block_words(&self) -> Option<String> {
        let sheet = self.sheet?;
        let block = self.state.block().filter(|block| !block.is_single())?;
        Some(format!("Bloc {} choisi.", sheet.text.block_name(block)))
    }
}
