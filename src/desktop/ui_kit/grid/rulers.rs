//! The letters of the columns and the numbers of the rows of a spreadsheet.

use std::ops::Range;

use egui::Ui;

use super::body::Body;
use super::paint;
use super::view::View;

impl Body<'_> {
    /// Paints them over the cells, where they stay in place. The names of the cells say them.
    pub(super) fn rulers(
        &self,
        ui: &Ui,
        view: &View<'_>,
        rows: Range<usize>,
        columns: Range<usize>,
    ) {
        let Some(sheet) = self.sheet else { return };
        let block = self.state.block();
        for column in columns.chain(0..self.shape.frozen) {
            let painter = ui.painter().with_clip_rect(view.title_clip(column));
            let chosen =
                block.is_some_and(|block| (block.first.1..=block.last.1).contains(&column));
            let name = sheet.text.column_name(column);
            paint::ruler(&painter, view.letters(column), &name, chosen, self.colors);
        }
        let painter = ui.painter().with_clip_rect(view.under_header());
        for row in rows {
            let chosen = block.is_some_and(|block| (block.first.0..=block.last.0).contains(&row));
            let name = (row + 1).to_string();
            paint::ruler(&painter, view.number(row), &name, chosen, self.colors);
        }
        paint::ruler(ui.painter(), view.corner(), "", false, self.colors);
    }
}
