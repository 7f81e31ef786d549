//! Asks how many rows and columns a new table has.

use egui::{Context, Key, Ui};

use super::table::{MOST_COLUMNS, MOST_ROWS};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{ButtonKind, Dialog, DialogAnswer, Field, secondary};

/// Rows and columns, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDraft {
    rows: String,
    columns: String,
    is_new: bool,
}

impl Default for TableDraft {
    fn default() -> Self {
        Self { rows: "3".to_owned(), columns: "3".to_owned(), is_new: true }
    }
}

/// What came of the dialog in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableAnswer {
    /// Still open.
    Open,
    /// Given up.
    Cancelled,
    /// A table of so many rows and columns.
    Size(usize, usize),
}

impl TableDraft {
    /// Rows and columns, when both are within limits.
    fn size(&self) -> Option<(usize, usize)> {
        Some((within(&self.rows, MOST_ROWS)?, within(&self.columns, MOST_COLUMNS)?))
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context) -> TableAnswer {
        let title = fr("Nouveau tableau");
        let limits = fr(&format!("De 1 à {MOST_ROWS} lignes et de 1 à {MOST_COLUMNS} colonnes."));
        let size = self.size();
        let mut by_key = false;
        let answer = Dialog::new("editeur-tableau", &title)
            .width(360.0)
            .content_has_focus()
            .button("Annuler", ButtonKind::Normal)
            .button_if("Insérer", ButtonKind::Primary, size.is_some(), &limits)
            .show(ctx, |ui| {
                by_key = self.fields(ui);
                secondary(ui, limits.as_str());
            });
        match (answer, self.size()) {
            (DialogAnswer::Cancelled | DialogAnswer::Pressed(0), _) => TableAnswer::Cancelled,
            (DialogAnswer::Pressed(_), Some((rows, columns))) => TableAnswer::Size(rows, columns),
            (DialogAnswer::Open, Some((rows, columns))) if by_key => {
                TableAnswer::Size(rows, columns)
            }
            _ => TableAnswer::Open,
        }
    }

    /// Both fields; `true` when Enter was pressed in one of them.
    fn fields(&mut self, ui: &mut Ui) -> bool {
        let lines = fr("Lignes sous l'en-tête");
        let rows = Field::new(&lines).width(80.0).limit(3).number(ui, &mut self.rows);
        let columns = Field::new("Colonnes").width(80.0).limit(3).number(ui, &mut self.columns);
        if self.is_new && !ui.is_sizing_pass() {
            rows.request_focus();
            self.is_new = false;
        }
        let left = rows.lost_focus() || columns.lost_focus();
        left && ui.input(|input| input.key_pressed(Key::Enter))
    }
}

fn within(typed: &str, most: usize) -> Option<usize> {
    typed.trim().parse().ok().filter(|count| (1..=most).contains(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_taken_within_limits_only() {
        assert_eq!(TableDraft::default().size(), Some((3, 3)));
        for (rows, columns, size) in [
            (" 20", "8", Some((20, 8))),
            ("21", "2", None),
            ("2", "0", None),
            ("", "2", None),
            ("deux", "2", None),
        ] {
            let draft =
                TableDraft { rows: rows.to_owned(), columns: columns.to_owned(), is_new: false };
            assert_eq!(draft.size(), size, "{rows} {columns}");
        }
    }
}
