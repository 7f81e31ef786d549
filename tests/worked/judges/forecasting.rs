//! Judge of forecasts: averages, smoothing, straight lines, seasonal coefficients.

mod inputs;
mod methods;
mod seasons;

use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::pic::figures::{Checks, best, entries, figures_of, folded, month, rank_in};
use crate::example::Example;
use crate::judgement::{Judgement, as_printed};
use inputs::{Data, Dataset};
use methods::{Conventions, Forecasts, Kind};

/// Judges forecasts.
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    folded(&example.topic).starts_with("prevision").then(|| judged(example))
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let datasets = match inputs::read(&example.inputs)? {
        Data::Years(years) => return seasons::judged(&years, example),
        Data::Series(datasets) => datasets,
    };
    let mut tried = Vec::new();
    for conventions in Conventions::all() {
        let mut walk = Walk { datasets: &datasets, conventions, checks: Checks::default() };
        let start = Place { dataset: 0, kind: None, published: true };
        walk.tree(&example.expected, "", start);
        let judgement = walk.checks.settle(example);
        let is_right = judgement.differences.is_empty() && judgement.unknown.is_empty();
        tried.push(judgement);
        if is_right {
            break;
        }
    }
    best(tried).ok_or_else(|| "no convention to try".to_owned())
}

/// Where the walk is.
#[derive(Clone, Copy)]
struct Place {
    dataset: usize,
    kind: Option<Kind>,
    published: bool,
}

struct Walk<'a> {
    datasets: &'a [Dataset<'a>],
    conventions: Conventions,
    checks: Checks,
}

impl Walk<'_> {
    fn tree(&mut self, tree: &Tree, path: &str, place: Place) {
        for (key, value) in entries(tree) {
            let name = folded(key);
            let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let mut place = place;
            if name.starts_with("published") || name.starts_with("recomputed") {
                place.published = name.starts_with("published");
                self.tree(value, &here, place);
                continue;
            }
            if let Some(rank) = self.datasets.iter().position(|known| known.name == name) {
                place.dataset = rank;
            }
            place.kind = methods::kind(&name).or(place.kind);
            let forecasts = self.forecasts(place);
            match value {
                Tree::Text(text) if value.number().is_none() => {
                    self.equation(text, &here, place, forecasts.as_ref());
                }
                Tree::Entries(items) if !self.are_periods(items, place) => {
                    self.tree(value, &here, place);
                }
                _ => self.figure(&name, value, &here, place, forecasts.as_ref()),
            }
        }
    }

    fn forecasts(&self, place: Place) -> Option<Forecasts> {
        let dataset = self.datasets.get(place.dataset)?;
        let kind = place.kind.or_else(|| self.conventions.default_kind(dataset))?;
        Forecasts::of(dataset, kind, self.conventions)
    }

    fn are_periods(&self, items: &[(String, Tree)], place: Place) -> bool {
        let Some(dataset) = self.datasets.get(place.dataset) else { return false };
        let is_number = |value: &Tree| value.number().is_some();
        items.iter().all(|(key, value)| is_number(value) && column(dataset, key).is_some())
    }

    fn figure(
        &mut self,
        name: &str,
        value: &Tree,
        path: &str,
        place: Place,
        forecasts: Option<&Forecasts>,
    ) {
        let Some((forecasts, dataset)) = forecasts.zip(self.datasets.get(place.dataset)) else {
            self.checks.add(path, place.published, value, "", None);
            return;
        };
        let own_row = methods::row_of_periods(name)
            .filter(|row| methods::kind(name).is_none() || matches!(*row, "N" | "T"));
        let row =
            own_row.map_or_else(|| forecasts.key.clone(), |row| format!("{}.{row}", forecasts.key));
        match value {
            Tree::List(items) if self.is_line(items, place, forecasts) => {
                for (name, item) in ["A", "B"].into_iter().zip(items) {
                    let row = format!("{}.{name}", forecasts.key);
                    self.check(&format!("{path} {name}"), place, item, forecasts, &row, "valeur");
                }
                if let Some(item) = items.get(2) {
                    let path = format!("{path} {}", dataset.next());
                    self.check(&path, place, item, forecasts, &row, &dataset.next());
                }
            }
            Tree::List(items) => {
                let columns = forecasts.columns(&dataset.labels());
                let columns =
                    aligned(items, &columns, |column| forecasts.solved.number(&row, column));
                for (rank, item) in items.iter().enumerate() {
                    let column = columns.get(rank).map_or("", String::as_str);
                    let path = format!("{path} {column}");
                    self.check(&path, place, item, forecasts, &row, column);
                }
            }
            Tree::Entries(items) => {
                for (key, item) in items {
                    let told = column(dataset, key).unwrap_or_default();
                    let path = format!("{path} {key}");
                    self.check(&path, place, item, forecasts, &row, &told);
                }
            }
            _ => {
                let single = methods::single(name).filter(|_| dataset.name != name);
                if let Some(row) = single {
                    let row = format!("{}.{row}", forecasts.key);
                    self.check(path, place, value, forecasts, &row, "valeur");
                    return;
                }
                let rest = methods::without_kind(name);
                let told = if rest.is_empty() { None } else { column(dataset, &rest) };
                let column = told.unwrap_or_else(|| dataset.next());
                self.check(path, place, value, forecasts, &row, &column);
            }
        }
    }

    /// Whether a list is the two coefficients of a line, and perhaps the next forecast.
    fn is_line(&self, items: &[Tree], place: Place, forecasts: &Forecasts) -> bool {
        let kind =
            place.kind.or_else(|| self.conventions.default_kind(self.datasets.get(place.dataset)?));
        let right = |(name, item): (&str, &Tree)| {
            let found = forecasts.solved.number(&format!("{}.{name}", forecasts.key), "valeur");
            item.number().zip(found).is_some_and(|(told, found)| as_printed(told, found))
        };
        matches!(kind, Some(Kind::Line(_)))
            && (2..=3).contains(&items.len())
            && ["A", "B"].into_iter().zip(items).all(right)
    }

    fn check(
        &mut self,
        path: &str,
        place: Place,
        expected: &Tree,
        forecasts: &Forecasts,
        row: &str,
        column: &str,
    ) {
        let mut found = forecasts.solved.number(row, column);
        // A bias may be the sum of the errors, a reliability a share of one.
        let whole = found.filter(|_| row.rsplit('.').next() == Some("BIAIS")).map(|mean| {
            let errors = format!("{}.ECART", forecasts.key);
            let dataset = self.datasets.get(place.dataset).map(Dataset::labels).unwrap_or_default();
            let counted = dataset
                .iter()
                .filter(|label| forecasts.solved.sheet().find(&errors, label).is_some());
            mean.saturating_mul(Decimal::from(counted.count()))
        });
        let share = found.filter(|_| row.ends_with(".ECART_PCT"));
        let share = share.and_then(|percent| percent.checked_div(Decimal::ONE_HUNDRED));
        if let (Some(printed), Some(other)) = (expected.number(), whole.or(share))
            && as_printed(printed, other)
        {
            found = Some(other);
        }
        let cell = format!("{} {row} {column}", place.dataset);
        self.checks.add(path, place.published, expected, &cell, found);
    }

    /// A line told in words: "y = 12,6x − 0,6".
    fn equation(&mut self, text: &str, path: &str, place: Place, forecasts: Option<&Forecasts>) {
        let plain = text.replace(',', ".").replace('−', "-").replace(' ', "");
        let told = figures_of(&plain);
        let ([slope, intercept], Some(forecasts)) = (told.as_slice(), forecasts) else {
            self.checks.add(path, place.published, &Tree::Text(text.to_owned()), "", None);
            return;
        };
        let after = plain.split_once('x').map_or("", |(_, after)| after);
        let sign = if after.contains('-') { -Decimal::ONE } else { Decimal::ONE };
        for (name, expected) in [("A", *slope), ("B", *intercept * sign)] {
            let row = format!("{}.{name}", forecasts.key);
            let path = format!("{path} {name}");
            self.check(&path, place, &Tree::Number(expected), forecasts, &row, "valeur");
        }
    }
}

/// The columns of a list of figures: a list may leave out the first forecasts.
fn aligned(
    items: &[Tree],
    columns: &[String],
    found: impl Fn(&str) -> Option<Decimal>,
) -> Vec<String> {
    let right = |start: usize| {
        let pairs = items.iter().zip(columns.iter().skip(start));
        let right = pairs.filter(|(item, column)| {
            let pair = item.number().zip(found(column));
            pair.is_some_and(|(expected, found)| as_printed(expected, found))
        });
        right.count()
    };
    let starts = 0..=columns.len().saturating_sub(items.len()).min(12);
    let best = starts.rev().max_by_key(|start| right(*start)).unwrap_or_default();
    columns.iter().skip(best).cloned().collect()
}

/// The period that a name tells: its label, its month or its number.
fn column(dataset: &Dataset<'_>, name: &str) -> Option<String> {
    let labels = dataset.labels();
    let same = |label: &&String| folded(label) == folded(name);
    let by_month = || {
        let asked = month(name.rsplit('_').next().unwrap_or(name))?;
        labels.iter().find(|label| month(label) == Some(asked))
    };
    let by_rank = || rank_in(name)?.checked_sub(1).and_then(|rank| labels.get(rank));
    // One letter is a coefficient, never a period.
    let is_period = name.len() > 1 || rank_in(name).is_some();
    let found = labels.iter().find(same).or_else(by_month).or_else(by_rank);
    found.filter(|_| is_period).cloned()
}
