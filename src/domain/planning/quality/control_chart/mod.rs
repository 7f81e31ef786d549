//! Control charts: limits and points out of them, for measures (means and ranges, means and standard
//! deviations, individual values) and for counts (p, np, c, u).

mod attributes;
mod points;
mod reading;
mod variables;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::follow_up::named::duplicate;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Value, Worksheet, rule, shown_number,
};

/// Largest number of samples.
pub const MAX_SAMPLES: usize = 200;

/// Input of a control chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartInput {
    /// What is measured ("Masse nette").
    pub measure: String,
    /// Unit of the measures; may be empty.
    pub unit: String,
    /// The chart and its data.
    pub chart: Chart,
    /// Constants that replace those of the table ("A2", "D4"…).
    pub constants: Vec<(String, Decimal)>,
    /// Width of the limits in standard deviations, where they are not a tabled constant; 3 as usual.
    pub width: Decimal,
}

/// A chart and its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chart {
    /// Measures of samples.
    Samples {
        /// How the spread is measured.
        spread: Spread,
        /// Samples, all of the same size.
        samples: Vec<Sample>,
    },
    /// Means and spreads of samples, already calculated.
    Summaries {
        /// How the spread is measured.
        spread: Spread,
        /// Size of the samples.
        size: u32,
        /// Name, mean and spread of each sample.
        samples: Vec<(String, Decimal, Decimal)>,
    },
    /// Mean of the means and mean spread only.
    Averages {
        /// How the spread is measured.
        spread: Spread,
        /// Size of the samples.
        size: u32,
        /// Mean of the means.
        mean: Decimal,
        /// Mean spread.
        mean_spread: Decimal,
    },
    /// Standard deviation of the process known: limits of the means of samples.
    KnownDeviation {
        /// Size of the samples.
        size: u32,
        /// Mean of the process.
        mean: Decimal,
        /// Standard deviation of the process.
        deviation: Decimal,
    },
    /// Individual values and moving ranges of two.
    Individuals(Vec<Sample>),
    /// Counts of faulty pieces or of faults.
    Counts {
        /// What is counted.
        kind: CountKind,
        /// Name, count and size of each sample.
        samples: Vec<(String, Decimal, Option<Decimal>)>,
        /// Size of every sample, when one is stated for all.
        size: Option<Decimal>,
    },
}

/// Spread of a sample.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Spread {
    /// Greatest less smallest.
    #[default]
    Range,
    /// Standard deviation, on n − 1.
    Deviation,
}

/// One sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Name ("8 h 00").
    pub label: String,
    /// Measures.
    pub values: Vec<Decimal>,
}

/// What a chart of counts follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountKind {
    /// p: share of faulty pieces.
    FaultyShare,
    /// np: number of faulty pieces.
    FaultyNumber,
    /// c: number of faults of a sample.
    Faults,
    /// u: faults by unit.
    FaultsByUnit,
}

/// The calculator `carte_controle`.
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

/// Samples, limits, and points out of them.
///
/// # Errors
/// When there is no sample or too many, sizes differ or are not between 2 and 25, or names repeat.
pub fn worksheet(input: &ChartInput) -> Result<Worksheet, CalculationError> {
    let mut sheet = Worksheet::new(format!("Carte de contrôle – {}", input.measure));
    match &input.chart {
        Chart::Counts { kind, samples, size } => {
            check(samples.iter().map(|(name, _, _)| name.as_str()), samples.len())?;
            attributes::chart(&mut sheet, input, *kind, samples, *size)?;
        }
        _ => variables::chart(&mut sheet, input)?,
    }
    Ok(sheet)
}

/// Checks the number of samples and their names.
fn check<'a>(names: impl Iterator<Item = &'a str>, count: usize) -> Result<(), CalculationError> {
    if count == 0 || count > MAX_SAMPLES {
        return Err(CalculationError::impossible(format!(
            "il faut de 1 à {MAX_SAMPLES} échantillons, il y en a {count}"
        )));
    }
    duplicate(names).map_or(Ok(()), |name| {
        Err(CalculationError::impossible(format!("l'échantillon « {name} » est écrit deux fois")))
    })
}

/// "hors limites" or "dans les limites", by the points and their limits: point, lower, upper…
fn verdict(points: &[[CellId; 3]]) -> Formula {
    let arguments = points.iter().flatten().copied().map(Formula::from).collect();
    rule(
        arguments,
        |values| {
            let words = match first_outside(values)? {
                Some(_) => "hors limites",
                None => "dans les limites",
            };
            Ok(words.into())
        },
        |values, _| match first_outside(values) {
            Ok(Some((point, lower, upper))) => {
                let (point, lower, upper) = (shown(point), shown(lower), shown(upper));
                format!("{point} est hors de l'intervalle de {lower} à {upper}")
            }
            _ => "tous les points sont entre leurs limites".to_owned(),
        },
    )
}

type Outside = Option<(Decimal, Decimal, Decimal)>;

fn first_outside(values: &[Value]) -> Result<Outside, CalculationError> {
    for point in values.chunks_exact(3) {
        if let [point, lower, upper] = point {
            let (point, lower, upper) = (point.number()?, lower.number()?, upper.number()?);
            if point < lower || point > upper {
                return Ok(Some((point, lower, upper)));
            }
        }
    }
    Ok(None)
}

fn shown(number: Decimal) -> String {
    shown_number(number).0
}

/// Number of samples whose verdict is "hors limites".
fn outside_count(verdicts: &[CellId]) -> Formula {
    let outside = |values: &[Value]| {
        values.iter().filter(|value| value.to_string().trim() == "hors limites").count()
    };
    rule(
        verdicts.iter().copied().map(Formula::from).collect(),
        move |values| Ok(u32::try_from(outside(values)).unwrap_or(u32::MAX).into()),
        |_, _| "nombre de points hors limites".to_owned(),
    )
}

/// Names of the samples whose verdict is "hors limites", or "aucun".
fn outside_names(verdicts: &[CellId], names: Vec<String>) -> Formula {
    rule(
        verdicts.iter().copied().map(Formula::from).collect(),
        move |values| {
            let found: Vec<_> = names
                .iter()
                .zip(values)
                .filter(|(_, value)| value.to_string().trim() == "hors limites")
                .map(|(name, _)| name.as_str())
                .collect();
            Ok(if found.is_empty() { "aucun".into() } else { found.join(", ").into() })
        },
        |_, _| "échantillons hors limites".to_owned(),
    )
}
