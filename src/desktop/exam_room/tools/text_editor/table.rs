//! Small tables: a head and empty rows, put on lines of their own.

use std::ops::Range;

use super::patch::{Edited, within};

/// Most columns of a table.
pub const MOST_COLUMNS: usize = 8;
/// Most rows under the head.
pub const MOST_ROWS: usize = 20;

/// Puts a table after the line where a selection ends; the title of its first column is selected.
pub fn insert_table(text: &str, selection: &Range<usize>, rows: usize, columns: usize) -> Edited {
    let characters: Vec<char> = text.chars().collect();
    let selection = within(selection, characters.len());
    let after_caret = characters.get(selection.end..).unwrap_or_default();
    let to_line_end = after_caret.iter().take_while(|sign| **sign != '\n').count();
    let place = selection.end + to_line_end;
    let before: String = characters.iter().take(place).collect();
    let after: String = characters.iter().skip(place).collect();
    let gap = gap_before(&before);
    let table = table(rows, columns);
    let below = if after.starts_with("\n\n") { "" } else { "\n" };
    let start = place + gap.len() + FIRST_CELL;
    let title = title(0).chars().count();
    Edited { text: format!("{before}{gap}{table}{below}{after}"), selection: start..start + title }
}

/// Characters before the title of the first column: « | ».
const FIRST_CELL: usize = 2;

fn title(column: usize) -> String {
    format!("Colonne {}", column + 1)
}

/// What is needed for an empty line before the table.
fn gap_before(before: &str) -> &'static str {
    if before.is_empty() || before.ends_with("\n\n") || before == "\n" {
        ""
    } else if before.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    }
}

fn table(rows: usize, columns: usize) -> String {
    let rows = rows.clamp(1, MOST_ROWS);
    let columns = columns.clamp(1, MOST_COLUMNS);
    let head: Vec<String> = (0..columns).map(|column| format!("| {} ", title(column))).collect();
    let head = head.concat();
    let rule = "|---".repeat(columns);
    let row = "|   ".repeat(columns);
    let body: Vec<String> = (0..rows).map(|_| format!("{row}|")).collect();
    format!("{head}|\n{rule}|\n{}", body.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rich_text::{RichBlock, parse};

    fn inserted(text: &str, caret: usize, rows: usize, columns: usize) -> Edited {
        insert_table(text, &(caret..caret), rows, columns)
    }

    #[test]
    fn a_table_stands_on_lines_of_its_own() {
        let table = "| Colonne 1 | Colonne 2 |\n|---|---|\n|   |   |";
        assert_eq!(inserted("", 0, 1, 2).text, format!("{table}\n"));
        assert_eq!(inserted("Avant", 2, 1, 2).text, format!("Avant\n\n{table}\n"));
        assert_eq!(inserted("Avant\n", 6, 1, 2).text, format!("Avant\n\n{table}\n"));
        let both = inserted("Avant\nAprès", 1, 1, 2).text;
        assert_eq!(both, format!("Avant\n\n{table}\n\nAprès"));
        let apart = inserted("Avant\n\nAprès", 0, 1, 2).text;
        assert_eq!(apart, format!("Avant\n\n{table}\n\nAprès"));
    }

    #[test]
    fn the_first_title_is_selected_and_the_table_is_read() {
        let edited = inserted("Été", 3, 3, 4);
        let selected: String =
            edited.text.chars().skip(edited.selection.start).take(edited.selection.len()).collect();
        assert_eq!(selected, "Colonne 1");
        let blocks = parse(&edited.text);
        let Some(RichBlock::Table { head, rows }) = blocks.get(1) else {
            panic!("no table in {:?}", edited.text)
        };
        assert_eq!((head.len(), rows.len()), (4, 3));
    }

    #[test]
    fn sizes_are_brought_back_within_limits() {
        let edited = inserted("", 0, 1_000, 0);
        assert_eq!(edited.text.lines().count(), MOST_ROWS + 2);
        assert!(edited.text.starts_with("| Colonne 1 |\n"));
    }
}
