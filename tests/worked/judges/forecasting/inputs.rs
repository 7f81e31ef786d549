//! Inputs of forecasts, read by meaning: a history, several histories by name, or years of seasons.

use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use crate::judges::pic::figures::{entries, folded, month, named, numbers};

/// Names of a history.
const HISTORY: [&str; 18] = [
    "demandes",
    "demande",
    "ventes",
    "historique",
    "valeurs",
    "consommations",
    "consommation",
    "donnees",
    "serie",
    "demand",
    "sales",
    "y",
    "reel",
    "reels",
    "actuel",
    "actuels",
    "realise",
    "d",
];
/// French months, to name those after a history.
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];
/// Periods that may be asked after a history.
const AHEAD: usize = 12;

/// What the inputs hold.
pub enum Data<'t> {
    /// Histories.
    Series(Vec<Dataset<'t>>),
    /// Years of seasons.
    Years(Years),
}

/// A history and the parameters beside it.
pub struct Dataset<'t> {
    /// Name, folded; empty for the only one.
    pub name: String,
    /// Demand by label.
    pub history: Vec<(String, Decimal)>,
    /// Abscissas; none when they are ranks.
    pub abscissas: Vec<Decimal>,
    /// Where the parameters are.
    pub parameters: &'t Tree,
}

/// Years of seasons.
pub struct Years {
    /// Quantities of each year.
    pub years: Vec<Vec<Decimal>>,
    /// Forecast of the next year.
    pub annual: Option<Decimal>,
}

impl Dataset<'_> {
    /// Labels of the history, then of the periods after it.
    pub fn labels(&self) -> Vec<String> {
        let mut labels: Vec<String> = self.history.iter().map(|(label, _)| label.clone()).collect();
        let last = labels.last().cloned().unwrap_or_default();
        for step in 1..=AHEAD {
            let number = last.parse::<usize>().ok().map(|last| (last + step).to_string());
            let named = month(&last).and_then(|last| MONTHS.get((last + step) % MONTHS.len()));
            let label = number.or_else(|| named.map(|name| (*name).to_owned()));
            let label = label.unwrap_or_else(|| format!("+{step}"));
            let known = |known: &String| folded(known) == label || month_of(known, &label);
            let met = labels.iter().any(known);
            labels.push(if met { format!("{label}_suivant") } else { label });
        }
        labels
    }

    /// Label of the first period after the history.
    pub fn next(&self) -> String {
        self.labels().get(self.history.len()).cloned().unwrap_or_default()
    }

    /// A parameter by one of its names.
    pub fn parameter(&self, names: &[&str]) -> Option<Decimal> {
        named(self.parameters, names).and_then(Tree::number)
    }
}

fn month_of(known: &str, label: &str) -> bool {
    month(known).is_some_and(|known| month(label) == Some(known))
}

/// Reads the inputs.
pub fn read(inputs: &Tree) -> Result<Data<'_>, String> {
    if let Some(years) = years(inputs) {
        return Ok(Data::Years(years));
    }
    if let Some(dataset) = dataset(String::new(), inputs, inputs) {
        return Ok(Data::Series(vec![dataset]));
    }
    let parts = named(inputs, &HISTORY).filter(|tree| !entries(tree).is_empty()).unwrap_or(inputs);
    let several: Vec<Dataset<'_>> = entries(parts)
        .iter()
        .filter_map(|(name, tree)| {
            let name = folded(name);
            let plain = || plain_dataset(name.clone(), tree, inputs);
            dataset(name.clone(), tree, tree).or_else(plain)
        })
        .collect();
    if several.is_empty() {
        return Err("no history in the inputs".to_owned());
    }
    Ok(Data::Series(several))
}

/// A history under one of its names, or told entry by entry ("`demande_mars`").
fn dataset<'t>(name: String, tree: &'t Tree, parameters: &'t Tree) -> Option<Dataset<'t>> {
    let abscissas = tree.get("x").and_then(numbers).unwrap_or_default();
    if let Some(Tree::List(points)) = named(tree, &["points", "couples", "nuage"]) {
        let points: Option<Vec<Vec<Decimal>>> = points.iter().map(numbers).collect();
        let (mut abscissas, mut history) = (Vec::new(), Vec::new());
        for (rank, point) in (1..).zip(points?) {
            let [x, y] = point.as_slice() else { return None };
            abscissas.push(*x);
            history.push((u32::to_string(&rank), *y));
        }
        return Some(Dataset { name, history, abscissas, parameters });
    }
    let history = match named(tree, &HISTORY) {
        Some(found) if found.number().is_none() => history(found)?,
        _ => entries(tree)
            .iter()
            .filter_map(|(key, value)| {
                // "mars: {demande: 110, prevision: 100}".
                if let Some(demand) = named(value, &["demande", "demand", "reel", "d"]) {
                    return Some((key.clone(), demand.number()?));
                }
                let key = folded(key);
                let label = key.strip_prefix("demande_").or_else(|| key.strip_prefix("d_"))?;
                Some((label.to_owned(), value.number()?))
            })
            .collect(),
    };
    (!history.is_empty()).then_some(Dataset { name, history, abscissas, parameters })
}

fn plain_dataset<'t>(name: String, tree: &Tree, parameters: &'t Tree) -> Option<Dataset<'t>> {
    let history = history(tree).filter(|history| history.len() > 1)?;
    Some(Dataset { name, history, abscissas: Vec::new(), parameters })
}

fn history(tree: &Tree) -> Option<Vec<(String, Decimal)>> {
    let values = numbers(tree)?;
    let labels: Vec<String> = match tree {
        Tree::Entries(entries) => entries.iter().map(|(label, _)| label.clone()).collect(),
        _ => (1..=values.len()).map(|rank| rank.to_string()).collect(),
    };
    Some(labels.into_iter().zip(values).collect())
}

/// Years: a list of lists, or lists by year beside an annual forecast.
fn years(inputs: &Tree) -> Option<Years> {
    let annual = named(inputs, &["prevision_annuelle", "annuelle", "annual_forecast"]);
    let written = named(inputs, &HISTORY)?;
    let years: Option<Vec<Vec<Decimal>>> = match written {
        Tree::List(items) => items.iter().map(numbers).collect(),
        Tree::Entries(items) if annual.is_some() => {
            items.iter().map(|(_, tree)| numbers(tree)).collect()
        }
        _ => None,
    };
    let years = years.filter(|years| !years.is_empty())?;
    Some(Years { years, annual: annual.and_then(Tree::number) })
}
