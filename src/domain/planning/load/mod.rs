//! Load (charge) and capacity of work centres.
//!
//! What belongs here: capacité théorique and réelle, load of articles and orders by centre and
//! period, rates (taux de charge = charge ÷ capacité réelle, taux d'utilisation = charge ÷ capacité
//! théorique, taux de disponibilité = réelle ÷ théorique), bottleneck, and smoothing (`smoothing`).
//! Capacity is infinite: loads are compared with it, never moved but by a smoothing.

mod board;
mod capacity_input;
mod capacity_rows;
mod centre_state;
mod check;
mod figure;
mod flow_rows;
mod input;
mod item_rows;
mod load_rows;
mod overall_rows;
mod rate_rows;
mod reading;
pub mod smoothing;

#[cfg(test)]
mod tests;

pub use capacity_input::{
    CapacityInput, Coefficient, Deduction, DeductionAmount, Factor, FactorValues, Opening, Times,
};
pub use figure::{Figure, Series};
pub use input::{
    Columns, Extra, LoadCentre, LoadInput, LoadOperation, LoadedItem, OtherLoad, RateOptions,
    RateStyle, Reference, SeriesCount, TimeUnit, Work,
};
pub use reading::{CAPACITY_OPTIONS, OPTIONS};

use super::calculator::{Request, refused};
use super::tree::Problems;
use super::worksheet::{CalculationError, Worksheet};
use board::Board;
use centre_state::CentreState;

/// Largest number of cells of one table, periods × rows.
pub const MAX_CELLS: usize = 60_000;

/// A group of rows of a centre.
type Stage = fn(&mut Board<'_>, &mut CentreState<'_>);

/// Groups of rows, in the order shown and computed.
const STAGES: [Stage; 9] = [
    capacity_rows::factors,
    capacity_rows::opening,
    capacity_rows::deductions,
    capacity_rows::real,
    load_rows::loads,
    load_rows::total,
    rate_rows::rates,
    rate_rows::machines,
    flow_rows::flows,
];

/// The calculator `charge`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::load(request, problems)?;
    made(&input, request, problems)
}

/// The calculator `capacite`: capacities alone.
pub fn calculate_capacity(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::capacity(request, problems)?;
    made(&input, request, problems)
}

fn made(input: &LoadInput, request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    worksheet(input).map_err(|error| refused(request, &error, problems)).ok()
}

/// The table of loads and capacities: one column a period, or one a centre.
///
/// # Errors
/// When there is no centre or no period, when names are used twice, or when the table is too large.
pub fn worksheet(input: &LoadInput) -> Result<Worksheet, CalculationError> {
    check::check(input)?;
    let has_loads = input
        .centres
        .iter()
        .any(|centre| !centre.operations.is_empty() || !centre.other_loads.is_empty());
    let title = if has_loads { "Charge et capacité" } else { "Capacité" };
    let mut board = Board::new(title, input);
    item_rows::items(&mut board);
    let mut states: Vec<CentreState<'_>> = input
        .centres
        .iter()
        .enumerate()
        .map(|(rank, centre)| CentreState::new(rank, centre, input.periods.len()))
        .collect();
    match input.columns {
        Columns::Periods => {
            for state in &mut states {
                for stage in STAGES {
                    stage(&mut board, state);
                }
            }
        }
        Columns::Centres => {
            for stage in STAGES {
                for state in &mut states {
                    stage(&mut board, state);
                }
            }
        }
    }
    overall_rows::overall(&mut board, &states);
    board.sheet.remarks = check::loads_lost(input);
    Ok(board.sheet)
}
