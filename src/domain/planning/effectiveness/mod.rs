//! TRS (`Oee`), TRG and TRE by the state times of NF E60-182: temps total TT, temps d'ouverture TO,
//! temps requis TR, temps de fonctionnement TF, temps net TN, temps utile TU.
//!
//! DO = TF ÷ TR, TP = TN ÷ TF, TQ = TU ÷ TN, TRS = TU ÷ TR, TRG = TU ÷ TO, TRE = TU ÷ TT. Over several
//! sessions or references the times are added before any rate is taken.

mod cascade;
mod counts;
mod input;
mod pace;
mod rates;
mod reading;
mod time_unit;

#[cfg(test)]
mod tests;

pub use input::{
    Batch, OeeInput, OeeSource, Pace, Placement, RateKind, RateOptions, RateStyle, Session, Stage,
    Stop, StopKind,
};
pub use reading::{OPTIONS, read_pace};
pub use time_unit::TimeUnit;

use super::calculator::{Request, refused};
use super::follow_up::named::{MAX_NAMED, duplicate};
use super::follow_up::table::{RESERVED_COLUMNS, Series, Table};
use super::tree::Problems;
use super::worksheet::{CalculationError, Worksheet};

/// Largest number of sessions.
pub const MAX_SESSIONS: usize = 60;

/// The calculator `trs`.
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

/// The table of state times, rates and losses: one column a session, and their total when asked.
///
/// # Errors
/// When there is no session, too many, or one of which no rate can be calculated.
pub fn worksheet(input: &OeeInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut table = table(input);
    let times = cascade::time_lines(&mut table, input);
    rates::rate_lines(&mut table, input, &times)?;
    rates::loss_lines(&mut table, input, &times);
    Ok(table.finish())
}

fn table(input: &OeeInput) -> Table {
    let title = "Taux de rendement synthétique";
    match input.sessions.as_slice() {
        [only] if only.code.is_empty() => {
            let label = if input.targets.is_empty() { "Valeur" } else { "Réalisé" };
            Table::of_values(title, label)
        }
        sessions => {
            let series: Vec<_> = sessions
                .iter()
                .map(|session| Series { key: session.code.clone(), label: session.label.clone() })
                .collect();
            Table::of_series(title, &series, input.with_total, input.with_gap)
        }
    }
}

fn check(input: &OeeInput) -> Result<(), CalculationError> {
    if input.sessions.is_empty() {
        return Err(CalculationError::impossible("aucune session n'est donnée"));
    }
    if input.sessions.len() > MAX_SESSIONS {
        return Err(CalculationError::impossible(format!(
            "il y a plus de {MAX_SESSIONS} sessions : regroupez-les"
        )));
    }
    let codes = input.sessions.iter().map(|session| session.code.as_str());
    if let Some(code) = duplicate(codes.chain(RESERVED_COLUMNS)) {
        return Err(CalculationError::impossible(format!(
            "le nom de session « {code} » est pris : donnez à chaque session un autre nom"
        )));
    }
    for session in &input.sessions {
        if session.stops.len() > MAX_NAMED || session.batches.len() > MAX_NAMED {
            return Err(CalculationError::impossible(format!(
                "une session a plus de {MAX_NAMED} arrêts ou références"
            )));
        }
        if let Some(code) = duplicate(session.batches.iter().map(|batch| batch.code.as_str())) {
            return Err(CalculationError::impossible(format!(
                "la référence « {code} » est écrite deux fois dans une session"
            )));
        }
    }
    Ok(())
}
