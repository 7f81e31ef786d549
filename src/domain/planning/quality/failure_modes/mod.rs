//! AMDEC: criticality of failure modes, C = F × G × N (frequency, severity, non-detection), their
//! ranks and the decisions that thresholds give, before and after action.

mod reading;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::follow_up::named::duplicate;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Largest number of failure modes.
pub const MAX_MODES: usize = 200;

/// Input of an AMDEC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureModesInput {
    /// Letters of the notes, in order ("F", "G", "N").
    pub letters: Vec<String>,
    /// Failure modes.
    pub modes: Vec<FailureMode>,
    /// Decisions in order of criticality, each from this criticality on ("surveiller", 12).
    pub decisions: Vec<(String, Decimal)>,
}

/// One failure mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureMode {
    /// Key of its row.
    pub code: String,
    /// What fails and how.
    pub label: String,
    /// Its notes, one a letter.
    pub notes: Vec<Decimal>,
    /// Its notes after action, when stated.
    pub after: Option<Vec<Decimal>>,
}

/// The calculator `amdec`.
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

/// One row a failure mode: notes, criticality, rank, decision; the same after action.
///
/// # Errors
/// When there is no mode, too many, two of the same code, or a note is missing.
pub fn worksheet(input: &FailureModesInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut sheet = Worksheet::new("AMDEC");
    let rows: Vec<usize> = input
        .modes
        .iter()
        .map(|mode| sheet.row(RowHead::new(mode.code.as_str(), mode.label.as_str())))
        .collect();
    let notes = input.modes.iter().map(|mode| Some(mode.notes.as_slice())).collect();
    let before = criticalities(&mut sheet, input, &rows, notes, "");
    let before: Vec<CellId> = before.into_iter().flatten().collect();
    let rank_column = sheet.column("rang", "Rang");
    for (rank, row) in rows.iter().enumerate() {
        sheet.computed(*row, rank_column, rank_formula(rank, &before));
    }
    if !input.decisions.is_empty() {
        let column = sheet.column("decision", "Décision");
        for (row, cell) in rows.iter().zip(&before) {
            sheet.computed(*row, column, decision_formula(*cell, &input.decisions));
        }
    }
    if input.modes.iter().any(|mode| mode.after.is_some()) {
        after_action(&mut sheet, input, &rows, &before);
    }
    Ok(sheet)
}

fn check(input: &FailureModesInput) -> Result<(), CalculationError> {
    let refuse = |reason: String| Err(CalculationError::impossible(reason));
    if input.modes.is_empty() || input.modes.len() > MAX_MODES {
        return refuse(format!("il faut de 1 à {MAX_MODES} modes de défaillance"));
    }
    if let Some(code) = duplicate(input.modes.iter().map(|mode| mode.code.as_str())) {
        return refuse(format!("le mode « {code} » est écrit deux fois"));
    }
    let complete = |notes: &[Decimal]| notes.len() == input.letters.len();
    let missing = input.modes.iter().find(|mode| {
        !complete(&mode.notes) || mode.after.as_ref().is_some_and(|after| !complete(after))
    });
    missing.map_or(Ok(()), |mode| {
        refuse(format!("« {} » doit avoir les notes {}", mode.label, input.letters.join(", ")))
    })
}

/// Notes and criticality of each mode, in columns whose keys end alike.
fn criticalities(
    sheet: &mut Worksheet,
    input: &FailureModesInput,
    rows: &[usize],
    notes: Vec<Option<&[Decimal]>>,
    ending: &str,
) -> Vec<Option<CellId>> {
    let after = if ending.is_empty() { "" } else { " après" };
    let columns: Vec<usize> = input
        .letters
        .iter()
        .map(|letter| sheet.column(format!("{letter}{ending}"), format!("{letter}{after}")))
        .collect();
    let result = sheet.column(format!("C{ending}"), format!("C{after}"));
    rows.iter()
        .zip(notes)
        .map(|(row, notes)| {
            let cells: Vec<Formula> = columns
                .iter()
                .zip(notes?)
                .map(|(column, note)| sheet.given(*row, *column, *note).into())
                .collect();
            Some(sheet.computed(*row, result, Formula::Product(cells)))
        })
        .collect()
}

fn after_action(
    sheet: &mut Worksheet,
    input: &FailureModesInput,
    rows: &[usize],
    before: &[CellId],
) {
    let notes = input.modes.iter().map(|mode| mode.after.as_deref()).collect();
    let after = criticalities(sheet, input, rows, notes, "_apres");
    let gain_column = sheet.column("gain", "Gain (%)");
    for ((row, before), after) in rows.iter().zip(before).zip(after) {
        if let Some(after) = after {
            let gain = (*before - after) / *before * 100_u32;
            sheet.computed(*row, gain_column, gain);
        }
    }
}

/// Rank by decreasing criticality; equal criticalities have the same rank.
fn rank_formula(rank: usize, criticalities: &[CellId]) -> Formula {
    rule(
        criticalities.iter().copied().map(Formula::from).collect(),
        move |values| {
            let numbers: Vec<Decimal> =
                values.iter().map(Value::number).collect::<Result<_, _>>()?;
            let own = numbers.get(rank).copied().unwrap_or_default();
            let above = numbers.iter().filter(|number| **number > own).count();
            Ok(u32::try_from(above + 1).unwrap_or(u32::MAX).into())
        },
        move |values, _| {
            let own = values.get(rank).map(ToString::to_string).unwrap_or_default();
            format!("rang de {own} par criticité décroissante")
        },
    )
}

/// The last decision whose criticality is reached.
fn decision_formula(criticality: CellId, decisions: &[(String, Decimal)]) -> Formula {
    let taken = decisions.to_vec();
    let shown = decisions.to_vec();
    let reached = |decisions: &[(String, Decimal)], values: &[Value]| {
        let number = values.first().map_or(Ok(Decimal::ZERO), Value::number)?;
        let found =
            decisions.iter().filter(|(_, from)| number >= *from).max_by_key(|(_, from)| *from);
        Ok::<_, CalculationError>((number, found.cloned()))
    };
    rule(
        vec![criticality.into()],
        move |values| {
            let (_, found) = reached(&taken, values)?;
            Ok(found.map_or(Value::Empty, |(word, _)| word.into()))
        },
        move |values, _| match reached(&shown, values) {
            Ok((number, Some((_, from)))) => {
                format!("{} ≥ {}", shown_number(number).0, shown_number(from).0)
            }
            _ => "aucun seuil atteint".to_owned(),
        },
    )
}
