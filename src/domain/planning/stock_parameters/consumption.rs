//! What an article consumes, and the reserve kept: rows shared by the ways to reorder.

use rust_decimal::Decimal;

use super::single_values::ValueSheet;
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::{CellId, RowHead};

/// Consumption of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consumption {
    /// Quantity of one period, the period in which lead times are counted.
    PerPeriod(Decimal),
    /// Quantity of a year of so many periods.
    OverYear {
        /// Quantity of the year.
        quantity: Decimal,
        /// Periods of the year: worked days, weeks, months.
        periods: Decimal,
    },
}

/// Stock kept in reserve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reserve {
    /// A quantity.
    Quantity(Decimal),
    /// So many periods of consumption.
    Periods(Decimal),
}

impl Consumption {
    /// Adds its rows; gives the cells of the consumption of one period, and of a year when it is
    /// stated.
    pub(super) fn add(self, sheet: &mut ValueSheet, unit: &str) -> (CellId, Option<CellId>) {
        let head = RowHead::new("consommation", "Consommation par période").unit(unit);
        match self {
            Self::PerPeriod(quantity) => (sheet.given(head, quantity), None),
            Self::OverYear { quantity, periods } => {
                let year = RowHead::new("consommation_annuelle", "Consommation annuelle");
                let year = sheet.given(year.unit(unit), quantity);
                let count = RowHead::new("periodes_par_an", "Périodes par an");
                let count = sheet.given(count, periods);
                (sheet.computed(head, year / count), Some(year))
            }
        }
    }

    /// Reads `consommation`, or a yearly quantity and the number of periods of a year.
    pub(super) fn read(options: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let year = options.any_field(&["consommation_annuelle", "demande_annuelle"]);
        if year.is_missing() {
            return options.field("consommation").required_quantity(problems).map(Self::PerPeriod);
        }
        let quantity = year.quantity(problems);
        let periods = options
            .any_field(&["periodes_par_an", "jours_par_an", "semaines_par_an"])
            .positive(problems);
        Some(Self::OverYear { quantity: quantity?, periods: periods? })
    }
}

impl Reserve {
    /// Adds its rows; `consumption` is the cell of the consumption of one period.
    pub(super) fn add(self, sheet: &mut ValueSheet, consumption: CellId, unit: &str) -> CellId {
        let head = RowHead::new("stock_securite", "Stock de sécurité").unit(unit);
        match self {
            Self::Quantity(quantity) => sheet.given(head, quantity),
            Self::Periods(periods) => {
                let count = RowHead::new("securite_periodes", "Sécurité").unit("périodes");
                let count = sheet.given(count, periods);
                sheet.computed(head, consumption * count)
            }
        }
    }

    /// Reads `stock_securite` or `securite_periodes`; no reserve when neither is written.
    pub(super) fn read(options: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let periods = options.field("securite_periodes");
        if periods.is_missing() {
            let quantity = options.field("stock_securite").quantity_or(Decimal::ZERO, problems);
            return Some(Self::Quantity(quantity));
        }
        periods.quantity(problems).map(Self::Periods)
    }
}
