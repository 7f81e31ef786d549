//! Points of a chart of measures: samples, summaries of samples, individual values.

use rust_decimal::Decimal;

use super::variables::Fill;
use super::{Sample, Spread, check};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula};

/// Mean and spread of one sample; an individual value alone has no spread.
pub(super) struct Point {
    /// Row of the sample.
    pub row: usize,
    /// Name of the sample.
    pub name: String,
    /// Its mean, or the value alone.
    pub mean: CellId,
    /// Its spread.
    pub spread: Option<CellId>,
}

/// Words of a spread.
pub(super) struct SpreadWords {
    column: &'static str,
    label: &'static str,
    /// Key of the mean spread.
    pub mean_key: &'static str,
    /// Words of the mean spread.
    pub mean_label: &'static str,
    /// Letter of the chart.
    pub sign: &'static str,
}

/// Words of a spread.
pub(super) const fn words(spread: Spread) -> SpreadWords {
    match spread {
        Spread::Range => SpreadWords {
            column: "etendue",
            label: "Étendue",
            mean_key: "etendue_moyenne",
            mean_label: "Étendue moyenne",
            sign: "R",
        },
        Spread::Deviation => SpreadWords {
            column: "ecart_type",
            label: "Écart-type",
            mean_key: "ecart_type_moyen",
            mean_label: "Écart-type moyen",
            sign: "S",
        },
    }
}

impl Fill<'_> {
    /// Rows of samples with their measures, means and spreads.
    pub fn samples(
        &mut self,
        samples: &[Sample],
        spread: Spread,
    ) -> Result<Vec<Point>, CalculationError> {
        check(samples.iter().map(|sample| sample.label.as_str()), samples.len())?;
        let size = samples.first().map_or(0, |sample| sample.values.len());
        if samples.iter().any(|sample| sample.values.len() != size) {
            return Err(CalculationError::impossible(
                "les échantillons n'ont pas tous la même taille",
            ));
        }
        let measures: Vec<_> = (1..=size.min(25))
            .map(|rank| self.sheet.column(format!("x{rank}"), format!("x{rank}")))
            .collect();
        let mean_column = self.sheet.column("moyenne", "Moyenne");
        let words = words(spread);
        let spread_column = self.sheet.column(words.column, words.label);
        let mut points = Vec::new();
        for (rank, sample) in samples.iter().enumerate() {
            let head = self.head(&format!("e{}", rank + 1), &sample.label);
            let row = self.sheet.row(head);
            let cells: Vec<CellId> = measures
                .iter()
                .zip(&sample.values)
                .map(|(column, value)| self.sheet.given(row, *column, *value))
                .collect();
            let mean = self.sheet.computed(row, mean_column, mean_of(&cells));
            let spread = self.sheet.computed(row, spread_column, spread_of(spread, &cells, mean));
            points.push(Point { row, name: sample.label.clone(), mean, spread: Some(spread) });
        }
        Ok(points)
    }

    /// Rows of samples whose means and spreads are given.
    pub fn summaries(
        &mut self,
        samples: &[(String, Decimal, Decimal)],
        spread: Spread,
    ) -> Result<Vec<Point>, CalculationError> {
        check(samples.iter().map(|(name, _, _)| name.as_str()), samples.len())?;
        let mean_column = self.sheet.column("moyenne", "Moyenne");
        let words = words(spread);
        let spread_column = self.sheet.column(words.column, words.label);
        let mut points = Vec::new();
        for (rank, (name, mean, spread)) in samples.iter().enumerate() {
            let head = self.head(&format!("e{}", rank + 1), name);
            let row = self.sheet.row(head);
            let mean = self.sheet.given(row, mean_column, *mean);
            let spread = Some(self.sheet.given(row, spread_column, *spread));
            points.push(Point { row, name: name.clone(), mean, spread });
        }
        Ok(points)
    }

    /// Rows of individual values, with moving ranges from the second on.
    pub fn individuals(&mut self, samples: &[Sample]) -> Result<Vec<Point>, CalculationError> {
        check(samples.iter().map(|sample| sample.label.as_str()), samples.len())?;
        if samples.len() < 2 {
            return Err(CalculationError::impossible(
                "une carte de valeurs individuelles demande au moins deux valeurs",
            ));
        }
        let value_column = self.sheet.column("x", "Mesure");
        let range_column = self.sheet.column("etendue", "Étendue mobile");
        let mut points: Vec<Point> = Vec::new();
        for (rank, sample) in samples.iter().enumerate() {
            let head = self.head(&format!("e{}", rank + 1), &sample.label);
            let row = self.sheet.row(head);
            let value = sample.values.first().copied().unwrap_or_default();
            let mean = self.sheet.given(row, value_column, value);
            let spread = points.last().map(|before| {
                let distance = (mean - before.mean).max(before.mean - mean);
                self.sheet.computed(row, range_column, distance)
            });
            points.push(Point { row, name: sample.label.clone(), mean, spread });
        }
        Ok(points)
    }
}

/// Mean of cells.
pub(super) fn mean_of(cells: &[CellId]) -> Formula {
    let count = u32::try_from(cells.len()).unwrap_or(u32::MAX);
    Formula::sum(cells.iter().copied()) / count
}

fn spread_of(spread: Spread, cells: &[CellId], mean: CellId) -> Formula {
    let all = || cells.iter().copied().map(Formula::from).collect::<Vec<_>>();
    match spread {
        Spread::Range => Formula::Maximum(all()) - Formula::Minimum(all()),
        Spread::Deviation => {
            let squares = cells.iter().map(|cell| (*cell - mean) * (*cell - mean));
            let freedom = u32::try_from(cells.len().saturating_sub(1)).unwrap_or(u32::MAX);
            (Formula::sum(squares) / freedom).square_root()
        }
    }
}
