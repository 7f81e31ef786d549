//! Follow-through: each cell of a calculation is judged from the key, then from the candidate's own
//! earlier cells, so that one slip is counted once.
//!
//! What belongs here: states of cells, errors of origin with what they explain, and the guard
//! against uniform answers. Comparing one cell with one value belongs to `automatic`.

mod asked;
mod judging;
mod roots;
mod uniform;

use std::collections::BTreeMap;

use super::{CellMark, CellState};
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::{CellPosition, SolvedCase};
use crate::domain::identifier::QuestionId;

/// Where a cell stands: the question, and its place in the table (row 0, column 0 for a number).
pub type CellPlace = (QuestionId, CellPosition);

/// An error of origin: wrong although all that it was computed from was right, or wrong and
/// explaining later cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootError {
    /// Number in the copy, from 1.
    pub number: usize,
    /// Where it is.
    pub place: CellPlace,
    /// Name of the cell ("PI30 BN S41").
    pub name: String,
    /// What the candidate wrote.
    pub written: String,
    /// The right value from the candidate's own earlier cells, as it would be written.
    pub right: String,
    /// How that value is found.
    pub working: String,
    /// Whether all that the cell is computed from is right.
    pub inputs_right: bool,
    /// Cells that it explains, in the order of the calculations.
    pub explains: Vec<CellPlace>,
    /// Whether its row is filled with one value only: what follows is not counted then.
    pub uniform: bool,
}

impl RootError {
    /// « Erreur d'origine 1 – PI30 BN S41 : 55 écrit, 65 attendu (…). Elle explique 12 cellules… »
    pub fn sentence(&self) -> String {
        let from = if self.inputs_right { "attendu" } else { "attendu d'après ses valeurs" };
        let expected = match (self.working.is_empty(), self.right.is_empty()) {
            // A value taken as it is has no operation before its sign.
            (false, _) => format!("{from} : {}", self.working.trim_start_matches("= ")),
            (true, false) => format!("{from} : {}", self.right),
            (true, true) => "valeur inattendue".to_owned(),
        };
        let follows = match (self.explains.len(), self.uniform) {
            (_, true) => "Ligne remplie d'une seule valeur : ce qui en découle n'est pas compté.",
            (0, _) => "Aucune autre cellule n'en est changée.",
            (1, _) => "Elle explique 1 cellule, cohérente.",
            (many, _) => {
                return format!(
                    "Erreur d'origine {} – {} : {} écrit, {expected}. Elle explique {many} cellules, cohérentes.",
                    self.number, self.name, self.written
                );
            }
        };
        format!(
            "Erreur d'origine {} – {} : {} écrit, {expected}. {follows}",
            self.number, self.name, self.written
        )
    }
}

/// Judgement of all computed cells of a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowThrough {
    /// State of each asked cell.
    pub cells: BTreeMap<CellPlace, CellMark>,
    /// Errors of origin, in the order of the calculations.
    pub roots: Vec<RootError>,
}

impl FollowThrough {
    /// Judges the computed cells of a copy.
    pub fn judge(solved: &SolvedCase, sheet: &AnswerSheet) -> Self {
        judging::judge(solved, sheet)
    }

    /// State of a cell.
    pub fn state(&self, place: &CellPlace) -> Option<CellState> {
        self.cells.get(place).map(|mark| mark.state)
    }
}
