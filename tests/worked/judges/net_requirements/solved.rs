//! An exercise solved by the calculator: values of its worksheets by article, row and period.

use casdecole::domain::planning::net_requirements::{
    LATE_COLUMN, Layout, LayoutRow, NetRequirementsInput, Quantity, low_level_codes, row_key,
    worksheet,
};
use casdecole::domain::planning::worksheet::{Evaluation, Worksheet};
use rust_decimal::Decimal;

use super::rows::Row;

/// Words before the number of a period.
const PERIOD_WORDS: [&str; 9] = ["", "s", "p", "t", "w", "semaine", "periode", "week", "jour"];

/// Where a figure stands in its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Opening column.
    Opening,
    /// Period, by its rank.
    Period(usize),
    /// Launch before the first period: 0 is the period just before, 1 the one before it.
    Before(usize),
    /// The row has one value.
    Whole,
}

struct Sheet {
    sheet: Worksheet,
    values: Evaluation,
}

impl Sheet {
    fn of(input: &NetRequirementsInput) -> Result<Self, String> {
        let sheet = worksheet(input).map_err(|error| error.to_string())?;
        let values = sheet.evaluate().map_err(|error| error.to_string())?;
        Ok(Self { sheet, values })
    }

    fn number(&self, row: &str, column: &str) -> Option<Decimal> {
        self.values.number(self.sheet.find(row, column)?)
    }
}

/// An exercise solved.
pub struct Solved {
    /// What was solved.
    pub input: NetRequirementsInput,
    levels: Vec<u32>,
    usual: Sheet,
    full: Sheet,
}

impl Solved {
    /// Solves an exercise: the usual table, and one with every row.
    pub fn of(input: &NetRequirementsInput) -> Result<Self, String> {
        let levels = low_level_codes(input).map_err(|error| error.to_string())?;
        let usual = Sheet::of(input)?;
        let mut with_all = input.clone();
        let rows = Quantity::ALL.map(|(quantity, ..)| LayoutRow::usual(quantity));
        with_all.display.layout = Layout::of_rows(rows.to_vec());
        Ok(Self { input: input.clone(), levels, usual, full: Sheet::of(&with_all)? })
    }

    /// Rank of the article with this code.
    pub fn item(&self, code: &str) -> Option<usize> {
        self.input.items.iter().position(|item| item.code == code)
    }

    /// Code of an article; its rank when it has none.
    pub fn code(&self, item: usize) -> &str {
        self.input.items.get(item).map_or("", |item| item.code.as_str())
    }

    /// Rank of a period by its name, or by its number ("S4", "`semaine_4`").
    pub fn period(&self, name: &str) -> Option<usize> {
        let digits = name.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let word = name.strip_suffix(digits).unwrap_or_default().to_lowercase();
        let word = word.trim_end_matches(['_', ' ']);
        let rank = |name: &str| self.input.periods.rank(name);
        if !PERIOD_WORDS.contains(&word) {
            return rank(name);
        }
        rank(name).or_else(|| rank(digits)).or_else(|| rank(&format!("S{digits}")))
    }

    /// The value of a figure; `None` when the calculator has none there.
    pub fn value(&self, item: usize, row: Row, place: Place) -> Option<Decimal> {
        if row == Row::Level {
            return self.levels.get(item).copied().map(Decimal::from);
        }
        let article = self.input.items.get(item)?;
        let lead = usize::try_from(article.lead_time).ok()?;
        match place {
            Place::Whole if row == Row::Late => {
                Some(self.in_column(item, Row::Starts, LATE_COLUMN).unwrap_or_default())
            }
            Place::Opening => (row == Row::Stock).then_some(article.opening),
            Place::Before(early) if matches!(row, Row::Starts | Row::Late) => {
                let received = lead.checked_sub(early + 1);
                received.map_or(Some(Decimal::ZERO), |period| {
                    self.value(item, Row::Receipts, Place::Period(period))
                })
            }
            Place::Whole | Place::Before(_) => None,
            Place::Period(period) => {
                let name = self.input.periods.names.get(period)?;
                let found = self.in_column(item, row, name);
                let unwritten = row == Row::Starts || !row.is_always_there();
                found.or_else(|| unwritten.then_some(Decimal::ZERO))
            }
        }
    }

    fn in_column(&self, item: usize, row: Row, column: &str) -> Option<Decimal> {
        let key = row_key(self.code(item), row.key());
        self.usual.number(&key, column).or_else(|| self.full.number(&key, column))
    }

    /// Values of a row in all periods.
    pub fn series(&self, item: usize, row: Row) -> Vec<Decimal> {
        let periods = 0..self.input.periods.len();
        periods
            .map(|period| self.value(item, row, Place::Period(period)).unwrap_or_default())
            .collect()
    }
}
