//! Methods that names speak of, and their forecasts under some conventions.

use casdecole::domain::planning::forecasting::{
    ErrorSign, ForecastInput, LineMethod, Method, SeriesForecast, SmoothingStart, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::Rounding;
use rust_decimal::Decimal;

use super::inputs::Dataset;
use crate::judges::pic::figures::{Solved, entries, folded, named, numbers, rank_in};

/// Seasons of a year of months.
const YEAR: usize = 12;

/// A method that a name speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Naive,
    YearBefore,
    Mean,
    Moving(usize),
    Weighted,
    Smoothing,
    Holt,
    Line(LineMethod),
    Stated,
}

/// The method that a name speaks of.
pub fn kind(name: &str) -> Option<Kind> {
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let first = name.split('_').next().unwrap_or_default();
    let letters = first.trim_end_matches(|character: char| character.is_ascii_digit());
    if letters == "mmp" || says(&["ponder", "weighted"]) {
        Some(Kind::Weighted)
    } else if letters == "mm" || says(&["mobile", "moving"]) {
        Some(Kind::Moving(rank_in(name).unwrap_or(3)))
    } else if says(&["holt", "double"]) {
        Some(Kind::Holt)
    } else if matches!(letters, "les" | "le" | "lisse") || says(&["lissage", "smoothing"]) {
        Some(Kind::Smoothing)
    } else if says(&["extreme"]) {
        Some(Kind::Line(LineMethod::Extremes))
    } else if says(&["mayer"]) {
        Some(Kind::Line(LineMethod::Mayer))
    } else if letters == "mc" || says(&["moindres", "regression", "tendance", "least", "trend"]) {
        Some(Kind::Line(LineMethod::LeastSquares))
    } else if says(&["annee_precedente", "an_precedent", "mois_an_dernier"])
        || (says(&["precedent"]) && says(&["janvier"]))
    {
        Some(Kind::YearBefore)
    } else if says(&["naive", "precedent", "derniere"]) {
        Some(Kind::Naive)
    } else if single(name).is_none() && says(&["moyenne", "mean", "average"]) {
        Some(Kind::Mean)
    } else {
        None
    }
}

/// The single value of a method that a name speaks of.
pub fn single(name: &str) -> Option<&'static str> {
    let last = name.rsplit('_').next().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if last == "a" || says(&["pente", "slope", "coefficient_directeur"]) {
        Some("A")
    } else if last == "b" || says(&["ordonnee", "intercept", "constante"]) {
        Some("B")
    } else if last == "me" || says(&["somme", "cumul"]) {
        Some("BIAIS")
    } else if says(&["mape", "absolu_moyen_en"]) {
        Some("MAPE")
    } else if says(&["mad", "mae", "eam", "ecart_absolu_moyen", "erreur_absolue_moyenne"]) {
        Some("MAD")
    } else if says(&["biais", "bias", "erreur_moyenne", "ecart_moyen"]) {
        Some("BIAIS")
    } else {
        None
    }
}

/// The row of each period that a name speaks of, when it is not that of forecasts.
pub fn row_of_periods(name: &str) -> Option<&'static str> {
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let absolute = says(&["abs"]);
    if says(&["pct", "pourcent", "fiabilite"]) {
        Some("ECART_PCT")
    } else if says(&["ecart", "erreur", "variation", "error", "deviation"]) {
        Some(if absolute { "ECART_ABS" } else { "ECART" })
    } else if says(&["niveau", "level"]) {
        Some("N")
    } else if says(&["tendance", "trend"]) {
        Some("T")
    } else {
        None
    }
}

/// What a name says after its method: "mois9" of "`mm3_mois9`".
pub fn without_kind(name: &str) -> String {
    let parts: Vec<&str> = name.split('_').collect();
    let is_told = |part: &&&str| {
        let letters = part.trim_end_matches(|character: char| character.is_ascii_digit());
        !matches!(letters, "mm" | "mmp" | "les" | "mc" | "prevision" | "previsions" | "forecast")
    };
    let kept: Vec<&str> = parts.iter().filter(is_told).copied().collect();
    kept.join("_")
}

/// Conventions that a source may leave unsaid.
#[derive(Debug, Clone, Copy)]
pub struct Conventions {
    default: Option<Kind>,
    start: SmoothingStart,
    recent_first: bool,
    sign: ErrorSign,
    rounding: Option<Rounding>,
    line_rounding: Option<Rounding>,
}

impl Conventions {
    /// All of them, the usual ones first.
    pub fn all() -> Vec<Self> {
        let lines = [LineMethod::LeastSquares, LineMethod::Mayer, LineMethod::Extremes];
        let mut defaults = vec![None, Some(Kind::Mean)];
        defaults.extend(lines.map(|line| Some(Kind::Line(line))));
        let first = SmoothingStart::FirstDemand;
        let starts = [first, SmoothingStart::MeanOfFirst(2), SmoothingStart::MeanOfFirst(3)];
        let signs = [ErrorSign::DemandLessForecast, ErrorSign::ForecastLessDemand];
        let roundings = [None, Some(0), Some(1), Some(2), Some(3)];
        let roundings = roundings.map(|decimals| decimals.map(Rounding::nearest));
        let mut found = Vec::new();
        for default in defaults {
            for rounding in roundings {
                for start in starts {
                    for recent_first in [true, false] {
                        for sign in signs {
                            let line_rounding = rounding;
                            let both = Self {
                                default,
                                start,
                                recent_first,
                                sign,
                                rounding,
                                line_rounding,
                            };
                            found.push(Self { rounding: None, ..both });
                            found.push(Self { line_rounding: None, ..both });
                        }
                    }
                }
            }
        }
        found
    }

    /// The method of a figure whose name speaks of none: what the parameters are for.
    pub fn default_kind(&self, dataset: &Dataset<'_>) -> Option<Kind> {
        if self.default.is_some() {
            return self.default;
        }
        if let Some(kind) = kind(&dataset.name) {
            return Some(kind);
        }
        if stated(dataset).is_some() {
            return Some(Kind::Stated);
        }
        let order = dataset.parameter(&["n", "ordre", "nombre_periodes", "nombre_de_periodes"]);
        if dataset.parameter(&["beta"]).is_some() {
            Some(Kind::Holt)
        } else if dataset.parameter(&["alpha"]).is_some() {
            Some(Kind::Smoothing)
        } else if named(dataset.parameters, &WEIGHTS).is_some() {
            Some(Kind::Weighted)
        } else if let Some(order) = order.and_then(|order| usize::try_from(order).ok()) {
            Some(Kind::Moving(order))
        } else {
            Some(Kind::Line(LineMethod::LeastSquares))
        }
    }
}

const WEIGHTS: [&str; 4] = ["poids", "weights", "ponderation", "coefficients"];

/// Forecasts of one method.
pub struct Forecasts {
    /// The worksheet and its values.
    pub solved: Solved,
    /// Key of the row of forecasts.
    pub key: String,
}

impl Forecasts {
    /// The forecasts of a method; `None` when it cannot be applied.
    pub fn of(dataset: &Dataset<'_>, kind: Kind, conventions: Conventions) -> Option<Self> {
        let ahead: Vec<String> = dataset.labels().into_iter().skip(dataset.history.len()).collect();
        let (method, key) = method(dataset, kind, conventions)?;
        let mut abscissas = dataset.abscissas.clone();
        let count = dataset.history.len() + ahead.len();
        if let [.., before, last] = *abscissas.as_slice() {
            let step = last - before;
            let missing = count.saturating_sub(abscissas.len());
            abscissas.extend((1..=missing).map(|rank| last + step * Decimal::from(rank)));
        }
        let no_zero = dataset.history.iter().all(|(_, demand)| !demand.is_zero());
        let sheet = worksheet(&ForecastInput::Series(SeriesForecast {
            unit: String::new(),
            history: dataset.history.clone(),
            ahead,
            abscissas,
            methods: vec![method],
            rounding: conventions.rounding,
            line_rounding: conventions.line_rounding,
            errors: no_zero.then_some(conventions.sign),
        }));
        Some(Self { solved: Solved::new(sheet.ok()?)?, key })
    }

    /// Labels that have a forecast, in order.
    pub fn columns(&self, labels: &[String]) -> Vec<String> {
        let has = |label: &&String| self.solved.number(&self.key, label).is_some();
        labels.iter().filter(has).cloned().collect()
    }
}

/// A method with its parameters, and the key of its row.
fn method(dataset: &Dataset<'_>, kind: Kind, conventions: Conventions) -> Option<(Method, String)> {
    let alpha = || dataset.parameter(&["alpha", "facteur_lissage", "coefficient_lissage"]);
    let (method, key) = match kind {
        Kind::Naive => (Method::Naive { lag: 1 }, "NAIVE"),
        Kind::YearBefore => return Some((Method::Naive { lag: YEAR }, format!("NAIVE{YEAR}"))),
        Kind::Mean => (Method::Mean, "MOY"),
        Kind::Moving(periods) => {
            return Some((Method::MovingAverage { periods }, format!("MM{periods}")));
        }
        Kind::Weighted => {
            let weights = named(dataset.parameters, &WEIGHTS).and_then(numbers)?;
            let key = format!("MMP{}", weights.len());
            let recent_first = conventions.recent_first;
            return Some((Method::WeightedAverage { weights, recent_first }, key));
        }
        Kind::Smoothing => {
            let start = initial(dataset).map_or(conventions.start, SmoothingStart::Stated);
            (Method::Smoothing { alpha: alpha()?, start }, "LES")
        }
        Kind::Holt => {
            let beta = dataset.parameter(&["beta"])?;
            let level = dataset.parameter(&["niveau_initial", "l1", "l0"]);
            let trend = dataset.parameter(&["tendance_initiale", "t1", "t0"]);
            (Method::Holt { alpha: alpha()?, beta, start: level.zip(trend) }, "HOLT")
        }
        Kind::Stated => (Method::Stated(stated(dataset)?), "PREV"),
        Kind::Line(line) => {
            let key = match line {
                LineMethod::Extremes => "PE",
                LineMethod::Mayer => "MAYER",
                LineMethod::LeastSquares => "MC",
            };
            (Method::Line(line), key)
        }
    };
    Some((method, key.to_owned()))
}

/// Forecasts of all periods of the history, when they are given.
fn stated(dataset: &Dataset<'_>) -> Option<Vec<Decimal>> {
    let told =
        named(dataset.parameters, &["previsions", "prevision", "forecasts", "forecast", "p"])?;
    numbers(told).filter(|values| values.len() > 1 && values.len() >= dataset.history.len())
}

/// Forecast of the first period: stated as such, or the forecast of that period.
fn initial(dataset: &Dataset<'_>) -> Option<Decimal> {
    let words = ["prevision_initiale", "p_initiale", "p0", "p1", "f1", "initial_forecast"];
    let stated = dataset.parameter(&words);
    let first = dataset.history.first().map(|(label, _)| folded(label)).unwrap_or_default();
    let by_label = || {
        let own = dataset.history.first().and_then(|(label, _)| dataset.parameters.get(label));
        let stated = own.and_then(|own| named(own, &["prevision", "forecast", "p"]));
        if let Some(stated) = stated.and_then(Tree::number) {
            return Some(stated);
        }
        let told = named(dataset.parameters, &["previsions", "prevision"])?;
        let of_label = told.get(&first).and_then(Tree::number);
        let alone = || match entries(told) {
            [(_, only)] => only.number(),
            _ => told.number(),
        };
        of_label.or_else(alone)
    };
    let written = |name: String| {
        let mut found = entries(dataset.parameters).iter().filter(|(key, _)| folded(key) == name);
        found.find_map(|(_, tree)| tree.number())
    };
    stated
        .or_else(|| written(format!("prevision_{first}")))
        .or_else(|| written(format!("p_{first}")))
        .or_else(by_label)
}
