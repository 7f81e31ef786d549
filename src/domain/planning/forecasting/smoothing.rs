//! Exponential smoothing of a level, and of a level and a trend (Holt).

use rust_decimal::Decimal;

use super::SmoothingStart;
use super::frame::{Forecasts, Frame, mean};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// The weight of what is new and its complement.
fn smoothed(weight: CellId, now: impl Into<Formula>, before: CellId) -> Formula {
    weight * now + (Formula::number(1) - weight) * before
}

impl Frame {
    /// P(t + 1) = α × D(t) + (1 − α) × P(t).
    pub(super) fn smoothing(&mut self, alpha: Decimal, start: SmoothingStart) -> Forecasts {
        let alpha = self.given(RowHead::new("LES.ALPHA", "Coefficient α").short("α"), alpha);
        let first = match start {
            SmoothingStart::Stated(forecast) => {
                let head = self.head("LES.P1", "Prévision initiale");
                Some(self.given(head, forecast))
            }
            SmoothingStart::FirstDemand | SmoothingStart::MeanOfFirst(_) => None,
        };
        let label = "Lissage exponentiel".to_owned();
        let row = self.sheet.row(self.head("LES", &label).short("Prévision"));
        let demand = self.demand.clone();
        let initial = match (start, first) {
            (SmoothingStart::MeanOfFirst(count), _) => {
                mean(demand.get(..count.min(demand.len())).unwrap_or_default())
            }
            (_, Some(stated)) => stated.into(),
            (_, None) => demand.first().map_or(Formula::number(0), |cell| (*cell).into()),
        };
        let mut before = self.forecast(row, 0, initial);
        let mut cells = vec![Some(before)];
        for rank in 1..self.periods.len() {
            before = match rank.checked_sub(1).and_then(|last| demand.get(last)) {
                Some(last) => self.forecast(row, rank, smoothed(alpha, *last, before)),
                None => self.at(row, rank, before),
            };
            cells.push(Some(before));
        }
        Forecasts { key: "LES".to_owned(), label, cells }
    }

    /// Holt: level and trend smoothed, forecast level + k × trend.
    pub(super) fn holt(
        &mut self,
        alpha: Decimal,
        beta: Decimal,
        start: Option<(Decimal, Decimal)>,
    ) -> Forecasts {
        let alpha = self.given(RowHead::new("HOLT.ALPHA", "Coefficient α").short("α"), alpha);
        let beta = self.given(RowHead::new("HOLT.BETA", "Coefficient β").short("β"), beta);
        let level_row = self.sheet.row(self.head("HOLT.N", "Niveau lissé").short("Niveau"));
        let trend_row = self.sheet.row(self.head("HOLT.T", "Tendance lissée").short("Tendance"));
        let label = "Lissage exponentiel double (Holt)".to_owned();
        let row = self.sheet.row(self.head("HOLT", &label).short("Prévision"));
        let demand = self.demand.clone();
        let (mut level, mut trend) = self.holt_start((level_row, trend_row), &demand, start);
        let mut cells = vec![None];
        for rank in 1..self.periods.len() {
            let Some(now) = demand.get(rank) else {
                let steps = Formula::number(rank + 1 - demand.len());
                let forecast =
                    if rank == demand.len() { level + trend } else { level + steps * trend };
                cells.push(Some(self.forecast(row, rank, forecast)));
                continue;
            };
            let forecast = self.forecast(row, rank, level + trend);
            let next = self.at(level_row, rank, smoothed(alpha, *now, forecast));
            trend = self.at(trend_row, rank, smoothed(beta, next - level, trend));
            level = next;
            cells.push(Some(forecast));
        }
        Forecasts { key: "HOLT".to_owned(), label, cells }
    }

    /// Level and trend of the first period.
    fn holt_start(
        &mut self,
        rows: (usize, usize),
        demand: &[CellId],
        start: Option<(Decimal, Decimal)>,
    ) -> (CellId, CellId) {
        let column = self.periods.first().copied().unwrap_or_default();
        if let Some((level, trend)) = start {
            let level = self.sheet.given(rows.0, column, level);
            return (level, self.sheet.given(rows.1, column, trend));
        }
        let (level, trend) = match demand {
            [first, second, ..] => (Formula::from(*first), *second - *first),
            [only] => (Formula::from(*only), Formula::number(0)),
            [] => (Formula::number(0), Formula::number(0)),
        };
        (self.sheet.computed(rows.0, column, level), self.sheet.computed(rows.1, column, trend))
    }
}
