//! Time that a piece should take: cycle time, rate, or the rate of the slowest post of a line.

use super::counts::Reference;
use super::{Batch, OeeInput, Pace};
use crate::domain::planning::follow_up::named::row_key;
use crate::domain::planning::follow_up::table::{Content, Table, TotalOf, cell_at};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// Cell of a cycle time or of a rate.
#[derive(Debug, Clone, Copy)]
pub(super) enum PaceCell {
    /// Time of one piece.
    Cycle(CellId),
    /// Pieces in one unit of time.
    Rate(CellId),
}

impl PaceCell {
    /// Time that pieces should take.
    pub fn time(self, pieces: CellId, input: &OeeInput) -> Formula {
        match self {
            Self::Cycle(cycle) => input.cycle_unit.convert(pieces * cycle, input.unit),
            Self::Rate(rate) => input.rate_unit.convert(pieces / rate, input.unit),
        }
    }
}

/// Adds the cycle time or the rate of a reference.
pub(super) fn pace_line(
    table: &mut Table,
    input: &OeeInput,
    reference: &Reference<'_>,
) -> Vec<Option<PaceCell>> {
    let cycles = reference.given(|batch| match batch.pace {
        Some(Pace::Cycle(cycle)) => Some(cycle),
        _ => None,
    });
    let head = reference.count_head("cycle", "Temps de cycle").unit(input.cycle_unit.sign());
    let cycles = table.line(head, cycles);
    let slowest = slowest_posts(table, input, reference);
    let rates: Vec<_> = reference
        .given(|batch| match batch.pace {
            Some(Pace::Rate(rate)) => Some(rate),
            _ => None,
        })
        .into_iter()
        .zip(slowest)
        .map(|(rate, slowest)| rate.or_else(|| slowest.map(Content::from)))
        .collect();
    let unit = rate_sign(input);
    let rates = table.line(reference.count_head("cadence", "Cadence").unit(unit), rates);
    let cycles = cycles.into_iter().map(|cell| cell.map(PaceCell::Cycle));
    let rates = rates.into_iter().map(|cell| cell.map(PaceCell::Rate));
    cycles.zip(rates).map(|(cycle, rate)| cycle.or(rate)).collect()
}

fn rate_sign(input: &OeeInput) -> String {
    format!("pièces/{}", input.rate_unit.sign())
}

/// Adds the rates of each post; gives the smallest of each session.
fn slowest_posts(
    table: &mut Table,
    input: &OeeInput,
    reference: &Reference<'_>,
) -> Vec<Option<Formula>> {
    let posts = |batch: &Batch| match &batch.pace {
        Some(Pace::Slowest(posts)) => posts.clone(),
        _ => Vec::new(),
    };
    let mut names: Vec<String> = Vec::new();
    for (name, _) in reference.batches.iter().flatten().flat_map(|batch| posts(batch)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut found: Vec<Vec<Formula>> = vec![Vec::new(); reference.batches.len()];
    for name in names {
        let contents = reference.given(|batch| {
            posts(batch).into_iter().find(|(post, _)| *post == name).map(|(_, rate)| rate)
        });
        let key = format!("cadence.{}", row_key(&name));
        let head = reference.count_head(&key, &format!("Cadence {name}"));
        let line = table.line(head.unit(rate_sign(input)), contents);
        for (found, cell) in found.iter_mut().zip(&line) {
            found.extend(cell.map(Formula::from));
        }
    }
    let smallest = |rates: Vec<Formula>| (!rates.is_empty()).then_some(Formula::Minimum(rates));
    found.into_iter().map(smallest).collect()
}

/// Adds the pieces that the running time allows at the pace of a single reference.
pub(super) fn possible_line(
    table: &mut Table,
    input: &OeeInput,
    paces: &[Option<PaceCell>],
    running: &[Option<CellId>],
) {
    let contents = paces
        .iter()
        .enumerate()
        .map(|(rank, pace)| {
            let running = cell_at(running, rank)?;
            Some(Content::from(match (*pace)? {
                PaceCell::Cycle(cycle) => {
                    input.unit.convert(Formula::from(running), input.cycle_unit) / cycle
                }
                PaceCell::Rate(rate) => {
                    input.unit.convert(Formula::from(running), input.rate_unit) * rate
                }
            }))
        })
        .collect();
    let head = RowHead::new("pieces_possibles", "Pièces possibles en TF").unit("pièces");
    table.summed(head, contents, TotalOf::All);
}
