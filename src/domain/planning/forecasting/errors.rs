//! How far forecasts were from demand: mean absolute error, bias, mean absolute percentage.

use rust_decimal::Decimal;

use super::ErrorSign;
use super::frame::{Forecasts, Frame, mean};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, rule, shown_number};

impl Frame {
    /// Rows of the errors of a method, over the periods that have both a demand and a forecast;
    /// percentages only when no demand is zero.
    pub(super) fn errors(&mut self, forecasts: &Forecasts, sign: ErrorSign, percentages: bool) {
        let pairs: Vec<(usize, CellId, CellId)> = forecasts
            .cells
            .iter()
            .zip(&self.demand)
            .enumerate()
            .filter_map(|(rank, (forecast, demand))| Some((rank, (*forecast)?, *demand)))
            .collect();
        if pairs.is_empty() {
            return;
        }
        let head = |key: &str, label: &str| {
            let label = format!("{label} – {}", forecasts.label);
            RowHead::new(format!("{}.{key}", forecasts.key), label)
        };
        let row = self.sheet.row(head("ECART", "Écart").short("Écart"));
        let mut errors = Vec::with_capacity(pairs.len());
        for (rank, forecast, demand) in &pairs {
            let error = match sign {
                ErrorSign::DemandLessForecast => *demand - *forecast,
                ErrorSign::ForecastLessDemand => *forecast - *demand,
            };
            errors.push(self.at(row, *rank, error));
        }
        let row = self.sheet.row(head("ECART_ABS", "Écart absolu").short("Écart absolu"));
        let mut sizes = Vec::with_capacity(pairs.len());
        for ((rank, ..), error) in pairs.iter().zip(&errors) {
            sizes.push(self.at(row, *rank, absolute(*error)));
        }
        self.computed(head("BIAIS", "Biais (écart moyen)").short("Biais"), mean(&errors));
        self.computed(head("MAD", "Écart absolu moyen (MAD)").short("MAD"), mean(&sizes));
        if percentages {
            let row = self.sheet.row(head("ECART_PCT", "Écart absolu en %").unit("%"));
            let mut shares = Vec::with_capacity(pairs.len());
            for ((rank, _, demand), size) in pairs.iter().zip(&sizes) {
                shares.push(self.at(row, *rank, *size / *demand * 100u32));
            }
            let head = head("MAPE", "Écart absolu moyen en % (MAPE)").unit("%");
            self.computed(head.short("MAPE"), mean(&shares));
        }
    }
}

/// The size of an error, "|−3|".
fn absolute(error: CellId) -> Formula {
    rule(
        vec![error.into()],
        |values| {
            let error = values.first().map_or(Ok(Decimal::ZERO), Value::number)?;
            Ok(error.abs().into())
        },
        |values, _| {
            let error = values.first().and_then(|error| error.number().ok());
            format!("|{}|", shown_number(error.unwrap_or_default()).0)
        },
    )
}
