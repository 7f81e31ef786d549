//! What a cell of a table to fill is, apart from its content.

use crate::domain::answers::key_text;
use crate::domain::case_study::{AskedValue, Cell, TableForm};
use crate::domain::french::{NumberError, parse_date, parse_number};

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellNature {
    /// Shown and locked.
    Given,
    /// A number to find.
    Number,
    /// A text to find.
    Text,
    /// A date to find.
    Date,
    /// Out of scope.
    Blocked,
}

impl CellNature {
    /// All natures, in the order offered.
    pub const ALL: [Self; 5] = [Self::Given, Self::Number, Self::Text, Self::Date, Self::Blocked];

    /// Name shown to authors.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Given => "Donnée",
            Self::Number => "Nombre",
            Self::Text => "Texte",
            Self::Date => "Date",
            Self::Blocked => "Barrée",
        }
    }

    /// Nature of a cell.
    pub const fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Given(_) => Self::Given,
            Cell::Asked(AskedValue::Number { .. }) => Self::Number,
            Cell::Asked(AskedValue::Text { .. }) => Self::Text,
            Cell::Asked(AskedValue::Date { .. }) => Self::Date,
            Cell::Blocked => Self::Blocked,
        }
    }

    /// The cell with this nature; its content is kept where it still means something.
    pub fn convert(self, cell: &Cell) -> Cell {
        if Self::of(cell) == self {
            return cell.clone();
        }
        let text = key_text(cell);
        match self {
            Self::Given => Cell::Given(text),
            Self::Blocked => Cell::Blocked,
            Self::Number => {
                Cell::Asked(AskedValue::Number { key: parse_number(&text).ok(), tolerance: None })
            }
            Self::Date => Cell::Asked(AskedValue::Date { key: parse_date(&text) }),
            Self::Text => {
                let accepted = Some(text).filter(|text| !text.trim().is_empty());
                Cell::Asked(AskedValue::Text { accepted: accepted.into_iter().collect() })
            }
        }
    }
}

/// The cell once `typed` is written in it, as its nature reads it.
///
/// # Errors
/// What to write instead, when the text means nothing for this nature.
pub fn written(cell: &Cell, typed: &str) -> Result<Cell, String> {
    Ok(match cell {
        Cell::Blocked => Cell::Blocked,
        Cell::Given(_) => Cell::Given(typed.to_owned()),
        Cell::Asked(AskedValue::Number { tolerance, .. }) => {
            let key = match parse_number(typed) {
                Ok(value) => Some(value),
                Err(NumberError::Empty) => None,
                Err(NumberError::NotANumber | NumberError::TooLong) => {
                    return Err("Écrivez un nombre, par exemple 1 250,75.".to_owned());
                }
            };
            Cell::Asked(AskedValue::Number { key, tolerance: *tolerance })
        }
        Cell::Asked(AskedValue::Text { accepted }) => {
            let first = Some(typed.to_owned()).filter(|text| !text.trim().is_empty());
            let accepted = first.into_iter().chain(accepted.iter().skip(1).cloned()).collect();
            Cell::Asked(AskedValue::Text { accepted })
        }
        Cell::Asked(AskedValue::Date { .. }) => {
            let key = parse_date(typed);
            if key.is_none() && !typed.trim().is_empty() {
                return Err("Écrivez une date, par exemple 11/03/2027.".to_owned());
            }
            Cell::Asked(AskedValue::Date { key })
        }
    })
}

/// The part of a table that takes a nature at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellRange {
    /// The whole row, its first cell excepted: it names the row.
    Row(usize),
    /// The whole column.
    Column(usize),
}

/// The table whose row or column has this nature.
#[must_use]
pub fn spread(table: &TableForm, range: CellRange, nature: CellNature) -> TableForm {
    let mut changed = table.clone();
    for (row, cells) in changed.rows.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            let chosen = match range {
                CellRange::Row(wanted) => row == wanted && column > 0,
                CellRange::Column(wanted) => column == wanted,
            };
            if chosen {
                *cell = nature.convert(cell);
            }
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::domain::case_study::{QuestionKind, WrittenKind, blank_answer};

    #[test]
    fn a_change_of_nature_keeps_what_still_means_something() {
        let number = CellNature::Number.convert(&Cell::Given("1 250".into()));
        let key = Some(Decimal::from(1250));
        assert_eq!(number, Cell::Asked(AskedValue::Number { key, tolerance: None }));
        assert_eq!(CellNature::Given.convert(&number), Cell::Given("1\u{202f}250".into()));
        let date = CellNature::Date.convert(&Cell::Given("bientôt".into()));
        assert_eq!(date, Cell::Asked(AskedValue::Date { key: None }));
        assert_eq!(CellNature::Blocked.convert(&date), Cell::Blocked);
    }

    #[test]
    fn what_is_typed_is_read_as_the_nature_wants() {
        let number = Cell::Asked(AskedValue::Number { key: None, tolerance: None });
        assert!(written(&number, "douze").is_err());
        assert_eq!(written(&number, " "), Ok(number.clone()));
        let text = Cell::Asked(AskedValue::Text { accepted: vec!["a".into(), "b".into()] });
        let expected = Cell::Asked(AskedValue::Text { accepted: vec!["c".into(), "b".into()] });
        assert_eq!(written(&text, "c"), Ok(expected));
        assert!(written(&Cell::Asked(AskedValue::Date { key: None }), "31/02/2027").is_err());
    }

    #[test]
    fn a_row_takes_a_nature_without_losing_its_name() {
        let table = match blank_answer(WrittenKind::Table) {
            QuestionKind::Table(table) => Some(table),
            _ => None,
        };
        let table = table.expect("a table is a table");
        let changed = spread(&table, CellRange::Row(0), CellNature::Blocked);
        let natures: Vec<_> = changed.rows.iter().flatten().map(CellNature::of).collect();
        assert_eq!(
            natures.get(..3),
            Some(&[CellNature::Given, CellNature::Blocked, CellNature::Blocked][..])
        );
        assert_eq!(changed.rows.get(1), table.rows.get(1));
    }
}
