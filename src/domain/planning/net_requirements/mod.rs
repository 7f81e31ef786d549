//! Net requirements (CBN, MRP): from the requirements of finished articles to the orders to launch
//! for every article, level by level.
//!
//! Rule of one article and one period: net requirement = target of stock + gross requirement −
//! (stock at the start + receipts expected), when positive; the lot rule sizes the order, received
//! in the period of the requirement and launched a lead time before; its launch times the quantity
//! of the nomenclature is, in the same period, gross requirement of each component.
//!
//! What belongs here: the typed input (`input`), low-level codes (`low_level`), the same numbers as
//! plain arrays (`plan`), as cells (`worksheet`, `item_cells`, `ledger`), the rows shown (`layout`,
//! `presets`), and reading from a case (`reading`, `options`). How lots are sized belongs to
//! `lot_rule`.

mod balance;
mod input;
mod item_cells;
mod layout;
mod ledger;
mod low_level;
mod options;
mod placing;
mod plan;
mod presets;
mod reading;
mod remarks;
mod scrap;
mod worksheet;

pub use input::{
    BillLink, Display, LateNeeds, MAX_ITEMS, NetRequirementsInput, PlannedItem, Policy,
};
pub use layout::{Layout, LayoutRow, Quantity};
pub use low_level::low_level_codes;
pub use options::OPTIONS;
pub use plan::{ItemPlan, plan};
pub use worksheet::{LATE_COLUMN, MAX_TABLE, OPENING_COLUMN, TITLE, row_key, worksheet};

use super::calculator::{Request, refused};
use super::tree::Problems;
use super::worksheet::Worksheet;

/// Net requirements of the articles of a case.
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

#[cfg(test)]
mod samples;

#[cfg(test)]
mod tests;

#[cfg(test)]
mod properties;
