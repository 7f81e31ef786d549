//! Rows of the means: their figures, and the cost of one hour by each.

use super::frame::Frame;
use super::{Means, MeansKind, SmoothingInput, UnitCost};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// A means as cells: an advance has one for each number of periods of advance.
pub(super) struct MeansCells<'a> {
    pub(super) means: &'a Means,
    /// Key of its rows ("`avance_1`").
    pub(super) key: String,
    /// Words shown.
    pub(super) label: String,
    /// Periods of advance; zero for hours added in the same period.
    pub(super) advance: u32,
    /// Pieces an hour, when hours are converted.
    pub(super) rate: Option<CellId>,
    /// Cost of one hour.
    pub(super) hourly: CellId,
    /// Cost of one piece, when the means is paid by the piece.
    pub(super) piece: Option<CellId>,
    /// Cost of each period that uses it.
    pub(super) fixed: Option<CellId>,
    /// Most hours in one period.
    pub(super) cap: Option<CellId>,
}

/// Figures of all means.
pub(super) fn means<'a>(frame: &mut Frame, input: &'a SmoothingInput) -> Vec<MeansCells<'a>> {
    let rate = input
        .rate
        .map(|rate| frame.constant(RowHead::new("cadence", "Cadence").unit("pièces/h"), rate));
    let mut cells = Vec::new();
    for means in &input.means {
        let fixed = means.fixed_cost.map(|cost| {
            frame.constant(head(means, "fixe", "coût par période utilisée", "€"), cost)
        });
        match means.kind {
            MeansKind::Hours { cap } => {
                let cap = cap.map(|cap| {
                    frame.constant(head(means, "plafond", "plafond par période", "h"), cap)
                });
                let (hourly, piece) = costs(frame, means, rate);
                let hour = head(means, "cout_horaire", "coût d'une heure", "€/h");
                cells.push(MeansCells {
                    means,
                    key: means.key.clone(),
                    label: means.label.clone(),
                    advance: 0,
                    rate,
                    hourly: frame.derived(hour, hourly),
                    piece,
                    fixed,
                    cap,
                });
            }
            MeansKind::Advance { periods } => {
                let (hourly, piece) = costs(frame, means, rate);
                for advance in 1..=periods {
                    cells.push(advanced(frame, means, advance, rate, &hourly, piece, fixed));
                }
            }
        }
    }
    cells
}

fn advanced<'a>(
    frame: &mut Frame,
    means: &'a Means,
    advance: u32,
    rate: Option<CellId>,
    hourly: &Formula,
    piece: Option<CellId>,
    fixed: Option<CellId>,
) -> MeansCells<'a> {
    let key = format!("{}_{advance}", means.key);
    let plural = if advance > 1 { "s" } else { "" };
    let label = format!("{} de {advance} période{plural}", means.label);
    let head = RowHead::new(format!("{key}.cout_horaire"), format!("{label} : coût d'une heure"));
    let formula = if advance > 1 { hourly.clone() * advance } else { hourly.clone() };
    let hourly = frame.derived(head.unit("€/h"), formula);
    MeansCells { means, key, label, advance, rate, hourly, piece, fixed, cap: None }
}

fn head(means: &Means, name: &str, words: &str, unit: &str) -> RowHead {
    RowHead::new(format!("{}.{name}", means.key), format!("{} : {words}", means.label)).unit(unit)
}

/// Formula of the cost of one hour, and cell of the cost of one piece.
fn costs(frame: &mut Frame, means: &Means, rate: Option<CellId>) -> (Formula, Option<CellId>) {
    match means.cost {
        UnitCost::PerHour(cost) => {
            let cost = frame.constant(head(means, "cout_heure", "prix d'une heure", "€/h"), cost);
            (Formula::from(cost), None)
        }
        UnitCost::PerPiece(cost) => {
            let cost = frame.constant(head(means, "cout_piece", "coût d'une pièce", "€"), cost);
            let hourly = rate.map_or_else(|| Formula::from(cost), |rate| rate * cost);
            (hourly, Some(cost))
        }
        UnitCost::Labour { people, hourly, premium_percent } => {
            let people = frame.constant(head(means, "personnes", "opérateurs", ""), people);
            let hourly = frame.constant(head(means, "taux_horaire", "taux horaire", "€/h"), hourly);
            let premium =
                frame.constant(head(means, "majoration", "majoration", "%"), premium_percent);
            (people * hourly * (Formula::from(1u32) + premium / 100u32), None)
        }
    }
}
