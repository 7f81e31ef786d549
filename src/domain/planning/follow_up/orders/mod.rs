//! Follow-up of orders: planned, launched, good, scrapped and remaining quantities, scrap rate,
//! productivity, lead time, lateness and service rate.

mod columns;
mod reading;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::grid::{Grid, Section};
use super::named::{MAX_NAMED, duplicate};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, RowHead, Worksheet};

/// Key of the row of totals.
const TOTAL_ROW: &str = "total";

/// Input of a follow-up of orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrdersInput {
    /// Orders.
    pub orders: Vec<FollowedOrder>,
    /// Pieces to which the allocated time is due.
    pub allocated_for: AllocatedFor,
    /// Unit of the times ("h").
    pub time_unit: String,
}

/// Pieces to which the allocated time is due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum AllocatedFor {
    /// Good pieces.
    #[default]
    Good,
    /// All pieces made.
    Made,
    /// Pieces planned.
    Planned,
}

/// What is known of one order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowedOrder {
    /// Key of its row ("5174").
    pub code: String,
    /// Words shown ("OF 5174 – PI30").
    pub label: String,
    /// Quantity planned.
    pub planned: Option<Decimal>,
    /// Quantity launched.
    pub launched: Option<Decimal>,
    /// Good pieces declared.
    pub good: Option<Decimal>,
    /// Pieces scrapped.
    pub scrapped: Option<Decimal>,
    /// Time allocated, when stated as such.
    pub allocated: Option<Decimal>,
    /// Set-up time allocated, with `unit_time`.
    pub setup_time: Option<Decimal>,
    /// Time allocated for one piece.
    pub unit_time: Option<Decimal>,
    /// Time spent.
    pub spent: Option<Decimal>,
    /// Start.
    pub start: Option<NaiveDate>,
    /// End planned.
    pub due: Option<NaiveDate>,
    /// End, when finished.
    pub end: Option<NaiveDate>,
}

/// The calculator `suivi_ordre`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// One row an order, then the totals. A column is there when some order has what it needs.
///
/// # Errors
/// When there is no order, too many, or two of the same number.
pub fn worksheet(input: &OrdersInput) -> Result<Worksheet, CalculationError> {
    if input.orders.is_empty() || input.orders.len() > MAX_NAMED {
        return Err(CalculationError::impossible(format!("il faut de 1 à {MAX_NAMED} ordres")));
    }
    let codes = input.orders.iter().map(|order| order.code.as_str());
    if let Some(code) = duplicate(codes.chain([TOTAL_ROW])) {
        return Err(CalculationError::impossible(format!(
            "l'ordre « {code} » est écrit deux fois"
        )));
    }
    let mut grid = Grid::new("Suivi des ordres");
    let rows = input
        .orders
        .iter()
        .map(|order| grid.sheet.row(RowHead::new(order.code.as_str(), order.label.as_str())))
        .collect();
    let total = grid.sheet.row(RowHead::new(TOTAL_ROW, "Total"));
    let section = Section { rows, total: Some(total) };
    columns::quantity_columns(&mut grid, &section, input);
    columns::date_columns(&mut grid, &section, input);
    Ok(grid.sheet)
}
