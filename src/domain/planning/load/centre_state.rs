//! Cells of one centre, stage after stage.

use super::LoadCentre;
use super::figure::Cells;
use crate::domain::planning::worksheet::CellId;

/// Cells of one centre made so far; one of each list a period.
pub(super) struct CentreState<'a> {
    /// Rank of the centre.
    pub(super) rank: usize,
    /// The centre.
    pub(super) centre: &'a LoadCentre,
    /// Factors of the opening time, by key.
    pub(super) factors: Vec<(String, Cells)>,
    /// Capacité théorique; empty when the capacité réelle is the only one.
    pub(super) opening: Vec<CellId>,
    /// Hours taken off in each period.
    pub(super) deductions: Vec<Vec<CellId>>,
    /// Opening time less what is taken off, when coefficients follow.
    pub(super) required: Vec<CellId>,
    /// Capacité réelle; empty when the centre has none.
    pub(super) capacity: Vec<CellId>,
    /// Unit time or rate of each operation.
    pub(super) paces: Vec<CellId>,
    /// Loads of each period.
    pub(super) loads: Vec<Vec<CellId>>,
    /// Total load; empty when the centre has none.
    pub(super) total: Vec<CellId>,
    /// Taux de charge, where there is a capacity.
    pub(super) rates: Vec<Option<CellId>>,
}

impl<'a> CentreState<'a> {
    /// Nothing made yet.
    pub(super) fn new(rank: usize, centre: &'a LoadCentre, periods: usize) -> Self {
        Self {
            rank,
            centre,
            factors: Vec::new(),
            opening: Vec::new(),
            deductions: vec![Vec::new(); periods],
            required: Vec::new(),
            capacity: Vec::new(),
            paces: Vec::new(),
            loads: vec![Vec::new(); periods],
            total: Vec::new(),
            rates: vec![None; periods],
        }
    }
}

/// Cells as a line in which each may be missing.
pub(super) fn line(cells: &[CellId]) -> Vec<Option<CellId>> {
    cells.iter().map(|id| Some(*id)).collect()
}
