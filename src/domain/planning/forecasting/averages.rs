//! Forecasts from the last demands: naive, mean, moving average, weighted moving average; and those
//! that the author writes.

use rust_decimal::Decimal;

use super::frame::{Forecasts, Frame, mean};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

impl Frame {
    /// Forecasts written by the author.
    pub(super) fn stated(&mut self, forecasts: &[Decimal]) -> Forecasts {
        let label = "Prévision donnée".to_owned();
        let row = self.sheet.row(self.head("PREV", &label).short("Prévision"));
        let cells = self
            .periods
            .iter()
            .zip(forecasts)
            .map(|(column, forecast)| Some(self.sheet.given(row, *column, *forecast)))
            .collect();
        Forecasts { key: "PREV".to_owned(), label, cells }
    }

    /// Demand of `lag` periods before.
    pub(super) fn naive(&mut self, lag: usize) -> Forecasts {
        let (key, label) = match lag {
            1 => ("NAIVE".to_owned(), "Demande de la période précédente".to_owned()),
            _ => (format!("NAIVE{lag}"), format!("Demande de {lag} périodes avant")),
        };
        let row = self.sheet.row(self.head(key.as_str(), &label).short("Prévision naïve"));
        let demand = self.demand.clone();
        let mut cells: Vec<Option<CellId>> = Vec::with_capacity(self.periods.len());
        for rank in 0..self.periods.len() {
            let before = rank.checked_sub(lag);
            let past = before.and_then(|before| demand.get(before)).copied();
            let earlier = before.and_then(|before| cells.get(before)).copied().flatten();
            let source = past.or(earlier);
            cells.push(source.map(|source| self.forecast(row, rank, source.into())));
        }
        Forecasts { key, label, cells }
    }

    /// Mean of all the demands before.
    pub(super) fn mean(&mut self) -> Forecasts {
        self.level("MOY".to_owned(), "Moyenne simple".to_owned(), 1, mean)
    }

    /// Mean of the last demands.
    pub(super) fn moving_average(&mut self, periods: usize) -> Forecasts {
        let label = format!("Moyenne mobile sur {periods} périodes");
        self.level(format!("MM{periods}"), label, periods, |before| mean(last(before, periods)))
    }

    /// Weighted mean of the last demands.
    pub(super) fn weighted_average(
        &mut self,
        weights: &[Decimal],
        recent_first: bool,
    ) -> Forecasts {
        let count = weights.len();
        let key = format!("MMP{count}");
        let label = format!("Moyenne mobile pondérée sur {count} périodes");
        let cells: Vec<CellId> = weights
            .iter()
            .enumerate()
            .map(|(rank, weight)| {
                let age = if recent_first { rank + 1 } else { count - rank };
                let head = RowHead::new(format!("{key}.P{age}"), format!("Poids de t − {age}"));
                self.given(head, *weight)
            })
            .collect();
        let mut sum = weights.iter();
        let sum = sum.try_fold(Decimal::ZERO, |total, weight| total.checked_add(*weight));
        let total = (sum != Some(Decimal::ONE)).then(|| {
            let head = RowHead::new(format!("{key}.POIDS"), "Somme des poids");
            self.computed(head, Formula::sum(cells.iter().copied()))
        });
        self.level(key, label, count, |before| {
            let window = last(before, count);
            let demands: Vec<CellId> =
                if recent_first { window.iter().rev().copied().collect() } else { window.to_vec() };
            let products = cells.iter().zip(demands).map(|(weight, demand)| *weight * demand);
            let sum = Formula::sum(products);
            match total {
                Some(total) => sum / total,
                None => sum,
            }
        })
    }

    /// Row of a level method: a forecast for each period that has enough demands before it, the
    /// same one for all periods after the first one ahead.
    fn level(
        &mut self,
        key: String,
        label: String,
        least: usize,
        formula: impl Fn(&[CellId]) -> Formula,
    ) -> Forecasts {
        let row = self.sheet.row(self.head(key.as_str(), &label).short(short(&key)));
        let demand = self.demand.clone();
        let mut cells: Vec<Option<CellId>> = Vec::with_capacity(self.periods.len());
        for rank in 0..self.periods.len() {
            let known = demand.get(..rank.min(demand.len())).unwrap_or_default();
            let before = cells.last().copied().flatten();
            let cell = match before {
                Some(before) if rank > demand.len() => Some(self.at(row, rank, before)),
                _ if known.len() < least.max(1) => None,
                _ => Some(self.forecast(row, rank, formula(known))),
            };
            cells.push(cell);
        }
        Forecasts { key, label, cells }
    }
}

/// The last cells of a list.
fn last(cells: &[CellId], count: usize) -> &[CellId] {
    cells.get(cells.len().saturating_sub(count)..).unwrap_or_default()
}

/// Short name of a row in workings.
fn short(key: &str) -> &str {
    if key == "MOY" { "Moyenne" } else { key }
}
