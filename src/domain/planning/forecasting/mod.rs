//! Forecasts (`prévisions`): averages, smoothing and straight lines over a history, and seasonal
//! coefficients over years.
//!
//! What belongs here: how past demand gives the next one, and how far forecasts were from it. What
//! is planned from forecasts belongs to the PIC and the PDP.
//!
//! Conventions: the forecast of a period only reads the periods before it; a level method
//! (averages, smoothing) gives the same forecast for all periods after the history.

mod averages;
mod errors;
mod frame;
mod lines;
mod reading;
mod reading_methods;
mod reading_seasons;
mod seasons;
mod sheet;
mod smoothing;

pub use reading::{OPTIONS, calculate};
pub use sheet::worksheet;

use rust_decimal::Decimal;

use super::worksheet::Rounding;

/// Largest number of periods of a history and of forecasts together, and of seasons × years.
pub const MAX_FORECAST_PERIODS: usize = 520;

/// What is forecast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForecastInput {
    /// A history period by period.
    Series(SeriesForecast),
    /// Years made of seasons.
    Seasons(SeasonalForecast),
}

/// A history and the methods to apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesForecast {
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Names of the periods of the history, and demand of each.
    pub history: Vec<(String, Decimal)>,
    /// Names of the periods to forecast after the history.
    pub ahead: Vec<String>,
    /// What straight lines are drawn against, for the history then for the periods ahead; the rank
    /// of the period, from 1, when empty.
    pub abscissas: Vec<Decimal>,
    /// Methods, in the order shown.
    pub methods: Vec<Method>,
    /// Rounding of the forecasts; none when not stated. A rounded forecast is read as rounded by
    /// those that follow.
    pub rounding: Option<Rounding>,
    /// Rounding of the coefficients of a straight line; none when not stated.
    pub line_rounding: Option<Rounding>,
    /// Errors of the forecasts, when they are shown.
    pub errors: Option<ErrorSign>,
}

/// Which way an error is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ErrorSign {
    /// Demand less forecast.
    #[default]
    DemandLessForecast,
    /// Forecast less demand.
    ForecastLessDemand,
}

/// A method over a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Demand of so many periods before (1: the last one, 12: the same month of the year before).
    Naive {
        /// Number of periods.
        lag: usize,
    },
    /// Mean of all the history before the period.
    Mean,
    /// Mean of the last periods (moyenne mobile).
    MovingAverage {
        /// Number of periods.
        periods: usize,
    },
    /// Weighted mean of the last periods (moyenne mobile pondérée); divided by the sum of the
    /// weights when it is not 1.
    WeightedAverage {
        /// Weights.
        weights: Vec<Decimal>,
        /// Whether the first weight is that of the most recent period.
        recent_first: bool,
    },
    /// Exponential smoothing: α × demand + (1 − α) × forecast of the same period.
    Smoothing {
        /// Weight of the last demand, from 0 to 1.
        alpha: Decimal,
        /// Forecast of the first period.
        start: SmoothingStart,
    },
    /// Smoothing of a level and of a trend (Holt): level α × demand + (1 − α) × forecast, trend
    /// β × change of level + (1 − β) × trend, forecast level + trend.
    Holt {
        /// Weight of the last demand in the level, from 0 to 1.
        alpha: Decimal,
        /// Weight of the last change of level in the trend, from 0 to 1.
        beta: Decimal,
        /// Level and trend of the first period; its demand, and the change to the second, when
        /// not stated.
        start: Option<(Decimal, Decimal)>,
    },
    /// Straight line through the history.
    Line(LineMethod),
    /// Forecasts written by the author, from the first period, to measure their errors.
    Stated(Vec<Decimal>),
}

/// Forecast of the first period of a smoothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmoothingStart {
    /// Stated.
    Stated(Decimal),
    /// The first demand.
    FirstDemand,
    /// The mean of the first demands.
    MeanOfFirst(usize),
}

/// How a straight line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineMethod {
    /// Through the first point and the last one (points extrêmes).
    Extremes,
    /// Through the mean points of the two halves, the second half having one more point (Mayer).
    Mayer,
    /// Least squares (moindres carrés).
    LeastSquares,
}

/// Years made of seasons, and what is forecast for the next year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeasonalForecast {
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Names of the seasons ("T1").
    pub seasons: Vec<String>,
    /// Names of the years, and quantity of each season.
    pub years: Vec<(String, Vec<Decimal>)>,
    /// Methods, in the order shown.
    pub methods: Vec<SeasonalMethod>,
    /// Rounding of the coefficients before they are used; none when not stated.
    pub rounding: Option<Rounding>,
    /// Whether the last coefficient is what the others leave of their sum.
    pub last_completes: bool,
    /// Forecast of the next year, when seasons are forecast.
    pub annual: Option<Decimal>,
}

/// How seasonal coefficients are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeasonalMethod {
    /// Simple: total of the season ÷ total of all; they add up to 1.
    Simple,
    /// Mean: mean of the season ÷ mean of all; they add up to the number of seasons.
    Mean,
}

#[cfg(test)]
mod tests;
