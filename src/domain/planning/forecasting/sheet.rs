//! The table of a forecast: its history, then each method with its errors.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::frame::{Frame, TOTAL, VALUE};
use super::{
    ForecastInput, MAX_FORECAST_PERIODS, Method, SeasonalForecast, SeriesForecast, SmoothingStart,
    seasons,
};
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// The table of history, forecasts and errors, or of seasonal coefficients.
///
/// # Errors
/// No history or method, too many periods, two of one name, a method that needs more history than
/// there is, or a coefficient outside 0 to 1.
pub fn worksheet(input: &ForecastInput) -> Result<Worksheet, CalculationError> {
    match input {
        ForecastInput::Series(series) => of_series(series),
        ForecastInput::Seasons(years) => {
            check_seasons(years)?;
            Ok(seasons::worksheet(years))
        }
    }
}

fn of_series(input: &SeriesForecast) -> Result<Worksheet, CalculationError> {
    check_series(input)?;
    for method in &input.methods {
        check_method(method, input.history.len())?;
    }
    let mut frame = Frame::new(input);
    let has_line = input.methods.iter().any(|method| matches!(method, Method::Line(_)));
    let abscissas = if has_line { frame.abscissas(input) } else { Vec::new() };
    let percentages = input.history.iter().all(|(_, demand)| !demand.is_zero());
    for method in &input.methods {
        let forecasts = match method {
            Method::Naive { lag } => frame.naive(*lag),
            Method::Mean => frame.mean(),
            Method::MovingAverage { periods } => frame.moving_average(*periods),
            Method::WeightedAverage { weights, recent_first } => {
                frame.weighted_average(weights, *recent_first)
            }
            Method::Smoothing { alpha, start } => frame.smoothing(*alpha, *start),
            Method::Holt { alpha, beta, start } => frame.holt(*alpha, *beta, *start),
            Method::Line(line) => frame.line(*line, &abscissas, input.line_rounding),
            Method::Stated(forecasts) => frame.stated(forecasts),
        };
        if let Some(sign) = input.errors {
            frame.errors(&forecasts, sign, percentages);
        }
    }
    if input.errors.is_some() && !percentages {
        let words = "L'écart en % n'est pas calculé : une demande est nulle.";
        frame.sheet.remarks.push(words.to_owned());
    }
    Ok(frame.sheet)
}

fn refused(reason: impl Into<String>) -> Result<(), CalculationError> {
    Err(CalculationError::impossible(reason))
}

fn check_series(input: &SeriesForecast) -> Result<(), CalculationError> {
    let count = input.history.len() + input.ahead.len();
    if input.history.is_empty() {
        return refused("l'historique est vide");
    }
    if count > MAX_FORECAST_PERIODS {
        return refused(format!("{count} périodes : restez à {MAX_FORECAST_PERIODS} au plus"));
    }
    if input.methods.is_empty() {
        return refused("aucune méthode de prévision n'est demandée");
    }
    if input.methods.iter().enumerate().any(|(rank, method)| {
        input.methods.iter().skip(rank + 1).any(|other| same_rows(method, other))
    }) {
        return refused("une méthode est demandée deux fois");
    }
    let past = input.history.iter().map(|(name, _)| name.as_str());
    columns(past.chain(input.ahead.iter().map(String::as_str)))?;
    if !input.abscissas.is_empty() && input.abscissas.len() != count {
        return refused(format!("{} valeurs de x pour {count} périodes", input.abscissas.len()));
    }
    Ok(())
}

/// Whether two methods would write the same rows.
fn same_rows(one: &Method, other: &Method) -> bool {
    match (one, other) {
        (
            Method::WeightedAverage { weights, .. },
            Method::WeightedAverage { weights: same, .. },
        ) => weights.len() == same.len(),
        (Method::Smoothing { .. }, Method::Smoothing { .. })
        | (Method::Holt { .. }, Method::Holt { .. })
        | (Method::Stated(_), Method::Stated(_)) => true,
        _ => one == other,
    }
}

fn check_method(method: &Method, history: usize) -> Result<(), CalculationError> {
    let unit = Decimal::ZERO..=Decimal::ONE;
    let needed = match method {
        Method::Naive { lag } => *lag,
        Method::Mean => 1,
        Method::MovingAverage { periods } => *periods,
        Method::WeightedAverage { weights, .. } => {
            let negative = weights.iter().any(|weight| *weight < Decimal::ZERO);
            if negative || weights.iter().all(Decimal::is_zero) {
                return refused("les poids doivent être positifs, et l'un au moins non nul");
            }
            weights.len()
        }
        Method::Smoothing { alpha, start } => {
            if !unit.contains(alpha) {
                return refused("le coefficient de lissage va de 0 à 1");
            }
            match start {
                SmoothingStart::MeanOfFirst(count) => *count,
                SmoothingStart::Stated(_) | SmoothingStart::FirstDemand => 1,
            }
        }
        Method::Holt { alpha, beta, .. } => {
            if !unit.contains(alpha) || !unit.contains(beta) {
                return refused("les coefficients de lissage vont de 0 à 1");
            }
            2
        }
        Method::Line(_) => 2,
        Method::Stated(forecasts) => usize::from(!forecasts.is_empty()),
    };
    if needed == 0 {
        return refused("une méthode porte sur au moins une période");
    }
    if needed > history {
        return refused(format!("il faut {needed} périodes d'historique, et il y en a {history}"));
    }
    Ok(())
}

fn check_seasons(input: &SeasonalForecast) -> Result<(), CalculationError> {
    let count = input.seasons.len();
    if count == 0 || input.years.is_empty() || input.methods.is_empty() {
        return refused("il faut au moins une saison, une année et une méthode");
    }
    if count.saturating_mul(input.years.len()) > MAX_FORECAST_PERIODS {
        return refused(format!("restez à {MAX_FORECAST_PERIODS} saisons × années au plus"));
    }
    let mut methods = HashSet::new();
    if input.methods.iter().any(|method| !methods.insert(*method)) {
        return refused("une méthode est demandée deux fois");
    }
    columns(input.seasons.iter().map(String::as_str))?;
    for (name, quantities) in &input.years {
        if quantities.len() != count {
            return refused(format!(
                "l'année {name} a {} valeurs pour {count} saisons",
                quantities.len()
            ));
        }
        if quantities.iter().any(|quantity| *quantity < Decimal::ZERO) {
            return refused(format!("une valeur de l'année {name} est négative"));
        }
    }
    if input.years.iter().all(|(_, quantities)| quantities.iter().all(Decimal::is_zero)) {
        return refused("toutes les valeurs sont nulles");
    }
    Ok(())
}

/// Checks that columns have different names.
fn columns<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), CalculationError> {
    let mut met: HashSet<&str> = HashSet::from([VALUE, TOTAL]);
    for name in names {
        if !met.insert(name) {
            return refused(format!("la colonne « {name} » existe deux fois"));
        }
    }
    Ok(())
}
