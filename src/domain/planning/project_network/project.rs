//! The project as a whole: its duration, its critical paths, and its chance to end by a date.

use std::sync::Arc;

use rust_decimal::{Decimal, MathematicalOps};

use super::ProjectInput;
use super::network::{Dates, Network};
use super::sheet::greatest;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Cells of the tasks, by rank.
#[derive(Default)]
pub(super) struct ProjectCells {
    pub durations: Vec<CellId>,
    pub early_starts: Vec<Option<CellId>>,
    pub early_ends: Vec<Option<CellId>>,
    pub late_starts: Vec<Option<CellId>>,
    pub slacks: Vec<CellId>,
    /// Variances of the tasks that have three estimates, with their rank.
    pub variances: Vec<(usize, CellId)>,
    /// Duration of the project.
    pub duration: Option<CellId>,
}

/// Adds the duration of the project, from the early ends of the tasks that nothing follows.
pub(super) fn add_duration(
    sheet: &mut Worksheet,
    column: usize,
    ends: &[CellId],
    unit: &str,
) -> Option<CellId> {
    let longest = greatest(ends)?;
    let row = sheet.row(RowHead::new("projet.duree", "Durée du projet").unit(unit));
    Some(sheet.computed(row, column, longest))
}

/// Adds the critical paths and, with three estimates, variance and chance.
pub(super) fn add_project(
    sheet: &mut Worksheet,
    column: usize,
    network: Network,
    cells: &ProjectCells,
    input: &ProjectInput,
) {
    let network = Arc::new(network);
    let dates = cells.slacks.iter().copied();
    let dates = dates.chain(cells.early_starts.iter().chain(&cells.early_ends).flatten().copied());
    let arguments: Vec<Formula> = dates.map(Formula::from).collect();
    let row = sheet.row(RowHead::new("projet.chemin_critique", "Chemin critique"));
    sheet.computed(row, column, critical_path(&network, arguments.clone()));
    let Some(duration) = cells.duration.filter(|_| input.has_estimates()) else { return };
    let variance = path_variance(&network, arguments, &cells.variances);
    let mut add = |key: &str, label: &str, unit: &str, formula: Formula| {
        let row = sheet.row(RowHead::new(key, label).unit(unit));
        sheet.computed(row, column, formula)
    };
    let unit = input.unit.as_str();
    let variance = add("projet.variance", "Variance du chemin critique", "", variance);
    let deviation = Formula::from(variance).square_root();
    let deviation = add("projet.ecart_type", "Écart type du projet", unit, deviation);
    let Some(target) = input.target else { return };
    let row = sheet.row(RowHead::new("projet.objectif", "Date visée").unit(unit));
    let target = sheet.given(row, column, target);
    let row = sheet.row(RowHead::new("projet.z", "Écart réduit (z)"));
    let z = sheet.computed(row, column, (target - duration) / deviation);
    let label = "Probabilité de finir à la date visée";
    let row = sheet.row(RowHead::new("projet.probabilite", label).unit("%"));
    sheet.computed(row, column, probability(z));
}

/// Dates from the arguments of a rule: slacks, early starts, early ends of all tasks.
fn dates(values: &[Value], count: usize) -> Result<Dates, CalculationError> {
    let numbers: Vec<Decimal> = values.iter().map(Value::number).collect::<Result<_, _>>()?;
    let mut blocks = numbers.chunks(count.max(1)).map(<[Decimal]>::to_vec);
    let mut block = || blocks.next().unwrap_or_default();
    Ok(Dates { slacks: block(), starts: block(), ends: block() })
}

/// "A-C-F"; several critical paths are separated by « ; ».
fn critical_path(network: &Arc<Network>, arguments: Vec<Formula>) -> Formula {
    let network = Arc::clone(network);
    rule(
        arguments,
        move |values| {
            let dates = dates(values, network.codes.len())?;
            let paths = network.critical_paths(&dates);
            let paths: Vec<_> = paths.iter().map(|path| network.named(path.iter(), "-")).collect();
            Ok(Value::Text(paths.join(" ; ")))
        },
        |_, _| "tâches de marge totale nulle qui se suivent".to_owned(),
    )
}

/// The variance of the critical path: the sum of those of its tasks; the greatest of several.
fn path_variance(
    network: &Arc<Network>,
    mut arguments: Vec<Formula>,
    variances: &[(usize, CellId)],
) -> Formula {
    let network = Arc::clone(network);
    let ranks: Vec<usize> = variances.iter().map(|(rank, _)| *rank).collect();
    let dated = arguments.len();
    arguments.extend(variances.iter().map(|(_, cell)| Formula::from(*cell)));
    let terms = move |values: &[Value]| -> Result<Vec<Decimal>, CalculationError> {
        let (dated, variances) = values.split_at(dated.min(values.len()));
        let dates = dates(dated, network.codes.len())?;
        let variances: Vec<Decimal> =
            variances.iter().map(Value::number).collect::<Result<_, _>>()?;
        let mut worst = (Decimal::ZERO, Vec::new());
        for path in network.critical_paths(&dates) {
            let own = ranks.iter().zip(&variances).filter(|(rank, _)| path.contains(rank));
            let own: Vec<Decimal> = own.map(|(_, variance)| *variance).collect();
            let sum =
                own.iter().try_fold(Decimal::ZERO, |sum, variance| sum.checked_add(*variance));
            let sum = sum.ok_or(CalculationError::Overflow)?;
            if sum >= worst.0 {
                worst = (sum, own);
            }
        }
        Ok(worst.1)
    };
    let explained = terms.clone();
    rule(
        arguments,
        move |values| {
            let sum =
                terms(values)?.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one));
            sum.map(Value::Number).ok_or(CalculationError::Overflow)
        },
        move |values, _| {
            let terms = explained(values).unwrap_or_default();
            let shown: Vec<_> = terms.iter().map(|one| shown_number(*one).0).collect();
            shown.join(" + ")
        },
    )
}

/// 100 × the normal distribution at z.
fn probability(z: CellId) -> Formula {
    rule(
        vec![z.into()],
        |values| {
            let z = values.first().map(Value::number).transpose()?.unwrap_or_default();
            // Beyond six standard deviations the chance is certain to a millionth.
            let bounded = z.clamp(Decimal::from(-6), Decimal::from(6));
            Ok(Value::Number(bounded.norm_cdf() * Decimal::ONE_HUNDRED))
        },
        |values, _| {
            let z = values.first().and_then(|z| z.number().ok()).unwrap_or_default();
            format!("100 × Φ({})", shown_number(z).0)
        },
    )
}
