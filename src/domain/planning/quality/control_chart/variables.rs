//! Limits of the charts of measures, and verdict of each point.

use rust_decimal::Decimal;

use super::points::{Point, mean_of, words};
use super::{Chart, ChartInput, Spread, outside_count, outside_names, verdict};
use crate::domain::planning::follow_up::table::VALUE_COLUMN;
use crate::domain::planning::quality::statistics::{ChartConstants, SIZES, chart_constants};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Worksheet};

/// Fills the sheet of a chart of measures.
pub(super) fn chart(sheet: &mut Worksheet, input: &ChartInput) -> Result<(), CalculationError> {
    let mut fill = Fill { sheet, input, column: 0 };
    match &input.chart {
        Chart::Samples { spread, samples } => {
            let points = fill.samples(samples, *spread)?;
            let size = samples.first().map_or(0, |sample| sample.values.len());
            let size = u32::try_from(size).unwrap_or(u32::MAX);
            fill.limits_of_points(&points, *spread, size)
        }
        Chart::Summaries { spread, size, samples } => {
            let points = fill.summaries(samples, *spread)?;
            fill.limits_of_points(&points, *spread, *size)
        }
        Chart::Individuals(samples) => {
            let points = fill.individuals(samples)?;
            fill.individual_limits(&points)
        }
        Chart::Averages { spread, size, mean, mean_spread } => {
            fill.column = fill.sheet.column(VALUE_COLUMN, "Valeur");
            let words = words(*spread);
            let unit = input.unit.as_str();
            let head = RowHead::new("moyenne_generale", "Moyenne générale").unit(unit);
            let mean = fill.given(head, *mean);
            let head = RowHead::new(words.mean_key, words.mean_label).unit(unit);
            let mean_spread = fill.given(head, *mean_spread);
            fill.limits(*spread, *size, mean, mean_spread).map(|_| ())
        }
        Chart::KnownDeviation { size, mean, deviation } => {
            fill.known_deviation(*size, *mean, *deviation);
            Ok(())
        }
        Chart::Counts { .. } => Ok(()),
    }
}

/// Limits: lower and upper of the means, lower and upper of the spreads.
struct Limits {
    means: [CellId; 2],
    spreads: [CellId; 2],
}

/// The sheet of a chart while it is filled.
pub(super) struct Fill<'a> {
    /// The sheet.
    pub sheet: &'a mut Worksheet,
    input: &'a ChartInput,
    /// Column of single values.
    column: usize,
}

impl Fill<'_> {
    fn given(&mut self, head: RowHead, value: Decimal) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.column, value)
    }

    fn computed(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.column, formula)
    }

    /// A row of the measured unit.
    pub fn head(&self, key: &str, label: &str) -> RowHead {
        RowHead::new(key, label).unit(self.input.unit.as_str())
    }

    fn limits_of_points(
        &mut self,
        points: &[Point],
        spread: Spread,
        size: u32,
    ) -> Result<(), CalculationError> {
        let (mean, mean_spread) = self.averages(points, spread);
        let limits = self.limits(spread, size, mean, mean_spread)?;
        self.verdicts(points, &limits);
        Ok(())
    }

    fn averages(&mut self, points: &[Point], spread: Spread) -> (CellId, CellId) {
        self.column = self.sheet.column(VALUE_COLUMN, "Valeur");
        let means: Vec<_> = points.iter().map(|point| point.mean).collect();
        let head = self.head("moyenne_generale", "Moyenne générale");
        let mean = self.computed(head, mean_of(&means));
        let spreads: Vec<_> = points.iter().filter_map(|point| point.spread).collect();
        let words = words(spread);
        let head = self.head(words.mean_key, words.mean_label);
        (mean, self.computed(head, mean_of(&spreads)))
    }

    /// A constant of the author, else of the table.
    fn constant(&mut self, name: &str, tabled: Decimal) -> CellId {
        let stated = self.input.constants.iter().find(|(known, _)| known == name);
        let value = stated.map_or(tabled, |(_, value)| *value);
        self.given(RowHead::new(name, format!("Constante {name}")).short(name), value)
    }

    fn table(&mut self, size: u32) -> Result<ChartConstants, CalculationError> {
        self.given(RowHead::new("n", "Taille des échantillons").short("n"), Decimal::from(size));
        chart_constants(size).ok_or_else(|| {
            CalculationError::impossible(format!(
                "la taille des échantillons doit être comprise entre {} et {}, pas {size}",
                SIZES.start(),
                SIZES.end()
            ))
        })
    }

    /// Limits from the constants: mean ± A2 × R̄, D3 × R̄, D4 × R̄ (A3, B3, B4 with deviations).
    fn limits(
        &mut self,
        spread: Spread,
        size: u32,
        mean: CellId,
        mean_spread: CellId,
    ) -> Result<Limits, CalculationError> {
        let table = self.table(size)?;
        let [(a, a_value), (low, low_value), (high, high_value), (unbias, unbias_value)] =
            match spread {
                Spread::Range => {
                    [("A2", table.a2), ("D3", table.d3), ("D4", table.d4), ("d2", table.d2)]
                }
                Spread::Deviation => {
                    [("A3", table.a3), ("B3", table.b3), ("B4", table.b4), ("c4", table.c4)]
                }
            };
        let a = self.constant(a, a_value);
        let upper = self.limit("LSC", "X", mean + a * mean_spread);
        let lower = self.limit("LIC", "X", mean - a * mean_spread);
        let means = [lower, upper];
        let sign = words(spread).sign;
        let high = self.constant(high, high_value);
        let upper = self.limit("LSC", sign, high * mean_spread);
        let low = self.constant(low, low_value);
        let lower = self.limit("LIC", sign, low * mean_spread);
        let unbias = self.constant(unbias, unbias_value);
        let head = self.head("sigma", "Écart-type estimé du procédé").short("σ");
        self.computed(head, mean_spread / unbias);
        Ok(Limits { means, spreads: [lower, upper] })
    }

    fn limit(&mut self, kind: &str, of: &str, formula: Formula) -> CellId {
        let side = if kind == "LSC" { "supérieure" } else { "inférieure" };
        let what = match of {
            "X" => "des moyennes",
            "R" => "des étendues",
            _ => "des écarts-types",
        };
        let label = format!("Limite {side} de contrôle {what}");
        let head = self.head(&format!("{kind}.{of}"), &label).short(format!("{kind} {of}"));
        self.computed(head, formula)
    }

    /// Individual values: mean ± 3 × R̄ ÷ d2, moving ranges up to D4 × R̄.
    fn individual_limits(&mut self, points: &[Point]) -> Result<(), CalculationError> {
        let (mean, range) = self.averages(points, Spread::Range);
        let table = self.table(2)?;
        let unbias = self.constant("d2", table.d2);
        let head = self.head("sigma", "Écart-type estimé du procédé").short("σ");
        let sigma = self.computed(head, range / unbias);
        let width = self.input.width;
        let width = self.given(RowHead::new("z", "Largeur en écarts-types").short("z"), width);
        let upper = self.limit("LSC", "X", mean + width * sigma);
        let lower = self.limit("LIC", "X", mean - width * sigma);
        let high = self.constant("D4", table.d4);
        let range_upper = self.limit("LSC", "R", high * range);
        let low = self.constant("D3", table.d3);
        let range_lower = self.limit("LIC", "R", low * range);
        let limits = Limits { means: [lower, upper], spreads: [range_lower, range_upper] };
        self.verdicts(points, &limits);
        Ok(())
    }

    fn known_deviation(&mut self, size: u32, mean: Decimal, deviation: Decimal) {
        self.column = self.sheet.column(VALUE_COLUMN, "Valeur");
        let head = self.head("moyenne_generale", "Moyenne du procédé");
        let mean = self.given(head, mean);
        let head = self.head("sigma", "Écart-type du procédé").short("σ");
        let deviation = self.given(head, deviation);
        let head = RowHead::new("n", "Taille des échantillons").short("n");
        let size = self.given(head, Decimal::from(size));
        let head = RowHead::new("z", "Largeur en écarts-types").short("z");
        let width = self.given(head, self.input.width);
        let head = self.head("sigma_moyenne", "Écart-type des moyennes").short("σ des moyennes");
        let of_means = self.computed(head, deviation / Formula::from(size).square_root());
        self.limit("LSC", "X", mean + width * of_means);
        self.limit("LIC", "X", mean - width * of_means);
    }

    /// Verdict of each point, then how many are out and which.
    fn verdicts(&mut self, points: &[Point], limits: &Limits) {
        let column = self.sheet.column("verdict", "Verdict");
        let ([low, high], [spread_low, spread_high]) = (limits.means, limits.spreads);
        let verdicts: Vec<_> = points
            .iter()
            .map(|point| {
                let mut compared = vec![[point.mean, low, high]];
                compared.extend(point.spread.map(|spread| [spread, spread_low, spread_high]));
                self.sheet.computed(point.row, column, verdict(&compared))
            })
            .collect();
        let names = points.iter().map(|point| point.name.clone()).collect();
        let head = RowHead::new("nombre_hors_limites", "Nombre de points hors limites");
        self.computed(head, outside_count(&verdicts));
        let head = RowHead::new("hors_limites", "Échantillons hors limites");
        self.computed(head, outside_names(&verdicts, names));
    }
}
