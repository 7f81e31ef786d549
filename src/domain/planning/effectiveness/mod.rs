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
use super::worksheet::{CalculationError, Worksheet, shown_number};

/// Times of NF E60-182, each contained in the one before.
const STATE_TIMES: [&str; 6] = ["TT", "TO", "TR", "TF", "TN", "TU"];

/// Largest number of sessions.
pub const MAX_SESSIONS: usize = 60;

/// The calculator `trs`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(mut sheet) => {
            let impossible = impossible_times(&sheet);
            sheet.remarks.extend(impossible);
            Some(sheet)
        }
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

/// State times that cannot be: negative, or longer than the time that contains them.
fn impossible_times(sheet: &Worksheet) -> Vec<String> {
    let Ok(values) = sheet.evaluate() else { return Vec::new() };
    let mut found = Vec::new();
    for (column, head) in sheet.columns.iter().enumerate() {
        let of = |key: &str| {
            let row = sheet.row_rank(key)?;
            values.number(sheet.at(row, column)?)
        };
        let place =
            if sheet.columns.len() < 2 { String::new() } else { format!(" ({})", head.label) };
        let mut around: Option<(&str, rust_decimal::Decimal)> = None;
        for key in STATE_TIMES {
            let Some(time) = of(key) else { continue };
            if time.is_sign_negative() && !time.is_zero() {
                found.push(format!("{key}{place} est négatif : vérifiez les arrêts relevés"));
            }
            if let Some((larger, most)) = around.filter(|(_, most)| time > *most) {
                let (time, most) = (shown_number(time).0, shown_number(most).0);
                found.push(format!(
                    "{key}{place} ({time}) dépasse {larger} ({most}) : vérifiez quantités et cadences"
                ));
            }
            around = Some((key, time));
        }
    }
    found
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
