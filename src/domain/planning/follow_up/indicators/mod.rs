//! Indicators of a workshop: scrap, quality, programme respected, service rate, productivity,
//! absence, breakdowns, accidents; by series (planned, real; weeks), with gaps and targets.

mod lines;
mod ratio;
mod reading;

#[cfg(test)]
mod tests;

pub use ratio::Count;
pub use reading::OPTIONS;

use rust_decimal::Decimal;

use super::named::{MAX_NAMED, duplicate};
use super::table::{RESERVED_COLUMNS, Series, Table};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// Largest number of series.
pub const MAX_SERIES: usize = 60;

/// Input of a table of indicators.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndicatorsInput {
    /// Series of figures: one column each.
    pub series: Vec<IndicatorSeries>,
    /// Whether counts of all series are added in a last column.
    pub with_total: bool,
    /// Whether a column shows the last series less the first.
    pub with_gap: bool,
    /// Targets by key of the indicator ("`taux_rebut`").
    pub targets: Vec<Target>,
}

/// One series of figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndicatorSeries {
    /// Key of its column; empty for the only series.
    pub code: String,
    /// Words above its column.
    pub label: String,
    /// Pieces by reference.
    pub references: Vec<ReferenceCounts>,
    /// Other figures.
    pub counts: Vec<(Count, Decimal)>,
}

/// Pieces of one reference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReferenceCounts {
    /// Code ("GD25").
    pub code: String,
    /// Words shown.
    pub label: String,
    /// Pieces of the programme.
    pub planned: Option<Decimal>,
    /// Good pieces.
    pub good: Option<Decimal>,
    /// Pieces scrapped.
    pub scrapped: Option<Decimal>,
    /// All pieces made.
    pub made: Option<Decimal>,
}

/// Target of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Key of the indicator.
    pub indicator: String,
    /// Value to reach.
    pub value: Decimal,
    /// Whether the indicator must stay at most there, instead of at least.
    pub at_most: bool,
}

/// The calculator `indicateurs`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// Figures and indicators, one column a series.
///
/// # Errors
/// When there is no series, too many, two of the same name, a target of an indicator that is not
/// calculated, or nothing to calculate.
pub fn worksheet(input: &IndicatorsInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut table = match input.series.as_slice() {
        [only] if only.code.is_empty() => {
            let label = if input.targets.is_empty() { "Valeur" } else { "Réalisé" };
            Table::of_values("Indicateurs", label)
        }
        several => {
            let series: Vec<_> = several
                .iter()
                .map(|series| Series { key: series.code.clone(), label: series.label.clone() })
                .collect();
            Table::of_series("Indicateurs", &series, input.with_total, input.with_gap)
        }
    };
    let counts = lines::count_lines(&mut table, input);
    let indicators = lines::indicator_lines(&mut table, &counts);
    if indicators.is_empty() {
        return Err(CalculationError::impossible(
            "rien à calculer : donnez par exemple bons et rebuts, ou ordres_a_l_heure et \
             ordres_total",
        ));
    }
    lines::target_lines(&mut table, input, &indicators)?;
    Ok(table.finish())
}

fn check(input: &IndicatorsInput) -> Result<(), CalculationError> {
    let refuse = |reason: String| Err(CalculationError::impossible(reason));
    if input.series.is_empty() || input.series.len() > MAX_SERIES {
        return refuse(format!("il faut de 1 à {MAX_SERIES} séries"));
    }
    let codes = input.series.iter().map(|series| series.code.as_str());
    if let Some(code) = duplicate(codes.chain(RESERVED_COLUMNS)) {
        return refuse(format!("le nom de série « {code} » est pris : choisissez-en un autre"));
    }
    for series in &input.series {
        if series.references.len() > MAX_NAMED {
            return refuse(format!("il y a plus de {MAX_NAMED} références"));
        }
        if let Some(code) = duplicate(series.references.iter().map(|one| one.code.as_str())) {
            return refuse(format!("la référence « {code} » est écrite deux fois"));
        }
    }
    Ok(())
}
