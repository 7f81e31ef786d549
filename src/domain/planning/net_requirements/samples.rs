//! Inputs and readings of tables shared by the tests.

use rust_decimal::Decimal;

use super::{BillLink, Layout, NetRequirementsInput, PlannedItem, worksheet};
use crate::domain::planning::data::{LotRule, Periods};
use crate::domain::planning::worksheet::{Evaluation, Worksheet};

/// Whole numbers as a series.
pub(super) fn series(numbers: &[i64]) -> Vec<Decimal> {
    numbers.iter().map(|number| Decimal::from(*number)).collect()
}

/// An article without safety stock, lot for lot.
pub(super) fn article(code: &str, opening: i64, lead_time: u32) -> PlannedItem {
    PlannedItem {
        code: code.to_owned(),
        opening: Decimal::from(opening),
        lead_time,
        ..PlannedItem::default()
    }
}

/// A line of a nomenclature.
pub(super) fn link(parent: usize, component: usize, quantity: i64) -> BillLink {
    BillLink { parent, component, quantity: Decimal::from(quantity), scrap: None }
}

/// An input with the usual conventions.
pub(super) fn input(
    periods: usize,
    items: Vec<PlannedItem>,
    links: Vec<BillLink>,
) -> NetRequirementsInput {
    NetRequirementsInput {
        periods: Periods::numbered(periods),
        items,
        links,
        ..NetRequirementsInput::default()
    }
}

/// A is made of 2 B and 1 C, B of 3 C; B comes by 50, C has a launched order.
pub(super) fn three_levels() -> NetRequirementsInput {
    let finished =
        PlannedItem { independent: series(&[0, 0, 50, 0, 40, 0]), ..article("A", 20, 1) };
    let middle = PlannedItem { lot: LotRule::Multiple(Decimal::from(50)), ..article("B", 5, 1) };
    let part = PlannedItem { launched: series(&[0, 100, 0, 0, 0, 0]), ..article("C", 400, 2) };
    input(6, vec![finished, middle, part], vec![link(0, 1, 2), link(0, 2, 1), link(1, 2, 3)])
}

/// The same under a named layout.
pub(super) fn laid_out(mut input: NetRequirementsInput, name: &str) -> NetRequirementsInput {
    input.display.layout = Layout::named(name).expect("a layout");
    input
}

/// A worksheet and its values.
pub(super) struct Table {
    /// The worksheet.
    pub(super) sheet: Worksheet,
    /// Its values.
    pub(super) values: Evaluation,
}

impl Table {
    /// The table of an input.
    pub(super) fn of(input: &NetRequirementsInput) -> Self {
        let sheet = worksheet(input).expect("a worksheet");
        let values = sheet.evaluate().expect("evaluates");
        Self { sheet, values }
    }

    /// Keys of the rows.
    pub(super) fn keys(&self) -> Vec<&str> {
        self.sheet.rows.iter().map(|row| row.key.as_str()).collect()
    }

    /// Values of a row in the numbered periods, "." where there is no cell.
    pub(super) fn row(&self, key: &str) -> String {
        let row = self.sheet.row_rank(key).expect(key);
        let opening = self.sheet.column_rank("0").expect("an opening column");
        let shown = (opening + 1..self.sheet.columns.len()).map(|column| {
            let cell = self.sheet.at(row, column);
            cell.map_or_else(|| ".".to_owned(), |id| self.values.value(id).to_string())
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    /// Value of one cell.
    pub(super) fn cell(&self, key: &str, column: &str) -> String {
        let id = self.sheet.find(key, column).expect(key);
        self.values.value(id).to_string()
    }

    /// Working of one cell.
    pub(super) fn working(&self, key: &str, column: &str) -> String {
        let id = self.sheet.find(key, column).expect(key);
        self.sheet.working(id, &self.values)
    }
}
